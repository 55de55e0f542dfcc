"""A message's places: which of the 32 councils it speaks of, or that it speaks of somewhere outside Scotland."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.library import Areas
from bot.core.text import normalise, words

GSS = str


@dataclass(frozen=True, slots=True)
class Places:
    """What a message says of places: the councils, or that it is outside Scotland, and the words that said so."""

    councils: tuple[GSS, ...] = ()
    outside: bool = False
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    councils: tuple[GSS, ...]
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All names of places, made ready for look-up."""

    names: Mapping[tuple[str, ...], _Name]
    longest: int


def gazetteer(areas: Areas) -> Gazetteer:
    """Make the gazetteer of the areas."""
    names: dict[tuple[str, ...], _Name] = {}
    for name in areas.outside:
        names[words(normalise(name))] = _Name((), frozenset())
    for place in areas.places:
        for name in (place.name, *place.names):
            names[words(normalise(name))] = _Name(place.councils, frozenset(place.beside))
    for gss, council in areas.councils.items():
        for name in (council.name, *council.names):
            names[words(normalise(name))] = _Name((gss,), frozenset())
    return Gazetteer(names, max(map(len, names)))


def read(message: str, gazetteer: Gazetteer) -> Places:
    """Read the places that a message speaks of."""
    tokens = words(normalise(message))
    councils: list[GSS] = []
    because: list[str] = []
    outside = False
    at = 0
    while at < len(tokens):
        for length in range(gazetteer.longest, 0, -1):
            found = gazetteer.names.get(tokens[at : at + length])
            if found is not None and (not found.beside or (at and tokens[at - 1] in found.beside)):
                councils += [gss for gss in found.councils if gss not in councils]
                outside = outside or not found.councils
                because.append(" ".join(tokens[at : at + length]))
                at += length - 1
                break
        at += 1
    return Places(tuple(councils), outside and not councils, tuple(because))
