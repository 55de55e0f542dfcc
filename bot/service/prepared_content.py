"""Content in the form that a start needs, stored so that the next start need not read and index it again.

`signpost prepare` writes it. A start uses it while nothing has changed: the content, the postcodes, Signpost, Python
and NumPy. Otherwise it reads the content, as it does if none is kept.
"""

import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass
from importlib.metadata import version
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bot
from bot.content.load_in_process import LibraryPickler, gc_paused
from bot.core.library import Library
from bot.state.storage import write_whole

if TYPE_CHECKING:
    from bot.hearing import Hearing, LibraryHearing

MOST_KEPT = 3  # of several deployments with one cache folder, or of the content before and after an edit
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def prepared_file(cache: Path, digest: str, postcodes: Path | None) -> Path:
    """Return the file that keeps content for a start.

    Args:
        cache: the deployment's cache folder.
        digest: the hash of the content folder.
    """
    ours = (path for path in Path(bot.__file__).parent.rglob("*.*") if "__pycache__" not in path.parts)
    stats = sorted(map(_stat, (*ours, *filter(None, [postcodes]))))
    key = hashlib.sha256(f"{digest} {sys.version} {version('numpy')} {stats}".encode()).hexdigest()
    return cache / f"content-{key[:16]}.bin"


def _stat(path: Path) -> tuple[str, int, int]:
    """Return the name, size and date of a file; the date in whole seconds, as a registry keeps an image's files."""
    found = path.stat()
    return str(path), found.st_size, int(found.st_mtime)


def keep(file: Path, library: Library, heard: "LibraryHearing", hearing: "Hearing") -> None:
    """Keep content and its hearing for later starts, and delete the least recently used.

    Args:
        file: where; from `prepared_file`.
        heard: the library's hearing, without an encoder.
        hearing: what it was bound from, which every process reads itself and which is not kept again.

    Raises:
        NotWritten: the file could not be written.
        OSError: the folder could not be made.
    """
    stream = BytesIO()
    _Pickler(stream, hearing).dump((library, heard))
    file.parent.mkdir(parents=True, exist_ok=True)
    if not _own(file.parent):  # as a folder is made where a user's group may write by default
        file.parent.chmod(file.parent.stat().st_mode & ~_OTHERS_MAY_WRITE)
    write_whole(file, stream.getvalue())
    others = sorted(file.parent.glob("content-*.bin"), key=lambda path: path.stat().st_mtime)
    for old in others[:-MOST_KEPT]:
        with suppress(OSError):
            old.unlink()


def kept(file: Path, hearing: "Hearing") -> "tuple[Library, LibraryHearing] | None":
    """Return the content and the hearing that a file keeps; None if there is none that can be trusted.

    Loading it runs what it says, as with Python's own compiled files, so only a file that no other user could have
    written is loaded.
    """
    try:
        if not (_own(file) and _own(file.parent)):
            return None
        with file.open("rb") as stream, gc_paused():
            made = _Unpickler(stream, hearing).load()
    except Exception:  # whatever is wrong with it, the content can be read again
        return None
    library, heard = made
    return library, heard


def _own(path: Path) -> bool:
    """Say whether only this user or the system's could have written a file or a folder."""
    if not hasattr(os, "getuid"):
        return True  # Windows keeps a user's folders to that user
    found = path.stat()
    return found.st_uid in (0, os.getuid()) and not found.st_mode & _OTHERS_MAY_WRITE


def _shared(hearing: "Hearing") -> Mapping[str, object]:
    """Return the parts of hearing that do not depend on the content, and what they are made of, by their names."""
    whole = {field.name: getattr(hearing, field.name) for field in fields(hearing)}
    parts = {
        f"{name}.{field.name}": getattr(part, field.name)
        for name, part in whole.items()
        if is_dataclass(part)
        for field in fields(part)
    }
    return {**whole, **{name: part for name, part in parts.items() if not isinstance(part, str | int | float | tuple)}}


class _Pickler(LibraryPickler):
    """Writes the name of a part of hearing instead of the part."""

    def __init__(self, stream: BytesIO, hearing: "Hearing") -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._shared = _shared(hearing)  # held, so that no other object gets the id of one of them
        self._names = {id(part): name for name, part in self._shared.items()}

    def persistent_id(self, value: Any) -> str | None:
        return self._names.get(id(value))


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: Any, hearing: "Hearing") -> None:
        super().__init__(stream)
        self._hearing = hearing

    def persistent_load(self, name: Any) -> Any:
        return attrgetter(name)(self._hearing)
