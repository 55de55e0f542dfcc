"""Pairs of texts that are nearly the same, found without comparing every two letter by letter.

Two texts with ``n`` letters in all are nearly the same where no more than a tenth of ``n`` stand in one of them alone.
Then how many a's they have, how many b's and so on differ by a tenth of ``n`` in all at most. That is seen at a glance:
the numbers are written in Gray's code, in which each letter more changes one bit, so no more bits differ than letters.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from bot.core.matching.features import Whole

ALIKE = 90  # of 100, by rapidfuzz's ratio
_APART = (100 - ALIKE) / 100  # of all letters of both: so many may stand in one text alone
_GROUPS = 32  # of letters: a to z stand apart, and what falls together is only compared more often
_BITS = 128  # of a text: with fewer, more texts are compared in vain
_MOST = 255  # letters of one group that are counted, and bits that are
_ROUNDING = 0.01
_AT_ONCE = 16  # texts that are compared
_COUNTED = 1 << 13  # texts that are counted at once

Letters = NDArray[np.uint8]
Marks = NDArray[np.uint64]


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that are nearly the same.

    Only those that have nearly the same letters are compared: a few in a hundred thousand.
    """
    for first, second in _sharing(texts):
        if fuzz.ratio(texts[first], texts[second], score_cutoff=ALIKE):
            yield first, second


def _sharing(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that have nearly the same letters."""
    lengths = np.array([len(text) for text in texts], np.float64)
    letters = np.concatenate([_letters(texts[at : at + _COUNTED]) for at in range(0, len(texts) or 1, _COUNTED)])
    marks = _marks(letters)
    for at in range(0, len(texts), _AT_ONCE):
        last = min(at + _AT_ONCE, len(texts))
        longest = lengths[last - 1] * (1 + _APART) / (1 - _APART)  # with more letters, no ratio is high enough
        end = int(np.searchsorted(lengths, longest + _ROUNDING, side="right"))
        most = ((lengths[last - 1] + lengths[at:end]) * _APART + _ROUNDING).astype(np.int64)  # what may differ
        differing = np.bitwise_count(marks[0, at:last, None] ^ marks[0, at:end])
        one, other = np.divmod(np.flatnonzero(differing <= np.minimum(most, _MOST).astype(np.uint8)), end - at)
        one, other = one[one < other], other[one < other]
        near = _bits(marks, at + one, at + other) <= most[other]
        one, other = one[near], other[near]
        near = _apart(letters, at + one, at + other) <= most[other]
        one, other = one[near], other[near]
        yield from zip((at + one).tolist(), (at + other).tolist(), strict=True)


def _bits(marks: Marks, one: Whole, other: Whole) -> Whole:
    """Return how many bits differ in each pair of texts."""
    bits: Whole = np.bitwise_count(marks[:, one] ^ marks[:, other]).sum(axis=0, dtype=np.int64)
    return bits


def _apart(letters: Letters, one: Whole, other: Whole) -> Whole:
    """Return how many letters more of each group there are in one text or the other, of each pair."""
    first, second = letters[one], letters[other]
    more: Whole = (np.maximum(first, second) - np.minimum(first, second)).sum(axis=1, dtype=np.int64)
    return more


def _letters(texts: Sequence[str]) -> Letters:
    """Return how often each group of letters (column) stands in each text (row)."""
    whole = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    owners = np.repeat(np.arange(len(texts)) * _GROUPS, [len(text) for text in texts])
    counted = np.bincount(owners + whole % _GROUPS, minlength=len(texts) * _GROUPS)
    return np.minimum(counted, _MOST).astype(np.uint8).reshape(len(texts), _GROUPS)


def _marks(letters: Letters) -> Marks:
    """Return the bits of each text (column), in two parts (row): first those that most texts do not share."""
    code = letters ^ (letters >> 1)
    bits = np.column_stack([code >> place & 1 for place in range(_MOST.bit_length())])
    uneven = np.abs(bits.sum(axis=0, dtype=np.int64) * 2 - len(bits))
    telling = np.argsort(uneven, kind="stable")[:_BITS]
    return np.ascontiguousarray(np.packbits(bits[:, telling]).view(np.uint64).reshape(len(bits), _BITS // 64).T)
