"""Find postal addresses: a number and a street, with the flat before or after it."""

import re
from collections.abc import Iterator, Sequence

from bot.hearing.details import Span, one_of
from bot.hearing.details.lexicon import Lexicon

# fmt: off
_STREETS = frozenset(
    "street st road rd avenue ave av crescent cres terrace terr tce lane ln gardens gdns quadrant quad wynd "
    "vennel drive dr place pl pend mews close cl brae gait neuk rigg square sq loan court ct grove gr parade "
    "causeway knowe loaning esplanade wharf crest".split()
)
"""Words that make a street name of any word before them."""
_MAYBE_STREETS = frozenset(
    "way row view park gate path walk circus green hill rise toll port brow cottages cottage steading "
    "steadings croft glebe wood mains bank house tower towers lodge heights point village buildings estate "
    "scheme farm farmhouse villa bungalow caravan circle quay link links meadow meadows field fields mount "
    "oval promenade fold garth haven lea muir orchard ridge shore side steps stairs strand vale yard corner "
    "crossing manse schoolhouse bothy gatehouse mill stables end".split()
)
"""Words that do so only with a capital, a flat or a word such as "lives at"."""
_DWELLINGS = frozenset(
    "cottage cottages farm farmhouse croft steading steadings bungalow lodge villa manse schoolhouse bothy "
    "gatehouse smiddy smithy tollhouse farmsteading".split()
)
"""Words that, with a name before them, are a home without a number."""
_IN_STREETS = frozenset(
    "high main church station mill school castle bridge park hill green queen queens king kings prince "
    "princes victoria albert george union market north south east west old new bank wood well burn shore "
    "glen loch river back front middle long low upper lower cross kirk rose garden orchard abbey academy "
    "manse harbour quay links canal railway college university hospital cathedral great broad water field "
    "meadow spring hall chapel priory palace tower thistle hawthorn rowan oak ash elm beech birch holly ivy "
    "heather primrose bluebell st saint mary james john andrew charles william royal duke earl ferry quarry "
    "pier lime poplar willow smithy barrack".split()
)
_NOT_IN_STREETS = frozenset(
    "the a an of in on at to for from with and or but by up down off along near is was are min mins minute "
    "minutes hour hours day days week weeks month months year years yr yrs mile miles bed bedroom storey "
    "pound quid bus men women girls guys people kids weans clients punters times different more other way am "
    "pm percent per metre metres yards doors she he they her his you we i it".split()
)
_COURTS = frozenset("sheriff high supreme justice family youth drug district problem".split())
# fmt: on
_NUMBER = re.compile(
    r"(?<![\w£.,:/-])(?:no\.? ?|number )?(?P<n>\d{1,4}[a-zA-Z]?(?:[-/]\d{1,3}[a-zA-Z]?)?|\d[fF]\d)(?=[ ,])"
)
_WORDS = re.compile(r",? ([A-Za-z][A-Za-z'.-]*|\d{1,2}(?:st|nd|rd|th)\b)")
_ONE_WORD = re.compile(
    r",? ([A-Z][a-z]+(?:gate|gait|market|causeway|head|row|hill|brae|bank|side|view|lea|park|field|burn|croft|garth))\b"
)
_HOUSES = one_of(
    "[Cc]ottages?, [Ff]arm(?:house)?, [Cc]roft, [Ss]teadings?, [Bb]ungalow, [Ll]odge, [Vv]illa, [Mm]anse, "
    "[Ss]chool ?house, [Bb]othy, [Gg]atehouse, [Ss]middy, [Ss]mithy, [Tt]oll ?house"
)
_DWELLING = re.compile(
    rf"\b(?:(?:[A-Z][\w'-]+ ){{1,3}}(?=[A-Z]){_HOUSES}\b(?! [A-Z])(?:, [A-Z][a-z]{{3,}}\b)?"  # Rose Cottage
    rf"|(?:the |auld |old |new )?[a-z][\w'-]+ {_HOUSES}(?=, [A-Z][a-z]))"  # the old manse, Tarland
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SIDE = one_of(
    "top, bottom, ground, first, second, third, fourth, 1st, 2nd, 3rd, 4th, basement, garden, main door, attic, upper, "
    "lower"
)
_FLAT = (
    r"(?:(?:flat|apartment|apt|unit) ?(?:no\.? ?)?(?:\d{1,3}(?:[/-]\d{1,3})?[a-z]?|[a-z]\b|\d?[gf]\d)"
    rf"|{_SIDE}[ -](?:floor |flat |left |right |middle )*(?:flat|floor|left|right)"
    r"|(?:\d{1,2}|g|b)/\d{1,2}|\d[fg]\d|gf\d?)"
)
_FLAT_BEFORE = re.compile(rf"(?<![\w/]){_FLAT},? (?:at |in )?$")
_ROOM_BEFORE = re.compile(
    r"\b(?:(?:room|studio|bedroom|bedsit) ?(?:no\.? ?)?\d{1,3}[a-z]?,? (?:at |in )?|\d ?up,? |"
    r"(?:flat|apartment|apt|unit) (?:no\.? ?)?)$"
)
_THE = re.compile(
    r"(?<![\w£.,:/-])\d{1,3}[a-zA-Z]? [Tt]he (?:Glebe|Loan|Cross|Square|Green|Paddock|Orchard|Meadows?|Crescent|Grove|"
    r"Steadings?|Stables|Mews|Maltings|Quay|Shore|Avenue|Wynd|Vennel|Cairns|Brae|Braes|Rigg|Row|Gardens|Lane)\b"
)
_FLAT_START = re.compile(_FLAT)
_FLAT_AFTER = re.compile(rf",? \(?{_FLAT}(?![\w/])\)?")
_SOMEBODY = one_of(
    "she'?s, he'?s, they'?re, lives?, living, stays?, staying, moved, tenant, client, woman, resident, neighbour, her, "
    "his"
)
_FLAT_ALONE = re.compile(
    rf"\b{_SOMEBODY}(?: is| was)? (?:at|in|to|into|from) "
    r"((?:flat|apartment|apt) ?(?:\d{1,2}/\d{1,2}|\d[fg]\d|\d{1,3}[a-d]?))(?![\w/])"
)
_LEADS = one_of(
    "at, in, to, address, addr, lives?, living, stays?, staying, moved, flat, home, from, fae, of, visit, visiting, "
    "visited, is, :"
)
_LED = re.compile(rf"\b{_LEADS}[\s:,]*$")
_HOME = re.compile(
    rf"(?:(?<![\w/]){_FLAT},? (?:at |in )?|\b(?:lives?|living|stays?|staying|bides?|biding|address|home|tenancy)"
    r" ?(?:at|in|on|is|:)? )(?=[a-z])"
)
SIGN = re.compile(rf"\d|{_HOME.pattern}|{_HOUSES.lower()}")
"""Matches every lower-case text in which these finders find anything; the others can be skipped."""
_PUBLIC_PLACE = re.compile(r" (?:hostel|hotel|area|centre|refuge|clinic|office|project|scheme|hub|station|unit)s?\b")
_OFFICES = one_of(
    "hospitals?, clinics?, centres?, offices?, job ?centre, surgery, court, council, services?, hub, sandyford, "
    "archway, chalmers, gp, dentist, pharmacy, chemist, boots, project, women'?s aid, rape crisis, headquarters, hq, "
    "library, college, church, station, drop[- ]?in, based, team, branch, food ?bank, charity, meeting, training, "
    "venue, conference"
)
_TO_OFFICE = one_of(
    "at, is, on, in, the, located, address, based, here, our, moved, to, now, are, near, beside, opposite"
)
_OFFICE_BEFORE = re.compile(rf"\b{_OFFICES}(?:[ ,:(-]+{_TO_OFFICE})*[ ,:(-]*$")
_OFFICE_AFTER = re.compile(rf",? (?:is (?:the|a|our)|the|our)? ?(?:\w+ )?{_OFFICES}\b")
_MOST_WORDS = 4  # words in a street name, including the street word


def addresses(text: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find home addresses; those of services, hospitals and offices are public."""
    small = text.lower()
    end = 0
    for number in _NUMBER.finditer(text):
        if number.start() < end:
            continue
        before = next(_before(small, number.start()), None)
        led = before is not None or _LED.search(small, max(0, number.start() - 16), number.start()) is not None
        last = _street(text, number.group("n"), number.end(), lexicon, led=led)
        if last and not _is_office(small, number.start(), last):
            after = _FLAT_AFTER.match(small, last)
            end = after.end() if after else last
            yield Span("address", before.start() if before else number.start(), end)
    yield from _without_number(text, small, lexicon)
    for match in _DWELLING.finditer(text):
        name = match.group().partition(",")[0].lower().split()[-2]
        if name not in _NOT_IN_STREETS and not _is_office(small, *match.span()):
            yield Span("address", *match.span())
    for match in _THE.finditer(text):
        yield Span("address", *match.span())
    for match in _FLAT_ALONE.finditer(small):
        yield Span("address", *match.span(1))


def _before(small: str, place: int) -> Iterator[re.Match[str]]:
    """Yield the flat or room before a number."""
    for form in (_FLAT_BEFORE, _ROOM_BEFORE):
        if match := form.search(small, max(0, place - 40), place):
            yield match


def _without_number(text: str, small: str, lexicon: Lexicon) -> Iterator[Span]:
    """Find homes that have a name and no number: after a flat, or after "lives at"."""
    for match in _HOME.finditer(small):
        end = _street(text, "", match.end() - 1, lexicon, led=False)
        if end and not _PUBLIC_PLACE.match(small, end):
            flat = _FLAT_START.match(small, match.start())
            yield Span("address", match.start() if flat else match.end(), end)


def _street(text: str, number: str, place: int, lexicon: Lexicon, *, led: bool) -> int:
    """Return the end of the street name that starts at a position, or 0."""
    name: list[str] = []
    found, place_of_name = 0, place
    while len(name) < _MOST_WORDS and (match := _WORDS.match(text, place)):
        word = match.group(1).rstrip(".")
        is_kind = word.lower() in _STREETS or word.lower() in _MAYBE_STREETS
        if is_kind and name and _is_street(number, name, word, lexicon, led=led):
            found = match.start(1) + len(word)
        if not is_kind and not _may_be_in_a_street(word, lexicon, led=led or not number):
            break
        name.append(word)
        place = match.end(1)
    return found or _one_word(text, number, place_of_name, lexicon, led=led)


def _one_word(text: str, number: str, place: int, lexicon: Lexicon, *, led: bool) -> int:
    """Return the end of a street name of one word, such as Kirkgate, or 0."""
    match = _ONE_WORD.match(text, place) if number and led else None
    return match.end() if match and not lexicon.is_plain(match.group(1).lower()) else 0


def _may_be_in_a_street(word: str, lexicon: Lexicon, *, led: bool) -> bool:
    """Return whether a word may be in a street name: unknown, usual there, with a capital, or after "lives at"."""
    small = word.lower()
    if small in _NOT_IN_STREETS:
        return word == "The"
    return led or word[0].isupper() or small in _IN_STREETS or small in lexicon.places or not lexicon.is_plain(small)


def _is_street(number: str, name: Sequence[str], kind: str, lexicon: Lexicon, *, led: bool) -> bool:
    """Return whether a number, some words and a word such as "court" or "way" form an address."""
    small = [word.lower() for word in name]
    if not number and kind.lower() in _DWELLINGS:
        return any(word in _IN_STREETS or not lexicon.is_plain(word) for word in small)
    if _YEAR.fullmatch(number) or (kind.lower() == "court" and small[-1] in _COURTS):
        return False
    if not number and all(map(lexicon.is_plain, small)):
        return kind[0].isupper() and all(word[0].isupper() for word in name)
    if kind.lower() in _STREETS or (kind[0].isupper() and name[-1][0].isupper()):
        return True
    return led or any(not lexicon.is_plain(word) or word in lexicon.places for word in small)


def _is_office(text: str, start: int, end: int) -> bool:
    """Return whether the words around an address refer to a service, whose address is public."""
    before = _OFFICE_BEFORE.search(text, max(0, start - 60), start)
    return before is not None or _OFFICE_AFTER.match(text, end) is not None
