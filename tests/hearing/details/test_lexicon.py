"""The lexicon of names: which slips of plain words it allows, and how long a word may be to be looked at."""

import pytest

from bot.hearing.details.lexicon import WordKind, stems
from tests.guides import HEARING

LEXICON = HEARING.lexicon
PLAIN, ROLE, SHORT_ROLE = "appointment", "client", "nurse"


def test_a_letter_more_fewer_or_other_at_any_place_is_a_slip_and_two_are_not() -> None:
    slips = {PLAIN[:at] + "q" + PLAIN[at:] for at in range(len(PLAIN) + 1)}
    slips |= {PLAIN[:at] + "q" + PLAIN[at + 1 :] for at in range(len(PLAIN))}
    slips |= {PLAIN[:at] + PLAIN[at + 1 :] for at in range(len(PLAIN))}
    slips |= {PLAIN[:at] + PLAIN[at + 1] + PLAIN[at] + PLAIN[at + 2 :] for at in range(len(PLAIN) - 1)}

    assert [word for word in sorted(slips) if not LEXICON.is_slip(word)] == []
    assert not any(map(LEXICON.is_slip, ("qqppointment", "appqiqtment", "appointmqnq", "qappointmentq")))


def test_a_word_for_a_person_may_have_two_slips_from_six_letters_on() -> None:
    assert {ROLE, SHORT_ROLE} <= set(LEXICON.roles)
    assert LEXICON.is_slip("cqqent")
    assert LEXICON.is_slip("qclientq")
    assert not LEXICON.is_slip("cqqqnt")
    assert not LEXICON.is_slip("nqqse")


def test_two_plain_words_run_together_and_common_endings_read_as_plain() -> None:
    assert all(map(LEXICON.reads_plain, ("needsabed", "badword", "goodgirl", "zqxvfulness", "zqxing")))
    assert not any(map(LEXICON.reads_plain, ("zqxv", "okonkwo", "zqing")))


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("tenants", {"tenant"}),
        ("stopped", {"stopp", "stop", "stoppe"}),
        ("crying", {"cry", "crye"}),
        ("shes", {"she"}),
        ("using", set()),
        ("is", set()),
    ],
)
def test_an_ending_is_taken_off_a_word_of_which_three_letters_are_left(word: str, found: set[str]) -> None:
    assert set(stems(word)) == found


def test_of_a_name_with_a_hyphen_forty_letters_are_looked_at() -> None:
    assert LEXICON.kind("anna-" + "b" * 35) is WordKind.GIVEN
    assert LEXICON.kind("anna-" + "b" * 36) is WordKind.PLAIN
    assert LEXICON.kind("anna-shire") is WordKind.PLAIN
