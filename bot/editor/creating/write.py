"""Writes new content into the content folder, and lists what is left to write."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content.faults import Fault
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.content.yaml_writer import document, fields
from bot.core.library import Entry, Flow, Service
from bot.editor.creating.outlines import Answers, Recipe


class CannotWrite(Exception):
    """New content could not be written; the message says why. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class NewContent:
    """New content that was written.

    Attributes:
        file: its path in the content folder.
        line: its first line.
        left: what is left to write, with its line, field and a hint.
        faults: the other new faults.
        draft: all content, including what was written.
        alone: whether no other file has a fault, so that its ids are all there.
    """

    file: str
    line: int
    left: tuple[tuple[int, str, str], ...]
    faults: tuple[Fault, ...]
    draft: LoadedContent
    alone: bool


def taken(draft: LoadedContent, recipe: Recipe) -> frozenset[str]:
    """Return the ids that are not available: current and former ones."""
    things: Mapping[str, Mapping[str, Entry | Service | Flow]] = {
        "entry": draft.library.entries,
        "service": draft.library.services,
        "flow": draft.library.flows,
    }
    former = {id for thing in things.get(recipe.name, {}).values() for id in thing.aliases}
    return (draft.ids(recipe.refers) or frozenset()) | former


def write_new(folder: Path, recipe: Recipe, id: str, answers: Answers, today: date) -> NewContent:
    """Write new content, and load it.

    Args:
        folder: the content folder.
        recipe: what it is.
        id: its id.
        answers: what was answered.
        today: the current day.

    Raises:
        CannotWrite: it cannot be written; nothing was changed.
    """
    before = frozenset(read(folder)[1])
    file = recipe.path.format(id=id, theme=answers.get("theme", ""))
    path = folder / file
    value = recipe.outline(answers, today)
    try:
        if recipe.name == "fact":
            line, text = _appended(path, "".join(f"{line}\n" for line in fields({id: value}, "")))
        else:
            line, text = 1, document(value)
            path.parent.mkdir(exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
    except FileExistsError:
        raise CannotWrite(f"{file} is there already; choose another id") from None
    except OSError as error:
        raise CannotWrite(f"{file} cannot be written: {error.strerror}") from None
    left = tuple(_left(text, line))
    draft, faults = read(folder)
    told = {number for number, _, _ in left}
    new = sorted(set(faults) - before)
    rest = tuple(fault for fault in new if not (fault.file == file and fault.line in told))
    return NewContent(file, line, left, rest, draft, alone=all(fault.file == file for fault in faults))


def _appended(path: Path, text: str) -> tuple[int, str]:
    """Append lines to a file, and return the number of the first and their text."""
    old = path.read_bytes()
    end = b"" if old.endswith(b"\n") or not old else b"\n"
    added = end + text.encode()
    with path.open("ab") as stream:
        stream.write(added.replace(b"\n", b"\r\n") if b"\r\n" in old else added)
    return (old + end).count(b"\n") + 1, text


def _left(text: str, first: int) -> Iterator[tuple[int, str, str]]:
    """Yield the lines that have a comment instead of a value."""
    for number, line in enumerate(text.split("\n"), first):
        name, parted, remark = line.partition(": # ")
        if parted:
            yield number, name.strip(" -"), remark
