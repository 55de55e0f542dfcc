"""Opening hours that can be kept: days that exist once, times of a clock, and no two that contradict each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.field_specs import TIME
from bot.content.rule import Rule
from bot.content.shape_faults import listed, shown
from bot.core.library import Schedule, Service
from bot.core.schedules import WEEK, Span, spans


@dataclass(frozen=True, slots=True)
class _Placed:
    """A schedule, and where it stands."""

    file: str
    path: Path
    service: Service
    schedule: Schedule

    def finding(self, field: str, message: str) -> Finding:
        return Finding(self.file, (*self.path, field), message)

    @property
    def keeps_time(self) -> bool:
        """Whether both of its times are times, one after the other."""
        times = (self.schedule.opens_at, self.schedule.closes_at)
        return not any(map(_time_fault, ("opens_at", "closes_at"), times)) and times[0] != times[1]


def _sound(draft: Draft) -> Iterator[_Placed]:
    """Yield the schedules whose fields could all be read."""
    for service in draft.library.services.values():
        page = draft.page("service", service.id)
        for number, schedule in enumerate(service.schedules):
            path: Path = ("schedules", number)
            if page is not None and page.sound(*path):
                yield _Placed(page.file, path, service, schedule)


def days_twice(draft: Draft) -> Iterator[Finding]:
    """Yield the days that stand twice in one schedule."""
    for placed in _sound(draft):
        days = placed.schedule.byday
        for number, day in enumerate(days):
            if day in days[:number]:
                path = (*placed.path, "byday", number)
                yield Finding(placed.file, path, f'"{day}" stands here twice; delete one')


def not_times(draft: Draft) -> Iterator[Finding]:
    """Yield what is no time of a day."""
    for placed in _sound(draft):
        for field in ("opens_at", "closes_at"):
            if message := _time_fault(field, getattr(placed.schedule, field)):
                yield placed.finding(field, message)


def _time_fault(field: str, time: str) -> str:
    if not TIME.fullmatch(time):
        return f'"{field}" is {shown(time)}, which is not a time; write hours and minutes in four digits, such as 09:00'
    if (field, time) == ("opens_at", "24:00"):
        return '"opens_at" is "24:00"; write 00:00 and the day that begins then'
    if (field, time) == ("closes_at", "00:00"):
        return '"closes_at" is "00:00"; write 24:00 for midnight as the day ends'
    return ""


def never_shut(draft: Draft) -> Iterator[Finding]:
    """Yield the schedules that close at the minute they open."""
    for placed in _sound(draft):
        time = placed.schedule.opens_at
        if time == placed.schedule.closes_at and not _time_fault("opens_at", time):
            message = f"this opens and closes at {time}; for a whole day write opens_at 00:00 and closes_at 24:00"
            yield placed.finding("closes_at", message)


def overlapping(draft: Draft) -> Iterator[Finding]:
    """Yield the schedules of one way into a service that are open at the same time as one above them."""
    kept = [placed for placed in _sound(draft) if placed.keeps_time]
    for above, below in combinations(kept, 2):
        same = above.service is below.service and _contact(above) == _contact(below)
        if not same or not _at_one_date(above.schedule, below.schedule):
            continue
        for day in above.schedule.byday:
            if shared := _shared(above.schedule, day, below.schedule):
                message = f"{shared} overlaps {_told(above.schedule, day)} above; write each hour once"
                yield below.finding("byday", message)
                break


def _contact(placed: _Placed) -> tuple[str, str, str]:
    """Return what a schedule holds the hours of; the first number stands for no number."""
    schedule = placed.schedule
    phones = placed.service.phones
    first = phones[0].number if phones else ""
    phone = (schedule.phone or first) if schedule.attending_type == "phone" else ""
    return schedule.attending_type, phone, schedule.description


def _at_one_date(one: Schedule, other: Schedule) -> bool:
    begins = max(one.valid_from or date.min, other.valid_from or date.min)
    return begins <= min(one.valid_to or date.max, other.valid_to or date.max)


def _shared(above: Schedule, day: str, below: Schedule) -> str:
    """Return the first hours of a schedule that overlap those of another on one day, in words; or nothing."""
    [(start, end)] = (span for span, its in zip(spans(above), above.byday, strict=True) if its == day)
    for span, its in zip(spans(below), below.byday, strict=True):
        if any(_meet((start + shift, end + shift), span) for shift in (-WEEK, 0, WEEK)):
            return _told(below, its)
    return ""


def _meet(one: Span, other: Span) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _told(schedule: Schedule, day: str) -> str:
    return f"{day} {schedule.opens_at} to {schedule.closes_at}"


def ended_before(draft: Draft) -> Iterator[Finding]:
    """Yield the schedules that end before they begin."""
    for placed in _sound(draft):
        begins, ends = placed.schedule.valid_from, placed.schedule.valid_to
        if begins and ends and ends < begins:
            yield placed.finding("valid_to", f'"valid_to" is {ends}, before "valid_from" {begins}; change one of them')


def of_no_number(draft: Draft) -> Iterator[Finding]:
    """Yield the schedules of a number that is not one of the service's."""
    for placed in _sound(draft):
        phone = placed.schedule.phone
        page = draft.page("service", placed.service.id)
        if not phone or page is None or not page.sound("phones"):
            continue
        numbers = [phone.number for phone in placed.service.phones]
        if placed.schedule.attending_type != "phone":
            message = (
                f'these are hours {placed.schedule.attending_type}; delete "phone", or write attending_type: phone'
            )
            yield placed.finding("phone", message)
        elif phone not in numbers:
            cure = f"write one of {listed(numbers)}" if numbers else "add it there"
            yield placed.finding("phone", f"{shown(phone)} is not in phones; {cure}")


_BAD_DAY = """# guidance/services/day-line.yaml
schedules:
  - byday: [MO, TU, MO]  # SP721
    opens_at: 09:00
    closes_at: 17:00"""
_GOOD_DAY = """# guidance/services/day-line.yaml
schedules:
  - byday: [MO, TU]
    opens_at: 09:00
    closes_at: 17:00"""

RULES = (
    Rule(
        id="SP721",
        title="A day stands once in a schedule",
        reason="The second was most likely meant to be another day, and on that day nobody would be sent there.",
        bad=_BAD_DAY,
        good=_GOOD_DAY,
        look=days_twice,
    ),
    Rule(
        id="SP722",
        title="A schedule opens and closes at times of a clock with 24 hours",
        reason="Nine in the morning is not nine at night, nor one midnight the next; a wrong guess costs her a call.",
        bad=_GOOD_DAY.replace("09:00", "9am  # SP722").replace("17:00", "00:00  # SP722"),
        good=_GOOD_DAY.replace("17:00", "24:00"),
        look=not_times,
    ),
    Rule(
        id="SP723",
        title="A schedule does not close at the minute it opens",
        reason="It could mean a whole day or no time at all, and she would find out which at the door.",
        bad=_GOOD_DAY.replace("17:00", "09:00  # SP723"),
        good=_GOOD_DAY.replace("09:00", "00:00").replace("17:00", "24:00"),
        look=never_shut,
    ),
    Rule(
        id="SP724",
        title="No two schedules of the same way into a service overlap",
        reason="Two closing times for one evening: one of them sends somebody to a line that does not answer.",
        bad=f"{_GOOD_DAY}\n  - byday: [WE, TU]  # SP724\n    opens_at: 16:00\n    closes_at: 20:00",
        good=f"{_GOOD_DAY}\n  - byday: [WE, TU]\n    opens_at: 17:00\n    closes_at: 20:00",
        look=overlapping,
    ),
    Rule(
        id="SP725",
        title="A schedule does not end before it begins",
        reason="Such hours never hold, and the service would seem shut on every day.",
        bad=f"{_GOOD_DAY}\n    valid_from: 2026-12-24\n    valid_to: 2026-01-04  # SP725",
        good=f"{_GOOD_DAY}\n    valid_from: 2026-12-24\n    valid_to: 2027-01-04",
        look=ended_before,
    ),
    Rule(
        id="SP726",
        title="The number that a schedule holds the hours of is a number of its service",
        reason="Hours of a number that is not shown tell nobody when to ring the one that is.",
        bad=f'{_GOOD_DAY}\n    phone: "0131 496 0009"  # SP726',
        good=f'{_GOOD_DAY}\n    phone: "0131 496 0000"',
        look=of_no_number,
    ),
)


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

HOLIDAY_RULES = (
    Rule(
        id="SP605",
        title="A bank holiday stands once, and on or before the day up to which all are listed",
        reason="A day after it is the only one known of its year, so every other holiday would pass for a working day.",
        bad=_HOLIDAYS.format(day="2028-01-01", mark="  # SP605"),
        good=_HOLIDAYS.format(day="2027-01-01", mark=""),
        look=misplaced,
    ),
)
