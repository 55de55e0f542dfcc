"""Edits to files of the content: the bytes and lines that change, tried in a copy, and written whole or not at all."""

import difflib
import os
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path

from bot.content import checking
from bot.content.faults import Fault
from bot.content.loaded_content import LoadedContent
from bot.content.nodes import TextNode
from bot.content.yaml_edit import NotPlain, TextEdit, YamlSource, edited, put, put_inside, yaml_source
from bot.editor.content_files import copied
from bot.editor.text import count

_MOST_SHOWN = 8  # faults
_PREPARED = ".editing-"  # hidden files are not content
Moves = tuple[tuple[str, str], ...]


class EditRefused(Exception):
    """The edits are not possible, would add errors or cannot be written; the message says why. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class ChangedLine:
    """A line that changes: its file, its number, and its text before and after."""

    file: str
    number: int
    old: str
    new: str

    @property
    def told(self) -> tuple[str, ...]:
        """The place of the line, and its text before and after."""
        before, after = self.old.strip(), self.new.strip()
        return tuple(filter(None, (f"{self.file}:{self.number}", before and f"  - {before}", after and f"  + {after}")))


@dataclass(frozen=True, slots=True)
class EditPlan:
    """The files and lines that edits change."""

    files: Mapping[str, bytes]  # the new bytes of the files that change, by their current names
    moves: Moves  # files and folders that are renamed, from and to
    lines: tuple[ChangedLine, ...]  # the lines that change


class ContentEdits:
    """The files of the content, and the changes to each."""

    def __init__(self, folder: Path, draft: LoadedContent) -> None:
        self.folder, self.draft = folder, draft
        self.edits: defaultdict[str, set[TextEdit]] = defaultdict(set)
        self._sources: dict[str, YamlSource] = {}

    def source(self, file: str) -> YamlSource:
        if file not in self._sources:
            self._sources[file] = yaml_source((self.folder / file).read_bytes(), self.draft.pages[file])
        return self._sources[file]

    def put(self, file: str, node: TextNode, old: str, new: str, *, inside: bool = False) -> None:
        where = self.source(file)
        try:
            self.edits[file].update(put_inside(where, node, old, new) if inside else [put(where, node, old, new)])
        except NotPlain as error:
            place = f"{file}:{error.line}:{error.column}"
            raise EditRefused(f"{place}: write {old} here in one piece, then try again.") from None

    def edited(self) -> dict[str, bytes]:
        """Return the new bytes of each file that changes."""
        return {file: edited(self.source(file).text, edits).encode() for file, edits in self.edits.items()}

    def planned(self, files: Mapping[str, bytes], moves: Moves = ()) -> EditPlan:
        """Return the plan that writes these bytes, with each line that changes."""
        lines = (changed_lines(file, self.source(file).text, data) for file, data in sorted(files.items()))
        return EditPlan(files, moves, tuple(chain.from_iterable(lines)))


def changed_lines(file: str, text: str, data: bytes) -> Iterator[ChangedLine]:
    """Yield the lines in which the new bytes of a file differ from its text."""
    before, after = text.splitlines(), data.decode().splitlines()
    for tag, first, last, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            pairs = zip_longest(before[first:last], after[start:end], fillvalue="")
            yield from (ChangedLine(file, number, *pair) for number, pair in enumerate(pairs, start + 1))


def try_in_copy(folder: Path, plan: EditPlan, today: date, but: frozenset[str] = frozenset()) -> None:
    """Make the edits in a copy of the content, and check the copy.

    Args:
        folder: the content folder.
        plan: what is written and renamed.
        today: the day of the check.
        but: rules of which new errors are allowed.

    Raises:
        EditRefused: the copy has an error that the content does not have.
    """
    with copied(folder) as copy:
        for file, data in plan.files.items():
            (copy / file).write_bytes(data)
        for old, new in plan.moves:
            _free(copy / new)
            (copy / old).rename(copy / new)
        errors = tuple(fault for fault in checking.check(copy, today).errors if fault.rule not in but)
    if errors and (worse := _worse(checking.check(folder, today).errors, errors)):
        listed = "\n".join(f"  {fault}" for fault in worse[:_MOST_SHOWN])
        raise EditRefused(f"Nothing was changed: the content would have {count(len(worse), 'more error')}.\n{listed}")


def _free(path: Path) -> None:
    if os.path.lexists(path):
        raise EditRefused(f"{path.name} already exists; nothing was changed.")


def _worse(before: Sequence[Fault], after: Sequence[Fault]) -> list[Fault]:
    """Return the errors of rules that now find more, new errors first."""
    had, has = (Counter(fault.rule for fault in faults) for faults in (before, after))
    known = {fault.message for fault in before}
    return sorted((f for f in after if has[f.rule] > had[f.rule]), key=lambda f: f.message in known)


def execute(folder: Path, plan: EditPlan) -> None:
    """Write the files, and rename those that move.

    New files are first written beside the old ones, so that a full disk is noticed before anything changes.

    Raises:
        EditRefused: a file cannot be written; every change was undone.
    """
    try:
        for _, new in plan.moves:
            _free(folder / new)
        with _prepared(folder, plan) as prepared, ExitStack() as undo:
            for path, made in prepared:
                undo.callback(path.write_bytes, path.read_bytes())
                made.replace(path)
            for old, new in plan.moves:
                (folder / old).rename(folder / new)
                undo.callback((folder / new).rename, folder / old)
            undo.pop_all()  # nothing failed, so nothing is undone
    except OSError as error:
        raise EditRefused(
            f"Nothing was changed: {error.filename or folder} cannot be written ({error.strerror})."
        ) from None


@contextmanager
def _prepared(folder: Path, plan: EditPlan) -> Iterator[list[tuple[Path, Path]]]:
    """Yield each file that changes with its new version beside it, and delete any leftover files at the end."""
    prepared: list[tuple[Path, Path]] = []
    try:
        for file, data in plan.files.items():
            path = (folder / file).resolve()
            made = path.with_name(f"{_PREPARED}{path.name}")
            prepared.append((path, made))
            made.write_bytes(data)
            shutil.copymode(path, made)
        yield prepared
    finally:
        for _, made in prepared:
            with suppress(OSError):
                made.unlink(missing_ok=True)
