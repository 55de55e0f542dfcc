"""Change a value in a content file: the file is read before and after, and only that value may differ."""

import json
import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from bot.content.faults import FieldPath
from bot.content.yaml_reader import read
from bot.content.yaml_tree import (
    AnyNode,
    ContentPage,
    FieldsNode,
    ListNode,
    TextEdit,
    TextNode,
    YamlSource,
    add_field,
    add_item,
    add_line,
    edited,
    line_after,
    yaml_source,
)
from bot.content.yaml_writer import bare, fields, in_brackets, item_lines, quoted, requoted, scalar
from bot.core.content_id import MOST_BYTES

_GONE = object()  # marks a value that is removed


class CannotEdit(Exception):
    """The change cannot be made safely, or the file cannot be written; the message says why. Nothing was changed."""


def replaced(data: bytes, path: FieldPath, value: str) -> bytes:
    """Return a file with another text at a path, in the same quotes; raise CannotEdit if it is not on one line."""
    where = source(data)
    node = where.at(*path)
    if not isinstance(node, TextNode):
        raise CannotEdit(f"there is no text at {_called(path)}")
    start, end = where.span(node)
    if "\n" in where.text[start:end]:
        raise CannotEdit(f"the text at {_called(path)} has several lines; edit it by hand")
    return _proved(
        where, TextEdit(start, end, requoted(where.text[start:end], value)), _with(plain(where.page.root), path, value)
    )


def appended(data: bytes, field: str, item: Mapping[str, str]) -> bytes:
    """Return a file with one more item at the end of a top-level list, which is added if missing; raise CannotEdit."""
    where = source(data)
    root, node = where.page.root, where.at(field)
    if not isinstance(root, FieldsNode) or not (node is None or isinstance(node, ListNode)):
        raise CannotEdit(f'"{field}" is not a list')
    kept = plain(node) if node else []
    return _proved(where, _add(where, root, field, node, item), {**plain(root), field: [*kept, dict(item)]})


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
    """Return the change of [] to a line below it, keeping a comment after it."""
    start, end = where.span(node)
    rest = where.text[end:].partition("\n")[0].rstrip("\r")
    before = where.text[:start].rstrip(" ")
    return TextEdit(len(before), end + len(rest), f"{rest}{where.line_end}{line}")


def put_field(data: bytes, path: FieldPath, value: str | Mapping[str, str], after: Iterable[str] = ()) -> bytes:
    """Return a file with a field replaced, or added after the first of some others; raise CannotEdit."""
    where, name = source(data), str(path[-1])
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
    return _proved(where, change, _with(plain(where.page.root), path, wanted))


def _braces(value: Mapping[str, str]) -> str:
    pairs = (f"{name}: {quoted(text) if ',' in text else bare(text)}" for name, text in value.items())
    return f"{{{', '.join(pairs)}}}"


def removed(data: bytes, path: FieldPath) -> bytes:
    """Return a file without a field or an item of a list, comments on its lines included; raise CannotEdit."""
    where = source(data)
    if where.at(*path) is None:
        raise CannotEdit(f"there is nothing at {_called(path)}")
    return _proved(where, _removal(where, path), _with(plain(where.page.root), path, _GONE))


def _removal(where: YamlSource, path: FieldPath) -> TextEdit:
    node, parent = where.at(*path) or where.page.root, where.at(*path[:-1]) or where.page.root
    key, text = where.name(*path) or node, ""
    if _in_brackets(where, parent):
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
        elif where.name(*path) and where.text[start : where.span(key)[0]].strip():
            start, end = where.span(key)[0], end + len(where.text[end:]) - len(where.text[end:].lstrip(" "))  # its dash
    return TextEdit(start, end, text)


_MOST_CHANGES = 500


def rewritten(data: bytes, wanted: Mapping[str, Any]) -> bytes:
    """Return a file with other values, changing only the lines that differ; raise CannotEdit.

    Args:
        wanted: its texts, truth values, numbers, days, lists and fields, with new fields in their places.
    """
    for _ in range(_MOST_CHANGES):
        where = source(data)
        change = _difference(where, (), wanted)
        if change is None:
            return data
        data = edited(where.text, [change]).encode()
    raise CannotEdit("the change would alter more than it should; write it by hand")


def _difference(where: YamlSource, path: FieldPath, wanted: Any) -> TextEdit | None:
    """Return the first change that a value needs, or None if it is as wanted."""
    node = where.at(*path) or where.page.root
    if _as_texts(plain(node)) == _as_texts(wanted):
        return None
    if isinstance(node, FieldsNode) and isinstance(wanted, Mapping) and node.fields and wanted:
        before = ""
        for name, value in wanted.items():
            if name not in node.fields:
                return _addition(where, node, name, value, before)
            if change := _difference(where, (*path, name), value):
                return change
            before = name
        return _removal(where, (*path, next(name for name in node.fields if name not in wanted)))
    if isinstance(node, ListNode) and isinstance(wanted, list) and node.items and wanted:
        old, new = ([json.dumps(_as_texts(item), sort_keys=True) for item in items] for items in (plain(node), wanted))
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        tag, at, _, of, _ = next(step for step in steps if step[0] != "equal")
        if tag == "insert":
            return _insertion(where, node, at, wanted[of])
        return _removal(where, (*path, at)) if tag == "delete" else _difference(where, (*path, at), wanted[of])
    return _replacement(where, path, node, wanted)


def _replacement(where: YamlSource, path: FieldPath, node: AnyNode, value: Any) -> TextEdit:
    start, end = where.span(node)
    written, holder = where.text[start:end], where.at(*path[:-1]) or where.page.root
    several = isinstance(value, Mapping | list) or "\n" in f"{value}{written}"
    if isinstance(node, TextNode) and written and not several and isinstance(value, str):
        quotes = written[0] in "\"'" or not _in_brackets(where, holder)
        return TextEdit(start, end, requoted(written, value) if quotes else in_brackets(value))
    if _in_brackets(where, holder) or (isinstance(node, TextNode) and written and not several):
        return TextEdit(start, end, in_brackets(value))
    key = where.name(*path)
    margin = " " * ((key or holder).column - 1)
    lines = fields({str(path[-1]): value}, margin) if key else item_lines(value, margin)
    text = where.line_end.join(lines).removeprefix(margin if key else f"{margin}- ")
    return TextEdit(where.span(key or node)[0], line_after(where, node), text + where.line_end)


def _addition(where: YamlSource, holder: FieldsNode, name: str, value: Any, before: str) -> TextEdit:
    after = holder.fields[before][1] if before else None
    if holder.braces:
        at = where.span(after)[1] if after else where.span(holder)[0] + 1
        pair = f"{name}: {in_brackets(value)}"
        return TextEdit(at, at, f", {pair}" if after else f"{pair}, ")
    margin = " " * (holder.column - 1)
    lines = where.line_end.join(fields({name: value}, margin)) + where.line_end
    if after is None:
        at = where.index(holder.line, holder.column)
        return TextEdit(at, at, lines.removeprefix(margin) + margin)
    at = line_after(where, after)
    return TextEdit(at, at, lines if where.text[:at].endswith("\n") else where.line_end + lines)


def _insertion(where: YamlSource, items: ListNode, number: int, value: Any) -> TextEdit:
    last = number == len(items.items)
    like = items.items[number - last]
    if _in_brackets(where, items):
        at = where.span(like)[1 if last else 0]
        return TextEdit(at, at, f", {in_brackets(value)}" if last else f"{in_brackets(value)}, ")
    margin, written = " " * (items.column - 1), where.text[slice(*where.span(like))]
    if isinstance(value, str) and isinstance(like, TextNode) and written[0] in "\"'":
        lines = [f"{margin}- {requoted(written, value)}"]
    elif isinstance(like, FieldsNode) and like.braces:
        lines = [f"{margin}- {in_brackets(value)}"]
    else:
        lines = [*item_lines(value, margin)]
    at = line_after(where, like) if last else where.index(like.line, 1)
    text = "".join(line + where.line_end for line in lines)
    return TextEdit(at, at, text if where.text[:at].endswith("\n") or not at else where.line_end + text)


def _in_brackets(where: YamlSource, node: AnyNode) -> bool:
    return where.text[where.span(node)[0]] in "[{"


def _as_texts(value: Any) -> Any:
    """Return a value as the reader reads it: every scalar is a text, without spaces that end a line or its last end."""
    if isinstance(value, Mapping):
        return {name: _as_texts(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_as_texts(item) for item in value]
    return re.sub(r" +(?=\n)", "", value).rstrip("\n") if isinstance(value, str) else scalar(value)


def source(data: bytes) -> YamlSource:
    """Return a file as read; raise CannotEdit if it has faults that stop it from being read."""
    reading = read(data, most_bytes=max(MOST_BYTES, len(data)))
    if reading.slips or reading.root is None:
        raise CannotEdit("the file has faults; signpost check lists them")
    return yaml_source(data, ContentPage.of("", reading.source, reading.root, ()))


def _proved(where: YamlSource, change: TextEdit, wanted: Any) -> bytes:
    """Return the changed file, after checking that it has the wanted values."""
    after = edited(where.text, [change]).encode()
    reading = read(after, most_bytes=max(MOST_BYTES, len(after)))
    if reading.slips or reading.root is None or plain(reading.root) != wanted:
        raise CannotEdit("the change would alter more than it should; write it by hand")
    return after


def plain(node: AnyNode) -> Any:
    """Return a value as texts, lists and fields."""
    if isinstance(node, FieldsNode):
        return {name: plain(value) for name, (_, value) in node.fields.items()}
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return node.value if isinstance(node, TextNode) else None


def _with(tree: Any, path: FieldPath, value: object) -> Any:
    if not path:
        return value
    step, *rest = path
    inner = _with(tree[step], tuple(rest), value) if rest else value
    if isinstance(tree, list):
        at = int(step)
        return [*tree[:at], *(() if inner is _GONE else (inner,)), *tree[at + 1 :]]
    return {name: kept for name, kept in {**tree, step: inner}.items() if kept is not _GONE}


def _called(path: FieldPath) -> str:
    return ".".join(map(str, path))
