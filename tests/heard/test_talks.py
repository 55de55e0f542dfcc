"""How often the turns of a talk are answered.

directory_in_talk.yaml asks for a number, hours, cost or a team in mid-talk. It was written for tuning, so its
bound shows only that nothing gets lost. held_out/ is by another hand and shows how good it is: nobody tunes to it.
"""

from datetime import datetime
from typing import Any

import pytest

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.reply import Asked, plain
from tests.conftest import NOW
from tests.heard.figures import HERE, rows

pytestmark = pytest.mark.soak


def _missed(real: Guide, talk: dict[str, Any]) -> list[str]:
    """Return what is said in a talk whose answer shows nothing of what it should."""
    after, missed = "", []
    now = datetime.fromisoformat(talk["at"]).replace(tzinfo=LONDON) if "at" in talk else NOW
    for said in talk["turns"]:
        answered = turn(real, Asked(said["say"], after), now)
        after = answered.replies[0].position
        text = "\n".join(map(plain, answered.replies)).casefold()
        wanted = [str(each).casefold() for each in said["expect"].get("shows_any", ())]
        if wanted and not any(each in text for each in wanted):
            missed.append(said["say"])
    return missed


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("directory_in_talk.yaml", 140, 14), ("held_out/talks.yaml", 100, 38)],
)
def test_what_was_answered_in_talks_still_is(real: Guide, name: str, least: int, most: int) -> None:
    talks = rows(HERE / name)
    asked = sum("shows_any" in said["expect"] for talk in talks for said in talk["turns"])
    missed = [said for talk in talks for said in _missed(real, talk)]

    assert asked >= least
    assert len(missed) <= most, len(missed)
