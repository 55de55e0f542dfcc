"""Marks of answered updates, which outlive a killed process for a few seconds and hold no person."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.channels.telegram import answered_updates
from bot.channels.telegram.answered_updates import SECONDS, SLOTS, AnsweredUpdates, checksum

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
    assert [(marks.known(number), marks.unsure(number)) for number in (77, 78, 79)] == [
        (True, 0),
        (False, 0),
        (False, 1),
    ]


def test_a_mark_counts_for_seconds_only(name: str) -> None:
    now = 1000.0
    marks = AnsweredUpdates(name, lambda: now)
    marks.mark(5)
    fresh = marks.known(5)
    now += SECONDS

    assert (fresh, marks.known(5)) == (True, False)


def test_an_answer_that_set_out_counts_until_it_is_known_to_have_arrived(name: str) -> None:
    now = 1000.0
    marks = AnsweredUpdates(name, lambda: now)
    marks.set_out(5, 0, 2)
    twice = marks.unsure(5)
    now += SECONDS
    late = marks.unsure(5)
    marks.mark(5)

    assert (twice, late, marks.unsure(5), marks.known(5)) == (2, 0, 0, True)


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
    marks.close()

    assert "secret" not in marks._path.name


def test_without_such_memory_all_else_works(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(answered_updates, "SHARED_MEMORY", tmp_path / "nowhere")
    marks = AnsweredUpdates("a")
    marks.mark(5)

    assert not marks.known(5)
    marks.close()
