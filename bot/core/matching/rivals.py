"""Two topics compared for many messages at once: which of the two must stand before the other, whatever else there is.

A message that is asked in earnest is compared with every topic. To know that one topic stands before another, it is
enough that it does so by every signal; for most messages that is known in a hundredth of the time.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.core.matching.features import Whole, ranges
from bot.core.matching.lexical import LexicalIndex
from bot.core.matching.lines import word_features
from bot.core.matching.postings import Numbers, Postings
from bot.core.matching.stems import content_words, letter_groups, stems

_CLEARLY = 1e-3  # of a signal: what is less may be rounding


def outdone(index: LexicalIndex, messages: Sequence[Sequence[str]], one: Whole, other: Whole) -> NDArray[np.bool_]:
    """Say for each message whether one topic is outdone by another: by no signal stronger, and by one of them weaker.

    Args:
        index: the topics.
        messages: the words of each message.
        one: the number of one topic for each message.
        other: the number of another.
    """
    signals = _Signals(index, messages)
    ours, theirs = signals.of(one), signals.of(other)
    never_stronger, weaker = np.all(theirs >= ours, axis=1), np.any(theirs > ours + _CLEARLY, axis=1)
    known: NDArray[np.bool_] = np.logical_and(never_stronger, weaker)
    return known


class _Signals:
    """The signals of single topics for many messages, but for how much a message's length makes of them."""

    def __init__(self, index: LexicalIndex, messages: Sequence[Sequence[str]]) -> None:
        self._index, self._messages = index, messages
        groups: dict[str, tuple[str, ...]] = {}
        self._words = _Features(map(word_features, messages))
        self._letters = _Features(letter_groups(content_words(message), groups) for message in messages)
        self._stems = _Features(map(stems, messages))

    def of(self, topics: Whole) -> Numbers:
        """Return the signals of one topic for each message."""
        index, pairs = self._index, zip(self._messages, topics.tolist(), strict=True)
        columns = (
            self._words.nearest(index.lines, index.starts[topics], index.ends[topics]),
            self._words.nearest(index.means, topics, topics + 1),
            self._letters.nearest(index.letters, topics, topics + 1),
            self._stems.nearest(index.texts, topics, topics + 1),
            np.array([index.named(message, topic) for message, topic in pairs], np.float32),
        )
        return np.stack(columns, axis=1)


class _Features:
    """The features of messages, one after the other."""

    def __init__(self, messages: Iterable[Iterable[str]]) -> None:
        counted = [Counter(message) for message in messages]
        self.count = len(counted)
        self._messages = np.repeat(np.arange(self.count), [len(features) for features in counted])
        self._hashes = np.array([hash(feature) for features in counted for feature in features], np.int64)
        self._times = np.array([times for features in counted for times in features.values()], np.float64)

    def nearest(self, rows: Postings, first: Whole, last: Whole) -> Numbers:
        """Return for each message how alike it is to the one most like it of some rows.

        Args:
            rows: all rows.
            first: the number of the first row to look at for each message.
            last: the number after the last.
        """
        if not len(rows.features):
            return np.zeros(self.count, np.float32)
        places = np.minimum(np.searchsorted(rows.features, self._hashes), len(rows.features) - 1)
        known = rows.features[places] == self._hashes
        features, messages = places[known], self._messages[known]
        values = (1 + np.log(self._times[known])) * rows.weights[features]
        cells = np.repeat(np.arange(len(rows.features)) * rows.count, np.diff(rows.starts))
        cells += rows.rows  # in order
        wanted = features * rows.count + first[messages]
        order = np.argsort(wanted)  # what is looked up in order is found twice as fast
        features, messages, values, wanted = features[order], messages[order], values[order], wanted[order]
        begins = np.searchsorted(cells, wanted)
        sizes = np.searchsorted(cells, wanted + (last - first)[messages]) - begins
        held = ranges(begins, sizes)
        pairs = np.repeat(messages, sizes) * rows.count + rows.rows[held]
        each, which = np.unique(pairs, return_inverse=True)
        sums = np.bincount(which, weights=np.repeat(values, sizes) * rows.values[held])
        near = np.zeros(self.count, np.float32)
        np.maximum.at(near, each // rows.count, sums.astype(np.float32))
        return near
