"""The webhook within one process, in simulated time: the careful start, pace, patience and limits."""

import asyncio
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.channels.intake import MOST_IN_HAND, MOST_OF_CHAT, PACE, PATIENCE
from bot.channels.talk import Talk
from bot.channels.telegram import webhook
from bot.channels.telegram.webhook import ANSWER_SECONDS, CONNECTIONS, Webhook
from bot.state.secret import Secret
from tests.line import NEVER, Line, fast, intake, passes
from tests.wire import SECRET, Call, Fault, message


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


class Hook:
    """Posts updates, and records each answer and its time."""

    def __init__(self, line: Line, talk: Talk) -> None:
        self.line = line
        self.intake = intake(line, talk)
        self.again = b""  # the seconds that Telegram was last asked to wait before it sends an update again
        self._endpoint = Webhook(self.intake, Secret(SECRET), talk.danger)

    async def post(self, number: int, person: int, text: str = "/help") -> int:
        """Post a person's update and return the status."""
        body = json.dumps({"update_id": number, **message(person, number, text=text)}).encode()
        headers = [(b"x-telegram-bot-api-secret-token", SECRET.encode())]
        status = 0

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(part: Any) -> None:
            nonlocal status
            status = part.get("status", status)
            self.again = dict(part.get("headers", ())).get(b"retry-after", self.again)

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

    assert (statuses, ANSWER_SECONDS <= waited < 60, line.sent()) == ([425, 200, 200], True, [1])


@pytest.mark.soak
@fast
async def test_when_too_much_is_held_more_is_left_with_telegram(line: Line, talk: Talk) -> None:
    hook = Hook(line, talk)
    line.fault = lambda call: NEVER
    for number in range(MOST_IN_HAND):
        hook.intake.take({"update_id": number, **message(number + 1, 1, text="/help")})

    assert await hook.post(MOST_IN_HAND, 1) == 425
    assert len(hook.intake.busy) == MOST_IN_HAND


# A chat that has to wait


class Deliveries:
    """Delivers like Telegram: over a limited number of connections, the oldest first, each again until it is taken."""

    def __init__(self, hook: Hook) -> None:
        self._hook = hook
        self._connections = asyncio.Semaphore(CONNECTIONS)
        self.taken: list[int] = []

    def deliver(self, number: int, person: int, text: str = "/help") -> "asyncio.Task[None]":
        return asyncio.create_task(self._deliver(number, person, text))

    async def _deliver(self, number: int, person: int, text: str) -> None:
        while True:
            async with self._connections:
                status = await self._hook.post(number, person, text)
            if status == 200:
                self.taken.append(number)
                return
            await asyncio.sleep(int(self._hook.again or 1))


async def started(line: Line, talk: Talk) -> Hook:
    """Return a webhook whose careful start is over."""
    hook = Hook(line, talk)
    for number in range(CONNECTIONS):
        assert await hook.post(number, 10_000 + number) == 200
    return hook


def stuck_below(person: int) -> Callable[[Call], Fault | None]:
    return lambda call: Fault(429, "Too Many Requests", retry_after=100) if call.chat < person else None


@fast
async def test_sixty_messages_to_a_chat_that_must_wait_keep_nobody_else_waiting(line: Line, talk: Talk) -> None:
    hook = await started(line, talk)
    line.fault = stuck_below(2)
    telegram = Deliveries(hook)
    sixty = [telegram.deliver(number, 1) for number in range(1001, 1061)]
    await passes(1)
    begun = asyncio.get_running_loop().time()

    await telegram.deliver(2000, 5000, "he has a knife")

    assert asyncio.get_running_loop().time() - begun < 0.5
    assert (len(hook.intake.busy), hook.again) == (MOST_OF_CHAT, b"5")
    line.fault = lambda call: None
    await asyncio.gather(*sixty)
    assert sorted(telegram.taken) == [*range(1001, 1061), 2000]
    assert line.sent().count(1) == 60


@fast
async def test_many_chats_that_must_wait_keep_nobody_else_waiting_longer_than_one_answer_may(
    line: Line, talk: Talk
) -> None:
    hook = await started(line, talk)
    line.fault = stuck_below(61)
    telegram = Deliveries(hook)
    sixty = [telegram.deliver(1000 + person, person) for person in range(1, 61)]
    await passes(1)
    begun = asyncio.get_running_loop().time()

    await telegram.deliver(2000, 5000, "he has a knife")

    assert asyncio.get_running_loop().time() - begun < PATIENCE + 0.5
    line.fault = lambda call: None
    await asyncio.gather(*sixty)
    assert [line.sent().count(person) for person in range(1, 61)] == [1] * 60


@fast
async def test_who_speaks_of_danger_is_answered_before_others_that_wait_for_their_turn(
    line: Line, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "BEGUN", 60.0)
    for hook, at_once in ((Hook(line, talk), 1), (await started(line, talk), PACE)):
        line.arrived.clear()
        line.fault = lambda call: Fault(before=0.5)
        asked = [hook.post(2000 + person, person) for person in range(1, 41)]
        statuses = await asyncio.gather(*asked, hook.post(9000, 5000, "he has a knife"))

        assert (set(statuses), line.sent().index(5000) <= 2 * at_once) == ({200}, True)
        line.fault = lambda call: None
