"""The list of bank holidays reaches far enough ahead, and was read again when it was due."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Check, Rule

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

CHECKS: tuple[Check, ...] = (
    Rule(
        id="SP616",
        title=f"Bank holidays are listed for {AHEAD.days} days ahead, and the list has not expired",
        reason="On a holiday that is not listed she would be told that a shut door is open.",
        bad=_LIST.format(until="2026-12-31  # SP616", expires="2026-11-01  # SP616"),
        good=_LIST.format(until="2027-12-31", expires="2027-11-01"),
        look=run_out,
    ),
)
