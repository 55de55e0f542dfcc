"""Five journeys at 360 pixels: few taps, few kilobytes, and a screen reader says what was reviewed."""

import pytest

from bot.channels.talk import Talk
from tests.channels.web.test_page_browser import pytestmark
from tests.conftest import NOW
from tests.journeys import FOLDER, JOURNEYS, PHONE, Journey, Walked, opened, transcript, walk

pytest.importorskip("playwright", reason="playwright is not installed: no journey is made in a browser")

__all__ = ["pytestmark"]
MOST_TAPS = {"just-told-me": 1, "number-by-name": 1, "bed-tonight-dundee": 3, "printed-card": 3, "danger": 1}
SUGGESTIONS = 32 * 1024  # once a week, and not where a connection is slow or saves data


@pytest.fixture(scope="module", name="walked")
def _walked(talk: Talk) -> dict[str, tuple[Walked, Walked]]:
    """Make each journey twice, as somebody who is new and as somebody who has been there before."""
    made = {}
    with opened(talk, lambda: NOW) as (browser, address):
        for journey in JOURNEYS:
            page = browser.new_context(**PHONE).new_page()
            made[journey.name] = (walk(page, address, journey), walk(page, address, journey))
    return made


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_a_journey_takes_few_taps_and_few_kilobytes(journey: Journey, walked: dict[str, tuple[Walked, Walked]]) -> None:
    first, again = walked[journey.name]

    assert journey.ends in " ".join(again.shown.split())
    assert len(journey.taps) - journey.before <= MOST_TAPS[journey.name]  # besides the one into the box
    assert max(first.fetched, again.fetched) <= journey.most * 1024
    assert again.suggestions == 0
    assert first.suggestions <= SUGGESTIONS


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.name)
def test_what_a_screen_reader_is_told_was_read_by_a_person(
    journey: Journey, walked: dict[str, tuple[Walked, Walked]]
) -> None:
    reviewed = (FOLDER / f"{journey.name}.txt").read_text("utf-8")

    assert transcript(walked[journey.name][1]) == reviewed, "read it, and write it: python -m tests.journeys"
