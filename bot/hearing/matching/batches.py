"""Compare many messages at once, with the same results as one at a time, and compare pairs of topics."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from bot.hearing.matching.features import Whole, content_words, letter_groups, ranges, stems
from bot.hearing.matching.fusion import Fused, Match, fuse
from bot.hearing.matching.lexical import LexicalIndex
from bot.hearing.matching.matcher import Matcher, joined
from bot.hearing.matching.meaning import Encode
from bot.hearing.matching.message_reader import Query
from bot.hearing.matching.postings import Numbers, Postings
from bot.hearing.matching.topics import word_features
from bot.hearing.text import hashes_of

_AT_ONCE = 256  # messages; more would only use more memory


def match_all(matcher: Matcher, queries: Sequence[str], encode: Encode | None = None) -> tuple[Match, ...]:
    """Return the match of each message.

    Args:
        encode: encodes the messages, called once for all; without it, words and letters alone decide.
    """
    if not matcher.entries:
        return tuple(Match("not-covered") for _ in queries)
    each = _each(matcher, queries, encode)
    return tuple(matcher.judged(read, fused) if read.tokens else Match("not-covered") for read, fused in each)


def fused_all(matcher: Matcher, queries: Sequence[str], encode: Encode | None = None) -> Iterator[Fused]:
    """Yield the ranking of all topics for each message.

    Args:
        encode: as in `match_all`.
    """
    yield from (fused for _, fused in _each(matcher, queries, encode))


def _each(matcher: Matcher, queries: Sequence[str], encode: Encode | None) -> Iterator[tuple[Query, Fused]]:
    reads = [matcher.read(query) for query in queries]
    of_meaning = _meaning(matcher, [matcher.encoded(read) for read in reads], encode)
    for read, meaning in zip(reads, of_meaning, strict=True):
        lexical = matcher.lexical.signals(read.tokens)
        signals = lexical if meaning is None else np.hstack([lexical, meaning])
        yield read, fuse(signals, matcher.learned, matcher.narrow)


def _meaning(matcher: Matcher, texts: Sequence[Sequence[str]], encode: Encode | None) -> Iterator[Numbers | None]:
    """Yield each message's signals by meaning."""
    if matcher.meaning is None or encode is None:
        yield from (None for _ in texts)
        return
    places = {text: n for n, text in enumerate(dict.fromkeys(text for of_message in texts for text in of_message))}
    vectors = encode(list(places))
    for first in range(0, len(texts), _AT_ONCE):
        part = texts[first : first + _AT_ONCE]
        signals = matcher.meaning.signals_of_many(vectors[[places[text] for of_message in part for text in of_message]])
        ends = np.cumsum([len(of_message) for of_message in part])
        yield from (joined(of_one) for of_one in np.split(signals, ends[:-1]))


_CLEARLY = 1e-3  # of a signal; a smaller difference may be rounding


def outdone(index: LexicalIndex, messages: Sequence[Sequence[str]], one: Whole, other: Whole) -> NDArray[np.bool_]:
    """Return whether, for each message, one topic has no stronger signal than another and at least one weaker.

    Args:
        messages: the words of each message.
        one: the number of the first topic, for each message.
        other: the number of the second topic, for each message.
    """
    signals = _Signals(index, messages)
    ours, theirs = signals.of(one), signals.of(other)
    never_stronger, weaker = np.all(theirs >= ours, axis=1), np.any(theirs > ours + _CLEARLY, axis=1)
    known: NDArray[np.bool_] = np.logical_and(never_stronger, weaker)
    return known


class _Signals:
    """The signals of single topics for many messages, not scaled by the length of the message."""

    def __init__(self, index: LexicalIndex, messages: Sequence[Sequence[str]]) -> None:
        self._index, self._messages = index, messages
        groups: dict[str, tuple[str, ...]] = {}
        self._words = _MessageFeatures(map(word_features, messages))
        self._letters = _MessageFeatures(letter_groups(content_words(message), groups) for message in messages)
        self._stems = _MessageFeatures(map(stems, messages))

    def of(self, topics: Whole) -> Numbers:
        """Return the signals of one topic for each message."""
        index, pairs = self._index, zip(self._messages, topics.tolist(), strict=True)
        columns = (
            self._words.nearest(index.lines, index.starts[topics], index.ends[topics]),
            self._words.nearest(index.means, topics, topics + 1),
            self._letters.nearest(index.letters, topics, topics + 1),
            self._stems.nearest(index.texts, topics, topics + 1),
            np.array([index.named(message)[topic] for message, topic in pairs], np.float32),
        )
        return np.stack(columns, axis=1)


class _MessageFeatures:
    """The features of messages, one message after another."""

    def __init__(self, messages: Iterable[Iterable[str]]) -> None:
        counted = [Counter(message) for message in messages]
        self.count = len(counted)
        self._messages = np.repeat(np.arange(self.count), [len(features) for features in counted])
        self._hashes = np.array(hashes_of(chain.from_iterable(counted)), np.int64)
        self._times = np.array([times for features in counted for times in features.values()], np.float64)

    def nearest(self, rows: Postings, first: Whole, last: Whole) -> Numbers:
        """Return the likeness of each message to the nearest of some rows.

        Args:
            first: for each message, the number of the first row to compare.
            last: for each message, the number after the last row to compare.
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
        order = np.argsort(wanted)  # lookups in order are twice as fast
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
