"""The files of a content folder: write a changed one, and convert all to today's format."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from bot.content import migrations
from bot.content.migrations import CURRENT, FILE, UnknownFormat, migrated
from bot.content.yaml_edit import CannotEdit
from bot.state.atomic_write import NotWritten, write_whole

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
    for file, data in changed.items():
        if file != FILE:
            path = folder / file
            write(path, path.read_bytes(), data)
    if FILE in changed:
        (folder / FILE).write_bytes(changed[FILE])


def convert_copy(folder: Path) -> None:
    """Convert a copy of older content to today's format; content of an unknown format stays as it is."""
    with suppress(UnknownFormat):
        convert(folder, conversion(folder))
