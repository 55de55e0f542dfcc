"""The rules of crisis.yaml are checked like the rest of the content, and what passes the check is compiled."""

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from bot.content.crisis_rules import NEEDED, entry_slip, saying_slip
from bot.content.loader import faults
from tests.small_content import change, small_content

ROOT = Path(__file__).parents[2]
RULES = "guidance/crisis.yaml"


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return small_content(tmp_path)


@pytest.fixture(name="script", scope="module")
def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_crisis", ROOT / "training/compile_crisis.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="rules", scope="module")
def _rules() -> dict[str, dict[str, list[str]]]:
    return yaml.load((ROOT / RULES).read_text("utf-8"), yaml.CBaseLoader)["rules"]  # noqa: S506  # all texts


def test_the_lists_that_are_asked_for_are_those_that_are_compiled(script: ModuleType) -> None:
    assert set(script.QUIET) == NEEDED


def compiles(script: ModuleType, rules: dict[str, dict[str, list[str]]], saying: str) -> bool:
    try:
        list(script.Compiler(rules).sayings(saying))
    except script.Unreadable:
        return False
    return True


def spoilt(saying: str, chance: random.Random) -> str:
    """Return a saying with a typing mistake, which usually makes it unreadable."""
    at = chance.randrange(len(saying) + 1)
    if chance.random() < 0.3:
        return saying[:at] + saying[at + 1 :]
    return saying[:at] + chance.choice("|(){}*^$~ 'A-,!x9") + saying[at:]


def test_a_saying_is_let_through_where_it_can_be_compiled_and_only_there(
    script: ModuleType, rules: dict[str, dict[str, list[str]]]
) -> None:
    chance = random.Random(1)
    sayings = [*rules["figures"], "{pills} ~ (took|has|{going-to} take) hi*|ho", "^^ help $$", "{under-18} {she}"]
    tried = sayings + [spoilt(saying, chance) for saying in chance.choices(sayings, k=1500)]
    readable = [saying for saying in tried if compiles(script, rules, saying)]
    let_through = [saying for saying in tried if saying_slip(saying, rules["words"]) == ("", "")]

    assert 300 < len(readable) < len(tried) - 300
    assert let_through == readable


def test_every_list_and_saying_of_the_starter_content_is_let_through(rules: dict[str, dict[str, list[str]]]) -> None:
    entries = [entry for entries in rules["words"].values() for entry in entries]

    assert len(entries) > 3000
    assert {entry_slip(entry, rules["words"]) for entry in entries} == {("", "")}


def test_all_slips_in_the_rules_are_told_at_once(small: Path) -> None:
    change(small, RULES, "card: danger", "card: dangr")
    change(small, RULES, "(help|save) me", "(help|save me")
    change(small, RULES, "tense: now", "tense: soon")

    assert [(fault.line, fault.column, fault.rule) for fault in faults(small)] == [
        (46, 13, "SP412"),
        (47, 14, "SP103"),
        (49, 12, "SP411"),
    ]


def test_a_card_that_cannot_be_read_is_not_told_again_by_the_rules_that_raise_it(small: Path) -> None:
    change(small, RULES, "cards:", "card:")

    assert [str(fault) for fault in faults(small)] == [
        f'{RULES}:1:1: "card" is not a field of crisis.yaml; did you mean "cards"?'
    ]
