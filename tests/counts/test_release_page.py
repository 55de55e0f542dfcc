"""The page about counting and the exported table: what they say is true."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.core.count_cells import KINDS, Cell
from bot.counts.release import COLUMNS, decided, table, threshold_of
from bot.counts.store import Release, Table, opened

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
    """Return the tables of numbers under a heading of the page."""
    part = PAGE.partition(heading)[2].partition("\n##")[0]
    for block in re.findall(r"(?:^\|.*\n)+", part, re.MULTILINE):
        cells = [line.strip("| \n").split(" | ") for line in block.splitlines()[2:]]
        yield {Cell(kind, id): int(number) for kind, id, number in cells}


def total(shown: Mapping[Cell, int], kind: str) -> int:
    return sum(number for cell, number in shown.items() if cell.kind == kind)


def test_the_worked_example_of_the_page_is_what_the_rules_give() -> None:
    before, after = tables("### A worked example")
    channels = (Cell("channel", "telegram"), Cell("channel", "web"))
    parts = {cell: () if cell in channels else channels for cell in before}

    release = decided(Table("2026-W48", before, 1), parts)

    assert release.shown == after
    assert f"= {total(release.shown, 'service')}, not {total(before, 'service')}" in PAGE


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
    of_week = sum(int(row["people"]) for row in found if row["period"] == "2026-W47")
    assert of_week == total(RELEASES[0].shown, "service")


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
