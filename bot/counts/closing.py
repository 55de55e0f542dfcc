"""Decide when a period is over, and release it once, with the shorter periods inside it first."""

import math
import secrets
import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.core.count_cells import Parts
from bot.counts.periods import end_of, parts_of, span_of
from bot.counts.release import decided
from bot.counts.store import Release, Store

HOUR = 3600.0  # seconds that a period must have been seen to be over, by a clock that nobody can set
GRACE = timedelta(hours=1)  # time after the end of a period in which other processes can still write what they hold
_ORDER = ("week", "block", "quarter", "year")


class Closer:
    """Releases the periods that are over.

    The time of day can be set wrong, and a release cannot be undone. So a period counts as over only when two checks of
    the time, an hour apart by a clock that only goes forward, both say so.

    Args:
        steady: returns seconds that only go forward.
        epsilon: the epsilon of the noise added to the numbers; 0 for no noise.
    """

    def __init__(self, steady: Callable[[], float] = time.monotonic, epsilon: float = 0.0) -> None:
        self._steady = steady
        self._epsilon = epsilon
        self._over: dict[str, float] = {}

    def close(self, store: Store, parts: Parts, now: datetime) -> tuple[Release, ...]:
        """Release every period that is over and not yet released, and return what this call released.

        Args:
            store: where the numbers are kept.
            parts: the cells that each cell is part of.
            now: the time, with its time zone.
        """
        open_periods = store.open_periods()
        at = self._steady()
        over = [period for period in open_periods if end_of(period) + GRACE <= now]
        self._over = {period: self._over.get(period, at) for period in over}
        done = []
        for period in sorted(over, key=lambda each: (_ORDER.index(span_of(each)), each)):
            if at - self._over[period] < HOUR or _inside(period) & set(store.open_periods()):
                continue
            release = decided(store.table(period), parts, store.releases(), self._noise, self._epsilon)
            done += [release] if store.publish(release) else []
        if done:
            store.settle()
        return tuple(done)

    def _noise(self) -> int:
        return laplace(self._epsilon) if self._epsilon else 0


def _inside(period: str) -> set[str]:
    """Return the periods to release before this one; a year is not made up of other periods."""
    return set() if span_of(period) == "year" else set(parts_of(period))


def laplace(epsilon: float) -> int:
    """Draw once from the discrete Laplace distribution, using the system's own randomness."""
    return _geometric(epsilon) - _geometric(epsilon)


def _geometric(epsilon: float) -> int:
    """Draw the number of successes in a row, where each has a probability of e to the power of minus epsilon."""
    uniform = (secrets.randbits(53) + 1) / (1 << 53)  # above 0, up to and including 1
    return math.floor(math.log(uniform) / -epsilon)
