"""Coverage of the real content: which council has an answer for which need and which person."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.core.library import Library
from bot.editor import coverage
from bot.editor.coverage import ANYONE, PEOPLE, CoverageLevel, cell, cells, how
from tests.command import signpost

TODAY = date(2026, 11, 25)
EAST_RENFREWSHIRE, MORAY, HIGHLAND, DUNDEE, GLASGOW = "S12000011", "S12000020", "S12000017", "S12000042", "S12000049"


def only(library: Library, *services: str) -> Library:
    """Return the library with these services alone."""
    return replace(library, services={id: library.services[id] for id in services})


def only_national(library: Library) -> Library:
    """Return the library without the homelessness service of East Renfrewshire, which then only has a national line."""
    services = {id: found for id, found in library.services.items() if id != "homeless-east-renfrewshire"}
    return replace(library, services=services)


def read(table: str) -> list[dict[str, str]]:
    """Read a table back, as a spreadsheet would."""
    return list(csv.DictReader(io.StringIO(table), strict=True))


@pytest.fixture(scope="module", name="needs")
def _needs(library: Library) -> tuple[str, ...]:
    return tuple(library.vocabulary.needs)


def test_every_council_has_an_answer_for_every_need_and_every_kind_of_person(
    library: Library, needs: Sequence[str]
) -> None:
    rows = read(coverage.table(library, needs, TODAY))

    assert len(rows) == 32 * len(needs) * (1 + len(PEOPLE))
    assert len({(row["gss"], row["person"], row["need"]) for row in rows}) == len(rows)
    assert [row for row in rows if not all(row.values())] == []


def test_the_table_names_only_services_that_are_in_the_directory(library: Library, needs: Sequence[str]) -> None:
    rows = read(coverage.table(library, needs, TODAY))
    named = {id for row in rows for id in f"{row['services']} {row['others']}".split()} - {"none"}

    assert named <= set(library.services)


@pytest.mark.parametrize(
    ("area", "need", "answer"),
    [
        (DUNDEE, "specialist", CoverageLevel.IN_PERSON),
        (HIGHLAND, "somewhere-tonight", CoverageLevel.PHONE),
        (EAST_RENFREWSHIRE, "somewhere-tonight", CoverageLevel.LINE),
        (MORAY, "specialist", CoverageLevel.PAGE),
    ],
)
def test_a_cell_says_how_the_need_is_answered(library: Library, area: str, need: str, answer: CoverageLevel) -> None:
    assert cell(only_national(library), area, need).best is answer


def test_a_project_without_any_contact_answers_nothing(library: Library) -> None:
    alone = only(library, "routes-out")

    assert cell(alone, GLASGOW, "specialist").best is CoverageLevel.NO_CONTACT
    assert not cell(alone, GLASGOW, "specialist").answered


def test_a_paused_service_answers_nothing_though_it_has_a_page(library: Library) -> None:
    alone = only(library, "click-scotland")

    assert library.services["click-scotland"].url
    assert cell(alone, GLASGOW, "specialist").best is CoverageLevel.PAUSED
    assert not cell(alone, GLASGOW, "specialist").answered


def test_a_closed_service_is_no_answer_at_all(library: Library) -> None:
    shut = replace(library.services["shelter-scotland"], status="closed")
    alone = replace(library, services={shut.id: shut})

    assert cell(alone, MORAY, "housing").best is CoverageLevel.GAP


def test_a_planned_hub_and_a_campaign_cover_nobody(library: Library, needs: Sequence[str]) -> None:
    kinds = {service.kind for found in cells(library, needs) for _, service in found.services}

    assert kinds <= {"support", "advice-for-staff"}


def test_a_phone_comes_before_a_page_and_a_place_before_a_phone(library: Library) -> None:
    services = (library.services[id] for id in ("vice-versa", "homeless-highland", "tara", "cse-aware"))
    ranks = [list(CoverageLevel).index(how(service)) for service in services]

    assert ranks == sorted(ranks)


def test_a_service_for_women_leaves_a_man_with_nobody(library: Library) -> None:
    alone = only(library, "tara")
    answered = {who: cell(alone, GLASGOW, "trafficking", who).answered for who in PEOPLE}

    assert (answered["woman"], answered["man"], answered["under-16"]) == (True, False, False)


def test_help_that_is_a_public_fund_leaves_those_without_recourse_with_nobody(library: Library) -> None:
    alone = only(library, "homeless-glasgow")

    assert cell(alone, GLASGOW, "somewhere-tonight", "woman").answered
    assert not cell(alone, GLASGOW, "somewhere-tonight", "no-recourse").answered


def test_where_nobody_is_the_gap_bears_the_day(library: Library, needs: Sequence[str]) -> None:
    empty = replace(library, services={})
    rows = read(coverage.table(empty, needs, TODAY))
    words = "\n".join(coverage.lines(empty, needs, TODAY))

    assert {row["note"] for row in rows} == {"gap, as of 25 November 2026: nothing"}
    assert words.count("Nothing (gap, as of 25 November 2026), 32 of 32:") == len(needs)
    assert (
        "Gaps by kind of person, as of 25 November 2026\n  A woman\n    Nobody who can be reached:\n"
        "      Danger now: every" in words
    )


def test_the_words_say_where_only_a_national_line_reaches(library: Library) -> None:
    words = "\n".join(coverage.lines(only_national(library), ("somewhere-tonight",), TODAY))

    assert "Only a national line: nobody local in person or by phone, 1 of 32:" in words
    assert "Highland: Highland homelessness service" in words


def test_the_totals_at_the_end_add_up_to_every_cell(library: Library, needs: Sequence[str]) -> None:
    lines = list(coverage.lines(library, needs, TODAY))
    after = lines[lines.index("Totals on 25 November 2026") + 1 :]
    totals = [int(line.split()[0]) for line in after if line.startswith(" ")]

    assert sum(totals[:-1]) == totals[-1] == 32 * len(needs)
    assert "0 have been confirmed by a named person." in lines[-2]


def test_the_words_and_the_table_count_alike(library: Library, needs: Sequence[str]) -> None:
    rows = read(coverage.table(library, needs, TODAY))
    counted = Counter(row["how"] for row in rows if row["person"] == "anyone")
    lines = "\n".join(coverage.lines(library, needs, TODAY))

    assert all(f"{counted[answer.means]:>6}  {answer.means}" in lines for answer in CoverageLevel)


def test_no_line_of_the_words_is_wider_than_a_terminal(library: Library, needs: Sequence[str]) -> None:
    words = "\n".join(coverage.lines(library, needs, TODAY))

    assert max(map(len, words.splitlines())) <= 120


# The commands


def test_coverage_prints_words_or_a_table_and_refuses_a_need_it_does_not_know() -> None:
    words = signpost("coverage", "--need", "specialist", "--on", "2026-11-25")
    table = signpost("coverage", "--need", "specialist", "--on", "2026-11-25", "--format", "csv")
    wrong = signpost("coverage", "--need", "specialists")

    assert words.stdout.startswith("Coverage on 25 November 2026: 32 councils, 1 need, 32 cells.")
    assert {row["need"] for row in read(table.stdout)} == {"specialist"}
    assert (words.returncode, table.returncode, wrong.returncode) == (0, 0, 2)
    assert "there is no such need" in wrong.stderr


def test_without_a_day_the_reports_take_the_real_one() -> None:
    done = signpost("coverage", "--need", "danger")

    assert re.match(r"Coverage on \d{1,2} [A-Z][a-z]+ 20\d\d: ", done.stdout)


def test_anyone_is_nobody_in_particular() -> None:
    assert ANYONE not in PEOPLE
