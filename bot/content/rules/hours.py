"""Rules about opening hours: days, times, and schedules that contradict each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from bot.content.faults import Finding, Path
from bot.content.field_specs import TIME
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import listed, shown
from bot.core.service import WEEK, Schedule, Service, spans


@dataclass(frozen=True, slots=True)
class _Placed:
    file: str
    path: Path
    service: Service
    schedule: Schedule

    def finding(self, field: str, message: str) -> Finding:
        return Finding(self.file, (*self.path, field), message)

    @property
    def keeps_time(self) -> bool:
        """Whether both of its times are valid and they differ."""
        times = (self.schedule.opens_at, self.schedule.closes_at)
        return not any(map(_time_fault, ("opens_at", "closes_at"), times)) and times[0] != times[1]


def _sound(content: LoadedContent) -> Iterator[_Placed]:
    """Yield the schedules whose fields could all be read."""
    for service in content.library.services.values():
        page = content.page("service", service.id)
        for number, schedule in enumerate(service.schedules):
            path: Path = ("schedules", number)
            if page is not None and page.sound(*path):
                yield _Placed(page.file, path, service, schedule)


def days_twice(content: LoadedContent) -> Iterator[Finding]:
    """Yield the days that are listed twice in one schedule."""
    for placed in _sound(content):
        days = placed.schedule.byday
        for number, day in enumerate(days):
            if day in days[:number]:
                path = (*placed.path, "byday", number)
                yield Finding(placed.file, path, f'"{day}" is here twice; delete one')


def not_times(content: LoadedContent) -> Iterator[Finding]:
    """Yield the values that are not a time of day."""
    for placed in _sound(content):
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


def never_shut(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules that close at the minute they open."""
    for placed in _sound(content):
        time = placed.schedule.opens_at
        if time == placed.schedule.closes_at and not _time_fault("opens_at", time):
            message = f"this opens and closes at {time}; for a whole day write opens_at 00:00 and closes_at 24:00"
            yield placed.finding("closes_at", message)


def overlapping(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules that overlap one above them for the same contact."""
    kept = [placed for placed in _sound(content) if placed.keeps_time]
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
    """Return the contact that a schedule is for; no number means the first number."""
    schedule = placed.schedule
    phones = placed.service.phones
    first = phones[0].number if phones else ""
    phone = (schedule.phone or first) if schedule.attending_type == "phone" else ""
    return schedule.attending_type, phone, schedule.description


def _at_one_date(one: Schedule, other: Schedule) -> bool:
    begins = max(one.valid_from or date.min, other.valid_from or date.min)
    return begins <= min(one.valid_to or date.max, other.valid_to or date.max)


def _shared(above: Schedule, day: str, below: Schedule) -> str:
    """Return the first hours of a schedule that overlap those of another on one day, in words, or ``""``."""
    [(start, end)] = (span for span, its in zip(spans(above), above.byday, strict=True) if its == day)
    for span, its in zip(spans(below), below.byday, strict=True):
        if any(max(start + shift, span[0]) < min(end + shift, span[1]) for shift in (-WEEK, 0, WEEK)):
            return _told(below, its)
    return ""


def _told(schedule: Schedule, day: str) -> str:
    return f"{day} {schedule.opens_at} to {schedule.closes_at}"


def ended_before(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules that end before they begin."""
    for placed in _sound(content):
        begins, ends = placed.schedule.valid_from, placed.schedule.valid_to
        if begins and ends and ends < begins:
            yield placed.finding("valid_to", f'"valid_to" is {ends}, before "valid_from" {begins}; change one of them')


def of_no_number(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules for a number that the service does not have."""
    for placed in _sound(content):
        phone = placed.schedule.phone
        page = content.page("service", placed.service.id)
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


def misplaced(content: LoadedContent) -> Iterator[Finding]:
    """Yield the bank holidays that are listed twice, and those after the last day that the list covers."""
    page = content.page("holidays")
    if page is None or not page.sound("days") or not page.sound("until"):
        return
    holidays = content.library.holidays
    seen = set()
    for number, holiday in enumerate(holidays.days):
        path = ("days", number, "on")
        if holiday.on in seen:
            yield Finding(page.file, path, f"{holiday.on} is here twice; delete one")
        elif holiday.on > holidays.until:
            message = (
                f'{holiday.on} is after "until" {holidays.until}; write until: and the end of its year, if it is whole'
            )
            yield Finding(page.file, path, message)
        seen.add(holiday.on)


RULES: tuple[Refusal, ...] = (
    Rule("SP605", misplaced),
    Rule("SP721", days_twice),
    Rule("SP722", not_times),
    Rule("SP723", never_shut),
    Rule("SP724", overlapping),
    Rule("SP725", ended_before),
    Rule("SP726", of_no_number),
)
