"""The admins' first page: five figures with their change, what was not found with its owner, and two periods."""

import csv
import io
from collections.abc import Mapping
from datetime import date

import pytest

from bot.core.count_cells import Cell
from bot.core.library import Library
from bot.counts.store import OTHER, Release
from bot.reports import formats
from bot.reports.dashboard import BY, compared, dashboard, feed
from bot.reports.released_counts import MADE_UP, Amount, Counts, read
from bot.reports.section import OTHERS, Report, Section, TableValue
from tests.made_up import week

TODAY = date(2026, 11, 25)


def page(library: Library, releases: list[Release], **asked: str) -> Report:
    """Return the page on some releases."""
    counts = Counts(tuple(releases))
    return dashboard(counts, library, TODAY, compared(counts, asked))


def section(report: Report, id: str) -> Section:
    """Return a section of a page."""
    (found,) = (each for each in report.sections if each.id == id)
    return found


def rows(report: Report, id: str) -> Mapping[str, tuple[TableValue, ...]]:
    """Return the rows of a section by the name of each, without it."""
    return {str(name): tuple(more) for name, *more in section(report, id).rows}


def eight(**own: Mapping[int, int]) -> list[Release]:
    """Return the releases of eight weeks; each cell has a number for each week that it is shown in."""
    return [week(n, **{cell: shown[n] for cell, shown in own.items() if n in shown}) for n in range(40, 48)]


BEFORE, NOW = range(40, 44), range(44, 48)


def test_there_are_five_figures_each_with_its_change_against_the_period_before(library: Library) -> None:
    numbers = dict.fromkeys(BEFORE, 20) | dict.fromkeys(NOW, 25)
    own = {"question__answer": numbers, "question__suggestions": numbers, "question__not_dash_covered": numbers}
    found = rows(page(library, eight(**own, helped__disclosure=numbers, started__just_dash_told=numbers)), "figures")

    assert found == {
        "Questions": (Amount(300), Amount(240), "60 more (25%)", ""),
        "Answered at once": (Amount(100), Amount(80), "20 more (25%)", ""),
        "Not covered": (Amount(100), Amount(80), "20 more (25%)", ""),
        "“This helped”": (Amount(100), Amount(80), "20 more (25%)", ""),
        "Flows started": (Amount(100), Amount(80), "20 more (25%)", ""),
    }


def test_a_figure_that_may_not_be_shown_says_why(library: Library) -> None:
    shown = eight(question__answer=dict.fromkeys([*BEFORE, *NOW], 15), helped__disclosure=dict.fromkeys(BEFORE, 10))
    found = rows(page(library, shown), "figures")

    assert found["Answered at once"][2:] == ("no change", "")
    assert found["“This helped”"] == (
        "–",
        Amount(40),
        "–",
        "Fewer than 10 people did so in each week of this period, so it may not be shown.",
    )
    assert found["Not covered"][:3] == ("–", "–", "–")


def test_no_change_is_told_that_hidden_numbers_could_make(library: Library) -> None:
    shown = eight(question__answer=dict.fromkeys([40, 41, *NOW], 15))
    found = rows(page(library, shown), "figures")["Answered at once"]

    assert found == (
        Amount(60),
        Amount(30),
        "–",
        "The change is not shown, because different numbers are hidden in the two periods (4 and 2 are released).",
    )


def test_without_a_period_before_the_figures_say_so(library: Library) -> None:
    shown = [week(n, question__answer=15) for n in NOW]

    assert rows(page(library, shown), "figures")["Answered at once"] == (
        Amount(60),
        "–",
        "–",
        "No week of the other period is released.",
    )


def test_any_two_periods_of_a_length_stand_side_by_side(library: Library) -> None:
    shown = [week(n, role__health=n) for n in range(10, 48)]
    report = page(library, shown, weeks="4", to="2026-W20", against="2026-W47", by="role")
    (found,) = section(report, "side-by-side").rows

    assert section(report, "side-by-side").header == (
        "Job",
        "4 weeks to 17 May 2026",
        "4 weeks to 22 November 2026",
        "Change",
    )
    assert found == ("Health", Amount(17 + 18 + 19 + 20), Amount(44 + 45 + 46 + 47), "108 fewer (59%)")


@pytest.mark.parametrize("asked", [{}, {"weeks": "5", "to": "2026-W99", "against": "'; --", "by": "word"}])
def test_what_is_not_offered_is_the_last_four_weeks_beside_the_four_before(asked: dict[str, str]) -> None:
    found = compared(Counts(tuple(eight())), asked)

    assert found is not None
    assert (found.weeks[0], found.weeks[-1], found.before[-1], found.by) == (
        "2026-W44",
        "2026-W47",
        "2026-W43",
        "entry",
    )


def test_regions_are_sums_of_the_councils_that_are_shown(library: Library) -> None:
    glasgow, other = "S12000049", Cell("council", OTHER)
    region = library.areas.regions[library.areas.councils[glasgow].region]
    shown = [Release(f"2026-W{n}", 10, 1, {Cell("council", glasgow): 15, other: 30}) for n in NOW]
    found = rows(page(library, shown, by="region"), "side-by-side")

    assert found == {region: (Amount(60), "–", "–"), OTHERS: (Amount(120), "–", "–")}
    assert [*found] == [region, OTHERS], "all that are too few come last"


def test_numbers_over_time_are_those_of_periods_one_after_another(library: Library) -> None:
    shown = [week(n, entry__disclosure=n) for n in range(36, 48) if n != 41]
    report = page(library, shown)
    (found,) = section(report, "over-time").rows

    assert section(report, "over-time").header[1:] == (
        "4 weeks to 22 November 2026",
        "4 weeks to 25 October 2026",
        "4 weeks to 27 September 2026",
    )
    assert found[1:] == (Amount(44 + 45 + 46 + 47), Amount(40 + 42 + 43), Amount(36 + 37 + 38 + 39))


def test_a_number_that_stops_somewhere_has_no_change(library: Library) -> None:
    blocks = [Release(f"2026-B{n}", 10, 1, {Cell("entry", "disclosure"): 25}, most=25) for n in (10, 11)]
    found = rows(page(library, [*eight(), *blocks]), "side-by-side")

    assert [*found.values()] == [(Amount(25, or_more=True), Amount(25, or_more=True), "–")]


def test_what_was_not_found_has_the_owner_of_what_is_nearest_to_it(library: Library) -> None:
    entry = next(iter(library.entries.values()))
    word = next(w for w in " ".join(entry.asked).lower().split() if w.isalpha() and len(w) > 8)
    cells = {Cell("lack", "housing"): 20, Cell("not-mine", entry.id): 10}
    words = Release("2026-B11", 10, 1, {Cell("word", word): 15})
    found = rows(page(library, [*(Release(f"2026-W{n}", 10, 1, cells) for n in NOW), words]), "not-found")

    assert found["Housing"] == (Amount(80), "–", "–", "pressed “not covered” about it", "housing lead")
    assert found[entry.title][-1] == entry.owner
    assert found[word][0] == Amount(15)
    assert found[word][-1] in {each.owner for each in library.entries.values()}


def test_if_nothing_was_missed_enough_the_page_says_so(library: Library) -> None:
    found = section(page(library, eight(question__answer={47: 15})), "not-found")

    assert "Nothing in these periods is large enough" in found.text


@pytest.mark.parametrize(
    ("counts", "why"),
    [
        (Counts(trouble="off"), "Nothing is counted here"),
        (Counts(trouble="none"), "Nothing has been counted here yet"),
        (Counts((week(47),)), "not enough people did the same thing"),
        (Counts(trouble="DatabaseError"), "cannot be read now"),
    ],
)
def test_a_page_without_numbers_says_why(library: Library, counts: Counts, why: str) -> None:
    made = dashboard(counts, library, TODAY, compared(counts, {}))

    assert why in " ".join(made.about)
    assert made.sections == ()


@pytest.mark.parametrize("by", BY)
def test_every_number_is_one_that_is_released_or_a_sum_of_such(library: Library, demo: str, by: str) -> None:
    counts = read(demo)
    report = dashboard(counts, library, TODAY, compared(counts, {"by": by, "weeks": "13"}))
    numbers = [
        value.number for each in report.sections for row in each.rows for value in row if isinstance(value, Amount)
    ]

    assert report.made_up
    assert len(numbers) > 50
    assert {number % 5 for number in numbers} == {0}
    assert min(numbers) >= 10


def test_the_table_opens_in_a_spreadsheet_without_a_formula(library: Library) -> None:
    shown = [Release(f"2026-W{n}", 10, 1, {Cell("entry", "=1+1"): 15}) for n in NOW]
    read_back = list(csv.reader(io.StringIO(formats.table(page(library, shown)))))

    assert not any(cell.startswith(("=", "+", "-", "@")) for row in read_back for cell in row)
    assert any(cell.startswith("'=1+1") for row in read_back for cell in row)


def test_the_feed_has_each_released_number_by_itself_with_its_name(library: Library) -> None:
    cells = {Cell("role", "health"): 25, MADE_UP: 0}
    block = Release("2026-B11", 10, 1, {Cell("entry", "gone"): 20}, most=20)
    counts = Counts((*(Release(f"2026-W{n}", 10, 1, cells) for n in NOW), block))
    made = feed(counts, library, TODAY, compared(counts, {}))
    rows_made = made["rows"]
    assert isinstance(rows_made, list)
    *weeks, last = rows_made

    assert made["made_up"] is True
    assert len(weeks) == 4
    assert weeks[0] == {
        "span": "week",
        "from": "2026-10-26",
        "to": "2026-11-01",
        "kind": "role",
        "id": "health",
        "name": "Health",
        "people": 25,
        "or_more": False,
    }
    assert (last["span"], last["name"], last["or_more"]) == ("block", "gone (no longer in the content)", True)
