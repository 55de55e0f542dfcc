"""The page about counting, the exported table, and the process that counts: what they say is what is so."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.core.count_cells import KINDS, Cell
from bot.core.guide import Guide
from bot.core.reply import Asked, Event, Turn
from bot.counts.periods import week_at
from bot.counts.release import COLUMNS, decided, table, threshold_of, total
from bot.counts.store import Count, Release, Table, opened
from bot.service.count import Counting, database
from bot.service.settings import settings
from tests.conftest import NOW
from tests.guides import talking

PAGE = (Path(__file__).parents[2] / "docs/counting.md").read_text("utf-8")
A, B = Cell("service", "a"), Cell("service", "b")
RELEASES = (
    Release("2026-W47", 20, 2, {A: 25, B: 40}),
    Release("2026-W48", 10, 1),
    Release("2026-B12", 10, 1, {B: 25}, 25, 0.5),
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def tables(heading: str) -> Iterator[Mapping[Cell, int]]:
    """Give the tables of numbers under a heading of the page."""
    part = PAGE.partition(heading)[2].partition("\n##")[0]
    for block in re.findall(r"(?:^\|.*\n)+", part, re.MULTILINE):
        cells = [line.strip("| \n").split(" | ") for line in block.splitlines()[2:]]
        yield {Cell(kind, id): int(number) for kind, id, number in cells}


def test_the_worked_example_of_the_page_is_what_the_rules_give() -> None:
    before, after = tables("### A worked example")
    channels = (Cell("channel", "telegram"), Cell("channel", "web"))
    parts = {cell: () if cell in channels else channels for cell in before}

    release = decided(Table("2026-W48", before, 1), parts)

    assert release.shown == after
    assert f"= {total(release, 'service')}, not {sum(n for c, n in before.items() if c.kind == 'service')}" in PAGE


def test_the_page_tells_of_every_kind_and_of_no_other() -> None:
    told = re.findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \|", PAGE, re.MULTILINE)

    assert sorted(re.findall(r"`([a-z-]+)`", " ".join(told))) == sorted(KINDS)
    assert ", ".join(COLUMNS) in PAGE


def test_the_exported_table_can_be_added_up_and_held_against_the_rules_by_anyone() -> None:
    found = rows("".join(table(RELEASES)))

    assert list(found[0]) == list(COLUMNS)
    for row in (row for row in found if row["kind"]):
        assert int(row["people"]) % 5 == 0
        assert int(row["people"]) + 2 >= int(row["threshold"]) == threshold_of(int(row["memories"]))
    assert sum(int(row["people"]) for row in found if row["period"] == "2026-W47") == total(RELEASES[0], "service")


def test_the_exported_table_says_from_when_to_when_and_what_means_or_more() -> None:
    found = rows("".join(table(RELEASES)))

    assert (found[0]["from"], found[0]["to"]) == ("2026-11-16", "2026-11-23")
    assert [row["or_more"] for row in found] == ["", "", "", "yes"]
    assert [row["noise"] for row in found] == ["", "", "", "0.5"]


def test_a_period_of_which_nothing_could_be_shown_is_in_the_table() -> None:
    found = rows("".join(table(RELEASES)))

    assert [(row["kind"], row["people"]) for row in found if row["period"] == "2026-W48"] == [("", "")]


@pytest.fixture(name="state")
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIGNPOST_STATE", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE", raising=False)
    return tmp_path


def test_the_command_writes_the_table_of_what_is_released(state: Path) -> None:
    store = opened(str(state / "counts.db"))
    for release in RELEASES:
        store.publish(release)
    store.close()
    ran = CliRunner().invoke(main, ["export", "counts"])
    CliRunner().invoke(main, ["export", "counts", "--to", str(state / "counts.csv")])

    assert ran.output == "".join(table((RELEASES[2], RELEASES[0], RELEASES[1])))
    assert (state / "counts.csv").read_text("utf-8") == ran.output


@pytest.mark.parametrize(("where", "said"), [("", "nothing has been counted here yet"), ("none", "nothing is counted")])
def test_the_command_says_why_there_is_nothing(
    state: Path, monkeypatch: pytest.MonkeyPatch, where: str, said: str
) -> None:
    monkeypatch.setenv("SIGNPOST_DATABASE", where)
    ran = CliRunner().invoke(main, ["export", "counts"])

    assert ran.exit_code == 2
    assert said in ran.output
    assert not (state / "counts.db").exists(), "and makes none"


# A process that counts


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
