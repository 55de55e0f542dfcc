"""Everything that a turn needs, made once from a library: its index, its screens, and what reads a message."""

from dataclasses import dataclass, replace
from datetime import date

from bot.core.content_index import ByThing, ContentIndex, aliases_of, areas_of, by_code, codes, ids_of, roles_of
from bot.core.library import Library
from bot.core.screens.registry import SCREENS
from bot.core.screens.screen import Screens
from bot.core.switches import Switches, switched
from bot.core.unmet_needs import vocabulary
from bot.hearing.details.detail_finder import DetailFinder
from bot.hearing.details.lexicon import Lexicon
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.places.gazetteer import Gazetteer, gazetteer
from bot.hearing.places.place_words import PlaceWords
from bot.hearing.places.postcodes import Postcodes


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide(ContentIndex):
    """A library with its index, its screens, and what a message is read with.

    Attributes:
        screens: the screens that there are.
        matcher: finds the entry for a message.
        gazetteer: finds the councils of a place.
        details: finds personal details.
        known_numbers: the digits of every published number, which are nobody's personal details.
        counted_words: the closed vocabulary of what is lacking.
    """

    screens: Screens
    matcher: Matcher
    gazetteer: Gazetteer
    details: DetailFinder
    known_numbers: frozenset[str]
    counted_words: frozenset[str] = frozenset()


def guide(
    library: Library,
    encoder: Encoder | None = None,
    postcodes: Postcodes | None = None,
    *,
    matcher: Matcher | None = None,
    screens: Screens = SCREENS,
) -> Guide:
    """Make the guide of a library.

    Args:
        library: all content.
        encoder: what finds by meaning; without it, words and letters alone decide.
        postcodes: the councils of whole postcodes; without it a whole postcode has those of its district.
        matcher: one that was made before of the same topics, which takes longest to make.
        screens: the screens that there are.
    """
    ids, aliases = ids_of(library), aliases_of(library)
    known_numbers = _numbers(library)
    places = gazetteer(library.areas, PlaceWords.load(), postcodes)
    lexicon = Lexicon.load()
    gone: ByThing = {"entry": library.withdrawn_entries, "flow": library.withdrawn_flows}
    return Guide(
        library=library,
        screens=screens,
        letters=screens.letters,
        matcher=matcher or Matcher(library, encoder),
        gazetteer=places,
        details=DetailFinder(lexicon.with_places(places), known_numbers),
        ids=ids,
        roles=roles_of(library),
        areas=areas_of(library),
        known_numbers=known_numbers,
        aliases=aliases,
        by_old_code=codes(aliases),
        gone=gone,
        gone_by_code=codes(gone, ids),
        counted_words=vocabulary(library, lexicon),
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
    withdrawn: ByThing = {
        "entry": by_code(id for id in whole.library.entries if id not in left.entries),
        "flow": by_code(id for id in whole.library.flows if id not in left.flows),
    }
    ids = {
        thing: {each: id for each, id in known.items() if each not in withdrawn.get(thing, ())}
        for thing, known in whole.ids.items()
    }
    return replace(whole, library=left, ids=ids, withdrawn=withdrawn)


def _numbers(library: Library) -> frozenset[str]:
    """Return the digits of every published number."""
    phones = (p.number for s in library.services.values() for p in s.phones)
    texts = (s.text for s in library.services.values() if s.text)
    cards = (c.number for card in library.crisis.values() for c in card.contacts)
    return frozenset("".join(filter(str.isdigit, number)) for number in (*phones, *texts, *cards))
