"""The lines of topics, made ready to be compared: their words, and the features of their words and of their letters."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.core.library import Entry, Library, OutsideKind
from bot.core.quoting import filled
from bot.hearing.matching.features import LineWords, Whole, stem, stems
from bot.hearing.matching.postings import Postings, alike

_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that a message may be about.

    Attributes:
        id: the id of the entry, or of the kind of message.
        outside: whether it is a kind of message that the guidance leaves to others.
        phrasings: ways people put it.
        sentences: its title and what it says.
        keywords: words that point to it.
        said: what else is said about it, for its words alone.
        narrow: whether it tells one side of a matter that another topic covers.
    """

    id: str
    outside: bool
    phrasings: tuple[str, ...]
    sentences: tuple[str, ...]
    keywords: tuple[str, ...]
    said: tuple[str, ...] = ()
    narrow: bool = False


def topics(library: Library) -> tuple[Topic, ...]:
    """Return the topics of a library: its entries first, in order, then the kinds of message outside it."""
    entries = (_of_entry(entry, library) for entry in library.entries.values())
    kinds = (_of_kind(id, kind) for id, kind in library.outside.items())
    return (*entries, *kinds)


def _of_entry(entry: Entry, library: Library) -> Topic:
    sentences = (entry.title, *(s for text in (entry.first, entry.answer) for s in _sentences(filled(text, library))))
    said = (entry.say, *(filled(text, library) for text in entry.roles.values()))
    return Topic(entry.id, False, entry.phrasings, sentences, entry.keywords, said, entry.narrow)


def _of_kind(id: str, kind: OutsideKind) -> Topic:
    return Topic(id, True, kind.examples, (kind.title,), kind.keywords)


def _sentences(text: str) -> Iterator[str]:
    return (sentence for sentence in _SENTENCE.split(text) if sentence.strip())


def pieces(message: str, most: int, shortest: int, longest: int) -> tuple[str, ...]:
    """Return the parts of a long message that say most: its longest sentences, or runs of words where one is long.

    Args:
        message: what was typed.
        most: how many parts at most, the longest first.
        shortest: words that a sentence needs to say anything by itself.
        longest: words of a part.
    """
    parts = [run for sentence in _sentences(message) for run in _runs(sentence.split(), longest)]
    telling = [part for part in dict.fromkeys(parts) if len(part.split()) >= shortest]
    return tuple(sorted(telling or parts, key=len, reverse=True)[:most])


def _runs(said: list[str], longest: int) -> Iterator[str]:
    """Yield a sentence in as few runs of words as reach over it, spread evenly."""
    runs = -(-len(said) // longest)
    for number in range(runs):
        start = round(number * (len(said) - longest) / (runs - 1)) if runs > 1 else 0
        yield " ".join(said[start : start + longest])


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of topics, topic by topic: of each its phrasings, and then its sentences.

    Attributes:
        topics: the topics.
        spelt: the words of each line.
        owners: the topic of each line, from 0.
        words: the lines by their words.
        letters: the lines by their letters.
    """

    topics: Sequence[Topic]
    spelt: LineWords
    owners: Whole
    words: Postings
    letters: Postings


def lines_of(topics: Sequence[Topic]) -> Lines:
    """Return the lines of topics."""
    spelt = LineWords(line for topic in topics for line in (*topic.phrasings, *topic.sentences))
    sizes = np.array([len(topic.phrasings) + len(topic.sentences) for topic in topics], np.int64)
    owners = np.repeat(np.arange(len(topics)), sizes)
    return Lines(topics, spelt, owners, alike(spelt.by_words()), alike(spelt.by_letters()))


def word_features(tokens: Sequence[str]) -> list[str]:
    """Return the stems of the words that carry meaning, and each two stems that stand together."""
    stemmed = [stem(token) for token in tokens]
    return stems(tokens) + [f"{first} {second}" for first, second in pairwise(stemmed)]
