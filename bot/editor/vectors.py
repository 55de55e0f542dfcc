"""Encoders that keep the vectors they made, so that long work makes each vector once."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np

from bot.core.library import Library
from bot.encoder.vectors import KeptVectors
from bot.hearing.matching.meaning import Encode, Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import topics
from bot.hearing.text import normalise


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
    """Return an encoder that makes each vector once, and has those of the content's phrasings already."""
    texts = list(dict.fromkeys(text for topic in topics(library) for text in topic.phrasings)) if library else []
    vectors = dict(zip(texts, encoder.content(texts), strict=True)) if texts else {}
    known = {**{normalise(text): vector for text, vector in vectors.items()}, **vectors}

    def encode(wanted: Sequence[str]) -> Numbers:
        for text in wanted:
            if text not in known:
                known[text] = encoder.message([text])[0]
        return np.stack([known[text] for text in wanted]) if wanted else np.zeros((0, 0), np.float32)

    return Encoder(message=encode, content=encode)


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
