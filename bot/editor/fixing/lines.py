"""Mends that are seen line by line, also in a file that YAML cannot read: blanks, dashes, quotes, the last line end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.field_specs import field_names
from bot.content.slips.layout import outside_blocks
from bot.core import library
from bot.editor.fixing.mends import Mend

_BOM = "\ufeff"
_AT_END = re.compile(r"[ \t\u00a0]+\Z")
_HARD_SPACES = re.compile("\u00a0+")
_DASH = re.compile("(?P<before> *)-(?P<rest>[^\\s-])")
_OTHER_DASH = re.compile("(?P<before> *)(?P<dash>[\u2010-\u2015\u2022\u2212])[ \u00a0]+\\S")
_ITEM = re.compile(r" *-(?: |$)")
_FIELD = re.compile(r"(?P<before> *(?:- +)?(?P<name>[a-z_]+):)(?!//)[^\s:]")
_QUOTED = re.compile(
    r"""(?P<before> *(?:- +)?(?:[\w-]+: +)?)(?P<open>[\u201c-\u201f\u2018-\u201b])"""
    r"""(?P<inner>[^"\\]*)(?P<close>[\u201c-\u201f\u2018-\u201b])(?P<after>\s*)"""
)


def _named(kind: type) -> tuple[str, ...]:
    return field_names(kind) if hasattr(kind, "__dataclass_fields__") else ()


_NAMES = frozenset(name for kind in vars(library).values() if isinstance(kind, type) for name in _named(kind))


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: where it starts, its number from 1, its words without a remark, and the rest with it."""

    start: int
    number: int
    said: str
    rest: str
    inside: bool  # it belongs to a text under | or >

    def mend(self, start: int, end: int, text: str, reason: str) -> Mend:
        """Return a mend of some of its characters."""
        return Mend(self.start + start, self.start + end, text, self.number, reason)


def in_lines(text: str) -> Iterator[Mend]:
    """Yield the mends of a file that need no more than its lines."""
    lines = list(_lines(text))
    for line in lines:
        if not line.rest and (found := _AT_END.search(line.said)):
            yield line.mend(found.start(), found.end(), "", "no blanks at the end of a line")
        inner = line.said.rstrip(" \t\u00a0") if not line.rest else line.said
        for found in _HARD_SPACES.finditer(inner):
            yield line.mend(found.start(), found.end(), " " * len(found[0]), "an ordinary space")
        if not line.inside:
            yield from _marks(line, lines)
    if text.strip(_BOM) and not text.endswith("\n"):
        line_end = "\r\n" if "\r\n" in text else "\n"
        yield Mend(len(text), len(text), line_end, lines[-1].number, "a line end after the last line")


def _marks(line: _Line, lines: list[_Line]) -> Iterator[Mend]:
    """Yield the mends of a line's dash, colon and quotes."""
    if (found := _DASH.match(line.said)) and _beside(line, lines, len(found["before"])):
        yield line.mend(found.start("rest"), found.start("rest"), " ", "a space after the dash")
    if found := _OTHER_DASH.match(line.said):
        yield line.mend(found.start("dash"), found.end("dash"), "-", "a list has plain dashes")
    if (found := _FIELD.match(line.said)) and found["name"] in _NAMES:
        yield line.mend(found.end("before"), found.end("before"), " ", "a space after the colon")
    if found := _QUOTED.fullmatch(line.said):
        yield line.mend(found.start("open"), found.end("open"), '"', "straight quotes around a text")
        yield line.mend(found.start("close"), found.end("close"), '"', "straight quotes around a text")


def _beside(line: _Line, lines: list[_Line], column: int) -> bool:
    """Say whether a list's dash stands in the same column on a line next to this one."""
    place = line.number - 1
    beside = (lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines))
    return any(_ITEM.match(other.said) and other.said.index("-") == column for other in beside if not other.inside)


def _lines(text: str) -> Iterator[_Line]:
    start = len(_BOM) if text.startswith(_BOM) else 0
    written = text[start:].split("\n")
    plain = [line.removesuffix("\r") for line in written]
    outside = {number for number, _ in outside_blocks(plain)}
    for number, line in enumerate(plain):
        end = _remark(line) if number in outside else len(line)
        yield _Line(start, number + 1, line[:end], line[end:], number not in outside)
        start += len(written[number]) + 1


def _remark(line: str) -> int:
    """Return where the remark of a line begins, or its end; a # that may be one counts as one."""
    mark, last = "", ""
    for place, character in enumerate(line):
        if mark:
            mark = "" if character == mark and line[place - 1] != "\\" else mark
        elif character in "\"'" and last in "-:,[{":
            mark = character
        elif character == "#" and (not place or line[place - 1].isspace()):
            return place
        last = character if not character.isspace() else last
    return len(line)
