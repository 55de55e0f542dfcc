"""Ids that things had before: what is called something else today, by the name an old button or link still has."""

from collections.abc import Iterable, Mapping

from bot.core.library import Entry, Flow, Library, Service

Thing = Entry | Flow | Service


def first_id(thing: Thing) -> str:
    """Return the id that a thing had first, by which others outside know it whatever it is called today."""
    return thing.aliases[0] if thing.aliases else thing.id


def today_by_alias(things: Iterable[Thing]) -> Mapping[str, str]:
    """Return the ids of today by the ids that things had before.

    Args:
        things: all entries, all flows, or all services.
    """
    return {alias: thing.id for thing in things for alias in thing.aliases}


def service_today(library: Library, identifier: str) -> str:
    """Return the id that a service has today, whether that or one from before is given; any other as it is."""
    return _today(library.services, identifier)


def entry_today(library: Library, identifier: str) -> str:
    """Return the id that an entry has today, whether that or one from before is given; any other as it is."""
    return _today(library.entries, identifier)


def flow_today(library: Library, identifier: str) -> str:
    """Return the id that a flow has today, whether that or one from before is given; any other as it is."""
    return _today(library.flows, identifier)


def _today(things: Mapping[str, Thing], identifier: str) -> str:
    if identifier in things:
        return identifier
    return next((thing.id for thing in things.values() if identifier in thing.aliases), identifier)
