"""What typing slips cost, between the word that was meant and the one that was typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.hearing.speller import KEY_ROWS, slip_cost

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)
FAR = 99.0


@pytest.mark.parametrize(
    ("meant", "likely", "unlikely"),
    [
        ("rent", "rebt", "rezt"),  # the next key, against any other letter
        ("rent", "rnet", "rtne"),  # two neighbours swapped, against three letters turned about
        ("rent", "rennt", "rexnt"),  # a letter twice, against one that was not there
        ("letter", "leter", "lettr"),  # a double letter typed once, against one left out
        ("rent", "rwnt", "rdnt"),  # a neighbour of the same row, against one of the next
        ("rent", "rdnt", "rpnt"),  # one of the next row, against a far key
    ],
)
def test_a_likely_slip_costs_less_than_an_unlikely_one(meant: str, likely: str, unlikely: str) -> None:
    assert 0 < slip_cost(meant, likely, FAR) < slip_cost(meant, unlikely, FAR)


@given(WORDS)
def test_a_word_typed_as_it_was_meant_costs_nothing(word: str) -> None:
    assert slip_cost(word, word, FAR) == 0


@given(WORDS, WORDS)
def test_other_words_cost_something_and_at_most_all_their_letters(meant: str, typed: str) -> None:
    cost = slip_cost(meant, typed, FAR)

    assert (cost == 0) == (meant == typed)
    assert cost <= len(meant) * 1.0 + len(typed) * 1.3 + 1e-9


@given(WORDS, WORDS, st.floats(0, 5))
def test_what_costs_more_than_is_borne_says_so_and_what_costs_less_is_exact(
    meant: str, typed: str, borne: float
) -> None:
    whole, bounded = slip_cost(meant, typed, FAR), slip_cost(meant, typed, borne)

    assert bounded == whole if whole <= borne else bounded > borne


def test_the_keys_are_written_down_once_for_all_that_look_for_slips() -> None:
    package = Path(bot.__file__).parent
    sources = [*package.rglob("*.py"), *(package.parent / "training").glob("*.py")]
    named = [path.relative_to(package.parent).as_posix() for path in sources if KEY_ROWS[0] in path.read_text("utf-8")]

    assert named == ["bot/hearing/speller.py"]
