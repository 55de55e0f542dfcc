"""What people see when there is danger: only a card that leads on, or a quiet line above the answer."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.channels.telegram.updates import render
from bot.core import emergency
from bot.core.conversation import turn
from bot.core.guide import Guide, with_switches
from bot.core.hearing import Danger
from bot.core.library import CrisisCard
from bot.core.position import LENGTH, Position, area_code, encode
from bot.core.reply import Asked, Block, Button, Event, Mark, Opened, Pressed, Reply, Row, Turn, plain
from bot.core.screens.registry import step_to
from bot.core.switches import Switch, Switches
from tests.conftest import NOW
from tests.guides import CARDS, guide, in_danger

ANSWERED = "she has just told me she sells sex, what do i say"
SUGGESTED = "something about money or a home"
LEFT_TO_OTHERS = "when are the bins collected"
NOTHING = "the trombone needs a longer slide for the parade"
MESSAGES = (ANSWERED, SUGGESTED, LEFT_TO_OTHERS, NOTHING)
GLASGOW, HIGHLAND = "S12000049", "S12000017"


@pytest.fixture(name="alarmed")
def _alarmed(real: Guide) -> Guide:
    return in_danger(real, "card", "danger-now")


@pytest.fixture(name="cautious")
def _cautious(real: Guide) -> Guide:
    return in_danger(real, "line", "danger-now")


def says(made: Guide, message: str) -> Turn:
    """Return the turn of a message."""
    return turn(made, Asked(message), NOW)


def button(made: Guide, reply: Reply, key: str) -> Button:
    """Return the button of a screen with the words of a message."""
    return next(each for each in reply.buttons if each.label == made.words(key))


def goes_on(made: Guide, shown: Turn) -> Turn:
    """Press "Not happening now" under a card."""
    return turn(made, Pressed(button(made, shown.replies[0], "button-not-now").position), NOW)


def labels(reply: Reply) -> list[str]:
    """Return the words of a screen's buttons except the last row."""
    return [each.label for each in reply.buttons if each.row is not Row.WAY]


# A card


def bare(reply: Reply) -> list[Block]:
    """Return a screen's blocks without what has no room in a position: the words of suggestions, what was heard."""
    is_choice = any(block.id == "which-of-these" for block in reply.blocks)
    return [
        block
        for block in reply.blocks
        if block.label != "Understood" and not (is_choice and block.mark in (Mark.LABELLED, Mark.TEXT, Mark.HEADING))
    ]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_card_comes_alone_and_leads_on_to_what_would_have_been_said(
    real: Guide, alarmed: Guide, message: str
) -> None:
    calm, shown = says(real, message), says(alarmed, message)
    after = goes_on(real, shown)

    assert [reply.blocks[0].text for reply in shown.replies] == [CARDS["danger-now"].line]
    assert (shown.crisis, shown.tier, shown.entries) == ("danger-now", calm.tier, calm.entries)
    assert bare(after.replies[0]) == bare(calm.replies[0])
    assert labels(after.replies[0]) == labels(calm.replies[0])
    assert not after.replies[0].in_place, "the card stays where it is"


@pytest.mark.parametrize("message", MESSAGES)
def test_what_a_card_leads_on_to_is_carried_by_its_own_position(real: Guide, alarmed: Guide, message: str) -> None:
    shown = says(alarmed, message)
    again = turn(guide(real.library), Pressed(shown.replies[0].position), NOW)

    assert len(shown.replies[0].position) <= LENGTH
    assert again.replies[0].blocks == shown.replies[0].blocks
    assert again.replies[0].buttons == shown.replies[0].buttons


def test_a_card_whose_own_entry_answers_leads_to_that_entry(real: Guide, alarmed: Guide) -> None:
    shown = says(alarmed, "she is in danger right now, he is at the door")

    assert goes_on(real, shown).entries == shown.entries[:1] == ("immediate-danger",)
    assert [reply.blocks[0].mark for reply in shown.replies] == [Mark.DANGER]


def test_a_card_that_is_opened_by_a_button_has_nothing_to_lead_on_to(real: Guide) -> None:
    urgent = turn(real, Opened("urgent"), NOW).replies[0]
    card = turn(real, Pressed(urgent.buttons[0].position), NOW).replies[0]

    assert real.words("button-not-now") not in labels(card)
    assert real.words("button-back") in [each.label for each in card.buttons]


def test_suggestions_behind_a_card_count_as_any_others_when_one_is_picked(real: Guide, alarmed: Guide) -> None:
    listed = goes_on(real, says(alarmed, SUGGESTED)).replies[0]
    picked = turn(real, Pressed(listed.buttons[1].position), NOW)

    assert Event("picked", "2") in picked.events


def test_a_question_counts_when_it_is_asked_and_its_answer_when_it_is_shown(real: Guide, alarmed: Guide) -> None:
    shown = says(alarmed, ANSWERED)
    after = goes_on(real, shown)

    assert shown.events == (Event("crisis", "danger-now"), Event("question", "answer"))
    assert after.events == (Event("entry", shown.entries[0], "answer"),)


def test_what_is_left_to_others_counts_once_it_is_shown(real: Guide, alarmed: Guide) -> None:
    shown = says(alarmed, LEFT_TO_OTHERS)
    outside = [event for event in says(real, LEFT_TO_OTHERS).events if event.name == "outside"]

    assert [event.name for event in shown.events] == ["crisis", "question"]
    assert [event for event in goes_on(real, shown).events if event.name == "outside"] == outside != []


def test_a_page_taken_off_after_the_card_was_sent_says_so(real: Guide, alarmed: Guide) -> None:
    shown = says(alarmed, ANSWERED)
    off = Switch("entry", shown.entries[0], "withdrawn", NOW.date(), "to be put right")
    later = with_switches(real, Switches((off,)), NOW.date())

    assert real.words("withdrawn-title") in [block.text for block in goes_on(later, shown).replies[0].blocks]


def test_a_suggestion_taken_off_after_the_card_was_sent_is_left_out(real: Guide, alarmed: Guide) -> None:
    shown = says(alarmed, SUGGESTED)
    off = Switch("entry", shown.entries[-1], "withdrawn", NOW.date(), "to be put right")
    later = with_switches(real, Switches((off,)), NOW.date())
    listed = [button.title for button in goes_on(later, shown).replies[0].buttons if button.title]

    assert listed == [real.library.entries[entry].title for entry in shown.entries[:-1]]


def test_notices_come_under_the_numbers_of_a_card(alarmed: Guide) -> None:
    marks = [block.mark for block in says(alarmed, "my name is Shona McKay, help").replies[0].blocks]

    assert marks.index(Mark.NOTICE) == len(marks) - marks[::-1].index(Mark.CONTACT)


# The numbers of an area


def _of_adults(real: Guide, area: str) -> Reply:
    position = Position((step_to("crisis", "adult-at-risk"),), area=area_code(area) if area else "--")
    return turn(real, Pressed(encode(position)), NOW).replies[0]


def _numbers(reply: Reply) -> list[str]:
    return [block.text for block in reply.blocks if block.mark is Mark.CONTACT]


def test_a_card_shows_the_numbers_of_the_area_that_was_chosen(real: Guide) -> None:
    assert _numbers(_of_adults(real, "")) == ["999", "101"]
    assert _numbers(_of_adults(real, GLASGOW)) == ["999", "0141 287 0555", "0300 343 1505", "101"]
    assert real.words("contacts-unconfirmed") in plain(_of_adults(real, GLASGOW))


def test_a_card_says_where_no_number_of_the_area_is_known(real: Guide) -> None:
    assert _numbers(_of_adults(real, HIGHLAND)) == ["999", "101"]
    assert real.words("no-local-number", area="Highland") in plain(_of_adults(real, HIGHLAND))
    assert real.words("button-area") in labels(_of_adults(real, ""))
    assert real.words("button-change-area") in labels(_of_adults(real, HIGHLAND))


def test_choosing_an_area_leads_back_to_the_card_and_what_is_behind_it(real: Guide) -> None:
    shown = says(in_danger(real, "card", "adult-at-risk"), SUGGESTED)
    regions = turn(real, Pressed(button(real, shown.replies[0], "button-area").position), NOW)
    councils = turn(real, Pressed(regions.replies[0].buttons[0].position), NOW)
    chosen = turn(real, Pressed(councils.replies[0].buttons[0].position), NOW)

    assert chosen.replies[0].blocks[0].text == CARDS["adult-at-risk"].line
    assert [event.name for event in chosen.events] == ["council"]
    behind, said = (bare(reply) for reply in (goes_on(real, chosen).replies[0], says(real, SUGGESTED).replies[0]))
    assert [b for b in behind if b.mark is not Mark.CONTACT] == [b for b in said if b.mark is not Mark.CONTACT]


def test_every_number_for_an_area_is_that_of_a_service_there(real: Guide) -> None:
    known = {
        (phone.number, area)
        for service in real.library.services.values()
        for phone in service.phones
        for area in service.areas
        if "adult-protection" in service.needs
    }
    local = {(each.number, area) for card in CARDS.values() for each in card.contacts for area in each.areas}

    assert len(local) > 20
    assert local <= known


def test_urgent_help_shows_no_number_of_one_area(real: Guide) -> None:
    shown = _numbers(turn(real, Opened("urgent"), NOW).replies[0])

    assert set(shown) == {each.number for card in CARDS.values() for each in card.contacts_in()}


# A line


@pytest.mark.parametrize("message", MESSAGES)
def test_a_line_stands_above_the_ordinary_answer_with_one_press_to_its_card(
    real: Guide, cautious: Guide, message: str
) -> None:
    calm, shown = says(real, message), says(cautious, message)
    (reply,), (usual,) = shown.replies, calm.replies
    card = turn(real, Pressed(reply.buttons[0].position), NOW)

    assert (shown.crisis, shown.caution, shown.tier, shown.entries) == (None, "danger-now", calm.tier, calm.entries)
    assert reply.blocks == (Block(Mark.CAUTION, real.words("caution")), *usual.blocks)
    assert labels(reply) == [real.words("button-caution"), *labels(usual)]
    assert card.replies[0].blocks[0].text == CARDS["danger-now"].line
    assert shown.events == calm.events


@pytest.mark.parametrize("message", MESSAGES)
def test_the_card_behind_a_line_leads_back_to_the_answer(real: Guide, cautious: Guide, message: str) -> None:
    card = turn(real, Pressed(says(cautious, message).replies[0].buttons[0].position), NOW).replies[0]
    key = "button-back" if message == ANSWERED else "button-not-now"

    back = turn(real, Pressed(button(real, card, key).position), NOW)
    assert not card.in_place
    assert bare(back.replies[0]) == bare(says(real, message).replies[0])


def test_notices_come_under_the_line(cautious: Guide) -> None:
    marks = [block.mark for block in says(cautious, f"{ANSWERED}, my name is Shona McKay").replies[0].blocks]

    assert marks[:2] == [Mark.CAUTION, Mark.NOTICE]


def test_telegram_shows_the_line_first_and_its_button_in_the_first_row(real: Guide, cautious: Guide) -> None:
    ((text, keyboard),) = render(says(cautious, ANSWERED).replies[0])

    assert keyboard is not None
    assert text.splitlines()[0] == real.words("caution")
    assert [key.text for key in keyboard.inline_keyboard[0]] == [real.words("button-caution")]


def test_where_999_stands_first_already_there_is_only_the_button(real: Guide, cautious: Guide) -> None:
    off = Switch("entry", says(real, ANSWERED).entries[0], "withdrawn", NOW.date(), "to be put right")
    shown = says(with_switches(cautious, Switches((off,)), NOW.date()), ANSWERED).replies[0]

    assert [block.mark for block in shown.blocks[:2]] == [Mark.DANGER, Mark.TITLE]
    assert shown.buttons[0].label == real.words("button-caution")


# Without content, and nothing twice


class _Hears:
    """Hears one danger in every message."""

    cards = CARDS

    def __init__(self, danger: Danger) -> None:
        self._danger = danger

    def detect(self, message: str) -> Danger:
        """Return the danger."""
        return self._danger


def test_without_content_a_card_stands_and_a_line_becomes_the_urgent_numbers() -> None:
    card = emergency.turn("anything", _Hears(Danger("card", "weapon", ())))
    line = emergency.turn("anything", _Hears(Danger("line", "weapon", ())))

    assert (card.crisis, card.replies[0].blocks[0].text) == ("weapon", CARDS["weapon"].line)
    assert (line.crisis, line.caution) == (None, "weapon")
    assert line.replies == emergency.turn("", _Hears(Danger("line", "weapon", ()))).replies


@pytest.mark.parametrize("graded", [lambda real: real, lambda real: in_danger(real, "card", "suicide")])
def test_no_small_line_is_said_twice_in_one_turn(real: Guide, graded: Callable[[Guide], Guide]) -> None:
    for message in (*MESSAGES, "she was beaten by a punter in Newcastle", "where can she get help in London or Leeds"):
        blocks = [block for reply in says(graded(real), message).replies for block in reply.blocks]
        said = [block.text for block in blocks if block.mark is Mark.SMALL and not block.part]

        assert len(said) == len(set(said)), message


@pytest.mark.parametrize("id", ["adult-at-risk", "missing"])
def test_the_two_cards_for_adults_lead_to_an_entry_and_a_flow(real: Guide, id: str) -> None:
    card: CrisisCard = replace(real.library.crisis[id])

    assert card.entry in real.library.entries
    assert card.flow in real.library.flows
    assert [contact.number for contact in card.contacts_in()] == ["999", "101"]


def test_a_plain_search_for_a_number_is_answered_without_the_line(cautious: Guide) -> None:
    assert says(cautious, "shelter scotland number").caution is None
    assert says(cautious, ANSWERED).caution is not None


def test_once_help_has_come_merely_possible_danger_is_not_told_of_again(real: Guide) -> None:
    shown = says(real, "he is at her door with an axe")
    text = "police have her in the back shop and hes been lifted. she only speaks romanian"
    after = turn(real, Asked(text, shown.replies[-1].position), NOW)

    assert shown.crisis == "weapon"
    assert (after.crisis, after.caution) == (None, None)
