"""A talk: a message after an answer is read together with it, and does what it says."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.core.conversation import turn
from bot.core.guide import Guide
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.position import NO_CODE, Position, code, decode, encode
from bot.core.quotations import filled
from bot.core.reply import Asked, Event, Mark, Opened, Pressed, Reply, Row, plain
from bot.core.screens.points import first_sentence
from bot.core.screens.registry import step_to
from bot.core.thread import Person, pack, setting_code, unpack
from bot.hearing.matching.in_talk import last_question
from tests.conftest import NOW, says

COST = ("point", "criminal-injuries-compensation/free-help")
NIGHT = datetime(2026, 11, 25, 22, 30, tzinfo=LONDON)
BED = "she needs somewhere to stay tonight"
STALKER = "she is being stalked by an old customer, what can she do"


def button(reply: Reply, label: str) -> str:
    """Return where the button with a label leads."""
    return next(each.position for each in reply.buttons if each.label == label)


def labels(reply: Reply) -> list[str]:
    """Return the words on a reply's buttons."""
    return [button.label for button in reply.buttons]


def test_thanks_gets_a_few_words_and_keeps_the_ways_on(real: Guide) -> None:
    asked, thanked = says(real, BED).replies[0], says(real, BED, "cheers pal").replies[0]

    assert len((plain(thanked) + " " + " ".join(labels(thanked))).split()) <= 40
    assert set(labels(thanked)) <= set(labels(asked))
    assert real.words("button-more") in labels(thanked)


UNSURE = "she does sugar dating to pay rent and is worried"


def test_suggestions_are_given_in_short_with_each_point_that_was_shown(real: Guide) -> None:
    asked, shorter = says(real, UNSURE), says(real, UNSURE, "simpler")
    headings = [block.text for block in asked.replies[0].blocks if block.mark is Mark.HEADING]

    assert asked.tier == "suggestions"
    assert headings
    assert [block.text for block in shorter.replies[0].blocks if block.mark is Mark.HEADING] == headings
    assert len(plain(shorter.replies[0]).split()) < len(plain(asked.replies[0]).split())
    assert real.words("which-of-these") not in plain(shorter.replies[0])


def test_the_points_that_were_shown_stay_in_a_correction_and_in_full(real: Guide) -> None:
    asked = says(real, UNSURE).replies[0]
    headings = [block.text for block in asked.blocks if block.mark is Mark.HEADING]
    full, corrected = (
        says(real, UNSURE, "simpler", "in full"),
        says(real, UNSURE, "simpler", "in full", "sorry its a guy"),
    )

    assert [block.text for block in full.replies[0].blocks if block.mark is Mark.HEADING] == headings
    assert len([block for block in corrected.replies[0].blocks if block.mark is Mark.HEADING]) == len(headings)


def test_more_after_no_page_was_found_speaks_of_no_headings(real: Guide) -> None:
    unknown = "how do i fix a boiler"
    more = says(real, unknown, "more").replies[0]

    assert says(real, unknown).tier == "not-covered"
    assert "headings" not in plain(more)
    assert more.buttons


@pytest.mark.parametrize("text", ["who made this", "send me that", "leaflets", "is this ai", "who can see this"])
def test_a_long_reply_keeps_the_buttons_of_the_screen_before(real: Guide, text: str) -> None:
    asked, told = says(real, BED).replies[0], says(real, BED, text).replies[0]
    choices = {button.label for button in asked.buttons if button.row is not Row.FEEDBACK}

    assert told.blocks != asked.blocks
    assert choices <= set(labels(told))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("homelessness team, glasgow. she needs somewhere to stay tonight", "sorry i meant falkirk"),
        ("she is being stalked by an old customer, glasgow", "not glasgow, falkirk"),
        ("rape crisis glasgow", "not glasgow, falkirk"),
        ("she has been raped, glasgow", "falkirk not glasgow"),
    ],
)
def test_a_changed_area_is_named(real: Guide, first: str, then: str) -> None:
    shown = [block.text for block in says(real, first, then).replies[0].blocks]
    area = real.words("area-known", area="Falkirk")

    assert [text for text in shown if text in (area, "In Falkirk")]
    assert shown.count(area) <= 1


def test_an_area_that_stays_is_not_named_again(real: Guide) -> None:
    area = real.words("area-known", area="Falkirk")
    shown = plain(says(real, f"{STALKER}, falkirk", "falkirk").replies[0])

    assert area not in shown


def test_a_reply_can_be_drawn_again_from_its_position(real: Guide) -> None:
    thanked = says(real, BED, "cheers").replies[0]

    assert turn(real, Pressed(thanked.position), NOW).replies[0].blocks == thanked.blocks


def test_thanks_do_not_change_what_the_talk_is_about(real: Guide) -> None:
    assert says(real, BED, "thanks", "more").entries[0] == says(real, BED).entries[0]


def test_back_goes_to_what_stood_before(real: Guide) -> None:
    first, back = says(real, STALKER), says(real, STALKER, BED, "go back")

    assert plain(back.replies[0]).splitlines()[0] in plain(first.replies[0])
    assert back.entries[0] == first.entries[0]


def test_more_opens_more_of_the_answer(real: Guide) -> None:
    opened = says(real, BED, "mair")

    assert real.screens.of(decode(opened.replies[0].position).last).name == "more"  # type: ignore[union-attr]


def test_an_answer_that_was_too_long_is_given_in_fewer_words(real: Guide) -> None:
    whole, short = says(real, BED).replies[0], says(real, BED, "too long").replies[0]

    assert len(plain(short).split()) < len(plain(whole).split())


@pytest.mark.parametrize("word", ["start again", "forget it start over"])
def test_start_again_forgets_who_it_was(real: Guide, word: str) -> None:
    home = says(real, STALKER, "its a he not a she", word).replies[0]

    assert home.position == "1----"


def test_a_person_to_ring_is_one_line(real: Guide) -> None:
    shown = says(real, BED, "nah id rather talk to a human").replies[0]

    assert real.words("ring-title") in plain(shown)


def test_danger_in_the_middle_of_a_talk_comes_first(real: Guide) -> None:
    assert says(real, BED, "thanks", "hes kicking her door in the now").crisis


@pytest.mark.parametrize(
    "text", ["what if he hits her, he's at the door now", "he's here at the door now, what do i do"]
)
def test_a_man_at_the_door_brings_the_card_in_a_talk_too(real: Guide, text: str) -> None:
    assert says(real, STALKER, text).crisis == "danger-now"
    assert says(real, STALKER, "what if he turns up at the door").crisis is None


def test_help_that_came_after_a_card_ends_the_alarm(real: Guide) -> None:
    danger = "hes kicking her door in the now"

    assert says(real, danger, "police are here and hes been lifted. brilliant cheers").crisis is None
    assert says(real, danger, "police are here but he has a knife to her").crisis


def test_he_not_she_draws_the_same_screen_for_him(real: Guide) -> None:
    before, after = says(real, STALKER), says(real, STALKER, "its a he not a she sorry")

    position = decode(after.replies[0].position)
    assert after.entries[0] == before.entries[0]
    assert position is not None
    assert unpack(position.person).pronoun == "he"


def test_an_age_under_18_brings_the_entry_for_a_child_with_the_line_to_its_card(real: Guide) -> None:
    child = says(real, "she sells pictures of herself online", "sorry shes 15")

    assert real.library.entries[child.entries[0]].theme == "children-and-young-people"
    assert child.caution == "child-now"


def test_weeks_are_no_age(real: Guide) -> None:
    position = decode(says(real, "she is pregnant", "14 weeks").replies[0].position)

    assert position is not None
    assert unpack(position.person).age == ""


def test_a_question_with_its_own_clear_subject_wins_and_the_old_one_is_one_press_back(real: Guide) -> None:
    fresh = says(real, STALKER, "where can i find a professional interpreter")

    assert fresh.entries[0] == "interpreter"
    assert real.words("button-back") in labels(fresh.replies[0])


def test_what_the_talk_was_about_answers_as_well_is_one_press_away_by_its_name(real: Guide) -> None:
    money = encode(real.screens.at("entry", "money-crisis"))
    fresh = turn(real, Asked("nrpf stamped on her visa, so what can she not get", money), NOW)
    back = next(button for button in fresh.replies[0].buttons if button.label.startswith("Back to: "))
    old = turn(real, Pressed(back.position), NOW)

    assert fresh.entries[0] == "no-recourse-to-public-funds"
    assert back.title == "Back to: If her visa says no public funds"
    assert old.entries[0] == "money-crisis"
    assert old.replies[0].blocks[0].text == "If her visa says no public funds"


def test_what_the_talk_was_about_is_not_offered_where_it_says_nothing_on_the_question(real: Guide) -> None:
    fresh = says(real, STALKER, "where can i find a professional interpreter")

    assert fresh.entries
    assert not any(label.startswith("Back to: ") for label in labels(fresh.replies[0]))


def test_a_question_that_leans_on_the_talk_keeps_its_subject(real: Guide) -> None:
    assert says(real, STALKER, "block him aye or no").entries[0] == says(real, STALKER).entries[0]


@pytest.mark.soak
def test_a_talk_of_a_thousand_turns_stays_kind_and_short_in_its_position(real: Guide) -> None:
    after, seen = "", list[Reply]()
    for message in (BED, "thanks", "more", STALKER, "back", "shorter", "shes 22", "ok", "its a he") * 112:
        seen.append(turn(real, Asked(message, after), NOW).replies[0])
        after = seen[-1].position

    assert all(reply.buttons for reply in seen)
    assert max(len(reply.position) for reply in seen) <= 64


TOLD = "she has just told me she sells sex"
ON_THE_PHONE = "For someone on the phone."


def test_what_to_do_first_follows_the_setting_and_says_so(real: Guide) -> None:
    entry, said = real.library.entries["she-just-told-me"], plain(says(real, f"{TOLD}, she is on the phone").replies[0])

    assert entry.first_in["phone"] in said
    assert entry.first not in said
    assert ON_THE_PHONE in said
    assert entry.first in plain(says(real, TOLD).replies[0])


def test_a_setting_said_later_changes_the_answer_shown(real: Guide) -> None:
    assert (
        says(real, TOLD, "shes on the phone").replies[0].blocks == says(real, f"{TOLD}, on the phone").replies[0].blocks
    )


def test_a_setting_is_kept_while_it_changes_an_answer_and_no_longer(real: Guide) -> None:
    on_phone = f"{TOLD}, she is on the phone"

    assert ON_THE_PHONE in plain(says(real, on_phone, BED).replies[0])
    assert ON_THE_PHONE not in plain(says(real, on_phone, "start again", TOLD).replies[0])
    assert plain(says(real, "what is the strategy asking of me, by phone").replies[0]).count(ON_THE_PHONE) == 0
    assert (position := decode(says(real, "what is the strategy asking of me, by phone").replies[0].position))
    assert position.person == NO_CODE


def test_another_setting_takes_the_place_of_the_first(real: Guide) -> None:
    last = plain(says(real, f"{TOLD}, she is on the phone", "she is at my desk now").replies[0])

    assert "For someone at a desk or counter." in last
    assert ON_THE_PHONE not in last


def test_suggestions_follow_the_setting_too(real: Guide) -> None:
    reply = says(real, "hotel receptionist here, i think a guest might be trafficked").replies[0]

    assert real.library.entries["might-be-trafficked"].first_in["hotel"] in plain(reply)


def test_a_job_may_change_what_to_do_first_and_a_setting_comes_before_it(real: Guide) -> None:
    entry = real.library.entries["emergency-contraception-pep"]
    at = Position((step_to("entry", entry.id),), role=code("pharmacy", 2))
    in_job = plain(turn(real, Pressed(encode(at)), NOW).replies[0])
    on_phone = plain(turn(real, Pressed(encode(at.of(pack(Person(setting=setting_code("phone")))))), NOW).replies[0])

    assert "phone a pharmacy" not in in_job
    assert real.words("role-known", role="Pharmacy") in in_job
    assert ON_THE_PHONE in on_phone


@pytest.mark.parametrize(
    ("asked", "entry"),
    [
        (["a lad was raped last month, he's in glasgow, who can help"], "recent-sexual-assault"),
        (["there is a child in the home, should i tell her", "homeless number glasgow"], "somewhere-to-stay-tonight"),
        (["tara number"], "might-be-trafficked"),
        (["sti clinic dundee"], "sexual-health"),
        ([STALKER, "rape crisis number"], "stalking-and-harassment"),
    ],
)
def test_the_words_to_say_after_a_list_or_a_service_are_those_on_what_it_was_asked_for(
    real: Guide, asked: list[str], entry: str
) -> None:
    told = says(real, *asked, "what do i say")

    assert told.entries[0] == entry
    assert any(block.part == "say" for block in told.replies[0].blocks)


def test_every_need_that_leads_to_a_page_leads_to_one_that_is_there(real: Guide) -> None:
    pages = real.library.vocabulary.need_pages

    assert set(pages) >= set(real.library.vocabulary.needs) - {"staff-advice"}
    assert set(pages.values()) <= set(real.library.entries)


def test_a_typed_job_is_chosen_as_with_its_button_and_named(real: Guide) -> None:
    first, later = says(real, "i'm a nurse"), says(real, TOLD, "im a housing officer")
    entry = real.library.entries["she-just-told-me"]

    assert decode(first.replies[0].position) == Position(role=code("health", 2))
    assert first.events == (Event("role", "health"),)
    assert real.words("role-noted", role="Health") in plain(first.replies[0])
    assert filled(entry.roles["housing"], real.library) in plain(later.replies[0])
    assert later.entries[0] == entry.id


def test_a_job_before_what_is_asked_is_chosen_where_a_talk_begins_and_not_later(real: Guide) -> None:
    first = decode(says(real, f"nurse here, {TOLD}").replies[0].position)
    later = decode(says(real, BED, f"nurse here, {TOLD}").replies[0].position)

    assert first is not None
    assert first.role == code("health", 2)
    assert later is not None
    assert later.role == "--"


def test_a_forged_setting_changes_nothing(real: Guide) -> None:
    at = Position((step_to("entry", "she-just-told-me"),))
    forged = replace(at, person="AAA_")

    plain_one, odd_one = (turn(real, Pressed(encode(position)), NOW).replies[0] for position in (at, forged))

    assert odd_one.blocks == plain_one.blocks


def test_where_a_job_is_chosen_the_whole_answer_offers_another(real: Guide) -> None:
    at = Position((step_to("more", "she-just-told-me"),))
    with_job = replace(at, role=code("housing", 2))

    assert real.words("button-role") in labels(turn(real, Pressed(encode(at)), NOW).replies[0])
    assert real.words("button-change-role") in labels(turn(real, Pressed(encode(with_job)), NOW).replies[0])


@pytest.mark.parametrize("job", ["third-sector", "pharmacy", "employer", "hotel-transport", "faith"])
def test_each_job_has_words_of_its_own_in_many_answers(real: Guide, job: str) -> None:
    own = [entry.id for entry in real.library.entries.values() if job in {*entry.roles, *entry.first_in}]

    assert len(own) >= 12
    assert real.library.vocabulary.roles[job] in labels(turn(real, Opened("role"), NOW).replies[0])


def test_a_pharmacist_is_never_told_to_phone_a_pharmacy_first(real: Guide) -> None:
    told = [entry for entry in real.library.entries.values() if "pharmacy" in entry.first.casefold()]

    assert told
    assert all("pharmacy" in entry.first_in for entry in told)


def test_the_short_of_an_answer_keeps_what_comes_first_in_a_setting(real: Guide) -> None:
    entry = real.library.entries["she-just-told-me"]

    assert entry.first_in["phone"] in plain(says(real, f"{TOLD}, on the phone", "simpler").replies[0])
    assert entry.simple in plain(says(real, TOLD, "simpler").replies[0])


def test_the_short_of_a_point_is_more_than_yes_or_no(real: Guide) -> None:
    """A bare "No." would leave the reader to guess which question it answers."""
    answer = turn(real, Asked("does she have to tell the clinic she sells sex"), NOW).replies[0]

    short = plain(turn(real, Asked("shorter", answer.position), NOW).replies[0])

    assert "No. She does not have to say she sells sex.\n" in short
    assert "better care" in plain(answer)
    assert "better care" not in short


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("No. She need not say so. Ask what helps.", "No. She need not say so."),
        ('For most: "Told me. We talked." Leave out the rest.', 'For most: "Told me. We talked."'),
        ("In about 2.5 days at most. Then ring.", "In about 2.5 days at most."),
        ("Ask first", "Ask first"),
    ],
)
def test_the_short_of_a_point_is_its_first_sentence_that_says_something(text: str, short: str) -> None:
    assert first_sentence(text) == short


def test_no_short_of_a_point_ends_inside_a_quotation(library: Library) -> None:
    shorts = [
        first_sentence(filled(point.text, library)) for entry in library.entries.values() for point in entry.points
    ]

    assert len(shorts) > 500
    assert [short for short in shorts if short.count('"') % 2] == []


def test_a_talk_stays_in_plain_words_until_the_whole_is_asked_for(real: Guide) -> None:
    tonight = real.library.entries["somewhere-to-stay-tonight"]
    stays, typed = says(real, TOLD, "simpler", BED).replies[0], says(real, TOLD, "simpler", BED, "full version")
    pressed = turn(real, Pressed(button(stays, real.words("button-full"))), NOW).replies[0]

    assert tonight.simple in plain(stays)
    assert tonight.avoid not in plain(stays)
    assert all(tonight.avoid in plain(reply) for reply in (typed.replies[0], pressed))
    assert tonight.avoid in plain(says(real, TOLD, "simpler", "in full", BED).replies[0])


def test_each_first_screen_has_a_button_to_its_plain_version(real: Guide) -> None:
    for asked in (says(real, TOLD), says(real, "hi im a housing officer, a tenant told me she sells sex")):
        short = turn(real, Pressed(button(asked.replies[0], real.words("button-plain"))), NOW).replies[0]
        position = decode(short.position)

        assert position is not None
        assert unpack(position.person).plain
        assert len(plain(short).split()) < len(plain(asked.replies[0]).split())
        assert real.words("button-full") in labels(short)


@pytest.mark.parametrize("text", ["number", "their number", "what do i say", "who can help", "another one"])
def test_what_only_a_talk_gives_a_meaning_is_asked_back_before_there_is_one(real: Guide, text: str) -> None:
    reply = says(real, text).replies[0]

    assert plain(reply).strip() == real.words("said-nothing-yet")
    assert real.words("button-topics") in labels(reply)


@pytest.mark.parametrize("text", ["im a teacher in dundee", "teacher fae dundee here", "i work as a teacher in dundee"])
def test_who_says_their_job_and_where_has_both_chosen(real: Guide, text: str) -> None:
    reply = says(real, text).replies[0]
    position = decode(reply.position)

    assert position is not None
    assert position.role == code("education", 2)
    assert "Dundee City" in plain(reply)


@pytest.mark.parametrize(
    "text",
    [
        "i work with her",
        "a teacher in dundee told me",
        "teacher in dundee",
        "im in dundee",
        "police here now",
        "im a client of yours",
        "i work in dundee",
        "her teacher is in dundee",
        "im worried about a teacher in dundee",
        "i am at the school in dundee",
    ],
)
def test_what_only_looks_like_a_job_chooses_none(real: Guide, text: str) -> None:
    position = decode(says(real, text).replies[0].position)

    assert position is not None
    assert position.role == "--"


@pytest.mark.parametrize("told", ["she's in stirling", "we are in fife", "it's dundee", "he lives in oban"])
def test_a_place_that_is_only_told_keeps_the_answer_and_gives_its_number_there(real: Guide, told: str) -> None:
    first, there = says(real, BED).replies[0], says(real, BED, told).replies[0]

    assert plain(there).splitlines()[0] == plain(first).splitlines()[0]
    assert decode(there.position).area  # type: ignore[union-attr]


def test_a_place_that_is_told_first_lists_what_is_there(real: Guide) -> None:
    assert says(real, "shes in dundee").replies[0].services[0] == "vice-versa"


def test_what_a_service_is_is_answered_with_its_card(real: Guide) -> None:
    asked = says(real, "whats routes out")

    assert asked.replies[0].services == ("routes-out",)
    assert says(real, "whats routes out", "number?").replies[0].services[0] == "routes-out"


def test_an_evening_line_is_open_at_the_weekend(real: Guide) -> None:
    for day in ("saturdays", "sundays", "weekends"):
        said = plain(says(real, f"are rape crisis open on {day}").replies[0])

        assert f"{real.words('yes')}. Every day" in said


def test_a_few_words_that_no_page_is_about_show_more_of_the_page_before(real: Guide) -> None:
    asked = says(real, "can the jobcentre ease her conditionality", "whats it called")

    assert plain(asked.replies[0]).startswith(real.words("not-just-that"))
    assert asked.entries == ("dwp-easements",)
    assert asked.tier == "not-covered"


def test_the_same_few_words_with_nothing_before_find_nothing(real: Guide) -> None:
    assert says(real, "whats it called").entries == ()


def test_yes_or_no_stands_under_the_question_that_it_answers(real: Guide) -> None:
    said = plain(says(real, "can they evict her for selling sex at home").replies[0])

    assert said.index("Is it a reason to evict?") < said.index("No. Selling sex at home")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("the polis have him. what do i put down", "what do i put down"),
        ("misread the log, two women one man. who takes him", "who takes him"),
        ("what do i put down", ""),
        ("the polis have him", ""),
        ("no its crack. hes on it and so is she", ""),
    ],
)
def test_what_a_message_asks_in_the_end_is_the_question_after_its_news(text: str, asked: str) -> None:
    assert last_question(text) == asked


def test_a_place_after_where_the_nearest_service_is_lists_what_is_there(real: Guide) -> None:
    there = says(real, "where is the nearest specialist service", "perth")

    assert plain(there.replies[0]).startswith("Who can help")
    assert len(there.replies[0].services) > 1


def test_who_takes_a_man_is_asked_for_what_the_talk_is_about(real: Guide) -> None:
    talk = encode(real.screens.at("entry", "might-be-trafficked"))

    asked = turn(real, Asked("misread the log, two women one man. who takes him", talk), NOW).replies[0]

    assert "migrant-help-scotland-trafficking" in asked.services
    assert "tara" not in asked.services


def test_danger_that_was_long_ago_leads_where_not_happening_now_leads(real: Guide) -> None:
    danger = says(real, "he is kicking her door in right now")

    calm = turn(real, Asked("sorry that was last year", danger.replies[0].position), NOW)

    assert danger.crisis
    assert calm.crisis is None
    assert not plain(calm.replies[0]).startswith("!")


def test_nobody_asks_what_999_costs(real: Guide) -> None:
    kit = encode(real.screens.at("point", "overdose-and-naloxone/get-a-kit"))

    asked = turn(real, Asked("does it cost", kit), NOW).replies[0]

    assert "What it costs" not in plain(asked)


def test_their_number_is_first_that_of_the_service_the_point_names(real: Guide) -> None:
    point = encode(real.screens.at("point", "hotels-and-taxis/whom-to-tell"))

    assert turn(real, Asked("whats their number", point), NOW).replies[0].services[0] == "modern-slavery-helpline"


def test_a_service_that_the_words_of_a_page_name_is_that_helpline(real: Guide) -> None:
    point = encode(real.screens.at("point", "images-shared-online/taking-it-down"))

    hours = turn(real, Asked("is that helpline open at night", point), NOW).replies[0]

    assert hours.services[0] == "revenge-porn-helpline"
    assert "Monday to Friday 10am to 4pm" in plain(hours)


def test_what_it_costs_is_what_the_page_says_of_its_subject(real: Guide) -> None:
    page, point = (encode(real.screens.at(*at)) for at in (("entry", "criminal-injuries-compensation"), COST))

    assert "Applying is free" in plain(turn(real, Asked("free?", page), NOW).replies[0])
    assert "Applying is free" not in plain(turn(real, Asked("free?", point), NOW).replies[0])  # it has just been said


def test_a_number_that_only_stands_in_is_followed_by_the_pages_own(real: Guide) -> None:
    page = encode(real.screens.at("entry", "child-in-the-household"))

    assert {"police-101", "nspcc-helpline"} <= {*turn(real, Asked("number", page), NIGHT).replies[0].services}


def test_the_number_for_an_adult_at_risk_waits_for_the_council_where_only_the_police_stand_in(real: Guide) -> None:
    asked, placed = "is she an adult at risk", "is she an adult at risk, we are in fife"
    unknown, known = says(real, asked, "who do i ring").replies[0], says(real, placed, "who do i ring").replies[0]

    assert real.words("button-area") in labels(unknown)
    assert unknown.services[0] == "police-101"
    assert known.services == ("protection-fife",)


def test_a_page_on_no_recourse_that_was_only_offered_takes_no_service_away(real: Guide) -> None:
    page = "no-recourse-to-public-funds"
    offered, grant = says(real, "what can she claim for money"), "anything for money in glasgow"
    shown = says(real, "what if she has no recourse to public funds", grant).replies[0].services

    assert page in offered.entries[1:]
    assert "scottish-welfare-fund" in says(real, "what can she claim for money", grant).replies[0].services
    assert "scottish-welfare-fund" not in shown


def test_the_councils_number_is_that_of_its_team_for_what_the_talk_is_about(real: Guide) -> None:
    told = "three guys have taken over her flat in kilmarnock"
    team, after_five = says(real, told, "council number"), says(real, told, "adult protection no", "and after hours")

    assert team.replies[0].services[0] == "homeless-east-ayrshire"
    assert "0800 328 7758" in plain(after_five.replies[0])


def test_the_councils_number_for_nothing_of_its_own_is_not_known(real: Guide) -> None:
    assert says(real, "council number").tier == "not-covered"
    assert says(real, "how do i ask her about it", "council number").tier == "not-covered"


def test_a_solicitor_is_of_the_kind_that_the_talk_is_about(real: Guide) -> None:
    charged = encode(real.screens.at("point", "charged-with-an-offence/record"))

    assert turn(real, Asked("solicitor out of hours", charged), NIGHT).replies[0].services[0] == "pdso"


@pytest.mark.parametrize(
    ("talk", "service"),
    [
        (
            "learning disability, boyfriend lends her to his pals|how do i word the referral|moray number",
            "protection-moray",
        ),
        ("pupil is 15, a man pays her for pics|boss is off and im shaking|number then, oban", "protection-argyll-bute"),
        (
            "lady of 71 i wash is paid by a man for sex|her memory is going a bit|who in east lothian for that",
            "protection-east-lothian",
        ),
        ("she is in temp accommodation beside the man who sold her|any support for her in dundee", "vice-versa"),
        ("lad of 26 gets paid at chemsex parties|services that take men in edinburgh", "lothian-sexual-health"),
        (
            "dancer in a lap dancing club|can a court keep him away|could she talk to somebody, aberdeen",
            "national-ugly-mugs",
        ),
        (
            "flat taken over in kilwinning, shes nowhere to sleep|its near 10 at night, whats the out of hours",
            "homeless-north-ayrshire",
        ),
        ("letter from the fiscal for soliciting|a guy takes all her money off her|solicitor out of hours", "pdso"),
    ],
)
def test_who_is_asked_for_in_a_place_is_who_the_case_of_the_talk_needs(real: Guide, talk: str, service: str) -> None:
    assert service in says(real, *talk.split("|")).replies[0].services


def test_who_to_ring_is_asked_for_the_case_and_not_for_the_law_that_was_asked_about_since(real: Guide) -> None:
    told = "man booked our short let for cash, different women each day, men in and out"
    law, them = (
        "is selling sex even against the law",
        says(real, told, "is selling sex even against the law", "their number"),
    )

    assert "modern-slavery-helpline" in says(real, told, law, "who do i ring then").replies[0].services
    assert them.replies[0].services == ("swrc",)
    assert says(real, "who do i ring then").tier != "screen"  # nothing was said before


@pytest.mark.parametrize(
    "put_right", ["naw she's in kilmarnock no irvine. same number?", "sorry its kilmarnock, still them?"]
)
def test_another_place_gets_what_was_shown_for_that_place(real: Guide, put_right: str) -> None:
    told = says(real, "homeless number for irvine", put_right)

    assert told.replies[0].services[0] == "homeless-east-ayrshire"


def test_a_hub_of_the_national_plan_is_no_service_to_look_for(real: Guide) -> None:
    assert says(real, "what does the strategy ask of councils", "is there a hub in ayrshire").tier == "answer"


@pytest.mark.parametrize("told", ["he knows her number", "do i answer his calls", "what does the council do"])
def test_what_is_told_of_numbers_is_no_question_about_a_service(real: Guide, told: str) -> None:
    page = encode(real.screens.at("entry", "safe-contact"))

    assert turn(real, Asked(told, page), NOW).tier in ("answer", "suggestions")


def test_their_number_is_the_number_of_the_services_that_the_last_reply_showed(real: Guide) -> None:
    others = says(real, BED, "not them").replies[0]
    asked = says(real, BED, "not them", "what's their number").replies[0]
    hours = says(real, BED, "not them", "what's their number", "thanks", "when are they open").replies[0]

    assert others.services
    assert asked.services == hours.services == others.services


def test_a_second_choice_is_another_service_even_if_the_first_may_be_full(real: Guide) -> None:
    first = says(real, "number for rape crisis scotland").replies[0]
    second = says(real, "number for rape crisis scotland", "second choice if they're full").replies[0]

    assert second.services
    assert first.services[0] not in second.services


def test_what_the_record_says_of_a_service_comes_first_right_after_its_hours(real: Guide) -> None:
    asked = says(real, "she needs an sti test, glasgow", "is it open now", "can she just walk in").replies[0]

    assert asked.services[:1] == ("sandyford",)
    assert "Ring before" in plain(asked)


def test_who_else_takes_somebody_is_not_asked_of_the_service_just_shown(real: Guide) -> None:
    asked = says(real, "does ross-shire womens aid take trans women", "who else takes trans women").replies[0]

    assert "lgbt-health-wellbeing" in asked.services
    assert "ross-shire-womens-aid" not in asked.services


def test_a_correction_that_names_a_place_lists_what_is_there(real: Guide) -> None:
    asked = says(real, "whats near PA7", "sorry, it's for a woman. she's in argyll").replies[0]

    assert real.words("area-known", area="Argyll and Bute") in plain(asked)
    assert "women-and-children-first-renfrewshire" not in asked.services


def test_a_door_without_a_phone_is_told_with_its_hours_and_not_to_be_rung_first(real: Guide) -> None:
    asked = plain(says(real, "the thistle", "when is it open").replies[0])

    assert "9am to 9pm" in asked
    assert real.words("hours-not-known-first") not in asked


def test_a_specialist_named_without_a_number_is_who_they_means(real: Guide) -> None:
    asked = says(real, "she wants to stop selling sex, edinburgh", "do they see pregnant women").replies[0]

    assert asked.services[:1] == ("another-way",)


def test_a_service_that_is_not_listed_is_said_to_be_missing_in_a_talk_about_a_child_too(real: Guide) -> None:
    asked = says(real, "she is 15 and older men give her lifts, falkirk", "is barnardos in falkirk").replies[0]

    assert real.words("unlisted", name="Barnardos") in plain(asked)
    assert "childline" in asked.services


def test_where_services_are_in_a_place_is_answered_with_those_there(real: Guide) -> None:
    asked = says(real, "what is the nearest specialist service to kirkcaldy for a woman who sells sex").replies[0]

    assert {"national-ugly-mugs", "fife-vawp"} <= set(asked.services)


def test_a_client_whom_nothing_calls_a_man_gets_no_point_for_men(real: Guide) -> None:
    told = turn(real, Asked("client getting sanctioned, sells sex to get by, how do we challenge it"), NOW)

    assert "sarcs-self-referral" not in told.replies[0].services
    assert "A man tells me he sells sex" not in plain(told.replies[0])


@pytest.mark.parametrize(
    ("opening", "asked", "point"),
    [
        ("claimant told me she escorts", "should i mention other jobs", "jobcentre-conversation/other-work"),
        ("claimant told me she escorts", "do the police tell the dwp", "jobcentre-conversation/police-report"),
        (
            "she has no money, her PIP was refused",
            "how long to challenge the disability one",
            "money-crisis/pip-refused",
        ),
        (
            "pupil told me her pal meets men for cash",
            "her friend's scared she'll find out",
            "school-concern/friend-who-told",
        ),
        (
            "colleague seen on an escort site",
            "what about the guy who told everybody",
            "employee-discloses/pictures-going-round",
        ),
        ("airbnb used as a brothel", "should immigration come to the visit", "pop-up-brothels/immigration-along"),
        ("woman sells sex", "her ex makes her do it and takes the money", "coercion-and-control/who-controls"),
    ],
)
def test_what_staff_of_many_kinds_ask_next_is_on_the_screen(real: Guide, opening: str, asked: str, point: str) -> None:
    told = turn(real, Asked(opening), NOW)
    answered = turn(real, Asked(asked, told.replies[-1].position), NOW)

    entry, _, id = point.partition("/")
    text = filled(real.library.entries[entry].point(id).text, real.library)
    assert text.partition("{")[0][:30] in plain(answered.replies[0])


@pytest.mark.parametrize(
    ("opening", "asked", "point"),
    [
        ("partner has put naked pictures of her online", "who can see them", "images-shared-online/taking-it-down"),
        ("ex has posted a photo of her on facebook", "who else can see it", "images-shared-online/taking-it-down"),
        ("what do i write in her notes about the escorting", "who can see it", "recording/who-can-read-it"),
    ],
)
def test_who_can_see_a_picture_or_a_record_is_not_said_of_signpost(
    real: Guide, opening: str, asked: str, point: str
) -> None:
    told = turn(real, Asked(opening), NOW)
    answered = turn(real, Asked(asked, told.replies[-1].position), NOW)

    entry, _, id = point.partition("/")
    assert (answered.entries[0], answered.tier) == (entry, "answer")
    assert filled(real.library.entries[entry].point(id).text, real.library) in plain(answered.replies[0])


def test_the_number_of_a_point_that_says_to_ring_999_is_999(real: Guide) -> None:
    first = turn(real, Asked("lad 24 uses G at parties and gets paid by men"), NOW)
    under = turn(real, Asked("what if someone goes under", first.replies[0].position), NOW)
    number = turn(real, Asked("whats the number for that", under.replies[0].position), NOW)

    assert "Police, ambulance, fire: 999" in plain(number.replies[0])
