"""How alike a message is to each point of some entries: to what asks for it, to its heading and to its text."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.quoting import filled
from bot.hearing.matching.features import Flags, Whole, stems
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.small_vectors import SmallVectors
from bot.hearing.text import hashes_of, normalise, words

_NEAREST = 3  # of what asks for a point, how many count together
# Where a point has a word: in its text or what asks for it, in what asks for it, and in what is asked next in a talk.
_TOLD, _ASKED, _NEXT = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Rarities:
    """How rare words are among the points of all entries: the logarithm of one over the share of points with them.

    Attributes:
        stems: the hashes of the words, in order.
        weights: how rare each of them is.
        unknown: how rare a word counts as that no point has: half as much as one could, since it may be a slip.
    """

    stems: Whole
    weights: Numbers
    unknown: float

    @classmethod
    def of(cls, entries: Sequence["PointedEntry"]) -> "Rarities":
        """Return how rare the words of some entries' points are."""
        times, points = Counter[int](), sum(len(entry.ids) for entry in entries)
        for entry in entries:
            times.update(dict(zip(entry.stems.tolist(), (entry.has > 0).sum(axis=1).tolist(), strict=True)))
        known = np.array(sorted(times), np.int64)
        weights = np.array([math.log(points / (1 + times[stem])) for stem in known.tolist()], np.float32)
        return cls(known, np.maximum(weights, 0), math.log(max(points, 1)) / 2)

    def of_words(self, wanted: Whole) -> Numbers:
        """Return how rare each word of a message is, by the hashes of the words."""
        if not len(self.stems):
            return np.full(len(wanted), self.unknown, np.float32)
        places = np.minimum(np.searchsorted(self.stems, wanted), len(self.stems) - 1)
        found: Numbers = np.where(self.stems[places] == wanted, self.weights[places], np.float32(self.unknown))
        return found


@dataclass(frozen=True, slots=True)
class PointedEntry:
    """An entry with points: their words, and the vectors of what is compared with a message.

    Attributes:
        ids: the ids of its points.
        general: how many of the entry's phrasings ask for none of its points; they come first.
        rows: of each point (row), the places of what asks for it, filled up with -1: places among the entry's
            phrasings, and beyond these among its follow-ups.
        stems: the hashes of the words of all points, in order.
        has: where each point (column) has each of these words (row): a sum of 1, 2 and 4, as named above.
        phrasings: the vectors of its phrasings; None without an encoder, like what follows.
        told: the vectors of its title, then of the heading and the text of each point in turn.
        follow_ups: the vectors of what is asked next in a talk about it.
        bare: the places of its phrasings that name nothing of it; they too count only in a talk about it.
    """

    ids: tuple[str, ...]
    general: int
    rows: Whole
    stems: Whole
    has: NDArray[np.uint8]
    phrasings: SmallVectors | None = None
    told: Numbers | None = None
    follow_ups: SmallVectors | None = None
    bare: Whole | None = None

    def by_words(self, wanted: Whole) -> Numbers:
        """Return the share of a message's telling words that each point has; a word counts more the fewer have it.

        Args:
            wanted: the hashes of these words.
        """
        found = self._having(wanted)[0] & _TOLD
        found = found[found.any(axis=1)]
        weights = np.log((1 + len(self.ids)) / found.sum(axis=1))
        shares: Numbers = (weights @ found / max(weights.sum(), 1e-9)).astype(np.float32)
        return shares

    def by_asked(self, wanted: Whole, rarities: Numbers, *, in_talk: bool) -> Numbers:
        """Return the share of a message's words that are among what asks for each point; a rare word counts more.

        Args:
            wanted: the hashes of these words.
            rarities: how rare each of them is.
            in_talk: whether what is asked next in a talk about the entry counts.
        """
        has, known = self._having(wanted)
        found = (has & (_ASKED | _NEXT if in_talk else _ASKED)) > 0
        shares: Numbers = (rarities[known] @ found / max(float(rarities.sum()), 1e-9)).astype(np.float32)
        return shares

    def _having(self, wanted: Whole) -> tuple[NDArray[np.uint8], Flags]:
        """Return where the points have the words of a message that any of them has, and which words these are."""
        if not len(self.stems):
            return np.zeros((0, len(self.ids)), np.uint8), np.zeros(len(wanted), bool)
        places = np.minimum(np.searchsorted(self.stems, wanted), len(self.stems) - 1)
        known = self.stems[places] == wanted
        return self.has[places[known]], known


def pointed_entry(entry: Entry, library: Library, most: int) -> PointedEntry:
    """Return an entry with its points, each of which at most so many texts ask for, without vectors."""
    general = len(entry.phrasings) + len(entry.danger_phrasings)
    start, on, rows, said = general, len(entry.asked), np.full((len(entry.points), most), -1, np.int64), []
    for number, point in enumerate(entry.points):
        places = [*range(start, start + len(point.asked)), *range(on, on + len(point.follow_ups))]
        rows[number, : len(places)] = places
        start, on = start + len(point.asked), on + len(point.follow_ups)
        texts = ((point.title, filled(point.text, library), *point.asked), point.asked, point.follow_ups)
        said.append([hashes_of(stems(words(normalise(" ".join(own))))) for own in texts])
    known = np.array(sorted({stem for of_point in said for own in of_point for stem in own}), np.int64)
    marks = (_TOLD, _ASKED, _NEXT)
    columns = (
        sum(np.isin(known, own).astype(np.uint8) * np.uint8(mark) for own, mark in zip(of_point, marks, strict=True))
        for of_point in said
    )
    has = np.stack([*columns], axis=1)
    return PointedEntry(tuple(point.id for point in entry.points), general, rows, known, has)


def point_likeness(
    among: Sequence[PointedEntry], in_talk: Sequence[bool], telling: Whole, rarities: Rarities, vectors: Numbers
) -> Numbers:
    """Return how alike each point (row) of some entries is to a message, by the third signal to the ninth (columns).

    The points of all entries are compared at once: one by one, the calls would take far longer than the comparing.

    Args:
        among: the entries.
        in_talk: which of them the talk is about.
        telling: the hashes of the message's words.
        rarities: how rare words are.
        vectors: the vectors of the message (rows).
    """
    sizes = [len(entry.ids) for entry in among]
    alike = [*_phrasings_alike(among, in_talk, vectors)]
    told = [(entry.told @ vectors.T).max(axis=1) for entry in among if entry.told is not None]
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
    shares, nearest = np.concatenate([entry.by_words(telling) for entry in among]), near.max(axis=1, initial=0.0)
    rare = rarities.of_words(telling)
    named = [entry.by_asked(telling, rare, in_talk=said) for entry, said in zip(among, in_talk, strict=True)]
    columns = (nearest, few, headings, texts, shares, np.repeat(general, sizes), np.concatenate(named))
    return np.column_stack(columns).astype(np.float32)


def _phrasings_alike(among: Sequence[PointedEntry], in_talk: Sequence[bool], vectors: Numbers) -> Iterator[Numbers]:
    """Yield how alike each phrasing and follow-up of each entry is to a message; 0 where it counts only in a talk."""
    for entry, is_about in zip(among, in_talk, strict=True):
        if entry.phrasings is None or entry.follow_ups is None or entry.bare is None:
            return
        near = entry.phrasings.alike(vectors.T).max(axis=1)
        if is_about:
            yield np.concatenate((near, entry.follow_ups.alike(vectors.T).max(axis=1)))
        else:
            near[entry.bare] = 0
            yield np.concatenate((near, np.zeros(len(entry.follow_ups), np.float32)))
