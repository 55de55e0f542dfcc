"""Freed memory is overwritten: what was in it is gone after a round."""

import asyncio
import ctypes
import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.service import freed_memory
from bot.service.web_server import run_in_loop

ROOT = Path(__file__).parents[2]
HEADER = 48  # bytes of a text object before its letters


def planted(number: int, length: int) -> str:
    return f"Qvanzor {number:06} ".ljust(length, "x")


def left(places: list[int], length: int) -> int:
    """Return in how many places of freed memory a planted text is still whole."""
    return sum(b"Qvanzor 0" in ctypes.string_at(place, HEADER + length) for place in places)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def freed_and_overwritten(length: int) -> tuple[int, int]:
    """Return in how many places a planted text of that length is whole after it was freed, and after a round."""
    texts = [planted(number, length) for number in range(2_000)]
    places = [id(text) for text in texts[::2]]
    del texts[::2]  # the others stay, so that none of this memory is given back to the system
    before = left(places, length)
    await one_round()
    return before, left(places, length) if texts else -1


async def one_round() -> None:
    task = asyncio.create_task(freed_memory.keep_overwriting())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])


# A process of its own, as one that serves is: one that has run hundreds of tests has far more freed memory than that.
FRESH = """
import asyncio, sys
from bot.service import freed_memory
from tests.service.test_freed_memory import freed_and_overwritten
freed_memory.BEAT = 0.0
print(*asyncio.run(freed_and_overwritten(int(sys.argv[1]))))
"""


@pytest.mark.parametrize("length", [30, 100, 250, 400])
def test_what_was_freed_is_overwritten_within_a_round(length: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FRESH, str(length)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    before, after = map(int, done.stdout.split())
    assert before > 800
    assert after == 0


async def test_what_refers_to_itself_is_freed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    class Held:
        def __init__(self) -> None:
            self.me: Callable[[], object] = lambda: self

    monkeypatch.setattr(freed_memory, "BEAT", 0.0)
    gc.collect()
    gc.disable()
    try:
        Held()
        await one_round()
        assert [each for each in gc.get_objects() if isinstance(each, Held)] == []
    finally:
        gc.enable()


def test_the_loop_that_serves_reads_noughts_and_leaves_nothing_open() -> None:
    counted: list[int] = []

    async def thrice() -> None:
        for _ in range(3):
            await freed_memory._overwrite_read()
            await asyncio.sleep(0.05)
            counted.append(open_files())

    run_in_loop(thrice())

    assert len(set(counted)) == 1
