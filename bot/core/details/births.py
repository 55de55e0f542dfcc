"""Dates of birth: a date beside the word that says so, or a full date of long ago beside a person."""

import re
from collections.abc import Iterator, Sequence

from bot.core.details.span import Span

_MONTH = r"(?:jan(?:uary)?|feb(?:r?uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_FULL = (
    rf"(?:{_DAY}{_TH} ?[/.\- ] ?(?:0?[1-9]|1[0-2]) ?[/.\- ] ?{_YEAR}"
    rf"|(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}{_TH}(?: of)?[ ,./-]{{0,2}}{_MONTH}[ ,./-]{{0,2}}{_YEAR}"
    rf"|{_MONTH}[ -]?{_DAY}{_TH}[ ,-]{{1,2}}{_YEAR})(?![\w/]|[.:]\d)"
)
_PART = rf"(?:{_DAY}{_TH}(?: of)? ?{_MONTH}|{_MONTH} ?{_DAY}{_TH}|{_DAY}[/.-](?:0?[1-9]|1[0-2])|\d{{8}}|\d{{6}})(?![\w/]|[.:]\d)"
_WORD = (
    r"(?<![\w.])(?:d\.? ?o\.? ?b\b\.?|d/o/b|date of birth|birth ?date|birth ?day|b-?day|b/d|born|birth|b\.)(?:'?s)?"
    r"[\s:=,.()-]{0,4}(?:(?:is|was|on|of|the|as|it'?s|its|given|down|recorded|in|at|around|about)\s+){0,3}"
)
_SAID = re.compile(rf"{_WORD}({_FULL}|{_PART})")
_SAID_AFTER = re.compile(
    rf"(?<![\w/.])({_FULL})[\s,]{{0,2}}(?:\(?dob\b|date of birth|birthday|is (?:her|his|their) (?:dob|birthday|date of birth))"
)
_MONTH_SAID = re.compile(
    rf"(?<![\w.])(?:d\.? ?o\.? ?b\b\.?|date of birth)[\s:=-]{{0,3}}(?:is |was )?({_MONTH} {_YEAR})(?!\w)"
)
_ANY = re.compile(rf"(?<![\w/.£-])({_FULL})")
_PERSON = r"(?:female|male|woman|man|lady|girl|boy|[fm]\b|pt|patient|client|tenant|claimant|su|pupil|mum|mother|son|daughter|child|baby|wean|y/?o|aged?|chi|nino|nhs)"
_BESIDE_BEFORE = re.compile(rf"\b{_PERSON}[\s,:;()\-]{{1,4}}$")
_BESIDE_AFTER = re.compile(rf"^[\s,:;()\-]{{1,4}}{_PERSON}\b")
_YEAR_OF = re.compile(r"(?:19|20)\d\d|\d\d(?=\D*$)")
_NAME_THEN = re.compile(r"^[\s,:;(\-]{1,4}$")
_FIRST, _LAST = 1915, 2012  # years of birth that a date without the word may have


def births_said(text: str) -> Iterator[Span]:
    """Find dates beside "born", "dob" or "birthday"."""
    small = text.lower()
    for form in (_SAID, _SAID_AFTER, _MONTH_SAID):
        for match in form.finditer(small):
            yield Span("date-of-birth", match.start(1), match.end(1))


def births_beside(text: str, others: Sequence[Span]) -> Iterator[Span]:
    """Find full dates of long ago that stand right beside a person: a name, a CHI number, "female", "patient"."""
    small = text.lower()
    for match in _ANY.finditer(small):
        start, end = match.span(1)
        if not _FIRST <= _year(match.group(1)) <= _LAST:
            continue
        beside = _BESIDE_BEFORE.search(small[max(0, start - 24) : start]) or _BESIDE_AFTER.match(small[end : end + 24])
        if beside or any(_touches(small, start, end, other) for other in others):
            yield Span("date-of-birth", start, end)


def _year(date: str) -> int:
    """Return the year of a date; two figures are read as the latest year that a grown person may be born in."""
    years = re.findall(r"(?:19|20)\d\d", date)
    if years:
        return int(years[-1])
    short = int(re.findall(r"\d\d", date)[-1])
    return short + (2000 if short <= 26 else 1900)


def _touches(text: str, start: int, end: int, other: Span) -> bool:
    if other.kind not in ("name", "chi", "nino", "postcode", "phone"):
        return False
    if other.end <= start:
        return bool(_NAME_THEN.match(text[other.end : start]))
    return other.kind in ("chi", "nino", "postcode") and bool(_NAME_THEN.match(text[end : other.start]))
