"""The files of a content folder: read, copied, written and converted."""

import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.content import migrations
from bot.content.faults import Fault
from bot.content.field_edit import CannotEdit
from bot.content.loaded_content import LoadedContent
from bot.content.loader import FileCache, read
from bot.content.migrations import CURRENT, FILE, migrated
from bot.state.storage import NotWritten, write_whole

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


def write(path: Path, before: bytes, after: bytes) -> None:
    """Write the whole of a changed file, or leave it as it was.

    Args:
        path: the file; a link is followed.
        before: what it held when the change was made.
        after: what it should hold.

    Raises:
        CannotEdit: somebody else has changed it in the meantime, or it cannot be written.
    """
    real = path.resolve()
    try:
        if real.read_bytes() != before:
            raise CannotEdit(f"{path.name} was changed by somebody else meanwhile; try again")
        write_whole(real, after, mode=real.stat().st_mode)
    except (OSError, NotWritten) as error:
        reason = error.reason if isinstance(error, NotWritten) else error.strerror
        raise CannotEdit(f"{path} cannot be written: {reason}") from None


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
            if path.exists():
                write(path, before[file], data)
            else:
                try:
                    path.write_bytes(data)
                except OSError as error:
                    raise CannotEdit(f"{file} cannot be written: {error.strerror}") from None


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
        OSError: the file with the number cannot be written.
    """
    new_first = sorted(changed.items(), key=lambda change: (folder / change[0]).exists())  # nothing moved is ever gone
    for file, data in new_first:
        if file != FILE and (folder / file).exists():
            write(folder / file, (folder / file).read_bytes(), data)
        elif file != FILE:
            (folder / file).write_bytes(data)
    if FILE in changed:
        (folder / FILE).write_bytes(changed[FILE])
