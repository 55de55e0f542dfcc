"""Questions about the services last shown: one gives its card, several a line each; another one; nearer."""

from dataclasses import replace
from datetime import datetime
from itertools import takewhile

import pytest

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.position import NONE, Position, area_code, encode
from bot.core.reply import Asked, Pressed, Reply, Turn, plain
from bot.core.screens.follow_ups import about, another, nearer
from bot.core.screens.registry import step_to
from bot.core.screens.scene import Scene
from bot.core.screens.service_lines import attribute_blocks, shown_services

NOW = datetime(2026, 11, 25, 14, 30, tzinfo=LONDON)
HELPLINE = "Rape Crisis Scotland Helpline"
FIFE, TAYSIDE, HIGHLAND, GLASGOW = "S12000047", "S12000042", "S12000017", "S12000049"


def scene(real: Guide, area: str = "", *needs: str) -> Scene:
    """Return the scene of a list for needs in an area."""
    steps = tuple(step_to("services-for", need) for need in needs)
    return Scene(real, Position(steps, area=area_code(area) if area else NONE), NOW)


def test_about_one_service_its_card_answers(real: Guide) -> None:
    reply = about(scene(real), ("samaritans",), "open")

    assert reply.services == ("samaritans",)
    assert "Yes. Open day and night." in plain(reply)


def test_about_several_each_has_a_line(real: Guide) -> None:
    shown = ("shelter-scotland", "sdafmh", "saheliya")
    numbers, mails = about(scene(real), shown, "number"), about(scene(real), shown, "e-mail")

    assert numbers.services == shown
    assert "0808 800 4444" in plain(numbers)
    assert plain(mails).count("No email is known for it.") == 2
    assert "Phone, e-mail and webchat" in plain(mails)  # no address, but it says how else it can be written to


def test_a_list_and_a_question_about_its_number_say_who_to_ask_where_none_is_known(real: Guide) -> None:
    listed = plain(turn(real, Pressed(encode(scene(real, GLASGOW, "specialist").position)), NOW).replies[0])
    numbers = plain(about(scene(real, GLASGOW), ("routes-out", "samaritans"), "number"))
    whom = "Ask how she can reach it: Glasgow City Violence Against Women Partnership (0141 287 0555)"

    assert listed.count(whom) == numbers.count(whom) == 1
    assert "Contact not yet confirmed" not in listed
    assert "No number is known for it" not in numbers


def test_a_number_for_out_of_hours_comes_with_somebody_who_answers_then_for_the_same(real: Guide) -> None:
    reply = about(scene(real), ("amina-mwrc", "shelter-scotland"), "number", "night")
    money = about(scene(real), ("citizens-advice-scotland", "saas"), "number", "night")
    known = about(scene(real), ("amina-mwrc", "samaritans"), "number", "night")

    assert "0800 027 1234" in plain(reply)  # which is for somewhere to stay as well
    assert "0800 027 1234" not in plain(money)  # nobody to phone at night is known for money
    assert "0800 027 1234" not in plain(known)


def test_a_question_about_who_is_on_a_page_is_first_about_the_councils_own_team(real: Guide) -> None:
    page = scene(real, HIGHLAND)
    there = replace(page, position=page.position.then(step_to("entry", "child-in-the-household")))
    shown = shown_services(there, replace(there.reply((), ()), services=("police-101",)))

    assert shown[:2] == ("protection-highland", "police-101")


def test_whoever_is_rung_instead_of_a_service_without_a_number_is_there_for_the_same(real: Guide) -> None:
    none = attribute_blocks(scene(real), real.library.services["stop-it-now-scotland"], "number")
    other = attribute_blocks(scene(real), real.library.services["beiras-place"], "number")

    assert len(none) == 1
    assert [block.label for block in other[1:]] == ["Rape Crisis Scotland Helpline"]


def test_whoever_is_told_of_already_is_not_named_again_instead_of_another(real: Guide) -> None:
    reply = about(scene(real), ("another-way", "rape-crisis-scotland-helpline"), "cost")

    assert plain(reply).count("Rape Crisis Scotland Helpline") == 1


def test_another_one_is_none_of_those_shown(real: Guide) -> None:
    first = another(scene(real), ("rape-crisis-scotland-helpline",))
    second = another(scene(real), ("rape-crisis-scotland-helpline", *first.services))

    assert first.services
    assert "rape-crisis-scotland-helpline" not in first.services
    assert not set(first.services) & set(second.services)


def test_where_there_is_no_other_somebody_to_phone_is_named(real: Guide) -> None:
    reply = another(scene(real), ("action-against-stalking",))

    assert "No other one is known here. Ring:" in plain(reply)
    assert reply.services


def pressed(real: Guide, screen: Reply, label: str) -> Reply:
    """Return the screen that a button leads to."""
    button = next(button for button in screen.buttons if button.label == label)
    return turn(real, Pressed(button.position), NOW).replies[0]


def talk_of(real: Guide, *messages: str) -> list[Turn]:
    """Return the turns of a talk."""
    turns: list[Turn] = []
    for message in messages:
        turns.append(turn(real, Asked(message, turns[-1].replies[-1].position if turns else ""), NOW))
    return turns


@pytest.mark.parametrize("begins", [("rape crisis",), ("she sells sex and drinks, edinburgh", "who can help")])
def test_each_time_that_another_one_is_asked_for_others_are_shown_until_none_is_left(
    real: Guide, begins: tuple[str, ...]
) -> None:
    turns = talk_of(real, *begins, *["another one"] * 5)[len(begins) - 1 :]
    replies = [turn.replies[0] for turn in turns]
    before_end = list(takewhile(lambda reply: "No other one is known here" not in plain(reply), replies))
    shown = [service for reply in before_end for service in reply.services]

    assert len(before_end) > 2
    assert len(shown) == len(set(shown))
    assert "No other one is known here" in plain(replies[-1])


def test_after_a_card_that_came_from_a_list_another_one_is_not_on_that_list(real: Guide) -> None:
    page = talk_of(real, "she was raped last month, perth")[-1].replies[0]
    listed = pressed(real, page, "More who can help")
    there = pressed(real, listed, HELPLINE)
    others = turn(real, Asked("another one", there.position), NOW).replies[0]

    assert others.services
    assert not set(others.services) & set(listed.services)


def test_where_nobody_is_nearer_that_is_said_and_no_screen_is_shown_again(real: Guide) -> None:
    page, near, again = talk_of(real, "she was raped last month, greenock", "one nearer", "nearer")

    assert real.words("near-none") in plain(near.replies[0])
    assert "sarcs-self-referral" not in near.replies[0].services
    assert plain(near.replies[0]) != plain(page.replies[0])
    assert real.words("near-none") in plain(again.replies[0])


def test_where_the_areas_own_are_shown_already_no_other_is_known(real: Guide) -> None:
    near = talk_of(real, "homeless team fife", "nearer")[-1].replies[0]

    assert "No other one is known here" in plain(near)
    assert "homeless-fife" not in near.services


def test_nearer_is_of_the_area_and_asks_for_it_first(real: Guide) -> None:
    near = nearer(scene(real, TAYSIDE), ("rape-crisis-scotland-helpline",))
    unknown = nearer(scene(real), ("rape-crisis-scotland-helpline",))

    assert near.services == ("wrasac-dundee-angus",)
    assert "Choose the part of Scotland" in plain(unknown)
