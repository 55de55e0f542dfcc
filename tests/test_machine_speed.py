"""The machine is measured with the test: slow code fails on every machine, and quick code on none."""

import subprocess
import sys
import time
from itertools import count

import pytest

from tests import machine_speed
from tests.machine_speed import (
    MOST_SLOWNESS,
    REFERENCE_MS,
    Stopwatch,
    least_seconds,
    reference_work,
    slowness,
    too_slow,
    with_children,
)

LIMIT = 2 * REFERENCE_MS / 1e3  # seconds


def work(times: int) -> None:
    for _ in range(times):
        reference_work()


@pytest.mark.soak
def test_what_takes_twice_as_long_as_it_may_fails_however_slow_the_machine_is() -> None:
    assert least_seconds(lambda: work(4), LIMIT) > LIMIT
    assert len(too_slow(lambda text: work(len(text)), ["1234"], LIMIT * 1e3)) == 1
    with Stopwatch() as watch:
        work(40)
    assert watch.seconds > 10 * LIMIT


def test_what_is_quick_enough_passes_on_a_machine_three_times_as_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_speed, "REFERENCE_MS", REFERENCE_MS / 3)

    assert least_seconds(lambda: work(1), LIMIT / 3) < LIMIT / 3
    assert too_slow(lambda text: work(len(text)), ["1"] * 3, LIMIT * 1e3 / 3) == []


def test_a_machine_counts_as_four_times_slower_at_most_and_never_as_quicker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= slowness() <= MOST_SLOWNESS
    monkeypatch.setattr(machine_speed, "REFERENCE_MS", REFERENCE_MS * 100)
    assert slowness() == 1
    monkeypatch.setattr(machine_speed, "REFERENCE_MS", REFERENCE_MS / 100)
    assert slowness() == MOST_SLOWNESS


def test_a_message_that_was_slow_once_is_asked_again_and_its_quickest_time_counts() -> None:
    asked = count()

    def burst(text: str) -> None:
        work(20 if next(asked) == 0 else 0)

    assert too_slow(burst, ["a message"], LIMIT * 1e3) == []
    assert next(asked) == 2


@pytest.mark.soak
def test_too_slow_names_the_messages_that_are_too_slow_and_no_others() -> None:
    found = too_slow(
        lambda text: work(8 if "slow" in text else 0), ["quick", "slow", "quick too", "slow é"], LIMIT * 1e3
    )

    assert [told.split(": ")[1] for told in found] == ["'slow'", "'slow \\xe9'"]


def test_waiting_is_not_counted_and_the_work_of_other_processes_is_where_it_is_asked_for() -> None:
    with Stopwatch() as waiting:
        time.sleep(0.2)
    with Stopwatch(with_children) as started:
        subprocess.run([sys.executable, "-c", "for _ in range(10**7): pass"], check=True)

    assert waiting.seconds < 0.1
    assert started.seconds > 0.02
