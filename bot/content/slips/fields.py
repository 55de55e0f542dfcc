"""Colons, dashes and first characters: what makes a line a field, an item or a sentence."""

import re

from bot.content.faults import short
from bot.content.layout import indent_of, opens_block
from bot.content.slips.where import (
    BEGINS,
    CURLY,
    CURLY_QUOTES,
    GOES_ON,
    HOLDS_COLON,
    SPACE_AFTER_COLON,
    SPACE_AFTER_DASH,
    Explained,
    Where,
)

_MARKS = {"%", "@", "`", "*", "&", "!", "?"}
_NO_SPACE = re.compile(r"\s*(?:- +)?\w[\w-]* *:(?=\S)")
_NO_COLON = re.compile(r"""\s*(?:- +)?(?P<name>\w[\w-]*)(?=$| +[\[{"']| +[^:]*$)""")
_NO_COLON_AND_BRACKET = re.compile(r"\s*(?:- +)?\w[\w-]* +[\[{]")
_FIELD_WITH_TEXT = re.compile(r"\s*(?:- +)*[\w-]+: +[^\s|>]")


def colon(where: Where) -> Explained | None:
    """A colon where YAML takes it for the end of a field's name."""
    if "mapping values" not in where.problem and where.text[where.column : where.column + 1] != ":":
        return None
    before = where.text[: where.column].strip()
    if not before:
        return where.at("a field's name is missing before the colon")
    if re.fullmatch(r"(?:- +)*[\w-]+", before) and where.line > 0:
        return _runs_on(where)
    if where.value[:1] in CURLY:
        return where.at(CURLY_QUOTES, column=where.text.index(where.value))
    if _NO_COLON_AND_BRACKET.match(where.text):
        return almost_a_field(where)
    return where.at(HOLDS_COLON)


def _runs_on(where: Where) -> Explained | None:
    """A field's name that YAML takes for more of the text above it."""
    number = next((n for n in range(where.line - 1, -1, -1) if where.lines[n].strip()), 0)
    column, start = indent_of(where.text), indent_of(where.lines[number])
    outer = next((line for line in reversed(where.lines[:number]) if line.strip() and indent_of(line) < start), "")
    if _FIELD_WITH_TEXT.match(outer) and not _NO_SPACE.match(where.lines[number]):
        start = indent_of(outer)  # the line above goes on with the text of this one
    elif slip := almost_a_field(where, number):
        return slip
    if column > start:
        message = f"this line starts further in than the one above; start it in column {start + 1}"
        return where.at(message, column=column)
    return None


def almost_a_field(where: Where, number: int | None = None) -> Explained | None:
    """A line that would be a field but for its colon, or for the space after it."""
    number = where.line if number is None else number
    line = where.lines[number]
    if found := _NO_SPACE.match(line):
        return where.at(SPACE_AFTER_COLON, line=number, column=found.end())
    if found := _NO_COLON.match(line):
        name = found["name"]
        return where.at(f'type a colon after "{short(name)}"', line=number, column=found.start("name"))
    return None


def not_a_field(where: Where) -> Explained | None:
    """A line that stands where a field's name is due."""
    if "could not find expected ':'" not in where.problem:
        return None
    number, _ = where.began
    line = where.lines[number]
    column = indent_of(line)
    above = next((above for above in reversed(where.lines[:number]) if above.strip()), "")
    if re.match(r"\s*-\w", line):
        return where.at(SPACE_AFTER_DASH, line=number, column=column)
    if opens_block(above):
        message = "the text under | or > stands two spaces further in than its field"
        return where.at(message, line=number, column=column)
    if _NO_SPACE.match(line) or re.fullmatch(r"\s*\w[\w-]*\s*", line):
        return almost_a_field(where, number)
    return where.at(GOES_ON, line=number, column=column)


def special_start(where: Where) -> Explained | None:
    """A sentence whose first character means something to YAML."""
    mark = where.value[:1]
    column = where.text.find(where.value) if where.value else -1
    if mark in _MARKS and where.column >= column:
        return where.at(BEGINS.format(mark), column=column)
    if mark in {"{", "["} and re.search(r"[}\]]\s*[^\s,#}\]]", where.value):
        return where.at(BEGINS.format(mark), column=column)
    if where.text.startswith("%"):
        return where.at("a line that begins with % is not for content; delete it", column=0)
    return None


def list_after_name(where: Where) -> Explained | None:
    """A dash on the line of its field's name."""
    if "block sequence entries" not in where.problem:
        return None
    return where.at("a list begins on the line after its field's name, two spaces further in")


def block_start(where: Where) -> Explained | None:
    """A text on the line of its | or >."""
    if "block scalar" not in where.context:
        return None
    line, column = where.began
    return where.at("after | or > the text begins on the next line, two spaces further in", line=line, column=column)


def escape(where: Where) -> Explained | None:
    """A backslash inside double quotes."""
    if "escape" not in where.problem:
        return None
    return where.at(r"inside double quotes \ begins a code; type \\ for a backslash, or leave it out")


def document(where: Where) -> Explained | None:
    """Something after the end of the content."""
    if "document start" not in where.problem:
        return None
    return where.at("nothing may follow here; put a sentence that begins with … or --- between double quotes")
