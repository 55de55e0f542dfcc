"""Write turns into a store on a fixed beat, and release the periods that are over.

A turn only changes memory. Counts are written once a minute in one go, even if there are none, so neither the time nor
the number of writes shows when anybody asked.
"""

import math
import secrets
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from bot.core.count_cells import KINDS, Cell, Parts, PeriodLength
from bot.counts.periods import around, end_of, parts_of, span_of, week_at
from bot.counts.release import decided
from bot.counts.store import Count, DamagedStoreError, Release, Store, StoreError, Token

HOUR = 3600.0  # seconds that a period must have been over for, by a clock that nobody can set
GRACE = timedelta(hours=1)  # how long after a period ends other processes can still write their counts
_ORDER = ("week", "block", "quarter", "year")


class Closer:
    """Releases the periods that are over.

    The time of day can be set wrong, and a release cannot be undone. So a period counts as over only when two checks of
    the time, an hour apart by a clock that only goes forward, both say so.
    """

    def __init__(self, steady: Callable[[], float] = time.monotonic, epsilon: float = 0.0) -> None:
        self._steady = steady
        self._epsilon = epsilon
        self._over: dict[str, float] = {}

    def close(self, store: Store, parts: Parts, now: datetime) -> tuple[Release, ...]:
        """Release every period that is over and not yet released, and return what this call released."""
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
    """Return the periods to release before this one; none for a year, which is not made up of other periods."""
    return set() if span_of(period) == "year" else set(parts_of(period))


def laplace(epsilon: float) -> int:
    """Draw once from the discrete Laplace distribution, using the system's own randomness."""
    return _geometric(epsilon) - _geometric(epsilon)


def _geometric(epsilon: float) -> int:
    """Draw the number of successes in a row, where each has a probability of e to the power of minus epsilon."""
    uniform = (secrets.randbits(53) + 1) / (1 << 53)  # above 0, up to and including 1
    return math.floor(math.log(uniform) / -epsilon)


MOST = 200_000  # hashes in a period; people beyond that are not counted
_REMEMBERED: tuple[PeriodLength, ...] = ("week", "block", "quarter")
_KEY, _HASH = 32, 8  # bytes


class CountedPeople:
    """Remembers who counted in a week, its block and its quarter. A year counts what is new in a week instead.

    Without a secret its keys are random, and nobody else ever has them. With one, every process that has the
    same secret makes the same tokens, and the store can tell who has counted in any of them.
    """

    def __init__(self, secret: str = "") -> None:
        self._periods: Mapping[PeriodLength, str] = {}
        self._keys: dict[PeriodLength, bytes] = {}
        self._seen: dict[PeriodLength, set[bytes]] = {}
        self._secret = blake2b(secret.encode(), digest_size=_KEY).digest() if secret else b""
        self._own = self._key("person")

    def _key(self, name: str) -> bytes:
        """Return the key of a period, made from the secret, or random without one."""
        if not self._secret:
            return secrets.token_bytes(_KEY)
        return blake2b(name.encode(), key=self._secret, digest_size=_KEY).digest()

    def name(self, person: int | str) -> bytes:
        """Return a name that only this key can make, to use at once instead of a person's number or network."""
        return blake2b(repr(person).encode(), key=self._own, digest_size=16).digest()

    def tokens(self, periods: Iterable[str], what: bytes) -> tuple[Token, ...]:
        """Return the tokens of something for the store, one for each period; none without a secret."""
        found = (self._remembered(period) for period in periods if self._secret)
        return tuple(Token(self._periods[s], blake2b(what, key=self._keys[s], digest_size=16).digest()) for s in found)

    def _remembered(self, period: str) -> PeriodLength:
        span = span_of(period)
        return "week" if span == "year" else span

    def turn_to(self, week: str) -> tuple[str, ...]:
        """Forget periods that are over, and return those remembered for the first time."""
        periods = around(week)
        new = [span for span in _REMEMBERED if periods.get(span) != self._periods.get(span)]
        for span in new:
            self._seen[span] = set()
            self._keys[span] = self._key(periods.get(span, ""))
        begun: list[PeriodLength] = [*new, "year"] if "week" in new else new
        self._periods = periods
        return tuple(periods[span] for span in begun if span in periods)

    @property
    def periods(self) -> tuple[str, ...]:
        return tuple(self._periods.values())

    def new(self, cell: Cell, person: bytes) -> tuple[str, ...]:
        """Return the periods where a person is new in a cell, and remember the person there."""
        periods = (self._periods[span] for span in KINDS[cell.kind].spans if span in self._periods)
        return tuple(period for period in periods if self._is_new(self._remembered(period), _told(cell, person)))

    def count(self, cell: Cell, person: bytes) -> Count:
        """Return a person's count in a cell, for the periods in which they are new there, and remember the person."""
        periods = self.new(cell, person)
        return Count(cell, periods, self.tokens(periods, _told(cell, person)))

    def _is_new(self, span: PeriodLength, told: bytes) -> bool:
        seen = self._seen[span]
        digest = blake2b(told, key=self._keys[span], digest_size=_HASH).digest()
        if digest in seen or len(seen) >= MOST:
            return False
        seen.add(digest)
        return True


def _told(cell: Cell, person: bytes) -> bytes:
    return person + f"{cell.kind}:{cell.id}".encode()


BEAT = 60.0  # seconds between two writes, whether or not anything was counted
AGAIN = 5.0  # seconds until a store that failed is tried again


def now() -> datetime:
    """Return the time, with its time zone."""
    return datetime.now(UTC)


class Writer:
    """Holds counts, writes them on the beat, and releases periods that are over; it retries a store that fails."""

    def __init__(
        self,
        opened: Callable[[], Store],
        parts: Callable[[], Parts],
        closer: Closer,
        warn: Callable[[str], None] = lambda line: None,
        clock: Callable[[], datetime] = now,
        steady: Callable[[], float] = time.monotonic,
        secret: str = "",
    ) -> None:
        self.memory = CountedPeople(secret)
        self.status = "starting"
        self._opened, self._parts, self._closer, self._warn = opened, parts, closer, warn
        self._clock, self._steady = clock, steady
        self._store: Store | None = None
        self._held: Counter[Count] = Counter()
        self._prepared: tuple[Parts, set[str]] | None = None
        self._begun: dict[str, Token | None] = {}
        self._week = ""
        self._next = -math.inf

    @property
    def pause(self) -> float:
        """Seconds until the next beat."""
        return max(0.0, self._next - self._steady())

    def look(self) -> None:
        """Write if the beat has come."""
        if self._steady() >= self._next:
            self.beat()

    def beat(self) -> None:
        """Open the store if needed, write what is held, and release periods that are over."""
        self._next = self._steady() + BEAT
        try:
            self._store = self._store or self._open()
            self._bring(self._store)
            self._closer.close(self._store, self._parts(), self._clock())
            self._say("counting")
        except Exception as error:
            self._next = self._steady() + AGAIN
            self._lose(error)

    def write(self, cells: Iterable[Cell], person: bytes) -> None:
        """Count a turn in memory, until the next beat."""
        try:
            parts = self._parts()
            self._week = max(self._week, week_at(self._clock()))  # the clock may be set back, the week must not go back
            for period in self.memory.turn_to(self._week):
                self._begun[period] = next(iter(self.memory.tokens([period], b"memory")), None)
            counts = (self.memory.count(cell, person) for cell in cells if cell in parts)
            self._held.update(count for count in counts if count.periods)
        except Exception as error:
            self._lose(error)

    def close(self) -> None:
        """Write what is held, and close the store."""
        if self._store is not None or self._held:
            self.beat()
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _open(self) -> Store:
        """Open the store; a damaged one is set aside, and a new one started."""
        try:
            return self._opened()
        except DamagedStoreError as damaged:
            damaged.set_aside()
            self._warn("the counts are damaged: their file is kept as .damaged-1 or similar, and a new one is started")
            return self._opened()

    def _bring(self, store: Store) -> None:
        parts, periods = self._parts(), set(self._begun).union(*(count.periods for count in self._held))
        known = self._prepared[1] if self._prepared and self._prepared[0] is parts else set()
        if not periods <= known:
            store.prepare(rows(parts, periods))
            self._prepared = parts, known | periods
        if self._begun:
            store.remember(self._begun, {period: each for period, each in self._begun.items() if each})
            self._begun = {}
        store.add(self._held.elements())
        self._held.clear()

    def _lose(self, error: Exception) -> None:
        store, self._store, self._prepared = self._store, None, None
        if store is not None:
            store.close()
        why = str(error) if isinstance(error, StoreError) else type(error).__name__
        self._say(f"not counting ({why})")

    def _say(self, status: str) -> None:
        if status != self.status and status.startswith("not"):
            self._warn(f"counts wait in memory until their store can be used again: {status}")
        self.status = status


def rows(parts: Parts, periods: Iterable[str]) -> dict[str, list[Cell]]:
    """Return the cells that have a row in each period."""
    return {period: [c for c in parts if span_of(period) in KINDS[c.kind].spans] for period in periods}
