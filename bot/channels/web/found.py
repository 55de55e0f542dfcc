"""The address of an answer: what a question brought up, by short codes of ids, so that it can be opened again.

The question is posted and is in no address. An answer shown right there would still leave the question in the
browser's history, to be sent again on Back or Reload. So the browser is sent on to the answer's own address: Back and
Reload work, and after a phone call the page is still there. An address is given only where it shows the same answer.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bot.channels.reporting import report
from bot.channels.talk import Talk
from bot.channels.web.forms import Form
from bot.core import crisis, emergency
from bot.core.conversation import LONGEST
from bot.core.guide import Guide
from bot.core.library import CrisisCard
from bot.core.matcher import Match, MatchTier
from bot.core.messages import KEYS
from bot.core.personal import Detail
from bot.core.position import Kind, Position, area_code, code, decode, encode
from bot.core.reply import Block, Button, Mark, Reply, Row, Turn
from bot.core.screens import finding
from bot.core.screens.drawing import draw, living
from bot.core.screens.scene import Scene

LONGEST_ADDRESS = 256  # characters
_PART = re.compile(r"[a-z][A-Za-z0-9_-]*")
_TIERS: Mapping[str, MatchTier] = {"a": "answer", "s": "suggestions", "n": "not-covered"}
_CARDS = {code(card): card for card in crisis.CARDS}
_KINDS = {code(key.removeprefix("kind-"), 2): key.removeprefix("kind-") for key in KEYS if key.startswith("kind-")}


@dataclass(frozen=True, slots=True)
class Found:
    """What a question brought up.

    Args:
        base: the job and the area it was answered with; for a screen, the position that draws it.
        parts: the rest, each under its letter: d the crisis card, a/s/n the tier with its entries, k kinds of personal
            details, t a message cut short, c councils to choose from, o a place outside Scotland, w a walk to carry
            on with, v a screen that its position draws, e a message with nothing in it.
    """

    base: Position
    parts: Mapping[str, str]


def address(talk: Talk, turn: Turn, asked: Form) -> str:
    """Return the address of an answer, or ``""`` where no address would show the very same."""
    try:
        guide = talk.guide()
        return _address(guide, turn, asked, talk.clock().date()) if guide and turn.replies[0].position else ""
    except Exception as error:  # the answer is there, and stands
        report(error)
        return ""


def _address(guide: Guide, turn: Turn, asked: Form, today: date) -> str:
    shown, position = _plain(turn.replies), turn.replies[0].position
    if _plain((draw(guide, decode(position) or Position(), today),)) == shown:
        return f"/at/{position}"
    found = _of(guide, turn, asked)
    return f"/found/{_written(found)}" if _plain(_replies(guide, found, today)) == shown else ""


def turn(talk: Talk, text: str) -> Turn | None:
    """Return the turn that an address shows, or None where it is no such address."""
    found = _read(text)
    if found is None:
        return None
    try:
        guide = talk.guide()
        if guide is not None:
            return Turn(_replies(guide, found, talk.clock().date()))
    except Exception as error:
        report(error)
    card = _CARDS.get(found.parts.get("d", ""))
    return _without_guide(crisis.CARDS[card]) if card else emergency.turn("")


def _without_guide(card: CrisisCard) -> Turn:
    missing = Block(Mark.SMALL, emergency.WORDS["guidance-missing"])
    return Turn((Reply((*emergency.card_blocks(card, emergency.WORDS["say"]), missing)),))


def _of(guide: Guide, turn: Turn, asked: Form) -> Found:
    first = turn.replies[0]
    base = decode(first.position) or Position()
    texts = {block.text for reply in turn.replies for block in reply.blocks}
    gss = {council.name: gss for gss, council in guide.library.areas.councils.items()}
    letter = next((letter for letter, tier in _TIERS.items() if tier == turn.tier), "")
    if not letter:
        letter = "e" if guide.words("nothing-typed") in texts else "v"
    walk = living(guide, decode(asked.after) or Position())
    parts = {
        "d": code(turn.crisis) if turn.crisis else "",
        "k": "".join(dict.fromkeys(code(found.kind, 2) for found in turn.personal)),
        "c": "".join(area_code(gss[name]) for name in turn.councils) if len(turn.councils) > 1 else "",
        "w": encode(walk.position) if walk.walk and letter != "v" else "",
    }
    given = {key: value for key, value in parts.items() if value}
    entries = turn.entries[:1] if letter == "a" else turn.entries
    given[letter] = "".join(map(code, entries)) if letter in _TIERS else ""
    given |= {"t": ""} if len(asked.question.strip()) > LONGEST else {}
    given |= {"o": ""} if guide.words("outside-scotland") in texts else {}
    return Found(base if letter == "v" else base.at(), given)


def _written(found: Found) -> str:
    return ".".join([encode(found.base), *(key + value for key, value in found.parts.items())])


def _read(text: str) -> Found | None:
    """Read an address back. Every string is safe to give: it is looked up in the living library, and nothing else."""
    first, *rest = text.split(".") if len(text) <= LONGEST_ADDRESS else [""]
    base = decode(first)
    if base is None or not rest or not all(_PART.fullmatch(part) for part in rest):
        return None
    return Found(base, {part[0]: part[1:] for part in rest})


def _replies(guide: Guide, found: Found, today: date) -> tuple[Reply, ...]:
    """Draw an answer again, as the engine drew it when the question was asked."""
    parts, known = found.parts, guide.ids[Kind.ENTRY]
    scene = Scene(guide, living(guide, found.base).position.at(), today)
    if "v" in parts:
        replies = [draw(guide, found.base, today)]
    elif "e" in parts:
        replies = [finding.noticed(scene, guide.words("nothing-typed"))]
    else:
        letter = next((letter for letter in _TIERS if letter in parts), "n")
        entries = tuple(known[each] for each in _each(parts.get(letter, ""), 4) if each in known)
        match = Match(_TIERS[letter] if entries else "not-covered", entries)
        card = _CARDS.get(parts.get("d", ""))
        replies = finding.replies(scene, match, crisis.Crisis(card, ()) if card else None)
        councils = [guide.areas[each] for each in _each(parts.get("c", ""), 2) if each in guide.areas]
        replies += [finding.which_area(scene, councils, match)] if councils else []
        replies += [finding.outside(scene)] if "o" in parts else []
    replies[-1] = _with_carry_on(guide, replies[-1], parts.get("w", ""))
    details = [Detail(_KINDS[each], "", 0, 0) for each in _each(parts.get("k", ""), 2) if each in _KINDS]
    notices = finding.notices(guide, details, cut="t" in parts)
    return (replace(replies[0], blocks=(*notices, *replies[0].blocks)), *replies[1:])


def _with_carry_on(guide: Guide, reply: Reply, walk: str) -> Reply:
    alive = living(guide, decode(walk) or Position())
    if alive.walk is None:
        return reply
    carry_on = Button(guide.words("button-carry-on"), encode(alive.position))
    rows = [[b for b in reply.buttons if (b.row is Row.WAY) is way] for way in (False, True)]
    return replace(reply, buttons=(*rows[0], carry_on, *rows[1]))


def _each(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


def _plain(replies: tuple[Reply, ...]) -> list[Reply]:
    """Return replies without what only a channel that edits needs."""
    return [replace(reply, in_place=False) for reply in replies]
