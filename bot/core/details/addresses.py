"""Postal addresses: a number with a street, with the flat before or after it."""

import re
from collections.abc import Iterator

from bot.core.details.guards import PLACES
from bot.core.details.span import Span
from bot.core.details.wording import plain

_STRONG = frozenset(
    "street st road rd avenue ave av crescent cres terrace terr tce lane ln gardens gdns quadrant quad wynd vennel drive dr place pl "
    "pend mews close cl loan court ct grove gr parade causeway".split()
)
_WEAK = frozenset(
    "square sq way row view brae park gate path walk circus green hill rise toll gait port brow neuk cottages cottage steading "
    "steadings croft wood mains bank rigg house tower towers lodge heights point village buildings estate scheme".split()
)
_STREETISH = frozenset(
    "high main church station mill school castle bridge park hill green queen queens king kings prince princes victoria albert george union market north south "
    "east west old new bank wood well burn shore glen loch river back front middle long low upper lower cross kirk rose garden orchard abbey academy manse harbour "
    "quay shore links canal railway college university hospital cathedral great broad water field meadow spring hall chapel priory palace tower thistle "
    "hawthorn rowan oak ash elm beech birch holly ivy heather primrose bluebell st saint mary james john andrew charles william royal duke earl".split()
)
_NOT_STREET = frozenset(
    "the a an of in on at to for from with and or but by up down off along near is was are min mins minute minutes hour hours day days week weeks month months year "
    "years yr yrs mile miles bed bedroom storey pound quid bus men women girls guys people kids weans clients punters times different more other way am pm "
    "percent per minutes' metre metres yards doors".split()
)
_NUMBER = re.compile(r"(?<![\w£.,:/-])(?:no\.? ?|number )?(?P<n>\d{1,4}[a-z]?(?:[-/]\d{1,3}[a-z]?)?|\d[fF]\d)(?=[ ,])")
_WORDS = re.compile(r",? ([A-Za-z][A-Za-z'.-]*)")
_SIDE = r"(?:top|bottom|ground|first|second|third|fourth|1st|2nd|3rd|4th|basement|garden|main door|attic|upper|lower)"
_FLAT = rf"(?:(?:flat|apartment|apt|unit) ?(?:no\.? ?)?(?:\d{{1,3}}(?:[/-]\d{{1,3}})?[a-z]?|[a-z]\b|\d?[gf]\d)|{_SIDE}[ -](?:floor |flat |left |right |middle )*(?:flat|floor|left|right)|(?:\d{{1,2}}|g|b)/\d{{1,2}}|\d[fg]\d|gf\d?)"
_FLAT_BEFORE = re.compile(rf"(?<![\w/]){_FLAT},? (?:at |in )?$")
_FLAT_AFTER = re.compile(rf",? \(?{_FLAT}(?![\w/])\)?")
_FLAT_ALONE = re.compile(r"(?<![\w/])(?:flat|apartment|apt) ?(?:\d{1,2}/\d{1,2}|\d[fg]\d|\d{1,3}[a-d])(?![\w/])")
_LEADS = re.compile(
    r"\b(?:at|in|to|address|addr|lives?|living|stays?|staying|moved|flat|home|from|fae|of|visit|is|:)[\s:,]*$"
)
_OFFICE = (
    r"\b(?:hospitals?|clinics?|centres?|office|offices|job ?centre|surgery|court|council|service|services|hub|sandyford|archway|chalmers|gp|dentist|"
    r"pharmacy|chemist|boots|project|women'?s aid|rape crisis|headquarters|hq|library|college|church|police station|station|drop[- ]?in|"
    r"based|team|branch|foodbank|food bank|charity|meeting|training|venue|conference)\b"
)
_OFFICE_BEFORE = re.compile(
    rf"{_OFFICE}(?![^.?!]*\b(?:lives?|living|stays?|staying|her|his|moved|home|flat|tenant|client|patient)\b)[^.?!]{{0,22}}$"
)
_OFFICE_AFTER = re.compile(rf"^,? (?:is (?:the|a|our)|the|our)? ?(?:\w+ )?{_OFFICE}")
_MOST = 4  # words of a street's name with its kind


def addresses(text: str) -> Iterator[Span]:
    """Find addresses of homes; a service's, a hospital's or an office's is nobody's."""
    small = text.lower()
    end = 0
    for match in _NUMBER.finditer(text):
        if match.start() < end:
            continue
        last = _street(text, match)
        if last and not _is_office(small, match.start(), last):
            before = _FLAT_BEFORE.search(small, max(0, match.start() - 40), match.start())
            after = _FLAT_AFTER.match(small, last)
            end = after.end() if after else last
            yield Span("address", before.start() if before else match.start(), end)
    for match in _FLAT_ALONE.finditer(small):
        yield Span("address", match.start(), match.end())


def _street(text: str, number: re.Match[str]) -> int:
    """Return where the street after a number ends, or 0 where no street follows."""
    place = number.end()
    name: list[str] = []
    found = 0
    while len(name) < _MOST and (match := _WORDS.match(text, place)):
        word = match.group(1).rstrip(".")
        small = word.lower()
        kind = small in _STRONG or small in _WEAK
        if kind and name and _is_street(text, number, name, word):
            found = match.start(1) + len(word)
        if not kind and not _may_be_of_a_street(word):
            break
        name.append(word)
        place = match.end(1)
    return found


def _may_be_of_a_street(word: str) -> bool:
    """Say whether a word can be of a street's name: unknown, usual in one, or with a capital."""
    small = word.lower()
    if small in _NOT_STREET:
        return False
    return word[0].isupper() or small in _STREETISH or small in PLACES or not plain(small)


def _is_street(text: str, number: re.Match[str], name: list[str], kind: str) -> bool:
    """Say whether the words between a number and a street word, such as "court" or "way", are a street's name."""
    if re.fullmatch(r"(?:19|20)\d\d", number.group("n")):
        return False
    if kind.lower() in _STRONG and any(not plain(word.lower()) or word[0].isupper() for word in name):
        return True
    if kind[0].isupper() and name[-1][0].isupper():
        return True
    before = text[max(0, number.start() - 16) : number.start()].lower()
    return kind.lower() in _STRONG or (_LEADS.search(before) is not None)


def _is_office(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    return _OFFICE_BEFORE.search(before) is not None or _OFFICE_AFTER.match(after) is not None
