"""Lines of text as weighted features, searched by how alike a message is to each.

A feature's weight is its inverse document frequency; every line has length one, so that likeness is a cosine. The
arrays are laid out by feature (compressed columns), so that a message touches only the lines it shares something with.
A feature is held as its hash of 64 bits, which saves the memory of tens of thousands of short texts.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_AT_ONCE = 2000  # features whose sums are made at once, so that memory stays low

Numbers = NDArray[np.float32]
Whole = NDArray[np.int64]


class Lines:
    """Lines that a message is compared with.

    Args:
        lines: the features of each line, repeated as often as they stand there; taken one line at a time.
    """

    def __init__(self, lines: Iterable[Iterable[str]]) -> None:
        hashes, times, sizes = array("q"), array("i"), array("i")
        for line in lines:
            counted = Counter(line)
            hashes.extend(map(hash, counted))
            times.extend(counted.values())
            sizes.append(len(counted))
        self.count = len(sizes)
        self.features, feature = np.unique(np.frombuffer(hashes, np.int64), return_inverse=True)
        by_feature = np.argsort(feature, kind="stable")
        rows = np.repeat(np.arange(self.count, dtype=np.int32), np.frombuffer(sizes, np.intc))
        lines_with = np.bincount(feature, minlength=len(self.features))
        self.weights = (np.log((1 + self.count) / (1 + lines_with)) + 1).astype(np.float32)
        values = (1 + np.log(np.frombuffer(times, np.intc), dtype=np.float32)) * self.weights[feature]
        lengths = np.sqrt(np.bincount(rows, weights=values * values, minlength=self.count))
        values /= np.maximum(lengths, 1e-9)[rows]
        self.rows, self.values = rows[by_feature], values[by_feature]
        self.starts: Whole = np.concatenate(([0], np.cumsum(lines_with)))
        self.rarest = math.log(1 + self.count) + 1

    def likeness(self, features: Iterable[str]) -> Numbers:
        """Return how alike a message is to every line, from 0 to 1; what no line knows makes it less alike to all.

        Args:
            features: the message's features, repeated as often as they stand there.
        """
        counted = Counter(features)
        values, unknown = self._values(counted)
        length = math.sqrt(sum(v * v for v in values.values()) + unknown * self.rarest**2 / 2) or 1.0
        total = np.zeros(self.count, np.float32)
        for number, value in values.items():
            part = slice(self.starts[number], self.starts[number + 1])
            total[self.rows[part]] += self.values[part] * np.float32(value / length)
        return total

    def _values(self, counted: Mapping[str, int]) -> tuple[dict[int, float], int]:
        """Return the weighted values of the features that some line has, by their numbers, and how much none has."""
        hashes = np.fromiter(map(hash, counted), np.int64, len(counted))
        places = np.searchsorted(self.features, hashes)
        values: dict[int, float] = {}
        unknown = 0
        for place, wanted, times in zip(places.tolist(), hashes.tolist(), counted.values(), strict=True):
            if place < len(self.features) and self.features[place] == wanted:
                values[place] = (1 + math.log(times)) * float(self.weights[place])
            else:
                unknown += times * times
        return values, unknown

    def centroid_lengths(self, owners: Whole, groups: int) -> Numbers:
        """Return the length of each group's mean line, so that groups of many and of few lines compare alike.

        Args:
            owners: the group of each line, from 0.
            groups: how many groups there are.
        """
        squares = np.zeros(groups)
        for first in range(0, len(self.features), _AT_ONCE):
            starts = self.starts[first : first + _AT_ONCE + 1]
            part = slice(starts[0], starts[-1])
            cells = np.repeat(np.arange(len(starts) - 1), np.diff(starts)) * groups + owners[self.rows[part]]
            sums = np.bincount(cells, weights=self.values[part], minlength=(len(starts) - 1) * groups)
            squares += np.square(sums).reshape(-1, groups).sum(axis=0)
        sizes = np.maximum(np.bincount(owners, minlength=groups), 1)
        lengths: Numbers = np.maximum(np.sqrt(squares) / sizes, 1e-9).astype(np.float32)
        return lengths


def letter_groups(tokens: Iterable[str], cache: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the groups of three letters of words, with their ends marked.

    Args:
        tokens: the words.
        cache: holds the groups made before, and those made now.
    """
    groups: list[str] = []
    for token in tokens:
        found = cache.get(token)
        if found is None:
            padded = f" {token} "
            found = tuple(padded[i : i + 3] for i in range(len(padded) - 2))
            cache[token] = found
        groups.extend(found)
    return groups


def owned(keywords: Sequence[Iterable[str]]) -> Mapping[str, tuple[int, ...]]:
    """Return each keyword with the groups that name it.

    Args:
        keywords: the keywords of each group, from 0.
    """
    owners: dict[str, list[int]] = {}
    for number, words in enumerate(keywords):
        for word in dict.fromkeys(words):
            if word:
                owners.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in owners.items()}
