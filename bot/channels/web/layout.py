"""A reply laid out as a page shows it: groups of blocks, cards of contacts, text with its numbers as links."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.core.reply import Block, Button, Mark, Reply, Row
from bot.core.screens.registry import screen_at

MANY = 6  # choices from which on a wide screen shows two columns
_SAFE = ("tel:", "sms:", "mailto:", "https://", "http://")
_CALLED = ("tel:", "sms:")
_DIGITS = re.compile(r"(?<![\w+])\+?\d+(?: \d+)*(?![\w])")
_HEADINGS = (Mark.TITLE, Mark.QUESTION)


@dataclass(frozen=True, slots=True)
class Names:
    """The words by which blocks are told apart, and the published numbers, as digits.

    Args:
        ways: the labels of a contact that name a way in, such as a phone, rather than a service.
        notes: the labels and the texts of small lines that belong to the contact above them.
        tones: the labels that look their own way, each with its class.
        first: the labels of the actions that stand out.
        numbers: every number that may be rung, as digits alone.
        whole: returns the whole title or name of what a position shows, where a button may hold it cut short.
    """

    ways: Collection[str] = ()
    notes: Collection[str] = ()
    tones: Mapping[str, str] = field(default_factory=dict)
    first: Collection[str] = ()
    numbers: Collection[str] = ()
    whole: Callable[[str], str] = lambda position: ""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a text, and where it leads if it is a link."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its label, its parts, and the class it is shown with."""

    parts: tuple[Part, ...]
    label: str = ""
    tone: str = ""


@dataclass(slots=True)
class Card:
    """Somebody to contact: a name, the position of their own page, the ways in, and what to know of them."""

    name: str = ""
    position: str = ""
    ways: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Lines of one kind that stand together, or cards of contacts."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Link:
    """A button as a link: its words, the position it leads to, and whether it stands out."""

    label: str
    position: str
    stands_out: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A reply as the template takes it."""

    groups: tuple[Group, ...]
    choices: tuple[Link, ...]
    actions: tuple[Link, ...]
    ways: tuple[Link, ...]

    @property
    def many(self) -> bool:
        """Whether there are so many choices that a wide screen shows them in two columns."""
        return len(self.choices) >= MANY


def laid_out(reply: Reply, names: Names, *, first: bool) -> Shown:
    """Lay a reply out.

    Args:
        reply: what is shown.
        names: the words by which blocks are told apart.
        first: whether it is the first of its page, which holds the page's one first-level heading.
    """
    titles = _titles(reply)
    blocks = [block for block in reply.blocks if not (titles and block.mark is Mark.STEP)]
    groups = tuple(_groups(blocks, heading(reply) if first else None, names))
    choices = [Link(titles.get(b.position) or _label(b, names), b.position) for b in _row(reply, Row.CHOICE)]
    return Shown(
        groups=groups,
        choices=tuple(_not_on_cards(choices, groups, names)),
        actions=tuple(Link(b.label, b.position, b.label in names.first) for b in _row(reply, Row.ACTION)),
        ways=tuple(Link(b.label, b.position) for b in _row(reply, Row.WAY)),
    )


def _row(reply: Reply, row: Row) -> list[Button]:
    return [button for button in reply.buttons if button.row is row]


def _label(button: Button, names: Names) -> str:
    """Return a button's words, in full where they were cut for the width of a phone's button."""
    cut = button.label.removesuffix("…")
    whole = names.whole(button.position) if cut != button.label else ""
    return whole if whole.startswith(cut) else button.label


def _not_on_cards(choices: Iterable[Link], groups: Iterable[Group], names: Names) -> Iterator[Link]:
    """Put the link to a service's own page on its card, where there is one, and yield the other choices."""
    cards = {card.name: card for group in groups for card in group.cards if card.name}
    for choice in choices:
        card = cards.get(names.whole(choice.position)) if screen_at(choice.position) == "service" else None
        if card is None or card.position:
            yield choice
        else:
            card.position = choice.position


def heading(reply: Reply) -> Block | None:
    """Return the block that heads a page: a title or a question, else the first plain sentence."""
    for marks in (_HEADINGS, (Mark.TEXT,), (Mark.NOTICE,), tuple(Mark)):
        found = next((block for block in reply.blocks if block.mark in marks), None)
        if found is not None:
            return found
    return None


def _titles(reply: Reply) -> Mapping[str, str]:
    """Return whole titles by position where each step of a reply is the title of one of its entries.

    A narrow phone needs them apart, the titles in the message and short labels on the buttons; a page does not.
    """
    if any(block.mark is Mark.DANGER for block in reply.blocks):
        return {}  # the steps of a crisis card are things to do
    steps = [block.text for block in reply.blocks if block.mark is Mark.STEP]
    entries = [b.position for b in reply.buttons if b.row is Row.CHOICE and screen_at(b.position) == "entry"]
    return dict(zip(entries, steps, strict=True)) if len(steps) == len(entries) else {}


def _groups(blocks: Iterable[Block], head: Block | None, names: Names) -> Iterator[Group]:
    group: Group | None = None
    for block in blocks:
        kind = _kind(block, head, group, names)
        if group is None or group.kind != kind:
            if group is not None:
                yield group
            group = Group(kind)
        _put(group, block, names)
    if group is not None:
        yield group


def _kind(block: Block, head: Block | None, group: Group | None, names: Names) -> str:
    if block is head:
        return "head"
    if block.mark in _HEADINGS:
        return "subhead"
    noted = block.mark is Mark.SMALL and (block.label in names.notes or block.text in names.notes)
    return "contact" if noted and group is not None and group.kind == "contact" else block.mark.value


def _put(group: Group, block: Block, names: Names) -> None:
    if group.kind != "contact":
        group.lines.append(_line(block, names))
    elif block.mark is Mark.SMALL:
        group.cards[-1].notes.append(_line(block, names))
    else:
        way = block.label in names.ways
        if not group.cards or not way:
            group.cards.append(Card("" if way else block.label))
        line = _line(block, names)
        group.cards[-1].ways.append(line if way else Line(line.parts))


def _line(block: Block, names: Names) -> Line:
    return Line(tuple(_parts(block, names)), block.label, names.tones.get(block.label, ""))


def _parts(block: Block, names: Names) -> Iterator[Part]:
    href = safe_href(block)
    if not href:
        yield from linked(block.text, names.numbers)
        return
    number, space, purpose = block.text.partition(" (") if href.startswith(_CALLED) else (block.text, "", "")
    yield Part(number, href)
    if space:
        yield Part(space + purpose)


def safe_href(block: Block) -> str:
    """Return a block's link if it is of a kind that a page may hold, else ``""``."""
    return block.href if block.href.startswith(_SAFE) else ""


def pieces(text: str) -> list[str]:
    """Cut an address at the places where it may go on in the next line; other texts stay whole."""
    return [text] if " " in text else re.findall(r"[^/.@?&=_-]+[/.@?&=_-]*|[/.@?&=_-]+", text)


def linked(text: str, numbers: Collection[str]) -> Iterator[Part]:
    """Cut a text into parts so that every published number in it is a link that rings it.

    >>> list(linked("Call 999, then press 55.", {"999"}))[1]
    Part(text='999', href='tel:999')
    """
    done = 0
    for match in _DIGITS.finditer(text):
        for start, end in _published(match.group(), numbers):
            if match.start() + start > done:
                yield Part(text[done : match.start() + start])
            done = match.start() + end
            number = text[match.start() + start : done]
            yield Part(number, f"tel:{number.replace(' ', '')}")
    if done < len(text):
        yield Part(text[done:])


def _published(digits: str, numbers: Collection[str]) -> Iterator[tuple[int, int]]:
    """Yield where published numbers stand in digits that single spaces part."""
    starts = [0, *(m.end() for m in re.finditer(" ", digits))]
    ends = [*(m.start() for m in re.finditer(" ", digits)), len(digits)]
    at = 0
    while at < len(starts):
        groups = range(len(ends) - 1, at - 1, -1)
        found = next((i for i in groups if digits[starts[at] : ends[i]].replace(" ", "") in numbers), None)
        if found is not None:
            yield starts[at], ends[found]
        at = at + 1 if found is None else found + 1
