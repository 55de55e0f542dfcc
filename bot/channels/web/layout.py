"""Lay out a reply as a page: groups of blocks, cards for contacts, and text in which phone numbers are links."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from unicodedata import bidirectional

from bot.core.directory_list import NARROWED, filter_of
from bot.core.position import MARK, PICKED, STEP_LENGTH, Position, Step, decode, unmarked
from bot.core.reply import Block, Button, GivenAnswer, Mark, Reply, Row
from bot.core.screens.registry import screen_at, step_to

_MANY = 6  # the number of choices from which a wide screen shows two columns
_CALLED = ("tel:", "sms:")
_SAFE = (*_CALLED, "mailto:", "https://", "http://")
_DIGITS = re.compile(r"(?<![\w+])\+?\d+(?: \d+)*(?![\w])")
_HEADINGS = (Mark.TITLE, Mark.HEADING, Mark.QUESTION)
_OVER = ("which-of-these", "not-covered-near", "lack-ask")  # headings over buttons; the first is in its place too
_TONES = frozenset({"do", "say", "avoid", "said"})  # the parts of an answer that have a style of their own


@dataclass(frozen=True, slots=True)
class TextPart:
    """A piece of text, with its address if it is a link."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class PageLine:
    """A paragraph: its label, its parts, its CSS class, and the attributes of its language if that is not English."""

    parts: tuple[TextPart, ...]
    label: str = ""
    tone: str = ""
    language: Mapping[str, str] = field(default_factory=dict)
    id: str = ""  # of the entry that it names


@dataclass(slots=True)
class ContactCard:
    """A contact: a name, the position of its own page, the ways to reach it, and what to know about it."""

    name: str = ""
    service: str = ""  # the id of the service it belongs to
    position: str = ""
    ways: list[PageLine] = field(default_factory=list)
    notes: list[PageLine] = field(default_factory=list)


@dataclass(slots=True)
class PageGroup:
    """Lines of one kind shown together, or cards for contacts."""

    kind: str
    lines: list[PageLine] = field(default_factory=list)
    cards: list[ContactCard] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PageLink:
    """A button as a link: its words, the position it leads to, and whether it is prominent."""

    label: str
    position: str
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class PageFilter:
    """A filter of a list as a box to tick: its id, its words, and whether it is ticked."""

    name: str
    label: str
    on: bool


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A reply in the form that the template takes."""

    groups: tuple[PageGroup, ...]
    choices: tuple[PageLink, ...]
    actions: tuple[PageLink, ...]
    ways: tuple[PageLink, ...]
    feedback: tuple[PageLink, ...] = ()
    given: tuple[GivenAnswer, ...] = ()
    filters: tuple[PageFilter, ...] = ()
    position: str = ""
    answers: bool = False  # whether it answers what was pressed under the screen above it
    over: Mapping[str, str] = field(default_factory=dict)  # what is said of its buttons, by the ids of the messages

    @property
    def copied(self) -> bool:
        """Whether it has a note that can be copied."""
        return any(group.kind == "record" for group in self.groups)

    @property
    def many(self) -> bool:
        """Whether there are enough choices for a wide screen to show them in two columns."""
        return len(self.choices) >= _MANY


def laid_out(reply: Reply, numbers: Collection[str], *, first: bool) -> PageLayout:
    """Lay out a reply; ``numbers`` are all that can be rung, in digits, and the first reply has the page's heading."""
    blocks = (block for block in reply.blocks if block.id not in _OVER[1:])
    groups = tuple(_groups(blocks, heading(reply) if first else None, numbers))
    whole = any(f"{MARK}{PICKED}" in button.position for button in reply.buttons)  # a choice: titles in full
    filters = _filters(reply)
    choices = [(PageLink(_label(b, whole=whole), b.position), b.title) for b in _in(reply, Row.CHOICE)]
    return PageLayout(
        groups=groups,
        choices=tuple(_not_on_cards(_not_in_caution(_not_in_lines(choices, groups), groups), groups)),
        actions=tuple(PageLink(b.label, b.position, b.stands_out) for b in _actions(reply) if b not in filters),
        ways=tuple(PageLink(b.label, b.position) for b in _in(reply, Row.WAY)),
        feedback=tuple(PageLink(b.label, b.position) for b in _in(reply, Row.FEEDBACK)),
        given=reply.answers,
        filters=tuple(filters.values()),
        position=reply.position,
        answers=reply.under is not None,
        over={block.id: block.text for block in reply.blocks if block.id in _OVER},
    )


def _actions(reply: Reply) -> list[Button]:
    """Return the buttons side by side; the answers of a walk are on the page itself, not behind one."""
    actions = _in(reply, Row.ACTION)
    return [b for b in actions if _shown(b.position) != step_to("answers")] if reply.answers else actions


def _in(reply: Reply, row: Row) -> list[Button]:
    return [button for button in reply.buttons if button.row is row]


def _filters(reply: Reply) -> dict[Button, PageFilter]:
    """Return the buttons of a list that filter it; "Back" to a filtered list is none of them."""
    made, here = dict[Button, PageFilter](), decode(reply.position)
    for button in _in(reply, Row.ACTION) if here is not None else ():
        there = decode(button.position) if button.position[-STEP_LENGTH:].startswith(NARROWED) else None
        if here is not None and there is not None and (found := filter_of(there, here)):
            made[button] = PageFilter(found[0], button.title, found[1])
    return made


def _label(button: Button, *, whole: bool) -> str:
    """Return a button's words: its title if that is wanted, or if the words were cut to fit a phone."""
    return button.title if button.title and (whole or button.label.endswith("…")) else button.label


def _not_in_caution(choices: Iterable[PageLink], groups: Sequence[PageGroup]) -> Iterator[PageLink]:
    """Make the last words of the line of caution, if it opens the page, the link to its card, and yield the others."""
    line = groups[0].lines[0] if groups and groups[0].kind == Mark.CAUTION.value else None
    for choice in choices:
        if line is None or screen_at(choice.position).thing != "crisis":
            yield choice
        else:
            *before, last = line.parts
            words = last.text.lstrip(" ·,;:-")
            link = TextPart(words or choice.label, f"/at/{choice.position}")
            groups[0].lines[0] = replace(line, parts=(*before, TextPart(last.text.removesuffix(words)), link))
            line = None


def _not_in_lines(choices: Iterable[tuple[PageLink, str]], groups: Sequence[PageGroup]) -> Iterator[PageLink]:
    """Make a title at the end of a line, as after "They are under 18:", the link to its page, and yield the others."""
    lines = [(group.lines, n) for group in groups if group.kind == "labelled" for n in range(len(group.lines))]
    for choice, title in choices:
        for its, n in lines:
            *before, last = its[n].parts
            if its[n].id and step_to("entry", its[n].id) == _shown(choice.position) and last.text.endswith(title):
                link = TextPart(title, f"/at/{choice.position}")
                its[n] = replace(its[n], parts=(*before, TextPart(last.text.removesuffix(title)), link))
                break
        else:
            yield choice


def _not_on_cards(choices: Iterable[PageLink], groups: Iterable[PageGroup]) -> Iterator[PageLink]:
    """Put the link to a service's own page on its card, if it has one, and yield the other choices."""
    cards = {step_to("service", card.service): card for group in groups for card in group.cards if card.service}
    for choice in choices:
        card = cards.get(_shown(choice.position) or Step(""))
        if card is None or card.position:
            yield choice
        else:
            card.position = choice.position


def _shown(position: str) -> Step | None:
    """Return the step that a position shows as a button carries it."""
    return unmarked(decode(position) or Position()).position.last


def heading(reply: Reply) -> Block | None:
    """Return the block that is a page's heading: a title or a question, or else the first plain sentence."""
    for marks in (_HEADINGS, (Mark.TEXT,), (Mark.NOTICE,), tuple(Mark)):
        if found := next((block for block in reply.blocks if block.mark in marks), None):
            return found
    return None


def _groups(blocks: Iterable[Block], head: Block | None, numbers: Collection[str]) -> Iterator[PageGroup]:
    group: PageGroup | None = None
    for block in blocks:
        kind = _kind(block, head, group)
        if group is None or group.kind != kind:
            if group is not None:
                yield group
            group = PageGroup(kind)
        _put(group, block, numbers)
    if group is not None:
        yield group


def _kind(block: Block, head: Block | None, group: PageGroup | None) -> str:
    if block is head:
        return "head"
    if block.mark in _HEADINGS:
        return "subhead"
    if block.part == "record":
        return block.part
    noted = block.part == "note" and group is not None and group.kind == "contact"
    return "contact" if noted else block.mark.value


def _put(group: PageGroup, block: Block, numbers: Collection[str]) -> None:
    if group.kind != "contact":
        group.lines.append(_line(block, numbers))
    elif block.mark is Mark.SMALL:
        group.cards[-1].notes.append(_line(block, numbers))
    else:
        way = block.part == "way"
        if not group.cards or not way:
            group.cards.append(ContactCard() if way else ContactCard(block.label, block.id))
        line = _line(block, numbers)
        group.cards[-1].ways.append(line if way else PageLine(line.parts))


def _line(block: Block, numbers: Collection[str]) -> PageLine:
    tone, label = (block.part if block.part in _TONES else ""), ("" if block.link else block.label)  # a link says it
    return PageLine(tuple(_parts(block, numbers)), label, tone, _language(block) if block.lang else {}, block.id)


def _language(block: Block) -> Mapping[str, str]:
    """Return the attributes of a text in another language; its first letter says which side it is read from."""
    sides = (bidirectional(character) for character in block.text)
    right = next((side for side in sides if side in ("L", "R", "AL")), "L") != "L"
    return {"lang": block.lang, "dir": "rtl" if right else "ltr"}


def _parts(block: Block, numbers: Collection[str]) -> Iterator[TextPart]:
    href = safe_href(block)
    if not href:
        yield from linked(block.text, numbers)
        return
    words = block.link or (block.text.partition(" (")[0] if href.startswith(_CALLED) else block.text)
    before, _, after = block.text.partition(words) if words in block.text else ("", "", "")
    yield from (*linked(before, numbers), TextPart(words, href), *linked(after, numbers))


def safe_href(block: Block) -> str:
    """Return a block's link if it is of a kind that a page may contain, otherwise ``""``."""
    return block.href if block.href.startswith(_SAFE) else ""


def pieces(text: str) -> list[str]:
    """Split an address where it may wrap to the next line; leave other texts whole."""
    return [text] if " " in text else re.findall(r"[^/.@?&=_-]+[/.@?&=_-]*|[/.@?&=_-]+", text)


def linked(text: str, numbers: Collection[str]) -> Iterator[TextPart]:
    """Split a text into parts so that every published number in it is a link that rings it.

    >>> list(linked("Call 999, then press 55.", {"999"}))[1]
    TextPart(text='999', href='tel:999')
    """
    done = 0
    for match in _DIGITS.finditer(text):
        for start, end in _published(match.group(), numbers):
            if match.start() + start > done:
                yield TextPart(text[done : match.start() + start])
            done = match.start() + end
            number = text[match.start() + start : done]
            yield TextPart(number, f"tel:{number.replace(' ', '')}")
    if done < len(text):
        yield TextPart(text[done:])


def _published(digits: str, numbers: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield the positions of published numbers in digits separated by single spaces."""
    starts = [0, *(m.end() for m in re.finditer(" ", digits))]
    ends = [*(m.start() for m in re.finditer(" ", digits)), len(digits)]
    at = 0
    while at < len(starts):
        groups = range(len(ends) - 1, at - 1, -1)
        found = next((i for i in groups if digits[starts[at] : ends[i]].replace(" ", "") in numbers), None)
        if found is not None:
            yield starts[at], ends[found]
        at = at + 1 if found is None else found + 1
