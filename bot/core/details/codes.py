"""Postcodes and car registrations."""

import re
from collections.abc import Iterator

from bot.core.details.patterns import one_of
from bot.core.details.span import Span
from bot.core.details.wording import Sort, sort

_AREAS = frozenset(
    "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en "
    "ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk "
    "ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta "
    "td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze".split()
)
_POSTCODE = re.compile(r"(?<![\w£])([a-z]{1,2})(\d[a-z\d]?)[ .-]{0,2}(\d[abd-hjlnp-uw-z]{2})(?!\w)")
_ORDINAL = re.compile(r"1st|2nd|3rd|[4-90]th|\d(?:ft|lb|st|hr)")
_COUNTED = re.compile(
    " "
    + one_of(
        "of, floor, time, visit, month, week, day, attempt, dna, appt, appointment, one, year, baby, child, and, "
        "exit, turn, junction, high, jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov, dec"
    )
)

_L = "[a-hj-pr-y]"  # the letters of registrations
_CARS = one_of(
    r"reg(?:istration|gie)?\b, number ?plates?, plates?\b, \bcar\b, \bvan\b, drives?, driving, motor\b, vehicle, "
    r"transit, vrm\b, taxi"
)
_CAR_BEFORE = re.compile(rf"{_CARS}[^.!?]{{0,30}}$")
_FILLER = one_of("no, num, number, plate, is, was, of, the, her, his, ends?, starts?, with, wi, in, a, on")
_SAID = re.compile(
    rf"\b(?:reg(?:gie|istration)?|number ?plate|plate|vrm)(?: ?{_FILLER})*[\s.:#=-]+"
    r"(?P<reg>(?=[a-z0-9 ]{0,7}\d)[a-z0-9]{1,7}(?: (?=[a-z0-9]{0,4}\d)[a-z0-9]{1,4}| (?<=\d )[a-z]{1,3}\b)?)(?!\w)"
)
_NEW = re.compile(rf"(?<![\w£]){_L}{{2}}\d\d[ -]?([a-hj-pr-z]{{3}})(?!\w)")
_LOOSE = (
    re.compile(rf"(?<![\w£]){_L}{{2}} \d\d ?([a-hj-pr-z]{{3}})(?!\w)"),  # SL 89 KTV
    re.compile(rf"(?<![\w£]){_L}\d{{1,3}}[ -]?({_L}{{3}})(?!\w)"),  # P123 GBT, of 1983 to 2001
    re.compile(rf"(?<![\w£])({_L}{{3}})[ -]?\d{{1,3}}{_L}(?!\w)"),  # KSD 482Y, of 1963 to 1983
    re.compile(r"(?<![\w£])(?=[a-z]{0,2}[iz])([a-z]{3})[ -]?\d{4}(?!\w)"),  # SIZ 1234, of Northern Ireland
)


def postcodes(text: str) -> Iterator[Span]:
    """Find whole postcodes; a district alone is a place."""
    for match in _POSTCODE.finditer(text.lower()):
        inward = text[match.start(3) : match.end(3)]
        ordinal = _ORDINAL.fullmatch(inward) and _COUNTED.match(text, match.end())
        if match.group(1) in _AREAS and not ordinal:
            yield Span("postcode", *match.span())


def registrations(text: str) -> Iterator[Span]:
    """Find car registrations of every style; the looser the style, the more the sentence must speak of a car."""
    small = text.lower()
    for form in (_NEW, *_LOOSE):
        for match in form.finditer(small):
            if _is_registration(text, match, loose=form is not _NEW):
                yield Span("car-registration", *match.span())
    for match in _SAID.finditer(small):
        if any(map(str.isdigit, match.group("reg"))):
            yield Span("car-registration", *match.span("reg"))


def _is_registration(text: str, match: re.Match[str], *, loose: bool) -> bool:
    """Say whether figures and letters are a registration and not a road, a form or a district before a word."""
    typed = text[match.start() : match.end()]
    joined, capitals = typed.isalnum(), typed.isupper()
    word = sort(match.group(1)) is not Sort.UNKNOWN
    if _CAR_BEFORE.search(text[max(0, match.start() - 40) : match.start()].lower()):
        return not word or capitals or joined
    if loose:
        return capitals and not word and sum(map(str.isdigit, typed)) == 3
    return joined or (capitals and not word)
