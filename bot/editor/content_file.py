"""Write a changed content file, unless somebody else has changed it in the meantime."""

from pathlib import Path

from bot.content.yaml_edit import CannotEdit
from bot.state.atomic_write import NotWritten, write_whole


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
            message = f"{path.name} was changed by somebody else meanwhile; try again"
            raise CannotEdit(message)
        write_whole(real, after, mode=real.stat().st_mode)
    except (OSError, NotWritten) as error:
        reason = error.reason if isinstance(error, NotWritten) else error.strerror
        message = f"{path} cannot be written: {reason}"
        raise CannotEdit(message) from None
