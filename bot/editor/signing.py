"""Reviews and sign-offs for editors: what was read, who agreed, and both written into the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.content.checks.assurance import HER_OWN, may_sign, says_something
from bot.content.loaded_content import LoadedContent
from bot.content.yaml_edit import appended, replaced
from bot.core.assurance import check_due, due_on, freshness, standing, words_hash, words_shown
from bot.core.library import Entry, Fact, Flow, Library, Service, SignOff, Source
from bot.editor.ids import facts_in, found, near, services_in, today
from bot.editor.tables import day, wrapped

_MOST_NEAR = 3


class NotFound(Exception):
    """No entry or flow can be meant, or several; the words say what to write."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry or a flow and its file.

    Attributes:
        thing: the entry or the flow.
        file: its file in the content folder.
        path: the file.
        data: its bytes.
    """

    thing: Entry | Flow
    file: str
    path: Path
    data: bytes


def kept(folder: Path, draft: LoadedContent, text: str) -> Kept:
    """Return the entry or the flow that is meant.

    Args:
        folder: it holds guidance/ and flows/.
        draft: all content, as it was read of the folder.
        text: its id, of today or from before, with ``entry:`` or ``flow:`` before it where both have it.

    Raises:
        NotFound: nothing has the id, several things have it, or it is of something else.
    """
    meant = found(draft, text) or today(draft, text)
    things = [each for each in meant if each.what in ("entry", "flow")]
    if len(things) > 1:
        several = ", ".join(f"{one.what}:{one.id}" for one in things)
        message = f"{text} is several things; write one of {several}."
        raise NotFound(message)
    if meant and not things:
        message = f"{text} is a {meant[0].what}; only entries and flows are signed off and reviewed."
        raise NotFound(message)
    if not things:
        others = [id for id in near(draft, text) if id in draft.library.entries or id in draft.library.flows]
        guess = f"; did you mean {' or '.join(others[:_MOST_NEAR])}?" if others else "."
        message = f"there is no entry or flow {text}{guess}"
        raise NotFound(message)
    what, id = things[0].what, things[0].id
    thing = draft.library.entries.get(id) if what == "entry" else draft.library.flows.get(id)
    if thing is None:
        message = f"the {what} {id} is withdrawn, so nobody sees its words."
        raise NotFound(message)
    file = draft.file(what, id)
    return Kept(thing, file, folder / file, (folder / file).read_bytes())


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


HER_NAME = (
    "Anybody may read this file, for as long as there is a copy of it. Write only a name that she chose to stand here. "
    "It need not be the name that others know her by."
)


class CannotSign(Exception):
    """What was said of a sign-off cannot stand; the words say why."""


def shown(kept: Kept, library: Library) -> Iterator[str]:
    """Yield what somebody has to read before they agree: the words of the file as staff see them, in every job."""
    thing = kept.thing
    yield f"{kept.file}: the words that are agreed to"
    yield ""
    for line in words_shown(thing, library):
        for part in line.split("\n"):
            yield wrapped(part, 2) if part.strip() else ""
    if services := services_in(thing, library):
        yield ""
        names = "; ".join(service.name for service in services)
        yield wrapped(f"Named in it, and confirmed by itself each time: {names}", 2)
    yield ""
    yield from _so_far(thing, library)


def _so_far(thing: Entry | Flow, library: Library) -> Iterator[str]:
    stands = standing(thing, library)
    for sign in stands.live:
        yield f"Signed off: {_who(sign)}."
    for sign in stands.lapsed:
        yield f"Lapsed, for the words have changed since: {_who(sign)}."
    if not thing.sign_off:
        yield "Signed off by nobody yet."


def _who(sign: SignOff) -> str:
    return f"{sign.by}, {sign.body} ({sign.role}), on {day(sign.on)}"


def sign_off(kept: Kept, library: Library, sign: SignOff) -> SignOff:
    """Return a sign-off of the words as they are.

    Args:
        kept: what is signed.
        library: all content.
        sign: who agrees, for whom and when; its text is filled in.

    Raises:
        CannotSign: the name, the role or the body cannot stand, or the person has agreed to these words before.
    """
    roles = library.vocabulary.sign_off_roles
    if sign.role not in roles:
        message = f"{sign.role} is no role; write one of {', '.join(roles)}"
        raise CannotSign(message)
    if not may_sign(sign.by, sign.role):
        message = f"{sign.by} is not a person's name; " + (
            "write a name that she chose" if sign.role == HER_OWN else "write the first and the last name of who agreed"
        )
        raise CannotSign(message)
    if not says_something(sign.body):
        message = f"{sign.body} says nothing; write the organisation or the group that {sign.by} speaks for"
        raise CannotSign(message)
    if any(one.by == sign.by for one in standing(kept.thing, library).live):
        message = f"{sign.by} has agreed to these words already, and counts once"
        raise CannotSign(message)
    return replace(sign, text=words_hash(kept.thing, library))


def written(sign: SignOff) -> dict[str, str]:
    """Return a sign-off as the fields of its item."""
    return {"by": sign.by, "role": sign.role, "body": sign.body, "on": sign.on.isoformat(), "text": sign.text}


def signed(kept: Kept, sign: SignOff) -> bytes:
    """Return the file with one more sign-off; one by the same person that has lapsed is made anew in its place."""
    number = next((n for n, one in enumerate(kept.thing.sign_off) if one.by == sign.by), None)
    if number is None:
        return appended(kept.data, "sign_off", written(sign))
    data = kept.data
    for name, value in written(sign).items():
        data = replaced(data, ("sign_off", number, name), value)
    return data
