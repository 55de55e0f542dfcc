"""Change values of a content file where they are; every other byte, comments included, stays as it is.

`replaced` and `appended` read the file before and after, and change nothing if more than that one value would differ.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.content.faults import Path as Steps
from bot.content.nodes import ContentPage, FieldsNode, ListNode, Node, TextNode
from bot.content.yaml_reader import read
from bot.content.yaml_writer import bare, requoted
from bot.core.content_id import MOST_BYTES

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
        node: Node = self.page.root
        for step in path:
            if isinstance(node, FieldsNode) and isinstance(step, str) and step in node.fields:
                node = node.fields[step][1]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

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


def _ends(text: str) -> Iterator[tuple[_Start, _End]]:
    opened: list[_Start] = []
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent):
            yield ("text", *_place(event.start_mark)), _place(event.end_mark)
        elif isinstance(event, yaml.SequenceStartEvent):
            opened.append(("items", *_place(event.start_mark)))
        elif isinstance(event, yaml.MappingStartEvent):
            opened.append(("fields", *_place(event.start_mark)))
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            yield opened.pop(), _place(event.end_mark)


def _place(mark: Any) -> _End:
    return mark.line + 1, mark.column + 1


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
    return _add_line(where, fields, f"{name}: {value}")


def add_item(where: YamlSource, items: ListNode, item: str) -> TextEdit:
    """Return the change that adds a text at the end of a list, written as the list is."""
    start, _ = where.span(items)
    if where.text[start] != "[":
        return _add_line(where, items, f"- {item}")
    if not items.items:
        return TextEdit(start + 1, start + 1, item)
    after = where.span(items.items[-1])[1]
    return TextEdit(after, after, f", {item}")


def _add_line(where: YamlSource, node: FieldsNode | ListNode, line: str) -> TextEdit:
    """Return the change that adds a line after a value, indented as its first line."""
    after = _line_after(where, node)
    whole = where.text[:after].endswith("\n")
    text = f"{' ' * (node.column - 1)}{line}{where.line_end}"
    return TextEdit(after, after, text if whole else where.line_end + text.rstrip("\r\n"))


def _line_after(where: YamlSource, node: Node) -> int:
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


class CannotEdit(Exception):
    """The change cannot be made safely, or the file cannot be written; the message says why. Nothing was changed."""


def replaced(data: bytes, path: Steps, value: str) -> bytes:
    """Return a file with another text at a path, in the same quotes; raise CannotEdit if it has not one line."""
    where = _source(data)
    node = where.at(*path)
    if not isinstance(node, TextNode):
        raise CannotEdit(f"there is no text at {_called(path)}")
    start, end = where.span(node)
    if "\n" in where.text[start:end]:
        raise CannotEdit(f"the text at {_called(path)} has several lines; edit it by hand")
    written = requoted(where.text[start:end], value)
    return _proved(
        data, edited(where.text, [TextEdit(start, end, written)]), _with(_plain(where.page.root), path, value)
    )


def appended(data: bytes, field: str, item: Mapping[str, str]) -> bytes:
    """Return a file with one more item at the end of a top-level list, which is added if missing; raise CannotEdit."""
    where = _source(data)
    root, node = where.page.root, where.at(field)
    if not isinstance(root, FieldsNode) or not (node is None or isinstance(node, ListNode)):
        raise CannotEdit(f'"{field}" is not a list')
    kept = _plain(node) if node else []
    change = _add(where, root, field, node, item)
    return _proved(data, edited(where.text, [change]), {**_plain(root), field: [*kept, dict(item)]})


def _add(where: YamlSource, root: FieldsNode, field: str, node: ListNode | None, item: Mapping[str, str]) -> TextEdit:
    pairs = [f"{name}: {bare(value)}" for name, value in item.items()]
    if node is None or not node.items:
        line = f"  - {f'{where.line_end}    '.join(pairs)}"
        return _in_place_of_none(where, node, line) if node else _new(where, root, field, line)
    if where.text[where.span(node)[0]] == "[":
        return add_item(where, node, f"{{{', '.join(pairs)}}}")
    margin = " " * (node.column + 1)
    return add_item(where, node, f"{where.line_end}{margin}".join(pairs))


def _new(where: YamlSource, root: FieldsNode, field: str, line: str) -> TextEdit:
    made = add_field(where, root, field, where.line_end + line)
    return TextEdit(made.start, made.end, made.text.replace(f"{field}: ", f"{field}:", 1))


def _in_place_of_none(where: YamlSource, node: ListNode, line: str) -> TextEdit:
    """Return the change from [] to a line below it; a comment after it stays."""
    start, end = where.span(node)
    rest = where.text[end:].partition("\n")[0].rstrip("\r")
    before = where.text[:start].rstrip(" ")
    return TextEdit(len(before), end + len(rest), f"{rest}{where.line_end}{line}")


def _source(data: bytes) -> YamlSource:
    reading = read(data, most_bytes=max(MOST_BYTES, len(data)))
    if reading.slips or reading.root is None:
        raise CannotEdit("the file has faults; signpost check lists them")
    return yaml_source(data, ContentPage.of("", reading.source, reading.root, ()))


def _proved(data: bytes, text: str, wanted: Any) -> bytes:
    """Return the changed file, after checking that it holds what is wanted."""
    after = text.encode()
    reading = read(after, most_bytes=max(MOST_BYTES, len(after)))
    if reading.slips or reading.root is None or _plain(reading.root) != wanted:
        raise CannotEdit("the change would alter more than it should; write it by hand")
    return after


def _plain(node: Node) -> Any:
    if isinstance(node, FieldsNode):
        return {name: _plain(value) for name, (_, value) in node.fields.items()}
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    return node.value if isinstance(node, TextNode) else None


def _with(tree: Any, path: Steps, value: str) -> Any:
    if not path:
        return value
    step, *rest = path
    inner = _with(tree[step], tuple(rest), value)
    if isinstance(tree, list):
        return [inner if number == step else item for number, item in enumerate(tree)]
    return {**tree, step: inner}


def _called(path: Steps) -> str:
    return ".".join(map(str, path))
