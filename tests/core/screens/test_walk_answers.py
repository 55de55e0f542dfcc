"""The answers of a walk: the step, what was answered, how to change one answer, and the note for the record."""

import html
import random
import re
from itertools import islice

import pytest

from bot.channels.talk import Talk
from bot.channels.telegram.updates import render
from bot.channels.web.page import page
from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.position import KEPT, LENGTH, Position, Step, encode
from bot.core.reply import Asked, GivenAnswer, Mark, Opened, Pressed, Reply, Turn, plain
from bot.core.screens.registry import SCREENS, step_to
from bot.core.screens.resolver import resolve
from bot.core.service import SCOTLAND
from tests.conftest import NOW
from tests.core.screens.test_resolver import useful
from tests.core.test_flow import walked
from tests.flow_paths import paths

ASSAULT = ("No", "18 or over", "1 to 3 days", "Care, no police", "Yes")
TONIGHT = (
    "No, not right now",
    "A woman on her own",
    "Yes",
    "Not asked the council yet",
    "Glasgow and Clyde",
    "Glasgow City",
    "Yes",
)


def go(guide: Guide, start: Reply, *labels: str) -> Reply:
    """Return the screen after pressing buttons one after another."""
    reply = start
    for label in labels:
        button = next((b for b in reply.buttons if b.label == label), None)
        assert button is not None, (label, [b.label for b in reply.buttons])
        reply = turn(guide, Pressed(button.position), NOW).replies[0]
    return reply


def begun(guide: Guide, flow: str, *labels: str) -> Reply:
    """Return the screen of a flow after its first presses."""
    return go(guide, turn(guide, Opened(f"flow_{flow}"), NOW).replies[0], *labels)


def changing(guide: Guide, reply: Reply, question: str) -> Reply:
    """Return the screen that Change leads to at a question, by its first words."""
    given = next(each for each in reply.answers if each.question.startswith(question))
    return turn(guide, Pressed(given.change), NOW).replies[0]


def asked(reply: Reply) -> str:
    """Return the question or the title of a screen."""
    return next(block.text for block in reply.blocks if block.mark in (Mark.QUESTION, Mark.TITLE))


def numbered(reply: Reply) -> str:
    """Return the line that says which step a question is, or ``""``."""
    return next((block.text for block in reply.blocks if block.part == "progress"), "")


def said(reply: Reply) -> list[tuple[str, str]]:
    """Return the answers that a screen lists."""
    return [(each.question, each.answer) for each in reply.answers]


# Which step it is


def test_a_question_says_which_step_it_is_and_about_how_many_there_are(real: Guide) -> None:
    screens = [begun(real, "sexual-assault", *ASSAULT[:number]) for number in range(6)]

    assert [numbered(reply) for reply in screens[:5]] == [
        "Step 1 of about 5",
        "Step 2 of about 5",
        "Step 3 of about 5",
        "Step 4 of about 5",
        "Step 5 of 5",
    ]
    assert numbered(screens[5]) == ""


def test_a_council_takes_two_presses_and_is_one_step(real: Guide) -> None:
    region = begun(real, "stay-tonight", *TONIGHT[:4])
    council = go(real, region, TONIGHT[4])

    assert numbered(region) == numbered(council) != ""


def test_an_area_that_is_known_is_no_step(real: Guide) -> None:
    asking = begun(real, "find-service")
    known = turn(real, Asked("Glasgow", asking.position), NOW).replies[0]
    again = turn(real, Opened("flow_find-service", known.position), NOW).replies[0]

    assert numbered(asking).startswith("Step 1 of about ")
    assert numbered(again).startswith("Step 1 of about ")
    assert numbered(again) < numbered(asking)


def test_a_flow_of_two_questions_does_not_number_them(real: Guide) -> None:
    assert numbered(begun(real, "affected-by-work")) == ""


@pytest.mark.parametrize("flow", ["sexual-assault", "stay-tonight", "find-service", "just-told-me", "money-crisis"])
def test_the_number_of_steps_only_falls_and_is_never_less_than_there_are(real: Guide, flow: str) -> None:
    ways = [*paths(real.library, real.library.flows[flow])][::7]

    assert ways
    for path in ways:
        position, totals = walked(real, real.library.flows[flow], path), list[int]()
        for number in range(len(path.nodes)):
            reply = turn(real, Pressed(encode(position.asking_again(number))), NOW).replies[0]
            found = re.fullmatch(r"Step (\d) of (?:about )?(\d)", numbered(reply))
            assert found is not None, (path.labels, number)
            assert int(found[1]) == number + 1
            totals.append(int(found[2]))
        assert totals == sorted(totals, reverse=True), path.labels
        assert totals[-1] >= len(path.nodes), path.labels


# The answers so far


def test_an_outcome_lists_each_question_with_the_answer_given(real: Guide) -> None:
    assert said(begun(real, "sexual-assault", *ASSAULT)) == [
        ("Is she in danger, or badly hurt, right now?", "No"),
        ("How old is she?", "18 or over"),
        ("When did it happen, as far as she knows?", "1 to 3 days"),
        ("What does she want?", "Care, no police"),
        ("Has she asked for this, and does she know that the line will call her back?", "Yes"),
    ]


def test_a_council_that_is_changed_on_an_outcome_is_the_answer_from_then_on(real: Guide) -> None:
    elsewhere = turn(real, Asked("Dalkeith", begun(real, "stay-tonight", *TONIGHT).position), NOW).replies[0]
    again = go(real, changing(real, elsewhere, "Who needs"), TONIGHT[1])

    for reply in (elsewhere, again):
        assert dict(said(reply))["Which council area is she in now?"] == "Midlothian"


def test_a_council_is_listed_by_its_name(real: Guide) -> None:
    listed = dict(said(begun(real, "stay-tonight", *TONIGHT)))

    assert listed["Which council area is she in now?"] == "Glasgow City"


def test_your_answers_opens_the_list_with_a_button_for_each(real: Guide) -> None:
    end = begun(real, "sexual-assault", *ASSAULT)

    shown = go(real, end, "Your answers")

    assert "- How old is she? 18 or over" in plain(shown)
    assert [b.label for b in shown.buttons[:5]] == [
        "Change 1: No",
        "Change 2: 18 or over",
        "Change 3: 1 to 3 days",
        "Change 4: Care, no police",
        "Change 5: Yes",
    ]
    assert [b.position for b in shown.buttons[:5]] == [each.change for each in end.answers]
    assert go(real, shown, "Back").blocks == end.blocks


# Changing one


def test_a_changed_answer_keeps_those_before_and_after_it(real: Guide) -> None:
    end = begun(real, "stay-tonight", *TONIGHT[:6])

    again = changing(real, end, "Who needs")
    changed = go(real, again, "A man")

    assert asked(again) == "Who needs the place?"
    assert "Answered before: A woman on her own" in plain(again)
    assert said(again) == said(end)[:1]
    assert asked(changed).startswith("Has he asked you to ring the council")
    assert [answer for _, answer in said(changed)] == ["No, not right now", "A man", *(a for _, a in said(end)[2:])]
    assert "moved" not in plain(changed)


def test_the_same_answer_again_leads_back_to_where_one_was(real: Guide) -> None:
    end = begun(real, "sexual-assault", *ASSAULT)

    assert len(end.answers) == len(ASSAULT)
    for number, label in enumerate(ASSAULT):
        again = turn(real, Pressed(end.answers[number].change), NOW).replies[0]
        assert go(real, again, label).blocks == end.blocks


def test_consent_is_asked_again_after_another_answer(real: Guide) -> None:
    end = begun(real, "sexual-assault", *ASSAULT)

    changed = go(real, changing(real, end, "When did"), "Not sure")

    assert asked(changed).startswith("Has she asked for this")
    assert len(said(changed)) == 4


def test_over_in_another_flow_no_answer_is_taken_up(real: Guide) -> None:
    end = begun(real, "sexual-assault", *ASSAULT)

    changed = go(real, changing(real, end, "Is she in danger"), "Not sure")

    assert len(said(changed)) == 1
    assert KEPT not in [
        step.letter for step in resolve(real, real.position(changed.position) or Position()).position.steps
    ]


def test_a_council_can_be_kept_or_changed(real: Guide) -> None:
    end = begun(real, "stay-tonight", *TONIGHT)

    again = changing(real, end, "Which council area")

    assert again.buttons[0].label == "Keep: Glasgow City"
    assert go(real, again, "Keep: Glasgow City").blocks == end.blocks
    changed = go(real, again, "Edinburgh and the Lothians", "Midlothian")
    assert said(changed)[-1][1] == "Midlothian"
    assert asked(changed).startswith("Has she asked you to ring the council")


def test_a_council_typed_in_place_of_another_keeps_the_other_answers(real: Guide) -> None:
    end = begun(real, "stay-tonight", *TONIGHT)

    again = changing(real, end, "Which council area")
    changed = turn(real, Asked("Dalkeith", again.position), NOW).replies[0]

    assert [answer for _, answer in said(changed)] == [*(a for _, a in said(end)[:4]), "Midlothian"]


def test_back_loses_no_answer(real: Guide) -> None:
    end = begun(real, "stay-tonight", *TONIGHT)
    back = go(real, end, *["Back"] * 6)

    assert asked(back) == "Who needs the place?"
    assert go(real, back, "A woman on her own").blocks == end.blocks


def test_back_from_a_changed_answer_leads_to_the_question_before_with_all_answers_kept(real: Guide) -> None:
    end = begun(real, "sexual-assault", *ASSAULT)

    back = go(real, changing(real, end, "When did"), "Back")

    assert asked(back) == "How old is she?"
    assert go(real, back, "18 or over").blocks == end.blocks


def test_saying_back_does_the_same_as_pressing_it(real: Guide) -> None:
    reply = begun(real, "sexual-assault", *ASSAULT[:3])

    assert turn(real, Asked("back", reply.position), NOW).replies[0].blocks == go(real, reply, "Back").blocks


def test_start_again_lets_go_of_all_answers(real: Guide) -> None:
    start = begun(real, "sexual-assault")
    again = go(real, begun(real, "sexual-assault", *ASSAULT[:3]), "Back", "Start again")

    assert (again.blocks, again.position) == (start.blocks, start.position)


def test_practice_is_talked_through_again_after_another_answer(real: Guide) -> None:
    start = begun(real, "practise-she-tells-you")
    further = go(real, start, *[b.label for b in start.buttons[:1]])
    back = go(real, further, "Back")

    again = go(real, back, start.buttons[0].label)

    assert again.blocks == further.blocks


@pytest.mark.soak
def test_no_walk_of_any_flow_makes_a_change_that_fails_or_is_too_long(real: Guide) -> None:
    assert len(real.library.flows) > 10
    for flow in real.library.flows.values():
        path = max(paths(real.library, flow), key=lambda path: path.taps)
        person = walked(real, flow, path).of("AAAA")
        for number in range(len(path.nodes)):
            reply = turn(real, Pressed(encode(person.asking_again(number))), NOW).replies[0]
            ways = [turn(real, Pressed(button.position), NOW).replies[0] for button in reply.buttons]

            assert all(len(button.position) <= LENGTH for button in reply.buttons)
            assert real.words("moved") not in {way.blocks[0].text for way in ways}, (flow.id, number)


def test_a_position_that_nobody_made_with_kept_answers_in_any_order_gives_a_useful_screen(real: Guide) -> None:
    chance, ways = random.Random(5), [*real.library.flows.values()]
    for _ in range(400):
        flow = chance.choice(ways)
        path = chance.choice([*islice(paths(real.library, flow), 60)])
        start, *steps = walked(real, flow, path).steps
        given = [Step(KEPT, step.code) if chance.random() < 0.5 else step for step in steps]
        chance.shuffle(given)
        position = Position((start, *given))
        for ending in ((), (step_to("answers"),), (step_to("record"),)):
            reply = turn(real, Pressed(encode(position.then(*ending))), NOW).replies[0]
            assert useful(real, reply), (position, ending)


# On each channel


def test_the_page_folds_the_answers_under_a_question_and_an_outcome(talk: Talk, real: Guide) -> None:
    for reply in (begun(real, "sexual-assault", *ASSAULT[:2]), begun(real, "sexual-assault", *ASSAULT)):
        body = html.unescape(bytes(page(talk, Turn((reply,))).body).decode())

        for given in reply.answers:
            assert f'<dt>{given.question}</dt><dd>{given.answer}</dd><dd><a href="/at/{given.change}">Change<' in body
        assert "<summary>Your answers</summary>" in body
        assert ">Your answers</a>" not in body


def test_the_first_question_has_no_answers_to_show(talk: Talk, real: Guide) -> None:
    start = begun(real, "sexual-assault")

    assert start.answers == ()
    assert "<details" not in bytes(page(talk, Turn((start,))).body).decode()


def test_telegram_has_one_button_for_the_answers_and_none_under_a_question(real: Guide) -> None:
    question, outcome = begun(real, "sexual-assault", *ASSAULT[:2]), begun(real, "sexual-assault", *ASSAULT)

    def keys(reply: Reply) -> list[str]:
        keyboard = render(reply)[-1][1]
        return [key.text for key in keyboard.keys] if keyboard else []

    assert [text for text in keys(question) if "nswers" in text] == []
    assert [text for text in keys(outcome) if "nswers" in text] == ["Your answers"]


# The note


def test_a_note_says_the_day_the_guidance_what_to_offer_what_was_agreed_and_what_is_next(real: Guide) -> None:
    note = go(real, begun(real, "sexual-assault", *ASSAULT), "Note for the record")

    [block] = [block for block in note.blocks if block.part == "record"]
    assert block.text.split("\n") == [
        "Date: 25 November 2026",
        "Guidance used: Signpost, After a sexual assault: Care at any time, without the police",
        "To offer: Sexual assault self-referral phone service (SARCS); NHS 24 on 111, with the Mental Health Hub; "
        "Rape Crisis Scotland Helpline",
        "Agreed: she asked for this, and knows what is shared.",
        "Next: Give her a quiet room and a phone that nobody checks. Sit with her while she rings, if she wants that.",
    ]


def test_a_note_holds_no_answer_beside_its_title_and_its_services(real: Guide) -> None:
    end = begun(real, "stay-tonight", *TONIGHT)

    [block] = [block for block in go(real, end, "Note for the record").blocks if block.part == "record"]

    lines = [line for line in block.text.split("\n") if not line.startswith("To offer: ")]
    answers = [answer for _, answer in said(end) if answer != "Yes"]
    assert len(answers) == 4
    assert [answer for answer in answers if answer in "\n".join(lines)] == []


def test_a_note_comes_back_to_the_outcome_and_to_nothing_else(real: Guide) -> None:
    end = begun(real, "sexual-assault", *ASSAULT)

    note = go(real, end, "Note for the record")

    assert [b.label for b in note.buttons] == ["Back", "Home", "Urgent help"]
    assert go(real, note, "Back").blocks == end.blocks


@pytest.mark.parametrize("flow", ["affected-by-work", "after-a-hard-conversation", "training-for-my-team"])
def test_what_is_about_the_staff_themselves_offers_no_note(real: Guide, flow: str) -> None:
    assert real.library.flows[flow].record is False


def test_practice_offers_no_note(real: Guide) -> None:
    flow = real.library.flows["practise-she-tells-you"]
    ends = [walked(real, flow, path) for path in paths(real.library, flow)][::40]

    shown = [turn(real, Pressed(encode(end)), NOW).replies[0] for end in ends]
    assert shown
    assert not any(button.label == "Note for the record" for reply in shown for button in reply.buttons)


def test_a_note_is_one_block_to_select_on_the_page_and_to_copy_on_telegram(talk: Talk, real: Guide) -> None:
    note = go(real, begun(real, "sexual-assault", *ASSAULT), "Note for the record")

    body = bytes(page(talk, Turn((note,))).body).decode()

    assert body.count('class="record"') == 1
    assert render(note)[0][0].count("<pre>Date: ") == 1


def test_a_note_of_a_walk_without_an_end_shows_the_answers(real: Guide) -> None:
    there = (real.position(begun(real, "sexual-assault", "No").position) or Position()).then(step_to("record"))

    reply = turn(real, Pressed(encode(there)), NOW).replies[0]

    assert asked(reply) == "Your answers"


def test_the_letters_of_the_new_screens_never_change() -> None:
    assert [SCREENS[name].letter for name in ("kept-response", "answers", "record")] == ["K", "C", "I"]


def test_an_answer_is_what_a_channel_needs_to_show_it(real: Guide) -> None:
    first = begun(real, "sexual-assault", "No").answers[0]

    assert first == GivenAnswer("Is she in danger, or badly hurt, right now?", "No", first.change)


def test_national_services_do_not_stand_under_a_heading_that_places_them_in_a_council(real: Guide) -> None:
    end = begun(
        real,
        "find-service",
        "Dundee, Perth and Fife",
        "Fife",
        "A trans or non-binary person",
        "After sexual violence",
        "Not yet",
    )
    contacts = {block.id for block in end.blocks if block.mark is Mark.CONTACT}
    shown = [service for id, service in real.library.services.items() if id in contacts]
    headings = [block.text for block in end.blocks if block.mark is Mark.HEADING]

    assert shown
    assert all(SCOTLAND in service.areas for service in shown)
    assert headings == [real.words("who-can-help-in", area="Fife")]
