"""Measure how alike a message and each topic are by their words and groups of letters."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bot.hearing.matching.features import (
    FeaturePart,
    Features,
    Numbering,
    Small,
    Whole,
    content_words,
    letter_groups,
    ranges,
    stem,
    stems,
)
from bot.hearing.matching.postings import Numbers, saturated
from bot.hearing.matching.topics import Lines, Topic, bare_phrasings, lines_of, word_features
from bot.hearing.text import hash_of, normalise, words

SIGNALS = ("words, nearest line", "words, all lines", "letters, all lines", "words, whole text", "keywords")
_MOST_NAMED = 1.5  # keywords; any more add nothing
_AT_ONCE = 256  # topics
_KEYWORDS_COUNT = 3  # a keyword counts as this many other words of the whole text


class LexicalIndex:
    """The topics' words and letters, prepared for comparison.

    Args:
        made: their lines, if they exist already.

    Attributes:
        starts: the number of each topic's first line.
        ends: the number after each topic's last line.
        lines: the lines by their words.
        means: the topics by the words of their lines.
        letters: the topics by the letters of their lines.
        texts: the topics by all their words.
        times: how often each word occurs in the lines.
        bare: the positions, among all phrasings, of those that do not name their topic.
    """

    def __init__(self, topics: Sequence[Topic], made: Lines | None = None) -> None:
        made = lines_of(topics) if made is None else made
        self.count = len(topics)
        self.starts = np.searchsorted(made.owners, np.arange(len(topics)))
        self.ends = np.searchsorted(made.owners, np.arange(len(topics)), side="right")
        self.lines, self.means = made.words, made.words.means(made.owners, self.count)
        self.letters = made.letters.means(made.owners, self.count)
        self.texts = saturated(_whole(topics, made, self.starts.tolist(), self.ends.tolist()))
        self._keywords = _by_first([[" ".join(map(stem, words(normalise(k)))) for k in t.keywords] for t in topics])
        self.times = made.spelt.times
        asked = np.array([len(topic.phrasings) for topic in topics], np.int64)
        bare, phrasing = bare_phrasings(made), ranges(self.starts, asked)
        self.bare, self._bare = np.flatnonzero(bare), phrasing[bare]
        own = np.append(phrasing[~bare], (self.starts + asked)[[bool(topic.sentences) for topic in topics]])  # titles
        self._written, self._owners = _alone(made.spelt.whole[own], made.owners[own])

    def signals(self, tokens: Sequence[str]) -> Numbers:
        """Return the signals of every topic (row) for a message's words, one column for each of ``SIGNALS``."""
        said = self.lines.weighed(word_features(tokens))
        near = self.lines.likeness_of(*said)
        near[self._bare] = 0
        nearest = np.maximum.reduceat(near, self.starts)
        columns = (
            nearest,
            self.means.likeness_of(*said),
            self.letters.likeness(letter_groups(content_words(tokens), {})),
            self.texts.likeness(stems(tokens)),
            self.named(tokens),
        )
        return np.stack(columns, axis=1)

    def owner(self, tokens: Sequence[str]) -> int | None:
        """Return the number of the only topic with a message as a phrasing or its title, word for word, or None."""
        written = hash_of(" ".join(tokens))
        place = int(np.searchsorted(self._written, written))
        return int(self._owners[place]) if place < len(self._written) and self._written[place] == written else None

    def likeness(self, tokens: Sequence[str], counts: Sequence[int]) -> list[Numbers]:
        """Return, for each topic, the likeness of a message to as many of its first lines as its count says."""
        near = self.lines.likeness(word_features(tokens))
        return [near[start : start + count] for start, count in zip(self.starts, counts, strict=True)]

    def nearest_line(self, tokens: Sequence[str], topic: int) -> int:
        """Return which of a topic's own lines shares most with a message."""
        near = self.lines.likeness(word_features(tokens))
        return int(np.argmax(near[self.starts[topic] : self.ends[topic]]))

    def keywords_in(self, tokens: Sequence[str], topic: int) -> tuple[str, ...]:
        """Return the topic's keywords that are in a message, without their most common endings."""
        return tuple(keyword for keyword, owners in self._held(tokens) if topic in owners)

    def named(self, tokens: Iterable[str]) -> Numbers:
        """Return how specific to each topic the keywords in a message are."""
        score = np.zeros(self.count, np.float32)
        for _, owners in self._held(tokens):
            score[list(owners)] += 1.0 / len(owners)
        return np.minimum(score, np.float32(_MOST_NAMED))

    def _held(self, tokens: Iterable[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield the keywords in a message, each with the topics that have it."""
        stemmed = [stem(token) for token in tokens]
        padded = f" {' '.join(stemmed)} "
        for first in dict.fromkeys(stemmed):
            for keyword, owners in self._keywords.get(first, {}).items():
                if keyword == first or f" {keyword} " in padded:
                    yield keyword, owners


def _whole(topics: Sequence[Topic], made: Lines, starts: Sequence[int], ends: Sequence[int]) -> Features:
    """Return the stems of all the text of each topic."""
    numbers = Numbering(made.spelt.stems)
    said: list[Small] = []
    for topic in topics:
        beside, named = (
            [numbers[stem] for text in texts for stem in stems(words(normalise(text)))]
            for texts in (topic.said, topic.keywords)
        )
        said.append(np.array(beside + named * _KEYWORDS_COUNT, np.int32))

    def parts() -> Iterator[FeaturePart]:
        for at in range(0, len(said), _AT_ONCE):
            whole = [
                np.concatenate((made.spelt.telling(start, end), beside))
                for start, end, beside in zip(starts[at : at + _AT_ONCE], ends[at:], said[at:], strict=False)
            ]
            yield np.concatenate(whole), np.array(list(map(len, whole)), np.int32)

    return Features(numbers.hashes, parts())


def _alone(written: Whole, owners: Whole) -> tuple[Whole, Whole]:
    """Return, in order, the hashes of phrasings that only one topic has, and the topic of each."""
    order = np.lexsort((owners, written))
    written, owners = written[order], owners[order]
    first = np.flatnonzero(np.diff(written, prepend=written[:1] - 1))
    last = np.append(first[1:], len(written)) - 1
    alone = first[owners[first] == owners[last[: len(first)]]]
    return written[alone], owners[alone]


def _by_first(keywords: Sequence[Sequence[str]]) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return each keyword with the topics that have it, indexed by its first word."""
    owners: dict[str, dict[str, tuple[int, ...]]] = {}
    for number, own in enumerate(keywords):
        for keyword in filter(None, dict.fromkeys(own)):
            under = owners.setdefault(keyword.split(" ", 1)[0], {})
            under[keyword] = (*under.get(keyword, ()), number)
    return owners
