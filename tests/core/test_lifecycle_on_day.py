"""A law's day: what a fact or a point says from a day on is shown on that day by itself, not a day before."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.content.loader import load
from bot.core.guide import Guide, with_switches
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.lifecycle import on_day
from bot.core.position import Position
from bot.core.quotations import filled
from bot.core.reply import Asked, MessageFinding, Tier, plain
from bot.core.screens.finding import replies
from bot.core.switches import Switches
from tests.checked import check
from tests.guides import guide, talking
from tests.small_content import change, small_content

FACTS, BED = "guidance/facts.yaml", "guidance/home-life/bed-tonight.yaml"
STARTS = date(2027, 4, 1)
BEFORE = STARTS - timedelta(days=1)
SENTENCE = "Care is best within {fact:window}."


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    """A content folder whose fact changes on a day."""
    folder = small_content(tmp_path)
    change(folder, FACTS, '  value: "7 days"\n', '  value: "7 days"\n  next: "10 days"\n  from: 2027-04-01\n')
    return folder


@pytest.fixture(name="whole")
def _whole(folder: Path) -> Guide:
    return guide(load(folder))


def said(whole: Guide, today: date) -> str:
    return filled(SENTENCE, with_switches(whole, Switches(), today).library)


def test_a_fact_says_what_holds_on_the_day(whole: Guide) -> None:
    assert said(whole, BEFORE) == "Care is best within 7 days."
    assert said(whole, STARTS) == "Care is best within 10 days."
    assert said(whole, STARTS + timedelta(days=400)) == "Care is best within 10 days."


def test_before_the_day_nothing_is_made_again(whole: Guide) -> None:
    assert with_switches(whole, Switches(), BEFORE) is whole


def test_a_point_says_what_holds_on_the_day(library: Library) -> None:
    id, entry = next((id, entry) for id, entry in library.entries.items() if entry.points)
    first, *others = entry.points
    point = replace(first, next="From today it is otherwise.", from_=STARTS)
    changed = replace(library, entries={**library.entries, id: replace(entry, points=(point, *others))})

    assert on_day(changed, BEFORE) is changed
    assert on_day(changed, STARTS).entries[id].points[0].text == "From today it is otherwise."
    assert on_day(changed, STARTS).entries[id].points[1:] == tuple(others)


def answered(folder: Path, message: str, today: date) -> str:
    """Return the answer to a message on a day, as text."""
    made = with_switches(guide(load(folder)), Switches(), today)
    now = datetime.combine(today, time(12), LONDON)
    return "\n".join(plain(reply) for reply in talking(lambda: made, lambda: now).answer(Asked(message)).replies)


def test_an_entry_is_shown_from_its_day_on_and_before_it_nobody_is_told_that_it_was_taken_off(folder: Path) -> None:
    entry = load(folder).entries["bed-tonight"]
    change(folder, BED, "title: ", "from: 2027-04-01\ntitle: ")
    change(folder, "guidance/messages.yaml", 'withdrawn-title: "Words"', 'withdrawn-title: "Taken off"')
    before, after = (answered(folder, entry.asked[0], day) for day in (BEFORE, STARTS))

    assert entry.first not in before
    assert "Taken off" not in before
    assert entry.title in after
    left = with_switches(guide(load(folder)), Switches(), BEFORE)
    assert "bed-tonight" not in left.library.entries
    assert "bed-tonight" not in left.withdrawn["entry"].values()
    assert "SP618" in rules(folder, STARTS)


@pytest.mark.parametrize("tier", ["answer", "suggestions", "not-covered"])
def test_under_a_line_of_caution_an_entry_to_come_is_left_out_too(folder: Path, tier: Tier) -> None:
    change(folder, BED, "title: ", "from: 2027-04-01\ntitle: ")
    whole = guide(load(folder))
    made = with_switches(whole, Switches(), BEFORE)
    heard = MessageFinding(
        base=Position(),
        caution=next(iter(whole.library.crisis)),
        tier=tier,
        entries=() if tier == "not-covered" else ("bed-tonight",),
        near=("bed-tonight",),
    )
    drawn = replies(made, heard, datetime.combine(BEFORE, time(12), LONDON))

    assert drawn
    assert [reply for reply in drawn if whole.library.entries["bed-tonight"].title in plain(reply)] == []


def rules(folder: Path, today: date) -> set[str]:
    return {fault.rule for fault in check(folder, today).faults}


def test_a_change_without_its_day_is_an_error_and_one_in_force_is_advice(folder: Path) -> None:
    assert not {"SP617", "SP618"} & rules(folder, BEFORE)
    assert "SP618" in rules(folder, STARTS)
    change(folder, FACTS, "  from: 2027-04-01\n", "")
    assert "SP617" in rules(folder, BEFORE)


def test_a_day_that_is_no_day_is_told_with_its_line(folder: Path) -> None:
    change(folder, FACTS, "from: 2027-04-01", "from: April 2027")
    [fault] = check(folder, BEFORE).faults

    assert (fault.file, fault.line) == (FACTS, 4)
