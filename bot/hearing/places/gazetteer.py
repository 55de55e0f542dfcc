"""The names of places, indexed for looking up text as typed, including slips."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple

from bot.core.vocabulary import Areas
from bot.hearing.places.place_words import PlaceWords
from bot.hearing.places.postcodes import Postcodes
from bot.hearing.places.slips import LONG, Spellings, nearest, spellings
from bot.hearing.text import normalise

GSS = str
PlaceTokens = tuple[str, ...]

MOST_MENDED = 60  # words per message that are checked as slips of a name
_RESEMBLING = 6  # letters from which a word that is not a person's name may be a misspelt place name
_LONGEST = 4  # words in a name that the finder of people's names receives
_SIDES = frozenset(("north", "south", "east", "west", "mid"))
_ENDINGS = {
    "burgh": ("borough", "boro", "bro", "burg"),
    "bridge": ("brig",),
    "head": ("heid",),
    "house": ("hoose",),
    "mouth": ("mooth",),
    "hill": ("hull",),
    "hall": ("ha", "haw"),
}  # as people write them: Musselborough, Bonnybrig, Barrheid, Grangemooth
_STEM = 3  # letters before such an ending
TOKEN = re.compile(r"&|[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class PlaceName:
    """The meaning of a name: its councils, or none if the place is outside Scotland."""

    councils: tuple[GSS, ...] = ()
    beside: frozenset[str] = frozenset()
    council: bool = False
    city: bool = False


class MendedWord(NamedTuple):
    """A word with its slips corrected.

    ``sure`` is its meaning on its own. ``loose`` may equally be another word, and counts only inside a name of several
    words. ``likely`` is set if everything it may mean is in the same councils, and counts only in the usual
    surroundings of a place name.
    """

    sure: str
    loose: str
    likely: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All place names by their words, and the postcode districts.

    ``longest`` gives the most words that a name has for each first word, ``posted`` gives the letters of each council's
    postcodes, and ``known`` contains every word of every name.
    """

    names: Mapping[PlaceTokens, PlaceName]
    longest: Mapping[str, int]
    known: frozenset[str]
    spellings: Spellings
    postcodes: Mapping[str, PlaceName]
    posted: Mapping[GSS, frozenset[str]]
    words: PlaceWords
    whole: Postcodes | None = None

    def only_places(self) -> Iterator[str]:
        """Yield the names that are names of places and nothing else."""
        return (" ".join(key) for key, name in self.names.items() if not name.beside and len(key) <= _LONGEST)

    def resembles(self, word: str) -> bool:
        """Return whether a word is a place name with a slip in it."""
        near = nearest(word, self.spellings) if len(word) >= _RESEMBLING else ()
        names = (self.names.get((one,)) for one in near)
        return any(name and not name.beside for name in names) and self.words.given.isdisjoint(near)

    def mended(self, typed: Sequence[str]) -> list[MendedWord]:
        """Return the words of a message with their slips corrected."""
        words = [(each, plain(each)) for each in typed]
        unknown = dict.fromkeys(word for each, word in words if not self._is_known(word) and not each.endswith("'s"))
        near = {word: nearest(word, self.spellings) for word in list(unknown)[:MOST_MENDED]}
        return [self._mend(each, word, near) for each, word in words]

    def _is_known(self, word: str) -> bool:
        known = word in self.known or word in self.words.lookalikes or word in self.words.given
        return known or not word.isalpha() or word in ("n", "an")

    def _mend(self, typed: str, word: str, near: Mapping[str, PlaceTokens]) -> MendedWord:
        if word in ("n", "an"):
            return MendedWord(word, "and", word)
        if typed.endswith("'s") and word not in self.known:
            word = word[:-1]
        elif word in near:
            return self._guess(word, near[word])
        return MendedWord(word, word, word)

    def _guess(self, word: str, near: PlaceTokens) -> MendedWord:
        known = [target for target in near if target in self.known]
        if not known:
            return MendedWord(word, word, word)
        meanings = {target: self.names[target,].councils if (target,) in self.names else () for target in known}
        different = set(meanings.values())
        here = [target for target in known if meanings[target]]
        sure = len(different) == 1 and len(known) == len(near)
        likely = (here or known)[0] if len(different - {()}) <= 1 else word
        return MendedWord(known[0] if sure else word, known[0], likely)


def gazetteer(areas: Areas, words: PlaceWords, whole: Postcodes | None = None) -> Gazetteer:
    """Return the gazetteer of the areas.

    Args:
        whole: the councils of full postcodes; without it, a full postcode gets the councils of its district.
    """
    names: dict[PlaceTokens, PlaceName] = {}
    targets: set[str] = set()
    for called, name, official in _entries(areas):
        for key in filter(None, _variants(tokens(called))):
            names[key] = _both(names[key], name) if key in names else name
            if (official or len("".join(key)) > LONG) and not (name.beside and called.lower() in words.place_or_word):
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
        spellings=spellings((*targets, *words.lookalikes, *words.given)),
        postcodes={district.lower(): PlaceName(gss) for district, gss in areas.postcodes.items()},
        posted=_posted(areas),
        words=words,
        whole=whole,
    )


def _posted(areas: Areas) -> Mapping[GSS, frozenset[str]]:
    letters: dict[GSS, set[str]] = {}
    for district, councils in areas.postcodes.items():
        for gss in councils:
            letters.setdefault(gss, set()).add(district.rstrip("0123456789"))
    return {gss: frozenset(found) for gss, found in letters.items()}


def _entries(areas: Areas) -> Iterator[tuple[str, PlaceName, bool]]:
    """Yield every name with its meaning, and whether it is the official name."""
    for gss, council in areas.councils.items():
        name = PlaceName((gss,), council=True, city="City" in council.name.split())
        yield council.name, name, True
        yield from ((called, name, False) for called in council.names)
    for place in areas.places:
        several = len(place.councils) > 1
        yield place.name, PlaceName(place.councils, frozenset(place.beside), council=several), True
        yield from ((called, PlaceName(place.councils, council=several), False) for called in place.names)
    yield from _pairs(areas)
    yield from ((called, PlaceName(), True) for called in areas.outside)


def _pairs(areas: Areas) -> Iterator[tuple[str, PlaceName, bool]]:
    """Yield names of two councils given together, such as North and South Lanarkshire, east or west dunbartonshire."""
    sides: dict[str, dict[str, GSS]] = {}
    for gss, council in areas.councils.items():
        for called in (council.name, *council.names):
            side, _, rest = called.lower().partition(" ")
            if side in _SIDES and rest:
                sides.setdefault(rest, {})[side] = gss
    for rest, found in sides.items():
        for (one, first), (other, second) in permutations(found.items(), 2):
            name = PlaceName((first, second), council=True)
            yield from ((f"{one} {joined} {other} {rest}", name, False) for joined in ("and", "or"))


def _variants(key: PlaceTokens) -> Iterator[PlaceTokens]:
    """Yield a name, and its other spellings if its last word has a common ending: burgh, bridge, head."""
    yield key
    for end, others in _ENDINGS.items() if key else ():
        stem = key[-1].removesuffix(end)
        if stem != key[-1] and len(stem) >= _STEM:
            yield from ((*key[:-1], stem + other) for other in others)


def _both(one: PlaceName, other: PlaceName) -> PlaceName:
    """Return the combined meaning of two places with the same name."""
    councils = tuple(dict.fromkeys((*one.councils, *other.councils)))
    beside = one.beside | other.beside if one.beside and other.beside else frozenset[str]()
    return PlaceName(councils, beside, one.council or other.council, one.city or other.city)


def tokens(text: str) -> PlaceTokens:
    """Return the words of a name or a message, without apostrophes and with & written out."""
    return tuple(plain(found) for found in TOKEN.findall(normalise(text)))


def plain(word: str) -> str:
    """Return a word as names spell it: without an apostrophe, with & written out, and with saint shortened."""
    word = word.replace("'", "")
    return {"&": "and", "saint": "st"}.get(word, word)
