"""Phone numbers, CHI numbers and National Insurance numbers, however they are spaced or spelt out."""

import re
from collections.abc import Iterator, Sequence

from bot.core.details.patterns import one_of
from bot.core.details.span import Span

_GAP = r"[ .()/_–-]{0,3}"
_DIGIT = r"(?:\d|(?<=[\do .()_-])o(?=[\do .()_-]|$)|(?<=\d)[il](?=\d))"  # the letter O is typed for nought
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
_PUBLISHED = ("080", "0500", "030", "033", "034", "037", "084", "087", "09", "0116123")  # how only services' begin
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
_TOKEN = re.compile(r"[a-z]+|\d+")
_LONGEST_GROUP = 6  # figures written together among spoken ones
_FEWEST_FIGURES, _FEWEST_SPOKEN = 7, 4  # from here on figures said one by one are a phone number


def phones(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Find phone numbers but published ones."""
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
    """Return the figures of a number as dialled within the country."""
    digits = re.sub(r"\D", "", number.replace("o", "0"))
    for abroad in ("0044", "44"):
        if digits.startswith(abroad) and len(digits) > 10:
            digits = "0" + digits.removeprefix(abroad).lstrip("0")
    return "0" + digits if len(digits) == 10 and digits[0] == "7" else digits


def _is_published(number: str, known: frozenset[str]) -> bool:
    national = _national(number)
    return national in known or "0" + national in known or national.startswith(_PUBLISHED)


def _is_no_phone(text: str, match: re.Match[str]) -> bool:
    """Say whether figures that look like a phone number are a date, hours or an office's line."""
    if _DATE.match(match.group()) or _HOURS.fullmatch(match.group()):
        return True
    landline = _national(match.group()).startswith(("01", "02"))
    return landline and _DESK_BEFORE.search(text, max(0, match.start() - 40), match.start()) is not None


def _spoken(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Find numbers said figure by figure, such as "oh seven seven double oh nine hundred one two three"."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if _is_spoken(token.group()):
            run.append(token)
        else:
            yield from _phone_of(run, known)
            run = []
    yield from _phone_of(run, known)


def _is_spoken(token: str) -> bool:
    return token in _FIGURES or token in _TIMES or (token.isdigit() and len(token) <= _LONGEST_GROUP)


def _phone_of(run: Sequence[re.Match[str]], known: frozenset[str]) -> Iterator[Span]:
    """Give the phone number that a run of spoken figures is, if it is one."""
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
    """Find CHI numbers: ten figures that begin with a date, or any ten beside the letters CHI."""
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
    """Say whether ten figures in groups are rather a date and a time, such as 02/12/26 1030, or a phone number."""
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
