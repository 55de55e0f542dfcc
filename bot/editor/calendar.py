"""What is due for review as a calendar: days, kinds and titles, and nobody's name."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event, vText

from bot.core.library import Library
from bot.editor.due import Item, items, lapses
from bot.editor.tables import count, day
from bot.open_data.naming import identifier


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
