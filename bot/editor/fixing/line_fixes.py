"""Fixes that need only the lines of a file, so that they work if YAML cannot read it: spaces, dashes, quotes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, is_dataclass

from bot.content.field_specs import field_names
from bot.content.slips.layout import outside_blocks
from bot.content.yaml_edit import TextEdit
from bot.core import library


@dataclass(frozen=True, slots=True, order=True)
class Fix(TextEdit):
    """A change to a file, with its line, from 1, and the reason in a few words."""

    line: int
    reason: str


def apart(mends: Iterable[Fix]) -> list[Fix]:
    """Return the fixes that do not overlap an earlier one."""
    kept: list[Fix] = []
    for mend in sorted(set(mends)):
        if not kept or mend.start >= max(kept[-1].end, kept[-1].start + 1):
            kept.append(mend)
    return kept


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


_KINDS = (kind for kind in vars(library).values() if isinstance(kind, type) and is_dataclass(kind))
_NAMES = frozenset(name for kind in _KINDS for name in field_names(kind))


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its start in the file, its number from 1, its text without a comment, and the comment."""

    start: int
    number: int
    text: str
    comment: str
    in_block: bool  # it is part of a text under | or >

    def fix(self, start: int, end: int, text: str, reason: str) -> Fix:
        """Return a fix of some of its characters."""
        return Fix(self.start + start, self.start + end, text, self.number, reason)


def in_lines(text: str) -> Iterator[Fix]:
    """Yield the fixes of a file that need only its lines."""
    lines = list(_lines(text))
    for line in lines:
        if not line.comment and (found := _AT_END.search(line.text)):
            yield line.fix(found.start(), found.end(), "", "no spaces at the end of a line")
        inner = line.text.rstrip(" \t\u00a0") if not line.comment else line.text
        for found in _HARD_SPACES.finditer(inner):
            yield line.fix(found.start(), found.end(), " " * len(found[0]), "an ordinary space")
        if not line.in_block:
            yield from _marks(line, lines)
    if text.strip(_BOM) and not text.endswith("\n"):
        line_end = "\r\n" if "\r\n" in text else "\n"
        yield Fix(len(text), len(text), line_end, lines[-1].number, "a line end after the last line")


def _marks(line: _Line, lines: list[_Line]) -> Iterator[Fix]:
    """Yield the fixes of a line's dash, colon and quotes."""
    if (found := _DASH.match(line.text)) and _beside(line, lines, len(found["before"])):
        yield line.fix(found.start("rest"), found.start("rest"), " ", "a space after the dash")
    if found := _OTHER_DASH.match(line.text):
        yield line.fix(found.start("dash"), found.end("dash"), "-", "a plain dash before a list item")
    if (found := _FIELD.match(line.text)) and found["name"] in _NAMES:
        yield line.fix(found.end("before"), found.end("before"), " ", "a space after the colon")
    if found := _QUOTED.fullmatch(line.text):
        yield line.fix(found.start("open"), found.end("open"), '"', "straight quotes around a text")
        yield line.fix(found.start("close"), found.end("close"), '"', "straight quotes around a text")


def _beside(line: _Line, lines: list[_Line], column: int) -> bool:
    """Say whether a line next to this one has a list's dash in the same column."""
    place = line.number - 1
    beside = (lines[other] for other in (place - 1, place + 1) if 0 <= other < len(lines))
    return any(_ITEM.match(other.text) and other.text.index("-") == column for other in beside if not other.in_block)


def _lines(text: str) -> Iterator[_Line]:
    start = len(_BOM) if text.startswith(_BOM) else 0
    written = text[start:].split("\n")
    plain = [line.removesuffix("\r") for line in written]
    outside = {number for number, _ in outside_blocks(plain)}
    for number, line in enumerate(plain):
        end = _comment_start(line) if number in outside else len(line)
        yield _Line(start, number + 1, line[:end], line[end:], number not in outside)
        start += len(written[number]) + 1


def _comment_start(line: str) -> int:
    """Return where the comment of a line starts, or the end of the line; a # that may start one counts."""
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
