"""Vectors of the messages that a comparison asks, kept from one comparison to the next."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from bot.core.library import Library
from bot.encoder.vectors import KeptVectors
from bot.hearing.matching.meaning import Encode, Encoder
from bot.hearing.matching.postings import Numbers


def asking(encoder: Encoder, libraries: Iterable[Library], file: Path) -> Encode:
    """Return what makes vectors of messages; those of the content's own phrasings are at hand already.

    Args:
        encoder: what makes vectors of texts.
        libraries: the contents whose phrasings are asked.
        file: where the vectors of other messages are kept.
    """
    own = frozenset(text for library in libraries for text in _phrasings(library))
    kept = KeptVectors(lambda texts: _one_by_one(encoder.message, texts), file)

    def encode(texts: Sequence[str]) -> Numbers:
        at_hand = np.array([text in own for text in texts], bool)
        made = np.zeros((len(texts), 0), np.float32)
        for which, make in ((at_hand, encoder.content), (~at_hand, kept)):
            if which.any():
                vectors = make([text for text, its in zip(texts, which, strict=True) if its])
                made = made if made.shape[1] else np.zeros((len(texts), vectors.shape[1]), np.float32)
                made[which] = vectors
        return made

    return encode


def _phrasings(library: Library) -> Iterable[str]:
    yield from (text for entry in library.entries.values() for text in entry.phrasings)
    yield from (text for kind in library.outside.values() for text in kind.examples)


def _one_by_one(encode: Encode, texts: Sequence[str]) -> Numbers:
    """Return the vectors of texts, each made by itself as that of a typed message is."""
    return np.vstack([encode([text]) for text in texts])
