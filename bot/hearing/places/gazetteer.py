"""The names of places made ready for look-up, and where in a message they stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from bot.core.library import Areas
from bot.hearing.details.names import GIVEN
from bot.hearing.places.lookalikes import LOOKALIKES
from bot.hearing.places.names import GSS, Name, Words, both, entries, variants
from bot.hearing.places.postcodes import Postcodes
from bot.hearing.places.slips import LONG, Spellings, nearest, spellings
from bot.hearing.places.words import ALSO_WORDS, NUMBERED, POSTED_OUTSIDE
from bot.hearing.text import normalise

_Mended = tuple[str, str, str]

MOST_MENDED = 60  # words of a message that are tried as slips of a name
_SURE, _SURER = 7, 10  # letters of a name that is sure wherever it stands with one slip, and with two
_RESEMBLING = 6  # letters from which a word that is no name of a person may be one of a place with a slip
_TOKEN = re.compile(r"&|[^\W_]+(?:'[^\W_]+)*")
_STOP = re.compile(r"[.,;:!?()\n/]| [-\u2013\u2014] ")
_SHORTENED = frozenset(("st", "ft", "mt", "n", "s", "e", "w", "nr"))  # a full stop after these ends no sentence
_POSTCODE = re.compile(r"([a-z]{1,2}\d{1,2}[a-z]?)(\d[abd-hjlnp-uw-z]{2})?")
_INWARD = re.compile(r"\d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}")


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

    ``longest`` gives for a first word how many words a name has at most, ``posted`` for each council the letters of its
    postcodes; ``known`` holds every word of a name.
    """

    names: Mapping[Words, Name]
    longest: Mapping[str, int]
    known: frozenset[str]
    spellings: Spellings
    postcodes: Mapping[str, Name]
    posted: Mapping[GSS, frozenset[str]]
    whole: Postcodes | None = None

    def holds(self, words: Words) -> bool:
        """Say whether some words are the name of a place, and nothing else."""
        name = self.names.get(words)
        return name is not None and not name.beside

    def resembles(self, word: str) -> bool:
        """Say whether a word is the name of a place with a slip in it."""
        near = nearest(word, self.spellings) if len(word) >= _RESEMBLING else ()
        return any(self.holds((one,)) for one in near) and not any(one in GIVEN for one in near)


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a message as typed, as mended, as guessed, and whether a stop or a comma stands before each of them.

    A guess may be another word just as well, so ``loose`` counts only inside a name of several words, and ``likely``,
    where every place it may be is of the same councils, only where a place would stand.
    """

    plain: Words
    mended: Words
    loose: Words
    likely: Words
    stops: tuple[bool, ...]
    commas: tuple[bool, ...]


def gazetteer(areas: Areas, whole: Postcodes | None = None) -> Gazetteer:
    """Make the gazetteer of the areas.

    Args:
        areas: the councils, the places and the postcode districts.
        whole: the councils of whole postcodes; without it a whole postcode has those of its district.
    """
    names: dict[Words, Name] = {}
    targets: set[str] = set()
    for called, name, official in entries(areas):
        for key in filter(None, variants(tokens(called))):
            names[key] = both(names[key], name) if key in names else name
            if (official or len("".join(key)) > LONG) and not (name.beside and called.lower() in ALSO_WORDS):
                targets.update(key)
    for key in [key for key in names if len(key) > 1]:
        joined = "".join(key)
        if len(joined) >= LONG and (joined,) not in names:
            names[(joined,)] = names[key]
            targets.add(joined)
    longest: dict[str, int] = {}
    for key in names:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Gazetteer(
        names=names,
        longest=longest,
        known=frozenset(word for key in names for word in key),
        spellings=spellings((*targets, *LOOKALIKES, *GIVEN)),
        postcodes={district.lower(): Name(gss) for district, gss in areas.postcodes.items()},
        posted=_posted(areas),
        whole=whole,
    )


def _posted(areas: Areas) -> Mapping[GSS, frozenset[str]]:
    letters: dict[GSS, set[str]] = {}
    for district, councils in areas.postcodes.items():
        for gss in councils:
            letters.setdefault(gss, set()).add(district.rstrip("0123456789"))
    return {gss: frozenset(found) for gss, found in letters.items()}


def tokens(text: str) -> Words:
    """Return the words of a name or a message, an apostrophe dropped and & written out."""
    return tuple(_plain(found) for found in _TOKEN.findall(normalise(text)))


def _plain(word: str) -> str:
    word = word.replace("'", "")
    return {"&": "and", "saint": "st"}.get(word, word)


def text_of(message: str, gazetteer: Gazetteer) -> Text:
    """Cut a message into words and mend those that are slips of names."""
    text = normalise(message)
    plain: list[str] = []
    mended: list[_Mended] = []
    stops, commas = [True], [False]
    memory: dict[str, _Mended] = {}
    last = 0
    for found in _TOKEN.finditer(text):
        if plain:
            gap = text[last : found.start()]
            stops.append(bool(_STOP.search(gap)) and not (gap == ". " and plain[-1] in _SHORTENED))
            commas.append(gap in (", ", ",", " , "))
        word = _plain(found.group())
        plain.append(word)
        mended.append(_mended(found.group(), word, gazetteer, memory))
        last = found.end()
    sure, loose, likely = zip(*mended, strict=True) if mended else ((), (), ())
    return Text(tuple(plain), sure, loose, likely, (*stops, True), (*commas, False))


def _mended(typed: str, word: str, gazetteer: Gazetteer, memory: dict[str, _Mended]) -> _Mended:
    """Return the word mended where that is sure by itself, as a guess for longer names, and as it is likely meant."""
    if word in ("n", "an"):
        return word, "and", word
    if word in gazetteer.known or word in LOOKALIKES or word in GIVEN or not word.isalpha():
        known = word in gazetteer.known or not typed.endswith("'s")
        return (word,) * 3 if known else (word[:-1],) * 3
    if typed.endswith("'s"):
        return (word[:-1],) * 3
    if word not in memory and len(memory) < MOST_MENDED:
        memory[word] = _guess(word, gazetteer)
    return memory.get(word, (word,) * 3)


def _guess(word: str, gazetteer: Gazetteer) -> _Mended:
    near = nearest(word, gazetteer.spellings)
    known = [target for target in near if target in gazetteer.known]
    if not known:
        return word, word, word
    meanings = {target: gazetteer.names[target,].councils if (target,) in gazetteer.names else () for target in known}
    different = set(meanings.values())
    here = [target for target in known if meanings[target]]
    sure = len(different) == 1 and len(known) == len(near)
    likely = (here or known)[0] if len(different - {()}) <= 1 else word
    return known[0] if sure else word, known[0], likely


def mentions(text: Text, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Give the names in a message from left to right, the longest first, none over another."""
    place = 0
    while place < len(text.plain):
        found = _postcode(text, place, gazetteer) or _name(text, place, gazetteer)
        if found is not None:
            yield found
        place = found.end if found is not None else place + 1


def _name(text: Text, start: int, gazetteer: Gazetteer) -> Mention | None:
    """Find the longest name that begins here; of equal ones the one as typed."""
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
    """Say whether a name counts wherever it stands: it has no slip, or few for its length."""
    if typed in (meant, meant + "s"):
        return True
    return len(meant) >= _SURER or (len(meant) >= _SURE and OSA.distance(typed, meant) == 1)


def _parted(text: Text, start: int, gazetteer: Gazetteer) -> Mention | None:
    """Find a name typed with a space too many, as in Clyde bank."""
    before = text.plain[start - 1] if start else "in"
    if before not in ("in", "fae", "from", "near", "at", "to", "tae", "and") or text.stops[start + 1]:
        return None
    one, other = text.plain[start : start + 2]
    name = gazetteer.names.get((one + other,)) if min(len(one), len(other)) > 2 and len(one + other) >= LONG else None
    return _mention(text, start, start + 2, name) if name is not None and not name.beside else None


def _mention(text: Text, start: int, end: int, name: Name, sure: bool = True) -> Mention:
    return Mention(start, end, name, " ".join(text.plain[start:end]), sure)


def _postcode(text: Text, start: int, gazetteer: Gazetteer) -> Mention | None:
    """Find a postcode or the first half of one."""
    words = text.plain
    match = _POSTCODE.fullmatch(words[start])
    if match is None or (start and words[start - 1] in NUMBERED):
        return None
    district, inward = match[1], match[2] or ""
    end = start + 1
    following = words[end] if end < len(words) else ""
    if not inward and _INWARD.fullmatch(following):
        inward, end = following, end + 1
    exact = gazetteer.whole.councils(district, inward) if gazetteer.whole and inward else ()
    name = Name(exact) if exact else gazetteer.postcodes.get(district)
    letters = district[: 2 if district[1].isalpha() else 1]
    if name is None and letters in POSTED_OUTSIDE and (inward or _is_half(text, start, letters)):
        name = Name()
    return Mention(start, end, name, " ".join(words[start:end])) if name is not None else None


def _is_half(text: Text, start: int, letters: str) -> bool:
    """Say whether letters and a number are half a postcode from outside Scotland, and not a form, a room or a road."""
    around = (text.plain[start - 1] if start else "", text.plain[start + 1] if start + 1 < len(text.plain) else "")
    if "postcode" in around:
        return True
    stands = text.stops[start] or around[0] in ("in", "at", "is", "to", "tae", "from", "fae")
    return stands and len(letters) == 2 and around[1] not in ("form", "forms", "visa", "letter", "benefit")
