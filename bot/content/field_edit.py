"""Change a value of a content file: the file before and after are read, and nothing but that value may differ."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bot.content.faults import Path as Steps
from bot.content.nodes import ContentPage, FieldsNode, ListNode, Node, TextNode
from bot.content.yaml_edit import TextEdit, YamlSource, add_field, add_item, add_line, edited, line_after, yaml_source
from bot.content.yaml_reader import read
from bot.content.yaml_writer import bare, quoted, requoted
from bot.core.content_id import MOST_BYTES

_GONE = object()  # in place of what is taken away


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
    return _proved(
        where, TextEdit(start, end, requoted(where.text[start:end], value)), _with(_plain(where.page.root), path, value)
    )


def appended(data: bytes, field: str, item: Mapping[str, str]) -> bytes:
    """Return a file with one more item at the end of a top-level list, which is added if missing; raise CannotEdit."""
    where = _source(data)
    root, node = where.page.root, where.at(field)
    if not isinstance(root, FieldsNode) or not (node is None or isinstance(node, ListNode)):
        raise CannotEdit(f'"{field}" is not a list')
    kept = _plain(node) if node else []
    return _proved(where, _add(where, root, field, node, item), {**_plain(root), field: [*kept, dict(item)]})


def _add(where: YamlSource, root: FieldsNode, field: str, node: ListNode | None, item: Mapping[str, str]) -> TextEdit:
    pairs = [f"{name}: {bare(value)}" for name, value in item.items()]
    if node is None or not node.items:
        line = f"  - {f'{where.line_end}    '.join(pairs)}"
        return (
            _in_place_of_none(where, node, line) if node else add_line(where, root, f"{field}:{where.line_end}{line}")
        )
    if where.text[where.span(node)[0]] == "[":
        return add_item(where, node, f"{{{', '.join(pairs)}}}")
    margin = " " * (node.column + 1)
    return add_item(where, node, f"{where.line_end}{margin}".join(pairs))


def _in_place_of_none(where: YamlSource, node: ListNode, line: str) -> TextEdit:
    """Return the change from [] to a line below it; a comment after it stays."""
    start, end = where.span(node)
    rest = where.text[end:].partition("\n")[0].rstrip("\r")
    before = where.text[:start].rstrip(" ")
    return TextEdit(len(before), end + len(rest), f"{rest}{where.line_end}{line}")


def put_field(data: bytes, path: Steps, value: str | Mapping[str, str], after: Iterable[str] = ()) -> bytes:
    """Return a file with a field replaced, or added after the first of some others; raise CannotEdit."""
    where, name = _source(data), str(path[-1])
    holder, node, key = where.at(*path[:-1]), where.at(*path), where.name(*path)
    if isinstance(value, str) and node and "\n" not in where.text[slice(*where.span(node))]:
        return replaced(data, path, value)
    if not isinstance(holder, FieldsNode) or (holder.braces and node):
        raise CannotEdit(f"edit {_called(path)} by hand")
    text = f"{name}: {bare(value) if isinstance(value, str) else _braces(value)}"
    if holder.braces:
        change = add_field(where, holder, *text.split(": ", 1))
    else:
        end = line_after(
            where, next((holder.fields[each][1] for each in (name, *after) if each in holder.fields), holder)
        )
        start = where.index(key.line, 1) if key else end
        change = TextEdit(start, end, f"{' ' * (holder.column - 1)}{text}{where.line_end}")
    wanted = value if isinstance(value, str) else dict(value)
    return _proved(where, change, _with(_plain(where.page.root), path, wanted))


def _braces(value: Mapping[str, str]) -> str:
    pairs = (f"{name}: {quoted(text) if ',' in text else bare(text)}" for name, text in value.items())
    return f"{{{', '.join(pairs)}}}"


def removed(data: bytes, path: Steps) -> bytes:
    """Return a file without a field or an item of a list, comments on its lines included; raise CannotEdit."""
    where = _source(data)
    node, parent = where.at(*path), where.at(*path[:-1]) or where.page.root
    if node is None:
        raise CannotEdit(f"there is nothing at {_called(path)}")
    key, text = where.name(*path) or node, ""
    if where.text[where.span(parent)[0]] in "[{":
        start, end = where.span(key)[0], where.span(node)[1]
        if comma := re.match(r"\s*,\s*", where.text[end:]):
            end += comma.end()
        else:
            start = len(where.text[:start].rstrip().removesuffix(","))
    else:
        start, end = where.index(key.line, 1), line_after(where, node)
        name = where.name(*path[:-1]) if path[:-1] else None
        if isinstance(parent, ListNode) and len(parent.items) == 1 and name:
            start, text = where.span(name)[1], f": []{where.line_end}"
    return _proved(where, TextEdit(start, end, text), _with(_plain(where.page.root), path, _GONE))


def _source(data: bytes) -> YamlSource:
    reading = read(data, most_bytes=max(MOST_BYTES, len(data)))
    if reading.slips or reading.root is None:
        raise CannotEdit("the file has faults; signpost check lists them")
    return yaml_source(data, ContentPage.of("", reading.source, reading.root, ()))


def _proved(where: YamlSource, change: TextEdit, wanted: Any) -> bytes:
    """Return the changed file, after checking that it holds what is wanted."""
    after = edited(where.text, [change]).encode()
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


def _with(tree: Any, path: Steps, value: object) -> Any:
    if not path:
        return value
    step, *rest = path
    inner = _with(tree[step], tuple(rest), value) if rest else value
    if isinstance(tree, list):
        at = int(step)
        return [*tree[:at], *(() if inner is _GONE else (inner,)), *tree[at + 1 :]]
    return {name: kept for name, kept in {**tree, step: inner}.items() if kept is not _GONE}


def _called(path: Steps) -> str:
    return ".".join(map(str, path))
