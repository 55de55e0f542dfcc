"""The fields of a file put into the order of the format, each with the lines that belong to it."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from bot.content.known import names
from bot.content.nodes import Fields
from bot.editor.fixing.mends import Mend
from bot.editor.renaming_source import Source


def in_order(where: Source, shape: Any) -> Iterator[Mend]:
    """Yield the mend that puts the fields of a file into the order of the format, where they are not.

    What stands in a list or under an id keeps the order that its editor gave it.

    Args:
        where: the file, in which nothing is wrong.
        shape: what it holds: a class of the library, or a mapping.
    """
    if isinstance(where.page.root, Fields) and dataclasses.is_dataclass(shape) and isinstance(shape, type):
        yield from _ordered(where, where.page.root, names(shape))


def _ordered(where: Source, node: Fields, order: tuple[str, ...]) -> Iterator[Mend]:
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


def _stand_alone(where: Source, node: Fields) -> bool:
    """Say whether each field begins a line of its own."""
    lines = where.page.lines
    return not node.braces and not any(lines[key.line - 1][: key.column - 1].strip() for key, _ in node.fields.values())


def _first_line(where: Source, node: Fields, name: str) -> int:
    """Return the first of the lines of a field: that of its name, or of the remarks right above it."""
    line = node.fields[name][0].line
    if name != next(iter(node.fields)):
        while _is_remark(where, line - 1):
            line -= 1
    return line


def _is_remark(where: Source, line: int) -> bool:
    return line >= 1 and where.page.lines[line - 1].lstrip().startswith("#")
