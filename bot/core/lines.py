"""Lines of text as weighted features, searched by how alike a message is to each.

A feature's weight is its inverse document frequency; every line has length one, so that likeness is a cosine. The
arrays are laid out by feature (compressed columns), so that a message touches only the lines it shares something with.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Whole = NDArray[np.int64]


class Lines:
    """Lines that a message is compared with.

    Args:
        lines: the features of each line, repeated as often as they stand there.
    """

    def __init__(self, lines: Sequence[Sequence[str]]) -> None:
        self.count = len(lines)
        self.features: dict[str, int] = {}
        known = self.features
        numbers = [known.setdefault(feature, len(known)) for line in lines for feature in line]
        rows = np.repeat(np.arange(self.count), [len(line) for line in lines])
        cells, times = np.unique(np.array(numbers, np.int64) * self.count + rows, return_counts=True)
        feature, self.rows = cells // max(self.count, 1), cells % max(self.count, 1)
        lines_with = np.bincount(feature, minlength=len(known))
        self.weights: Any = np.log((1 + self.count) / (1 + lines_with)) + 1
        values = (1 + np.log(times)) * self.weights[feature]
        lengths = np.sqrt(np.bincount(self.rows, weights=values * values, minlength=self.count))
        self.values: Numbers = (values / np.maximum(lengths, 1e-9)[self.rows]).astype(np.float32)
        self.starts: Whole = np.concatenate(([0], np.cumsum(lines_with)))
        self.rarest = math.log(1 + self.count) + 1

    def likeness(self, features: Iterable[str]) -> Numbers:
        """Return how alike a message is to every line, from 0 to 1; what no line knows makes it less alike to all.

        Args:
            features: the message's features, repeated as often as they stand there.
        """
        counted = Counter(features)
        wanted = {self.features[f]: (1 + math.log(n)) for f, n in counted.items() if f in self.features}
        unknown = sum(n * n for f, n in counted.items() if f not in self.features)
        values = {number: times * float(self.weights[number]) for number, times in wanted.items()}
        length = math.sqrt(sum(v * v for v in values.values()) + unknown * self.rarest**2 / 2) or 1.0
        total = np.zeros(self.count, np.float32)
        for number, value in values.items():
            part = slice(self.starts[number], self.starts[number + 1])
            total[self.rows[part]] += self.values[part] * np.float32(value / length)
        return total

    def centroid_lengths(self, owners: Whole, groups: int) -> Numbers:
        """Return the length of each group's mean line, so that groups of many and of few lines compare alike.

        Args:
            owners: the group of each line, from 0.
            groups: how many groups there are.
        """
        feature = np.repeat(np.arange(len(self.features)), np.diff(self.starts))
        cells, place = np.unique(feature * groups + owners[self.rows], return_inverse=True)
        sums = np.bincount(place, weights=self.values)
        squares = np.bincount(cells % max(groups, 1), weights=sums * sums, minlength=groups)
        sizes = np.maximum(np.bincount(owners, minlength=groups), 1)
        lengths: Numbers = np.maximum(np.sqrt(squares) / sizes, 1e-9).astype(np.float32)
        return lengths


def letter_groups(tokens: Iterable[str], cache: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the groups of three and four letters of words, with their ends marked.

    Args:
        tokens: the words.
        cache: holds the groups made before, and those made now.
    """
    groups: list[str] = []
    for token in tokens:
        found = cache.get(token)
        if found is None:
            padded = f" {token} "
            found = tuple(padded[i : i + n] for n in (3, 4) for i in range(len(padded) - n + 1))
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
