"""One value of a content file changed where it stands; every other byte, remarks included, stays as it is.

A change that would do anything else is not made: the file is read before and after, and must differ only there.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from bot.content.faults import Path as Steps
from bot.content.nodes import ContentPage, FieldsNode, ListNode, Node, TextNode
from bot.content.shape_faults import NULLS
from bot.content.yaml_reader import read
from bot.core.content_id import MOST_BYTES
from bot.editor.renaming_source import Edit, Source, add_field, add_item, edited, source

_PLAIN = re.compile(r"[^\W_][\w .,'’()/&+-]*")  # what YAML reads as it stands, and as nothing else


class CannotEdit(Exception):
    """The change cannot be made safely, or the file cannot be written; the words say why. Nothing was changed."""


def replaced(data: bytes, path: Steps, value: str) -> bytes:
    """Return a file with another text at a path, in the quotes that it had.

    Args:
        data: the file.
        path: where the text is.
        value: the new one, on one line.

    Raises:
        CannotEdit: there is no such text, or it stands in several lines.
    """
    where = _source(data)
    node = where.at(*path)
    if not isinstance(node, TextNode):
        message = f"there is no text at {_called(path)}"
        raise CannotEdit(message)
    start, end = where.span(node)
    if "\n" in where.text[start:end]:
        message = f"the text at {_called(path)} stands in several lines; write it by hand"
        raise CannotEdit(message)
    written = _requoted(where.text[start:end], value)
    return _proved(data, edited(where.text, [Edit(start, end, written)]), _with(_plain(where.page.root), path, value))


def appended(data: bytes, field: str, item: Mapping[str, str]) -> bytes:
    """Return a file with one more item at the end of a list of a field of its own, as the list is written.

    Args:
        data: the file.
        field: the name of the field; where the file does not have it, it is added at the end.
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


def _add(where: Source, root: FieldsNode, field: str, node: ListNode | None, item: Mapping[str, str]) -> Edit:
    pairs = [f"{name}: {_scalar(value)}" for name, value in item.items()]
    if node is None or not node.items:
        line = f"  - {f'{where.line_end}    '.join(pairs)}"
        return _in_place_of_none(where, node, line) if node else _new(where, root, field, line)
    if where.text[where.span(node)[0]] == "[":
        return add_item(where, node, f"{{{', '.join(pairs)}}}")
    margin = " " * (node.column + 1)
    return add_item(where, node, f"{where.line_end}{margin}".join(pairs))


def _new(where: Source, root: FieldsNode, field: str, line: str) -> Edit:
    made = add_field(where, root, field, where.line_end + line)
    return Edit(made.start, made.end, made.text.replace(f"{field}: ", f"{field}:", 1))


def _in_place_of_none(where: Source, node: ListNode, line: str) -> Edit:
    """Return the change of [] into a line below it; a remark behind it stays."""
    start, end = where.span(node)
    rest = where.text[end:].partition("\n")[0].rstrip("\r")
    before = where.text[:start].rstrip(" ")
    return Edit(len(before), end + len(rest), f"{rest}{where.line_end}{line}")


def write(path: Path, before: bytes, after: bytes) -> None:
    """Bring a file to disk whole, or leave it as it was.

    Args:
        path: the file.
        before: what it held when the change was made.
        after: what it shall hold.

    Raises:
        CannotEdit: somebody else has changed it meanwhile, or it cannot be written.
    """
    real = path.resolve()
    try:
        if real.read_bytes() != before:
            message = f"{path.name} was changed by somebody else meanwhile; try again"
            raise CannotEdit(message)
        handle, name = tempfile.mkstemp(prefix=".editing-", dir=real.parent)  # a hidden file is no content
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(after)
                stream.flush()
                os.fsync(stream.fileno())
            shutil.copymode(real, name)
            Path(name).replace(real)
        finally:
            with suppress(OSError):
                Path(name).unlink(missing_ok=True)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise CannotEdit(message) from None


def _source(data: bytes) -> Source:
    reading = read(data, most_bytes=max(MOST_BYTES, len(data)))
    if reading.slips or reading.root is None:
        message = "the file has faults; signpost check lists them"
        raise CannotEdit(message)
    return source(data, ContentPage.of("", reading.source, reading.root, ()))


def _proved(data: bytes, text: str, wanted: Any) -> bytes:
    """Return a changed file that holds what it held but for the change."""
    after = text.encode()
    reading = read(after, most_bytes=max(MOST_BYTES, len(after)))
    if reading.slips or reading.root is None or _plain(reading.root) != wanted:
        message = "the change would alter more than it should; write it by hand"
        raise CannotEdit(message)
    return after


def _plain(node: Node) -> Any:
    """Return what a tree holds, without places."""
    if isinstance(node, FieldsNode):
        return {name: _plain(value) for name, (_, value) in node.fields.items()}
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    return node.value if isinstance(node, TextNode) else None


def _with(tree: Any, path: Steps, value: str) -> Any:
    """Return what a tree holds with another text at a path."""
    if not path:
        return value
    step, *rest = path
    inner = _with(tree[step], tuple(rest), value)
    if isinstance(tree, list):
        return [inner if number == step else item for number, item in enumerate(tree)]
    return {**tree, step: inner}


def _requoted(written: str, value: str) -> str:
    if written.startswith('"'):
        return json.dumps(value, ensure_ascii=False)
    if written.startswith("'"):
        return f"""'{value.replace("'", "''")}'"""
    return _scalar(value)


def _scalar(value: str) -> str:
    """Return a text on one line as YAML, without quotes where it needs none."""
    plain = _PLAIN.fullmatch(value) and value == value.strip() and value not in NULLS
    return value if plain else json.dumps(value, ensure_ascii=False)


def _called(path: Steps) -> str:
    return ".".join(map(str, path))
