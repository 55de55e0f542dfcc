"""Texts as weighted features, laid out by feature, so that a message touches only what it shares something with.

A feature's weight is its inverse document frequency. It is held as its hash of 64 bits, which saves the memory of tens
of thousands of short texts.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Whole = NDArray[np.int64]
_WHOLE = 2.0**30  # squares are summed as whole parts of it: exactly, and so the same in any order
_TELLING = 256  # features of a message that are looked up: of a very long one, those that tell most
_SATURATION, _LENGTH_SHARE = 3.0, 0.75  # BM25's k1 and b, after Robertson and Zaragoza 2009, section 3


@dataclass(frozen=True, slots=True)
class Postings:
    """Rows of weighted features.

    Attributes:
        features: hashes, in order.
        weights: the weight of each feature.
        starts: where the postings of each feature begin, and the end of the last.
        rows: the row of each posting.
        values: the value of each posting.
        count: how many rows there are.
    """

    features: Whole
    weights: Numbers
    starts: Whole
    rows: NDArray[np.int32]
    values: Numbers
    count: int

    @property
    def rarest(self) -> float:
        """The weight of a feature that no row has."""
        return math.log(1 + self.count) + 1

    def likeness(self, features: Iterable[str]) -> Numbers:
        """Return how alike a message is to every row; what no row knows makes it less alike to all.

        Args:
            features: the message's features, repeated as often as they stand there.
        """
        numbers, values, unknown = self._values(Counter(features))
        length = math.sqrt(float(values @ values) + unknown * self.rarest**2 / 2) or 1.0
        if len(numbers) > _TELLING:
            telling = np.argsort(-values, kind="stable")[:_TELLING]
            numbers, values = numbers[telling], values[telling]
        starts, ends = self.starts[numbers], self.starts[numbers + 1]
        sizes = ends - starts
        places = np.repeat(ends - np.cumsum(sizes), sizes) + np.arange(sizes.sum())
        added = self.values[places] * np.repeat(values / length, sizes)
        return np.bincount(self.rows[places], weights=added, minlength=self.count).astype(np.float32)

    def _values(self, counted: Mapping[str, int]) -> tuple[Whole, NDArray[np.float64], int]:
        """Return the numbers of the features that some row has, their weighted values, and how much no row has."""
        hashes = np.fromiter(map(hash, counted), np.int64, len(counted))
        times = np.fromiter(counted.values(), np.int64, len(counted))
        if not len(self.features):
            return np.zeros(0, np.int64), np.zeros(0), int(times @ times)
        places = np.minimum(np.searchsorted(self.features, hashes), len(self.features) - 1)
        known = self.features[places] == hashes
        values = (1 + np.log(times[known])) * self.weights[places[known]]
        return places[known], values, int(times[~known] @ times[~known])

    def means(self, owners: Whole, groups: int) -> "Postings":
        """Return the mean rows of groups, each of length one, so that groups of many and of few rows compare alike.

        Args:
            owners: the group of each row, from 0.
            groups: how many groups there are.
        """
        feature = np.repeat(np.arange(len(self.features)), np.diff(self.starts))
        cells, place = np.unique(feature * groups + owners[self.rows], return_inverse=True)
        sums = np.bincount(place, weights=self.values)
        rows = cells % groups
        lengths = np.sqrt(np.bincount(rows, weights=np.rint(sums * sums * _WHOLE), minlength=groups) / _WHOLE)
        values = (sums / np.maximum(lengths, 1e-9)[rows]).astype(np.float32)
        starts = np.searchsorted(cells // groups, np.arange(len(self.features) + 1))
        return replace(self, starts=starts, rows=rows.astype(np.int32), values=values, count=groups)


def alike(texts: Iterable[Iterable[str]]) -> Postings:
    """Return texts as rows of length one, so that likeness is a cosine, from 0 to 1.

    Args:
        texts: the features of each text, repeated as often as they stand there; taken one text at a time.
    """
    counted = _Counted(texts)
    weights = (np.log((1 + counted.count) / (1 + counted.rows_with)) + 1).astype(np.float32)
    values = (1 + np.log(counted.times, dtype=np.float32)) * weights[counted.feature]
    lengths = np.sqrt(np.bincount(counted.rows, weights=values * values, minlength=counted.count))
    return counted.postings(weights, values / np.maximum(lengths, 1e-9)[counted.rows])


def saturated(texts: Iterable[Iterable[str]]) -> Postings:
    """Return texts as rows in which a feature's tenth time counts for little more than its fifth (BM25)."""
    counted = _Counted(texts)
    weights = np.log(1 + (counted.count - counted.rows_with + 0.5) / (counted.rows_with + 0.5)).astype(np.float32)
    lengths = np.bincount(counted.rows, weights=counted.times, minlength=counted.count)
    relative = 1 - _LENGTH_SHARE + _LENGTH_SHARE * lengths * counted.count / max(lengths.sum(), 1e-9)
    values = counted.times * (_SATURATION + 1) / (counted.times + _SATURATION * relative[counted.rows])
    return counted.postings(weights, values)


class _Counted:
    """Texts' features, counted: row by row, and in a row as they first stand there."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        hashes, ends = array("q"), array("q")
        for text in texts:
            hashes.extend(map(hash, text))
            ends.append(len(hashes))
        self.count = len(ends)
        found = np.frombuffer(hashes, np.int64) if hashes else np.zeros(0, np.int64)
        sizes = np.diff(np.array(ends, np.int64), prepend=0).astype(np.int64)
        owners = np.repeat(np.arange(self.count, dtype=np.int32), sizes)
        order = np.argsort(found, kind="stable")
        first, new = _first(found[order], owners[order])
        places = order[first]  # where each feature first stands in its row
        in_rows = np.zeros(len(found), bool)
        in_rows[places] = True
        self.by_feature = np.cumsum(in_rows)[places] - 1
        self.rows = owners[in_rows]
        self.times = np.empty(len(places), np.int64)
        self.times[self.by_feature] = np.diff(first, append=len(found))
        self.features = found[places[new]]
        self.feature = np.empty(len(places), np.int64)
        self.feature[self.by_feature] = np.cumsum(new) - 1
        self.rows_with = np.bincount(self.feature, minlength=len(self.features))

    def postings(self, weights: Numbers, values: NDArray[np.floating]) -> Postings:
        """Lay the values out by feature."""
        starts: Whole = np.concatenate(([0], np.cumsum(self.rows_with)))
        rows, ordered = self.rows[self.by_feature], values[self.by_feature].astype(np.float32)
        return Postings(self.features, weights, starts, rows, ordered, self.count)


def _first(features: Whole, rows: NDArray[np.int32]) -> tuple[Whole, NDArray[np.bool_]]:
    """Return where each feature begins in each row, of features and rows in order, and whether the feature is new."""
    other = np.append(True, features[1:] != features[:-1])[: len(features)]
    first = np.flatnonzero(other | np.append(True, rows[1:] != rows[:-1])[: len(rows)])
    return first, other[first]
