"""Write a comparison as one HTML file without scripts, which loads nothing, and as a summary in Markdown."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from markupsafe import Markup, escape

from bot.channels.talk import PreviewMessage, previews
from bot.channels.web.files import STYLES
from bot.channels.web.layout import PageLayout, PageLink
from bot.channels.web.page import laid, part
from bot.core.channels import Channel
from bot.core.guide import Guide
from bot.core.reply import Block, Button, Mark, Reply, Turn
from bot.editor.answers_diff_report import VERDICTS
from bot.editor.compare import Comparison, kinds, summary
from bot.editor.compare.changed_items import KINDS, ChangedItem
from bot.editor.compare.differences import TextRun, shortened, word_diff
from bot.editor.compare.screen_changes import LineChange, ScreenChange, around_changes, line_of
from bot.editor.flow_pictures import Picture
from bot.editor.flow_pictures.picture_formats import mermaid
from bot.editor.flow_pictures.svg import svg
from bot.editor.prose import page_templates

MOST = 1_000_000  # bytes of bubbles and pictures, so that the file stays under 2 MB
_ESCAPES = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]~|#"} | {"<": "&lt;", ">": "&gt;", "@": "&#64;"})
_FOLDER = Path(__file__).parent / "templates"
_TEMPLATES = page_templates(_FOLDER)
_TEMPLATES.filters |= {"plain": lambda text: text.translate(_ESCAPES), "code": lambda text: text.replace("`", "'")}
_TEMPLATES.globals |= {
    "verdicts": VERDICTS,
    "examples": 12,  # messages shown of one group; the rest are counted
    "alike": 30,  # screens with the same change whose lines are shown; the rest are counted
    "most_lines": 8,  # of one screen that is shown in words alone; the rest are counted
}


_SUMMARY = _TEMPLATES.overlay(autoescape=False).get_template(
    "summary.md",
    globals={
        "most_lines_of_kind": 40,
        "most_messages": 5,  # of one group
        "most_groups": 20,
        "most_boxes": 30,  # of one flow: more cannot be read in a summary
        "most_flows": 8,
        "mermaid": mermaid,
    },
)


@dataclass(frozen=True, slots=True)
class ScreenChangeView:
    """Screens with the same change, as the page shows them; without HTML if there is no room for more bubbles."""

    names: tuple[str, ...]
    lines: tuple[tuple[LineChange, ...], ...]
    html: Markup


class _Room:
    """How many bytes are left for bubbles and pictures."""

    def __init__(self, most: int) -> None:
        self.left = most
        self.full = False

    def fitted(self, html: str) -> Markup:
        """Return some HTML that was escaped before and take its room, or nothing if it no longer fits."""
        size = len(html.encode())
        if size > self.left:
            self.full = True
            return Markup("")
        self.left -= size
        return Markup(html)  # noqa: S704 - escaped as it was drawn


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
        of_kind={kind: [item for item in found.items if item.kind == kind] for kind in KINDS},
        names=KINDS,
        own=own,
        elsewhere=elsewhere,
        pictures=pictures,
        full=room.full,
        runs_of=lambda line: shortened(word_diff(*line)),
    )


def as_markdown(found: Comparison) -> str:
    """Return a comparison as a summary in Markdown, as GitHub shows it under a workflow."""
    return _SUMMARY.render(
        found=found,
        summary=summary(found),
        kinds=kinds(found),
        names=KINDS,
        lines={kind: [line for item in found.items if item.kind == kind for line in _lines(item)] for kind in KINDS},
        drawn=[around_changes(picture) for picture in found.pictures.values()],
    )


def _lines(item: ChangedItem) -> Iterator[str]:
    file = item.file.replace("`", "'")
    if item.state != "changed":
        yield f"- **{item.state}**: {item.title.translate(_ESCAPES)} (`{file}`)"
    yield from (f"- {''.join(map(_marked_up, sentence.runs))} (`{file}`)" for sentence in item.sentences)


def _marked_up(run: TextRun) -> str:
    text = " ".join(run.text.split()).translate(_ESCAPES)
    before, after = " " if run.text[:1].isspace() else "", " " if run.text[-1:].isspace() and text else ""
    name = {"old": "del", "new": "ins"}.get(run.mark)
    return f"{before}<{name}>{text}</{name}>{after}" if name else f"{before}{text}{after}"


def _view(found: Comparison, group: ScreenChange, room: _Room) -> ScreenChangeView:
    macros = _TEMPLATES.get_template("bubbles.html").module
    html: Markup = macros.both(*bubbles(found.guides, group.old, group.new))  # type: ignore[attr-defined]  # a macro of the file
    return ScreenChangeView(group.names, group.lines, room.fitted(html))


def _picture(name: str, drawn: Picture, room: _Room) -> Markup:
    """Return a picture as SVG with element ids that are unique on the page."""
    text = svg([drawn])
    for own in ("title", "about", "tip"):
        text = text.replace(f'id="{own}"', f'id="{name}-{own}"').replace(f"url(#{own})", f"url(#{name}-{own})")
    return room.fitted(text.replace('aria-labelledby="title about"', f'aria-labelledby="{name}-title {name}-about"'))


# Private-use characters put around what differs before a channel draws it, and replaced with elements afterwards.
_OPEN, _CLOSE = {"old": "\ue000", "new": "\ue002"}, {"old": "\ue001", "new": "\ue003"}
_ELEMENTS = {
    "\ue000": '<del><span class="unseen">(removed: </span>',
    "\ue001": '<span class="unseen">)</span></del>',
    "\ue002": '<ins><span class="unseen">(new: </span>',
    "\ue003": '<span class="unseen">)</span></ins>',
}
_MARKS = re.compile("[\ue000-\ue003]")
_HREF = re.compile(r'<a href="([a-z]*):?[^"]*"[^>]*>')


@dataclass(frozen=True, slots=True)
class MessageBubble:
    """One message on a channel, in HTML: its text and its rows of buttons."""

    text: Markup
    rows: tuple[tuple[Markup, ...], ...]


@dataclass(frozen=True, slots=True)
class ScreenBubble:
    """One version of a screen: the page, and the messages of every other channel."""

    web: Markup
    elsewhere: tuple[tuple[Channel, tuple[MessageBubble, ...]], ...]


def bubbles(
    guides: tuple[Guide, Guide], old: Reply | None, new: Reply | None
) -> tuple[ScreenBubble | None, ScreenBubble | None]:
    """Return a screen before and after; None if there is none."""
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
    """Draw one version; ``keyed`` is the screen with its button labels marked too, and ``other`` the other version."""
    if reply is None or keyed is None:
        return None
    shown = laid(guide, reply)
    if other is not None:
        shown = _links(shown, frozenset(button.label for button in other.buttons), reply, mark)
    turn = Turn((keyed,))
    return ScreenBubble(
        web=elements(Markup(_inert(part(guide, shown)))),  # noqa: S704 - it was escaped as the page escapes it
        elsewhere=tuple((channel, tuple(map(_message, messages))) for channel, messages in previews(turn)),
    )


def _inert(html: str) -> str:
    """Return part of a page without working links, and with its headings as paragraphs."""
    html = _HREF.sub(lambda found: f'<a class="to-{found[1] or "page"}">', html)
    html = re.sub(r"<h([12])>", r'<p class="h\1">', html)
    return re.sub(r"</h[12]>", "</p>", html)


def _message(message: PreviewMessage) -> MessageBubble:
    rows = tuple(tuple(elements(escape(key.words)) for key in row) for row in message.rows)
    return MessageBubble(elements(escape(message.text)), rows)


def elements(html: Markup) -> Markup:
    """Return HTML with its marks as elements, or without them if a channel separated their pairs."""
    found = _MARKS.findall(html)
    pairs = "".join(found[::2]), "".join(found[1::2])
    whole = len(found) % 2 == 0 and all(ord(end) == ord(start) + 1 for start, end in zip(*pairs, strict=True))
    return Markup(_MARKS.sub(lambda mark: _ELEMENTS[mark[0]] if whole else "", html))  # noqa: S704 - escaped before


def _blocks(old: Sequence[Block], new: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of both versions with the words that differ marked."""
    before, after = list(old), list(new)
    matcher = SequenceMatcher(None, list(map(line_of, old)), list(map(line_of, new)), autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        for one, other in _pairs(list(range(first, last)), list(range(start, end)), old, new):
            runs = word_diff(old[one].text if one >= 0 else "", new[other].text if other >= 0 else "")
            if one >= 0:
                before[one] = _marked(old[one], runs, "old")
            if other >= 0:
                after[other] = _marked(new[other], runs, "new")
    return tuple(before), tuple(after)


def _pairs(gone: list[int], come: list[int], old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield which block replaces which, by kind and label; -1 if there is none."""
    for one in gone:
        alike = [n for n in come if (old[one].mark, old[one].label) == (new[n].mark, new[n].label)]
        other = alike[0] if alike else -1
        if alike:
            come.remove(other)
        yield one, other
    yield from ((-1, other) for other in come)


def _marked(block: Block, runs: Iterable[TextRun], mark: str) -> Block:
    """Return a block with one version's words marked; small lines stay as they are, as the page knows them by text."""
    if block.mark is Mark.SMALL and not block.label:
        return block
    shown = (run for run in runs if run.mark in ("", mark))
    text = "".join(_around(run.text, mark, apart=bool(block.href)) if run.mark else run.text for run in shown)
    return replace(block, text=text)


def _around(text: str, mark: str, *, apart: bool = False) -> str:
    """Return a text in marks; a contact's number is marked apart from its purpose, as a page links only the number."""
    parts = text.split(" (") if apart else [text]
    return " (".join(f"{_OPEN[mark]}{part}{_CLOSE[mark]}" for part in parts)


def _labels(buttons: Sequence[Button], others: Sequence[Button], mark: str) -> tuple[Button, ...]:
    there = {button.label for button in others}
    return tuple(b if b.label in there else replace(b, label=_around(b.label, mark)) for b in buttons)


def _links(shown: PageLayout, there: frozenset[str], reply: Reply, mark: str) -> PageLayout:
    """Return what is laid out with the buttons marked that the other version lacks."""
    labels = {button.position: button.label for button in reply.buttons}

    def each(links: Sequence[PageLink]) -> tuple[PageLink, ...]:
        return tuple(
            link if labels.get(link.position, link.label) in there else replace(link, label=_around(link.label, mark))
            for link in links
        )

    return replace(shown, choices=each(shown.choices), actions=each(shown.actions), ways=each(shown.ways))
