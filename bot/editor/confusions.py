"""Find which entries are confused with each other, by asking every phrasing of content that lacks it.

Ten folds: a tenth of each entry's phrasings is left out, the matcher is made from the rest, and the phrasings left out
are asked. So each phrasing is compared with nine tenths of its entry's other phrasings, and never with itself.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.content.load_in_process import Progress, untold
from bot.core.library import Library
from bot.core.tables import csv_table
from bot.editor.evaluating.figures import Share
from bot.editor.prose import count, wrapped
from bot.encoder.vectors import with_known_vectors
from bot.hearing.matching.batches import fused_all
from bot.hearing.matching.features import content_words
from bot.hearing.matching.fusion import MatchingData
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encode, Encoder
from bot.hearing.matching.topics import topics
from bot.hearing.text import normalise, words

FOLDS = 10
FIRST, THREE = 60, 85  # per cent, the least that is expected
_EXAMPLES = 3  # phrasings shown for a pair
_WORDS = 5  # words shown that distinguish two entries
_LEAST = 3  # the least number of an entry's phrasings that such a word is in
_PAIRS = 40  # pairs in the report; the table has all
HEADER = ("entry", "taken for", "times", "place", "phrasing", "words of the entry", "words of the other", "question")


@dataclass(frozen=True, slots=True)
class HeldOutPhrasing:
    """One phrasing, asked of the content without it."""

    text: str
    entry: str  # the entry it was written for
    first: str  # the entry it found
    place: int  # its own entry's place in the ranking, from 1


@dataclass(frozen=True, slots=True)
class Confusion:
    """An entry whose phrasings find another one."""

    entry: str
    other: str  # the entry that is found
    asked: tuple[HeldOutPhrasing, ...]  # the phrasings that find it


def confusions(
    library: Library, matching: MatchingData, encoder: Encoder | None, progress: Progress = untold
) -> tuple[HeldOutPhrasing, ...]:
    """Ask every phrasing of every entry of the content without it."""
    whole = topics(library)
    known = with_known_vectors(encoder, library) if encoder else None
    asked: list[HeldOutPhrasing] = []
    for fold in range(FOLDS):
        progress(fold, FOLDS)
        kept = [tuple(text for n, text in enumerate(t.phrasings) if n % FOLDS != fold) or t.phrasings for t in whole]
        rest = [replace(topic, phrasings=texts) for topic, texts in zip(whole, kept, strict=True)]
        matcher = Matcher.over(rest, matching, known)
        left_out = [
            (number, text)
            for number, topic in enumerate(whole)
            if not topic.outside and len(topic.phrasings) > 1
            for text in topic.phrasings[fold::FOLDS]
        ]
        asked += _asked(matcher, left_out, known.message if known else None)
    return tuple(asked)


def _asked(matcher: Matcher, left_out: Sequence[tuple[int, str]], encode: Encode | None) -> Iterator[HeldOutPhrasing]:
    ranked = fused_all(matcher, [text for _, text in left_out], encode)
    for (own, text), fused in zip(left_out, ranked, strict=True):
        scores = fused.scores[: matcher.entries]
        first, place = int(np.argmax(scores)), int(np.sum(scores > scores[own])) + 1
        yield HeldOutPhrasing(text, matcher.topics[own].id, matcher.topics[first].id, place)


def pairs(asked: Iterable[HeldOutPhrasing]) -> tuple[Confusion, ...]:
    """Return the entries that are taken for another, the most frequent pairs first."""
    found: dict[tuple[str, str], list[HeldOutPhrasing]] = {}
    for one in asked:
        if one.first != one.entry:
            found.setdefault((one.entry, one.first), []).append(one)
    made = [Confusion(entry, other, tuple(ones)) for (entry, other), ones in found.items()]
    return tuple(sorted(made, key=lambda pair: (-len(pair.asked), pair.entry, pair.other)))


def question(library: Library, entry: str, other: str) -> str:
    """Return a question that tells two entries apart: the content's own if one of them says when to read the other."""
    for one, its_neighbour in ((entry, other), (other, entry)):
        for neighbour in library.entries[one].not_this_one:
            if neighbour.see == its_neighbour:
                mine, theirs = library.entries[one].title, library.entries[its_neighbour].title
                return f"Is it this: {neighbour.when}? Then “{theirs}”; if not, “{mine}”."
    first, second = (library.entries[id].title for id in (entry, other))
    return f"Is it more about “{first}”, or about “{second}”?"


def distinguishing_words(library: Library, entry: str, other: str) -> tuple[str, ...]:
    """Return the words that best distinguish an entry's phrasings from another's, the best first."""
    own, others = (_words(library.entries[id].asked) for id in (entry, other))
    sizes = [len(library.entries[id].asked) for id in (entry, other)]

    def lead(word: str) -> float:
        return (own[word] + 0.5) / (sizes[0] + 1) / ((others[word] + 0.5) / (sizes[1] + 1)) * math.sqrt(own[word])

    usual = [word for word, times in own.items() if times >= _LEAST and times / sizes[0] > others[word] / sizes[1]]
    return tuple(sorted(usual, key=lambda word: (-lead(word), word))[:_WORDS])


def _words(phrasings: Iterable[str]) -> Counter[str]:
    """Count the phrasings that contain each word."""
    return Counter(word for text in phrasings for word in set(content_words(words(normalise(text)))) if len(word) > 2)


def lines(library: Library, asked: Sequence[HeldOutPhrasing]) -> Iterator[str]:
    """Yield the figures, then each pair with examples, distinguishing words and a question to ask."""
    yield from _totals(asked)
    found = pairs(asked)
    yield f"{count(len(found), 'pair')} of an entry and the one it is taken for; the most frequent:"
    for pair in found[:_PAIRS]:
        first, second = (library.entries[id].title for id in (pair.entry, pair.other))
        yield ""
        yield f"{len(pair.asked)} ×  {pair.entry} ({first}) taken for {pair.other} ({second})"
        yield from (wrapped(f"- {one.text}", 4) for one in pair.asked[:_EXAMPLES])
        for entry, other in ((pair.entry, pair.other), (pair.other, pair.entry)):
            yield wrapped(f"words of {entry}: {', '.join(distinguishing_words(library, entry, other)) or 'none'}", 4)
        yield wrapped(f"to ask: {question(library, pair.entry, pair.other)}", 4)
    if len(found) > _PAIRS:
        yield f"\n{count(len(found) - _PAIRS, 'more pair')}, less frequent: signpost confusions --csv lists them all."


def _totals(asked: Sequence[HeldOutPhrasing]) -> Iterator[str]:
    yield f"{count(len(asked), 'phrasing')}, each asked of the content without it (ten folds)."
    for name, most, least in (("first", 1, FIRST), ("among three", 3, THREE)):
        share = Share(sum(one.place <= most for one in asked), len(asked))
        low, high = share.interval
        held = "reached" if share.percent >= least else "not reached"
        counts = f"{share.hits} of {share.of}, {share.percent:.1f} % ({low:.1f} to {high:.1f})"
        yield f"  own entry {name}: {counts}; at least {least} %: {held}"


def table(library: Library, asked: Sequence[HeldOutPhrasing]) -> str:
    """Return the phrasings that find another entry as CSV, the most frequent pairs first."""
    return csv_table(HEADER, (row for pair in pairs(asked) for row in _rows(library, pair)))


def _rows(library: Library, pair: Confusion) -> Iterator[tuple[str, ...]]:
    ids = (pair.entry, pair.other)
    own, others = (" ".join(distinguishing_words(library, *each)) for each in (ids, ids[::-1]))
    asks = question(library, pair.entry, pair.other)
    for one in pair.asked:
        yield pair.entry, pair.other, str(len(pair.asked)), str(one.place), one.text, own, others, asks
