"""The learning report: one printed page on a quarter, of released numbers and the coverage table alone."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.core.count_cells import Cell
from bot.core.library import Library
from bot.counts.store import OTHER
from bot.editor.coverage import SPOKEN, cell
from bot.editor.learning_report import before, learning
from bot.reports.formats import sheet
from bot.reports.released_counts import Counts, read
from bot.reports.section import Report, Section
from tests.made_up import week
from tests.small_content import small_content

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module", name="quarter")
def _quarter(demo: str, library: Library) -> Report:
    made = learning(read(demo), library, "2026-Q3", TODAY)
    assert made is not None
    return made


def part(made: Report, id: str) -> Section:
    return next(section for section in made.sections if section.id == id)


def test_it_tells_what_was_needed_by_sector_and_area_what_is_missing_and_what_changed(quarter: Report) -> None:
    assert [section.id for section in quarter.sections] == [
        "most-entry",
        "themes",
        "most-role",
        "most-council",
        "missing",
        "unreached",
        "unconfirmed",
        "changed",
    ]
    assert all(section.rows and len(section.rows) <= 6 for section in quarter.sections)
    assert quarter.made_up


def test_where_no_service_reached_them_is_what_the_coverage_table_says(quarter: Report, library: Library) -> None:
    ids = {name: id for id, name in library.vocabulary.needs.items()}
    rows = part(quarter, "unreached").rows

    assert rows
    for need, areas, such_as in rows:
        without = [gss for gss in library.areas.councils if cell(library, gss, ids[str(need)]).best not in SPOKEN]
        assert str(areas) == f"{len(without)} of 32"
        assert {library.areas.councils[gss].name for gss in without} >= set(re.split(r"(?<=\w), ", str(such_as))[:2])


def test_contacts_that_nobody_confirmed_are_counted_and_named(quarter: Report, library: Library) -> None:
    found = part(quarter, "unconfirmed")
    names = {service.name for service in library.services.values() if service.assured is None}

    assert {str(row[0]) for row in found.rows} <= names
    assert f"{len(names)} have contacts" in found.text


def test_only_the_numbers_of_its_own_thirteen_weeks_are_in_it(library: Library) -> None:
    entries = list(library.entries)[:2]
    counts = Counts(
        (
            week(26, **{f"entry__{entries[0]}": 500}),
            week(27, **{f"entry__{entries[0]}": 10, f"entry__{OTHER}": 30}),
            week(39, **{f"entry__{entries[0]}": 15}),
            week(40, **{f"entry__{entries[1]}": 700}),
        )
    )
    made = learning(counts, library, "2026-Q3", TODAY)

    assert made is not None
    assert [(str(name), str(number)) for name, number in part(made, "most-entry").rows] == [
        (library.entries[entries[0]].title, "25")
    ]
    assert [str(value) for value in part(made, "changed").rows[2][1:]] == ["500", "25"]


def test_the_first_quarter_has_nothing_to_be_held_against(library: Library) -> None:
    made = learning(Counts((week(30, question__answer=20),)), library, "2026-Q3", TODAY)

    assert made is not None
    assert part(made, "changed").text == "Nothing has been released for the quarter before."
    assert not part(made, "most-role").rows
    assert "Too few to show any" in part(made, "most-role").text


def test_a_quarter_of_which_nothing_is_released_has_no_report(library: Library) -> None:
    assert learning(Counts((week(30),)), library, "2025-Q3", TODAY) is None
    assert before("2026-Q1") == "2025-Q4"
    with pytest.raises(ValueError, match="2026-W01"):
        learning(Counts(), library, "2026-W01", TODAY)


def test_the_command_writes_it_and_says_why_there_is_none(
    demo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_CONTENT", str(small_content(tmp_path / "content")))
    out = tmp_path / "learning.html"
    done = CliRunner().invoke(main, ["learning", "--database", demo, "--format", "html", "--to", str(out)])
    monkeypatch.setenv("SIGNPOST_STATE", str(tmp_path / "state"))
    none = CliRunner().invoke(main, ["learning"])
    wrong = CliRunner().invoke(main, ["learning", "--database", demo, "--quarter", "autumn"])

    assert done.exit_code == 0, done.output
    assert "What Signpost learned in 2026-Q4" in out.read_text("utf-8")
    assert (none.exit_code, wrong.exit_code) == (2, 2)
    assert "Nothing has been counted here yet" in none.output
    assert "it must be a quarter such as 2026-Q4" in wrong.output


@pytest.mark.soak
def test_it_is_printed_on_one_page_and_a_checker_of_access_finds_no_fault(quarter: Report, tmp_path: Path) -> None:
    sync = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip(f"{chromium} is not there: apt-get install chromium")
    (tmp_path / "learning.html").write_text(sheet(quarter), "utf-8")
    with sync.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto((tmp_path / "learning.html").as_uri())
        printed = page.pdf(prefer_css_page_size=True)
        found = axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]})
        browser.close()

    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert [violation["id"] for violation in found.response["violations"]] == []


def test_what_a_cell_is_called_is_taken_from_the_content(quarter: Report, library: Library) -> None:
    titles = {entry.title for entry in library.entries.values()}

    assert {str(row[0]) for row in part(quarter, "most-entry").rows} <= titles
    assert Cell("role", OTHER).id not in {str(row[0]) for row in part(quarter, "most-role").rows}
