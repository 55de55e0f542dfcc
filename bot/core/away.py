"""Someone who won't know her: services by phone, online and in the areas beside hers, before the door close to home."""

from collections.abc import Iterable
from dataclasses import replace

from bot.core import directory
from bot.core.directory import Search
from bot.core.library import SCOTLAND, Library, Service

_FAR = frozenset({"phone", "online"})
_OWN_COUNCIL = frozenset({"adult-protection", "children"})  # her own council's duty, wherever she would rather ask


def away(
    library: Library, search: Search, *, named: Iterable[str] = (), needs: Iterable[str] = ()
) -> tuple[Service, ...]:
    """Return the services of a list in the order for somebody whom people close to home may know.

    Args:
        library: all content.
        search: for whom, where and when.
        named: ids of services that the content names.
        needs: needs that the directory fills.
    """
    names, wanted = tuple(named), tuple(needs)
    stands = directory.Standings(library, search)
    found = directory.choose(library, search, named=names, needs=wanted, stands=stands)
    far = [s for s in found if SCOTLAND in s.areas and directory.has_contact(s) and not _FAR.isdisjoint(s.reach)]
    beside = _beside(library, search, frozenset(names), frozenset(wanted) - _OWN_COUNCIL, stands)
    first = (*far[: directory.SHOWN - 1], *beside[:1], *far[directory.SHOWN - 1 :], *beside[1:], *found)
    return directory.arranged(library, search, tuple({service.id: service for service in first}.values()), stands)


def _beside(
    library: Library, search: Search, named: frozenset[str], needs: frozenset[str], stands: directory.Standings
) -> list[Service]:
    """Return the services of the areas beside hers that do not reach her own, in the order of those areas."""
    council = library.areas.councils.get(search.area)
    by_name = [stands.lists.of(library.services[id]) for id in named if id in library.services]
    found: dict[str, Service] = {}
    for area in council.neighbours if council else ():
        there = replace(search, area=area)
        able = (*by_name, *(its for need in needs for its in stands.lists.answering(need, area)))
        fitting = {
            its.tie: its
            for its in able
            if its.reachable
            and not directory.reaches(its.service, search.area)
            and not directory.left_out(its.service, there)
        }
        found |= {service.id: service for service in stands.ranked(fitting.values()) if service.id not in found}
    return list(found.values())


def is_small(library: Library, area: str) -> bool:
    """Say whether an area is made of islands, where whoever answers may know her."""
    council = library.areas.councils.get(area)
    return council is not None and council.islands


def own(services: Iterable[Service], area: str) -> tuple[Service, ...]:
    """Return those of the services that are an area's own."""
    return tuple(service for service in services if SCOTLAND not in service.areas and area in service.areas)
