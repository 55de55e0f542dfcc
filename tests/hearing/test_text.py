"""What people type, normalised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.hearing.text import TypedMessage, fold, normalise, squeeze, undouble, unleet, words
from tests.machine_speed import too_slow

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=300)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("  HELP   me \n now ", "help me now"),
        ("she’s “here” — now…", 'she\'s "here" - now...'),
        ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"),
        ("𝓱𝓮𝓵𝓹 𝐦𝐞 ⓗⓔⓛⓟ", "help me help"),
        ("h\u200be\u2060l\u00adp\ufeff", "help"),
        ("\u202ehe has a knife\u202c", "he has a knife"),
        ("Steòrnabhagh, Inbhir Nis, Àird", "steornabhagh, inbhir nis, aird"),
        ("she is sooooo scaaared", "she is soo scaared"),
        ("10000 07700900000", "10000 07700900000"),
        ("he🔪has🔥it", "he knife has it"),
        ("straße Øyvind", "strasse oyvind"),
        ("nul\x00and\x07bell", "nul and bell"),
        ("\ud800half\udfff", "half"),
        ("", ""),
    ],
)
def test_what_looks_the_same_is_spelt_the_same(typed: str, plain: str) -> None:
    assert normalise(typed) == plain


def test_the_apostrophe_tells_she_would_from_a_shed() -> None:
    assert words("she'd i'll he'll we'll we're she's") == ("shewould", "iwill", "hewill", "wewill", "we", "are", "shes")
    assert words("shed ill hell well were shes") == ("shed", "ill", "hell", "well", "were", "shes")
    assert TypedMessage.of("I'll ask her").words == TypedMessage.of("ill ask her").words


def test_letters_of_another_alphabet_that_look_latin_are_read_as_latin() -> None:
    assert normalise("hе hаs а knіfе") == "he has a knife"
    assert normalise("ΗΕLΡ") == "help"


def test_a_word_that_is_truly_of_another_alphabet_is_left_as_it_is() -> None:
    assert normalise("мені потрібна допомога").split()[1:] == ["потрібна", "допомога"]
    assert normalise("مرحبا") == "مرحبا"


@given(ANY_TEXT)
def test_plain_text_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    again = normalise(once)

    assert normalise(again) == again
    assert once == squeeze(once)


@given(ANY_TEXT)
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded, places = fold(text)

    assert len(places) == len(folded) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)


def test_folding_keeps_capitals() -> None:
    assert fold("Ｍrѕ O’Neil")[0] == "Mrs O'Neil"


def test_a_word_is_the_same_with_its_apostrophe_and_without() -> None:
    assert words("she's at john o'groats") == words("shes at john ogroats")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("k1ll", "kill"),
        ("5u1c1de", "suicide"),
        ("r@ped", "raped"),
        ("14th", "14th"),
        ("10min", "10min"),
        ("g51", "g51"),
        ("2026", "2026"),
    ],
)
def test_figures_inside_a_word_are_read_as_letters_but_not_in_a_number(typed: str, read: str) -> None:
    assert unleet(typed) == read


def test_doubled_letters_are_read_as_one() -> None:
    assert undouble("killl") == undouble("kiill") == undouble("kil")


@pytest.mark.parametrize("piece", ["a", "\u0301", "\u0591\u05b0", "ﷺ", "\ud800", "🔪", "ж", "x1", "' "])
def test_a_wall_of_anything_takes_no_longer_than_its_length(piece: str) -> None:
    wall = [(piece * 4096)[:4096]]

    assert too_slow(lambda text: (normalise(text), fold(text)), wall, 500) == []
