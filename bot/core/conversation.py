"""One turn: what came in, and everything that goes out.

A message is read in a fixed order: danger, personal details, place, meaning. Danger now comes first and alone, whatever
else the message asks; the rest is one press away.
"""

from dataclasses import replace
from datetime import datetime

from bot.core import corrections, talk_subject
from bot.core.corrections import FEW_WORDS, by_age, corrected, job_told, person_after, place_chosen, with_person
from bot.core.directory_list import SPECIALIST
from bot.core.guide import Guide
from bot.core.hearing import HeardMessage, is_clear
from bot.core.position import HELPED, NO_CODE, Position, area_code, code, unmarked
from bot.core.reply import (
    Asked,
    Block,
    Event,
    Incoming,
    Mark,
    MessageFinding,
    Opened,
    Pressed,
    Reply,
    Turn,
    Unsupported,
)
from bot.core.screens.asked_directory import answers as asks_directory
from bot.core.screens.asked_directory import subjects, with_council_team
from bot.core.screens.choosers import before_choosing
from bot.core.screens.finding import finished, noticed, noticing, with_carry_on, without_withdrawn
from bot.core.screens.finding import replies as draw_finding
from bot.core.screens.follow_ups import helped, unsaid
from bot.core.screens.resolver import Resolved, before_card, draw, draw_resolved, entry_of, resolve, scene_of
from bot.core.screens.scene import Scene
from bot.core.speech_acts import of_services, shown
from bot.core.thread import pack, unpack
from bot.core.turn_events import entries_in, of_directory, of_press, of_question

LONGEST = 4096  # characters of a message that are read
_SHORT = 8  # words of a message that corrects a place


def turn(guide: Guide, incoming: Incoming, now: datetime) -> Turn:
    """Answer one incoming thing.

    Returns:
        The replies in order, what was found, and events that hold only ids.
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
    return finished(guide, answered, incoming.position if isinstance(incoming, Pressed) else incoming.after)


def _asked(guide: Guide, text: str, after: str, now: datetime) -> Turn:
    words = text.strip()
    if words.casefold() in guide.screens.typed and guide.hearing.danger.detect(words) is None:
        return _opened(guide, words.casefold(), after, now)
    before = _before(guide, after)
    if not any(map(str.isalnum, words)):
        return _noticed(guide, guide.words("nothing-typed"), before, now)
    before, heard = _heard(guide, words[:LONGEST], before, now)
    heard = _of_adults(guide, with_person(guide, heard, before), before)
    if heard.directory is not None and heard.directory.council:
        heard = with_council_team(scene_of(guide, before, now), heard)
    finding = _finding(guide, heard, before, cut=len(words) > LONGEST)
    only_person, asked = heard.only_person and bool(before.position.steps), heard.directory
    answered = (
        talk_subject.question_put(guide, heard, finding.base, before, now)
        or job_told(guide, heard, before, now)
        or corrections.put_right(guide, heard, finding, before, now)
        or place_chosen(guide, heard, finding, before, len(words.split()), now)
    )
    if answered is None and asked is not None and (asked.of_shown or asked.attribute == "cost"):
        answered = of_services(guide, heard, before, now)
    if answered is None and not is_clear(heard):
        answered = (
            (talk_subject.of_case(guide, heard, before, now) if asked and asked.turns and not asked.placed else None)
            or (None if only_person else talk_subject.whole_act(guide, heard, before, now))
            or corrected(guide, heard, finding, before, now, is_short=len(words.split()) <= _SHORT and "?" not in words)
            or (of_services(guide, heard, before, now) if heard.of_shown else None)
            or talk_subject.courtesy(guide, heard, before, now)
            or talk_subject.read_on(guide, heard, finding, before, now)
            or (
                talk_subject.more_of_it(guide, heard, finding, before, now) if len(words.split()) <= FEW_WORDS else None
            )
        )
    answered = answered or _nothing_yet(guide, heard, before, now)
    councils = tuple(guide.library.areas.councils[gss].name for gss in heard.councils)
    return replace(answered or _found(guide, heard, finding, now), personal=heard.details, councils=councils)


def _nothing_yet(guide: Guide, heard: HeardMessage, before: Resolved, now: datetime) -> Turn | None:
    """Answer a question that only a talk gives a meaning, such as "their number", before anything was shown."""
    act, asks = guide.library.acts.get(heard.act), heard.directory is not None and heard.directory.leads
    if act is None or not act.in_talk or before.position.steps or asks or heard.danger or heard.tier != "not-covered":
        return None
    return shown(guide, before.position.then(guide.screens.step("said", act.id)), now)


def _heard(guide: Guide, words: str, before: Resolved, now: datetime) -> tuple[Resolved, HeardMessage]:
    """Return the screen before a message, or before the crisis card once help has come, and what the message says."""
    heard = talk_subject.heard_here(guide, words, before.position)
    opens = guide.library.acts.get(heard.opening)
    if before.position.steps and opens is not None and opens.does == "home" and not heard.only_person:
        talk, again = _heard(guide, words, resolve(guide, before.position.at().of(NO_CODE)), now)
        if again.tier != "not-covered" or again.danger is not None or again.directory is not None:
            return talk, again
    heard = _calmed(guide, talk_subject.of_the_page(guide, heard, before, now), before)
    asks = heard.settled and heard.ends_asking and not heard.crisis
    earlier = before_card(guide, before.position) if asks else before.position
    if earlier == before.position or not subjects(guide, earlier):
        return before, heard
    there, again = resolve(guide, earlier), guide.hearing.hear(words, subjects(guide, earlier))
    return there, replace(talk_subject.of_the_page(guide, again, there, now), danger=heard.danger)


def _of_adults(guide: Guide, heard: HeardMessage, before: Resolved) -> HeardMessage:
    """Offer no page on somebody under 18 beside others if neither the talk nor the message is about one."""
    other = not before.position.steps or heard.tier != "suggestions" or heard.young or heard.danger is not None
    if other or heard.person.is_child or unpack(before.position.person).is_child:
        return heard
    pages, children = guide.library.entries, corrections.of_children(guide)
    themes = {pages[id].theme for id in subjects(guide, before.position) if id in pages}
    if not themes.isdisjoint(pages[id].theme for id in children):
        return heard
    entries = tuple(id for id in heard.entries if id not in children)
    near = tuple(id for id in heard.near if id.partition("/")[0] not in children)
    return replace(heard, entries=entries, near=near) if entries else heard


def _calmed(guide: Guide, heard: HeardMessage, before: Resolved) -> HeardMessage:
    """Leave out danger that is over, and possible danger when help has come or the message is a plain search."""
    over = heard.settled and any(guide.screens.of(step).thing == "crisis" for step in before.position.steps)
    danger = heard.remaining if over else heard.danger
    possible = danger is not None and danger.grade == "line"
    return replace(heard, danger=None if possible and (over or is_clear(heard)) else danger)


def _before(guide: Guide, after: str) -> Resolved:
    """Resolve the position of the screen that something was typed or opened under."""
    position = guide.position(after) if after else None
    screen = unsaid(guide, position) if position else Position()
    return replace(resolve(guide, screen), said=position.steps[len(screen.steps) :]) if position else Resolved(screen)


def _found(guide: Guide, heard: HeardMessage, finding: MessageFinding, now: datetime) -> Turn:
    """Answer with what a message finds: danger, entries, a service or a list, or that nothing covers it."""
    shown = without_withdrawn(guide, finding)
    asked = not finding.card and asks_directory(shown)
    replies = draw_finding(guide, finding, now)
    return Turn(
        replies=replies,
        tier="screen" if asked else shown.tier,
        crisis=finding.card or None,
        caution=finding.caution or None,
        entries=() if asked else shown.entries,
        events=of_directory(guide, heard, replies) if asked else of_question(guide, shown, heard.unmet, replies),
        finding=finding,
    )


def _finding(guide: Guide, heard: HeardMessage, before: Resolved, *, cut: bool) -> MessageFinding:
    area = area_code(heard.council) if heard.council else before.position.area
    role = code(heard.works_as, 2) if heard.works_as and not before.position.steps else before.position.role
    person = person_after(guide, heard, before)
    entries = by_age(guide, heard, person)
    entries, point, others = talk_subject.points_asked(guide, heard, before, entries, person)
    closing = guide.library.acts.get(heard.closing)
    point = "" if closing and closing.does == "say" else point  # the page's own words to say, in place of a point
    return MessageFinding(
        base=replace(before.position, area=area, role=role).of(pack(person)),
        tier=heard.tier if entries[:1] == heard.entries[:1] else "suggestions",  # another page comes first by age
        entries=entries,
        point=point,
        others=others,
        leans=heard.leans if heard.tier == "answer" and not heard.leans.startswith(f"{heard.entries[0]}/") else "",
        card=heard.crisis,
        caution=heard.caution,
        kinds=_kinds(heard),
        councils=heard.councils if len(heard.councils) > 1 else (),
        outside=heard.outside,
        cut=cut,
        walk=before.position if before.walk is not None else None,
        nudge=heard.nudge if heard.danger is None and heard.tier == "answer" else "",
        not_ours=heard.not_ours,
        near=heard.nearest[:2] if heard.tier == "not-covered" else (),
        directory=heard.directory,
    )


def _kinds(heard: HeardMessage) -> tuple[str, ...]:
    """Return the kinds of personal details to mention; not a postcode that only says where to look for services."""
    kinds, asked = tuple(dict.fromkeys(detail.kind for detail in heard.details)), heard.directory
    if kinds != ("postcode",) or not heard.councils or heard.danger or asked is None:
        return kinds
    plain = asked.only_place or (asked.leads and asked.sure)
    return () if plain and not (asked.told or asked.needs == (SPECIALIST,)) else kinds  # unless it says that she sells


def _pressed(guide: Guide, text: str, now: datetime) -> Turn:
    position = guide.position(text)
    if position is None:
        home = draw(guide, Position(), now)
        notice = Block(Mark.NOTICE, guide.words("moved"))
        return Turn((replace(home, blocks=(notice, *home.blocks), in_place=True),))
    reply, events = _followed(guide, position, now)
    where = unmarked(position).position
    in_place = reply.in_place and (reply.under is not None or not _stays(guide, where))
    return Turn((replace(reply, in_place=in_place),), entries=_entries(guide, where, reply), events=events)


def _followed(guide: Guide, position: Position, now: datetime) -> tuple[Reply, tuple[Event, ...]]:
    """Return the screen of a button or a link, and what following it counts as."""
    pressed = unmarked(position)
    resolved = resolve(guide, pressed.position)
    scene = scene_of(guide, resolved, now, pressed.rank)
    reply, screen = draw_resolved(guide, resolved, scene), guide.screens.of(resolved.position.last)
    if resolved.shows == "itself" and pressed.mark == HELPED and screen.page:
        reply = helped(scene, reply)
    elif screen.leads_away and pressed.mark and resolved.shows == "itself":
        reply = replace(reply, under=draw(guide, resolved.position.back(), now))
    return reply, of_press(guide, pressed, resolved, scene, reply)


def _stays(guide: Guide, position: Position) -> bool:
    """Say whether the message with the pressed button stays, because it is an answer."""
    if len(position.steps) < 2:
        return False
    before, last = (guide.screens.by_letter.get(step.letter) for step in position.steps[-2:])
    return before is not None and before.stays and not (last is not None and before.name in last.replaces)


def _entries(guide: Guide, position: Position, reply: Reply) -> tuple[str, ...]:
    """Return the entry that a screen is about, then those that its buttons open."""
    entry = entry_of(guide, position)
    return tuple(dict.fromkeys((*((entry,) if entry else ()), *entries_in(guide, reply))))


def _opened(guide: Guide, link: str, after: str, now: datetime) -> Turn:
    before = _before(guide, after).position
    base = before.at()
    position = _linked(guide, link.strip(), before) or guide.position(link.strip())
    if position is None:
        return _noticed(guide, guide.words("not-found"), Resolved(base), now)
    reply, events = _followed(guide, position, now)
    entries = _entries(guide, unmarked(position).position, reply)
    return Turn((replace(reply, in_place=False),), entries=entries, events=events)


def _linked(guide: Guide, link: str, before: Position) -> Position | None:
    """Return where a link leads: a fixed word, or the id of something in the content.

    ``entry_``, ``flow_`` or ``service_`` before an id says which of them it is.
    """
    base = before.at()
    screen = guide.screens.linked.get(link)
    if screen is not None and not screen.letter:
        return base.of(NO_CODE)
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
    """Return one calm line with buttons to go on: back to a walk if there is one, topics, urgent help."""
    scene = Scene(guide, before.position, now)
    reply = noticed(scene, notice)
    if before.walk is not None:
        reply = with_carry_on(scene, reply, before.position)
    return Turn((reply,))
