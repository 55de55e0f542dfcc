"""Turn sentences into vectors with the model in this folder, after checking its hashes."""

import hashlib
import importlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.encoder.products import options
from bot.hearing.matching.postings import Numbers

FOLDER = Path(__file__).parent
MODEL, TOKENIZER, HASHES = "minilm.onnx", "tokenizer.json", "SHA256SUMS"
WORDS = "minilm-words.bin"  # the model reads from it only what it needs of its largest table
SIZE = 384  # numbers in a vector
MOST_TOKENS = 96  # tokens read from a text of the content; the rest is ignored
MOST_TYPED = 48  # tokens read from a typed message, because a person is waiting: about 36 words
MOST_OF_A_PART = 26  # tokens read from each part of a long message: about 20 words
_LETTERS = 10  # tokens are almost never longer, so only this many letters per token of a very long text are split


class EncoderError(Exception):
    """The encoder cannot be used; the message says why and never contains anything that a person typed."""


def load(folder: Path = FOLDER) -> "Encoding":
    """Return the encoding, which makes vectors of 384 numbers and length one.

    Args:
        folder: the folder of the model, its words, the tokenizer and their hashes.

    Raises:
        EncoderError: a file is missing or has another hash, or a library is not installed.
    """
    model, _, tokenizer = (_checked(folder, name) for name in (MODEL, WORDS, TOKENIZER))
    os.environ["HF_HUB_OFFLINE"] = "1"  # tokenizers includes a client of a model hub, which must never connect
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # releases later than those we allow would send reports to their makers
    try:
        runtime, tokenizers = map(importlib.import_module, ("onnxruntime", "tokenizers"))
    except ImportError as error:
        raise EncoderError(f"the library {error.name} is not installed") from error
    split = tokenizers.Tokenizer.from_file(str(tokenizer))
    split.no_padding()
    split.enable_truncation(MOST_TOKENS)
    session = runtime.InferenceSession(str(model), options(runtime), providers=["CPUExecutionProvider"])
    return Encoding(split, session)


def fingerprint(folder: Path = FOLDER) -> str:
    """Return an id for the model and tokenizer together, so vectors from another version are never used."""
    return hashlib.sha256(_listed(folder).encode()).hexdigest()[:16]


class Encoding:
    """A tokenizer and a model session, called with texts."""

    def __init__(self, tokenizer: Any, session: Any) -> None:
        self._tokenizer = tokenizer
        self._session = session

    def typed(self, texts: Sequence[str]) -> Numbers:
        """Return the vectors of a typed message, or of the parts of a long one."""
        most = MOST_TYPED if len(texts) == 1 else MOST_OF_A_PART
        return self([text[: most * _LETTERS] for text in texts], most)

    def __call__(self, texts: Sequence[str], most: int = MOST_TOKENS) -> Numbers:
        """Return the vectors of texts, one row each.

        Args:
            texts: any texts.
            most: the number of tokens read from each text, including its end mark.
        """
        whole = (self._tokenizer.encode(text).ids for text in texts)  # in a batch, each would wait for another thread
        tokens = [ids if len(ids) <= most else [*ids[: most - 1], ids[-1]] for ids in whole]
        vectors = np.empty((len(tokens), SIZE), np.float32)
        for number, of_text in enumerate(tokens):  # one at a time, because in a batch the 8-bit scales would differ
            ids = np.array([of_text], np.int64)
            given = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
            vectors[number] = self._session.run(None, given)[0][0]
        return vectors


def _checked(folder: Path, name: str) -> Path:
    """Return a file's path if its bytes have the listed hash; the libraries read it from there with less memory."""
    lines = (line.split() for line in _listed(folder).splitlines())
    listed = {words[1]: words[0] for words in lines if len(words) == 2}
    try:
        with (folder / name).open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise EncoderError(f"{name} cannot be read: {error.strerror}") from error
    if found != listed.get(name):
        raise EncoderError(f"{name} does not have the hash that {HASHES} lists")
    return folder / name


def _listed(folder: Path) -> str:
    try:
        return (folder / HASHES).read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise EncoderError(f"{HASHES} cannot be read") from error
