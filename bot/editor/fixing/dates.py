"""A day as people write it to the day as the format writes it, where it can be no other day."""

import re
from datetime import date

_MONTHS = "january february march april may june july august september october november december".split()
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_FIGURES = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})")


def as_iso(written: str) -> str:
    """Return a day as 2026-11-25, or ``""`` where it is none or may be two: 3/4/2026 is in March to some.

    >>> as_iso("25/11/2026"), as_iso("25 Nov 2026"), as_iso("3/4/2026"), as_iso("11/25/2026")
    ('2026-11-25', '2026-11-25', '', '')
    """
    text = " ".join(written.split())
    for shape in (_DAY_FIRST, _MONTH_FIRST, _FIGURES, _YEAR_FIRST):
        if found := shape.fullmatch(text):
            month = _month(found["month"])
            day = int(found["day"])
            return "" if shape is _FIGURES and day <= 12 and day != month else _iso(int(found["year"]), month, day)
    return ""


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written)
    wanted = written.lower()
    known = (number for number, name in enumerate(_MONTHS, 1) if wanted in (name, name[:3], name[:4]))
    return next(known, 0)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
