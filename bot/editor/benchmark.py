"""Measure what a question, a screen, a choice of services, a start and memory cost, in one run and one table."""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from urllib.request import urlopen

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.core.conversation import turn
from bot.core.directory import away, choose
from bot.core.guide import Guide, guide
from bot.core.position import Position, encode
from bot.core.reply import Asked, Pressed
from bot.core.screens.registry import step_to
from bot.core.tables import text_table
from bot.editor.benchmark_wire import TOKEN, bot_api, free_port
from bot.editor.growth_benchmark import choosing, grown, quickest, resident_memory
from bot.hearing import Hearing

STARTS = 5
_BETWEEN, _LOOKS, _MOST_LOOKS = 0.5, 8, 60  # seconds between readings of memory, and how many
_LATER = 0.1  # seconds until Telegram answers: at once, polling would never rest


def table(hearing: Hearing) -> Iterator[str]:
    """Yield the lines of the table as they are measured."""
    content = load(find_content())
    made = guide(content, hearing.bind(content))
    return text_table(("what", "measured", "at most"), _measured(made), right=(1, 2), widths=(58, 20, 8))


def _measured(made: Guide) -> Iterator[tuple[str, str, str]]:
    questions, screens, library = _questions(made), _screens(made), made.library
    yield f"a question, p50 of {len(questions)}", f"{_percentile(questions, 50) * 1e3:.1f} ms", ""
    yield "a question, p99", f"{_percentile(questions, 99) * 1e3:.1f} ms", "15 ms"
    yield "a screen, p99", f"{_percentile(screens, 99) * 1e3:.2f} ms", "0.5 ms"
    for what, taken, most in (
        (f"choosing services among {len(library.services)}, p99", choosing(library, choose), "1 ms"),
        ("the same for someone who may be known at home, p99", choosing(library, away), "0.5 ms"),
        ("choosing services among 10,000, p99", choosing(grown(library), choose, every=20), "10 ms"),
    ):
        yield what, f"{_percentile(taken, 99) * 1e3:.2f} ms", most
    seconds = _percentile([_start() for _ in range(STARTS)], 50)
    yield f"first answer after process start, median of {STARTS}", f"{seconds:.2f} s", "1.3 s"
    for encoder, with_it, most in (("yes", "with the encoder", "190 MB"), ("no", "without", "100 MB")):
        yield f"resident memory, the page, {with_it}", f"{page_memory(encoder):.0f} MB", most
        yield f"resident memory, `signpost telegram`, {with_it}", f"{polling_memory(encoder):.0f} MB", ""


def _percentile(values: Sequence[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _questions(made: Guide) -> list[float]:
    now = datetime.now(UTC)
    asked = [phrasing for entry in made.library.entries.values() for phrasing in entry.asked[::4]]
    return [quickest(partial(turn, made, Asked(text), now), 1, time.perf_counter) for text in asked]


def _screens(made: Guide) -> list[float]:
    now = datetime.now(UTC)
    positions = [Position((step_to(name, id),)) for name in ("entry", "more", "nearby") for id in made.library.entries]
    return [quickest(partial(turn, made, Pressed(encode(position)), now)) for position in positions]


def _start() -> float:
    """Return the seconds from the start of a process to its first answer."""
    question = json.dumps({"say": "she has just told me"}).encode() + b"\n"
    start = time.perf_counter()
    process = _started("chat", "--json")
    if process.stdin is None or process.stdout is None:
        return 0.0
    process.stdin.write(question)
    process.stdin.flush()
    process.stdout.readline()
    seconds = time.perf_counter() - start
    process.communicate()
    return seconds


def page_memory(encoder: str) -> float:
    """Return the memory in MB of a process that has answered questions on the page; ``encoder`` is yes or no."""
    port = free_port()
    with _signpost("--port", str(port), SIGNPOST_ENCODER=encoder) as process:
        for _ in range(2):  # while the encoder loads, and afterwards
            with urlopen(f"http://127.0.0.1:{port}/ask", b"question=she+has+just+told+me") as answer:
                answer.read()
            memory = _settled(process.pid)
        return memory


def polling_memory(encoder: str) -> float:
    """Return the memory in MB of a process that answers on Telegram; ``encoder`` is yes or no."""
    return asyncio.run(_polling_memory(encoder))


async def _polling_memory(encoder: str) -> float:
    async with bot_api() as api:
        api.seconds = _LATER

        def measured() -> float:
            settings = {"SIGNPOST_TELEGRAM_TOKEN": TOKEN, "SIGNPOST_ENCODER": encoder}
            with _signpost("telegram", SIGNPOST_TELEGRAM_API=api.address, **settings) as process:
                return _settled(process.pid)

        return await asyncio.to_thread(measured)


@contextmanager
def _signpost(*arguments: str, **settings: str) -> "Iterator[subprocess.Popen[bytes]]":
    """Run Signpost, yield the process when it has printed a line, and end it."""
    process = _started(*arguments, **settings)
    try:
        if process.stdout is not None:
            process.stdout.readline()
        yield process
    finally:
        process.terminate()
        process.communicate()


def _started(*arguments: str, **settings: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "bot", *arguments]
    environment = {**os.environ, **settings}
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)  # noqa: S603 - our own command


def _settled(process: int) -> float:
    """Return the resident memory of a process in MB once it has not changed for some seconds."""
    held = [resident_memory(process)]
    while len(held) < _LOOKS or (max(held[-_LOOKS:]) - min(held[-_LOOKS:]) > 1 and len(held) < _MOST_LOOKS):
        time.sleep(_BETWEEN)
        held.append(resident_memory(process))
    return held[-1]
