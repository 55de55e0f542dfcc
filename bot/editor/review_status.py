"""What waits to be reviewed or confirmed, inside items too, and the status of an entry, flow or service."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from bot.content.field_specs import field_texts
from bot.core import assurance
from bot.core.assurance import Signed, check_due, due_on, freshness, lapsed
from bot.core.content_field import SignOff
from bot.core.entry import Entry
from bot.core.library import Fact, Library
from bot.core.quotations import quotes
from bot.core.screens.scene import day
from bot.core.service import Service
from bot.core.steps import Flow
from bot.editor.prose import count
from bot.reports.released_counts import Amount, Counts, figures

DUE_SOON = timedelta(days=30)
_QUARTER = 13  # weeks
DIRECTORY = "keepers of the directory"  # a service has no owner of its own


@dataclass(frozen=True, slots=True)
class DueItem:
    """A thing that must be reviewed or confirmed again."""

    owner: str
    kind: str  # entry, flow, fact, service or holidays
    id: str
    title: str
    due: date | None  # the day, or None if it was never confirmed
    thing: Entry | Flow | None = None  # the entry or flow, which may contain other things that wait

    def state(self, today: date) -> str:
        """Return its state: never confirmed, overdue, due soon, or later."""
        if self.due is None:
            return "never confirmed"
        if self.due < today:
            return "overdue"
        return "due soon" if self.due <= today + DUE_SOON else "later"


@dataclass(frozen=True, slots=True)
class FailedNumbers:
    """The services whose number did not work, by id, with how many people said so, since a day; or why that is unknown.

    ``trouble`` is the store's own message where the counts cannot be read.
    """

    people: Mapping[str, Amount] = field(default_factory=dict)
    first: date | None = None
    trouble: str = ""


NONE_FAILED = FailedNumbers()


def failed_numbers(counts: Counts, library: Library) -> FailedNumbers:
    """Return what the counts released for the last quarter say about numbers, except those confirmed since."""
    found = figures(counts.releases, _QUARTER)
    if found is None:
        return FailedNumbers(trouble="" if counts.trouble in ("off", "none") else counts.trouble)
    known = {id: library.services[id] for id in found.kind("number-failed") if id in library.services}
    standing = (id for id, s in known.items() if s.assured is None or s.assured.on <= found.last)
    return FailedNumbers({id: found.of("number-failed", id) for id in standing}, found.first)


def items(library: Library) -> tuple[DueItem, ...]:
    """Return everything live that must be reviewed or confirmed again, soonest first."""
    read: tuple[tuple[str, Entry | Flow], ...] = (
        *(("entry", entry) for entry in library.entries.values()),
        *(("flow", flow) for flow in library.flows.values()),
    )
    found = [
        DueItem(x.owner, kind, x.id, x.title, due_on(x.reviewed, x.review_every), x)
        for kind, x in read
        if x.status == "live"
    ]
    found += [
        DueItem(x.owner, "entry", id, f"{library.entries[id].title} (local)", due_on(x.reviewed, x.review_every))
        for id, x in library.local.entries.items()
        if id in library.entries
    ]
    found += [DueItem(fact.owner, "fact", id, fact.value, fact.expires) for id, fact in library.facts.items()]
    living = (service for service in library.services.values() if service.status in ("active", "paused"))
    found += [DueItem(DIRECTORY, "service", s.id, s.name, check_due(s)) for s in living]
    holidays = library.holidays
    found.append(DueItem(holidays.owner, "holidays", "holidays", "Scotland's bank holidays", holidays.expires))
    return tuple(sorted(found, key=lambda item: (item.due or date.min, item.kind, item.id)))


def lapses(library: Library) -> tuple[tuple[Signed, SignOff], ...]:
    """Return the sign-offs that lapsed because the words have changed, with what they are of."""
    things: tuple[Signed, ...] = (*library.entries.values(), *library.flows.values(), *library.translations.values())
    return tuple((thing, sign) for thing in things for sign in lapsed(thing, library))


def waiting(found: Sequence[DueItem], today: date) -> tuple[DueItem, ...]:
    """Return what is overdue, due soon or never confirmed."""
    return tuple(item for item in found if item.state(today) != "later")


def facts_in(thing: Entry | Flow, library: Library) -> dict[str, Fact]:
    """Return the facts that an entry or flow quotes, by id, in order."""
    ids = dict.fromkeys(id for kind, id in _quoted(thing) if kind == "fact")
    return {id: library.facts[id] for id in ids if id in library.facts}


def services_in(thing: Entry | Flow, library: Library) -> tuple[Service, ...]:
    """Return the services that an entry or flow names or quotes, in order."""
    named = (id for kind, id in _quoted(thing) if kind == "service")
    ids = dict.fromkeys((*named_services(thing), *named))
    return tuple(library.services[id] for id in ids if id in library.services)


def _quoted(thing: Entry | Flow) -> Iterator[tuple[str, str]]:
    for leaf in field_texts(thing):
        yield from quotes(leaf.text)


def named_services(thing: Entry | Flow) -> Iterator[str]:
    """Yield the ids of the services that an entry or flow names, which may be repeated."""
    if isinstance(thing, Entry):
        yield from thing.services
    else:
        yield from (id for outcome in thing.outcomes.values() for id in outcome.services)


def waiting_in(thing: Entry | Flow, library: Library, today: date) -> tuple[str, ...]:
    """Return in words what waits inside an entry or flow: facts that expire, and contacts to confirm."""
    facts = tuple(
        f"fact {id} {'expired' if fact.expires <= today else 'expires'} on {day(fact.expires)}"
        for id, fact in facts_in(thing, library).items()
        if fact.expires <= today + DUE_SOON
    )
    living = [service for service in services_in(thing, library) if service.status != "closed"]
    old = tuple(
        f"contact {service.id} was due on {day(due)}"
        for service in living
        if (due := check_due(service)) is not None and due < today
    )
    never = sum(freshness(service, today) == "unconfirmed" for service in living)
    return (*facts, *old, *((f"{count(never, 'contact')} never confirmed",) if never else ()))


ContentStatus = Literal[
    "draft", "overdue", "due soon", "run out", "lapsed", "unsigned", "unconfirmed", "paused", "closed", "fine"
]
LABELS: dict[ContentStatus, str] = {
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

    status: ContentStatus
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


def needs_attention(notes: Iterable[StatusNote]) -> tuple[ContentStatus, ...]:
    """Return the statuses that need someone's attention, each once."""
    return tuple(dict.fromkeys(each.status for each in notes if each.status != "fine"))
