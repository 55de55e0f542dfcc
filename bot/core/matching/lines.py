"""The lines of topics, made ready to be compared: their words, and the features of their words and of their letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from bot.core.matching.features import Spelt, Whole
from bot.core.matching.postings import Postings, alike
from bot.core.matching.stems import stem, stems
from bot.core.matching.topics import Topic


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
    spelt: Spelt
    owners: Whole
    words: Postings
    letters: Postings


def lines_of(topics: Sequence[Topic]) -> Lines:
    """Return the lines of topics."""
    spelt = Spelt(line for topic in topics for line in (*topic.phrasings, *topic.sentences))
    sizes = np.array([len(topic.phrasings) + len(topic.sentences) for topic in topics], np.int64)
    owners = np.repeat(np.arange(len(topics)), sizes)
    return Lines(topics, spelt, owners, alike(spelt.by_words()), alike(spelt.by_letters()))


def word_features(tokens: Sequence[str]) -> list[str]:
    """Return the stems of the words that carry meaning, and each two stems that stand together."""
    stemmed = [stem(token) for token in tokens]
    return stems(tokens) + [f"{first} {second}" for first, second in pairwise(stemmed)]
