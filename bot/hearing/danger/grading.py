"""Grade the danger in a message with a small model, learned from graded messages (training/learn_danger.py).

The model adds up the learned weights of a message's words, letters and named features and, with an encoder, of its
meaning, and what a layer of units hears in it. The sums become the chances of the three grades and of each card.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any
from zlib import crc32

import numpy as np

from bot.hearing.danger.grade_features import placed
from bot.hearing.data import read
from bot.hearing.matching.features import Whole
from bot.hearing.matching.postings import Numbers

FILE = "danger_grades.npz"
GRADES = ("none", "line", "card")


@dataclass(frozen=True, slots=True)
class HeardPart:
    """A message, or a part of a long one, as the model reads it."""

    text: str  # the message as typed, or the words of the part
    words: tuple[str, ...]  # its word grams
    letters: tuple[str, ...]  # its letter grams
    named: frozenset[str]  # its named features
    decides: bool  # whether it says enough for the model to decide


_SMALLEST = 1e-6


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely each grade is, and each card if there is danger."""

    none: float  # the chance that nothing should be shown
    line: float  # the chance of a line
    card: float  # the chance of a card
    cards: Mapping[str, float]  # the chance of each card, by its id

    def beside(self, cards: frozenset[str]) -> "Chances":
        """Return the chances without these cards: their share goes to no danger at all."""
        if cards.isdisjoint(self.cards):
            return self
        kept = {id: chance for id, chance in self.cards.items() if id not in cards}
        share = sum(kept.values())
        line, card = self.line * share, self.card * share
        return Chances(1 - line - card, line, card, kept)

    def beside_part(self, other: "Chances") -> "Chances":
        """Return the chances that this part of a message or another tells of danger, and of each card in either."""
        none, card = self.none * other.none, 1 - (1 - self.card) * (1 - other.card)
        both = {id: self.card * chance + other.card * other.cards[id] for id, chance in self.cards.items()}
        share = max(self.card + other.card, _SMALLEST)
        return Chances(none, 1 - none - card, card, {id: chance / share for id, chance in both.items()})

    @property
    def pressing(self) -> float:
        """The log-odds that something should be shown."""
        return float(np.log(max(self.card + self.line, _SMALLEST) / max(self.none, _SMALLEST)))


@dataclass(frozen=True, slots=True)
class GradeReason:
    """Something in a message, and how much it points to danger; below zero, away from it."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Layer:
    """Units that each hear something in a meaning, such as one kind of danger however it is worded."""

    weights: Numbers  # for each number of a vector (row), its weights for each unit
    base: Numbers  # what each unit starts with
    grades: Numbers  # for each unit (row), what it adds to the three grades

    def heard(self, vector: Numbers) -> Numbers:
        """Return what the units add to the three grades for a vector."""
        added: Numbers = np.maximum(vector @ self.weights + self.base, 0) @ self.grades
        return added


@dataclass(frozen=True, slots=True)
class GradeModel:
    """The learned weights, either for words alone or for words and meaning."""

    grams: Numbers  # for each place (row), its weights: of the three grades, then of each card
    named: Mapping[str, Numbers]  # the weights of each named feature, by its name
    meaning: Numbers  # for each number of a vector (row), its weights; no rows in the model for words alone
    base: Numbers  # the sums that every message starts with
    layer: Layer | None = None  # what else is heard in a vector; None in the model for words alone

    def of_meaning(self, vector: Numbers) -> Numbers:
        """Return the sums of a vector."""
        sums: Numbers = vector @ self.meaning
        if self.layer is not None:
            sums[: len(GRADES)] += self.layer.heard(vector)
        return sums


@dataclass(frozen=True, slots=True)
class Grader:
    """Grades texts with the learned weights."""

    rarity: tuple[Numbers, Numbers]  # how rare the word grams of each place are, and then the letter grams
    cards: tuple[str, ...]  # the ids of the cards that were learned
    words: GradeModel  # the model for words alone
    meaning: GradeModel  # the model for words and meaning

    @classmethod
    def load(cls) -> "Grader":
        """Return the grader with the learned weights.

        Raises:
            DamagedDataError: the file is missing or damaged.
        """
        with np.load(io.BytesIO(read(FILE)), allow_pickle=False) as kept:
            held = {name: kept[name] for name in kept.files}
        rarity = held["rarity"].astype(np.float32)
        words, meaning = (_model(held, name) for name in ("words", "meaning"))
        layer = Layer(*(held[f"layer_{part.name}"].astype(np.float32) for part in fields(Layer)))
        return cls((rarity[0], rarity[1]), tuple(held["cards"].tolist()), words, replace(meaning, layer=layer))

    def placed(self, part: HeardPart) -> tuple[Whole, Numbers]:
        """Return the places of a part's grams, word grams first, and the share of each."""
        (first, shares), (second, others) = placed(part.words, self.rarity[0]), placed(part.letters, self.rarity[1])
        return np.concatenate((first, second + len(self.rarity[0]))), np.concatenate((shares, others))

    def chances(self, part: HeardPart, vector: Numbers | None = None) -> Chances:
        """Return how likely each grade and each card is, by its words alone where it has no vector."""
        sums = self._sums(self.words, part, *(placed := self.placed(part)))
        if vector is not None:  # the two models choose the card together
            by_words = sums[len(GRADES) :]
            sums = self._sums(self.meaning, part, *placed) + self.meaning.of_meaning(vector)
            sums[len(GRADES) :] += by_words
        none, line, card = _shares(sums[: len(GRADES)])
        cards = dict(zip(self.cards, map(float, _shares(sums[len(GRADES) :])), strict=True))
        return Chances(float(none), float(line), float(card), cards)

    def _sums(self, model: GradeModel, part: HeardPart, places: Whole, shares: Numbers) -> Numbers:
        """Return the sums of a part's words, letters and named features."""
        sums = model.base + shares @ model.grams[places].astype(np.float32)
        return sum((model.named[name] for name in sorted(part.named & model.named.keys())), start=sums)

    def reasons(self, part: HeardPart, vector: Numbers | None = None) -> tuple[GradeReason, ...]:
        """Return the reasons for and against danger, strongest first, by its words alone where it has no vector."""
        model, found = self.words if vector is None else self.meaning, dict[str, float]()
        for name in part.named & model.named.keys():
            found[name] = _for_danger(model.named[name])
        share = dict(zip(*(each.tolist() for each in self.placed(part)), strict=True))
        for gram in set(part.words):
            place = crc32(gram.encode()) % len(self.rarity[0])
            found[f'"{gram}"'] = share[place] * _for_danger(model.grams[place].astype(np.float32))
        if vector is not None:
            found["its meaning"] = _for_danger(model.of_meaning(vector))
        told = (GradeReason(name, weight) for name, weight in found.items())
        return tuple(sorted(told, key=lambda reason: (-abs(reason.weight), reason.name)))


def _for_danger(weights: Numbers) -> float:
    """Return how far weights raise the higher of a line and a card above nothing."""
    return float(max(weights[1], weights[2]) - weights[0])


def _shares(sums: Numbers) -> Numbers:
    raised = np.exp(sums - sums.max())
    result: Numbers = raised / raised.sum()
    return result


def _model(held: Mapping[str, Any], name: str) -> GradeModel:
    return GradeModel(
        grams=held[f"{name}_grams"],
        named=dict(zip(held[f"{name}_features"].tolist(), held[f"{name}_named"].astype(np.float32), strict=True)),
        meaning=held[f"{name}_vectors"].astype(np.float32),
        base=held[f"{name}_base"].astype(np.float32),
    )
