"""Everything that a turn needs, made once from a library: its index, its screens, and what reads a message."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.core.assurance import spoken_in
from bot.core.content_index import ByKind, ContentIndex, IdKind, aliases_of, areas_of, by_code, codes, ids_of, roles_of
from bot.core.flow import questions_left
from bot.core.hearing import Listener
from bot.core.library import Library, published_numbers
from bot.core.lifecycle import not_yet
from bot.core.screens.registry import SCREENS
from bot.core.screens.screen import Screens
from bot.core.switches import Switches, switched


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(ContentIndex):
    """A library with its index, its screens, and what a message is read with."""

    screens: Screens
    hearing: Listener  # what hears messages for the library
    known_numbers: frozenset[str]  # the digits of every published number, which are not personal details
    # which words each entry, flow and service is shown with, worked out when first needed; a copy of the guide starts
    # without them
    marks: dict[tuple[IdKind, str], str] = field(default_factory=dict, init=False, compare=False, repr=False)
    # what a channel has worked out from the guide, kept as long as it; a copy starts without it
    worked_out: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)


def guide(library: Library, hearing: Listener, *, screens: Screens = SCREENS) -> Guide:
    """Make the guide of a library."""
    ids, aliases = ids_of(library), aliases_of(library)
    gone: ByKind = {"entry": library.withdrawn_entries, "flow": library.withdrawn_flows}
    return Guide(
        library=library,
        screens=screens,
        letters=screens.letters,
        pages=frozenset(screen.letter for screen in screens if screen.page),
        replies=frozenset(screen.letter for screen in screens if screen.from_before),
        subjects={screen.letter: screen.subject for screen in screens if screen.subject},
        hearing=hearing,
        ids=ids,
        roles=roles_of(library),
        areas=areas_of(library),
        known_numbers=published_numbers(library),
        aliases=aliases,
        by_old_code=codes(aliases),
        gone=gone,
        gone_by_code=codes(gone, ids),
        questions_left=questions_left(library),
        spoken_in=spoken_in(library),
    )


def with_switches(whole: Guide, switches: Switches, today: date) -> Guide:
    """Return a guide with the switches of a day applied; the same guide if no switch applies.

    The hearing stays the same: the withdrawn entries that it finds are left out when a screen is drawn.
    """
    left = switched(whole.library, switches, today)
    if left is whole.library:
        return whole
    hidden: ByKind = {
        "entry": by_code(id for id in whole.library.entries if id not in left.entries),
        "flow": by_code(id for id in whole.library.flows if id not in left.flows),
        "point": by_code(id for id in whole.ids["point"].values() if id.partition("/")[0] not in left.entries),
    }
    early = not_yet(whole.library, today)  # nobody took these off, so no screen says so
    withdrawn: ByKind = {
        thing: {each: id for each, id in known.items() if thing == "flow" or id.partition("/")[0] not in early}
        for thing, known in hidden.items()
    }
    ids = {
        thing: {each: id for each, id in known.items() if each not in hidden.get(thing, ())}
        for thing, known in whole.ids.items()
    }
    return replace(with_library(whole, left), ids=ids, withdrawn=withdrawn)


def with_library(guide: Guide, library: Library) -> Guide:
    """Return a guide that shows a changed library, with the same ids and hearing."""
    return replace(guide, library=library, questions_left=questions_left(library))
