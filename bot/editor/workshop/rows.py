"""What stands on the workshop's page: rows, each with what is wrong, what to do and where, in sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.content.draft import Draft
from bot.content.faults import Finding, Path

NOW, FIRST, SOON, LATER = range(4)  # how urgent a row is
URGENT = {"emergency": FIRST, "same-day": SOON}  # of an entry or of who is to be rung


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to do.

    Attributes:
        rank: how urgent it is: now, first, soon or later.
        what: what there is.
        do: what to do about it.
        where: the file and the line.
        words: words of the content that it is about, with the file and the line of each.
    """

    rank: int
    what: str
    do: str
    where: str
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one kind, the most urgent first.

    Attributes:
        id: its name on the page.
        title: what the rows are.
        why: why they matter, and what was looked at.
        rows: the rows.
        task: what to do in two hours, if this is where to begin.
        portion: how many rows one begins with.
        command: what shows more of it.
    """

    id: str
    title: str
    why: str
    rows: tuple[Row, ...]
    task: str
    portion: int
    command: str = ""


def where(draft: Draft, file: str, path: Path = (), *, within: str = "", on_key: bool = False) -> str:
    """Return the file and the line of a place, as ``file:line``.

    Args:
        draft: all content.
        file: the file.
        path: the way to a value in it.
        within: words inside the value.
        on_key: whether the name of the value is meant.
    """
    fault = draft.place(Finding(file, path, "", within=within, on_key=on_key))
    return f"{fault.file}:{fault.line}"


def ordered(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows with the most urgent first, and otherwise as they are."""
    return tuple(sorted(rows, key=lambda row: row.rank))
