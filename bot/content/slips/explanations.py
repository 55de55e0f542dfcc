"""What an editor most probably did if YAML cannot be read: columns, brackets, quotes and fields."""

import re
from dataclasses import dataclass

import yaml

from bot.content.faults import short
from bot.content.slips.indentation import (
    block_above,
    indent_of,
    open_bracket,
    open_columns,
    opens_block,
    outside_blocks,
    within,
)

Explained = tuple[int, int, str]

START = re.compile(r"(?P<indent> *)(?:- +)*(?:(?P<name>[\w-]+): +)?(?P<value>\S.*)?")
KEY_OR_DASH = re.compile(r""" *(?:(?:[\w-]+|"[\w-]+"|'[\w-]+'):(?:\s|$)|-(?:\s|$))""")
LOST_WORDS = "what follows # is lost as a comment; put the sentence between double quotes"
HOLDS_COLON = "a sentence that holds a colon goes between double quotes"
BEGINS = "a sentence that begins with {} goes between double quotes"
SPACE_AFTER_COLON = "type a space after the colon"
SPACE_AFTER_DASH = "type a space after the dash"
LOST_DASH = (
    "the lines below begin with a dash; type a dash and a space here too, or | after the name above, if all is one text"
)
DASH_OR_IN = "type a dash and a space here, or start this line two spaces further in if it goes on with the text above"
CUT_OFF = "the file ends in the middle of this line; take the rest from its last good version"
CURLY = {"\u201c", "\u201d", "\u2018"}
CURLY_QUOTES = 'curly quotes do not enclose a text here; type straight ones: "…"'
GOES_ON = (
    "start this line two spaces further in, if it goes on with the text above; a new field needs its name and a colon"
)
BULLET = re.compile(r" *(?P<mark>[\u2022\u00b7\u25cf\u25aa\u2023\u25e6\u2013\u2014\u2212*+]) *(?=\S)")
NO_DASH = "{} does not begin an item; type a dash and a space"
STRAY_QUOTE = 'this quote closes nothing; type " at the beginning of the text too, or delete it'


@dataclass(frozen=True, slots=True)
class ParseFailure:
    """The parser's error, with the place where it stopped (from 0) and the place where the problem began."""

    lines: list[str]
    problem: str
    line: int
    column: int
    context: str
    began: tuple[int, int]

    @property
    def text(self) -> str:
        return self.lines[self.line]

    @property
    def value(self) -> str:
        """The text after the field's name on that line."""
        found = START.match(self.text)
        return (found["value"] or "") if found else ""

    def at(self, message: str, *, line: int | None = None, column: int | None = None) -> Explained:
        """Return a message with its line and column; by default those where the parser stopped."""
        row = self.line if line is None else line
        return row + 1, (self.column if column is None else column) + 1, message


def parse_failure(lines: list[str], error: yaml.YAMLError) -> ParseFailure:
    """Return the parser's error; at the end of the file its place is the last line that is not empty."""
    line, column = within(lines, getattr(error, "problem_mark", None))
    while line > 0 and not lines[line].strip():
        line -= 1
        column = len(lines[line])
    problem, context = (getattr(error, name, None) or "" for name in ("problem", "context"))
    mark = getattr(error, "context_mark", None)
    return ParseFailure(lines, problem, line, column, context, within(lines, mark) if mark else (line, column))


def indent(where: ParseFailure) -> Explained | None:
    """Explain a line that starts in a column where nothing of its kind is."""
    text = where.text
    column = indent_of(text)
    if where.column != column or not text.strip():
        return None
    dash = text.lstrip().startswith("-")
    above = where.lines[: where.line]
    if (start := block_above(above, column)) is not None:
        return where.at(f"this line belongs to the text under | or >; start it in column {start + 1}")
    columns = open_columns(above, dash=dash)
    if column in open_columns(above, dash=not dash) and column not in columns:
        return where.at(
            "there is a dash among fields; start it two spaces further in, under its field's name"
            if dash
            else "there is a field among the dashes of a list; start it in the column of its neighbours"
        )
    if columns:
        nearest = min(columns, key=lambda known: (abs(known - column), known))
        neighbour = f"its neighbour on line {columns[nearest] + 1} in column {nearest + 1}"
        return where.at(f"this line starts in column {column + 1} and {neighbour}; start both in the same")
    return None


def brackets(where: ParseFailure) -> Explained | None:
    """Explain a bracket that is not closed, or a text inside brackets that needs quotes."""
    if "flow" not in where.context:
        return _bracket_too_many(where)
    number, column = open_bracket(where.lines, where.line, where.column) or where.began
    opening = where.lines[number]
    mark = opening[column : column + 1]
    further = KEY_OR_DASH.match(where.text) and indent_of(where.text) <= indent_of(opening)
    if where.column >= len(where.text.rstrip()) or (number != where.line and further):
        if remark := re.search(r" #\S", opening[column:]):
            return where.at(LOST_WORDS, line=number, column=column + remark.start() + 1)
        closing = "]" if mark == "[" else "}"
        return where.at(f"this {mark} is not closed; type {closing} at the end", line=number, column=column)
    if where.text[where.column : where.column + 1] == ":":
        return where.at(HOLDS_COLON)
    return where.at(f"inside {mark} a text with a comma, a colon or a bracket goes between double quotes")


def _bracket_too_many(where: ParseFailure) -> Explained | None:
    mark = where.text[where.column : where.column + 1]
    if mark in {"]", "}"}:
        return where.at(f"there is one {mark} too many; delete it")
    return None


def unclosed_quote(where: ParseFailure) -> Explained | None:
    """Explain a quote that is still open where the next field or dash begins."""
    mark, opened, indent = "", (0, 0), 0
    for number, line in outside_blocks(where.lines):
        if not mark and number > where.line:
            return None
        if mark and KEY_OR_DASH.match(line) and indent_of(line) <= indent:
            break
        column, mark_now = _open_quote(line, mark)
        if mark_now and column is not None:
            opened, indent = (number, column), indent_of(line)
        mark = mark_now
    if not mark:
        return None
    cure = "put the text between double quotes" if mark == "'" else f"type {mark} at the end of the text"
    return where.at(f"this quote is not closed; {cure}", line=opened[0], column=opened[1])


def _open_quote(line: str, mark: str) -> tuple[int | None, str]:
    """Return where a quote opens on a line, and which quote is open at its end; ``mark`` is open before it."""
    opened: int | None = None
    found = START.match(line)
    value = found.start("value") if found else -1
    brackets = line[value : value + 1] in {"[", "{"}
    last = ""  # the last character before this one that is not a space
    for column, character in enumerate(line):
        if mark:
            mark = "" if character == mark and line[column - 1 : column] != "\\" else mark
        elif character == "#" and not last:
            break
        elif character in "\"'" and (column == value or (brackets and last in "[{,:")):
            mark, opened = character, column
        last = character if character != " " else last
    return opened, mark


def after_quote(where: ParseFailure) -> Explained | None:
    """Explain words after the closing quote."""
    before, rest = where.text[: where.column].rstrip(), where.text[where.column :].strip()
    if not rest or before[-1:] not in {'"', "'"}:
        return None
    if rest == ",":
        return where.at("delete this comma")
    cure = "double quotes" if before[-1] == "'" else "double quotes, and use “ ” inside it"
    return where.at(f"there are words after the closing quote; put the whole text between {cure}")


_MARKS = {"%", "@", "`", "*", "&", "!", "?"}
_NO_SPACE = re.compile(r"\s*(?:- +)?\w[\w-]* *:(?=\S)")
_NO_COLON = re.compile(r"""\s*(?:- +)?(?P<name>\w[\w-]*)(?=$| +[\[{"']| +[^:]*$)""")
_NO_COLON_AND_BRACKET = re.compile(r"\s*(?:- +)?\w[\w-]* +[\[{]")
_FIELD_WITH_TEXT = re.compile(r"\s*(?:- +)*[\w-]+: +[^\s|>]")


def colon(where: ParseFailure) -> Explained | None:
    """Explain a colon that YAML reads as the end of a field's name."""
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


def _runs_on(where: ParseFailure) -> Explained | None:
    """Explain a field's name that YAML reads as part of the text above it."""
    number = next((n for n in range(where.line - 1, -1, -1) if where.lines[n].strip()), 0)
    column, start = indent_of(where.text), indent_of(where.lines[number])
    outer = next((line for line in reversed(where.lines[:number]) if line.strip() and indent_of(line) < start), "")
    if _FIELD_WITH_TEXT.match(outer) and not _NO_SPACE.match(where.lines[number]):
        start = indent_of(outer)  # the line above continues the text of this one
    elif slip := almost_a_field(where, number):
        return slip
    if column > start:
        message = f"this line starts further in than the one above; start it in column {start + 1}"
        return where.at(message, column=column)
    return None


def almost_a_field(where: ParseFailure, number: int | None = None) -> Explained | None:
    """Explain a line that would be a field if it had a colon, or a space after the colon."""
    number = where.line if number is None else number
    line = where.lines[number]
    if found := _NO_SPACE.match(line):
        return where.at(SPACE_AFTER_COLON, line=number, column=found.end())
    if found := _NO_COLON.match(line):
        name = found["name"]
        return where.at(f'type a colon after "{short(name)}"', line=number, column=found.start("name"))
    return None


def not_a_field(where: ParseFailure) -> Explained | None:
    """Explain a line where a field's name is expected."""
    if "could not find expected ':'" not in where.problem:
        return None
    number, _ = where.began
    line = where.lines[number]
    column = indent_of(line)
    above = next((above for above in reversed(where.lines[:number]) if above.strip()), "")
    if re.match(r"\s*-\w", line):
        return where.at(SPACE_AFTER_DASH, line=number, column=column)
    if opens_block(above):
        message = "the text under | or > starts two spaces further in than its field"
        return where.at(message, line=number, column=column)
    if _NO_SPACE.match(line) or re.fullmatch(r"\s*\w[\w-]*\s*", line):
        return almost_a_field(where, number)
    return where.at(GOES_ON, line=number, column=column)


def special_start(where: ParseFailure) -> Explained | None:
    """Explain a sentence with a first character that has a meaning in YAML."""
    mark = where.value[:1]
    column = where.text.find(where.value) if where.value else -1
    if mark in _MARKS and where.column >= column:
        return where.at(BEGINS.format(mark), column=column)
    if mark in {"{", "["} and re.search(r"[}\]]\s*[^\s,#}\]]", where.value):
        return where.at(BEGINS.format(mark), column=column)
    if where.text.startswith("%"):
        return where.at("a line that begins with % is not for content; delete it", column=0)
    return None


def misplaced_start(where: ParseFailure) -> Explained | None:
    """Explain a backslash inside double quotes, a text on the line of its | or >, or a dash on that of its name."""
    if "escape" in where.problem:
        return where.at(r"inside double quotes \ begins a code; type \\ for a backslash, or leave it out")
    if "block scalar" in where.context:
        line, column = where.began
        message = "after | or > the text begins on the next line, two spaces further in"
        return where.at(message, line=line, column=column)
    if "block sequence entries" in where.problem:
        return where.at("a list begins on the line after its field's name, two spaces further in")
    return None


def document(where: ParseFailure) -> Explained | None:
    """Explain text after the end of the document."""
    if "document start" not in where.problem:
        return None
    return where.at("nothing may follow here; put a sentence that begins with … or --- between double quotes")
