"""What choosing services costs: for every entry and council, at the content's own size and at ten thousand records."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Protocol

from bot.core.away import away
from bot.core.directory import Search, choose
from bot.core.hours import LONDON
from bot.core.library import Assurance, Library, Schedule, Service
from bot.core.schedules import clock

MANY = 10_000  # records
NIGHT = datetime(2026, 11, 27, 22, tzinfo=LONDON)  # a Friday, when the next opening is furthest away
_TIMES = 3  # that each is chosen; the quickest counts, for what else the machine does is no fault of the directory
_QUARTERS = 8  # of an hour, over which the copies of a service are spread as they open
_WEEKS = 52  # over which the checks of its copies are spread


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
    """Return the library with its services over and over until there are ten thousand, each copy unlike the others.

    Every copy has an id of its own, was confirmed in another week and, where its hours are known, opens a little later.
    """
    times = -(-MANY // max(1, len(library.services)))
    many = {f"{id}-{n}": _copy(s, n) for n in range(times) for id, s in library.services.items()}
    return replace(library, services=MappingProxyType({**library.services, **many}))


def _copy(service: Service, number: int) -> Service:
    confirmed = NIGHT.date() - timedelta(weeks=number % _WEEKS)
    return replace(
        service,
        id=f"{service.id}-{number}",
        assured=Assurance(on=confirmed, by="A. Example", how="by phone"),
        schedules=tuple(_later(schedule, number % _QUARTERS) for schedule in service.schedules),
    )


def _later(schedule: Schedule, quarters: int) -> Schedule:
    minutes = (clock(schedule.opens_at) + 15 * quarters) % (24 * 60)
    return replace(schedule, opens_at=f"{minutes // 60:02}:{minutes % 60:02}")


def _seconds(library: Library, way: _Way, every: int) -> Iterator[float]:
    pairs = [(entry, area) for entry in library.entries.values() for area in library.areas.councils][::every]
    for entry, area in pairs:
        search = Search(area, frozenset(), NIGHT)
        taken = []
        for _ in range(_TIMES):
            start = time.process_time()
            way(library, search, named=entry.services, needs=entry.needs)
            taken.append(time.process_time() - start)
        yield min(taken)
