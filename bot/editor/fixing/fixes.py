"""Fixes of a file: those that need only its lines, so that they work if YAML cannot read it, then those of fields."""

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from yaml.resolver import Resolver

from bot.content.field_specs import content_classes, field_names, field_specs
from bot.content.slips.indentation import outside_blocks
from bot.content.yaml_tree import NULLS, AnyNode, FieldsNode, ListNode, TextEdit, TextNode, YamlSource


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
_ITEM_DASH = re.compile("(?P<before> *)-(?P<rest>[^\\s-])")
_OTHER_DASH = re.compile("(?P<before> *)(?P<dash>[\u2010-\u2015\u2022\u2212])[ \u00a0]+\\S")
_ITEM = re.compile(r" *-(?: |$)")
_FIELD = re.compile(r"(?P<before> *(?:- +)?(?P<name>[a-z_]+):)(?!//)[^\s:]")
_QUOTED_LINE = re.compile(
    r"""(?P<before> *(?:- +)?(?:[\w-]+: +)?)(?P<open>[\u201c-\u201f\u2018-\u201b])"""
    r"""(?P<inner>[^"\\]*)(?P<close>[\u201c-\u201f\u2018-\u201b])(?P<after>\s*)"""
)
_NAMES = frozenset(name for kind in content_classes() for name in field_names(kind))


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
    if (found := _ITEM_DASH.match(line.text)) and _beside(line, lines, len(found["before"])):
        yield line.fix(found.start("rest"), found.start("rest"), " ", "a space after the dash")
    if found := _OTHER_DASH.match(line.text):
        yield line.fix(found.start("dash"), found.end("dash"), "-", "a plain dash before a list item")
    if (found := _FIELD.match(line.text)) and found["name"] in _NAMES:
        yield line.fix(found.end("before"), found.end("before"), " ", "a space after the colon")
    if found := _QUOTED_LINE.fullmatch(line.text):
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


_MONTHS = "january february march april may june july august september october november december".split()
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_FIGURES = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})")


def as_iso(written: str) -> str:
    """Return a date as 2026-11-25, or ``""`` if it is not a date or ambiguous: to some, 3/4/2026 is in March.

    >>> as_iso("25/11/2026"), as_iso("25 Nov 2026"), as_iso("3/4/2026"), as_iso("11/25/2026")
    ('2026-11-25', '2026-11-25', '', '')
    """
    text = " ".join(written.split())
    for shape in (_DAY_FIRST, _MONTH_FIRST, _FIGURES, _YEAR_FIRST):
        if found := shape.fullmatch(text):
            month = _month(found["month"])
            day = int(found["day"])
            return "" if shape is _FIGURES and day <= 12 and day != month else _iso(int(found["year"]), month, day)
    return ""


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written)
    wanted = written.lower()
    known = (number for number, name in enumerate(_MONTHS, 1) if wanted in (name, name[:3], name[:4]))
    return next(known, 0)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_DASH_MARKS = "\u2010-\u2015\u2212"
_DASH = re.compile(rf"(?P<before>[^\s{_DASH_MARKS}])(?P<dash> *[{_DASH_MARKS}] *)(?=[^\s{_DASH_MARKS}])")
# Some programs also read 0800 and 07:30 as numbers.
_LIKE_A_NUMBER = re.compile(r"[-+]?\d[\d_]*(?:\.\d*)?|\d{1,2}(?::\d\d)+")
_PARTS_WORDS = {"\u2013", "\u2014", "\u2015"}  # these separate parts of a sentence; the others join two words
_ADDRESSES = frozenset({"url", "email"})


@dataclasses.dataclass(frozen=True, slots=True)
class FieldValue:
    """A text of a file, with the type of value that its field holds and the name of the field."""

    node: TextNode
    hint: Any
    name: str
    optional: bool = False


def in_values(where: YamlSource, shape: Any) -> Iterator[Fix]:
    """Yield the fixes of a file's values; ``shape`` is what the file holds: a class of the library, or a mapping."""
    for value in values(where.page.root, shape):
        start, end = where.span(value.node)
        written = where.text[start:end]
        if value.hint is date:
            yield from _day(value, start, written)
            continue
        if value.node.plain and _looks_like_another_type(value) and "\n" not in written:
            yield Fix(start, end, f'"{written}"', value.node.line, "quotes around a text that looks like a number")
            continue
        for found in _SPACES.finditer(written) if value.node.plain else ():
            line = value.node.line + written.count("\n", 0, found.start())
            yield Fix(start + found.start(), start + found.end(), " ", line, "one space between two words")
        if value.name not in _ADDRESSES:
            yield from _dashes(value, start, written)


def values(node: AnyNode, hint: Any, name: str = "", *, optional: bool = False) -> Iterator[FieldValue]:
    """Yield every text of a tree in a known field, with the type of value that belongs there."""
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        inner = next(choice for choice in get_args(hint) if choice is not NoneType)
        yield from values(node, inner, name, optional=True)
    elif isinstance(node, FieldsNode) and dataclasses.is_dataclass(hint) and isinstance(hint, type):
        known = {field.name: field for field in field_specs(hint)}
        for each, (_, inner) in node.fields.items():
            if each in known:
                yield from values(inner, known[each].hint, each)
    elif isinstance(node, FieldsNode) and origin is Mapping:
        for _, inner in node.fields.values():
            yield from values(inner, get_args(hint)[1], name)
    elif isinstance(node, ListNode) and origin is tuple:
        for inner in node.items:
            yield from values(inner, get_args(hint)[0], name)
    elif isinstance(node, TextNode) and (hint in (str, date) or origin is Literal):
        yield FieldValue(node, hint, name, optional)


def _day(value: FieldValue, start: int, written: str) -> Iterator[Fix]:
    day, place = as_iso(value.node.value), written.find(value.node.value)
    if day and day != value.node.value and place >= 0:
        end = start + place + len(value.node.value)
        yield Fix(start + place, end, day, value.node.line, "a date is written as 2026-11-25")


def _looks_like_another_type(value: FieldValue) -> bool:
    """Say whether other programs would read a text without quotes as a number, a date, true, false or null."""
    text = value.node.value
    if value.optional and text in NULLS:
        return False
    known = Resolver.yaml_implicit_resolvers
    shapes = (shape for _, shape in (*known.get(text[:1], ()), *known.get(None, ())))
    return bool(text) and bool(_LIKE_A_NUMBER.fullmatch(text) or any(shape.match(text) for shape in shapes))


def _dashes(value: FieldValue, start: int, written: str) -> Iterator[Fix]:
    for found in _DASH.finditer(written):
        dash, after = found["dash"].strip(), written[found.end() : found.end() + 1]
        figures = found["before"].isdigit() and after.isdigit()
        plain = " - " if dash in _PARTS_WORDS and not figures else "-"
        line = value.node.line + written.count("\n", 0, found.start())
        yield Fix(start + found.start("dash"), start + found.end("dash"), plain, line, "a plain dash")


def in_order(where: YamlSource, shape: Any) -> Iterator[Fix]:
    """Yield the fix that puts the fields of a file into the order of the format.

    Lists, and fields under an id, keep the order that their editor gave them.
    """
    node = where.page.root
    if not (isinstance(node, FieldsNode) and dataclasses.is_dataclass(shape) and isinstance(shape, type)):
        return
    written = list(node.fields)
    wanted = [name for name in field_names(shape) if name in node.fields]
    if written == wanted or len(written) != len(wanted) or not _stand_alone(where, node):
        return
    starts = [_first_line(where, node, name) for name in written]
    if _is_comment(where, starts[0] - 1):
        return  # it may belong to the first field or to all of them
    edges = [*(where.index(line, 1) for line in starts), len(where.text)]
    parts = {name: where.text[edges[place] : edges[place + 1]] for place, name in enumerate(written)}
    if all(part.endswith("\n") for part in parts.values()):
        moved = next(a for a, b in zip(written, wanted, strict=True) if a != b)
        line = node.fields[moved][0].line
        reason = f"the order of the format: {', '.join(wanted)}"
        yield Fix(edges[0], edges[-1], "".join(parts[name] for name in wanted), line, reason)


def _stand_alone(where: YamlSource, node: FieldsNode) -> bool:
    """Say whether each field starts a line of its own."""
    lines = where.page.lines
    return not node.braces and not any(lines[key.line - 1][: key.column - 1].strip() for key, _ in node.fields.values())


def _first_line(where: YamlSource, node: FieldsNode, name: str) -> int:
    """Return the first line of a field, including the comments right above it."""
    line = node.fields[name][0].line
    if name != next(iter(node.fields)):
        while _is_comment(where, line - 1):
            line -= 1
    return line


def _is_comment(where: YamlSource, line: int) -> bool:
    return line >= 1 and where.page.lines[line - 1].lstrip().startswith("#")


_ANY_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_QUOTED = re.compile("[\u201c-\u201f\u2018-\u201b](.*)[\u201c-\u201f\u2018-\u201b]", re.DOTALL)


def without_marks(text: str) -> str:
    """Return a text without the spaces, dashes and quotes that a fix may change."""
    quoted = _QUOTED.fullmatch(text.strip())
    return " ".join(_ANY_DASH.sub("-", quoted[1] if quoted else text).split())
