"""A service on the screen gives way where it turns out not to be for him, or not to be there."""

import pytest

from bot.channels.talk import Talk
from bot.core.guide import Guide
from bot.core.reply import Asked
from tests.guides import hearing


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


@pytest.mark.parametrize("correction", ["no angus", "naw, angus", "not dundee, angus", "angus"])
def test_a_service_of_one_council_gives_way_to_that_of_the_council_that_was_meant(talk: Talk, correction: str) -> None:
    assert last(talk, "dundee women's aid", "email?", correction)[0] == "angus-womens-aid"


@pytest.mark.parametrize("text", ["its a man not a woman", "it's a man", "he is a man not a woman", "no shes a woman"])
def test_who_the_person_is_raises_no_danger_by_itself(real: Guide, text: str) -> None:
    assert hearing(real).hear(text).only_person
    assert hearing(real).hear(text).danger is None


def test_where_in_a_place_asks_for_what_the_talk_is_about(talk: Talk) -> None:
    services = last(talk, "she wants an std test but doesnt want it on her record", "where in edinburgh")

    assert services[0] == "lothian-sexual-health"
