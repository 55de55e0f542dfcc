"""Who a message says the person is, and what says nothing about the person."""

import pytest

from bot.core.hearing import LEARNED, Danger
from bot.core.library import Library
from bot.core.thread import Person, setting_code
from bot.hearing.acts.person_reader import may_be_of_him, read, settings_of
from bot.hearing.text import TypedMessage

CARD = Danger("card", "adult-at-risk", (LEARNED,))


@pytest.mark.parametrize(
    ("message", "person"),
    [
        ("its a he not a she sorry", Person("he")),
        ("male patient, late 40s, gets paid for sex", Person("he")),
        ("I meant she sorry", Person("she")),
        ("they use they them", Person("they")),
        ("hes a trans guy, he/him", Person("he", trans=True)),
        ("he wants rid of him", Person("he")),
        ("not 17 but 18", Person(age="18-25")),
        ("och hold on shes 17 no 27", Person(age="16-17")),
        ("shes 15 btw", Person(age="under-16")),
        ("typo 15", Person(age="under-16")),
        ("34yo woman with a learning disability", Person(age="adult")),
        ("kid of 12 wants someone to talk to", Person(age="under-16")),
        ("her kid of 12 is off school", Person()),
        ("17 year auld in the supported flats", Person(age="16-17")),
        ("she is under 18", Person(age="under-18")),
        ("she is fifteen", Person(age="under-16")),
        ("sorry shes actually just turned 16", Person(age="16-17")),
        ("she's just turned 18 btw", Person(age="18-25")),
        ("a pupil of 14 is selling pictures", Person(age="under-16")),
        ("she turns 16 in march", Person(age="under-16")),
        ("she's not sixteen yet", Person(age="under-16")),
        ("she is sixteen in January and sends men pictures", Person(age="under-16")),
        ("she will be 40 next week", Person(age="adult")),
        ("and if she was 18", Person(age="18-25")),
        ("what if she was over 18", Person(age="adult")),
        ("s4 pupil sends pictures for money", Person(age="under-18")),
        ("boy in s3 gets vapes off an older guy", Person(age="under-18")),
        ("mum of an s3 pupil told me she sells sex", Person()),
        ("she came on a visa that ran out", Person(migrant=True)),
    ],
)
def test_a_message_says_who_it_is_about(message: str, person: Person) -> None:
    assert read(TypedMessage.of(message)).person == person


@pytest.mark.parametrize(
    "message",
    [
        "14 weeks",
        "her 5 year old is with her",
        "she has been doing it since she was 15",
        "sold on the street 35 year",
        "she owes 20 quid",
        "her boyfriend says he will stop",
        "court order to keep him away, how quick",
        "how do i stop him getting in",
        "can we get him kept away from hers",
        "24/7?",
        "there will be 12 men at the house",
        "her daughter turns 16 in march",
        "she is eleven weeks gone",
        "she rang at 22:15",
        "and if he says no?",
    ],
)
def test_other_numbers_and_other_men_say_nothing_of_her(message: str) -> None:
    assert read(TypedMessage.of(message)).person == Person()


@pytest.mark.parametrize(
    ("message", "grown"),
    [
        ("sorry shes 25 not 15", True),
        ("sorry shes 18 not 17", True),
        ("shes 25 no 15", True),
        ("wrote 15 sorry shes 25", True),
        ("shes 15 not 25", False),
        ("she said 15 but shes 17", False),
        ("shes 25 not 15, her boyfriend is 17", False),
        ("her sister is 15 and shes 25", False),
        ("shes 34 and says a man makes her see men", True),  # nobody's age but hers, whoever is mentioned
        ("shes 34 and her wean was there", False),
    ],
)
def test_an_age_that_is_taken_back_is_nobodys(message: str, grown: bool) -> None:
    assert read(TypedMessage.of(message)).grown is grown


@pytest.mark.parametrize(
    ("message", "age"),
    [
        ("she says he's her bf n hes 24. says shes in love", ""),
        ("she's sixteen and he is only 25", "16-17"),
        ("she is 24 and he hits her", "18-25"),
        ("hes 24 and needs a bed", "18-25"),
        ("her pal, he's 15", "under-16"),
        ("she just told me a 22 year old gives her vapes", ""),
        ("shes been seeing a 30 yr old she met online", ""),
        ("she's 15 and going out with a 24 year old", "under-16"),
        ("she is a 22 year old student", "18-25"),
        ("ive a 22 year old here, she does escorting", "18-25"),
    ],
)
def test_the_age_of_a_grown_man_beside_her_is_not_hers(message: str, age: str) -> None:
    assert read(TypedMessage.of(message)).person.age == age


def test_a_correction_says_nothing_else() -> None:
    assert read(TypedMessage.of("its a he btw, male claimant. my bad")).alone
    assert read(TypedMessage.of("and if she's 17")).alone
    assert not read(TypedMessage.of("he's 17, is that child protection")).alone
    assert read(TypedMessage.of("sorry, shes 16")).corrects
    assert not read(TypedMessage.of("she is 16")).corrects
    assert not read(TypedMessage.of("can it wait till she is back")).corrects


@pytest.mark.parametrize(
    ("message", "setting"),
    [
        ("she's on the phone just now, what do i say", "phone"),
        ("lassie rang us in bits", "phone"),
        ("shes at the front desk and folk can hear", "desk"),
        ("ED nurse here, she wont stay", "ed"),
        ("patient in A&E says she was forced", "ed"),
        ("she is in the cells wi me", "custody"),
        ("a pupil in ma class telt me", "school"),
        ("night porter, she came down crying", "hotel"),
        ("im in her hoose and he's in the next room", "visit"),
        ("hotel receptionist here, she is on the phone to reception", "hotel"),
        ("she is not on the phone", ""),
        ("she sells sex and he takes the money", ""),
        ("men have taken over and are in her flat", ""),
        ("the man who stabbed her is in custody, she needs her locks changed", ""),
        ("her ex is in the cells, who tells her when he gets out", ""),
        ("he is in custody and sells sex", "custody"),
    ],
)
def test_a_message_says_where_staff_have_the_person(library: Library, message: str, setting: str) -> None:
    said = read(TypedMessage.of(message), settings_of(library.vocabulary))

    assert said.person.setting == (setting_code(setting) if setting else "")


def test_a_setting_alone_says_nothing_else(library: Library) -> None:
    settings = settings_of(library.vocabulary)

    assert read(TypedMessage.of("shes on the phone btw"), settings).alone
    assert not read(TypedMessage.of("shes on the phone and wants a bed"), settings).alone


@pytest.mark.parametrize(
    "message",
    [
        "young man with learning disability being sent to mens flats by his mate",
        "lad of 20 raped by a buyer last night",
        "bloke with autism, his pals take his money",
        "guy collapsed in the toilet at a party he is paid for",
        "he is 30 with a learning disability and a man sends him out for money",
    ],
)
def test_a_man_who_is_harmed_is_he_in_danger_too(message: str) -> None:
    said = read(TypedMessage.of(message))

    assert (said.person.pronoun, said.outright_beside(CARD)) == ("he", True)


@pytest.mark.parametrize(
    "message",
    [
        "a man with a knife is at the door",
        "man raped a client last night",
        "man with a learning disability is hitting staff",
        "her boyfriend is a man with a learning disability",
        "he's at the door and he is raging",
        "its a he, and he has hurt somebody",
    ],
)
def test_in_danger_he_may_be_who_brings_it(message: str) -> None:
    assert not read(TypedMessage.of(message)).outright_beside(CARD)


@pytest.mark.parametrize(
    ("message", "pronoun"),
    [
        ("he was raped and doesnt want police", "he"),
        ("suicidal lad", "he"),
        ("homeless suicidal young lad at the desk", "he"),
        ("lad raped last night", "he"),
        ("client says he was sexually assaulted by a punter", "he"),
        ("he's been trafficked", "he"),
    ],
)
def test_a_man_named_outright_is_he_in_danger(message: str, pronoun: str) -> None:
    said = read(TypedMessage.of(message))

    assert (said.person.pronoun, said.outright_beside(CARD)) == (pronoun, True)


@pytest.mark.parametrize(
    ("message", "pronoun"),
    [
        ("he's suicidal", "he"),
        ("he took an overdose", "he"),
        ("he was beaten by a punter", "he"),
        ("he was raped and his mum doesnt know", "he"),
        ("they were raped last night and dont want police", "they"),
        ("they were raped by their ex", "they"),
        ("they are suicidal", "they"),
    ],
)
def test_he_or_they_who_is_harmed_is_the_person_where_a_talk_begins(message: str, pronoun: str) -> None:
    said = read(TypedMessage.of(message))

    assert (said.person.pronoun, said.outright_beside(CARD), said.at_first) == (pronoun, False, True)


@pytest.mark.parametrize(
    "message",
    [
        "he raped her last night",
        "he has raped someone",
        "hes raped another girl",
        "he's raped again",
        "suicidal because of a lad",
        "suicidal over this man",
        "she says he was raped as a child",
        "he was raped as a child and now he hits",
        "they raped him",
        "they are threatening",
        "two girls in, they were raped",
        "residents say they were robbed by a gang",
        "he says he will kill himself if she leaves",
        "he was attacked by her brother",
        "he's at the door suicidal and she is hiding",
        "he controls her and hes been groomed by a gang",
        "he was threatened with arrest",
        "he is exploiting them",
        "the pimp says he was robbed",
    ],
)
def test_whoever_harms_her_is_not_the_person(message: str) -> None:
    said = read(TypedMessage.of(message))

    assert not said.outright_beside(CARD)
    assert not said.at_first


@pytest.mark.parametrize(
    "message",
    [
        "guy 24 chemsex, using meth",
        "guy at our hostel takes g at parties",
        "they use g at parties, young man",
        "hes my client and pays for sex",
        "pharmacy, lad of about 24 wants to know if he can get PEP, condom split with a client last night",
    ],
)
def test_a_man_who_is_helped_is_he_where_nobody_else_is_spoken_of(message: str) -> None:
    said = read(TypedMessage.of(message))

    assert (said.person.pronoun, said.outright) == ("he", False)


@pytest.mark.parametrize("message", ["man keeps phoning reception", "client was sent to other men by a man of 50"])
def test_a_man_may_be_anybody_if_nothing_says_that_he_is_helped(message: str) -> None:
    assert read(TypedMessage.of(message)).person.pronoun == ""


@pytest.mark.parametrize(
    ("message", "may_be"),
    [
        ("client getting sanctioned, sells sex to get by, how do we challenge it", False),
        ("a lad on her course is telling everyone", False),
        ("which clinics see gay men", True),
        ("is it only women that do it", True),
        ("its a he not a she, sorry", True),
    ],
)
def test_a_page_about_a_man_needs_a_message_that_mentions_one_and_not_her(message: str, may_be: bool) -> None:
    assert may_be_of_him(message) == may_be


@pytest.mark.parametrize(
    "message",
    [
        "girl 19 sells sex",
        "pupil, 18, sells pictures",
        "19 year old girl at our youth club",
        "lassie of 20 paid by men",
    ],
)
def test_a_girl_or_a_pupil_of_an_adults_age_is_an_adult(message: str) -> None:
    said = read(TypedMessage.of(message))

    assert (said.person.age, said.grown) == ("18-25", True)


@pytest.mark.parametrize("message", ["girl 17 sells sex", "man, 34, pays girl of 15", "she's 24, her sister is 14"])
def test_nobody_is_sure_to_be_an_adult_where_a_child_is_told_of(message: str) -> None:
    assert not read(TypedMessage.of(message)).grown


@pytest.mark.parametrize(
    ("message", "age"),
    [
        ("woman of 21 in our project, was exploited in care from 14", "18-25"),
        ("he was 15 when it started, he's 40 now", "adult"),
        ("she's 28, has a 5 year old", "adult"),
        ("young mum of 17, he sells her", "16-17"),
        ("sold sex since she was 14", ""),
        ("her 15 year old son found out", ""),
    ],
)
def test_an_age_long_past_or_of_her_child_hides_no_age_of_her_own(message: str, age: str) -> None:
    assert read(TypedMessage.of(message)).person.age == age


def test_child_protection_is_nobody_young() -> None:
    assert not read(TypedMessage.of("do we still tell child protection")).young
    assert read(TypedMessage.of("do we still tell a child")).young


@pytest.mark.parametrize(
    ("message", "age"),
    [
        ("man 45 says he pays a girl of 16 for sex", "16-17"),
        ("lad, 19, takes a boy of 15 to a flat", "under-16"),
        ("lad says he's 18, somebody else says he's only 16", "16-17"),
        ("woman of 34, her girl is 15", "adult"),
        ("he's 24, with a girl of 20", ""),
    ],
)
def test_beside_a_man_the_age_of_a_child_is_the_one_that_counts(message: str, age: str) -> None:
    assert read(TypedMessage.of(message)).person.age == age


@pytest.mark.parametrize(
    "message",
    [
        "boy of 16 is paid by men off an app",
        "15 year old boy in our unit comes back with cash",
        "my son is 14, a man pays",
    ],
)
def test_a_boy_is_the_person_where_a_talk_begins_even_in_danger(message: str) -> None:
    said = read(TypedMessage.of(message))

    assert (said.person.pronoun, said.at_first) == ("he", True)


@pytest.mark.parametrize("message", ["girl of 15 is sold by a boy of 17", "boy of 17 raped a girl", "her son is 15"])
def test_a_boy_beside_a_girl_or_a_woman_is_not_the_person(message: str) -> None:
    assert read(TypedMessage.of(message)).person.pronoun == ""
