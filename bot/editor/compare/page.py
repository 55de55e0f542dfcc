"""A comparison as one HTML file, without scripts, that needs no server and loads nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.channels.channel import PreviewMessage
from bot.channels.web.layout import Link, Shown
from bot.channels.web.page import STYLES, laid, part
from bot.core.channels import Channel
from bot.core.guide import Guide
from bot.core.reply import Block, Button, Mark, Reply, Turn
from bot.editor.compare import Comparison, kinds, summary
from bot.editor.compare.changed_items import KINDS
from bot.editor.compare.differences import TextRun, cut, marked
from bot.editor.compare.screens import LineChange, ScreenChange, line_of
from bot.editor.compare.trust import JUDGED
from bot.editor.flow_pictures.graph import Picture
from bot.editor.flow_pictures.svg import svg
from bot.editor.preview.channels import shown_elsewhere
from bot.editor.tables import count, day

# Characters that no text holds; they stand around what differs until a channel has drawn it, and then become elements.
_OPEN, _CLOSE = {"old": "\ue000", "new": "\ue002"}, {"old": "\ue001", "new": "\ue003"}
_ELEMENTS = {
    "\ue000": '<del><span class="unseen">(gone: </span>',
    "\ue001": '<span class="unseen">)</span></del>',
    "\ue002": '<ins><span class="unseen">(new: </span>',
    "\ue003": '<span class="unseen">)</span></ins>',
}
_MARKS = re.compile("[\ue000-\ue003]")
_HREF = re.compile(r'<a href="([a-z]*):?[^"]*"[^>]*>')


@dataclass(frozen=True, slots=True)
class MessageBubble:
    """One message on a channel, in HTML: its text, and the rows of its buttons."""

    text: Markup
    rows: tuple[tuple[Markup, ...], ...]


@dataclass(frozen=True, slots=True)
class ScreenBubble:
    """One side of a screen: the page, and the messages of every other channel."""

    web: Markup
    elsewhere: tuple[tuple[Channel, tuple[MessageBubble, ...]], ...]


def bubbles(
    guides: tuple[Guide, Guide], old: Reply | None, new: Reply | None
) -> tuple[ScreenBubble | None, ScreenBubble | None]:
    """Return a screen as it was and as it is; None where there is none.

    Args:
        guides: what the old and the new screen were drawn with.
        old: the old screen.
        new: the new screen.
    """
    if old is None or new is None:
        return _bubble(guides[0], old, old), _bubble(guides[1], new, new)
    before, after = _blocks(old.blocks, new.blocks)
    gone = _labels(old.buttons, new.buttons, "old")
    come = _labels(new.buttons, old.buttons, "new")
    return (
        _bubble(guides[0], replace(old, blocks=before), replace(old, blocks=before, buttons=gone), new, "old"),
        _bubble(guides[1], replace(new, blocks=after), replace(new, blocks=after, buttons=come), old, "new"),
    )


def _bubble(
    guide: Guide, reply: Reply | None, keyed: Reply | None, other: Reply | None = None, mark: str = ""
) -> ScreenBubble | None:
    """Draw one side.

    Args:
        guide: what it was drawn with.
        reply: it, with the words of its blocks marked.
        keyed: the same with the labels of its buttons marked too.
        other: the other side, by which the page's buttons are marked.
        mark: which side it is.
    """
    if reply is None or keyed is None:
        return None
    shown = laid(guide, reply)
    if other is not None:
        shown = _links(shown, frozenset(button.label for button in other.buttons), reply, mark)
    turn = Turn((keyed,))
    return ScreenBubble(
        web=elements(Markup(_inert(part(guide, shown)))),  # noqa: S704 - it was escaped as the page escapes it
        elsewhere=tuple((channel, tuple(map(_message, messages))) for channel, messages in shown_elsewhere(turn)),
    )


def _inert(html: str) -> str:
    """Return a part of a page whose links lead nowhere and whose headings are none of this page's."""
    html = _HREF.sub(lambda found: f'<a class="to-{found[1] or "page"}">', html)
    html = re.sub(r"<h([12])>", r'<p class="h\1">', html)
    return re.sub(r"</h[12]>", "</p>", html)


def _message(message: PreviewMessage) -> MessageBubble:
    rows = tuple(tuple(elements(escape(key.words)) for key in row) for row in message.rows)
    return MessageBubble(elements(escape(message.text)), rows)


def elements(html: Markup) -> Markup:
    """Return HTML with its marks as elements; where a channel parted them from one another, without any."""
    found = _MARKS.findall(html)
    pairs = "".join(found[::2]), "".join(found[1::2])
    whole = len(found) % 2 == 0 and all(ord(end) == ord(start) + 1 for start, end in zip(*pairs, strict=True))
    return Markup(_MARKS.sub(lambda mark: _ELEMENTS[mark[0]] if whole else "", html))  # noqa: S704 - escaped before


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of both sides with the words that differ marked."""
    before, after = list(old), list(new)
    matcher = SequenceMatcher(
        None, [line_of(block) for block in old], [line_of(block) for block in new], autojunk=False
    )
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        pairs = list(_pairs(list(range(first, last)), list(range(start, end)), old, new))
        for one, other in pairs:
            pieces = marked(old[one].text if one >= 0 else "", new[other].text if other >= 0 else "")
            if one >= 0:
                before[one] = _marked(old[one], pieces, "old")
            if other >= 0:
                after[other] = _marked(new[other], pieces, "new")
    return tuple(before), tuple(after)


def _pairs(gone: list[int], come: list[int], old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield which block stands in the place of which: of the same kind and label; -1 where there is none."""
    for one in gone:
        alike = [n for n in come if (old[one].mark, old[one].label) == (new[n].mark, new[n].label)]
        other = alike[0] if alike else -1
        if alike:
            come.remove(other)
        yield one, other
    yield from ((-1, other) for other in come)


def _marked(block: Block, pieces: Iterable[TextRun], mark: str) -> Block:
    """Return a block with the words of one side, those that differ marked; small lines are known by their words."""
    if block.mark is Mark.SMALL and not block.label:
        return block
    shown = (piece for piece in pieces if piece.mark in ("", mark))
    text = "".join(_around(piece.text, mark, apart=bool(block.href)) if piece.mark else piece.text for piece in shown)
    return replace(block, text=text)


def _around(text: str, mark: str, *, apart: bool = False) -> str:
    """Return a text in marks; the number of a contact is marked apart from what it is for, as a page links it alone."""
    parts = text.split(" (") if apart else [text]
    return " (".join(f"{_OPEN[mark]}{part}{_CLOSE[mark]}" for part in parts)


def _labels(buttons: Sequence[Button], others: Sequence[Button], mark: str) -> tuple[Button, ...]:
    there = {button.label for button in others}
    return tuple(b if b.label in there else replace(b, label=_around(b.label, mark)) for b in buttons)


def _links(shown: Shown, there: frozenset[str], reply: Reply, mark: str) -> Shown:
    """Return what is laid out with the buttons marked that the other side has not."""
    labels = {button.position: button.label for button in reply.buttons}

    def each(links: Sequence[Link]) -> tuple[Link, ...]:
        return tuple(
            link if labels.get(link.position, link.label) in there else replace(link, label=_around(link.label, mark))
            for link in links
        )

    return replace(shown, choices=each(shown.choices), actions=each(shown.actions), ways=each(shown.ways))


MOST = 1_000_000  # bytes of bubbles and pictures, so that the file stays under 2 MB
MOST_ALIKE = 30  # screens that changed alike whose lines are shown; the rest are counted
MOST_LINES = 8  # of one screen that is told in words alone; the rest are counted
MOST_EXAMPLES = 12  # messages shown of one move; the rest are counted
_FOLDER = Path(__file__).parent / "templates"
_TEMPLATES = Environment(
    loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.globals |= {
    "count": count,
    "day": day,
    "judged": JUDGED,
    "examples": MOST_EXAMPLES,
    "alike": MOST_ALIKE,
    "most_lines": MOST_LINES,
}


@dataclass(frozen=True, slots=True)
class ScreenChangeView:
    """Screens that changed alike, as the page shows them; without bubbles where there is no room for more."""

    names: tuple[str, ...]
    lines: tuple[tuple[LineChange, ...], ...]
    bubbles: tuple[ScreenBubble | None, ScreenBubble | None] | None
    html: Markup = field(default=Markup(""))


class _Room:
    """How much of the file is left for what is large."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.full = False

    def takes(self, html: str) -> bool:
        """Say whether some HTML still fits, and take the room for it if it does."""
        size = len(html.encode())
        if size > self.left:
            self.full = True
            return False
        self.left -= size
        return True


def page(found: Comparison) -> str:
    """Return a comparison as a page."""
    room = _Room(MOST)
    pictures = {id: _picture(f"flow-{id}", drawn, room) for id, drawn in found.pictures.items()}
    own = {at: [_view(found, group, room) for group in groups] for at, groups in found.own.items()}
    elsewhere = [_view(found, group, room) for group in found.elsewhere]
    return _TEMPLATES.get_template("comparison.html").render(
        found=found,
        styles=Markup(STYLES + (_FOLDER / "comparison.css").read_text("utf-8")),  # noqa: S704 - our own
        summary=summary(found),
        kinds=kinds(found),
        of_kind={kind: [thing for thing in found.things if thing.kind == kind] for kind in KINDS},
        names=KINDS,
        own=own,
        elsewhere=elsewhere,
        pictures=pictures,
        full=room.full,
        told=lambda line: cut(marked(*line)),
    )


def _view(found: Comparison, group: ScreenChange, room: _Room) -> ScreenChangeView:
    view = ScreenChangeView(group.names, group.lines, bubbles(found.guides, group.old, group.new))
    macro = _TEMPLATES.get_template("bubbles.html").module
    html: Markup = macro.both(view)  # type: ignore[attr-defined]  # a macro of the file
    return ScreenChangeView(view.names, view.lines, view.bubbles, html if room.takes(html) else Markup(""))


def _picture(name: str, drawn: Picture, room: _Room) -> Markup:
    """Return a picture as SVG whose names are its own among many on a page."""
    text = svg([drawn])
    for own in ("title", "about", "tip"):
        text = text.replace(f'id="{own}"', f'id="{name}-{own}"').replace(f"url(#{own})", f"url(#{name}-{own})")
    text = text.replace('aria-labelledby="title about"', f'aria-labelledby="{name}-title {name}-about"')
    return Markup(text) if room.takes(text) else Markup("")  # noqa: S704 - escaped as it was drawn
