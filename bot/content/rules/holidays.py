"""The list of bank holidays: each day once, none after the day up to which it is complete."""

from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Rule


def misplaced(draft: Draft) -> Iterator[Finding]:
    """Yield the bank holidays that stand twice, and those after the last day that the list covers."""
    page = draft.page("holidays")
    if page is None or not page.sound("days") or not page.sound("until"):
        return
    holidays = draft.library.holidays
    seen = set()
    for number, holiday in enumerate(holidays.days):
        path = ("days", number, "on")
        if holiday.on in seen:
            yield Finding(page.file, path, f"{holiday.on} stands here twice; delete one")
        elif holiday.on > holidays.until:
            message = (
                f'{holiday.on} is after "until" {holidays.until}; write until: and the end of its year, if it is whole'
            )
            yield Finding(page.file, path, message)
        seen.add(holiday.on)


_HOLIDAYS = """# guidance/holidays.yaml
days:
  - {{on: 2026-12-25, name: Christmas Day}}
  - {{on: {day}, name: New Year's Day}}{mark}
until: 2027-12-31"""

RULES = (
    Rule(
        id="SP605",
        title="A bank holiday stands once, and on or before the day up to which all are listed",
        reason="A day after it is the only one known of its year, so every other holiday would pass for a working day.",
        bad=_HOLIDAYS.format(day="2028-01-01", mark="  # SP605"),
        good=_HOLIDAYS.format(day="2027-01-01", mark=""),
        look=misplaced,
    ),
)
