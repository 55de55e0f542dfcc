"""A file written whole or not at all."""

import os
import tempfile
from pathlib import Path

READABLE = 0o644  # whoever runs the command may be another user than whoever serves


class NotWritten(Exception):
    """A file of the deployment's own could not be written."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that a reader, or a loss of power, finds either all of the old one or all of the new.

    Args:
        path: the file, in a folder that is there.
        data: its bytes.

    Raises:
        NotWritten: it could not be; the old one stands.
    """
    temporary: Path | None = None
    try:
        opened, name = tempfile.mkstemp(prefix=f".{path.stem}-", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(opened, "wb") as file:
            file.write(data)
            file.flush()
            temporary.chmod(READABLE)
            os.fsync(file.fileno())
        temporary.replace(path)
        _to_disk(path.parent)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise NotWritten(type(error).__name__) from None


def _to_disk(folder: Path) -> None:
    """Let a folder's own entry reach the disk, where the system can be asked to."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
