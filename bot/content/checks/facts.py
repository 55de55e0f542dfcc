"""What was true when it was read: facts that expire, and reviews that are due."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.rule import Check, Rule
from bot.core.assurance import due_on

SOON = timedelta(days=30)


def expired(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the facts whose source must be read again, each with all that quotes it."""
    for id, fact in draft.library.facts.items():
        if fact.expires <= today:
            quoting = dict.fromkeys(
                piece.id or piece.kind for piece, leaf in draft.texts if f"{{fact:{id}}}" in leaf.text
            )
            shown = f" (quoted by {', '.join(quoting)})" if quoting else " (nothing quotes it)"
            message = f"this fact expired on {_day(fact.expires)}; read its source again, and write read: and expires:"
            yield Finding(draft.file("facts"), (id, "expires"), message + shown)


def expires_soon(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the facts whose source must be read again within a month."""
    for id, fact in draft.library.facts.items():
        if today < fact.expires <= today + SOON:
            message = f"this fact expires on {_day(fact.expires)}; read its source again before"
            yield Finding(draft.file("facts"), (id, "expires"), message)


def overdue(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield what should have been read again by now."""
    for file, path, last, every in _reviews(draft):
        if (day := due_on(last, every)) < today:
            message = f"a review was due on {_day(day)}; read it against its sources, and write the day here"
            yield Finding(file, path, message)


def due_soon(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield what must be read again within a month."""
    for file, path, last, every in _reviews(draft):
        if today <= (day := due_on(last, every)) <= today + SOON:
            yield Finding(file, path, f"a review is due on {_day(day)}")


def _reviews(draft: Draft) -> Iterator[tuple[str, Path, date, str]]:
    """Yield where the day of the last review stands, that day, and how often it is due."""
    library = draft.library
    for entry in library.entries.values():
        yield draft.file("entry", entry.id), ("reviewed",), entry.reviewed, entry.review_every
    for flow in library.flows.values():
        yield draft.file("flow", flow.id), ("reviewed",), flow.reviewed, flow.review_every
    for service in library.services.values():
        if service.assured is not None:
            yield draft.file("service", service.id), ("assured", "on"), service.assured.on, service.review_every


def impossible_days(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield the days that have not come yet, and facts that expired before they were read."""
    for file, path, day in _days(draft):
        if day > today:
            yield Finding(file, path, f"{_day(day)} has not come yet; write the day on which it was done")
    for id, fact in draft.library.facts.items():
        if fact.expires <= fact.read:
            message = f"this fact was read on {_day(fact.read)} and expires before; write a later day"
            yield Finding(draft.file("facts"), (id, "expires"), message)


def _days(draft: Draft) -> Iterator[tuple[str, Path, date]]:
    """Yield the days on which something was done."""
    yield from ((file, path, last) for file, path, last, _ in _reviews(draft))
    for id, fact in draft.library.facts.items():
        yield draft.file("facts"), (id, "read"), fact.read
    for kind, things in (("entry", draft.library.entries), ("flow", draft.library.flows)):
        for id, thing in things.items():
            for number, sign in enumerate(thing.sign_off):
                yield draft.file(kind, id), ("sign_off", number, "on"), sign.on


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


CHECKS: tuple[Check, ...] = (
    Rule("SP611", expired),
    Rule("SP612", expires_soon, level="advice"),
    Rule("SP613", overdue),
    Rule("SP614", due_soon, level="advice"),
    Rule("SP615", impossible_days),
)


AHEAD = timedelta(days=90)


def run_out(draft: Draft, today: date) -> Iterator[Finding]:
    """Yield that the list must be read again, or that it ends too soon."""
    file, holidays = draft.file("holidays"), draft.library.holidays
    if holidays.expires <= today:
        message = f"this list expired on {holidays.expires}; read its source again, and write read: and expires:"
        yield Finding(file, ("expires",), message)
    if holidays.until < today + AHEAD:
        message = f"the list ends in less than {AHEAD.days} days; add the next year's days, and its end here"
        yield Finding(file, ("until",), message)


HOLIDAY_CHECKS: tuple[Check, ...] = (Rule("SP616", run_out),)
