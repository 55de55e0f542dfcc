"""A watcher who reads every page every day and knows a colleague's shifts, played over hundreds of made-up teams.

Who reads what is released names the colleague's topic no better than who always guesses the commonest. Exact numbers
that can be read at any moment stand beside it, to show that the very same watcher would see, if there were anything.
"""

import bisect
import math
import random
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest

from bot.core.count_cells import Cell, Parts
from bot.counts.periods import parts_of, span_of, week_at, weeks_of
from bot.counts.release import STEP, rounded
from bot.counts.store import NO_TOKENS, Count, Release, Table, Token
from bot.counts.writer import HOUR, Closer, Writer

TOPICS = tuple(Cell("entry", f"topic-{number:02}") for number in range(12))
SHARES = (0.32, 0.16, 0.12, 0.09, 0.07, 0.06, 0.05, 0.04, 0.03, 0.03, 0.02, 0.01)  # of questions, commonest first
CHANNEL, WAY = Cell("channel", "telegram"), Cell("way", "answer")
PARTS: Parts = {CHANNEL: (), WAY: (CHANNEL,), **dict.fromkeys(TOPICS, (WAY,))}
MONDAY = datetime(2026, 9, 28, 9, tzinfo=UTC)  # the first week of a quarter
WEEKS = 13
MINUTES = 5 * 8 * 60  # of a working week
SHIFT = 10  # minutes within which the watcher knows that the colleague asked
COLLEAGUE = 0
EXACT = 0  # as the threshold of a release to which no rule was applied


@dataclass
class Kept:
    """A store of nothing but numbers in memory; that the real ones keep the same is another test's."""

    numbers: dict[str, dict[Cell, int]] = field(default_factory=dict)
    memories: dict[str, int] = field(default_factory=dict)
    done: list[Release] = field(default_factory=list)

    def prepare(self, periods: Mapping[str, Collection[Cell]]) -> None:
        for period, cells in periods.items():
            self.numbers.setdefault(period, dict.fromkeys(cells, 0))

    def remember(self, periods: Iterable[str], tokens: Mapping[str, Token] = NO_TOKENS) -> None:
        assert not tokens, "a memory without a secret has no tokens"
        for period in periods:
            self.memories[period] = self.memories.get(period, 0) + 1

    def add(self, counts: Iterable[Count]) -> None:
        for count in counts:
            for period in count.periods:
                self.numbers[period][count.cell] += 1

    def merge(self) -> None: ...

    def open_periods(self) -> tuple[str, ...]:
        return tuple(sorted(self.numbers))

    def table(self, period: str) -> Table:
        return Table(period, self.numbers[period], self.memories.get(period, 0))

    def publish(self, release: Release) -> bool:
        self.done.append(release)
        del self.numbers[release.period]
        return True

    def releases(self) -> tuple[Release, ...]:
        return tuple(self.done)

    def claim(self, task: str) -> bool:
        return True

    def settle(self) -> None: ...

    def close(self) -> None: ...


@dataclass
class Played:
    """A team's quarter: what the colleague asked each week, and all that a watcher could read.

    Attributes:
        asked: the colleague's topic of each week.
        before: the exact numbers as a shift began, which only a page of live numbers would show.
        after: the same as it ended.
        whole: the same when the week was over.
        releases: what pages show.
    """

    asked: dict[str, int] = field(default_factory=dict)
    before: dict[str, dict[Cell, int]] = field(default_factory=dict)
    after: dict[str, dict[Cell, int]] = field(default_factory=dict)
    whole: dict[str, dict[Cell, int]] = field(default_factory=dict)
    releases: tuple[Release, ...] = ()


def play(seed: int, questions: int) -> Played:
    """Let a team ask for a quarter; every question is another person's, and one a week is the colleague's."""
    drawn, store, played = random.Random(seed), Kept(), Played()
    at = [MONDAY]
    steady = [0.0]
    closer = Closer(lambda: steady[0])
    writer = Writer(lambda: store, lambda: PARTS, closer, clock=lambda: at[0], steady=lambda: steady[0])
    writer.look()
    for number in range(WEEKS):
        at[0] = monday = MONDAY + timedelta(weeks=number)
        week = week_at(monday)
        shift = drawn.uniform(0, MINUTES - SHIFT)
        times = sorted([*(drawn.uniform(0, MINUTES) for _ in range(questions - 1)), shift + SHIFT / 2])
        mine = bisect.bisect_left(times, shift + SHIFT / 2)
        topics = drawn.choices(range(len(TOPICS)), SHARES, k=questions)
        played.asked[week] = topics[mine]
        for order, (minute, topic) in enumerate(zip(times, topics, strict=True)):
            if minute >= shift and week not in played.before:
                writer.beat()  # the watcher has the luck that a beat falls just before each look
                played.before[week] = dict(store.numbers.get(week, {}))
            if minute > shift + SHIFT and week not in played.after:
                writer.beat()
                played.after[week] = dict(store.numbers[week])
            person = COLLEAGUE if order == mine else 1 + number * questions + order
            writer.write((CHANNEL, WAY, TOPICS[topic]), writer.memory.name(person))
        writer.beat()
        played.whole[week] = dict(store.numbers[week])
        played.after.setdefault(week, played.whole[week])
    for _ in range(2):  # a quarter later all of it is over
        steady[0] += HOUR + 1
        at[0] = MONDAY + timedelta(weeks=WEEKS + 5)
        closer.close(store, PARTS, at[0])
    played.releases = store.releases()
    return played


# The watcher, who knows how often each topic is asked about, every rule, and when the colleague asked


@cache
def _at_most(rate: float, most: int) -> float:
    """Return how likely this many or fewer are, given the usual number."""
    return sum(math.exp(-rate + n * math.log(rate) - math.lgamma(n + 1)) for n in range(most + 1)) if most >= 0 else 0.0


def _likely(rate: float, least: int, most: float, more: int) -> float:
    """Return how likely a number of people is between two bounds, the colleague among them or not."""
    upper = 1.0 if most == math.inf else _at_most(rate, int(most) - more)
    return max(upper - _at_most(rate, least - 1 - more), 1e-12)


def _bounds(release: Release, cell: Cell) -> tuple[int, float]:
    """Return the bounds within which a number must have been to be shown as it is, or not shown."""
    shown = release.shown.get(cell)
    if shown is None:
        return 0, release.threshold - 1
    if release.threshold == EXACT:
        return shown, shown
    least = max(release.threshold, shown - STEP // 2)
    assert rounded(least) == shown or least == release.threshold
    return least, math.inf if shown == release.most else shown + STEP // 2


def by_what_is_released(played: Played, week: str, questions: int) -> int:
    """Return the topic that what is released of a week, and of all that it is inside of, makes likeliest."""
    weight = [math.log(share) for share in SHARES]
    for release in played.releases:
        weeks = 1 if release.period == week else len(_weeks(release.period)) if week in _weeks(release.period) else 0
        if not weeks:
            continue
        for topic, share in enumerate(SHARES):
            rate, bounds = share * (questions * weeks - 1), _bounds(release, TOPICS[topic])
            weight[topic] += math.log(_likely(rate, *bounds, 1) / _likely(rate, *bounds, 0))
    return max(range(len(TOPICS)), key=weight.__getitem__)


@cache
def _weeks(period: str) -> tuple[str, ...]:
    """Return the weeks inside a block or a quarter."""
    inside = () if span_of(period) == "year" else (*weeks_of(period), *parts_of(period))
    return tuple(dict.fromkeys(each for each in inside if span_of(each) == "week"))


def by_live_numbers(played: Played, week: str) -> int:
    """Return the likeliest topic of those whose exact number went up while the colleague was at it."""
    before, after = played.before[week], played.after[week]
    rose = [after[cell] - before.get(cell, 0) for cell in TOPICS]
    rates = [share * SHIFT for share in SHARES]
    return max(range(len(TOPICS)), key=lambda topic: rose[topic] * SHARES[topic] / rates[topic])


@dataclass
class Hits:
    """How often each way of naming the topic was right, and how many times it was tried."""

    tries: int = 0
    guess: int = 0
    watcher: int = 0
    live: int = 0

    def shares(self) -> tuple[float, float, float]:
        """Return the shares in percent: guessing, what is released, live numbers."""
        return tuple(100 * hits / self.tries for hits in (self.guess, self.watcher, self.live))  # type: ignore[return-value]


def watched(seeds: Iterable[int], questions: int) -> Hits:
    hits = Hits()
    for played in (play(seed, questions) for seed in seeds):
        for week, asked in played.asked.items():
            hits.tries += 1
            hits.guess += asked == 0
            hits.watcher += asked == by_what_is_released(played, week, questions)
            hits.live += asked == by_live_numbers(played, week)
    return hits


@pytest.mark.soak
def test_a_few_teams_show_the_watcher_nothing_and_live_numbers_nearly_all() -> None:
    hits = watched(range(1000, 1020), 100)
    guess, watcher, live = hits.shares()

    assert hits.tries == 20 * WEEKS
    assert watcher <= guess + 6, "fewer teams, wider bounds"
    assert live >= 70


def test_something_is_released_to_be_read() -> None:
    spans = {span_of(release.period) for release in play(1, 100).releases if release.shown}

    assert spans >= {"week", "block"}


def test_the_same_watcher_sees_something_where_closed_weeks_of_a_small_team_are_shown_as_they_are() -> None:
    hits = Hits()
    for played in (play(seed, 10) for seed in range(60)):
        played.releases = tuple(Release(week, EXACT, 1, numbers) for week, numbers in played.whole.items())
        for week, asked in played.asked.items():
            hits.tries += 1
            hits.guess += asked == 0
            hits.watcher += asked == by_what_is_released(played, week, 10)
    guess, watcher, _ = hits.shares()

    assert watcher >= guess + 4


@pytest.mark.soak
@pytest.mark.parametrize("questions", [40, 300])
def test_over_two_hundred_teams_the_watcher_does_no_better_than_guessing(questions: int) -> None:
    hits = watched(range(200), questions)
    guess, watcher, live = hits.shares()
    print(f"{questions} questions a week: guessing {guess:.1f} %, released {watcher:.1f} %, live {live:.1f} %")  # noqa: T201

    assert hits.tries == 200 * WEEKS
    assert 28 <= guess <= 36
    assert watcher <= guess + 2
    assert live >= guess + 25
