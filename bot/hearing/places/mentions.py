"""Find the place names and postcodes in a message, and their positions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.hearing.places.gazetteer import TOKEN, Gazetteer, PlaceName, PlaceTokens, plain
from bot.hearing.places.postcodes import OTHER_AREAS
from bot.hearing.places.slips import LONG
from bot.hearing.text import normalise

_SURE, _SURER = 7, 10  # letters in a name that is certain anywhere with one slip, and with two
_STOP = re.compile(r"[.,;:!?()\n/]| [-\u2013\u2014] ")
_SHORTENED = frozenset(("st", "ft", "mt", "n", "s", "e", "w", "nr"))  # a full stop after these does not end a sentence
_POSTCODE = re.compile(r"([a-z]{1,2}\d{1,2}[a-z]?)(\d[abd-hjlnp-uw-z]{2})?")
_INWARD = re.compile(r"\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a message, from word ``start`` up to word ``end``; a short name with a slip is not ``sure``."""

    start: int
    end: int
    name: PlaceName
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class PlaceText:
    """The words of a message, as typed and as `MendedWord`, and whether a full stop or comma comes before each."""

    plain: PlaceTokens
    mended: PlaceTokens
    loose: PlaceTokens
    likely: PlaceTokens
    stops: tuple[bool, ...]
    commas: tuple[bool, ...]


def text_of(message: str, gazetteer: Gazetteer) -> PlaceText:
    """Return the words of a message, with slips in place names corrected."""
    text = normalise(message)
    typed: list[str] = []
    stops, commas = [True], [False]
    last = 0
    for found in TOKEN.finditer(text):
        if typed:
            gap = text[last : found.start()]
            stops.append(bool(_STOP.search(gap)) and not (gap == ". " and plain(typed[-1]) in _SHORTENED))
            commas.append(gap in (", ", ",", " , "))
        typed.append(found.group())
        last = found.end()
    mended = gazetteer.mended(typed)
    return PlaceText(
        plain=tuple(map(plain, typed)),
        mended=tuple(word.sure for word in mended),
        loose=tuple(word.loose for word in mended),
        likely=tuple(word.likely for word in mended),
        stops=(*stops, True),
        commas=(*commas, False),
    )


def mentions(text: PlaceText, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Yield the names in a message from left to right, choosing the longest where several overlap."""
    place = 0
    while place < len(text.plain):
        found = _postcode(text, place, gazetteer) or _name(text, place, gazetteer)
        if found is not None:
            yield found
        place = found.end if found is not None else place + 1


def _name(text: PlaceText, start: int, gazetteer: Gazetteer) -> Mention | None:
    """Return the longest name that starts here; between names of equal length, the one as typed."""
    long, short = (text.plain, text.mended, text.loose), (text.plain, text.mended, text.likely)
    longest = max([gazetteer.longest.get(words[start], 0) for words in long])
    for length in range(longest, 0, -1):
        for words in long if length > 1 else short:
            name = gazetteer.names.get(words[start : start + length])
            if name is not None and not any(text.stops[start + 1 : start + length]):
                sure = length > 1 or (words is not text.likely and _is_sure(text.plain[start], words[start]))
                return _mention(text, start, start + length, name, sure)
    return _parted(text, start, gazetteer)


def _is_sure(typed: str, meant: str) -> bool:
    """Return whether a name counts anywhere in a sentence, because it has no slip or few for its length."""
    if typed in (meant, meant + "s"):
        return True
    return len(meant) >= _SURER or (len(meant) >= _SURE and OSA.distance(typed, meant) == 1)


def _parted(text: PlaceText, start: int, gazetteer: Gazetteer) -> Mention | None:
    """Return a name typed with an extra space, such as Clyde bank."""
    before = text.plain[start - 1] if start else "in"
    if before not in ("in", "fae", "from", "near", "at", "to", "tae", "and") or text.stops[start + 1]:
        return None
    one, other = text.plain[start : start + 2]
    name = gazetteer.names.get((one + other,)) if min(len(one), len(other)) > 2 and len(one + other) >= LONG else None
    return _mention(text, start, start + 2, name) if name is not None and not name.beside else None


def _mention(text: PlaceText, start: int, end: int, name: PlaceName, sure: bool = True) -> Mention:
    return Mention(start, end, name, " ".join(text.plain[start:end]), sure)


def _postcode(text: PlaceText, start: int, gazetteer: Gazetteer) -> Mention | None:
    """Return a postcode or the first half of one."""
    words = text.plain
    match = _POSTCODE.fullmatch(words[start])
    if match is None or (start and words[start - 1] in gazetteer.words.numbered):
        return None
    district, inward = match[1], match[2] or ""
    end = start + 1
    following = words[end] if end < len(words) else ""
    if not inward and _INWARD.fullmatch(following):
        inward, end = following, end + 1
    exact = gazetteer.whole.councils(district, inward) if gazetteer.whole and inward else ()
    name = PlaceName(exact) if exact else gazetteer.postcodes.get(district)
    letters = district[: 2 if district[1].isalpha() else 1]
    if name is None and letters in OTHER_AREAS and (inward or _is_half(text, start, letters)):
        name = PlaceName()
    return Mention(start, end, name, " ".join(words[start:end])) if name is not None else None


def _is_half(text: PlaceText, start: int, letters: str) -> bool:
    """Return whether a letter-number pair is half a postcode from outside Scotland, not a form, a room or a road."""
    around = (text.plain[start - 1] if start else "", text.plain[start + 1] if start + 1 < len(text.plain) else "")
    if "postcode" in around:
        return True
    stands = text.stops[start] or around[0] in ("in", "at", "is", "to", "tae", "from", "fae")
    return stands and len(letters) == 2 and around[1] not in ("form", "forms", "visa", "letter", "benefit")
