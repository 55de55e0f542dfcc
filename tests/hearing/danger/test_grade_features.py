"""What the model reads in a message: runs of its words and letters, and the features that have a name."""

import numpy as np
import pytest

from bot.hearing.danger.grade_features import (
    ORDINARY,
    PLACES,
    is_age,
    letter_grams,
    named,
    of_a_woman,
    placed,
    plain,
    word_grams,
)
from tests.guides import HEARING


def features(message: str) -> frozenset[str]:
    """Return the named features of a message whose sayings raise nothing."""
    words, calm = HEARING.danger.read(message)[0]
    return named(message, words, calm, ())


@pytest.mark.parametrize(
    ("token", "read"),
    [
        ("knife", "knife"),
        ("1", "#child"),
        ("17", "#child"),
        ("18", "#adult"),
        ("99", "#adult"),
        ("0", "#"),
        ("00", "#"),
        ("100", "#"),
        ("2026", "#"),
        ("٣", "#child"),  # three, as Arabic writes it
        ("፩", "፩"),  # one, as Ethiopic writes it, which is not a decimal digit
    ],
)
def test_of_a_number_only_the_age_that_it_may_be_is_read(token: str, read: str) -> None:
    assert plain(token) == read


def test_runs_of_one_to_three_words_are_read_and_denied_words_are_marked() -> None:
    grams = list(word_grams(("he", "never", "hit", "her"), {2}))

    assert grams[:4] == ["he", "never", "not hit", "her"]
    assert "never not hit her" in grams
    assert len(grams) == 4 + 3 + 2


def test_a_figure_of_speech_leaves_no_gram() -> None:
    assert list(word_grams(("", "help", ""), ())) == ["help"]
    assert list(letter_grams(("",))) == []


def test_runs_of_letters_stay_inside_a_word_whose_ends_are_blanks() -> None:
    assert list(letter_grams(("gun",))) == [" gu", "gun", "un ", " gun", "gun ", " gun "]


def test_the_shares_of_grams_have_length_one_and_rare_grams_have_more() -> None:
    weights = np.ones(PLACES, np.float32)
    places, shares = placed(["he", "he", "hit"], weights)
    weights[places[1]] = 5
    _, rarer = placed(["he", "he", "hit"], weights)

    assert len(places) == 2
    assert shares[0] > shares[1]
    assert float(shares @ shares) == pytest.approx(1)
    assert float(rarer @ rarer) == pytest.approx(1)
    assert rarer[1] > shares[1]


def test_grams_that_were_never_met_have_no_share() -> None:
    _, shares = placed(["he", "hit"], np.zeros(PLACES, np.float32))

    assert shares.tolist() == [0, 0]
    assert len(placed([], np.ones(PLACES, np.float32))[0]) == 0


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("how do i ask her about it?", {"opens with a question", "question mark", "about her", "says I"}),
        ("i am scared of him", {"says I", "about him"}),
        ("she says i am scared", {"quotes I", "about her"}),
        ("she is 15 and he is 40", {"age child", "age adult"}),
        ("template for a risk assessment", {"asks about papers or training", "few words"}),
        ("they followed us to our office again", {"about them", "about us", "some words"}),
        ("word " * 30, {"many words"}),
        ("he has never hit her", {"said: denied"}),
        ("she was raped in 2011", {"said: long ago"}),
    ],
)
def test_features_are_told_by_name(message: str, wanted: set[str]) -> None:
    assert wanted <= features(message)


@pytest.mark.parametrize(
    ("message", "place", "child"),
    [
        ("there is a girl 15 selling herself", 4, True),
        ("there is a girl 15 selling cakes", 4, False),
        ("girl 15", 1, False),
        ("the girl of 15 is here", 3, True),
        ("15 and he pays her", 0, True),
        ("15 minutes and he pays her", 0, False),
        ("she turns 15 years old soon", 2, True),
        ("she waits 15 years now", 2, False),
        ("she is 15", 2, True),
        ("there was 5 when she got there", 2, False),
        ("she is 15 minutes late", 2, False),
    ],
)
def test_a_small_number_is_an_age_by_the_words_beside_it(message: str, place: int, child: bool) -> None:
    assert is_age(tuple(message.split()), place) is child


def test_features_name_the_cards_of_the_sayings() -> None:
    assert "saying of weapon" in HEARING.danger.hear("he has a knife in his hand at the desk").parts[0].named


def test_a_plain_question_has_no_feature_of_danger() -> None:
    assert not {name for name in features("what benefits can she get") if name.startswith(("saying", "said"))}


@pytest.mark.parametrize(
    ("message", "child"),
    [
        ("couple in 14, he does all the talking", False),
        ("man in room 7 has had three women up", False),
        ("she is 14 and he does all the talking", True),
        ("girl of 14 in room 12 with a man", True),
        ("see you in 10 minutes", True),
    ],
)
def test_the_number_of_a_room_is_no_age(message: str, child: bool) -> None:
    assert ("age child" in HEARING.danger.hear(message).parts[0].named) is child


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("the lassie at the desk", "the woman at the desk"),
        ("three quines and a lass", "three women and a woman"),
        ("her girlfriend has the glass", ""),
        ("the woman at the desk", ""),
    ],
)
def test_a_message_about_a_lassie_can_be_told_of_a_woman(message: str, told: str) -> None:
    assert of_a_woman(message) == told


@pytest.mark.parametrize(
    ("message", "only"),
    [
        ("she is 16 and works in a shop", True),
        ("she is 36 and works in a shop", False),
        ("an s3 pupil says it could be a paper round", False),
        ("she is 16, works in a shop and sells pictures", False),
        ("she is 16, works in a shop and he hits her", False),
        ("she is 16 and works in a sauna", False),
    ],
)
def test_ordinary_work_has_an_age_under_18_a_place_and_nothing_else(message: str, only: bool) -> None:
    assert (ORDINARY in features(message)) is only
