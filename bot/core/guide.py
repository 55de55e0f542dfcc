"""Everything that a turn looks things up in, made once from a library."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bot.core.library import Library
from bot.core.matcher import LexicalMatcher, Matcher
from bot.core.places import Gazetteer, gazetteer
from bot.core.position import NONE, Kind, area_code, code
from bot.core.quoting import filled


@dataclass(frozen=True, slots=True)
class Guide:
    """A library with its matcher, its places and the way back from codes to ids.

    ``ids`` gives for each kind of step the ids by their codes; kinds that show nothing of the content are not in it.
    """

    library: Library
    matcher: Matcher
    gazetteer: Gazetteer
    ids: Mapping[Kind, Mapping[str, str]]
    roles: Mapping[str, str]
    areas: Mapping[str, str]
    known_numbers: frozenset[str]

    def words(self, key: str, **blanks: str) -> str:
        """Return one of the interface's messages with its quotes and its blanks filled in."""
        return filled(self.library.messages[key], self.library).format(**blanks)

    def area(self, area: str) -> str:
        """Return the GSS code of an area's code, or ``""`` where there is no such council."""
        return "" if area == NONE else self.areas.get(area, "")

    def role(self, role: str) -> str:
        """Return the id of a role's code, or ``""`` where there is no such role."""
        return "" if role == NONE else self.roles.get(role, "")


def guide(library: Library, matcher: Callable[[Library], Matcher] = LexicalMatcher) -> Guide:
    """Make the guide of a library.

    Args:
        library: all content.
        matcher: what makes the matcher; the lexical one unless told otherwise.
    """
    entries, flows = _by_code(library.entries), _by_code(library.flows)
    ids: dict[Kind, Mapping[str, str]] = {
        **dict.fromkeys((Kind.ENTRY, Kind.MORE, Kind.NEARBY, Kind.NOT_THIS), entries),
        Kind.FLOW: flows,
        Kind.SERVICE: _by_code(library.services),
        Kind.THEME: _by_code(library.vocabulary.themes),
        Kind.REGION: _by_code(library.areas.regions),
        Kind.CRISIS: _by_code(library.crisis),
    }
    return Guide(
        library=library,
        matcher=matcher(library),
        gazetteer=gazetteer(library.areas),
        ids=ids,
        roles={code(role, 2): role for role in library.vocabulary.roles},
        areas={area_code(gss): gss for gss in library.areas.councils},
        known_numbers=_numbers(library),
    )


def _by_code(ids: Iterable[str]) -> Mapping[str, str]:
    return {code(identifier): identifier for identifier in ids}


def _numbers(library: Library) -> frozenset[str]:
    """Collect the digits of every published number, which are nobody's personal details."""
    phones = (p.number for s in library.services.values() for p in s.phones)
    texts = (s.text for s in library.services.values() if s.text)
    cards = (c.number for card in library.crisis.values() for c in card.contacts)
    return frozenset("".join(filter(str.isdigit, number)) for number in (*phones, *texts, *cards))
