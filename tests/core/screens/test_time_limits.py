"""Help that has a time limit: the time left, in words, from how long ago something happened, on every channel."""

import html
from dataclasses import replace
from datetime import datetime

import pytest

from bot.channels.talk import Talk
from bot.channels.telegram.updates import render
from bot.channels.web.page import page
from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.position import Position, encode, response
from bot.core.quotations import quotes
from bot.core.reply import Mark, Pressed, Reply, Turn, plain
from bot.core.screens.registry import step_to
from bot.core.screens.time_limits import hours
from tests.conftest import NOW
from tests.core.screens.test_walk_answers import begun, changing, go, said

FORENSIC, CONTRACEPTION, HIV = "A forensic examination", "Emergency contraception", "Medicine against HIV"


def ended(guide: Guide, ago: str) -> Reply:
    """Return the outcome of a walk in which it happened so long ago."""
    return begun(guide, "sexual-assault", "No", "18 or over", ago, "Nothing yet, or not sure")


def left(reply: Reply) -> dict[str, str]:
    """Return the time left for each kind of help that an outcome names with a time limit."""
    lines = [block for block in reply.blocks if block.mark is Mark.LABELLED and not block.part]
    return {block.text.partition(":")[0]: block.label for block in lines}


@pytest.mark.parametrize(
    ("ago", "forensic", "contraception", "hiv"),
    [
        ("Less than a day", "About six days left", "About four days left", "About two days left"),
        ("1 to 3 days", "About three days left", "About a day left", "May be over, ask now"),
        ("4 to 5 days", "About a day left", "May be over, ask now", "Usually over"),
        ("6 to 7 days", "May be over, ask now", "Usually over", "Usually over"),
        ("Not sure", "Time limit", "Time limit", "Time limit"),
    ],
)
def test_an_outcome_says_what_is_left_from_the_earliest_it_may_have_been(
    real: Guide, ago: str, forensic: str, contraception: str, hiv: str
) -> None:
    assert left(ended(real, ago)) == {FORENSIC: forensic, CONTRACEPTION: contraception, HIV: hiv}


def test_it_says_on_which_answer_it_rests_since_a_screen_may_be_read_again_later(real: Guide) -> None:
    assert "If it was 4 to 5 days ago, counted from the earliest it may have been:" in plain(ended(real, "4 to 5 days"))
    assert "counted from" not in plain(ended(real, "Not sure"))


def test_the_limits_are_the_facts_and_follow_them(real: Guide, library: Library) -> None:
    fact = library.facts["pep-window"]
    changed = replace(
        real, library=replace(library, facts={**library.facts, "pep-window": replace(fact, value="6 days")})
    )

    reply = ended(changed, "Less than a day")

    assert "within 6 days" in plain(reply)
    assert left(reply)[HIV] == "About five days left"


def test_the_last_day_and_less_are_said_as_such(real: Guide, library: Library) -> None:
    def with_limit(value: str) -> str:
        fact = replace(library.facts["pep-window"], value=value)
        changed = replace(real, library=replace(library, facts={**library.facts, "pep-window": fact}))
        return left(ended(changed, "Less than a day"))[HIV]

    values = ("2 days", "36 hours", "24 hours", "a day or two")

    assert [with_limit(value) for value in values] == [
        "About a day left",
        "Less than a day left",
        "May be over, ask now",
        "Time limit",
    ]


@pytest.mark.parametrize("now", ["2026-03-29T01:30", "2026-10-25T01:30", "2027-01-01T00:00"])
def test_what_is_left_is_the_same_on_any_day_and_when_the_clocks_change(real: Guide, now: str) -> None:
    """It depends on the answer that was pressed, not on a date, so that no clock can make it wrong."""
    end = ended(real, "1 to 3 days")

    again = turn(real, Pressed(end.position), datetime.fromisoformat(now).replace(tzinfo=LONDON, fold=1)).replies[0]

    assert left(again) == left(end)
    assert left(again)[CONTRACEPTION] == "About a day left"


def test_at_the_limit_itself_nobody_is_told_that_there_is_time(real: Guide, library: Library) -> None:
    """The answer 4 to 5 days is from 72 hours to 144: a limit of 72 is over, and one of 144 may be."""
    said = {}
    for limit in (71, 72, 73, 143, 144, 145):
        fact = replace(library.facts["pep-window"], value=f"{limit} hours")
        changed = replace(real, library=replace(library, facts={**library.facts, "pep-window": fact}))
        said[limit] = left(ended(changed, "4 to 5 days"))[HIV]

    assert said == {
        71: "Usually over",
        72: "Usually over",
        73: "May be over, ask now",
        143: "May be over, ask now",
        144: "May be over, ask now",
        145: "Less than a day left",
    }


def test_every_limit_of_the_guidance_begins_with_a_fact_that_is_a_time(library: Library) -> None:
    limits = [text for flow in library.flows.values() for end in flow.outcomes.values() for text in end.limits]
    first = [next(id for kind, id in quotes(text) if kind == "fact") for text in limits]

    assert len(limits) == 9
    assert {id: hours(library.facts[id].value) for id in first} == {
        "sarcs-window": 168,
        "emergency-contraception-window": 120,
        "pep-window": 72,
    }


def test_the_answers_leave_no_gap_and_a_day_that_people_count_lasts_to_its_end(library: Library) -> None:
    """Somebody who counts three days may mean nearly four times 24 hours, and must not be told one day too many."""
    asked = [q for flow in library.flows.values() for q in flow.questions.values() if q.type == "since"]
    spans = [[(o.least_hours, o.most_hours) for o in q.options.values() if o.least_hours is not None] for q in asked]

    assert spans == [[(0, 24), (24, 96), (72, 144), (120, 192)]]


def test_an_old_button_that_said_in_the_last_week_claims_no_more_than_the_limits(real: Guide) -> None:
    answers = (response("safe-now", "safe"), response("age", "adult"), response("when", "recent"))
    old = Position((step_to("flow", "sexual-assault"), *answers, response("wants", "nothing-yet")))

    reply = turn(real, Pressed(encode(old)), NOW).replies[0]

    assert set(left(reply).values()) == {"Time limit"}


def test_another_answer_to_when_changes_what_is_left(real: Guide) -> None:
    end = ended(real, "Less than a day")

    changed = go(real, changing(real, end, "When did"), "4 to 5 days")

    assert said(changed)[2][1] == "4 to 5 days"
    assert left(changed)[FORENSIC] == "About a day left"


def test_it_is_shown_on_the_page_on_telegram_and_in_the_terminal(talk: Talk, real: Guide) -> None:
    end = ended(real, "4 to 5 days")
    body = html.unescape(bytes(page(talk, Turn((end,))).body).decode())

    assert "<b>About a day left:</b> A forensic examination: up to 7 days" in render(end)[0][0]
    assert 'About a day left<span class="unseen">:</span></b> A forensic examination: up to 7 days' in body
    assert "About a day left: A forensic examination: up to 7 days" in plain(end)


def test_what_is_left_is_in_no_note(real: Guide) -> None:
    note = go(real, ended(real, "4 to 5 days"), "Note for the record")

    assert "days left" not in plain(note)
    assert "4 to 5 days" not in plain(note)
