"""Reviews and sign-offs of entries and flows, written into their files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from bot.content.checks.expiry import HER_OWN, may_sign, may_speak_for
from bot.content.field_edit import appended, removed, replaced
from bot.content.loaded_content import LoadedContent
from bot.core.assurance import Signed, check_due, due_on, freshness, standing, words_hash, words_shown
from bot.core.content_field import SignOff, Source
from bot.core.entry import Entry
from bot.core.library import Fact, Library, Translation
from bot.core.screens.scene import day
from bot.core.service import Service
from bot.core.steps import Flow
from bot.editor.prose import wrapped
from bot.editor.review_status import facts_in, services_in
from bot.editor.uses import resolve, resolve_former, similar_ids

_MOST_NEAR = 3


class NotEditable(Exception):
    """An id names no entry or flow, or several; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Editable:
    """What is signed off, with its file: the file's path in the content folder, its path on disk and its bytes."""

    thing: Signed
    file: str
    path: Path
    data: bytes

    @property
    def page(self) -> Entry | Flow:
        """The entry or the flow, which has sources.

        Raises:
            NotEditable: it is a translation.
        """
        if isinstance(self.thing, Translation):
            raise NotEditable(f"{self.thing.title} is a translation: signpost sign {self.thing.id} shows its words.")
        return self.thing


def find_editable(folder: Path, draft: LoadedContent, text: str) -> Editable:
    """Return the entry, flow or translation with a current or former id, with its kind and a colon before or not.

    Raises:
        NotEditable: nothing has the id, several things have it, or it belongs to something else.
    """
    meant = resolve(draft, text) or resolve_former(draft, text)
    things = [each for each in meant if each.what in ("entry", "flow", "translation")]
    if len(things) > 1:
        several = ", ".join(f"{one.what}:{one.id}" for one in things)
        raise NotEditable(f"{text} is the id of several things; write one of {several}.")
    if meant and not things:
        raise NotEditable(f"{text} is a {meant[0].what}; only entries and flows are signed off and reviewed.")
    if not things:
        others = [id for id in similar_ids(draft, text) if id in draft.library.entries or id in draft.library.flows]
        guess = f"; did you mean {' or '.join(others[:_MOST_NEAR])}?" if others else "."
        raise NotEditable(f"there is no entry or flow {text}{guess}")
    what, id = things[0].what, things[0].id
    library = draft.library
    known: Mapping[str, Mapping[str, Signed]] = {
        "entry": library.entries,
        "flow": library.flows,
        "translation": library.translations,
    }
    thing = known[what].get(id)
    if thing is None:
        raise NotEditable(f"the {what} {id} is withdrawn, so nobody sees its words.")
    file = draft.file(what, id)
    return Editable(thing, file, folder / file, (folder / file).read_bytes())


class CannotReview(Exception):
    """The day of a review is not possible; the message says why."""


def to_read(editable: Editable, library: Library, today: date) -> Iterator[str]:
    """Yield what to check in a review: the sources, and the facts and contacts inside with their due dates."""
    thing = editable.page
    due = due_on(thing.reviewed, thing.review_every)
    late = "was due again" if due < today else "is due again"
    yield f"{editable.file}: {thing.title}"
    yield f"Last read on {day(thing.reviewed)}, {late} on {day(due)} (every {thing.review_every})."
    yield f"Owner: {thing.owner}."
    yield ""
    yield "Read it against its sources:"
    for number, source in enumerate(thing.sources, 1):
        yield wrapped(f"{number}. {_called(source)}", 2)
        yield f"     {source.url}"
    facts = facts_in(thing, library)
    if facts:
        yield ""
        yield "The facts it quotes; each has its own date in guidance/facts.yaml:"
        yield from (_fact(id, fact, today) for id, fact in facts.items())
    services = services_in(thing, library)
    if services:
        yield ""
        yield "The contacts it names; each is confirmed in its own file:"
        yield from (_contact(service, today) for service in services)


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
    """Return the ids of the expired facts inside; a review does not renew them."""
    return tuple(id for id, fact in facts_in(thing, library).items() if fact.expires <= today)


def reviewed(editable: Editable, on: date, today: date) -> bytes:
    """Return the file with a new date of its last review.

    Raises:
        CannotReview: the day is in the future, or before the last review.
    """
    if on > today:
        raise CannotReview(f"{day(on)} is in the future; give the day it was read")
    if on < editable.page.reviewed:
        raise CannotReview(f"it was read later, on {day(editable.page.reviewed)}")
    return replaced(editable.data, ("reviewed",), on.isoformat())


HER_NAME = (
    "Anybody can read this file, for as long as a copy of it exists. Write only a name that she chose to give here. "
    "It need not be the name that others know her by."
)


class CannotSign(Exception):
    """A sign-off is not valid; the message says why."""


def shown(editable: Editable, library: Library) -> Iterator[str]:
    """Yield what a person has to read before they sign off: the words as staff see them, in every role."""
    thing = editable.thing
    yield f"{editable.file}: the words to sign off"
    yield ""
    for line in words_shown(thing, library):
        for part in line.split("\n"):
            yield wrapped(part, 2) if part.strip() else ""
    if not isinstance(thing, Translation) and (services := services_in(thing, library)):
        yield ""
        names = "; ".join(service.name for service in services)
        yield wrapped(f"Services in it, which are confirmed separately: {names}", 2)
    yield ""
    yield from _so_far(thing, library)


def _so_far(thing: Signed, library: Library) -> Iterator[str]:
    stands = standing(thing, library)
    for sign in stands.live:
        yield f"Signed off: {_who(sign)}."
    for sign in stands.lapsed:
        yield f"Lapsed, because the words have changed since: {_who(sign)}."
    if not thing.sign_off:
        yield "Signed off by nobody yet."


def _who(sign: SignOff) -> str:
    return f"{sign.signed_by} ({sign.role}), on {day(sign.on)}"


def sign_off(editable: Editable, library: Library, sign: SignOff) -> SignOff:
    """Return a sign-off of the current words, with their hash.

    Raises:
        CannotSign: the name, the role or the body is not valid, or the person has already signed off these words.
    """
    roles = library.vocabulary.sign_off_roles
    if sign.role not in roles:
        raise CannotSign(f"{sign.role} is not a role; write one of {', '.join(roles)}")
    if not may_sign(sign.by, sign.role):
        message = f"{sign.by} is not a person's name; " + (
            "write a name that she chose" if sign.role == HER_OWN else "write the first and last name of the person"
        )
        raise CannotSign(message)
    if not may_speak_for(sign.body, sign.role):
        raise CannotSign(f"{sign.body} is not a body; write the organisation or group that {sign.by} speaks for")
    if any(one.by == sign.by for one in standing(editable.thing, library).live):
        raise CannotSign(f"{sign.by} has already signed off these words")
    return replace(sign, text=words_hash(editable.thing, library))


def written(sign: SignOff) -> dict[str, str]:
    """Return a sign-off as the fields of its item."""
    fields = {"by": sign.by, "role": sign.role, "body": sign.body, "on": sign.on.isoformat(), "text": sign.text}
    return {name: value for name, value in fields.items() if value}


def signed(editable: Editable, sign: SignOff) -> bytes:
    """Return the file with one more sign-off, which replaces an earlier one by the same person."""
    number = next((n for n, one in enumerate(editable.thing.sign_off) if one.by == sign.by), None)
    if number is None:
        return appended(editable.data, "sign_off", written(sign))
    if written(editable.thing.sign_off[number]).keys() != written(sign).keys():
        return appended(removed(editable.data, ("sign_off", number)), "sign_off", written(sign))
    data = editable.data
    for name, value in written(sign).items():
        data = replaced(data, ("sign_off", number, name), value)
    return data
