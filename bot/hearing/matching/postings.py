"""Texts as weighted features in an inverted index, so a message is only compared with texts that share a feature.

The weight of a feature is its inverse document frequency. Thousands of texts are indexed a part at a time, to save
memory.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.hearing.matching.features import FeaturePart, Features, Small, Whole, in_order, lay
from bot.hearing.text import hashes_of

Numbers = NDArray[np.float32]
_WHOLE = 2.0**30  # squares are summed as whole multiples of 1/2**30, so the sum is exact in any order
_TELLING = 256  # features of a message that are looked up; for a very long one, those with most weight
_AT_ONCE = 1 << 18  # postings
_SATURATION, _LENGTH_SHARE = 3.0, 0.75  # BM25's k1 and b, after Robertson and Zaragoza 2009, section 3


@dataclass(frozen=True, slots=True)
class Postings:
    """Rows of weighted features."""

    features: Whole  # the hashes of the features, in order
    weights: Numbers  # the weight of each feature
    starts: Small  # where the postings of each feature start, and the end of the last
    rows: NDArray[np.unsignedinteger]  # the row of each posting, in the smallest type that can number the rows
    values: Numbers  # the value of each posting
    count: int  # how many rows there are

    @property
    def rarest(self) -> float:
        """The weight of a feature that no row has."""
        return math.log(1 + self.count) + 1

    def likeness(self, features: Iterable[str]) -> Numbers:
        """Return how alike a message is to every row; features that no row has lower every likeness.

        Args:
            features: the message's features, repeated as often as they occur.
        """
        return self.likeness_of(*self.weighed(features))

    def likeness_of(self, numbers: Whole, values: NDArray[np.float64], unknown: int) -> Numbers:
        """Return how alike the result of `weighed` is to every row; rows and their means have the same features."""
        length = math.sqrt(float(values @ values) + unknown * self.rarest**2 / 2) or 1.0
        if len(numbers) > _TELLING:
            telling = np.argsort(-values, kind="stable")[:_TELLING]
            numbers, values = numbers[telling], values[telling]
        starts, ends = self.starts[numbers], self.starts[numbers + 1]
        sizes = ends - starts
        places = np.repeat(ends - np.cumsum(sizes), sizes) + np.arange(sizes.sum())
        added = self.values[places] * np.repeat(values / length, sizes)
        return np.bincount(self.rows[places], weights=added, minlength=self.count).astype(np.float32)

    def weighed(self, features: Iterable[str]) -> tuple[Whole, NDArray[np.float64], int]:
        """Return the numbers of the features that some row has, their weighted values, and a sum for the others."""
        counted = Counter(features)
        hashes = np.array(hashes_of(counted), np.int64)
        times = np.fromiter(counted.values(), np.int64, len(counted))
        if not len(self.features):
            return np.zeros(0, np.int64), np.zeros(0), int(times @ times)
        places = np.minimum(np.searchsorted(self.features, hashes), len(self.features) - 1)
        known = self.features[places] == hashes
        values = (1 + np.log(times[known])) * self.weights[places[known]]
        return places[known], values, int(times[~known] @ times[~known])

    def means(self, owners: Whole, groups: int) -> "Postings":
        """Return the mean row of each group, scaled to length one so that large and small groups compare alike.

        Args:
            owners: the group of each row, from 0, in order.
            groups: the number of groups.
        """
        parts = list(self.sums(owners, groups))
        features, rows = (np.concatenate([np.zeros(0, np.int32), *(part[of] for part in parts)]) for of in (0, 1))
        sums = np.concatenate([np.zeros(0), *(part[2] for part in parts)])
        squares = sums * sums
        squares *= _WHOLE
        lengths = np.sqrt(np.bincount(rows, weights=np.rint(squares, out=squares), minlength=groups) / _WHOLE)
        np.divide(sums, np.maximum(lengths, 1e-9)[rows], out=squares)
        starts = np.searchsorted(features, np.arange(len(self.features) + 1)).astype(np.int32)
        return replace(
            self, starts=starts, rows=rows.astype(_small(groups)), values=squares.astype(np.float32), count=groups
        )

    def sums(self, owners: Whole, groups: int) -> Iterator[tuple[Small, Small, NDArray[np.float64]]]:
        """Yield features, the groups that have them, and the sums of those groups' rows, in order and in batches.

        Args:
            owners: the group of each row, from 0, in order.
            groups: the number of groups.
        """
        for first, last in _runs(self.starts):
            held = slice(self.starts[first], self.starts[last])
            features = np.repeat(np.arange(first, last), np.diff(self.starts[first : last + 1]))
            cells = features * groups + owners[self.rows[held]]  # in order, because the rows are
            new = np.diff(cells, prepend=-1) > 0
            sums = np.bincount(np.cumsum(new) - 1, weights=self.values[held].astype(np.float64))
            of, group = np.divmod(cells[new], max(groups, 1))
            yield of.astype(np.int32), group.astype(np.int32), sums.astype(np.float64)


def alike(texts: Features) -> Postings:
    """Return texts as rows of length one, so that likeness is a cosine, from 0 to 1."""
    counted = _Counted(texts)
    weights = (np.log((1 + counted.count) / (1 + counted.rows_with)) + 1).astype(np.float32)

    def values(part: _Rows) -> Numbers:
        of_one = (1 + np.log(part.times, dtype=np.float32)) * weights[part.features]
        lengths = np.sqrt(np.bincount(part.rows, weights=of_one * of_one, minlength=len(part.sizes)))
        return (of_one / np.maximum(lengths, 1e-9)[part.rows]).astype(np.float32)

    return counted.laid_out(weights, values)


def saturated(texts: Features) -> Postings:
    """Return texts as rows in which the tenth occurrence of a feature counts for little more than the fifth (BM25)."""
    counted = _Counted(texts)
    weights = np.log(1 + (counted.count - counted.rows_with + 0.5) / (counted.rows_with + 0.5)).astype(np.float32)
    usual = max(float(sum(part.times.sum() for part in counted.parts)), 1e-9)

    def values(part: _Rows) -> Numbers:
        lengths = np.bincount(part.rows, weights=part.times, minlength=len(part.sizes))
        relative = 1 - _LENGTH_SHARE + _LENGTH_SHARE * lengths * counted.count / usual
        return (part.times * (_SATURATION + 1) / (part.times + _SATURATION * relative[part.rows])).astype(np.float32)

    return counted.laid_out(weights, values)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The features of some texts, counted: row by row, and within a row in order of first occurrence."""

    features: Small
    times: Small
    sizes: Small

    @property
    def rows(self) -> Small:
        """The row of each count, from 0."""
        return np.repeat(np.arange(len(self.sizes), dtype=np.int32), self.sizes)


class _Counted:
    """The features of all texts, counted."""

    def __init__(self, texts: Features) -> None:
        self._hashes = texts.hashes
        self.rows_with = np.zeros(len(texts.hashes), np.int64)
        self.parts: list[_Rows] = []
        for part in texts.parts:
            counted = _count(part, len(texts.hashes))
            self.rows_with += np.bincount(counted.features, minlength=len(texts.hashes))
            self.parts.append(counted)
        self.count = sum(len(part.sizes) for part in self.parts)

    def laid_out(self, weights: Numbers, values: Callable[[_Rows], Numbers]) -> Postings:
        """Return the texts laid out by feature, in the order of their hashes; the counts are used up.

        Args:
            weights: the weight of each feature.
            values: returns the values of some texts.
        """
        order = np.argsort(self._hashes)
        order = order[self.rows_with[order] > 0]
        starts: Whole = np.concatenate(([0], np.cumsum(self.rows_with[order])))
        ends = np.empty(len(self._hashes), np.int64)  # the end of what is laid out so far, for each feature
        ends[order] = starts[:-1]
        rows, laid = np.empty(starts[-1], _small(self.count)), np.empty(starts[-1], np.float32)
        before = 0
        while self.parts:
            part = self.parts.pop(0)
            places, to = lay(ends, part.features)
            rows[to], laid[to] = part.rows[places] + before, values(part)[places]
            before += len(part.sizes)
        return Postings(self._hashes[order], weights[order], starts.astype(np.int32), rows, laid, self.count)


def _small(rows: int) -> "np.dtype[np.unsignedinteger]":
    """Return the smallest integer type that can number so many rows."""
    return np.min_scalar_type(rows)


def _count(part: FeaturePart, kinds: int) -> _Rows:
    """Return the counted features of some texts."""
    numbers, sizes = part
    owners = np.repeat(np.arange(len(sizes)), sizes)
    cells, places = in_order(owners * kinds + numbers)
    first = np.flatnonzero(np.diff(cells, prepend=-1))
    times = np.zeros(len(numbers), np.int32)
    times[places[first]] = np.diff(first, append=len(numbers))  # at the first occurrence of each in its row
    held = times > 0
    small = np.min_scalar_type(int(times.max(initial=0)))
    return _Rows(
        numbers[held], times[held].astype(small), np.bincount(owners[held], minlength=len(sizes)).astype(np.int32)
    )


def _runs(starts: NDArray[np.integer]) -> Iterator[tuple[int, int]]:
    """Yield the first feature, and the one after the last, of runs with some hundred thousand postings."""
    by_postings = np.searchsorted(starts, np.arange(0, starts[-1], _AT_ONCE)).tolist()
    return pairwise(sorted({*by_postings, 0, len(starts) - 1}))
