"""Everything that a turn looks things up in, made once from a library."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from bot.core.assurance import NEEDED
from bot.core.count_cells import LACKS
from bot.core.library import Library
from bot.core.lifecycle import today_by_alias
from bot.core.position import NONE, Kind, Position, Step, area_code, code
from bot.core.quoting import filled
from bot.core.switches import Switches, switched
from bot.core.unmet_needs import vocabulary
from bot.hearing.details.detail_finder import DetailFinder
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.places.gazetteer import Gazetteer, gazetteer
from bot.hearing.places.place_words import PlaceWords
from bot.hearing.places.postcodes import Postcodes

_ByKind = Mapping[Kind, Mapping[str, str]]
_OF_ENTRIES = (Kind.ENTRY, Kind.MORE, Kind.NEARBY, Kind.NOT_THIS)


@dataclass(frozen=True, slots=True)
class Guide:
    """A library with its matcher, its places and the way back from codes to ids.

    ``ids`` gives for each kind of step the ids by their codes; kinds that show nothing of the content are not in it.
    ``withdrawn`` gives in the same way those of entries and flows that a switch took off, and ``aliases`` the ids of
    today by those that things had before. ``gone`` gives by its id, and ``gone_by_code`` by its code, what stands in
    the place of what is withdrawn for good, or ``""``.
    """

    library: Library
    matcher: Matcher
    gazetteer: Gazetteer
    details: DetailFinder
    ids: Mapping[Kind, Mapping[str, str]]
    roles: Mapping[str, str]
    areas: Mapping[str, str]
    known_numbers: frozenset[str]
    withdrawn: Mapping[Kind, Mapping[str, str]] = field(default_factory=dict)
    aliases: Mapping[Kind, Mapping[str, str]] = field(default_factory=dict)
    by_old_code: Mapping[Kind, Mapping[str, str]] = field(default_factory=dict)
    gone: Mapping[Kind, Mapping[str, str]] = field(default_factory=dict)
    gone_by_code: Mapping[Kind, Mapping[str, str]] = field(default_factory=dict)
    counted_words: frozenset[str] = frozenset()  # the closed vocabulary of what is lacking
    sign_offs: tuple[str, ...] = NEEDED  # the roles that have to agree before words count as signed off
    shows_content_id: bool = False  # whether the short id of the content stands under every answer

    def words(self, key: str, **blanks: str) -> str:
        """Return one of the interface's messages with its quotes and its blanks filled in."""
        text = self.library.messages[key]
        return filled(text, self.library).format(**blanks) if "{" in text else text

    def area(self, area: str) -> str:
        """Return the GSS code of an area's code, or ``""`` where there is no such council."""
        return "" if area == NONE else self.areas.get(area, "")

    def role(self, role: str) -> str:
        """Return the id of a role's code, or ``""`` where there is no such role."""
        return "" if role == NONE else self.roles.get(role, "")

    def known(self, kind: Kind, short: str) -> str:
        """Return the id of today that a code stands for, taken off or not, or ``""`` where nothing has it."""
        found = (self.ids, self.withdrawn, self.by_old_code, self.gone_by_code)
        return next((ids[kind][short] for ids in found if short in ids.get(kind, {})), "")

    def named(self, kind: Kind, identifier: str) -> str:
        """Return the id of today for one of today or from before, or ``""`` where nothing has it."""
        if identifier in self.gone.get(kind, {}):
            return identifier
        today = self.aliases.get(kind, {}).get(identifier, identifier)
        return today if self.known(kind, code(today)) == today else ""

    def current(self, position: Position) -> Position:
        """Return a position with the codes of today for those that its screens and its role had before."""
        role = (
            "" if position.role == NONE else self.roles.get(position.role, "")
        )  # not a look at it: no screen depends on it
        steps = tuple(map(self._step_today, position.steps))
        return replace(position, steps=steps, role=code(role, 2) if role else position.role)

    def in_place(self, step: Step) -> Step:
        """Return the step to what stands in the place of something withdrawn for good; any other step as it is."""
        instead = self.gone_by_code.get(step.kind, {}).get(step.code)
        return Step(step.kind, code(instead)) if instead else step

    def _step_today(self, step: Step) -> Step:
        old = self.by_old_code.get(step.kind, {}).get(step.code)
        return step if old is None else Step(step.kind, code(old))


def guide(
    library: Library,
    encoder: Encoder | None = None,
    postcodes: Postcodes | None = None,
    *,
    matcher: Matcher | None = None,
) -> Guide:
    """Make the guide of a library.

    Args:
        library: all content.
        encoder: what finds by meaning; without it, words and letters alone decide.
        postcodes: the councils of whole postcodes; without it a whole postcode has those of its district.
        matcher: one that was made before of the same topics, which takes longest to make.
    """
    ids = _ids(library)
    aliases = _aliases(library)
    gone = {**dict.fromkeys(_OF_ENTRIES, library.withdrawn_entries), Kind.FLOW: library.withdrawn_flows}
    known_numbers = _numbers(library)
    places = gazetteer(library.areas, PlaceWords.load(), postcodes)
    lexicon = Lexicon.load()
    return Guide(
        library=library,
        matcher=matcher or Matcher(library, encoder),
        gazetteer=places,
        details=DetailFinder(lexicon.with_places(places), known_numbers),
        ids=ids,
        roles=_roles(library),
        areas={area_code(gss): gss for gss in library.areas.councils},
        known_numbers=known_numbers,
        aliases=aliases,
        by_old_code=_codes(aliases),
        gone=gone,
        gone_by_code=_codes(gone, ids),
        counted_words=vocabulary(library, lexicon),
    )


def _ids(library: Library) -> _ByKind:
    """Return the ids of the content by their codes, for each kind of step."""
    return {
        **dict.fromkeys(_OF_ENTRIES, _by_code(library.entries)),
        Kind.FLOW: _by_code(library.flows),
        **dict.fromkeys((Kind.SERVICE, Kind.HAND_OVER), _by_code(library.services)),
        Kind.THEME: _by_code(library.vocabulary.themes),
        Kind.REGION: _by_code(library.areas.regions),
        Kind.CRISIS: _by_code(library.crisis),
        Kind.LACK: _by_code(LACKS),
    }


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


def _codes(named: _ByKind, taken: _ByKind = MappingProxyType({})) -> _ByKind:
    """Return what is named by ids, by their codes, without the codes that are taken."""
    return {
        kind: {short: today for before, today in known.items() if (short := code(before)) not in taken.get(kind, ())}
        for kind, known in named.items()
    }


def _aliases(library: Library) -> Mapping[Kind, Mapping[str, str]]:
    """Return the ids of today by those that things had before, where a button may still carry them."""
    services = today_by_alias(library.services.values())
    return {
        **dict.fromkeys(_OF_ENTRIES, today_by_alias(library.entries.values())),
        Kind.FLOW: today_by_alias(library.flows.values()),
        **dict.fromkeys((Kind.SERVICE, Kind.HAND_OVER), services),
        Kind.THEME: library.vocabulary.aliases.themes,
    }


def _roles(library: Library) -> Mapping[str, str]:
    """Return the roles by their codes, those of today and those from before."""
    before = {code(old, 2): today for old, today in library.vocabulary.aliases.roles.items()}
    return {**before, **{code(role, 2): role for role in library.vocabulary.roles}}


def _by_code(ids: Iterable[str]) -> Mapping[str, str]:
    return {code(identifier): identifier for identifier in ids}


def _numbers(library: Library) -> frozenset[str]:
    """Collect the digits of every published number, which are nobody's personal details."""
    phones = (p.number for s in library.services.values() for p in s.phones)
    texts = (s.text for s in library.services.values() if s.text)
    cards = (c.number for card in library.crisis.values() for c in card.contacts)
    return frozenset("".join(filter(str.isdigit, number)) for number in (*phones, *texts, *cards))
