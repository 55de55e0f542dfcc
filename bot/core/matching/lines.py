"""The lines of topics, made ready to be compared: their words, and the features of their words and of their letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.core.matching.postings import Postings, Whole, alike
from bot.core.matching.stems import content_words, letter_groups, stem, stems
from bot.core.matching.topics import Topic
from bot.core.text import normalise, words


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of topics, topic by topic: of each its phrasings, and then its sentences.

    Attributes:
        topics: the topics.
        tokens: the words of each line.
        telling: the stems of those that carry meaning.
        owners: the topic of each line, from 0.
        words: the lines by their words.
        means: the topics by the words of all their lines.
        letters: the lines by their letters.
    """

    topics: Sequence[Topic]
    tokens: Sequence[tuple[str, ...]]
    telling: Sequence[list[str]]
    owners: Whole
    words: Postings
    means: Postings
    letters: Postings


class _Same(dict[str, str]):
    """Gives for every word the first that was equal to it."""

    def __missing__(self, word: str) -> str:
        self[word] = word
        return word


def lines_of(topics: Sequence[Topic]) -> Lines:
    """Return the lines of topics."""
    same = _Same()  # of a word that stands in a thousand lines, one is kept
    lines = (line for topic in topics for line in (*topic.phrasings, *topic.sentences))
    tokens = [tuple(map(same.__getitem__, words(normalise(line)))) for line in lines]
    telling = [list(map(same.__getitem__, stems(line))) for line in tokens]
    sizes = np.array([len(topic.phrasings) + len(topic.sentences) for topic in topics], np.int64)
    owners = np.repeat(np.arange(len(topics)), sizes)
    by_words = alike(map(_features, tokens, telling))
    groups: dict[str, tuple[str, ...]] = {}
    letters = alike(letter_groups(content_words(line), groups) for line in tokens)
    return Lines(topics, tokens, telling, owners, by_words, by_words.means(owners, len(topics)), letters)


def word_features(tokens: Sequence[str]) -> list[str]:
    """Return the stems of the words that carry meaning, and each two stems that stand together."""
    return _features(tokens, stems(tokens))


def _features(tokens: Sequence[str], telling: list[str]) -> list[str]:
    stemmed = [stem(token) for token in tokens]
    return telling + [f"{first} {second}" for first, second in pairwise(stemmed)]
