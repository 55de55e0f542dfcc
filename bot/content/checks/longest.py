"""One screen at its longest: overdue, from a button of before a change, under every notice that a message can bring."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from bot.core import crisis
from bot.core.guide import Guide
from bot.core.library import Entry, Service
from bot.core.position import Kind, Position, Step, code
from bot.core.reply import Block, Finding, Mark, Reply
from bot.core.screens import finding
from bot.core.screens.drawing import draw
from bot.core.screens.scene import Scene
from bot.core.screens.services import more_services

LATEST = datetime(2999, 9, 11, 12, tzinfo=UTC)  # all is overdue by then, and no day has a longer name
NIGHT = datetime(2026, 12, 27, 3, tzinfo=UTC)  # between bank holidays, when most are shut and another stands first
_WHEN = "Wednesday 30 September 23:59"  # the longest that the hours can say
_GONE = Step(Kind.THEME)  # leads nowhere, so that the screen says that something of the trail is gone
_KIND = "kind-"


class Longest:
    """Draws screens as they follow a message that holds every kind of personal detail, is cut, and interrupts a walk.

    Args:
        guide: the content.
    """

    def __init__(self, guide: Guide) -> None:
        library = guide.library
        self._guide = guide
        self._scene = Scene(guide, Position((Step(Kind.TOPICS),)), LATEST)
        kinds = tuple(key.removeprefix(_KIND) for key in library.messages if key.startswith(_KIND))
        self._notices = finding.notices(guide, kinds, cut=True)
        self._timed = frozenset(service.name for service in library.services.values() if service.schedules)
        self._hours = Block(Mark.SMALL, _longest_hours(guide), guide.words("hours"))
        self._nudge = max(library.language, key=lambda id: len(library.language[id].nudge), default="")
        self._message = Finding(
            base=Position(),
            tier="not-covered",
            kinds=kinds,
            cut=True,
            walk=Position((Step(Kind.FLOW, code(library.vocabulary.start_flows[0])),)),
        )

    def screen(self, position: Position) -> Reply:
        """Return the screen of a position; any may be the answer to a message, where that names a place."""
        return self._drawn(position, LATEST)

    def card(self, position: Position) -> Reply:
        """Return the card of a service in the night, with who stands before one that is shut."""
        return self._drawn(position, NIGHT)

    def page(self, services: Sequence[Service], start: int = 0) -> Reply:
        """Return the screen on which a list of services goes on, as ``screen`` does."""
        reply = more_services(self._scene, services, start)
        moved = Block(Mark.NOTICE, self._scene.words("moved"))
        return self._with_hours(replace(reply, blocks=(*self._notices, moved, *reply.blocks)))

    def answers(self, entry: Entry, role: str) -> tuple[Reply, ...]:
        """Return an entry as it answers a message: with a better word, and under each danger that leads to it."""
        message = replace(self._message, base=Position(role=role), tier="answer", entries=(entry.id,))
        cards = [id for id, card in crisis.CARDS.items() if card.entry == entry.id]
        found = (replace(message, nudge=self._nudge), *(replace(message, card=id) for id in cards))
        return tuple(reply for one in found for reply in self._replies(one)[:1])

    def danger(self, card: str) -> Reply:
        """Return a crisis card as a message brings it up, by its id."""
        return self._replies(replace(self._message, card=card))[0]

    def suggestions(self) -> Reply:
        """Return the entries with the longest titles as suggestions."""
        entries = self._guide.library.entries
        longest = sorted(entries, key=lambda id: len(entries[id].title))[-3:]
        return self._replies(replace(self._message, tier="suggestions", entries=tuple(longest)))[0]

    def not_covered(self) -> Reply:
        """Return the answer to what the guidance does not cover."""
        return self._replies(self._message)[0]

    def not_ours(self, kind: str) -> Reply:
        """Return the answer to a kind of message that the guidance leaves to others, by its id."""
        return self._replies(replace(self._message, not_ours=kind))[0]

    def which_area(self) -> Reply:
        """Return the question which of all councils a place is in."""
        return self._replies(replace(self._message, councils=tuple(self._guide.library.areas.councils)))[1]

    def outside(self) -> Reply:
        """Return the answer to a place outside Scotland."""
        return self._replies(replace(self._message, outside=True))[1]

    def _drawn(self, position: Position, now: datetime) -> Reply:
        changed = replace(position, steps=(_GONE, *position.steps))
        return self._with_hours(finding.noticing(draw(self._guide, changed, now), self._notices))

    def _with_hours(self, reply: Reply) -> Reply:
        """Add to every service whose hours are known the most that can be said of them."""
        blocks: list[Block] = []
        for block in reply.blocks:
            timed = block.mark is Mark.CONTACT and block.label in self._timed
            blocks += (block, self._hours) if timed else (block,)
        return replace(reply, blocks=tuple(blocks))

    def _replies(self, message: Finding) -> tuple[Reply, ...]:
        return finding.replies(self._guide, message, LATEST)


def _longest_hours(guide: Guide) -> str:
    """Return the longest that can be said of a service's hours: of a part, shut, with a holiday before it opens."""
    library = guide.library
    parts = (schedule.description for service in library.services.values() for schedule in service.schedules)
    holiday = max((holiday.name for holiday in library.holidays.days), key=len)
    shut = guide.words("hours-shut", time=_WHEN)
    then = guide.words("hours-holiday-then", state=shut, holiday=holiday)
    part = max(parts, key=len, default="")
    return guide.words("hours-of-part", part=part, state=then) if part else then
