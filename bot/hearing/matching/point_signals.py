"""How alike a message is to each point of some entries: to its phrasings, its heading and its text."""

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.library import Library
from bot.core.quotations import filled
from bot.hearing.matching.features import Small, Whole, ranges, stems
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.small_vectors import SmallVectors
from bot.hearing.text import hashes_of, normalise, words

_ALWAYS = (
    "score of the entry, below the first",
    "the first entry",
    "likeness to the nearest phrasing",
    "likeness to the nearest three phrasings",
    "likeness to the heading",
    "likeness to the text",
    "share of the telling words",
    "likeness to the entry's other phrasings",
    "share of the words that are among what asks for it",
    "score of the entry, in a long message",
    "likeness to the nearest phrasing, in a long message",
    "likeness to the nearest three phrasings, in a long message",
)
ALWAYS = len(_ALWAYS)
SIGNALS_IN_TALK = (
    *_ALWAYS,
    "the entry that the talk is about",
    "and three words at most",
    "and five words at most",
    "and eight words at most",
    "and twelve words at most",
    "and a word that refers to something said",
    "and a word that asks",
    "an entry that the talk was about before that",
)
_BELOW = ("the likest of all points", "the likest of its entry")
SIGNALS = (
    *_ALWAYS,
    *(f"{signal}, below {likest}" for likest in _BELOW for signal in _ALWAYS[2:9]),
    "tens of words",
    "number of its phrasings, as a logarithm",  # the more there are, the nearer the nearest is by chance
    "number of its follow-ups, as a logarithm",
    "number of the entry's other phrasings, as a logarithm",
)
_NEAREST = 3  # how many of a point's phrasings count together
# Where a point has a word: in its text or a phrasing, in a phrasing, and in what is asked next in a talk.
_TOLD, _ASKED, _NEXT = 1, 2, 4
_LEAST = 1e-9  # to avoid dividing by zero if there are no words
_OF_EITHER = 3.0  # how far in the sum the points for two questions may be behind the likeliest for either
PlaceBits = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class PointedEntry:
    """An entry with points: which phrasings ask for them, and the vectors of what is compared with a message."""

    ids: tuple[str, ...]  # the ids of its points
    first: int  # the number of its first point among the points of all entries
    general: int  # how many of the entry's phrasings ask for none of its points; they come first
    # for each point (row), the positions of its phrasings, filled up with -1: positions among the entry's phrasings
    # and, after those, among its follow-ups
    rows: Whole
    counts: Numbers  # for each point (row), the last three signals
    phrasings: SmallVectors | None = None  # the vectors of its phrasings; None without an encoder, like the next three
    told: SmallVectors | None = None  # the vectors of its title, then of the heading and the text of each point in turn
    follow_ups: SmallVectors | None = None  # the vectors of what is asked next in a talk about it
    # the positions of its phrasings that do not name it; they too count only in a talk about it
    bare: Whole | None = None


@dataclass(frozen=True, slots=True)
class PointWords:
    """The words of the points of all entries: which points have a word, and how rare it is among them."""

    count: int  # how many points there are
    stems: Whole  # the hashes of the words, in order
    weights: Numbers  # how rare each of them is: the logarithm of one over the share of points with it
    starts: Whole  # where the places of each word start, and the end of the last
    points: Small  # the number of the point at each place
    marks: PlaceBits  # where the point has the word: a sum of 1, 2 and 4, as named above

    @classmethod
    def of(cls, library: Library) -> "PointWords":
        """Return the words of a library's points, numbered in its order."""
        stems_of, points, marks = array("q"), array("i"), array("B")
        among = [point for entry in library.entries.values() for point in entry.points]
        for number, point in enumerate(among):
            told = (point.title, filled(point.text, library), *point.asked)
            for mark, texts in ((_TOLD, told), (_ASKED, point.asked), (_NEXT, point.follow_ups)):
                own = hashes_of({*stems(words(normalise(" ".join(texts))))})
                stems_of.extend(own)
                points.extend([number] * len(own))
                marks.extend([mark] * len(own))
        known, which = np.unique(np.array(stems_of, np.int64), return_inverse=True)
        cells, cell = np.unique(which * len(among) + np.array(points), return_inverse=True)
        merged = np.bincount(cell, weights=np.array(marks), minlength=len(cells)).astype(np.uint8)
        of, point_of = np.divmod(cells, max(len(among), 1))
        starts: Whole = np.searchsorted(of, np.arange(len(known) + 1))
        weights = np.maximum(np.log(len(among) / (1 + np.diff(starts))), 0).astype(np.float32)
        return cls(len(among), known, weights, starts, point_of.astype(np.int32), merged)

    def shares(self, wanted: Whole, among: Sequence[PointedEntry], in_talk: Sequence[bool]) -> tuple[Numbers, Numbers]:
        """Return the shares of a message's words that each point has, and that its phrasings have.

        In the first, a word counts more if fewer points of the entry have it. In the second, it counts more if fewer
        points of all entries have it, and half as much as possible if none has it, because it may be a slip.

        Args:
            wanted: the hashes of these words.
            among: the entries whose points are compared.
            in_talk: for each entry, whether what is asked next in a talk about it counts.
        """
        places = np.searchsorted(self.stems, wanted)
        known = np.flatnonzero(np.searchsorted(self.stems, wanted, side="right") > places)
        sizes = np.array([len(entry.ids) for entry in among])
        has = self._having(places[known])[:, ranges(np.array([entry.first for entry in among]), sizes)]
        told, ends = has & _TOLD, np.cumsum(sizes)
        points = np.add.reduceat(told, ends - sizes, axis=1, dtype=np.int64)  # of each entry
        weights = np.where(points > 0, np.log((1 + sizes) / np.maximum(points, 1)), 0)
        sums = (np.repeat(weights, sizes, axis=1) * told).sum(axis=0)
        counts = np.where(in_talk, _ASKED | _NEXT, _ASKED).astype(np.uint8)
        rare = np.full(len(wanted), math.log(max(self.count, 1)) / 2, np.float32)
        rare[known] = self.weights[places[known]]
        asked = rare[known] @ ((has & np.repeat(counts, sizes)) > 0) / max(float(rare.sum()), _LEAST)
        return (sums / np.repeat(np.maximum(weights.sum(axis=0), _LEAST), sizes)).astype(np.float32), asked

    def _having(self, places: Whole) -> PlaceBits:
        """Return how each point (column) has each of some words (row)."""
        starts, sizes = self.starts[places], self.starts[places + 1] - self.starts[places]
        held, has = ranges(starts, sizes), np.zeros((len(places), self.count), np.uint8)
        has[np.repeat(np.arange(len(places)), sizes), self.points[held]] = self.marks[held]
        return has


@dataclass(frozen=True, slots=True)
class NeededWords:
    """For points that would hurt anyone who did not mean them, the words, one of which a message needs."""

    of_point: Mapping[tuple[str, str], tuple[str, ...]]  # the words by the ids of entry and point

    @classmethod
    def of(cls, library: Library) -> "NeededWords":
        """Return the needed words of a library."""
        points = ((id, point) for id, entry in library.entries.items() for point in entry.points)
        return cls({(id, point.id): point.only_with for id, point in points if point.only_with})

    def unmet(self, points: Sequence[tuple[str, str]], tokens: Sequence[str]) -> list[int]:
        """Return the positions of the points that a message has no needed word for.

        Args:
            points: the points, as ids of entry and point.
            tokens: the words of the message.
        """
        said = f" {' '.join(tokens)} "
        needed = [(place, self.of_point[ids]) for place, ids in enumerate(points) if ids in self.of_point]
        return [place for place, some in needed if not any(f" {words} " in said for words in some)]


def pointed_entries(library: Library) -> dict[str, PointedEntry]:
    """Return the entries of a library that have points, by id, without vectors."""
    entries = [entry for entry in library.entries.values() if entry.points]
    most = max((len(point.asked) + len(point.follow_ups) for entry in entries for point in entry.points), default=0)
    made, first = {}, 0
    for entry in entries:
        general = len(entry.phrasings) + len(entry.danger_phrasings)
        start, on, rows = general, len(entry.asked), np.full((len(entry.points), most), -1, np.int64)
        for number, point in enumerate(entry.points):
            places = [*range(start, start + len(point.asked)), *range(on, on + len(point.follow_ups))]
            rows[number, : len(places)] = places
            start, on = start + len(point.asked), on + len(point.follow_ups)
        counts = [(len(point.asked), len(point.follow_ups), general) for point in entry.points]
        ids, logs = tuple(point.id for point in entry.points), np.log1p(np.array(counts, np.float32))
        made[entry.id] = PointedEntry(ids, first, general, rows, logs)
        first += len(entry.points)
    return made


def for_two(*asked: Numbers) -> tuple[int, ...]:
    """Return the likeliest point for each of two questions, given their sums, if they are two; otherwise none."""
    if len(asked) < 2:
        return ()
    both = asked[0][:, None] + asked[1]
    np.fill_diagonal(both, -np.inf)
    first, second = divmod(int(both.argmax()), len(both))
    near = both[first, second] >= asked[0].max() + asked[1].max() - _OF_EITHER
    return (first, second) if near else ()


def point_likeness(
    among: Sequence[PointedEntry], in_talk: Sequence[bool], telling: Whole, said: PointWords, vectors: Numbers
) -> Numbers:
    """Return how alike each point (row) of some entries is to a message, by signals three to nine (columns).

    The points of all entries are compared at once: one by one, the calls would take far longer than the comparison.

    Args:
        in_talk: which of them the talk is about.
        telling: the hashes of the message's words.
        said: the words of the points of all entries.
        vectors: the vectors of the message (rows).
    """
    sizes = [len(entry.ids) for entry in among]
    parts = vectors[0] if len(vectors) == 1 else vectors.T  # most have only one part
    alike = [*_phrasings_alike(among, in_talk, parts)]
    told = [_greatest(entry.told.alike(parts)) for entry in among if entry.told is not None]
    if not len(alike) == len(told) == len(among):
        return np.zeros((sum(sizes), 7), np.float32)
    starts = np.cumsum([0, *map(len, alike)])
    places = np.concatenate([entry.rows for entry in among])
    places = np.where(places < 0, starts[-1], places + np.repeat(starts[:-1], sizes)[:, None])
    near = np.concatenate((*alike, np.array([-np.inf], np.float32)))[places]
    near = np.sort(near, axis=1)[:, : -_NEAREST - 1 : -1]  # the nearest first
    has = near > -np.inf
    few = np.where(has, near, np.float32(0)).sum(axis=1) / np.maximum(has.sum(axis=1), 1).astype(np.float32)
    general = [some[: entry.general].max(initial=own[0]) for entry, some, own in zip(among, alike, told, strict=True)]
    headings, texts = (np.concatenate([own[first::2] for own in told]) for first in (1, 2))
    nearest, (shares, asked) = near.max(axis=1, initial=0.0), said.shares(telling, among, in_talk)
    return np.column_stack((nearest, few, headings, texts, shares, np.repeat(general, sizes), asked)).astype(np.float32)


def below_the_likest(likeness: Numbers, sizes: Sequence[int]) -> Numbers:
    """Return how far each point (row) is below the likest of all points, then below that of its entry.

    Args:
        likeness: how alike each point is to a message; the points of an entry follow each other.
        sizes: the number of points of each entry.
    """
    starts = np.cumsum([0, *sizes[:-1]])
    of_entry = np.repeat(np.maximum.reduceat(likeness, starts, axis=0), sizes, axis=0)
    return np.column_stack((likeness - likeness.max(axis=0), likeness - of_entry))


def _greatest(likeness: Numbers) -> Numbers:
    """Return the likeness to the likest of a message's parts, if it has more than one."""
    return likeness if likeness.ndim == 1 else likeness.max(axis=1)


def _phrasings_alike(among: Sequence[PointedEntry], in_talk: Sequence[bool], parts: Numbers) -> Iterator[Numbers]:
    """Yield how alike each phrasing and follow-up of each entry is to the likest part; 0 if only a talk counts it."""
    for entry, is_about in zip(among, in_talk, strict=True):
        if entry.phrasings is None or entry.follow_ups is None or entry.bare is None:
            return
        near = _greatest(entry.phrasings.alike(parts))
        if is_about:
            yield np.concatenate((near, _greatest(entry.follow_ups.alike(parts))))
        else:
            near[entry.bare] = 0
            yield np.concatenate((near, np.zeros(len(entry.follow_ups), np.float32)))
