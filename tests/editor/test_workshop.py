"""The workshop: each row says what to do and where, the most urgent first, on one page that needs nothing else."""

import re
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.content.load_in_process import find_content
from bot.content.loader import read
from bot.core.library import Library
from bot.editor.confusions import FOLDS, HeldOutPhrasing
from bot.editor.workshop import SHOWN, page, sections, starting_point
from bot.editor.workshop.tasks import FIRST, LATER, NOW, SOON, Task, TaskSection, couples, model_phrasing
from bot.encoder import ready
from bot.encoder.vectors import with_known_vectors
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from tests.guides import HEARING
from tests.machine_speed import Stopwatch
from tests.small_content import change, small_content

TODAY, LONG_AFTER = date(2026, 11, 25), date(2027, 6, 1)
BED, DANGER = "guidance/home-life/bed-tonight.yaml", "guidance/safety/in-danger.yaml"
LINE = "guidance/services/day-line.yaml"
CHROMIUM = Path("/usr/bin/chromium")
LAPSED = (
    "sign_off:\n  - {by: A. Person, role: specialist-service, body: A Centre, on: 2026-11-01, text: " + "0" * 64 + "}"
)


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


def of(folder: Path, on: date = TODAY) -> dict[str, TaskSection]:
    """Return the sections of a folder by their ids."""
    draft, faults = read(folder)
    assert faults == []
    return {section.id: section for section in sections(draft, on, HEARING.matching, None)}


def line_of(folder: Path, file: str, words: str) -> str:
    """Return the file and the line of some words."""
    lines = (folder / file).read_text("utf-8").splitlines()
    return f"{file}:{next(number for number, line in enumerate(lines, 1) if words in line)}"


def add(folder: Path, file: str, like: str, *changes: tuple[str, str]) -> None:
    """Add a file like another, with some words changed."""
    shutil.copy(folder / like, folder / file)
    for old, new in changes:
        change(folder, file, old, new)


def test_a_fact_that_ran_out_is_for_now_and_names_what_shows_it(small: Path) -> None:
    (row,) = of(small, LONG_AFTER)["facts"].tasks

    assert row.rank == NOW
    assert row.what == "“7 days” (window) expired on 25 May 2027. It is shown in in-danger, find-help."
    assert row.do.startswith("Open https://www.example.scot/window and compare.")
    assert row.where == line_of(small, "guidance/facts.yaml", "expires:")


def test_a_fact_is_seen_a_season_before_it_runs_out_and_not_a_year(small: Path) -> None:
    assert [row.rank for row in of(small, date(2027, 5, 1))["facts"].tasks] == [SOON]
    assert [row.rank for row in of(small, date(2027, 2, 1))["facts"].tasks] == [LATER]
    assert of(small)["facts"].tasks == ()


def test_what_should_have_been_read_by_now_says_how(small: Path) -> None:
    rows = {row.what.partition(" (")[0]: row for row in of(small, LONG_AFTER)["reviews"].tasks}

    assert rows["She is in danger now"].rank == NOW
    assert "signpost reviewed in-danger" in rows["She is in danger now"].do
    assert rows["She is in danger now"].where == line_of(small, DANGER, "reviewed:")
    assert "under assured" in rows["Night team"].do
    assert of(small)["reviews"].tasks == ()


def test_a_line_that_an_urgent_entry_names_and_nobody_confirmed_is_rung_first(small: Path) -> None:
    (row,) = of(small)["contacts"].tasks

    assert row.rank == FIRST
    assert row.do.startswith("Ring 0131 496 0000; open https://www.example.scot/day-line.")
    assert row.where == line_of(small, LINE, "assured:")


def test_nobody_is_told_to_ring_999(small: Path) -> None:
    for file in (LINE, "guidance/crisis.yaml"):
        change(small, file, "0131 496 0000", "999")

    assert of(small)["contacts"].tasks[0].do.startswith("Do not ring 999: look it up on the police's website;")


def test_a_service_without_a_way_to_reach_it_is_looked_for(small: Path) -> None:
    change(small, "guidance/services/night-team.yaml", "assured: {on: 2026-11-20, by: A. Person, how: by phone}", "")

    night = next(row for row in of(small)["contacts"].tasks if row.what.startswith("Night team"))
    assert night.do.startswith("Find a number or a page: none is recorded.")


def test_words_that_changed_after_somebody_agreed_and_drafts_are_listed(small: Path) -> None:
    change(small, DANGER, "sign_off: []", LAPSED)
    new = "guidance/home-life/bed-soon.yaml"
    add(small, new, BED, ("tonight\n", "soon\nstatus: draft\n"), ("bed for tonight\n", "bed for next week\n"))

    lapsed, draft = of(small)["agreed"].tasks
    assert "changed since A. Person, A Centre, signed it off on 1 November 2026" in lapsed.what
    assert (lapsed.rank, lapsed.where) == (FIRST, line_of(small, DANGER, "sign_off:"))
    assert draft.what.startswith("She needs a bed soon (bed-soon) is a draft.")
    assert (draft.rank, draft.where) == (LATER, line_of(small, new, "status:"))


def test_a_need_that_nobody_answers_names_the_councils_and_the_people(small: Path) -> None:
    for_all = [row for row in of(small)["gaps"].tasks if ", for " not in row.what]
    change(small, LINE, "needs: [talk]", "needs: []")
    after = [row for row in of(small)["gaps"].tasks if ", for " not in row.what]

    (new,) = [row for row in after if row not in for_all]
    assert new.rank == SOON
    assert "nobody in every council" in new.what
    assert new.where == line_of(small, "guidance/vocabulary.yaml", "talk:")


def test_entries_are_coupled_whichever_is_taken_for_the_other() -> None:
    lost = [
        HeldOutPhrasing("a", "x", "y", 2),
        HeldOutPhrasing("b", "y", "x", 2),
        HeldOutPhrasing("c", "x", "z", 2),
        HeldOutPhrasing("d", "x", "x", 1),
    ]

    made = couples(lost)

    assert [(couple.one, couple.other, len(couple.lost)) for couple in made] == [("x", "y", 2), ("x", "z", 1)]


def test_the_phrasing_held_up_finds_its_entry_without_help_and_holds_words_of_its_own(library: Library) -> None:
    one, other = "sex-for-rent", "debt-and-loans"
    rent = [text for text in library.entries[one].phrasings if "rent" in text]
    asked = [
        HeldOutPhrasing(rent[0], one, other, 2),
        HeldOutPhrasing(rent[1], one, one, 1),
        HeldOutPhrasing("no such words", one, one, 1),
    ]

    assert model_phrasing(library, one, other, asked) == rent[1]
    assert model_phrasing(library, one, other, asked[:1]) == ""


def test_two_entries_taken_for_one_another_are_shown_with_the_lines_of_their_phrasings(small: Path) -> None:
    change(small, DANGER, "  - he is at the door\n", "  - he is at the door\n  - she has no bed for tonight at all\n")

    (row,) = of(small)["apart"].tasks
    assert "“She is in danger now” (in-danger) and “She needs a bed tonight” (bed-tonight)" in row.what
    assert "The content already asks: Is it this: She needs a bed tonight?" in row.do
    lost = ("she has no bed for tonight at all", line_of(small, DANGER, "no bed for tonight"))
    assert lost in row.words


def test_the_contents_own_phrasings_need_no_new_vectors(library: Library) -> None:
    made: list[str] = []

    def content(texts: Sequence[str]) -> Numbers:
        return np.ones((len(texts), 3), np.float32)

    def message(texts: Sequence[str]) -> Numbers:
        made.extend(texts)
        return np.zeros((len(texts), 3), np.float32)

    encoder = with_known_vectors(Encoder(message=message, content=content), library)

    assert encoder.message([library.entries["sex-for-rent"].phrasings[0]]).sum() == 3
    assert made == []
    assert encoder.message(["something else", "something else"]).sum() == 0
    assert made == ["something else"]


def test_an_entry_with_few_phrasings_is_thin(small: Path) -> None:
    change(small, DANGER, "  - he is at the door\n", "".join(f"  - he is at door {n}\n" for n in "abcdefgh"))

    (row,) = of(small)["thin"].tasks
    assert row.what == "She needs a bed tonight (bed-tonight): 1 phrasing."
    assert row.where == line_of(small, BED, "phrasings:")


def test_an_entry_that_no_button_leads_to_is_named_with_who_may_lead_there(small: Path) -> None:
    assert of(small)["unreached"].tasks == ()
    change(small, DANGER, "related: [bed-tonight]\n", "")
    change(small, DANGER, "not_this_one:\n  - {when: She needs a bed tonight, see: bed-tonight}\n", "")

    (row,) = of(small)["unreached"].tasks
    assert row.what == "She needs a bed tonight (bed-tonight)"
    assert row.where == line_of(small, BED, "title:")


def test_a_service_a_fact_and_a_need_that_nothing_uses_are_named(small: Path) -> None:
    add(
        small,
        "guidance/services/old-line.yaml",
        LINE,
        ("Day line", "Old line"),
        ("[talk]", "[]"),
        ("496 0000", "496 0001"),
    )
    change(small, DANGER, "within {fact:window}", "soon")
    change(small, "flows/find-help.yaml", "in {fact:window}", "soon")

    whats = [row.what for row in of(small)["unused"].tasks]
    assert "Nothing names Old line (old-line), and it answers no need." in whats
    assert "Nothing quotes the fact window (“7 days”)." in whats
    assert not any("Day line" in what for what in whats)


def test_the_longest_words_and_sentences_say_where_they_stand(small: Path) -> None:
    long = "Ask her, whenever there is a quiet moment and nobody is near, whether she would like some company tonight."
    change(small, DANGER, "  - Tell a colleague.", f"  - {long}\n  - Compartmentalisation.")

    rows = {row.what: row.where for row in of(small)["words"].tasks}
    assert rows[f"A sentence of {len(long.split())} words: “{long}”"] == line_of(small, DANGER, "Ask her, whenever")
    assert len([what for what in rows if what.startswith("A sentence of")]) == 12


def test_the_kind_with_the_most_urgent_row_stands_first_and_what_is_empty_last(small: Path) -> None:
    ranks = [section.tasks[0].rank if section.tasks else LATER + 1 for section in of(small).values()]

    assert ranks == sorted(ranks)
    assert (ranks[0], ranks[-1]) == (FIRST, LATER + 1)


def test_the_two_hours_go_to_what_is_most_urgent_and_to_no_more_than_fits() -> None:
    def made(id: str, *ranks: int) -> TaskSection:
        return TaskSection(id, id, "", tuple(Task(rank, f"{id}{rank}", "", "f:1") for rank in ranks), f"Do {id}", 2)

    first = starting_point([made("a", LATER), made("b"), made("c", FIRST, FIRST, SOON), made("d", FIRST)])

    assert first is not None
    assert (first.section.id, [row.what for row in first.tasks]) == ("c", ["c1", "c1"])
    assert starting_point([made("a"), made("b")]) is None


def test_the_page_needs_nothing_else_folds_what_is_many_and_is_the_same_each_time(small: Path) -> None:
    draft, _ = read(small)
    found = sections(draft, LONG_AFTER, HEARING.matching, None)
    written = page(found, LONG_AFTER)

    assert written == page(sections(draft, LONG_AFTER, HEARING.matching, None), LONG_AFTER)
    assert re.findall(r"<script|<link|<img|src=|url\(|@import", written) == []
    assert all(href.startswith("#") for href in re.findall(r'href="([^"]*)"', written))
    assert all(row.where in written for section in found for row in section.tasks)
    many = next(section for section in found if len(section.tasks) > SHOWN)
    assert f"<summary>{len(many.tasks) - SHOWN} more</summary>" in written


def test_an_editor_is_told_where_to_begin_and_a_fault_stops_her(small: Path, tmp_path: Path) -> None:
    out = tmp_path / "next.html"
    asked = ["workshop", str(out), "--on", "2026-11-25"]
    env = {"SIGNPOST_CONTENT": str(small), "SIGNPOST_ENCODER": "no"}

    done = CliRunner().invoke(main, asked, env=env)
    assert done.exit_code == 0, done.output
    assert "Your next two hours: confirm these contacts by phone." in done.output
    assert line_of(small, LINE, "assured:") in done.output
    assert "What the content needs next" in out.read_text("utf-8")

    change(small, DANGER, "urgency: emergency", "urgency: soonish")
    refused = CliRunner().invoke(main, asked, env=env)
    assert refused.exit_code == 2
    assert f"{DANGER}:2" in refused.output


def test_a_terminal_shows_how_far_the_workshop_has_got(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("click.testing._NamedTextIOWrapper.isatty", lambda stream: True)
    env = {"SIGNPOST_CONTENT": str(small), "SIGNPOST_ENCODER": "no"}
    done = CliRunner().invoke(main, ["workshop", str(tmp_path / "next.html")], env=env)

    assert f"{FOLDS - 1} of {FOLDS} folds of phrasings" in done.stderr
    assert "folds" not in done.stdout


@pytest.mark.soak
@pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium")
def test_the_page_is_clean_under_axe_in_light_and_dark_and_fits_320_pixels(small: Path, tmp_path: Path) -> None:
    change(small, DANGER, "  - he is at the door\n", "  - he is at the door\n  - she has no bed for tonight at all\n")
    draft, _ = read(small)
    out = tmp_path / "workshop.html"
    out.write_text(page(sections(draft, LONG_AFTER, HEARING.matching, None), LONG_AFTER), "utf-8")

    assert faults_in_the_browser(out) == []


def faults_in_the_browser(out: Path) -> list[str]:
    """Return what is wrong with a page for somebody, in light and dark, narrow and wide."""
    pytest.importorskip("axe_playwright_python", reason="axe is not installed: the page is not tested in a browser")
    from playwright.sync_api import sync_playwright

    from tests.channels.web.test_page_browser import NARROW, TOO_WIDE, WIDE, violations

    wrong: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        shown = browser.new_page()
        shown.on("console", lambda message: wrong.append(message.text))
        for size, scheme in ((NARROW, "light"), (WIDE, "dark")):
            shown.set_viewport_size(size)  # type: ignore[arg-type]
            shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            shown.goto(out.as_uri())
            wrong += violations(shown) + shown.evaluate(TOO_WIDE)
        browser.close()
    return wrong


@pytest.mark.alone
@pytest.mark.usefixtures("built_anew")
def test_the_workshop_of_the_real_content_is_made_in_time_and_every_row_leads_to_a_line_that_is_there(
    tmp_path: Path,
) -> None:
    folder = find_content()
    with Stopwatch() as watch:
        draft, _ = read(folder)
        found = sections(draft, TODAY, HEARING.matching, ready()[0])
        written = page(found, TODAY)
    assert watch.seconds < 30  # it takes 21 of processor time with nothing beside it, and up to 36 with three tests

    lines = {file: (folder / file).read_text("utf-8").count("\n") for file in draft.files.values()}
    places = [row.where for section in found for row in section.tasks]
    places += [place for section in found for row in section.tasks for _, place in row.words]
    assert [place for place in places if int(place.rpartition(":")[2]) > lines[place.rpartition(":")[0]]] == []
    assert [len(section.tasks) for section in found if section.id == "apart"] == [20]

    out = tmp_path / "workshop.html"
    out.write_text(written, "utf-8")
    assert faults_in_the_browser(out) == []
