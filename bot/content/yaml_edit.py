"""Where the values of a content file stand, and changes of its text; every other byte, comments included, stays."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.content.nodes import ContentPage, FieldsNode, ListNode, Node, TextNode

BOM = "\ufeff"
_Start = tuple[str, int, int]  # the kind of a value, and the line and column at which it starts
_End = tuple[int, int]


class NotPlain(Exception):
    """A value is written in a way that cannot be changed safely; its line and column are from 1."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line, self.column = line, column


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """A change of text: where it begins and ends, and the new characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class YamlSource:
    """The text of a file with its tree, and the end of each of its values."""

    text: str
    page: ContentPage
    starts: tuple[int, ...]  # of its lines
    ends: Mapping[_Start, _End]

    @property
    def line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def index(self, line: int, column: int) -> int:
        """Return the number of characters before a line and column, both from 1."""
        if line > len(self.starts):
            return len(self.text)
        return min(self.starts[line - 1] + column - 1, len(self.text))

    def span(self, node: Node) -> tuple[int, int]:
        return self.index(node.line, node.column), self.index(*self.ends[_kind(node), node.line, node.column])

    def at(self, *path: str | int) -> Node | None:
        return self.page.at(*path)

    def name(self, *path: str | int) -> TextNode | None:
        holder = self.at(*path[:-1])
        pair = holder.fields.get(str(path[-1])) if isinstance(holder, FieldsNode) else None
        return pair[0] if pair else None


def yaml_source(data: bytes, page: ContentPage) -> YamlSource:
    """Return the source of a file that was read without a fault."""
    text = data.decode("utf-8")
    mark = len(BOM) if text.startswith(BOM) else 0
    starts = [mark, *(place + 1 for place, letter in enumerate(text) if letter == "\n")]
    return YamlSource(text, page, tuple(starts), dict(_ends("\n".join(page.lines))))


def _at(mark: Any) -> _End:
    return mark.line + 1, mark.column + 1


def _ends(text: str) -> Iterator[tuple[_Start, _End]]:
    opened: list[_Start] = []
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent):
            yield ("text", *_at(event.start_mark)), _at(event.end_mark)
        elif isinstance(event, yaml.CollectionStartEvent):
            kind = "items" if isinstance(event, yaml.SequenceStartEvent) else "fields"
            opened.append((kind, *_at(event.start_mark)))
        elif isinstance(event, yaml.CollectionEndEvent):
            yield opened.pop(), _at(event.end_mark)


def _kind(node: Node) -> str:
    return "text" if isinstance(node, TextNode) else "items" if isinstance(node, ListNode) else "fields"


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """Return a text with changes applied, none of which overlaps another."""
    for edit in sorted(set(edits), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def put(where: YamlSource, node: Node, old: str, new: str) -> TextEdit:
    """Return the change of a text that is an id, with or without quotes; raise NotPlain if it is written otherwise."""
    start, end = where.span(node)
    written = where.text[start:end]
    if written not in (old, f'"{old}"', f"'{old}'"):
        raise NotPlain(node.line, node.column)
    return TextEdit(start, end, written.replace(old, new))


def put_inside(where: YamlSource, node: Node, old: str, new: str) -> Iterator[TextEdit]:
    """Yield a change for each time some words stand in a text; raise NotPlain if they are escaped or the like."""
    start, end = where.span(node)
    times = node.value.count(old) if isinstance(node, TextNode) else 0
    if where.text.count(old, start, end) != times:
        raise NotPlain(node.line, node.column)
    for _ in range(times):
        start = where.text.index(old, start, end)
        yield TextEdit(start, start + len(old), new)
        start += len(old)


def add_field(where: YamlSource, fields: FieldsNode, name: str, value: str) -> TextEdit:
    """Return the change that adds a field after the others, written as they are."""
    if fields.braces:
        if not fields.fields:
            start, _ = where.span(fields)
            return TextEdit(start + 1, start + 1, f"{name}: {value}")
        after = max(where.span(node)[1] for pair in fields.fields.values() for node in pair)
        return TextEdit(after, after, f", {name}: {value}")
    return add_line(where, fields, f"{name}: {value}")


def add_item(where: YamlSource, items: ListNode, item: str) -> TextEdit:
    """Return the change that adds a text at the end of a list, written as the list is."""
    start, _ = where.span(items)
    if where.text[start] != "[":
        return add_line(where, items, f"- {item}")
    if not items.items:
        return TextEdit(start + 1, start + 1, item)
    after = where.span(items.items[-1])[1]
    return TextEdit(after, after, f", {item}")


def add_line(where: YamlSource, node: FieldsNode | ListNode, line: str) -> TextEdit:
    """Return the change that adds a line after a value, indented as its first line."""
    after = line_after(where, node)
    whole = where.text[:after].endswith("\n")
    text = f"{' ' * (node.column - 1)}{line}{where.line_end}"
    return TextEdit(after, after, text if whole else where.line_end + text.rstrip("\r\n"))


def line_after(where: YamlSource, node: Node) -> int:
    """Return where the first line after a value begins."""
    line, column = _last(where, node)
    if column == 1:  # a text under | or > ends where the next line begins
        line -= 1
    while line > node.line and not where.page.lines[line - 1].strip():
        line -= 1
    return where.index(line + 1, 1)


def _last(where: YamlSource, node: Node) -> _End:
    """Return the line and column at which the last text or bracket of a value ends."""
    inner: list[Node] = []
    if isinstance(node, FieldsNode) and not node.braces:
        inner = [each for pair in node.fields.values() for each in pair]
    elif isinstance(node, ListNode) and where.text[where.span(node)[0]] != "[":
        inner = list(node.items)
    own = where.ends[_kind(node), node.line, node.column]
    return max((_last(where, each) for each in inner), default=own)
