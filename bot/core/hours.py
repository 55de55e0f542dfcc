"""When a service is open: its schedules against the wall clock in Scotland and the bank holidays."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.core.library import Holidays
from bot.core.service import DAYS, Schedule, Service, clock, first_way, length

LONDON = ZoneInfo("Europe/London")
_LONG = timedelta(days=7)  # open for as long as this from now is open at all hours
_MIDNIGHT = time()
_FAR = 28  # days to look for the next opening: a weekly hour may fall on several bank holidays in a row
_NOT_LISTED = "?"  # the name of a day that is not in the list of bank holidays yet


@dataclass(frozen=True, slots=True)
class Open:
    """Somebody answers now."""

    until: datetime | None  # when that ends, by the wall clock in Scotland; None if it goes on for a week or more
    part: str = ""  # which part of the service this applies to; empty: all of it
    holiday: str = ""  # the bank holiday that begins then, if its hours are not known


@dataclass(frozen=True, slots=True)
class Shut:
    """Nobody answers now."""

    opens: datetime  # when it opens next, by the wall clock in Scotland, if the hours are known
    part: str = ""  # which part of the service this applies to; empty: all of it
    holiday: str = ""  # a bank holiday before then whose hours are not known


@dataclass(frozen=True, slots=True)
class NotKnown:
    """It is not known whether somebody answers now."""

    by_phone: bool  # whether there is a number to try
    holiday: str = ""  # the bank holiday that makes it not known


OpeningState = Open | Shut | NotKnown
Say = Callable[..., str]


class _Hours(NamedTuple):
    """One opening by the wall clock; it is sure unless it falls on a holiday whose hours are not known."""

    opens: datetime
    closes: datetime
    part: str
    holiday: str


_Ahead = Callable[[int], list[_Hours]]  # the hours of the day so many days from today


@dataclass(frozen=True, slots=True, eq=False)
class ContactHours:
    """The hours of the first way to reach a service. It is equal only to itself, which makes looking it up quick."""

    schedules: tuple[Schedule, ...]  # its hours; none if they are not known
    by_phone: bool  # whether it is a number


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall clock in Scotland at a moment, with a calendar of bank holidays."""

    now: datetime  # the day and the hour that it shows, without a time zone
    holidays: Mapping[date, str]  # the names of bank holidays by their days
    until: date  # the last day up to which every bank holiday is known


def way_to(service: Service) -> ContactHours:
    """Return the hours of the first way to reach a service."""
    return ContactHours(first_way(service), bool(service.phones))


def wall(moment: datetime, holidays: Holidays) -> Wall:
    """Return the wall clock in Scotland at a moment.

    Everything is read from it: in the hour that comes twice in October, 01:30 is 01:30 both times.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    now = moment.astimezone(LONDON).replace(tzinfo=None)
    return Wall(now, {holiday.on: holiday.name for holiday in holidays.days}, holidays.until)


def state_at(service: Service, moment: datetime, holidays: Holidays) -> OpeningState:
    """Return whether the first way to reach a service is open at a moment, and until or from when.

    Raises:
        ValueError: the moment has no time zone.
    """
    return state_of(way_to(service), wall(moment, holidays))


def state_of(way: ContactHours, at: Wall) -> OpeningState:
    """Return whether one way to reach a service is open, and until or from when."""
    if not way.schedules:
        return _not_known(way)
    if len(way.schedules) == 1 and _never_shuts(way.schedules[0]):
        return Open(None, way.schedules[0].description)
    now, ahead = at.now, partial(_hours, way.schedules, at)
    near = [*ahead(-1), *ahead(0)]  # those of yesterday may run past midnight
    if current := [hours for hours in near if not hours.holiday and hours.opens <= now < hours.closes]:
        return _open(current, near, now, ahead)
    for hours in near:
        if hours.holiday and (hours.opens.date() == now.date() or hours.opens <= now < hours.closes):
            return _not_known(way, hours)
    return _next(way, near, now, ahead)


def _never_shuts(schedule: Schedule) -> bool:
    always = (schedule.opens_at, schedule.closes_at, schedule.bank_holidays) == ("00:00", "24:00", "open")
    return always and len(schedule.byday) == len(DAYS) and not schedule.valid_from and not schedule.valid_to


def _hours(schedules: tuple[Schedule, ...], at: Wall, ahead: int) -> list[_Hours]:
    """Return the hours of a day so many days from today, in order."""
    day = at.now.date() + timedelta(days=ahead)
    name = at.holidays.get(day, "") if day <= at.until else _NOT_LISTED
    return sorted(hours for schedule in schedules for hours in _on(schedule, day, name))


def _next(way: ContactHours, near: list[_Hours], now: datetime, ahead: _Ahead) -> OpeningState:
    """Return when it opens next, if that is known, looking a day further until it does."""
    every, day = near, 0
    following = None
    while following is None and day <= _FAR:
        following = next((hours for hours in every if not hours.holiday and hours.opens > now), None)
        if following is None:
            day += 1
            every = [*every, *ahead(day)]
    doubtful = (hours for hours in every if hours.holiday and hours.opens > now)
    before = [hours for hours in doubtful if following is None or hours.opens < following.opens]
    if following is None:
        return _not_known(way, *before[:1])
    return Shut(following.opens, following.part, _name(before[0]) if before else "")


def _on(schedule: Schedule, day: date, holiday: str) -> Iterator[_Hours]:
    """Yield the hours of a schedule on a day, if it has any."""
    if DAYS[day.weekday()] not in schedule.byday:
        return
    if not (schedule.valid_from or day) <= day <= (schedule.valid_to or day):
        return
    if holiday not in ("", _NOT_LISTED) and schedule.bank_holidays == "closed":
        return
    doubt = "" if schedule.bank_holidays == "open" else holiday
    opens = datetime.combine(day, _MIDNIGHT) + timedelta(minutes=clock(schedule.opens_at))
    yield _Hours(opens, opens + timedelta(minutes=length(schedule)), schedule.description, doubt)


def _open(current: list[_Hours], near: list[_Hours], now: datetime, ahead: _Ahead) -> Open:
    """Return how long it stays open, looking a day further while the hours run on."""
    every, day = near, 0
    while True:
        sure = [hours for hours in every if not hours.holiday]
        end, part = max((_end(hours, sure), hours.part) for hours in current)
        if end - now >= _LONG:
            return Open(None, part)
        if end.date() <= now.date() + timedelta(days=day):
            break
        day += 1
        every = [*every, *ahead(day)]
    going_on = next((hours for hours in every if hours.holiday and hours.opens == end and hours.part == part), None)
    return Open(end, part, _name(going_on) if going_on else "")


def _end(current: _Hours, sure: list[_Hours]) -> datetime:
    """Return when hours end, counting others of the same part that follow without a gap."""
    end = current.closes
    for hours in sure:  # they are in order of opening
        if hours.part == current.part and hours.opens <= end < hours.closes:
            end = hours.closes
    return end


def _not_known(way: ContactHours, *because: _Hours) -> NotKnown:
    return NotKnown(way.by_phone, _name(because[0]) if because else "")


def _name(hours: _Hours) -> str:
    """Return the name of the holiday that makes hours doubtful, or ""."""
    return "" if hours.holiday == _NOT_LISTED else hours.holiday


def words(state: OpeningState, now: datetime, say: Say) -> str:
    """Return a state in words, short enough for a line under a number.

    Args:
        say: returns a message by its id, with its blanks filled in.
    """
    here = now.astimezone(LONDON).replace(tzinfo=None)
    if isinstance(state, NotKnown):
        told = say("hours-not-known-phone" if state.by_phone else "hours-not-known")
        return say("hours-holiday-now", holiday=state.holiday, state=told) if state.holiday else told
    if isinstance(state, Shut):
        told = say("hours-shut", day=_day(state.opens.date(), here.date()), time=spoken(state.opens))
    else:
        told = say("hours-open", time=_until(state.until, here, say)) if state.until else say("hours-open-always")
    if state.holiday:
        told = say("hours-holiday-then", state=told, holiday=state.holiday)
    return say("hours-of-part", part=state.part, state=told) if state.part else told


def spoken(moment: datetime) -> str:
    """Return the hour of a moment as people say it.

    >>> spoken(datetime(2026, 11, 25, 16, 45)), spoken(datetime(2026, 11, 25, 12)), spoken(datetime(2026, 11, 25))
    ('4.45pm', 'noon', 'midnight')
    """
    if moment.minute == 0 and moment.hour % 12 == 0:
        return "noon" if moment.hour else "midnight"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{'pm' if moment.hour >= 12 else 'am'}"


def _until(end: datetime, now: datetime, say: Say) -> str:
    """Return when something ends: only the hour, if it cannot be mistaken for that of another day."""
    if end.time() == time():
        last = end.date() - timedelta(days=1)
        return spoken(end) if last == now.date() else say("hours-end-of", day=_day(last, now.date()))
    near = end.date() == now.date() or end - now <= timedelta(hours=12)
    return spoken(end) if near else say("hours-on", time=spoken(end), day=_day(end.date(), now.date()))


_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "January February March April May June July August September October November December".split()


def _day(day: date, today: date) -> str:
    """Return a day as people say it, with its date if the weekday could be in another week."""
    if day - today <= timedelta(days=1):
        return "tomorrow" if day > today else "today"
    name = _WEEKDAYS[day.weekday()]
    return name if day - today < timedelta(days=7) else f"{name} {day.day} {_MONTHS[day.month - 1]}"
