"""The names of places made ready for look-up, and where in a message they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.library import Areas
from bot.core.details.names import GIVEN
from bot.core.place_lookalikes import LOOKALIKES
from bot.core.place_words import NUMBERED, POSTED_OUTSIDE
from bot.core.text import normalise

GSS = str
Words = tuple[str, ...]

MOST_MENDED = 60  # words of a message that are tried as slips of a name
_SHORT, _SURE, _LONG = 5, 7, 8  # letters from which a name may hold one slip, is sure with one, and may hold two
_TOKEN = re.compile(r"&|[^\W_]+(?:'[^\W_]+)*")
_STOP = re.compile(r"[.,;:!?()\n/]| [-\u2013\u2014] ")
_SHORTENED = frozenset(("st", "ft", "mt", "n", "s", "e", "w", "nr"))  # a full stop after these ends no sentence
_POSTCODE = re.compile(r"([a-z]{1,2}\d{1,2}[a-z]?)(\d[abd-hjlnp-uw-z]{2})?")
_INWARD = re.compile(r"\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}")


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for: its councils, or none where it is outside Scotland."""

    councils: tuple[GSS, ...] = ()
    beside: frozenset[str] = frozenset()
    council: bool = False
    city: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a message: the words from ``start`` up to ``end``; not sure where it is a short name with a slip."""

    start: int
    end: int
    name: Name
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names by their words, and the postcode districts.

    ``longest`` gives for a first word how many words a name has at most; ``spellings`` gives for a length the words that
    a slip of that length may mean; ``posted`` gives for each council the letters of its postcodes.
    """

    names: Mapping[Words, Name]
    longest: Mapping[str, int]
    known: frozenset[str]
    spellings: Mapping[int, tuple[str, ...]]
    postcodes: Mapping[str, Name]
    posted: Mapping[GSS, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a message as typed, as mended, as guessed, and whether a stop or a comma stands before each of them.

    A guess may be another word just as well, so it counts only inside a name of several words.
    """

    plain: Words
    mended: Words
    loose: Words
    stops: tuple[bool, ...]
    commas: tuple[bool, ...]


def gazetteer(areas: Areas) -> Gazetteer:
    """Make the gazetteer of the areas."""
    names: dict[Words, Name] = {}
    targets: set[str] = set()
    for called, name, official in _entries(areas):
        for key in filter(None, _variants(tokens(called))):
            names[key] = _both(names[key], name) if key in names else name
            if (official or len("".join(key)) > _LONG) and not (name.beside and len(called) < _SURE):
                targets.update(key)
    for key in [key for key in names if len(key) > 1]:
        joined = "".join(key)
        if len(joined) >= _LONG and (joined,) not in names:
            names[(joined,)] = names[key]
            targets.add(joined)
    longest: dict[str, int] = {}
    for key in names:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Gazetteer(
        names=names,
        longest=longest,
        known=frozenset(word for key in names for word in key),
        spellings=_spellings((*targets, *LOOKALIKES, *GIVEN)),
        postcodes={district.lower(): Name(gss) for district, gss in areas.postcodes.items()},
        posted=_posted(areas),
    )


def _entries(areas: Areas) -> Iterator[tuple[str, Name, bool]]:
    """Give every name with what it stands for, and whether it is the official one."""
    for gss, council in areas.councils.items():
        name = Name((gss,), council=True, city="City" in council.name.split())
        yield council.name, name, True
        yield from ((called, name, False) for called in council.names)
    for place in areas.places:
        several = len(place.councils) > 1
        yield place.name, Name(place.councils, frozenset(place.beside), council=several), True
        yield from ((called, Name(place.councils, council=several), False) for called in place.names)
    yield from ((called, Name(), True) for called in areas.outside)


def _variants(key: Words) -> Iterator[Words]:
    """Give a name, and its other spellings where it ends in burgh."""
    yield key
    if key and key[-1].endswith("burgh"):
        yield from ((*key[:-1], key[-1].removesuffix("burgh") + end) for end in ("borough", "boro", "bro", "burg"))


def _both(one: Name, other: Name) -> Name:
    """Join what two places of one name stand for."""
    councils = tuple(dict.fromkeys((*one.councils, *other.councils)))
    beside = one.beside | other.beside if one.beside and other.beside else frozenset[str]()
    return Name(councils, beside, one.council or other.council, one.city or other.city)


def _spellings(targets: Iterable[str]) -> Mapping[int, tuple[str, ...]]:
    by_length: dict[int, list[str]] = {}
    for word in sorted(targets):
        if len(word) >= _SHORT and word.isalpha():
            for length in range(len(word) - _slips(word), len(word) + _slips(word) + 1):
                by_length.setdefault(length, []).append(word)
    return {length: tuple(found) for length, found in by_length.items()}


def _posted(areas: Areas) -> Mapping[GSS, frozenset[str]]:
    letters: dict[GSS, set[str]] = {}
    for district, councils in areas.postcodes.items():
        for gss in councils:
            letters.setdefault(gss, set()).add(district.rstrip("0123456789"))
    return {gss: frozenset(found) for gss, found in letters.items()}


def _slips(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def tokens(text: str) -> Words:
    """Return the words of a name or a message, an apostrophe dropped and & written out."""
    return tuple(_plain(found) for found in _TOKEN.findall(normalise(text)))


def _plain(word: str) -> str:
    word = word.replace("'", "")
    return {"&": "and", "saint": "st"}.get(word, word)


def text_of(message: str, gazetteer: Gazetteer) -> Text:
    """Cut a message into words and mend those that are slips of names."""
    text = normalise(message)
    plain, mended, loose, stops, commas = [], [], [], [True], [False]
    memory: dict[str, tuple[str, str]] = {}
    last = 0
    for found in _TOKEN.finditer(text):
        if plain:
            gap = text[last : found.start()]
            stops.append(bool(_STOP.search(gap)) and not (gap == ". " and plain[-1] in _SHORTENED))
            commas.append(gap in (", ", ",", " , "))
        word = _plain(found.group())
        plain.append(word)
        strict, guess = _mended(found.group(), word, gazetteer, memory)
        mended.append(strict)
        loose.append(guess)
        last = found.end()
    return Text(tuple(plain), tuple(mended), tuple(loose), (*stops, True), (*commas, False))


def _mended(typed: str, word: str, gazetteer: Gazetteer, memory: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """Return the word mended where that is sure by itself, and mended as a guess for names of several words."""
    if word in ("n", "an"):
        return word, "and"
    if word in gazetteer.known or word in LOOKALIKES or word in GIVEN or not word.isalpha():
        known = word in gazetteer.known or not typed.endswith("'s")
        return (word, word) if known else (word[:-1], word[:-1])
    if typed.endswith("'s"):
        return word[:-1], word[:-1]
    if word not in memory and len(memory) < MOST_MENDED:
        memory[word] = _guess(word, gazetteer)
    return memory.get(word, (word, word))


def _guess(word: str, gazetteer: Gazetteer) -> tuple[str, str]:
    near = nearest(word, gazetteer.spellings)
    known = [target for target in near if target in gazetteer.known]
    if not known:
        return word, word
    meanings = {gazetteer.names[target,].councils if (target,) in gazetteer.names else () for target in known}
    sure = len(known) == len(near) and len(meanings) == 1
    return known[0] if sure else word, known[0]


def nearest(word: str, spellings: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words that this is a slip of, the nearest only; ordinary words and first names are among them.

    >>> nearest("kirkaldy", {8: ("kirkcaldy", "kirkwall")})
    ('kirkcaldy',)
    """
    if len(word) < _SHORT:
        return ()
    near = process.extract(word, spellings.get(len(word), ()), scorer=OSA.distance, score_cutoff=2, limit=4)
    fit = [(slips, target) for target, slips, _ in near if _is_slip(word, target, int(slips))]
    best = min((slips for slips, _ in fit), default=0)
    return tuple(target for slips, target in fit if slips == best)


def _is_slip(word: str, target: str, slips: int) -> bool:
    if slips > min(_slips(word), _slips(target)):
        return False
    if word[0] == target[0]:
        return True
    swapped = word[1::-1] == target[:2]
    return slips == 1 and len(target) > _SHORT and (swapped or word == target[1:] or word[1:] == target)


def mentions(text: Text, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Give the names in a message from left to right, the longest first, none over another."""
    place = 0
    while place < len(text.plain):
        found = _postcode(text.plain, place, gazetteer) or _name(text, place, gazetteer)
        if found is not None:
            yield found
        place = found.end if found is not None else place + 1


def _name(text: Text, start: int, gazetteer: Gazetteer) -> Mention | None:
    for words in (text.plain, text.mended, text.loose):
        least = 2 if words is text.loose else 1
        for length in range(gazetteer.longest.get(words[start], 0), least - 1, -1):
            name = gazetteer.names.get(words[start : start + length])
            if name is not None and not any(text.stops[start + 1 : start + length]):
                sure = length > 1 or _is_sure(text.plain[start], words[start])
                return _mention(text, start, start + length, name, sure)
    return _parted(text, start, gazetteer)


def _is_sure(typed: str, meant: str) -> bool:
    """Say whether a name counts wherever it stands: it has no slip, or few for its length."""
    if typed in (meant, meant + "s"):
        return True
    return len(meant) >= _SURE + 3 or (len(meant) >= _SURE and OSA.distance(typed, meant) == 1)


def _parted(text: Text, start: int, gazetteer: Gazetteer) -> Mention | None:
    """Find a name typed with a space too many, as in Clyde bank."""
    parts = text.plain[start : start + 2]
    if len("".join(parts)) < _LONG or len(parts) < 2 or text.stops[start + 1] or min(map(len, parts)) < 3:
        return None
    name = gazetteer.names.get(("".join(parts),))
    before = text.plain[start - 1] if start else "in"
    if name is None or name.beside or before not in ("in", "fae", "from", "near", "at", "to", "tae", "and"):
        return None
    return _mention(text, start, start + 2, name)


def _mention(text: Text, start: int, end: int, name: Name, sure: bool = True) -> Mention:
    return Mention(start, end, name, " ".join(text.plain[start:end]), sure)


def _postcode(words: Sequence[str], start: int, gazetteer: Gazetteer) -> Mention | None:
    """Find a postcode or the first half of one; a lone first half from outside Scotland is left alone."""
    match = _POSTCODE.fullmatch(words[start])
    if match is None or (start and words[start - 1] in NUMBERED):
        return None
    district, inward = match[1], match[2] or ""
    end = start + 1
    following = words[end] if end < len(words) else ""
    if not inward and _INWARD.fullmatch(following):
        inward, end = following, end + 1
    name = gazetteer.postcodes.get(district)
    if name is None and inward and district[: 2 if district[1].isalpha() else 1] in POSTED_OUTSIDE:
        name = Name()
    return Mention(start, end, name, " ".join(words[start:end])) if name is not None else None
