"""How near a line is to an entry: to the mean of the entry's lines, by words and by letters as the matcher takes them.

Where there are thousands of entries, to compare every line with every one would take minutes. So they are compared
first in few dimensions, those in which entries differ most, and by what is rare, which no few dimensions can hold; and
then exactly where a line comes anywhere near.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.lines import Lines
from bot.core.matching.postings import Numbers, Whole

WORDS, LETTERS = 0.55, 0.45  # shares of a line's likeness
_RARE, _FEW = 0.1, 25  # of all entries, or in all: a feature that no more have is compared exactly from the first
_DIMENSIONS = 128  # up to so many entries the first look is exact
_MARGIN = 0.17  # by which the first look may be too low: fifteen times as much as it errs on average
_NARROW = 1 << 15  # lines
_ROUNDING = 0.001
_AT_ONCE = 1 << 22  # features and entries of lines


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that is nearer to another entry than to its own: the numbers of both, and by how much it is nearer."""

    line: int
    other: int
    lead: float


class Nearness:
    """Measures how near lines are to entries, from 0 to about 1.

    Args:
        lines: the lines of all topics, entries first.
    """

    def __init__(self, lines: Lines) -> None:
        self._owners = lines.owners
        self._entries = sum(not topic.outside for topic in lines.topics)
        words, letters = lines.words, lines.letters
        times = np.concatenate((np.diff(words.starts), np.diff(letters.starts)))
        rows, values = np.concatenate((words.rows, letters.rows)), np.concatenate((words.values, letters.values))
        features = np.repeat(np.arange(len(times), dtype=np.int32), times)
        self._shares = np.full(len(times), LETTERS, np.float32)
        self._shares[: len(words.features)] = WORDS
        self._middle(features, rows, values, len(lines.topics))
        self._begins = np.concatenate(([0], np.cumsum(np.bincount(rows, minlength=len(lines.owners)))))
        self._features, self._values = np.empty_like(features), np.empty_like(values)
        for first in range(0, len(lines.owners), _NARROW):  # a part at a time, which takes little room
            last = min(first + _NARROW, len(lines.owners))
            part = np.flatnonzero((rows >= first) & (rows < last))
            part = part[np.argsort((rows[part] - first).astype(np.uint16), kind="stable")]  # small numbers sort fastest
            held = slice(self._begins[first], self._begins[last])
            self._features[held], self._values[held] = features[part], values[part]

    def _middle(self, features: NDArray[np.int32], rows: NDArray[np.int32], values: Numbers, topics: int) -> None:
        """Sum up the lines of each entry, feature by feature."""
        cells = features.astype(np.int64) * topics + self._owners[rows]  # in order, as the lines are
        firsts = np.flatnonzero(np.diff(cells, prepend=-1))
        sums = np.add.reduceat(values, firsts) if len(firsts) else values
        of, entries = np.divmod(cells[firsts], max(topics, 1))
        inside = entries < self._entries
        of, entries, sums = of[inside], entries[inside], sums[inside]
        lengths = np.bincount(entries, weights=np.square(sums) * (self._shares[of] == WORDS), minlength=self._entries)
        self._lengths = np.maximum(np.sqrt(lengths), 1e-9).astype(np.float32)
        self._sizes = np.bincount(self._owners, minlength=topics)
        self._of, self._to = of.astype(np.int32), entries.astype(np.int32)
        self._weights = sums * self._shares[of] / self._lengths[entries]
        self._by_entry = np.argsort(entries, kind="stable").astype(np.int32)
        self._ends = np.searchsorted(entries[self._by_entry], np.arange(self._entries + 1))
        self._whole = np.zeros(len(self._shares), np.float32)

    def near(self, entry: int, rows: Whole) -> Numbers:
        """Return how near some lines are to an entry; a line of its own is compared with the others.

        Args:
            entry: the number of the entry.
            rows: the numbers of the lines.
        """
        held = self._by_entry[self._ends[entry] : self._ends[entry + 1]]
        self._whole[self._of[held]] = self._weights[held]
        places, line = self._places(rows)
        features, values = self._features[places], self._values[places]
        near = np.bincount(line, weights=values * self._whole[features], minlength=len(rows))
        self._whole[self._of[held]] = 0
        own, size = self._owners[rows] == entry, self._sizes[entry]
        alone = np.bincount(line, weights=np.square(values) * self._shares[features], minlength=len(rows))
        near[own] = (near[own] - alone[own] / self._lengths[entry]) * (size / max(size - 1, 1))
        return near.astype(np.float32)

    def leads(self, rows: Whole, least: float) -> Iterator[Lead]:
        """Yield the lines that are nearer to another entry than to their own, in order, each with the nearest.

        Args:
            rows: the numbers of the lines to look at.
            least: by how much they are nearer at least.
        """
        if self._entries < 2 or not len(rows):
            return
        own = self._each(self._owners[rows], rows)
        places, others = self._likely(rows, own + np.float32(least))
        lead = self._each(others, rows[places]) - own[places]
        best: dict[int, Lead] = {}
        for line, other, by in zip(rows[places].tolist(), others.tolist(), lead.tolist(), strict=True):
            if by >= least and (line not in best or by > best[line].lead):
                best[line] = Lead(line, other, by)
        yield from best.values()

    def _each(self, entries: Whole, rows: Whole) -> Numbers:
        """Return how near each line is to its entry, of pairs."""
        near = np.zeros(len(rows), np.float32)
        order = np.argsort(entries, kind="stable")
        ends = np.searchsorted(entries[order], np.arange(self._entries + 1))
        for entry in np.unique(entries).tolist():
            those = order[ends[entry] : ends[entry + 1]]
            near[those] = self.near(entry, rows[those])
        return near

    def _likely(self, rows: Whole, wanted: Numbers) -> tuple[Whole, Whole]:
        """Return the pairs of a line (its place in ``rows``) and another entry that may be as near as is wanted."""
        having = np.bincount(self._of, minlength=len(self._shares))
        rare = having <= max(self._entries * _RARE, _FEW)
        number = np.cumsum(~rare) - 1
        few, many = self._in_few_dimensions(~rare, number)
        wanted = wanted - np.float32(_ROUNDING if many is None else _MARGIN)
        starts = np.concatenate(([0], np.cumsum(having)))
        found: list[tuple[Whole, Whole]] = []
        at_once = max(1, _AT_ONCE // (len(few) + self._entries))
        for at in range(0, len(rows), at_once):
            part = rows[at : at + at_once]
            places, line = self._places(part)
            features, values = self._features[places], self._values[places]
            seldom = rare[features]
            usual = np.zeros((len(part), len(few)), np.float32)
            usual[line[~seldom], number[features[~seldom]]] = values[~seldom]
            near = usual @ few if many is None else usual @ few @ many
            features, values, line = features[seldom], values[seldom], line[seldom]
            times = having[features]
            held = _ranges(starts[features], times)
            cells = np.repeat(line * self._entries, times) + self._to[held]
            shares = np.repeat(values, times) * self._weights[held]
            near += np.bincount(cells, weights=shares, minlength=near.size).reshape(near.shape)
            near[np.arange(len(part)), self._owners[part]] = -1
            lines, others = np.nonzero(near >= wanted[at : at + at_once, None])
            found.append((lines + at, others))
        lines, others = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return lines, others

    def _in_few_dimensions(self, common: NDArray[np.bool_], number: Whole) -> tuple[Numbers, Numbers | None]:
        """Return common features (row) and entries (column) in the dimensions in which entries differ most by them.

        A few entries are the dimensions themselves.
        """
        held = common[self._of]
        whole = np.zeros((int(number[-1]) + 1, self._entries), np.float32)
        whole[number[self._of[held]], self._to[held]] = self._weights[held]
        if self._entries <= _DIMENSIONS:
            return whole, None
        chance = np.random.default_rng(0)
        seen = chance.standard_normal((self._entries, min(_DIMENSIONS, *whole.shape)), np.float32)
        basis, _ = np.linalg.qr(whole @ (whole.T @ np.linalg.qr(whole @ seen)[0]))
        return basis, basis.T @ whole

    def _places(self, rows: Whole) -> tuple[Whole, Whole]:
        """Return the places of all features of some lines, and for each place which of these lines it is of."""
        sizes = self._begins[rows + 1] - self._begins[rows]
        return _ranges(self._begins[rows], sizes), np.repeat(np.arange(len(rows)), sizes)


def _ranges(starts: Whole, sizes: Whole) -> Whole:
    """Return all numbers of several ranges, one range after the other."""
    ends = np.cumsum(sizes)
    return np.repeat(starts - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)
