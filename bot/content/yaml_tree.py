"""A YAML file as a tree of texts, lists and fields, each with its line and column, and changes to its text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from bot.content.faults import FieldPath, PathStep

NULLS = frozenset({"", "null", "~", "Null", "NULL"})  # what YAML reads as nothing


@dataclass(frozen=True, slots=True)
class TextNode:
    """One scalar; always text, never a number, a date or a truth value."""

    value: str
    line: int
    column: int
    plain: bool = True  # written without quotes and without | or >
    literal: bool = False  # written under |


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list."""

    items: tuple["AnyNode", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FieldsNode:
    """Names with values, in the order they were written, each name once."""

    fields: Mapping[str, tuple[TextNode, "AnyNode"]]
    line: int
    column: int
    braces: bool = False  # written as {a: b}


@dataclass(frozen=True, slots=True)
class UnusableNode:
    """A value with a fault that is already reported, so it is not reported again."""

    line: int
    column: int


AnyNode = TextNode | ListNode | FieldsNode | UnusableNode


@dataclass(frozen=True, slots=True)
class ContentPage:
    """One file as it was read: its text, its tree, and where it has faults."""

    file: str
    source: str
    root: AnyNode
    faulty: frozenset[FieldPath] = frozenset()  # the paths that have a fault
    above: frozenset[FieldPath] = frozenset()  # every path above one of these

    @classmethod
    def of(cls, file: str, source: str, root: AnyNode, faulty: Iterable[FieldPath]) -> "ContentPage":
        wrong = frozenset(faulty)
        above = frozenset(path[:length] for path in wrong for length in range(len(path)))
        return cls(file, source, root, wrong, above)

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.source.split("\n"))

    def given(self, *path: PathStep) -> bool:
        """Return whether the value at a path could be read, even if something below it has a fault."""
        return not any(path[:length] in self.faulty for length in range(len(path) + 1))

    def sound(self, *path: PathStep) -> bool:
        """Return whether there is no fault at a path, above it or below it."""
        return self.given(*path) and path not in self.above

    def place(self, path: FieldPath, *, on_key: bool = False, within: str = "") -> tuple[int, int]:
        """Return the line and column of a path's value, of its name, or of some words inside it."""
        key, node, _ = self._walk(path)
        if on_key and key is not None:
            return key.line, key.column
        return (within and self._find(within, node)) or (node.line, node.column)

    def name_line(self, path: FieldPath) -> int:
        """Return the line of the name of the field at a path, or of its value if it has no name."""
        key, node, _ = self._walk(path)
        return (key or node).line

    def text(self, *path: PathStep) -> str:
        """Return the text at a path, or ``""`` if there is none."""
        node = self.at(*path)
        return node.value if isinstance(node, TextNode) else ""

    def length(self, path: FieldPath) -> int:
        """Return the number of items of the list at a path, 0 if there is none."""
        node = self.at(*path)
        return len(node.items) if isinstance(node, ListNode) else 0

    def at(self, *path: PathStep) -> AnyNode | None:
        """Return the value at a path, or None if there is none."""
        _, node, left = self._walk(path)
        return None if left else node

    def _walk(self, path: FieldPath) -> tuple[TextNode | None, AnyNode, FieldPath]:
        """Return the value at a path with its name, or the nearest value above it, and the rest of the path."""
        key: TextNode | None = None
        node = self.root
        for done, step in enumerate(path):
            if isinstance(node, FieldsNode) and isinstance(step, str) and step in node.fields:
                key, node = node.fields[step]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                key, node = None, node.items[step]
            else:
                return key, node, path[done:]
        return key, node, ()

    def _find(self, words: str, node: AnyNode) -> tuple[int, int] | None:
        """Return where some words begin, at or after a node; they may be split over lines."""
        text = "\n".join(self.lines[node.line - 1 :])
        found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, node.column - 1)
        if found is None:
            return None
        before = text[: found.start()]
        return node.line + before.count("\n"), found.start() - before.rfind("\n")


_LIST_LINE = re.compile(r"[-•*] |\d{1,2}[.)] ")


def unwrapped(text: str) -> str:
    """Join the lines of each paragraph; a blank line ends a paragraph, and a line of a list stays a line."""
    lines: list[str] = []
    for line in (line.strip() for line in text.strip().split("\n")):
        if line and lines and lines[-1] and not _LIST_LINE.match(line):
            lines[-1] += f" {line}"
        elif line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)


_Start = tuple[str, int, int]  # the kind of a value, and the line and column where it starts
_End = tuple[int, int]


class NotPlain(Exception):
    """A value is written in a way that cannot be changed safely; its line and column are from 1."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line, self.column = line, column


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """A change to the text: where it begins and ends, and the new characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class YamlSource:
    """The text of a file with its tree, and the end of each of its values."""

    text: str
    page: ContentPage
    starts: tuple[int, ...]  # where its lines start
    ends: Mapping[_Start, _End]

    @property
    def line_end(self) -> str:
        return "\r\n" if "\r\n" in self.text else "\n"

    def index(self, line: int, column: int) -> int:
        """Return the number of characters before a line and column, both from 1."""
        whole = len(self.text)
        return whole if line > len(self.starts) else min(self.starts[line - 1] + column - 1, whole)

    def span(self, node: AnyNode) -> tuple[int, int]:
        return self.index(node.line, node.column), self.index(*self.ends[_kind(node), node.line, node.column])

    def at(self, *path: str | int) -> AnyNode | None:
        return self.page.at(*path)

    def name(self, *path: str | int) -> TextNode | None:
        holder = self.at(*path[:-1])
        pair = holder.fields.get(str(path[-1])) if isinstance(holder, FieldsNode) else None
        return pair[0] if pair else None


def yaml_source(data: bytes, page: ContentPage) -> YamlSource:
    """Return the source of a file that was read without a fault."""
    text = data.decode("utf-8")
    starts = [int(text.startswith("\ufeff")), *(place + 1 for place, letter in enumerate(text) if letter == "\n")]
    return YamlSource(text, page, tuple(starts), dict(_ends("\n".join(page.lines))))


def _at(mark: Any) -> _End:
    return mark.line + 1, mark.column + 1


def _ends(text: str) -> Iterator[tuple[_Start, _End]]:
    opened: list[_Start] = []
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent):
            yield ("text", *_at(event.start_mark)), _at(event.end_mark)
        elif isinstance(event, yaml.CollectionStartEvent):
            opened.append(("items" if isinstance(event, yaml.SequenceStartEvent) else "fields", *_at(event.start_mark)))
        elif isinstance(event, yaml.CollectionEndEvent):
            yield opened.pop(), _at(event.end_mark)


def _kind(node: AnyNode) -> str:
    return "text" if isinstance(node, TextNode) else "items" if isinstance(node, ListNode) else "fields"


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """Return a text with changes applied; the changes must not overlap."""
    for edit in sorted(set(edits), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def put(where: YamlSource, node: AnyNode, old: str, new: str) -> TextEdit:
    """Return the change of a text that is an id, with or without quotes; raise NotPlain for any other form."""
    start, end = where.span(node)
    written = where.text[start:end]
    if written not in (old, f'"{old}"', f"'{old}'"):
        raise NotPlain(node.line, node.column)
    return TextEdit(start, end, written.replace(old, new))


def put_inside(where: YamlSource, node: AnyNode, old: str, new: str) -> Iterator[TextEdit]:
    """Yield a change for each time some words occur in a text; raise NotPlain if they are escaped or similar."""
    start, end = where.span(node)
    times = node.value.count(old) if isinstance(node, TextNode) else 0
    if where.text.count(old, start, end) != times:
        raise NotPlain(node.line, node.column)
    for _ in range(times):
        start = where.text.index(old, start, end)
        yield TextEdit(start, start + len(old), new)
        start += len(old)


def add_field(where: YamlSource, fields: FieldsNode, name: str, value: str) -> TextEdit:
    """Return the change that adds a field after the others, written in the same way."""
    if fields.braces:
        if not fields.fields:
            start, _ = where.span(fields)
            return TextEdit(start + 1, start + 1, f"{name}: {value}")
        after = max(where.span(node)[1] for pair in fields.fields.values() for node in pair)
        return TextEdit(after, after, f", {name}: {value}")
    return add_line(where, fields, f"{name}: {value}")


def add_item(where: YamlSource, items: ListNode, item: str) -> TextEdit:
    """Return the change that adds a text at the end of a list, written in the same way."""
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


def line_after(where: YamlSource, node: AnyNode) -> int:
    """Return where the first line after a value begins."""
    line, column = _last(where, node)
    if column == 1:  # a text under | or > ends where the next line begins
        line -= 1
    while line > node.line and not where.page.lines[line - 1].strip():
        line -= 1
    return where.index(line + 1, 1)


def _last(where: YamlSource, node: AnyNode) -> _End:
    """Return the line and column where the last text or bracket of a value ends."""
    inner: list[AnyNode] = []
    if isinstance(node, FieldsNode) and not node.braces:
        inner = [each for pair in node.fields.values() for each in pair]
    elif isinstance(node, ListNode) and where.text[where.span(node)[0]] != "[":
        inner = list(node.items)
    return max((_last(where, each) for each in inner), default=where.ends[_kind(node), node.line, node.column])
