""" "Their number" and "are they open" mean the services on the screen before, whatever kind of screen it was."""

import pytest

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.position import LENGTH, NONE, Position, Step, area_code, decode, encode
from bot.core.reply import Asked, Pressed, Reply, plain
from bot.core.screens.registry import step_to
from bot.core.thread import Person, pack
from tests.conftest import NOW, says

FALKIRK = "S12000014"
SHOWING = step_to("showing", "siaa").letter
ALSO = step_to("also", "law-in-brief/is-it-legal").letter
OPENINGS = (
    "do i have to tell the police about the underage girl selling sex",
    "she doesnt want any help from us at the moment, so if she changes her mind who does she phone",
    "she gets paid for sex i think, not sure what im dealing with here, drug worker",
    "which solicitors take a trafficked woman who is claiming asylum",
    "how can she get her stuff out of the flat safely, he is there",
)


def asked(real: Guide, message: str, screen: str, id: str, area: str = "", person: Person | None = None) -> Reply:
    """Return the reply to a message that is typed after a screen."""
    there = Position((step_to(screen, id),), area=area_code(area) if area else NONE)
    return turn(real, Asked(message, encode(there.of(pack(person)) if person else there)), NOW).replies[0]


@pytest.mark.parametrize("opening", OPENINGS)
def test_their_number_is_that_of_a_service_on_the_screen_that_the_message_led_to(real: Guide, opening: str) -> None:
    before, after = says(real, opening).replies[0], says(real, opening, "whats the number").replies[0]
    names = plain(before)

    assert set(before.services) <= set(after.services)
    assert all(s.name in names or s.label in names for s in (real.library.services[id] for id in after.services[:3]))


def test_what_is_asked_next_is_asked_of_the_same_services(real: Guide) -> None:
    talk = (OPENINGS[-1], "whats the number for that", "are they open at weekends", "do they take men")

    assert {says(real, *talk[:most]).replies[0].services for most in (1, 2, 3, 4)} == {("shelter-scotland",)}


@pytest.mark.parametrize("message", ["number?", "whats the number again", "who do i phone"])
def test_after_a_danger_card_they_are_the_numbers_on_it(real: Guide, message: str) -> None:
    danger = asked(real, message, "crisis", "danger-now", "S12000038")
    suicide = asked(real, message, "crisis", "suicide").services

    assert danger.services == ("police-999", "sdafmh")
    assert suicide == ("police-999", "nhs-24-111", "samaritans", "breathing-space")


def test_nobody_asks_whom_999_takes(real: Guide) -> None:
    assert asked(real, "do they take men", "crisis", "danger-now").services == ("sdafmh",)
    assert asked(real, "are they open now", "crisis", "danger-now").services == ("police-999", "sdafmh")


def test_a_service_named_without_its_number_is_who_they_are(real: Guide) -> None:
    assert asked(real, "number", "point", "training/who-runs").services == ("cse-aware", "womens-support-project")
    assert asked(real, "number?", "point", "money-crisis/if-refused").services[0] == "spso"
    assert asked(real, "number for that", "point", "doxxing-online-safety/warnings").services[0] == "national-ugly-mugs"


def test_who_she_can_ring_after_a_list_is_on_that_list(real: Guide) -> None:
    custody = ("solicitor for a woman arrested for soliciting, glasgow", "who can she phone")
    bed = ("she has nowhere to go tonight and no recourse. edinburgh", "who do i ring")

    for talk in (custody, bed):
        assert set(says(real, *talk).replies[0].services) <= set(says(real, talk[0]).replies[0].services)


@pytest.mark.parametrize("message", ["open sat", "men", "open on saturday"])
def test_a_word_or_two_after_a_list_asks_about_those_on_it(real: Guide, message: str) -> None:
    clinics = "sexual health clinic edinburgh"
    listed, told = says(real, clinics).replies[0].services, says(real, clinics, message).replies[0].services

    assert told
    assert told == listed[: len(told)]


def test_a_scheme_of_the_same_name_as_a_service_is_not_who_they_are(real: Guide) -> None:
    assert asked(real, "number?", "more", "debt-and-loans").services[0] == "citizens-advice-scotland"
    assert asked(real, "number?", "point", "debt-and-loans/ordinary-debts").services[0] == "citizens-advice-scotland"


def test_each_of_four_services_on_a_list_is_told_when_it_is_open(real: Guide) -> None:
    edinburgh = Position((step_to("services-for", "sexual-health"),), area=area_code("S12000036"))
    listed = turn(real, Pressed(encode(edinburgh)), NOW).replies[0]
    hours = turn(real, Asked("are they open", listed.position), NOW).replies[0]

    assert len(listed.services) == 4
    assert hours.services == listed.services


def test_of_a_team_for_children_and_adults_the_number_is_the_one_for_what_the_page_is_about(real: Guide) -> None:
    told = plain(asked(real, "number for that?", "point", "learning-disability/advocate", FALKIRK))

    assert "01324 506070" in told
    assert "01324 503650" not in told


def test_where_no_number_is_known_another_way_is_told(real: Guide) -> None:
    url = real.library.services["siaa"].url

    assert url in plain(asked(real, "number for that?", "point", "learning-disability/advocate", FALKIRK))
    assert url in plain(asked(real, "number for that?", "point", "learning-disability/advocate"))


def test_a_point_that_says_101_means_the_police(real: Guide) -> None:
    assert asked(real, "whats the number for that", "point", "violent-buyer/police").services[0] == "police-101"
    assert asked(real, "number", "point", "spiking/who-tests").services[0] == "police-101"


def test_a_service_that_does_not_take_a_man_is_not_who_they_are(real: Guide) -> None:
    point, man = "nrm-explained/where-to-phone", Person(pronoun="he")

    assert "tara" in asked(real, "number?", "point", point).services
    assert asked(real, "number?", "point", point, person=man).services == ("migrant-help-scotland-trafficking",)


def test_999_is_not_the_number_for_what_a_point_says_nothing_of_999_about(real: Guide) -> None:
    kit = asked(real, "number for that", "point", "overdose-and-naloxone/get-a-kit")

    assert kit.services[:1] == ("sdf-drug-services-directory",)


def test_if_the_screen_before_named_no_number_that_is_said_above_who_may_know(real: Guide) -> None:
    line = real.words("said-no-number")

    assert line in plain(asked(real, "number for that", "point", "interpreter/how-to-get-one"))
    assert line not in plain(asked(real, "number for that", "point", "violent-buyer/police"))


def test_where_that_is_done_is_asked_of_what_is_done_and_not_of_who_listens(real: Guide) -> None:
    samples = asked(real, "where is that done in glasgow", "point", "recent-sexual-assault/samples-kept")

    assert samples.services[0] == "archway"
    assert "samaritans" not in samples.services


@pytest.mark.parametrize("message", ["who can help with that", "who can help her", "who does that"])
def test_who_can_help_with_it_begins_with_who_is_on_the_page_and_another_one_does_not(
    real: Guide, message: str
) -> None:
    page, clinics = "sex-for-rent", "sexual health clinic edinburgh"
    listed = says(real, clinics).replies[0].services

    assert asked(real, message, "entry", page).services[0] == "shelter-scotland"
    assert "shelter-scotland" not in asked(real, "anyone else", "entry", page).services
    assert says(real, clinics, message).replies[0].services == listed


def test_another_one_is_none_of_those_that_the_message_led_to(real: Guide) -> None:
    shown = says(real, OPENINGS[0]).replies[0].services

    assert set(shown).isdisjoint(says(real, OPENINGS[0], "another one").replies[0].services)


def test_a_position_has_room_for_the_services_and_buttons_go_on_without_them(real: Guide) -> None:
    answer = says(real, OPENINGS[-1]).replies[0]
    leads = [decode(button.position) for button in answer.buttons]

    assert {SHOWING, ALSO} & {step.letter for step in (decode(answer.position) or Position()).steps}
    assert not any(step.letter == SHOWING for there in leads if there for step in there.steps)
    assert len(answer.position) <= LENGTH


@pytest.mark.parametrize("before", [(), (step_to("entry", "suicide-risk"),), (step_to("services-for", "money"),)])
@pytest.mark.parametrize("code", ["zzzz", "----", step_to("showing", "samaritans").code])
def test_a_forged_service_in_a_position_stays_kind(real: Guide, before: tuple[Step, ...], code: str) -> None:
    position = encode(Position((*before, *(Step(SHOWING, code),) * 3)))
    typed = turn(real, Asked("whats their number", position), NOW).replies[0]

    assert turn(real, Pressed(position), NOW).replies[0].blocks
    assert typed.blocks
    assert len(typed.services) == len(set(typed.services))
