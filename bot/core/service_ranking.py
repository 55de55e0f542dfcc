"""Which services fit a person, an area and a moment, in order. Factors that do not change are worked out once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.assurance import CheckDates, Freshness, checks, freshness_by
from bot.core.hours import LONDON, ContactHours, Open, OpeningState, Shut, state_of, wall, way_to
from bot.core.library import Library, once_per_library
from bot.core.lifecycle import takes_people
from bot.core.service import SCOTLAND, Schedule, Service, told_in

CASEWORK = frozenset({"support", "advice-for-staff"})  # the kinds of service that take somebody's case
_GENDERS = frozenset({"woman", "man", "non-binary"})
_AGES = {"under-16": (0, 15), "16-or-17": (16, 17), "adult": (18, 150)}  # years, youngest and oldest


@dataclass(frozen=True, slots=True)
class Search:
    """The person, the area and the moment to search services for."""

    area: str = ""  # the GSS code of the council, or ``""``
    # what is known about the person from a walk: a gender, an age, no recourse to public funds
    who: frozenset[str] = frozenset()
    now: datetime | None = None  # the moment, with its time zone; without one, neither hours nor checks count
    reach: frozenset[str] = frozenset()  # how the person can use a service (by phone, online …); empty: in any way


def takes(service: Service, who: frozenset[str]) -> bool:
    """Say whether a service takes this person, as far as is known about both.

    Args:
        who: what is known about the person from a walk: a gender, an age, no recourse to public funds.
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
    """Say whether a service covers a council area; with no area (``""``), whether it covers all Scotland."""
    return SCOTLAND in service.areas or (bool(area) and area in service.areas)


def left_out(service: Service, search: Search) -> str:
    """Return why a service is not offered, in one word or two, or ``""`` if it is."""
    if service.kind not in CASEWORK:
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
    """Say whether a service may be shown: it does casework, is not closed, takes this person and covers the area."""
    return not left_out(service, Search(area, who))


def has_contact(service: Service) -> bool:
    """Say whether any way to reach a service is recorded."""
    return bool(service.phones or service.text or service.email or service.url)


def door(service: Service) -> str:
    """Return where a service's door is, or ``""``: a confidential location is never shown."""
    return "" if service.confidential_location else service.address


_CONFIDENCE = {"high": 0, "medium": 1, "low": 2}
_FRESHNESS: dict[Freshness, int] = {"confirmed": 0, "overdue": 1, "unconfirmed": 2, "long-overdue": 3}


@dataclass(frozen=True, slots=True)
class RankFactors:
    """What decides a service's place among those that fit."""

    active: bool  # whether it takes people
    reachable: bool  # whether any way to reach it is recorded
    rings: bool  # whether it has a number
    councils: int  # how many councils it covers: fewer is nearer
    freshness: Freshness  # how reliable its contacts are; ``unconfirmed`` without a moment
    state: OpeningState | None  # whether somebody answers; None without a moment


def needs_another(standing: RankFactors) -> bool:
    """Say whether another service must come before this one: it is shut, paused, or was checked too long ago."""
    return not standing.active or standing.freshness == "long-overdue" or isinstance(standing.state, Shut)


@dataclass(frozen=True, slots=True)
class ListedService:
    """A service with the factors of its rank that do not depend on the moment."""

    service: Service
    active: bool  # as in ``RankFactors``
    reachable: bool  # as in ``RankFactors``
    rings: bool  # as in ``RankFactors``
    councils: int  # as in ``RankFactors``
    checks: CheckDates | None  # how long its contacts can be relied on
    way: ContactHours
    tie: int  # its place among services that are otherwise equal: by how well its sources support it, then by name


class ServiceLists:
    """The casework services of a library, listed by need and area.

    Services with the same hours share one way, so a search checks the clock once for all of them.
    """

    def __init__(self, library: Library) -> None:
        self._everywhere = len(library.areas.councils) + 1
        self._ways: dict[tuple[tuple[Schedule, ...], bool], ContactHours] = {}
        in_ties = sorted(library.services.values(), key=lambda s: (_CONFIDENCE[s.confidence], s.name, s.id))
        self._listed = {service.id: self._made(service, tie) for tie, service in enumerate(in_ties)}
        self._answering = self._by_need_and_area()

    def of(self, service: Service) -> ListedService:
        """Return a service with the factors that do not change."""
        return self._listed[service.id]

    def answering(self, need: str, area: str) -> Iterable[ListedService]:
        """Yield the services that meet a need and cover an area, or all Scotland if it is ``""``."""
        for place in {SCOTLAND, area}:
            yield from self._answering.get((need, place), ())

    def _made(self, service: Service, tie: int) -> ListedService:
        way = way_to(service)
        return ListedService(
            service=service,
            active=takes_people(service),
            reachable=has_contact(service),
            rings=bool(service.phones),
            councils=self._everywhere if SCOTLAND in service.areas else len(service.areas),
            checks=checks(service),
            way=self._ways.setdefault((way.schedules, way.by_phone), way),
            tie=tie,
        )

    def _by_need_and_area(self) -> Mapping[tuple[str, str], tuple[ListedService, ...]]:
        found: dict[tuple[str, str], list[ListedService]] = defaultdict(list)
        for listed in self._listed.values():
            service = listed.service
            if service.kind in CASEWORK and service.status != "closed":
                for area in {SCOTLAND} if SCOTLAND in service.areas else {*service.areas}:
                    for need in {*service.needs}:
                        found[need, area].append(listed)
        return {key: tuple(those) for key, those in found.items()}


def welcomes_trans(library: Library, service: Service) -> bool:
    """Say whether a service's record says that it takes trans people, as somebody who asks that is told."""
    return any(told_in(service, act.tells) for act in library.acts.values() if act.taken == "trans")


@once_per_library
def lists(library: Library) -> ServiceLists:
    """Return the lists of a library, made when they are first asked for."""
    return ServiceLists(library)


class SearchRanking:
    """The ranking of services in one search; the factors of each are worked out once."""

    def __init__(self, library: Library, search: Search) -> None:
        self.lists = lists(library)
        self._today = search.now.astimezone(LONDON).date() if search.now else None
        self._wall = wall(search.now, library.holidays) if search.now else None
        self._states: dict[ContactHours, OpeningState] = {}
        self._known: dict[str, RankFactors] = {}

    def of(self, service: Service) -> RankFactors:
        """Return the factors of a service's rank."""
        if service.id not in self._known:
            its = self.lists.of(service)
            self._known[service.id] = RankFactors(
                its.active, its.reachable, its.rings, its.councils, self._freshness(its), self._state(its)
            )
        return self._known[service.id]

    def ranked(self, services: Iterable[ListedService]) -> tuple[Service, ...]:
        """Return services in the order of their ranks, best first."""
        return tuple(its.service for its in sorted(services, key=self._order))

    def _order(self, its: ListedService) -> tuple[int, ...]:
        """Sort: active, reliable, reachable; then near before far, confirmed before not, open now before later."""
        freshness = _FRESHNESS[self._freshness(its)]
        state = self._state(its)
        return (
            not its.active,
            freshness == _FRESHNESS["long-overdue"],
            not its.reachable,
            not its.rings,
            its.councils,
            freshness,
            0 if isinstance(state, Open) else 2 if isinstance(state, Shut) else 1,
            its.tie,
        )

    def _freshness(self, its: ListedService) -> Freshness:
        return freshness_by(its.checks, self._today) if self._today else "unconfirmed"

    def _state(self, its: ListedService) -> OpeningState | None:
        if self._wall is None:
            return None
        if its.way not in self._states:
            self._states[its.way] = state_of(its.way, self._wall)
        return self._states[its.way]
