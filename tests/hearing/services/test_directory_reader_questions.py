"""What is only asked about a service: the words that ask it with its name, and ordinary words that ask other things."""

import pytest

from bot.core.guide import Guide
from bot.core.hearing import HeardDirectory


def read(real: Guide, message: str) -> HeardDirectory:
    """Return what a message asks of the directory; if it asks nothing, an empty question."""
    return real.hearing.hear(message).directory or HeardDirectory()


@pytest.mark.parametrize(
    ("message", "service", "question"),
    [
        ("does shakti take trans women", "shakti-womens-aid", "do-they-take-trans-people"),
        ("womens rights centre - would they deal wi a trans lassie", "swrc", "do-they-take-trans-people"),
        ("is beiras place for men too", "beiras-place", "do-they-take-men"),
        ("can a fella phone the domestic abuse helpline", "sdafmh", "do-they-take-men"),
        ("does the compass centre see 14 year olds", "compass-centre-shetland", "do-they-take-under-18s"),
        ("routes out glasgow does it still run", "routes-out", "are-they-still-running"),
        ("who runs another way in edinburgh", "another-way", "who-runs-them"),
        ("can i go with her to sandyford", "sandyford", "can-i-come-too"),
        ("is the rape crisis helpline confidential", "rape-crisis-scotland-helpline", "is-it-confidential"),
        ("how long is the wait for victim support", "victim-support-scotland", "how-long-is-their-wait"),
        ("will sandyford tell his doctor", "sandyford", "who-do-they-tell"),
        ("can someone from perth use shakti", "shakti-womens-aid", "do-they-cover-here"),
        ("is there childcare at routes out", "routes-out", "can-she-bring-the-children"),
        ("is victim support any good for someone deaf", "victim-support-scotland", "can-disabled-people-use-it"),
    ],
)
def test_a_question_about_a_service_is_heard_with_its_name(
    real: Guide, message: str, service: str, question: str
) -> None:
    asked = read(real, message)

    assert (asked.services[:1], asked.question) == ((service,), question)
    assert asked.leads
    assert asked.sure


@pytest.mark.parametrize(
    "message",
    [
        "can i go with her to court",
        "how long is the wait for a council house",
        "does she have to give her name to the sheriff",
        "can she bring her kids to the interview",
        "do i have to tell her gp",
        "will the police tell her mum",
        "would social work take her weans",
        "can she stay here with her baby",
        "most stuff is for women, what do i tell him",
        "help wi her leccy bill",
        "how long does the nrm take",
        "how long this NRM take",
    ],
)
def test_the_same_words_about_something_else_ask_no_service(real: Guide, message: str) -> None:
    asked = read(real, message)

    assert not (asked.services and asked.question and asked.sure)


@pytest.mark.parametrize(
    ("message", "name", "need"),
    [
        ("number for turning point", "Turning Point", "drugs-alcohol"),
        ("barnardos in dundee, have you a number", "Barnardos", "children"),
        ("would cruse take her", "Cruse", "talk-to-someone"),
        ("her brother died last year. would cruse take her", "Cruse", "talk-to-someone"),
        ("salvation army in inverness", "Salvation Army", "somewhere-tonight"),
    ],
)
def test_a_well_known_service_that_is_not_listed_is_heard_as_such(
    real: Guide, message: str, name: str, need: str
) -> None:
    asked = read(real, message)

    assert (asked.unlisted, asked.services, asked.needs[-1:]) == (name, (), (need,))


@pytest.mark.parametrize(
    "message",
    [
        "turning point in her life, what do i say",
        "she volunteered with barnardos before",
        "with her health in mind",
        "he was in the salvation army",
        "a cruise for her birthday",
        "turning point glasgow",
        "samaritans dundee",
    ],
)
def test_no_other_words_are_taken_for_a_service_that_is_not_listed(real: Guide, message: str) -> None:
    assert read(real, message).unlisted == ""


@pytest.mark.parametrize(
    ("message", "council"),
    [
        ("number for east ayrshire womens aid", "S12000008"),
        ("is there a rape crisis in dumfries", "S12000006"),
        ("rape crisis orkney", ""),
        ("womens aid perth", ""),
        ("samaritans dundee", ""),
        ("womens aid", ""),
    ],
)
def test_a_local_name_that_only_a_national_service_has_is_not_there(real: Guide, message: str, council: str) -> None:
    assert read(real, message).not_there == council
