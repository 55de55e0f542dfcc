"""Positions: what is written can be read, what is not a position is refused, and nothing grows too long."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.guide import Guide
from bot.core.position import (
    ALPHABET,
    ANSWERED,
    KEPT,
    LENGTH,
    MARK,
    MOST_STEPS,
    NO_CODE,
    NONE,
    MarkedPosition,
    Position,
    Step,
    area_code,
    area_response,
    chosen,
    code,
    decode,
    encode,
    instead,
    marked,
    not_mine,
    picked,
    response,
    unmarked,
    unseen,
)
from bot.core.screens.registry import SCREENS

letters = st.sampled_from(ALPHABET)
every_letter = [*(screen.letter for screen in SCREENS if screen.letter), MARK]
steps = st.builds(Step, st.sampled_from(every_letter), st.text(letters, min_size=4, max_size=4))
heads = st.text(letters, min_size=2, max_size=2)
codes = st.just(NO_CODE) | st.text(letters, min_size=4, max_size=4)
positions = st.builds(Position, st.lists(steps, max_size=MOST_STEPS).map(tuple), heads, heads)
talked = st.builds(Position, st.lists(steps, max_size=MOST_STEPS - 1).map(tuple), heads, heads, codes, codes)


@given(positions)
def test_every_position_is_read_back_as_it_was_written(position: Position) -> None:
    assert decode(encode(position)) == position


@given(talked)
def test_who_a_talk_is_about_is_always_written_and_the_words_shown_where_there_is_room(position: Position) -> None:
    text = encode(position)
    room = LENGTH - len(encode(replace(position, seen=NO_CODE))) >= 5

    assert decode(text) == (position if room else replace(position, seen=NO_CODE))
    assert decode(unseen(text)) == replace(position, seen=NO_CODE)
    assert len(text) <= LENGTH


def test_a_position_is_written_as_buttons_that_were_sent_carry_it() -> None:
    walked = Position((Step("f", "FLOW"), Step("r", "AAaa")), "Ro", "Ar")

    assert encode(walked) == "1RoArfFLOWrAAaa"
    assert encode(replace(walked, person="PERS")) == "1RoArWPERSfFLOWrAAaa"
    assert encode(replace(walked, person="PERS", seen="WORD")) == "1RoArWPERSXWORDfFLOWrAAaa"
    assert decode("1----XWORDWPERS") == Position((Step("W", "PERS"),), seen="WORD"), (
        "the person stands first or nowhere"
    )
    assert decode("1----W----") == Position((Step("W"),)), "that is nobody"
    assert unseen("no position") == "no position"


@given(positions, st.lists(steps, max_size=30))
def test_a_position_stays_within_sixty_four_safe_characters_however_far_it_goes(
    position: Position, more: list[Step]
) -> None:
    for step in more:
        position = position.then(step)

    assert re.fullmatch(r"[A-Za-z0-9_-]{5,64}", encode(position))


@given(st.text())
def test_any_text_is_a_position_or_nothing(text: str) -> None:
    found = decode(text)

    assert found is None or encode(found) == text


@given(positions, st.integers(0, LENGTH), letters)
def test_a_position_with_a_letter_changed_is_another_position_or_nothing(
    position: Position, where: int, letter: str
) -> None:
    text = encode(position)
    changed = text[:where] + letter + text[where + 1 :]

    found = decode(changed)

    assert found is None or encode(found) == changed


@pytest.mark.parametrize(
    "text",
    ["", "1", "2----", "1----e", "1----9AAAA", "1----e AAA", "1----eÀAAA", "1" * 65, "1----" + "eAAAA" * 12],
)
def test_what_is_not_a_position_is_refused(text: str) -> None:
    assert decode(text) is None


def test_a_position_with_the_letter_of_no_screen_is_refused(real: Guide) -> None:
    assert real.position("1----tAAAA") is not None
    assert real.position("1----QAAAA") is None


def test_back_leaves_the_last_step_out() -> None:
    first, second = Step("f", "AAAA"), Step("e", "BBBB")

    assert Position((first, second)).back() == Position((first,))


def test_back_at_the_start_stays_at_the_start() -> None:
    assert Position().back() == Position()


def test_back_opens_an_area_again_that_was_answered_in_the_last_step() -> None:
    opened = Position((Step("f", "AAAA"), Step("g", "BBBB")))
    answered = replace(opened.then(area_response("where", "S12000047")), area=area_code("S12000047"))

    assert answered.back() == opened.at(*opened.steps, Step(KEPT, answered.steps[-1].code))


def test_back_keeps_the_area_where_an_answer_has_the_code_of_that_area() -> None:
    alike = Step("r", "qq" + area_code("S12000047"))
    known = Position((Step("f", "AAAA"), alike), area=area_code("S12000047"))

    assert known.back().area == area_code("S12000047")


def test_back_in_a_walk_keeps_every_answer_and_then_leaves_the_walk() -> None:
    answers = (Step("r", "AAaa"), Step("r", "BBbb"))
    kept = tuple(Step(KEPT, step.code) for step in answers)
    walked = Position((Step("e", "ENTR"), Step("f", "FLOW"), *answers))

    assert walked.back().steps == (*walked.steps[:3], kept[1])
    assert walked.back().back().steps == (*walked.steps[:2], *kept)
    assert walked.back().back().back().steps == (Step("e", "ENTR"),)


def test_an_answer_is_asked_again_and_the_later_ones_are_kept() -> None:
    region, area = Step("g", "REGI"), area_response("where", "S12000047")
    walked = Position(
        (Step("f", "FLOW"), Step("r", "AAaa"), region, area, Step("r", "BBbb")), area=area_code("S12000047")
    )

    first, second = walked.asking_again(0), walked.asking_again(1)

    assert [step.letter for step in first.steps] == ["f", KEPT, KEPT, KEPT]
    assert second.steps == (*walked.steps[:2], Step(KEPT, area.code), Step(KEPT, "BBbb"))
    assert (first.area, second.area, walked.asking_again(2).area) == (NONE, NONE, walked.area)
    assert walked.asking_again(3) == walked
    assert walked.at(region, area).asking_again(0).steps == (Step(KEPT, area.code),)


def test_a_long_trail_lets_go_of_kept_answers_before_anything_else() -> None:
    walk = (Step("e", "ENTR"), Step("f", "FLOW"), *(Step("r", f"{i:04}") for i in range(7)))
    full = Position((*walk, Step(KEPT, "1111"), Step(KEPT, "2222")))

    assert len(full.steps) == MOST_STEPS
    assert full.then(Step("u")).steps == (*walk, Step(KEPT, "1111"), Step("u"))
    assert full.then(Step("u"), Step("h")).steps == (*walk, Step("u"), Step("h"))


def test_back_from_a_list_leaves_all_of_it() -> None:
    walk = (Step("f", "FLOW"), Step("r", "AAaa"), Step("e", "ENTR"))

    assert Position((*walk, Step("S", "ONEE"), Step("V", "TWOO"), Step("S", "THRE"))).back() == Position(walk)
    assert Position((Step("S", "ONEE"), *walk)).back().steps == (Step("S", "ONEE"), *walk[:-1])


def test_back_from_an_opened_region_keeps_the_answers_kept_for_later() -> None:
    kept = (Step(KEPT, "1111"), Step(KEPT, "2222"))

    assert Position((Step("f", "FLOW"), Step("g", "REGI"), *kept)).back().steps == (Step("f", "FLOW"), *kept)
    assert Position((Step("e", "ENTR"), Step("f", "FLOW"), *kept)).back().steps == (Step("e", "ENTR"),)


def test_the_last_step_is_the_one_that_is_shown() -> None:
    assert Position((Step("f", "FLOW"), Step("r", "AAaa"), Step("e", "ENTR"))).last == Step("e", "ENTR")
    assert Position().last is None


def test_a_talk_about_somebody_has_room_for_one_step_less() -> None:
    full = Position(tuple(Step("e", f"{number:04}") for number in range(MOST_STEPS)))

    assert full.of("PERS").steps == full.steps[1:]
    assert full.of(NO_CODE) == full


@pytest.mark.parametrize(
    ("mark", "rank", "choice"),
    [
        ("", "0", {}),
        (ANSWERED, "1", {}),
        (picked(3), "3", {"picked": "3"}),
        (picked(0), "0", {"picked": "none"}),
        (not_mine("2"), "2", {}),
        (instead("1", 2), "0", {"instead": "1-2"}),
        (instead("2", 0), "0", {"instead": "2-none"}),
        ("area", "0", {}),
        ("i12x", "0", {}),
        ("a12-", "0", {}),
    ],
)
def test_a_mark_says_which_place_of_a_list_was_pressed(mark: str, rank: str, choice: Mapping[str, str]) -> None:
    assert (MarkedPosition(Position(), mark).rank, dict(chosen(mark))) == (rank, choice)


def test_a_mark_is_taken_off_the_position_that_carries_it() -> None:
    walked = Position((Step("f", "FLOW"), Step("r", "AAaa"), Step("e", "ENTR")), "Ro", "Ar")

    assert unmarked(marked(walked, ANSWERED)) == MarkedPosition(walked, ANSWERED)
    assert unmarked(walked) == MarkedPosition(walked)
    assert unmarked(Position()) == MarkedPosition(Position())


def test_back_keeps_an_area_that_was_known_before() -> None:
    known = Position((Step("f", "AAAA"), response("age", "adult")), area=area_code("S12000047"))

    assert known.back().area == area_code("S12000047")


def test_a_long_trail_loses_its_oldest_screens_and_keeps_its_walk_whole() -> None:
    walk = (Step("f", "FLOW"), *(Step("r", f"{i:04}") for i in range(8)))
    trail = Position((Step("e", "OLD1"), Step("m", "OLD2"), Step("h", "OLD3"), *walk[:-1]))

    longer = trail.then(walk[-1])

    assert longer.steps == (Step("m", "OLD2"), Step("h", "OLD3"), *walk)


def test_the_role_and_the_area_survive_when_screens_fall_off() -> None:
    position = Position(role="Ro", area="Ar")
    for number in range(40):
        position = position.then(Step("e", f"{number:04}"))

    assert (position.role, position.area) == ("Ro", "Ar")


def test_every_council_has_a_code_of_its_own() -> None:
    councils = [f"S120000{number:02}" for number in range(5, 51)]

    assert len({area_code(gss) for gss in councils} - {NONE}) == len(councils)
    assert (area_code("S12000047"), area_code("S12000133")) == ("Av", "CF"), "as buttons that were sent carry them"


def test_a_code_does_not_depend_on_anything_but_the_id() -> None:
    """Buttons that were sent hold these codes: with another code for the same id they would lead nowhere."""
    assert [code("recent-sexual-assault"), code("a"), code("b"), code("yes", 2)] == ["kpro", "pNox", "eoNl", "jW"]


def test_a_position_is_changed_only_by_making_another() -> None:
    position = Position()

    assert replace(position, role="AA") != position
