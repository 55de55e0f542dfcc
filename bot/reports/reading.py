"""What reports are made from: the released numbers of a store, or why there are none yet."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.counts.opening import is_postgres, opened
from bot.counts.release import released
from bot.counts.store import Release, StoreError

OFF = "none"  # as the setting: nothing is counted
KEPT = 60.0  # seconds for which what was read serves again
SPANS = ("week", "block", "quarter", "year")


@dataclass(frozen=True, slots=True)
class Counts:
    """What is released, and what a page that can show nothing has to explain.

    Attributes:
        releases: all that is released, the oldest first within each span.
        begun: the periods that are still counted, or over and not released yet.
        trouble: why nothing could be read: ``off``, ``none`` where there is no store yet, or the store's own words.
    """

    releases: tuple[Release, ...] = ()
    begun: tuple[str, ...] = ()
    trouble: str = ""


def read(database: str) -> Counts:
    """Read what is released; never fails, and makes no store where there is none.

    Args:
        database: a path, an address, or ``none``.
    """
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
    """Reads the counts now and then for whoever asks often; what is released does not change.

    Args:
        database: a path, an address, or ``none``.
        steady: returns seconds that only go forward.
    """

    def __init__(self, database: str, steady: Callable[[], float] = time.monotonic) -> None:
        self.database = database
        self._steady = steady
        self._at = 0.0
        self._counts: Counts | None = None
        self._one = threading.Lock()

    def counts(self) -> Counts:
        """Return what is released, read anew once it is a minute old."""
        with self._one:
            if self._counts is None or self._steady() - self._at > KEPT:
                self._counts, self._at = read(self.database), self._steady()
            return self._counts

    def last(self) -> Counts | None:
        """Return what was read last, without reading; None where nothing was yet."""
        return self._counts
