"""Why a message found what it found: each topic that came near, what speaks for it, and how sure the whole is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.core.hearing import MatchTier
from bot.hearing.matching.features import content_words, stem, stems
from bot.hearing.matching.fusion import EVIDENCE, Fused, chance, evidence
from bot.hearing.matching.lexical import SIGNALS as LEXICAL_SIGNALS
from bot.hearing.matching.matcher import MOST_SUGGESTIONS, Matcher, Query
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import Topic
from bot.hearing.text import normalise, words

_NEAREST_WORDS = LEXICAL_SIGNALS[0]
NARROW = "narrow"


@dataclass(frozen=True, slots=True)
class Near:
    """A text of the content that is near to a message, and how near: 1 is the same."""

    text: str
    likeness: float


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """A word as it was typed, and as it was read."""

    typed: str
    read: str


@dataclass(frozen=True, slots=True)
class Chance:
    """A chance from 0 to 1, and the least that is asked for."""

    chance: float
    needed: float

    @property
    def enough(self) -> bool:
        """Whether it is as much as is asked for."""
        return self.chance >= self.needed


@dataclass(frozen=True, slots=True)
class Candidate:
    """A topic that came near.

    Attributes:
        id: the id of the entry, or of the kind of message outside the guidance.
        score: its score.
        adds: what each signal adds to the score, by the signal's name.
        by_meaning: its nearest phrasing by meaning; None where words and letters alone decide.
        by_words: its phrasing or sentence that shares most words; None where none shares any.
        shared: words of the message that stand in its texts, the rarest in the content first.
        keywords: its keywords that the message holds.
    """

    id: str
    score: float
    adds: Mapping[str, float]
    by_meaning: Near | None
    by_words: Near | None
    shared: tuple[str, ...]
    keywords: tuple[str, ...]

    def ahead_of(self, other: "Candidate") -> Mapping[str, float]:
        """Return the signals in which it is ahead of another, by how much, the most first."""
        gaps = ((name, added - other.adds[name]) for name, added in self.adds.items())
        return dict(sorted((gap for gap in gaps if gap[1] > 0), key=lambda gap: -gap[1]))


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a message found what it found.

    Attributes:
        kind: what decided, the meaning beside words and letters, or these alone (lexical).
        read: the message as the matcher reads it.
        spelling: words that were read otherwise than they were typed.
        unknown: words that the content does not know.
        tier: what the message got.
        right: the chance that the first entry is right; None where there was nothing to match.
        covered: the chance that the message is one for the guidance at all; None likewise.
        evidence: what the two chances are made of, by name.
        entries: the three entries that came nearest, best first.
        outside: the kind of message outside the guidance that came nearest.
        not_ours: the kind that was answered instead of an entry, or ``""``.
        word_for_word: whether what was typed is a phrasing of one topic alone, which decides without the chances.
    """

    kind: str
    read: Query
    spelling: tuple[SpelledWord, ...] = ()
    unknown: tuple[str, ...] = ()
    tier: MatchTier = "not-covered"
    right: Chance | None = None
    covered: Chance | None = None
    evidence: Mapping[str, float] = field(default_factory=dict)
    entries: tuple[Candidate, ...] = ()
    outside: Candidate | None = None
    not_ours: str = ""
    word_for_word: bool = False

    @property
    def ahead(self) -> tuple[Candidate, Candidate] | None:
        """What was taken, and the entry that would have been next; None where there is no next."""
        if self.not_ours and self.outside:
            return self.outside, self.entries[0]
        return (self.entries[0], self.entries[1]) if len(self.entries) > 1 else None


def explain(matcher: Matcher, message: str) -> Explanation:
    """Explain what a message finds.

    Args:
        matcher: what finds it.
        message: the message, with personal details taken out.
    """
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
    """A message, and all that was found for it."""

    matcher: Matcher
    read: Query
    vectors: Numbers | None
    fused: Fused


def _spelling(matcher: Matcher, message: str) -> tuple[SpelledWord, ...]:
    typed = dict.fromkeys(words(normalise(message)))
    mended = ((word, " ".join(matcher.speller.mended((word,)))) for word in typed)
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
    """Return the nearest phrasing to the message, or to that of its sentences which comes nearest."""
    index = seen.matcher.meaning
    if index is None or seen.vectors is None:
        return None
    likeness = [float(index.signals(vector)[number, 0]) for vector in seen.vectors]
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
    """Return the keywords that the message holds, as they are written."""
    found = frozenset(seen.matcher.lexical.keywords_in(seen.read.tokens, number))
    return tuple(k for k in seen.matcher.topics[number].keywords if _plain(words(normalise(k))) in found)


def _plain(tokens: Sequence[str]) -> str:
    return " ".join(map(stem, tokens))
