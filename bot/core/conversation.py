"""One turn: what came in, and all that goes out.

A message is read in a fixed order: danger, personal details, place, meaning. Danger comes first in the reply, whatever
else the message brings up.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import flow
from bot.core.guide import Guide
from bot.core.position import HELPED, REGION, Position, Step, area_code, code, unmarked
from bot.core.reply import (
    Asked,
    Block,
    Event,
    Finding,
    Found,
    Incoming,
    Mark,
    Opened,
    Pressed,
    Reply,
    Turn,
    Unsupported,
)
from bot.core.screens.choosers import before_choosing
from bot.core.screens.entries import helped
from bot.core.screens.finding import noticed, notices, noticing, with_carry_on, with_content_id, without_withdrawn
from bot.core.screens.finding import replies as draw_finding
from bot.core.screens.resolver import Resolved, draw, draw_resolved, entry_at, resolve, scene_of
from bot.core.screens.scene import Scene
from bot.core.screens.walks import answered_area
from bot.core.turn_events import of_place, of_press, of_question
from bot.hearing import language
from bot.hearing.danger import detector
from bot.hearing.details import detail_finder
from bot.hearing.matching.matcher import Match
from bot.hearing.places import place_finder

LONGEST = 4096  # characters of a message that are read
_FEW_WORDS = 5  # a message of so many words that names a place is an answer to "which area?"
_PLACE_ALONE = 3  # a message of so many words that names a place, and asks nothing clear, only sets the area


def turn(guide: Guide, incoming: Incoming, now: datetime) -> Turn:
    """Answer one incoming thing.

    Args:
        guide: the library with all that looks things up in it.
        incoming: what a channel read.
        now: the time, with its zone.

    Returns:
        The replies in order, what was found, and events by ids alone.
    """
    match incoming:
        case Asked(text, after):
            answered = _asked(guide, text, after, now)
        case Pressed(position):
            answered = _pressed(guide, position, now)
        case Opened(link, after):
            answered = _opened(guide, link, after, now)
        case Unsupported():
            answered = _unsupported(guide, incoming, now)
    return with_content_id(guide, answered)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read out of a message."""

    danger: detector.Crisis | None
    details: tuple[detail_finder.Detail, ...]
    masked: str
    places: place_finder.Places
    match: Match
    words: int
    cut: bool
    nudge: str

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of personal details, each once."""
        return tuple(dict.fromkeys(detail.kind for detail in self.details))

    @property
    def council(self) -> str:
        """The GSS code of the one council that was named, or ``""``."""
        return self.places.councils[0] if len(self.places.councils) == 1 else ""


def _asked(guide: Guide, text: str, after: str, now: datetime) -> Turn:
    words = text.strip()
    if guide.screens.typed(words.casefold()) and detector.detect(words) is None:
        return _opened(guide, words.casefold(), after, now)
    before = _before(guide, after)
    if not any(character.isalnum() for character in words):
        return _noticed(guide, guide.words("nothing-typed"), before, now)
    read = _read(guide, words)
    answered = _place_chosen(guide, read, before, now) or _found(guide, read, before, now)
    return replace(
        answered,
        personal=tuple(Found(detail.kind, detail.value) for detail in read.details),
        councils=tuple(guide.library.areas.councils[gss].name for gss in read.places.councils),
    )


def _before(guide: Guide, after: str) -> Resolved:
    """Return what is left of the position that something was typed or opened under."""
    return resolve(guide, guide.position(after) or Position())


def _found(guide: Guide, read: _Read, before: Resolved, now: datetime) -> Turn:
    """Answer with what a message brings up: danger, entries, or that nothing covers it."""
    finding = _finding(read, before)
    shown = without_withdrawn(guide, finding)
    replies = draw_finding(guide, finding, now)
    return Turn(
        replies=replies,
        tier=shown.tier,
        crisis=finding.card or None,
        entries=shown.entries,
        events=of_question(guide, shown, read.masked, replies),
        finding=finding,
    )


def _read(guide: Guide, words: str) -> _Read:
    text = words[:LONGEST]
    heard = detector.hear(text)
    details = guide.details.find(text)
    masked = detail_finder.mask(text, details)
    named = place_finder.read(_with_postcodes(guide, text, details) or masked, guide.gazetteer)
    match = guide.matcher.match(masked)
    return _Read(
        danger=detector.with_meaning(heard, match.danger),
        details=details,
        masked=masked,
        places=named,
        match=match,
        words=len(words.split()),
        cut=len(words) > LONGEST,
        nudge=language.nudge(text, guide.library.language),
    )


def _with_postcodes(guide: Guide, text: str, details: tuple[detail_finder.Detail, ...]) -> str:
    """Return the message with its postcodes left whole, where the deployment knows their councils; else nothing."""
    if guide.gazetteer.whole is None:
        return ""
    return detail_finder.mask(text, [detail for detail in details if detail.kind != "postcode"])


def _finding(read: _Read, before: Resolved) -> Finding:
    area = area_code(read.council) if read.council else before.position.area
    return Finding(
        base=Position(role=before.position.role, area=area),
        tier=read.match.tier,
        entries=read.match.entries,
        card=read.danger.card if read.danger else "",
        kinds=read.kinds,
        councils=read.places.councils if len(read.places.councils) > 1 else (),
        outside=read.places.outside,
        cut=read.cut,
        walk=before.position if before.walk is not None else None,
        nudge=read.nudge if read.danger is None and read.match.tier == "answer" else "",
        not_ours=read.match.not_ours,
    )


def _place_chosen(guide: Guide, read: _Read, before: Resolved, now: datetime) -> Turn | None:
    """Answer a message that is no more than a place: it answers an area question, or sets the area."""
    if read.danger is not None or not read.council:
        return None
    there = _answered_area(guide, before, read.council) if read.words <= _FEW_WORDS else None
    words_of_place = sum(len(name.split()) for name in read.places.because)
    if there is None and read.words <= _PLACE_ALONE and (read.match.tier != "answer" or read.words <= words_of_place):
        there = Position(role=before.position.role, area=area_code(read.council))
    if there is None:
        return None
    resolved = resolve(guide, there)
    scene = scene_of(guide, resolved, now)
    reply = noticing(draw_resolved(guide, resolved, scene), notices(guide, read.kinds, cut=read.cut))
    return Turn((replace(reply, in_place=False),), events=of_place(guide, scene, read.council, reply))


def _answered_area(guide: Guide, before: Resolved, gss: str) -> Position | None:
    """Return where a typed place leads that answers an area question, or the list of areas, on the screen before."""
    position, walk = before.position, before.walk
    question = flow.question_at(guide.library, walk.node) if walk else None
    if walk is not None and question is not None and question.type == "area":
        region = guide.library.areas.councils[gss].region
        opened = position if walk.region else position.then(Step(REGION, code(region)))
        return answered_area(opened, walk.node, gss)
    if any(guide.screens.name_of(step) == "area" for step in position.steps):
        return replace(before_choosing(position), area=area_code(gss))
    return None


def _pressed(guide: Guide, text: str, now: datetime) -> Turn:
    position = guide.position(text)
    if position is None:
        home = draw(guide, Position(), now)
        notice = Block(Mark.NOTICE, guide.words("moved"))
        return Turn((replace(home, blocks=(notice, *home.blocks), in_place=True),))
    reply, events = _followed(guide, position, now)
    where = unmarked(position).position
    in_place = reply.in_place and not _stays(guide, where)
    return Turn((replace(reply, in_place=in_place),), entries=_entries(guide, where), events=events)


def _followed(guide: Guide, position: Position, now: datetime) -> tuple[Reply, tuple[Event, ...]]:
    """Return the screen of a button or a link, and what following it counts as."""
    pressed = unmarked(position)
    resolved = resolve(guide, pressed.position)
    scene = scene_of(guide, resolved, now, pressed.rank)
    on_entry = resolved.shows == "itself" and guide.screens.name_of(resolved.position.last) == "entry"
    reply = helped(scene) if pressed.mark == HELPED and on_entry else draw_resolved(guide, resolved, scene)
    return reply, of_press(guide, pressed, resolved, scene, reply)


def _stays(guide: Guide, position: Position) -> bool:
    """Say whether the message stays that a button was pressed under, since it is an answer."""
    if len(position.steps) < 2:
        return False
    before, last = (guide.screens.by_letter.get(step.letter) for step in position.steps[-2:])
    return before is not None and before.stays and not (last is not None and last.replaces == before.name)


def _entries(guide: Guide, position: Position) -> tuple[str, ...]:
    entry = entry_at(guide, position)
    return (entry,) if entry else ()


def _opened(guide: Guide, link: str, after: str, now: datetime) -> Turn:
    before = _before(guide, after).position
    base = Position(role=before.role, area=before.area)
    position = _linked(guide, link.strip(), before) or guide.position(link.strip())
    if position is None:
        return _noticed(guide, guide.words("not-found"), Resolved(base), now)
    reply, events = _followed(guide, position, now)
    entries = _entries(guide, unmarked(position).position)
    return Turn((replace(reply, in_place=False),), entries=entries, events=events)


def _linked(guide: Guide, link: str, before: Position) -> Position | None:
    """Return where a link leads that is a fixed word, or the id of something of the content.

    ``entry_``, ``flow_`` or ``service_`` before an id says which of them it is.
    """
    base = Position(role=before.role, area=before.area)
    screen = guide.screens.linked(link)
    if screen is not None:
        return (before_choosing(before) if screen.returns else base).then(*screen.steps)
    name, _, identifier = link.rpartition("_")
    for screen in guide.screens:
        linked = screen.linked and screen.thing is not None and name in ("", screen.name)
        if linked and screen.thing and (known := guide.id_today(screen.thing, identifier)):
            return base.at(screen.step(known))
    return None


def _unsupported(guide: Guide, incoming: Unsupported, now: datetime) -> Turn:
    before = _before(guide, incoming.after)
    edited = incoming.kind == "edited"
    key = f"thing-{incoming.kind}"
    thing = guide.words(key if key in guide.library.messages else "thing-other")
    notice = guide.words("edited") if edited else guide.words("not-text", kind=thing)
    if not incoming.text.strip():
        return _noticed(guide, notice, before, now)
    if incoming.link is not None:
        answered = _opened(guide, incoming.link, incoming.after, now)
    else:
        answered = _asked(guide, incoming.text, incoming.after, now)
    first, *others = answered.replies
    return replace(answered, replies=(noticing(first, (Block(Mark.NOTICE, notice),)), *others))


def _noticed(guide: Guide, notice: str, before: Resolved, now: datetime) -> Turn:
    """Return one calm line with the ways on: back to a walk if there is one, topics, urgent help."""
    base = Position(role=before.position.role, area=before.position.area)
    scene = Scene(guide, base, now)
    reply = noticed(scene, notice)
    if before.walk is not None:
        reply = with_carry_on(scene, reply, before.position)
    return Turn((reply,))
