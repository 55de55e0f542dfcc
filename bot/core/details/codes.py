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
_POSTCODE_SAID = re.compile(
    r"\b(?:post ?code|pc)\b(?:'?s)?[\s:=-]*(?:is |was |her |his )*([a-z]{1,2} \d[a-z\d]? ?\d[a-z]{2})(?!\w)"
)
_POSTCODE_BROKEN = re.compile(r"(?<![\w£])([A-Z]{1,2})\d[A-Z\d]?\d [ABD-HJLNP-UW-Z]{2}(?!\w)")
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
    r"reg(?:istration|gie|s)?, number ?plates?, plates?, cars?, vans?, drives?, driving, drove, motor, vehicle, vrm, "
    r"taxi, cab, minibus, bike, motorbike, scooter, moped, lorry, truck, pick-?up, jeep, 4x4, suv, saloon, estate car, "
    r"campervan, transit, merc, mercedes, bmw, beamer, audi, golf, polo, passat, vw, volkswagen, corsa, astra, vectra, "
    r"insignia, zafira, vivaro, vauxhall, fiesta, focus, mondeo, kuga, ford, clio, megane, kangoo, trafic, renault, "
    r"berlingo, citroen, peugeot, skoda, octavia, fabia, seat, ibiza, kia, sportage, hyundai, toyota, yaris, auris, "
    r"aygo, honda, civic, nissan, micra, qashqai, juke, navara, mazda, volvo, mini, fiat, punto, land ?rover, "
    r"range ?rover, jag, jaguar, tesla, porsche, lexus, dacia, duster, sandero, suzuki, mitsubishi, sprinter, white van"
)
_CAR_BEFORE = re.compile(rf"\b{_CARS}\b[^.!?]{{0,30}}$")
_CAR_AFTER = re.compile(
    rf"[ ,(-]{{1,3}}(?:(?:was|is|in|on|an?|the|his|her|that|this|it'?s|which|white|black|silver|grey|blue|red|green) )"
    rf"{{0,4}}(?:{_CARS}\b|dropped|drops|picked|picks|parked|parks|parking|followed|follows|circling|driver|outside)"
)
_FILLER = one_of("no, num, number, plate, is, was, of, the, her, his, ends?, starts?, with, wi, in, a, on")
_SAID = re.compile(
    rf"\b(?:reg(?:gie|istration)?|number ?plate|plate|vrm)(?: ?{_FILLER})*[\s.:#=-]+"
    r"(?P<reg>(?=[a-z0-9 ]{0,7}\d)[a-z0-9]{1,7}(?: (?=[a-z0-9]{0,4}\d)[a-z0-9]{1,4}| (?<=\d )[a-z]{1,3}\b)?)(?!\w)"
)
_PART = re.compile(
    r"\b(?:reg(?:gie|istration)?|plate)s? (?:ends?|ending|ended|starts?|starting|started|begins?|beginning)"
    r"(?: in| with| wi)? ((?=[a-z0-9]{0,4}\d)[a-z0-9]{2,4}|[b-df-hj-np-tv-xz]{3})(?!\w)"
)
_NEW = re.compile(rf"(?<![\w£]){_L}{{2}}\d\d[ -]?([a-z]{{3}})(?!\w)")
_LOOSE = (
    re.compile(rf"(?<![\w£]){_L}{{2}} \d\d ?([a-z]{{3}})(?!\w)"),  # SL 89 KTV
    re.compile(rf"(?<![\w£]){_L}\d{{1,3}}[ -]?([a-z]{{3}})(?!\w)"),  # P123 GBT, of 1983 to 2001
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
    for match in _POSTCODE_SAID.finditer(text.lower()):
        yield Span("postcode", *match.span(1))
    for match in _POSTCODE_BROKEN.finditer(text):
        if match.group(1).lower() in _AREAS and not text.isupper():
            yield Span("postcode", *match.span())


def registrations(text: str) -> Iterator[Span]:
    """Find car registrations of every style; the looser the style, the more the sentence must speak of a car."""
    small = text.lower()
    for form in (_NEW, *_LOOSE):
        for match in form.finditer(small):
            if _is_registration(text, match, loose=form is not _NEW):
                yield Span("car-registration", *match.span())
    for match in _PART.finditer(small):
        yield Span("car-registration", *match.span(1))
    for match in _SAID.finditer(small):
        if _is_more_than_a_number(match.group("reg")):
            yield Span("car-registration", *match.span("reg"))


def _is_more_than_a_number(said: str) -> bool:
    """Say whether what stands after reg is no regulation: reg 9 of the 2006 regs."""
    digits = sum(map(str.isdigit, said))
    return digits > 3 or (digits > 0 and any(map(str.isalpha, said)) and not said.endswith(" of"))


def _is_registration(text: str, match: re.Match[str], *, loose: bool) -> bool:
    """Say whether figures and letters are a registration and not a road, a form or a district before a word."""
    typed = text[match.start() : match.end()]
    joined, capitals = typed.isalnum(), typed.isupper()
    word = sort(match.group(1)) is not Sort.UNKNOWN
    small = text.lower()
    beside = _CAR_BEFORE.search(small, max(0, match.start() - 44), match.start())
    if beside or _CAR_AFTER.match(small, match.end()):
        return not word or capitals or joined
    if loose:
        return capitals and not word and sum(map(str.isdigit, typed)) == 3
    return joined or (capitals and not word)
