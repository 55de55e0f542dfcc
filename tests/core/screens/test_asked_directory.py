"""The directory, asked: a card with what was asked first, a list under two headings, filters, and never a dead end."""

from dataclasses import replace
from datetime import datetime
from itertools import product

import pytest

from bot.core.conversation import turn
from bot.core.directory import takes
from bot.core.directory_list import FILTERS, moment
from bot.core.guide import Guide
from bot.core.hours import LONDON, Open, state_at
from bot.core.position import NONE, Position, area_code, decode
from bot.core.reply import Asked, Mark, Pressed, Reply, Turn, plain
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from bot.core.service import SCOTLAND
from bot.core.voices import in_voice
from tests.conftest import NOW

NIGHT = datetime(2026, 11, 28, 23, 30, tzinfo=LONDON)  # a Saturday
AFTERNOON = datetime(2026, 11, 25, 14, 30, tzinfo=LONDON)  # a Wednesday


def asked(real: Guide, message: str, now: datetime = AFTERNOON, after: str = "") -> Turn:
    """Return the turn that a message leads to."""
    return turn(real, Asked(message, after), now)


def shown(real: Guide, message: str, now: datetime = AFTERNOON) -> Reply:
    """Return the screen that a message leads to."""
    return asked(real, message, now).replies[0]


@pytest.mark.parametrize(
    ("message", "now", "first"),
    [
        ("are samaritans open", NIGHT, "Yes. Open day and night. 24 hours, every day."),
        (
            "is shelter open",
            NIGHT,
            "No. Opens Tuesday at 9am; not known for St Andrew's Day. Monday to Friday 9am to 5pm",
        ),
        ("is tara open", NIGHT, "Yes. Open day and night."),
        ("is saheliya open", AFTERNOON, "Hours not known: phone first."),
        ("do beiras place take trans women", AFTERNOON, "Trans people: no, by its record. Women (its rule is female"),
        ("email for saheliya", AFTERNOON, "No email is known for it."),
        ("can she self refer to archway", AFTERNOON, "She can contact it herself."),
        ("can she refer herself to shakti", AFTERNOON, "She can contact it herself."),
        ("what does it cost to ring childline", AFTERNOON, "Free"),
    ],
)
def test_what_is_asked_about_a_service_stands_first(real: Guide, message: str, now: datetime, first: str) -> None:
    title, answer, *_ = shown(real, message, now).blocks

    assert title.mark is Mark.TITLE
    assert answer.text.startswith(first)


def test_a_service_named_is_its_card_and_the_rest_is_one_press_away(real: Guide) -> None:
    card = shown(real, "tara number")
    more = next(button for button in card.buttons if button.label == "More about it")
    whole = turn(real, Pressed(more.position), AFTERNOON).replies[0]

    assert card.services == ("tara",)
    assert "0141 276 7724" in plain(card)
    assert len(plain(card).split()) < len(plain(whole).split())


def test_a_place_and_a_need_are_a_list_under_two_headings_the_areas_own_first(real: Guide) -> None:
    reply = shown(real, "drug workers or a homeless number in inverness")
    text = plain(reply)

    assert text.index("In Highland") < text.index("Anywhere in Scotland")
    assert reply.services[0] == "homeless-highland"
    assert not text.count("No service of this area's own")


def test_a_place_alone_is_a_list_and_asks_what_is_needed(real: Guide) -> None:
    reply = shown(real, "anything in dundee?")

    assert reply.services[0] == "vice-versa"
    assert "Somewhere to stay tonight" in [button.label for button in reply.buttons]


def test_where_no_number_of_the_council_is_known_the_list_says_so(real: Guide) -> None:
    services = dict(real.library.services)
    services["homeless-east-renfrewshire"] = replace(services["homeless-east-renfrewshire"], phones=())
    reply = shown(replace(real, library=replace(real.library, services=services)), "homeless unit barrhead number")

    assert "No number is known here for" in plain(reply)
    assert "shelter-scotland" in reply.services


def pressed(real: Guide, reply: Reply, label: str) -> Reply:
    """Return the screen that a button leads to."""
    button = next(button for button in reply.buttons if button.label == label)
    return turn(real, Pressed(button.position), AFTERNOON).replies[0]


def test_a_filter_is_one_press_and_travels_in_the_position(real: Guide) -> None:
    whole = shown(real, "helpline for somebody to talk to in perth", NIGHT)
    pressed = next(button for button in whole.buttons if button.label == "Open now")
    narrowed = turn(real, Pressed(pressed.position), NIGHT).replies[0]
    undone = next(button for button in narrowed.buttons if button.label == "Not only: Open now")

    assert narrowed.services != whole.services
    assert "Only: Open now" in plain(narrowed)
    assert "Only:" not in plain(turn(real, Pressed(undone.position), NIGHT).replies[0])


@pytest.mark.soak
def test_every_filter_is_offered_where_it_leaves_some_of_a_list(real: Guide) -> None:
    areas = (NONE, *map(area_code, real.library.areas.councils))
    trails = ((step_to("services-for", need),) for need in real.library.vocabulary.needs)
    lists = [draw(real, Position(trail, area=area), AFTERNOON) for trail, area in product(trails, areas)]
    offered = {button.label for reply in lists for button in reply.buttons}

    assert {label_of(real, each) for each in FILTERS} <= offered


def label_of(real: Guide, filtered: str) -> str:
    """Return the words of a filter for a woman."""
    return in_voice(real.library, "").messages[f"filter-{filtered}"]


def test_other_languages_lists_who_has_them_with_what_is_recorded(real: Guide) -> None:
    narrowed = pressed(real, shown(real, "help with asylum in glasgow"), "Other languages")

    assert narrowed.services == ("migrant-help-asylum",)
    assert "Languages: Interpreters" in plain(narrowed)


def test_where_nobody_is_recorded_as_having_them_the_list_stays_and_says_how_to_get_an_interpreter(real: Guide) -> None:
    whole = shown(real, "drug help in fife")
    narrowed = pressed(real, whole, "Other languages")

    assert narrowed.services == whole.services
    assert real.words("list-unspoken") in plain(narrowed)
    assert "Only:" not in plain(narrowed)


def test_what_the_line_about_interpreters_says_to_type_is_answered(real: Guide) -> None:
    told = real.words("list-unspoken").rpartition("type: ")[2].rstrip(".")

    assert asked(real, told).tier == "answer"


def test_a_list_never_holds_who_does_not_take_the_person(real: Guide) -> None:
    services = real.library.services
    listed = shown(real, "who takes men in aberdeen").services

    assert listed
    assert all(takes(services[id], frozenset({"man"})) for id in listed)


@pytest.mark.parametrize(
    ("message", "team"),
    [
        ("who do i phone for a 15 year old in perth", "protection-perth-kinross"),
        ("16 year old perth who can help", "protection-perth-kinross"),
        ("lassie 17 needs help in falkirk", "protection-falkirk"),
        ("services for under 18s in dundee", "protection-dundee"),
        ("15 year old boy glasgow helpline", "protection-glasgow"),
        ("domestic abuse service for 17 year old in ayr", "protection-south-ayrshire"),
    ],
)
def test_for_a_child_child_protection_and_the_childrens_lines_come_first(real: Guide, message: str, team: str) -> None:
    listed = shown(real, message).services
    national = [id for id in listed if SCOTLAND in real.library.services[id].areas]

    assert listed[0] == team
    assert national[:2] == ["childline", "nspcc-helpline"]
    assert not any("specialist" in real.library.services[id].needs for id in listed)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("sexual health for a 15 year old dundee", "tayside-sexual-health"),
        ("who can help a 19 year old in dundee", "vice-versa"),
        ("who helps women with kids in dundee", "vice-versa"),
    ],
)
def test_a_clinic_asked_for_by_name_and_lists_for_adults_stay_as_they_are(
    real: Guide, message: str, first: str
) -> None:
    assert shown(real, message).services[0] == first


@pytest.mark.parametrize(
    ("message", "first", "later"),
    [
        ("might she be trafficked, glasgow", "tara", "modern-slavery-helpline"),
        ("trafficking support in fife", "tara", "migrant-help-scotland-trafficking"),
        ("benefits advice in dundee", "citizens-advice-scotland", "advice-direct-scotland"),
        ("domestic abuse help for a man in moray", "sdafmh", "mens-advice-line"),
    ],
)
def test_a_service_that_the_guidance_names_most_comes_before_one_that_is_merely_open(
    real: Guide, message: str, first: str, later: str
) -> None:
    listed = [id for id in shown(real, message).services if SCOTLAND in real.library.services[id].areas]

    assert listed[0] == first
    assert later in listed


@pytest.mark.parametrize("women", ["weemin", "wimmin", "wummin", "women"])
def test_a_list_for_women_in_scots_holds_no_line_for_men(real: Guide, women: str) -> None:
    listed = shown(real, f"helpline fur {women} gettin battered").services

    assert listed[0] == "sdafmh"
    assert {"mens-advice-line", "amis"}.isdisjoint(listed)


def test_a_list_for_men_still_holds_their_lines(real: Guide) -> None:
    assert "mens-advice-line" in shown(real, "helpline for men getting battered").services


@pytest.mark.parametrize("message", ["open in paisley tonight", "anything open in dundee at the weekend"])
def test_who_is_open_at_another_hour_is_a_list_of_those_who_are(real: Guide, message: str) -> None:
    reply, library = shown(real, message), real.library
    at = moment("evening" if "tonight" in message else "weekend", AFTERNOON)

    assert "Only: Open " in plain(reply)
    assert "Open now" not in plain(reply)
    assert reply.services
    assert all(isinstance(state_at(library.services[id], at, library.holidays), Open) for id in reply.services)


@pytest.mark.parametrize(
    "message", ["who helps women in dundee tonight", "food bank open tonight in dundee", "is shelter open tonight"]
)
def test_an_hour_beside_a_need_or_a_service_hides_nobody(real: Guide, message: str) -> None:
    reply = shown(real, message)

    assert reply.services
    assert "Only:" not in plain(reply)


def test_where_the_areas_own_do_not_pass_the_filters_no_line_says_that_none_is_known(real: Guide) -> None:
    listed = plain(shown(real, "open in paisley tonight"))

    assert real.words("list-own-filtered") in listed
    assert real.words("near-none") not in listed


@pytest.mark.parametrize(
    ("message", "only"),
    [
        ("open now, by phone, women, edinburgh", True),
        ("women only services in glasgow", True),
        ("who helps women in dundee", False),
        ("women in perth open now", False),
        ("somebody for a woman to see in person in dundee", False),
    ],
)
def test_women_narrows_a_list_only_among_other_filters_or_where_it_says_only(
    real: Guide, message: str, only: bool
) -> None:
    assert ("For women" in plain(shown(real, message)).partition("Only: ")[2].partition("\n")[0]) is only


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("outreach for women leith", "another-way"),
        ("womens outreach glasgow", "routes-out"),
        ("sw out of hours glasgow", "protection-glasgow"),
        ("what about dundee", "vice-versa"),
    ],
)
def test_outreach_social_work_in_short_and_another_place_are_lists(real: Guide, message: str, first: str) -> None:
    assert shown(real, message).services[0] == first


def test_what_about_another_place_is_the_same_list_there(real: Guide) -> None:
    before = asked(real, "drug help in fife").replies[0]
    there = asked(real, "what about dundee", after=before.position)

    assert plain(there.replies[0]).startswith("Drugs and alcohol\n\nIn Dundee City")
    assert [real.area(position.area) for position in [decode(there.replies[0].position)] if position] == ["S12000042"]


@pytest.mark.parametrize(
    "message", ["is outreach safe alone in leith", "what about her kids in aberdeen", "she is a sw in glasgow"]
)
def test_a_question_about_outreach_kids_or_a_social_worker_is_no_list(real: Guide, message: str) -> None:
    assert asked(real, message).tier in ("answer", "suggestions")


def test_a_service_that_does_not_take_the_person_or_cover_the_place_names_who_does(real: Guide) -> None:
    men, elsewhere = shown(real, "does tara take men"), shown(real, "sandyford in dundee")

    assert "migrant-help-scotland-trafficking" in men.services
    assert "tayside-sexual-health" in elsewhere.services


@pytest.mark.parametrize(
    ("before", "message", "first", "never"),
    [
        ("dumfries domestic abuse", "no its for a man", "sdafmh", "umbrella-lane"),
        ("womens aid in dundee", "and for a man", "sdafmh", "umbrella-lane"),
        ("bed for tonight fife", "anything for a trans woman", "homeless-fife", "national-ugly-mugs"),
        ("rape crisis number", "one closer to elgin", "moray-rape-crisis", "fearfree"),
        ("sexual health inverness", "and whats nearest in aviemore", "highland-sexual-health", "sdafmh"),
        ("tara", "anyone for him", "modern-slavery-helpline", "tara"),
    ],
)
def test_after_a_list_or_a_service_another_person_or_place_asks_for_the_same_need(
    real: Guide, before: str, message: str, first: str, never: str
) -> None:
    shown_before = asked(real, before).replies[0]
    services = asked(real, message, after=shown_before.position).replies[0].services

    assert first in services[:2]
    assert never not in services


@pytest.mark.parametrize(
    ("service", "message", "instead"),
    [
        ("tara", "do they take men", "migrant-help-scotland-trafficking"),
        ("womens aid in dundee", "do they take men", "fearfree"),
        ("beiras place", "do they take trans women", "rape-crisis-scotland-helpline"),
    ],
)
def test_after_a_card_too_who_is_not_taken_gets_somebody_who_takes_them(
    real: Guide, service: str, message: str, instead: str
) -> None:
    card = asked(real, service).replies[0]
    answer = asked(real, message, after=card.position).replies[0]

    assert ": no, by its record." in plain(answer)
    assert instead in answer.services


def test_who_does_then_asks_for_others_and_not_what_the_same_one_does(real: Guide) -> None:
    card = asked(real, "tara").replies[0]
    no = asked(real, "do they take men", after=card.position).replies[0]
    others = asked(real, "who does then", after=no.position).replies[0]

    assert "migrant-help-scotland-trafficking" in others.services
    assert "tara" not in others.services


@pytest.mark.parametrize(
    "message", ["do fearfree see women", "do migrant help take women", "does childline take men", "cse aware for women"]
)
def test_no_record_that_leaves_some_out_says_yes_to_all(real: Guide, message: str) -> None:
    assert "yes, by its record" not in plain(shown(real, message))


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("is it free to ring mens advice line", "0800 and 0808 numbers cost nothing"),
        ("does it cost to ring samaritans", "Free, with no credit on the phone."),
        ("what does vice versa cost", "What it costs is not known here."),
    ],
)
def test_a_number_that_is_free_to_ring_is_said_to_be_free(real: Guide, message: str, told: str) -> None:
    assert told in plain(shown(real, message))


def test_the_hours_of_a_part_are_no_answer_for_the_rest(real: Guide) -> None:
    card = asked(real, "highland sexual health").replies[0]
    saturday = asked(real, "are they open saturdays", after=card.position).replies[0]

    assert "live chat, to age 25: opens today at 4pm" in plain(card)
    assert "No. Live chat" not in plain(saturday)
    assert "Live chat Monday to Friday 4pm to 6pm; clinics not known." in plain(saturday)


@pytest.mark.parametrize(
    ("message", "service"),
    [
        ("hemmat gryffe", "hemat-gryffe"),
        ("uk red cross", "british-red-cross"),
        ("migrant helpline number", "migrant-help-asylum"),
        ("simon community hub glasgow", "simon-community-women-glasgow"),
    ],
)
def test_a_service_is_found_by_a_former_name_and_by_how_it_is_heard(real: Guide, message: str, service: str) -> None:
    assert service in shown(real, message).services


@pytest.mark.parametrize("message", ["does anyone at all answer tonight"])
def test_who_answers_at_an_hour_is_a_list_of_who_is_open_then(real: Guide, message: str) -> None:
    assert "opens today at 6pm" in plain(shown(real, message))


def test_the_first_one_of_a_list_is_one_of_those_shown(real: Guide) -> None:
    listed = asked(real, "anything in dundee").replies[0]
    told = asked(real, "whats the first ones number", after=listed.position).replies[0]

    assert told.services[:1] == ("vice-versa",)
    assert "01382 201 291" in plain(told)


def test_guidance_leads_and_the_service_that_it_names_stands_under_it(real: Guide) -> None:
    found = asked(real, "how do I refer her to tara")

    assert found.entries
    assert "0141 276 7724" in plain(found.replies[0])
    assert "tara" in found.replies[0].services


def test_somebody_who_wants_to_buy_gets_no_list(real: Guide) -> None:
    found = [
        asked(real, message) for message in ("girls in aberdeen tonight how much", "where can i get a girl in leith")
    ]

    assert "another-way" in real.library.services
    assert [turn.replies[0].services for turn in found if "another-way" in turn.replies[0].services] == []


@pytest.mark.parametrize("now", [NIGHT, pytest.param(AFTERNOON, marks=pytest.mark.soak)])
def test_for_every_need_in_every_council_there_is_somebody_to_reach(real: Guide, now: datetime) -> None:
    library = real.library
    councils = (NONE, *map(area_code, library.areas.councils))
    drawn = {
        (need, area): draw(real, Position((step_to("services-for", need),), area=area), now)
        for need, area in product(library.vocabulary.needs, councils)
    }
    reached = {key: any(block.href for block in reply.blocks) and reply.services for key, reply in drawn.items()}
    rung = {key: any(library.services[id].phones for id in reply.services) for key, reply in drawn.items()}

    assert len(drawn) == 33 * len(library.vocabulary.needs)
    assert [key for key, found in reached.items() if not found] == []
    assert [key for key, found in rung.items() if not found] == []


@pytest.mark.parametrize("text", ["refuge glasgow", "anything in dunfermline", "homeless number edinburgh"])
def test_the_first_page_of_a_list_is_short(real: Guide, text: str) -> None:
    """It has four services, each with the first words of who it is for; one that may not be running waits."""
    reply = turn(real, Asked(text), NOW).replies[0]
    short = [real.library.services[id].eligibility.for_.partition(";")[0] for id in reply.services]

    assert 2 < len(reply.services) <= 4
    assert [block.text for block in reply.blocks if block.part == "note"] == short
    assert real.words("list-doubtful") not in plain(reply)


def test_a_list_with_its_area_in_a_heading_does_not_name_it_twice(real: Guide) -> None:
    assert "Area:" not in plain(turn(real, Asked("refuge glasgow"), NOW).replies[0])
    assert "Area: Fife" in plain(turn(real, Asked("anything in dunfermline"), NOW).replies[0])


def test_where_nothing_is_open_the_list_says_so_and_when_each_opens(real: Guide) -> None:
    reply = turn(real, Asked("who takes men in aberdeen open now"), NOW).replies[0]

    assert real.words("list-shut") in plain(reply)
    assert real.words("filter-open-now") not in plain(reply)
    assert "opens today at 5pm" in plain(reply)


def test_where_nothing_is_open_somebody_who_answers_is_named_too(real: Guide) -> None:
    reply = turn(real, Asked("who takes men in aberdeen open now"), NOW).replies[0]

    assert real.words("list-shut") in plain(reply)
    assert "0800 027 1234 (open day and night)" in plain(reply)


def test_where_she_can_go_in_a_place_is_a_list(real: Guide) -> None:
    reply = turn(real, Asked("where can she go in aberdeen"), NOW).replies[0]

    assert "aberdeen-city-vawp" in reply.services


def test_social_work_by_itself_is_asked_for_and_not_the_page_before(real: Guide) -> None:
    first = turn(real, Asked("he controls her money"), NOW).replies[0]
    reply = turn(real, Asked("not police i mean social work in dundee", first.position), NOW).replies[0]
    bare = turn(real, Asked("social work", first.position), NOW).replies[0]

    assert reply.services[:1] == ("protection-dundee",)
    assert bare.services[:1] == ("police-101",)


def test_where_nothing_fits_at_any_hour_nothing_is_said_of_hours(real: Guide) -> None:
    text = plain(turn(real, Asked("open now, by phone, in person, under 18, edinburgh"), NOW).replies[0])

    assert real.words("list-none") in text
    assert real.words("list-shut") not in text


def test_each_page_goes_on_until_every_service_was_shown_once(real: Guide) -> None:
    reply = shown(real, "somebody to talk to in perth")
    pages = [reply.services]
    while more := next((button for button in reply.buttons if button.label == "More services"), None):
        reply = turn(real, Pressed(more.position), AFTERNOON).replies[0]
        pages.append(reply.services)
    every = [id for page in pages for id in page]

    assert len(pages) > 1
    assert len(set(every)) == len(every)
    assert all(SCOTLAND in real.library.services[id].areas for id in every)


@pytest.mark.parametrize("code", ["9999", "0000", "0512", "1001"])
def test_a_filter_of_any_code_is_drawn(real: Guide, code: str) -> None:
    start = step_to("services-for", "legal")
    filtered = type(start)(step_to("filtered").letter, code)

    assert draw(real, Position((start, filtered)), AFTERNOON).blocks


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("does shakti take trans women", "Whether they take trans people is not known here. Ask them: 0131 475 2399."),
        ("is beiras place for men too", "Men: no, by its record. Women (its rule is female at birth)"),
        ("can a man ring the domestic abuse helpline", "Men: yes, by its record. Anyone affected by domestic abuse"),
        ("does the compass centre see 14 year olds", "Under 18: yes, by its record. Anyone aged 13 or over"),
        ("routes out glasgow does it still run", "As far as is known, yes, but nobody has rung to check."),
        ("who runs another way in edinburgh", "Who runs it: Sacro."),
        ("victim support, do they do shetland", "It covers all of Scotland."),
        ("can someone from perth use shakti", "Not Perth and Kinross, as far as is known. It covers City of Edinburgh"),
        ("is the rape crisis helpline confidential", "Free, confidential support by phone and e-mail"),
        (
            "how long is the wait at sandyford",
            "How long the wait is, is not known here. Long waits were reported in 2022.",
        ),
        ("can i go with her to sandyford", "Whether somebody may come with her is not known here. Ask them: 0141 211"),
        ("does citizens advice help with immigration", "Free advice on benefits, debt, housing, work and rights"),
        ("are breathing space on at weekends", "Yes. Monday to Thursday 6pm to 2am"),
    ],
)
def test_a_question_about_one_service_is_answered_from_its_record_first(real: Guide, message: str, first: str) -> None:
    title, answer, *rest = shown(real, message).blocks

    assert title.mark is Mark.TITLE
    assert answer.text.startswith(first)
    assert any(block.mark is Mark.CONTACT for block in rest)


def test_who_it_is_for_is_not_said_twice_on_a_card_that_answers_who_is_taken(real: Guide) -> None:
    blocks = shown(real, "is beiras place for men too").blocks

    assert not [block for block in blocks if block.id in ("who-for", "not-for")]


@pytest.mark.parametrize(
    ("message", "said", "service"),
    [
        (
            "barnardos in dundee, have you a number",
            "Signpost does not list Barnardos. The nearest it has:",
            "Protection",
        ),
        (
            "streetwork edinburgh",
            "Signpost does not list Streetwork Edinburgh. The nearest it has:",
            "Homeless: City of Edinburgh",
        ),
        ("the 218 project glasgow", "Signpost does not list 218 Project. The nearest it has:", "Routes Out"),
        ("number for turning point", "Signpost does not list Turning Point. The nearest it has:", "Drug services"),
        ("inverclyde womens aid number", "No service of that name is listed for Inverclyde.", "Domestic Abuse"),
        ("does simon community work in perth", "Not Perth and Kinross, as far as is known.", "Homeless: Perth"),
    ],
)
def test_a_service_that_is_not_listed_is_said_to_be_missing_before_the_nearest(
    real: Guide, message: str, said: str, service: str
) -> None:
    reply = shown(real, message)
    texts = [block.text for block in reply.blocks]

    assert [text for text in texts[:2] if text.startswith(said)]
    assert service in plain(reply)


def test_guidance_says_too_that_a_service_is_not_listed(real: Guide) -> None:
    first = shown(
        real, "her brother was murdered years ago and she wants to talk about it. would cruse take her"
    ).blocks[0]

    assert first.text == "Signpost does not list Cruse."


@pytest.mark.parametrize(
    ("message", "services", "named"),
    [
        ("domestic abuse support ayrshire", ("assist-domestic-abuse-advocacy", "north-ayrshire-womens-aid"), 1),
        ("homeless team lanarkshire", ("homeless-north-lanarkshire", "homeless-south-lanarkshire"), 2),
        ("rape support in tayside", ("wrasac-dundee-angus", "rasac-perth-kinross"), 2),
        ("sexual health ayrshire", ("ayrshire-sexual-health", "nhs-24-111"), 0),
    ],
)
def test_where_several_councils_may_be_meant_a_service_of_some_says_which(
    real: Guide, message: str, services: tuple[str, ...], named: int
) -> None:
    reply = shown(real, message)

    assert reply.services[:2] == services
    assert sum(block.text.startswith("Area: ") for block in reply.blocks) == named


def test_womens_services_in_a_place_are_more_than_those_for_people_who_sell_sex(real: Guide) -> None:
    assert "north-ayrshire-womens-aid" in shown(real, "womens services in ayrshire").services
    assert {"fife-womens-aid", "national-ugly-mugs"}.issubset(shown(real, "womens services fife").services)


def test_lines_for_men_or_lgbt_people_come_after_those_for_everybody_unless_asked_for(real: Guide) -> None:
    assert shown(real, "mental health crisis line elgin").services[:2] == ("nhs-24-111", "samaritans")
    assert "mens-advice-line" not in shown(real, "domestic abuse help in lerwick for her").services[:2]
    assert "fearfree" in shown(real, "domestic abuse help for a man in wick").services
    assert shown(real, "anything for gay men selling sex in scotland").services[:2] == (
        "national-ugly-mugs",
        "lgbt-health-wellbeing",
    )


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("who can i ring at 2am", "samaritans"),
        ("who could she phone at this time of night", "samaritans"),
        ("whats open christmas day", "samaritans"),
        ("is there anyone who speaks mandarin to phone", "sdafmh"),
        ("romanian speaking support worker glasgow", "sdafmh"),
        ("who does outreach at night in edinburgh", "another-way"),
        ("evening drop in for women in glasgow", "routes-out"),
        ("wheelchair accessible sexual health clinic in edinburgh", "lothian-sexual-health"),
        ("where can she stay with her dog in falkirk", "homeless-falkirk"),
        ("support that isnt religious for her in dundee", "vice-versa"),
        ("food bank musselburgh", "scottish-welfare-fund"),
    ],
)
def test_who_there_is_at_an_hour_or_for_a_wish_is_a_list_and_not_a_page(real: Guide, message: str, first: str) -> None:
    answer = asked(real, message)

    assert answer.tier == "screen"
    assert answer.replies[0].services[0] == first


@pytest.mark.parametrize(
    "message", ["solicitor for an order against him, livingston", "lawyer to keep him away, perth"]
)
def test_he_who_is_kept_away_is_not_who_it_is_for(real: Guide, message: str) -> None:
    reply = shown(real, message)

    assert "For a man" not in plain(reply)[:80]


def test_not_trans_does_not_ask_for_services_for_trans_people(real: Guide) -> None:
    assert "Trans people welcome" not in plain(shown(real, "sexual health clinic in stirling for a gay lad, not trans"))
    assert "Trans people welcome" in plain(shown(real, "sexual health clinic in stirling for a trans lad"))


def test_only_trans_people_welcome_leaves_out_who_takes_one_gender_and_does_not_say_so(real: Guide) -> None:
    """A service for anybody that does not say so stays, with a line to ask first."""
    specialist, clinic = (
        shown(real, message)
        for message in ("somewhere in glasgow for trans women selling sex", "trans woman sexual health clinic paisley")
    )
    silent = "Trans people: Not known. Ask first."

    assert {"routes-out", "click-scotland"}.isdisjoint(specialist.services)
    assert specialist.services[0] == "national-ugly-mugs"
    assert silent not in plain(specialist)
    assert clinic.services[0] == "sandyford"
    assert silent in plain(clinic)


@pytest.mark.parametrize("message", ["women's refuge that takes teenage sons fife", "refuge in perth", "idaa falkirk"])
def test_lines_for_men_or_lgbt_people_are_on_a_later_page_unless_asked_for(real: Guide, message: str) -> None:
    first = shown(real, message)
    later = turn(real, Pressed(next(b.position for b in first.buttons if b.label == "More services")), AFTERNOON)

    assert {"fearfree", "mens-advice-line", "amis"}.isdisjoint(first.services)
    assert "mens-advice-line" in later.replies[0].services


def test_where_nothing_is_for_women_only_what_takes_her_is_listed_with_a_line(real: Guide) -> None:
    reply = shown(real, "hostel edinburgh women only")

    assert reply.services[0] == "homeless-edinburgh"
    assert real.words("list-mixed") in plain(reply)


@pytest.mark.parametrize(
    ("first", "then", "listed"),
    [
        ("needle exchange dundee", "and sexual health", "tayside-sexual-health"),
        ("hostel edinburgh", "not her council shes from midlothian", "homeless-midlothian"),
        ("refuge in perth", "is there a nearer one, shes in crieff", "perthshire-womens-aid"),
        ("anything in motherwell for men who sell sex", "ok for women then", "national-ugly-mugs"),
        ("who helps with selling sex in aberdeen", "has anywhere else got something", "rape-crisis-scotland-helpline"),
    ],
)
def test_what_is_said_next_of_a_list_is_answered_with_a_list(real: Guide, first: str, then: str, listed: str) -> None:
    before = shown(real, first)
    reply = turn(real, Asked(then, before.position), AFTERNOON).replies[0]

    assert listed in reply.services
    assert "national-ugly-mugs" not in reply.services or "motherwell" in first


def test_what_is_added_to_a_page_is_answered_with_a_page(real: Guide) -> None:
    page = turn(real, Asked("she sells sex and uses heroin"), AFTERNOON).replies[0]

    said = turn(real, Asked("and sexual health", page.position), AFTERNOON).replies[0]

    assert not any(block.id == "list-anywhere" for block in said.blocks)


@pytest.mark.parametrize(
    ("message", "first"),
    [
        ("counselling for trans man edinburgh", "lgbt-health-wellbeing"),
        ("lawyer for a lassie lifted last night dundee", "pdso"),
        ("womens aid edinburgh", "sdafmh"),
        ("edinburgh women's aid", "sdafmh"),
        ("urdu speaking womens support dundee", "sdafmh"),
        ("drink service dumbarton", "daca-west-dunbartonshire"),
        ("who helps kids in care edinburgh", "protection-edinburgh"),
    ],
)
def test_who_says_that_they_take_this_person_or_matter_comes_first(real: Guide, message: str, first: str) -> None:
    assert shown(real, message).services[0] == first


def test_any_in_a_place_asks_for_what_was_shown_and_nothing_else(real: Guide) -> None:
    card = shown(real, "womens aid dundee")
    reply = turn(real, Asked("any in fife", card.position), AFTERNOON).replies[0]

    assert reply.services == ("fife-womens-aid", "sdafmh")
