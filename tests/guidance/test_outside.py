"""What the guidance leaves to others: enough examples to recognise it, and replies that keep their promises."""

from pathlib import Path

import pytest
import yaml

from bot.content.loaded_content import same
from bot.core.guide import Guide
from bot.core.library import Library

UNSEEN = Path(__file__).parents[1] / "matching" / "outside_unseen.yaml"
FEWEST = {
    "it-and-staff-matters": 110,
    "other-council-matters": 130,
    "ordinary-health": 110,
    "ordinary-benefits-and-housing": 130,
    "ordinary-work-and-school": 100,
    "ordinary-crime-and-law": 110,
    "near-the-domain": 220,
    "buying": 110,
    "chit-chat": 90,
    "instructions-to-the-bot": 90,
    "abuse": 70,
    "gibberish": 50,
    "other-languages": 90,
}


@pytest.fixture(name="unseen", scope="module")
def _unseen() -> list[dict[str, str]]:
    unseen: list[dict[str, str]] = yaml.load(UNSEEN.read_text("utf-8"), yaml.CSafeLoader)
    return unseen


def test_each_kind_has_enough_examples_to_be_told_apart(library: Library) -> None:
    few = {id: len(kind.examples) for id, kind in library.outside.items() if len(kind.examples) < FEWEST[id]}

    assert library.outside.keys() == FEWEST.keys()
    assert few == {}


def test_the_blind_check_stays_blind(library: Library, unseen: list[dict[str, str]]) -> None:
    seen = {same(example) for kind in library.outside.values() for example in kind.examples}
    seen |= {same(phrasing) for entry in library.entries.values() for phrasing in entry.asked}

    assert len({same(message["text"]) for message in unseen}) == len(unseen) == 200
    assert [message["text"] for message in unseen if same(message["text"]) in seen] == []


def test_the_blind_check_holds_messages_of_every_kind(library: Library, unseen: list[dict[str, str]]) -> None:
    assert {message["kind"] for message in unseen} == library.outside.keys()


def test_a_buyer_is_led_only_to_where_a_crime_is_told_and_harm_prevented(library: Library) -> None:
    allowed = {"police-101", "police-999", "crimestoppers", "modern-slavery-helpline", "stop-it-now-scotland"}

    assert set(library.outside["buying"].services) <= allowed


def test_another_language_leads_only_to_lines_that_are_recorded_with_interpreting(library: Library) -> None:
    languages = {id: library.services[id].languages for id in library.outside["other-languages"].services}

    assert languages
    assert all("nterpret" in recorded for recorded in languages.values()), languages


@pytest.mark.parametrize("id", ["near-the-domain", "ordinary-health", "ordinary-crime-and-law", "gibberish", "buying"])
def test_a_reply_where_danger_may_be_hidden_says_999(library: Library, id: str) -> None:
    assert "999" in library.outside[id].reply


def test_each_reply_is_true_of_whatever_was_asked(library: Library) -> None:
    """A message may be taken for another kind, such as a puncture for health, so no reply names its subject."""
    own = {"buying", "other-languages"}  # each has its own words that a message must hold
    begins = ("Signpost has nothing on that", "Signpost has nothing to say to that", "Signpost could not make sense")

    assert [id for id, kind in library.outside.items() if id not in own and not kind.reply.startswith(begins)] == []


@pytest.mark.parametrize("message", ["their number", "info", "stuff", "toilets", "elephant", "tractor"])
def test_who_insulted_nobody_is_not_answered_as_if_they_had(real: Guide, message: str) -> None:
    assert real.hearing.hear(message).not_ours != "abuse"


@pytest.mark.parametrize("message", ["what a load of crap", "yer a daft numpty so ye are", "dirty slags"])
def test_an_insult_is_left_there(real: Guide, message: str) -> None:
    assert real.hearing.hear(message).not_ours == "abuse"
