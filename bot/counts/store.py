"""What a store of counts does: keeps numbers for open periods, and what was released of closed ones."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from bot.core.count_cells import Cell

OTHER = "*"  # the id under which the small cells of a kind are shown together


class StoreError(Exception):
    """The store cannot be used now: its disk is full, it is locked, it is gone; nothing of it is said."""


@dataclass(frozen=True, slots=True)
class Count:
    """One person, once, in one cell, for every period given."""

    cell: Cell
    periods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a period before they are released.

    Attributes:
        period: such as ``2026-W48``.
        people: of each cell, how many people.
        memories: how many memories kept count of who had counted, each of which a person could have counted in.
    """

    period: str
    people: Mapping[Cell, int]
    memories: int


@dataclass(frozen=True, slots=True)
class Release:
    """What is shown of a period, for ever.

    Attributes:
        period: such as ``2026-W48``.
        threshold: the least number of people that a shown cell stood for.
        memories: as in the table that it was made from.
        shown: of each cell shown, its number of people, rounded; ``OTHER`` is the id of small cells together.
        most: the number that means "so many or more" in this release; 0: none does.
        noise: the epsilon of the noise drawn for it; 0: none.
    """

    period: str
    threshold: int
    memories: int
    shown: Mapping[Cell, int] = field(default_factory=dict)
    most: int = 0
    noise: float = 0.0


class Store(Protocol):
    """Keeps counts. Every method but ``close`` may raise StoreError."""

    def prepare(self, periods: Mapping[str, Collection[Cell]]) -> None:
        """Make the rows of open periods, all at nought, that are not there yet. Released periods are left alone."""

    def remember(self, periods: Iterable[str]) -> None:
        """Write that one more memory counts people in these periods, which raises their threshold."""

    def add(self, counts: Iterable[Count]) -> None:
        """Add people to cells, each once or not at all; once this has returned, none is lost.

        What has no row, such as what belongs to a released period, is passed over.
        """

    def merge(self) -> None:
        """Write what is only held in memory yet; called about once a minute."""

    def open_periods(self) -> tuple[str, ...]:
        """Return the periods that have rows and are not released, in order."""

    def table(self, period: str) -> Table:
        """Return the numbers of an open period."""

    def publish(self, release: Release) -> bool:
        """Keep a release for ever and wipe the numbers it came from; return whether it was not there already."""

    def releases(self) -> tuple[Release, ...]:
        """Return every release, in the order of their periods."""

    def alone(self, task: str) -> bool:
        """Try to have a kind of task to oneself until this store is closed or its process ends; return whether one has.

        Args:
            task: a kind and a name, such as ``digest 2026-10``.
        """

    def claim(self, task: str) -> bool:
        """Take a task, or a part of one, that is done once in all, and return whether nobody had it before.

        Args:
            task: what it is, such as ``digest 2026-10``; of a part, with one word more. It names nobody.
        """

    def is_taken(self, task: str) -> bool:
        """Say whether a task, or a part of one, was taken."""

    def give_back(self, task: str) -> None:
        """Let a part be taken again that was taken and not done."""

    def finish(self, task: str) -> None:
        """Take a whole task, and forget the parts of it and of those before it that were taken."""

    def settle(self) -> None:
        """Leave nothing behind of what was wiped, where the store needs to be told."""

    def close(self) -> None:
        """Stop using the store; what was added is kept."""
