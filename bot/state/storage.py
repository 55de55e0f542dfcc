"""Where a deployment keeps files between starts: the user's own folders, and files written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

READABLE = 0o644  # the user who runs a command may not be the one who serves


class NotWritten(Exception):
    """A file could not be written; ``strerror`` is the system's explanation."""

    def __init__(self, message: str, strerror: str = "") -> None:
        super().__init__(message)
        self.strerror = strerror


@contextmanager
def written_beside(path: Path, data: bytes, mode: int | None = READABLE) -> Iterator[Path]:
    """Yield a hidden file, written to disk, to replace the file beside it; delete it if it was not moved.

    Args:
        path: the file, in a folder that exists.
        data: the content of the hidden file.
        mode: who may use it; None for the mode of the existing file, or the system's default for a new one.

    Raises:
        NotWritten: it could not be written or moved.
    """
    temporary: Path | None = None
    try:
        opened, name = tempfile.mkstemp(prefix=f".{path.stem}-", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(opened, "wb") as file:
            _leave_to_owner(opened, path.parent)
            file.write(data)
            file.flush()
            temporary.chmod(_usual(path) if mode is None else mode)
            os.fsync(file.fileno())
        yield temporary
    except OSError as error:
        raise NotWritten(type(error).__name__, error.strerror or "") from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def opened_or_made(path: Path, mode: int) -> int:
    """Open a file to read and write, and return its descriptor; one that is missing is made with this mode."""
    flags = os.O_RDWR | os.O_CREAT
    try:
        opened = os.open(path, flags | os.O_EXCL, mode)
    except FileExistsError:
        return os.open(path, flags, mode)
    _leave_to_owner(opened, path.parent)
    return opened


def locked(opened: int, *, shared: bool) -> bool:
    """Lock an opening of a file until it is closed, or as shared for readers, and say whether that was possible."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows, where the last process to write wins, and no mark is read
        return not shared
    try:
        fcntl.flock(opened, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _leave_to_owner(opened: int, folder: Path) -> None:
    """Give a file that root has just made to the owner of its folder: a service that runs as that user needs it."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        with suppress(OSError):  # in a container even root may lack the right
            found = folder.stat()
            os.fchown(opened, found.st_uid, found.st_gid)


def _usual(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode
    os.umask(mask := os.umask(0o077))
    return 0o666 & ~mask


def write_whole(path: Path, data: bytes, mode: int | None = READABLE) -> None:
    """Write a file so that a reader, or a power cut, finds either all of the old one or all of the new one.

    Raises:
        NotWritten: it could not be written; the old file is unchanged.
    """
    with written_beside(path, data, mode) as made:
        made.replace(path)
        _to_disk(path.parent)


def _to_disk(folder: Path) -> None:
    """Flush a folder's own entry to the disk, if the system supports it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def state_folder() -> Path:
    """Return the folder for files kept between starts."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "signpost"


def cache_folder() -> Path:
    """Return the folder for files that can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "signpost"
