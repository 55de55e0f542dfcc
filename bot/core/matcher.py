"""Which entries a message may be asking for, with scores and a tier.

The lexical matcher compares a message with every phrasing, title and sentence of the content by its words, pairs of
words and groups of letters, each weighted by how rare it is in the content. An entry's score joins its nearest line,
the mean of all its lines (its centroid) and its keywords; docs/decisions/0006 has what each gave.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, Protocol

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bot.core.library import Entry, Library
from bot.core.lines import Lines, Numbers, letter_groups, owned
from bot.core.quoting import filled
from bot.core.text import normalise, words
from bot.core.thresholds import ANSWER_LEAD, ANSWER_SCORE, SUGGEST_SCORE

MOST_SUGGESTIONS = 3
_CENTROID, _NEAREST, _KEYWORDS = 0.70, 0.27, 0.03  # shares of an entry's score
_WORDS, _LETTERS = 0.55, 0.45  # shares of a line's likeness
_SHORTEST_MENDED = 5  # letters: shorter words are too easily another word
_LONGER = 8  # letters: from here on two slips are allowed
# fmt: off
_STOP = frozenset([
    "a", "about", "am", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do", "does", "dont",
    "for", "from", "get", "got", "had", "has", "have", "he", "he's", "her", "here", "hers", "him", "his", "how",
    "i", "if", "im", "in", "is", "it", "its", "ive", "just", "like", "me", "my", "not", "now", "of", "on", "or",
    "our", "said", "says", "she", "she's", "shes", "so", "that", "thats", "the", "their", "them", "then", "there",
    "they", "this", "to", "up", "us", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with",
    "would", "you", "your",
])
# fmt: on
_SUFFIX = re.compile(r"(?:ings?|ed|es|s|ly)$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+")

MatchTier = Literal["answer", "suggestions", "not-covered"]


@dataclass(frozen=True, slots=True)
class Match:
    """What was found: entries best first with their scores, and the tier."""

    tier: MatchTier
    entries: tuple[str, ...] = ()
    scores: tuple[float, ...] = ()


class Matcher(Protocol):
    """Anything that finds the entries a message may be asking for."""

    def match(self, query: str) -> Match:
        """Return up to three entries for a message, best first, and the tier."""


class LexicalMatcher:
    """Finds entries by the words and letters they share with a message.

    Args:
        library: all content.
    """

    def __init__(self, library: Library) -> None:
        self.ids = tuple(library.entries)
        entries = tuple(library.entries.values())
        lines = [(owner, words(normalise(line))) for owner, e in enumerate(entries) for line in lines_of(e, library)]
        tokens = [split for _, split in lines]
        self._owners = np.array([owner for owner, _ in lines], np.int64)
        self._sizes = np.maximum(np.bincount(self._owners, minlength=len(self.ids)), 1).astype(np.float32)
        groups: dict[str, tuple[str, ...]] = {}
        self._words = Lines(word_features(split) for split in tokens)
        self._letters = Lines(letter_groups(content_words(split), groups) for split in tokens)
        self._lengths = self._words.centroid_lengths(self._owners, len(self.ids))
        self._keywords = owned([(" ".join(map(stem, words(normalise(k)))) for k in e.keywords) for e in entries])
        self._known = frozenset(word for split in tokens for word in split)
        self._vocabulary = sorted(word for word in self._known if len(word) >= _SHORTEST_MENDED)

    def mended(self, query: str) -> tuple[str, ...]:
        """Return a message's words, those that the content does not know changed to near ones that it does."""
        return tuple(self._mend(word) for word in words(normalise(query)))

    def _mend(self, word: str) -> str:
        if word in self._known or len(word) < _SHORTEST_MENDED:
            return word
        most = 1 if len(word) < _LONGER else 2
        near = process.extractOne(word, self._vocabulary, scorer=DamerauLevenshtein.distance, score_cutoff=most)
        return near[0] if near and near[0][0] == word[0] else word

    def scores(self, query: str) -> Numbers:
        """Return the score of every entry for a message, in the order of ``ids``."""
        mended = self.mended(query)
        alike = _WORDS * self._words.likeness(word_features(mended))
        alike += _LETTERS * self._letters.likeness(letter_groups(content_words(mended), {}))
        nearest = np.zeros(len(self.ids), np.float32)
        np.maximum.at(nearest, self._owners, alike)
        sums = np.bincount(self._owners, weights=alike, minlength=len(self.ids)).astype(np.float32)
        centroid = sums / self._sizes / self._lengths
        total: Numbers = _CENTROID * centroid + _NEAREST * nearest + _KEYWORDS * self._named(mended)
        return total

    def _named(self, mended: Iterable[str]) -> Numbers:
        padded = f" {' '.join(map(stem, mended))} "
        score = np.zeros(len(self.ids), np.float32)
        for keyword, owners in self._keywords.items():
            if f" {keyword} " in padded:
                score[list(owners)] += 1.0 / len(owners)
        return np.minimum(score, np.float32(1.0))

    def match(self, query: str) -> Match:
        """Return up to three entries for a message, best first, and the tier."""
        if not self.ids:
            return Match("not-covered")
        scores = self.scores(query)
        best = np.argsort(-scores, kind="stable")[: max(MOST_SUGGESTIONS, 2)]
        values = [float(scores[i]) for i in best]
        tier = tier_of(values[0], values[0] - values[1] if len(values) > 1 else values[0])
        if tier == "not-covered":
            return Match(tier)
        return Match(tier, tuple(self.ids[i] for i in best), tuple(values))


def tier_of(score: float, lead: float) -> MatchTier:
    """Return the tier of a best score and its lead over the next, by the learned thresholds."""
    if score >= ANSWER_SCORE and lead >= ANSWER_LEAD:
        return "answer"
    return "suggestions" if score >= SUGGEST_SCORE else "not-covered"


def stem(word: str) -> str:
    """Return a word without its plainest ending."""
    return _SUFFIX.sub("", word) if len(word) > 4 else word


def content_words(tokens: Iterable[str]) -> list[str]:
    """Return the words that carry meaning."""
    return [token for token in tokens if token not in _STOP]


def word_features(tokens: Iterable[str]) -> list[str]:
    """Return the stems of the words that carry meaning, and each two stems that stand together."""
    split = tuple(tokens)
    stems = [stem(token) for token in split]
    return [stem(token) for token in content_words(split)] + [f"{a} {b}" for a, b in pairwise(stems)]


def lines_of(entry: Entry, library: Library) -> Iterable[str]:
    """Yield the lines by which an entry is found: phrasings, title, and the sentences of what it says."""
    yield from entry.phrasings
    yield entry.title
    for text in (entry.first, entry.answer):
        yield from (sentence for sentence in _SENTENCE.split(filled(text, library)) if sentence.strip())
