"""Where something is written, to open in an editor, and who changed it last."""

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

from bot.content.draft import Draft
from bot.content.faults import Path as Way
from bot.content.nodes import Fields, Page

_MOST_SECONDS = 5
_UNCOMMITTED = "0" * 40


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file: as it is read, and as a link that an editor opens."""

    file: str
    line: int
    link: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed something last: a commit, or that it is not committed yet (without a hash)."""

    hash: str
    by: str = ""
    on: date = date.min
    why: str = ""


def place(folder: Path, file: str, line: int, column: int = 1) -> Place:
    """Return a line of a file of the content, with a link that opens it in Visual Studio Code.

    Args:
        folder: the folder of the content.
        file: the file, from there.
        line: the line, from 1.
        column: the column, from 1.
    """
    path = quote((folder.resolve() / file).as_posix())
    return Place(file, line, f"vscode://file/{path.lstrip('/')}:{line}:{column}")


def of(draft: Draft, folder: Path, file: str, way: Way = ()) -> Place:
    """Return where something stands: its name where it has one, else the first line."""
    page = draft.pages.get(file)
    return place(folder, file, page.name_line(way) if page and way else 1)


def parts(draft: Draft, folder: Path, file: str, way: Way = ()) -> Sequence[tuple[str, Place]]:
    """Return the names of the fields of something, each with its place."""
    page = draft.pages.get(file)
    names = _names(page, way) if page else ()
    return [(name, of(draft, folder, file, (*way, name))) for name in names]


def _names(page: Page, way: Way) -> Sequence[str]:
    node = page.root
    for step in way:
        if not isinstance(node, Fields) or step not in node.fields:
            return ()
        node = node.fields[str(step)][1]
    return tuple(node.fields) if isinstance(node, Fields) else ()


def changes(folder: Path, file: str) -> Mapping[int, Change]:
    """Return by whom and when each line of a file was changed last; nothing where there is no Git.

    Args:
        folder: the folder of the content.
        file: the file, from there.
    """
    told = _git(folder, "blame", "--line-porcelain", "--", file)
    found: dict[int, Change] = {}
    head: list[str] = []
    fields: dict[str, str] = {}
    for line in told.split("\n"):
        if line.startswith("\t"):
            found[int(head[2])] = _change(head[0], fields)
            head, fields = [], {}
        elif not head:
            head = line.split()
        else:
            name, _, value = line.partition(" ")
            fields[name] = value
    return found


def _change(hash: str, fields: Mapping[str, str]) -> Change:
    if hash == _UNCOMMITTED:
        return Change("")
    on = datetime.fromtimestamp(int(fields.get("author-time", "0")), UTC).date()
    return Change(hash[:10], fields.get("author", ""), on, fields.get("summary", ""))


def latest(changed: Mapping[int, Change]) -> Change | None:
    """Return the last of changes, where one that is not committed yet is the very last."""
    if any(not each.hash for each in changed.values()):
        return Change("")
    return max(changed.values(), key=lambda each: each.on, default=None)


def _git(folder: Path, *arguments: str) -> str:
    """Return what Git says, or nothing where it says nothing in time, is not there, or does not know the file."""
    command = ["git", "-C", str(folder), "--no-optional-locks", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - fixed words and a file of the content, no shell
            command, capture_output=True, timeout=_MOST_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
