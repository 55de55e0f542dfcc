"""The webhook within one process, in time that flies: the careful start, pace, patience and bounds."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.channels.intake import MOST_IN_HAND, PACE, PATIENCE
from bot.channels.talk import Talk
from bot.channels.telegram import webhook
from bot.channels.telegram.webhook import ANSWER_SECONDS, CONNECTIONS, endpoint
from tests.line import NEVER, Line, fast, intake, passes
from tests.wire import SECRET, Call, Fault, message


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


class Hook:
    """Posts updates, and keeps what was answered and when."""

    def __init__(self, line: Line, talk: Talk) -> None:
        self.line = line
        self.intake = intake(line, talk)
        self._endpoint = endpoint(self.intake, SECRET)

    async def post(self, number: int, person: int) -> int:
        """Post a person's update and return the status."""
        body = json.dumps({"update_id": number, **message(person, number, text="/help")}).encode()
        headers = [(b"x-telegram-bot-api-secret-token", SECRET.encode())]
        status = 0

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(part: Any) -> None:
            nonlocal status
            status = part.get("status", status)

        await self._endpoint({"type": "http", "method": "POST", "headers": headers}, receive, send)
        return status

    def posts(self, *updates: tuple[int, int]) -> "list[asyncio.Task[int]]":
        """Post many updates at once."""
        return [asyncio.create_task(self.post(number, person)) for number, person in updates]


def most_under_way(line: Line) -> list[int]:
    """Watch how many messages are on the way at a time; the list holds the most."""
    most, under_way = [0], 0

    def look(call: Call) -> Fault:
        nonlocal under_way
        under_way += 1
        most[0] = max(most[0], under_way)
        asyncio.get_running_loop().call_later(0.02, arrived)
        return Fault(before=0.02)

    def arrived() -> None:
        nonlocal under_way
        under_way -= 1

    line.fault = look
    return most


@fast
async def test_after_a_start_updates_are_answered_one_at_a_time_the_oldest_of_those_that_wait_first(
    line: Line, talk: Talk
) -> None:
    most = most_under_way(line)
    hook = Hook(line, talk)

    statuses = await asyncio.gather(*hook.posts(*((number, number) for number in (9, 7, 3, 8, 1, 5, 2))))

    assert (statuses, line.sent(), most) == ([200] * 7, [9, 1, 2, 3, 5, 7, 8], [1])


@fast
async def test_later_updates_are_answered_side_by_side_and_few_set_out_at_once(
    line: Line, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "BEGUN", 60.0)  # on a slow machine an answer may take longer than this usually is
    hook = Hook(line, talk)
    for number in range(CONNECTIONS):
        await hook.post(number, number + 1)
    most = most_under_way(line)

    statuses = await asyncio.gather(*hook.posts(*((number, number) for number in range(1000, 1100))))

    assert (statuses, most, len(hook.intake.busy)) == ([200] * 100, [PACE], 0)


@fast
async def test_one_answer_that_hangs_at_the_start_holds_the_others_up_for_two_seconds_at_most(
    line: Line, talk: Talk
) -> None:
    line.fault = lambda call: NEVER if call.chat == 1 else None
    hook = Hook(line, talk)
    stuck, *others = hook.posts(*((number, number) for number in range(1, 30)))
    begun = asyncio.get_running_loop().time()

    statuses = await asyncio.gather(*others)

    assert (statuses, stuck.done()) == ([200] * 28, False)
    assert asyncio.get_running_loop().time() - begun < PATIENCE + 0.5
    stuck.cancel()


@fast
async def test_answers_that_hang_do_not_keep_others_from_setting_out(line: Line, talk: Talk) -> None:
    line.fault = lambda call: NEVER if call.chat < 500 else None
    hook = Hook(line, talk)
    stuck = hook.posts(*((number, number) for number in range(1, 40)))
    await passes(PATIENCE + 1)
    begun = asyncio.get_running_loop().time()

    status = await hook.post(500, 500)

    assert (status, asyncio.get_running_loop().time() - begun < 0.5) == (200, True)
    for task in stuck:
        task.cancel()


@fast
async def test_before_telegram_gives_up_waiting_it_is_told_to_come_again_and_then_that_all_is_answered(
    line: Line, talk: Talk
) -> None:
    first = iter((Fault(429, "Too Many Requests", retry_after=70),))
    line.fault = lambda call: next(first, None)
    hook = Hook(line, talk)
    begun = asyncio.get_running_loop().time()

    statuses = [await hook.post(1, 1)]
    waited = asyncio.get_running_loop().time() - begun
    statuses += [await hook.post(1, 1), await hook.post(1, 1)]

    assert (statuses, ANSWER_SECONDS <= waited < 60, line.sent()) == ([503, 200, 200], True, [1])


@fast
async def test_when_too_much_is_held_more_is_left_with_telegram(line: Line, talk: Talk) -> None:
    hook = Hook(line, talk)
    line.fault = lambda call: NEVER
    for number in range(MOST_IN_HAND):
        hook.intake.take({"update_id": number, **message(number + 1, 1, text="/help")})

    assert await hook.post(MOST_IN_HAND, 1) == 503
    assert len(hook.intake.busy) == MOST_IN_HAND
