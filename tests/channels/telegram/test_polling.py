"""Polling: what is fetched, when it is acknowledged, and what happens while Telegram or one person's chat is stuck."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from bot.channels.intake import PATIENCE
from bot.channels.talk import Talk
from bot.channels.telegram.messenger import TelegramIntake
from bot.channels.telegram.polling import AT_ONCE, REACH, Polling
from tests.line import NEVER, Line, bot, fast, intake, passes
from tests.wire import Call, Fault, message

ROSE, MAY = 11, 12


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


def update(number: int, person: int = ROSE, text: str = "/help") -> dict[str, Any]:
    return {"update_id": number, **message(person, number, text=text)}


@asynccontextmanager
async def polled(line: Line, talk: Talk, taker: TelegramIntake | None = None) -> AsyncIterator[asyncio.Event]:
    """Poll while the block runs, then stop."""
    stop = asyncio.Event()
    polling = asyncio.create_task(Polling(bot(line), taker or intake(line, talk)).run(stop))
    try:
        yield stop
    finally:
        stop.set()
        await polling


def waiting(line: Line) -> list[Any]:
    """Return the ids that are not acknowledged."""
    return [update.get("update_id") for update in line.updates]


def to(person: int, fault: Fault) -> Any:
    return lambda call: fault if call.method == "sendMessage" and call.chat == person else None


# Acknowledging


@fast
async def test_an_update_is_acknowledged_after_its_answer_is_sent_and_at_once_then(line: Line, talk: Talk) -> None:
    line.fault = to(ROSE, Fault(before=3, after=1))
    async with polled(line, talk):
        await passes(1)
        line.put(update(7))
        await passes(3.9)
        before = waiting(line)
        await passes(0.2)
        assert (before, waiting(line), line.acknowledged) == ([7], [], [7])


@fast
async def test_what_is_passed_over_is_acknowledged(line: Line, talk: Talk) -> None:
    async with polled(line, talk):
        line.put({"update_id": 1, "poll": {}}, {"update_id": 2}, {"update_id": 3, "message": "no message"})
        await passes(1)
        assert (waiting(line), line.made()) == ([], [])


@fast
async def test_an_update_that_is_no_update_neither_stops_the_others_nor_keeps_the_machine_busy(
    line: Line, talk: Talk
) -> None:
    async with polled(line, talk):
        line.put({}, {"update_id": "4"}, {"update_id": None, "message": {}})
        await passes(10)
        calls = len(line.calls)
        line.put(update(5))
        await passes(1)
        assert (line.sent(), calls < 250) == ([ROSE], True)


@fast
async def test_while_nothing_happens_one_call_waits_for_it(line: Line, talk: Talk) -> None:
    async with polled(line, talk):
        await passes(250)
        polls = line.made("getUpdates")

    assert (len(polls) <= 12, polls[-1].parameters["timeout"]) == (True, 25)


@fast
async def test_after_a_quiet_week_telegram_may_begin_again_with_a_lower_number(line: Line, talk: Talk) -> None:
    async with polled(line, talk):
        line.put(update(5_000_000))
        await passes(100)
        line.put(update(17))
        await passes(1)
        assert (len(line.sent()), waiting(line)) == (2, [])


@fast
async def test_nothing_is_answered_twice_while_the_process_lives(line: Line, talk: Talk) -> None:
    line.fault = lambda call: Fault(before=0.3) if call.method == "sendMessage" else None
    async with polled(line, talk):
        for number in range(300):
            line.put(update(number, person=number + 1))
            await passes(0.02)
        await passes(5)

    assert (sorted(line.sent()), waiting(line)) == (list(range(1, 301)), [])


# The careful start


@fast
async def test_after_a_start_what_waited_is_answered_one_at_a_time_each_acknowledged_before_the_next(
    line: Line, talk: Talk
) -> None:
    line.put(*(update(number, person=number + 1) for number in range(30)))
    unacknowledged = []

    def look(call: Call) -> Fault | None:
        if call.method == "sendMessage":
            unacknowledged.append(call.chat - 1 - len(line.acknowledged))
        return Fault(before=0.1)

    line.fault = look
    async with polled(line, talk):
        await passes(30)

    assert (line.sent(), unacknowledged) == (list(range(1, 31)), [0] * 30)


@fast
async def test_once_what_waited_is_answered_people_are_answered_side_by_side(line: Line, talk: Talk) -> None:
    line.put(update(1))
    async with polled(line, talk):
        await passes(5)
        line.fault = lambda call: Fault(before=1.5) if call.method == "sendMessage" else None
        line.put(*(update(number, person=number) for number in range(100, 130)))
        await passes(2)
        assert len(line.sent()) == 31


@fast
async def test_one_answer_that_hangs_at_the_start_holds_the_others_up_for_two_seconds_at_most(
    line: Line, talk: Talk
) -> None:
    line.fault = to(ROSE, NEVER)
    line.put(update(1, ROSE), *(update(number, person=number) for number in range(100, 120)))
    async with polled(line, talk) as stop:
        await passes(PATIENCE + 0.5)
        answered = sorted(line.sent())
        stop.set()

    assert answered == list(range(100, 120))


@fast
async def test_a_kill_finds_few_answers_on_the_way(line: Line, talk: Talk) -> None:
    most = 0

    def look(call: Call) -> Fault | None:
        nonlocal most
        most = max(most, len(line.sent()) - len(line.acknowledged))
        return Fault(before=0.005, after=0.005)

    async with polled(line, talk):
        await passes(1)
        line.fault = look
        line.put(*(update(number, person=number + 1) for number in range(300)))
        await passes(30)

    assert (len(line.sent()), most <= 20) == (300, True)


# One chat is stuck


@pytest.mark.soak
@fast
async def test_a_stuck_chat_blocks_nobody_though_thousands_write(line: Line, talk: Talk) -> None:
    line.fault = to(ROSE, Fault(429, "Too Many Requests", retry_after=3600))
    longest = 0.0
    async with polled(line, talk) as stop:
        await passes(1)
        line.put(update(0, ROSE))
        for number in range(1, 1001):
            line.put(update(number, person=number + 100))
            await passes(0.01)
        await passes(PATIENCE * 3)
        assert len(line.sent()) == 1000
        calls = {call.chat: call.at for call in line.made("sendMessage")}
        longest = max(calls[number + 101] - calls[number + 100] for number in range(1, 1000))
        stop.set()

    assert longest < PATIENCE + 0.5


@fast
async def test_a_stuck_answer_stays_with_telegram_as_long_as_there_is_room_behind_it(line: Line, talk: Talk) -> None:
    line.fault = to(ROSE, Fault(429, "Too Many Requests", retry_after=60))
    async with polled(line, talk):
        await passes(1)
        line.put(update(0, ROSE), *(update(number, person=number + 100) for number in range(1, REACH - 1)))
        await passes(30)
        held = waiting(line)
        line.fault = lambda call: None
        await passes(60)

    assert (held, waiting(line)) == (list(range(REACH - 1)), [])
    assert line.sent().count(ROSE) == 1


@fast
async def test_a_stuck_answer_that_was_set_aside_is_still_given(line: Line, talk: Talk) -> None:
    line.fault = to(ROSE, Fault(429, "Too Many Requests", retry_after=60))
    async with polled(line, talk):
        await passes(1)
        line.put(update(0, ROSE), *(update(number, person=number + 100) for number in range(1, 2 * REACH)))
        await passes(30)
        assert (ROSE in line.sent(), waiting(line)) == (False, [])
        line.fault = lambda call: None
        await passes(60)

    assert line.sent().count(ROSE) == 1


@fast
async def test_somebody_who_writes_hundreds_of_messages_and_is_stuck_blocks_nobody(line: Line, talk: Talk) -> None:
    line.fault = to(ROSE, Fault(429, "Too Many Requests", retry_after=3600))
    async with polled(line, talk) as stop:
        line.put(*(update(number, ROSE) for number in range(250)), update(300, MAY))
        await passes(20)
        assert line.sent() == [MAY]
        stop.set()


@fast
async def test_somebody_who_floods_the_bot_and_is_stuck_blocks_nobody_and_their_first_messages_are_answered(
    line: Line, talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    line.fault = to(ROSE, Fault(429, "Too Many Requests", retry_after=3600))
    taker = intake(line, talk)
    async with polled(line, talk, taker):
        line.put(*(update(number, ROSE) for number in range(1500)), update(2000, MAY))
        await passes(600)
        assert line.sent() == [MAY]
        assert len(taker.busy) == REACH
        line.fault = lambda call: None
        await passes(3600)

    assert (len(line.texts(ROSE)), waiting(line)) == (REACH, [])
    assert caplog.messages.count("messages of one chat are dropped, because too many of them are waiting") == 1


@pytest.mark.soak
@fast
async def test_while_nothing_can_be_sent_most_is_left_with_telegram(line: Line, talk: Talk) -> None:
    line.fault = lambda call: Fault(502, "Bad Gateway") if call.method == "sendMessage" else None
    taker = intake(line, talk)
    async with polled(line, talk, taker) as stop:
        line.put(*(update(number, person=number + 1) for number in range(300)))
        await passes(600)
        assert (len(taker.busy), len(waiting(line))) == (AT_ONCE, 300)
        line.fault = lambda call: None
        await passes(120)
        stop.set()

    assert (sorted(line.sent()), waiting(line)) == (list(range(1, 301)), [])


@fast
async def test_a_chat_that_is_stuck_is_not_asked_for_at_every_moment(line: Line, talk: Talk) -> None:
    line.fault = to(ROSE, Fault(429, "Too Many Requests", retry_after=600))
    async with polled(line, talk) as stop:
        line.put(update(0, ROSE))
        await passes(300)
        polls = len(line.made("getUpdates"))
        stop.set()

    assert polls < 320


# Telegram is away


@pytest.mark.parametrize("status", [500, 502, 401, 404, 409, 400])
@fast
async def test_while_telegram_gives_no_updates_the_pauses_grow_and_what_was_asked_meanwhile_is_answered(
    line: Line, talk: Talk, status: int
) -> None:
    line.fault = lambda call: Fault(status, "no") if call.method == "getUpdates" else None
    async with polled(line, talk):
        await passes(0.5)
        line.put(update(1))
        await passes(300)
        tries = len(line.made("getUpdates"))
        line.fault = lambda call: None
        await passes(10.5)
        assert (line.sent(), waiting(line), tries < 36) == ([ROSE], [], True)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "SIGNPOST_TELEGRAM_TOKEN was refused by Telegram: it is wrong or was revoked. Set the token that"),
        (409, "Another program receives this bot's messages: it polls too or has set a webhook. Stop one of the"),
        (400, "Telegram refuses to give updates"),
    ],
)
@fast
async def test_why_telegram_gives_no_updates_is_said_once_with_the_cure_and_again_if_it_comes_back(
    line: Line, talk: Talk, caplog: pytest.LogCaptureFixture, status: int, said: str
) -> None:
    async with polled(line, talk):
        for _ in range(2):
            line.fault = lambda call: Fault(status, "no") if call.method == "getUpdates" else None
            await passes(30)
            line.fault = lambda call: None
            await passes(60)
        line.fault = lambda call: Fault(status, "no") if call.method == "getUpdates" else None
        await passes(600)
        line.fault = lambda call: None

    assert [message.startswith(said) for message in caplog.messages] == [True] * 3


@fast
async def test_telegram_is_asked_again_when_it_says(line: Line, talk: Talk) -> None:
    refusals = iter((Fault(429, "Too Many Requests", retry_after=40),))
    line.fault = lambda call: next(refusals, None)
    line.put(update(1))
    async with polled(line, talk):
        await passes(41)
        first, second, *_ = line.made("getUpdates")

    assert (40 <= second.at - first.at < 41, line.sent()) == (True, [ROSE])


@fast
async def test_updates_that_cannot_be_read_do_not_end_it(line: Line, talk: Talk) -> None:
    bad = iter([RecursionError("Mairi"), ValueError("Mairi"), *[None] * 1000])
    line.fault = lambda call: next(bad) if call.method == "getUpdates" else None
    line.put(update(1))
    async with polled(line, talk):
        await passes(10)

    assert line.sent() == [ROSE]


# The stop


@fast
async def test_answers_under_way_are_sent_and_acknowledged_before_it_stops(line: Line, talk: Talk) -> None:
    line.fault = lambda call: Fault(before=2) if call.method == "sendMessage" else None
    async with polled(line, talk) as stop:
        await passes(1)
        line.put(*(update(number, person=number + 1) for number in range(5)))
        await passes(0.5)
        stop.set()

    assert (sorted(line.sent()), waiting(line)) == ([1, 2, 3, 4, 5], [])


@fast
async def test_a_stuck_answer_does_not_keep_it_from_stopping_and_is_left_with_telegram(line: Line, talk: Talk) -> None:
    line.fault = to(ROSE, Fault(429, "Too Many Requests", retry_after=3600))
    async with polled(line, talk) as stop:
        await passes(1)
        line.put(update(1, MAY), update(2, ROSE))
        await passes(1)
        stop.set()
        begun = asyncio.get_running_loop().time()

    assert asyncio.get_running_loop().time() - begun < 9.5
    assert (line.sent(), waiting(line)) == ([MAY], [2])


@fast
async def test_it_stops_at_once_while_nothing_happens_and_while_telegram_is_away(line: Line, talk: Talk) -> None:
    for fault in (None, Fault(502, "Bad Gateway")):
        line.fault = lambda call, fault=fault: fault  # type: ignore[misc]
        async with polled(line, talk) as stop:
            await passes(20)
            stop.set()
            begun = asyncio.get_running_loop().time()
        assert asyncio.get_running_loop().time() - begun < 1


@fast
async def test_the_last_acknowledgement_is_tried_again_while_telegram_still_has_the_call_before_it(
    line: Line, talk: Talk
) -> None:
    conflicts = iter([Fault(409, "Conflict: terminated by other getUpdates request")] * 2)
    async with polled(line, talk) as stop:
        await passes(1)
        line.fault = lambda call: Fault(before=1) if call.method == "sendMessage" else None
        line.put(update(1))
        await passes(0.5)
        line.fault = lambda call: next(conflicts, None) if call.method == "getUpdates" else None
        stop.set()

    assert (line.sent(), waiting(line)) == ([ROSE], [])
