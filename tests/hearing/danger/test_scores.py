"""Danger heard in the meaning of a message, beside its words: what it adds, and that it takes nothing away."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.channels.talk import Talk
from bot.core.guide import Guide
from bot.core.hearing import Crisis
from bot.core.reply import Asked
from bot.hearing.danger.detector import ADDS_UP, MEANS, HeardDanger
from bot.hearing.danger.scores import DangerByMeaning, speaks, together
from bot.hearing.matching.matcher import Matcher
from tests.guides import CARDS, HEARING, detect, hearing, matcher_of

hear, with_meaning = HEARING.danger.hear, HEARING.danger.with_meaning
LEARNED = HEARING.danger.meaning
SETS = Path(__file__).parents[2] / "danger"
EVEN = dict.fromkeys(CARDS, 0)
NONE = dict.fromkeys(CARDS, 0.0)
LOUD = DangerByMeaning(50.0, NONE | {"suicide": 9.0})


@pytest.fixture(name="matcher")
def _matcher(real: Guide) -> Matcher:
    return hearing(real).matcher


def _texts(name: str) -> list[str]:
    return [row["text"] for row in yaml.safe_load((SETS / name).read_text("utf-8"))]


def _found(matcher: Matcher, text: str) -> Crisis | None:
    _, vectors = matcher.match_with_vectors(text)
    return with_meaning(hear(text), HEARING.danger.speaks(vectors))


def _raised(matcher: Matcher, texts: Sequence[str]) -> float:
    return sum(_found(matcher, text) is not None for text in texts) / len(texts)


def test_the_meaning_adds_a_crisis_where_the_words_are_not_enough() -> None:
    heard = HeardDanger(weight=-300, lean=EVEN)

    assert with_meaning(heard, LOUD) == Crisis("suicide", (MEANS,))
    assert with_meaning(heard, DangerByMeaning(-50.0, NONE)) is None


def test_words_and_meaning_choose_the_card_together() -> None:
    heard = HeardDanger(weight=-100, lean=EVEN | {"overdose": 2000})

    assert with_meaning(heard, LOUD) == Crisis("overdose", (MEANS,))


def test_a_card_that_no_weights_are_learned_for_is_not_chosen_by_meaning() -> None:
    first, *others = CARDS
    heard = HeardDanger(weight=-300, lean=EVEN | {first: 9000})

    found = with_meaning(heard, DangerByMeaning(50.0, dict.fromkeys(others, 0.0)))

    assert found == Crisis(others[0], (MEANS,))


def test_the_meaning_takes_no_crisis_away() -> None:
    heard = hear("he's outside kicking the door in")

    assert with_meaning(heard, DangerByMeaning(-50.0, NONE)) == heard.crisis
    assert heard.crisis is not None


def test_without_an_encoder_the_words_decide_alone() -> None:
    assert with_meaning(HeardDanger(weight=-300, lean=EVEN), None) is None
    assert with_meaning(hear("she has taken all her tablets"), None) == detect("she has taken all her tablets")


def test_plain_needs_are_danger_by_no_meaning() -> None:
    assert with_meaning(hear("bed for tonight please"), LOUD) is None


def test_there_is_a_plane_for_each_card_and_one_weight_for_each_number_of_a_vector() -> None:
    assert set(LEARNED.cards) == set(CARDS)
    assert LEARNED.planes.shape == (1 + len(CARDS), 385)
    assert LEARNED.words > 0
    assert LEARNED.meaning > 0


def test_a_long_message_speaks_by_the_part_that_speaks_most() -> None:
    calm, loud = np.zeros(384, np.float32), LEARNED.planes[0, :-1]

    assert speaks(np.stack([calm, loud]), LEARNED).strength == pytest.approx(speaks(loud[None], LEARNED).strength)
    assert speaks(loud[None], LEARNED).strength > speaks(calm[None], LEARNED).strength


def test_more_of_either_brings_a_message_nearer_to_the_bar() -> None:
    assert together(0, 1, LEARNED) > together(0, 0, LEARNED)
    assert together(1, 0, LEARNED) > together(0, 0, LEARNED)


def test_a_message_without_words_and_content_without_entries_say_nothing(matcher: Matcher, real: Guide) -> None:
    empty = matcher_of(replace(real.library, entries={}, outside={}))

    assert matcher.match_with_vectors("…")[1] is None
    assert empty.match_with_vectors("she is in danger")[1] is None


def test_a_talk_shows_the_card_that_only_the_meaning_asks_for(matcher: Matcher, talk: Talk) -> None:
    quiet = next(t for t in _texts("danger_d.yaml") if detect(t) is None and _found(matcher, t))

    assert talk.answer(Asked(quiet)).crisis in CARDS


@pytest.mark.parametrize(
    "message",
    ["jak mogę pomóc tej kobiecie, nie mówię po angielsku", "wie kann ich dieser frau hier im haus heute helfen bitte"],
)
def test_of_a_message_in_another_language_neither_sum_nor_meaning_says_anything(matcher: Matcher, message: str) -> None:
    assert with_meaning(hear(message), LOUD) is None


@pytest.mark.parametrize(
    ("name", "floor"),
    [("danger_e.yaml", 0.95), ("danger_f.yaml", 0.98), ("danger_m.yaml", 0.98), ("danger_n.yaml", 0.98)],
)
def test_danger_in_the_words_of_strangers_is_found(matcher: Matcher, name: str, floor: float) -> None:
    assert _raised(matcher, _texts(name)) >= floor


@pytest.mark.parametrize(
    ("name", "ceiling"), [("calm_e.yaml", 0.065), ("calm_f.yaml", 0.02), ("calm_m.yaml", 0.04), ("calm_n.yaml", 0.05)]
)
def test_calm_in_the_words_of_strangers_seldom_raises_a_card(matcher: Matcher, name: str, ceiling: float) -> None:
    assert _raised(matcher, _texts(name)) <= ceiling


def test_what_words_and_meaning_find_is_told_apart(matcher: Matcher) -> None:
    found = [_found(matcher, text) for text in _texts("danger_d.yaml")[::6]]
    because = {reason for one in found if one for reason in one.because}

    assert {MEANS, ADDS_UP} <= because


@pytest.mark.parametrize("message", ["she said", "he rang", "mum", "dealer", "phone off", "bruises", "older boyfriend"])
def test_two_or_three_words_are_danger_by_a_rule_alone(matcher: Matcher, message: str) -> None:
    assert _found(matcher, message) is None


@pytest.mark.parametrize("message", ["help", "please hurry", "they're here", "kill myself"])
def test_two_or_three_words_that_cry_for_help_are_heard(message: str) -> None:
    assert detect(message) is not None
