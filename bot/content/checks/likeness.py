"""Pairs of texts that are nearly the same, found without comparing every two letter by letter."""

from collections.abc import Iterator, Sequence
from heapq import heapify, heapreplace

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from bot.core.matching.postings import Numbers, Whole

ALIKE = 90  # of 100, by rapidfuzz's ratio
_APART = (100 - ALIKE) / 100  # of all letters of both: so many may stand in one text alone
_GROUPS = 128  # of pairs of letters: with fewer, more texts are compared in vain
_PRIME, _KINDS = 641, 1 << 16
_ROUNDING = 0.01
_AT_ONCE = 128  # texts


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that are nearly the same.

    Only those that share enough pairs of letters are compared: a few in ten thousand.
    """
    for first, second in _sharing(texts):
        if fuzz.ratio(texts[first], texts[second], score_cutoff=ALIKE):
            yield first, second


def _sharing(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of texts, given from short to long, that share so much that they may be nearly the same.

    Of two texts with ``n`` letters in all, ``apart`` of which stand in one alone, ``(n - apart) / 2`` letters stand in
    both in the same order. Two of these stand side by side in both, unless one of those that stand in one alone comes
    between: so both have ``(n - apart) / 2 - 1 - apart`` pairs of letters or more. They have no more than the roots of
    how often each group of pairs stands in each, multiplied and summed up, which is one product of matrices for
    thousands of texts at once.
    """
    lengths = np.array([len(text) for text in texts], np.float32)
    needed = (0.5 - 1.5 * _APART) * lengths
    one = np.ones(len(texts), np.float32)
    roots = np.sqrt(_pairs(texts))
    left, right = np.column_stack((roots, -needed, one)), np.column_stack((roots, one, -needed)).T
    for at in range(0, len(texts), _AT_ONCE):
        last = min(at + _AT_ONCE, len(texts))
        longest = lengths[last - 1] * (1 + _APART) / (1 - _APART)  # with more letters, no ratio is high enough
        end = int(np.searchsorted(lengths, longest + _ROUNDING, side="right"))
        near = left[at:last] @ right[:, at:end] >= -1 - _ROUNDING
        for row, column in (divmod(place, end - at) for place in np.flatnonzero(near).tolist()):
            if row < column:
                yield at + row, at + column


def _pairs(texts: Sequence[str]) -> Numbers:
    """Return how often each group of pairs of letters (column) stands in each text (row)."""
    whole = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.int64)
    owners = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    inside = owners[1:] == owners[:-1]
    pairs = (whole[:-1] * _PRIME + whole[1:])[inside] % _KINDS  # two that fall together count as one: more is compared
    groups = _even(np.bincount(pairs, minlength=_KINDS))
    cells = owners[:-1][inside] * _GROUPS + groups[pairs]
    counted = np.bincount(cells, minlength=len(texts) * _GROUPS).reshape(len(texts), _GROUPS)
    return counted.astype(np.float32)


def _even(often: Whole) -> NDArray[np.int64]:
    """Put things into groups that hold about the same of them each.

    Args:
        often: how often each stands there.
    """
    groups = np.zeros(len(often), np.int64)
    loads = [(0, group) for group in range(_GROUPS)]
    heapify(loads)
    known = np.flatnonzero(often)
    for thing in known[np.argsort(-often[known], kind="stable")].tolist():
        load, group = loads[0]
        groups[thing] = group
        heapreplace(loads, (load + int(often[thing]), group))
    return groups
