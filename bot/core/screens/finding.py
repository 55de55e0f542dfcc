"""What a typed message brings up: danger, an answer, suggestions, or that nothing covers it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core import directory, emergency
from bot.core.guide import Guide
from bot.core.library import CrisisCard
from bot.core.position import FIRST, MARK, Position, Step, encode, picked
from bot.core.reply import Block, Button, Mark, MessageFinding, Reply, Row, Turn
from bot.core.screens import entries, not_covered
from bot.core.screens.scene import Scene, chosen_area, entry_button, ways
from bot.core.screens.service_lists import contacts, unconfirmed
from bot.core.screens.urgent import crisis_card

_URGENT = frozenset({Mark.DANGER, Mark.CONTACT})


def replies(guide: Guide, finding: MessageFinding, now: datetime) -> tuple[Reply, ...]:
    """Return the replies to a message, danger first, with the way back to a walk that it interrupted.

    Args:
        guide: the library with its index and its screens.
        finding: what the message brought up.
        now: the moment they are drawn at, with its time zone.
    """
    scene = Scene(guide, finding.base, now)
    is_withdrawn, finding = _is_withdrawn(guide, finding), without_withdrawn(guide, finding)
    card = guide.hearing.danger.cards.get(finding.card)
    drawn = _answers(scene, finding, card, is_withdrawn=is_withdrawn)
    if scene.area:
        drawn[-1] = _placed(scene, drawn[-1])
    if finding.councils:
        drawn.append(_which_area(scene, replace(finding, entries=()) if is_withdrawn else finding))
    if finding.outside:
        drawn.append(_outside(scene))
    if finding.walk is not None:
        drawn[-1] = with_carry_on(scene, drawn[-1], finding.walk)
    if finding.nudge in guide.library.language:
        drawn[0] = _nudged(scene, drawn[0], guide.library.language[finding.nudge].nudge)
    drawn[0] = noticing(drawn[0], notices(guide, finding.kinds, cut=finding.cut))
    return tuple(replace(reply, in_place=False) for reply in drawn)


def without_withdrawn(guide: Guide, finding: MessageFinding) -> MessageFinding:
    """Return what a message brought up without entries that a switch took off.

    What is left of an answer is only a suggestion, since it is not what fitted best.
    """
    left = tuple(entry for entry in finding.entries if entry in guide.library.entries)
    if left == finding.entries:
        return finding
    answered = finding.tier == "answer" and left[:1] == finding.entries[:1]
    return replace(finding, entries=left, tier="answer" if answered else "suggestions" if left else "not-covered")


def _is_withdrawn(guide: Guide, finding: MessageFinding) -> bool:
    """Say whether what a message asks for is taken off: its answer, or all of its suggestions."""
    off = [entry not in guide.library.entries for entry in finding.entries]
    return (finding.tier == "answer" and off[0]) or (bool(off) and all(off))


def _answers(scene: Scene, finding: MessageFinding, card: CrisisCard | None, *, is_withdrawn: bool) -> list[Reply]:
    """Return the crisis card and what the match found; as one message where the answer is the card's own entry."""
    if is_withdrawn:
        cards = [_card(scene, finding.card, card)] if card else []
        return [*cards, not_covered.withdrawn(scene, finding.entries)]
    if card is None:
        return [_found(scene, finding)]
    if finding.tier == "answer" and finding.entries[0] == scene.guide.id_today("entry", card.entry):
        answer = _found(scene, finding)
        return [replace(answer, blocks=(*_danger(card), *answer.blocks))]
    shown = _card(scene, finding.card, card)
    return [shown] if finding.tier == "not-covered" else [shown, _found(scene, finding)]


def _card(scene: Scene, identifier: str, card: CrisisCard) -> Reply:
    return crisis_card(_there(scene, "crisis", identifier), card)


def _there(scene: Scene, screen: str, identifier: str) -> Scene:
    """Return the scene of another screen with the same role and area."""
    return replace(scene, position=scene.position.at(scene.step(screen, identifier)), shown=identifier)


def _placed(scene: Scene, reply: Reply) -> Reply:
    """Say under an answer which council was read, since it decides which services come next."""
    area = scene.library.areas.councils[scene.area].name
    return replace(reply, blocks=(*reply.blocks, Block(Mark.SMALL, scene.words("area-known", area=area))))


def _nudged(scene: Scene, reply: Reply, better: str) -> Reply:
    """Put a gentle better word under an answer."""
    return replace(reply, blocks=(*reply.blocks, Block(Mark.SMALL, better, scene.words("nudge"))))


def _danger(card: CrisisCard) -> tuple[Block, ...]:
    return (Block(Mark.DANGER, card.line), *(emergency.contact(c.label, c.number) for c in card.contacts))


def noticing(reply: Reply, notices: Sequence[Block]) -> Reply:
    """Put notices above a reply, but never above danger and its numbers."""
    blocks = reply.blocks
    urgent = 0
    if blocks and blocks[0].mark is Mark.DANGER:
        urgent = next((i for i, b in enumerate(blocks) if b.mark not in _URGENT and i), len(blocks))
    return replace(reply, blocks=(*blocks[:urgent], *notices, *blocks[urgent:]))


def _found(scene: Scene, finding: MessageFinding) -> Reply:
    if finding.tier == "suggestions":
        return _suggestions(scene, finding.entries)
    if finding.tier == "not-covered":
        kind = scene.library.outside.get(finding.not_ours)
        return not_covered.not_ours(scene, kind) if kind else not_covered.not_covered(scene)
    return entries.answer(replace(_there(scene, "entry", finding.entries[0]), rank=FIRST))


def _suggestions(scene: Scene, found: Sequence[str]) -> Reply:
    buttons = [entry_button(scene, entry, picked(rank)) for rank, entry in enumerate(found, 1)]
    none = scene.step("none-of-these"), Step(MARK, picked(0))
    buttons.append(scene.press("button-none-of-these", *none, row=Row.CHOICE))
    titles = [Block(Mark.STEP, scene.library.entries[entry].title, part="choice") for entry in found]
    blocks = [Block(Mark.TEXT, scene.words("which-of-these")), *titles]
    return scene.reply(blocks, (*buttons, *ways(scene)))


def _which_area(scene: Scene, finding: MessageFinding) -> Reply:
    """Ask which of several councils was meant; each button goes on to who can help there."""
    steps = [scene.step(name, entry) for entry in finding.entries[:1] for name in ("entry", "nearby")]
    there = scene.position.at(*steps)
    names = scene.library.areas.councils
    buttons = [chosen_area(names[gss].name, there, gss) for gss in finding.councils]
    return scene.reply([Block(Mark.QUESTION, scene.words("which-area"))], (*buttons, *ways(scene)))


def _outside(scene: Scene) -> Reply:
    """Say that a place is outside Scotland, with what works there."""
    services = [scene.library.services[i] for i in scene.library.vocabulary.outside_scotland]
    shown = services[: directory.SHOWN]
    blocks = [
        Block(Mark.TEXT, scene.words("outside-scotland")),
        *contacts(scene, shown),
        *unconfirmed(scene, shown),
    ]
    return scene.reply(blocks, ways(scene))


def with_carry_on(scene: Scene, reply: Reply, walk: Position) -> Reply:
    """Return a reply with the button that leads back to a walk, before the ways that every screen has."""
    button = Button(scene.words("button-carry-on"), encode(walk), Row.CHOICE)
    last = sum(b.row is Row.WAY for b in reply.buttons)
    return replace(
        reply,
        buttons=(*reply.buttons[: len(reply.buttons) - last], button, *reply.buttons[len(reply.buttons) - last :]),
    )


def noticed(scene: Scene, notice: str) -> Reply:
    """Draw one calm line with the ways on."""
    topics = scene.press("button-topics", scene.step("topics"))
    home = Button(scene.words("button-home"), scene.here, Row.ACTION)
    return scene.reply([Block(Mark.NOTICE, notice)], (topics, home, *ways(scene)), in_place=False)


def notices(guide: Guide, details: Sequence[str], *, cut: bool) -> tuple[Block, ...]:
    """Return the calm lines that open a reply.

    Args:
        guide: whose words they are.
        details: kinds of personal details that the message held; their values are never said.
        cut: whether only the first part of the message was read.
    """
    lines = []
    kinds = [guide.words(f"kind-{kind}") for kind in details]
    if kinds:
        joined = ", ".join(kinds[:-1]) + f" {guide.words('and')} {kinds[-1]}" if len(kinds) > 1 else kinds[0]
        lines.append(guide.words("personal-details", kinds=joined))
    if cut:
        lines.append(guide.words("too-long"))
    return tuple(Block(Mark.NOTICE, line) for line in lines)


def with_content_id(guide: Guide, turn: Turn) -> Turn:
    """Return a turn with the short id of the content at its end, where the deployment shows it."""
    if not guide.shows_content_id or not guide.library.content_id or not turn.replies:
        return turn
    line = Block(Mark.SMALL, guide.words("content-id", id=guide.library.content_id))
    *before, last = turn.replies
    return replace(turn, replies=(*before, replace(last, blocks=(*last.blocks, line))))
