"""What admins see: sums of released numbers, a picture and a table of each, and why there is nothing."""

import csv
import io
import json
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.core.count_cells import Cell, cells
from bot.core.library import Library
from bot.counts.release import table as exported
from bot.counts.store import OTHER, Count, Release, opened
from bot.reports import flows, formats
from bot.reports.formats import page, policy, report
from bot.reports.pictures import TILES, NoPictures, png
from bot.reports.released_counts import MADE_UP, Amount, Counts, Reader, figures, read, within
from bot.reports.section import Report, Section
from tests.machine_speed import least_seconds
from tests.made_up import made_up, week, written
from tests.small_content import small_content

TODAY = date(2026, 11, 25)
A_YEAR = 0.3  # seconds that the page of a year may take, of processor time


@pytest.fixture(scope="module", name="counts")
def _counts(demo: str) -> Counts:
    return read(demo)


@pytest.fixture(scope="module", name="year")
def _year(counts: Counts, library: Library) -> Report:
    return report(counts, library, TODAY)


def run(*arguments: str) -> str:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def told(made: Report) -> str:
    return " ".join(made.about)


class Reading(HTMLParser):
    """Reads a page: its elements, the ids, the links, and which tables have a caption."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        found = dict(attributes)
        self.tags.append(tag)
        self.ids += [found["id"]] if found.get("id") else []
        self.addresses += [str(found[name]) for name in ("href", "src", "action", "data") if found.get(name)]


def test_a_sum_is_of_what_is_shown_in_weeks_blocks_and_quarters() -> None:
    block = Release("2026-B11", 10, 1, {Cell("entry", "a"): 20, Cell("entry", "b"): 25}, most=25)
    found = figures([week(44, entry__c=10), week(45, entry__c=15), week(46), week(47), block])

    assert found is not None
    assert found.of("entry", "c") == Amount(25)
    assert found.of("entry", "a") == Amount(20)
    assert str(found.of("entry", "b")) == "25 or more"
    assert str(found.total("entry")) == "70 or more"


def test_what_lies_partly_outside_of_the_weeks_asked_for_is_left_out() -> None:
    block = Release("2026-B11", 10, 1, {Cell("entry", "a"): 20})
    known = [week(43), week(44, entry__c=10), week(45, entry__c=15), week(46), week(47), block]

    two, five = figures(known, 2), figures(known, 5)

    assert two is not None
    assert five is not None
    assert (two.weeks, two.cells) == (("2026-W46", "2026-W47"), {})
    assert five.of("entry", "a") == Amount(20)
    assert within(known, ["2026-W45"]) is not None
    assert within(known, ["2025-W45"]) is None


def test_a_week_in_which_nothing_was_released_is_a_gap_and_no_nought() -> None:
    found = figures([week(45, question__answer=10), week(47, question__answer=15)])

    assert found is not None
    assert found.weeks == ("2026-W45", "2026-W46", "2026-W47")
    assert set(found.by_week("question")) == {"2026-W45", "2026-W47"}


def test_every_number_of_the_report_is_one_of_the_exported_table_or_a_sum_of_such(
    counts: Counts, library: Library
) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(exported(counts.releases)))))
    found = figures(counts.releases, 0)

    assert found is not None
    for cell in found.cells:
        own = [int(row["people"]) for row in rows if (row["kind"], row["id"]) == (cell.kind, cell.id)]
        assert found.cells[cell].number == sum(own)
    assert len(found.cells) > 100


def test_the_report_reads_nothing_but_what_is_released(library: Library, tmp_path: Path) -> None:
    where = written(tmp_path / "counts.db", [week(46, entry__disclosure=20)])
    store = opened(where)
    store.prepare({"2026-W48": list(cells(library))})
    entry = next(iter(library.entries))
    store.add([Count(Cell("entry", entry), ("2026-W48",))] * 37)
    store.close()

    made = formats.programs(report(read(where), library, TODAY))

    assert "37" not in re.findall(r'"number": (\d+)', made)
    assert "20" in re.findall(r'"number": (\d+)', made)


def test_the_page_needs_nothing_but_itself_and_has_no_script(year: Report) -> None:
    html = page(year)
    found = Reading(html)

    assert {"script", "img", "link", "iframe", "object"}.isdisjoint(found.tags)
    assert all(address.startswith("#") for address in found.addresses)
    assert {address[1:] for address in found.addresses} <= set(found.ids)
    assert len(found.ids) == len(set(found.ids))
    assert " style=" not in html
    assert "url(" not in html
    assert "unsafe" not in policy()


def test_every_picture_has_a_table_of_the_same_numbers_under_it(year: Report) -> None:
    pictured = [section for section in year.sections if section.picture]

    assert len(pictured) > 15
    for section in pictured:
        assert section.rows
        assert section.picture.startswith("<svg")
        assert 'aria-hidden="true"' in section.picture


def test_what_a_report_must_show_is_there(year: Report) -> None:
    found = {section.id: section for section in year.sections}

    for id in (
        "questions",
        "channels",
        "entries",
        "least-helpful",
        "missing",
        "kind-word",
        "flows",
        "councils",
        "health",
    ):
        assert found[id].text
    assert len(found["councils"].rows) >= 32
    assert any(id.startswith("flow-") for id in found)


def test_the_map_has_a_tile_for_each_council_and_no_two_in_one_place(library: Library) -> None:
    assert set(TILES) == set(library.areas.councils)
    assert len({(tile.column, tile.row) for tile in TILES.values()}) == len(TILES)
    for gss, tile in TILES.items():
        first = re.sub(r"[- ]", "", "".join(tile.lines)).casefold()
        assert first in re.sub(r"[- ]|City of ", "", library.areas.councils[gss].name).casefold()


def test_where_people_stopped_is_told_only_where_all_that_follows_is_shown(library: Library) -> None:
    drawn = flows.drawn_flows(library)["danger-now"]
    first, started = drawn.steps[0], Cell("started", "danger-now")
    following = drawn.after[first]
    all_shown = Release("2026-W46", 10, 1, {first: 60, started: 40, **dict.fromkeys(following, 30)})
    one_hidden = Release("2026-W47", 10, 1, {first: 150, started: 50, **dict.fromkeys(following[1:], 30)})
    start_hidden = Release("2026-W48", 10, 1, {first: 60, **dict.fromkeys(following, 30)})

    all_of_them, hidden = figures([all_shown, one_hidden, start_hidden]), figures([one_hidden, start_hidden])

    assert all_of_them is not None
    assert hidden is not None
    assert flows.reached(all_of_them, drawn)[first].amount == Amount(360)
    assert flows.reached(all_of_them, drawn)[first].stopped_text == f"about {100 - 30 * len(following)} or more of 100"
    assert flows.reached(hidden, drawn)[first].stopped_text == "not known"


def drawn_flows(shown: dict[Cell, int], library: Library) -> dict[str, Section]:
    found = report(Counts((Release("2026-W46", 10, 1, shown),)), library, TODAY)
    return {section.id: section for section in found.sections if section.id.startswith("flow")}


def test_a_start_to_which_another_flow_leads_counts_those_who_started_it_too(library: Library) -> None:
    first, *_ = flows.drawn_flows(library)["danger-now"].steps
    end = Cell("outcome", "danger-now.call-999")
    made = drawn_flows({Cell("started", "danger-now"): 40, first: 15, end: 10}, library)["flow-danger-now"]

    assert made.rows[0][3] == Amount(55)
    assert made.text.startswith("40 started it, and 15 came to its start from another flow.")


def test_a_flow_of_which_the_start_alone_is_shown_is_told_of_and_not_drawn(library: Library) -> None:
    made = drawn_flows({Cell("started", "nrpf"): 40}, library)

    assert [*made] == ["flows"]
    assert made["flows"].rows == (("No recourse to public funds", Amount(40), "–"),)
    assert "only the start is large enough to show are not drawn" in made["flows"].text


def test_where_nobody_can_be_told_to_have_stopped_there_is_no_column_for_it_and_the_page_says_why(
    library: Library,
) -> None:
    drawn = flows.drawn_flows(library)["under-18"]
    asks = Cell("step", "under-18.images-where")
    after = drawn.after[asks]
    none = drawn_flows({asks: 50}, library)
    some = drawn_flows({asks: 50, **dict.fromkeys(after, 20)}, library)

    assert none["flow-under-18"].header == ("Step", "What it is", "Comes after", "Reached it")
    assert "Where people stopped is not known: no week shows a step" in none["flow-under-18"].text
    assert "amber" not in none["flow-under-18"].text
    assert "for one step or more in 0 of the 1 flows drawn" in none["flows"].text
    told = dict(zip(drawn.steps, (row[4] for row in some["flow-under-18"].rows), strict=True))
    assert (told[asks], told[after[0]]) == ("about 30 or more of 50", "it ends here")
    assert "The amber edge is how many stopped there" in some["flow-under-18"].text
    assert "for one step or more in 1 of the 1 flows drawn" in some["flows"].text


def test_what_another_flow_goes_on_with_is_named_and_told_of_there(library: Library) -> None:
    cell = Cell("step", "danger-now.alone")
    made = drawn_flows({cell: 50, Cell("step", "adult-at-risk.age"): 10}, library)["flow-adult-at-risk"]

    assert [row[3] for row in made.rows if ". Someone is in danger right now: Can she talk" in str(row[0])] == [
        Amount(50)
    ]


def test_the_table_of_a_flow_says_what_comes_after_what_as_the_picture_does(year: Report, library: Library) -> None:
    made = next(section for section in year.sections if section.id == "flow-danger-now")
    drawn = flows.drawn_flows(library)["danger-now"]
    lines = [(before, row[0]) for row in made.rows[1:] for before in str(row[2]).split(", ")]

    assert made.rows[0][2] == "the start"
    assert len(set(lines)) == len(lines) == len(drawn.placed.ways)
    assert len({row[0] for row in made.rows}) == len(made.rows), "no two steps are called the same"
    assert all(f"{number}. " in made.picture for number in range(1, len(made.rows) + 1))


def test_a_number_that_stops_is_no_measure_of_where_people_stopped(library: Library) -> None:
    drawn = flows.drawn_flows(library)["danger-now"]
    first = drawn.steps[0]
    shown = {first: 25, **dict.fromkeys(drawn.after[first], 10)}

    found = figures([week(47), Release("2026-B11", 10, 1, shown, most=25)], 0)

    assert found is not None
    assert flows.reached(found, drawn)[first].amount == Amount(25, or_more=True)
    assert flows.reached(found, drawn)[first].stopped_text == "not known"


def test_the_first_step_of_a_flow_is_who_started_it_where_nothing_else_leads_there(library: Library) -> None:
    counted = cells(library)

    assert "danger-now" in library.flows
    for id, flow in library.flows.items():
        drawn = flows.drawn_flows(library)[id]
        first = drawn.steps[0]
        assert first in counted
        assert first in (Cell("started", id), Cell("step", f"{id}.{flow.start}"))
        assert drawn.after[first]
        assert {to for _, to in drawn.placed.ways} >= {cell.id for cell in drawn.steps if cell != first} - {first.id}


def test_what_is_no_longer_in_the_content_is_named_by_its_id(library: Library) -> None:
    found = [week(46, entry__gone=20, council__S12000049=10, entry__other=15), week(47)]
    found[1] = Release("2026-W47", 10, 1, {Cell("entry", OTHER): 35})

    made = formats.table(report(Counts(tuple(found)), library, TODAY))

    assert "gone (no longer in the content),Shown to,20" in made
    assert "Others, each too few to show" in made


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(trouble="off"), "SIGNPOST_DATABASE is none"),
        (Counts(trouble="none"), "Nothing has been counted here yet"),
        (Counts(trouble="database is locked"), "cannot be read now (database is locked)"),
        (Counts(), "Nothing has been counted here yet"),
        (Counts(begun=("2026-W48", "2026-B12")), "is shown from 30 November 2026 on"),
        (Counts(begun=("2026-W46",)), "The first week is over"),
        (Counts((week(46), week(47))), "2 weeks have closed"),
        (Counts((Release("2026-W47", 30, 3),)), "A number is shown from 30 people on"),
        (Counts((Release("2026-W47", 30, 3),)), "not restarted in the week"),
    ],
)
def test_where_nothing_can_be_shown_the_page_says_why_and_shows_no_noughts(
    counts: Counts, words: str, library: Library
) -> None:
    made = report(counts, library, TODAY)

    assert words in told(made)
    assert {section.id for section in made.sections} <= {"health", "overdue"}
    assert words in page(made).replace("&#39;", "'")


def test_a_raised_threshold_and_noise_are_stated_on_the_page(library: Library) -> None:
    shown = {Cell("question", "answer"): 40}
    plain = report(Counts((Release("2026-W46", 10, 1, shown),)), library, TODAY)
    raised = report(Counts((Release("2026-W46", 30, 3, shown, noise=1.0),)), library, TODAY)

    assert "at least 30 people" in told(raised)
    assert "restarted in a week" in told(raised)
    assert "an epsilon of 1." in told(raised)
    assert "restarted in a week" not in told(plain)
    assert "epsilon" not in told(plain)


def test_no_store_is_made_where_there_is_none(tmp_path: Path) -> None:
    assert read(str(tmp_path / "counts.db")).trouble == "none"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store_is_told_of_and_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "counts.db").write_bytes(b"not a database" * 100)

    assert read(str(tmp_path / "counts.db")).trouble


def test_the_counts_are_read_again_once_they_are_a_minute_old(tmp_path: Path) -> None:
    at = [0.0]
    where = written(tmp_path / "counts.db", [week(46)])
    reader = Reader(where, lambda: at[0])
    assert reader.last() is None
    before = reader.counts()
    written(tmp_path / "counts.db", [week(47)])

    assert reader.counts() is before
    at[0] = 61.0
    assert [each.period for each in reader.counts().releases] == ["2026-W46", "2026-W47"]


@pytest.mark.alone
def test_the_page_of_a_year_takes_less_than_a_third_of_a_second(demo: str, library: Library) -> None:
    page(report(read(demo), library, TODAY))  # once is enough

    assert least_seconds(lambda: page(report(read(demo), library, TODAY)), A_YEAR, time.process_time) < A_YEAR


def test_made_up_numbers_say_so_everywhere(demo: str, year: Report, library: Library, counts: Counts) -> None:
    words = "made up"

    assert words in page(year)
    assert words in "\n".join(formats.lines(year))
    assert words in formats.table(year)
    assert json.loads(formats.programs(year))["made_up"] is True
    assert words in formats.short(year, 5)[0]
    assert all(MADE_UP in release.shown for release in counts.releases)
    assert ",made-up,demonstration,0," in "".join(exported(counts.releases))


def test_so_small_a_team_that_nothing_is_shown_is_told_why(library: Library, tmp_path: Path) -> None:
    made = report(read(made_up(tmp_path / "few.db", library, people=3)), library, TODAY)

    assert made.made_up
    assert "52 weeks have closed" in told(made)
    assert "that is not a fault" in told(made)


def test_real_numbers_are_not_said_to_be_made_up(library: Library) -> None:
    made = report(Counts((week(46, question__answer=20),)), library, TODAY)

    assert not made.made_up
    assert "made up" not in page(made)


def test_made_up_numbers_are_never_put_among_others(tmp_path: Path) -> None:
    where = written(tmp_path / "counts.db", [week(46)])
    before = Path(where).read_bytes()

    done = CliRunner().invoke(main, ["demo-counts", where])

    assert done.exit_code == 2
    assert "made-up numbers are never added to others" in done.output
    assert Path(where).read_bytes() == before


def test_the_command_writes_a_report_to_the_screen_or_to_a_file(
    demo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_CONTENT", str(small_content(tmp_path / "content")))
    out = tmp_path / "stats.html"

    assert run("stats", "--database", demo, "--format", "csv", "--weeks", "4").startswith(",".join(formats.COLUMNS))
    assert run("stats", "--database", demo, "--format", "html", "--to", str(out)) == ""
    assert out.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("command", ["stats", "digest", "learning"])
def test_a_database_that_is_named_and_not_there_is_said_to_be_missing(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_CONTENT", str(small_content(tmp_path)))
    done = CliRunner().invoke(main, [command, "--database", str(tmp_path / "demo.db")])

    assert done.exit_code == 2
    assert "demo.db is not there." in done.output


def test_a_table_for_a_spreadsheet_begins_no_cell_like_a_formula(year: Report) -> None:
    rows = list(csv.reader(io.StringIO(formats.table(year))))

    assert {len(row) for row in rows} == {len(formats.COLUMNS)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_in_a_message_the_areas_most_chosen_come_first(year: Report) -> None:
    parts = formats.short(year, 4)
    said = next(part for part in parts if part.startswith("Council areas")).splitlines()[1:]
    numbers = [int(re.sub(r"\D", "", line.split("  ")[0])) for line in said if formats.OTHERS not in line]

    assert len(said) == 4
    assert numbers == sorted(numbers, reverse=True)


def test_a_picture_for_telegram_is_small_and_holds_the_page_in_short(year: Report) -> None:
    pytest.importorskip("PIL", reason="Pillow is not installed: there are bars of letters instead")
    from PIL import Image

    made = png(year)

    with Image.open(io.BytesIO(made)) as image:
        assert image.size[0] == 1200
    assert len(made) < 150_000


def test_without_pillow_the_picture_is_refused_in_one_line(
    year: Report, demo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_CONTENT", str(small_content(tmp_path)))
    monkeypatch.setitem(sys.modules, "PIL", None)

    with pytest.raises(NoPictures):
        png(year)
    done = CliRunner().invoke(main, ["stats", "--database", demo, "--format", "png"])
    assert done.exit_code == 2
    assert "signpost-bot[charts]" in done.output


@pytest.mark.parametrize(
    ("number", "most", "shown"), [(0, 8, ""), (8, 8, "████"), (4, 8, "██"), (1, 32, "▏"), (3, 0, "")]
)
def test_a_bar_of_letters_is_as_long_as_its_number(number: int, most: int, shown: str) -> None:
    assert formats.bar(number, most, 4) == shown


def few(made: Report) -> Iterator[Section]:
    """Shorten each part of a report to a few rows, and one flow: a checker reads every element many times."""
    drawn = 0
    for section in made.sections:
        drawn += section.id.startswith("flow-")
        if drawn < 2 or not section.id.startswith("flow-"):
            yield replace(section, rows=section.rows[:3])


def test_the_pictures_of_both_pages_are_there_and_small() -> None:
    folder = Path(__file__).parents[2] / "docs"
    named = [
        picture
        for page in ("stats.md", "page.md")
        for picture in re.findall(r"\]\((pictures/[a-z-]+\.png)\)", (folder / page).read_text("utf-8"))
    ]

    there = {f"pictures/{path.name}" for path in (folder / "pictures").glob("*.png")}
    assert sorted(named) == sorted(there - {"pictures/answer.png"})  # which the README shows
    assert all((folder / name).stat().st_size < 150_000 for name in named)


CHROMIUM = Path("/usr/bin/chromium")


@pytest.fixture(scope="module", name="shown")
def _shown(year: Report, tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"{CHROMIUM} is not there: apt-get install chromium")
    path = tmp_path_factory.mktemp("stats") / "stats.html"
    path.write_text(page(replace(year, sections=tuple(few(year)))), "utf-8")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        opened_page = browser.new_page(viewport={"width": 360, "height": 740})
        opened_page.goto(path.as_uri())
        yield opened_page
        browser.close()


@pytest.mark.soak
def test_the_page_has_no_fault_that_a_checker_of_access_finds(shown: object) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe
    found = axe().run(shown, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})

    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []


@pytest.mark.soak
def test_a_narrow_screen_does_not_scroll_the_page_sideways(shown: object) -> None:
    wide = shown.evaluate("[document.documentElement.scrollWidth, innerWidth]")  # type: ignore[attr-defined]  # a page

    assert wide[0] <= wide[1]
