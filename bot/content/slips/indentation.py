"""Indentation, blocks and brackets in the lines of a file that YAML cannot read."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

_LOOK_BACK = 200  # lines
_BLOCK = re.compile(r"(?:^|[\s:-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$")


def within(lines: Sequence[str], mark: Any) -> tuple[int, int]:
    """Return a parser's mark as a line and column of the file, from 0; the mark may be after the last line."""
    if mark is None:
        return 0, 0
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def indent_of(line: str) -> int:
    """Return how many spaces a line starts with."""
    return len(line) - len(line.lstrip())


def start_of(line: str) -> int:
    """Return where a line's words begin, after its spaces and dashes."""
    return len(line) - len(line.lstrip(" -"))


def opens_block(line: str) -> bool:
    """Return whether a line ends with | or >, so its text is below it."""
    return bool(_BLOCK.search(line))


def outside_blocks(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not part of a text under | or >, with their numbers from 0."""
    block: int | None = None
    for number, line in enumerate(lines):
        if block is not None and (not line.strip() or indent_of(line) > block):
            continue
        block = indent_of(line) if opens_block(line) else None
        yield number, line


def open_columns(above: Sequence[str], *, dash: bool) -> dict[int, int]:
    """Return the columns of the fields, or dashes, above a line that it could continue, with their lines."""
    columns: dict[int, int] = {}
    least: int | None = None
    for number, line in reversed([pair for pair in outside_blocks(above) if pair[1].strip()]):
        column = indent_of(line)
        if least is None or column < least:
            least = column
            if line.lstrip().startswith("-") == dash:
                columns[column] = number
    return columns


def block_above(above: Sequence[str], column: int) -> int | None:
    """Return where the text under | or > that a line in this column should belong to starts, or None."""
    start: int | None = None
    for line in reversed(above):
        if line.strip() and (start is None or indent_of(line) < column):
            if opens_block(line) and indent_of(line) < column:
                return start
            if indent_of(line) < column:
                return None
        if line.strip():
            start = indent_of(line)
    return None


def open_bracket(lines: Sequence[str], line: int, column: int) -> tuple[int, int] | None:
    """Return where the innermost bracket still open at a place opens, looking back a limited way."""
    closed = 0
    for number in range(line, max(-1, line - _LOOK_BACK), -1):
        text = lines[number][:column] if number == line else lines[number]
        for place in range(len(text) - 1, -1, -1):
            closed += (text[place] in "]}") - (text[place] in "[{")
            if closed < 0:
                return number, place
    return None
