"""Vectors of texts, each made once.

The content's vectors are stored by the hash of each text, so an edit only costs the lines that changed. Those of the
starter content come with the package, in 8 bits. Others are kept in the deployment's own file.
"""

import hashlib
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.core.library import Library
from bot.encoder.model import FOLDER, SIZE, EncoderError
from bot.hearing.matching.meaning import Encode, Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.small_vectors import rounded
from bot.hearing.matching.topics import topics
from bot.hearing.text import normalise
from bot.state.storage import NotWritten, write_whole

PACKAGED = "vectors.npz"
_AT_ONCE = 50  # texts encoded between checks on whether to stop
_HASH = 16  # bytes in the hash of a text
_MOST_KEPT = 3  # times the current size of the content; above this, vectors of removed texts are dropped
Kept = dict[bytes, NDArray[np.float16]]
_DAMAGED = (OSError, ValueError, LookupError, EOFError, zipfile.BadZipFile)


@dataclass(frozen=True, slots=True)
class PackagedVectors:
    """The vectors that come with the package, in 8 bits."""

    rows: Mapping[bytes, int]  # the row of each text, by the text's hash
    vectors: NDArray[np.int8]  # whole numbers from -127 to 127
    scales: Numbers  # the factor for the numbers of each row

    def vectors_of(self, hashes: Sequence[bytes]) -> Numbers:
        """Return the vectors of texts, one row each; zeros for texts that are not here."""
        made = np.zeros((len(hashes), SIZE), np.float32)
        found = [(number, self.rows[key]) for number, key in enumerate(hashes) if key in self.rows]
        if found:
            numbers, rows = np.array(found).T
            made[numbers] = self.vectors[rows] * self.scales[rows, None]
        return made


NOTHING = PackagedVectors({}, np.zeros((0, SIZE), np.int8), np.zeros(0, np.float32))


@dataclass(frozen=True, slots=True)
class KeptVectors:
    """Makes vectors of the content's texts, and keeps them.

    A file that cannot be read or written only costs time, because the vectors are made again.
    """

    encode: Callable[[Sequence[str]], Numbers]  # makes vectors of texts
    file: Path | None  # the file that keeps them; None keeps nothing
    stopped: Callable[[], bool] = lambda: False  # called between batches; if it returns true, the work is abandoned
    packaged: Callable[[], PackagedVectors] = lambda: NOTHING  # returns the vectors that come with the package

    def __call__(self, texts: Sequence[str]) -> Numbers:
        """Return the vectors of texts, one row each."""
        wanted = [_hash(text) for text in texts]
        packaged, kept = self.packaged(), self._read()
        new = {
            key: text for key, text in zip(wanted, texts, strict=True) if key not in packaged.rows and key not in kept
        }
        if new:
            kept.update(self._made(new))
            now = {key for key in wanted if key in kept}
            self._write(kept if len(kept) < _MOST_KEPT * len(now) else {key: kept[key] for key in now})
        vectors = packaged.vectors_of(wanted)
        for number, key in enumerate(wanted):
            if key in kept:
                vectors[number] = kept[key]
        return vectors

    def _made(self, new: Mapping[bytes, str]) -> Iterator[tuple[bytes, NDArray[np.float16]]]:
        """Yield the hash and vector of each new text.

        Raises:
            EncoderError: the process is stopping.
        """
        keys = list(new)
        for first in range(0, len(keys), _AT_ONCE):
            if self.stopped():
                message = "the process is stopping"
                raise EncoderError(message)
            part = keys[first : first + _AT_ONCE]
            yield from zip(part, self.encode([new[key] for key in part]).astype(np.float16), strict=True)

    def _read(self) -> Kept:
        if self.file is None:
            return {}
        with suppress(*_DAMAGED), self.file.open("rb") as stream:
            data = np.load(stream)
            keys, vectors = data["keys"], data["vectors"]
            if keys.shape == (len(vectors), _HASH) and vectors.shape[1:] == (SIZE,) and vectors.dtype == np.float16:
                return dict(zip(map(bytes, keys), vectors, strict=True))
        return {}

    def _write(self, kept: Kept) -> None:
        if self.file is None:
            return
        stream = io.BytesIO()
        np.savez(stream, keys=_keys(list(kept)), vectors=np.stack(list(kept.values())))
        with suppress(OSError, NotWritten):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, stream.getvalue())


def packed(texts: Sequence[str], encode: Callable[[Sequence[str]], Numbers], model: str) -> bytes:
    """Return the file of vectors that comes with the package, as bytes.

    Args:
        texts: the texts of the starter content.
        encode: makes vectors of texts.
        model: the fingerprint of the model that makes them.
    """
    by_hash = {_hash(text): text for text in texts}
    vectors = encode(list(by_hash.values()))
    small, scales = rounded(vectors)
    stream = io.BytesIO()
    np.savez(stream, keys=_keys(list(by_hash)), vectors=small, scales=scales, model=np.array(model))
    return stream.getvalue()


def unpacked(model: str, file: Path = FOLDER / PACKAGED) -> PackagedVectors:
    """Return the packaged vectors, or none if they are damaged or from another model.

    Args:
        model: the fingerprint of the model in use.
        file: the file of packaged vectors.
    """
    with suppress(*_DAMAGED), file.open("rb") as stream:
        data = np.load(stream)
        if str(data["model"]) == model and data["vectors"].shape == (len(data["keys"]), SIZE):
            rows = {bytes(key): row for row, key in enumerate(data["keys"])}
            return PackagedVectors(rows, data["vectors"], data["scales"])
    return NOTHING


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest()


def _keys(hashes: Sequence[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(hashes), np.uint8).reshape(-1, _HASH)


def message_vectors(encoder: Encoder, libraries: Iterable[Library], file: Path) -> Encode:
    """Return a function that makes vectors of messages and keeps them in a file for the next comparison."""
    own = frozenset(text for library in libraries for topic in topics(library) for text in topic.phrasings)
    one_by_one = KeptVectors(lambda texts: np.vstack([encoder.message([text]) for text in texts]), file)

    def encode(texts: Sequence[str]) -> Numbers:
        at_hand = np.array([text in own for text in texts], bool)
        made = np.zeros((len(texts), 0), np.float32)
        for which, make in ((at_hand, encoder.content), (~at_hand, one_by_one)):
            if which.any():
                vectors = make([text for text, its in zip(texts, which, strict=True) if its])
                made = made if made.shape[1] else np.zeros((len(texts), vectors.shape[1]), np.float32)
                made[which] = vectors
        return made

    return encode


def with_known_vectors(encoder: Encoder, library: Library | None = None) -> Encoder:
    """Return an encoder that makes each vector once, and already has those of the content's phrasings."""
    texts = list(dict.fromkeys(text for topic in topics(library) for text in topic.phrasings)) if library else []
    vectors = dict(zip(texts, encoder.content(texts), strict=True)) if texts else {}
    known = {**{normalise(text): vector for text, vector in vectors.items()}, **vectors}

    def encode(wanted: Sequence[str]) -> Numbers:
        for text in wanted:
            if text not in known:
                known[text] = encoder.message([text])[0]
        return np.stack([known[text] for text in wanted]) if wanted else np.zeros((0, 0), np.float32)

    return Encoder(encode, encode, encoder.products)


class CachedVectors:
    """Makes vectors of texts and keeps those of the last call."""

    def __init__(self, encode: Callable[[Sequence[str]], Numbers]) -> None:
        self._encode = encode
        self._made: dict[str, Numbers] = {}

    def __call__(self, texts: Sequence[str]) -> Numbers:
        """Return the vectors of texts, one row each."""
        new = [text for text in dict.fromkeys(texts) if text not in self._made]
        made = dict(zip(new, self._encode(new), strict=True)) if new else {}
        self._made = {text: made[text] if text in made else self._made[text] for text in texts}
        return np.stack([self._made[text] for text in texts])
