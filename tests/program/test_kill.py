"""Killed again and again while three hundred people write: everybody is answered, and nobody more than twice.

A process that is killed leaves a handful of answers that were sent and not acknowledged; the next one takes those
first, one at a time. What was sent was marked before it left, so however soon a process is killed, nobody is answered a
third time. SIGNPOST_TEST_KILLS says how often, for a run of hours.
"""

import asyncio
import os
import random
import shutil
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import aiohttp
import pytest

from tests.small_content import small_content
from tests.wire import (
    REPOSITORY,
    SECRET,
    Call,
    Fault,
    Program,
    Telegram,
    free_port,
    message,
    polling,
    signpost,
    telegram,
    webhook,
)

pytestmark = pytest.mark.soak

KILLS = int(os.environ.get("SIGNPOST_TEST_KILLS", "12"))
PEOPLE = range(1, max(300, 10 * KILLS) + 1)
SHORTEST, LONGEST = 0.0, 1.3  # seconds that a process lives after it has begun to answer
WRITTEN = ("/help", "/privacy")  # each is answered with one message, which identifies it
TITLES = ("How to use Signpost", "What happens to what you type")
SHARE = 0.035  # seconds between two messages
UPDATES = len(PEOPLE) * len(WRITTEN)


@pytest.fixture(name="content", scope="module")
def _content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_content(tmp_path_factory.mktemp("content"))
    shutil.copy(REPOSITORY / "guidance" / "messages.yaml", folder / "guidance")
    return folder


@pytest.fixture(name="wire")
def _wire() -> Iterator[Telegram]:
    with telegram() as wire:
        wire.emulator.fault = over_a_network
        yield wire


def over_a_network(call: Call) -> Fault | None:
    """Let a message take some time to arrive, and its answer some time to come back."""
    return Fault(before=0.01, after=0.01) if call.method == "sendMessage" else None


class Lives:
    """The program, to be killed and started again."""

    def __init__(self, folder: Path, arguments: list[str], settings: dict[str, str]) -> None:
        self._folder, self._arguments, self._settings = folder, arguments, settings
        self.begun = 0
        self.failed = False

    @contextmanager
    def one(self) -> Iterator[Program]:
        self.begun += 1
        try:
            with signpost(self._folder / str(self.begun), self._arguments, **self._settings) as program:
                yield program.until_ready()
        except BaseException:
            self.failed = True  # whoever writes would wait for ever for the next life
            raise

    def early(self, written: int) -> bool:
        """Return whether this is enough for now: the writing lasts as long as the killing, however slow a start is."""
        return written * KILLS > self.begun * UPDATES and not self.failed


@contextmanager
def in_the_background(doing: Callable[[], None]) -> Iterator[threading.Thread]:
    thread = threading.Thread(target=doing)
    thread.start()
    try:
        yield thread
    finally:
        thread.join()


def everybody_writes() -> Iterator[tuple[int, str]]:
    """Yield who writes what, in a different order for each of the two things that everybody writes."""
    for text in WRITTEN:
        for person in random.Random(text).sample(PEOPLE, len(PEOPLE)):
            yield person, text


def write(wire: Telegram, lives: Lives) -> None:
    """Let everybody write, until a start fails."""
    for written, (person, text) in enumerate(everybody_writes()):
        wire.says(person, text)
        time.sleep(SHARE)
        while lives.early(written):
            time.sleep(SHARE)
        if lives.failed:
            return


def answers(wire: Telegram) -> Iterator[tuple[int, str]]:
    """Yield who was shown which answer, in order."""
    for call in wire.emulator.arrived:
        yield call.chat, next(title for title in TITLES if title in call.text)


def assert_everybody_is_answered_in_order_and_nobody_more_than_twice(wire: Telegram) -> None:
    given = list(answers(wire))
    times = Counter(given)
    assert {(who, title) for who in PEOPLE for title in TITLES} - set(given) == set(), "somebody was not answered"
    assert {who: number for who, number in times.items() if number > 2} == {}
    first = {answer: place for place, answer in reversed(list(enumerate(given)))}
    assert [who for who in PEOPLE if first[who, TITLES[0]] > first[who, TITLES[1]]] == []


def test_polling_and_killed_at_any_moment(tmp_path: Path, wire: Telegram, content: Path) -> None:
    moments = random.Random(20261125 + KILLS)
    lives = Lives(tmp_path, ["telegram"], polling(wire, content, SIGNPOST_ENCODER="no"))

    with in_the_background(partial(write, wire, lives)) as writing:
        for _ in range(KILLS):
            with lives.one() as program:
                time.sleep(moments.uniform(SHORTEST, LONGEST))
                program.kill()
        with lives.one() as program:
            writing.join()
            wire.until_acknowledged(120)
            code = program.stop()

    assert code == 0
    assert_everybody_is_answered_in_order_and_nobody_more_than_twice(wire)


def test_a_start_that_fails_ends_the_writing_and_tells_what_the_program_said(tmp_path: Path, wire: Telegram) -> None:
    lives = Lives(tmp_path, ["telegram"], polling(wire, tmp_path / "no-content"))

    with (
        pytest.raises(AssertionError, match=r"did not start.*no-content"),
        in_the_background(partial(write, wire, lives)),
        lives.one(),
    ):
        pass


def test_polling_and_killed_at_the_worst_moment_after_an_answer_arrives_and_before_that_is_known(
    tmp_path: Path, wire: Telegram, content: Path
) -> None:
    lives = Lives(tmp_path, ["telegram"], polling(wire, content, SIGNPOST_ENCODER="no"))
    caught: list[int] = []
    for person, text in everybody_writes():
        wire.says(person, text)

    for _ in range(KILLS):
        with lives.one() as program:
            arrived = count(1)

            def kill(call: Call, program: Program = program, arrived: Iterator[int] = arrived) -> Fault | None:
                if call.method == "sendMessage" and next(arrived) == UPDATES // (2 * KILLS):
                    program.process.kill()
                    caught.append(call.chat)
                return None

            wire.emulator.fault = kill
            assert program.ends() == -9
    wire.emulator.fault = over_a_network
    with lives.one() as program:
        wire.until_acknowledged(120)
        program.stop()

    assert_everybody_is_answered_in_order_and_nobody_more_than_twice(wire)
    twice = [who for (who, _), number in Counter(answers(wire)).items() if number == 2]
    assert (len(caught), sorted(twice)) == (KILLS, sorted(caught))  # in the careful start, no other is caught


class Deliveries:
    """Delivers to a webhook like Telegram: a person's updates in order, each again until it is answered with 200."""

    AT_ONCE = 40
    PAUSE = 0.2

    def __init__(self, url: str, lives: Lives) -> None:
        self._url, self._lives = url, lives
        self._places = asyncio.Semaphore(self.AT_ONCE)
        self._last: dict[int, asyncio.Task[None]] = {}
        self._numbers = count(1)
        self._client = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60))

    async def write(self) -> None:
        for written, (person, text) in enumerate(everybody_writes()):
            update = {"update_id": next(self._numbers), **message(person, next(self._numbers), text=text)}
            self._last[person] = asyncio.create_task(self._deliver(update, self._last.get(person)))
            await asyncio.sleep(SHARE)
            while self._lives.early(written):  # noqa: ASYNC110 - as the tests of polling do
                await asyncio.sleep(SHARE)
            if self._lives.failed:
                return

    async def finish(self) -> None:
        await asyncio.gather(*self._last.values())
        await self._client.close()

    async def _deliver(self, update: dict[str, object], before: "asyncio.Task[None] | None") -> None:
        if before is not None:
            await before
        while True:
            async with self._places:
                if await self._taken(update):
                    return
            await asyncio.sleep(self.PAUSE)

    async def _taken(self, update: dict[str, object]) -> bool:
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        try:
            async with self._client.post(self._url, json=update, headers=headers) as response:
                return response.status == 200
        except (aiohttp.ClientError, TimeoutError):  # Telegram sends that again, too
            return False


def test_at_a_webhook_and_killed_at_any_moment(tmp_path: Path, wire: Telegram, content: Path) -> None:
    moments = random.Random(20261126 + KILLS)
    port = free_port()
    lives = Lives(tmp_path, ["serve"], webhook(wire, port, content, SIGNPOST_ENCODER="no"))

    async def begin() -> tuple[Deliveries, "asyncio.Task[None]"]:
        deliveries = Deliveries(f"http://127.0.0.1:{port}/telegram", lives)
        return deliveries, asyncio.create_task(deliveries.write())

    deliveries, writing = wire.run(begin())
    for _ in range(KILLS):
        with lives.one() as program:
            time.sleep(moments.uniform(SHORTEST, LONGEST))
            program.kill()
    with lives.one() as program:
        wire.until(writing.done, 120)
        wire.run(deliveries.finish())
        code = program.stop()

    assert code == 0
    assert_everybody_is_answered_in_order_and_nobody_more_than_twice(wire)
