"""Marks of answered updates, which survive a killed process for a few seconds and identify nobody."""

import asyncio
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.channels.telegram import answered_updates
from bot.channels.telegram.answered_updates import SLOTS, AnsweredUpdates, checksum

pytestmark = pytest.mark.skipif(not answered_updates.SHARED_MEMORY.is_dir(), reason="this machine has no such memory")
KILLED = """
import os, signal
from bot.channels.telegram.answered_updates import AnsweredUpdates
marks = AnsweredUpdates({name!r})
marks.mark(77)
marks.set_out(79, 0, 1)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(name="name")
def _name(tmp_path: Path) -> Iterator[str]:
    yield str(tmp_path)
    AnsweredUpdates(str(tmp_path)).close()


def test_a_mark_outlives_a_process_that_is_killed(name: str) -> None:
    subprocess.run([sys.executable, "-c", KILLED.format(name=name)], check=False)

    marks = AnsweredUpdates(name)

    assert (marks.known(77), marks.known(78)) == (True, False)
    assert [(marks.known(number), marks.reached(number)) for number in (77, 78, 79)] == [
        (True, 0),
        (False, 0),
        (False, 1),
    ]


def left_in_memory(marks: AnsweredUpdates) -> bytes:
    return marks._path.read_bytes()


def killed(name: str) -> None:
    """Let a process mark some updates and be killed."""
    subprocess.run([sys.executable, "-c", KILLED.format(name=name)], check=False)


def changed(before: bytes, after: bytes) -> int:
    """Return how many marks differ."""
    return sum(before[at : at + 16] != after[at : at + 16] for at in range(0, SLOTS * 16, 16))


async def until(happened: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not happened():  # noqa: ASYNC110 - of what is in shared memory no event tells
            await asyncio.sleep(0.01)


async def test_a_mark_is_overwritten_after_its_seconds(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = AnsweredUpdates(name)
    monkeypatch.setattr(answered_updates, "SECONDS", 0.05)
    before = left_in_memory(marks)
    marks.mark(5)
    written = left_in_memory(marks)
    marks.mark(6)

    assert changed(before, written) == 1
    await until(lambda: not marks.known(5) and not marks.known(6))
    assert changed(written, left_in_memory(marks)) == 2


async def test_what_a_killed_process_left_counts_however_late_the_next_one_starts_and_is_then_overwritten(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed(name)
    monkeypatch.setattr("time.monotonic", lambda now=time.monotonic: now() + 24 * 60 * 60)
    monkeypatch.setattr(answered_updates, "SECONDS", 0.05)
    marks = AnsweredUpdates(name)

    assert (marks.known(77), marks.reached(79)) == (True, 1)
    marks.set_out(79, 0, 2)
    monkeypatch.setattr(answered_updates, "SECONDS", 60.0)
    marks.set_out(80, 0, 1)
    await until(lambda: not marks.known(77))
    assert marks.reached(80) == 1


def test_without_the_token_nothing_can_be_told_from_what_a_kill_leaves(name: str) -> None:
    """No number, no time, no order: a mark looks like the random bytes around it, and differs under another token."""
    marks, other = AnsweredUpdates(name), AnsweredUpdates(name + " of another")
    before = left_in_memory(marks)
    killed(name)
    after = left_in_memory(marks)
    other._path.write_bytes(after)

    assert changed(before, after) == 2
    assert len(zlib.compress(after, 9)) >= len(after), "it is noise, in which nothing repeats"
    assert [each.known(77) for each in (AnsweredUpdates(name), AnsweredUpdates(name + " of another"))] == [True, False]
    other.close()


def test_each_of_many_numbers_in_a_row_has_a_place_of_its_own_that_the_token_decides(name: str) -> None:
    places = [[AnsweredUpdates(who)._slot(number) for number in range(900, 900 + SLOTS)] for who in (name, name + "b")]
    AnsweredUpdates(name + "b").close()

    assert [len(set(each)) for each in places] == [SLOTS, SLOTS]
    assert places[0] != places[1]


@pytest.mark.parametrize("number", [-1, 2**63, -(2**70), 10**400])
def test_whatever_number_an_update_has_it_can_be_marked(name: str, number: int) -> None:
    marks = AnsweredUpdates(name)

    assert not marks.known(number)
    marks.mark(number)
    assert marks.known(number)


def test_an_answer_that_set_out_counts_until_it_is_known_to_have_arrived(name: str) -> None:
    marks = AnsweredUpdates(name)
    marks.set_out(5, 0, 2)
    twice = marks.reached(5)
    marks.mark(5)

    assert (twice, marks.reached(5), marks.known(5)) == (2, 0, True)


def test_another_message_under_the_same_number_is_not_taken_for_it(name: str) -> None:
    def update(date: int) -> dict[str, object]:
        return {"update_id": 5, "message": {"message_id": 1, "date": date, "text": "the words do not count"}}

    marks = AnsweredUpdates(name)
    marks.mark(5, checksum(update(100)))

    assert (marks.known(5, checksum(update(100))), marks.known(5, checksum(update(101)))) == (True, False)


@pytest.mark.parametrize("update", [{}, {"message": 3}, {"callback_query": []}, {"callback_query": {"message": "a"}}])
def test_a_checksum_is_made_of_anything(update: dict[str, object]) -> None:
    assert isinstance(checksum(update), int)


def test_another_bot_has_marks_of_its_own(name: str) -> None:
    marks, other = AnsweredUpdates(name), AnsweredUpdates(name + "other")
    marks.mark(5)

    assert not other.known(5)
    other.close()


def test_a_later_update_takes_the_slot_of_an_earlier_one(name: str) -> None:
    marks = AnsweredUpdates(name)
    marks.mark(5)
    marks.mark(5 + SLOTS)

    assert (marks.known(5), marks.known(5 + SLOTS)) == (False, True)


def test_a_clean_stop_leaves_nothing(name: str) -> None:
    marks = AnsweredUpdates(name)
    marks.mark(5)
    marks.close()

    assert not AnsweredUpdates(name).known(5)
    assert not marks.known(5)


def test_the_name_of_the_marks_holds_no_token() -> None:
    marks = AnsweredUpdates("123:secret https://api")
    others = AnsweredUpdates("123:another https://api")
    marks.close()
    others.close()

    assert marks._path.name != others._path.name, "it is made of the token"
    assert "secret" not in marks._path.name


def test_without_such_memory_all_else_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(answered_updates, "SHARED_MEMORY", tmp_path / "nowhere")
    marks = AnsweredUpdates("a")
    marks.mark(5)

    assert not marks.known(5)
    marks.close()
