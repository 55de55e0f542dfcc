"""Matching thousands of messages made to break or to slow it: 10,000 by words and 1,200 by meaning."""

import time
from collections.abc import Iterator
from random import Random

import numpy as np
import pytest

from bot.core.guide import Guide
from bot.core.library import Library
from bot.encoder import ready
from bot.encoder.model import MOST_OF_A_PART, MOST_TYPED, load
from tests.examples import hostile_inputs
from tests.guides import hearing, matcher_of
from tests.hostile import LONGEST, message
from tests.machine_speed import too_slow

SEED = 20_261_125
MOST_MS, MOST_MS_BY_MEANING = 20, 28  # all of hearing may take 40


@pytest.fixture(scope="module", name="phrasings")
def _phrasings(library: Library) -> tuple[str, ...]:
    return tuple(phrasing for entry in library.entries.values() for phrasing in entry.asked)


def hostile(phrasings: tuple[str, ...], number: int, seed: int) -> Iterator[str]:
    """Yield so many hostile messages, the same for the same seed."""
    random = Random(seed)
    return (message(phrasings, random) for _ in range(number))


def test_hostile_messages_are_of_every_length_up_to_the_longest(phrasings: tuple[str, ...]) -> None:
    lengths = [len(text) for text in hostile(phrasings, 2_000, SEED)]

    assert min(lengths) == 0
    assert max(lengths) == LONGEST
    assert sum(length > LONGEST // 2 for length in lengths) > 20


def test_what_somebody_types_is_read_only_so_far_as_a_person_can_wait_for() -> None:
    encoder, why = ready()
    assert encoder is not None, why
    wall, whole = ["nowhere to sleep tonight " * 200], load()

    assert np.array_equal(encoder.message(wall), whole(wall, MOST_TYPED))
    assert np.array_equal(encoder.message(wall * 3), whole(wall * 3, MOST_OF_A_PART))


@pytest.mark.soak
@pytest.mark.parametrize("part", range(2))
def test_no_hostile_message_breaks_or_slows_matching_by_words(
    library: Library, phrasings: tuple[str, ...], part: int
) -> None:
    matcher = matcher_of(library)

    number = hostile_inputs("messages matched by words") // 2

    assert too_slow(matcher.match, hostile(phrasings, number, SEED + part), MOST_MS, time.process_time) == []


@pytest.mark.soak
def test_no_hostile_message_breaks_or_slows_matching_by_meaning(real: Guide, phrasings: tuple[str, ...]) -> None:
    drawn = hostile(phrasings, hostile_inputs("messages matched by meaning"), SEED - 1)

    assert too_slow(hearing(real).matcher.match, drawn, MOST_MS_BY_MEANING, time.process_time) == []
