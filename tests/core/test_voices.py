"""Content follows the person a talk is about: she, he or they."""

from dataclasses import replace

import pytest

from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.voices import MARK, VOICES, Voice, fitted, in_voice, spoken


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (
            "she",
            "She wants her phone. Ask her what she is afraid of, and let her speak for herself. The woman has rights.",
        ),
        ("he", "He wants his phone. Ask him what he is afraid of, and let him speak for himself. The man has rights."),
        (
            "they",
            "They want their phone. Ask them what they are afraid of, and let them speak for themselves. "
            "The person has rights.",
        ),
    ],
)
def test_a_sentence_is_told_in_each_voice(voice: Voice, said: str) -> None:
    marked = (
        "{She} {wants|want} {her|his|their} phone. Ask {her} what {she} {is|are} afraid of, "
        "and let {her} speak for {herself}. The {woman} has rights."
    )

    assert fitted(marked, voice) == said


@pytest.mark.parametrize(
    "text", ["Within {fact:window}.", "Phone {service:day-line}.", "In {area}.", "{}", "{a|b|c|d}"]
)
def test_quotes_and_blanks_are_no_marks(text: str) -> None:
    assert fitted(text, "he") == text


def test_a_library_says_she_until_a_talk_says_otherwise(library: Library) -> None:
    entry = next(iter(library.entries.values()))
    told = spoken(replace(library, entries={**library.entries, entry.id: replace(entry, first="Ask {her}.")}))

    assert told.entries[entry.id].first == "Ask her."
    assert in_voice(told, "").entries[entry.id].first == "Ask her."
    assert in_voice(told, "he").entries[entry.id].first == "Ask him."
    assert in_voice(told, "they").entries[entry.id].first == "Ask them."


@pytest.mark.parametrize(("voice", "whom"), [("he", "him"), ("they", "them")])
def test_flows_cards_services_and_short_messages_follow_too(library: Library, voice: Voice, whom: str) -> None:
    told = in_voice(library, voice)

    assert told.flows["danger-now"].outcomes["stay-with-her"].first.startswith(f"Stay with {whom}.")
    assert told.crisis["missing"].title == f"Somebody is missing, and you fear for {whom}"
    assert told.messages["by-staff"] == f"Staff can contact it for {whom}."
    assert f"a card to give {whom}" in told.acts["send-me-that"].reply.lower()
    assert f"phone the council for {whom}" in told.services["shelter-scotland"].referral.what_happens


@pytest.mark.parametrize("voice", VOICES)
def test_nothing_in_a_library_shows_a_mark(library: Library, voice: Voice) -> None:
    told = in_voice(library, voice)
    kinds = (told.entries, told.flows, told.crisis, told.acts, told.services, told.messages, told.vocabulary.themes)

    assert MARK.search(" ".join(repr(thing) for kind in kinds for thing in kind.values())) is None


def test_what_was_left_out_of_a_library_stays_out_in_every_voice(library: Library) -> None:
    entry = next(iter(library.entries.values()))
    told = spoken(replace(library, entries={**library.entries, entry.id: replace(entry, first="Ask {her}.")}))
    left = replace(told, entries={id: one for id, one in told.entries.items() if id != entry.id})

    assert list(in_voice(left, "he").entries) == [id for id in library.entries if id != entry.id]


def test_no_page_on_a_home_asks_for_a_place_for_women_only_for_a_man(real: Guide) -> None:
    pages = [entry for entry in in_voice(real.library, "he").entries.values() if entry.theme == "home"]

    assert pages
    assert not [point.id for entry in pages for point in entry.points if "women-only" in point.text]
