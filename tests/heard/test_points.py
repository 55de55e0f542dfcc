"""How often the point that a message asks for is found, for messages that nobody has tuned to.

The bounds are some hundredths below what was measured: if you lower one, say why. Some points say nearly the same
in two entries, so a message counts as missed here that a colleague would call answered.
"""

from collections import Counter

import pytest

from bot.core.guide import Guide
from tests.heard.figures import HERE, rows

pytestmark = pytest.mark.soak
UNSEEN = HERE / "unseen_points.yaml"


@pytest.fixture(name="found", scope="module")
def _found(real: Guide) -> Counter[str]:
    """Return how many messages there are, and for how many the entry and the point are first, or offered."""
    counted = Counter[str]()
    for row in rows(UNSEEN):
        heard, (entry, _, point) = real.hearing.hear(row["text"]), row["point"].partition("/")
        first = heard.entries[:1] == (entry,)
        counted.update(
            messages=1,
            first=first,
            offered=entry in heard.entries,
            point=first and heard.points.get(entry) == point,
            answered_wrongly=heard.tier == "answer" and not first,
        )
    return counted


def share(found: Counter[str], what: str) -> float:
    """Return the share of the messages for which something is true."""
    return found[what] / found["messages"]


def test_the_right_entry_is_first_for_76_in_a_hundred_and_offered_for_91(found: Counter[str]) -> None:
    """It was 77 until 900 more ways to ask gave four messages, among 450, to another entry that answers them too."""
    assert share(found, "first") >= 0.76
    assert share(found, "offered") >= 0.91


def test_the_right_point_is_on_the_first_screen_for_65_in_a_hundred(found: Counter[str]) -> None:
    """It was 66 until 600 ways to ask in a talk were added; four of these first messages were lost."""
    assert share(found, "point") >= 0.65


def test_at_most_seven_in_a_hundred_are_answered_with_another_entry(found: Counter[str]) -> None:
    assert share(found, "answered_wrongly") <= 0.07
