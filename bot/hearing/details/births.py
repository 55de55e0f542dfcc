"""Find dates of birth: a date beside a word such as "born", or a full date from long ago beside a person."""

import re
from collections.abc import Iterator, Sequence

from bot.hearing.details import Span, one_of

_MONTHS = one_of(
    "jan(?:uary)?, feb(?:r?uary)?, mar(?:ch)?, apr(?:il)?, may, june?, july?, aug(?:ust)?, sept?(?:ember)?, "
    "oct(?:ober)?, nov(?:ember)?, dec(?:ember)?"
)
_MONTH = rf"{_MONTHS}\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)"
_ONES = "one, two, three, four, five, six, seven, eight, nine"
_TENS = r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_UNDER_HUNDRED = (
    rf"(?:{_TENS}(?:[ -]{one_of(_ONES)})?|(?:oh|o) {one_of(_ONES)}|{one_of(_ONES)}"
    r"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
_SPOKEN_DAY = (
    r"(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)
_SPOKEN_YEAR = (
    rf"(?:two thousand(?: (?:and )?{_UNDER_HUNDRED})?|(?:nineteen|twenty)[ -]{_UNDER_HUNDRED}|{_UNDER_HUNDRED})"
)
_ENDS = r"(?![\w/]|[.:]\d)"
_FULL = (
    rf"(?:{_DAY}{_TH} ?[/.\- ] ?(?:0?[1-9]|1[0-2]) ?[/.\- ] ?{_YEAR}"
    rf"|(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])[-/.](?:0[1-9]|[12]\d|3[01])"
    rf"|{_DAY}{_TH}(?: of)?[ ,./-]{{0,2}}{_MONTH}[ ,./-]{{0,2}}{_YEAR}"
    rf"|{_MONTH}[ -]?{_DAY}{_TH}[ ,-]{{1,2}}{_YEAR}){_ENDS}"
)
_SPOKEN = (
    rf"(?:(?:the )?(?:{_SPOKEN_DAY}|{_DAY}{_TH})(?: day)?(?: of)? {_MONTH},? (?:in )?(?:{_SPOKEN_YEAR}|{_YEAR})"
    rf"|(?:the )?(?:{_SPOKEN_DAY})(?: of)? {_MONTH})(?!\w)"
)
_PART = rf"(?:{_DAY}{_TH}(?: of)? ?{_MONTH}|{_MONTH} ?{_DAY}{_TH}|{_DAY}[/.-](?:0?[1-9]|1[0-2])|\d{{8}}|\d{{6}}){_ENDS}"
_SAYING = one_of(
    r"d\.? ?o\.? ?b\b\.?, d/o/b, date of birth, birth ?date, birth ?day, b-?day, b/d, born, birth, b\., "
    r"turn(?:s|ed|ing) \d\d"
)
_FILLER = one_of("is, was, on, of, the, as, it'?s, its, given, down, recorded, in, at, around, about")
_SAID = re.compile(rf"(?<![\w.]){_SAYING}(?:'?s)?[\s:=,.()-]{{0,4}}(?:{_FILLER}\s+){{0,3}}({_FULL}|{_SPOKEN}|{_PART})")
_SAID_AFTER = re.compile(
    rf"(?<![\w/.])({_FULL})[\s,]{{0,2}}"
    r"(?:\(?dob\b|date of birth|birthday|is (?:her|his|their) (?:dob|birthday|date of birth))"
)
SIGN = re.compile(rf"\d|(?<![\w.]){_SAYING}")
"""Matches every lower-case text in which these finders find anything; the others can be skipped."""
_MONTH_SAID = re.compile(
    rf"(?<![\w.])(?:d\.? ?o\.? ?b\b\.?|date of birth|born)[\s:=-]{{0,3}}(?:is |was |in |around ){{0,2}}"
    rf"({_MONTH} {_YEAR})(?!\w)"
)
_SAID_FAR = re.compile(
    rf"(?<![\w.])(?:d\.? ?o\.? ?b\b\.?|date of birth|birth ?date)\b[^.?!#\d]{{1,40}}?(?<![\w/])({_FULL}|{_SPOKEN})"
)
_ANY = re.compile(rf"(?<![\w/.£-])({_FULL})")
_PERSON = one_of(
    r"female, male, woman, man, lady, girl, boy, [fm]\b, pt, patient, client, tenant, claimant, su, pupil, mum, "
    r"mother, son, daughter, child, baby, wean, y/?o, aged?, chi, nino, nhs"
)
_PERSON_BEFORE = re.compile(rf"\b{_PERSON}[\s,:;()\-]{{1,4}}$")
_PERSON_AFTER = re.compile(rf"[\s,:;()\-]{{1,4}}{_PERSON}\b")
_AGES = one_of(
    r"d\.? ?o\.? ?b\b, dates? of birth, birth ?da(?:te|y)s?, born, (?:old|young) enough, (?:too|how) (?:old|young), "
    r"what age, (?:her|his|their|right|real|true|wrong) age, years? old, under ?age, an adult, a minor, "
    r"(?:under|over)[ -](?:the )?(?:1[68]|2[15]|[3-6][05])s?, still a (?:child|wean|minor), pension(?:er)? age, "
    r"passport (?:says|has), (?:make|makes|made|making) (?:her|him|them) (?:an?|still an?) (?:child|minor|adult|wean), "
    r"(?:class(?:ed)?|counts?|counted) as an? (?:child|minor|adult|wean)"
)
_SPEAKS_OF_AGE = re.compile(rf"(?<![\w.]){_AGES}(?!\w)")
_TIMES = one_of(r"since, from, until, till, before, after, by, dated?, moved, arriv\w+, came, left, start\w*, end\w*")
_HAPPENED = one_of(
    r"raped, assault\w*, attack\w*, happen\w*, report\w*, arrest\w*, convict\w*, sentenc\w*, married, separat\w*, "
    r"died, death, admitted, discharg\w*, referred, seen, met, reviewed, issued, expir\w*, appointments?, appt, visa, "
    r"tenancy, acts?, regulations?, order, policy, version, guidance, court, hearing"
)
_OF_SOMETHING_ELSE = re.compile(rf"\b(?:{_TIMES}[^.?!,;#]{{0,14}}|{_HAPPENED}[^.?!;#]{{0,24}})$")
_AHEAD = 40  # letters before a date that are searched for another event
_BESIDE = re.compile(r"[\s,:;(\-]{1,4}")
_NUMBERS = ("chi", "nino", "postcode")
_FIRST, _LAST = 1915, 2012  # years that count as years of birth without a word such as "born"
_LATEST_SHORT = 26  # the last two digits of the latest year that counts as this century


def births_stated(text: str) -> Iterator[Span]:
    """Find dates beside "born", "dob" or "birthday"."""
    small = text.lower()
    for form in (_SAID, _SAID_AFTER, _MONTH_SAID, _SAID_FAR):
        for match in form.finditer(small):
            yield Span("date-of-birth", *match.span(1))


def births_beside(text: str, others: Sequence[Span]) -> Iterator[Span]:
    """Find full dates from long ago beside a person (a name, a CHI number, "patient") or in a message about an age."""
    small = text.lower()
    of_age = _SPEAKS_OF_AGE.search(small) is not None
    for match in _ANY.finditer(small):
        start, end = match.span(1)
        if not _FIRST <= _year(match.group(1)) <= _LAST:
            continue
        said = _PERSON_BEFORE.search(small, max(0, start - 24), start) or _PERSON_AFTER.match(small, end)
        aged = of_age and not _OF_SOMETHING_ELSE.search(small, max(0, start - _AHEAD), start)
        if said or aged or any(_is_beside(small, start, end, other) for other in others):
            yield Span("date-of-birth", start, end)


def _year(date: str) -> int:
    """Return the year of a date; two digits mean the latest year in which an adult may have been born."""
    years = re.findall(r"(?:19|20)\d\d", date)
    if years:
        return int(years[-1])
    short = int(re.findall(r"\d\d", date)[-1])
    return short + (2000 if short <= _LATEST_SHORT else 1900)


def _is_beside(text: str, start: int, end: int, other: Span) -> bool:
    """Return whether only punctuation separates a date from a number, or from a name before the date."""
    if other.kind != "name" and other.kind not in _NUMBERS:
        return False
    if other.end <= start:
        return _BESIDE.fullmatch(text, other.end, start) is not None
    return other.kind in _NUMBERS and _BESIDE.fullmatch(text, end, other.start) is not None
