"""The terminal: JSON lines for programs, numbers and words for people."""

import io
import json
from typing import Any

import pytest

from bot.channels import console
from bot.channels.talk import Talk


def lines(talk: Talk, *given: str) -> list[Any]:
    """Return the answers to JSON lines."""
    out = io.StringIO()
    console.programs(talk, given, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_question_is_answered_with_all_that_was_found(talk: Talk) -> None:
    (answer,) = lines(talk, '{"say": "she\'s just told me she sells sex, what do i say"}')

    assert list(answer) == [*("tier", "crisis", "caution", "entries", "services", "personal", "councils", "replies")]
    assert (answer["tier"], answer["entries"][0], answer["crisis"]) == ("answer", "she-just-told-me", None)
    assert {"label", "position"} == set(answer["replies"][0]["buttons"][0])


def test_a_press_leads_to_a_screen(talk: Talk) -> None:
    (first,) = lines(talk, '{"open": "flow_danger-now"}')
    position = first["replies"][0]["buttons"][0]["position"]

    (screen,) = lines(talk, json.dumps({"press": position}))

    assert screen["tier"] == "screen"
    assert screen["replies"][0]["text"]


def test_a_deep_link_opens(talk: Talk) -> None:
    (answer,) = lines(talk, '{"open": "recent-sexual-assault"}')

    assert answer["replies"][0]["text"].startswith("She was raped or assaulted recently")


def test_a_fixed_word_opens_its_screen_with_or_without_a_slash(talk: Talk) -> None:
    typed = ("Topics", "/TOPICS ", "/start")
    plain, slashed, home = lines(talk, *(json.dumps({"say": text}) for text in typed))
    [opened, first] = lines(talk, '{"open": "topics"}', '{"open": ""}')

    assert plain == slashed == opened
    assert home == first


def test_personal_details_and_councils_are_told_to_programs(talk: Talk) -> None:
    (answer,) = lines(talk, '{"say": "can she get tested in Fife, her number is 07700 900123"}')

    assert answer["personal"] == [{"kind": "phone", "value": "07700 900123"}]
    assert answer["councils"] == ["Fife"]


@pytest.mark.parametrize(
    "line",
    [
        *("{", "[]", "1", '"say"', "{}", '{"say": 1}', '{"say": "a", "press": "b"}', '{"shout": "a"}', "[" * 5000),
        *('{"say"}', '{"say": "a", "after": 3}', "\x00", '{"press": "a", "after": "b"}', '{"say": "a", "at": "soon"}'),
    ],
)
def test_a_line_that_is_not_right_gets_an_error_and_the_talk_goes_on(talk: Talk, line: str) -> None:
    wrong, right = lines(talk, line, '{"open": "topics"}')

    assert list(wrong) == ["error"]
    assert right["tier"] == "screen"


def test_lines_of_one_talk_are_one_chat_and_others_stand_alone(talk: Talk) -> None:
    chosen, in_chat, elsewhere = lines(
        talk,
        '{"talk": "a", "say": "fife"}',
        '{"talk": "a", "say": "can she get tested"}',
        '{"say": "can she get tested"}',
    )

    assert chosen["replies"][0]["position"]
    assert "Area: Fife" in in_chat["replies"][0]["text"]
    assert "Area: Fife" not in elsewhere["replies"][0]["text"]


def test_a_press_moves_its_talk_on(talk: Talk) -> None:
    first, _, third = lines(
        talk,
        '{"talk": "a", "open": "flow_just-told-me"}',
        '{"talk": "a", "open": "topics"}',
        '{"talk": "a", "say": "what do i write in the notes"}',
    )

    assert "Carry on" not in str(third["replies"][0]["buttons"])
    assert first["replies"][0]["position"] != ""


def test_a_reply_has_the_position_that_draws_it_again(talk: Talk) -> None:
    (opened,) = lines(talk, '{"open": "recent-sexual-assault"}')

    (again,) = lines(talk, json.dumps({"press": opened["replies"][0]["position"]}))

    assert again == opened


def test_the_time_of_a_line_is_taken_as_now(talk: Talk) -> None:
    noon, night = lines(
        talk,
        '{"at": "2026-11-25T12:00", "open": "service_galop"}',
        '{"at": "2026-11-28T23:30", "open": "service_galop"}',
    )

    assert noon["replies"][0]["text"] != night["replies"][0]["text"]


def test_what_is_on_the_screen_is_told_after_a_press_too(talk: Talk) -> None:
    (opened,) = lines(talk, '{"open": "recent-sexual-assault"}')
    more = next(button for button in opened["replies"][0]["buttons"] if button["label"] == "Read more")

    (screen,) = lines(talk, json.dumps({"press": more["position"]}))

    assert screen["entries"][0] == "recent-sexual-assault"
    assert len(screen["entries"]) > 1


@pytest.mark.parametrize(
    ("message", "services"),
    [
        ("he is hitting her now", ["police-999", "sdafmh"]),
        ("she took an overdose and wont wake up", ["police-999", "nhs-24-111"]),
        (
            "she was raped an hour ago in glasgow, bleeding",
            ["police-999", "sarcs-self-referral", "rape-crisis-scotland-helpline"],
        ),
    ],
)
def test_a_crisis_card_tells_the_services_of_its_numbers(talk: Talk, message: str, services: list[str]) -> None:
    (answer,) = lines(talk, json.dumps({"say": message}))

    assert answer["crisis"]
    assert answer["services"] == services


def test_of_several_services_with_one_number_the_card_tells_that_of_the_council_and_the_matter(talk: Talk) -> None:
    told = "she has a learning disability and her cousin takes her money and sells her to men, falkirk"
    (answer,) = lines(talk, json.dumps({"say": told}))

    assert answer["crisis"] == "adult-at-risk"
    assert "protection-falkirk" in answer["services"]
    assert not any(id.startswith(("homeless", "falkirk-vawp", "protection-stirling")) for id in answer["services"])


def test_an_error_never_repeats_what_was_typed(talk: Talk) -> None:
    (wrong,) = lines(talk, '{"say": "Morag Canary", "shout": "Morag Canary"}')

    assert wrong["error"].startswith("a line must have")
    assert "Canary" not in wrong["error"]


def test_an_empty_line_is_passed_over(talk: Talk) -> None:
    assert lines(talk, "", "  ") == []


def test_each_answer_is_flushed_as_a_line(talk: Talk) -> None:
    class Out(io.StringIO):
        flushed = 0

        def flush(self) -> None:
            self.flushed += 1

    out = Out()
    console.programs(talk, ['{"open": ""}', '{"open": "topics"}'], out)

    assert (out.flushed, out.getvalue().count("\n")) == (2, 2)


def test_odd_letters_travel_as_ascii(talk: Talk) -> None:
    out = io.StringIO()
    console.programs(talk, [json.dumps({"say": "\ud800 Steòrnabhagh"})], out)

    assert out.getvalue().isascii()


def talked(talk: Talk, *typed: str) -> str:
    """Return what a person sees who types these lines."""
    waiting, seen = list(typed), list[str]()
    console.people(talk, lambda: waiting.pop(0) if waiting else None, seen.append)
    return "\n".join(seen)


def test_a_person_sees_numbered_buttons_and_presses_one_by_its_number(talk: Talk) -> None:
    seen = talked(talk, "she's just told me she sells sex, what do i say", "1")

    assert "  1. Step by step" in seen
    assert "Is she in any danger today?" in seen


def test_a_person_presses_a_button_by_its_words(talk: Talk) -> None:
    assert "Urgent help" in talked(talk, "urgent help")


def test_a_number_that_is_no_button_is_a_question(talk: Talk) -> None:
    assert talked(talk, "999999999999999999999")


def test_a_person_who_types_in_a_walk_can_carry_on(talk: Talk) -> None:
    seen = talked(
        talk, "she's just told me she sells sex, what do i say", "1", "what do i write in the notes", "carry on"
    )

    assert seen.count("Is she in any danger today?") == 2
