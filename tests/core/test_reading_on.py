"""What the page of a talk answers before anything else: a service that is named, a number, an act by its meaning."""

import pytest

from bot.channels.talk import Talk
from bot.core.reply import Asked, Mark, Turn


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
