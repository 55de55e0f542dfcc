"""A YAML file as a tree of texts, lists and fields, each with its line and column."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.content.faults import Path, Step

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

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FieldsNode:
    """Names with values, in the order in which they were written, each name once."""

    fields: Mapping[str, tuple[TextNode, "Node"]]
    line: int
    column: int
    braces: bool = False  # written as {a: b}


@dataclass(frozen=True, slots=True)
class UnusableNode:
    """A value whose fault is already reported, so that it is not reported again."""

    line: int
    column: int


Node = TextNode | ListNode | FieldsNode | UnusableNode


@dataclass(frozen=True, slots=True)
class ContentPage:
    """One file as it was read: its text, its tree, and where it has faults."""

    file: str
    source: str
    root: Node
    faulty: frozenset[Path] = frozenset()  # the paths that have a fault
    above: frozenset[Path] = frozenset()  # every path above one of these

    @classmethod
    def of(cls, file: str, source: str, root: Node, faulty: Iterable[Path]) -> "ContentPage":
        wrong = frozenset(faulty)
        above = frozenset(path[:length] for path in wrong for length in range(len(path)))
        return cls(file, source, root, wrong, above)

    @property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.source.split("\n"))

    def given(self, *path: Step) -> bool:
        """Return whether the value at a path could be read, even if something below it has a fault."""
        return not any(path[:length] in self.faulty for length in range(len(path) + 1))

    def sound(self, *path: Step) -> bool:
        """Return whether there is no fault at a path, above it or below it."""
        return self.given(*path) and path not in self.above

    def place(self, path: Path, *, on_key: bool = False, within: str = "") -> tuple[int, int]:
        """Return the line and column of a path's value, of its name, or of some words inside it."""
        key, node = self._walk(path)
        if on_key and key is not None:
            return key.line, key.column
        return (within and self._find(within, node)) or (node.line, node.column)

    def name_line(self, path: Path) -> int:
        """Return the line of the name of the field at a path, or of its value if it has no name."""
        key, node = self._walk(path)
        return (key or node).line

    def text(self, *path: Step) -> str:
        """Return the text at a path, or ``""`` if there is none."""
        node = self.at(*path)
        return node.value if isinstance(node, TextNode) else ""

    def length(self, path: Path) -> int:
        """Return the number of items of the list at a path, 0 if there is none."""
        node = self.at(*path)
        return len(node.items) if isinstance(node, ListNode) else 0

    def at(self, *path: Step) -> Node | None:
        """Return the value at a path, or None if there is none."""
        node: Node = self.root
        for step in path:
            if isinstance(node, FieldsNode) and isinstance(step, str) and step in node.fields:
                node = node.fields[step][1]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def _walk(self, path: Path) -> tuple[TextNode | None, Node]:
        """Return the value at a path with its name, or the nearest value above it."""
        key: TextNode | None = None
        node = self.root
        for step in path:
            if isinstance(node, FieldsNode) and isinstance(step, str) and step in node.fields:
                key, node = node.fields[step]
            elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
                key, node = None, node.items[step]
            else:
                break
        return key, node

    def _find(self, words: str, node: Node) -> tuple[int, int] | None:
        """Return where some words begin, at or after a node; a line may end between two of them."""
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
