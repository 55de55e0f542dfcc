"""How near each phrasing is to every entry when it is left out itself: to the mean of an entry's lines, by words and by
letters as the matcher takes them, for all phrasings at once."""

from dataclasses import dataclass

import numpy as np

from bot.core.library import Library
from bot.core.matching.lexical import word_features
from bot.core.matching.postings import Numbers, Postings, Whole, alike
from bot.core.matching.stems import content_words, letter_groups
from bot.core.matching.topics import topics
from bot.core.text import normalise, words

_WORDS, _LETTERS = 0.55, 0.45  # shares of a line's likeness
_AT_ONCE = 40_000  # features


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near phrasings are to entries, from 0 to about 1.

    Attributes:
        entries: ids of the entries.
        phrasings: the entry (by its place in ``entries``) and the number of each phrasing.
        near: one row a phrasing, one column an entry; to its own entry, what its other lines give.
    """

    entries: tuple[str, ...]
    phrasings: tuple[tuple[int, int], ...]
    near: Numbers


def nearness(library: Library) -> Nearness:
    """Measure how near each phrasing of a library is to each entry."""
    entries = [topic for topic in topics(library) if not topic.outside]
    lines = [(owner, line) for owner, e in enumerate(entries) for line in (*e.phrasings, *e.sentences)]
    split = [words(normalise(line)) for _, line in lines]
    owners = np.array([owner for owner, _ in lines], np.int64)
    groups: dict[str, tuple[str, ...]] = {}
    by_word = _Summed(alike(map(word_features, split)), owners, len(entries))
    by_letter = _Summed(alike(letter_groups(content_words(line), groups) for line in split), owners, len(entries))
    starts = np.searchsorted(owners, np.arange(len(entries)))
    phrasings = tuple((owner, number) for owner, e in enumerate(entries) for number in range(len(e.phrasings)))
    kept = np.array([starts[owner] + number for owner, number in phrasings], np.int64)
    sizes = np.bincount(owners, minlength=len(entries)).astype(np.float32)
    lengths = by_word.lengths() / sizes
    near = (_WORDS * by_word.likeness(kept) + _LETTERS * by_letter.likeness(kept)) / sizes / lengths
    rows, own = np.arange(len(kept)), owners[kept]
    alone = 1 / sizes / lengths  # a line's part in its own entry's mean
    near[rows, own] = (near[rows, own] - alone[own]) * (sizes / np.maximum(sizes - 1, 1))[own]
    return Nearness(tuple(library.entries), phrasings, near.astype(np.float32))


class _Summed:
    """Lines and the sums of each entry's lines.

    A feature that one line alone has makes it like its own entry and no other; such features, the most of them, are
    kept apart.

    Args:
        lines: the lines.
        owners: the entry of each line, from 0.
        entries: how many entries there are.
    """

    def __init__(self, lines: Postings, owners: Whole, entries: int) -> None:
        times = np.diff(lines.starts)
        alone = np.repeat(times == 1, times)
        self._owners = owners
        self._own = np.bincount(lines.rows[alone], weights=np.square(lines.values[alone]), minlength=lines.count)
        count = int(np.count_nonzero(times > 1))
        self._features = np.repeat(np.arange(count), times[times > 1])
        self._rows, self._values = lines.rows[~alone], lines.values[~alone]
        cells = self._features * entries + owners[self._rows]
        sums = np.bincount(cells, weights=self._values, minlength=count * entries)
        self._sums = sums.astype(np.float32).reshape(count, entries)

    def lengths(self) -> Numbers:
        """Return the length of each entry's sum."""
        own = np.bincount(self._owners, weights=self._own, minlength=self._sums.shape[1])
        lengths: Numbers = np.sqrt(np.square(self._sums).sum(axis=0) + own).astype(np.float32)
        return np.maximum(lengths, np.float32(1e-9))

    def likeness(self, kept: Whole) -> Numbers:
        """Return for each of some lines (row) its likeness to all lines of each entry (column), added up."""
        total = np.zeros((len(self._owners), self._sums.shape[1]), np.float32)
        total[np.arange(len(self._owners)), self._owners] = self._own
        wanted = np.zeros(len(self._owners), bool)
        wanted[kept] = True
        order = np.argsort(self._rows, kind="stable")
        order = order[wanted[self._rows[order]]]
        rows, features, values = self._rows[order], self._features[order], self._values[order]
        for first in range(0, len(rows), _AT_ONCE):
            part = slice(first, first + _AT_ONCE)
            begins = np.flatnonzero(np.diff(rows[part], prepend=-1))
            shares = self._sums[features[part]] * values[part, None]
            total[rows[part][begins]] += np.add.reduceat(shares, begins, axis=0)
        return total[kept]
