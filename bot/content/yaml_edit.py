"""Change one value of a content file in place; every other byte, comments included, stays as it is.

The file is read before and after the change, and must differ only there; otherwise the change is not made.
"""

from collections.abc import Mapping
from typing import Any

from bot.content.faults import Path as Steps
from bot.content.nodes import ContentPage, FieldsNode, ListNode, Node, TextNode
from bot.content.yaml_reader import read
from bot.content.yaml_source import TextEdit, YamlSource, add_field, add_item, edited, yaml_source
from bot.content.yaml_writer import bare, requoted
from bot.core.content_id import MOST_BYTES


class CannotEdit(Exception):
    """The change cannot be made safely, or the file cannot be written; the message says why. Nothing was changed."""


def replaced(data: bytes, path: Steps, value: str) -> bytes:
    """Return a file with another text at a path, in the quotes that the old text had.

    Args:
        data: the file.
        path: where the text is.
        value: the new one, on one line.

    Raises:
        CannotEdit: there is no such text, or it has several lines.
    """
    where = _source(data)
    node = where.at(*path)
    if not isinstance(node, TextNode):
        message = f"there is no text at {_called(path)}"
        raise CannotEdit(message)
    start, end = where.span(node)
    if "\n" in where.text[start:end]:
        message = f"the text at {_called(path)} has several lines; edit it by hand"
        raise CannotEdit(message)
    written = requoted(where.text[start:end], value)
    return _proved(
        data, edited(where.text, [TextEdit(start, end, written)]), _with(_plain(where.page.root), path, value)
    )


def appended(data: bytes, field: str, item: Mapping[str, str]) -> bytes:
    """Return a file with one more item at the end of a top-level list, written as the list is.

    Args:
        data: the file.
        field: the name of the list's field; if the file does not have it, it is added at the end.
        item: the fields of the item, with their texts on one line.

    Raises:
        CannotEdit: the field is not a list.
    """
    where = _source(data)
    root, node = where.page.root, where.at(field)
    if not isinstance(root, FieldsNode) or not (node is None or isinstance(node, ListNode)):
        message = f'"{field}" is not a list'
        raise CannotEdit(message)
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
        message = "the file has faults; signpost check lists them"
        raise CannotEdit(message)
    return yaml_source(data, ContentPage.of("", reading.source, reading.root, ()))


def _proved(data: bytes, text: str, wanted: Any) -> bytes:
    """Return the changed file, after checking that it holds what is wanted."""
    after = text.encode()
    reading = read(after, most_bytes=max(MOST_BYTES, len(after)))
    if reading.slips or reading.root is None or _plain(reading.root) != wanted:
        message = "the change would alter more than it should; write it by hand"
        raise CannotEdit(message)
    return after


def _plain(node: Node) -> Any:
    """Return the values of a tree, without places."""
    if isinstance(node, FieldsNode):
        return {name: _plain(value) for name, (_, value) in node.fields.items()}
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    return node.value if isinstance(node, TextNode) else None


def _with(tree: Any, path: Steps, value: str) -> Any:
    """Return the values of a tree, with another text at a path."""
    if not path:
        return value
    step, *rest = path
    inner = _with(tree[step], tuple(rest), value)
    if isinstance(tree, list):
        return [inner if number == step else item for number, item in enumerate(tree)]
    return {**tree, step: inner}


def _called(path: Steps) -> str:
    return ".".join(map(str, path))
