"""Content changes during a talk: the next answer says so in one quiet line, and nothing is stored for it."""

from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web import answer_address
from bot.core.conversation import turn
from bot.core.guide import Guide, guide
from bot.core.library import Library
from bot.core.position import ALPHABET, LENGTH, Position, decode, encode
from bot.core.reply import Asked, Mark, Opened, Pressed, Reply, Turn
from tests.conftest import NOW
from tests.guides import talking

NOTES = "recording"
QUESTION = "can she read the notes"


def edited(real: Guide, **changes: object) -> Guide:
    """Return the guide of the same library with other entries, flows, services or facts."""
    library = replace(real.library, **changes)  # type: ignore[arg-type]  # each is a field of the library
    return guide(library, real.hearing)


def with_entry(real: Guide, entry: str, **changes: object) -> Guide:
    """Return the guide with one entry changed."""
    new = replace(real.library.entries[entry], **changes)  # type: ignore[arg-type]  # each is a field of the entry
    return edited(real, entries=MappingProxyType({**real.library.entries, entry: new}))


def first_of(made: Guide, incoming: Asked | Pressed | Opened) -> Reply:
    """Return the first reply of a turn."""
    return turn(made, incoming, NOW).replies[0]


def told(reply: Reply) -> list[str]:
    """Return the lines of a reply that say what has changed."""
    return [block.text for block in reply.blocks if block.mark is Mark.NOTICE and "has changed" in block.text]


@pytest.fixture(scope="module", name="shown")
def _shown(real: Guide) -> Reply:
    return first_of(real, Opened(NOTES))


def line(library: Library) -> str:
    """Return the line about the entry."""
    return f"“{library.entries[NOTES].title}” has changed since you saw it."


def test_a_typed_line_after_a_changed_entry_says_so_once(real: Guide, shown: Reply) -> None:
    after = with_entry(real, NOTES, first="Write only what was said.")

    said = first_of(after, Asked(QUESTION, shown.position))
    then = first_of(after, Asked("thanks", said.position))

    assert told(said) == [line(real.library)]
    assert told(then) == []


@pytest.mark.parametrize("label", ["Read more", "More who can help", "This helped"])
def test_a_button_of_a_changed_entry_says_so(real: Guide, shown: Reply, label: str) -> None:
    after = with_entry(real, NOTES, avoid="Guesses.")
    button = next(button for button in shown.buttons if button.label == label)

    assert told(first_of(after, Pressed(button.position))) == [line(real.library)]
    assert told(first_of(real, Pressed(button.position))) == []


def test_a_changed_point_and_a_changed_fact_are_changes_of_their_entry(real: Guide) -> None:
    entry = next(e for e in real.library.entries.values() if any("{fact:" in point.text for point in e.points))
    fact = next(id for id in real.library.facts if any(f"{{fact:{id}}}" in point.text for point in entry.points))
    before = first_of(real, Opened(entry.id))
    points = tuple(replace(point, text=f"{point.text} Ask.") for point in entry.points)
    value = replace(real.library.facts[fact], value="another number of days")

    for after in (
        with_entry(real, entry.id, points=points),
        edited(real, facts=MappingProxyType({**real.library.facts, fact: value})),
    ):
        assert len(told(first_of(after, Asked("more", before.position)))) == 1


def test_a_changed_service_and_a_changed_flow_are_said_too(real: Guide) -> None:
    library = real.library
    service = replace(library.services["tara"], hours="Mornings")
    flow = library.flows["nrpf"]
    question = replace(flow.questions[flow.start], ask="Is there another question?")
    changed = replace(flow, questions=MappingProxyType({**flow.questions, flow.start: question}))
    after = edited(
        real,
        services=MappingProxyType({**library.services, "tara": service}),
        flows=MappingProxyType({**library.flows, "nrpf": changed}),
    )
    card, walk = first_of(real, Opened("service_tara")), first_of(real, Opened("flow_nrpf"))

    assert len(told(first_of(after, Asked("thanks", card.position)))) == 1
    assert len(told(first_of(after, Pressed(walk.buttons[0].position)))) == 1
    assert told(first_of(real, Pressed(walk.buttons[0].position))) == []


def test_what_nobody_is_shown_is_no_change(real: Guide, shown: Reply) -> None:
    entry = real.library.entries[NOTES]
    after = with_entry(real, NOTES, phrasings=entry.phrasings[1:], owner="somebody else")
    elsewhere = with_entry(real, "interpreter", first="Book one.")

    assert told(first_of(after, Asked("more", shown.position))) == []
    assert told(first_of(elsewhere, Asked("more", shown.position))) == []


def test_danger_stays_above_the_line(real: Guide, shown: Reply) -> None:
    after = with_entry(real, NOTES, first="Write only what was said.")

    reply = first_of(after, Asked("he has a knife at her throat right now", shown.position))

    assert reply.blocks[0].mark is Mark.DANGER
    assert told(reply) == [line(real.library)]


def test_the_page_says_so_after_its_redirect_too(real: Guide, shown: Reply) -> None:
    after = with_entry(real, NOTES, first="Write only what was said.")
    talk = talking(lambda: after, lambda: NOW)

    for message in (QUESTION, "more", "she is skint in Glasgow"):
        asked = talk.answer(Asked(message, shown.position))
        kind, _, where = answer_address.address(asked)[1:].partition("/")
        page = talk.answer(Pressed(where)) if kind == "at" else answer_address.turn(talk, where) or Turn(())

        assert told(page.replies[0]) == [line(real.library)], message
        assert told(talk.answer(Asked("thanks", page.replies[0].position)).replies[0]) == [], message


def test_an_old_position_without_a_mark_says_nothing(real: Guide) -> None:
    after = with_entry(real, NOTES, first="Write only what was said.")
    old = encode(real.screens.at("entry", NOTES))

    assert told(first_of(after, Asked("more", old))) == []


@given(st.text(st.sampled_from(ALPHABET), min_size=4, max_size=4))
def test_a_forged_mark_gets_a_kind_answer(real: Guide, mark: str) -> None:
    forged = encode(replace(real.screens.at("entry", NOTES), seen=mark))

    for incoming in (Asked("more", forged), Pressed(forged)):
        reply = first_of(real, incoming)
        assert reply.buttons
        assert set(told(reply)) <= {line(real.library)}


def test_a_mark_fits_into_sixty_four_characters_or_is_left_out(real: Guide) -> None:
    step = real.screens.step("entry", NOTES)
    replies = [first_of(real, Pressed(encode(Position((step,) * length)))) for length in range(1, 12)]
    written = [text for reply in replies for text in (reply.position, *(button.position for button in reply.buttons))]

    assert max(map(len, written)) <= LENGTH
    assert all(decode(text) is not None for text in written)
