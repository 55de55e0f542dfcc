"""Freed memory is overwritten: what was in it is gone after a round."""

import asyncio
import ctypes
import gc
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.service import freed_memory
from bot.service.web_server import run_in_loop

HEADER = 48  # bytes of a text object before its letters


def planted(number: int, length: int) -> str:
    return f"Qvanzor {number:06} ".ljust(length, "x")


def left(places: list[int], length: int) -> int:
    """Return in how many places of freed memory a planted text is still whole."""
    return sum(b"Qvanzor 0" in ctypes.string_at(place, HEADER + length) for place in places)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


async def one_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freed_memory, "BEAT", 0.0)
    task = asyncio.create_task(freed_memory.keep_overwriting())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])


@pytest.mark.parametrize("length", [30, 100, 250, 400])
async def test_what_was_freed_is_overwritten_within_a_round(length: int, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [planted(number, length) for number in range(2_000)]
    places = [id(text) for text in texts[::2]]
    del texts[::2]  # the others stay, so that none of this memory is given back to the system
    before = left(places, length)

    await one_round(monkeypatch)

    assert before > 800
    assert left(places, length) == 0
    assert len(texts) == 1_000


async def test_what_refers_to_itself_is_freed_before(monkeypatch: pytest.MonkeyPatch) -> None:
    class Held:
        def __init__(self) -> None:
            self.me: Callable[[], object] = lambda: self

    gc.collect()
    gc.disable()
    try:
        Held()
        await one_round(monkeypatch)
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
