"""Words as the finder of names sees them: whether one opens a sentence, and how likely it is a name by itself."""

import pytest

from bot.hearing.details.words import weights_of, words_of
from tests.guides import HEARING

LEXICON = HEARING.lexicon


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Rose", True),
        ("Hi. Rose", True),
        ("he said: Rose", True),
        ("- Rose", True),
        ("(Rose", True),
        ("she met\nRose", True),
        ("ok, Rose", False),
        ("she met Rose", False),
        ("a   Rose", False),
        ("she met   Rose", False),
    ],
)
def test_a_sentence_opens_after_a_stop_a_bracket_or_a_new_line(text: str, opens: bool) -> None:
    assert words_of(text, LEXICON)[-1].opens is opens


@pytest.mark.parametrize(
    ("text", "weight", "careless"),
    [
        ("she met Shona", 3.0, 3.0),
        ("she met shona", 3.0, 3.0),
        ("she met McKay", 2.0, 2.0),
        ("she met mckay", 1.0, 1.0),
        ("she met Grace", 1.5, 2.5),
        ("she met grace", 1.0, 1.0),
        ("she met Paris", 1.25, 1.25),
        ("she met paris", 0.25, 0.25),
        ("she met Skye", 1.0, 1.0),
        ("Skye", 0.25, 0.25),
        ("she met skye", 0.0, 0.0),
        ("she met Zqxv", 1.0, 1.75),
        ("Zqxv", 0.75, 0.75),
        ("she met zqxv", 0.5, 0.5),
        ("she met Kitchen", -1.5, -1.5),
        ("she met him", -9.0, -9.0),
    ],
)
def test_a_word_is_likelier_a_name_the_less_else_it_may_be(text: str, weight: float, careless: float) -> None:
    words = words_of(text, LEXICON)

    assert weights_of(words, LEXICON, careless=False)[-1] == weight
    assert weights_of(words, LEXICON, careless=True)[-1] == careless
