"""A review for editors: what an entry or a flow has to be read against, and the day written into its file."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.library import Entry, Fact, Flow, Library, Service, Source
from bot.core.reviews import check_due, due_on, freshness
from bot.editor.inside import facts_in, services_in
from bot.editor.kept import Kept
from bot.editor.tables import day, wrapped
from bot.editor.yaml_edit import replaced


class CannotReview(Exception):
    """The day cannot be one on which it was read; the words say why."""


def to_read(kept: Kept, library: Library, today: date) -> Iterator[str]:
    """Yield what a review has to look at: the sources, the facts and contacts inside, and when each of them is due."""
    thing = kept.thing
    due = due_on(thing.reviewed, thing.review_every)
    late = "was due again" if due < today else "is due again"
    yield f"{kept.file}: {thing.title}"
    yield f"Last read on {day(thing.reviewed)}, {late} on {day(due)} (every {thing.review_every})."
    yield f"Kept by: {thing.owner}."
    yield ""
    yield "Read it against its sources:"
    yield from _sources(thing)
    facts = facts_in(thing, library)
    if facts:
        yield ""
        yield "The facts it quotes; each has a day of its own in guidance/facts.yaml:"
        yield from (_fact(id, fact, today) for id, fact in facts.items())
    services = services_in(thing, library)
    if services:
        yield ""
        yield "The contacts it names; each is confirmed in its own file:"
        yield from (_contact(service, today) for service in services)


def _sources(thing: Entry | Flow) -> Iterator[str]:
    for number, source in enumerate(thing.sources, 1):
        yield wrapped(f"{number}. {_called(source)}", 2)
        yield f"     {source.url}"


def _called(source: Source) -> str:
    parts = (source.title, f"({source.date})" if source.date else "", f"for: {source.shows}" if source.shows else "")
    return " ".join(filter(None, parts)) or "no title"


def _fact(id: str, fact: Fact, today: date) -> str:
    state = f"EXPIRED on {day(fact.expires)}" if fact.expires <= today else f"holds until {day(fact.expires)}"
    return wrapped(f'{id}: "{fact.value}" ({state}; read on {day(fact.read)})', 2)


def _contact(service: Service, today: date) -> str:
    due = check_due(service)
    if service.status != "active":
        state = service.status.upper()
    elif service.assured is None or due is None:
        state = "never confirmed"
    else:
        late = "" if freshness(service, today) == "confirmed" else "OVERDUE, "
        state = f"{late}confirmed on {day(service.assured.on)} by {service.assured.by}, next on {day(due)}"
    numbers = ", ".join(phone.number for phone in service.phones) or service.email or service.url or "no contact"
    return wrapped(f"{service.id}: {service.name}, {numbers} ({state})", 2)


def expired_in(thing: Entry | Flow, library: Library, today: date) -> Sequence[str]:
    """Return the ids of the facts inside that have expired, which a review does not renew."""
    return tuple(id for id, fact in facts_in(thing, library).items() if fact.expires <= today)


def reviewed(kept: Kept, on: date, today: date) -> bytes:
    """Return the file with another day of its last review.

    Args:
        kept: what was read.
        on: the day on which it was.
        today: the day it is.

    Raises:
        CannotReview: the day has not come yet, or is before that of the last review.
    """
    if on > today:
        message = f"{day(on)} has not come yet; give the day on which it was read"
        raise CannotReview(message)
    if on < kept.thing.reviewed:
        message = f"it was read later, on {day(kept.thing.reviewed)}; nothing was changed"
        raise CannotReview(message)
    return replaced(kept.data, ("reviewed",), on.isoformat())
