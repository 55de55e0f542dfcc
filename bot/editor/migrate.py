"""Convert a content folder to today's format, in place."""

from collections.abc import Mapping
from pathlib import Path

from bot.content import migrations
from bot.content.migrations import CURRENT, FILE, Files, migrated
from bot.editor.content_file import write

_PARTS = ("guidance", "flows")


def changes(folder: Path) -> Mapping[str, bytes]:
    """Return the files that change or are added, by path in the folder; none if it is already in today's format.

    Args:
        folder: it holds guidance/ and flows/.

    Raises:
        UnknownFormat: its format cannot be determined, or belongs to a later version of Signpost.
    """
    found = migrations.found(folder)
    if found == CURRENT:
        return {}
    before = _read(folder)
    return {file: data for file, data in migrated(before, found).items() if before.get(file) != data}


def _read(folder: Path) -> Files:
    paths = (path for part in _PARTS for path in sorted((folder / part).rglob("*.yaml")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def bring_in(folder: Path, changed: Mapping[str, bytes]) -> None:
    """Write the changed files one at a time, the format number last, so that an interrupted conversion can be repeated.

    Args:
        folder: it holds guidance/ and flows/.
        changed: the files to write.

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
