"""A content folder as it stands on the disk at one moment: what tells that it may have changed, and all its bytes."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bot.content.reading import MOST_BYTES_OF_AREAS
from bot.core.content_id import is_content

MOST_FILES = 20_000  # ten times a country's guidance: beyond it a folder is something else
MOST_BYTES = 128 * 1024 * 1024  # of all files together
_DEPTHS = (("guidance", 2), ("flows", 1))  # the steps inwards that the loader looks at
_AT_ONCE = 64 * 1024  # bytes

Marks = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """What a folder holds.

    Attributes:
        files: the bytes of every file of content, by its path in the folder; what is longer than content may be is cut.
        digest: what stands for all of it, with the names of what is no content, which is a fault too.
    """

    files: dict[str, bytes] = field(repr=False)
    digest: str


def marks(folder: Path) -> Marks:
    """Return what nearly always changes with a save, and costs no reading: names, sizes, dates and places on the disk.

    Args:
        folder: it holds guidance/ and flows/; its path and links in it are followed anew.
    """
    return tuple((name, _mark(found)) for name, found in _all(folder))


def saved(folder: Path) -> Saved:
    """Return what a folder holds now.

    Args:
        folder: it holds guidance/ and flows/; what cannot be read is left out, and has another digest.
    """
    files: dict[str, bytes] = {}
    digest = hashlib.blake2b(digest_size=16)
    left = MOST_BYTES
    for name, found in _all(folder):
        kind = stat.S_IFMT(found.st_mode) if found else 0
        data = _bytes(folder / name, min(left, MOST_BYTES_OF_AREAS + 1)) if kind == stat.S_IFREG else None
        digest.update(f"{name!r} {kind} {-1 if data is None else len(data)}\n".encode())
        if data is not None and is_content(name):
            digest.update(data)
            files[name] = data
            left -= len(data)
    return Saved(files, digest.hexdigest())


def _bytes(path: Path, most: int) -> bytes | None:
    try:
        with path.open("rb", buffering=_AT_ONCE) as stream:
            return stream.read(most)
    except (OSError, ValueError):
        return None


def _mark(found: os.stat_result | None) -> tuple[int, ...]:
    if found is None:
        return ()
    kind = stat.S_IFMT(found.st_mode)
    if kind != stat.S_IFREG:
        return (kind,)  # a folder's own date changes with every hidden file that an editor makes in it
    return (kind, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _all(folder: Path) -> list[tuple[str, os.stat_result | None]]:
    """List what the loader looks at, in order, each with what the system says of it."""
    found: list[tuple[str, os.stat_result | None]] = []
    for name, depth in _DEPTHS:
        for each in _under(folder / name, name, depth):
            found.append(each)
            if len(found) > MOST_FILES:
                return sorted(found, key=_name)
    return sorted(found, key=_name)


def _name(found: tuple[str, object]) -> str:
    return found[0]


def _under(folder: Path, name: str, depth: int) -> Iterator[tuple[str, os.stat_result | None]]:
    yield name, _state(folder)
    try:
        with os.scandir(folder) as listed:
            for each in listed:
                if each.name.startswith(".") or each.name == "README.md":
                    continue
                inside = f"{name}/{each.name}"
                if depth > 1 and each.is_dir():
                    yield from _under(Path(each.path), inside, depth - 1)
                else:
                    yield inside, _state(Path(each.path))
    except OSError:
        return


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None
