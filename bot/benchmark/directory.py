"""What choosing services costs: for every entry and council, at the content's own size and at ten thousand records."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Protocol

from bot.core.away import away
from bot.core.directory import Search, choose
from bot.core.library import Library, Service

MANY = 10_000  # records
_TIMES = 3  # that each is chosen; the quickest counts, for what else the machine does is no fault of the directory


class _Way(Protocol):
    def __call__(
        self, library: Library, search: Search, *, named: Iterable[str], needs: Iterable[str]
    ) -> Sequence[Service]: ...


def choosing(library: Library, every: int = 1) -> list[float]:
    """Return the seconds of choosing services for every entry in every council, or for every n-th of these pairs."""
    return list(_seconds(library, choose, every))


def choosing_away(library: Library, every: int = 1) -> list[float]:
    """Return the same for somebody whom people close to home may know."""
    return list(_seconds(library, away, every))


def grown(library: Library) -> Library:
    """Return the library with its services over and over, each under an id of its own, until there are ten thousand."""
    times = -(-MANY // max(1, len(library.services)))
    many = {f"{id}-{n}": replace(s, id=f"{id}-{n}") for n in range(times) for id, s in library.services.items()}
    return replace(library, services=MappingProxyType({**library.services, **many}))


def _seconds(library: Library, way: _Way, every: int) -> Iterator[float]:
    now = datetime.now(UTC)
    pairs = [(entry, area) for entry in library.entries.values() for area in library.areas.councils][::every]
    for entry, area in pairs:
        search = Search(area, frozenset(), now)
        taken = []
        for _ in range(_TIMES):
            start = time.perf_counter()
            way(library, search, named=entry.services, needs=entry.needs)
            taken.append(time.perf_counter() - start)
        yield min(taken)
