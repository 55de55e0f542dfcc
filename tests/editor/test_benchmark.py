"""Measuring how services are chosen and messages matched, on made-up entries and services."""

from random import Random

import numpy as np
import pytest

from bot.core.directory import away, choose
from bot.core.library import Library
from bot.editor import growth_benchmark as matching
from bot.editor.growth_benchmark import MANY, MatchingJob, choosing, cost, grown, made_up
from bot.encoder.model import SIZE

PHRASINGS = ("she has nowhere to sleep", "the landlord wants sex for the rent")


def test_entries_are_made_up_of_the_real_ones_words_the_same_for_the_same_seed() -> None:
    made = made_up(PHRASINGS, 5, Random(1))
    spoken = {word for text in PHRASINGS for word in text.split()}

    assert made == made_up(PHRASINGS, 5, Random(1)) != made_up(PHRASINGS, 5, Random(2))
    assert {word for topic in made for text in topic.phrasings for word in text.split()} <= spoken
    assert {len(topic.phrasings) for topic in made} == {matching.PHRASINGS}


def test_vectors_are_of_length_one_and_near_the_real_ones() -> None:
    real = np.eye(3, SIZE, dtype=np.float32)

    made = matching.turned(real)(["a"] * 50)

    assert np.linalg.norm(made, axis=1) == pytest.approx(np.ones(50), abs=1e-5)
    assert (made @ real.T).max(axis=1).min() > 0.7


@pytest.mark.soak
def test_matching_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MESSAGES", 5)

    found = cost(MatchingJob(3, PHRASINGS, np.eye(2, SIZE, dtype=np.float32)))

    assert 0 < found.p50 <= found.p99


@pytest.fixture(name="many", scope="module")
def _many(library: Library) -> Library:
    """Return a library of ten thousand services."""
    return grown(library)


def test_the_ten_thousand_are_unlike_each_other(library: Library, many: Library) -> None:
    known = [service for service in many.services.values() if service.schedules]
    hours = {service.schedules for service in library.services.values() if service.schedules}

    assert len(many.services) >= MANY
    assert len({service.id for service in many.services.values()}) == len(many.services)
    assert len({service.schedules for service in known}) > 5 * len(hours)
    assert len({service.assured for service in many.services.values()}) > 40


def test_choosing_is_measured_over_entries_and_councils(library: Library) -> None:
    pairs = len(library.entries) * len(library.areas.councils)

    assert len(choosing(library, choose, every=500)) == len(choosing(library, away, every=500))
    assert len(choosing(library, choose, every=500)) == -(-pairs // 500)
    assert min(choosing(library, choose, every=500)) > 0


def test_choosing_keeps_its_bounds_here_and_among_ten_thousand(library: Library, many: Library) -> None:
    assert sorted(choosing(library, choose, every=10))[-4] < 0.001  # seconds, of some 350
    assert sorted(choosing(many, choose, every=50))[-8] < 0.01  # of some 70: room for a machine of a fifth the speed
