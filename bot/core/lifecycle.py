"""Which content staff see: live, not drafts or withdrawn; and which ids things had before."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from bot.core.entry import Entry, Point
from bot.core.library import Fact, Library
from bot.core.service import Service
from bot.core.steps import Flow

_EachItem = TypeVar("_EachItem", Entry, Flow, Service)


def without_withdrawn(library: Library) -> Library:
    """Return a library with its drafts, and with only the ids of withdrawn things."""
    return replace(
        library,
        entries=_without(library.entries, "withdrawn"),
        flows=_without(library.flows, "withdrawn"),
        withdrawn_entries={**library.withdrawn_entries, **_withdrawn(library.entries)},
        withdrawn_flows={**library.withdrawn_flows, **_withdrawn(library.flows)},
    )


def without_drafts(library: Library) -> Library:
    """Return a library as staff see it: no draft is found, linked, drawn, counted or offered."""
    return replace(
        library,
        entries=_without(library.entries, "draft"),
        flows=_without(library.flows, "draft"),
        services=_without(library.services, "draft"),
    )


def not_yet(library: Library, today: date) -> frozenset[str]:
    """Return the ids of the entries that are not due to be shown yet."""
    return frozenset(id for id, entry in library.entries.items() if entry.from_ is not None and today < entry.from_)


def on_day(library: Library, today: date) -> Library:
    """Return a library with facts and points as they are on a day; the same library if nothing changes."""
    facts = {id: replace(fact, value=fact.next) for id, fact in library.facts.items() if _holds(fact, today)}
    entries = {
        id: replace(entry, points=tuple(replace(p, text=p.next) if _holds(p, today) else p for p in entry.points))
        for id, entry in library.entries.items()
        if any(_holds(point, today) for point in entry.points)
    }
    if not facts and not entries:
        return library
    return replace(library, facts={**library.facts, **facts}, entries={**library.entries, **entries})


def _holds(thing: Fact | Point, today: date) -> bool:
    """Say whether a later version already applies."""
    return bool(thing.next) and thing.from_ is not None and thing.from_ <= today


def drafts(library: Library) -> tuple[Entry | Flow, ...]:
    """Return the entries and flows that staff do not see yet."""
    things: tuple[Entry | Flow, ...] = (*library.entries.values(), *library.flows.values())
    return tuple(thing for thing in things if thing.status == "draft")


def draft_services(library: Library) -> tuple[Service, ...]:
    """Return the services that are drafts, which nobody is sent to."""
    return tuple(service for service in library.services.values() if service.status == "draft")


def takes_people(service: Service) -> bool:
    """Say whether a service takes people, as far as is known; a draft counts as if it were live."""
    return service.status in ("active", "draft")


def _without(things: Mapping[str, _EachItem], status: str) -> Mapping[str, _EachItem]:
    return MappingProxyType({id: thing for id, thing in things.items() if thing.status != status})


def _withdrawn(things: Mapping[str, Entry] | Mapping[str, Flow]) -> Mapping[str, str]:
    gone: dict[str, str] = {}
    for thing in things.values():
        if thing.status == "withdrawn":
            gone |= dict.fromkeys((thing.id, *thing.aliases), thing.replaced_by)
    return gone


EntryFlowOrService = Entry | Flow | Service


def first_id(thing: EntryFlowOrService) -> str:
    """Return the first id of a thing, which other systems use even after it is renamed."""
    return thing.aliases[0] if thing.aliases else thing.id


def today_by_alias(things: Iterable[EntryFlowOrService]) -> Mapping[str, str]:
    """Return current ids by former ids."""
    return {alias: thing.id for thing in things for alias in thing.aliases}


def service_today(library: Library, identifier: str) -> str:
    """Return the current id of a service for a current or former one; any other id is returned as it is."""
    return _today(library.services, identifier)


def entry_today(library: Library, identifier: str) -> str:
    """Return the current id of an entry for a current or former one; any other id is returned as it is."""
    return _today(library.entries, identifier)


def flow_today(library: Library, identifier: str) -> str:
    """Return the current id of a flow for a current or former one; any other id is returned as it is."""
    return _today(library.flows, identifier)


def _today(things: Mapping[str, EntryFlowOrService], identifier: str) -> str:
    if identifier in things:
        return identifier
    return next((thing.id for thing in things.values() if identifier in thing.aliases), identifier)
