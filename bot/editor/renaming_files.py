"""A rename brought into the files: tried on a copy first, and put back whole where anything fails on the way."""

import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from pathlib import Path

from bot.content import checking
from bot.content.faults import Fault
from bot.editor.renaming import Plan
from bot.editor.tables import count

_PARTS = ("guidance", "flows")
_MOST_SHOWN = 8  # faults
_PREPARED = ".renaming-"  # a hidden file is no content


class NotRenamed(Exception):
    """The content would be worse for it, or a file cannot be written; the words say why. Everything is as it was."""


def try_out(folder: Path, plan: Plan, today: date) -> None:
    """Rename in a copy, and hold the copy to every rule.

    Args:
        folder: it holds guidance/ and flows/.
        plan: what the rename does.
        today: the day by which facts expire and reviews are due.

    Raises:
        NotRenamed: the copy has an error that the content does not have.
    """
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        for part in _PARTS:
            shutil.copytree(folder / part, copy / part)
        for file, data in plan.files.items():
            (copy / file).write_bytes(data)
        for old, new in plan.moves:
            _free(copy / new)
            (copy / old).rename(copy / new)
        errors = checking.check(copy, today).errors
    if errors and (worse := _worse(checking.check(folder, today).errors, errors)):
        listed = "\n".join(f"  {fault}" for fault in worse[:_MOST_SHOWN])
        message = f"Nothing was renamed: the content would have {count(len(worse), 'more error')}.\n{listed}"
        raise NotRenamed(message)


def _free(path: Path) -> None:
    if os.path.lexists(path):
        message = f"{path.name} is there already; nothing was renamed."
        raise NotRenamed(message)


def _worse(before: Sequence[Fault], after: Sequence[Fault]) -> list[Fault]:
    """Return the errors of rules that find more than they did, those first that nobody knew."""
    had, has = (Counter(fault.rule for fault in faults) for faults in (before, after))
    known = {fault.message for fault in before}
    worse = [fault for fault in after if has[fault.rule] > had[fault.rule]]
    return sorted(worse, key=lambda fault: fault.message in known)


def bring_in(folder: Path, plan: Plan) -> None:
    """Write the files and give the new names.

    All is prepared beside the files first, so that a full disk is met before anything has changed.

    Args:
        folder: it holds guidance/ and flows/.
        plan: what the rename does.

    Raises:
        NotRenamed: a file cannot be written; what was done is undone.
    """
    try:
        for _, new in plan.moves:
            _free(folder / new)
        with _prepared(folder, plan) as prepared, ExitStack() as undo:
            for path, made in prepared:
                undo.callback(path.write_bytes, path.read_bytes())
                made.replace(path)
            for old, new in plan.moves:
                (folder / old).rename(folder / new)
                undo.callback((folder / new).rename, folder / old)
            undo.pop_all()  # all went well, so nothing is undone
    except OSError as error:
        message = f"Nothing was renamed: {error.filename or folder} cannot be written ({error.strerror})."
        raise NotRenamed(message) from None


@contextmanager
def _prepared(folder: Path, plan: Plan) -> Iterator[list[tuple[Path, Path]]]:
    """Give each file that changes, and beside it the file as it will be; what is left over is removed."""
    prepared: list[tuple[Path, Path]] = []
    try:
        for file, data in plan.files.items():
            path = (folder / file).resolve()
            made = path.with_name(f"{_PREPARED}{path.name}")
            prepared.append((path, made))
            made.write_bytes(data)
            shutil.copymode(path, made)
        yield prepared
    finally:
        for _, made in prepared:
            with suppress(OSError):
                made.unlink(missing_ok=True)
