"""The list of services that a message asks the directory for: the area's own, then those of all Scotland.

In each part, services that know the matter come first. Those for people who sell or exchange sex come before general
ones, then those that the guidance names most. Relevance counts more than the hour, and services with no contact come
last. The position holds the page and the filters.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import get_args

from bot.core.hearing import AskedFor, ServiceFilter
from bot.core.hours import LONDON, Open, Shut
from bot.core.library import Library, once_per_library
from bot.core.position import Position, Step
from bot.core.service import SCOTLAND, Service, is_unknown, stems
from bot.core.service_ranking import CASEWORK, Search, SearchRanking, reaches, takes, welcomes_trans

COUNCIL_NEEDS = ("somewhere-tonight", "children", "adult-protection")
"""The needs that a council's own team deals with: it comes before anybody else."""

FILTERS: tuple[ServiceFilter, ...] = get_args(ServiceFilter)  # their places never change
MOST_PAGES = 9
NARROWED = "F"  # the letter of a step that says which filters are on, and which page is shown
_FIRST, _MOST_FIRST, _MOST_DOUBTFUL = 3, 4, 1  # services on the first page: under a heading, in all, and doubtful ones
_MORE = 6  # services on a later page

SPECIALIST = "specialist"
_ANYBODY = ("talk-to-someone", "staff-advice")
_NOT_FOR_TRANS = "trans"
_HOURS = {"evening": 21, "night": 3}


@dataclass(frozen=True, slots=True)
class ServicesAsked:
    """What a list is asked for."""

    needs: tuple[str, ...] = ()  # the needs; without one, services for people who sell or exchange sex
    area: str = ""  # the GSS code of the council, or ``""``
    who: frozenset[str] = frozenset()  # what is known about the person
    filters: frozenset[ServiceFilter] = frozenset()  # what narrows the list
    at: AskedFor = ""  # the hours asked for
    without: frozenset[str] = frozenset()  # ids of services that are not wanted
    # the stems of the message's other words, which choose between services for the same need
    words: frozenset[str] = frozenset()
    councils: tuple[str, ...] = ()  # GSS codes of the councils that may be meant, if the place is in several


@dataclass(frozen=True, slots=True)
class FoundServices:
    """The services of a list: the area's own, those for all Scotland, and those of both that may not be running."""

    local: tuple[Service, ...]
    national: tuple[Service, ...]
    doubtful: tuple[Service, ...] = ()
    partners: tuple[Service, ...] = ()
    others: frozenset[str] = frozenset()  # ids of those for men or LGBT+ people, if nobody says that the person is one


def services_asked(library: Library, asked: ServicesAsked, now: datetime) -> FoundServices:
    """Return the services that a message asks for, best first."""
    wanted, ranking = _wanted(library, asked), _ranking(library, asked, now)
    fitting = _fitting(library, asked, wanted, ranking)
    advised = _advised(library)
    order = sorted(fitting, key=lambda service: _order(service, asked, wanted, ranking, advised))
    if "trans" in asked.filters:  # whoever says so comes before whoever has to be asked first
        order.sort(key=lambda service: not welcomes_trans(library, service))
    sure = [service for service in order if service.status == "active"]
    local = tuple(service for service in sure if SCOTLAND not in service.areas)
    national = tuple(service for service in sure if SCOTLAND in service.areas)
    unserved = asked.area and wanted[0] == SPECIALIST and not (local or asked.filters or "man" in asked.who)
    tell = (s for s in library.services.values() if unserved and s.kind == "advice-for-staff" and s.status == "active")
    partners = tuple(s for s in tell if asked.area in s.areas and s.phones)  # they tell staff what there is
    others = frozenset(service.id for service in order if _for_others(service, asked, wanted))
    doubtful = tuple(service for service in order if service.status != "active")
    return FoundServices(local, national, doubtful, partners, others if len(others) < len(order) else frozenset())


def _ranking(library: Library, asked: ServicesAsked, now: datetime) -> SearchRanking:
    return SearchRanking(library, Search(asked.area, asked.who, moment(asked.at, now)))


def _fitting(library: Library, asked: ServicesAsked, wanted: tuple[str, ...], ranking: SearchRanking) -> list[Service]:
    wanted_ones = (s for id, s in library.services.items() if id not in asked.without)
    fitting = [s for s in wanted_ones if _fits(s, asked, wanted) and _passes(s, asked, ranking)]
    if "trans" not in asked.filters:
        return fitting
    return [s for s in fitting if not s.eligibility.genders or welcomes_trans(library, s)]  # others do not say


def _wanted(library: Library, asked: ServicesAsked) -> tuple[str, ...]:
    """Return the needs of a list; if none was named, support for people who sell sex, or every need if open now."""
    if asked.needs:
        return asked.needs
    return (SPECIALIST, *(library.vocabulary.needs if "open-now" in asked.filters else ()))


def useful_filters(library: Library, asked: ServicesAsked, now: datetime) -> frozenset[ServiceFilter]:
    """Return the filters that would leave some of a list, but not all of it."""
    ranking = _ranking(library, asked, now)
    fitting = _fitting(library, asked, _wanted(library, asked), ranking)
    each: tuple[ServiceFilter, ...] = get_args(ServiceFilter)
    left = {one: sum(_passes(s, replace(asked, filters=frozenset({one})), ranking) for s in fitting) for one in each}
    return frozenset(one for one, number in left.items() if 0 < number < len(fitting))


def moment(at: AskedFor, now: datetime) -> datetime:
    """Return the moment that the hours asked for mean: this evening, the next night, the next Saturday."""
    here = now.astimezone(LONDON)
    if at == "weekend":
        days = 0 if here.weekday() > 4 else 5 - here.weekday()
        return here.replace(hour=14, minute=0) + timedelta(days=days)
    if at in _HOURS:
        then = here.replace(hour=_HOURS[at], minute=0)
        return then if then > here else then + timedelta(days=at == "night")
    return now


def own_team(service: Service, need: str, area: str) -> bool:
    """Say whether a service is the council's own team for a need of this area."""
    return need in COUNCIL_NEEDS and need in service.needs and service.areas == (area,)


def _fits(service: Service, asked: ServicesAsked, wanted: tuple[str, ...]) -> bool:
    covers = reaches(service, asked.area) or not {*service.areas}.isdisjoint(asked.councils)  # one that may be meant
    if service.status not in ("active", "paused") or not covers:
        return False
    return service.kind in CASEWORK and bool({*service.needs}.intersection(wanted)) and takes(service, asked.who)


def _passes(service: Service, asked: ServicesAsked, ranking: SearchRanking) -> bool:
    """Say whether a service passes the filters."""
    filters, its = asked.filters, service.eligibility
    if "trans" in filters and _NOT_FOR_TRANS in its.not_for.casefold():
        return False
    if "open-now" in filters and not isinstance(ranking.of(service).state, Open):
        return False
    if "by-phone" in filters and not service.phones:
        return False
    if "in-person" in filters and {"in-person", "outreach"}.isdisjoint(service.reach):
        return False
    if "women" in filters and its.genders != ("woman",):
        return False
    if "men" in filters and not takes(service, frozenset({"man"})):
        return False
    if "under-18" in filters and not takes(service, frozenset({"under-16", "16-or-17"})):
        return False
    if "language" in filters and is_unknown(service.languages):
        return False
    return "away" not in filters or SCOTLAND in service.areas


@once_per_library
def _advised(library: Library) -> Mapping[tuple[str, str], int]:
    """Return how many entries on a need name a service, by need and service: editors know which fits best.

    Two needs are left out, somebody to talk to and advice for staff: any service that answers now fits them as well.
    """
    named = ((need, id) for e in library.entries.values() for need in e.needs for id in e.services)
    return Counter(
        (need, id)
        for need, id in named
        if need not in _ANYBODY and id in library.services and need in library.services[id].needs
    )


def _order(
    service: Service,
    asked: ServicesAsked,
    wanted: tuple[str, ...],
    ranking: SearchRanking,
    advised: Mapping[tuple[str, str], int],
) -> tuple[bool | int | str | tuple[bool, int], ...]:
    its = ranking.of(service)
    answered = [place for place, need in enumerate(wanted) if need in service.needs]
    hour = 0 if isinstance(its.state, Open) else 2 if isinstance(its.state, Shut) else 1
    return (
        not any(own_team(service, need, asked.area) for need in wanted),
        not its.reachable,
        SCOTLAND not in service.areas and not {*service.areas}.issuperset(asked.councils),
        _for_others(service, asked, wanted),
        -relevance(service, asked.words),
        SPECIALIST not in service.needs,
        (not its.rings, hour)
        if asked.at
        else (False, 0),  # anyone who asks who is open tonight wants an answer tonight
        -len(answered),
        answered[0] if answered else len(wanted),
        not its.rings,
        -sum(advised.get((need, service.id), 0) for need in wanted),
        hour,
        its.councils,
        service.name,
    )


def _for_others(service: Service, asked: ServicesAsked, wanted: tuple[str, ...]) -> bool:
    """Say whether a service is for men or for LGBT+ people, if nothing says that the person is one of them."""
    may_be = not {"man", "non-binary", "men", "trans", "lgbt"}.isdisjoint((*asked.who, *asked.filters, *wanted))
    return not may_be and ("lgbt" in service.needs or service.eligibility.genders == ("man",))


def relevance(service: Service, said: Iterable[str]) -> int:
    """Return how many words of a message, by their stems, are in a service's description."""
    its = stems(service)
    return sum(stem in its for stem in said)


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list as its position describes it: the filters that are on, and which page of it."""

    filters: frozenset[ServiceFilter] = frozenset()
    number: int = 0

    @property
    def code(self) -> str:
        """The four digits that a step carries: the page, then the filters as a number."""
        return f"{self.number}{sum(1 << FILTERS.index(each) for each in self.filters):03}"

    def toggled(self, each: ServiceFilter) -> "ListPage":
        """Return the first page with a filter put on or taken off."""
        return ListPage(self.filters ^ {each})


def shown_on(found: FoundServices, number: int) -> tuple[tuple[Service, ...], ...]:
    """Return the services on one page, by heading: four in all on the first, with a doubtful one if few; then six."""
    groups = (found.local, found.national, found.doubtful)
    able = [tuple(service for service in group if service.id not in found.others) for group in groups]
    local = able[0][:_FIRST]
    national = able[1][: min(_FIRST, _MOST_FIRST - len(local))]
    firsts = (local, national, able[2][: _MOST_DOUBTFUL if len(local) + len(national) < _FIRST else 0])
    if not number:
        return firsts
    left = [s for group, first in zip(groups, firsts, strict=True) for s in group if s not in first]
    page = left[(number - 1) * _MORE : number * _MORE]
    return tuple(tuple(service for service in page if service in group) for group in groups)


def turned_to(position: Position, page: ListPage) -> Position:
    """Return the position of another page of a list."""
    return _unturned(position).then(Step(NARROWED, page.code))


def narrowed(position: Position, names: Collection[str]) -> Position:
    """Return the position of a list's first page with only these filters on."""
    filters = frozenset(each for each in FILTERS if each in names)
    return turned_to(position, ListPage(filters)) if filters else _unturned(position)


def filter_of(position: Position, here: Position) -> tuple[ServiceFilter, bool] | None:
    """Return the one filter that differs between a list and the one shown here, and whether it is on here, or None."""
    if position.last is None or position.last.letter != NARROWED:
        return None
    there, shown = page_of(position), page_of(here)
    other = tuple(there.filters ^ shown.filters)
    return (other[0], other[0] in shown.filters) if len(other) == 1 and not there.number else None


def first_page(position: Position) -> Position:
    """Return the position of the first page of a list, with its filters; any other position as it is."""
    return narrowed(position, page_of(position).filters) if page_of(position).number else position


def _unturned(position: Position) -> Position:
    return position.at(*(step for step in position.steps if step.letter != NARROWED))


def page_of(position: Position) -> ListPage:
    """Return the page that a list's position describes, or the first; a filter that no longer exists is not on."""
    last = position.last
    if last is None or last.letter != NARROWED or not last.code.isdecimal():
        return ListPage()
    marks = int(last.code[1:])
    return ListPage(frozenset(each for at, each in enumerate(FILTERS) if marks >> at & 1), int(last.code[0]))
