"""Changing values in a file changes only the lines that differ, however the values are written."""

import re
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.content.field_edit import rewritten
from bot.content.yaml_writer import document
from tests.examples import examples

FILE = b"""\
# who it is for
name: Day line
phones:
  - number: "0131 496 0000"  # the office
    purpose: Helpline
  - {number: "0131 496 0001", needs: [talk, bed]}
needs: [talk, "a, b"]
hours: >-
  Monday to Friday,
  9am to 5pm
areas:
  - S92000003  # Scotland
  # the islands too
asks:
  - "what's open"
assured: null
cost: Free
"""
VALUES: dict[str, Any] = {
    "name": "Day line",
    "phones": [
        {"number": "0131 496 0000", "purpose": "Helpline"},
        {"number": "0131 496 0001", "needs": ["talk", "bed"]},
    ],
    "needs": ["talk", "a, b"],
    "hours": "Monday to Friday, 9am to 5pm",
    "areas": ["S92000003"],
    "asks": ["what's open"],
    "assured": "null",
    "cost": "Free",
}


def changed(wanted: dict[str, Any]) -> tuple[set[str], set[str]]:
    """Return the lines that are gone and the lines that are new."""
    after = rewritten(FILE, wanted)
    old, new = (text.decode().splitlines() for text in (FILE, after))
    return {*old} - {*new}, {*new} - {*old}


@pytest.mark.parametrize(
    ("change", "gone", "new"),
    [
        ({}, set(), set()),
        ({"name": "Night line"}, {"name: Day line"}, {"name: Night line"}),
        (
            {"phones": [{"number": "0131 496 0009", "purpose": "Helpline"}, VALUES["phones"][1]]},
            {'  - number: "0131 496 0000"  # the office'},
            {'  - number: "0131 496 0009"  # the office'},
        ),
        (
            {"phones": [*VALUES["phones"], {"number": "07700 900000"}]},
            set(),
            {'  - {number: "07700 900000"}'},
        ),
        (
            {"phones": [VALUES["phones"][0]]},
            {'  - {number: "0131 496 0001", needs: [talk, bed]}'},
            set(),
        ),
        (
            {"phones": [VALUES["phones"][0], {"number": "0131 496 0001", "purpose": "Nights, 9pm", "needs": ["bed"]}]},
            {'  - {number: "0131 496 0001", needs: [talk, bed]}'},
            {'  - {number: "0131 496 0001", purpose: "Nights, 9pm", needs: [bed]}'},
        ),
        ({"needs": ["a, b", "legal"]}, {'needs: [talk, "a, b"]'}, {'needs: ["a, b", legal]'}),
        (
            {"hours": "Every day: 9am to 5pm"},
            {"hours: >-", "  Monday to Friday,", "  9am to 5pm"},
            {'hours: "Every day: 9am to 5pm"'},
        ),
        ({"asks": ["what's open", 'she said "now"']}, set(), {r'  - "she said \"now\""'}),
        (
            {"assured": {"on": date(2026, 11, 29), "by": "A. Person"}},
            {"assured: null"},
            {"assured:", '  "on": 2026-11-29', "  by: A. Person"},
        ),
        ({"areas": []}, {"areas:", "  - S92000003  # Scotland"}, {"areas: []"}),
        ({"cost": None}, {"cost: Free"}, {"cost: null"}),
    ],
)
def test_only_the_lines_of_what_differs_change(change: dict[str, Any], gone: set[str], new: set[str]) -> None:
    assert changed({**VALUES, **change}) == (gone, new)


def test_a_new_field_stands_in_its_place_and_an_old_one_goes_with_its_lines() -> None:
    wanted = {"name": VALUES["name"], "label": "Line", **{k: v for k, v in VALUES.items() if k not in ("name", "cost")}}
    text = rewritten(FILE, wanted).decode()

    assert text.startswith("# who it is for\nname: Day line\nlabel: Line\nphones:\n")
    assert text.endswith("assured: null\n")


def test_a_space_that_ends_a_line_is_no_change() -> None:
    assert rewritten(document({"one": "a \nb"}).encode(), {"one": "a \nb"}) == b"one: |\n  a\n  b\n"


TEXTS = st.text("ab Y:,#'\"{}[]-01\n", min_size=1, max_size=9).map(lambda t: t.strip().replace("\n ", "\n") or "a")
ITEMS = st.one_of(
    st.lists(TEXTS.filter(lambda t: "\n" not in t), min_size=1, max_size=3),
    st.lists(st.dictionaries(st.sampled_from("ab"), TEXTS.filter(lambda t: "\n" not in t), min_size=1), min_size=1),
)
TREES = st.dictionaries(st.sampled_from(["one", "two", "three"]), st.one_of(TEXTS, ITEMS), min_size=1)


@pytest.mark.soak
@settings(max_examples=examples(200), deadline=None, phases=[Phase.generate])
@given(TREES, TREES)
def test_any_values_can_become_any_others(old: dict[str, Any], new: dict[str, Any]) -> None:
    after = rewritten(document(old).encode(), new)

    def stripped(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: stripped(v) for k, v in value.items()}
        return [stripped(v) for v in value] if isinstance(value, list) else re.sub(" +\n", "\n", value).rstrip("\n")

    assert stripped(yaml.load(after, Loader=yaml.BaseLoader)) == stripped(new)  # noqa: S506 - it makes texts only
