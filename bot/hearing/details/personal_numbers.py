"""Find phone numbers, CHI and National Insurance numbers, postcodes and car registrations."""

import re
from collections.abc import Iterator, Sequence

from bot.hearing.details import Span, one_of
from bot.hearing.details.lexicon import Lexicon, WordKind
from bot.hearing.places.postcodes import AREAS

_GAP = r"[ .()/_–-]{0,3}"
_DIGIT = r"(?:\d|(?<=[\do .()_-])o(?=[\do .()_-]|$)|(?<=\d)[il](?=\d))"  # letters may be typed for 0 or 1
_PHONE = re.compile(
    rf"(?<![\w+£$€@])(?<!\d[.,:/-])(?:"
    rf"(?:\+|00|\b)[ (]?44{_GAP}(?:\(?0\)?{_GAP})?[1-37](?:{_GAP}{_DIGIT}){{8,9}}"
    rf"|\(?[0o]{_GAP}[1-9](?:{_GAP}{_DIGIT}){{8,9}}"
    rf"|7[1-9]\d\d[ .-]?\d{{3}}[ .-]?\d{{3}}"
    rf"|(?:\+|00) ?[1-9]\d{{0,2}}(?:{_GAP}\d){{7,11}}"
    rf")(?!\d)"
)
_CALLING = one_of("phone, ring, call, text, tel, mob, mobile, number, num, no, nr")
_NOT_CALLING = "".join(
    rf"(?<!\b{word} )"
    for word in "job ref reference case invoice order badge id account staff file claim ticket incident crime".split()
)
_LOCAL = re.compile(
    rf"{_NOT_CALLING}\b{_CALLING}\b(?:'s)?[\s.:]*(?:is|was|her|him|on|at|it's|its|=)?[\s.:]*"
    r"(\d{3}[ -]?\d{4}|\d{6}|\d{5}[ -]?\d{6})(?![\d\w/])"
)
_DATE = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)(?!\d)")
_HOURS = re.compile(r"0\d(?:[.:]?\d\d)? ?- ?\d\d")
_PUBLISHED = tuple("080 0500 030 033 034 037 084 087 09 0116123".split())  # how numbers that only services have begin
_DESKS = one_of(
    "helpline, switchboard, reception, hospital, clinic, duty line, duty number, duty team, duty desk, out of hours, "
    "main number, surgery, practice, council, social work, jobcentre, office number, housing office"
)
_DESK_BEFORE = re.compile(rf"\b{_DESKS}\b(?! worker)[\w\s':]{{0,12}}$")

_CHI = re.compile(r"(?<![\w£+])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[ -]?\d{4}(?!\w)")
_CHI_SAID = re.compile(
    r"\bchi\b(?: ?(?:no|num|number|nr|id|is|was|of|her|his|the))*[\s.:#=-]*(\d(?:[ ./-]?\d){8,9})(?!\d)"
)
_CHI_SPACED = re.compile(r"(?<![\w£+./-])\d{2,4}(?:[ ./-]\d{2,4}){1,3}(?![\w/-])")
_CHI_FIGURES = re.compile(r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{6}")
_BESIDE_CHI = re.compile(r"\b(?:chi|pt|patient|hosp(?:ital)? no|health (?:number|no|record))\b")
_TIME = re.compile(r"[01]\d[0-5]\d|2[0-3][0-5]\d")

_NINO = re.compile(
    r"(?<![a-z0-9])([a-z]{2})[ .-]?(?:\d{2}[ .-]?\d{2}[ .-]?\d{2}|\d{3}[ .-]?\d{3})[ .-]?[a-d](?![a-z0-9])"
)
_NINO_SAID = re.compile(
    r"\b(?:nino|n\.?i\.?|ni number|national insurance)(?: ?(?:no|num|number|nr|is|was))*[\s.:#=-]*"
    r"([a-z]{2}(?:[ .-]?\d){6}(?:[ .-]?[a-z])?)(?![a-z0-9])"
)
_NOT_NINO = frozenset("at on to by is in of or no be he me my we us do so up go if it as an am pm ok".split())

_FIGURES = {
    **{word: str(figure) for figure, word in enumerate("zero one two three four five six seven eight nine".split())},
    **dict.fromkeys(("oh", "o", "nought", "naught"), "0"),
    **{"wan": "1", "twa": "2", "fower": "4", "sax": "6", "seeven": "7", "eicht": "8", "hundred": "00"},
}
_TIMES = {"double": 2, "triple": 3, "treble": 3}
_SPOKEN = one_of(",".join((*_FIGURES, *_TIMES)))
PHONE_SIGN = re.compile(rf"\d|(?<![a-z]){_SPOKEN}(?:[^a-z\d]+{_SPOKEN}){{3}}(?![a-z])")
"""Matches every lower-case text with a phone number; the others can be skipped."""
_TOKEN = re.compile(r"[a-z]+|\d+")
_LONGEST_GROUP = 6  # digits written together within a number that is spelt out
_FEWEST_FIGURES, _FEWEST_SPOKEN = 7, 4  # from these counts upwards, digits spelt out are a phone number


def phones(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Find phone numbers that services do not publish."""
    small = text.lower()
    for match in _PHONE.finditer(small):
        if not _is_published(match.group(), known) and not _is_no_phone(small, match):
            opened = match.group()[0] == "(" and ")" not in match.group()
            yield Span("phone", match.start() + opened, match.end())
    for match in _LOCAL.finditer(small):
        if not _is_published(match.group(1), known):
            yield Span("phone", *match.span(1))
    yield from _spoken(small, known)


def _national(number: str) -> str:
    """Return the digits of a number as dialled within the UK."""
    digits = re.sub(r"\D", "", number.replace("o", "0"))
    for abroad in ("0044", "44"):
        if digits.startswith(abroad) and len(digits) > 10:
            digits = "0" + digits.removeprefix(abroad).lstrip("0")
    return "0" + digits if len(digits) == 10 and digits[0] == "7" else digits


def _is_published(number: str, known: frozenset[str]) -> bool:
    national = _national(number)
    return national in known or "0" + national in known or national.startswith(_PUBLISHED)


def _is_no_phone(text: str, match: re.Match[str]) -> bool:
    """Return whether digits that look like a phone number are a date, opening hours or an office's number."""
    if _DATE.match(match.group()) or _HOURS.fullmatch(match.group()):
        return True
    landline = _national(match.group()).startswith(("01", "02"))
    return landline and _DESK_BEFORE.search(text, max(0, match.start() - 40), match.start()) is not None


def _spoken(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Find numbers spelt out digit by digit, such as "oh seven seven double oh nine hundred one two three"."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        said = token.group()
        if said in _FIGURES or said in _TIMES or (said.isdigit() and len(said) <= _LONGEST_GROUP):
            run.append(token)
        else:
            yield from _phone_of(run, known)
            run = []
    yield from _phone_of(run, known)


def _phone_of(run: Sequence[re.Match[str]], known: frozenset[str]) -> Iterator[Span]:
    """Yield the phone number in a run of spelt-out digits, if it is one."""
    if len(run) < _FEWEST_SPOKEN:
        return
    digits, times = "", 1
    for token in (match.group() for match in run):
        digits += token if token.isdigit() else _FIGURES.get(token, "") * times
        times = _TIMES.get(token, 1)
    spoken = sum(not match.group().isdigit() for match in run)
    if spoken >= _FEWEST_SPOKEN and len(digits) >= _FEWEST_FIGURES and not _is_published(digits, known):
        yield Span("phone", run[0].start(), run[-1].end())


def chis(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Find CHI numbers: ten digits that start with a date, or any ten digits beside the letters CHI."""
    small = text.lower()
    for match in _CHI_SAID.finditer(small):
        yield Span("chi", *match.span(1))
    for match in _CHI.finditer(small):
        if re.sub(r"\D", "", match.group()) not in known:
            yield Span("chi", *match.span())
    for match in _CHI_SPACED.finditer(small):
        around = small[max(0, match.start() - 25) : match.end() + 25]
        figures = re.sub(r"\D", "", match.group())
        said = _BESIDE_CHI.search(around) is not None
        if _CHI_FIGURES.fullmatch(figures) and figures not in known and (said or not _is_something_else(match.group())):
            yield Span("chi", *match.span())


def _is_something_else(figures: str) -> bool:
    """Return whether ten digits in groups are a date and time, such as 02/12/26 1030, or a phone number."""
    return figures[0] == "0" or "." in figures or "/" in figures or _TIME.fullmatch(figures[-4:]) is not None


def ninos(text: str) -> Iterator[Span]:
    """Find National Insurance numbers."""
    small = text.lower()
    for match in _NINO_SAID.finditer(small):
        yield Span("nino", *match.span(1))
    for match in _NINO.finditer(small):
        joined = match.group()[2].isdigit()
        capitals = text[match.start() : match.start() + 2].isupper()
        if joined or capitals or match.group(1) not in _NOT_NINO:
            yield Span("nino", *match.span())


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

_L = "[a-hj-pr-y]"  # letters used in registrations
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
    re.compile(rf"(?<![\w£]){_L}\d{{1,3}}[ -]?([a-z]{{3}})(?!\w)"),  # P123 GBT, issued 1983 to 2001
    re.compile(rf"(?<![\w£])({_L}{{3}})[ -]?\d{{1,3}}{_L}(?!\w)"),  # KSD 482Y, issued 1963 to 1983
    re.compile(r"(?<![\w£])(?=[a-z]{0,2}[iz])([a-z]{3})[ -]?\d{4}(?!\w)"),  # SIZ 1234, issued in Northern Ireland
)


def postcodes(text: str) -> Iterator[Span]:
    """Find full postcodes; a district on its own counts as a place."""
    for match in _POSTCODE.finditer(text.lower()):
        inward = text[match.start(3) : match.end(3)]
        ordinal = _ORDINAL.fullmatch(inward) and _COUNTED.match(text, match.end())
        if match.group(1) in AREAS and not ordinal:
            yield Span("postcode", *match.span())
    for match in _POSTCODE_SAID.finditer(text.lower()):
        yield Span("postcode", *match.span(1))
    for match in _POSTCODE_BROKEN.finditer(text):
        if match.group(1).lower() in AREAS and not text.isupper():
            yield Span("postcode", *match.span())


def registrations(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find car registrations of every style; a looser style counts only if the sentence mentions a car."""
    small = text.lower()
    for form in (_NEW, *_LOOSE):
        for match in form.finditer(small):
            if _is_registration(text, match, lexicon, loose=form is not _NEW):
                yield Span("car-registration", *match.span())
    for match in _PART.finditer(small):
        yield Span("car-registration", *match.span(1))
    for match in _SAID.finditer(small):
        if _is_more_than_a_number(match.group("reg")):
            yield Span("car-registration", *match.span("reg"))


def _is_more_than_a_number(said: str) -> bool:
    """Return whether the text after "reg" is more than the number of a regulation, as in reg 9 of the 2006 regs."""
    digits = sum(map(str.isdigit, said))
    return digits > 3 or (digits > 0 and any(map(str.isalpha, said)) and not said.endswith(" of"))


def _is_registration(text: str, match: re.Match[str], lexicon: Lexicon, *, loose: bool) -> bool:
    """Return whether the match is a registration, and not a road, a form or a postcode district before a word."""
    typed = text[match.start() : match.end()]
    joined, capitals = typed.isalnum(), typed.isupper()
    word = lexicon.kind(match.group(1)) is not WordKind.UNKNOWN
    small = text.lower()
    beside = _CAR_BEFORE.search(small, max(0, match.start() - 44), match.start())
    if beside or _CAR_AFTER.match(small, match.end()):
        return not word or capitals or joined
    if loose:
        return capitals and not word and sum(map(str.isdigit, typed)) == 3
    return joined or (capitals and not word)
