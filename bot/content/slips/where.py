"""Where the parser gave up, and the words that several explanations share."""

import re
from dataclasses import dataclass

import yaml

from bot.content.layout import within

Explained = tuple[int, int, str]

START = re.compile(r"(?P<indent> *)(?:- +)*(?:(?P<name>[\w-]+): +)?(?P<value>\S.*)?")
KEY_OR_DASH = re.compile(r""" *(?:(?:[\w-]+|"[\w-]+"|'[\w-]+'):(?:\s|$)|-(?:\s|$))""")
LOST_WORDS = "what follows # is lost as a remark; put the sentence between double quotes"
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
class Where:
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
        found = START.match(self.text)
        return (found["value"] or "") if found else ""

    def at(self, message: str, *, line: int | None = None, column: int | None = None) -> Explained:
        """Place a message, at the parser's place unless told otherwise."""
        row = self.line if line is None else line
        return row + 1, (self.column if column is None else column) + 1, message


def where_of(lines: list[str], error: yaml.YAMLError) -> Where:
    """Return where the parser gave up; at the end of the file, the last line that holds something."""
    line, column = within(lines, getattr(error, "problem_mark", None))
    while line > 0 and not lines[line].strip():
        line -= 1
        column = len(lines[line])
    problem, context = (getattr(error, name, None) or "" for name in ("problem", "context"))
    mark = getattr(error, "context_mark", None)
    return Where(lines, problem, line, column, context, within(lines, mark) if mark else (line, column))
