"""Everything that a turn looks things up in, made once from a library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.core.library import Library
from bot.core.matching.matcher import Matcher
from bot.core.matching.meaning import Encoder
from bot.core.place_postcodes import Postcodes
from bot.core.places import Gazetteer, gazetteer
from bot.core.position import NONE, Kind, area_code, code
from bot.core.quoting import filled
from bot.core.switches import Switches, switched

_OF_ENTRIES = (Kind.ENTRY, Kind.MORE, Kind.NEARBY, Kind.NOT_THIS)


@dataclass(frozen=True, slots=True)
class Guide:
    """A library with its matcher, its places and the way back from codes to ids.

    ``ids`` gives for each kind of step the ids by their codes; kinds that show nothing of the content are not in it.
    ``withdrawn`` gives in the same way those of entries and flows that a switch took off.
    """

    library: Library
    matcher: Matcher
    gazetteer: Gazetteer
    ids: Mapping[Kind, Mapping[str, str]]
    roles: Mapping[str, str]
    areas: Mapping[str, str]
    known_numbers: frozenset[str]
    withdrawn: Mapping[Kind, Mapping[str, str]] = field(default_factory=dict)

    def words(self, key: str, **blanks: str) -> str:
        """Return one of the interface's messages with its quotes and its blanks filled in."""
        return filled(self.library.messages[key], self.library).format(**blanks)

    def area(self, area: str) -> str:
        """Return the GSS code of an area's code, or ``""`` where there is no such council."""
        return "" if area == NONE else self.areas.get(area, "")

    def role(self, role: str) -> str:
        """Return the id of a role's code, or ``""`` where there is no such role."""
        return "" if role == NONE else self.roles.get(role, "")


def guide(library: Library, encoder: Encoder | None = None, postcodes: Postcodes | None = None) -> Guide:
    """Make the guide of a library.

    Args:
        library: all content.
        encoder: what finds by meaning; without it, words and letters alone decide.
        postcodes: the councils of whole postcodes; without it a whole postcode has those of its district.
    """
    ids: dict[Kind, Mapping[str, str]] = {
        **dict.fromkeys(_OF_ENTRIES, _by_code(library.entries)),
        Kind.FLOW: _by_code(library.flows),
        **dict.fromkeys((Kind.SERVICE, Kind.HAND_OVER), _by_code(library.services)),
        Kind.THEME: _by_code(library.vocabulary.themes),
        Kind.REGION: _by_code(library.areas.regions),
        Kind.CRISIS: _by_code(library.crisis),
    }
    return Guide(
        library=library,
        matcher=Matcher(library, encoder),
        gazetteer=gazetteer(library.areas, postcodes),
        ids=ids,
        roles={code(role, 2): role for role in library.vocabulary.roles},
        areas={area_code(gss): gss for gss in library.areas.councils},
        known_numbers=_numbers(library),
    )


def with_switches(whole: Guide, switches: Switches, today: date) -> Guide:
    """Return the guide as it is with the switches that hold on a day; the same one where none does.

    The matcher stays as it is: what it finds of what is withdrawn is left out when a screen is drawn.

    Args:
        whole: the guide of all content.
        switches: what is taken off.
        today: the day it is in Scotland.
    """
    left = switched(whole.library, switches, today)
    if left is whole.library:
        return whole
    entries = _by_code(id for id in whole.library.entries if id not in left.entries)
    flows = _by_code(id for id in whole.library.flows if id not in left.flows)
    withdrawn = {**dict.fromkeys(_OF_ENTRIES, entries), Kind.FLOW: flows}
    ids = {
        kind: {each: id for each, id in known.items() if each not in withdrawn.get(kind, ())}
        for kind, known in whole.ids.items()
    }
    return replace(whole, library=left, ids=ids, withdrawn=withdrawn)


def _by_code(ids: Iterable[str]) -> Mapping[str, str]:
    return {code(identifier): identifier for identifier in ids}


def _numbers(library: Library) -> frozenset[str]:
    """Collect the digits of every published number, which are nobody's personal details."""
    phones = (p.number for s in library.services.values() for p in s.phones)
    texts = (s.text for s in library.services.values() if s.text)
    cards = (c.number for card in library.crisis.values() for c in card.contacts)
    return frozenset("".join(filter(str.isdigit, number)) for number in (*phones, *texts, *cards))
