"""Draw screens at their longest, and find the ways to every step and every list of services."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from heapq import nlargest

from bot.content.rules.screen_limits import MOST_UNITS, units
from bot.core import flow as flows
from bot.core.directory import SHOWN, Search, SearchRanking, choose
from bot.core.entry import Entry
from bot.core.flow import Node, Walk
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import NONE, Position, Step, area_code, area_response, response
from bot.core.reply import Block, Mark, MessageFinding, Reply
from bot.core.screens import finding
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from bot.core.screens.scene import Scene
from bot.core.screens.service_lists import more_services
from bot.core.service import SCOTLAND, Service
from bot.core.steps import Outcome, Who

LATEST = datetime(2999, 9, 11, 12, tzinfo=UTC)  # everything is overdue by then, and no day has a longer name
NIGHT = datetime(2026, 12, 27, 3, tzinfo=UTC)  # between bank holidays, when most services are closed
_DAY, _TIME = "Wednesday 30 September", "10.45am"  # the longest text about hours
_GONE = step_to("theme")  # leads nowhere, so the screen says that something is gone
_KIND = "kind-"


class LongestScreens:
    """Draws screens as answers to a message that has every kind of personal detail, is cut, and interrupts a walk."""

    def __init__(self, guide: Guide) -> None:
        library = guide.library
        self._guide = guide
        self._scene = Scene(guide, Position((step_to("topics"),)), LATEST)
        kinds = tuple(key.removeprefix(_KIND) for key in library.messages if key.startswith(_KIND))
        self._notices = finding.notices(guide, kinds, cut=True)
        self._timed = frozenset(service.name for service in library.services.values() if service.schedules)
        self._hours = Block(Mark.SMALL, _longest_hours(guide), guide.words("hours"))
        self._nudge = max(library.language, key=lambda id: len(library.language[id].nudge), default="")
        self._message = MessageFinding(
            base=Position(),
            tier="not-covered",
            caution=next(iter(library.crisis), ""),
            kinds=kinds,
            cut=True,
            walk=Position((step_to("flow", library.vocabulary.start_flows[0]),)),
        )

    def screen(self, position: Position) -> Reply:
        """Return the screen of a position; any can be the answer to a message that names a place."""
        return self._drawn(position, LATEST)

    def card(self, position: Position) -> Reply:
        """Return the card of a service at night, with the service to use while it is closed."""
        return self._drawn(position, NIGHT)

    def page(self, services: Sequence[Service], start: int = 0) -> Reply:
        """Return a later screen of a list of services, as ``screen`` does."""
        reply = more_services(self._scene, services, start)
        moved = Block(Mark.NOTICE, self._scene.words("moved"))
        return self._with_hours(replace(reply, blocks=(*self._notices, moved, *reply.blocks)))

    def answer(self, entry: Entry, role: str) -> Reply:
        """Return an entry as the answer to a message, with a better word."""
        message = replace(self._message, base=Position(role=role), tier="answer", entries=(entry.id,))
        return self._replies(replace(message, nudge=self._nudge))[0]

    def danger(self, card: str) -> Reply:
        """Return a crisis card, by its id, as a message raises it, in the area where it has most numbers."""
        its = self._guide.hearing.danger.cards[card]
        areas = [area for contact in its.contacts for area in contact.areas]
        most = max(areas, key=lambda area: len(its.contacts_in(area)), default="")
        base = Position(area=area_code(most)) if most in self._guide.library.areas.councils else Position()
        return self._replies(replace(self._message, base=base, card=card))[0]

    def suggestions(self) -> Reply:
        """Return the entries with the longest titles as suggestions."""
        entries = self._guide.library.entries
        longest = sorted(entries, key=lambda id: len(entries[id].title))[-3:]
        return self._replies(replace(self._message, tier="suggestions", entries=tuple(longest)))[0]

    def not_covered(self) -> Reply:
        return self._replies(self._message)[0]

    def not_ours(self, kind: str) -> Reply:
        """Return the answer to a kind of message that the guidance leaves to others, by its id."""
        return self._replies(replace(self._message, not_ours=kind))[0]

    def which_area(self) -> Reply:
        """Return the question that asks which council a place is in, with all councils."""
        return self._replies(replace(self._message, councils=tuple(self._guide.library.areas.councils)))[1]

    def outside(self) -> Reply:
        return self._replies(replace(self._message, outside=True))[1]

    def _drawn(self, position: Position, now: datetime) -> Reply:
        changed = replace(position, steps=(_GONE, *position.steps))
        return self._with_hours(finding.noticing(draw(self._guide, changed, now), self._notices))

    def _with_hours(self, reply: Reply) -> Reply:
        """Add the longest text about hours to every service with known hours."""
        blocks: list[Block] = []
        for block in reply.blocks:
            timed = block.mark is Mark.CONTACT and block.label in self._timed
            blocks += (block, self._hours) if timed else (block,)
        return replace(reply, blocks=tuple(blocks))

    def _replies(self, message: MessageFinding) -> tuple[Reply, ...]:
        return finding.replies(self._guide, message, LATEST)


def _longest_hours(guide: Guide) -> str:
    """Return the longest text about a service's hours: part of a service, closed, with a holiday before it opens."""
    library = guide.library
    parts = (schedule.description for service in library.services.values() for schedule in service.schedules)
    holiday = max((holiday.name for holiday in library.holidays.days), key=len)
    shut = guide.words("hours-shut", day=_DAY, time=_TIME)
    then = guide.words("hours-holiday-then", state=shut, holiday=holiday)
    part = max(parts, key=len, default="")
    return guide.words("hours-of-part", part=part, state=then) if part else then


def questions(library: Library) -> Iterator[tuple[Node, tuple[Step, ...]]]:
    """Yield each question with a trail to it; an area question also with each region opened."""
    for node, trails in _trails(library).items():
        asked = flows.question_at(library, node)
        if asked is not None:
            trail = trails[0].steps
            yield node, trail
            if asked.type == "area":
                yield from ((node, (*trail, step_to("region", region))) for region in library.areas.regions)


def outcomes(library: Library) -> Iterator[tuple[Outcome, Sequence[Walk]]]:
    """Yield each outcome with a walk to it for each kind of person who may reach it."""
    for node, walks in _trails(library).items():
        end = flows.outcome_at(library, node)
        if end is not None:
            yield end, walks


def _trails(library: Library) -> Mapping[Node, list[Walk]]:
    found: dict[Node, list[Walk]] = {}
    starts = (Walk(flows.start_of(flow), (step_to("flow", id),)) for id, flow in library.flows.items())
    waiting = deque(starts)
    while waiting:
        walk = waiting.popleft()
        walks = found.setdefault(walk.node, [])
        if all(walk.who != other.who for other in walks):
            walks.append(walk)
            waiting.extend(
                Walk(node, (*walk.steps, step), walk.who | {who} if who else walk.who)
                for step, node, who in next_steps(library, walk.node)
            )
    return found


def next_steps(library: Library, node: Node) -> Iterator[tuple[Step, Node, Who | None]]:
    """Yield each answer to a question: the step, the node that it leads to, and what it says about the person."""
    asked = flows.question_at(library, node)
    if asked is not None and asked.type == "area":
        yield area_response(node.id, ""), Node(node.flow, asked.next), None
    for id, option in asked.options.items() if asked else ():
        yield response(node.id, id), flows.target(library, node, option), option.who


_OF_ONE = ("hours", "from-area", "checked", "who-for")  # the labels of notes about one service


def areas(guide: Guide, thing: Entry | Outcome) -> Iterator[tuple[str, str]]:
    """Yield the codes of no area, and of the longest-named council for each list of services that it may have."""
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


class ScreenSpace:
    """How much space services take on a screen."""

    def __init__(self, guide: Guide, longest: LongestScreens) -> None:
        self._guide, self._longest = guide, longest
        self._of_one = frozenset(guide.words(key) for key in _OF_ONE)
        self._lengths: dict[tuple[Search, tuple[str, ...], tuple[str, ...]], int] = {}
        self._ranking = SearchRanking(guide.library, Search(now=LATEST))
        self._frame = units(longest.page(()))
        services = guide.library.services
        self.pages = {id: longest.page((service,)) for id, service in services.items()}
        self._alone = {id: units(page) - self._frame for id, page in self.pages.items()}
        name = max((council.name for council in guide.library.areas.councils.values()), key=len)
        beside = (guide.words("ask-whether-it-takes", area=name), guide.words("from-area"))
        small = max(
            (guide.words(key, button=guide.words("button-away")) for key in ("near-small", "near-one")), key=len
        )
        notes = (guide.words("who-can-help-in", area=name), guide.words("near-none"), small, *beside * SHOWN)
        self._notes = units(Reply(tuple(Block(Mark.NOTICE, note) for note in ("and", *notes))))

    def may_be_too_long(self, reply: Reply, thing: Entry | Outcome) -> bool:
        """Return whether a list that was drawn in one area may be too long in another, for any person."""
        people = self._guide.library.vocabulary.person_to_phone
        ids = {*people, *(service.id for service in _fitting(self._guide, thing))}
        return self._beside(reply) + self._most(ids) > MOST_UNITS

    def may_be_too_long_for(self, reply: Reply, thing: Entry | Outcome, area: str, who: frozenset[str]) -> bool:
        """Return whether a list that was drawn in one area may be too long for one person in another."""
        return self._beside(reply) + self._first(Search(area, who, LATEST), thing.services, thing.needs) > MOST_UNITS

    def _first(self, search: Search, named: tuple[str, ...], needs: tuple[str, ...]) -> int:
        """Return the length of the services that come first in a list."""
        if (search, named, needs) not in self._lengths:
            found = choose(self._guide.library, search, named=named, needs=needs, ranking=self._ranking)
            self._lengths[search, named, needs] = sum(self._alone[service.id] for service in found[:SHOWN])
        return self._lengths[search, named, needs]

    def _beside(self, reply: Reply) -> int:
        """Return the greatest length of everything except the services."""
        rest = (block for block in reply.blocks if block.mark is not Mark.CONTACT and block.label not in self._of_one)
        return units(replace(reply, blocks=tuple(rest))) + self._notes

    def no_page_too_long(self) -> bool:
        """Return whether later screens of a long list keep within the limit, whichever three services they show."""
        return self._frame + self._most(self._alone) <= MOST_UNITS

    def long_pages(self, services: Sequence[Service]) -> Iterator[tuple[str, Reply]]:
        """Yield the later screens of a list that may be too long, each with the id of its longest service."""
        for start in range(SHOWN, len(services), SHOWN):
            ids = [service.id for service in services[start : start + SHOWN]]
            if self._frame + self._most(ids) > MOST_UNITS:
                yield max(ids, key=self._alone.__getitem__), self._longest.page(services, start)

    def _most(self, ids: Iterable[str]) -> int:
        """Return the length of the three longest services together."""
        return sum(nlargest(SHOWN, (self._alone[id] for id in ids)))
