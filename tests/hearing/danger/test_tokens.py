"""The words that the crisis rules read in a message: slips corrected, halves joined, short forms opened."""

from collections.abc import Sequence

import pytest

from bot.hearing.danger.tokens import Reading
from tests.guides import HEARING


def read(message: str) -> tuple[Reading, ...]:
    return HEARING.danger.reader.read(message)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("he has a kinfe", "he has a knife"),
        ("knofe at her", "knife at her"),
        ("kn1fe", "knife"),
        ("he has a knif e", "he has a knife"),
        ("he has a knif e x x", "he has a knife x x"),
        ("kni fe", "knife"),
        ("in side with a kn ife", "in side with a knife"),
        ("k.n.i.f.e she says", "knife she says"),
        ("p.i.m.p. in a car", "pimp in a car"),
        ("he is her p.i.m.p i said", "he is her pimp i said"),
        ("i o u a lot", "ioua lot"),
        ("he has a gun g u n", "he has a gun g you n"),
        ("$trangled", "strangled"),
        ("she is 15yo", "she is 15 year old"),
        ("she is 3wks late", "she is 3 weeks late"),
        ("12pills taken", "12 pills taken"),
        ("he's od'd", "he is overdosed"),
        ("they've gone, we'll go", "they have gone we will go"),
        ("heis outside", "he is outside"),
        ("shehasaknifetoherthroat", "she has a knife to her throat"),
        ("sheisbeingheldinaflatandcannotgetout", "she is being held in a flat and cant get out"),
    ],
)
def test_a_message_is_read_in_the_words_of_the_rules(typed: str, words: str) -> None:
    [reading] = read(typed)

    assert " ".join(reading.tokens) == words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("he has a k n i f e", ("he has knife", "he has a knife")),
        ("he has a g u n", ("he has going", "he has a gun")),
        ("he is hittiny her", ("he is hitting her", "he is hit tiny her")),
        ("they havenot come", ("they have not come", "they havent come")),
        ("str@ngled her", ("strangled her", "strangles her")),
        ("he wnats to kill her", ("he wants to kill her", "he what is to kill her")),
    ],
)
def test_what_may_mean_something_else_is_read_both_ways_the_likelier_first(typed: str, words: Sequence[str]) -> None:
    assert tuple(" ".join(reading.tokens) for reading in read(typed)) == tuple(words)


@pytest.mark.parametrize(
    ("message", "edges"),
    [
        ("she fell", {0, 2}),
        ("they've gone, we'll go", {0, 3, 6}),
        ('one (two) three/four "five"', {0, 1, 2, 3, 4, 5}),
        ("hurt and left - gone", {0, 3, 4}),
        ("a follow-up", {0, 3}),
    ],
)
def test_a_part_of_a_sentence_begins_after_a_stop_or_a_dash(message: str, edges: set[int]) -> None:
    assert read(message)[0].edges == edges


def test_a_message_without_words_has_one_reading_without_any() -> None:
    assert read("...") == (Reading((), frozenset({0})),)
