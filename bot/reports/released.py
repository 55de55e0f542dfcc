"""The released numbers in a store, or the reason why there are none to show yet."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.counts.periods import end_of, span_of
from bot.counts.release import released
from bot.counts.store import Release, StoreError, is_postgres, opened
from bot.reports.figures import figures
from bot.reports.section import day

OFF = "none"  # the setting that turns counting off
KEPT = 60.0  # seconds for which the last reading is used again
SPANS = ("week", "block", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Counts:
    """The releases, and what a page needs to explain why it can show nothing.

    Attributes:
        trouble: why nothing could be read: ``off``, ``none`` if there is no store yet, or the store's own message.
    """

    releases: tuple[Release, ...] = ()  # all releases, the oldest first within each span
    begun: tuple[str, ...] = ()  # the periods that are still being counted, or are over but not yet released
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
            releases = tuple(release for span in SPANS for release in released(store, span))
            return Counts(releases, store.open_periods())
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
        """Return the last reading without reading again; None if there is none yet."""
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
        return (f"The counts cannot be read now ({counts.trouble}). Answers go out all the same.",)
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
        f"The first week is over when Sunday is, and is shown from {day(ends)} on."
        if ends > today
        else "The first week is over, and will be shown when Signpost has run for some two hours since."
    )
    return (
        "Signpost is counting. A week is shown once it is over, and never while it goes on, so that nobody can see a "
        "colleague's question appear.",
        when,
        "Even then, only what at least ten people did is shown.",
    )


def _too_few(weeks: int, threshold: int) -> tuple[str, ...]:
    closed = "One week has" if weeks == 1 else f"{weeks} weeks have"
    sentences = (
        f"{closed} closed, and in none of them did enough people do the same thing to be shown.",
        f"A number is shown from {threshold} people on. Below that, somebody who knows the team could guess who it "
        "was.",
        "What is rare is also added up over four weeks and over thirteen, and may be shown then. In a small team it "
        "may be that nothing ever is: that is not a fault.",
    )
    if threshold > 10:
        return (
            *sentences,
            "The number would be ten if Signpost ran as one process and were not restarted in the week.",
        )
    return sentences
