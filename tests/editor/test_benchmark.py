"""The measuring of matching: entries made up from a seed, every way measured, and a picture that says what it shows."""

from collections.abc import Sequence
from random import Random
from xml.etree import ElementTree

import numpy as np
import pytest

from bot.core.library import Library
from bot.editor.benchmark import matching
from bot.editor.benchmark import matching as directory
from bot.editor.benchmark.chart import picture, told
from bot.editor.benchmark.matching import OURS, SCORERS, MatchingCost, MatchingJob, cost, made_up
from bot.encoder.model import FOLDER, SIZE

PHRASINGS = ("she has nowhere to sleep", "the landlord wants sex for the rent")
SVG = "{http://www.w3.org/2000/svg}"


def costs() -> list[MatchingCost]:
    """Return what two ways cost at three sizes, made up."""
    return [
        MatchingCost(who, entries, times * entries**0.5, times * entries**0.5 * 3, 1.0, 0.1)
        for who, times in (("ours & theirs", 0.1), ("rapidfuzz", 0.02))
        for entries in (1, 100, 10_000)
    ]


def test_entries_are_made_up_of_the_real_ones_words_the_same_for_the_same_seed() -> None:
    made = made_up(PHRASINGS, 5, Random(1))
    spoken = {word for text in PHRASINGS for word in text.split()}

    assert made == made_up(PHRASINGS, 5, Random(1)) != made_up(PHRASINGS, 5, Random(2))
    assert {word for topic in made for text in topic.phrasings for word in text.split()} <= spoken
    assert {len(topic.phrasings) for topic in made} == {matching.PHRASINGS}


def test_vectors_are_of_length_one_and_near_the_real_ones() -> None:
    real = np.eye(3, SIZE, dtype=np.float32)

    made = matching._turned(real)(["a"] * 50)

    assert np.linalg.norm(made, axis=1) == pytest.approx(np.ones(50), abs=1e-5)
    assert (made @ real.T).max(axis=1).min() > 0.7


@pytest.mark.parametrize("who", [OURS, *SCORERS])
def test_every_way_is_measured(who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "MESSAGES", 5)

    found = cost(MatchingJob(who, 3, PHRASINGS, np.eye(2, SIZE, dtype=np.float32), FOLDER))

    assert (found.who, found.entries) == (who, 3)
    assert 0 < found.p50 <= found.p99


def points(drawn: ElementTree.Element) -> list[Sequence[tuple[float, float]]]:
    """Return the places of every line of a picture."""
    lines = [line.attrib["points"] for line in drawn.iter(f"{SVG}polyline")]
    return [[(float(x), float(y)) for x, y in (p.split(",") for p in line.split())] for line in lines]


def test_the_picture_has_a_title_its_words_and_a_line_for_each_way() -> None:
    drawn = ElementTree.fromstring(picture(costs()))  # noqa: S314 - our own text

    assert drawn.find(f"{SVG}title") is not None
    assert drawn.findtext(f"{SVG}desc") == told(costs())
    assert drawn.attrib["aria-labelledby"] == "title described"
    assert len(points(drawn)) == 2
    words = [text.text for text in drawn.iter(f"{SVG}text")]
    assert {"entries", "milliseconds", "10,000", "ours & theirs", "rapidfuzz"} <= {*words}


def test_both_scales_are_logarithmic_and_more_stands_higher() -> None:
    first, _ = points(ElementTree.fromstring(picture(costs())))  # noqa: S314 - our own text
    (left, low), (middle, half), (right, high) = first

    assert middle - left == pytest.approx(right - middle, abs=0.2)
    assert low - half == pytest.approx(half - high, abs=0.2)
    assert low > high


def test_the_picture_stays_inside_its_frame() -> None:
    drawn = ElementTree.fromstring(picture(costs()))  # noqa: S314 - our own text
    _, _, width, height = map(float, drawn.attrib["viewBox"].split())

    assert all(0 < x < width and 0 < y < height for line in points(drawn) for x, y in line)


def test_the_words_beside_the_picture_say_every_middle_time_and_the_worst() -> None:
    assert told(costs()) == (
        "Milliseconds for one message by the number of entries, both scales logarithmic. "
        "ours & theirs: p50 0.1 at 1, 1 at 100, 10 at 10,000; p99 at 10,000 entries: 30. "
        "rapidfuzz: p50 0.02 at 1, 0.2 at 100, 2 at 10,000; p99 at 10,000 entries: 6."
    )


@pytest.fixture(name="many", scope="module")
def _many(library: Library) -> Library:
    """Return a library of ten thousand services."""
    return directory.grown(library)


def test_the_ten_thousand_are_unlike_each_other(library: Library, many: Library) -> None:
    known = [service for service in many.services.values() if service.schedules]
    hours = {service.schedules for service in library.services.values() if service.schedules}

    assert len(many.services) >= directory.MANY
    assert len({service.id for service in many.services.values()}) == len(many.services)
    assert len({service.schedules for service in known}) > 5 * len(hours)
    assert len({service.assured for service in many.services.values()}) > 50


def test_choosing_is_measured_over_entries_and_councils(library: Library) -> None:
    pairs = len(library.entries) * len(library.areas.councils)

    assert len(directory.choosing(library, every=500)) == len(directory.choosing_away(library, every=500))
    assert len(directory.choosing(library, every=500)) == -(-pairs // 500)
    assert min(directory.choosing(library, every=500)) > 0


def test_choosing_keeps_its_bounds_here_and_among_ten_thousand(library: Library, many: Library) -> None:
    assert sorted(directory.choosing(library, every=10))[-4] < 0.001  # seconds, of some 350
    assert sorted(directory.choosing(many, every=50))[-8] < 0.01  # of some 70: room for a machine of a fifth the speed
