"""A service on the screen is replaced if it turns out that it is not for him, or not there."""

from dataclasses import replace

import pytest

from bot.channels.talk import Talk
from bot.core.conversation import turn
from bot.core.corrections import by_age
from bot.core.guide import Guide
from bot.core.hearing import LEARNED, Danger, HeardMessage
from bot.core.position import Position, decode, encode
from bot.core.reply import Asked, Turn, plain
from bot.core.screens.registry import step_to
from bot.core.thread import Person, unpack
from bot.hearing.acts import person_reader
from bot.hearing.acts.person_reader import unless_of_person
from bot.hearing.matching.in_talk import _SO_INSTEAD
from bot.hearing.text import TypedMessage, without_taken_back
from tests.conftest import NOW, says
from tests.core.screens.test_walk_answers import begun
from tests.guides import hearing

LEARNED_DANGER = Danger("card", "danger-now", (LEARNED,))


def text_of(turn: Turn) -> str:
    """Return the words of all that a turn shows."""
    return " ".join(block.text for reply in turn.replies for block in reply.blocks)


def last(talk: Talk, *said: str) -> tuple[str, ...]:
    """Return the services on the screen after some messages of one talk."""
    position, services = "", tuple[str, ...]()
    for text in said:
        turn = talk.answer(Asked(text, position))
        position, services = turn.replies[0].position, turn.replies[0].services
    return services


@pytest.mark.parametrize(
    "correction", ["its a man not a woman", "typo its a guy", "sorry he is a trans guy", "hes a man"]
)
def test_a_service_for_women_gives_way_to_one_that_takes_him(talk: Talk, correction: str) -> None:
    assert last(talk, "tara") == ("tara",)
    assert last(talk, "tara", correction) == ("modern-slavery-helpline",)


@pytest.mark.parametrize(
    ("correction", "page"),
    [
        ("sorry its a she not a he", "she-just-told-me"),
        ("i mean she", "she-just-told-me"),
        ("sorry shes a trans woman", "lgbt-people"),
        ("sorry she, trans woman. slip of the thumb", "lgbt-people"),
    ],
)
def test_a_page_about_a_man_gives_way_if_it_is_a_woman(talk: Talk, correction: str, page: str) -> None:
    man = talk.answer(Asked("a man told me he sells sex"))
    assert man.entries[0] == "men-who-sell-sex"
    corrected = talk.answer(Asked(correction, man.replies[0].position))
    assert corrected.entries[0] == page
    assert "A man tells me" not in text_of(corrected)


def test_a_page_about_a_man_stays_if_it_is_a_man(talk: Talk) -> None:
    man = talk.answer(Asked("a man told me he sells sex"))
    assert talk.answer(Asked("its a he not a she", man.replies[0].position)).entries[0] == "men-who-sell-sex"


@pytest.mark.parametrize("correction", ["no angus", "naw, angus", "not dundee, angus", "angus"])
def test_a_service_of_one_council_gives_way_to_that_of_the_council_that_was_meant(talk: Talk, correction: str) -> None:
    assert last(talk, "dundee women's aid", "email?", correction)[0] == "angus-womens-aid"


@pytest.mark.parametrize(
    "text",
    [
        "its a man not a woman",
        "it's a man",
        "he is a man not a woman",
        "no shes a woman",
        "i keep putting she. its a lad, hes 20",
    ],
)
def test_who_the_person_is_raises_no_danger_by_itself(real: Guide, text: str) -> None:
    assert hearing(real).hear(text).only_person
    assert hearing(real).hear(text).danger is None
    assert unless_of_person(LEARNED_DANGER, person_reader.read(TypedMessage.of(text)), courteous=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "he is on her doorstep",
        "hes at her door now",
        "he put her in A&E",
        "he is in the waiting room and she is with him",
        "she phoned me and said he put her out",
        "hes 25 and shes with him right now",
        "she is 15",
    ],
)
def test_what_the_model_hears_of_a_place_an_age_or_two_people_stays(real: Guide, text: str) -> None:
    said = person_reader.read(TypedMessage.of(text), hearing(real).settings)

    assert unless_of_person(LEARNED_DANGER, said, courteous=False) is LEARNED_DANGER


def test_what_a_walk_told_of_the_person_counts_where_the_council_is_changed(real: Guide) -> None:
    ways = ("Dundee, Perth and Fife", "Dundee City", "A man", "All-round support, or not sure", "Yes")
    walk = decode(begun(real, "find-service", *ways).position)
    assert walk is not None
    shown = encode(walk.then(step_to("service", "dundee-womens-aid")))

    reply = turn(real, Asked("Renfrewshire", shown), NOW).replies[0]
    services = [real.library.services[id] for id in reply.services]

    assert services
    assert [s.id for s in services if s.eligibility.genders and "man" not in s.eligibility.genders] == []


def test_where_in_a_place_asks_for_what_the_talk_is_about(talk: Talk) -> None:
    services = last(talk, "she wants an std test but doesnt want it on her record", "where in edinburgh")

    assert services[0] == "lothian-sexual-health"


@pytest.mark.parametrize(
    "text",
    [
        "18 actually",
        "19 actually he got her age wrong",
        "sorry shes 20",
        "sorry shes 25 not 15",
        "sorry shes 18 not 17",
        "shes 25 no 15",
        "sorry 25 not 15",
        "i put 15 but shes 25",
    ],
)
def test_whoever_is_an_adult_after_all_gets_no_page_for_a_child(real: Guide, text: str) -> None:
    child = encode(real.screens.at("entry", "under-18"))

    grown = turn(real, Asked(text, child), NOW)

    assert grown.crisis is None
    assert grown.entries[0] == "young-adult-18-25"


def test_a_pupil_who_is_an_adult_after_all_gets_the_page_for_young_adults(real: Guide) -> None:
    pupil = encode(real.screens.at("entry", "school-concern"))

    assert turn(real, Asked("sorry shes 18 not 17", pupil), NOW).entries[0] == "young-adult-18-25"


@pytest.mark.parametrize("text", ["sorry shes 16 not 17", "sorry shes 25 not 15 but her sister is 15"])
def test_whoever_is_a_child_still_or_has_one_beside_her_keeps_the_page_for_a_child(real: Guide, text: str) -> None:
    child = encode(real.screens.at("entry", "under-18"))

    assert turn(real, Asked(text, child), NOW).entries[0] == "under-18"


@pytest.mark.parametrize(
    ("text", "age"), [("he's 24", "16-17"), ("he's about 30", "16-17"), ("he's 24 not 17", "18-25")]
)
def test_a_bare_he_with_an_age_is_another_man_than_the_girl_of_the_talk(talk: Talk, text: str, age: str) -> None:
    asked = talk.answer(Asked("she is 17 and sells sex"))
    answered = talk.answer(Asked(text, asked.replies[-1].position))

    position = decode(answered.replies[0].position)
    assert position is not None
    assert unpack(position.person).age == age
    assert (answered.entries[0] == "under-18") == (age == "16-17")


def test_a_bare_he_with_an_age_is_the_lad_of_the_talk(talk: Talk) -> None:
    asked = talk.answer(Asked("lad of 17 sells sex to men"))
    answered = talk.answer(Asked("he's 24", asked.replies[-1].position))

    position = decode(answered.replies[0].position)
    assert position is not None
    assert unpack(position.person).age == "18-25"


def test_he_said_by_itself_after_an_age_says_who_the_person_is(talk: Talk) -> None:
    asked = talk.answer(Asked("she is 17 and sells sex"))
    answered = talk.answer(Asked("hes 21. he", asked.replies[-1].position))

    position = decode(answered.replies[0].position)
    assert position is not None
    assert (unpack(position.person).pronoun, unpack(position.person).age) == ("he", "18-25")
    assert answered.entries[0] != "under-18"


def test_a_screen_that_the_correction_changes_nothing_on_says_so(talk: Talk, real: Guide) -> None:
    case = "she wants to report a rape from years ago, how does she start"
    asked = talk.answer(Asked(case))
    again = talk.answer(Asked("shes 32", asked.replies[-1].position))

    assert real.words("same-for-them") in text_of(again)
    assert real.words("same-for-them") not in text_of(talk.answer(Asked("its a he", asked.replies[-1].position)))


def test_a_child_who_has_turned_sixteen_is_said_to_be_a_child_still(real: Guide) -> None:
    told = turn(real, Asked("girl of 15 sends pictures to an older man for vapes"), NOW)
    pictures = turn(real, Asked("should i take screenshots of the pics", told.replies[-1].position), NOW)

    again = turn(real, Asked("sorry shes actually just turned 16", pictures.replies[-1].position), NOW)

    assert (again.crisis, again.entries[0]) == (None, "young-people-online-images")
    assert "anyone under 18 is a child abuse image" in text_of(again)


def test_a_corrected_age_in_a_talk_of_a_pupil_keeps_its_page(real: Guide) -> None:
    pupil = encode(real.screens.at("entry", "school-concern"))

    again = turn(real, Asked("typo, shes 17", pupil), NOW)

    assert (again.crisis, again.entries[0]) == (None, "school-concern")


@pytest.mark.parametrize(
    "text", ["student tells me she sells pictures of herself online, 18", "she is 22 and sells pictures of herself"]
)
def test_pages_on_children_are_offered_last_where_she_is_an_adult(talk: Talk, text: str) -> None:
    offered = talk.answer(Asked(text)).entries

    assert "young-people-online-images" in offered[1:]
    assert offered[0] not in ("young-people-online-images", "under-18")


@pytest.mark.parametrize(
    "text", ["student sells pictures online, shes 19", "lassie of 20 sells pictures of herself on snapchat"]
)
def test_a_page_on_children_is_no_answer_about_an_adult(talk: Talk, text: str) -> None:
    turn = talk.answer(Asked(text))

    assert turn.tier == "suggestions"
    assert turn.entries[0] not in ("young-people-online-images", "under-18")


def test_it_still_is_where_she_was_a_child_in_the_pictures(talk: Talk) -> None:
    turn = talk.answer(Asked("she's 18 but the pictures are from when she was 16"))

    assert (turn.tier, turn.entries[0]) == ("answer", "young-people-online-images")


def test_in_a_talk_about_an_adult_the_page_for_a_child_is_not_first_and_no_point_of_it_second(
    talk: Talk, real: Guide
) -> None:
    position = ""
    for text in (
        "student at our college told me she strips and does sugar daddy stuff to pay rent",
        "shes 18, is it a safeguarding thing",
        "she asked me to keep it to myself",
    ):
        answered = talk.answer(Asked(text, position))
        position = answered.replies[-1].position

    shown = plain(answered.replies[-1])
    assert answered.entries[0] != "under-18"
    assert not any(point.title in shown for point in real.library.entries["under-18"].points)


def test_the_card_for_an_adult_at_risk_says_he_of_a_man_and_so_does_what_follows(talk: Talk) -> None:
    card = talk.answer(Asked("young man with learning disability being sent to mens flats by his mate"))
    after = talk.answer(Asked("he says its his choice", card.replies[-1].position))

    assert card.crisis == "adult-at-risk"
    assert "if he is being hurt" in text_of(card)
    assert " she " not in text_of(card) + text_of(after)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("he was raped and doesnt want police", "he"),
        ("they were raped last night and dont want police", "they"),
        ("suicidal lad", "he"),
    ],
)
def test_words_on_a_first_screen_follow_who_is_harmed(talk: Talk, text: str, word: str) -> None:
    shown = text_of(talk.answer(Asked(text))).casefold().split()

    assert word in shown
    assert "she" not in shown


def test_a_man_who_has_taken_something_later_in_a_talk_is_not_the_person(talk: Talk) -> None:
    asked = talk.answer(Asked("her partner is violent"))
    after = talk.answer(Asked("he has overdosed now", asked.replies[-1].position))

    position = decode(after.replies[0].position)
    assert position is not None
    assert unpack(position.person).pronoun == ""


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("girl in my class sells pics and her boyfriend, 24, films it", "young-people-online-images"),
        ("actually shes 19, but he has her sister of 12 in the flat doing it too", "under-18"),
    ],
)
def test_the_age_of_somebody_else_takes_nothing_from_a_child(talk: Talk, text: str, first: str) -> None:
    asked = talk.answer(Asked("she is 17 and sells pics"))
    corrected = talk.answer(Asked(text, asked.replies[-1].position))

    assert corrected.crisis == "child-now"
    assert corrected.entries[0] == first


def test_a_list_asked_for_after_a_card_is_of_what_the_card_is_about(talk: Talk) -> None:
    first, second = last(talk, "she says someone took her phone and passport", "who do i phone at this hour")[:2]

    assert (first, second) == ("tara", "modern-slavery-helpline")


@pytest.mark.parametrize("text", ["not glasgow, were in dundee", "no perth, im in dundee"])
def test_another_place_keeps_the_page_and_says_the_area(talk: Talk, text: str) -> None:
    page = talk.answer(Asked("taxi driver, what do i say to a scared passenger who sells sex"))
    there = talk.answer(Asked(text, page.replies[-1].position))

    assert there.entries[:1] == page.entries[:1]
    assert "Dundee City" in text_of(there)


def test_who_is_there_for_a_child_in_a_place_is_no_service_for_adults(talk: Talk) -> None:
    case = "16 year old asking for condoms, i think older men are paying her"

    assert last(talk, case, "who locally in perth")[0] == "protection-perth-kinross"


def test_what_a_child_in_danger_may_need_comes_before_what_is_for_adults(real: Guide) -> None:
    case = (
        "I see a girl weekly. She is sixteen in January. She sends pictures to men and they pay her. I promised not to"
        " say anything. Am I allowed to keep that to myself?"
    )

    assert turn(real, Asked(case), NOW).entries[0] in ("under-18", "young-people-online-images")


def test_danger_in_a_talk_about_a_child_raises_the_card_for_a_child_and_not_the_one_for_adults(talk: Talk) -> None:
    first = talk.answer(Asked("14 year old back after two nights missing, new phone, lovebites, wont say where"))
    of_child = talk.answer(Asked("she says he's her bf n hes 24. says shes in love", first.replies[0].position))
    of_adult = talk.answer(Asked("she says he's her bf n hes 24. says shes in love"))

    assert of_child.crisis == "child-now"
    assert of_adult.crisis != "child-now"


def test_a_child_who_is_told_of_comes_before_a_page_on_adults_of_one_kind_even_if_a_point_of_it_is_asked(
    real: Guide,
) -> None:
    boy = Person(pronoun="he", age="under-16")
    told = HeardMessage(tier="answer", entries=("men-who-sell-sex", "lgbt-people"), person=boy)
    asked = replace(told, points={"men-who-sell-sex": "sexual-health"})

    assert by_age(real, told, boy)[0] == "under-18"
    assert by_age(real, asked, boy)[0] == "under-18"


def test_a_child_who_is_told_of_comes_before_another_page_unless_a_point_of_it_is_asked(real: Guide) -> None:
    girl = Person(pronoun="she", age="under-16")
    told = HeardMessage(tier="answer", entries=("she-is-missing", "safety-planning"), person=girl)

    assert by_age(real, told, girl)[0] == "under-18"
    assert by_age(real, replace(told, points={"she-is-missing": "who-to-phone"}), girl)[0] == "she-is-missing"


def test_in_a_talk_about_a_child_the_points_for_a_child_come_before_those_on_an_adult(talk: Talk) -> None:
    first = talk.answer(
        Asked("S3 pupil of 14 is picked up at the gate by an older boy, her pals say she does stuff for vapes")
    )
    after = talk.answer(Asked("mum will hit the roof", first.replies[0].position))

    titles = [block.text for reply in after.replies for block in reply.blocks]
    assert any("who tells the parents" in title for title in titles)
    assert not any("There is a child in the home" in title for title in titles[:4])


def test_an_age_that_she_has_not_reached_yet_makes_her_a_child(talk: Talk) -> None:
    first = talk.answer(Asked("rumour that a student has a sugar daddy"))
    turn = talk.answer(Asked("shes 18 in january", first.replies[0].position))

    assert (turn.caution, turn.entries[0]) == ("child-now", "under-18")


@pytest.mark.parametrize("text", ["and if she was 18", "what if she was over 18"])
def test_what_would_be_if_she_was_an_adult_is_not_answered_as_for_a_child(talk: Talk, text: str) -> None:
    first = talk.answer(Asked("a girl of 17 tells me a man pays her for sex"))
    turn = talk.answer(Asked(text, first.replies[0].position))

    assert turn.entries[:1] == ("young-adult-18-25",)
    assert not turn.crisis


def test_an_exact_age_after_the_card_for_a_child_leads_on_to_the_page(talk: Talk) -> None:
    first = talk.answer(Asked("she's 17 and sells pictures"))
    turn = talk.answer(Asked("shes 17", first.replies[0].position))

    assert first.crisis == "child-now"
    assert (turn.tier, turn.crisis, turn.entries[0]) == ("answer", None, "under-18")


ESCORT = "claimant says she escorts"


@pytest.mark.parametrize(
    ("first", "correction", "said_last"),
    [
        (ESCORT, "colleague says its a he. naw scratch that, she is a she", Person(pronoun="she")),
        (ESCORT, "its a man, my mistake, a woman", Person(pronoun="she")),
        (ESCORT, "its a woman. no sorry, a lad", Person(pronoun="he")),
        (ESCORT, "17. no wait she's 18", Person(age="18-25")),
        (ESCORT, "18. no wait she's 17", Person(age="16-17")),
        (ESCORT, "20. scratch that, 16", Person(age="16-17")),
        (ESCORT, "she is 16. no wait, she's 26", Person(age="adult")),
    ],
)
def test_of_two_halves_of_a_correction_the_last_counts(
    talk: Talk, first: str, correction: str, said_last: Person
) -> None:
    asked = talk.answer(Asked(first))
    corrected = talk.answer(Asked(correction, asked.replies[0].position))
    position = decode(corrected.replies[0].position)

    assert position is not None
    person = unpack(position.person)
    assert (person.pronoun, person.age) == (said_last.pronoun, said_last.age)
    assert corrected.crisis is None


def test_of_two_places_the_one_said_last_counts(talk: Talk) -> None:
    asked = talk.answer(Asked("tenant is selling sex from her flat in perth"))
    corrected = talk.answer(Asked("Fife, no sorry, Dundee", asked.replies[0].position))

    assert "Dundee City" in text_of(corrected)
    assert "Which area" not in text_of(corrected)


@pytest.mark.parametrize("text", ["she said no wait till friday", "number for tara. no wait, shelter", "no wait, 15"])
def test_words_that_take_nothing_back_stay(text: str) -> None:
    assert without_taken_back(text) == text


def test_what_staff_cannot_say_about_a_child_is_answered_and_asks_for_no_number(talk: Talk) -> None:
    first = talk.answer(
        Asked("girl of 14 in school uniform is in the shop with guys in cars, they buy her vapes and drink")
    )
    after = talk.answer(Asked("i dont know her name", first.replies[0].position))

    assert any("I do not know their name" in block.text for reply in after.replies for block in reply.blocks)


def text_after(talk: Talk, *said: str) -> str:
    """Return the words of the last screen of one talk."""
    position, shown = "", ""
    for text in said:
        turn = talk.answer(Asked(text, position))
        position, shown = turn.replies[0].position, text_of(turn)
    return shown


CHILD = "residential unit, girl of 15 came back with cash and bruises"


@pytest.mark.parametrize(
    ("child", "asked", "childs", "adults"),
    [
        (CHILD, "can she be referred to the nrm", "A child need not agree.", "Only first responders."),
        (CHILD, "does she have to agree to the nrm", "A child need not agree.", "Yes, an adult has to."),
        (CHILD, "do i have to report it", "tell your child protection lead", "We found no duty to report"),
        (CHILD, "she says it's her choice", "That does not change what you do.", "Believe her"),
        (CHILD, "will she be charged for selling sex", "a child to protect, not to charge", "Loitering or soliciting"),
        (
            "14 year old missing since friday",
            "she is back, do i ask where she was",
            "Being back does not end it",
            "not be found",
        ),
        ("boy of 16 is paid by men off an app", "do men sell sex too", "is abusing a child", "Few are ever asked"),
        ("girl of 17 sells pictures online", "is it legal", "child abuse", "Yes, for adults"),
    ],
)
def test_in_a_talk_about_a_child_the_point_for_a_child_stands_in_place_of_the_one_on_an_adult(
    talk: Talk, child: str, asked: str, childs: str, adults: str
) -> None:
    shown = text_after(talk, child, asked)

    assert childs in shown
    assert adults not in shown


@pytest.mark.parametrize("adult", ["woman of 26 sells sex and he keeps the money", "she sells sex, he keeps the money"])
def test_the_points_on_an_adult_stay_in_a_talk_about_one_or_about_somebody_of_no_known_age(
    talk: Talk, adult: str
) -> None:
    assert "Yes, an adult has to." in text_after(talk, adult, "does she have to agree to the nrm")
    assert "Believe her" in text_after(talk, adult, "she says nobody controls her")


def test_a_child_who_turns_out_to_be_an_adult_gets_the_points_on_an_adult_again(talk: Talk) -> None:
    asked = "does she have to agree to the nrm"

    assert "Yes, an adult has to." in text_after(talk, CHILD, "sorry she's 21", asked)
    assert "A child need not agree." in text_after(talk, "woman of 21 sells sex", "sorry she's 15", asked)


def test_what_to_say_to_a_child_after_a_page_on_adults_is_not_what_that_page_says(talk: Talk) -> None:
    shown = text_after(talk, CHILD, "can she be referred to the nrm", "what do i say to her")

    assert "It's your choice" not in shown
    assert "I can't keep this secret" in shown


def test_the_card_for_a_child_makes_the_talk_about_a_child_until_an_age_is_said(talk: Talk) -> None:
    gran = "gran rang about her grandson of 14, men send him money on a game"
    turn = talk.answer(Asked(gran))

    assert turn.crisis == "child-now"
    assert unpack(decode_of(turn).person).age == "under-18"
    assert unpack(decode_of(talk.answer(Asked("sorry he's 19", turn.replies[0].position))).person).age == "18-25"


def decode_of(turn: Turn) -> Position:
    """Return the position of a turn's first reply."""
    position = decode(turn.replies[0].position)
    assert position is not None
    return position


def test_a_boy_in_danger_is_he_in_what_follows(talk: Talk) -> None:
    assert "He needs somewhere to stay" in text_after(
        talk, "boy of 16 is paid by men off an app", "can he get a bed tonight"
    )


def test_an_age_that_was_checked_raises_no_danger_and_ends_the_talk_about_a_child(talk: Talk) -> None:
    lad = "night shelter, lad says he's 18, somebody else says he's only 16. goes with men for cash"
    first = talk.answer(Asked(lad))
    after = talk.answer(Asked("sorry he showed us his id he is 18", first.replies[0].position))

    assert (first.crisis, after.crisis) == ("child-now", None)
    assert after.entries[0] == "young-adult-18-25"


def test_danger_beside_a_corrected_age_still_comes_first(talk: Talk) -> None:
    first = talk.answer(Asked(CHILD))

    assert talk.answer(Asked("sorry she's 20 and he is beating her up now", first.replies[0].position)).crisis


def test_a_man_who_says_that_he_pays_a_child_is_no_talk_about_an_adult(talk: Talk) -> None:
    shown = text_after(talk, "man 45 says he pays a girl of 16 for sex", "do i have to tell anyone")

    assert "We found no duty to report" not in shown


@pytest.mark.parametrize("said", ["its her sister not her", "not me its a colleague asking", "its the gran no the dad"])
def test_a_correction_of_somebody_else_keeps_the_page(talk: Talk, real: Guide, said: str) -> None:
    asked = talk.answer(Asked("her ex is threatening to tell her work she escorts"))
    answered = talk.answer(Asked(said, asked.replies[-1].position))

    assert real.words("put-right") in text_of(answered)
    assert answered.entries[0] == asked.entries[0]


def test_a_new_place_does_not_hide_the_danger_beside_it(talk: Talk) -> None:
    asked = talk.answer(Asked("she sells sex in ayr, arrears"))
    outside, before = (
        talk.answer(Asked(said, asked.replies[-1].position))
        for said in (
            "moved to glasgow, ex found her and is outside now",
            "she moved to dundee because he was hitting her",
        )
    )

    assert (outside.crisis, before.caution) == ("danger-now", "danger-now")


def test_a_place_answers_which_area_only_while_that_is_asked(talk: Talk) -> None:
    told = talk.answer(Asked("patient just told me shes been escorting, first time ive heard this"))
    which = talk.answer(Asked("change area", told.replies[-1].position))
    notes = talk.answer(Asked("what do i write in the notes", which.replies[-1].position))

    listed = talk.answer(Asked("who helps in dundee", notes.replies[-1].position)).replies[0].services
    chosen = talk.answer(Asked("dundee", which.replies[-1].position))

    assert (listed[0], len(listed) > 1) == ("vice-versa", True)
    assert chosen.councils == ("Dundee City",)


@pytest.mark.parametrize(
    ("talk", "page", "card"),
    [
        ("she was raped by a client last night|it wasn't last night, it was last year", "past-sexual-violence", None),
        ("a client raped her yesterday|sorry, months ago i mean", "past-sexual-violence", None),
        (
            "she was raped in 2019, is it too late to report|sorry wrong year, it was 2 nights ago",
            "recent-sexual-assault",
            "recent-assault",
        ),
        ("a client hit her|not a client, her partner", "domestic-abuse-as-well", None),
        ("does she have to report the rape|she did report it", "what-police-may-tell-you", None),
    ],
)
def test_what_is_so_instead_leads_to_the_page_that_the_talks_own_names_for_it_with_its_card(
    real: Guide, talk: str, page: str, card: str | None
) -> None:
    told = says(real, *talk.split("|"))

    assert (told.entries[0], told.crisis, told.caution) == (page, card, None)


@pytest.mark.parametrize("wording", [wording for _, _, wordings in _SO_INSTEAD for wording in wordings])
def test_a_page_still_says_when_another_fits_in_the_words_that_a_correction_leads_by(real: Guide, wording: str) -> None:
    lines = [other.when for entry in real.library.entries.values() for other in entry.not_this_one]

    assert any(wording in line for line in lines), f'no "not_this_one" has "{wording}"; mend _SO_INSTEAD in in_talk.py'


@pytest.mark.parametrize(
    ("message", "point"),
    [
        ("does she have to tell the DWP", "Does she have to tell the Jobcentre?"),
        ("do i have to tell the DWP", "Must I report what she earns?"),
    ],
)
def test_what_she_must_tell_is_not_what_staff_must(real: Guide, message: str, point: str) -> None:
    heard = real.hearing.hear(message, ("earnings-and-benefit-fear",))

    assert (
        real.library.entries["earnings-and-benefit-fear"].point(heard.points["earnings-and-benefit-fear"]).title
        == point
    )


@pytest.mark.parametrize("said", ["its me that thinks it, not her", "resident, its a guy. sorry"])
def test_who_thinks_it_or_who_it_is_keeps_the_page(real: Guide, said: str) -> None:
    told = says(real, "can i support her if she keeps selling sex", said)

    assert "if he is still involved?" in text_of(told) or "if she is still involved?" in text_of(told)


def test_another_danger_in_a_correction_of_when_raises_its_card(real: Guide) -> None:
    told = says(real, "she was raped last night", "not last night, last year, but she's going to kill herself tonight")

    assert told.crisis == "suicide"


def test_a_man_put_right_beside_an_excuse_keeps_what_the_talk_is_about(real: Guide) -> None:
    told = says(
        real, "hmrc have written to her about undeclared income", "sorry its him not her, i pressed the wrong key"
    )

    assert "tax-and-hmrc" in told.entries
    assert unpack((decode(told.replies[0].position) or Position()).person).pronoun == "he"
