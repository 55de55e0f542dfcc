"""Signs of danger: what must be found, what must not, and that the cards stand on their own."""

import random
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.core.hearing import Crisis
from bot.core.library import CrisisCard, CrisisContact
from bot.hearing.danger.detector import ADDS_UP
from bot.hearing.text import normalise, words
from tests.disguise import DISGUISES
from tests.guides import CARDS, HEARING, detect

RULES = HEARING.danger.rules
_SPELLER = HEARING.danger.reader.speller
REAL = _SPELLER.ordinary | _SPELLER.words  # words that are no slips
ROOT = Path(__file__).parents[3]


def _plain(path: str) -> Mapping[str, Any]:
    content: Mapping[str, Any] = yaml.load((ROOT / path).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 text only
    return content


SEEDS = _plain("tests/data/crisis_seeds.yaml")
MORE = _plain("tests/data/crisis_seeds_more.yaml")  # harder, and bounded apart
BESIDE = _plain("tests/data/crisis_beside.yaml")
CONTENT = _plain("guidance/crisis.yaml")
DIRECT = [(card, text) for card, texts in SEEDS["direct"].items() for text in texts]
INDIRECT = [text for texts in SEEDS["indirect"].values() for text in texts]
ALL_CARDS = {"danger-now", "weapon", "recent-assault", "suicide", "overdose", "child-now", "held-or-moved"}


def _another_word(message: str, typed: str) -> bool:
    """Say whether a slip has made another real word, such as beach of bleach."""
    return bool(({*words(normalise(typed))} - {*words(message)}) & REAL)


def card(message: str) -> str:
    """Return the card that a message raises, or nothing."""
    found = detect(message)
    return found.card if found else ""


def test_the_compiled_rules_are_those_of_crisis_yaml() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "training.compile_crisis", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_every_card_says_what_crisis_yaml_says() -> None:
    assert CARDS.keys() == CONTENT["cards"].keys() == ALL_CARDS
    for name, written in CONTENT["cards"].items():
        contacts = tuple(CrisisContact(**contact) for contact in written["contacts"])
        assert CARDS[name] == CrisisCard(**written | {"steps": tuple(written["steps"]), "contacts": contacts})


def test_every_card_names_999_first() -> None:
    assert {found.contacts[0].number for found in CARDS.values()} == {"999"}


def test_the_first_sentence_that_other_bots_failed_raises_the_card_for_a_child() -> None:
    assert card("I'm being forced to have sex and I'm only 12 years old") == "child-now"


@pytest.mark.parametrize(("wanted", "message"), DIRECT)
def test_plain_words_of_danger_are_found(wanted: str, message: str) -> None:
    found = detect(message)

    assert found is not None
    assert wanted in {found.card, *(RULES.rules[rule][0] for rule in found.because if rule in RULES.rules)}


@pytest.mark.parametrize("kind", DISGUISES)
def test_a_disguise_does_not_hide_plain_words_of_danger(kind: str) -> None:
    draw = random.Random(kind)
    disguised = [(message, DISGUISES[kind](message, draw)) for _, message in DIRECT for _ in range(2)]
    lost = [typed for message, typed in disguised if detect(typed) is None and not _another_word(message, typed)]

    assert lost == []


@pytest.mark.parametrize("message", BESIDE["danger"])
def test_danger_is_found_beside_words_that_calm(message: str) -> None:
    assert detect(message) is not None


@pytest.mark.parametrize("message", BESIDE["calm"])
def test_no_rule_is_raised_by_what_is_taught_supposed_over_or_a_way_of_speaking(message: str) -> None:
    found = detect(message)

    assert not RULES.rules.keys() & (found.because if found else ())


def test_broad_scots_is_read_as_what_it_says() -> None:
    for scots, english in (
        ("he disnae bide here, she wis greetin aw nicht", "he doesnt stay here she was crying all night"),
        ("twa year syne he lockit the windae", "two year ago he locked the window"),
    ):
        assert next(reading.tokens for reading in HEARING.danger.reader.read(scots)) == tuple(english.split())


def test_danger_that_is_hinted_at_is_nearly_always_found() -> None:
    missed = [message for message in INDIRECT if detect(message) is None]

    assert len(INDIRECT) >= 400
    assert len(missed) <= len(INDIRECT) * 0.05, missed


def test_most_danger_that_is_hardly_hinted_at_is_found() -> None:
    hints = [*INDIRECT, *(text for texts in MORE["indirect"].values() for text in texts)]
    missed = [message for message in hints if detect(message) is None]

    assert len(hints) >= 2300
    assert len(missed) <= len(hints) * 0.05, missed


def test_calm_messages_with_alarming_words_seldom_raise_a_card() -> None:
    raised = [message for message in SEEDS["calm"] if detect(message)]

    assert len(SEEDS["calm"]) >= 200
    assert len(raised) <= len(SEEDS["calm"]) * 0.01, raised


def test_most_calm_messages_full_of_alarming_words_raise_no_card() -> None:
    messages = [*SEEDS["calm"], *MORE["calm"]]
    raised = [message for message in messages if detect(message)]

    assert len(messages) >= 1400
    assert len(raised) <= len(messages) * 0.09, raised


@pytest.mark.parametrize(
    "message",
    [
        "not an emergency but he has a knife to her throat",
        "im fine honestly its nothing, hes outside banging on my door again",
        "no rush. she's taken all her tablets and she's asleep",
        "not sure if it counts, he held her down and wouldnt stop, last night",
        "sorry to bother you, quick question, she's not breathing",
        "dont know if she was raped but she woke up with no underwear",
        "she says she's fine but he strangled her an hour ago",
        "nobody is helping, he's hitting her",
    ],
)
def test_danger_that_is_played_down_is_still_danger(message: str) -> None:
    assert detect(message) is not None


@pytest.mark.parametrize(
    ("calm", "danger"),
    [
        ("he has never hit her", "he is hitting her"),
        ("she isnt being held or forced", "she isnt safe, he is hitting her"),
        ("she was raped in 2011", "she was raped in 2011 and again last night"),
        ("years ago a man held a knife to her", "years ago he hurt her, now he is outside with a knife"),
        ("police lifted him, he's in custody", "he was in custody but he's out and he's at her door"),
        ("what if he comes in with a knife", "what do i do, he's in reception with a knife"),
        ("my manager will kill me", "my husband will kill me"),
        ("overdosed on training courses", "overdosed on heroin in our toilets"),
        ("case study: she says he has a gun", "she says he has a gun"),
        ("she took an overdose ten years ago", "she took an overdose ten minutes ago"),
    ],
)
def test_what_calms_one_message_does_not_calm_the_other(calm: str, danger: str) -> None:
    assert (detect(calm), detect(danger) is not None) == (None, True)


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("he has a knife and she has overdosed", "weapon"),
        ("she was raped last night and she wants to die", "suicide"),
        ("she has cut her wrists, there's a lot of blood", "suicide"),
        ("he forced her on saturday, she's still got the bruises", "recent-assault"),
        ("the baby isn't breathing", "overdose"),
    ],
)
def test_the_most_pressing_card_stands_first(message: str, wanted: str) -> None:
    assert card(message) == wanted


def test_the_rules_that_fired_are_named() -> None:
    found = detect("he's kicking the door in and he's got a hammer")

    assert found == Crisis("weapon", ("weapon-in-hand", "breaking-in", "being-hurt"))


def test_every_reason_is_a_rule_or_a_sum() -> None:
    known = {*RULES.rules, *(f"signs-of-{name}" for name in RULES.signals), ADDS_UP}

    assert {reason for message in INDIRECT if (found := detect(message)) for reason in found.because} <= known


def test_every_rule_belongs_to_a_card_and_to_an_order() -> None:
    assert {name for name, _, _ in RULES.rules.values()} == ALL_CARDS
    assert set(RULES.order) <= ALL_CARDS | RULES.rules.keys()
    assert set(RULES.order) >= ALL_CARDS


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=400))
def test_any_text_at_all_is_read_without_fault(text: str) -> None:
    found = detect(text)

    assert found is None or found.card in CARDS


@pytest.mark.parametrize("piece", ["he has a knife ", "not ", "he she ", "h e l p ", "x1", "heknife", "\u0591", "a"])
def test_a_wall_of_text_is_bounded(piece: str) -> None:
    wall = (piece * 4096)[:4096]
    start = time.thread_time()
    detect(wall)

    assert time.thread_time() - start < 0.5
