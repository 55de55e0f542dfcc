"""The review cycle: the sources are shown, the day is written, and the list of what is due says what waits inside."""

import csv
import io
import re
from contextlib import closing
from datetime import date
from pathlib import Path

import icalendar
import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content.loader import load
from bot.core.count_cells import Cell
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.steps import Flow
from bot.counts.store import Release, opened
from bot.editor.due import lines, table
from bot.editor.review_status import facts_in, items, services_in, waiting_in
from tests.small_content import change, small_content

ENTRY = "guidance/safety/in-danger.yaml"
BED = "guidance/home-life/bed-tonight.yaml"
TODAY = date(2026, 11, 25)
LATER = date(2027, 4, 1)


@pytest.fixture(name="small")
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = small_content(tmp_path / "content")
    monkeypatch.setenv("SIGNPOST_CONTENT", str(folder))
    monkeypatch.setenv("SIGNPOST_STATE", str(tmp_path / "state"))
    return folder


def signpost(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(main, arguments, input=typed)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


# What is inside


def test_the_facts_and_services_of_an_entry_are_those_it_quotes_and_names(small: Path) -> None:
    library = load(small)
    entry = library.entries["in-danger"]

    assert list(facts_in(entry, library)) == ["window"]
    assert [service.id for service in services_in(entry, library)] == ["day-line"]


def test_those_of_a_flow_stand_in_its_questions_and_outcomes(small: Path) -> None:
    library = load(small)
    flow = library.flows["find-help"]

    assert list(facts_in(flow, library)) == ["window"]
    assert [service.id for service in services_in(flow, library)] == ["day-line"]


def test_what_waits_inside_is_a_fact_that_ran_out_and_contacts_to_confirm(small: Path) -> None:
    library = load(small)
    expires = library.facts["window"].expires
    entry = library.entries["in-danger"]
    [ran_out, *_] = waiting_in(entry, library, expires)

    assert ran_out == f"fact window expired on {expires.day} {expires:%B %Y}"
    assert all("contact" in line for line in waiting_in(entry, library, TODAY))


def test_every_real_thing_tells_what_waits_inside_without_a_fault(library: Library) -> None:
    things: tuple[Entry | Flow, ...] = (*library.entries.values(), *library.flows.values())
    waiting = [waiting_in(thing, library, LATER) for thing in things]

    assert any("expired" in line for found in waiting for line in found)
    assert any("never confirmed" in line for found in waiting for line in found)


# Reviewed


def test_reviewed_shows_sources_facts_contacts_and_days_before_it_asks(small: Path) -> None:
    done = signpost("reviewed", "in-danger", "--on", "2027-04-01", typed="n\n")

    for part in (
        "Last read on 25 November 2026, was due again on 25 February 2027 (every 3 months).",
        "Owner: safety lead.",
        "1. Staying safe, Example (2024)",
        "https://www.example.scot/safe",
        'window: "7 days"',
        "day-line: ",
        "0131 496 0000",
    ):
        assert part in done.output, part
    assert done.output.endswith("Nothing was changed.\n")
    assert done.exit_code == 1


def test_a_review_changes_the_day_and_no_other_byte(small: Path) -> None:
    change(small, ENTRY, "reviewed: 2026-11-25", 'reviewed: "2026-11-25"   # by two of us')
    before = (small / ENTRY).read_bytes()
    done = signpost("reviewed", "in-danger", "--on", "2027-02-01", typed="y\n")

    assert done.exit_code == 0, done.output
    assert (small / ENTRY).read_bytes() == before.replace(b'"2026-11-25"   #', b'"2027-02-01"   #')
    assert "It is due again on 1 May 2027." in done.output


def test_a_review_does_not_renew_a_fact_that_ran_out_and_says_so(small: Path) -> None:
    change(small, "guidance/facts.yaml", "expires: ", "expires: 2026-12-01  # was ")
    done = signpost("reviewed", "in-danger", "--on", "2027-02-01", "--yes")

    assert "EXPIRED on 1 December 2026" in done.output
    assert "The facts window have expired. A review of the words does not renew them." in done.output
    assert load(small).facts["window"].expires == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("read_on", "said"),
    [("2027-02-02", "2 February 2027 is in the future"), ("2026-11-01", "it was read later, on 25 November 2026")],
)
def test_a_day_that_cannot_be_is_refused(small: Path, read_on: str, said: str) -> None:
    before = (small / ENTRY).read_bytes()
    done = signpost("reviewed", "in-danger", "--on", "2027-02-01", "--read-on", read_on, "--yes")

    assert (done.exit_code, said in done.output, (small / ENTRY).read_bytes()) == (1, True, before)


def test_a_review_of_an_earlier_day_is_written_as_that_day(small: Path) -> None:
    signpost("reviewed", "danger-now", "--on", "2027-02-01", "--read-on", "2027-01-30", "--yes")

    assert load(small).flows["danger-now"].reviewed == date(2027, 1, 30)


# Due


def test_due_tells_under_each_thing_what_waits_inside_it(small: Path) -> None:
    words = "\n".join(lines(load(small), LATER))
    found = {row["id"]: row["inside"] for row in rows(table(load(small), LATER))}

    assert "  overdue, 25 February 2027: entry in-danger (She is in danger now)\n    inside: " in words
    assert "contact" in found["in-danger"]


def test_the_bank_holidays_are_due_like_anything_else(small: Path) -> None:
    library = load(small)
    expires = library.holidays.expires
    [row] = [row for row in rows(table(library, expires)) if row["kind"] == "holidays"]

    assert (row["owner"], row["due"], row["state"]) == (library.holidays.owner, expires.isoformat(), "due soon")


def test_a_draft_is_told_apart_and_is_due_for_nothing(small: Path) -> None:
    text = (small / BED).read_text("utf-8").replace("tonight\n", "soon\n")
    (small / "guidance/home-life/bed-soon.yaml").write_text(f"status: draft\n{text}", "utf-8")
    library = load(small, drafts=True)
    done = signpost("due", "--on", "2028-01-01")

    assert "bed-soon" not in {item.id for item in items(library)}
    assert "1 draft, hidden from staff until somebody writes status: live:\n  bed-soon (" in done.output


def test_due_is_words_a_table_or_a_calendar(small: Path) -> None:
    words, as_table, days = (signpost("due", "--on", "2027-04-01", "--format", form) for form in ("text", "csv", "ics"))
    exported = signpost("export", "ics", "--on", "2027-04-01")

    assert words.output.startswith("Due by 1 May 2027, on 1 April 2027: ")
    assert "in-danger" in {row["id"] for row in rows(as_table.output)}
    events = icalendar.Calendar.from_ical(days.output).walk("VEVENT")
    assert any("in-danger" in str(event["summary"]) for event in events)
    assert exported.output == days.output


def released(state: Path, *releases: Release) -> None:
    """Write releases as a deployment stores them."""
    state.mkdir(exist_ok=True)
    with closing(opened(str(state / "counts.db"))) as store:
        for release in releases:
            store.publish(release)


def test_numbers_that_did_not_work_are_due_by_what_was_released(small: Path, tmp_path: Path) -> None:
    silent = signpost("due", "--on", "2026-11-25").output
    shown = {Cell("number-failed", "day-line"): 15, Cell("number-failed", "gone"): 10}
    released(tmp_path / "state", Release("2026-W47", 10, 1, shown))

    words, as_table = (signpost("due", "--on", "2026-11-25", "--format", form).output for form in ("text", "csv"))
    [row] = [row for row in rows(as_table) if row["state"].startswith("did not work")]

    assert "did not work" not in silent
    assert words.startswith("Numbers that people said did not work, from ")
    assert "  day-line (Day line): 15\n" in words
    assert "gone" not in words
    assert (row["kind"], row["id"], row["state"]) == ("service", "day-line", "did not work: 15")


def test_a_number_that_was_rung_since_is_not_due_for_not_having_worked(small: Path, tmp_path: Path) -> None:
    released(tmp_path / "state", Release("2026-W47", 10, 1, {Cell("number-failed", "day-line"): 15}))
    file = small / "guidance/services/day-line.yaml"
    assured = "assured: {on: 2026-11-24, by: A. Example, how: rang it}\n"
    file.write_text(re.sub(r"(?m)^assured:.*\n(  .*\n)*", "", file.read_text("utf-8")) + assured, "utf-8")

    assert "did not work" not in signpost("due", "--on", "2026-11-25").output


def test_counts_that_cannot_be_read_are_said_and_the_rest_is_listed(small: Path, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/counts.db").write_bytes(b"no database" * 400)
    done = signpost("due", "--on", "2026-11-25")

    assert done.exit_code == 0
    assert done.output.startswith("Which numbers did not work is not known: ")
    assert "Due by 25 December 2026" in done.output


def test_a_call_list_is_no_calendar(small: Path) -> None:
    done = signpost("due", "--unconfirmed", "--format", "ics")

    assert done.exit_code == 2
    assert "a call list has no days" in done.output
