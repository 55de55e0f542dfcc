"""Who has counted for what already: in memory only, under a key that is made anew for each period and written nowhere.

On Telegram a person counts once an id a period. What is kept of that is a keyed hash of the person and the id together,
so not even this memory says which two things one person did. On the web nobody is known: there an id counts at most
once in ten minutes, whoever it is.
"""

import secrets
from collections.abc import Mapping
from hashlib import blake2b

from bot.core.counted import KINDS, Cell, Span
from bot.counts.periods import around

MINUTES = 10  # in which an id counts once on the web, in a week; longer in what weeks are joined to
MOST = 200_000  # hashes of a period; more people than that are not counted
_WIDER: Mapping[Span, int] = {"week": 1, "block": 4, "quarter": 13, "year": 1}
_REMEMBERED: tuple[Span, ...] = ("week", "block", "quarter")
_KEY, _HASH = 32, 8  # bytes


class Memory:
    """Remembers a week, its block and its quarter. A year has no memory of its own: it counts what is new in a week."""

    def __init__(self) -> None:
        self._periods: Mapping[Span, str] = {}
        self._keys: dict[Span, bytes] = {}
        self._seen: dict[Span, set[bytes]] = {}
        self._slots: dict[tuple[Span, Cell], int] = {}
        self._own = secrets.token_bytes(_KEY)

    def name(self, person: int) -> bytes:
        """Return a name for a person that only this memory could make, to be used instead of the number at once."""
        return blake2b(person.to_bytes(16, signed=True), key=self._own, digest_size=16).digest()

    def turn_to(self, week: str) -> tuple[str, ...]:
        """Forget all of periods that are over, and return those that are remembered from now on and were not before."""
        periods = around(week)
        new = [span for span in _REMEMBERED if periods.get(span) != self._periods.get(span)]
        for span in new:
            self._seen[span] = set()
            self._keys[span] = secrets.token_bytes(_KEY)
            self._slots = {key: slot for key, slot in self._slots.items() if key[0] != span}
        begun: list[Span] = [*new, "year"] if "week" in new else new
        self._periods = periods
        return tuple(periods[span] for span in begun if span in periods)

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods that people count in now."""
        return tuple(self._periods.values())

    def new(self, cell: Cell, person: bytes | None, seconds: float) -> tuple[str, ...]:
        """Return the periods in which a person is new in a cell, and remember them there.

        Args:
            cell: what they count for.
            person: their name of this memory; None where nobody is known.
            seconds: of a clock that only goes forward.
        """
        found = []
        for span in KINDS[cell.kind].spans:
            remembered: Span = "week" if span == "year" else span
            if span not in self._periods:
                continue
            fresh = self._slot(remembered, cell, seconds) if person is None else self._hash(remembered, cell, person)
            found += [self._periods[span]] if fresh else []
        return tuple(found)

    def _hash(self, span: Span, cell: Cell, person: bytes) -> bool:
        seen = self._seen[span]
        told = person + f"{cell.kind}:{cell.id}".encode()
        digest = blake2b(told, key=self._keys[span], digest_size=_HASH).digest()
        if digest in seen or len(seen) >= MOST:
            return False
        seen.add(digest)
        return True

    def _slot(self, span: Span, cell: Cell, seconds: float) -> bool:
        slot = int(seconds // (MINUTES * 60 * _WIDER[span]))
        if self._slots.get((span, cell)) == slot:
            return False
        self._slots[span, cell] = slot
        return True
