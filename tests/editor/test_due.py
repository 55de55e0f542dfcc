"""What is due in the real content: overdue, soon, and under whose name."""

import csv
import io
from datetime import date

import pytest

from bot.content.load_in_process import find_content
from bot.core.assurance import due_on
from bot.core.library import Library
from bot.editor import call_list, due
from bot.editor.schemas import library_with_drafts
from tests.command import signpost

TODAY = date(2026, 11, 25)


def read(table: str) -> list[dict[str, str]]:
    """Read a table back, as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(table), strict=True))


def test_on_the_day_the_content_was_read_only_the_directory_waits(library: Library) -> None:
    rows = read(due.table(library, TODAY))

    assert {(row["kind"], row["state"]) for row in rows} == {("service", "never confirmed")}
    assert {row["id"] for row in rows} == set(library.services)


def test_a_year_later_everything_is_overdue_and_stands_under_its_owner(library: Library) -> None:
    rows = read(due.table(library, date(2027, 12, 1)))
    owners = {entry.id: entry.owner for entry in library.entries.values()}

    assert len(rows) == sum(len(x) for x in (library.entries, library.flows, library.services, library.facts)) + 1
    assert [row["id"] for row in rows if row["kind"] == "holidays"] == ["holidays"]
    assert {row["id"]: row["owner"] for row in rows if row["kind"] == "entry"} == owners
    assert [row["owner"] for row in rows] == sorted(row["owner"] for row in rows)


def test_what_falls_due_within_thirty_days_is_told_and_what_falls_later_is_not(library: Library) -> None:
    urgent = library.entries["immediate-danger"]
    last = due_on(urgent.reviewed, urgent.review_every)
    states = {
        when: next((r["state"] for r in read(due.table(library, when)) if r["id"] == urgent.id), "")
        for when in (date(2027, 1, 25), date(2027, 1, 26), last, date(2027, 2, 26))
    }

    assert last == date(2027, 2, 25)
    assert list(states.values()) == ["", "due soon", "due soon", "overdue"]


@pytest.mark.parametrize(
    ("every", "on"),
    [
        ("10 days", date(2026, 12, 5)),
        ("1 week", date(2026, 12, 2)),
        ("3 months", date(2027, 2, 25)),
        ("1 year", date(2027, 11, 25)),
    ],
)
def test_a_check_falls_due_after_days_weeks_months_or_years(every: str, on: date) -> None:
    assert due_on(TODAY, every) == on


def test_the_words_say_what_waits_and_what_comes_next(library: Library) -> None:
    words = "\n".join(due.lines(library, TODAY))

    assert f"{len(library.services)} services never confirmed: signpost due --unconfirmed" in words
    assert words.endswith("After that, the next falls due on 21 January 2027.")


def test_the_words_group_what_is_overdue_by_owner(library: Library) -> None:
    words = list(due.lines(library, date(2027, 3, 1)))
    owner = next(n for n, line in enumerate(words) if line.startswith("Safeguarding lead: "))

    assert "  overdue, 25 February 2027: entry immediate-danger (" in "\n".join(words[owner:])


# The commands


def test_due_prints_what_waits_and_the_call_list() -> None:
    library = library_with_drafts(find_content())
    waits = signpost("due", "--on", "2026-11-25", "--format", "csv")
    ring = signpost("due", "--unconfirmed", "--on", "2026-11-25", "--format", "csv")

    assert waits.stdout == due.table(library, TODAY)
    assert ring.stdout == call_list.table(call_list.calls(library, TODAY))
