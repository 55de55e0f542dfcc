"""How many hostile inputs there are: the usual number, or as many as a setting says."""

import re
from pathlib import Path

import pytest

from tests.examples import HOSTILE, hostile_inputs

VARIABLE = "SIGNPOST_TEST_HOSTILE"
ASKED = re.compile(r'hostile_inputs\("([^"]+)"\)')


def test_without_the_setting_or_with_fewer_there_are_as_many_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    for told in (None, "1", "50000"):
        monkeypatch.delenv(VARIABLE, raising=False) if told is None else monkeypatch.setenv(VARIABLE, told)

        assert {kind: hostile_inputs(kind) for kind in HOSTILE} == HOSTILE


def test_with_the_setting_there_are_at_least_as_many_and_of_each_kind_its_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(VARIABLE, "250000")
    asked = {kind: hostile_inputs(kind) for kind in HOSTILE}

    assert 250_000 <= sum(asked.values()) < 250_000 + len(HOSTILE)
    assert all(asked[kind] > 3 * HOSTILE[kind] for kind in HOSTILE)


def test_each_kind_is_tried_by_one_test_and_the_docs_name_the_setting_and_the_number() -> None:
    root = Path(__file__).parents[1]
    modules = set(Path(__file__).parent.rglob("test_*.py")) - {Path(__file__)}
    tried = [kind for module in modules for kind in ASKED.findall(module.read_text("utf-8"))]
    told = (root / "CONTRIBUTING.md").read_text("utf-8")

    assert sorted(tried) == sorted(HOSTILE)
    assert f"{VARIABLE}=250000" in told
    assert f"{sum(HOSTILE.values()):,} hostile inputs" in told
