"""The model that grades danger: what was learned, and how sums become chances."""

import math
from dataclasses import replace

import numpy as np
import pytest

from bot.hearing.danger.grade_features import PLACES
from bot.hearing.danger.grading import GRADES, Chances, HeardPart, Layer
from tests.guides import CARDS, HEARING
from training.learn_danger import BRIEF, NETWORKS, UNITS, Graded, times

GRADER = HEARING.danger.grader
COLUMNS = len(GRADES) + len(CARDS)
VECTOR = np.zeros(384, np.float32)


def part(message: str) -> HeardPart:
    """Return a short message as the model reads it."""
    return HEARING.danger.hear(message).parts[0]


def test_there_are_weights_for_each_grade_and_card() -> None:
    assert set(GRADER.cards) == set(CARDS)
    for model in (GRADER.words, GRADER.meaning):
        assert model.grams.shape == (2 * PLACES, COLUMNS)
        assert model.base.shape == (COLUMNS,)
        assert {weights.shape for weights in model.named.values()} == {(COLUMNS,)}
    assert GRADER.words.meaning.shape == (0, COLUMNS)
    assert GRADER.meaning.meaning.shape == (384, COLUMNS)
    assert GRADER.words.layer is None
    assert GRADER.meaning.layer is not None
    assert GRADER.meaning.layer.weights.shape == (384, NETWORKS * UNITS)
    assert GRADER.meaning.layer.grades.shape == (NETWORKS * UNITS, len(GRADES))


def test_the_weights_are_finite() -> None:
    layer = GRADER.meaning.layer
    assert layer is not None
    assert all(np.isfinite(weights).all() for weights in (layer.weights, layer.base, layer.grades))
    for model in (GRADER.words, GRADER.meaning):
        assert all(np.isfinite(weights).all() for weights in (model.grams, model.meaning, model.base))
    assert all((weights >= 0).all() for weights in GRADER.rarity)


@pytest.mark.parametrize(
    ("message", "grade", "count"),
    [
        ("he has a knife at the desk", "card", BRIEF),
        ("she owes a man for her flight", "line", BRIEF),
        ("going to the panto", "none", BRIEF),
        ("what benefits can she get if she stops this month", "none", 1.0),
        ("she came in about her rent and said that he has a knife in the car and waits for her", "card", 1.0),
    ],
)
def test_danger_in_a_remark_and_any_few_words_count_more_in_learning(message: str, grade: str, count: float) -> None:
    assert times(Graded(message, grade), part(message)) == count


@pytest.mark.parametrize("vector", [None, VECTOR])
@pytest.mark.parametrize("message", ["he has a knife", "what benefits can she get", "x"])
def test_the_chances_of_the_grades_add_up_to_one_and_so_do_those_of_the_cards(
    message: str, vector: np.ndarray[tuple[int], np.dtype[np.float32]] | None
) -> None:
    chances = GRADER.chances(part(message), vector)

    assert chances.none + chances.line + chances.card == pytest.approx(1, abs=1e-5)
    assert sum(chances.cards.values()) == pytest.approx(1, abs=1e-5)
    assert chances.cards.keys() == CARDS.keys()


def test_two_parts_of_a_message_tell_of_danger_if_either_does_and_of_its_card() -> None:
    calm = Chances(0.5, 0.3, 0.2, {"weapon": 0.9, "suicide": 0.1})
    grave = Chances(0.1, 0.1, 0.8, {"weapon": 0.2, "suicide": 0.8})
    both = grave.beside_part(calm)

    assert (both.none, both.card) == (pytest.approx(0.05), pytest.approx(0.84))
    assert both.none + both.line + both.card == pytest.approx(1)
    assert both.cards == {"weapon": pytest.approx(0.34), "suicide": pytest.approx(0.66)}


def test_both_models_choose_the_card_and_the_one_with_meaning_the_grade() -> None:
    told = part("she took all her tablets after he hit her")
    otherwise = replace(GRADER, words=replace(GRADER.words, base=np.arange(COLUMNS, dtype=np.float32)))
    (before, after) = (grader.chances(told, VECTOR) for grader in (GRADER, otherwise))

    assert (before.none, before.line, before.card) == (after.none, after.line, after.card)
    assert before.cards != after.cards


def test_the_meaning_moves_the_chances() -> None:
    told, towards = part("something happened to her at the house"), GRADER.meaning.meaning[:, 2]
    towards = towards / np.linalg.norm(towards)

    assert GRADER.chances(told, towards).card > GRADER.chances(told, VECTOR).card > GRADER.chances(told, -towards).card


@pytest.mark.parametrize(
    ("none", "line", "card", "odds"),
    [(0.2, 0.3, 0.5, 4), (0.2, 0.0, 0.8, 4), (0.5, 0.5, 0.0, 1), (0.0, 0.5, 0.5, 1e6), (1.0, 0.0, 0.0, 1e-6)],
)
def test_the_odds_of_danger_are_those_of_a_line_and_a_card_together(
    none: float, line: float, card: float, odds: float
) -> None:
    assert math.exp(Chances(none, line, card, {}).pressing) == pytest.approx(odds)


def test_a_layer_hears_danger_in_two_meanings_and_not_between_them_as_no_sum_can() -> None:
    layer = Layer(
        np.array([[1, -1]], np.float32), np.array([-1, -1], np.float32), np.array([[0, 0, 1]] * 2, np.float32)
    )

    assert [float(layer.heard(np.array([place], np.float32))[2]) for place in (-3, 0, 3)] == [2, 0, 2]


def test_the_layer_moves_the_chances() -> None:
    told, vector = part("something happened to her at the house"), np.full(384, 0.05, np.float32)
    without = replace(GRADER, meaning=replace(GRADER.meaning, layer=None))

    assert GRADER.chances(told, vector).none != without.chances(told, vector).none
    assert GRADER.chances(told, vector).cards == without.chances(told, vector).cards


def test_enormous_sums_still_become_chances() -> None:
    base = np.full(COLUMNS, 5000, np.float32)
    grader = replace(GRADER, words=replace(GRADER.words, base=base))

    assert sum(grader.chances(part("he has a knife")).cards.values()) == pytest.approx(1, abs=1e-5)


def test_a_feature_that_was_never_met_counts_for_nothing() -> None:
    told = part("what benefits can she get")
    stranger = replace(told, named=told.named | {"words: never-learned"})

    assert GRADER.chances(stranger) == GRADER.chances(told)


def test_the_reasons_are_named_the_most_telling_first() -> None:
    reasons = GRADER.reasons(part("he has a knife to her throat"))
    names = [reason.name for reason in reasons]

    assert [abs(reason.weight) for reason in reasons] == sorted((abs(one.weight) for one in reasons), reverse=True)
    assert "saying of weapon" in names[:5]
    assert '"knife"' in names
    assert "its meaning" not in names
    assert "its meaning" in {reason.name for reason in GRADER.reasons(part("he has a knife"), VECTOR)}
