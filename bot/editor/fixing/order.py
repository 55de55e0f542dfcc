"""The fields of a file put into the order of the format, and whether a file means the same after its mends."""

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from bot.content.faults import Path
from bot.content.field_specs import field_names
from bot.content.nodes import ContentPage, FieldsNode, ListNode, Node, TextNode, UnusableNode
from bot.content.yaml_source import YamlSource
from bot.editor.fixing.mends import Mend
from bot.editor.fixing.values import as_iso


def in_order(where: YamlSource, shape: Any) -> Iterator[Mend]:
    """Yield the mend that puts the fields of a file into the order of the format, where they are not.

    What stands in a list or under an id keeps the order that its editor gave it.

    Args:
        where: the file, in which nothing is wrong.
        shape: what it holds: a class of the library, or a mapping.
    """
    if isinstance(where.page.root, FieldsNode) and dataclasses.is_dataclass(shape) and isinstance(shape, type):
        yield from _ordered(where, where.page.root, field_names(shape))


def _ordered(where: YamlSource, node: FieldsNode, order: tuple[str, ...]) -> Iterator[Mend]:
    """Yield the mend of fields that stand line by line and out of order."""
    written = list(node.fields)
    wanted = [name for name in order if name in node.fields]
    if written == wanted or len(written) != len(wanted) or not _stand_alone(where, node):
        return
    starts = [_first_line(where, node, name) for name in written]
    if _is_remark(where, starts[0] - 1):
        return  # nobody can say whether it belongs to the first field or to all of them
    edges = [*(where.index(line, 1) for line in starts), len(where.text)]
    parts = {name: where.text[edges[place] : edges[place + 1]] for place, name in enumerate(written)}
    if all(part.endswith("\n") for part in parts.values()):
        moved = next(a for a, b in zip(written, wanted, strict=True) if a != b)
        line = node.fields[moved][0].line
        reason = f"the order of the format: {', '.join(wanted)}"
        yield Mend(edges[0], edges[-1], "".join(parts[name] for name in wanted), line, reason)


def _stand_alone(where: YamlSource, node: FieldsNode) -> bool:
    """Say whether each field begins a line of its own."""
    lines = where.page.lines
    return not node.braces and not any(lines[key.line - 1][: key.column - 1].strip() for key, _ in node.fields.values())


def _first_line(where: YamlSource, node: FieldsNode, name: str) -> int:
    """Return the first of the lines of a field: that of its name, or of the remarks right above it."""
    line = node.fields[name][0].line
    if name != next(iter(node.fields)):
        while _is_remark(where, line - 1):
            line -= 1
    return line


def _is_remark(where: YamlSource, line: int) -> bool:
    return line >= 1 and where.page.lines[line - 1].lstrip().startswith("#")


_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")


_QUOTED = re.compile("[\u201c-\u201f\u2018-\u201b](.*)[\u201c-\u201f\u2018-\u201b]", re.DOTALL)


def same(before: ContentPage, after: ContentPage) -> bool:
    """Say whether two readings of a file hold the same, but for blanks, dashes, quotes, days, and the order of fields.

    What nobody could make use of before may become anything. Where somebody has agreed to the words, these stay as they
    are to the last blank: the agreement is to nothing else.
    """
    return _Compared(before, exactly=_is_signed(before)).same(before.root, after.root, ())


def _is_signed(page: ContentPage) -> bool:
    signed = page.root.fields.get("sign_off") if isinstance(page.root, FieldsNode) else None
    return signed is not None and isinstance(signed[1], ListNode) and bool(signed[1].items)


class _Compared:
    """Compares two trees.

    Args:
        page: the page of the first, which knows what is wrong in it.
        exactly: whether every blank counts.
    """

    def __init__(self, page: ContentPage, *, exactly: bool) -> None:
        self._page = page
        self._exactly = exactly

    def same(self, before: Node, after: Node, path: Path) -> bool:
        """Say whether what stands at a path is the same in both."""
        if isinstance(before, UnusableNode) or path in self._page.faulty:
            return True
        if isinstance(before, FieldsNode) and isinstance(after, FieldsNode):
            named = set(before.fields) == set(after.fields) or path in self._page.above
            both = before.fields.keys() & after.fields.keys()
            return named and all(self.same(before.fields[n][1], after.fields[n][1], (*path, n)) for n in both)
        if isinstance(before, ListNode) and isinstance(after, ListNode):
            pairs = enumerate(zip(before.items, after.items, strict=False))
            as_many = len(before.items) == len(after.items)
            return as_many and all(self.same(a, b, (*path, number)) for number, (a, b) in pairs)
        if isinstance(before, TextNode) and isinstance(after, TextNode):
            return self._alike(before.value, after.value)
        return False

    def _alike(self, before: str, after: str) -> bool:
        if as_iso(before) == after or before == after:
            return True
        return not self._exactly and _plain(before) == _plain(after)


def _plain(text: str) -> str:
    """Return a text without what a mend may change of it."""
    quoted = _QUOTED.fullmatch(text.strip())
    return " ".join(_DASHES.sub("-", quoted[1] if quoted else text).split())
