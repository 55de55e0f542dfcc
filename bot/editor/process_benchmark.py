"""Measure the real process by its webhook and its page.

What counts is the processor time that a process uses, as Linux reports it: seconds on the clock depend on what else the
machine does. Updates arrive as Telegram sends them, and a Bot API on this machine agrees to every call, at once or
after the 60 ms that Telegram takes.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from bot.core.library import Library
from bot.core.position import Position, encode, response
from bot.core.screens.registry import step_to
from bot.core.tables import text_table
from bot.editor.benchmark_wire import PATH, TOKEN, Answered, FakeBotApi, asked, bot_api, free_port, request
from bot.editor.growth_benchmark import SEED
from bot.hearing.matching.meaning import Encoder

SECRET = "secret-of-the-benchmark-0123456789"  # noqa: S105 - of a bot on this machine that nobody uses
DELAYS = (0.0, 0.06)  # seconds that Telegram takes
AT_ONCE, PEOPLE = 16, 50  # updates on their way, and people on the page, at the same time
STARTS = 3
CALLS = {"press": 2, "question": 1, "page": 0, "ask": 0}
_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_START = 120.0  # seconds that a start may take


class CannotMeasure(Exception):
    """A process that is to be measured does not start, or does not answer as it should; the message says which."""


@dataclass(frozen=True, slots=True)
class ProcessCost:
    """What one kind of request costs a process: CPU milliseconds of each, how many a second, how long each waits."""

    kind: str  # what it was asked
    delay: float  # the seconds that Telegram took
    cpu: float  # milliseconds of processor time for each
    rate: float  # how many a second
    p50: float  # milliseconds that half of them waited at most; for the page, until all of the answer was there
    p95: float  # the same for 95 of 100

    def line(self) -> str:
        """Return it as a line of the table."""
        took, cpu, rounded = f"{self.delay * 1e3:.0f} ms", f"{self.cpu:.2f} ms", (self.rate, self.p50, self.p95)
        return _line(self.kind, took, cpu, *(f"{number:.0f}" for number in rounded))


def _line(*cells: str) -> str:
    return next(text_table(cells, (), right=range(1, 6), widths=(8, 8, 13, 8, 8, 6)))


@dataclass(slots=True)
class _Process:
    """A process that is measured, and where updates and questions reach it."""

    pid: int
    port: int
    api: FakeBotApi
    sent: int = 0

    async def cost(self, kind: str, delay: float, requests: Sequence[bytes]) -> ProcessCost:
        """Return what requests of one kind cost; the first of them only warm it up."""
        self.api.seconds = delay
        at_once = PEOPLE if kind in ("page", "ask") else AT_ONCE
        warming = max(1, len(requests) // 5)
        await self._asked(kind, requests[:warming], at_once)
        before, begun = processor_time(self.pid), time.perf_counter()
        found = await self._asked(kind, requests[warming:], at_once)
        last = max(begun + found.seconds, self.api.last if CALLS[kind] else 0.0)  # some answer before they have done it
        cpu, number = processor_time(self.pid) - before, len(requests) - warming
        waited = [sorted(found.taken)[len(found.taken) * part // 100] * 1e3 for part in (50, 95)]
        return ProcessCost(kind, delay, cpu / number * 1e3, number / (last - begun), *waited)

    async def _asked(self, kind: str, requests: Sequence[bytes], at_once: int, patience: float = 120.0) -> Answered:
        had = self.api.calls
        found = await asked(self.port, requests, min(at_once, len(requests)))
        if not await self.api.had(had + CALLS[kind] * len(requests), patience):
            raise CannotMeasure("it did not make its calls in time")
        if bad := {status: times for status, times in found.statuses.items() if status not in (200, 303)}:
            raise CannotMeasure(f"it answered with {bad}")
        return found


def processor_time(pid: int) -> float:
    """Return the seconds of processor time that a process and its threads have used, as Linux reports them."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICK


class Asking:
    """The requests that a process is measured with, each update with a number of its own."""

    def __init__(self, content: Library) -> None:
        texts = [text for entry in content.entries.values() for text in entry.phrasings]
        self.texts = Random(SEED).sample(texts, len(texts))  # noqa: S311 - the same each time, on purpose
        self.entry = encode(Position((step_to("entry", next(iter(content.entries))),)))
        flow_id, flow = next(iter(content.flows.items()))
        option = next(iter(flow.questions[flow.start].options))
        self.walk = encode(Position((step_to("flow", flow_id), response(flow.start, option))))
        self._number = 0

    def made(self, kind: str, number: int) -> list[bytes]:
        """Return so many requests of a kind; a press is of the outcome of a walk."""
        return [self._one(kind) for _ in range(number)]

    def _one(self, kind: str) -> bytes:
        self._number += 1
        number, words = self._number, self.texts[self._number % len(self.texts)]
        if kind == "page":
            return request(f"/at/{self.entry}")
        if kind == "ask":
            form = "Content-Type: application/x-www-form-urlencoded\r\n"
            return request("/ask", urlencode({"question": words}).encode(), form)
        person = {"id": 1000 + number % 500, "is_bot": False, "first_name": "A"}
        chat = {"id": person["id"], "type": "private", "first_name": "A"}
        under = {"message_id": 5, "date": 1_700_000_000, "chat": chat, "text": "a question"}
        press = {"id": str(number), "from": person, "chat_instance": "1", "data": self.walk, "message": under}
        said = {"message_id": number, "date": 1_700_000_000, "chat": chat, "from": person, "text": words}
        update = {"callback_query": press} if kind == "press" else {"message": said}
        headers = f"Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: {SECRET}\r\n"
        return request(PATH, json.dumps({"update_id": number, **update}).encode(), headers)


@asynccontextmanager
async def _running(
    command: Sequence[str], api: FakeBotApi, port: int, first: bytes, settings: Mapping[str, str] = {}
) -> AsyncIterator[_Process]:
    """Run a process, and yield it once it has answered a first request."""
    with tempfile.TemporaryDirectory() as state:
        environment = {**os.environ, **_settings(api, port, state), **settings}
        started = await asyncio.to_thread(_started, command, environment)
        try:
            await _until_answered(started, port, first)
            yield _Process(started.pid, port, api)
        finally:
            started.terminate()
            await asyncio.to_thread(started.wait)


def _started(command: Sequence[str], environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    null = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdin=null, stdout=null, stderr=null)  # noqa: S603 - our own


def _settings(api: FakeBotApi, port: int, state: str) -> Mapping[str, str]:
    return {
        "SIGNPOST_TELEGRAM_TOKEN": TOKEN,
        "SIGNPOST_TELEGRAM_API": api.address,
        "SIGNPOST_WEBHOOK_URL": f"https://signpost.test{PATH}",
        "SIGNPOST_WEBHOOK_SECRET": SECRET,
        "SIGNPOST_TAKE_OVER": "yes",
        "SIGNPOST_PORT": str(port),
        "SIGNPOST_STATE": state,
        "SIGNPOST_ALLOW_UNSIGNED": "yes",
    }


async def _until_answered(started: "subprocess.Popen[bytes]", port: int, first: bytes) -> None:
    end = time.monotonic() + _START
    while True:
        try:
            if (await asked(port, [first], 1)).statuses.get(200):
                return
        except OSError:
            if started.poll() is not None or time.monotonic() > end:
                raise CannotMeasure("it does not start") from None
        await asyncio.sleep(0.01)


async def _ready(port: int) -> None:
    """Wait until Signpost's encoder is in use."""
    from urllib.request import urlopen

    def state() -> object:
        with urlopen(f"http://127.0.0.1:{port}/healthz") as page:
            return json.load(page)["encoder"]

    for _ in range(int(_START / 0.1)):
        if await asyncio.to_thread(state) == "ready":
            return
        await asyncio.sleep(0.1)


SIGNPOST = (sys.executable, "-m", "bot")
SERVE = (*SIGNPOST, "serve")
Tell = Callable[[str], None]
ASKED = [*((kind, delay) for delay in DELAYS for kind in ("press", "question")), ("ask", 0.0), ("page", 0.0)]


async def measured(content: Library, encoder: Encoder, updates: int, tell: Tell) -> None:
    """Report the lines of a table of what Signpost's answers cost.

    Args:
        content: what the questions are taken from.
        encoder: what a question is encoded with.
        updates: how many of each kind.
        tell: called with each line when it is known.
    """
    asking, port = Asking(content), free_port()
    tell(_line("asked", "Telegram", "own CPU each", "a second", "p50 ms", "p95"))
    async with bot_api() as api:
        async with _running(SERVE, api, port, asking.made("press", 1)[0]) as process:
            await _ready(port)
            for kind, delay in ASKED:
                tell((await process.cost(kind, delay, asking.made(kind, updates))).line())
        alone = _encoding(encoder, asking.texts[:updates]) * 1e3
        tell(f"the encoder's part of a question: {alone:.2f} ms")
        with tempfile.TemporaryDirectory() as cache:
            for which in ("with nothing kept", "after signpost prepare"):
                if which.startswith("after"):
                    await asyncio.to_thread(_prepare, cache)
                starts = sorted([await _start(api, asking, cache) for _ in range(STARTS)])
                tell(f"from a start to the first answer, {which}: {starts[STARTS // 2]:.2f} s")


def _encoding(encoder: Encoder, texts: Sequence[str]) -> float:
    """Return the seconds of processor time that encoding a text takes."""
    begun = time.thread_time()
    for words in texts:
        encoder.message((words,))
    return (time.thread_time() - begun) / len(texts)


def _prepare(cache: str) -> None:
    environment = {**os.environ, "SIGNPOST_CACHE": cache}
    subprocess.run((*SIGNPOST, "prepare"), env=environment, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own


async def _start(api: FakeBotApi, asking: Asking, cache: str) -> float:
    """Return the seconds from the start of a process to the first question that it has answered."""
    port, begun = free_port(), time.perf_counter()
    async with _running(SERVE, api, port, asking.made("question", 1)[0], {"SIGNPOST_CACHE": cache}):
        return time.perf_counter() - begun
