"""How often the right entry is found, in each way of writing, for messages that nobody has tuned to.

The bounds are some hundredths below what was measured: if you lower one, say why.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from bot.core.guide import Guide
from tests.guides import hearing
from tests.heard.figures import HERE, rows

pytestmark = pytest.mark.soak
UNSEEN = HERE / "unseen_finding.yaml"
KINDS = ("short", "jargon", "scots", "plain", "who-speaks", "long")


@pytest.fixture(name="places", scope="module")
def _places(real: Guide) -> Mapping[str, list[int]]:
    """Return, for each way of writing, the place of the right entry in the ranking of each message, from 0."""
    listener = hearing(real)
    found: dict[str, list[int]] = {kind: [] for kind in KINDS}
    for row in rows(UNSEEN):
        read = listener.matcher.read(listener.masked(row["text"]))
        scores = listener.matcher.fused(read, listener.matcher.vectors(read)).scores[: listener.matcher.entries]
        ranked = [listener.matcher.topics[number].id for number in (-scores).argsort(kind="stable")]
        found[row["kind"]].append(min(ranked.index(topic) for topic in _right(row)))
    return found


def _right(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["topic"], *row.get("also", ()))


def share(places: list[int], within: int) -> float:
    """Return the share of messages with a right entry among the first few."""
    return sum(place < within for place in places) / len(places)


def test_there_are_25_messages_of_each_way_of_writing(places: Mapping[str, list[int]]) -> None:
    assert {kind: len(found) for kind, found in places.items()} == dict.fromkeys(KINDS, 25)


def test_the_right_entry_is_first_for_87_in_a_hundred_and_among_three_for_95(places: Mapping[str, list[int]]) -> None:
    everything = [place for found in places.values() for place in found]

    assert share(everything, 1) >= 0.87
    assert share(everything, 3) >= 0.95


def test_no_way_of_writing_is_much_behind_the_others(places: Mapping[str, list[int]]) -> None:
    # Of Scots, 68 % since the points have more phrasings in Scots, which weigh alike for many entries; it was 80 %.
    assert {kind for kind, found in places.items() if share(found, 1) < (0.66 if kind == "scots" else 0.78)} == set()
    assert {kind for kind, found in places.items() if share(found, 3) < 0.83} == set()
