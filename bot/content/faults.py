"""Faults in a content folder, in words for an editor, each with its file, line and column."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

PathStep = str | int
FieldPath = tuple[PathStep, ...]  # the steps to a value in a file: ("options", "danger", "next") or ("related", 2)
Level = Literal["error", "advice"]
FILE, YAML, FIELD = "SP101", "SP102", "SP103"  # the rules for reading files; other rules are in rules/ and checks/


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: its file, line and column (both from 1), what to type instead, and the rule."""

    file: str
    line: int
    column: int
    message: str
    rule: str = field(default="", compare=False)
    level: Level = field(default="error", compare=False)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


@dataclass(frozen=True, slots=True, order=True)
class SyntaxSlip:
    """One fault in how a file is written, found before its fields are checked."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault as a rule reports it; the loader turns its file and path into a line and a column."""

    file: str
    path: FieldPath
    message: str
    on_key: bool = False  # point at the name of the field, not at its value
    within: str = ""  # point at these words inside the value
    at: tuple[int, int] | None = None  # point at this line and column
    rule: str = ""  # the rule's id, if one function applies several rules


class ContentError(Exception):
    """The content cannot be used; the message lists every fault, one per line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


def short(text: str, most: int = 40) -> str:
    """Return a text on one line, shortened for a message."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
