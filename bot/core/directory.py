"""The directory: which services fit a need, an area and a person, and in what order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from bot.core.hours import Open
from bot.core.library import Library
from bot.core.service import SCOTLAND, Service
from bot.core.service_ranking import (
    RankFactors,
    Search,
    SearchRanking,
    door,
    has_contact,
    left_out,
    needs_another,
    offered,
    reaches,
    takes,
)

__all__ = ["RankFactors", "Search", "SearchRanking", "door", "has_contact", "left_out", "offered", "reaches", "takes"]

SHOWN = 3  # services on one screen


def for_need(library: Library, need: str, search: Search, ranking: SearchRanking | None = None) -> tuple[Service, ...]:
    """Return all services that meet a need (an id of the vocabulary) for this area and person, best first."""
    ranking = ranking or SearchRanking(library, search)
    answering = ranking.lists.answering(need, search.area)
    return ranking.ranked(its for its in answering if not left_out(its.service, search))


def choose(
    library: Library,
    search: Search,
    *,
    named: Iterable[str] = (),
    needs: Iterable[str] = (),
    ranking: SearchRanking | None = None,
) -> tuple[Service, ...]:
    """Return the services to show: those named outright that fit, and the best of each need in turn.

    Args:
        named: ids of services that the content names, in its order.
        needs: needs that the directory fills.
        ranking: the ranking of this search, if it was made before.

    Returns:
        Services without repeats, and never none. Local services for a need come before named services for all Scotland.
        One of the first three can be phoned. If the first is shut, paused or long overdue, another comes before it.
    """
    ranking = ranking or SearchRanking(library, search)
    by_name = [s for i in named if (s := library.services.get(i)) is not None and not left_out(s, search)]
    columns = [for_need(library, need, search, ranking) for need in needs]
    in_turn = [service for row in zip_longest(*columns) for service in row if service is not None]
    near = (s for s in in_turn if search.area and SCOTLAND not in s.areas and s.phones)
    local = islice((s for s in near if _can_be_relied_on(ranking.of(s))), 1)
    found = tuple({service.id: service for service in (*local, *by_name, *in_turn)}.values())
    return arranged(library, search, found, ranking)


def arranged(
    library: Library, search: Search, found: Sequence[Service], ranking: SearchRanking | None = None
) -> tuple[Service, ...]:
    """Move the services that must be on the first screen of a list to it, and leave none out.

    Among the first three, numbers that answer or may answer come before those that are shut. A later service does not
    replace one of the three just because that is shut: it may know most about the matter, and open in the morning.

    Args:
        found: the services that fit, best first.
        ranking: the ranking of this search, if it was made before.
    """
    ranking, people = ranking or SearchRanking(library, search), person_to_phone(library, search.who)
    listed = [*_sound_first(found[:SHOWN], ranking), *found[SHOWN:]]
    if listed and (other := instead(library, listed[0], search, ranking)) is not None:
        _move(listed, other, 0)
    if not any(service.phones for service in listed[:SHOWN]):
        phoned = next((service for service in (*listed[SHOWN:], *people) if service.phones), None)
        if phoned is not None:
            _move(listed, phoned, min(len(listed), SHOWN - 1))
    if people and all(_is_stale(ranking.of(service)) for service in listed[:SHOWN]):
        sound = (service for service in people if not _is_stale(ranking.of(service)))
        _move(listed, next(sound, people[0]), min(len(listed), SHOWN - 1))
    return tuple(listed)


def _sound_first(shown: Sequence[Service], ranking: SearchRanking) -> list[Service]:
    """Move shut services after the last one with a number that may answer; those without a number keep their place."""
    poor = {service.id for service in shown if needs_another(ranking.of(service))}
    last = max((i for i, s in enumerate(shown) if s.phones and s.id not in poor), default=-1) + 1
    before = shown[:last]
    return [*(s for s in before if s.id not in poor), *(s for s in before if s.id in poor), *shown[last:]]


def _move(listed: list[Service], service: Service, to: int) -> None:
    listed[:] = [other for other in listed if other.id != service.id]
    listed.insert(to, service)


def _can_be_relied_on(its: RankFactors) -> bool:
    return its.active and its.freshness != "long-overdue"


def _is_stale(its: RankFactors) -> bool:
    return not its.active or its.freshness in ("overdue", "long-overdue")


def instead(library: Library, service: Service, search: Search, ranking: SearchRanking | None = None) -> Service | None:
    """Return the service to show before one that is shut, paused, closed or long overdue, or None.

    It is the first of its out-of-hours alternatives for this person and area that is known to be open, or else the
    first not known to be shut. If there is none, and the service is not merely shut, it is a person to phone.
    """
    ranking = ranking or SearchRanking(library, search)
    its = ranking.of(service)
    if not needs_another(its):
        return None
    able: dict[str, RankFactors] = {}
    for other in _alternatives(library, service):
        there = ranking.of(other)
        if not left_out(other, search) and not needs_another(there):
            able[other.id] = there
    if able:
        known_open = (id for id, there in able.items() if isinstance(there.state, Open))
        return library.services[next(known_open, next(iter(able)))]
    if _can_be_relied_on(its):
        return None
    return next((person for person in person_to_phone(library, search.who) if person.id != service.id), None)


def _alternatives(library: Library, service: Service) -> Iterator[Service]:
    """Yield the service to use when one is shut, then the one to use when that is shut, and so on."""
    passed, following = {service.id}, library.services.get(service.out_of_hours)
    while following is not None and following.id not in passed:
        yield following
        passed.add(following.id)
        following = library.services.get(following.out_of_hours)


def person_to_phone(library: Library, who: frozenset[str] = frozenset()) -> tuple[Service, ...]:
    """Return the services that answer when nothing else fits."""
    return tuple(s for i in library.vocabulary.person_to_phone if takes(s := library.services[i], who))


_FAR = frozenset({"phone", "online"})
_OWN_COUNCIL = frozenset({"adult-protection", "children"})  # her own council has to, wherever she would rather ask


def away(
    library: Library, search: Search, *, named: Iterable[str] = (), needs: Iterable[str] = ()
) -> tuple[Service, ...]:
    """Return services in the order for a person who may be known close to home.

    Args:
        named: ids of services that the content names.
        needs: needs that the directory fills.
    """
    names, wanted = tuple(named), tuple(needs)
    ranking = SearchRanking(library, search)
    found = choose(library, search, named=names, needs=wanted, ranking=ranking)
    far = [s for s in found if SCOTLAND in s.areas and has_contact(s) and not _FAR.isdisjoint(s.reach)]
    beside = _beside(library, search, frozenset(names), frozenset(wanted) - _OWN_COUNCIL, ranking)
    first = (*far[: SHOWN - 1], *beside[:1], *far[SHOWN - 1 :], *beside[1:], *found)
    return arranged(library, search, tuple({service.id: service for service in first}.values()), ranking)


def _beside(
    library: Library, search: Search, named: frozenset[str], needs: frozenset[str], ranking: SearchRanking
) -> list[Service]:
    """Return the services of neighbouring areas that do not cover her own, in the order of those areas."""
    council = library.areas.councils.get(search.area)
    by_name = [ranking.lists.of(library.services[id]) for id in named if id in library.services]
    found: dict[str, Service] = {}
    for area in council.neighbours if council else ():
        there = replace(search, area=area)
        able = (*by_name, *(its for need in needs for its in ranking.lists.answering(need, area)))
        fitting = {
            its.tie: its
            for its in able
            if its.reachable and not reaches(its.service, search.area) and not left_out(its.service, there)
        }
        found |= {service.id: service for service in ranking.ranked(fitting.values()) if service.id not in found}
    return list(found.values())


def is_small(library: Library, area: str) -> bool:
    """Say whether an area is made of islands, where the person who answers may know her."""
    council = library.areas.councils.get(area)
    return council is not None and council.islands


def own(services: Iterable[Service], area: str) -> tuple[Service, ...]:
    """Return the services that are an area's own."""
    return tuple(service for service in services if SCOTLAND not in service.areas and area in service.areas)
