"""Many messages asked at once: the same matches as one by one, in a fraction of the time."""

from collections.abc import Iterator, Sequence

import numpy as np

from bot.core.matching.fusing import Fused, fuse
from bot.core.matching.matcher import Match, Matcher, Read
from bot.core.matching.meaning import Encode
from bot.core.matching.postings import Numbers

_AT_ONCE = 256  # messages: more would only take more memory


def match_all(matcher: Matcher, queries: Sequence[str], encode: Encode | None = None) -> tuple[Match, ...]:
    """Return the match of each message.

    Args:
        matcher: what finds the entries.
        queries: the messages.
        encode: what makes vectors of messages, asked once for all; without it, words and letters alone decide.
    """
    reads = [matcher.read(query) for query in queries]
    if not matcher.entries:
        return tuple(Match("not-covered") for _ in reads)
    of_meaning = _meaning(matcher, [matcher.encoded(read) for read in reads], encode)
    return tuple(_match(matcher, read, meaning) for read, meaning in zip(reads, of_meaning, strict=True))


def fused_all(matcher: Matcher, queries: Sequence[str], encode: Encode | None = None) -> Iterator[Fused]:
    """Yield the ranking of all topics for each message.

    Args:
        matcher: what finds the entries.
        queries: the messages.
        encode: as above.
    """
    reads = [matcher.read(query) for query in queries]
    of_meaning = _meaning(matcher, [matcher.encoded(read) for read in reads], encode)
    for read, meaning in zip(reads, of_meaning, strict=True):
        yield _fused(matcher, read, meaning)


def _match(matcher: Matcher, read: Read, meaning: Numbers | None) -> Match:
    if not read.tokens:
        return Match("not-covered")
    return matcher.judged(read, _fused(matcher, read, meaning))


def _fused(matcher: Matcher, read: Read, meaning: Numbers | None) -> Fused:
    lexical = matcher.lexical.signals(read.tokens)
    signals = lexical if meaning is None else np.hstack([lexical, meaning])
    return fuse(signals, matcher.learned, matcher.narrow)


def _meaning(matcher: Matcher, texts: Sequence[Sequence[str]], encode: Encode | None) -> Iterator[Numbers | None]:
    """Yield the signals of each message by its meaning."""
    if matcher.meaning is None or encode is None:
        yield from (None for _ in texts)
        return
    places = {text: n for n, text in enumerate(dict.fromkeys(text for of_message in texts for text in of_message))}
    vectors = encode(list(places))
    for first in range(0, len(texts), _AT_ONCE):
        part = texts[first : first + _AT_ONCE]
        signals = matcher.meaning.signals_of_many(vectors[[places[text] for of_message in part for text in of_message]])
        ends = np.cumsum([len(of_message) for of_message in part])
        yield from (matcher.joined(of_one) for of_one in np.split(signals, ends[:-1]))
