"""Mends of single values, by what the format says of their fields: blanks in a sentence, dashes, quotes, days."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from yaml.resolver import Resolver

from bot.content.field_specs import field_specs
from bot.content.nodes import NULLS, FieldsNode, ListNode, Node, TextNode
from bot.content.yaml_source import YamlSource
from bot.editor.fixing.mends import Mend

_MONTHS = "january february march april may june july august september october november december".split()
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})")
_MONTH_FIRST = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
_FIGURES = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})")


def as_iso(written: str) -> str:
    """Return a day as 2026-11-25, or ``""`` where it is none or may be two: 3/4/2026 is in March to some.

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


_BLANKS = re.compile(r"(?<=\S) {2,}(?=\S)")
_DASHES = "\u2010-\u2015\u2212"
_DASH = re.compile(rf"(?P<before>[^\s{_DASHES}])(?P<dash> *[{_DASHES}] *)(?=[^\s{_DASHES}])")
_LIKE_A_NUMBER = re.compile(r"[-+]?\d[\d_]*(?:\.\d*)?|\d{1,2}(?::\d\d)+")  # 0800 and 07:30 too, to some programs
_PARTS_WORDS = {"\u2013", "\u2014", "\u2015"}  # those that part a sentence; the others join two words
_ADDRESSES = frozenset({"url", "email"})


@dataclasses.dataclass(frozen=True, slots=True)
class Value:
    """One text of a file with the kind of value that its field holds, and the field's name."""

    node: TextNode
    hint: Any
    name: str
    optional: bool = False


def in_values(where: YamlSource, shape: Any) -> Iterator[Mend]:
    """Yield the mends of a file's values.

    Args:
        where: the file.
        shape: what the file holds: a class of the library, or a mapping.
    """
    for value in values(where.page.root, shape):
        start, end = where.span(value.node)
        written = where.text[start:end]
        if value.hint is date:
            yield from _day(value, start, written)
            continue
        if value.node.plain and _is_no_text(value) and "\n" not in written:
            yield Mend(start, end, f'"{written}"', value.node.line, "quotes around what is no number here")
            continue
        if value.node.plain:
            yield from _blanks(value, start, written)
        if value.name not in _ADDRESSES:
            yield from _dashes(value, start, written)


def values(node: Node, hint: Any, name: str = "", *, optional: bool = False) -> Iterator[Value]:
    """Yield every text of a tree whose field is known, with the kind of value that is due there."""
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
        yield Value(node, hint, name, optional)


def _day(value: Value, start: int, written: str) -> Iterator[Mend]:
    day, place = as_iso(value.node.value), written.find(value.node.value)
    if day and day != value.node.value and place >= 0:
        begins = start + place
        reason = "a day is written as 2026-11-25"
        yield Mend(begins, begins + len(value.node.value), day, value.node.line, reason)


def _is_no_text(value: Value) -> bool:
    """Say whether other programs would read a text without quotes as a number, a day, a truth value or nothing."""
    text = value.node.value
    if value.optional and text in NULLS:
        return False
    known = Resolver.yaml_implicit_resolvers
    shapes = (shape for _, shape in (*known.get(text[:1], ()), *known.get(None, ())))
    return bool(text) and bool(_LIKE_A_NUMBER.fullmatch(text) or any(shape.match(text) for shape in shapes))


def _blanks(value: Value, start: int, written: str) -> Iterator[Mend]:
    for found in _BLANKS.finditer(written):
        line = value.node.line + written.count("\n", 0, found.start())
        yield Mend(start + found.start(), start + found.end(), " ", line, "one blank between two words")


def _dashes(value: Value, start: int, written: str) -> Iterator[Mend]:
    for found in _DASH.finditer(written):
        dash, after = found["dash"].strip(), written[found.end() : found.end() + 1]
        figures = found["before"].isdigit() and after.isdigit()
        plain = " - " if dash in _PARTS_WORDS and not figures else "-"
        line = value.node.line + written.count("\n", 0, found.start())
        yield Mend(start + found.start("dash"), start + found.end("dash"), plain, line, "a plain dash")
