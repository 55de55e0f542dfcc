"""The files of a content folder, and edits to them: tried in a copy, and written whole or not at all."""

import difflib
import os
import shutil
import tempfile
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain, zip_longest
from pathlib import Path

from bot.content import checks, migrations
from bot.content.faults import Fault
from bot.content.field_edit import CannotEdit
from bot.content.loaded_content import LoadedContent
from bot.content.loader import FileCache, read
from bot.content.migrations import CURRENT, FILE, migrated
from bot.content.yaml_tree import NotPlain, TextEdit, TextNode, YamlSource, edited, put, put_inside, yaml_source
from bot.editor.prose import count
from bot.hearing import Hearing
from bot.state.storage import NotWritten, write_whole, written_beside

CONTENT = ("guidance", "flows")  # the parts of a content folder


def content_files(folder: Path) -> Mapping[str, Path]:
    """Return the files of a content folder by their paths in it."""
    paths = (path for part in CONTENT for path in sorted((folder / part).rglob("*.yaml")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in paths}


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """Yield a copy of a content folder that may be changed, and delete it at the end."""
    with tempfile.TemporaryDirectory() as made:
        for part in CONTENT:
            if (folder / part).is_dir():
                shutil.copytree(folder / part, Path(made, part))
        yield Path(made)


def write(path: Path, before: bytes | None, after: bytes) -> None:
    """Write the whole of a file, or leave it as it was.

    Args:
        path: the file; a link is followed.
        before: what it held when the change was made; None if that does not matter.
        after: what it should hold.

    Raises:
        CannotEdit: somebody else has changed it in the meantime, or it cannot be written.
    """
    real = path.resolve()
    try:
        if before is not None and real.read_bytes() != before:
            raise CannotEdit(f"{path.name} was changed by somebody else meanwhile; try again")
        write_whole(real, after, None)
    except (OSError, NotWritten) as error:
        raise CannotEdit(f"{path} cannot be written: {error.strerror}") from None


class TrialCopy:
    """Reads a folder as it would be with some files changed, from a copy; what was read before makes it quick."""

    def __init__(self, folder: Path, copy: Path) -> None:
        self._folder, self._copy = folder, copy
        self._kept = FileCache()
        self._held: dict[str, bytes] = {}
        self._last: tuple[LoadedContent, list[Fault]] | None = None
        self._lock = threading.Lock()

    def read(self, changes: Mapping[str, bytes]) -> tuple[LoadedContent, list[Fault]]:
        """Return the content with some files changed, and its faults."""
        with self._lock:
            files = {file: path.read_bytes() for file, path in content_files(self._folder).items()} | dict(changes)
            if self._last is None or files != self._held:
                for file in self._held.keys() - files.keys():
                    (self._copy / file).unlink()
                for file, data in files.items():
                    if self._held.get(file) != data:
                        (self._copy / file).parent.mkdir(parents=True, exist_ok=True)
                        (self._copy / file).write_bytes(data)
                self._held, self._last = files, read(self._copy, self._kept)
            return self._last

    def write(self, before: Mapping[str, bytes], changes: Mapping[str, bytes]) -> None:
        """Write changed files.

        Args:
            before: what each file held when the change was made.
            changes: what it should hold.

        Raises:
            CannotEdit: somebody else has changed one meanwhile, or it cannot be written.
        """
        for file, data in changes.items():
            path = self._folder / file
            write(path, before[file] if path.exists() else None, data)


def conversion(folder: Path) -> Mapping[str, bytes]:
    """Return the files that change or are added when a content folder is converted; none if it needs no conversion.

    Raises:
        UnknownFormat: its format cannot be determined, or belongs to a later version of Signpost.
    """
    found = migrations.found(folder)
    if found == CURRENT:
        return {}
    before = {file: path.read_bytes() for file, path in content_files(folder).items()}
    return {file: data for file, data in migrated(before, found).items() if before.get(file) != data}


def convert(folder: Path, changed: Mapping[str, bytes]) -> None:
    """Write the changed files one at a time, the format number last, so that an interrupted conversion can be repeated.

    Raises:
        CannotEdit: a file cannot be written.
    """
    new_first = sorted(changed, key=lambda file: (file == FILE, (folder / file).exists()))  # nothing moved is ever gone
    for file in new_first:
        write(folder / file, None, changed[file])


_MOST_SHOWN = 8  # faults
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


def try_in_copy(folder: Path, plan: EditPlan, today: date, hearing: Hearing, but: frozenset[str] = frozenset()) -> None:
    """Make the edits in a copy of the content, and check the copy.

    Args:
        but: rules whose new errors are allowed.

    Raises:
        EditRefused: the copy has an error that the content does not have.
    """
    with copied(folder) as copy:
        for file, data in plan.files.items():
            (copy / file).write_bytes(data)
        for old, new in plan.moves:
            _free(copy / new)
            (copy / old).rename(copy / new)
        errors = tuple(f for f in checks.check(copy, today, hearing=lambda: hearing).errors if f.rule not in but)
    if errors and (worse := _worse(checks.check(folder, today, hearing=lambda: hearing).errors, errors)):
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
        with ExitStack() as beside, ExitStack() as undo:
            paths = {(folder / file).resolve(): data for file, data in plan.files.items()}
            made = {path: beside.enter_context(written_beside(path, data, None)) for path, data in paths.items()}
            for path, ready in made.items():
                undo.callback(path.write_bytes, path.read_bytes())  # in place: to replace it may be what is impossible
                ready.replace(path)
            for old, new in plan.moves:
                (folder / old).rename(folder / new)
                undo.callback((folder / new).rename, folder / old)
            undo.pop_all()  # nothing failed, so nothing is undone
    except (OSError, NotWritten) as error:
        raise EditRefused(f"Nothing was changed: {folder} cannot be written ({error.strerror}).") from None
