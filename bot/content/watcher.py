"""Watch a content folder, and one of local additions: report each good save as one value, each bad one as its faults.

The folder is polled by its path, so every way of saving is noticed, on every kind of disk. Names, sizes and dates are
only a hint: a save counts once its bytes are the same at two looks, and still the same after it has been loaded.
"""

import hashlib
import os
import stat
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import Generic, TypeVar

from bot.content.faults import FILE, ContentError, Fault
from bot.content.load_in_process import LoadProcessError
from bot.core.content_id import LOCAL, MOST_BYTES_IN_ALL, MOST_BYTES_OF_AREAS, MOST_FILES, is_content

_DEPTHS = (("guidance", 2), ("flows", 1))  # the depth to which the loader reads
_LOCAL_DEPTH = 2
_AT_ONCE = 64 * 1024  # bytes

FileStats = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class FolderSnapshot:
    """The contents of a folder at one moment."""

    # the bytes of every file of content, by its path in the folder; longer files are cut
    files: dict[str, bytes] = field(repr=False)
    digest: str  # a hash of all of it, and of the names of files that are not content, which are faults too


def file_stats(folder: Path, local: Path | None = None) -> FileStats:
    """Return the names, sizes, dates and inodes of the files, which nearly always change with a save."""
    return tuple((name, _mark(found)) for name, _, found in _all(folder, local))


def snapshot(folder: Path, local: Path | None = None) -> FolderSnapshot:
    """Return the current contents of a folder; unreadable files are left out, but change the digest.

    Args:
        local: the folder of local additions, if there is one; its files are called ``local/…``, wherever it is.
    """
    files: dict[str, bytes] = {}
    digest = hashlib.blake2b(digest_size=16)
    left = MOST_BYTES_IN_ALL + 1
    for name, path, found in _all(folder, local):
        kind = stat.S_IFMT(found.st_mode) if found else 0
        data = _bytes(path, min(left, MOST_BYTES_OF_AREAS + 1)) if kind == stat.S_IFREG else None
        digest.update(f"{name!r} {kind} {-1 if data is None else len(data)}\n".encode())
        if data is not None and is_content(name):
            digest.update(data)
            files[name] = data
            left -= len(data)
    return FolderSnapshot(files, digest.hexdigest())


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
        return (kind,)  # a folder's own date changes with every hidden file that a text editor makes in it
    return (kind, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


_FoundFile = tuple[str, Path, os.stat_result | None]


def _all(folder: Path, local: Path | None) -> list[_FoundFile]:
    """Return the names and paths that the loader reads, in order, each with its stat."""
    found = chain.from_iterable(_under(folder / name, name, depth) for name, depth in _DEPTHS)
    if local is not None:
        found = chain(found, _under(local, LOCAL, _LOCAL_DEPTH))
    return sorted(islice(found, MOST_FILES + 1), key=itemgetter(0))


def _under(folder: Path, name: str, depth: int) -> Iterator[_FoundFile]:
    yield name, folder, _state(folder)
    try:
        with os.scandir(folder) as listed:
            for each in listed:
                if each.name.startswith(".") or each.name == "README.md":
                    continue
                inside = f"{name}/{each.name}"
                if depth > 1 and each.is_dir():
                    yield from _under(Path(each.path), inside, depth - 1)
                else:
                    yield inside, Path(each.path), _state(Path(each.path))
    except OSError:
        return


def _state(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (OSError, ValueError):
        return None


SECONDS = 0.5  # between two looks
WHOLE_LOOK = 60  # looks: after so many the bytes are always read, for disks with coarse dates
AGAIN = 10  # looks: after so many, loading is tried again if it failed for a reason other than the content

_Loaded = TypeVar("_Loaded")


@dataclass(frozen=True, slots=True)
class GoodSave(Generic[_Loaded]):
    """A save that can go live."""

    made: _Loaded
    files: dict[str, bytes]  # the bytes of every file of content, by its path in the folder


@dataclass(frozen=True, slots=True)
class BadSave:
    """A save that must not go live."""

    faults: tuple[Fault, ...]
    error: Exception | None = None  # what happened, if it was not the content's fault; loading is tried again later


class FolderWatch(Generic[_Loaded]):
    """Polls a content folder, and reports each save once it is the same at two looks.

    Saves are reported on the watching thread, one after another.

    Args:
        folder: the folder with guidance/ and flows/; its path is followed at each look.
        make: makes what goes live from the folder; it raises ContentError if the save must not go live.
        tell: called with each outcome; the same content is not reported twice in a row.
        known: the digest of the content that is already live; by default, that of the folder as it is now.
        local: the folder of local additions, which is watched too.
    """

    def __init__(
        self,
        folder: Path,
        make: Callable[[Path], _Loaded],
        tell: Callable[[GoodSave[_Loaded] | BadSave], None],
        *,
        seconds: float = SECONDS,
        known: str | None = None,
        local: Path | None = None,
    ) -> None:
        self._folder, self._make, self._tell, self._seconds = folder, make, tell, seconds
        self._local = local
        self._told = self._snapshot().digest if known is None else known
        self._marks: FileStats | None = None
        self._before = ""
        self._looks = self._failed_at = 0
        self._asked = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="content", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Stop watching; nothing is reported afterwards."""
        self._stop.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join()

    @property
    def stopped(self) -> bool:
        """Whether it was asked to stop; work in progress can check."""
        return self._stop.is_set()

    def _snapshot(self) -> FolderSnapshot:
        return snapshot(self._folder, self._local)

    def read_again(self) -> None:
        """Read every byte at the next look, whatever the dates say, and retry anything that failed."""
        self._asked.set()

    def look(self) -> None:
        """Look once, and report a new save."""
        self._looks += 1
        asked = self._asked.is_set()
        self._asked.clear()
        if self._failed_at and (asked or self._looks - self._failed_at >= AGAIN):
            self._failed_at, self._told = 0, ""
        if asked:
            self._marks = None
        seen = file_stats(self._folder, self._local)
        if seen == self._marks and self._told and self._looks % WHOLE_LOOK:
            return
        found = self._snapshot()
        stands, self._before = found.digest == self._before, found.digest
        if found.digest == self._told:
            self._marks = seen  # no byte has changed
        elif stands:
            self._take(found, seen)

    def _take(self, found: FolderSnapshot, seen: FileStats) -> None:
        """Load a save, and report it if the folder has not changed in the meantime."""
        outcome = self._outcome(found)
        if self.stopped or self._snapshot().digest != found.digest:
            return
        self._told, self._marks = found.digest, seen
        self._failed_at = self._looks if isinstance(outcome, BadSave) and outcome.error else 0
        self._tell(outcome)

    def _outcome(self, found: FolderSnapshot) -> GoodSave[_Loaded] | BadSave:
        try:
            return GoodSave(self._make(self._folder), found.files)
        except ContentError as error:
            return BadSave(error.faults)
        except Exception as error:  # whatever happened, the live content stays live
            why = str(error) if isinstance(error, LoadProcessError) else type(error).__name__
            message = f"Signpost could not read this save ({why}); it tries again by itself"
            return BadSave((Fault("guidance", 1, 1, message, FILE),), error)

    def _run(self) -> None:
        while not self._stop.wait(self._seconds):
            try:
                self.look()
            except Exception:  # raised by `tell`; watching goes on
                threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), self._thread)))
