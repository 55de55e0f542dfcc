"""Explain a match: each topic that came close, the evidence for it, and how certain the result is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from bot.core.hearing import MatchTier
from bot.hearing.matching.features import content_words, stem, stems
from bot.hearing.matching.fusion import EVIDENCE, MOST_SUGGESTIONS, Fused, chance, evidence
from bot.hearing.matching.lexical import SIGNALS as LEXICAL_SIGNALS
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.message_reader import Query
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import Topic
from bot.hearing.text import normalise, words

_NEAREST_WORDS = LEXICAL_SIGNALS[0]
NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class Near:
    """A text of the content that is close to a message, and how close; 1 means the same."""

    text: str
    likeness: float


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """A word as it was typed, and as it was read."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Chance:
    """A probability from 0 to 1, and the threshold for it."""

    chance: float
    needed: float

    @property
    def enough(self) -> bool:
        """Whether the probability reaches the threshold."""
        return self.chance >= self.needed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that came close."""

    id: str  # the id of the entry, or of the kind of message outside the guidance
    score: float
    adds: Mapping[str, float]  # what each signal adds to the score, by the signal's name
    by_meaning: Near | None  # its nearest phrasing by meaning; None if only words and letters decide
    by_words: Near | None  # its phrasing or sentence that shares most words with the message; None if none shares any
    shared: tuple[str, ...]  # words of the message that appear in its texts, the rarest in the content first
    keywords: tuple[str, ...]  # its keywords that are in the message

    def ahead_of(self, other: "Candidate") -> Mapping[str, float]:
        """Return the signals in which it is ahead of another candidate, and by how much, the largest first."""
        gaps = ((name, added - other.adds[name]) for name, added in self.adds.items())
        return dict(sorted((gap for gap in gaps if gap[1] > 0), key=lambda gap: -gap[1]))


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reasons for the result of a message."""

    kind: str  # what decided: meaning as well as words and letters, or these alone (``lexical``)
    read: Query  # the message as the matcher reads it
    spelling: tuple[SpelledWord, ...] = ()  # words whose spelling was corrected
    unknown: tuple[str, ...] = ()  # words that are not in the content
    tier: MatchTier = "not-covered"  # the tier of the result
    right: Chance | None = None  # the probability that the first entry is right; None if there was nothing to match
    # the probability that the guidance covers the message at all; None if there was nothing to match
    covered: Chance | None = None
    # the values that the two probabilities are computed from, by name
    evidence: Mapping[str, float] = field(default_factory=dict)
    entries: tuple[Candidate, ...] = ()  # the three nearest entries, best first
    outside: Candidate | None = None  # the nearest kind of message outside the guidance
    not_ours: str = ""  # the kind that was answered instead of an entry, or ``""``
    # whether the message is a phrasing of exactly one topic, which decides without the probabilities
    word_for_word: bool = False

    @property
    def ahead(self) -> tuple[Candidate, Candidate] | None:
        """The chosen candidate and the next best entry; None if there is no next entry."""
        if self.not_ours and self.outside:
            return self.outside, self.entries[0]
        return (self.entries[0], self.entries[1]) if len(self.entries) > 1 else None


def explain(matcher: Matcher, message: str) -> Explanation:
    """Return the reasons for the result of a message."""
    read = matcher.read(message)
    if not matcher.entries or not read.tokens:
        return Explanation(matcher.kind, read)
    vectors = matcher.vectors(read)
    fused = matcher.fused(read, vectors)
    match = matcher.judged(read, fused)
    given = evidence(fused, matcher.entries, read.known, matcher.learned)
    written = matcher.as_written(read)
    order = np.argsort(-fused.scores, kind="stable").tolist()
    if written is not None:
        order = list(dict.fromkeys((written[1], *order)))
    best = [topic for topic in order if topic < matcher.entries][:MOST_SUGGESTIONS]
    beyond = next((topic for topic in order if topic >= matcher.entries), None)
    seen = _Seen(matcher, read, vectors, fused)
    return Explanation(
        kind=matcher.kind,
        read=read,
        spelling=_spelling(matcher, message),
        unknown=tuple(t for t in dict.fromkeys(read.tokens) if t not in matcher.lexical.times),
        tier=match.tier,
        right=Chance(chance(matcher.learned.right, given), matcher.learned.answer),
        covered=Chance(chance(matcher.covering, given), matcher.learned.suggest),
        evidence=dict(zip(EVIDENCE, map(float, given), strict=True)),
        entries=tuple(_candidate(seen, topic) for topic in best),
        outside=None if beyond is None else _candidate(seen, beyond),
        not_ours=match.not_ours,
        word_for_word=written is not None,
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """A message, and everything computed for it."""

    matcher: Matcher
    read: Query
    vectors: Numbers | None
    fused: Fused


def _spelling(matcher: Matcher, message: str) -> tuple[SpelledWord, ...]:
    typed = dict.fromkeys(words(normalise(message)))
    mended = ((word, " ".join(matcher.reader.mended(word))) for word in typed)
    return tuple(SpelledWord(word, made) for word, made in mended if made != word)


def _candidate(seen: _Seen, number: int) -> Candidate:
    topic = seen.matcher.topics[number]
    adds = map(float, seen.fused.parts[number])
    return Candidate(
        id=topic.id,
        score=float(seen.fused.scores[number]),
        adds=dict(zip((*seen.matcher.signals, NARROW), adds, strict=True)),
        by_meaning=_by_meaning(seen, number),
        by_words=_by_words(seen, number),
        shared=_shared(seen, topic),
        keywords=_keywords(seen, number),
    )


def _by_meaning(seen: _Seen, number: int) -> Near | None:
    """Return the phrasing nearest to the message, or to the sentence of it that comes nearest."""
    index = seen.matcher.meaning
    if index is None or seen.vectors is None:
        return None
    likeness = index.signals_of_many(seen.vectors)[:, number, 0].tolist()
    nearest = int(np.argmax(likeness))
    text = seen.matcher.topics[number].phrasings[index.nearest_phrasing(seen.vectors[nearest], number)]
    return Near(text, likeness[nearest])


def _by_words(seen: _Seen, number: int) -> Near | None:
    topic = seen.matcher.topics[number]
    likeness = float(seen.fused.signals[number, seen.matcher.signals.index(_NEAREST_WORDS)])
    if likeness <= 0:
        return None
    lines = (*topic.phrasings, *topic.sentences)
    return Near(lines[seen.matcher.lexical.nearest_line(seen.read.tokens, number)], likeness)


def _shared(seen: _Seen, topic: Topic) -> tuple[str, ...]:
    texts = (*topic.phrasings, *topic.sentences, *topic.said, *topic.keywords)
    own = {each for text in texts for each in stems(words(normalise(text)))}
    times = seen.matcher.lexical.times
    shared = [token for token in dict.fromkeys(content_words(seen.read.tokens)) if stem(token) in own]
    return tuple(sorted(shared, key=lambda token: times.get(token, 0)))


def _keywords(seen: _Seen, number: int) -> tuple[str, ...]:
    """Return the keywords that are in the message, as they are written."""
    found = frozenset(seen.matcher.lexical.keywords_in(seen.read.tokens, number))
    keywords = seen.matcher.topics[number].keywords
    return tuple(keyword for keyword in keywords if " ".join(map(stem, words(normalise(keyword)))) in found)
