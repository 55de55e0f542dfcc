"""Reading a message with the words of the glossary in plain English."""

import pytest

from bot.core.vocabulary import Glossary
from bot.hearing.glossary import GlossaryReader, GlossaryWord

ENGLISH = frozenset({"are", "the", "and", "asp", "fit", "night"})
GLOSSARY = Glossary(
    spellings={
        "lassie": "girl",
        "bairn": "child",
        "hoose": "house",
        "oot": "out",
        "an": "and",
        "fit": "what",
        "the night": "tonight",
        "cannae": "cannot",
    },
    meanings={
        "ARE": "refused asylum seeker",
        "HO": "Home Office",
        "ASP": "adult support and protection",
        "MARAC": "meeting about domestic abuse",
        "A&E": "emergency department",
        "PrEP": "medicine that prevents HIV",
        "aff the game": "stop selling sex",
        "the game": "prostitution",
        "TA": "temporary accommodation",
    },
    only_beside={"TA": ("homeless", "bed and breakfast")},
)
reader = GlossaryReader(GLOSSARY, ENGLISH, {"the": 900, "lassie": 30, "bairn": 29})


def read(message: str) -> str:
    """Return a message as the glossary reads it."""
    return reader.read(message).text


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("she's OOT the hoose", "she's out the house"),
        ("she cannae get oot.", "she cannot get out."),
        ("case at marac on Monday", "case at marac (meeting about domestic abuse) on Monday"),
        ("wants aff the game", "wants aff the game (stop selling sex)"),
        ("on the game", "on the game (prostitution)"),
        ("she went to A&E", "she went to A&E (emergency department)"),
        ("on PREP or PrEP", "on PREP (medicine that prevents HIV) or PrEP (medicine that prevents HIV)"),
        ("her hoоse 😀 is cold", "her house 😀 is cold"),  # the second o is Cyrillic
    ],
)
def test_scots_is_replaced_and_jargon_gets_its_meaning_beside_it(typed: str, plain: str) -> None:
    assert read(typed) == plain


def test_an_english_word_is_scots_only_beside_a_word_that_plainly_is() -> None:
    assert read("is she fit the night an why") == "is she fit the night an why"
    assert read("is she oot the night an why") == "is she out tonight and why"


def test_an_abbreviation_that_is_short_or_english_counts_only_in_capitals() -> None:
    assert read("are you ho asp") == "are you ho asp"
    assert read("HO says ARE") == "HO (Home Office) says ARE (refused asylum seeker)"


def test_capitals_say_nothing_in_a_message_that_is_shouted() -> None:
    assert read("WHERE ARE YOU ALL") == "WHERE ARE YOU ALL"


def test_an_ambiguous_one_counts_only_beside_one_of_its_words() -> None:
    assert read("the TA was kind") == "the TA was kind"
    assert read("in bed-and-breakfast as TA").endswith("TA (temporary accommodation)")


def test_a_meaning_is_given_once_and_at_most_eight_are() -> None:
    assert read("MARAC then MARAC").count("meeting") == 1
    many = Glossary(meanings={f"zz{letter}": f"meaning of {letter}" for letter in "abcdefghijkl"})
    found = GlossaryReader(many, ENGLISH, {}).read(" ".join(many.meanings)).found
    assert [word.typed for word in found] == [f"zz{letter}" for letter in "abcdefgh"]


def test_it_says_which_words_it_found() -> None:
    assert reader.read("oot at MARAC").found == (
        GlossaryWord("oot", "out"),
        GlossaryWord("MARAC", "meeting about domestic abuse"),
    )
    assert reader.read("nothing of it").found == ()


def test_a_word_that_the_content_uses_often_is_left_as_it_is() -> None:
    assert read("a lassie and her bairn") == "a lassie and her child"


def test_words_without_a_letter_are_never_read() -> None:
    assert GlossaryReader(Glossary(spellings={"?": "what"}), ENGLISH, {}).read("?").text == "?"
