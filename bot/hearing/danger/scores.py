"""Score how strongly the words and the meaning of a message point to danger, by learned weights."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

import numpy as np

from bot.hearing.danger.calm import Calm
from bot.hearing.danger.rules import DangerRules, MeaningWeights
from bot.hearing.danger.sayings import Words
from bot.hearing.matching.postings import Numbers

CALMED = "{calmed}"
_ENDINGS = ("ing", "ed", "es", "s", "in")
_LEAST = 3  # letters that a stem keeps
FEWEST = 6  # marks; a message with fewer counts as having this many, so that no single word raises a card


def stem(word: str) -> str:
    """Return the part of a word that its other forms share, marked with a dash.

    >>> stem("dragging"), stem("dragged"), stem("drags"), stem("locks")
    ('drag-', 'drag-', 'drag-', 'lock-')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            bare = word[: -len(ending)]
            return (bare[:-1] if len(bare) > _LEAST and bare[-1] == bare[-2] else bare) + "-"
    return (word[:-1] if word.endswith("e") and len(word) > _LEAST + 1 else word) + "-"


def share_with_points(tokens: Sequence[str], rules: DangerRules) -> float:
    """Return the share of words that have points in any form, or are too small to have any."""
    has = sum(token in rules.points or stem(token) in rules.points or token in rules.small for token in tokens)
    return has / max(1, len(tokens))


def marks(words: Words, signs: Iterable[str], calm: Calm, small: frozenset[str]) -> frozenset[str]:
    """Return every mark in a message that can have points; denied words have marks of their own, starting with "not".

    Args:
        words: the words of the message.
        signs: the names of the signs of danger found in it.
        calm: the calming words of the message.
        small: words that carry no meaning.
    """
    denied = calm.denied()
    places = [place for place, token in enumerate(words.tokens) if token]
    tokens = ["#" if words.tokens[place].isdigit() else words.tokens[place] for place in places]
    before = ["not " if place in denied else "" for place in places]
    said = [no + token for no, token in zip(before, tokens, strict=True)]
    stems = [no + stem(token) for no, token in zip(before, tokens, strict=True)]
    telling = [short for short, token in zip(stems, tokens, strict=True) if token not in small]
    pairs = (f"{first} {second}" for row in (tokens, telling) for first, second in pairwise(row))
    return frozenset((*said, *stems, *pairs, *words.names(), *signs, *((CALMED,) if calm.any else ())))


def weigh(found: Iterable[str], rules: DangerRules) -> float:
    """Return the sum of points, divided by the root of how many marks have points, so that length has no effect.

    Args:
        found: the marks of the message.
        rules: the points of each mark.
    """
    points = [rules.points[mark] for mark in found if mark in rules.points]
    return rules.point_bars[0] + sum(points) / sqrt(max(FEWEST, len(points)))


def leaning(found: Iterable[str], rules: DangerRules) -> dict[str, int]:
    """Return how much more these marks point to each card than to the others.

    Args:
        found: the marks of the message.
        rules: the points of each mark.
    """
    sums = dict.fromkeys(rules.order, 0)
    for mark in found:
        for card, points in rules.leaning.get(mark, {}).items():
            sums[card] += points
    return sums


@dataclass(frozen=True, slots=True)
class DangerByMeaning:
    """The danger found from the meaning of a message.

    Attributes:
        strength: how strongly it points to danger; 0 means as likely as not, by the meaning alone.
        cards: how strongly it points to each card.
    """

    strength: float
    cards: Mapping[str, float]


def speaks(vectors: Numbers, weights: MeaningWeights) -> DangerByMeaning:
    """Return the danger in the part of a message whose meaning points to danger most.

    Args:
        vectors: the vectors (rows) of the message, or of the parts of a long one.
        weights: the learned weights for meaning.
    """
    said = vectors @ weights.planes[:, :-1].T + weights.planes[:, -1]
    most = said[int(np.argmax(said[:, 0]))]
    cards = {card: float(value) for card, value in zip(weights.cards, most[1:], strict=True)}
    return DangerByMeaning(float(most[0]), cards)


def together(by_words: float, by_meaning: float, weights: MeaningWeights) -> float:
    """Return how far a message's words and meaning together are above the bar; negative means below it."""
    return weights.words * by_words + weights.meaning * by_meaning - weights.enough
