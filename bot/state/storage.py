"""Where a deployment keeps what outlives a start: the user's own folders, and files written whole or not at all."""

import os
import tempfile
from pathlib import Path

READABLE = 0o644  # the user who runs the command may not be the user who serves


class NotWritten(Exception):
    """A file could not be written; ``reason`` is the system's explanation."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason


def write_whole(path: Path, data: bytes, mode: int = READABLE, *, beside: tuple[str, str] = ("", "")) -> None:
    """Write a file so that a reader, or a power cut, finds either all of the old one or all of the new one.

    Args:
        path: the file, in a folder that exists.
        beside: the start and end of the name of the temporary file; by default it is a hidden file.

    Raises:
        NotWritten: it could not be written; the old file is unchanged.
    """
    temporary: Path | None = None
    try:
        prefix, suffix = beside
        opened, name = tempfile.mkstemp(prefix=prefix or f".{path.stem}-", suffix=suffix, dir=path.parent)
        temporary = Path(name)
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            temporary.chmod(mode)
            os.fsync(file.fileno())
        temporary.replace(path)
        _to_disk(path.parent)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise NotWritten(type(error).__name__, error.strerror or "") from None


def _to_disk(folder: Path) -> None:
    """Flush a folder's own entry to the disk, where the system supports it."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def state_folder() -> Path:
    """Return the folder for what is kept between starts."""
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "signpost"


def cache_folder() -> Path:
    """Return the folder for what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "signpost"
