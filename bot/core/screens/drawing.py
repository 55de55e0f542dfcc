"""From any position to a screen: what is still alive of it, and which screen that is."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import takewhile
from typing import Literal

from bot.core import flow as flows
from bot.core.guide import Guide
from bot.core.position import NONE, NOT_ASKED, Kind, Position, Step
from bot.core.reply import Block, Mark, Reply
from bot.core.screens import cards, entries, menus, own, services, walks
from bot.core.screens.scene import Scene

_GOES_ON = frozenset({Kind.AWAY, Kind.LIST})  # what shows the services of the screen before, in other order or the next
_FOLLOWS = frozenset({*_GOES_ON, Kind.RESPONSE, Kind.REGION})  # what means nothing without the step before
_OFF = frozenset({"nothing for now", "nothing"})
_OWN = frozenset(
    {Kind.HELP, Kind.PRIVACY, Kind.HELD, Kind.HELD_MORE, Kind.MY_DATA, Kind.FORGET}
)  # what tells of the bot itself
_FIXED = frozenset({Kind.AREA, Kind.ROLE, Kind.TOPICS, Kind.URGENT, Kind.NONE_OF_THESE, *_OWN})

Shows = Literal["itself", "another", "nothing for now", "nothing"]


@dataclass(frozen=True, slots=True)
class Living:
    """What is still alive of a position.

    Attributes:
        position: the nearest living ancestor, or the position itself.
        moved: whether anything of it is gone.
        walk: the walk it is in, if any.
        shows: what it showed, itself or with another in its place; or that a switch took that off for now, or that it
            is withdrawn for good.
    """

    position: Position
    moved: bool = False
    walk: flows.Walk | None = None
    shows: Shows = "itself"


def living(guide: Guide, position: Position) -> Living:
    """Keep the steps that still mean something in this library, up to the nearest living ancestor.

    Args:
        guide: the library with the way back from codes to ids.
        position: a decoded position, of any age and from anybody.

    Returns:
        The position to draw. A role or an area that does not exist is forgotten.
    """
    position = guide.current(position)
    area = position.area if guide.area(position.area) else NONE
    role = position.role if guide.role(position.role) else NONE
    kept: list[Step] = []
    walk: flows.Walk | None = None
    shows: Shows = "itself"
    rest = position.steps
    while rest:
        before, rest = rest[0], rest[1:]
        step = guide.in_place(before)
        if step.kind is Kind.FLOW and step.code in guide.ids[Kind.FLOW]:
            length = next((i for i, s in enumerate(rest) if s.kind not in (Kind.RESPONSE, Kind.REGION)), len(rest))
            started = guide.library.flows[guide.ids[Kind.FLOW][step.code]]
            walk = flows.replay(guide.library, started, _regions_alive(guide, rest[:length]), area)
            kept += [step, *walk.steps]
            rest = rest[length:]
            shows = "itself" if step == before else "another"
        elif off := _off(guide, step):
            shows = off
        elif not (shows in _OFF and step.kind in _FOLLOWS) and _alive(guide, step, kept):
            kept.append(step)
            walk = walk if step.kind in _GOES_ON else None
            if step.kind not in _FOLLOWS:
                shows = "itself" if step == before else "another"
    found = Position(tuple(kept), role, area)
    gone = (len(kept), role, area) != (len(position.steps), position.role, position.area)
    return Living(found, gone, None if shows in _OFF else walk, shows)


def _off(guide: Guide, step: Step) -> Shows | None:
    """Say that what a step shows is taken off, by a switch or for good."""
    if step.code in guide.withdrawn.get(step.kind, ()):
        return "nothing for now"
    return "nothing" if step.code in guide.gone_by_code.get(step.kind, ()) else None


def _regions_alive(guide: Guide, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return tuple(s for s in steps if s.kind is not Kind.REGION or s.code in guide.ids[Kind.REGION])


def _alive(guide: Guide, step: Step, before: list[Step]) -> bool:
    """Say whether a step outside a walk still means something after those before it."""
    last = before[-1].kind if before else None
    match step.kind:
        case kind if kind in _FIXED:
            return step.code == "----"
        case Kind.REGION:
            return last is Kind.AREA and step.code in guide.ids[Kind.REGION]
        case Kind.AWAY:
            return last in (Kind.NEARBY, Kind.FLOW, Kind.RESPONSE) and step.code == "----"
        case Kind.LIST:
            listing = (Kind.NEARBY, Kind.FLOW, Kind.RESPONSE, Kind.LIST, Kind.AWAY)
            return last in listing and step.code.isdecimal() and step.code.isascii()
        case Kind.RESPONSE | Kind.FLOW | Kind.MARK:
            return False
        case kind:
            return step.code in guide.ids[kind]


def draw(guide: Guide, position: Position, now: datetime) -> Reply:
    """Draw the screen of a position; where something of it is gone, say so kindly above what is left."""
    return drawn(guide, living(guide, position), now)


def drawn(guide: Guide, alive: Living, now: datetime, rank: str = NOT_ASKED) -> Reply:
    """Draw the screen of what is alive of a position.

    Args:
        guide: the library with all that looks things up in it.
        alive: what is still alive of the position.
        now: the moment it is drawn at, with its time zone.
        rank: the place in which a question brought up what is shown.
    """
    scene = Scene(guide, alive.position, now, rank)
    if alive.shows in _OFF:
        return menus.withdrawn(scene) if alive.shows == "nothing for now" else menus.taken_down(scene)
    reply = _screen(scene, alive.walk)
    notice = "replaced" if alive.shows == "another" else "moved" if alive.moved else ""
    said = (Block(Mark.NOTICE, guide.words(notice)),) if notice else ()
    return replace(reply, blocks=(*said, *walks.in_practice(scene, alive.walk), *reply.blocks))


def _screen(scene: Scene, walk: flows.Walk | None) -> Reply:
    last = scene.position.last
    if last is None:
        return menus.start(scene)
    identifier = scene.guide.ids.get(last.kind, {}).get(last.code, "")
    if last.kind in _GOES_ON:
        return _listed(scene, walk)
    if walk is not None:
        return _node(scene, walk)
    return _content(scene, last.kind, identifier) or _menu(scene, last.kind, identifier)


def _node(scene: Scene, walk: flows.Walk) -> Reply:
    question = flows.question_at(scene.library, walk.node)
    if question is not None:
        return walks.question(scene, walk, question)
    return walks.outcome(scene, walk, scene.library.flows[walk.node.flow].outcomes[walk.node.id])


def _content(scene: Scene, kind: Kind, identifier: str) -> Reply | None:
    library = scene.library
    match kind:
        case Kind.ENTRY:
            return entries.answer(scene, library.entries[identifier])
        case Kind.MORE:
            return entries.more(scene, library.entries[identifier])
        case Kind.NEARBY:
            return entries.nearby(scene, library.entries[identifier])
        case Kind.NOT_THIS:
            return entries.not_this(scene, library.entries[identifier])
        case Kind.SERVICE:
            return cards.card(scene, library.services[identifier])
        case Kind.HAND_OVER:
            return cards.hand_over(scene, library.services[identifier])
        case Kind.CRISIS:
            return menus.crisis(scene, library.crisis[identifier])
        case _:
            return None


def _menu(scene: Scene, kind: Kind, identifier: str) -> Reply:
    match kind:
        case Kind.TOPICS:
            return menus.topics(scene)
        case Kind.THEME:
            return menus.theme(scene, identifier)
        case Kind.AREA:
            return menus.regions(scene)
        case Kind.REGION:
            return menus.councils(scene, identifier)
        case Kind.ROLE:
            return menus.roles(scene)
        case Kind.NONE_OF_THESE:
            return menus.none_of_these(scene)
        case Kind.LACK:
            return menus.lacking(scene)
        case kind if kind in _OWN:
            return own.screen(scene, kind)
        case _:
            return menus.urgent(scene)


def _listed(scene: Scene, walk: flows.Walk | None) -> Reply:
    """Draw the next services of the screen before, or all in the order for somebody who is known close to home."""
    steps = scene.position.steps
    going_on = tuple(takewhile(lambda step: step.kind in _GOES_ON, reversed(steps)))
    before = steps[-1 - len(going_on)]
    title, needed = "", services.Needed()
    if before.kind is Kind.NEARBY:
        entry = scene.library.entries[scene.guide.ids[Kind.NEARBY][before.code]]
        title, needed = entry.title, entries.needed(entry)
    elif walk is not None and (end := flows.outcome_at(scene.library, walk.node)) is not None:
        title, needed = scene.filled(end.title), walks.needed(walk, end)
    start = int(steps[-1].code) if steps[-1].kind is Kind.LIST else 0
    if any(step.kind is Kind.AWAY for step in going_on):
        return services.away_from_home(scene, title, needed, start)
    return services.more_services(scene, services.found(scene, needed), start)
