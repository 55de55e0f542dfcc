"""Matching, met by a hundred thousand messages made to break or to slow it."""

import time
from collections.abc import Iterable, Iterator
from random import Random

import numpy as np
import pytest

from bot.core.guide import Guide
from bot.core.library import Library
from bot.encoder import ready
from bot.encoder.model import MOST_OF_A_PART, MOST_TYPED, load
from bot.hearing.matching.matcher import Matcher
from tests.guides import hearing, matcher_of
from tests.hostile import LONGEST, message

SEED = 20_261_125
MOST_MS = 20
_AGAIN = 5  # times that a slow message is asked again: what else the machine does is no fault of the message


@pytest.fixture(scope="module", name="phrasings")
def _phrasings(library: Library) -> tuple[str, ...]:
    return tuple(phrasing for entry in library.entries.values() for phrasing in entry.asked)


def slow(matcher: Matcher, messages: Iterable[str]) -> list[tuple[float, str]]:
    """Return the messages that take the processor too long; what seems slow is asked again at the end."""
    seem_slow = [text for text in messages if milliseconds(matcher, text) > MOST_MS]
    best = [(min(milliseconds(matcher, text) for _ in range(_AGAIN)), ascii(text[:80])) for text in seem_slow]
    return [(taken, text) for taken, text in best if taken > MOST_MS]


def milliseconds(matcher: Matcher, text: str) -> float:
    """Return how long the processor works to match a message."""
    start = time.process_time()
    matcher.match(text)
    return (time.process_time() - start) * 1e3


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


@pytest.mark.alone
@pytest.mark.parametrize("part", range(4))
def test_no_hostile_message_breaks_or_slows_matching_by_words(
    library: Library, phrasings: tuple[str, ...], part: int
) -> None:
    matcher = matcher_of(library)

    assert slow(matcher, hostile(phrasings, 24_250, SEED + part)) == []


@pytest.mark.alone
def test_no_hostile_message_breaks_or_slows_matching_by_meaning(real: Guide, phrasings: tuple[str, ...]) -> None:

    assert slow(hearing(real).matcher, hostile(phrasings, 3_000, SEED - 1)) == []
