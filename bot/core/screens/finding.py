"""The answer to a typed message: a crisis card alone, or else its match, under a line of caution if needed.

Every turn ends here. Its positions get four characters for the words that were shown, so the next turn can say what
has changed since. They hold nothing about a person, and nothing is kept anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bot.core import directory
from bot.core.assurance import words_shown
from bot.core.content_index import ContentIndex, IdKind, title_of
from bot.core.guide import Guide
from bot.core.library import CrisisCard, Library
from bot.core.position import HEAD_LENGTH, LENGTH, LISTED, STEP_LENGTH, Position, Step, code, decode, encode
from bot.core.quotations import filled
from bot.core.reply import Block, Button, Mark, MessageFinding, Reply, Row, Tier, Turn
from bot.core.screens import asked_directory, entries, no_answer
from bot.core.screens.resolver import holding
from bot.core.screens.scene import Scene, chosen_area, short, ways
from bot.core.screens.service_lists import contacts, unconfirmed
from bot.core.screens.urgent import crisis_card, steps_to_match, suggestions
from bot.core.thread import unpack
from bot.core.voices import in_voice

_URGENT = frozenset({Mark.DANGER, Mark.TITLE, Mark.CONTACT})
_WHICH = 2  # characters of a mark that say what it is about; the other two say which words were shown


def replies(guide: Guide, finding: MessageFinding, now: datetime) -> tuple[Reply, ...]:
    """Return the replies to a message, with the way back to a walk that it interrupted.

    For danger now that is the crisis card alone, which leads on to what the message was matched with.
    """
    scene = Scene(guide, finding.base, now)
    card = guide.hearing.danger.cards.get(finding.card)
    if card == guide.library.crisis.get(finding.card):
        card = scene.library.crisis.get(finding.card)  # the card's words, in the talk's voice
    drawn = [_card(scene, finding, card)] if card is not None else _answers(scene, finding)
    if finding.walk is not None:
        drawn[-1] = with_carry_on(scene, drawn[-1], finding.walk)
    drawn[0] = noticing(drawn[0], notices(guide, finding.kinds, cut=finding.cut))
    first, *others = (replace(reply, in_place=False) for reply in _each_said_once(drawn))
    asked = finding.directory is not None and (finding.directory.leads or finding.directory.services)
    whole = card is not None or (finding.tier == "answer" and not (asked or finding.others))  # its position has it all
    choice = finding.point and finding.tier == "suggestions"
    points = (*((f"{finding.entries[0]}/{finding.point}",) if choice else ()), *finding.others)
    return (first if whole else holding(guide, first, now, () if asked else points), *others)


def _answers(scene: Scene, finding: MessageFinding) -> list[Reply]:
    """Return the answer to a message without danger now: its match, then questions about its place."""
    is_withdrawn, left = _is_withdrawn(scene, finding), without_withdrawn(scene.guide, finding)
    asked = asked_directory.answers(left)
    first = no_answer.withdrawn(scene, left.entries) if is_withdrawn and not asked else _match(scene, left)
    drawn = [_placed(scene, _cautioned(scene, first, finding)).offering(*_back_to(scene, finding))]
    if finding.councils:
        drawn.append(_which_area(scene, replace(left, entries=()) if is_withdrawn else left))
    if finding.outside:
        drawn.append(_outside(scene))
    if finding.nudge in scene.library.language:
        better = Block(Mark.SMALL, scene.library.language[finding.nudge].nudge, scene.words("nudge"))
        drawn[0] = replace(drawn[0], blocks=(*drawn[0].blocks, better))
    return drawn


def _back_to(scene: Scene, finding: MessageFinding) -> Iterator[Button]:
    """Yield the button to another point that a message asks for, in the entry that the talk was about before."""
    entry, _, point = finding.leans.partition("/")
    if entry in scene.library.entries and finding.leans not in finding.others:  # those are on the screen
        label = scene.words("button-back-to", title=scene.library.entries[entry].point(point).title)
        yield scene.to(short(label), scene.step("point", finding.leans), title=label)


def _each_said_once(drawn: Sequence[Reply]) -> Iterator[Reply]:
    """Yield replies; if several have the same small line, keep it only in the last one."""
    for number, reply in enumerate(drawn, 1):
        later = {block for after in drawn[number:] for block in after.blocks if block.mark is Mark.SMALL}
        yield replace(reply, blocks=tuple(block for block in reply.blocks if block not in later))


def without_withdrawn(guide: ContentIndex, finding: MessageFinding) -> MessageFinding:
    """Return what a message was matched with, without entries that a switch took off.

    If the best entry is off, the others are only suggestions, because they did not fit best.
    """
    left = tuple(entry for entry in finding.entries if entry in guide.library.entries)
    if left == finding.entries:
        return finding
    same = left[:1] == finding.entries[:1]
    tier: Tier = "answer" if finding.tier == "answer" and same else "suggestions" if left else "not-covered"
    return replace(finding, entries=left, point=finding.point if same else "", tier=tier)


def _is_withdrawn(scene: Scene, finding: MessageFinding) -> bool:
    """Say whether a switch took off what a message asks for: its answer, or all of its suggestions."""
    off = [entry in scene.guide.withdrawn.get("entry", {}).values() for entry in finding.entries]
    return (finding.tier == "answer" and off[0]) or (bool(off) and all(off))


def _card(scene: Scene, finding: MessageFinding, card: CrisisCard) -> Reply:
    """Return the crisis card of a message, with a button to what it was matched with."""
    position = scene.position.then(*_steps(scene, finding), scene.step("crisis", finding.card))
    return _placed(scene, crisis_card(replace(scene, position=position, shown=finding.card), card))


def _steps(scene: Scene, finding: MessageFinding) -> tuple[Step, ...]:
    """Return the steps to what a message was matched with; if that is all taken off, to the first such page."""
    if _is_withdrawn(scene, finding):
        return (scene.step("matched-answer", finding.entries[0]),)
    return steps_to_match(scene, without_withdrawn(scene.guide, finding))


def _cautioned(scene: Scene, reply: Reply, finding: MessageFinding) -> Reply:
    """Put the line of caution above an answer, with the button to its crisis card; 999 is not said twice."""
    if finding.caution not in scene.library.crisis:
        return reply
    is_answer = finding.tier == "answer" and finding.entries[0] in scene.library.entries
    before = (entries.step_to(scene, finding.entries[0], finding.point),) if is_answer else _steps(scene, finding)
    position = scene.position.then(*before, scene.step("crisis", finding.caution))
    button = Button(scene.words("button-caution"), encode(position), Row.CHOICE)
    line = () if reply.blocks[0].mark is Mark.DANGER else (Block(Mark.CAUTION, scene.words("caution")),)
    return replace(reply, blocks=(*line, *reply.blocks), buttons=(button, *reply.buttons))


def _placed(scene: Scene, reply: Reply) -> Reply:
    """Say under an answer which council was recognised, if any, because it decides which services come next."""
    if not scene.area or any(block.id == "list-in" for block in reply.blocks):
        return reply
    area = scene.library.areas.councils[scene.area].name
    return replace(reply, blocks=(*reply.blocks, Block(Mark.SMALL, scene.words("area-known", area=area))))


def noticing(reply: Reply, notices: Sequence[Block]) -> Reply:
    """Put notices above a reply, but below danger, its numbers and the line of caution."""
    blocks = reply.blocks
    first = blocks[0].mark if blocks else None
    urgent = int(first is Mark.CAUTION)
    if first is Mark.DANGER:
        urgent = next((i for i, b in enumerate(blocks) if b.mark not in _URGENT and i), len(blocks))
    return replace(reply, blocks=(*blocks[:urgent], *notices, *blocks[urgent:]))


def _match(scene: Scene, finding: MessageFinding) -> Reply:
    """Draw what a message was matched with, or the directory's answer."""
    if asked_directory.answers(finding):
        return asked_directory.directory_reply(scene, finding)
    return asked_directory.beside(scene, _guidance(scene, finding), finding)


def _guidance(scene: Scene, finding: MessageFinding) -> Reply:
    """Draw the entry that a message asks for, the entries that it may ask for, or that there is none."""
    if finding.tier == "answer":
        return entries.answering(scene, finding.entries[0], finding.point, finding.others)
    scene = _without_list(scene)
    scene = replace(scene, position=scene.position.then(*steps_to_match(scene, finding)))
    if finding.tier == "suggestions":
        return suggestions(scene, finding.entries, finding.point, finding.others)
    kind = scene.library.outside.get(finding.not_ours)
    heard = no_answer.understood(scene, finding)
    near = finding.near
    return no_answer.not_ours(scene, kind, near, heard) if kind else no_answer.not_covered(scene, near, heard)


def _without_list(scene: Scene) -> Scene:
    """Return a scene without suggestions, or nothing found, at its end; the best suggestion stays, as the subject."""
    last, letters, before = scene.position.last, scene.guide.letters, scene.position.back()
    if last is None or last.letter not in {*LISTED, letters["matched-nothing"]}:
        return scene
    best = scene.position.steps[len(before.steps)]
    kept = (Step(letters["matched-answer"], best.code),) if best.letter == letters["matched-suggestions"] else ()
    return replace(scene, position=before.then(*kept))


def _which_area(scene: Scene, finding: MessageFinding) -> Reply:
    """Ask which of several councils was meant; each button goes on to who can help there."""
    steps = [scene.step(name, entry) for entry in finding.entries[:1] for name in ("entry", "nearby")]
    there = scene.position.then(*steps)
    names = scene.library.areas.councils
    buttons = [chosen_area(names[gss].name, there, gss) for gss in finding.councils]
    return scene.reply([Block(Mark.QUESTION, scene.words("which-area"))], (*buttons, *ways(scene)))


def _outside(scene: Scene) -> Reply:
    """Say that a place is outside Scotland, with what works there."""
    services = [scene.library.services[i] for i in scene.library.vocabulary.outside_scotland]
    shown = services[: directory.SHOWN]
    blocks = [Block(Mark.TEXT, scene.words("outside-scotland")), *contacts(scene, shown), *unconfirmed(scene, shown)]
    return scene.reply(blocks, ways(scene))


def with_carry_on(scene: Scene, reply: Reply, walk: Position) -> Reply:
    """Return a reply with the button back to a walk, before the buttons that every screen has."""
    return reply.offering(Button(scene.words("button-carry-on"), encode(walk), Row.CHOICE))


def noticed(scene: Scene, notice: str) -> Reply:
    """Draw one calm line with the buttons to go on."""
    topics = scene.press("button-topics", scene.step("topics"))
    home = Button(scene.words("button-home"), scene.here[:HEAD_LENGTH], Row.ACTION)
    return scene.reply([Block(Mark.NOTICE, notice)], (topics, home, *ways(scene)), in_place=False)


def notices(guide: Guide, details: Sequence[str], *, cut: bool) -> tuple[Block, ...]:
    """Return the calm lines that open a reply."""
    lines = []
    kinds = [guide.words(f"kind-{kind}") for kind in details]
    if kinds:
        joined = ", ".join(kinds[:-1]) + f" {guide.words('and')} {kinds[-1]}" if len(kinds) > 1 else kinds[0]
        lines.append(guide.words("personal-details", kinds=joined))
    if cut:
        lines.append(guide.words("too-long"))
    return tuple(Block(Mark.NOTICE, line) for line in lines)


def finished(guide: Guide, turn: Turn, after: str) -> Turn:
    """Return a turn ready to send: with what has changed, marks of its words in its positions, and the content's id."""
    replies = [_carrying(guide, reply) for reply in turn.replies]
    before = guide.position(after) if after else None
    title = _changed(guide, before) if before is not None else ""
    if before is not None and title and replies:
        line = Block(Mark.NOTICE, guide.words("changed-since", title=title))
        replies[0], turn = noticing(replies[0], (line,)), replace(turn, changed=before.seen)
    if guide.shows_content_id and guide.library.content_id and replies:
        line = Block(Mark.SMALL, guide.words("content-id", id=guide.library.content_id))
        replies[-1] = replace(replies[-1], blocks=(*replies[-1].blocks, line))
    return replace(turn, replies=tuple(replies))


def _changed(guide: Guide, position: Position) -> str:
    """Return the title of what has changed since a position was written; ``""`` for a forged or old mark."""
    for thing, identifier in _things(guide, position):
        mark = _mark(guide, thing, identifier)
        if mark[:_WHICH] == position.seen[:_WHICH]:
            library = in_voice(guide.library, unpack(position.person).pronoun)
            return "" if mark == position.seen else title_of(library, thing, identifier)
    return ""


def _carrying(guide: Guide, reply: Reply) -> Reply:
    """Return a reply with the mark of its subject in its position, and in those of buttons that go on from it."""
    position, held = decode(reply.position), {guide.letters["showing"], guide.letters["also"]}
    long = len(reply.position) - STEP_LENGTH * sum(step.letter in held for step in position.steps) if position else 0
    thing = next(_things(guide, position), None) if position is not None else None
    if position is None or thing is None:
        return reply
    here = encode(replace(position, seen=_mark(guide, *thing)))
    bare = here[: long - len(reply.position) or None]
    most = LENGTH - len(bare) + long
    buttons = tuple(
        replace(each, position=bare + each.position[long:])
        if each.position.startswith(reply.position[:long]) and len(each.position) <= most
        else each
        for each in reply.buttons
    )
    return replace(reply, position=here, buttons=buttons)


def _things(guide: Guide, position: Position) -> Iterator[tuple[IdKind, str]]:
    """Yield the entries, flows and services that a position shows, latest first."""
    for step in reversed(position.steps):
        screen = guide.screens.by_letter.get(step.letter)
        if screen is None or screen.listed or screen.thing not in ("entry", "point", "flow", "service"):
            continue
        if identifier := guide.ids[screen.thing].get(step.code, "").partition("/")[0]:
            yield "entry" if screen.thing == "point" else screen.thing, identifier


def _mark(guide: Guide, thing: IdKind, identifier: str) -> str:
    """Return four characters: which entry, flow or service it is, and which words it is shown with."""
    its = thing, identifier
    return guide.marks.get(its) or guide.marks.setdefault(its, _marked(guide.library, *its))


def _marked(library: Library, thing: IdKind, identifier: str) -> str:
    if thing == "entry":
        its = library.entries[identifier]
        points = [(point.title, point.text) for point in its.points]
        words = repr((its.title, its.first, its.say, its.avoid, its.simple, its.answer, its.roles, points))
    elif thing == "flow":
        words = "\n".join(words_shown(library.flows[identifier], library))
    else:
        words = repr(replace(library.services[identifier], also_called=(), aliases=(), sources=(), assured=None))
    return code(f"{thing}/{identifier}", _WHICH) + code(filled(words, library), _WHICH)
