"""A library read in a process of its own, so that whoever is being answered does not wait while content is read.

In a thread it would be simpler, and would take turns with the answers: docs/decisions/0018 has the figures. The process
is given the folder and nothing else of the environment, such as a token; what it used goes back to the system.
"""

import ctypes
import hashlib
import io
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.content.faults import ContentError, Fault
from bot.content.loader import collecting_later, load
from bot.core import library as shapes
from bot.core.library import Library


@contextmanager
def in_a_copy(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes]]:
    """Begin a piece of work in a copy of this process, and end the copy in the end.

    Args:
        work: what the copy does; nothing that it changes is seen here.

    Yields:
        What waits for the work and returns what it made; less than all of it where the copy did not come to its end.
    """
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        _in_the_copy(work, writing)
    os.close(writing)
    stream = os.fdopen(reading, "rb")
    try:
        yield stream.read
    finally:
        stream.close()  # a copy that still writes ends
        os.waitpid(copy, 0)


def _in_the_copy(work: Callable[[], bytes], writing: int) -> None:
    """Do the work and write what it makes, then end at once, without what this process does at its own end."""
    try:
        with os.fdopen(writing, "wb") as stream:
            stream.write(work())
    finally:
        os._exit(0)


LONGEST = 120.0  # seconds; this content takes two
_OFTEN = 0.2  # seconds between two questions whether to stop
_NEEDED = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
_CHILD = "from bot.content.load_in_process import child; child()"


class ApartError(Exception):
    """The process gave no answer that can be used; the words hold nothing of the content."""


def load_apart(folder: Path, stopped: Callable[[], bool] = lambda: False) -> Library:
    """Return the content of a folder.

    Args:
        folder: it holds guidance/ and flows/.
        stopped: asked now and then; once it says so, the process is ended.

    Raises:
        ContentError: the content has faults.
        ApartError: the process was stopped, took too long or did not end well, or is of another Signpost.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, and a text of our own
            [sys.executable, "-c", _CHILD, str(folder.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for whoever answers, who then ends this
        )
    except OSError:  # no process may be started here: then this thread must do
        return load(folder)
    made = unpacked(_answer(process, stopped))
    if isinstance(made, Library):
        return made
    raise ContentError(made)


def load_in_a_copy(folder: Path) -> Library:
    """Return the content of a folder, read in a copy of this process, so that what reading took is not left behind.

    To be used before anything runs beside this: where it does, or the system makes no copies, this process reads.

    Args:
        folder: it holds guidance/ and flows/.

    Raises:
        ContentError: the content has faults.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return load(folder)
    with in_a_copy(lambda: packed(_loaded(folder))) as done:
        written = done()
    try:
        made = unpacked(written)
    except ApartError:  # the copy did not come to its end; what is wrong is said where the work is done again
        return load(folder)
    if isinstance(made, Library):
        return made
    raise ContentError(made)


def child() -> None:
    """Write the content of the folder that the command line names, or its faults, to standard output."""
    sys.stdout.buffer.write(packed(_loaded(Path(sys.argv[1]))))


def _loaded(folder: Path) -> Library | tuple[Fault, ...]:
    try:
        return load(folder)
    except ContentError as error:
        return error.faults


def packed(made: Library | tuple[Fault, ...]) -> bytes:
    """Return a library or faults as bytes for a process of the same Signpost."""
    stream = io.BytesIO()
    stream.write(_shape())
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(made)
    return stream.getvalue()


def unpacked(written: bytes) -> Library | tuple[Fault, ...]:
    """Return what another process packed.

    Raises:
        ApartError: it is not whole, or of a Signpost whose content has another shape.
    """
    shape = _shape()
    if written[: len(shape)] != shape:
        message = (
            "another Signpost is installed than the one that runs; start it again" if written else "it wrote nothing"
        )
        raise ApartError(message)
    with collecting_later():
        try:
            made: Library | tuple[Fault, ...] = pickle.loads(  # noqa: S301 - of the process that we started
                memoryview(written)[len(shape) :]
            )
        except (pickle.UnpicklingError, EOFError) as error:
            raise ApartError("what it wrote is not whole") from error
    return made


def _answer(process: "subprocess.Popen[bytes]", stopped: Callable[[], bool]) -> bytes:
    """Wait for what a process writes, and see to it that none is left."""
    waited = 0.0
    with process:
        try:
            while waited < LONGEST and not stopped():
                try:
                    written, _ = process.communicate(timeout=_OFTEN)
                except subprocess.TimeoutExpired:
                    waited += _OFTEN
                    continue
                if process.returncode:
                    raise ApartError("it did not end well")
                return written
            raise ApartError("it was stopped")
        finally:
            process.kill()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}


def _shape() -> bytes:
    """Return what stands for the fields of all that a library holds: a newer Signpost's must not be taken for ours."""
    known = sorted((name, found) for name, found in vars(shapes).items() if isinstance(found, type))
    named = [(name, [each.name for each in fields(found)]) for name, found in known if is_dataclass(found)]
    return hashlib.sha256(repr(named).encode()).digest()


class _Pickler(pickle.Pickler):
    """Writes mappings that nobody may change as such, which pickle by itself refuses."""

    def reducer_override(self, value: Any) -> Any:
        if type(value) is MappingProxyType:
            return frozen, (dict(value),)
        return NotImplemented


def frozen(values: dict[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping that nobody may change."""
    return MappingProxyType(values)


def give_back() -> None:
    """Give back what is free, where the C library can: it would keep it for the next piece of work."""
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)
