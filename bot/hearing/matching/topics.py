"""The lines of topics, prepared for comparison: their words, and features of their words and letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.quotations import filled
from bot.hearing.matching.features import Flags, LineWords, Whole, ranges, stem, stems
from bot.hearing.matching.postings import Postings, alike

_SHORT = 7  # words of a phrasing that may not name its topic
_COMMON = 0.4  # the share of entries with a word from which it names none of them
_FEW = 20  # entries; with no more than these, no word counts as common
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic that a message may be about."""

    id: str  # the id of the entry, or of the kind of message
    outside: bool  # whether it is a kind of message that the guidance does not cover
    phrasings: tuple[str, ...]  # the ways that people ask about it
    sentences: tuple[str, ...]  # its title and text
    keywords: tuple[str, ...]  # words that point to it
    said: tuple[str, ...] = ()  # other text about it; only its words are compared
    narrow: bool = False  # whether it covers only one side of a matter that another topic covers
    only_with: tuple[str, ...] = ()  # words, one of which a message must have to match it; empty for most topics
    of_points: int = 0  # how many of the phrasings ask for one of its points; they come last


def topics(library: Library) -> tuple[Topic, ...]:
    """Return the topics of a library: its entries in order, then the kinds of message outside it."""
    entries = (_of_entry(entry, library) for entry in library.entries.values())
    kinds = (
        Topic(id, True, kind.examples, (kind.title,), kind.keywords, only_with=kind.only_with)
        for id, kind in library.outside.items()
    )
    return (*entries, *kinds)


def _of_entry(entry: Entry, library: Library) -> Topic:
    sentences = (entry.title, *(s for text in (entry.first, entry.whole) for s in _sentences(filled(text, library))))
    said = (entry.say, *(filled(text, library) for text in entry.roles.values()))
    of_points = sum(len(point.asked) for point in entry.points)
    return Topic(entry.id, False, entry.asked, sentences, entry.keywords, said, entry.narrow, of_points=of_points)


def follow_up_texts(library: Library) -> list[str]:
    """Return what staff type next in talks about the entries, entry by entry and point by point, as encoded."""
    return [text for entry in library.entries.values() for point in entry.points for text in point.follow_ups]


def told_texts(library: Library) -> list[str]:
    """Return the titles of entries with points, each with the heading and the text of its points, as encoded."""
    texts: list[str] = []
    for entry in library.entries.values():
        if entry.points:
            texts += (entry.title, *(t for point in entry.points for t in (point.title, filled(point.text, library))))
    return texts


def _sentences(text: str) -> Iterator[str]:
    return (sentence for sentence in _SENTENCE.split(text) if sentence.strip())


def pieces(message: str, most: int, shortest: int, longest: int) -> tuple[str, ...]:
    """Return the most informative parts of a long message: its questions and longest sentences, or runs of them.

    Args:
        most: the maximum number of parts; questions come first, and then the longest.
        shortest: the number of words that a sentence needs to be informative on its own.
        longest: the number of words in a part.
    """
    parts = [run for sentence in _sentences(message) for run in _runs(sentence.split(), longest)]
    telling = [part for part in dict.fromkeys(parts) if len(part.split()) >= shortest]
    return tuple(sorted(telling or parts, key=lambda part: (part.endswith("?"), len(part)), reverse=True)[:most])


def _runs(said: list[str], longest: int) -> Iterator[str]:
    """Yield a sentence as the fewest runs of words that cover it, evenly spread."""
    runs = -(-len(said) // longest)
    for number in range(runs):
        start = round(number * (len(said) - longest) / (runs - 1)) if runs > 1 else 0
        yield " ".join(said[start : start + longest])


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of topics, topic by topic: the phrasings of each, and then its sentences."""

    topics: Sequence[Topic]
    spelt: LineWords  # the words of each line
    owners: Whole  # the topic of each line, from 0
    words: Postings  # the lines by their words
    letters: Postings  # the lines by their letters


def lines_of(topics: Sequence[Topic]) -> Lines:
    """Return the lines of topics."""
    spelt = LineWords(line for topic in topics for line in (*topic.phrasings, *topic.sentences))
    sizes = np.array([len(topic.phrasings) + len(topic.sentences) for topic in topics], np.int64)
    owners = np.repeat(np.arange(len(topics)), sizes)
    return Lines(topics, spelt, owners, alike(spelt.by_words()), alike(spelt.by_letters()))


def bare_phrasings(lines: Lines) -> Flags:
    """Return which phrasings, topic by topic, do not name their topic: a few words that people use about most entries.

    "how long has she got" asks for a point of the entry that a talk is about, but by itself for none.
    """
    topics, spelt = lines.topics, lines.spelt
    asked, of_points = np.array([(len(t.phrasings), t.of_points) for t in topics], np.int64).reshape(-1, 2).T
    starts = np.searchsorted(lines.owners, np.arange(len(topics)))
    places = ranges(starts, asked)
    owners, sizes = lines.owners[places], np.diff(spelt.ends)[places]
    tokens = spelt.tokens[ranges(spelt.ends[places], sizes)]
    entry = ~np.array([topic.outside for topic in topics], bool)
    of = np.repeat(owners, sizes)
    said = np.unique((of * len(spelt.words) + tokens)[entry[of]]) % max(1, len(spelt.words))  # once for each entry
    times, entries = np.bincount(said, minlength=len(spelt.words)), np.count_nonzero(entry)
    rare = times < _COMMON * entries if entries > _FEW else np.ones(len(times), bool)
    names = np.bincount(np.repeat(np.arange(len(places)), sizes), weights=rare[tokens], minlength=len(places)) > 0
    of_point = places - starts[owners] >= (asked - of_points)[owners]
    bare: Flags = of_point & (sizes > 0) & (sizes <= _SHORT) & ~names
    return bare


def word_features(tokens: Sequence[str]) -> list[str]:
    """Return the stems of the words that carry meaning, and each pair of adjacent stems."""
    return stems(tokens) + [f"{first} {second}" for first, second in pairwise(map(stem, tokens))]
