"""The address of an answer: short codes for the ids that a question found, so that the answer can be opened again.

The question is posted, so it is in no address. If the answer were shown at once, the question would still be in the
browser's history and sent again on Back or Reload. So the browser is redirected to the answer's own address: Back and
Reload work, and after a phone call the page is still there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from bot.channels.error_handler import report
from bot.channels.talk import Talk
from bot.core import emergency
from bot.core.content_index import by_code
from bot.core.directory_list import FILTERS
from bot.core.guide import Guide
from bot.core.hearing import AskedFor, DangerListener, HeardDirectory, ServiceAttribute
from bot.core.messages import KEYS
from bot.core.position import ALPHABET, ANSWERED, NO_CODE, NONE, Position, area_code, code, decode, encode, marked
from bot.core.reply import MOST_OTHERS, Block, Mark, MessageFinding, Reply, Row, Tier, Turn
from bot.core.screens.finding import finished, notices, noticing, replies
from bot.core.screens.resolver import draw, resolve
from bot.core.service import stems_of

LONGEST_ADDRESS = 256  # characters
_PART = re.compile(r"[a-z][A-Za-z0-9_-]*")
_TIERS: Mapping[str, Tier] = {"a": "answer", "s": "suggestions", "n": "not-covered"}
_LETTERS = {tier: letter for letter, tier in _TIERS.items()}
_KINDS = {code(key.removeprefix("kind-"), 2): key.removeprefix("kind-") for key in KEYS if key.startswith("kind-")}


def address(turn: Turn) -> str:
    """Return the address that shows an answer again, or ``""`` if there is none.

    Each part after the position begins with a letter: a, s or n for the tier with its entries, i for the point of an
    answer, j for other points that may be asked for, y for the point to go back to, d for the crisis card, r for the
    card behind the line of caution, k for kinds of personal details, c for councils to choose from, o for a place
    outside Scotland, t for a message cut short, w for a walk to continue, l for the language rule whose better word is
    offered, m for the kind of message that Signpost leaves to others, e for the entries nearest where none fits, p for
    the screen at the position itself, when the message was only a place; what is asked of the directory has parts of
    its own (`_directory_parts`).
    """
    found, first = turn.finding and _answering(turn.finding), turn.replies[0]
    here = encode(replace(decode(first.position) or Position(), seen=turn.changed)) if first.position else ""
    if found is None:
        if turn.personal and here:
            return f"/found/{here}.p.{_part('k', dict.fromkeys(code(detail.kind, 2) for detail in turn.personal))}"
        noticed = any(block.mark is Mark.NOTICE for block in first.blocks[turn.changed != NO_CODE :][:1])
        return f"/at/{_counted(here)}" if here and not noticed else ""
    only_entry = found == MessageFinding(found.base, "answer", found.entries, found.point)
    plain = only_entry and found.base.area == NONE  # otherwise the area is named
    if turn.tier == "answer" and plain:
        return f"/at/{_counted(here)}"
    parts = [
        encode(replace(found.base, seen=turn.changed)),
        _LETTERS[found.tier] + "".join(map(code, found.entries)),
        f"i{code(f'{found.entries[0]}/{found.point}')}" if found.point else "",
        _part("j", map(code, found.others)),
        *(letter + code(id) for letter, id in zip("ydr", (found.leans, found.card, found.caution), strict=True) if id),
        _part("k", (code(kind, 2) for kind in found.kinds)),
        _part("c", map(area_code, found.councils)),
        "o" if found.outside else "",
        "t" if found.cut else "",
        f"w{encode(found.walk)}" if found.walk is not None else "",
        f"l{code(found.nudge)}" if found.nudge else "",
        f"m{code(found.not_ours)}" if found.not_ours else "",
        _part("e", map(code, found.near)),
        *(_directory_parts(found.directory) if found.directory else ()),
    ]
    written = ".".join(part for part in parts if part)
    return f"/found/{written}" if len(written) <= LONGEST_ADDRESS else ""


def _answering(found: MessageFinding) -> MessageFinding:
    """Return what was found, without what is asked of the directory where that changes nothing in the answer."""
    asked = found.directory
    return found if asked is None or asked.leads or asked.services else replace(found, directory=None)


def _counted(text: str) -> str:
    """Return the position of a screen whose question was counted when it was asked."""
    return encode(marked(decode(text) or Position(), ANSWERED))


def _part(letter: str, codes: Iterable[str]) -> str:
    joined = "".join(codes)
    return letter + joined if joined else ""


def turn(talk: Talk, text: str) -> Turn | None:
    """Return the turn that an address shows, or None; any text is safe, because it is only looked up in the library."""
    first, *rest = text.split(".") if len(text) <= LONGEST_ADDRESS else [""]
    base = decode(first)
    if base is None or not rest or not all(_PART.fullmatch(part) for part in rest):
        return None
    parts = {part[0]: part[1:] for part in rest}
    try:
        guide = talk.guide()
        if guide is not None and "p" in parts:
            screen = replace(draw(guide, base, talk.clock()), in_place=False)
            return finished(guide, Turn((noticing(screen, notices(guide, _kinds(parts), cut=False)),)), first)
        if guide is not None:
            found = _finding(guide, base, parts)
            return replace(finished(guide, Turn(replies(guide, found, talk.clock())), first), finding=found)
    except Exception as error:
        report(error)
    return _without_guide(talk.danger, _card(talk.danger, parts.get("d", "")))


def with_feedback(turn: Turn, pressed: Turn) -> Turn:
    """Return an answer with what follows a press of "This helped" or "Not my question" under it; all of it stays."""
    first, *others = turn.replies
    said, left = pressed.replies[0], tuple(button for button in first.buttons if button.row is not Row.FEEDBACK)
    if said.under is None or len(left) == len(first.buttons):
        return turn
    helped = any(event.name == "helped" for event in pressed.events)
    under = replace(said, under=first, buttons=left if helped else said.buttons)
    return replace(turn, replies=(under, *others))


def _finding(guide: Guide, base: Position, parts: Mapping[str, str]) -> MessageFinding:
    alive = resolve(guide, base).position
    letter = next((letter for letter in _TIERS if letter in parts), "n")
    known = (guide.id_of_code("entry", each) for each in _each(parts.get(letter, ""), 4))
    entries = tuple(dict.fromkeys(entry for entry in known if entry))
    pointed, _, point = guide.id_of_code("point", parts.get("i", "")).partition("/")
    walk = resolve(guide, decode(parts.get("w", "")) or Position())
    return MessageFinding(
        base=alive,
        tier=_TIERS[letter] if entries else "not-covered",
        entries=entries,
        point=point if entries[:1] == (pointed,) else "",
        others=tuple(
            filter(None, (guide.id_of_code("point", each) for each in _each(parts.get("j", ""), 4)[:MOST_OTHERS]))
        ),
        leans=guide.id_of_code("point", parts.get("y", "")),
        card=_card(guide.hearing.danger, parts.get("d", "")),
        caution=_card(guide.hearing.danger, parts.get("r", "")),
        kinds=_kinds(parts),
        councils=tuple(guide.areas[each] for each in _each(parts.get("c", ""), 2) if each in guide.areas),
        outside="o" in parts,
        cut="t" in parts,
        walk=walk.position if walk.walk is not None else None,
        nudge=next((rule for rule in guide.library.language if code(rule) == parts.get("l")), ""),
        near=tuple(filter(None, (guide.id_of_code("entry", each) for each in _each(parts.get("e", ""), 4)))),
        not_ours=next((kind for kind in guide.library.outside if code(kind) == parts.get("m")), ""),
        directory=_directory_read(guide, parts),
    )


def _kinds(parts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_KINDS[each] for each in _each(parts.get("k", ""), 2) if each in _KINDS)


def _card(danger: DangerListener, short: str) -> str:
    return next((card for card in danger.cards if code(card) == short), "")


def _without_guide(danger: DangerListener, card: str) -> Turn:
    if not card:
        return emergency.turn("", danger)
    missing = Block(Mark.SMALL, emergency.WORDS["guidance-missing"])
    return Turn((Reply((*emergency.card_blocks(danger.cards[card], emergency.WORDS["say"]), missing)),))


def _each(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)]


_Each = TypeVar("_Each", bound=str)
_ATTRIBUTES: tuple[ServiceAttribute, ...] = get_args(ServiceAttribute)  # the places in these lists never change
_TIMES: tuple[AskedFor, ...] = get_args(AskedFor)
_WHO = ("woman", "man", "under-16", "16-or-17", "adult", "non-binary")
_HALF = 6  # bits of a character
_MARKS = 6  # characters


def _directory_parts(asked: HeardDirectory) -> Iterator[str]:
    """Yield the parts of an address for what is asked of the directory.

    g is followed by what is asked about a service, the hours, the person, how clearly it asks, and the filters; v is
    for services, h for needs, b for the stems that distinguish services for one need, q for the question that a record
    answers, u for a service that is not listed, x for the council that has no service of the name.
    """
    filters = _bits(each in asked.filters for each in FILTERS)
    places = (
        _ATTRIBUTES.index(asked.attribute),
        _TIMES.index(asked.at),
        _bits(each in asked.who for each in _WHO),
        _bits((asked.placed, asked.leads, asked.sure)),
        filters >> _HALF,
        filters % (1 << _HALF),
    )
    yield "g" + "".join(ALPHABET[place] for place in places)
    for letter, ids in (("v", asked.services), ("h", asked.needs), ("b", sorted(asked.words))):
        if ids:
            yield letter + "".join(map(code, ids))
    yield from (
        at + code(id) for at, id in zip("qux", (asked.question, asked.unlisted, asked.not_there), strict=True) if id
    )


def _directory_read(guide: Guide, given: Mapping[str, str]) -> HeardDirectory | None:
    """Return what the parts of an address ask of the directory, or None where they ask nothing.

    Args:
        given: the parts by their letters; any text is safe.
    """
    marks = [ALPHABET.find(character) for character in given.get("g", "")]
    if len(marks) != _MARKS or marks[0] >= len(_ATTRIBUTES) or marks[1] >= len(_TIMES):
        return None
    attribute, time, who, clear, high, low = marks
    placed, leads, sure = (bool(clear >> at & 1) for at in range(3))
    words = guide.library.vocabulary
    stems = {code(stem): stem for stem in stems_of(guide.library.services.values())} if "b" in given else {}
    return HeardDirectory(
        services=_known(guide.ids["service"], given.get("v", "")),
        needs=_known(guide.ids["need"], given.get("h", "")),
        attribute=_ATTRIBUTES[attribute],
        filters=_those_of(FILTERS, (high << _HALF) + low),
        at=_TIMES[time],
        who=_those_of(_WHO, who),
        words=frozenset(_known(stems, given.get("b", ""))),
        placed=placed,
        leads=leads,
        sure=sure,
        question=guide.id_of_code("act", given.get("q", "")),
        unlisted=by_code(name for names in words.unlisted.values() for name in names).get(given.get("u", ""), ""),
        not_there=by_code(guide.library.areas.councils).get(given.get("x", ""), ""),
    )


def _bits(marks: Iterable[bool]) -> int:
    return sum(1 << at for at, on in enumerate(marks) if on)


def _those_of(all_: tuple[_Each, ...], bits: int) -> frozenset[_Each]:
    return frozenset(each for at, each in enumerate(all_) if bits >> at & 1)


def _known(ids: Mapping[str, str], codes: str) -> tuple[str, ...]:
    """Return what has these codes, each once; what is gone is passed over."""
    return tuple(dict.fromkeys(ids[each] for each in _each(codes, 4) if each in ids))
