"""Who has counted, and the interface of a store: the numbers of open periods, and the releases of closed ones.

A token is made from a person, a thing and a period with the deployment's secret. It sets four bits in one of the parts
of a period, which are made in advance, in one size, and empty. So nothing is added when somebody is counted, no order
is kept, and without the secret a part is noise. Occasionally other people's bits make somebody new look known; that
person is then not counted.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

from bot.core.count_cells import Cell

PARTS = 128  # in each period
SIZE = 1024  # bytes in a part
EMPTY = bytes(SIZE)
_BITS = 4  # bits that a token sets
PartPlace = tuple[str, int]  # a period and the number of a part


@dataclass(frozen=True, slots=True)
class Token:
    """A stand-in for a person in a cell: the period that it is kept for, and a hash of 16 bytes."""

    period: str
    hash: bytes

    @property
    def place(self) -> PartPlace:
        return self.period, self.hash[0] % PARTS

    @property
    def bits(self) -> int:
        chosen = (int.from_bytes(self.hash[at : at + 2]) % (SIZE * 8) for at in range(1, 1 + 2 * _BITS, 2))
        bits = 0
        for each in chosen:
            bits |= 1 << each
        return bits


@dataclass(frozen=True, slots=True)
class Count:
    """One person counted once in one cell, for every period given."""

    cell: Cell
    periods: tuple[str, ...]
    # for each of the periods, the token that must be new for the person to count; none if only this process's memory
    # decides
    tokens: tuple[Token, ...] = ()


def places(tokens: Iterable[Token]) -> list[PartPlace]:
    """Return the parts that tokens are in, always in the same order."""
    return sorted({token.place for token in tokens})


def tokens_of(counts: Iterable[Count]) -> Iterator[Token]:
    """Yield the tokens of counts."""
    return (token for count in counts for token in count.tokens)


def is_new(token: Token, parts: MutableMapping[PartPlace, int]) -> bool:
    """Set a token in the parts, and return whether it is new; a token of a closed period is not new."""
    held = parts.get(token.place)
    if held is None or held & token.bits == token.bits:
        return False
    parts[token.place] = held | token.bits
    return True


def first_times(counts: Iterable[Count], parts: MutableMapping[PartPlace, int]) -> Iterator[Count]:
    """Yield the counts with new tokens, for the periods where they are new, and set those tokens in the parts."""
    for each in counts:
        if not each.tokens:
            yield each
            continue
        known: dict[Token, bool] = {}
        for token in each.tokens:
            if token not in known:
                known[token] = is_new(token, parts)
        pairs = zip(each.periods, each.tokens, strict=True)
        yield Count(each.cell, tuple(period for period, token in pairs if known[token]))


def read(rows: Iterable[tuple[str, int, bytes]]) -> dict[PartPlace, int]:
    """Return the parts as numbers, from rows of a table."""
    return {(period, part): int.from_bytes(bits) for period, part, bits in rows}


def changed(before: Mapping[PartPlace, int], after: Mapping[PartPlace, int]) -> list[tuple[bytes, str, int]]:
    """Return the parts that differ, as values for an update: the bits, the period and the number."""
    return [(bits.to_bytes(SIZE), *place) for place, bits in sorted(after.items()) if before[place] != bits]


OTHER = "*"  # the id for the small cells of a kind shown together


NO_TOKENS: Mapping[str, Token] = {}


class StoreError(Exception):
    """The store cannot be used now: its disk is full, or it is locked or gone; the message quotes nothing from it."""


class DamagedStoreError(StoreError):
    """The store's file is damaged; it must be set aside before a new one can be started."""

    def __init__(self, why: str, path: Path) -> None:
        super().__init__(why)
        self._path = path

    def set_aside(self) -> None:
        """Rename the file, so a new one can be started."""
        names = (self._path.with_name(f"{self._path.name}.damaged-{number}") for number in count(1))
        aside = next(name for name in names if not name.exists())
        self._path.rename(aside)
        self._path.with_name(f"{self._path.name}-journal").unlink(missing_ok=True)  # it belongs to the damaged one


def added(counts: Iterable[Count]) -> list[tuple[tuple[str, Cell], int]]:
    """Return how many people are added to each cell of each period, always in the same order."""
    return sorted(Counter((period, count.cell) for count in counts for period in count.periods).items())


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a period before they are released."""

    period: str
    people: Mapping[Cell, int]
    memories: int  # how many memories recorded who had counted; a person could have counted once in each


@dataclass(frozen=True, slots=True)
class Release:
    """What is shown for a period, permanently."""

    period: str
    threshold: int  # the least number of people in any cell that is shown
    memories: int
    # the rounded number of people for each cell shown; ``OTHER`` is the id of small cells combined
    shown: Mapping[Cell, int] = field(default_factory=dict)
    most: int = 0  # the number that means "so many or more" in this release; 0 if no number does
    noise: float = 0.0  # the epsilon of the noise added to it; 0 for no noise


class Store(Protocol):
    """Keeps counts. Every method except ``close`` may raise StoreError."""

    def prepare(self, periods: Mapping[str, Collection[Cell]]) -> None:
        """Create the missing rows of open periods, all at zero. Released periods are left alone."""

    def remember(self, periods: Iterable[str], tokens: Mapping[str, Token] = NO_TOKENS) -> None:
        """Record that one more memory counts people in these periods, which raises their threshold.

        A period with a known token here is skipped: that memory already counts in it.
        """

    def add(self, counts: Iterable[Count]) -> None:
        """Add people to cells, all of them or none; a file is written even if there is nobody to add.

        A person with a known token is not added. Cells without a row, such as in a released period, are ignored.
        """

    def open_periods(self) -> tuple[str, ...]:
        """Return the periods that have rows and are not yet released, in order."""

    def table(self, period: str) -> Table:
        """Return the numbers of an open period."""

    def publish(self, release: Release) -> bool:
        """Keep a release permanently and delete the numbers it came from; return whether it is new."""

    def releases(self) -> tuple[Release, ...]:
        """Return every release, in order of period."""

    def alone(self, task: str) -> bool:
        """Try to reserve a kind of task, such as ``digest 2026-10``, until this store is closed or its process ends."""

    def claim(self, task: str) -> bool:
        """Claim a task, or a part of it (with one more word), and return whether it was still unclaimed."""

    def is_taken(self, task: str) -> bool:
        """Say whether a task, or a part of one, is claimed."""

    def give_back(self, task: str) -> None:
        """Give up the claim on a part that was not done, so that it can be claimed again."""

    def finish(self, task: str) -> None:
        """Claim a whole task, and delete the claims on its parts and on parts of earlier tasks."""

    def settle(self) -> None:
        """Remove any traces of deleted data, if the store does not do so by itself."""

    def close(self) -> None:
        """Close the store; what was added is kept."""


NAME = "counts.db"  # the file's name, if the setting gives no other


def is_postgres(database: str) -> bool:
    """Say whether a setting names a PostgreSQL database and not a file."""
    return database.startswith(("postgresql://", "postgres://"))


def opened(database: str) -> Store:
    """Open the store that a setting names: an address that begins with ``postgresql://``, or the path of a file."""
    if not is_postgres(database):
        from bot.counts.sqlite import SqliteStore

        return SqliteStore(Path(database))
    try:
        from bot.counts.postgres import PostgresStore
    except ImportError:
        raise StoreError("psycopg is not installed: pip install 'signpost-bot[postgres]'") from None
    return PostgresStore(database)
