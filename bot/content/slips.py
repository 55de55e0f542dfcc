"""What an editor did when YAML cannot be read: the place of her slip and its cure, never a parser's words."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from bot.content.faults import short
from bot.content.layout import (
    block_above,
    indent_of,
    open_bracket,
    open_columns,
    opens_block,
    outside_blocks,
    within,
)

Explained = tuple[int, int, str]

_START = re.compile(r"(?P<indent> *)(?:- +)*(?:(?P<name>[\w-]+): +)?(?P<value>\S.*)?")
_KEY_OR_DASH = re.compile(r" *(?:[\w-]+:(?:\s|$)|-(?:\s|$))")
_AFTER_BRACKET = re.compile(r"[\[{,:] *$")
LOST_WORDS = "what follows # is lost as a remark; put the sentence between double quotes"
_HOLDS_COLON = "a sentence that holds a colon goes between double quotes"
_CURLY = {"\u201c", "\u2018"}
_GENERIC = (
    "this line does not fit the lines above it; start it in the same column as its neighbours, "
    "and close every quote and bracket"
)


@dataclass(frozen=True, slots=True)
class _Where:
    """The parser's complaint, with the place it noticed (from 0) and the place where its trouble began."""

    lines: list[str]
    problem: str
    line: int
    column: int
    context: str
    began: tuple[int, int]

    @property
    def text(self) -> str:
        """The line at which the parser gave up."""
        return self.lines[self.line]

    @property
    def value(self) -> str:
        """What stands after the field's name on that line."""
        found = _START.match(self.text)
        return (found["value"] or "") if found else ""

    def at(self, message: str, *, line: int | None = None, column: int | None = None) -> Explained:
        """Place a message, at the parser's place unless told otherwise."""
        row = self.line if line is None else line
        return row + 1, (self.column if column is None else column) + 1, message


def explain(text: str, error: yaml.YAMLError) -> Explained:
    """Return the line, the column and the cure of the slip behind a YAML error."""
    where = _where(text.split("\n"), error)
    for explanation in _EXPLANATIONS:
        if explained := explanation(where):
            return explained
    return where.at(_GENERIC)


def _where(lines: list[str], error: yaml.YAMLError) -> _Where:
    line, column = within(lines, getattr(error, "problem_mark", None))
    while line > 0 and not lines[line].strip():  # the end of the file: go back to a line that holds something
        line -= 1
        column = len(lines[line])
    problem, context = (getattr(error, name, None) or "" for name in ("problem", "context"))
    mark = getattr(error, "context_mark", None)
    return _Where(lines, problem, line, column, context, within(lines, mark) if mark else (line, column))


def _unclosed_quote(where: _Where) -> Explained | None:
    """Find a quote that opens a text and is still open where the next field or dash begins."""
    mark, opened, indent = "", (0, 0), 0
    for number, line in outside_blocks(where.lines):
        if not mark and number > where.line:
            return None
        if mark and _KEY_OR_DASH.match(line) and indent_of(line) <= indent:
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
    """Return where a quote opens on a line, and which is open at its end; ``mark`` is open before it."""
    opened: int | None = None
    found = _START.match(line)
    value = found.start("value") if found else -1
    brackets = line[value : value + 1] in {"[", "{"}
    for column, character in enumerate(line):
        if mark:
            mark = "" if character == mark and line[column - 1 : column] != "\\" else mark
        elif character == "#" and not line[:column].strip():
            break
        elif character in "\"'" and (column == value or (brackets and _AFTER_BRACKET.search(line, value, column))):
            mark, opened = character, column
    return opened, mark


def _colon(where: _Where) -> Explained | None:
    """A colon where YAML takes it for the end of a field's name."""
    if "mapping values" not in where.problem and where.text[where.column : where.column + 1] != ":":
        return None
    before = where.text[: where.column].strip()
    if not before:
        return where.at("a field's name is missing before the colon")
    if re.fullmatch(r"(?:- +)*[\w-]+", before) and where.line > 0:
        return _runs_on(where)
    if where.value[:1] in _CURLY:
        return _curly(where)
    return where.at(_HOLDS_COLON)


def _runs_on(where: _Where) -> Explained:
    """A field's name that YAML takes for more of the text above it."""
    number = next((n for n in range(where.line - 1, -1, -1) if where.lines[n].strip()), 0)
    above = where.lines[number]
    start = indent_of(above)
    if found := re.match(r"\s*(?:- +)?([\w-]+):(?=\S)", above):
        return where.at("type a space after the colon", line=number, column=found.end())
    if re.fullmatch(r"\s*[\w-]+\s*", above):
        return where.at(f'type a colon after "{short(above)}"', line=number, column=start)
    column = indent_of(where.text)
    if column > start:
        return where.at(
            f"this line starts further in than the one above; start it in column {start + 1}", column=column
        )
    return where.at(_GENERIC, column=column)


def _curly(where: _Where) -> Explained:
    column = where.text.index(where.value)
    return where.at('curly quotes do not enclose a text here; type straight ones: "…"', column=column)


def _not_a_field(where: _Where) -> Explained | None:
    """A line that stands where a field's name is due."""
    if "could not find expected ':'" not in where.problem:
        return None
    number, _ = where.began
    line = where.lines[number]
    column = indent_of(line)
    if re.match(r"\s*-\w", line):
        return where.at("type a space after the dash", line=number, column=column)
    if found := re.match(r"\s*[\w-]+:(?=\S)", line):
        return where.at("type a space after the colon", line=number, column=found.end())
    above = next((above for above in reversed(where.lines[:number]) if above.strip()), "")
    if opens_block(above):
        return where.at("the text under | or > stands two spaces further in than its field", line=number, column=column)
    if re.fullmatch(r"\s*[\w-]+\s*", line):
        return where.at(f'type a colon after "{short(line)}"', line=number, column=column)
    return where.at(
        "start this line two spaces further in, if it goes on with the text above; "
        "a new field needs its name and a colon",
        line=number,
        column=column,
    )


def _special_start(where: _Where) -> Explained | None:
    """A sentence whose first character means something to YAML."""
    begins = {"%", "@", "`", "*", "&", "!", "?"}
    column = where.text.find(where.value) if where.value else -1
    mark = where.value[:1]
    if mark in begins and (where.column >= column):
        return where.at(f"a sentence that begins with {mark} goes between double quotes", column=column)
    if mark in {"{", "["} and re.search(r"[}\]]\s*[^\s,#}\]]", where.value):
        return where.at(f"a sentence that begins with {mark} goes between double quotes", column=column)
    if where.text.startswith("%"):
        return where.at("a line that begins with % is not for content; delete it", column=0)
    return None


def _block_start(where: _Where) -> Explained | None:
    if "block scalar" not in where.context:
        return None
    return where.at(
        "after | or > the text begins on the next line, two spaces further in",
        line=where.began[0],
        column=where.began[1],
    )


def _list_after_name(where: _Where) -> Explained | None:
    if "block sequence entries" not in where.problem:
        return None
    return where.at("a list begins on the line after its field's name, two spaces further in")


def _escape(where: _Where) -> Explained | None:
    if "escape" not in where.problem:
        return None
    return where.at(r"inside double quotes \ begins a code; type \\ for a backslash, or leave it out")


def _brackets(where: _Where) -> Explained | None:
    """A bracket that is not closed, or a text inside brackets that YAML cannot tell from its neighbours."""
    if "flow" not in where.context:
        return _bracket_too_many(where)
    number, column = open_bracket(where.lines, where.line, where.column) or where.began
    opening = where.lines[number]
    mark = opening[column : column + 1]
    further = _KEY_OR_DASH.match(where.text) and indent_of(where.text) <= indent_of(opening)
    if where.column >= len(where.text.rstrip()) or (number != where.line and further):
        if remark := re.search(r" #\S", opening[column:]):
            return where.at(LOST_WORDS, line=number, column=column + remark.start() + 1)
        closing = "]" if mark == "[" else "}"
        return where.at(f"this {mark} is not closed; type {closing} at the end", line=number, column=column)
    if where.text[where.column : where.column + 1] == ":":
        return where.at(_HOLDS_COLON)
    return where.at(f"inside {mark} a text with a comma, a colon or a bracket goes between double quotes")


def _bracket_too_many(where: _Where) -> Explained | None:
    mark = where.text[where.column : where.column + 1]
    if mark in {"]", "}"}:
        return where.at(f"there is one {mark} too many; delete it")
    return None


def _after_quote(where: _Where) -> Explained | None:
    """Words after the closing quote."""
    before, rest = where.text[: where.column].rstrip(), where.text[where.column :].strip()
    if not rest or before[-1:] not in {'"', "'"}:
        return None
    if rest == ",":
        return where.at("delete this comma")
    cure = "double quotes" if before[-1] == "'" else "double quotes, and use “ ” inside it"
    return where.at(f"words stand after the closing quote; put the whole text between {cure}")


def _indent(where: _Where) -> Explained | None:
    """A line that starts in a column where nothing of its kind stands."""
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
            "a dash stands among fields; start it two spaces further in, under its field's name"
            if dash
            else "a field stands among the dashes of a list; start it in the column of its neighbours"
        )
    if columns:
        nearest = min(columns, key=lambda known: (abs(known - column), known))
        return where.at(f"this line starts in column {column + 1}; its neighbours start in column {nearest + 1}")
    return None


def _document(where: _Where) -> Explained | None:
    if "document start" not in where.problem:
        return None
    return where.at("nothing may follow here; put a sentence that begins with … or --- between double quotes")


_EXPLANATIONS: tuple[Callable[[_Where], Explained | None], ...] = (
    _unclosed_quote,
    _escape,
    _block_start,
    _list_after_name,
    _after_quote,
    _brackets,
    _not_a_field,
    _special_start,
    _colon,
    _document,
    _indent,
)
