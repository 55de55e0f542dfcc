"""The hours of the week that schedules name."""

from collections.abc import Iterable
from functools import lru_cache

from bot.core.service import Schedule, Service

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = 24 * 60  # minutes
WEEK = 7 * _DAY

Span = tuple[int, int]  # minutes from Monday 00:00; one that runs over the week's end ends after it


@lru_cache(maxsize=_DAY + 1)  # the few hours that services keep, over and over
def clock(time: str) -> int:
    """Return the minutes from midnight of a time such as 09:00; 24:00 is the end of the day."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def length(schedule: Schedule) -> int:
    """Return for how many minutes a schedule is open on each of its days."""
    minutes = clock(schedule.closes_at) - clock(schedule.opens_at)
    return minutes if minutes > 0 else minutes + _DAY


def spans(schedule: Schedule) -> tuple[Span, ...]:
    """Return a schedule's hours as spans of a week, in the order of its days."""
    opens = [DAYS.index(day) * _DAY + clock(schedule.opens_at) for day in schedule.byday]
    return tuple((start, start + length(schedule)) for start in opens)


def first_way(service: Service) -> tuple[Schedule, ...]:
    """Return the schedules of the first way to reach a service: the first number, else online, else the door."""
    if service.phones:
        first = service.phones[0].number
        return tuple(s for s in service.schedules if s.attending_type == "phone" and s.phone in ("", first))
    way = "online" if service.text or service.email or service.url else "in-person"
    return tuple(s for s in service.schedules if s.attending_type == way)


def round_the_clock(schedules: Iterable[Schedule]) -> bool:
    """Say whether schedules leave no minute of any week out, on bank holidays either."""
    lasting = [s for s in schedules if s.bank_holidays == "open" and not s.valid_from and not s.valid_to]
    ordered = sorted(span for schedule in lasting for span in spans(schedule))
    if not ordered:
        return False
    began = covered = ordered[0][0]
    for start, end in ordered:
        if start > covered:
            return False
        covered = max(covered, end)
    return covered - began >= WEEK
