"""How near a line is to an entry: to the mean of the entry's lines, by words and by letters as the matcher takes them.

Where there are thousands of entries, to compare every line with every one would take minutes. So they are compared
first by what is rare, exactly, and by what is common in few dimensions only, those in which entries differ most; and
then exactly where a line comes anywhere near.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.hearing.matching.features import Small, Whole, ranges
from bot.hearing.matching.postings import Numbers, Postings
from bot.hearing.matching.topics import Lines

WORDS, LETTERS = 0.55, 0.45  # shares of a line's likeness
_RARE, _FEW = 0.1, 25  # of all entries, or in all: a feature that no more have is compared exactly from the first
_DIMENSIONS = 160  # up to so many entries the first look is exact
_ERRS = 0.5  # of the most by which the first look can be too low: twenty times as much as it errs on average
_ROUNDING = 0.001
_PART = 1 << 14  # lines
_AT_ONCE = 1 << 20  # features and entries of lines


@dataclass(frozen=True, slots=True)
class CloserEntry:
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

    def some(self, first: int, last: int) -> "_Held":
        """Return those of some of the lines."""
        held = slice(self.begins[first], self.begins[last])
        return _Held(self.features[held], self.values[held], self.begins[first : last + 1] - self.begins[first])

    @property
    def lines(self) -> Whole:
        """The line that each is of, from 0."""
        return np.repeat(np.arange(len(self.begins) - 1), np.diff(self.begins))

    def only(self, those: NDArray[np.bool_]) -> "_Held":
        """Return some of the features."""
        kept = np.concatenate(([0], np.cumsum(those)))
        return _Held(self.features[those], self.values[those], kept[self.begins])


class EntrySimilarity:
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
        self._part()

    def _middle(self) -> None:
        """Sum up the lines of each entry, feature by feature."""
        (had, words), (having, letters) = (self._sums(kind) for kind in self._kinds)
        squares = (np.bincount(to, np.square(sums), self._entries) for to, sums in words)
        self._lengths = np.maximum(np.sqrt(sum(squares, np.zeros(self._entries))), 1e-9).astype(np.float32)
        for kind, share in ((words, WORDS), (letters, LETTERS)):
            for to, sums in kind:
                sums *= np.float32(share)
                sums /= self._lengths[to]
        self._having = np.concatenate((had, having))
        self._starts = np.cumsum(self._having) - self._having
        self._to, self._weights = (np.concatenate(parts) for parts in zip(*words, *letters, strict=True))

    def _sums(self, kind: Postings) -> tuple[Whole, list[tuple[NDArray[np.integer], Numbers]]]:
        """Return how many entries have each feature of one kind; and which, with the sums of their lines, in parts."""
        having, parts = np.zeros(len(kind.features), np.int64), []
        small = np.min_scalar_type(self._entries)
        for features, topics, sums in kind.sums(self._owners, self._topics):
            inside = topics < self._entries
            having += np.bincount(features[inside], minlength=len(having))
            parts.append((topics[inside].astype(small), sums[inside].astype(np.float32)))
        return having, parts

    def _part(self) -> None:
        """Part what is rare from what is common, and find the few dimensions of what is common."""
        self._rare = self._having <= max(self._entries * _RARE, _FEW)
        self._number = np.cumsum(~self._rare) - 1
        self._common = np.zeros((int(np.sum(~self._rare)), self._entries), np.float32)
        for feature in np.flatnonzero(~self._rare).tolist():
            held = slice(self._starts[feature], self._starts[feature] + self._having[feature])
            self._common[self._number[feature], self._to[held]] = self._weights[held]
        self._few, self._many = _in_few_dimensions(self._common)
        lost = np.square(self._common).sum(axis=0) - np.square(self._many).sum(axis=0)
        self._lost = np.sqrt(np.maximum(lost, 0))

    def near(self, entry: int, rows: Whole) -> Numbers:
        """Return how near some lines are to an entry; a line of its own is compared with the others.

        Args:
            entry: the number of the entry.
            rows: the numbers of the lines, in order.
        """
        held, entries = self._held(rows), np.full(len(rows), entry)
        every = np.arange(len(rows))
        exact = self._by_rare(held)[every, entries] + self._by_common(
            held.only(~self._rare[held.features]), every, entries
        )
        own = self._owners[rows] == entry
        return np.where(own, self._without(exact, held, entries), exact).astype(np.float32)

    def leads(self, rows: Whole, least: float) -> Iterator[CloserEntry]:
        """Yield the lines that are nearer to another entry than to their own, in order, each with the nearest.

        Args:
            rows: the numbers of the lines to look at, in order.
            least: by how much they are nearer at least.
        """
        at_once = max(1, _AT_ONCE // (len(self._common) + self._entries))
        for first in range(0, len(rows) if self._entries > 1 else 0, _PART):  # a part at a time takes little room
            part = rows[first : first + _PART]
            held = self._held(part)
            for at in range(0, len(part), at_once):
                some = part[at : at + at_once]
                yield from self._leads(some, held.some(at, at + len(some)), least)

    def _leads(self, rows: Whole, held: _Held, least: float) -> Iterator[CloserEntry]:
        every, owners = np.arange(len(rows)), self._owners[rows]
        common = held.only(~self._rare[held.features])
        rare = self._by_rare(held)
        own = self._without(rare[every, owners] + self._by_common(common, every, owners), held, owners)
        near = rare + self._at_most(common)
        near[every, owners] = -1
        lines, others = np.divmod(np.flatnonzero(near >= (own + least - _ROUNDING)[:, None]), self._entries)
        lead = rare[lines, others] + self._by_common(common, lines, others) - own[lines]
        best: dict[int, CloserEntry] = {}
        for line, other, by in zip(rows[lines].tolist(), others.tolist(), lead.tolist(), strict=True):
            if by >= least and (line not in best or by > best[line].lead):
                best[line] = CloserEntry(line, other, by)
        yield from best.values()

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

    def _without(self, near: Numbers, held: _Held, owners: Whole) -> NDArray[np.float64]:
        """Return how near lines are to the other lines of their entry, of how near they are to all, themselves too."""
        squares = np.square(held.values) * self._shares[held.features]
        alone = np.bincount(held.lines, weights=squares, minlength=len(owners))
        sizes = self._sizes[owners]
        return (near - alone / self._lengths[owners]) * (sizes / np.maximum(sizes - 1, 1))

    def _by_rare(self, held: _Held) -> Numbers:
        """Return how near each line (row) is to each entry (column) by what is rare."""
        seldom = self._rare[held.features]
        features, values, lines = held.features[seldom], held.values[seldom], held.lines[seldom]
        times = self._having[features]
        places = ranges(self._starts[features], times)
        cells = np.repeat(lines * self._entries, times) + self._to[places]
        shares = np.repeat(values, times) * self._weights[places]
        count = len(held.begins) - 1
        near = np.bincount(cells, weights=shares, minlength=count * self._entries)
        return near.astype(np.float32).reshape(count, self._entries)

    def _by_common(self, common: _Held, lines: Whole, entries: Whole) -> Numbers:
        """Return how near lines are to entries by what is common, of pairs.

        Args:
            common: the common features of lines.
            lines: the line of each pair, from 0.
            entries: the entry of each.
        """
        times = np.diff(common.begins)[lines]
        places = ranges(common.begins[lines], times)
        cells = self._number[common.features[places]] * self._entries + np.repeat(entries, times)
        shares = common.values[places] * self._common.ravel()[cells]
        near = np.bincount(np.repeat(np.arange(len(lines)), times), weights=shares, minlength=len(lines))
        return near.astype(np.float32)

    def _at_most(self, common: _Held) -> Numbers:
        """Return about how near each line (row) is at most to each entry (column) by what is common."""
        lines = common.lines
        whole = np.zeros((len(common.begins) - 1, len(self._common)), np.float32)
        whole[lines, self._number[common.features]] = common.values
        seen = whole @ self._few
        squares = np.bincount(lines, weights=np.square(common.values), minlength=len(whole))
        lost = np.sqrt(np.maximum(squares - np.square(seen).sum(axis=1), 0)) * _ERRS
        most: Numbers = np.column_stack((seen, lost.astype(np.float32))) @ np.vstack((self._many, self._lost))
        return most


def _in_few_dimensions(whole: Numbers) -> tuple[Numbers, Numbers]:
    """Return features (row) and entries (column) in the dimensions in which entries differ most by them."""
    dimensions = min(_DIMENSIONS, *whole.shape)
    if not dimensions:
        return whole[:, :0], whole[:0]
    chance = np.random.default_rng(0)
    seen = chance.standard_normal((whole.shape[1], dimensions), np.float32)
    basis, _ = np.linalg.qr(whole @ (whole.T @ np.linalg.qr(whole @ seen)[0]))
    return basis, basis.T @ whole
