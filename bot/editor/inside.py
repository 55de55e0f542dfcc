"""What an entry or a flow holds that is kept elsewhere: the facts it quotes, and the services it names."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.content.leaves import leaves
from bot.core.library import Entry, Fact, Flow, Library, Service
from bot.core.quoting import quotes
from bot.core.reviews import check_due, freshness
from bot.editor.tables import count, day

SOON = timedelta(days=30)


def facts_in(thing: Entry | Flow, library: Library) -> dict[str, Fact]:
    """Return the facts that an entry or a flow quotes, by id, in the order in which they stand there."""
    ids = dict.fromkeys(id for kind, id in _quoted(thing) if kind == "fact")
    return {id: library.facts[id] for id in ids if id in library.facts}


def services_in(thing: Entry | Flow, library: Library) -> tuple[Service, ...]:
    """Return the services that an entry or a flow names or quotes, in the order in which they stand there."""
    named = (id for kind, id in _quoted(thing) if kind == "service")
    ids = dict.fromkeys((*_named(thing), *named))
    return tuple(library.services[id] for id in ids if id in library.services)


def _quoted(thing: Entry | Flow) -> Iterator[tuple[str, str]]:
    for leaf in leaves(thing):
        yield from quotes(leaf.text)


def _named(thing: Entry | Flow) -> Iterator[str]:
    if isinstance(thing, Entry):
        yield from thing.services
    else:
        yield from (id for outcome in thing.outcomes.values() for id in outcome.services)


def waiting_in(thing: Entry | Flow, library: Library, today: date) -> tuple[str, ...]:
    """Return in words what of it waits: facts that have expired or soon will, and contacts to confirm.

    Args:
        thing: the entry or the flow.
        library: all content.
        today: the day.
    """
    facts = tuple(
        f"fact {id} {'expired' if fact.expires <= today else 'expires'} on {day(fact.expires)}"
        for id, fact in facts_in(thing, library).items()
        if fact.expires <= today + SOON
    )
    living = [service for service in services_in(thing, library) if service.status != "closed"]
    old = tuple(
        f"contact {service.id} was due on {day(due)}"
        for service in living
        if (due := check_due(service)) is not None and due < today
    )
    never = sum(freshness(service, today) == "unconfirmed" for service in living)
    return (*facts, *old, *((f"{count(never, 'contact')} never confirmed",) if never else ()))
