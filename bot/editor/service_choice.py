"""Show editors which services the directory chooses for a need, an area, a person and a time, and why."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from bot.content.shape_faults import nearest
from bot.core.assurance import freshness
from bot.core.directory import SHOWN, RankFactors, Search, SearchRanking, choose, door, for_need, left_out
from bot.core.hours import LONDON, Open, Shut, words
from bot.core.library import Library
from bot.core.quotations import filled
from bot.core.screens.scene import day
from bot.core.service import Service
from bot.core.tables import csv_lines
from bot.editor.prose import count, wrapped
from bot.open_data.schema_org import ATTRIBUTION, LICENCE, area, identifier

_LEFT_OUT = {
    "no casework": "take nobody's case: pathways and campaigns",
    "closed": "are closed",
    "elsewhere": "do not reach this area",
    "gender": "do not take this gender",
    "age": "do not take this age",
    "public funds": "do not take people with no recourse to public funds",
    "reach": "cannot be used in this way",
}
_FRESHNESS = {
    "confirmed": "confirmed",
    "overdue": "a check is overdue",
    "unconfirmed": "not yet confirmed",
    "long-overdue": "checked too long ago to rely on",
}
_ORDER = (
    "They are ordered by their reasons, from the first to the last, then by name; what was checked too long ago "
    "comes last. Several needs take turns. On the first screen the best near her comes first, numbers that may "
    "answer come before those that are shut, and one of the three can be rung."
)
_INDENT = 3  # columns, below a number


class NoSuchArea(LookupError):
    """No council has a name; the message says so, and which was probably meant."""


def area_called(library: Library, name: str) -> str:
    """Return the GSS code of the council with a name; raise NoSuchArea if there is none."""
    wanted = name.casefold()
    for gss, council in library.areas.councils.items():
        if wanted in (gss.casefold(), council.name.casefold(), *(each.casefold() for each in council.names)):
            return gss
    councils = library.areas.councils.values()
    called = {each: council.name for council in councils for each in (council.name, *council.names)}
    guess = nearest(name, called, cutoff=80)
    cure = f'did you mean "{called[guess]}"?' if guess else "signpost coverage lists them"
    raise NoSuchArea(f'no council is called "{name}"; {cure}')


def lines(library: Library, needs: Sequence[str], search: Search, *, why: bool) -> Iterator[str]:
    """Yield the chosen services in order, with the status of each, and with reasons if they are asked for."""
    chosen, ranking = choose(library, search, needs=needs), SearchRanking(library, search)
    yield _head(library, needs, search, len(chosen))
    answering = {service.id for need in needs for service in for_need(library, need, search)}
    for number, service in enumerate(chosen, 1):
        if number == SHOWN + 1:
            yield "\nAfter a press on More:"
        its = ranking.of(service)
        yield f"\n{number}. {service.name} ({service.id})"
        yield wrapped(_told(library, service, its, search), _INDENT)
        if why:
            yield wrapped(_because(library, service, its, in_need=service.id in answering), _INDENT)
    if why:
        yield f"\n{wrapped(_ORDER, 0)}"
        yield from _not_chosen(library, needs, search)


def _head(library: Library, needs: Sequence[str], search: Search, found: int) -> str:
    where = f"in {library.areas.councils[search.area].name}" if search.area else "anywhere in Scotland"
    person = f", for {', '.join(sorted(search.who))}" if search.who else ""
    here = search.now.astimezone(LONDON) if search.now else None
    moment = f", {here:%A} {day(here.date())} {here:%H:%M}" if here else ""
    return f"{count(found, 'service')} for {', '.join(needs)} {where}{person}{moment}."


def _told(library: Library, service: Service, its: RankFactors, search: Search) -> str:
    reached = [*(phone.number for phone in service.phones), service.text, service.email, service.url]
    first = next((way for way in reached if way), "no contact recorded")
    if its.state is None or search.now is None:
        return first
    return f"{first}; {words(its.state, search.now, lambda key, **blanks: library.messages[key].format(**blanks))}"


def _because(library: Library, service: Service, its: RankFactors, *, in_need: bool) -> str:
    """Return the reasons for a service's position, in the order in which they are compared."""
    whole = its.councils > len(library.areas.councils)
    way = "has a number" if its.rings else "has no number" if its.reachable else "cannot be reached"
    state = "open" if isinstance(its.state, Open) else "shut" if isinstance(its.state, Shut) else "hours not known"
    reasons = (
        "takes people" if its.active else "may not be running",
        way,
        "reaches all Scotland" if whole else f"reaches {count(its.councils, 'council')}",
        _FRESHNESS[its.freshness],
        state,
        f"{service.confidence} confidence in its sources",
        *(() if in_need else ("stands in for another that is shut or cannot be relied on, or as a person to phone",)),
    )
    return f"Why: {'; '.join(reasons)}."


def _not_chosen(library: Library, needs: Sequence[str], search: Search) -> Iterator[str]:
    reasons: dict[str, list[str]] = defaultdict(list)
    for service in library.services.values():
        if not set(needs).isdisjoint(service.needs) and (reason := left_out(service, search)):
            reasons[reason].append(service.id)
    for reason, said in _LEFT_OUT.items():
        if reasons[reason]:
            yield ""
            yield wrapped(f"Left out, since they {said}: {', '.join(reasons[reason])}.", 0)


HEADER = (
    "id uuid name organization kind status contacts assured-on summary for not-for needs areas gss reach phones text "
    "email url address confidential hours languages access cost confidence sources licence attribution"
).split()
_BETWEEN = "; "


def rows(library: Library, today: date) -> Iterator[str]:
    """Yield the header and then each service as a line of CSV; a spreadsheet treats no cell as a formula."""
    yield from csv_lines(HEADER, (_cells(library, service, today) for _, service in sorted(library.services.items())))


def _cells(library: Library, service: Service, today: date) -> Iterator[str]:
    living, eligibility = service.status != "closed", service.eligibility
    yield from (service.id, str(identifier("service", service.id)), service.name, service.organization)
    yield from (service.kind, service.status)
    yield freshness(service, today) if living else "closed"
    yield service.assured.on.isoformat() if service.assured else ""
    yield filled(service.summary, library)
    yield from (filled(eligibility.for_, library), filled(eligibility.not_for, library))
    yield _BETWEEN.join(service.needs)
    yield _BETWEEN.join(area(library, gss) for gss in service.areas)
    yield _BETWEEN.join(service.areas)
    yield _BETWEEN.join(service.reach)
    phones = (f"{p.number} ({p.purpose})" if p.purpose else p.number for p in service.phones)
    ways = (_BETWEEN.join(phones), service.text, service.email, service.url, door(service))
    yield from ways if living else [""] * len(ways)
    yield "yes" if service.confidential_location else "no"
    yield from (filled(text, library) for text in (service.hours, service.languages, service.access, service.cost))
    yield service.confidence
    yield _BETWEEN.join(source.url for source in service.sources)
    yield from (LICENCE, ATTRIBUTION)
