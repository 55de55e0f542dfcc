"""The parts of an answer's address that say what a message asked of the directory.

They are codes of ids of the content and places in closed lists, so that an address holds nothing that was typed.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar, get_args

from bot.core.directory_list import FILTERS
from bot.core.guide import Guide
from bot.core.hearing import AskedFor, Attribute, HeardDirectory
from bot.core.library import stems_of
from bot.core.position import ALPHABET, code

_Each = TypeVar("_Each", bound=str)
_ATTRIBUTES: tuple[Attribute, ...] = get_args(Attribute)  # the places in these lists never change
_TIMES: tuple[AskedFor, ...] = get_args(AskedFor)
_WHO = ("woman", "man", "under-16", "16-or-17", "adult", "non-binary")
_HALF = 6  # bits of a character
_MARKS = 6  # characters


def parts(asked: HeardDirectory) -> Iterator[str]:
    """Yield the parts of an address for what is asked of the directory.

    g is followed by what is asked about a service, the hours, the person, how clearly it asks, and the filters; v is
    for services, h for needs, b for the stems by which services for one need are told apart.
    """
    filters = _bits(each in asked.filters for each in FILTERS)
    places = (
        _ATTRIBUTES.index(asked.attribute),
        _TIMES.index(asked.at),
        _bits(each in asked.who for each in _WHO),
        _bits((asked.placed, asked.leads, asked.sure)),
        filters >> _HALF,
        filters % (1 << _HALF),
    )
    yield "g" + "".join(ALPHABET[place] for place in places)
    for letter, ids in (("v", asked.services), ("h", asked.needs), ("b", sorted(asked.words))):
        if ids:
            yield letter + "".join(map(code, ids))


def read(guide: Guide, given: Mapping[str, str]) -> HeardDirectory | None:
    """Return what the parts of an address ask of the directory, or None where they ask nothing.

    Args:
        guide: the library with its index and its screens.
        given: the parts by their letters; any text is safe.
    """
    marks = [ALPHABET.find(character) for character in given.get("g", "")]
    if len(marks) != _MARKS or marks[0] >= len(_ATTRIBUTES) or marks[1] >= len(_TIMES):
        return None
    attribute, time, who, clear, high, low = marks
    placed, leads, sure = (bool(clear >> at & 1) for at in range(3))
    stems = {code(stem): stem for stem in stems_of(guide.library)} if "b" in given else {}
    return HeardDirectory(
        services=_known(guide.ids["service"], given.get("v", "")),
        needs=_known(guide.ids["need"], given.get("h", "")),
        attribute=_ATTRIBUTES[attribute],
        filters=_those_of(FILTERS, (high << _HALF) + low),
        at=_TIMES[time],
        who=_those_of(_WHO, who),
        words=frozenset(_known(stems, given.get("b", ""))),
        placed=placed,
        leads=leads,
        sure=sure,
    )


def _bits(marks: Iterable[bool]) -> int:
    return sum(1 << at for at, on in enumerate(marks) if on)


def _those_of(all_: tuple[_Each, ...], bits: int) -> frozenset[_Each]:
    return frozenset(each for at, each in enumerate(all_) if bits >> at & 1)


def _known(ids: Mapping[str, str], codes: str) -> tuple[str, ...]:
    """Return what has these codes, each once; what is gone is passed over."""
    return tuple(dict.fromkeys(ids[each] for at in range(0, len(codes), 4) if (each := codes[at : at + 4]) in ids))
