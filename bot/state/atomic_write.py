"""A file written whole or not at all."""

import os
import tempfile
from pathlib import Path

READABLE = 0o644  # whoever runs the command may be another user than whoever serves


class NotWritten(Exception):
    """A file could not be written; ``reason`` is what the system says of it."""

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message)
        self.reason = reason


def write_whole(path: Path, data: bytes, mode: int = READABLE, *, beside: tuple[str, str] = ("", "")) -> None:
    """Write a file so that a reader, or a loss of power, finds either all of the old one or all of the new.

    Args:
        path: the file, in a folder that is there.
        data: its bytes.
        mode: its permissions.
        beside: how the name of the file begins and ends that is written first; a hidden file if not said.

    Raises:
        NotWritten: it could not be; the old one stands.
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
    """Let a folder's own entry reach the disk, where the system can be asked to."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
