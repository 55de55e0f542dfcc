"""Thousands of malformed requests: no error, nothing of them repeated, and no word of them in a log."""

import pytest

from bot.channels.talk import Talk
from tests.channels.web.test_admin_page import Making, _clock, _making
from tests.examples import hostile_inputs
from tests.fuzz import fuzzed, served_whole

__all__ = ["_clock", "_making"]


@pytest.mark.soak
def test_no_request_causes_an_error_is_reflected_or_logged(talk: Talk, making: Making) -> None:
    number = hostile_inputs("requests")
    found = fuzzed(served_whole(talk, making()), range(number), seed=17)

    assert found.wrong == []
    assert {200, 303, 400, 404, 405, 415} <= found.statuses.keys()
    assert sum(found.statuses.values()) == number
