"""The library with indexes from the codes in a position to the ids of the content, current and former."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from bot.core.assurance import NEEDED, Spoken
from bot.core.count_cells import LACKS
from bot.core.entry import Entry
from bot.core.flow import Node
from bot.core.library import Library
from bot.core.lifecycle import today_by_alias
from bot.core.position import MARK, NONE, Position, area_code, code, decode
from bot.core.quotations import filled

IdKind = Literal[
    "entry", "point", "flow", "service", "theme", "region", "crisis", "lack", "outside", "act", "need"
]  # what a step's code refers to
ByKind = Mapping[IdKind, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who is responsible for a copy of Signpost: a name, the link for reporting faults, and the copy's address."""

    name: str = ""
    contact: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentIndex:
    """A library with the indexes that look up its screens."""

    library: Library  # all content
    letters: Mapping[str, str]  # the letter of each screen, by its name
    pages: frozenset[str]  # the letters of the screens that show the page of an entry, or a choice that begins with one
    replies: frozenset[str]  # the letters of the screens that are made from the screen before
    subjects: Mapping[str, IdKind]  # the kind of thing that a talk is about after a screen, by the screen's letter
    ids: ByKind  # the ids of each kind of thing, by their codes
    roles: Mapping[str, str]  # the ids of roles by their codes, current and former
    areas: Mapping[str, str]  # the GSS codes of councils by their codes
    # the ids of entries and flows that a switch took off, by their codes
    withdrawn: ByKind = field(default_factory=dict)
    aliases: ByKind = field(default_factory=dict)  # current ids by former ids
    by_old_code: ByKind = field(default_factory=dict)  # current ids by the codes of former ids
    # what replaces each entry or flow that is withdrawn for good, by its id; ``""`` where nothing does
    gone: ByKind = field(default_factory=dict)
    gone_by_code: ByKind = field(default_factory=dict)  # the same by their codes
    # the most questions a walk can still ask from each node, by whether the area is known
    questions_left: Mapping[bool, Mapping[Node, int]] = field(default_factory=dict)
    # what is said aloud in other languages, if signed off, by the id of the entry
    spoken_in: Mapping[str, tuple[Spoken, ...]] = field(default_factory=dict)
    sign_offs: tuple[str, ...] = NEEDED  # the roles that have to agree before words count as signed off
    shows_content_id: bool = False  # whether the short id of the content is shown under every answer
    publisher: Publisher = Publisher()  # who is responsible for this copy of Signpost

    def words(self, key: str, **blanks: str) -> str:
        """Return one of the interface's messages with its quotes and its blanks filled in."""
        text = self.library.messages[key]
        told = filled(text, self.library).format(**blanks) if "{" in text else text
        return f"{told} ({self.local})" if key in self.library.local.messages else told

    @property
    def local(self) -> str:
        """The words that mark local content, with the name of its publisher."""
        name = self.publisher.name
        return self.library.messages["local-by"].format(publisher=name) if name else self.library.messages["local"]

    def area(self, area: str) -> str:
        """Return the GSS code for an area's code, or ``""`` if there is no such council."""
        return "" if area == NONE else self.areas.get(area, "")

    def role(self, role: str) -> str:
        """Return the id for a role's code, or ``""`` if there is no such role."""
        return "" if role == NONE else self.roles.get(role, "")

    def position(self, text: str) -> Position | None:
        """Read a position; return None if the text is not one, or has a letter that no screen has."""
        found = decode(text) if text else None
        letters = {*self.letters.values(), MARK}
        return found if found is not None and all(step.letter in letters for step in found.steps) else None

    def id_of_code(self, thing: IdKind, short: str) -> str:
        """Return the current id that a code refers to, even if it is taken off, or ``""`` if nothing has it."""
        found = (self.ids, self.withdrawn, self.by_old_code, self.gone_by_code)
        return next((ids[thing][short] for ids in found if short in ids.get(thing, {})), "")

    def id_today(self, thing: IdKind, identifier: str) -> str:
        """Return the current id for a current or former one, or ``""`` if nothing has it."""
        if identifier in self.gone.get(thing, {}):
            return identifier
        today = self.aliases.get(thing, {}).get(identifier, identifier)
        short = code.__wrapped__(today)  # it may have been typed, and what is typed is not kept
        return today if self.id_of_code(thing, short) == today else ""


def title_of(library: Library, thing: IdKind, identifier: str) -> str:
    """Return the title or the name of something of the content."""
    match thing:
        case "entry":
            return library.entries[identifier].title
        case "point":
            entry, _, point = identifier.partition("/")
            return library.entries[entry].point(point).title
        case "flow":
            return library.flows[identifier].title
        case "service":
            return library.services[identifier].name
        case "crisis":
            return library.crisis[identifier].title
        case "theme":
            return library.vocabulary.themes[identifier]
        case "region":
            return library.areas.regions[identifier]
        case "lack":
            return library.messages.get(f"lack-{identifier}", identifier)
        case "outside":
            return library.outside[identifier].title
        case "act":
            return identifier.replace("-", " ")
        case "need":
            return library.vocabulary.needs[identifier]


def ids_of(library: Library) -> dict[IdKind, Mapping[str, str]]:
    """Return the ids of each kind of thing by their codes."""
    return {
        "entry": by_code(library.entries),
        "point": by_code(f"{entry.id}/{point.id}" for entry in library.entries.values() for point in entry.points),
        "flow": by_code(library.flows),
        "service": by_code(library.services),
        "theme": by_code(library.vocabulary.themes),
        "region": by_code(library.areas.regions),
        "crisis": by_code(library.crisis),
        "lack": by_code(LACKS),
        "outside": by_code(library.outside),
        "act": by_code(library.acts),
        "need": by_code(library.vocabulary.needs),
    }


def aliases_of(library: Library) -> ByKind:
    """Return the current ids by the former ones that a button may still carry."""
    return {
        "entry": today_by_alias(library.entries.values()),
        "point": _points_by_alias(library.entries.values()),
        "flow": today_by_alias(library.flows.values()),
        "service": today_by_alias(library.services.values()),
        "theme": library.vocabulary.aliases.themes,
    }


def _points_by_alias(entries: Iterable[Entry]) -> Mapping[str, str]:
    """Return the current ids of points, with their entry's, by those they had before the entry was renamed."""
    return {
        f"{alias}/{point.id}": f"{entry.id}/{point.id}"
        for entry in entries
        for alias in entry.aliases
        for point in entry.points
    }


def roles_of(library: Library) -> Mapping[str, str]:
    """Return the roles by their current and former codes."""
    before = {code(old, 2): today for old, today in library.vocabulary.aliases.roles.items()}
    return {**before, **{code(role, 2): role for role in library.vocabulary.roles}}


def areas_of(library: Library) -> Mapping[str, str]:
    """Return the GSS codes of the councils by their codes."""
    return {area_code(gss): gss for gss in library.areas.councils}


def by_code(ids: Iterable[str]) -> Mapping[str, str]:
    """Return ids by their codes."""
    return {code(identifier): identifier for identifier in ids}


def codes(named: ByKind, taken: ByKind = MappingProxyType({})) -> ByKind:
    """Return a mapping by codes instead of ids, without the codes that are in use."""
    return {
        thing: {short: today for before, today in known.items() if (short := code(before)) not in taken.get(thing, ())}
        for thing, known in named.items()
    }
