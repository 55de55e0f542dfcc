"""What must be read or checked again, by when and by whom: entries, flows, facts and services."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from bot.core.assurance import due_on, lapsed
from bot.core.library import Entry, Flow, Library, Service, SignOff
from bot.core.lifecycle import draft_services, drafts
from bot.core.switches import Switch, Switches, agrees
from bot.editor.ids import waiting_in
from bot.editor.tables import as_csv, count, day, wrapped
from bot.open_data.identity import identifier

SOON = 30  # days
DIRECTORY = "keepers of the directory"  # a service names no owner
ADMINS = "admins, by the red switch"
NOTHING_OFF = Switches()
HEADER = ("owner", "kind", "id", "title", "due", "state", "inside")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that has to be read or checked again; without a day, it was never checked at all.

    Attributes:
        owner: who keeps it.
        kind: entry, flow, fact, service or holidays.
        id: its id.
        title: what it is called.
        due: the day.
        thing: the entry or the flow, which may hold other things that wait.
    """

    owner: str
    kind: str
    id: str
    title: str
    due: date | None
    thing: Entry | Flow | None = None

    def state(self, today: date) -> str:
        """Say how it stands: never confirmed, overdue, due soon, or not due yet."""
        if self.due is None:
            return "never confirmed"
        if self.due < today:
            return "overdue"
        return "due soon" if self.due <= today + timedelta(days=SOON) else "later"


def next_check(service: Service) -> date | None:
    """Return the day on which a service has to be confirmed again, or None where nobody ever has."""
    return due_on(service.assured.on, service.review_every) if service.assured else None


def items(library: Library) -> tuple[Item, ...]:
    """Return everything live that has to be read or checked again, soonest first."""
    read: tuple[tuple[str, Entry | Flow], ...] = (
        *(("entry", entry) for entry in library.entries.values()),
        *(("flow", flow) for flow in library.flows.values()),
    )
    found = [
        Item(x.owner, kind, x.id, x.title, due_on(x.reviewed, x.review_every), x)
        for kind, x in read
        if x.status == "live"
    ]
    found += [Item(fact.owner, "fact", id, fact.value, fact.expires) for id, fact in library.facts.items()]
    living = (service for service in library.services.values() if service.status in ("active", "paused"))
    found += [Item(DIRECTORY, "service", s.id, s.name, next_check(s)) for s in living]
    holidays = library.holidays
    found.append(Item(holidays.owner, "holidays", "holidays", "Scotland's bank holidays", holidays.expires))
    return tuple(sorted(found, key=lambda item: (item.due or date.min, item.kind, item.id)))


def lapses(library: Library) -> tuple[tuple[Entry | Flow, SignOff], ...]:
    """Return the sign-offs of words that have changed since, with what they were of."""
    things: tuple[Entry | Flow, ...] = (*library.entries.values(), *library.flows.values())
    return tuple((thing, sign) for thing in things for sign in lapsed(thing, library))


def waiting(found: Sequence[Item], today: date) -> tuple[Item, ...]:
    """Return what is overdue, due soon or was never confirmed."""
    return tuple(item for item in found if item.state(today) != "later")


def _off(library: Library, switch: Switch, today: date) -> str:
    """Say how a switch stands: on, on though the content says the same by now, or ended."""
    if today > switch.until:
        return "ended, shown again"
    return f"{switch.state}, as in the content" if agrees(library, switch) else switch.state


def _by_end(switches: Switches) -> list[Switch]:
    return sorted(switches.all, key=lambda switch: (switch.until, switch.id))


def table(library: Library, today: date, switches: Switches = NOTHING_OFF) -> str:
    """Return what is switched off, and what waits by owner, as CSV."""
    off = (
        (ADMINS, each.thing, each.id, each.why, each.until.isoformat(), _off(library, each, today), "")
        for each in _by_end(switches)
    )
    gone = (
        (thing.owner, "sign-off", thing.id, f"{sign.by}, {sign.body}", sign.on.isoformat(), "lapsed", "")
        for thing, sign in lapses(library)
    )
    rows = sorted((*gone, *(_row(item, library, today) for item in waiting(items(library), today))), key=_owner_first)
    return as_csv(HEADER, (*off, *rows))


def _owner_first(row: Sequence[str]) -> str:
    return row[0]


def _row(item: Item, library: Library, today: date) -> tuple[str, ...]:
    due = item.due.isoformat() if item.due else ""
    return (
        item.owner,
        item.kind,
        item.id,
        item.title,
        due,
        item.state(today),
        "; ".join(_inside(item, library, today)),
    )


def _inside(item: Item, library: Library, today: date) -> tuple[str, ...]:
    return waiting_in(item.thing, library, today) if item.thing else ()


def lines(library: Library, today: date, switches: Switches = NOTHING_OFF) -> Iterator[str]:
    """Yield what is switched off and what waits by owner as words, with the day on which the next thing falls due."""
    yield from _switched_off(library, switches, today)
    found = items(library)
    now = waiting(found, today)
    yield f"Due by {day(today + timedelta(days=SOON))}, on {day(today)}: {count(len(now), 'thing')}."
    by_owner: dict[str, list[Item]] = defaultdict(list)
    for item in now:
        by_owner[item.owner].append(item)
    for owner in sorted(by_owner):
        yield ""
        yield from _owner(owner, by_owner[owner], library, today)
    yield from _lapsed(library)
    yield from _drafts(library)
    later = next((item.due for item in found if item.due and item.state(today) == "later"), None)
    if later:
        yield ""
        yield f"After that, the next falls due on {day(later)}."


def _switched_off(library: Library, switches: Switches, today: date) -> Iterator[str]:
    if not switches.all:
        return
    yield f"Switched off by hand: {count(len(switches.all), 'thing')}. Write into the content what lasts."
    for each in _by_end(switches):
        yield f"  until {day(each.until)}: {each.thing} {each.id} ({_off(library, each, today)}). {each.why}"
    yield ""


def _lapsed(library: Library) -> Iterator[str]:
    found = lapses(library)
    if not found:
        return
    yield ""
    yield f"Sign-offs that have lapsed, for the words have changed since: {len(found)}. signpost sign ID shows them."
    for thing, sign in found:
        yield f"  {thing.id} ({thing.title}): {sign.by}, {sign.body}, on {day(sign.on)}. Kept by: {thing.owner}."


def _drafts(library: Library) -> Iterator[str]:
    found = drafts(library)
    if found:
        yield ""
        yield f"{count(len(found), 'draft')}, which staff do not see until somebody writes status: live:"
        yield from (f"  {thing.id} ({thing.title}). Kept by: {thing.owner}." for thing in found)
    if services := draft_services(library):
        yield ""
        yield f"{count(len(services), 'service')} to which nobody is sent until somebody writes status: active:"
        yield from (f"  {each.id} ({each.name}). signpost due --unconfirmed says what to ask." for each in services)


def _owner(owner: str, mine: Sequence[Item], library: Library, today: date) -> Iterator[str]:
    yield f"{owner[0].upper()}{owner[1:]}: {count(len(mine), 'thing')}"
    never = sum(item.due is None for item in mine)
    if never:
        yield f"  {count(never, 'service')} never confirmed by anybody: signpost due --unconfirmed says what to ask"
    for item in mine:
        if item.due:
            yield f"  {item.state(today)}, {day(item.due)}: {item.kind} {item.id} ({item.title})"
            if inside := _inside(item, library, today):
                yield wrapped(f"inside: {'; '.join(inside)}", 4)


def calendar(library: Library, today: date) -> Iterator[bytes]:
    """Yield a calendar, an event at a time, with all that has to be read or checked again on the day it falls due.

    What is overdue stands on today, where somebody sees it; all that nobody ever confirmed is one event.

    Args:
        library: all content.
        today: the day it is.
    """
    frame = Calendar()
    frame.add("prodid", "-//Signpost//reviews//EN")
    frame.add("version", "2.0")
    frame.add("x-wr-calname", "Signpost: due for review")
    begin, end, _ = frame.to_ical().partition(b"END:VCALENDAR")
    yield begin
    yield from (event.to_ical() for event in _events(library, today))
    yield end + b"\r\n"


def _events(library: Library, today: date) -> Iterator[Event]:
    found = items(library)
    never = sum(item.due is None for item in found)
    if never:
        title = f"Signpost: {count(never, 'service')} never confirmed by anybody"
        yield _event("never confirmed", title, "signpost due --unconfirmed says whom to ring.", today, today)
    if gone := len(lapses(library)):
        title = f"Signpost: {count(gone, 'sign-off')} lapsed, for the words have changed since"
        yield _event("sign-offs lapsed", title, "signpost due says which.", today, today)
    for item in found:
        if item.due is not None:
            said = f"Signpost: {item.kind} {item.id} is due for review"
            yield _event(f"{item.kind} {item.id}", said, _about(item, today), max(item.due, today), today)


def _about(item: Item, today: date) -> str:
    late = f"It was due on {day(item.due)}.\n" if item.due and item.due < today else ""
    return f"{item.title}\n{late}signpost due says who keeps it."


class _Text(vText):
    r"""A text that comes back as it was; the library alone takes a ``\N`` that somebody typed for a line break."""

    def to_ical(self) -> bytes:
        """Return it as it stands in a calendar."""
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


def _event(of: str, title: str, about: str, on: date, today: date) -> Event:
    event = Event()
    event.add("uid", f"{identifier('review', of)}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", _Text(title))
    event.add("description", _Text(about))
    event.add("transp", "TRANSPARENT")  # a reminder takes nobody's day
    return event
