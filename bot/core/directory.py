"""The directory: which services fit a need, an area and a person, and in what order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.core.hours import LONDON, Open, Shut, State, state_at
from bot.core.library import SCOTLAND, Library, Service
from bot.core.reviews import Freshness, freshness

SHOWN = 3  # services on one screen
_GENDERS = frozenset({"woman", "man", "non-binary"})
_AGES = {"under-16": (0, 15), "16-or-17": (16, 17), "adult": (18, 150)}  # years, youngest and oldest
_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}
_FRESHNESS: dict[Freshness, int] = {"confirmed": 0, "overdue": 1, "unconfirmed": 2, "long-overdue": 3}
_CASEWORK = frozenset({"support", "advice-for-staff"})


@dataclass(frozen=True, slots=True)
class Search:
    """Whom services are looked for, where and when.

    Attributes:
        area: the GSS code of the council, or ``""``.
        who: what a walk has told of the person: a gender, an age, no recourse to public funds.
        now: the moment, with its time zone; without one, neither hours nor checks count.
        reach: how the person can use a service (by phone, online …); empty: in any way.
    """

    area: str = ""
    who: frozenset[str] = frozenset()
    now: datetime | None = None
    reach: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides where a service stands among those that fit.

    Attributes:
        active: whether it takes people.
        reachable: whether any way to reach it is recorded.
        rings: whether it has a number.
        councils: how many councils it reaches: fewer is nearer.
        freshness: how far its contacts can be relied on; ``unconfirmed`` where no moment was given.
        state: whether somebody answers; None where no moment was given.
    """

    active: bool
    reachable: bool
    rings: bool
    councils: int
    freshness: Freshness
    state: State | None


def takes(service: Service, who: frozenset[str]) -> bool:
    """Say whether a service takes this person, as far as what is known of both can tell.

    Args:
        service: the service.
        who: what a walk has told of the person: a gender, an age, no recourse to public funds.
    """
    return not (_wrong_gender(service, who) or _wrong_age(service, who) or _needs_funds(service, who))


def _wrong_gender(service: Service, who: frozenset[str]) -> bool:
    genders = who & _GENDERS
    return bool(service.eligibility.genders and genders and not genders & set(service.eligibility.genders))


def _wrong_age(service: Service, who: frozenset[str]) -> bool:
    youngest, oldest = service.eligibility.minimum_age, service.eligibility.maximum_age
    if youngest is oldest is None:
        return False
    return any(
        age in who and ((youngest is not None and high < youngest) or (oldest is not None and low > oldest))
        for age, (low, high) in _AGES.items()
    )


def _needs_funds(service: Service, who: frozenset[str]) -> bool:
    return "no-recourse" in who and service.eligibility.needs_public_funds


def reaches(service: Service, area: str) -> bool:
    """Say whether a service reaches a council area; with no area (``""``), whether it reaches all Scotland."""
    return SCOTLAND in service.areas or (bool(area) and area in service.areas)


def left_out(service: Service, search: Search) -> str:
    """Return why a service is not offered, in one word or two, or ``""`` where it is."""
    if service.kind not in _CASEWORK:
        return "no casework"
    if service.status == "closed":
        return "closed"
    if not reaches(service, search.area):
        return "elsewhere"
    if _wrong_gender(service, search.who):
        return "gender"
    if _wrong_age(service, search.who):
        return "age"
    if _needs_funds(service, search.who):
        return "public funds"
    return "reach" if search.reach and search.reach.isdisjoint(service.reach) else ""


def offered(service: Service, area: str, who: frozenset[str]) -> bool:
    """Say whether a service may be shown to this person in this area: casework, not closed, takes her, reaches her."""
    return not left_out(service, Search(area, who))


def has_contact(service: Service) -> bool:
    """Say whether any way to reach a service is recorded."""
    return bool(service.phones or service.text or service.email or service.url)


def door(service: Service) -> str:
    """Return where a service's door is, or ``""``: a confidential location is never shown, whatever stands there."""
    return "" if service.confidential_location else service.address


class Standings:
    """The standing of services in one search, each worked out once.

    Args:
        library: all content.
        search: for whom, where and when.
    """

    def __init__(self, library: Library, search: Search) -> None:
        self._library, self._now = library, search.now
        self._today = search.now.astimezone(LONDON).date() if search.now else None
        self._known: dict[str, Standing] = {}

    def of(self, service: Service) -> Standing:
        """Return the standing of a service."""
        if service.id not in self._known:
            self._known[service.id] = self._standing(service)
        return self._known[service.id]

    def _standing(self, service: Service) -> Standing:
        return Standing(
            active=service.status == "active",
            reachable=has_contact(service),
            rings=bool(service.phones),
            councils=len(service.areas) if SCOTLAND not in service.areas else len(self._library.areas.councils) + 1,
            freshness=freshness(service, self._today) if self._today else "unconfirmed",
            state=state_at(service, self._now, self._library.holidays) if self._now else None,
        )


def needs_another(standing: Standing) -> bool:
    """Say whether another service must stand before one: it is shut, paused, or was checked too long ago."""
    return not standing.active or standing.freshness == "long-overdue" or isinstance(standing.state, Shut)


def _order(stands: Standings, service: Service) -> tuple[object, ...]:
    """Active, reliable, reachable; then near before far, confirmed before not, open now before later."""
    its = stands.of(service)
    return (
        not its.active,
        its.freshness == "long-overdue",
        not its.reachable,
        not its.rings,
        its.councils,
        _FRESHNESS[its.freshness],
        0 if isinstance(its.state, Open) else 2 if isinstance(its.state, Shut) else 1,
        _CONFIDENCE[service.confidence],
        service.name,
        service.id,
    )


def for_need(library: Library, need: str, search: Search, stands: Standings | None = None) -> tuple[Service, ...]:
    """Return all services that answer a need (an id of the vocabulary) for this area and person, best first."""
    fitting = (s for s in library.services.values() if need in s.needs and not left_out(s, search))
    return ranked(fitting, stands or Standings(library, search))


def ranked(services: Iterable[Service], stands: Standings) -> tuple[Service, ...]:
    """Return services in the order of their standings, best first."""
    return tuple(sorted(services, key=partial(_order, stands)))


def choose(
    library: Library,
    search: Search,
    *,
    named: Iterable[str] = (),
    needs: Iterable[str] = (),
    stands: Standings | None = None,
) -> tuple[Service, ...]:
    """Return the services to show: those named outright that fit, and the best of each need in turn.

    Args:
        library: all content.
        search: for whom, where and when.
        named: ids of services that the content names, in its order.
        needs: needs that the directory fills.
        stands: the standings of this moment, where some are worked out already.

    Returns:
        Services without repeats, never none. Local answers to a need stand before services named for all Scotland. One
        of the first three can be phoned. Before a first one that is shut, paused or long overdue stands another.
    """
    stands = stands or Standings(library, search)
    by_name = [s for i in named if (s := library.services.get(i)) is not None and not left_out(s, search)]
    columns = [for_need(library, need, search, stands) for need in needs]
    in_turn = [
        column[rank] for rank in range(max(map(len, columns), default=0)) for column in columns if rank < len(column)
    ]
    good = (s for s in in_turn if SCOTLAND not in s.areas and s.phones and s.status == "active")
    local = [s for s in good if stands.of(s).freshness != "long-overdue"][:1] if search.area else []
    found = tuple({service.id: service for service in (*local, *by_name, *in_turn)}.values())
    return arranged(library, search, found, stands)


def arranged(
    library: Library, search: Search, found: Sequence[Service], stands: Standings | None = None
) -> tuple[Service, ...]:
    """Put on the first screen of a list who must stand there, and take nobody out of it.

    Of the first three, numbers that answer or may answer stand before those that are shut. None of the three is lost to
    a later one for being shut: it may be the one that knows most of the matter, and open again in the morning.

    Args:
        library: all content.
        search: for whom, where and when.
        found: the services that fit, best first.
        stands: the standings of this search, where some are worked out already.
    """
    stands, people = stands or Standings(library, search), person_to_phone(library, search.who)
    listed = [*_sound_first(found[:SHOWN], stands), *found[SHOWN:]]
    if listed and (other := instead(library, listed[0], search, stands)) is not None:
        _move(listed, other, 0)
    if not any(service.phones for service in listed[:SHOWN]):
        phoned = next((service for service in (*listed[SHOWN:], *people) if service.phones), None)
        if phoned is not None:
            _move(listed, phoned, min(len(listed), SHOWN - 1))
    if people and all(_is_stale(stands.of(service)) for service in listed[:SHOWN]):
        sound = (service for service in people if not _is_stale(stands.of(service)))
        _move(listed, next(sound, people[0]), min(len(listed), SHOWN - 1))
    return tuple(listed)


def _sound_first(shown: Sequence[Service], stands: Standings) -> list[Service]:
    """Put services that are shut behind the last with a number that may answer; what has no number keeps its place."""
    poor = {service.id for service in shown if needs_another(stands.of(service))}
    last = max((i for i, s in enumerate(shown) if s.phones and s.id not in poor), default=-1) + 1
    before = shown[:last]
    return [*(s for s in before if s.id not in poor), *(s for s in before if s.id in poor), *shown[last:]]


def _move(listed: list[Service], service: Service, to: int) -> None:
    listed[:] = [other for other in listed if other.id != service.id]
    listed.insert(to, service)


def _is_stale(its: Standing) -> bool:
    return not its.active or its.freshness in ("overdue", "long-overdue")


def instead(library: Library, service: Service, search: Search, stands: Standings | None = None) -> Service | None:
    """Return the service that stands before one that is shut, paused, closed or long overdue, or None.

    It is, of its alternatives out of hours that take this person and reach her, the first that is known to be open,
    else the first that is not known to be shut; where there is none, and it is not merely shut, a person to phone.
    """
    stands = stands or Standings(library, search)
    its = stands.of(service)
    if not needs_another(its):
        return None
    able: dict[str, Standing] = {}
    for other in _alternatives(library, service):
        there = stands.of(other)
        if not left_out(other, search) and not needs_another(there):
            able[other.id] = there
    if able:
        known_open = (id for id, there in able.items() if isinstance(there.state, Open))
        return library.services[next(known_open, next(iter(able)))]
    if its.active and its.freshness != "long-overdue":
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
