"""What YAML reads without a word although the editor meant something else."""

import re
from collections.abc import Iterator, Sequence

from bot.content.faults import Slip
from bot.content.layout import indent_of
from bot.content.slips.fields import CURLY_QUOTES
from bot.content.slips.where import LOST_WORDS, SPACE_AFTER_COLON

Place = tuple[int, int]  # line and column, from 0

_LOST_REMARK = re.compile(r"[^\s:-][^\S\n]+#[^\s#]")
_CURLY = re.compile("[\u201c\u2018].*[\u201d\u2019]", re.DOTALL)
_INNER_LINE = re.compile(r"\s*(?:(?P<dash>-\s*\w)|(?P<field>[a-z_]+:\S))")
_DASH_TOO_FAR_IN = (
    "this line runs on from the one above; start its dash in the column of the other dashes, with a space after it"
)


def may_lose_words(text: str) -> bool:
    """Say whether a file holds a # that may cut a sentence short."""
    return bool(_LOST_REMARK.search(text))


def slips_in(value: str, lines: Sequence[str], start: Place, end: Place, *, remarks: bool) -> Iterator[Slip]:
    """Yield the slips in a text without quotes: curly quotes, a lost remark, lines that run together."""
    if _CURLY.fullmatch(value):
        yield Slip(start[0] + 1, start[1] + 1, CURLY_QUOTES)
    if end[0] > start[0]:
        yield from _run_together(value, lines, start, end)
    if remarks and (found := re.match(r"\s+#[^\s#]", lines[end[0]][end[1] :])):
        yield Slip(end[0] + 1, end[1] + found.end() - 1, LOST_WORDS)


def _run_together(value: str, lines: Sequence[str], start: Place, end: Place) -> Iterator[Slip]:
    numbers = [number for number in range(start[0] + 1, end[0] + 1) if _INNER_LINE.match(lines[number])]
    if (above := _name_above(lines, start)) is not None and (numbers or "\n" in value):
        yield Slip(above + 1, len(lines[above].rstrip()) + 1, "type | here, so that the lines below stay apart")
        return
    for number in numbers:
        found = _INNER_LINE.match(lines[number])
        message = _DASH_TOO_FAR_IN if found and found["dash"] else f"this line runs on; {SPACE_AFTER_COLON}"
        yield Slip(number + 1, indent_of(lines[number]) + 1, message)


def _name_above(lines: Sequence[str], start: Place) -> int | None:
    """Return the line of the name whose text begins on the line below it, if it does."""
    if lines[start[0]][: start[1]].strip():
        return None
    above = next((number for number in range(start[0] - 1, -1, -1) if lines[number].strip()), None)
    return above if above is not None and lines[above].rstrip().endswith(":") else None
