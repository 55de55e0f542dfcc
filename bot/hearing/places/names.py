"""What the areas call their councils and places, and what each name stands for."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from bot.core.library import Areas

GSS = str
Words = tuple[str, ...]

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


@dataclass(frozen=True, slots=True)
class PlaceName:
    """What a name stands for: its councils, or none where it is outside Scotland."""

    councils: tuple[GSS, ...] = ()
    beside: frozenset[str] = frozenset()
    council: bool = False
    city: bool = False


def entries(areas: Areas) -> Iterator[tuple[str, PlaceName, bool]]:
    """Give every name with what it stands for, and whether it is the official one."""
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
    """Give the names of two councils said in one breath: North and South Lanarkshire, east or west dunbartonshire."""
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


def variants(key: Words) -> Iterator[Words]:
    """Give a name, and its other spellings where its last word ends as many names do: burgh, bridge, head."""
    yield key
    for end, others in _ENDINGS.items() if key else ():
        stem = key[-1].removesuffix(end)
        if stem != key[-1] and len(stem) >= _STEM:
            yield from ((*key[:-1], stem + other) for other in others)


def both(one: PlaceName, other: PlaceName) -> PlaceName:
    """Join what two places of one name stand for."""
    councils = tuple(dict.fromkeys((*one.councils, *other.councils)))
    beside = one.beside | other.beside if one.beside and other.beside else frozenset[str]()
    return PlaceName(councils, beside, one.council or other.council, one.city or other.city)
