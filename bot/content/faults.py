"""What is wrong with a content folder, in an editor's words, at a place she can go to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Step = str | int
Path = tuple[Step, ...]  # the way to a value inside a file: ("options", "danger", "next") or ("related", 2)
Level = Literal["error", "advice"]
FILE, YAML, FIELD = "SP101", "SP102", "SP103"  # the rules of reading; the others are in rules/ and checks/


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong: the file, the place in it (both from 1), what to type instead, and which rule says so."""

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
    """One thing wrong with a file before its fields are looked at."""

    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the loader turns its file and path into a line and a column."""

    file: str
    path: Path
    message: str
    on_key: bool = False  # point at the name of the field, not at its value
    within: str = ""  # point at these words inside the value
    at: tuple[int, int] | None = None  # point at this line and column, whatever stands there
    rule: str = ""  # the rule's id, where one function speaks for several rules


class ContentError(Exception):
    """The content cannot be used; the text lists every fault, one a line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


def short(text: str, most: int = 40) -> str:
    """Cut a text for a message, on one line."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
