"""From any position to its screen: the steps that are still valid, and the screen of the last one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.core import directory
from bot.core.content_index import ByKind
from bot.core.directory_list import first_page
from bot.core.flow import Walk, replay
from bot.core.guide import Guide
from bot.core.position import NO_CODE, NONE, NOT_ASKED, OF_WALK, REGION, Position, Step, code, decode, encode
from bot.core.reply import Block, Mark, Reply
from bot.core.screens.follow_ups import OTHERS, unsaid
from bot.core.screens.no_answer import taken_down, withdrawn
from bot.core.screens.scene import Scene
from bot.core.screens.screen import Screen
from bot.core.screens.service_lines import shown_services
from bot.core.screens.walks import in_practice
from bot.core.thread import in_plain, pack, unpack

_MOST_HELD = 3  # services in a position, as many as one question is answered for
Shows = Literal["itself", "replacement", "withdrawn", "taken down"]
_OFF = frozenset({"withdrawn", "taken down"})


@dataclass(frozen=True, slots=True)
class Resolved:
    """The part of a position that is still valid in the current library."""

    position: Position  # the steps that are still valid, in current codes
    moved: bool = False  # whether a step, the role or the area is gone
    walk: Walk | None = None  # the walk it is in, if any
    # what its last screen shows: itself; what replaces it; nothing, because a switch took it off for now; or nothing,
    # because it is withdrawn for good
    shows: Shows = "itself"
    said: tuple[Step, ...] = ()  # the replies to speech acts that followed it, which may have shown other services

    @property
    def is_off(self) -> bool:
        """Whether its last screen is taken off, for now or for good."""
        return self.shows in _OFF


def resolve(guide: Guide, position: Position) -> Resolved:
    """Keep the steps of a position that are still valid in this library."""
    area = position.area if guide.area(position.area) else NONE
    known = guide.role(position.role)
    kept: list[Step] = []
    walk: Walk | None = None
    shows: Shows = "itself"
    rest = tuple(_led(guide, step, guide.by_old_code) for step in position.steps)
    while rest:
        given, rest = rest[0], rest[1:]
        step = _led(guide, given, guide.gone_by_code)
        screen = guide.screens.by_letter.get(step.letter)
        if screen is None:
            continue
        if screen.name == "flow" and step.code in guide.ids["flow"]:
            length = next((i for i, s in enumerate(rest) if s.letter not in OF_WALK), len(rest))
            walk = _replayed(guide, step, rest[:length], area)
            kept += [step, *walk.steps, *walk.kept]
            rest = rest[length:]
            shows = "itself" if step == given else "replacement"
        elif off := _taken_off(guide, screen, step):
            shows = off
        elif not (shows in _OFF and screen.after is not None) and _is_alive(guide, screen, step, kept):
            kept.append(step)
            walk = walk if screen.goes_on or screen.of_walk or screen.from_before else None
            if screen.after is None:
                shows = "itself" if step == given else "replacement"
    gone = len(kept) != len(position.steps) or area != position.area or (not known and position.role != NONE)
    role = code(known, 2) if known else NONE
    left = Position(tuple(kept), role, area, pack(unpack(position.person)))
    left = in_plain(left) if left.last == guide.screens.step("short") else left  # the talk stays in plain words
    return Resolved(left, gone, None if shows in _OFF else walk, shows)


def _led(guide: Guide, step: Step, by_code: ByKind) -> Step:
    """Return the step to what now has a former code, or replaces something withdrawn for good; or else the step."""
    screen = guide.screens.of(step)
    identifier = by_code.get(screen.thing, {}).get(step.code) if screen.thing else None
    return screen.step(identifier) if identifier else step


def _taken_off(guide: Guide, screen: Screen, step: Step) -> Shows | None:
    """Say whether what a step shows is taken off, by a switch or for good."""
    if screen.thing is None or screen.listed:
        return None
    if step.code in guide.withdrawn.get(screen.thing, ()):
        return "withdrawn"
    return "taken down" if step.code in guide.gone_by_code.get(screen.thing, ()) else None


def _replayed(guide: Guide, step: Step, answers: tuple[Step, ...], area: str) -> Walk:
    flow = guide.library.flows[guide.ids["flow"][step.code]]
    known = tuple(s for s in answers if s.letter != REGION or s.code in guide.ids["region"])
    return replay(guide.library, flow, known, area)


def _is_alive(guide: Guide, screen: Screen, step: Step, before: list[Step]) -> bool:
    """Say whether a step that is not an answer in a walk is still valid after the steps before it."""
    if screen.after is not None and not (before and guide.screens.of(before[-1]).name in screen.after):
        return False
    if screen.numbered:
        return step.code.isdecimal() and step.code.isascii()
    return step.code in guide.ids[screen.thing] if screen.thing else step.code == NO_CODE


def entry_of(guide: Guide, position: Position) -> str:
    """Return the id of the entry that the last screen of a position is about, or ``""``."""
    last = position.last and _led(guide, _led(guide, position.last, guide.by_old_code), guide.gone_by_code)
    screen = guide.screens.of(last)
    if last is None or screen.thing not in ("entry", "point"):
        return ""
    return guide.ids[screen.thing].get(last.code, "").partition("/")[0]


def scene_of(guide: Guide, resolved: Resolved, now: datetime, rank: str = NOT_ASKED) -> Scene:
    """Return the scene of a resolved position; ``rank`` is the place where a question found what is shown."""
    last = resolved.position.last
    screen = guide.screens.of(last)
    shown = guide.ids[screen.thing].get(last.code, "") if screen.thing and last else ""
    return Scene(guide, resolved.position, now, rank, shown, resolved.walk)


def draw(guide: Guide, position: Position, now: datetime, rank: str = NOT_ASKED) -> Reply:
    """Draw the screen of a position, with a line above it if part of the position is gone."""
    resolved = resolve(guide, position)
    return draw_resolved(guide, resolved, scene_of(guide, resolved, now, rank))


def _before(guide: Guide, position: Position, now: datetime) -> Reply:
    """Draw the screen that a reply with other services is made from; if it is one too, with those it already left."""
    reply, screen = draw(guide, position, now), guide.screens.of(position.last)
    earlier = _before(guide, position.back(), now).services if screen.from_before else ()
    return replace(reply, services=tuple(dict.fromkeys((*earlier, *reply.services))))


def draw_resolved(guide: Guide, resolved: Resolved, scene: Scene) -> Reply:
    """Draw the screen of a resolved position, in its scene."""
    if resolved.is_off:
        return withdrawn(scene) if resolved.shows == "withdrawn" else taken_down(scene)
    screen = guide.screens.of(resolved.position.last)
    if screen.from_before is not None and (earlier := resolved.position.back()) != resolved.position:
        others = screen.thing == "act" and guide.library.acts[scene.shown].does in OTHERS
        reply = screen.from_before(scene, (_before if others else draw)(guide, earlier, scene.now))
    else:
        reply = screen.draw(scene)
    notice = "replaced" if resolved.shows == "replacement" else "moved" if resolved.moved else ""
    notices = (Block(Mark.NOTICE, guide.words(notice)),) if notice else ()
    return replace(reply, blocks=(*notices, *in_practice(scene), *reply.blocks))


def before_card(guide: Guide, position: Position) -> Position:
    """Return the screen before the message that raised a crisis card, if a position shows one; else the position."""
    if guide.screens.of(position.last).thing != "crisis":
        return position
    position = position.back()
    while guide.screens.of(position.last).matched and position.back().steps:
        position = position.back()
    return position


def just_said(guide: Guide, before: Resolved) -> str:
    """Return the ids of the point that the screen before showed first, or ``""``."""
    last = before.position.last
    return guide.ids["point"].get(last.code, "") if last and guide.screens.of(last).page == "point" else ""


def meant(guide: Guide, position: Position, now: datetime) -> tuple[str, ...]:
    """Return the ids of the services that "they" may mean after the screen of a position, likeliest first."""
    resolved = resolve(guide, position)
    scene = scene_of(guide, resolved, now)
    return shown_services(scene, draw_resolved(guide, resolved, scene))


def holding(guide: Guide, reply: Reply, now: datetime, points: Sequence[str] = ()) -> Reply:
    """Return an answer with its points and services in its position, if drawing it from that alone would lack them."""
    resolved = resolve(guide, decode(reply.position) or Position())
    scene, short = scene_of(guide, resolved, now), guide.screens.step("short")
    headed = {block.text for block in reply.blocks if block.mark is Mark.HEADING}
    titles = {id: scene.filled(scene.library.entries[id.split("/")[0]].point(id.split("/")[1]).title) for id in points}
    also = [id for id in points if any(heading.endswith(titles[id]) for heading in headed)]
    position = resolved.position.then(*(guide.screens.step("also", id) for id in also))
    seen, itself = shown_services(scene, reply)[:_MOST_HELD], guide.screens.of(resolved.position.last).own_of
    known = itself == "service" or seen == meant(guide, position, now)[:_MOST_HELD]
    plain, in_short = encode(resolved.position.then(short)), encode(position.then(short))
    buttons = tuple(replace(b, position=in_short if b.position == plain else b.position) for b in reply.buttons)
    held = () if known else (guide.screens.step("showing", id) for id in seen)
    return replace(reply, position=encode(position.then(*held)), buttons=buttons)


def with_points(guide: Guide, before: Resolved, position: Position | None = None, *, short: bool = True) -> Position:
    """Return the screen before, or one changed for the person, with the points that it showed; in short if it was."""
    letters = guide.letters["also"], guide.letters["short"] if short else ""
    said, there = (step for step in before.said if step.letter in letters), position or before.position
    return there.then(*said) if there.last == before.position.last else there


def fitting(guide: Guide, position: Position, now: datetime) -> Position:
    """Return a position, with another service for the same need if its own is elsewhere or not for this person."""
    shows, area = unsaid(guide, position := first_page(position)), guide.areas.get(position.area, "")
    last, walk = shows.last, resolve(guide, shows.back()).walk
    who = unpack(position.person).beside(walk.who if walk is not None else frozenset())
    is_service = guide.screens.of(last).own_of == "service"
    service = guide.library.services.get(guide.ids["service"].get(last.code, "")) if last and is_service else None
    if service is None or directory.offered(service, area, who):
        return position
    search = directory.Search(area=area, who=who, now=now)
    own = (other for need in service.needs for other in directory.for_need(guide.library, need, search))
    found = next(own, None)
    return position if found is None else shows.back().then(guide.screens.step("service", found.id))
