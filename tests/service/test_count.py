"""The process that counts: what is on the disk when it stops, and that its faults do no harm."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.core.count_cells import Cell
from bot.core.guide import Guide
from bot.core.reply import Asked, Event, Turn
from bot.counts.periods import week_at
from bot.counts.release import decided
from bot.counts.store import Count, opened
from bot.service.count import Counting, database
from bot.service.settings import settings
from tests.conftest import NOW
from tests.guides import talking

A = Cell("service", "a")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(name="state")
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIGNPOST_STATE", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE", raising=False)
    return tmp_path


@pytest.fixture(name="counting")
def _counting(state: Path, real: Guide) -> Iterator[Counting]:
    made = Counting(settings(state=state), lambda: real.library)
    yield made
    made.close()


def test_an_answered_message_of_a_person_is_on_the_disk_when_the_process_has_stopped(
    state: Path, real: Guide, counting: Counting
) -> None:
    talk = talking(lambda: real, lambda: NOW, counting.count)
    turn = talk.answer(Asked("she just told me she sells sex"))
    talk.snapshot().count(turn, "telegram", 7)
    counting.close()
    store = opened(str(state / "counts.db"))
    people = store.table(week_at(datetime.now(UTC))).people
    store.close()

    assert {cell for cell, number in people.items() if number} == {
        Cell("channel", "telegram"),
        Cell("question", "answer"),
        Cell("way", "answer"),
        Cell("entry", turn.entries[0]),
    }
    assert counting.health() == {"counts": "counting"}


def test_a_deployment_that_wants_no_counts_has_none(state: Path, real: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_DATABASE", "none")
    counting = Counting(settings(), lambda: real.library)

    counting.count(Turn((), events=(Event("lack", "money"),)), "web")
    assert counting.health() == {"counts": "not used"}
    assert list(state.iterdir()) == []


def test_a_fault_of_counting_is_reported_and_harms_nobody(counting: Counting, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException | None] = []
    monkeypatch.setattr("bot.service.count.report", told.append)
    monkeypatch.setattr("bot.service.count.counted", lambda *arguments: 1 / 0)

    counting.count(Turn((), events=(Event("lack", "money"),)), "web")
    assert [type(error) for error in told] == [ZeroDivisionError]


def test_the_databases_address_is_a_secret_that_may_come_from_a_file(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (state / "address").write_text("postgresql://signpost:canary@db/signpost\n")
    monkeypatch.setenv("SIGNPOST_DATABASE_FILE", str(state / "address"))
    found = settings()

    assert database(found) == "postgresql://signpost:canary@db/signpost"
    assert "canary" not in repr(found)


def test_a_count_that_is_no_cell_of_the_content_leaves_no_byte(state: Path, real: Guide, counting: Counting) -> None:
    known = next(iter(real.library.entries))
    for id in (known, "planted-canary"):
        counting.count(Turn((), events=(Event("entry", id, "answer"),)), "telegram", 7)
    counting.close()
    kept = (state / "counts.db").read_bytes()

    assert known.encode() in kept
    assert b"planted-canary" not in kept


def test_what_the_exported_table_holds_is_what_the_store_released(state: Path) -> None:
    store = opened(str(state / "counts.db"))
    store.prepare({"2026-W48": [A]})
    store.add([Count(A, ("2026-W48",))] * 12)
    store.publish(decided(store.table("2026-W48"), {}))
    store.close()
    ran = CliRunner().invoke(main, ["export", "counts"])

    assert [(row["id"], row["people"]) for row in rows(ran.output)] == [("a", "10")]
