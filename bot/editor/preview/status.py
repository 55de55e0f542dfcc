"""The status of an entry, flow or service: draft or live, signed off, reviewed, contacts confirmed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.core import assurance
from bot.core.assurance import check_due, due_on, freshness
from bot.core.content_field import SignOff
from bot.core.entry import Entry
from bot.core.library import Library
from bot.core.screens.scene import day
from bot.core.service import Service
from bot.core.steps import Flow
from bot.editor.text import count
from bot.editor.what_waits import DueItem, facts_in, named_services

Status = Literal[
    "draft", "overdue", "due soon", "run out", "lapsed", "unsigned", "unconfirmed", "paused", "closed", "fine"
]
LABELS: dict[Status, str] = {
    "draft": "Draft",
    "overdue": "Review overdue",
    "due soon": "Review due soon",
    "run out": "A fact has expired",
    "lapsed": "Sign-off lapsed",
    "unsigned": "Not signed off",
    "unconfirmed": "Contact not confirmed",
    "paused": "A service is paused",
    "closed": "A service has closed",
    "fine": "Fine",
}


@dataclass(frozen=True, slots=True)
class StatusNote:
    """One thing to know about the status of something."""

    status: Status
    words: str


def status_notes(library: Library, thing: Entry | Flow | Service, today: date) -> tuple[StatusNote, ...]:
    """Return the status of something on a day."""
    if isinstance(thing, Service):
        return tuple(_service(thing, today))
    draft = StatusNote("draft", "A draft: staff do not see it yet.")
    return (
        *([draft] if thing.status == "draft" else []),
        _review(thing, today),
        *_facts(library, thing, today),
        *_signed(library, thing),
        *_contacts(library, thing, today),
    )


def _review(thing: Entry | Flow, today: date) -> StatusNote:
    due = due_on(thing.reviewed, thing.review_every)
    said = f"Reviewed {day(thing.reviewed)}, due again {day(due)}. Owner: {thing.owner}."
    return _due(DueItem(thing.owner, "", thing.id, "", due), today, said)


def _due(item: DueItem, today: date, said: str) -> StatusNote:
    match item.state(today):
        case "overdue":
            return StatusNote("overdue", f"Overdue. {said}")
        case "due soon":
            return StatusNote("due soon", f"Due soon. {said}")
        case _:
            return StatusNote("fine", said)


def _signed(library: Library, thing: Entry | Flow) -> Iterator[StatusNote]:
    found = assurance.standing(thing, library)
    yield from (StatusNote("fine", f"Signed off: {_who(library, sign)}.") for sign in found.live)
    for sign in found.lapsed:
        yield StatusNote("lapsed", f"Lapsed, because the wording has changed: {_who(library, sign)}.")
    if found.missing:
        roles = " and ".join(_role(library, role) for role in found.missing)
        yield StatusNote("unsigned", f"Still to sign off: {roles}.")


def _who(library: Library, sign: SignOff) -> str:
    return f"{sign.by}, {_role(library, sign.role)}, {sign.body}, {day(sign.on)}"


def _role(library: Library, role: str) -> str:
    name = library.vocabulary.sign_off_roles.get(role, role)
    return name[:1].lower() + name[1:]


def _facts(library: Library, thing: Entry | Flow, today: date) -> Iterator[StatusNote]:
    """Yield the facts that something quotes and that have expired, or soon will."""
    for id, fact in facts_in(thing, library).items():
        said = f'The fact {id} that it quotes ("{fact.value}") expires on {day(fact.expires)}. Owner: {fact.owner}.'
        match DueItem("", "fact", id, "", fact.expires).state(today):
            case "overdue":
                yield StatusNote("run out", f"Expired. {said}")
            case "due soon":
                yield StatusNote("due soon", f"Due soon. {said}")


def _contacts(library: Library, thing: Entry | Flow, today: date) -> Iterator[StatusNote]:
    named = [library.services[id] for id in dict.fromkeys(named_services(thing))]
    kinds: tuple[tuple[Literal["closed", "paused"], str], ...] = (("closed", "has closed"), ("paused", "is paused"))
    for state, words in kinds:
        found = [service.name for service in named if service.status == state]
        if found:
            yield StatusNote(state, f"A service that it names {words}: {', '.join(found)}.")
    living = [service for service in named if service.status != "closed"]
    for wanted, words in (("unconfirmed", "not yet confirmed"), ("overdue", "overdue to be confirmed again")):
        found = [service.name for service in living if freshness(service, today).removeprefix("long-") == wanted]
        if found:
            yield StatusNote("unconfirmed", f"{count(len(found), 'contact')} {words}: {', '.join(found)}.")


def _service(service: Service, today: date) -> Iterator[StatusNote]:
    if service.status == "draft":
        yield StatusNote("draft", "A draft: nobody is sent to it yet.")
    if service.status == "paused":
        yield StatusNote("paused", "Paused: staff are told so wherever it is shown.")
    if service.status == "closed":
        yield StatusNote("closed", "Closed: only its own card is shown, with other services.")
    due = check_due(service)
    if service.assured is None or due is None:
        yield StatusNote("unconfirmed", "Its contacts are not yet confirmed.")
    else:
        said = f"Confirmed {day(service.assured.on)} by {service.assured.by} ({service.assured.how}), due {day(due)}."
        yield _due(DueItem("", "service", service.id, "", due), today, said)


def needs_attention(notes: Iterable[StatusNote]) -> tuple[Status, ...]:
    """Return the statuses that need someone's attention, each once."""
    return tuple(dict.fromkeys(each.status for each in notes if each.status != "fine"))
