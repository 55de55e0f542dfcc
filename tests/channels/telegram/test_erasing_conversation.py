"""/mydata and "Delete this conversation": what they say is true, and what Telegram lets us delete is gone."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from bot.channels.intake import LastPositions
from bot.channels.talk import Talk
from bot.channels.telegram.erasing import AT_ONCE, NEWER, OLDER, Forgetting, forgotten_by
from bot.channels.telegram.messenger import TelegramIntake, telegram_intake
from bot.channels.web.app import app
from bot.core import inventory
from bot.core.position import Position, encode
from bot.core.reply import Opened, Pressed
from bot.core.screens.registry import step_to
from tests.line import Line, all_done, bot, fast
from tests.web import Html, client
from tests.wire import Call, Fault, message, press

PERSON = 4711
FORGET = encode(Position((step_to("my-data"), step_to("forget"))))
UNDER = 5000  # the message whose button is pressed
TOO_OLD = Fault(400, "Bad Request: message can't be deleted for everyone")
NOT_THERE = Fault(400, "Bad Request: message to delete not found")


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


@pytest.fixture(name="memory")
def _memory() -> LastPositions:
    return LastPositions()


@pytest.fixture(name="taker")
def _taker(line: Line, talk: Talk, memory: LastPositions) -> TelegramIntake:
    return telegram_intake(bot(line), talk, memory)


async def forgets(taker: TelegramIntake, number: int = 1, **fields: Any) -> None:
    await all_done(taker.take({"update_id": number, **press(PERSON, UNDER, FORGET, **fields)}))


def asked(line: Line) -> list[int]:
    """Return the numbers that Telegram was asked to delete and did not refuse."""
    made = [call for call in line.calls if call.method == "deleteMessages" and call.status == 200]
    return [number for call in made for number in call.parameters["message_ids"]]


def oldest(number: int) -> Callable[[Call], Fault | None]:
    """Let Telegram refuse any batch with a message older than this one."""
    return lambda call: TOO_OLD if min(call.parameters.get("message_ids", [number])) < number else None


# On Telegram


@fast
async def test_one_press_deletes_the_messages_around_it_and_says_what_is_left(
    line: Line, taker: TelegramIntake
) -> None:
    await forgets(taker)

    assert asked(line) == list(range(UNDER + NEWER, UNDER - OLDER, -1))
    assert all(call.parameters["chat_id"] == PERSON for call in line.calls if "chat_id" in call.parameters)
    (said,) = [call for call in line.arrived if call.method == "sendMessage"]
    assert "asked Telegram to delete this conversation" in said.text
    assert "choose Delete chat" in said.text
    assert said.buttons, "there is a way on"
    assert line.calls.index(said) > max(n for n, call in enumerate(line.calls) if call.method == "deleteMessages")


@fast
async def test_the_last_screen_is_forgotten(taker: TelegramIntake, memory: LastPositions) -> None:
    memory.keep(PERSON, "1----")
    memory.keep(PERSON + 1, "1----")

    await forgets(taker)

    assert memory.recall(PERSON) == ""
    assert memory.recall(PERSON + 1) == "1----"


@fast
@pytest.mark.parametrize("first", [UNDER + NEWER, UNDER, UNDER - 1, UNDER - 77, UNDER - OLDER + 1])
async def test_all_that_is_young_enough_goes_where_telegram_refuses_what_is_older(
    line: Line, taker: TelegramIntake, first: int
) -> None:
    line.fault = oldest(first)

    await forgets(taker)

    assert asked(line) == list(range(UNDER + NEWER, first - 1, -1))
    assert len([call for call in line.calls if call.method == "deleteMessages"]) <= (NEWER + OLDER) // AT_ONCE + 9


@fast
async def test_where_nothing_may_go_it_is_said_that_nothing_went(line: Line, taker: TelegramIntake) -> None:
    line.fault = lambda call: TOO_OLD if call.method == "deleteMessages" else None

    await forgets(taker)

    (said,) = [call for call in line.arrived if call.method == "sendMessage"]
    assert "did not let Signpost delete this conversation" in said.text
    assert asked(line) == []


@fast
async def test_numbers_of_other_chats_do_not_keep_older_messages_from_going(line: Line, taker: TelegramIntake) -> None:
    line.fault = lambda call: NOT_THERE if UNDER in call.parameters.get("message_ids", ()) else None

    await forgets(taker)

    assert len(asked(line)) == NEWER + OLDER - AT_ONCE


@fast
async def test_a_telegram_that_asks_to_wait_is_asked_again_from_there(line: Line, taker: TelegramIntake) -> None:
    refused = iter([Fault(429, "Too Many Requests", retry_after=1), Fault(0)])
    line.fault = lambda call: (
        next(refused, None) if call.method == "deleteMessages" and UNDER in call.parameters["message_ids"] else None
    )

    await forgets(taker)

    assert asked(line) == list(range(UNDER + NEWER, UNDER - OLDER, -1))


@fast
async def test_a_message_that_cannot_be_found_again_is_answered_with_how_to_do_it_oneself(
    line: Line, taker: TelegramIntake
) -> None:
    await forgets(taker, message={"message_id": UNDER, "date": 0, "chat": {"id": PERSON, "type": "private"}})

    assert asked(line) == []
    assert "choose Delete chat" in line.arrived[-1].text


@fast
async def test_nobody_can_have_a_group_emptied(line: Line, taker: TelegramIntake) -> None:
    await forgets(taker, message={"message_id": UNDER, "date": 1, "chat": {"id": -5, "type": "group"}})

    assert asked(line) == []
    await forgets(taker, 2)
    assert asked(line) != [], "a person can"


@pytest.mark.parametrize("data", ["", "erase-5", "1----", "j----", encode(Position((step_to("my-data"),)))])
def test_no_other_button_deletes_a_conversation(data: str) -> None:
    assert not forgotten_by(data)


async def test_a_young_chat_is_asked_for_no_numbers_below_one() -> None:
    numbers: list[int] = []

    async def delete(part: list[int]) -> None:
        numbers.extend(part)

    assert await Forgetting(3).forget(delete)
    assert numbers == list(range(3 + NEWER, 0, -1))


@fast
async def test_the_command_shows_what_is_held_with_the_button(line: Line, taker: TelegramIntake) -> None:
    await all_done(taker.take({"update_id": 1, **message(PERSON, 7, text="/mydata")}))

    (said,) = line.arrived
    assert said.text.startswith("<b>What Signpost holds about you</b>\n\nNothing that says who you are.")
    assert said.buttons["Delete this conversation"].endswith("j----")


# On the page


async def opened(talk: Talk, path: str) -> httpx.Response:
    async with client(app(talk, health=dict)) as browser:
        return await browser.get(path)


async def test_the_page_asks_the_browser_to_drop_what_it_keeps(talk: Talk) -> None:
    page = Html((await opened(talk, "/mydata")).text)

    answer = await opened(talk, page.links()["Delete this conversation"])

    assert answer.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert "nothing on its side to delete" in answer.text
    assert "clear-site-data" not in (await opened(talk, "/mydata")).headers


async def test_the_two_pages_of_all_that_is_held_are_the_inventory(talk: Talk) -> None:
    privacy = Html((await opened(talk, "/privacy")).text)
    kept = Html((await opened(talk, privacy.links()["All that is held"])).text)
    rest = Html((await opened(talk, kept.links()["What goes out and comes in"])).text)

    *first, _ = kept.texts("h2")  # the last is that of the form
    *others, _ = rest.texts("h2")
    assert [*first, *others] == list(inventory.KINDS.values())
    told = " ".join([*kept.texts("p"), *rest.texts("p")])
    assert all(held.why in told for held in inventory.HELD)
    assert all(name in told for held in inventory.HELD for name in held.names)


def test_on_telegram_all_that_is_held_stands_in_a_message_a_part(talk: Talk) -> None:
    from bot.channels.telegram.updates import render

    held = next(b for b in talk.answer(Opened("privacy")).replies[0].buttons if b.label == "All that is held")
    (reply,) = talk.answer(Pressed(held.position)).replies

    more = next(b for b in reply.buttons if b.label == "What goes out and comes in")
    (rest,) = talk.answer(Pressed(more.position)).replies

    assert (len(render(reply)), len(render(rest))) == (1, 1)
