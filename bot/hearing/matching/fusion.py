"""Combine many signals into one ranking, and measure how certain it is.

Each signal is standardised by its mean and spread over all topics, so that the size of the content and the length of a
message do not affect it. The weights and thresholds are learned by training/learn_matching.py.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.hearing import MatchTier
from bot.hearing.data import read, read_json
from bot.hearing.matching.message_reader import Query
from bot.hearing.matching.postings import Numbers

EVIDENCE = (
    "how far the first stands out",
    "its lead over the second",
    "how far the matter is one of ours",
    "likeness of the first",
    "keywords of the first",
    "signals that put it first",
    "words that the content knows",
)
_LEAST = 1e-9
_IN_A_TEXT = 100  # words


@dataclass(frozen=True, slots=True)
class Learned:
    """The weights and thresholds learned for one set of signals."""

    weights: tuple[float, ...]  # the weights of the signals
    # the two signals (by number) whose unstandardised values are evidence: likeness, and keywords
    plain: tuple[int, int]
    right: tuple[float, ...]  # weights of the evidence that the first entry is right, constant last
    covered: tuple[float, ...]  # weights of the evidence that the guidance covers the message at all, constant last
    # the same for content without kinds of message outside it, so without examples of what is not covered
    bare: tuple[float, ...]
    answer: float  # the lowest probability of being right at which an entry is the answer
    suggest: float  # the lowest probability of being covered at which entries are offered
    narrow: float = 0.0  # how much is subtracted from a topic that covers only one side of a matter


@dataclass(frozen=True, slots=True)
class LearnedRanking:
    """How points are ranked, and how sure that is.

    Args:
        weights: the weights of the signals of a point; if a network hears them too, the weights and bases of the units
            of each of its layers, one unit last.
        right: the weights of the signs that the likeliest entry is right, constant last.
        answer: the lowest chance of being right at which that entry is the answer.
    """

    weights: tuple[Numbers, ...]
    right: tuple[float, ...]
    answer: float

    @classmethod
    def of(cls, weights: Sequence[object], right: Sequence[float], answer: float) -> "LearnedRanking":
        """Return what the file of weights says."""
        return cls(tuple(np.array(each, np.float32) for each in weights), tuple(right), answer)


@dataclass(frozen=True, slots=True)
class LearnedPoints:
    """How the points of entries are ranked, by a network for a message alone and by a plain sum in a talk."""

    alone: LearnedRanking
    in_talk: LearnedRanking
    agreed: float  # the lowest chance at which the likeliest entry is the answer if the whole message's match agrees
    subject: float  # the same for the entry that the talk was last about

    def of(self, about: Sequence[str]) -> LearnedRanking:
        """Return how points are ranked in a talk about these entries, or in none."""
        return self.in_talk if about else self.alone


def sums_of(weights: Sequence[Numbers], signals: Numbers) -> Numbers:
    """Return the sum of each point (row of signals): the higher, the likelier it is asked for.

    Args:
        weights: as ``LearnedRanking`` has them.
        signals: one row per point.
    """
    first, *layers = weights
    sums: Numbers = signals @ first
    for number, (by, bases) in enumerate(zip(layers[::2], layers[1::2], strict=True)):
        signals = (np.maximum(signals, 0) if number else signals) @ by + bases
    return sums + signals[:, 0] if layers else sums


class EnglishWords:
    """The ordinary English words of three letters or more, about a hundred to a text: a tenth of a set's memory.

    Args:
        lines: the words in lower case, in order, one per line.
    """

    def __init__(self, lines: str) -> None:
        words = lines.split()
        self._firsts = words[::_IN_A_TEXT]
        self._texts = ["\n".join(("", *words[at : at + _IN_A_TEXT], "")) for at in range(0, len(words), _IN_A_TEXT)]

    def __contains__(self, word: object) -> bool:
        """Return whether a word, in lower case, is in the list."""
        return f"\n{word}\n" in self._texts[bisect_right(self._firsts, str(word)) - 1]


@dataclass(frozen=True, slots=True)
class MatchingData:
    """The data that every matcher is built from, whatever the content."""

    english: EnglishWords  # words that spelling correction leaves alone even if they are not in the content
    lexical: Learned  # the weights for words and letters alone
    meaning: Learned  # the weights for words and letters with meaning
    points: LearnedPoints  # how the points of entries are ranked

    @classmethod
    def load(cls) -> "MatchingData":
        """Return the data made by training/derive_english.py, training/learn_matching.py and training/learn_points.py.

        Raises:
            DamagedDataError: a data file is missing or damaged.
        """
        learned = read_json("matching_weights.json")
        english = EnglishWords(read("english_words.txt").decode("ascii"))
        points = read_json("point_weights.json")
        both = Learned(**learned["lexical"]), Learned(**learned["meaning"])
        alone, in_talk = (LearnedRanking.of(**points.pop(of)) for of in ("alone", "in_talk"))
        return cls(english, *both, LearnedPoints(alone, in_talk, **points))


@dataclass(frozen=True, slots=True)
class Fused:
    """A ranking of the topics for one message."""

    signals: Numbers  # one row per topic, one column per signal
    parts: Numbers  # what each signal adds to each topic's score; the last column is the reduction for narrow topics
    scores: Numbers  # the sum of the parts


def fuse(signals: Numbers, learned: Learned, narrow: Numbers) -> Fused:
    """Return the ranking from the signals of all topics.

    Args:
        signals: one row per topic, one column per signal.
        narrow: 1 for each topic that covers only one side of a matter, and 0 for the others.
    """
    spread: Numbers = np.maximum(signals.std(axis=0), _LEAST)
    parts: Numbers = (signals - signals.mean(axis=0)) / spread * np.asarray(learned.weights, np.float32)
    parts = np.column_stack((parts, narrow * np.float32(-learned.narrow)))
    return Fused(signals, parts, parts.sum(axis=1))


def best(scores: Numbers, most: int) -> tuple[int, ...]:
    """Return the positions of the highest scores, highest first; the earlier comes first among equals.

    Args:
        scores: all scores; there may be thousands, so they are not fully sorted.
        most: the maximum number to return.
    """
    least = np.partition(scores, -most)[-most] if len(scores) > most else -np.inf
    among = np.flatnonzero(scores >= least)
    order = np.argsort(-scores[among], kind="stable")[:most]
    return tuple(among[order].tolist())


def evidence(fused: Fused, entries: int, known: float, learned: Learned) -> Numbers:
    """Return the evidence that the first entry is right and that the message is covered, in the order of ``EVIDENCE``.

    Args:
        fused: the ranking; the first rows are entries, and the others are kinds of message outside the guidance.
        entries: the number of entries.
        known: the share of the message's words that are in the content.
        learned: the signals whose unstandardised values count.
    """
    inside, outside = fused.scores[:entries], fused.scores[entries:]
    first, *second = best(inside, 2)
    lead = float(inside[first] - inside[second[0]]) if second else float(inside[first])
    others = np.delete(fused.scores, first)
    stands_out = float(inside[first] - _log_sum(others)) if len(others) else float(inside[first])
    ours = float(_log_sum(inside) - _log_sum(outside)) if len(outside) else 0.0
    agree = float(np.mean(np.argmax(fused.signals, axis=0) == first))
    plain = [float(fused.signals[first, number]) for number in learned.plain]
    return np.array([stands_out, lead, min(max(ours, -8.0), 8.0), *plain, agree, known], np.float32)


def log_odds(share: float) -> float:
    """Return the log-odds of a share, which is kept away from 0 and 1."""
    kept = min(max(share, 1e-4), 1 - 1e-4)
    return float(np.log(kept / (1 - kept)))


def chance(weights: Sequence[float], given: Numbers) -> float:
    """Return a probability from 0 to 1, by logistic regression."""
    score = float(np.dot(np.asarray(weights[:-1]), given)) + weights[-1]
    return float(1 / (1 + np.exp(-min(max(score, -30.0), 30.0))))


def tier_of(right: float, covered: float, learned: Learned) -> MatchTier:
    """Return the tier for the probabilities that the first entry is right and that the message is covered."""
    if right >= learned.answer and covered >= learned.suggest:
        return "answer"
    return "suggestions" if covered >= learned.suggest else "not-covered"


def _log_sum(scores: Numbers) -> Numbers:
    top = scores.max()
    result: Numbers = top + np.log(np.exp(scores - top).sum())
    return result


MOST_SUGGESTIONS = 3
LONG = 14  # words
MOST_RANKED = 8


@dataclass(frozen=True, slots=True)
class Match:
    """The result for a message."""

    # whether the first entry is the answer, up to three entries are offered, or nothing covers the message
    tier: MatchTier
    entries: tuple[str, ...] = ()  # ids of entries, best first
    scores: tuple[float, ...] = ()  # their scores
    not_ours: str = ""  # if nothing covers the message, the kind of message that it is, if that is clear
    nearest: tuple[str, ...] = ()  # ids of the entries nearest to it, whatever the tier
    alone: MatchTier | None = None  # the tier that it has without the subject of the talk, if that differs
    # the entries that it may mean, with their scores, best first, then those that the talk is about
    ranked: tuple[tuple[str, float], ...] = ()
    written: bool = False  # whether it is word for word a phrasing
    chance: float = 0.0  # how likely the first of them is right, out of 1, by the whole message


def signs(match: Match, read: Query, shares: Mapping[str, float]) -> Numbers:
    """Return the evidence that the likeliest entry is right.

    It is its share, the chance of the first entry by the whole message, whether both are the same entry, that chance
    again if they are, and whether the message is long. Shares and chances count as log-odds.
    """
    first, share = next(iter(shares.items()))
    same = bool(match.ranked) and match.ranked[0][0] == first
    by_match = log_odds(match.chance)
    return np.array([log_odds(share), by_match, same, by_match * same, len(read.tokens) > LONG], np.float32)
