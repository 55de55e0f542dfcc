"""Cures that move a line to another column, for a line that starts where nothing of its kind is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.content.slips.explanations import GOES_ON, KEY_OR_DASH, ParseFailure
from bot.content.slips.layout import indent_of, opens_block, start_of


@dataclass(frozen=True, slots=True)
class Cure:
    """One line as it may have been meant, and the mistake that this corrects (line and column from 0)."""

    line: int
    cured: str
    column: int
    message: str
    moves: bool = False  # the line is only moved to another column
    odd: bool = False  # it is in a column where nobody would put it


_NEAR = 8  # lines


def moved_lines(where: ParseFailure, outside: dict[int, str], lines: Iterable[int]) -> Iterator[Cure]:
    """Yield lines moved to the columns of their neighbours, those in unlikely columns first.

    Args:
        where: the parser's error.
        outside: the lines that are not part of a text under | or >.
        lines: those that may be moved, the nearest to the parser's place first.
    """
    numbers = sorted(number for number, line in outside.items() if line.strip() and not line.lstrip().startswith("#"))
    holders = {one for one, two in pairwise(numbers) if _holds_badly(where.lines[one], where.lines[two])}
    near = range(where.line - _NEAR, where.line + 2)
    early = {*numbers[:1], where.began[0], *holders}
    moved = [n for n in lines if (n in near or n in early) and not where.lines[n].startswith(("---", "..."))]
    odd = {number: _is_odd(number, numbers, where.lines) for number in moved}
    for number in sorted(odd, key=lambda number: not odd[number]):
        line = where.lines[number]
        column = indent_of(line)
        for target in _targets(number, numbers, where.lines):
            message = f"this line starts in column {column + 1}; start it in column {target + 1}"
            goes_on = target > column and not KEY_OR_DASH.match(line)
            cured = " " * target + line.lstrip()
            yield Cure(number, cured, column, GOES_ON if goes_on else message, moves=True, odd=odd[number])


def _holds_badly(line: str, below: str) -> bool:
    """Return whether the line below is not indented by two spaces, as the line above asks."""
    return line.rstrip().endswith(":") and indent_of(below) != start_of(line) + 2


def _is_odd(number: int, numbers: Sequence[int], lines: Sequence[str]) -> bool:
    """Return whether a line is in a column where nobody would put it."""
    column = indent_of(lines[number])
    place = numbers.index(number)
    holder = next((indent_of(lines[n]) for n in reversed(numbers[:place]) if indent_of(lines[n]) < column), None)
    below = lines[numbers[place + 1]] if place + 1 < len(numbers) else ""
    wrong = column > 0 if holder is None else column - holder != 2
    return wrong or not KEY_OR_DASH.match(lines[number]) or (bool(below) and _holds_badly(lines[number], below))


def _targets(number: int, numbers: Sequence[int], lines: Sequence[str]) -> list[int]:
    """Return the columns in which a line could stand, the nearest to its own first."""
    own = indent_of(lines[number])
    place = numbers.index(number)
    if not place:
        return [0] if own else []
    beside = (*numbers[max(0, place - _NEAR) : place], *numbers[place + 1 : place + 4])
    columns = {column for n in beside for column in (indent_of(lines[n]), start_of(lines[n]))}
    above = lines[numbers[place - 1]]
    if above.rstrip().endswith(":"):
        columns.add(start_of(above) + 2)
    if not KEY_OR_DASH.match(lines[number]):
        columns |= {own + 2, indent_of(above) + 2}
    if opens_block(above):
        columns = {column for column in columns if column <= indent_of(above)}  # otherwise it becomes part of the text
    return sorted(columns - {own}, key=lambda column: abs(column - own))
