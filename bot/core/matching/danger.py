"""How much the meaning of a message speaks for danger, and for which card.

A plane through the encoder's vectors, learned beside the points of words (scripts/learn_danger.py), hears what no word
gives away: "wants me to have the photos of her boy". It is heard together with the words, never in their place.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from bot.core.matching import danger_learned as learned
from bot.core.matching.postings import Numbers


@dataclass(frozen=True, slots=True)
class Speaks:
    """What the meaning of a message says.

    Attributes:
        strength: how much it speaks for danger; 0 is as likely as not, by the meaning alone.
        cards: how much it speaks for each card.
    """

    strength: float
    cards: Mapping[str, float]


_PLANES: Numbers = np.array([learned.DANGER, *learned.CARDS.values()], np.float32)


def speaks(vectors: Numbers) -> Speaks:
    """Return what a message says by its meaning, in whichever of its parts speaks most for danger.

    Args:
        vectors: of the message, or of the parts of a long one (rows).
    """
    said = vectors @ _PLANES[:, :-1].T + _PLANES[:, -1]
    most = said[int(np.argmax(said[:, 0]))]
    cards = {card: float(value) for card, value in zip(learned.CARDS, most[1:], strict=True)}
    return Speaks(float(most[0]), cards)


def together(by_words: float, by_meaning: float) -> float:
    """Return how far a message is above the bar by its words and its meaning together; below it where negative."""
    return learned.WORDS * by_words + learned.MEANING * by_meaning - learned.ENOUGH
