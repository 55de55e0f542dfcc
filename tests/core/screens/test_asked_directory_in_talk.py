"""The directory asked in the middle of a talk: what is near here, who answers at this hour, who speaks her language."""

from collections.abc import Callable
from functools import partial

import pytest

from bot.core.guide import Guide
from bot.core.reply import Turn, plain
from tests.conftest import says as says_to

Says = Callable[..., Turn]
NURSE = "a fella of 22 in inverness goes with older men for a bed, what do i say to him"
MOTHER = "health visitor in livingston, a mum of three told me she escorts, what about the children"
PUNTER = "nurse in inverness, a woman was raped by a punter last night and wants no police"
TRAFFICKED = "i think the woman in the flat may have been trafficked, what are the signs"


@pytest.fixture(name="says")
def _says(real: Guide) -> Says:
    return partial(says_to, real)


@pytest.mark.parametrize(
    ("first", "then", "service"),
    [
        (NURSE, "where can he get tested up here", "highland-sexual-health"),
        (NURSE, "whats the nearest clinic", "highland-sexual-health"),
        (NURSE, "where can i send her for swabs in aberdeen", "grampian-sexual-health"),
        ("pharmacist in selkirk, she works the street", "needle exchange near here", "borders-addictions-service"),
    ],
)
def test_where_she_can_go_for_something_near_here_is_a_list(says: Says, first: str, then: str, service: str) -> None:
    assert says(first, then).replies[0].services[0] == service


@pytest.mark.parametrize(
    "message",
    [
        "where do we go from here",
        "where does she stand with housing in fife",
        "she sells sex and gets drugs round here",
    ],
)
def test_where_that_asks_for_no_service_is_no_list(says: Says, message: str) -> None:
    assert says(NURSE, message).tier != "screen"


def test_who_she_could_talk_to_in_a_place_is_not_the_child_protection_team(says: Says) -> None:
    near = says(MOTHER, "who in west lothian could she speak to").replies[0]
    staff = says(MOTHER, "who do i phone in west lothian about the children").replies[0]

    assert "protection-west-lothian" not in near.services
    assert "Someone to talk to" in plain(near)
    assert staff.services[0] == "protection-west-lothian"


def test_someone_under_18_still_gets_child_protection_first(says: Says) -> None:
    first = says("she is 15 and an older man gives her money for sex", "who in west lothian could she speak to")

    assert first.replies[0].services[0] == "protection-west-lothian"


@pytest.mark.parametrize("wish", ["that wont put it on her notes", "like a van", "she isnt wanting to stop"])
def test_what_is_added_to_a_question_for_a_service_does_not_hide_it(says: Says, wish: str) -> None:
    assert says(f"is there anywhere in dundee for her {wish}").replies[0].services[0] == "vice-versa"


def test_a_condition_that_may_be_danger_is_not_left_out(real: Guide) -> None:
    asked = real.hearing.hear("is there somewhere in dundee for her, she isnt wanting to stay as he hits her").directory

    assert asked is not None
    assert not asked.sure


@pytest.mark.parametrize("message", ["who's the out of hours contact", "whos the on call number"])
def test_who_is_on_call_is_not_asked_of_the_number_just_shown(says: Says, message: str) -> None:
    shown = says(TRAFFICKED, "she wont agree to the nrm", message).replies[0]

    assert shown.services[0] in ("tara", "modern-slavery-helpline")
    assert "Rape Crisis Scotland Helpline\n" not in plain(shown)


def test_who_to_phone_at_night_is_somebody_who_answers_at_night(says: Says) -> None:
    custody = "she is due out of custody with no bed to go to"
    listed = says(custody, "who can i phone at this time of night").replies[0]

    assert {"samaritans", "sdafmh"}.intersection(listed.services)


@pytest.mark.parametrize("message", ["anyone who speaks romanian", "is there a helpline speaks chinese"])
def test_somebody_who_speaks_a_language_is_a_list_of_those_with_languages(says: Says, message: str) -> None:
    listed = says(TRAFFICKED, message).replies[0]

    assert "modern-slavery-helpline" in listed.services
    assert "More than 200" in plain(listed)


def test_what_he_speaks_asks_what_to_do_and_not_of_the_service_shown(says: Says) -> None:
    after = says("nrm", "he only speaks vietnamese how do i even start")

    assert after.entries[:1] == ("interpreter",)


@pytest.mark.parametrize("message", ["do they speak vietnamese", "she speaks polish, do they have an interpreter"])
def test_what_a_service_speaks_is_still_asked_of_it(says: Says, message: str) -> None:
    assert says("tara", message).replies[0].services[0] == "tara"


def test_nearer_keeps_the_number_if_the_areas_own_service_has_none(says: Says) -> None:
    then = ("how long after can they do the forensic", "one nearer")
    nearest, herself = says(PUNTER, *then).replies[0], says(PUNTER, *then, "can she ring them herself").replies[0]

    assert nearest.services == ("sarcs-self-referral", "rasash")
    assert herself.services[0] == "sarcs-self-referral"


def test_two_questions_about_a_service_get_two_answers(says: Says) -> None:
    told = plain(says("galop", "is it free and can he self refer").replies[0])

    assert "The call is free" in told
    assert "can contact it" in told


def test_another_area_begins_the_list_again(says: Says) -> None:
    listed = says("domestic abuse helpline", "who else does domestic abuse", "who else", "its fife").replies[0]

    assert listed.services[0] == "fife-womens-aid"


def test_a_list_of_national_services_names_the_areas_own_specialist(says: Says, real: Guide) -> None:
    listed = plain(says("how do i word a poster so women know they can talk to us", "edinburgh btw").replies[0])

    assert "Another Way" in listed
    assert real.words("near-none") not in listed


def test_who_writes_that_she_is_no_first_responder_does_not_ask_for_the_form(says: Says) -> None:
    shown = says(TRAFFICKED, "who do I phone, im not a first responder").replies[0]

    assert "tara" in shown.services


def test_whether_he_counts_for_a_route_is_for_the_guidance(says: Says) -> None:
    asked = says("he is vietnamese and being sold to men", "does he qualify for nrm same as women")

    assert asked.tier != "screen"


@pytest.mark.parametrize(
    ("message", "none", "only"),
    [
        ("just the ones for men", "routes-out", "For a man"),
        ("any for lads", "routes-out", "For a man"),
        ("only the ones for women", "national-ugly-mugs", "For women"),
        ("something over the phone instead", "routes-out", "By phone"),
        ("anyone she can see face to face", "national-ugly-mugs", "In person"),
    ],
)
def test_a_list_is_narrowed_by_what_is_typed_under_it(says: Says, message: str, none: str, only: str) -> None:
    listed = says("who is there in glasgow", message).replies[0]

    assert none not in listed.services
    assert f"Only: {only}" in plain(listed)


def test_and_for_women_lists_what_women_can_use_after_a_list_for_men(says: Says) -> None:
    listed = says("who is there in glasgow", "just the ones for men", "and for women?").replies[0]

    assert listed.services[0] == "routes-out"
    assert "Only:" not in plain(listed)


def test_and_for_women_after_a_page_is_for_the_guidance(says: Says) -> None:
    assert says("what training is there", "and for women?").tier != "screen"


@pytest.mark.parametrize("message", ["is it just for women", "do they do it over the phone"])
def test_whether_a_service_is_only_for_some_is_still_asked_of_it(says: Says, message: str) -> None:
    assert says("who is there in glasgow", message).replies[0].services[0] == "routes-out"


@pytest.mark.parametrize(
    ("first", "then", "service"),
    [
        (PUNTER, "where is that done in glasgow", "archway"),
        ("she was assaulted by a punter last night", "where would that get done, glasgow", "archway"),
        ("sandyford", "is there one in dundee", "tayside-sexual-health"),
        ("sexual health clinic in glasgow", "somewhere nearer, she's in galashiels", "borders-sexual-health"),
    ],
)
def test_what_does_the_same_in_another_place_comes_first(says: Says, first: str, then: str, service: str) -> None:
    assert says(first, then).replies[0].services[0] == service


def test_a_young_man_is_not_sent_to_the_team_for_adults_at_risk_when_nobody_asked(says: Says) -> None:
    listed = says("his name is on an advert site and hes 19", "who is there for lads in aberdeen").replies[0]

    assert listed.services[0] == "national-ugly-mugs"
    assert not any(id.startswith(("protection-", "homeless-")) for id in listed.services)


def test_someone_made_to_sell_gets_the_areas_own_help_with_abuse_too(says: Says) -> None:
    made = "her partner is making her do it and taking the money"

    assert says(made, "who near ayr").replies[0].services[0] == "assist-domestic-abuse-advocacy"
    assert "tara" in says(made, "who near ayr").replies[0].services
    assert "fife-womens-aid" in says(made, "who near kirkcaldy").replies[0].services


def test_back_after_a_reply_about_services_is_the_list_of_them(says: Says) -> None:
    talk = ("drug service in fife", "whats the number")

    assert says(*talk, "back").replies[0].blocks == says(talk[0]).replies[0].blocks


@pytest.mark.parametrize(
    ("first", "then", "service"),
    [
        ("who is there in falkirk", "anything for mental health", "nhs-24-111"),
        ("services in dundee", "anyone for debt advice", "citizens-advice-scotland"),
        ("drug service in fife", "how does she get referred", "fife-adapt"),
        ("i think shes being moved round flats by a gang", "anyone in aberdeen for that", "tara"),
    ],
)
def test_what_is_asked_under_a_list_or_suggestions_is_answered_by_the_directory(
    says: Says, first: str, then: str, service: str
) -> None:
    answer = says(first, then)

    assert answer.tier == "screen"
    assert answer.replies[0].services[0] == service


def test_a_question_of_rights_under_a_list_is_still_for_the_guidance(says: Says) -> None:
    assert says("services in dundee", "what are her rights if shes homeless").tier == "answer"
