"""The periods that counts are kept for: ISO weeks, blocks of four weeks, quarters of thirteen weeks, and ISO years.

A quarter has thirteen weeks, or fourteen for the last one of a long year. Its first twelve weeks make three blocks of
four; the remaining weeks belong to the quarter alone. Every period begins on a Monday at midnight UTC, whether or not
clocks in the United Kingdom change, so no period is an hour longer or shorter than expected.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from types import MappingProxyType

from bot.core.count_cells import PeriodLength

_WEEK = timedelta(weeks=1)
_TEXT = re.compile(r"(\d{4})(?:-(?:W(\d\d)|B(\d\d)|Q([1-4])))?")
_QUARTER, _BLOCK, _BLOCKS = 13, 4, 3  # weeks in a quarter, weeks in a block, blocks in a quarter


def week_at(moment: datetime) -> str:
    """Return the week of a moment, such as ``2026-W48``."""
    year, week, _ = moment.astimezone(UTC).isocalendar()
    return f"{year}-W{week:02}"


@lru_cache(maxsize=1024)
def around(week: str) -> Mapping[PeriodLength, str]:
    """Return the periods that contain a week, by span: the week, its block if it has one, its quarter and its year."""
    year, number = int(week[:4]), int(week[6:])
    quarter = min((number - 1) // _QUARTER, 3)
    block = (number - 1 - quarter * _QUARTER) // _BLOCK
    found: dict[PeriodLength, str] = {"week": week}
    if block < _BLOCKS:
        found["block"] = f"{year}-B{quarter * _BLOCKS + block + 1:02}"
    return MappingProxyType({**found, "quarter": f"{year}-Q{quarter + 1}", "year": str(year)})


@lru_cache(maxsize=1024)
def span_of(period: str) -> PeriodLength:
    """Return the span of a period."""
    match = _TEXT.fullmatch(period)
    if match is None or not weeks_of(period):
        raise ValueError(period)
    return _span(match)


def _span(match: re.Match[str]) -> PeriodLength:
    return "week" if match[2] else "block" if match[3] else "quarter" if match[4] else "year"


@lru_cache(maxsize=1024)
def weeks_of(period: str) -> tuple[str, ...]:
    """Return the weeks of a period in order, or nothing if there is no such period."""
    match = _TEXT.fullmatch(period)
    if match is None or int(match[1]) < 1:
        return ()
    year = match[1]
    weeks = [f"{year}-W{week:02}" for week in range(1, date(int(year), 12, 28).isocalendar().week + 1)]
    return tuple(week for week in weeks if around(week).get(_span(match)) == period)


@lru_cache(maxsize=1024)
def parts_of(period: str) -> tuple[str, ...]:
    """Return the periods that make up a period: weeks for a block; blocks and the remaining weeks for a quarter."""
    weeks = weeks_of(period)
    if span_of(period) != "quarter":
        return weeks if span_of(period) != "week" else ()
    return tuple(dict.fromkeys(around(week).get("block", week) for week in weeks))


def start_of(period: str) -> datetime:
    """Return the moment a period begins."""
    return _monday(weeks_of(period)[0])


def end_of(period: str) -> datetime:
    """Return the moment a period ends."""
    return _monday(weeks_of(period)[-1]) + _WEEK


def _monday(week: str) -> datetime:
    return datetime.combine(date.fromisocalendar(int(week[:4]), int(week[6:]), 1), datetime.min.time(), UTC)
