"""When a service is open: by the wall clock in Scotland, on ordinary days, bank holidays and when the clocks change."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.core.content_field import Source
from bot.core.hours import LONDON, NotKnown, Open, OpeningState, Shut, state_at, words
from bot.core.library import Holiday, Holidays, Library
from bot.core.service import (
    Day,
    Eligibility,
    OnBankHolidays,
    Phone,
    ReferralRoute,
    Schedule,
    Service,
    first_way,
    round_the_clock,
)

WEEKDAYS: tuple[Day, ...] = ("MO", "TU", "WE", "TH", "FR")
WEEKEND: tuple[Day, ...] = ("SA", "SU")
EVERY_DAY = WEEKDAYS + WEEKEND
NUMBER = "0131 496 0000"


@cache
def content() -> Library:
    return load(find_content())


def kept() -> Holidays:
    return content().holidays


def say(key: str, **blanks: str) -> str:
    return content().messages[key].format(**blanks)


def hours(days: tuple[Day, ...], opens: str, closes: str, bank_holidays: OnBankHolidays = "not-known") -> Schedule:
    return Schedule(byday=days, opens_at=opens, closes_at=closes, bank_holidays=bank_holidays)


def service(*schedules: Schedule, phones: tuple[str, ...] = (NUMBER,), url: str = "") -> Service:
    return Service(
        id="line",
        name="Line",
        organization="Example Trust",
        status="active",
        summary="Somebody to talk to.",
        eligibility=Eligibility(for_="Anyone", not_for="Nobody"),
        needs=(),
        areas=("S92000003",),
        reach=("phone",),
        referral=ReferralRoute(what_happens="not known"),
        phones=tuple(Phone(number=number) for number in phones),
        url=url,
        hours="As in schedules",
        schedules=schedules,
        languages="not known",
        access="not known",
        cost="Free",
        confidential_location=False,
        confidence="high",
        sources=(Source(url="https://www.example.scot/line"),),
        review_every="3 months",
    )


OFFICE = service(hours(WEEKDAYS, "09:00", "17:00"))
OFFICE_SHUT_ON_HOLIDAYS = service(hours(WEEKDAYS, "08:00", "18:00", "closed"))
TO_MIDNIGHT = service(hours(EVERY_DAY, "17:00", "24:00"))
ALWAYS = service(hours(EVERY_DAY, "00:00", "24:00", "open"))
SMALL_HOURS = service(hours(EVERY_DAY, "00:45", "01:30", "open"))
NIGHTS = service(
    hours(("MO", "TU", "WE", "TH"), "18:00", "02:00"),
    hours(("FR",), "18:00", "24:00"),
    hours(WEEKEND, "00:00", "24:00"),
    hours(("MO",), "00:00", "06:00"),
)


def at(text: str) -> datetime:
    """Return a moment by the wall clock in Scotland."""
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def told(line: Service, text: str) -> str:
    return words(state_at(line, at(text), kept()), at(text), say)


# In words


@pytest.mark.parametrize(
    ("line", "moment", "expected"),
    [
        (OFFICE, "2026-11-25 16:59", "open now until 5pm"),
        (OFFICE, "2026-11-25 17:00", "opens tomorrow at 9am"),
        (OFFICE, "2026-11-25 08:59", "opens today at 9am"),
        (OFFICE, "2026-11-25 09:00", "open now until 5pm"),
        (OFFICE, "2026-11-20 17:30", "opens Monday at 9am"),
        (TO_MIDNIGHT, "2026-11-25 23:59", "open now until midnight"),
        (TO_MIDNIGHT, "2026-11-26 00:00", "opens today at 5pm"),
        (ALWAYS, "2026-12-25 03:00", "open day and night"),
        (NIGHTS, "2026-11-25 19:00", "open now until 2am"),
        (NIGHTS, "2026-11-26 01:59", "open now until 2am"),
        (NIGHTS, "2026-11-26 02:00", "opens today at 6pm"),
        (NIGHTS, "2026-11-20 19:00", "open now until 6am on Monday"),
        (NIGHTS, "2026-11-22 20:00", "open now until 6am"),
        (NIGHTS, "2026-11-23 05:59", "open now until 6am"),
        (NIGHTS, "2026-11-23 06:00", "opens today at 6pm"),
        (service(), "2026-11-25 12:00", "hours not known: phone first"),
        (service(phones=(), url="https://www.example.scot"), "2026-11-25 12:00", "hours not known"),
    ],
)
def test_a_state_is_told_in_a_few_words(line: Service, moment: str, expected: str) -> None:
    assert told(line, moment) == expected


@pytest.mark.parametrize(
    ("line", "moment", "expected"),
    [
        (OFFICE, "2026-11-30 12:00", "St Andrew's Day, hours not known: phone first"),
        (OFFICE, "2026-11-30 03:00", "St Andrew's Day, hours not known: phone first"),
        (OFFICE, "2026-11-27 18:00", "opens Tuesday at 9am; not known for St Andrew's Day"),
        (OFFICE, "2026-12-24 18:00", "opens Tuesday at 9am; not known for Christmas Day"),
        (OFFICE, "2026-12-26 12:00", "opens Tuesday at 9am; not known for Boxing Day (substitute day)"),
        (OFFICE_SHUT_ON_HOLIDAYS, "2026-11-27 19:00", "opens Tuesday at 8am"),
        (OFFICE_SHUT_ON_HOLIDAYS, "2026-11-30 12:00", "opens tomorrow at 8am"),
        (TO_MIDNIGHT, "2026-12-24 20:00", "open now until midnight"),
        (TO_MIDNIGHT, "2026-12-25 20:00", "Christmas Day, hours not known: phone first"),
        (TO_MIDNIGHT, "2026-12-26 20:00", "Boxing Day, hours not known: phone first"),
        (NIGHTS, "2026-12-25 01:00", "open now until 2am"),
        (NIGHTS, "2026-12-25 03:00", "Christmas Day, hours not known: phone first"),
        (NIGHTS, "2027-12-24 23:00", "open now until midnight; not known for Christmas Day"),
        (service(hours(("MO",), "09:00", "17:00", "closed")), "2026-12-22 09:00", "opens Monday 11 January at 9am"),
    ],
)
def test_a_bank_holiday_is_named_where_its_hours_are_not_known(line: Service, moment: str, expected: str) -> None:
    assert told(line, moment) == expected


def test_a_bank_holiday_evening_that_runs_past_midnight_is_not_known_until_it_would_end() -> None:
    line = service(hours(EVERY_DAY, "18:00", "02:00"))

    assert state_at(line, at("2026-12-01 01:59"), kept()) == NotKnown(by_phone=True, holiday="St Andrew's Day")
    assert state_at(line, at("2026-12-01 02:00"), kept()) == Shut(datetime(2026, 12, 1, 18))  # noqa: DTZ001


def test_the_end_of_several_days_without_a_break_is_told_by_its_day() -> None:
    line = service(hours(WEEKEND, "00:00", "24:00"))

    assert told(line, "2026-11-21 12:00") == "open now until the end of tomorrow"
    assert told(line, "2026-11-22 12:00") == "open now until midnight"


# Whose hours they are


def test_the_hours_of_another_number_say_nothing_about_the_first() -> None:
    second = replace(hours(WEEKDAYS, "09:00", "17:00"), phone="0131 496 0001")
    line = service(second, phones=(NUMBER, "0131 496 0001"))

    assert told(line, "2026-11-25 12:00") == "hours not known: phone first"


def test_the_hours_of_a_door_say_nothing_about_the_phone() -> None:
    door = replace(hours(WEEKDAYS, "09:00", "17:00"), attending_type="in-person")

    assert told(service(door), "2026-11-25 12:00") == "hours not known: phone first"
    assert told(service(door, phones=()), "2026-11-25 12:00") == "open now until 5pm"
    assert told(service(door, phones=(), url="https://www.example.scot"), "2026-11-25 12:00") == "hours not known"


def test_the_hours_of_a_part_are_told_as_those_of_the_part() -> None:
    line = service(replace(hours(WEEKDAYS, "09:00", "12:00"), description="Advice line"))

    assert told(line, "2026-11-25 11:00") == "Advice line: open now until noon"
    assert told(line, "2026-11-25 12:00") == "Advice line: opens tomorrow at 9am"


def test_two_parts_are_not_joined_into_one_long_opening() -> None:
    morning = replace(hours(WEEKDAYS, "09:00", "12:00"), description="Advice line")
    afternoon = replace(hours(WEEKDAYS, "12:00", "17:00"), description="Appointments")

    assert told(service(morning, afternoon), "2026-11-25 11:00") == "Advice line: open now until noon"


def test_hours_hold_from_their_first_day_to_their_last() -> None:
    winter = replace(
        hours(EVERY_DAY, "09:00", "17:00", "open"), valid_from=date(2026, 12, 1), valid_to=date(2026, 12, 2)
    )

    assert told(service(winter), "2026-11-28 12:00") == "opens Tuesday at 9am"
    assert told(service(winter), "2026-12-02 12:00") == "open now until 5pm"
    assert told(service(winter), "2026-12-02 17:00") == "hours not known: phone first"
    assert not round_the_clock([replace(ALWAYS.schedules[0], valid_to=date(2026, 12, 2))])


def test_after_the_last_day_that_is_listed_only_a_line_that_never_shuts_is_open() -> None:
    later = kept().until + timedelta(days=3)

    assert told(ALWAYS, f"{later} 12:00") == "open day and night"
    assert told(OFFICE, f"{later} 12:00") == "hours not known: phone first"
    assert told(OFFICE_SHUT_ON_HOLIDAYS, f"{later} 12:00") == "hours not known: phone first"


def test_a_moment_without_its_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        state_at(OFFICE, datetime(2026, 11, 25, 12), kept())  # noqa: DTZ001


# When the clocks change


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2026, 7, 1, 7, 59, tzinfo=UTC), "opens today at 9am"),
        (datetime(2026, 7, 1, 8, 0, tzinfo=UTC), "open now until 5pm"),
        (datetime(2026, 7, 1, 15, 59, tzinfo=UTC), "open now until 5pm"),
        (datetime(2026, 7, 1, 16, 0, tzinfo=UTC), "opens tomorrow at 9am"),
        (datetime(2026, 1, 7, 8, 59, tzinfo=UTC), "opens today at 9am"),
        (datetime(2026, 1, 7, 9, 0, tzinfo=UTC), "open now until 5pm"),
    ],
)
def test_an_hour_in_summer_is_an_hour_of_summer(moment: datetime, expected: str) -> None:
    assert words(state_at(OFFICE, moment, kept()), moment, say) == expected


@pytest.mark.parametrize(
    ("utc", "opened"),
    [
        ("2027-03-28 00:44", False),  # 00:44
        ("2027-03-28 00:59", True),  # 00:59, and then 02:00
        ("2027-03-28 01:00", False),
        ("2027-10-30 23:45", True),  # 00:45 in summer time
        ("2027-10-31 00:29", True),  # 01:29
        ("2027-10-31 00:30", False),  # 01:30
        ("2027-10-31 01:29", True),  # 01:29 again
        ("2027-10-31 01:30", False),
    ],
)
def test_the_wall_clock_is_taken_at_its_word_in_the_nights_of_the_change(utc: str, opened: bool) -> None:
    moment = datetime.fromisoformat(utc).replace(tzinfo=UTC)

    assert isinstance(state_at(SMALL_HOURS, moment, kept()), Open) is opened


def test_the_rules_of_the_clock_do_not_need_those_of_the_machine() -> None:
    program = "import bot.core.hours as h, zoneinfo; print(h.LONDON, zoneinfo.TZPATH)"
    there = {**os.environ, "PYTHONTZPATH": ""}
    done = subprocess.run([sys.executable, "-c", program], env=there, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "Europe/London ()\n"), done.stderr


# Every hour of two years, compared with a count


@dataclass(frozen=True)
class Plain:
    """Hours described again in another way: which quarters of an hour of an ordinary week are open."""

    line: Service
    usual: Callable[[int, float], bool]  # the weekday from Monday 0, and the hour of the day
    on_holidays: str
    works_on: frozenset[int]  # the weekdays on which it opens


PLAIN = {
    "office": Plain(OFFICE, lambda day, hour: day < 5 and 9 <= hour < 17, "not-known", frozenset(range(5))),
    "shut on holidays": Plain(
        OFFICE_SHUT_ON_HOLIDAYS, lambda day, hour: day < 5 and 8 <= hour < 18, "closed", frozenset(range(5))
    ),
    "to midnight": Plain(TO_MIDNIGHT, lambda day, hour: hour >= 17, "not-known", frozenset(range(7))),
    "always": Plain(ALWAYS, lambda day, hour: True, "open", frozenset(range(7))),
    "always, but for holidays": Plain(
        service(hours(EVERY_DAY, "00:00", "24:00")), lambda day, hour: True, "not-known", frozenset(range(7))
    ),
    "small hours": Plain(SMALL_HOURS, lambda day, hour: 0.75 <= hour < 1.5, "open", frozenset(range(7))),
}
QUARTER = timedelta(minutes=15)
BEGIN, END = datetime(2026, 10, 1), datetime(2028, 10, 1)  # noqa: DTZ001


def timeline(plain: Plain) -> Iterator[tuple[datetime, str]]:
    """Yield each quarter of an hour with what is known of it: open, shut, or the name of a holiday."""
    named = {holiday.on: holiday.name for holiday in kept().days}
    moment = BEGIN
    while moment < END + timedelta(days=40):
        name, day = named.get(moment.date(), ""), moment.weekday()
        usual = plain.usual(day, moment.hour + moment.minute / 60)
        if not name or plain.on_holidays == "open":
            yield moment, "open" if usual else "shut"
        elif plain.on_holidays == "closed" or day not in plain.works_on:
            yield moment, "shut"
        else:
            yield moment, name
        moment += QUARTER


def counted(plain: Plain) -> dict[datetime, OpeningState]:
    """Return what must be said at each quarter of an hour, worked out backwards from the last."""
    said: dict[datetime, OpeningState] = {}
    opens = shuts = END + timedelta(days=60)
    follows, doubt = "shut", ""
    for moment, known in reversed(list(timeline(plain))):
        if known == "open":
            opens, doubt = moment, ""
            at_all_hours = shuts - moment >= timedelta(days=7)
            goes_on = follows != "shut" and not at_all_hours and plain.usual(shuts.weekday(), 0)
            said[moment] = Open(None if at_all_hours else shuts, "", follows if goes_on else "")
            continue
        if known == "shut":
            said[moment] = Shut(opens, "", doubt)
        else:
            said[moment] = NotKnown(by_phone=True, holiday=known)
            doubt = known
        shuts, follows = moment, known
    return said


def by_the_rule(utc: datetime) -> datetime:
    """Return the wall clock's time: an hour ahead from the last Sunday of March to that of October, at 01:00."""

    def last_sunday(month: int) -> datetime:
        last = date(utc.year, month, 31)
        return datetime(utc.year, month, 31 - (last.weekday() + 1) % 7, 1)  # noqa: DTZ001

    return utc + timedelta(hours=1) if last_sunday(3) <= utc < last_sunday(10) else utc


@pytest.mark.soak
@pytest.mark.parametrize(
    "plain", [pytest.param(PLAIN[id], id=id, marks=[] if id == "office" else pytest.mark.soak) for id in PLAIN]
)
def test_every_hour_of_two_years_is_as_counted(plain: Plain) -> None:
    expected = counted(plain)
    utc, hour, wrong = BEGIN, timedelta(hours=1), []
    while utc < END:
        found = state_at(plain.line, utc.replace(tzinfo=UTC), kept())
        if found != expected[by_the_rule(utc)]:
            wrong.append((utc, found, expected[by_the_rule(utc)]))
        utc += hour

    assert wrong == []
    assert {type(state) for state in expected.values()} <= {Open, Shut, NotKnown}


@pytest.mark.soak
def test_every_hour_of_two_years_of_nights_is_as_counted() -> None:
    """Only whether they are open, since they are made of four schedules that meet and run past midnight."""
    named = {holiday.on for holiday in kept().days}
    utc, wrong = BEGIN, []
    while utc < END:
        here = by_the_rule(utc)
        day, hour = here.weekday(), here.hour
        begun = (
            here.date() - timedelta(days=1) if day < 5 and hour < 2 and day > 0 else here.date()
        )  # the day it opened
        usual = day >= 5 or (hour >= 18) or (day == 0 and hour < 6) or (0 < day < 5 and hour < 2)
        expected = Open if usual and begun not in named else NotKnown if here.date() in named or usual else Shut
        found = state_at(NIGHTS, utc.replace(tzinfo=UTC), kept())
        if type(found) is not expected:
            wrong.append((utc, found, expected))
        utc += timedelta(hours=1)

    assert wrong == []


# The list of bank holidays


def easter(year: int) -> date:
    """Return Easter Sunday, by the method of Meeus, Jones and Butcher."""
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    golden = year % 19
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    quarter, left = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def monday(year: int, month: int, day: int) -> date:
    """Return the first Monday on or after a day."""
    first = date(year, month, day)
    return first + timedelta(days=-first.weekday() % 7)


def by_rule(year: int) -> set[date]:
    """Return a year's bank holidays in Scotland, with the substitute days of those that fall on a weekend."""
    fixed = [date(year, 1, 1), date(year, 1, 2), date(year, 11, 30), date(year, 12, 25), date(year, 12, 26)]
    days = {easter(year) - timedelta(days=2), monday(year, 5, 1), monday(year, 5, 25), monday(year, 8, 1), *fixed}
    for day in fixed:
        if day.weekday() >= 5:
            substitute = day
            while substitute.weekday() >= 5 or substitute in days:
                substitute += timedelta(days=1)
            days.add(substitute)
    return days


def test_the_bank_holidays_that_are_kept_follow_the_rules_and_the_one_that_was_proclaimed() -> None:
    expected = {day for year in (2026, 2027, 2028) for day in by_rule(year)} | {date(2026, 6, 15)}

    assert {holiday.on for holiday in kept().days} == expected
    assert kept().until == date(2028, 12, 31)


def test_a_substitute_day_is_called_one() -> None:
    substitutes = {holiday.on for holiday in kept().days if "substitute" in holiday.name}

    assert substitutes == {
        date(2026, 12, 28),
        date(2027, 1, 4),
        date(2027, 12, 27),
        date(2027, 12, 28),
        date(2028, 1, 3),
        date(2028, 1, 4),
    }


# The directory


def test_every_service_with_schedules_can_be_told_at_every_hour_of_a_month(library: Library) -> None:
    lines = [line for line in library.services.values() if line.schedules]
    start = datetime(2026, 12, 10, tzinfo=UTC)
    longest = max(
        len(words(state_at(line, moment, library.holidays), moment, say))
        for line in lines
        for moment in (start + timedelta(hours=hour) for hour in range(0, 24 * 30, 3))
    )

    assert len(lines) >= 20
    assert longest <= 120


@pytest.mark.parametrize("id", ["samaritans", "sdafmh", "sarcs-self-referral", "modern-slavery-helpline", "police-999"])
def test_the_lines_to_fall_back_on_never_shut(library: Library, id: str) -> None:
    line = library.services[id]

    assert round_the_clock(first_way(line))
    assert told(line, "2026-12-25 04:00") == "open day and night"


def test_a_list_without_a_holiday_knows_none() -> None:
    empty = replace(kept(), days=(Holiday(on=date(2026, 1, 1), name="New Year's Day"),))

    assert state_at(OFFICE, at("2026-11-30 12:00"), empty) == Open(datetime(2026, 11, 30, 17))  # noqa: DTZ001
