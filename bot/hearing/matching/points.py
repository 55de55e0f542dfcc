"""Find the point of an entry that a message asks for: the piece of its answer that answers just that question."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.core.library import Entry, Library
from bot.core.quoting import filled
from bot.hearing.matching.features import Flags, Whole, stems
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encode
from bot.hearing.matching.postings import Numbers
from bot.hearing.text import normalise, words

LEAST = 0.38  # likeness: below it a message asks for the entry and for none of its points
FARTHER = 1.4  # how many times as far as the entry's other phrasings a point may be
SURE = 0.62  # likeness: from here on a message asks for just this point
# The weights of what speaks for a point: a message's likeness to the nearest of its phrasings, to the nearest three, to
# its heading and to its text, and the share of telling words. Chosen on phrasings that were left out one by one.
_WEIGHTS = np.array([0.3, 0.7, 0.4, 0.5, 0.3], np.float32)
_NEAREST = 3
_LEAST_BY_WORDS = 0.5  # share of a message's words, without an encoder


@dataclass(frozen=True, slots=True)
class AskedPoint:
    """A point that a message asks for, and whether it surely asks for just that."""

    id: str
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class _Pointed:
    """An entry with points: their words, and the vectors of its phrasings, and of its points' headings and texts."""

    ids: tuple[str, ...]
    rows: tuple[slice, ...]  # of each point, of the vectors of the entry's phrasings
    stems: Whole  # the hashes of the words of all points, in order
    has: Flags  # which point (column) has which of these words (row)
    phrasings: Numbers | None = None
    told: Numbers | None = None  # the title, then the heading and the text of each point in turn

    def by_words(self, asked: Sequence[str]) -> Numbers:
        """Return the share of a message's telling words that each point has; a word counts more the fewer have it."""
        if not len(self.stems):
            return np.zeros(len(self.ids), np.float32)
        wanted = np.array([hash(stem) for stem in asked], np.int64)
        places = np.minimum(np.searchsorted(self.stems, wanted), len(self.stems) - 1)
        found = self.has[places[self.stems[places] == wanted]]
        weights = np.log((1 + len(self.ids)) / found.sum(axis=1))
        shares: Numbers = (weights @ found / max(weights.sum(), 1e-9)).astype(np.float32)
        return shares


class PointIndex:
    """The points of a library's entries, prepared for comparison.

    Args:
        library: all content.
        matcher: the matcher of the same library, which holds the vectors of its phrasings if it has an encoder.
        encode: makes vectors of the content's texts; without it, words alone decide.
    """

    def __init__(self, library: Library, matcher: Matcher, encode: Encode | None = None) -> None:
        self._entries: dict[str, _Pointed] = {}
        entries = list(library.entries.values())
        told = told_texts(library)
        rows = encode(told) if encode and told else None
        first = 0
        for number, entry in enumerate(entries):
            last = first + (1 + 2 * len(entry.points) if entry.points else 0)
            if entry.points:
                made = _pointed(entry, library)
                if rows is not None and matcher.meaning is not None:
                    made = replace(made, phrasings=matcher.meaning.of(number), told=rows[first:last])
                self._entries[entry.id] = made
            first = last

    def asked(self, entries: Iterable[str], tokens: Sequence[str], vectors: Numbers | None) -> Mapping[str, AskedPoint]:
        """Return the point of each of some entries that a message asks for, where it asks for one.

        Args:
            entries: ids of entries.
            tokens: the words of the message.
            vectors: its vectors (rows), as those of its parts where it is long; None without an encoder.
        """
        telling = stems(tokens)
        found = ((id, _best(self._entries[id], telling, vectors)) for id in entries if id in self._entries)
        return {id: point for id, point in found if point is not None}


def told_texts(library: Library) -> list[str]:
    """Return the titles of entries with points, each with the heading and the text of its points, as encoded."""
    texts: list[str] = []
    for entry in library.entries.values():
        if entry.points:
            texts += (entry.title, *(t for point in entry.points for t in (point.title, filled(point.text, library))))
    return texts


def _best(entry: _Pointed, asked: Sequence[str], vectors: Numbers | None) -> AskedPoint | None:
    """Return the point of an entry that a message asks for, or None."""
    by_words = entry.by_words(asked)
    if entry.phrasings is None or entry.told is None or vectors is None:
        best = int(np.argmax(by_words))
        return AskedPoint(entry.ids[best]) if by_words[best] >= _LEAST_BY_WORDS else None
    alike, told = (entry.phrasings @ vectors.T).max(axis=1), (entry.told @ vectors.T).max(axis=1)
    own = [np.sort(alike[rows])[::-1] for rows in entry.rows]
    nearest = np.array([some.max(initial=0.0) for some in own], np.float32)
    few = np.array([some[:_NEAREST].mean() if len(some) else 0.0 for some in own], np.float32)
    best = int(np.argmax(np.stack([nearest, few, told[1::2], told[2::2], by_words], axis=1) @ _WEIGHTS))
    general = float(alike[: entry.rows[0].start].max(initial=told[0]))
    likeness = max(nearest[best], told[1 + 2 * best])
    if likeness < LEAST or 1 - likeness > FARTHER * (1 - general):
        return None
    return AskedPoint(entry.ids[best], bool(likeness >= max(SURE, general)))


def _pointed(entry: Entry, library: Library) -> _Pointed:
    start, rows, said = len(entry.phrasings) + len(entry.danger_phrasings), [], []
    for point in entry.points:
        rows.append(slice(start, start + len(point.asked)))
        start = rows[-1].stop
        text = " ".join((point.title, filled(point.text, library), *point.asked))
        said.append({hash(stem) for stem in stems(words(normalise(text)))})
    known = np.array(sorted(set[int]().union(*said)), np.int64)
    has = np.stack([np.isin(known, list(own)) for own in said], axis=1)
    return _Pointed(tuple(point.id for point in entry.points), tuple(rows), known, has)
