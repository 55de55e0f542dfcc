"""How alike a message is to each topic by its words and by its groups of letters."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from bot.core.matching.postings import Numbers, alike, saturated
from bot.core.matching.stems import content_words, letter_groups, stem, stems
from bot.core.matching.topics import Topic
from bot.core.text import normalise, words

SIGNALS = ("words, nearest line", "words, all lines", "letters, all lines", "words, whole text", "keywords")
_KEYWORDS_COUNT = 3  # times that a keyword is worth another word of the whole text


class LexicalIndex:
    """The topics' words and letters, made ready to be compared with.

    Args:
        topics: what a message may be about.
    """

    def __init__(self, topics: Sequence[Topic]) -> None:
        of_topics = [[words(normalise(line)) for line in _lines(topic)] for topic in topics]
        lines = [(n, line) for n, of_topic in enumerate(of_topics) for line in of_topic]
        self.count = len(topics)
        owners = np.array([owner for owner, _ in lines], np.int64)
        self._starts = np.searchsorted(owners, np.arange(len(topics)))
        self._ends = np.searchsorted(owners, np.arange(len(topics)), side="right")
        groups: dict[str, tuple[str, ...]] = {}
        self._lines = alike(word_features(line) for _, line in lines)
        self._means = self._lines.means(owners, self.count)
        letters = alike(letter_groups(content_words(line), groups) for _, line in lines)
        self._letters = letters.means(owners, self.count)
        self._texts = saturated(map(_whole, topics, of_topics))
        self._keywords = _by_first([[" ".join(map(stem, words(normalise(k)))) for k in t.keywords] for t in topics])
        self.times = _times(line for _, line in lines)

    def signals(self, tokens: Sequence[str]) -> Numbers:
        """Return the signals of every topic (row) for a message's words, one column for each of ``SIGNALS``."""
        features = word_features(tokens)
        nearest = np.maximum.reduceat(self._lines.likeness(features), self._starts)
        columns = (
            nearest,
            self._means.likeness(features),
            self._letters.likeness(letter_groups(content_words(tokens), {})),
            self._texts.likeness(stems(tokens)),
            self._named(tokens),
        )
        return np.stack(columns, axis=1)

    def nearest_line(self, tokens: Sequence[str], topic: int) -> int:
        """Return the number, among its own, of a topic's line that shares most with a message."""
        near = self._lines.likeness(word_features(tokens))
        return int(np.argmax(near[self._starts[topic] : self._ends[topic]]))

    def keywords_in(self, tokens: Sequence[str], topic: int) -> tuple[str, ...]:
        """Return the topic's keywords that a message holds, without their plainest endings."""
        return tuple(keyword for keyword, owners in self._held(tokens) if topic in owners)

    def _named(self, tokens: Iterable[str]) -> Numbers:
        score = np.zeros(self.count, np.float32)
        for _, owners in self._held(tokens):
            score[list(owners)] += 1.0 / len(owners)
        return np.minimum(score, np.float32(1.5))

    def _held(self, tokens: Iterable[str]) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield the keywords that a message holds, each with the topics that have it."""
        stemmed = [stem(token) for token in tokens]
        padded = f" {' '.join(stemmed)} "
        for first in dict.fromkeys(stemmed):
            for keyword, owners in self._keywords.get(first, {}).items():
                if keyword == first or f" {keyword} " in padded:
                    yield keyword, owners


def word_features(tokens: Sequence[str]) -> list[str]:
    """Return the stems of the words that carry meaning, and each two stems that stand together."""
    stemmed = [stem(token) for token in tokens]
    return stems(tokens) + [f"{first} {second}" for first, second in pairwise(stemmed)]


def _lines(topic: Topic) -> tuple[str, ...]:
    return (*topic.phrasings, *topic.sentences)


def _whole(topic: Topic, lines: Sequence[Sequence[str]]) -> list[str]:
    beside = (words(normalise(text)) for text in (*topic.said, *topic.keywords * _KEYWORDS_COUNT))
    return [feature for text in (*lines, *beside) for feature in stems(text)]


def _times(lines: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return how often each word stands in the lines."""
    times: dict[str, int] = {}
    for line in lines:
        for word in line:
            times[word] = times.get(word, 0) + 1
    return times


def _by_first(keywords: Sequence[Sequence[str]]) -> dict[str, dict[str, tuple[int, ...]]]:
    """Return each keyword with the topics that have it, under its first word."""
    owners: dict[str, dict[str, tuple[int, ...]]] = {}
    for number, own in enumerate(keywords):
        for keyword in filter(None, dict.fromkeys(own)):
            under = owners.setdefault(keyword.split(" ", 1)[0], {})
            under[keyword] = (*under.get(keyword, ()), number)
    return owners
