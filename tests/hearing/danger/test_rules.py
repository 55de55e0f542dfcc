"""The crisis cards and the rules that raise them: built from crisis.yaml, and read from the package alone."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.core.library import CrisisCard, CrisisContact
from bot.core.voices import fitted
from tests.guides import CARDS, HEARING, detect

ROOT = Path(__file__).parents[3]
RULES = HEARING.danger.rules
# BaseLoader reads text only, which numbers such as 0800 need.
CONTENT: Any = yaml.load((ROOT / "guidance/crisis.yaml").read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 text only
ALL_CARDS = set(CONTENT["cards"])


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
    assert len(ALL_CARDS) >= 9
    assert CARDS.keys() == ALL_CARDS
    for name, written in CONTENT["cards"].items():
        contacts = tuple(
            CrisisContact(label=_she(one["label"]), number=one["number"], areas=tuple(one.get("areas", ())))
            for one in written["contacts"]
        )
        texts = {field: _she(text) for field, text in written.items() if isinstance(text, str)}
        assert CARDS[name] == CrisisCard(**texts, steps=tuple(map(_she, written["steps"])), contacts=contacts)


def _she(text: str) -> str:
    return fitted(text, "she")


def test_every_card_names_999_first() -> None:
    assert {found.contacts[0].number for found in CARDS.values()} == {"999"}


def test_every_rule_belongs_to_a_card_and_to_an_order() -> None:
    assert {name for name, _, _ in RULES.rules.values()} <= ALL_CARDS
    assert set(RULES.order) <= ALL_CARDS | RULES.rules.keys()
    assert set(RULES.order) >= ALL_CARDS


def test_the_model_knows_every_card() -> None:
    assert set(HEARING.danger.grader.cards) == ALL_CARDS


@pytest.mark.parametrize(
    "message",
    [
        "girl 15 selling sex",
        "girl, 15, selling sex",
        "lassie 14 sells sex",
        "boy 16 escorting",
        "girl 13 selling nudes",
    ],
)
def test_an_age_after_who_it_is_of_somebody_who_sells_sex_is_a_childs(message: str) -> None:
    danger = detect(message)

    assert danger is not None
    assert (danger.grade, danger.card) == ("card", "child-now")


@pytest.mark.parametrize(
    "message",
    [
        "girl 18 selling sex",
        "lassie 25 selling sex",
        "girl 15 selling cakes at the school fair",
        "girl 14 selling raffle tickets",
        "lad 16 selling his bike",
        "lassie 17 selling her car",
        "girl 15 asks about condoms",
        "lad 17 needs somewhere to stay",
        "boy 13 with asthma",
        "pupil 16 asked what sex work is",
        "girl 17 pregnant, where for scan",
        "room 15 selling sex",
    ],
)
def test_the_same_age_of_somebody_who_asks_or_sells_something_else_brings_no_card(message: str) -> None:
    danger = detect(message)

    assert danger is None or danger.card != "child-now" or danger.grade != "card"


def test_the_page_about_danger_says_what_each_card_is_for() -> None:
    table = (ROOT / "docs/danger.md").read_text("utf-8").partition("\n## The cards\n")[2].partition("\n## ")[0]

    assert set(re.findall(r"^\| `([a-z-]+)` \| \w", table, re.M)) == ALL_CARDS
