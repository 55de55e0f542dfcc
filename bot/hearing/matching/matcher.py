"""Find the entries that a message may be asking for, best first, and how certain the match is.

A message's spelling is corrected to that of the content. It is compared with every topic by its words and letters, and
by its meaning if an encoder is available. The signals are combined into one ranking, and the evidence for the first
entry decides the tier.
"""

from collections.abc import Sequence
from copy import copy
from dataclasses import replace

import numpy as np

from bot.core.hearing import MatchTier
from bot.core.library import Library
from bot.core.vocabulary import Glossary
from bot.hearing.glossary import GlossaryReader
from bot.hearing.matching.fusion import (
    MOST_RANKED,
    MOST_SUGGESTIONS,
    Fused,
    Learned,
    Match,
    MatchingData,
    best,
    chance,
    evidence,
    fuse,
    tier_of,
)
from bot.hearing.matching.in_talk import judged_in_talk, questions_of_case
from bot.hearing.matching.lexical import SIGNALS as LEXICAL_SIGNALS
from bot.hearing.matching.lexical import LexicalIndex
from bot.hearing.matching.meaning import SIGNALS as MEANING_SIGNALS
from bot.hearing.matching.meaning import Encoder, MeaningIndex
from bot.hearing.matching.message_reader import MessageReader, Query
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.spelling import ContentSpeller
from bot.hearing.matching.topics import Lines, Topic, pieces, topics

FAR_BEHIND = 1.0  # score: of 131 third suggestions further behind the second, none was the only right one
FAR_FROM_FIRST = 2.5  # score: of 139 third suggestions further behind the first, one was the only right one
_AHEAD_OF_KINDS = 2.0  # score: of 25 wrong kinds on the sets, 16 were less far ahead of the next kind
_NEARLY = 0.3  # the share of the probability needed to be covered from which the nearest entries are shown
_FEW = 4  # words
_LONG = 36  # words; a longer message is encoded in parts
_PIECES, _SHORTEST_PIECE, _LONGEST_PIECE = 5, 4, 20  # parts; words
_FEWER_PIECES = 3  # parts of a very long message
_NO_WORDS = Glossary()
_LONGER_THAN_PHRASINGS = 500  # characters; a longer message is never a phrasing word for word
_END = 200  # words at each end of a very long message; the words between them are not compared


class Matcher:
    """Finds the entries that a message may be asking for.

    Args:
        data: the data that every matcher is built from.
        encoder: encodes texts by meaning; without it, words and letters alone decide.
        lines: the lines of the library's topics, if they exist already.
    """

    def __init__(
        self, library: Library, data: MatchingData, encoder: Encoder | None = None, lines: Lines | None = None
    ) -> None:
        self._over(topics(library), data, lines, library.vocabulary.glossary)
        if encoder is not None:
            self._take(encoder)

    @classmethod
    def over(cls, among: Sequence[Topic], data: MatchingData, encoder: Encoder | None = None) -> "Matcher":
        """Return a matcher of topics that do not come from a library.

        Args:
            among: the topics, those outside the guidance last; they may lack sentences and keywords.
            data: the data that every matcher is built from.
            encoder: as for a library.
        """
        made = cls.__new__(cls)
        made._over(among, data)
        if encoder is not None:
            made._take(encoder)
        return made

    def _over(
        self, among: Sequence[Topic], data: MatchingData, lines: Lines | None = None, glossary: Glossary = _NO_WORDS
    ) -> None:
        self.data = data
        self.topics = tuple(among)
        self.entries = sum(not topic.outside for topic in self.topics)
        self.narrow: Numbers = np.array([topic.narrow for topic in self.topics], np.float32)
        self.lexical = LexicalIndex(self.topics, lines)
        speller = ContentSpeller(self.lexical.times, data.english)
        self.reader = MessageReader(
            GlossaryReader(glossary, data.english, self.lexical.times), speller, self.lexical.times
        )
        self.meaning: MeaningIndex | None = None
        self.learned: Learned = data.lexical

    def with_encoder(self, encoder: Encoder) -> "Matcher":
        """Return a matcher of the same content that also matches by meaning."""
        made = copy(self)
        made._take(encoder)
        return made

    def _take(self, encoder: Encoder) -> None:
        if self.topics:
            self.meaning = MeaningIndex(self.topics, encoder.content, self.lexical.bare, encoder.products)
            self._encode = encoder.message
            self.learned = self.data.meaning

    @property
    def signals(self) -> tuple[str, ...]:
        """The names of the signals."""
        return (*LEXICAL_SIGNALS, *MEANING_SIGNALS) if self.meaning else LEXICAL_SIGNALS

    @property
    def kind(self) -> str:
        """What decides: meaning as well as words and letters, or these alone (``lexical``)."""
        return "meaning" if self.meaning else "lexical"

    @property
    def covering(self) -> tuple[float, ...]:
        """The weights for a message being covered, with or without kinds of message outside the guidance."""
        return self.learned.covered if self.entries < len(self.topics) else self.learned.bare

    def read(self, message: str) -> Query:
        """Return a message as the matcher reads it: in plain English, unless it is word for word a phrasing."""
        plain = self.reader.in_plain_english(message)
        if plain is not None and len(message) > _LONGER_THAN_PHRASINGS:
            return plain
        read = self.reader.as_typed(message)
        return read if plain is None or self.as_written(read) else plain

    def likeness(self, read: Query, vectors: Numbers | None) -> list[Numbers]:
        """Return, for each topic, how alike each of its phrasings is to a message, by meaning or else by words."""
        if self.meaning is not None and vectors is not None:
            return self.meaning.likeness(vectors)
        return self.lexical.likeness(read.tokens, [len(topic.phrasings) for topic in self.topics])

    def encode(self, texts: Sequence[str]) -> Numbers | None:
        """Return the vectors (rows) of texts that somebody typed; None without an encoder."""
        return None if self.meaning is None else self._encode(texts)

    def vectors(self, read: Query) -> Numbers | None:
        """Return the vectors of a message, or of the parts of a long one; None without an encoder."""
        return self.encode(self.encoded(read))

    def meant(self, text: str) -> Numbers | None:
        """Return the vectors of a text as it is in plain English; None without an encoder."""
        return self.vectors(self.read(text))

    def questions(self, read: Query) -> tuple[tuple[Query, Numbers], ...]:
        """Return the questions, each with its vectors, of a message that asks two or that may tell a case and ask."""
        vectors = self.encode(asked) if (asked := questions_of_case(read.text)) else None
        each = () if vectors is None else zip(map(self.reader.as_typed, asked), vectors[:, None], strict=True)
        return tuple(each)

    @staticmethod
    def encoded(read: Query) -> tuple[str, ...]:
        """Return the texts to encode: a message, or the parts of a long one."""
        if len(read.tokens) <= _LONG:
            return (read.text,)
        return pieces(read.text, _FEWER_PIECES if read.very_long else _PIECES, _SHORTEST_PIECE, _LONGEST_PIECE)

    def signals_of(self, read: Query, vectors: Numbers | None) -> Numbers:
        """Return the signals of every topic (row), one column for each of ``signals``."""
        wall = len(read.tokens) > 2 * _END
        lexical = self.lexical.signals((*read.tokens[:_END], *read.tokens[-_END:]) if wall else read.tokens)
        if self.meaning is None or vectors is None:
            return lexical
        return np.hstack([lexical, joined(self.meaning.signals_of_many(vectors))])

    def fused(self, read: Query, vectors: Numbers | None) -> Fused:
        """Return the ranking of all topics for a message."""
        return fuse(self.signals_of(read, vectors), self.learned, self.narrow)

    def match(self, query: str) -> Match:
        """Return up to three entries for a message, best first, and the tier."""
        return self.match_with_vectors(query)[0]

    def match_with_vectors(self, query: str, about: tuple[str, ...] = ()) -> tuple[Match, Query, Numbers | None]:
        """Return the match of a message, how it was read, and its vectors (rows).

        There are no vectors without an encoder or without words.

        Args:
            about: the ids of the entries that the talk is about, most recent first.
        """
        read = self.read(query)
        if not self.entries or not read.tokens:
            return Match("not-covered"), read, None
        vectors = self.vectors(read)
        fused = self.fused(read, vectors)
        judged = judged_in_talk(self, read, fused, about) if about and vectors is None else self.judged(read, fused)
        ranked = dict.fromkeys(best(fused.scores[: self.entries], MOST_RANKED))
        ranked |= dict.fromkeys(n for n in range(self.entries if about else 0) if self.topics[n].id in about)
        scores = tuple((self.topics[n].id, float(fused.scores[n])) for n in ranked)
        return replace(judged, ranked=scores), read, vectors

    def judged(self, read: Query, fused: Fused) -> Match:
        """Return the match for a message from the ranking of all topics."""
        written = self.as_written(read)
        if written is not None:
            tier, owner = written
            told = self._told(fused, owner) if tier == "answer" else Match(tier, not_ours=self.topics[owner].id)
            return replace(told, written=True)
        given = evidence(fused, self.entries, read.known, self.learned)
        right, covered = chance(self.learned.right, given), chance(self.covering, given)
        tier = tier_of(right, covered, self.learned)
        if tier == "not-covered" and self._named(read, fused):
            tier = "suggestions"
        if tier == "not-covered":
            near = self._told(fused).entries if covered >= self.learned.suggest * _NEARLY else ()
            return Match(tier, not_ours=self._not_ours(read, fused.scores), nearest=near, chance=right)
        told = replace(self._told(fused), chance=right)
        return replace(_without_far(told), tier=tier) if tier == "suggestions" else replace(told, tier=tier)

    def nearest_phrasing(self, vector: Numbers) -> float:
        """Return a vector's likeness to the nearest phrasing of any entry; 0 without an encoder."""
        of_entries = int(self.meaning.starts[self.entries]) if self.meaning else 0
        return float(self.meaning.phrasings.nearest(vector, of_entries)[0]) if self.meaning and of_entries else 0.0

    def _told(self, fused: Fused, *owner: int) -> Match:
        """Return a match of the best entries, after any entry with the message as a phrasing."""
        ranked = best(fused.scores[: self.entries], MOST_SUGGESTIONS)
        first = tuple(dict.fromkeys((*owner, *ranked)))[:MOST_SUGGESTIONS]
        return Match("answer", tuple(self.topics[n].id for n in first), tuple(float(fused.scores[n]) for n in first))

    def _named(self, read: Query, fused: Fused) -> bool:
        """Return whether a message of a few words contains a keyword of the first entry and none of a kind outside.

        In a full sentence other words count for more than jargon, but "NRPF?" has nothing else to go on.
        """
        if len(read.tokens) > _FEW:
            return False
        named = fused.signals[:, LEXICAL_SIGNALS.index("keywords")]
        return bool(named[np.argmax(fused.scores[: self.entries])] > 0 and not named[self.entries :].any())

    def as_written(self, read: Query) -> tuple[MatchTier, int] | None:
        """Return the tier and the topic number of a message that is, word for word, a phrasing or title of one topic.

        The editor who wrote the phrasing decided where it belongs, and an editor who tries a new one sees it work.
        """
        owner = self.lexical.owner(read.tokens)
        if owner is None:
            return None
        return "answer" if owner < self.entries else "not-covered", owner

    def _not_ours(self, read: Query, scores: Numbers) -> str:
        """Return the kind of message outside the guidance, if one scores above every entry and any other, or ``""``.

        If a kind's reply would offend anyone who did not mean it, the message needs one of the kind's own words.
        """
        number = int(np.argmax(scores))
        first, others = self.topics[number], np.delete(scores, number)[self.entries :]
        if others.size and float(scores[number] - others.max()) < _AHEAD_OF_KINDS:
            return ""  # which kind it is, is not clear enough for the reply to one
        said = f" {' '.join(read.tokens)} "
        meant = not first.only_with or any(f" {words} " in said for words in first.only_with)
        return first.id if first.outside and meant else ""


def joined(of_parts: Numbers) -> Numbers:
    """Return a long message's signals of meaning from the signals of its parts (the first axis): their mean.

    A case mentions many things, and it is about what its parts have in common.
    """
    meaning: Numbers = of_parts[0] if len(of_parts) == 1 else of_parts.mean(axis=0)
    return meaning


def _without_far(found: Match) -> Match:
    """Return suggestions without a third that is far behind the others."""
    if len(found.scores) < MOST_SUGGESTIONS:
        return found
    first, second, third = found.scores
    far = second - third > FAR_BEHIND or first - third > FAR_FROM_FIRST
    return replace(found, entries=found.entries[:-1], scores=found.scores[:-1]) if far else found
