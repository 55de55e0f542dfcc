"""How near a line is to an entry: to the mean of the entry's lines, by words and by letters as the matcher takes them.

Where there are thousands of entries, to compare every line with every one would take minutes. So they are compared
first in few dimensions, those in which entries differ most, and by what is rare, which no few dimensions can hold; and
then exactly where a line comes anywhere near.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.features import Small, Whole, lay, ranges
from bot.core.matching.lines import Lines
from bot.core.matching.postings import Numbers, Postings

WORDS, LETTERS = 0.55, 0.45  # shares of a line's likeness
_RARE, _FEW = 0.1, 25  # of all entries, or in all: a feature that no more have is compared exactly from the first
_DIMENSIONS = 128  # up to so many entries the first look is exact
_MARGIN = 0.17  # by which the first look may be too low: fifteen times as much as it errs on average
_PART = 1 << 13  # lines
_CELLS = 1 << 18  # features of entries
_ROUNDING = 0.001
_AT_ONCE = 1 << 20  # features and entries of lines


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that is nearer to another entry than to its own: the numbers of both, and by how much it is nearer."""

    line: int
    other: int
    lead: float


@dataclass(frozen=True, slots=True)
class _Held:
    """The features of some lines, one line after the other."""

    features: Small
    values: Numbers
    begins: Whole  # of each line, and the end of the last

    def of(self, lines: Whole) -> tuple[Small, Numbers, Whole]:
        """Return the features of some of the lines, their values, and for each which of these lines it is of."""
        sizes = self.begins[lines + 1] - self.begins[lines]
        places = ranges(self.begins[lines], sizes)
        return self.features[places], self.values[places], np.repeat(np.arange(len(lines)), sizes)


class Nearness:
    """Measures how near lines are to entries, from 0 to about 1.

    Args:
        lines: the lines of all topics, entries first.
    """

    def __init__(self, lines: Lines) -> None:
        self._owners, self._topics = lines.owners, len(lines.topics)
        self._entries = sum(not topic.outside for topic in lines.topics)
        self._sizes = np.bincount(self._owners, minlength=self._topics)
        self._kinds = (lines.words, lines.letters)
        self._shares = np.repeat(np.array((WORDS, LETTERS), np.float32), [len(kind.features) for kind in self._kinds])
        self._middle()
        self._by_entries()
        self._whole = np.zeros(len(self._shares), np.float32)

    def _middle(self) -> None:
        """Sum up the lines of each entry, feature by feature."""
        words, letters = (self._sums(kind) for kind in self._kinds)
        squares = (np.bincount(to, np.square(sums), self._entries) for _, to, sums in words)
        self._lengths = np.maximum(np.sqrt(sum(squares, np.zeros(self._entries))), 1e-9).astype(np.float32)
        for kind, share in ((words, WORDS), (letters, LETTERS)):
            for _, to, sums in kind:
                sums *= np.float32(share)
                sums /= self._lengths[to]
        for of, _, _ in letters:
            of += len(self._kinds[0].features)
        self._of, self._to, self._weights = (np.concatenate(parts) for parts in zip(*words, *letters, strict=True))

    def _sums(self, kind: Postings) -> list[tuple[Small, NDArray[np.integer], Numbers]]:
        """Return the features, the entries and the sums of the lines of one kind, in parts."""
        small = np.min_scalar_type(self._entries)
        parts = []
        for features, topics, sums in kind.sums(self._owners, self._topics):
            inside = topics < self._entries
            parts.append((features[inside], topics[inside].astype(small), sums[inside].astype(np.float32)))
        return parts

    def _by_entries(self) -> None:
        """Put the cells of each entry together."""
        parts = range(0, len(self._to), _CELLS)
        sizes = (np.bincount(self._to[at : at + _CELLS], minlength=self._entries) for at in parts)
        self._ends = np.concatenate(([0], np.cumsum(sum(sizes, np.zeros(self._entries, np.int64)))))
        self._by_entry = np.empty(len(self._to), np.int32)
        ends = self._ends.copy()
        for at in parts:
            places, to = lay(ends, self._to[at : at + _CELLS])
            self._by_entry[to] = at + places

    def _held(self, rows: Whole) -> _Held:
        """Return the features of some lines, given in order."""
        place = np.full(len(self._owners), -1, np.int32)
        place[rows] = np.arange(len(rows), dtype=np.int32)
        before, features, lines, values = 0, [], [], []
        for kind in self._kinds:
            at = np.flatnonzero((kind.rows >= rows[0]) & (kind.rows <= rows[-1])) if len(rows) else rows
            at = at[place[kind.rows[at]] >= 0]
            features.append((np.searchsorted(kind.starts, at, side="right") - 1 + before).astype(np.int32))
            lines.append(place[kind.rows[at]])
            values.append(kind.values[at])
            before += len(kind.features)
        of = np.concatenate(lines)
        order = np.argsort(of.astype(np.min_scalar_type(len(rows))), kind="stable")  # small numbers sort fastest
        begins = np.concatenate(([0], np.cumsum(np.bincount(of, minlength=len(rows)))))
        return _Held(np.concatenate(features)[order], np.concatenate(values)[order], begins)

    def near(self, entry: int, rows: Whole) -> Numbers:
        """Return how near some lines are to an entry; a line of its own is compared with the others.

        Args:
            entry: the number of the entry.
            rows: the numbers of the lines.
        """
        return self._near(entry, rows, *self._held(rows).of(np.arange(len(rows))))

    def _near(self, entry: int, rows: Whole, features: Small, values: Numbers, line: Whole) -> Numbers:
        """Return how near some lines are to an entry.

        Args:
            entry: the number of the entry.
            rows: the numbers of the lines.
            features: all features of these lines.
            values: the value of each.
            line: which of these lines each is of.
        """
        held = self._by_entry[self._ends[entry] : self._ends[entry + 1]]
        self._whole[self._of[held]] = self._weights[held]
        near = np.bincount(line, weights=values * self._whole[features], minlength=len(rows))
        self._whole[self._of[held]] = 0
        own, size = self._owners[rows] == entry, self._sizes[entry]
        if own.any():
            alone = np.bincount(line, weights=np.square(values) * self._shares[features], minlength=len(rows))
            near[own] = (near[own] - alone[own] / self._lengths[entry]) * (size / max(size - 1, 1))
        return near.astype(np.float32)

    def leads(self, rows: Whole, least: float) -> Iterator[Lead]:
        """Yield the lines that are nearer to another entry than to their own, in order, each with the nearest.

        Args:
            rows: the numbers of the lines to look at.
            least: by how much they are nearer at least.
        """
        if self._entries < 2:
            return
        having = np.bincount(self._of, minlength=len(self._shares))
        look = _Look(having, self._to, self._weights, self._entries)
        for at in range(0, len(rows), _PART):  # a part at a time, which takes little room
            yield from self._leads(rows[at : at + _PART], least, look)

    def _leads(self, rows: Whole, least: float, look: "_Look") -> Iterator[Lead]:
        held, every = self._held(rows), np.arange(len(rows))
        own = self._each(self._owners[rows], rows, every, held)
        places, others = look.likely(held, self._owners[rows], own + np.float32(least))
        lead = self._each(others, rows, places, held) - own[places]
        best: dict[int, Lead] = {}
        for line, other, by in zip(rows[places].tolist(), others.tolist(), lead.tolist(), strict=True):
            if by >= least and (line not in best or by > best[line].lead):
                best[line] = Lead(line, other, by)
        yield from best.values()

    def _each(self, entries: Whole, rows: Whole, places: Whole, held: _Held) -> Numbers:
        """Return how near each line (its place in ``rows``) is to its entry, of pairs."""
        near = np.zeros(len(places), np.float32)
        order = np.argsort(entries, kind="stable")
        ends = np.searchsorted(entries[order], np.arange(self._entries + 1))
        for entry in np.unique(entries).tolist():
            those = order[ends[entry] : ends[entry + 1]]
            near[those] = self._near(entry, rows[places[those]], *held.of(places[those]))
        return near


class _Look:
    """A first look at which entries lines may be near to.

    Args:
        having: how many entries have each feature.
        to: these entries, feature by feature.
        weights: the weight of each feature for each of them.
        entries: how many entries there are.
    """

    def __init__(self, having: Whole, to: NDArray[np.integer], weights: Numbers, entries: int) -> None:
        self._having, self._to, self._weights, self._entries = having, to, weights, entries
        self._starts = np.cumsum(having) - having
        self._rare = self._having <= max(entries * _RARE, _FEW)
        self._number = np.cumsum(~self._rare) - 1
        whole = np.zeros((int(np.sum(~self._rare)), entries), np.float32)
        for feature in np.flatnonzero(~self._rare).tolist():
            held = slice(self._starts[feature], self._starts[feature] + self._having[feature])
            whole[self._number[feature], to[held]] = weights[held]
        self._few, self._many = _in_few_dimensions(whole)

    def likely(self, held: _Held, owners: Whole, wanted: Numbers) -> tuple[Whole, Whole]:
        """Return the pairs of a line (its number) and another entry that may be as near as is wanted."""
        wanted = wanted - np.float32(_ROUNDING if self._many is None else _MARGIN)
        found: list[tuple[Whole, Whole]] = []
        at_once = max(1, _AT_ONCE // (len(self._few) + self._entries))
        for at in range(0, len(owners), at_once):
            part = np.arange(at, min(at + at_once, len(owners)))
            near = self._first(*held.of(part), len(part))
            near[np.arange(len(part)), owners[part]] = -1
            lines, others = np.divmod(np.flatnonzero(near >= wanted[part, None]), self._entries)
            found.append((lines + at, others))
        lines, others = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return lines, others

    def _first(self, features: Small, values: Numbers, line: Whole, lines: int) -> Numbers:
        """Return about how near each line (row) is to each entry (column)."""
        seldom = self._rare[features]
        usual = np.zeros((lines, len(self._few)), np.float32)
        usual[line[~seldom], self._number[features[~seldom]]] = values[~seldom]
        common = usual @ self._few
        near: Numbers = np.asarray(common if self._many is None else common @ self._many, np.float32)
        features, values, line = features[seldom], values[seldom], line[seldom]
        times = self._having[features]
        held = ranges(self._starts[features], times)
        cells = np.repeat(line * self._entries, times) + self._to[held]
        shares = np.repeat(values, times) * self._weights[held]
        near += np.bincount(cells, weights=shares, minlength=near.size).reshape(near.shape)
        return near


def _in_few_dimensions(whole: Numbers) -> tuple[Numbers, Numbers | None]:
    """Return features (row) and entries (column) in the dimensions in which entries differ most by them.

    A few entries are the dimensions themselves.
    """
    entries = whole.shape[1]
    if entries <= _DIMENSIONS:
        return whole, None
    chance = np.random.default_rng(0)
    seen = chance.standard_normal((entries, min(_DIMENSIONS, *whole.shape)), np.float32)
    basis, _ = np.linalg.qr(whole @ (whole.T @ np.linalg.qr(whole @ seen)[0]))
    return basis, basis.T @ whole
