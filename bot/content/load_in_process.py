"""Load a library in another process, so that answers do not wait while content is read.

There are only two ways:

* `loading_in_fork`, at a start: a copy of this process reads the content while this one imports the code that answers.
  The loader, its rules and its memory go with the copy, and this process never imports them.
* `load_in_child`, for a save while the process serves: a new process, which gets the folder but nothing else from the
  environment, such as a token. A fork is not safe while threads are running, and a thread would slow the answers:
  docs/decisions/0018 has the figures.
"""

import ctypes
import gc
import hashlib
import io
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import bot
from bot.content.faults import ContentError, Fault
from bot.content.field_specs import content_classes
from bot.core.library import Library

Progress = Callable[[int, int], None]  # called with how many parts of long work are done, and how many there are


def untold(done: int, total: int) -> None:
    """Ignore how far long work has got."""


def find_content() -> Path:
    """Return the folder of the packaged content, or that of the repository."""
    package = Path(bot.__file__).resolve().parent
    packaged = package / "starter"
    return packaged if packaged.is_dir() else package.parent


def load(folder: Path, local: Path | None = None) -> Library:
    """Return the content of a folder, read in this process; raise ContentError if it has faults."""
    from bot.content import loader  # a process that serves has no other use for it

    return loader.load(folder, local)


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the garbage collector: content has many small values, and scanning them takes a fifth of the load time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def in_fork(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes]]:
    """Do work in a copy of this process, and yield a function that waits for its result, incomplete if it failed."""
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(reading)  # otherwise the copy would wait for itself after every reader has closed
        _work_and_exit(work, writing)
    os.close(writing)
    stream = os.fdopen(reading, "rb")
    try:
        yield stream.read
    finally:
        stream.close()  # ends a copy that is still writing
        os.waitpid(copy, 0)


def _work_and_exit(work: Callable[[], bytes], writing: int) -> None:
    """Do the work and write its result, then exit at once, without this process's own exit handlers."""
    try:
        with os.fdopen(writing, "wb") as stream:
            stream.write(work())
    finally:
        os._exit(0)


LONGEST = 120.0  # seconds; this content takes two
_OFTEN = 0.2  # seconds between two checks whether to stop
_NEEDED = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP")
_CHILD = "from bot.content.load_in_process import child; child()"
_ITS_OWN, _LARGE = -3, 1 << 20  # of mallopt in glibc (M_MMAP_THRESHOLD), and bytes: such pieces are mapped one by one
_RESERVED, _RESERVE = -2, 8 << 20  # of mallopt too (M_TOP_PAD), and bytes


class LoadProcessError(Exception):
    """The other process returned nothing usable; the message contains nothing from the content."""


def load_in_child(folder: Path, stopped: Callable[[], bool] = lambda: False, *, local: Path | None = None) -> Library:
    """Return the content of a folder, loaded in a new process.

    Args:
        stopped: called several times a second; once it returns true, the process is ended.

    Raises:
        ContentError: the content has faults.
        LoadProcessError: the process was stopped, took too long or failed, or runs another version of Signpost.
    """
    try:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter and our own code
            [sys.executable, "-c", _CHILD, *(str(each.absolute()) for each in (folder, local) if each)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the process that answers, which then ends this one
        )
    except OSError:  # this system does not allow a new process, so this thread loads
        return load(folder, local)
    return unpacked(_answer(process, stopped))


@contextmanager
def loading_in_fork(folder: Path, local: Path | None = None) -> Iterator[Callable[[], Library]]:
    """Start loading a folder's content in a copy of this process.

    Use it before any thread is started: if one is running, or the system cannot fork, this process loads the content.

    Yields:
        A function that waits for the library and returns it; it raises ContentError if the content has faults.
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        yield lambda: load(folder, local)
        return
    with in_fork(lambda: packed(_loaded(folder, local))) as done:
        yield lambda: _library(done(), folder, local)


def _library(written: bytes, folder: Path, local: Path | None) -> Library:
    try:
        return unpacked(written)
    except LoadProcessError:  # the copy failed; loading again here says why
        return load(folder, local)


def child() -> None:
    """Write the content of the folders that the command line names, or its faults, to standard output."""
    sys.stdout.buffer.write(packed(_loaded(*map(Path, sys.argv[1:]))))


def _loaded(folder: Path, local: Path | None = None) -> Library | tuple[Fault, ...]:
    try:
        return load(folder, local)
    except ContentError as error:
        return error.faults


def packed(made: Library | tuple[Fault, ...]) -> bytes:
    """Return a library or faults as bytes for a process of the same version of Signpost."""
    stream = io.BytesIO()
    stream.write(_shape())
    LibraryPickler(stream, pickle.HIGHEST_PROTOCOL).dump(made)
    return stream.getvalue()


def unpacked(written: bytes) -> Library:
    """Return the library that another process wrote with `packed`.

    Raises:
        ContentError: it wrote faults.
        LoadProcessError: it is incomplete, or from a version of Signpost with other content fields.
    """
    shape = _shape()
    if written[: len(shape)] != shape:
        other = "the installed Signpost is not the version that is running; start it again"
        raise LoadProcessError(other if written else "it wrote nothing")
    with gc_paused():
        try:
            made: Library | tuple[Fault, ...] = pickle.loads(  # noqa: S301 - from the process that we started
                memoryview(written)[len(shape) :]
            )
        except (pickle.UnpicklingError, EOFError) as error:
            raise LoadProcessError("its result is incomplete") from error
    if isinstance(made, Library):
        return made
    raise ContentError(made)


def _answer(process: "subprocess.Popen[bytes]", stopped: Callable[[], bool]) -> bytes:
    """Wait for what a process writes, and make sure that it ends."""
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
                    raise LoadProcessError("it failed")
                return written
            raise LoadProcessError("it was stopped")
        finally:
            process.kill()


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}


def _shape() -> bytes:
    """Return a hash of all fields of a library, to recognise a library of another version."""
    named = [(kind.__name__, [each.name for each in fields(kind)]) for kind in content_classes()]
    return hashlib.sha256(repr(named).encode()).digest()


class LibraryPickler(pickle.Pickler):
    """Writes a library as bytes for another process, including read-only mappings, which pickle alone refuses."""

    def reducer_override(self, value: Any) -> Any:
        if type(value) is MappingProxyType:
            return frozen, (dict(value),)
        return NotImplemented


def frozen(values: dict[Any, Any]) -> Mapping[Any, Any]:
    """Return a read-only mapping."""
    return MappingProxyType(values)


def release_memory() -> None:
    """Return free memory to the system, if the C library can, and from now on each large piece when it is freed.

    From then on the heap also grows by more than is needed, so that answers go on for a while where the system gives
    no more.
    """
    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).mallopt(_ITS_OWN, _LARGE)
        ctypes.CDLL(None).mallopt(_RESERVED, _RESERVE)
        ctypes.CDLL(None).malloc_trim(0)
