"""Many signals joined into one ranking, and how sure it is.

Each signal is taken against its own mean and spread over all topics, so that neither the size of the content nor the
length of a message moves it; the weights and thresholds are learned (training/learn_matching.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.core.hearing import MatchTier
from bot.hearing.data import read, read_json
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


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned from data for one set of signals.

    Attributes:
        weights: of the signals.
        plain: the two signals (by number) whose plain values are evidence: likeness, and keywords.
        right: weights of the evidence that the first entry is right, the constant last.
        covered: weights of the evidence that the message is one for the guidance at all, the constant last.
        bare: the same for content that leaves nothing to others, and so has no examples of what is not its own.
        answer: the least chance of being right with which an entry is the answer.
        suggest: the least chance of being covered with which entries are offered.
        narrow: how far a topic that tells one side of a matter stands back.
    """

    weights: tuple[float, ...]
    plain: tuple[int, int]
    right: tuple[float, ...]
    covered: tuple[float, ...]
    bare: tuple[float, ...]
    answer: float
    suggest: float
    narrow: float = 0.0


class EnglishWords:
    """The ordinary English words of three letters or more, as one sorted text, in a tenth of a set's memory.

    Args:
        lines: the words in small letters, in order, one a line.
    """

    def __init__(self, lines: str) -> None:
        self._lines = f"\n{lines}"

    def __contains__(self, word: object) -> bool:
        """Return whether a word, in small letters, is among them."""
        lines, word = self._lines, str(word)
        low, high = 0, len(lines) - 1  # both at the end of a line
        while low < high:
            start = lines.rfind("\n", low, (low + high) // 2 + 1)
            end = lines.find("\n", start + 1)
            found = lines[start + 1 : end]
            if found == word:
                return True
            low, high = (end, high) if found < word else (low, start)
        return False


@dataclass(frozen=True, slots=True)
class MatchingData:
    """What every matcher is made with, whatever the content.

    Attributes:
        english: words that spelling leaves alone even where the content does not know them.
        lexical: what was learned for words and letters alone.
        meaning: what was learned for these beside the meaning.
    """

    english: EnglishWords
    lexical: Learned
    meaning: Learned

    @classmethod
    def load(cls) -> "MatchingData":
        """Return what training/derive_english.py and training/learn_matching.py made.

        Raises:
            DamagedDataError: a data file is missing or damaged.
        """
        learned = read_json("matching_weights.json")
        english = EnglishWords(read("english_words.txt").decode("ascii"))
        return cls(english, Learned(**learned["lexical"]), Learned(**learned["meaning"]))


@dataclass(frozen=True, slots=True)
class Fused:
    """A ranking of the topics for one message.

    Attributes:
        signals: one row a topic, one column a signal.
        parts: what each signal adds to each topic's score, and last what it stands back as a narrow one.
        scores: the sum of the parts.
    """

    signals: Numbers
    parts: Numbers
    scores: Numbers


def fuse(signals: Numbers, learned: Learned, narrow: Numbers) -> Fused:
    """Join the signals of all topics into scores.

    Args:
        signals: one row a topic, one column a signal.
        learned: how much each of them weighs.
        narrow: 1 for each topic that tells one side of a matter, and 0 for the others.
    """
    spread = np.maximum(signals.std(axis=0), _LEAST)
    parts = (signals - signals.mean(axis=0)) / spread * np.asarray(learned.weights, np.float32)
    parts = np.column_stack((parts, narrow * np.float32(-learned.narrow)))
    return Fused(signals, parts, parts.sum(axis=1))


def best(scores: Numbers, most: int) -> tuple[int, ...]:
    """Return the numbers of the greatest scores, the greatest first; of equal ones the earlier.

    Args:
        scores: of all; they are not sorted whole, for there may be thousands.
        most: how many at most.
    """
    least = np.partition(scores, -most)[-most] if len(scores) > most else -np.inf
    among = np.flatnonzero(scores >= least)
    order = np.argsort(-scores[among], kind="stable")[:most]
    return tuple(among[order].tolist())


def evidence(fused: Fused, entries: int, known: float, learned: Learned) -> Numbers:
    """Return what speaks for the first entry and for the message being covered, in the order of ``EVIDENCE``.

    Args:
        fused: the ranking; the first rows are entries, the others kinds of message outside the guidance.
        entries: how many entries there are.
        known: the share of the message's words that the content knows.
        learned: which signals' plain values count.
    """
    inside, outside = fused.scores[:entries], fused.scores[entries:]
    first, *second = best(inside, 2)
    lead = float(inside[first] - inside[second[0]]) if second else float(inside[first])
    others = np.delete(fused.scores, first)
    stands_out = float(inside[first] - _log_sum(others)) if len(others) else float(inside[first])
    ours = float(_log_sum(inside) - _log_sum(outside)) if len(outside) else 0.0
    agree = float(np.mean(np.argmax(fused.signals, axis=0) == first))
    plain = [float(fused.signals[first, number]) for number in learned.plain]
    return np.array([stands_out, lead, np.clip(ours, -8, 8), *plain, agree, known], np.float32)


def chance(weights: Sequence[float], given: Numbers) -> float:
    """Return a chance from 0 to 1, by logistic regression."""
    score = float(np.dot(np.asarray(weights[:-1]), given)) + weights[-1]
    return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))


def tier_of(right: float, covered: float, learned: Learned) -> MatchTier:
    """Return the tier for the chances that the first entry is right and that the message is covered."""
    if right >= learned.answer and covered >= learned.suggest:
        return "answer"
    return "suggestions" if covered >= learned.suggest else "not-covered"


def _log_sum(scores: Numbers) -> Numbers:
    top = scores.max()
    result: Numbers = top + np.log(np.exp(scores - top).sum())
    return result
