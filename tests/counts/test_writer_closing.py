"""Weeks, restarts, replicas, wrong clocks and daylight saving in any order: what is released stays as it is.

Hypothesis plays them against real files. Whatever happens, a release never changes, no period is released twice, none
is released while it is open by the time that the process had an hour before, and nothing is counted in it afterwards.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bot.core.count_cells import Cell, Parts
from bot.counts.periods import end_of, parts_of, span_of, weeks_of
from bot.counts.release import LEAST, threshold_of
from bot.counts.store import OTHER, Release, Store, opened
from bot.counts.writer import HOUR, Closer, Writer
from tests.examples import examples
from tests.postgres import MEMORY

CELLS = (
    Cell("channel", "telegram"),
    Cell("entry", "a"),
    Cell("entry", "b"),
    Cell("word", "nursery"),
    Cell("crisis", "any"),
)
PARTS: Parts = {CELLS[0]: (), CELLS[1]: CELLS[:1], CELLS[2]: CELLS[:1], CELLS[3]: (), CELLS[4]: ()}
LONDON = ZoneInfo("Europe/London")
STARTS = (  # the hour before clocks go forward and back, the end of a long year, and any day
    datetime(2026, 3, 29, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 30, tzinfo=UTC),
    datetime(2026, 11, 25, 12, tzinfo=UTC),
)


class Deployment(RuleBasedStateMachine):
    """Up to three processes over one file, each with a clock of its own that may be set wrong."""

    spans_shown: ClassVar[set[str]] = set()

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY)
        self.path = Path(self.folder.name) / "counts.db"
        self.true = STARTS[0]
        self.seconds = 0.0
        self.wrong: dict[int, timedelta] = {}
        self.writers: dict[int, Writer] = {}
        self.latest: dict[int, datetime] = {}
        self.seen: dict[str, Release] = {}
        self.people: dict[str, set[tuple[Cell, int]]] = {}

    @initialize(start=st.sampled_from(STARTS))
    def begin(self, start: datetime) -> None:
        self.true = start
        self._start(0)

    def _start(self, process: int) -> None:
        def clock() -> datetime:
            return (self.true + self.wrong.get(process, timedelta(0))).astimezone(LONDON)

        writer = Writer(
            lambda: opened(str(self.path)),
            lambda: PARTS,
            Closer(lambda: self.seconds),
            lambda line: None,
            clock,
            lambda: self.seconds,
        )
        writer.look()
        self.writers[process] = writer

    def teardown(self) -> None:
        for writer in self.writers.values():
            writer.close()
        self.folder.cleanup()

    @rule(process=st.sampled_from([0, 1, 2]))
    def start_again(self, process: int) -> None:
        if process in self.writers:
            self.writers.pop(process).close()
        self._start(process)

    @precondition(lambda self: len(self.writers) > 1)
    @rule(data=st.data())
    def stop(self, data: st.DataObject) -> None:
        self.writers.pop(data.draw(st.sampled_from(sorted(self.writers)))).close()

    @rule(data=st.data(), first=st.integers(0, 30), many=st.integers(1, 14), cells=st.sets(st.sampled_from(CELLS[1:])))
    def count(self, data: st.DataObject, first: int, many: int, cells: set[Cell]) -> None:
        writer = self.writers[data.draw(st.sampled_from(sorted(self.writers)))]
        counted = [CELLS[0], *sorted(cells)]
        for person in range(first, first + many):
            writer.write(counted, writer.memory.name(person))
            for period in writer.memory.periods:
                self.people.setdefault(period, set()).update((cell, person) for cell in counted)

    @rule(
        wait=st.sampled_from(
            [timedelta(minutes=2), timedelta(hours=1, minutes=1), timedelta(days=2), timedelta(weeks=1)]
        )
    )
    def wait(self, wait: timedelta) -> None:
        self.true += wait
        self.seconds += wait.total_seconds()
        self._look()

    @rule(weeks=st.sampled_from([1, 4, 14, 53]))
    def be_away(self, weeks: int) -> None:
        self.true += timedelta(weeks=weeks)
        self.seconds += timedelta(weeks=weeks).total_seconds()
        for _ in range(2):
            self.seconds += HOUR + 1
            self.true += timedelta(seconds=HOUR + 1)
            self._look()

    @rule(data=st.data(), days=st.sampled_from([-400, -8, -1, 0, 1, 8, 400]))
    def set_the_clock(self, data: st.DataObject, days: int) -> None:
        self.wrong[data.draw(st.sampled_from([0, 1, 2]))] = timedelta(days=days)
        self._look()

    def _look(self) -> None:
        for process, writer in self.writers.items():
            before = set(self._releases())
            writer.look()
            new = {period: release for period, release in self._releases().items() if period not in before}
            now = self.true + self.wrong.get(process, timedelta(0))
            for period in new:
                assert end_of(period) <= now, "open by the clock of the very process that released it"
                if span_of(period) != "year":
                    assert not set(parts_of(period)) & set(self._open()), "before what is inside it"

    def _open(self) -> tuple[str, ...]:
        with self._store() as store:
            return store.open_periods()

    def _releases(self) -> dict[str, Release]:
        with self._store() as store:
            found = store.releases()
            assert len({release.period for release in found}) == len(found), "released twice"
            return {release.period: release for release in found}

    @contextmanager
    def _store(self) -> Iterator[Store]:
        store = opened(str(self.path))
        try:
            yield store
        finally:
            store.close()

    @invariant()
    def no_release_ever_changes(self) -> None:
        now = self._releases()
        assert self.seen.items() <= now.items()
        self.seen = now
        self.spans_shown.update(span_of(period) for period, release in now.items() if release.shown)

    @invariant()
    def nothing_released_is_open(self) -> None:
        assert not set(self.seen) & set(self._open())

    @invariant()
    def nothing_is_shown_of_fewer_than_ten_people(self) -> None:
        for release in self.seen.values():
            assert release.threshold == threshold_of(release.memories)
            for cell, number in release.shown.items():
                people = {person for counted, person in self.people.get(release.period, set()) if counted == cell}
                assert cell.id == OTHER or len(people) >= LEAST, "these are people, whoever counted them how often"
                assert number % 5 == 0

    @invariant()
    def nothing_is_shown_in_a_week_and_in_what_it_is_joined_to(self) -> None:
        for period, release in self.seen.items():
            inside = {*weeks_of(period), *parts_of(period)} - {period}
            shown = {cell for each in inside if each in self.seen for cell in self.seen[each].shown}
            assert not shown & set(release.shown)


def test_whatever_happens_to_weeks_processes_and_clocks_a_release_stays() -> None:
    play(30, 20)

    assert "week" in Deployment.spans_shown, "something was released, or nothing was tried"


@pytest.mark.soak
def test_whatever_happens_for_long_a_release_stays() -> None:
    play(200, 40)

    assert Deployment.spans_shown >= {"week", "block"}


def play(most: int, steps: int) -> None:
    run_state_machine_as_test(
        Deployment,
        settings=settings(
            max_examples=examples(most),
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            derandomize=True,
            database=None,
        ),
    )
