"""The similarity of lines to entries: to the mean of an entry's lines, by the matcher's words and letter n-grams.

With thousands of entries, comparing every line with every entry would take minutes. So lines are first compared exactly
by rare features, and by common features only in the few dimensions where entries differ most. Then the pairs that come
close are compared exactly.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.hearing.matching.features import Small, Whole, ranges
from bot.hearing.matching.postings import Numbers, Postings
from bot.hearing.matching.topics import Lines

WORDS, LETTERS = 0.55, 0.45  # their shares of the similarity
_RARE, _FEW = 0.1, 25  # a share of the entries, and a number: a feature in no more entries than this is rare
_DIMENSIONS = 160  # with no more entries than this, the first comparison is exact
_ERRS = 0.5  # a share of the largest error of the first comparison: twenty times its average error
_ROUNDING = 0.001
_PART = 1 << 13  # lines
_AT_ONCE = 1 << 20  # features and entries of lines


@dataclass(frozen=True, slots=True)
class CloserEntry:
    """A line that is closer to another entry than to its own: the numbers of both, and by how much."""

    line: int
    other: int
    lead: float


@dataclass(frozen=True, slots=True)
class _LineFeatures:
    """The features of some lines, one line after another."""

    features: Small
    values: Numbers
    begins: Whole  # of each line, and the end of the last

    def some(self, first: int, last: int) -> "_LineFeatures":
        held = slice(self.begins[first], self.begins[last])
        return _LineFeatures(self.features[held], self.values[held], self.begins[first : last + 1] - self.begins[first])

    @property
    def lines(self) -> Whole:
        """The line of each feature, from 0."""
        return np.repeat(np.arange(len(self.begins) - 1), np.diff(self.begins))

    def only(self, those: NDArray[np.bool_]) -> "_LineFeatures":
        kept = np.concatenate(([0], np.cumsum(those)))
        return _LineFeatures(self.features[those], self.values[those], kept[self.begins])


class EntrySimilarity:
    """Measures the similarity of lines to entries, from 0 to about 1."""

    def __init__(self, lines: Lines) -> None:
        self._owners, self._topics = lines.owners, len(lines.topics)
        self._entries = sum(not topic.outside for topic in lines.topics)
        self._sizes = np.bincount(self._owners, minlength=self._topics)
        self._kinds = (lines.words, lines.letters)
        self._shares = np.repeat(np.array((WORDS, LETTERS), np.float32), [len(kind.features) for kind in self._kinds])
        self._middle()
        self._part()

    def _middle(self) -> None:
        """Sum the lines of each entry, feature by feature."""
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
        """Return how many entries have each feature of one kind, and which, with the sums of their lines, in parts."""
        having, parts = np.zeros(len(kind.features), np.int64), []
        small = np.min_scalar_type(self._entries)
        for features, topics, sums in kind.sums(self._owners, self._topics):
            inside = topics < self._entries
            having += np.bincount(features[inside], minlength=len(having))
            parts.append((topics[inside].astype(small), sums[inside].astype(np.float32)))
        return having, parts

    def _part(self) -> None:
        """Separate rare features from common ones, and reduce the common ones to few dimensions."""
        self._rare = self._having <= max(self._entries * _RARE, _FEW)
        self._number = np.cumsum(~self._rare) - 1
        self._common = np.zeros((int(np.sum(~self._rare)), self._entries), np.float32)
        for feature in np.flatnonzero(~self._rare).tolist():
            held = slice(self._starts[feature], self._starts[feature] + self._having[feature])
            self._common[self._number[feature], self._to[held]] = self._weights[held]
        self._few, self._many = _in_few_dimensions(self._common)
        lost = np.square(self._common).sum(axis=0) - np.square(self._many).sum(axis=0)
        self._lost = np.sqrt(np.maximum(lost, 0))

    def near(self, entries: Sequence[int], rows: Whole) -> Numbers:
        """Return the similarity of lines (row) to entries (column); for its own entry, to the entry's other lines."""
        held, every = self._held(rows), np.arange(len(rows))
        rare, common = self._by_rare(held), held.only(~self._rare[held.features])
        near = np.empty((len(rows), len(entries)), np.float32)
        for column, entry in enumerate(entries):
            exact = rare[:, entry] + self._by_common(common, every, other := np.full(len(rows), entry))
            near[:, column] = np.where(self._owners[rows] == entry, self._without(exact, held, other), exact)
        return near

    def leads(self, rows: Whole, least: float) -> Iterator[CloserEntry]:
        """Yield the lines that are closer to another entry than to their own, in order, each with the closest entry."""
        at_once = max(1, _AT_ONCE // (len(self._common) + self._entries))
        for first in range(0, len(rows) if self._entries > 1 else 0, _PART):  # a part at a time takes little memory
            part = rows[first : first + _PART]
            held = self._held(part)
            for at in range(0, len(part), at_once):
                some = part[at : at + at_once]
                yield from self._leads(some, held.some(at, at + len(some)), least)

    def _leads(self, rows: Whole, held: _LineFeatures, least: float) -> Iterator[CloserEntry]:
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

    def _held(self, rows: Whole) -> _LineFeatures:
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
        return _LineFeatures(np.concatenate(features)[order], np.concatenate(values)[order], begins)

    def _without(self, near: Numbers, held: _LineFeatures, owners: Whole) -> NDArray[np.float64]:
        """Return the similarity of lines to their entry's other lines, worked out from that to all its lines."""
        squares = np.square(held.values) * self._shares[held.features]
        alone = np.bincount(held.lines, weights=squares, minlength=len(owners))
        sizes = self._sizes[owners]
        return (near - alone / self._lengths[owners]) * (sizes / np.maximum(sizes - 1, 1))

    def _by_rare(self, held: _LineFeatures) -> Numbers:
        """Return the similarity of each line (row) to each entry (column) by rare features."""
        seldom = self._rare[held.features]
        features, values, lines = held.features[seldom], held.values[seldom], held.lines[seldom]
        times = self._having[features]
        places = ranges(self._starts[features], times)
        cells = np.repeat(lines * self._entries, times) + self._to[places]
        shares = np.repeat(values, times) * self._weights[places]
        count = len(held.begins) - 1
        near = np.bincount(cells, weights=shares, minlength=count * self._entries)
        return near.astype(np.float32).reshape(count, self._entries)

    def _by_common(self, common: _LineFeatures, lines: Whole, entries: Whole) -> Numbers:
        """Return the similarity of pairs of lines and entries by common features."""
        times = np.diff(common.begins)[lines]
        places = ranges(common.begins[lines], times)
        cells = self._number[common.features[places]] * self._entries + np.repeat(entries, times)
        shares = common.values[places] * self._common.ravel()[cells]
        near = np.bincount(np.repeat(np.arange(len(lines)), times), weights=shares, minlength=len(lines))
        return near.astype(np.float32)

    def _at_most(self, common: _LineFeatures) -> Numbers:
        """Return about the highest possible similarity of each line (row) to each entry (column) by common features."""
        lines = common.lines
        whole = np.zeros((len(common.begins) - 1, len(self._common)), np.float32)
        whole[lines, self._number[common.features]] = common.values
        seen = whole @ self._few
        squares = np.bincount(lines, weights=np.square(common.values), minlength=len(whole))
        lost = np.sqrt(np.maximum(squares - np.square(seen).sum(axis=1), 0)) * _ERRS
        most: Numbers = np.column_stack((seen, lost.astype(np.float32))) @ np.vstack((self._many, self._lost))
        return most


def _in_few_dimensions(whole: Numbers) -> tuple[Numbers, Numbers]:
    """Return features (row) and entries (column) in the few dimensions where entries differ most."""
    dimensions = min(_DIMENSIONS, *whole.shape)
    if not dimensions:
        return whole[:, :0], whole[:0]
    chance = np.random.default_rng(0)
    seen = chance.standard_normal((whole.shape[1], dimensions), np.float32)
    basis, _ = np.linalg.qr(whole @ (whole.T @ np.linalg.qr(whole @ seen)[0]))
    return basis, basis.T @ whole
