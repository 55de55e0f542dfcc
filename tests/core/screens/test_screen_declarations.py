"""A block or a screen declares what code needs to know: code never guesses it from words or names, which may change."""

from dataclasses import replace

import pytest

from bot.channels.web.page import is_home, page
from bot.core.conversation import turn
from bot.core.guide import Guide, guide
from bot.core.position import Position, decode, encode
from bot.core.reply import Asked, Mark, Opened, Pressed
from bot.core.screens.entries import answer
from bot.core.screens.follow_ups import unsaid
from bot.core.screens.registry import SCREENS, screen_at
from bot.core.screens.screen import Screen
from tests.conftest import NOW
from tests.guides import talking
from tests.web import Html

ENTRY = "recent-sexual-assault"
SUMMARY = Screen(
    name="summary", letter="Q", title="“{title}” at a glance", draw=answer, thing="entry", page="first", stays=True
)


@pytest.fixture(name="new", scope="module")
def _new(real: Guide) -> Guide:
    return guide(real.library, real.hearing, screens=SCREENS.having(SUMMARY))


def told(made: Guide, screen: str, message: str) -> tuple[str, ...]:
    """Return what a message leads to after a screen of the entry, without the steps to that screen."""
    before = encode(made.screens.at(screen, ENTRY))
    there = decode(turn(made, Asked(message, before), NOW).replies[0].position)
    assert there is not None
    return tuple(made.screens.of(step).name for step in there.steps if made.screens.of(step).name != screen)


@pytest.mark.parametrize("message", ["what's the number", "that's not it", "more", "simpler please"])
def test_a_new_screen_of_an_entry_is_its_page_to_every_message(new: Guide, message: str) -> None:
    assert told(new, "summary", message) == told(new, "entry", message) != ()


def test_a_new_screen_says_what_the_talk_is_about_and_a_reply_to_it_is_taken_off(new: Guide) -> None:
    at = new.screens.at("summary", ENTRY)
    after = at.then(new.screens.step("short"))

    assert unsaid(new, after) == at
    assert "R" not in new.subjects
    assert (new.subjects["Q"], "Q" in new.pages) == ("entry", True)


def test_what_leads_elsewhere_is_not_what_a_talk_is_about() -> None:
    assert SCREENS["entry"].subject == SCREENS["nearby"].subject == SCREENS["translated"].subject == "entry"
    assert SCREENS["not-this"].subject is SCREENS["matched-near"].subject is SCREENS["service"].subject is None


def test_a_text_that_is_no_position_shows_no_screen() -> None:
    assert (screen_at("zebedee").name, screen_at(encode(Position())).name) == ("", "start")


def test_only_the_first_screen_is_the_first_page_whatever_its_title_is(real: Guide) -> None:
    first = turn(real, Opened(), NOW).replies[0]
    copied = [replace(block, id="") if block.mark is Mark.TITLE else block for block in first.blocks]
    renamed = [replace(block, text="Hello") if block.mark is Mark.TITLE else block for block in first.blocks]

    assert is_home(replace(first, blocks=tuple(renamed)))
    assert not is_home(replace(first, blocks=tuple(copied)))


def test_a_service_answers_about_its_hours_once_even_if_two_labels_read_alike(real: Guide) -> None:
    words = {**real.library.messages, "now": "About", "who-for": "About"}
    alike = replace(real, library=replace(real.library, messages=words))
    blocks = turn(alike, Asked("when is TARA open"), NOW).replies[0].blocks

    assert "who-for" in {block.id for block in blocks}
    assert "now" not in {block.id for block in blocks}


def test_a_card_leads_to_its_own_service_even_if_two_are_called_the_same(real: Guide) -> None:
    shown = turn(real, Pressed(encode(real.screens.at("nearby", ENTRY))), NOW).replies[0]
    first, second = shown.services[:2]
    services = {id: replace(each, name="The clinic", label="") for id, each in real.library.services.items()}
    alike = replace(real, library=replace(real.library, services=services))
    drawn = turn(alike, Pressed(encode(real.screens.at("nearby", ENTRY))), NOW)
    names = Html(bytes(page(talking(lambda: alike, lambda: NOW), drawn).body).decode())
    steps = [decode(link.removeprefix("/at/")) for link in names.hrefs() if link.startswith("/at/")]
    leads = [step.last for step in steps if step is not None]

    assert names.texts("h2").count("The clinic") + names.texts("h3").count("The clinic") >= 2
    assert {real.screens.step("service", first), real.screens.step("service", second)} <= {*leads}
