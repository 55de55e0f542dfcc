"""One turn: what came in, and all that goes out.

A message is read in a fixed order: danger, personal details, place, meaning. Danger is found by rules compiled into
the package and stands first in the reply, whatever the rest of the turn finds.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.core import flow
from bot.core.guide import Guide
from bot.core.position import HELPED, Kind, Position, Step, area_code, code, decode, unmarked
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
from bot.core.screens import entries, menus, walks
from bot.core.screens.content_line import with_content_id
from bot.core.screens.drawing import Living, draw, drawn, living
from bot.core.screens.finding import noticed, notices, noticing, with_carry_on, without_withdrawn
from bot.core.screens.finding import replies as draw_finding
from bot.core.screens.scene import Scene
from bot.core.turn_events import of_place, of_press, of_question
from bot.hearing import language
from bot.hearing.danger import detector
from bot.hearing.details import detail_finder
from bot.hearing.matching.matcher import Match
from bot.hearing.places import place_finder

LONGEST = 4096  # characters of a message that are read
_FEW_WORDS = 5  # a message of so many words that names a place is an answer to "which area?"
_PLACE_ALONE = 3  # a message of so many words that names a place, and asks nothing clear, only sets the area
_PAGES = {
    "help": Kind.HELP,
    "topics": Kind.TOPICS,
    "urgent": Kind.URGENT,
    "area": Kind.AREA,
    "role": Kind.ROLE,
    "privacy": Kind.PRIVACY,
    "mydata": Kind.MY_DATA,
}
_STARTS = frozenset({"", "start", "home"})


def turn(guide: Guide, incoming: Incoming, now: datetime) -> Turn:
    """Answer one incoming thing.

    Args:
        guide: the library with all that looks things up in it.
        incoming: what a channel read.
        now: the time, with its zone.

    Returns:
        The replies in order, what was found, and events by ids alone.
    """
    return with_content_id(guide, _turn(guide, incoming, now))


def _turn(guide: Guide, incoming: Incoming, now: datetime) -> Turn:
    match incoming:
        case Asked(text, after):
            return _asked(guide, text, after, now)
        case Pressed(position):
            return _pressed(guide, position, now)
        case Opened(link, after):
            return _opened(guide, link, after, now)
        case Unsupported():
            return _unsupported(guide, incoming, now)


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
    if words.startswith("/") and words[1:].split("@")[0].lower() in {*_PAGES, *_STARTS}:
        return _opened(guide, words[1:].split("@")[0].lower(), after, now)
    if words.casefold() in _PAGES and detector.detect(words) is None:
        return _opened(guide, words.casefold(), after, now)
    before = living(guide, decode(after) or Position())
    if not any(character.isalnum() for character in words):
        return _noticed(guide, guide.words("nothing-typed"), before, now)
    read = _read(guide, words)
    councils = tuple(guide.library.areas.councils[gss].name for gss in read.places.councils)
    personal_details = tuple(Found(detail.kind, detail.value) for detail in read.details)
    screen = _place_chosen(guide, read, before, now)
    if screen is not None:
        led = living(guide, decode(screen.position) or Position())
        screen = noticing(screen, notices(guide, read.kinds, cut=read.cut))
        events = of_place(guide, led, read.council, screen)
        return Turn((screen,), personal=personal_details, councils=councils, events=events)
    finding = _finding(read, before)
    shown = without_withdrawn(guide, finding)
    replies = draw_finding(guide, finding, now)
    return Turn(
        replies=replies,
        tier=shown.tier,
        crisis=finding.card or None,
        entries=shown.entries,
        personal=personal_details,
        councils=councils,
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


def _finding(read: _Read, before: Living) -> Finding:
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


def _place_chosen(guide: Guide, read: _Read, before: Living, now: datetime) -> Reply | None:
    """Return the screen that a place alone leads to: the answer to an area question, or the first screen there."""
    if read.danger is not None or not read.council:
        return None
    if read.words <= _FEW_WORDS and (answered := _answers_area(guide, before, read.council, now)):
        return answered
    said = sum(len(name.split()) for name in read.places.because)
    if read.words <= _PLACE_ALONE and (read.match.tier != "answer" or read.words <= said):
        there = Position(role=before.position.role, area=area_code(read.council))
        return replace(draw(guide, there, now), in_place=False)
    return None


def _answers_area(guide: Guide, before: Living, gss: str, now: datetime) -> Reply | None:
    """Take a typed place as the answer where an area question or the list of areas was on the screen."""
    position, walk = before.position, before.walk
    question = flow.question_at(guide.library, walk.node) if walk else None
    if walk is not None and question is not None and question.type == "area":
        region = guide.library.areas.councils[gss].region
        opened = position if walk.region else position.then(Step(Kind.REGION, code(region)))
        answered = walks.answered_area(opened, walk.node, gss)
        return replace(draw(guide, answered, now), in_place=False)
    if any(step.kind is Kind.AREA for step in position.steps):
        chosen = replace(menus.before_chooser(position), area=area_code(gss))
        return replace(draw(guide, chosen, now), in_place=False)
    return None


def _pressed(guide: Guide, text: str, now: datetime) -> Turn:
    position = decode(text)
    if position is None:
        home = draw(guide, Position(), now)
        notice = Block(Mark.NOTICE, guide.words("moved"))
        return Turn((replace(home, blocks=(notice, *home.blocks), in_place=True),))
    reply, events = _followed(guide, position, now)
    where = unmarked(position).position
    return Turn((replace(reply, in_place=_in_place(where, reply)),), entries=_entry(guide, where), events=events)


def _followed(guide: Guide, position: Position, now: datetime) -> tuple[Reply, tuple[Event, ...]]:
    """Return the screen of a button or a link, and what following it counts as."""
    pressed = unmarked(position)
    alive = living(guide, pressed.position)
    last, itself = alive.position.last, alive.shows == "itself"
    if pressed.mark == HELPED and itself and last is not None and last.kind is Kind.ENTRY:
        entry = guide.library.entries[guide.ids[Kind.ENTRY][last.code]]
        reply = entries.helped(Scene(guide, alive.position, now), entry)
    else:
        reply = drawn(guide, alive, now, pressed.rank)
    return reply, of_press(guide, pressed, alive, reply)


def _in_place(position: Position, reply: Reply) -> bool:
    """Say whether a step may replace the message it was pressed in: answers stay, steps give way."""
    before = position.steps[-2].kind if len(position.steps) > 1 else None
    last = position.last.kind if position.last else None
    leaves_answer = before in (Kind.ENTRY, Kind.MORE) and (before, last) != (Kind.ENTRY, Kind.MORE)
    return reply.in_place and not leaves_answer


def _entry(guide: Guide, position: Position) -> tuple[str, ...]:
    last = guide.current(position).last
    last = last and guide.in_place(last)
    if last is None or last.kind is not Kind.ENTRY or last.code not in guide.ids[Kind.ENTRY]:
        return ()
    return (guide.ids[Kind.ENTRY][last.code],)


def _opened(guide: Guide, link: str, after: str, now: datetime) -> Turn:
    before = living(guide, decode(after) or Position()).position
    base = Position(role=before.role, area=before.area)
    name = link.strip()
    if name in _STARTS:
        position: Position | None = base
    elif name in ("area", "role"):
        position = menus.before_chooser(before).then(Step(_PAGES[name]))
    elif name in _PAGES:
        position = base.at(Step(_PAGES[name]))
    else:
        position = _content(guide, base, name) or decode(name)
    if position is None:
        return _noticed(guide, guide.words("not-found"), Living(base), now)
    reply, events = _followed(guide, position, now)
    shown = _entry(guide, unmarked(position).position)
    return Turn((replace(reply, in_place=False),), entries=shown, events=events)


def _content(guide: Guide, base: Position, name: str) -> Position | None:
    """Find the entry, flow or service that a deep link names; ``flow_`` or ``service_`` before an id says which."""
    kind, _, identifier = name.rpartition("_")
    for prefix, shows in (("entry", Kind.ENTRY), ("flow", Kind.FLOW), ("service", Kind.SERVICE)):
        if kind in ("", prefix) and (known := guide.named(shows, identifier)):
            return base.at(Step(shows, code(known)))
    return None


def _unsupported(guide: Guide, incoming: Unsupported, now: datetime) -> Turn:
    before = living(guide, decode(incoming.after) or Position())
    edited = incoming.kind == "edited"
    key = f"thing-{incoming.kind}"
    thing = guide.words(key if key in guide.library.messages else "thing-other")
    notice = guide.words("edited") if edited else guide.words("not-text", kind=thing)
    if not incoming.text.strip():
        return _noticed(guide, notice, before, now)
    answered = _asked(guide, incoming.text, incoming.after, now)
    return replace(
        answered, replies=(noticing(answered.replies[0], (Block(Mark.NOTICE, notice),)), *answered.replies[1:])
    )


def _noticed(guide: Guide, notice: str, before: Living, now: datetime) -> Turn:
    """Return one calm line with the ways on: back to a walk if there is one, topics, urgent help."""
    base = Position(role=before.position.role, area=before.position.area)
    scene = Scene(guide, base, now)
    reply = noticed(scene, notice)
    if before.walk is not None:
        reply = with_carry_on(scene, reply, before.position)
    return Turn((reply,))
