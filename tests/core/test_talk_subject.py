"""What the page of a talk answers first, before a service that is named, a number, or an act by its meaning."""

import pytest

from bot.channels.talk import Talk
from bot.core.reply import Asked, Mark, Turn, plain


def asked(talk: Talk, *messages: str) -> Turn:
    """Return the turn of the last of some messages, each said under the answer to the one before."""
    turn = talk.answer(Asked(messages[0]))
    for message in messages[1:]:
        turn = talk.answer(Asked(message, turn.replies[0].position))
    return turn


@pytest.mark.parametrize(
    ("first", "then", "entry", "told"),
    [
        (
            "she has a conviction, must she tell an employer",
            "its pvg. what comes up",
            "convictions-and-disclosure",
            "Level 2",
        ),
        ("what is housing first", "is there housing first here", "housing-first-and-allocations", "support"),
    ],
)
def test_a_clear_question_about_the_page_is_not_taken_for_the_service_that_it_names(
    talk: Talk, first: str, then: str, entry: str, told: str
) -> None:
    turn = asked(talk, first, then)

    assert (turn.tier, turn.entries[0]) == ("answer", entry)
    assert told in " ".join(block.text for block in turn.replies[0].blocks)


@pytest.mark.parametrize("then", ["disclosure scotland number", "shelter"])
def test_a_service_by_its_name_is_still_found_in_a_talk(talk: Talk, then: str) -> None:
    turn = asked(talk, "she has a conviction, must she tell an employer", then)

    assert turn.tier == "screen"
    assert turn.replies[0].services


def test_they_said_no_already_asks_what_to_do_then_and_not_for_another_service(talk: Talk) -> None:
    turn = asked(talk, "she sells sex in asylum accommodation, can we ask for a move", "they said no already")

    assert (turn.tier, turn.entries[0]) == ("answer", "asylum-accommodation")


def test_a_last_word_before_going_home_gets_a_goodbye_and_not_a_page(talk: Talk) -> None:
    turn = asked(
        talk, "can we meet her somewhere private on the island", "the wifi here would drive you to murder. cheerio"
    )

    assert turn.crisis is None
    assert "Take care of yourself" in turn.replies[0].blocks[0].text
    assert sum(len(block.text.split()) for block in turn.replies[0].blocks) <= 40


def test_where_a_correction_says_more_than_the_age_the_point_of_the_talk_is_beside_the_page_for_children(
    talk: Talk,
) -> None:
    turn = asked(
        talk,
        "she sells sex in asylum accommodation, how much does she get a week",
        "she says shes 17 actually not 22. home office dont believe her",
    )
    headings = [block.text for block in turn.replies[0].blocks if block.mark is Mark.HEADING]

    assert turn.entries[0] == "under-18"
    assert any("asylum" in heading.casefold() for heading in headings)


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("he takes g at chemsex parties and he's paid for it", "what do i do if it happens in the hostel"),
        ("he takes g at chemsex parties and he's paid for it", "what if he passes out in our unit"),
        ("a man tells me he sells sex", "what if he od's on site"),
        ("she needs somewhere to stay tonight", "what do we do if she collapses in the hostel"),
        ("she uses heroin and sells sex", "and if she overdoses in the refuge"),
    ],
)
def test_where_somebody_may_collapse_turns_no_question_about_it_into_a_search_for_a_bed(
    talk: Talk, first: str, then: str
) -> None:
    turn = asked(talk, first, then)

    assert turn.tier != "screen"
    assert turn.crisis == "overdose" or turn.entries[0] in ("overdose-and-naloxone", "chemsex")
    assert any("999" in block.text for block in turn.replies[0].blocks)


def test_a_grant_that_is_a_public_fund_is_left_out_where_the_talk_is_about_no_recourse(talk: Talk) -> None:
    there = asked(talk, "she has no recourse to public funds", "wheres a foodbank in glasgow for her")
    elsewhere = asked(talk, "wheres a foodbank in glasgow for her")

    assert "scottish-welfare-fund" in elsewhere.replies[0].services
    assert there.replies[0].services
    assert "scottish-welfare-fund" not in there.replies[0].services


@pytest.mark.parametrize(
    ("first", "then", "entry", "told"),
    [
        ("bank closed her account cos she does cam work", "is that even legal", "setting-up-after-leaving", "notice"),
        (
            "does she have to tell the jobcentre she sells sex",
            "she's never told them all this time",
            "earnings-and-benefit-fear",
            "Fraud, a mistake, paying back",
        ),
        ("student tells me she sells sex", "can the college kick her out", "student-selling-sex", "not a crime"),
        ("a punter hurt her", "she wont go to hospital", "violent-buyer", "111"),
    ],
)
def test_a_short_question_that_names_no_subject_is_about_the_page_of_the_talk(
    talk: Talk, first: str, then: str, entry: str, told: str
) -> None:
    turn = asked(talk, first, then)

    assert turn.entries[0] == entry
    assert told in " ".join(block.text for block in turn.replies[0].blocks)


CONVICTION = "she has a conviction for soliciting"
SAID_FIRST = "do"


@pytest.mark.parametrize(
    ("first", "then", "entry", "told"),
    [
        (CONVICTION, "it was in 1998", "convictions-and-disclosure", "When is it spent?"),
        (CONVICTION, "about fifteen years ago", "convictions-and-disclosure", "When is it spent?"),
        ("she is pregnant and sells sex", "7 months", "pregnancy", "How to see a midwife"),
        ("she is pregnant and sells sex", "26 weeks", "pregnancy", "How to see a midwife"),
        ("worker here, i used to sell sex", "dont want work to know", "worker-is-a-survivor", "Must I tell my manager"),
        ("she wants to report him", "how", "reporting-to-police", "How to report, and by when"),
    ],
)
def test_a_bare_fact_in_a_talk_gets_what_the_page_says_of_it_and_not_the_whole_page(
    talk: Talk, first: str, then: str, entry: str, told: str
) -> None:
    turn = asked(talk, first, then)
    shown = plain(turn.replies[0])

    assert turn.entries[0] == entry
    assert told in shown
    assert len(shown.split()) <= 115


def test_a_few_words_that_no_page_is_about_get_the_nearest_of_the_page_and_not_all_of_it(talk: Talk) -> None:
    turn = asked(talk, "what is trafficking", "when")

    assert turn.tier == "not-covered"
    assert turn.entries == ("might-be-trafficked",)
    assert len(plain(turn.replies[0]).split()) <= 115


def test_what_was_just_read_is_said_to_be_so_and_stands_alone_with_what_is_near_it(talk: Talk) -> None:
    first = "can she be evicted for selling sex at home"
    before, again = asked(talk, first), asked(talk, first, "so can they evict her")
    headings = [block.text for block in again.replies[0].blocks if block.mark is Mark.HEADING]

    assert SAID_FIRST in {block.part for block in before.replies[0].blocks}
    assert again.replies[0].blocks[0].mark is Mark.NOTICE
    assert SAID_FIRST not in {block.part for block in again.replies[0].blocks}
    assert headings


def test_a_choice_that_begins_with_a_page_has_said_its_first_lines_and_the_next_answer_does_not(talk: Talk) -> None:
    told = "her landlord wants her out and the factor has her photo"
    choice, answer = asked(talk, told), asked(talk, told, "can she actually be evicted for it")

    assert (choice.tier, choice.entries[0]) == ("suggestions", "tenancy-at-risk-complaints")
    assert SAID_FIRST in {block.part for block in choice.replies[0].blocks}
    assert (answer.tier, answer.entries[0]) == ("answer", "tenancy-at-risk-complaints")
    assert SAID_FIRST not in {block.part for block in answer.replies[0].blocks}


@pytest.mark.parametrize(
    "said",
    [
        "lad 19 at our homeless unit has said he swaps sex for somewhere to stay",
        "she is 23 and swaps sex for a bed",
        "shes 31 and swaps sex for a place to sleep",
    ],
)
def test_no_point_for_under_18s_is_shown_for_an_adult(talk: Talk, said: str) -> None:
    turn = asked(talk, said)

    assert turn.entries[0] == "survival-sex-exchange"
    assert "child protection" not in plain(turn.replies[0])


def test_whether_a_parent_is_told_about_an_adult_is_not_answered_as_for_a_child(talk: Talk) -> None:
    grown, then = "girl of 19 wants an abortion, how late can she have one", "does her mum get told"

    assert "still a child" not in plain(asked(talk, grown, then).replies[0])
    assert "I am worried about a pupil" in plain(asked(talk, grown.replace("19", "15"), then).replies[0])


def test_what_is_for_under_18s_is_still_shown_where_no_age_is_known(talk: Talk) -> None:
    turn = asked(talk, "a young person swaps sex for somewhere to stay, what if they are under 18")

    assert "under 18" in plain(turn.replies[0])


@pytest.mark.parametrize("then", ["she says shes fine", "she tells me shes ok", "he says hes all right"])
def test_that_all_is_well_brings_up_no_tablets(talk: Talk, then: str) -> None:
    first = "romanian girl in flat with 3 others, door never answered by her, a man holds the phones"

    turn = asked(talk, first, then)

    assert turn.entries
    assert "tablets" not in plain(turn.replies[0])


def test_that_she_is_fine_after_talk_of_suicide_still_gets_what_to_do_about_that(talk: Talk) -> None:
    turn = asked(talk, "she is suicidal", "she says shes fine now")

    assert turn.entries[0] == "suicide-risk"
    assert "999" in plain(turn.replies[0])


def test_which_words_to_use_is_not_answered_twice_with_the_words_of_the_page(talk: Talk) -> None:
    first = "my colleague keeps saying prostitute and laughing about a client"

    assert asked(talk, first, "what words should i use").entries[0] == "language-to-use"
    assert asked(talk, first, "what do i say").entries[0] == "colleague-buys-sex"


@pytest.mark.parametrize(
    "said",
    [
        "tenant says the landlord lets her off the rent for sex, what do i say to her",
        "woman in tears cause her pics are all over telegram. what do i even say",
        "lad in custody says he sells to older men. what do you say to that?",
    ],
)
def test_who_asks_for_words_gets_those_of_the_page_in_place_of_a_second_point(talk: Talk, said: str) -> None:
    blocks = asked(talk, said).replies[0].blocks

    assert any(block.part == "say" for block in blocks)
    assert sum(block.mark is Mark.HEADING for block in blocks) <= 1


def test_a_list_that_nobody_chose_from_is_no_subject_once_the_talk_went_on_elsewhere(talk: Talk) -> None:
    turn = asked(
        talk,
        "im knackered, third call the day about the same woman",
        "she keeps missing appointments",
        "do i close the case",
        "manager says i must",
    )

    assert turn.entries
    assert "suicide-risk" not in turn.entries


def test_what_it_costs_is_told_by_the_page_that_the_talk_was_about_before(talk: Talk) -> None:
    turn = asked(talk, "what tests can she get", "can it be kept off her record", "and does it cost anything")

    assert "Is it free?" in plain(turn.replies[0])


@pytest.mark.parametrize("asks", ["can she get them free", "how much is it", "where"])
def test_cost_and_place_are_those_of_the_thing_and_not_of_the_number_beside_it(talk: Talk, asks: str) -> None:
    reply = asked(talk, "pharmacist here, woman wants the morning after pill for the third time", asks).replies[0]

    assert "Most pharmacies give emergency contraception free" in plain(reply)


def test_what_a_course_costs_is_told_by_the_page_on_courses(talk: Talk) -> None:
    assert "It runs free courses" in plain(asked(talk, "need training for my team of 8", "is it free").replies[0])


def test_a_place_of_several_councils_shows_the_clinic_of_them_all(talk: Talk) -> None:
    reply = asked(talk, "sexual health clinic in ayrshire").replies[0]

    assert "In East Ayrshire, North Ayrshire, South Ayrshire\nAyrshire Sexual Health: 01294 323226" in plain(reply)


@pytest.mark.parametrize("doubt", ["might be nothing", "not sure", "could it be that"])
def test_doubt_is_no_good_news(talk: Talk, doubt: str) -> None:
    told = "taxi driver here, picked up a young lassie from a hotel three nights running, different men"

    assert "Good." not in plain(asked(talk, told, doubt).replies[0])


def test_a_service_whose_hours_are_not_known_says_so_once_and_who_answers_at_night(talk: Talk) -> None:
    reply = plain(asked(talk, "shakti", "is there a number for nights").replies[0])

    assert reply.count("Hours not known") == 1
    assert "Domestic Abuse Helpline: 0800 027 1234" in reply


def test_what_a_service_costs_is_still_told_of_that_service(talk: Talk) -> None:
    turn = asked(talk, "what tests can she get", "lgbt helpline number", "is it free")

    assert "Is it free?" not in plain(turn.replies[0])


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("tara", "and trans women?", "Trans women, ask first"),
        (
            "tara",
            "will they tell the police",
            "Whether they tell the police is not known here. Ask them: 0141 276 7724.",
        ),
        ("tara", "is it confidential", "They can advise a worker without names."),
        ("shakti womens aid", "does that one cover perth", "Not Perth and Kinross, as far as is known."),
        ("shakti womens aid", "can she refer herself", "She can contact it herself."),
        ("beiras place number", "does it cost", "Free."),
        ("shelter", "is it confidential", "How private they keep it is not known here."),
        ("sandyford", "can i go with her", "Whether somebody may come with her is not known here."),
        ("beiras place number", "whats the email", "No email is known for it."),
        ("NUM", "how does she join", "She can contact it herself."),
    ],
)
def test_a_question_after_a_services_card_is_about_that_service(talk: Talk, first: str, then: str, told: str) -> None:
    reply = asked(talk, first, then).replies[0]

    assert reply.services[:1] == asked(talk, first).replies[0].services[:1]
    assert told in plain(reply)


def test_a_question_after_a_list_is_answered_for_each_service_and_once_if_no_record_says_it(talk: Talk) -> None:
    first = "is there anyone in dundee who helps women selling sex"
    known, unknown = (asked(talk, first, then).replies[0] for then in ("do they still exist", "can she bring her wean"))

    assert known.services == unknown.services
    assert "Vice Versa: As far as is known, yes" in plain(known)
    assert "CLiCK: It may not be running." in plain(known)
    assert plain(unknown).count("is not known here") == 1
    assert "01382 201 291" in plain(unknown)


@pytest.mark.parametrize(
    ("first", "then", "entry", "told"),
    [
        (
            "somewhere tonight in fife",
            "do they have to help her",
            "somewhere-to-stay-tonight",
            "must give her temporary",
        ),
        ("sexual health clinic inverness", "will they ask her name", "sexual-health", "made-up name"),
        (
            "who helps with drugs in ayr",
            "does she have to stop using first",
            "substance-use-and-selling-sex",
            "should not shut her out",
        ),
        ("domestic abuse support stirling", "will they make her leave him", "domestic-abuse-as-well", "She may stay"),
    ],
)
def test_after_a_list_the_page_for_its_need_answers_first(
    talk: Talk, first: str, then: str, entry: str, told: str
) -> None:
    turn = asked(talk, first, then)

    assert turn.entries[:1] == (entry,)
    assert told in plain(turn.replies[0])


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("she is being evicted next week", "can she take her dog"),
        ("breathing space", "should of said, hes a trans guy, he/him"),
        ("where would she go round here, sandyford?", "do they ask for her real name"),
        ("breathing space", "she said hes got a knife at the door"),
        ("victim support", "can i go with her to court"),
        ("sandyford", "do i tell her gp"),
        ("galop", "what do i write in her notes"),
        ("social work glasgow", "will they take her weans"),
    ],
)
def test_what_is_not_asked_of_the_service_gets_no_line_that_its_record_is_silent(
    talk: Talk, first: str, then: str
) -> None:
    assert "is not known here" not in plain(asked(talk, first, then).replies[0])


def test_a_talk_about_a_child_stays_about_one_whatever_page_was_shown_last(talk: Talk) -> None:
    first = "school nurse, boy of 15 has been meeting men off an app and they give him cash"

    turn = asked(talk, first, "does he need pep, it was two days ago", "who has to know, hes begging me")

    assert turn.entries[0] == "under-18"


def test_what_to_say_to_a_boy_of_17_is_not_what_to_say_to_a_man(talk: Talk) -> None:
    first = "lad 17 in our supported accommodation is getting money off older men on grindr"

    turn = asked(talk, first, "what do i say to him")

    assert turn.entries[0] == "under-18"
    assert "You're not in trouble" in plain(turn.replies[0])


def test_who_she_can_turn_to_is_not_the_team_that_staff_turn_to(talk: Talk) -> None:
    first = "she sells sex and has a wean of 3, do i need to refer"

    turn = asked(talk, first, "is there anyone she can speak to who isnt social work")

    assert "Someone to talk to" in plain(turn.replies[0])
    assert "NSPCC" not in plain(turn.replies[0])


def test_a_talk_keeps_its_subject_where_others_are_only_offered_after_it(talk: Talk) -> None:
    turn = asked(
        talk,
        "her boss has her passport and she sleeps at the massage place, shes in my college class",
        "shes on a student visa so will she be in trouble over the hours",
        "what do i ask and what do i not ask",
    )

    assert turn.entries[0] == "might-be-trafficked"


def test_news_of_somebody_else_is_no_correction_of_the_talk(talk: Talk) -> None:
    porter = "im a night porter, a man booked a room for a young lassie and pays cash"
    turn = asked(talk, porter, "btw my own cousin who is 20 has an older man on a sugar site. what do i say to her")

    assert turn.entries[0] != "hotels-and-taxis"
    assert turn.tier == "answer"


@pytest.mark.parametrize("said", ["where does it say that", "whats that from", "says who"])
def test_who_asks_where_a_page_has_it_from_gets_its_sources(talk: Talk, said: str) -> None:
    reply = asked(talk, "is selling sex legal", said).replies[0]

    assert [block.text for block in reply.blocks if block.label == "Source"]
    assert asked(talk, said).replies[0].blocks[0].text.startswith("Signpost is written from public sources.")


def test_her_poor_english_is_no_thanks(talk: Talk) -> None:
    turn = asked(talk, "she disclosed she sells sex and is 12 weeks pregnant", "her english isnt great")

    assert turn.entries[0] == "interpreter"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("shes worried about her visa", "who can she speak to", "is it confidential"), "listens in confidence"),
        (("number for a refuge in fife", "will they want her name"), "How private they keep it is not known here."),
        (("she uses heroin", "who can i ring", "do they take trans women"), "People of any gender who sell sex"),
    ],
)
def test_what_is_asked_after_a_list_is_told_of_those_on_it(talk: Talk, said: tuple[str, ...], told: str) -> None:
    assert told in plain(asked(talk, *said).replies[0])


def test_the_helpline_is_the_one_under_the_page_and_so_is_it(talk: Talk) -> None:
    first = "might she be trafficked"

    assert asked(talk, first, "whats the helpline").replies[0].services[:1] == ("tara",)
    assert "Yes. 24 hours, every day." in plain(asked(talk, first, "whats the helpline", "is it 24 hrs").replies[0])


def test_words_that_ask_one_thing_of_a_service_come_before_what_the_message_nearly_means(talk: Talk) -> None:
    said = ("number for a refuge in fife", "will they want her name", "can i refer her")

    assert "Staff can contact it for her." in plain(asked(talk, *said).replies[0])


def test_who_a_child_can_talk_to_is_never_a_service_for_adults(talk: Talk) -> None:
    said = ("boy in s3 gettin vapes off an older guy", "he says hes his pal", "who can he talk to")

    assert asked(talk, *said[:2]).entries[0] == "under-18"
    assert asked(talk, *said).replies[0].services[:2] == ("police-101", "childline")


@pytest.mark.parametrize("said", ["shes scared of her ex", "says she is scared of her partner"])
def test_fear_of_a_partner_or_an_ex_asks_for_the_page_on_domestic_abuse(talk: Talk, said: str) -> None:
    assert asked(talk, said).entries[0] == "domestic-abuse-as-well"
    assert asked(talk, "woman of 34 sells sex", said).entries[0] == "domestic-abuse-as-well"


@pytest.mark.parametrize(
    ("message", "ruled_out", "shown"),
    [
        ("benefits advice for her in north lanarkshire no the jobcentre", "jobcentre-plus", "citizens-advice-scotland"),
        ("debt advice in fife, she doesnt want citizens advice", "citizens-advice-scotland", "advice-direct-scotland"),
        ("housing advice in perth other than the council", "homeless-perth-kinross", "shelter-scotland"),
        ("domestic abuse help in stirling but not women's aid", "stirling-womens-aid", "sdafmh"),
        ("anybody but social work for a lassie of 16 in fife", "protection-fife", "childline"),
        ("no sandyford, chalmers", "sandyford", "lothian-sexual-health"),
        ("she hates going to the jobcentre, who can help with benefits", "jobcentre-plus", "citizens-advice-scotland"),
        ("trafficking support in glasgow, anyone else but tara", "tara", "migrant-help-scotland-trafficking"),
    ],
)
def test_a_service_that_is_not_wanted_is_not_shown_and_the_need_stays(
    talk: Talk, message: str, ruled_out: str, shown: str
) -> None:
    reply = talk.answer(Asked(message)).replies[0]

    assert shown in reply.services
    assert ruled_out not in reply.services


@pytest.mark.parametrize("then", ["no women's aid, she tried them", "not women's aid"])
def test_a_service_not_wanted_after_a_list_leaves_it_without_that_service(talk: Talk, then: str) -> None:
    listed = asked(talk, "domestic abuse help in stirling")
    again = asked(talk, "domestic abuse help in stirling", then).replies[0]

    assert listed.replies[0].services[0] == "stirling-womens-aid"
    assert again.services[0] == "sdafmh"
    assert "stirling-womens-aid" not in again.services
    assert "None known in this area" not in plain(again)  # there is one, and it is not wanted


@pytest.mark.parametrize("then", ["is that one free", "gies their numbers again", "anyone else", "too long"])
def test_a_service_not_wanted_stays_away_in_what_follows(talk: Talk, then: str) -> None:
    said = ("housing help in west lothian", "not the council, shes been there", then)
    reply = asked(talk, *said).replies[0]

    assert reply.services
    assert "homeless-west-lothian" not in reply.services
    assert "01506 280000" not in plain(reply)


def test_the_service_of_a_page_may_be_ruled_out_too(talk: Talk) -> None:
    told = ("is she trafficked if a man keeps her passport", "not tara, she tried them")

    assert "tara" in asked(talk, told[0]).replies[0].services
    assert asked(talk, *told).replies[0].services
    assert "tara" not in asked(talk, *told).replies[0].services


@pytest.mark.parametrize(
    ("message", "service"),
    [
        ("is there no women's aid in orkney", "orkney-womens-aid"),
        ("no number for women's aid stirling?", "stirling-womens-aid"),
        ("not sure if samaritans is open", "samaritans"),
    ],
)
def test_a_service_after_no_or_not_may_still_be_asked_for(talk: Talk, message: str, service: str) -> None:
    assert service in talk.answer(Asked(message)).replies[0].services


@pytest.mark.parametrize("after", ["sandyford number", "housing help for women in glasgow", "she wants a smear"])
@pytest.mark.parametrize("then", ["can ye email me that", "could you text me that", "can you send me the number"])
def test_signpost_says_that_it_cannot_send_anything_whatever_is_on_the_screen(
    talk: Talk, after: str, then: str
) -> None:
    assert "cannot send anything" in plain(asked(talk, after, then).replies[0])


@pytest.mark.parametrize("then", ["email?", "can she email them", "do they have an email"])
def test_an_email_of_the_service_is_still_asked_of_the_service(talk: Talk, then: str) -> None:
    assert "No email is known for it." in plain(asked(talk, "sandyford number", then).replies[0])


@pytest.mark.parametrize("then", ["mair like that", "more like them", "any more of those"])
def test_more_like_those_of_a_list_are_others(talk: Talk, then: str) -> None:
    first = asked(talk, "housing help for women in glasgow").replies[0].services
    more = asked(talk, "housing help for women in glasgow", then).replies[0].services

    assert more
    assert set(more).isdisjoint(first)


def test_what_something_costs_is_asked_of_the_scheme_named_last(talk: Talk) -> None:
    named = asked(talk, "what is the scottish welfare fund")
    cost = asked(talk, "what is the scottish welfare fund", "and does that cost").replies[0]

    assert named.replies[0].services[0] == "scottish-welfare-fund"
    assert cost.services[0] == "scottish-welfare-fund"
    assert "Free: a grant is not paid back." in plain(cost)


def test_who_does_that_in_a_place_asks_for_those_who_do_just_that(talk: Talk) -> None:
    reply = asked(talk, "does she need immigration advice before she signs", "who does that free, edinburgh").replies[0]

    assert reply.services
    assert all("immigration" in talk.guide().library.services[id].needs for id in reply.services)


def test_a_question_that_names_a_place_too_is_first_a_question(talk: Talk) -> None:
    turn = asked(talk, "where can she get money help", "nrm? shes fae peterhead no abroad")

    assert turn.entries[0] == "nrm-explained"


def test_no_money_at_all_is_news_and_no_no(talk: Talk) -> None:
    assert "All right." not in plain(asked(talk, "pupil of 15 sells pictures", "no money at all").replies[0])


def test_a_child_who_cannot_go_home_is_not_offered_the_page_on_public_funds(talk: Talk) -> None:
    turn = asked(talk, "a girl of 16 says a man pays for her room", "she's in dundee and cant go home tonight")

    assert turn.entries[0] == "under-18"
    assert "no-recourse-to-public-funds" not in turn.entries
    assert "public funds" not in plain(turn.replies[0])


def test_a_boy_is_shown_those_for_a_child_before_a_bed_for_adults(talk: Talk) -> None:
    boy = ("boy of 15 sleeping on couches of men who pay him", "where would a boy like that go in edinburgh")
    services = asked(talk, *boy).replies[0].services

    assert services[0] == "protection-edinburgh"
    assert "childline" in services
    assert "homeless-edinburgh" not in services


def test_a_line_for_fines_is_said_to_be_missing(talk: Talk) -> None:
    assert "does not list fines phone line" in plain(talk.answer(Asked("fines phone line?")).replies[0])
    assert "does not list" not in plain(talk.answer(Asked("she has fines she cant pay")).replies[0])


@pytest.mark.parametrize("first", ["is there anyone at all answering tonight", "anybody answering the noo"])
def test_who_answers_now_is_a_list(talk: Talk, first: str) -> None:
    turn = talk.answer(Asked(first))

    assert turn.tier == "screen"
    assert "samaritans" in turn.replies[0].services


@pytest.mark.parametrize(
    ("then", "told"),
    [
        ("have you anything in tigrinya", "English only"),
        ("youre no going to diagnose her are ye", "a program, not a person"),
        ("sec, phones goin", "Take your time"),
        ("doc is wi her now n shes agreed to go in. phew", "Glad somebody is there"),
    ],
)
def test_small_talk_between_questions_finds_no_page(talk: Talk, then: str, told: str) -> None:
    assert told in plain(asked(talk, "she wants a smear, glasgow", then).replies[0])


@pytest.mark.parametrize(
    ("message", "number"),
    [("help in edinburgh", "08088 01 03 02"), ("domestic abuse help in perth", "0800 027 1234")],
)
def test_the_gist_of_a_list_keeps_a_number(talk: Talk, message: str, number: str) -> None:
    gist = plain(asked(talk, message, "too long, gies the gist").replies[0])

    assert number in gist
    assert ":\n" not in gist  # no heading without what it heads


CASE = (
    "she is 41 and doing four months for shoplifting, sells sex on the outside, "
    "and she gets out next week with no house and nothing in her purse"
)


def test_a_case_that_asks_nothing_has_what_to_do_first_before_any_one_point(talk: Talk) -> None:
    blocks = talk.answer(Asked(CASE)).replies[0].blocks
    labels = [block.label for block in blocks]
    points = [place for place, block in enumerate(blocks) if block.mark is Mark.HEADING]

    assert points
    assert labels.index("Do first") < points[0]


def test_a_case_that_asks_something_has_the_answer_first(talk: Talk) -> None:
    blocks = talk.answer(Asked(f"{CASE}. how do we get her a bed")).replies[0].blocks
    text = next(place for place, block in enumerate(blocks) if block.mark is Mark.TEXT and "homeless" in block.text)

    assert text < [block.label for block in blocks].index("Do first")


def test_who_says_their_job_and_describes_a_case_gets_the_words_for_that_job(talk: Talk) -> None:
    first = talk.answer(Asked("midwife in perth. she's twenty weeks, and her boyfriend has her working from the flat"))
    other = talk.answer(Asked("she's twenty weeks, and her boyfriend has her working from the flat"))

    assert "In your job: Midwives, ask about safety" in plain(first.replies[0])
    assert "In your job" not in plain(other.replies[0])


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("she sells sex in asylum accommodation, can we ask for a move", "what if she doesnt want to"),
        ("mental health nurse, a woman who escorts has flashbacks", "how long does that take"),
        ("nurse, woman hit by a punter, she doesnt want the police", "what if she changes her mind"),
    ],
)
def test_a_follow_up_that_names_nothing_is_only_about_what_the_talk_is_about(talk: Talk, first: str, then: str) -> None:
    before = talk.answer(Asked(first))

    turn = talk.answer(Asked(then, before.replies[0].position))

    told = {id.partition("/")[0] for id in (turn.finding.entries if turn.finding else turn.entries)}
    assert told <= set(before.entries)


@pytest.mark.parametrize(
    ("said", "child"),
    [
        (("police, her ex threatens to tell her work that she escorts", "what do i write down"), False),
        (("gp receptionist, she asks if her escorting will show on her record", "can she get it taken off"), False),
        (("guidance teacher, a girl in s4 is paid for pictures", "what do i write down"), True),
    ],
)
def test_what_is_only_for_under_18s_is_not_offered_first_in_a_talk_about_an_adult(
    talk: Talk, said: tuple[str, ...], child: bool
) -> None:
    turn = asked(talk, *said)

    assert (turn.entries[0] in ("school-concern", "under-18", "young-people-online-images")) is child
    assert ("pupil" in plain(turn.replies[0]) or "Write down their words" in plain(turn.replies[0])) is child


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        (
            "college tutor, an ex has shared her onlyfans videos round the class",
            "is that legal",
            "is a crime in Scotland",
        ),
        ("an employee was seen on an escort site, can i sack her", "is that legal", "relates to the job"),
        ("a client tells me he pays for sex", "is it illegal", "Paying an adult for sex in private"),
        ("does she have to tell the jobcentre about her escorting money", "what if she doesnt", "mistake"),
        ("pupil of 14 gets money from an older man", "do i have to report it", "tell your child protection lead"),
        ("eviction hearing over her selling sex at home", "who pays", "legal aid may pay"),
        ("custody, she is in for soliciting, will it be on her record", "how long for", "spent 1 year after"),
    ],
)
def test_a_few_words_about_law_duty_time_or_cost_ask_it_of_the_page(
    talk: Talk, first: str, then: str, told: str
) -> None:
    assert told in plain(asked(talk, first, then).replies[0])


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("work coach, a claimant says she escorts", "ok then what", "A partner has moved in"),
        ("who can help her in glasgow, she sells sex", "then what", "Routes Out:"),
        ("nurse, a woman who sells sex wants tests", "same for a man?", "Is it the same for a man?"),
        (
            "woman with a learning disability is paid for sex in her flat",
            "where would they go the night",
            "the council",
        ),
        (
            "student selling webcam from halls, on a visa",
            "can i tell her that",
            "not legal, medical or benefits advice",
        ),
        ("asylum accommodation, she is picked up by men", "who pays", "No page says just that."),
    ],
)
def test_what_comes_next_and_whether_it_holds_or_may_be_told_is_no_question_about_a_service(
    talk: Talk, first: str, then: str, told: str
) -> None:
    assert told in plain(asked(talk, first, then).replies[0])


def test_a_talk_that_is_dropped_for_another_leaves_nobody_and_no_page_behind(talk: Talk) -> None:
    buyer = "a male tenant says he pays for sex"
    other = "a tenant upstairs is selling sex and the neighbours want them out"
    dropped, alone = asked(talk, buyer, f"actually forget that. {other}"), talk.answer(Asked(other))

    assert dropped.replies[0].blocks == alone.replies[0].blocks


@pytest.mark.parametrize(
    ("first", "then", "told"),
    [
        ("work coach, a claimant says she escorts", "ta. shes going now what do i say before she leaves", "safe to go"),
        ("a lassie in our hostel sells sex for crack", "she's no wanting to stop btw. just wants to be safer", "safe"),
        ("an employee was seen on an escort site, can i sack her", "what do i say to the others", "people passing it"),
        ("hotel, we think a guest is being sold", "what do i say on the phone", "Room or plate"),
        ("a mum sells sex in the evenings", "is there somewhere for her and the baby tonight", "Must the council help"),
        (
            "nurse, an abscess in her groin, she sells sex",
            "thats her away, anything i should say at the door",
            "safe to go",
        ),
        (
            "anti social behaviour team, 2 women working from a flat, one lease holder",
            "is that illegal",
            "a brothel can be an offence",
        ),
        ("hotel, we think a guest is being sold", "will they say it was me", "do not want to be named"),
    ],
)
def test_what_to_say_as_she_goes_and_who_else_to_tell_is_answered_for_that_moment(
    talk: Talk, first: str, then: str, told: str
) -> None:
    shown = plain(asked(talk, first, then).replies[0])

    assert told in shown
    assert "wants to stop or leave" not in shown


@pytest.mark.parametrize("then", ["is there a support worker for her", "who could support her"])
def test_who_could_support_her_is_asked_of_the_services(talk: Talk, then: str) -> None:
    assert asked(talk, "a mum sells sex in the evenings", then).replies[0].services
    assert asked(talk, "a mum sells sex in the evenings", then).tier == "screen"


@pytest.mark.parametrize(
    ("message", "page"),
    [
        (
            'gp here. 40 year old pt, repeat sti screens, hints about "work at nights". should i just ask her straight',
            "how-to-ask/plain-or-hints",
        ),
        (
            "clinic, dundee. husband never leaves the room and sends her out to work, i think. how do I see her alone",
            "coercion-and-control/seeing-alone",
        ),
        (
            "Housing support, Inverness. Young man, 23, sells sex to guys off an app and wants to talk to someone. "
            "every service i find is women only. who is there",
            "men-who-sell-sex/who-takes-men",
        ),
        (
            "Youth housing support, Paisley. Tenant 22 always has new phones and men round. I'd like to bring it up "
            "with her but not have her think I'm judging",
            "how-to-ask/opening-words",
        ),
    ],
)
def test_the_question_or_the_wish_in_a_case_decides_which_page_comes_first(talk: Talk, message: str, page: str) -> None:
    found = talk.answer(Asked(message)).finding

    assert found is not None
    assert f"{found.entries[0]}/{found.point}" == page
