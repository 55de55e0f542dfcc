"""The day that the preview shows: as it is typed, as it is said, and what is special about it."""

from collections.abc import Iterator
from datetime import date, datetime, time

from bot.core.hours import LONDON
from bot.core.library import Library
from bot.editor.due import items
from bot.editor.tables import count, day

NOON = time(12)  # the time of a day that is given without one: an hour at which most offices are open
_FORMATS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")


class NotADayError(ValueError):
    """What was typed is no day."""


def moment(typed: str, at: str = "") -> datetime:
    """Return the moment, in Scotland, that was typed.

    Args:
        typed: a day such as 2026-12-25, with or without a time after it.
        at: a time such as 16:30, where it was typed apart.

    Raises:
        NotADayError: it is no day or no time.
    """
    whole = f"{typed.strip()} {at.strip()}".strip()
    for form in _FORMATS:
        try:
            found = datetime.strptime(whole, form)  # noqa: DTZ007 - its zone is given below
        except ValueError:
            continue
        clock = NOON if form == _FORMATS[0] else found.time()
        return datetime.combine(found.date(), clock, LONDON)
    message = f'"{whole}" is not a day; write it as 2026-12-25 or 2026-12-25 16:30'
    raise NotADayError(message)


def said(when: datetime) -> str:
    """Return a moment in words, such as Friday 25 December 2026, 12:00."""
    there = when.astimezone(LONDON)
    return f"{there:%A} {day(there.date())}, {there:%H:%M}"


def special(library: Library, today: date) -> Iterator[str]:
    """Yield what is special about a day: a bank holiday, facts that have run out, reviews that are overdue."""
    holidays = library.holidays
    yield from (f"A bank holiday in Scotland: {each.name}." for each in holidays.days if each.on == today)
    if today > holidays.until:
        yield f"Bank holidays are listed only up to {day(holidays.until)}: whether this is one, nobody knows."
    late = [item for item in items(library) if item.due and item.state(today) == "overdue"]
    for kind, plural in (("entry", "entries"), ("flow", "flows"), ("fact", "facts"), ("service", "services")):
        number = sum(item.kind == kind for item in late)
        if number:
            what = (
                "run out"
                if kind == "fact"
                else "overdue for review"
                if kind != "service"
                else "overdue to be confirmed"
            )
            yield f"{count(number, kind, plural)} {what}."
