"""The list of what must be reviewed or confirmed, by owner: as text, as CSV and as a calendar."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from bot.core.library import Library
from bot.core.lifecycle import draft_services, drafts
from bot.core.screens.scene import day
from bot.core.switches import Switch, Switches, agrees
from bot.core.tables import csv_table
from bot.editor.prose import capital, count, wrapped
from bot.editor.review_status import (
    DIRECTORY,
    DUE_SOON,
    NONE_FAILED,
    DueItem,
    FailedNumbers,
    items,
    lapses,
    waiting,
    waiting_in,
)
from bot.open_data.schema_org import identifier

ADMINS = "admins, by the red switch"
NOTHING_OFF = Switches()
HEADER = ("owner", "kind", "id", "title", "due", "state", "inside")


def _off(library: Library, switch: Switch, today: date) -> str:
    """Return the state of a switch: on, on although the content now says the same, or ended."""
    if today > switch.until:
        return "ended, shown again"
    return f"{switch.state}, as in the content" if agrees(library, switch) else switch.state


def _by_end(switches: Switches) -> list[Switch]:
    return sorted(switches.all, key=lambda switch: (switch.until, switch.id))


def table(library: Library, today: date, switches: Switches = NOTHING_OFF, failed: FailedNumbers = NONE_FAILED) -> str:
    """Return what is switched off, the numbers that did not work, and what waits, by owner, as CSV."""
    off = (
        (ADMINS, each.thing, each.id, each.why, each.until.isoformat(), _off(library, each, today), "")
        for each in _by_end(switches)
    )
    dead = (
        (DIRECTORY, "service", id, library.services[id].name, "", f"did not work: {people}", "")
        for id, people in failed.people.items()
    )
    gone = (
        (thing.owner, "sign-off", thing.id, sign.signed_by, sign.on.isoformat(), "lapsed", "")
        for thing, sign in lapses(library)
    )
    rows = sorted(
        (*dead, *gone, *(_row(item, library, today) for item in waiting(items(library), today))), key=lambda row: row[0]
    )
    return csv_table(HEADER, (*off, *rows))


def _row(item: DueItem, library: Library, today: date) -> tuple[str, ...]:
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


def _inside(item: DueItem, library: Library, today: date) -> tuple[str, ...]:
    return waiting_in(item.thing, library, today) if item.thing else ()


def lines(
    library: Library, today: date, switches: Switches = NOTHING_OFF, failed: FailedNumbers = NONE_FAILED
) -> Iterator[str]:
    """Yield what is switched off, what failed and what waits, by owner, as text, with the day the next thing is due."""
    yield from _switched_off(library, switches, today)
    yield from _failed(library, failed)
    found = items(library)
    now = waiting(found, today)
    yield f"Due by {day(today + DUE_SOON)}, on {day(today)}: {count(len(now), 'thing')}."
    by_owner: dict[str, list[DueItem]] = defaultdict(list)
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
    yield f"Switched off by hand: {count(len(switches.all), 'thing')}. Write lasting changes into the content."
    for each in _by_end(switches):
        yield f"  until {day(each.until)}: {each.thing} {each.id} ({_off(library, each, today)}). {each.why}"
    yield ""


def _failed(library: Library, failed: FailedNumbers) -> Iterator[str]:
    if failed.trouble:
        yield f"Which numbers did not work is not known: the counts cannot be read ({failed.trouble})."
        yield ""
    if failed.first and failed.people:
        yield f"Numbers that people said did not work, from {day(failed.first)} on. Ring each, and write assured:"
        yield from (f"  {id} ({library.services[id].name}): {people}" for id, people in failed.people.items())
        yield ""


def _lapsed(library: Library) -> Iterator[str]:
    found = lapses(library)
    if not found:
        return
    yield ""
    yield f"Sign-offs that lapsed because the words have changed since: {len(found)}. signpost sign ID shows them."
    for thing, sign in found:
        yield f"  {thing.id} ({thing.title}): {sign.signed_by}, on {day(sign.on)}. Owner: {thing.owner}."


def _drafts(library: Library) -> Iterator[str]:
    found = drafts(library)
    if found:
        yield ""
        yield f"{count(len(found), 'draft')}, hidden from staff until somebody writes status: live:"
        yield from (f"  {thing.id} ({thing.title}). Owner: {thing.owner}." for thing in found)
    if services := draft_services(library):
        yield ""
        yield f"{count(len(services), 'service')} hidden from staff until somebody writes status: active:"
        yield from (f"  {each.id} ({each.name}). signpost due --unconfirmed says what to ask." for each in services)


def _owner(owner: str, mine: Sequence[DueItem], library: Library, today: date) -> Iterator[str]:
    yield f"{capital(owner)}: {count(len(mine), 'thing')}"
    never = sum(item.due is None for item in mine)
    if never:
        yield f"  {count(never, 'service')} never confirmed: signpost due --unconfirmed says what to ask"
    for item in mine:
        if item.due:
            yield f"  {item.state(today)}, {day(item.due)}: {item.kind} {item.id} ({item.title})"
            if inside := _inside(item, library, today):
                yield wrapped(f"inside: {'; '.join(inside)}", 4)


def calendar(library: Library, today: date) -> Iterator[bytes]:
    """Yield a calendar, event by event, with everything that must be reviewed or confirmed, on the day it is due.

    Overdue events are on today's date, where somebody sees them. All unconfirmed contacts are one event.
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
        title = f"Signpost: {count(never, 'service')} never confirmed"
        yield _event("never confirmed", title, "signpost due --unconfirmed lists who to call.", today, today)
    if gone := len(lapses(library)):
        title = f"Signpost: {count(gone, 'sign-off')} lapsed because the words have changed since"
        yield _event("sign-offs lapsed", title, "signpost due lists them.", today, today)
    for item in found:
        if item.due is not None:
            title = f"Signpost: {item.kind} {item.id} is due for review"
            yield _event(f"{item.kind} {item.id}", title, _about(item, today), max(item.due, today), today)


def _about(item: DueItem, today: date) -> str:
    late = f"It was due on {day(item.due)}.\n" if item.due and item.due < today else ""
    return f"{item.title}\n{late}signpost due says who is responsible."


class _CalendarText(vText):
    r"""A text that is read back unchanged; icalendar would read a typed ``\N`` as a line break."""

    def to_ical(self) -> bytes:
        """Return the text as a calendar holds it."""
        return rb"\\N".join(vText(part).to_ical() for part in self.split(r"\N"))


def _event(of: str, title: str, about: str, on: date, today: date) -> Event:
    event = Event()
    event.add("uid", f"{identifier('review', of)}")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", _CalendarText(title))
    event.add("description", _CalendarText(about))
    event.add("transp", "TRANSPARENT")  # a reminder does not make anybody busy
    return event
