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


_FACT = """# guidance/facts.yaml
window:
  value: "7 days"
  means: How soon care is best.
  sources:
    - {{url: "https://www.example.scot/window", title: "Window, Example"}}
  read: 2026-10-20
  expires: {expires}
  owner: safety lead"""

CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP611",
        title="No fact has expired",
        reason="Laws, ages and time limits change, and people act on them tonight.",
        bad=_FACT.format(expires="2026-11-20  # SP611"),
        good=_FACT.format(expires="2027-04-20"),
        look=expired,
    ),
    Rule(
        id="SP612",
        title=f"No fact expires within {SOON.days} days",
        reason="A reminder in time, so that nothing has to be taken down in a hurry.",
        level="advice",
        bad=_FACT.format(expires="2026-12-10  # SP612"),
        good=_FACT.format(expires="2027-04-20"),
        look=expires_soon,
    ),
    Rule(
        id="SP613",
        title="No review is overdue",
        reason="Nobody knows any more whether it is still right, and the screen has to say so.",
        bad="# guidance/safety/in-danger.yaml\nreviewed: 2026-06-20  # SP613\nreview_every: 3 months",
        good="# guidance/safety/in-danger.yaml\nreviewed: 2026-10-20\nreview_every: 3 months",
        look=overdue,
    ),
    Rule(
        id="SP614",
        title=f"No review is due within {SOON.days} days",
        reason="A reminder in time, so that it can be read with care.",
        level="advice",
        bad="# guidance/safety/in-danger.yaml\nreviewed: 2026-09-10  # SP614\nreview_every: 3 months",
        good="# guidance/safety/in-danger.yaml\nreviewed: 2026-10-20\nreview_every: 3 months",
        look=due_soon,
    ),
    Rule(
        id="SP615",
        title="What is said to have been done was done on a day that has come",
        reason="A review in the future is one that nobody has made.",
        bad="# guidance/safety/in-danger.yaml\nreviewed: 2027-11-25  # SP615",
        good="# guidance/safety/in-danger.yaml\nreviewed: 2026-11-25",
        look=impossible_days,
    ),
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


_LIST = "# guidance/holidays.yaml\nuntil: {until}\nexpires: {expires}"

HOLIDAY_CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP616",
        title=f"Bank holidays are listed for {AHEAD.days} days ahead, and the list has not expired",
        reason="On a holiday that is not listed she would be told that a shut door is open.",
        bad=_LIST.format(until="2026-12-31  # SP616", expires="2026-11-01  # SP616"),
        good=_LIST.format(until="2027-12-31", expires="2027-11-01"),
        look=run_out,
    ),
)
