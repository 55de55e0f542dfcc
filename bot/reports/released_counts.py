"""The released numbers of a report: read from a store, summed for some weeks, or the reason why there are none yet."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from bot.core.count_cells import Cell
from bot.core.screens.scene import day
from bot.counts.periods import end_of, span_of, start_of, week_at, weeks_of
from bot.counts.store import OTHER, Release, StoreError, is_postgres, opened

MADE_UP = Cell("made-up", "demonstration")  # in every release of made-up numbers, with the value 0
YEAR = 52  # weeks
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Amount:
    """A released number, or a sum of released numbers; ``or_more`` if any of them means "so many or more"."""

    number: int = 0
    or_more: bool = False

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.number + other.number, self.or_more or other.or_more)

    def __str__(self) -> str:
        return f"{self.number:,} or more" if self.or_more else f"{self.number:,}"


@dataclass(frozen=True, slots=True)
class Figures:
    """The releases for some weeks, and their sums."""

    weeks: tuple[str, ...]  # the weeks in order, including any without a release
    releases: tuple[Release, ...]  # the releases of these weeks, and of the blocks and quarters within them
    cells: Mapping[Cell, Amount] = field(default_factory=dict)
    # how many people were shown a crisis card, and in which year; None if that is not released
    crisis: tuple[str, Amount] | None = None

    @property
    def made_up(self) -> bool:
        """Whether any of the numbers is made up for a demonstration."""
        return any(MADE_UP in release.shown for release in self.releases)

    @property
    def first(self) -> date:
        return start_of(self.weeks[0]).date()

    @property
    def last(self) -> date:
        """The day the last week ends, a Sunday."""
        return end_of(self.weeks[-1]).date() - timedelta(days=1)

    @property
    def thresholds(self) -> tuple[int, int]:
        """The lowest and the highest threshold of the weeks."""
        found = [each.threshold for each in self.releases if span_of(each.period) == "week"]
        return min(found, default=0), max(found, default=0)

    def of(self, kind: str, id: str) -> Amount:
        """Return the sum of what is shown for one cell."""
        return self.cells.get(Cell(kind, id), Amount())

    def kind(self, *kinds: str) -> dict[str, Amount]:
        """Return what is shown for a kind, or for kinds with different ids, by id, largest first and "other" last."""
        found = {cell.id: amount for cell, amount in self.cells.items() if cell.kind in kinds}
        return dict(sorted(found.items(), key=lambda pair: (pair[0] == OTHER, -pair[1].number, pair[0])))

    def total(self, kind: str) -> Amount:
        return sum(self.kind(kind).values(), Amount())

    def by_week(self, kind: str) -> dict[str, dict[str, int]]:
        """Return what is shown for a kind in each week, by id; weeks that were not released are left out."""
        return {
            release.period: {cell.id: number for cell, number in release.shown.items() if cell.kind == kind}
            for release in self.releases
            if span_of(release.period) == "week"
        }


def figures(releases: Iterable[Release], last: int = YEAR) -> Figures | None:
    """Return the figures for the last weeks up to the last released one, 0 for all; None if none is released."""
    known = tuple(releases)
    weeks = sorted(each.period for each in known if span_of(each.period) == "week")
    if not weeks:
        return None
    first, end = start_of(weeks[0]), start_of(weeks[-1])
    begin = max(first, end - (last - 1) * _WEEK) if last else first
    whole = begin == first  # the roll-up that contains the first weeks may begin before them
    return _summed(known, tuple(_weeks(week_at(begin), weeks[-1])), whole=whole)


def within(releases: Iterable[Release], weeks: Sequence[str]) -> Figures | None:
    """Return the figures for certain consecutive weeks, or None if none of them is released."""
    known = tuple(releases)
    if not {each.period for each in known} & set(weeks):
        return None
    return _summed(known, tuple(weeks), whole=False)


def _weeks(first: str, last: str) -> Iterator[str]:
    at = start_of(first)
    while at <= start_of(last):
        yield week_at(at)
        at += _WEEK


def _summed(releases: Sequence[Release], weeks: tuple[str, ...], *, whole: bool) -> Figures:
    used = tuple(each for each in releases if span_of(each.period) != "year" and _inside(each.period, weeks, whole))
    cells: dict[Cell, Amount] = defaultdict(Amount)
    for release in used:
        for cell, number in release.shown.items():
            if cell != MADE_UP:
                cells[cell] += Amount(number, number == release.most)
    return Figures(weeks, used, dict(cells), _crisis(releases))


def _inside(period: str, weeks: tuple[str, ...], whole: bool) -> bool:
    """Say whether a period lies within the weeks; if the weeks are all there are, it may begin before them."""
    own = weeks_of(period)
    return own[-1] in weeks and (own[0] in weeks or whole)


def _crisis(releases: Iterable[Release]) -> tuple[str, Amount] | None:
    years = [each for each in releases if span_of(each.period) == "year"]
    if not years:
        return None
    latest = max(years, key=lambda each: each.period)
    number = sum(n for cell, n in latest.shown.items() if cell.kind == "crisis")
    return (latest.period, Amount(number)) if number else None


OFF = "none"  # the setting that turns counting off
KEPT = 60.0  # seconds that the last reading is reused for
SPANS = ("week", "block", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Counts:
    """The releases, and what a page needs to explain why it cannot show anything."""

    releases: tuple[Release, ...] = ()  # all releases, oldest first within each span
    begun: tuple[str, ...] = ()  # the periods that are still being counted, or are over but not yet released
    # why nothing could be read: ``off``, ``none`` if there is no store yet, or the store's own message
    trouble: str = ""


def read(database: str) -> Counts:
    """Read the releases; this never fails, and never creates a store."""
    if database == OFF:
        return Counts(trouble="off")
    if not is_postgres(database) and not Path(database).exists():
        return Counts(trouble="none")
    try:
        store = opened(database)
        try:
            releases = sorted(store.releases(), key=lambda release: SPANS.index(span_of(release.period)))
            return Counts(tuple(releases), store.open_periods())
        finally:
            store.close()
    except StoreError as error:
        return Counts(trouble=str(error))


class Reader:
    """Reads the counts at most once a minute for callers that ask often; releases do not change."""

    def __init__(self, database: str, steady: Callable[[], float] = time.monotonic) -> None:
        self.database = database
        self._steady = steady
        self._at = 0.0
        self._counts: Counts | None = None
        self._one = threading.Lock()

    def counts(self) -> Counts:
        """Return the releases, reading them again if the last reading is a minute old."""
        with self._one:
            if self._counts is None or self._steady() - self._at > KEPT:
                self._counts, self._at = read(self.database), self._steady()
            return self._counts

    def last(self) -> Counts | None:
        """Return the last reading without reading again, or None if there is none yet."""
        return self._counts


def why(counts: Counts, today: date) -> tuple[str, ...]:
    """Return sentences that say why nothing can be shown, or none if something can."""
    if counts.trouble == "off":
        return ("Nothing is counted here: SIGNPOST_DATABASE is none.",)
    if counts.trouble == "none":
        return (
            "Nothing has been counted here yet.",
            "Telegram and “signpost serve” count; the page on one's own machine (“signpost”) and the terminal do not.",
        )
    if counts.trouble:
        return (f"The counts cannot be read now ({counts.trouble}). Signpost still answers.",)
    found = figures(counts.releases, 0)
    if found is None:
        return _first_week(counts, today)
    if found.cells:
        return ()
    return _too_few(len([each for each in found.releases if span_of(each.period) == "week"]), found.thresholds[1])


def _first_week(counts: Counts, today: date) -> tuple[str, ...]:
    weeks = sorted(period for period in counts.begun if span_of(period) == "week")
    if not weeks:
        return ("Nothing has been counted here yet.",)
    ends = end_of(weeks[0]).date()
    when = (
        f"The first week ends on Sunday, and is shown from {day(ends)} on."
        if ends > today
        else "The first week is over, and will be shown once Signpost has run for about two hours since then."
    )
    return (
        "Signpost is counting. A week is shown only once it is over, so that nobody can see a colleague's question "
        "appear.",
        when,
        "Even then, only what at least ten people did is shown.",
    )


def _too_few(weeks: int, threshold: int) -> tuple[str, ...]:
    closed = "One week has" if weeks == 1 else f"{weeks} weeks have"
    sentences = (
        f"{closed} closed, but not enough people did the same thing in any of them for it to be shown.",
        f"A number is shown from {threshold} people on. Below that, somebody who knows the team could guess who it "
        "was.",
        "Rare things are also added up over four weeks and over thirteen, and may be shown then. In a small team, "
        "nothing may ever be shown: that is not a fault.",
    )
    if threshold > 10:
        return (
            *sentences,
            "The number would be ten if Signpost ran as one process and were not restarted in the week, or with "
            "SIGNPOST_COUNT_SECRET, so that processes know who another has counted.",
        )
    return sentences
