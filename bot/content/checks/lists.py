"""Lists of services: in which areas one differs, and how long its screens can be at most, without drawing them all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nlargest

from bot.content.checks.limits import MOST_UNITS, units
from bot.content.checks.longest import LATEST, Longest
from bot.core.directory import SHOWN, Search, Standings, choose
from bot.core.guide import Guide
from bot.core.library import SCOTLAND, Entry, Outcome, Service
from bot.core.position import NONE, area_code
from bot.core.reply import Block, Mark, Reply

_OF_ONE = ("hours", "from-area", "checked", "who-for")  # the labels of what is said of one service


def areas(guide: Guide, thing: Entry | Outcome) -> Iterator[tuple[str, str]]:
    """Yield the codes of no area, and of one council for each list of services that it may have, with its name.

    The council is the one with the longest name, which stands on the screen.
    """
    local = [service for service in _fitting(guide, thing) if SCOTLAND not in service.areas]
    seen: set[tuple[str, ...]] = set()
    yield NONE, ""
    for gss, council in sorted(guide.library.areas.councils.items(), key=lambda pair: -len(pair[1].name)):
        reaching = tuple(service.id for service in local if gss in service.areas)
        if reaching not in seen:
            seen.add(reaching)
            yield area_code(gss), f" in {council.name}"


def _fitting(guide: Guide, thing: Entry | Outcome) -> Iterator[Service]:
    needs, named = set(thing.needs), set(thing.services)
    return (s for s in guide.library.services.values() if s.id in named or needs.intersection(s.needs))


class Room:
    """How much room services take on a screen.

    Args:
        guide: the content.
        longest: what draws the screens.
    """

    def __init__(self, guide: Guide, longest: Longest) -> None:
        self._guide, self._longest = guide, longest
        self._of_one = frozenset(guide.words(key) for key in _OF_ONE)
        self._lengths: dict[tuple[Search, tuple[str, ...], tuple[str, ...]], int] = {}
        self._stands = Standings(guide.library, Search(now=LATEST))
        self._frame = units(longest.page(()))
        services = guide.library.services
        self.pages = {id: longest.page((service,)) for id, service in services.items()}
        self._alone = {id: units(page) - self._frame for id, page in self.pages.items()}
        name = max((council.name for council in guide.library.areas.councils.values()), key=len)
        beside = (guide.words("ask-whether-it-takes", area=name), guide.words("from-area"))
        small = max(
            (guide.words(key, button=guide.words("button-away")) for key in ("near-small", "near-one")), key=len
        )
        notes = (guide.words("in-area", area=name), guide.words("near-none"), small, *beside * SHOWN)
        self._notes = units(Reply(tuple(Block(Mark.NOTICE, note) for note in ("and", *notes))))

    def may_be_too_long(self, reply: Reply, thing: Entry | Outcome) -> bool:
        """Say whether a list that was drawn in one area may be too long in another, for whomever.

        Args:
            reply: the screen in one area, with other services than it may have elsewhere.
            thing: what the list is for.
        """
        people = self._guide.library.vocabulary.person_to_phone
        ids = {*people, *(service.id for service in _fitting(self._guide, thing))}
        return self._beside(reply) + self._most(ids) > MOST_UNITS

    def may_be_too_long_for(self, reply: Reply, thing: Entry | Outcome, area: str, who: frozenset[str]) -> bool:
        """Say whether a list that was drawn in one area may be too long for one person in another.

        Args:
            reply: as before.
            thing: as before.
            area: the GSS code of the other area, or ``""``.
            who: what is known of the person.
        """
        return self._beside(reply) + self._first(Search(area, who, LATEST), thing.services, thing.needs) > MOST_UNITS

    def _first(self, search: Search, named: tuple[str, ...], needs: tuple[str, ...]) -> int:
        """Return how long the services are that stand first in a list."""
        if (search, named, needs) not in self._lengths:
            found = choose(self._guide.library, search, named=named, needs=needs, stands=self._stands)
            self._lengths[search, named, needs] = sum(self._alone[service.id] for service in found[:SHOWN])
        return self._lengths[search, named, needs]

    def _beside(self, reply: Reply) -> int:
        """Return how long all is at most that may stand beside the services."""
        rest = (block for block in reply.blocks if block.mark is not Mark.CONTACT and block.label not in self._of_one)
        return units(replace(reply, blocks=tuple(rest))) + self._notes

    def no_page_too_long(self) -> bool:
        """Say whether the screens on which long lists go on keep the limit, whatever three services they hold."""
        return self._frame + self._most(self._alone) <= MOST_UNITS

    def long_pages(self, services: Sequence[Service]) -> Iterator[tuple[str, Reply]]:
        """Yield the screens after a list's first that may be too long, each with the id of its longest service."""
        for start in range(SHOWN, len(services), SHOWN):
            ids = [service.id for service in services[start : start + SHOWN]]
            if self._frame + self._most(ids) > MOST_UNITS:
                yield max(ids, key=self._alone.__getitem__), self._longest.page(services, start)

    def _most(self, ids: Iterable[str]) -> int:
        """Return what the longest three take, each with the note of its own that three share."""
        return sum(nlargest(SHOWN, (self._alone[id] for id in ids)))
