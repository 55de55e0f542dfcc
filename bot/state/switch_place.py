"""Where the switches are kept: in a file and a second copy of it.

Every part of the file is checked when it is read, and it is written completely or not at all. It holds ids of content,
dates and an editor's short reason; it does not record which admin made a switch. A running process always reads the
file, so no answer ever waits for a database (`bot.state.shared_place` copies the switches from one).
"""

import json
import os
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

from bot.core.switches import LONGEST_WHY, Switch, Switches, SwitchKind, SwitchState
from bot.state.storage import NotWritten, locked, opened_or_made, write_whole

NAME, COPY = "switches.json", "switches-copy.json"
LARGEST = 256 * 1024  # bytes
MOST = 500  # switches
LONGEST_ID = 100
LOCK_SECONDS = 5.0
_VERSION = 1
_FIELDS = {"thing", "id", "state", "until", "why"}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class DamagedSwitches(Exception):
    """The switches cannot be read; the message says why."""


def copy_of(path: Path) -> Path:
    """Return the second copy of a file."""
    return path.with_name(f"{path.stem}-copy{path.suffix}")


def last_good(path: Path) -> Switches | None:
    """Return the switches in a file or its second copy, or None without either; raise DamagedSwitches if not valid."""
    damaged = False
    for each in (path, copy_of(path)):
        try:
            if (found := read(each)) is not None:
                return found
        except DamagedSwitches:
            damaged = True
    if damaged:
        raise DamagedSwitches(f"{path.name} and {copy_of(path).name} cannot be read")
    return None


def read(path: Path) -> Switches | None:
    """Return the switches in a file, or None without one; raise DamagedSwitches if something in it is not valid."""
    try:
        return parsed(_bytes(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DamagedSwitches(type(error).__name__) from None


def _bytes(path: Path) -> bytes:
    """Read a file up to the size limit, without blocking if it is not a regular file."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(opened, "rb") as file:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise DamagedSwitches("no file")
        found = file.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise DamagedSwitches("too large")
    return found


def parsed(data: bytes) -> Switches:
    """Return the switches in the bytes of a file; raise DamagedSwitches if something in them is not valid."""
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise DamagedSwitches("no JSON") from None
    if not isinstance(found, dict) or found.get("version") != _VERSION or set(found) != {"version", "switches"}:
        raise DamagedSwitches("not a file of switches")
    listed = found["switches"]
    if not isinstance(listed, list) or len(listed) > MOST:
        raise DamagedSwitches("not a list of switches")
    switches = tuple(_switch(each) for each in listed)
    if len({(switch.thing, switch.id) for switch in switches}) < len(switches):
        raise DamagedSwitches("one thing twice")
    return Switches(switches)


def _switch(found: Any) -> Switch:
    if not isinstance(found, dict) or set(found) != _FIELDS or not all(isinstance(v, str) for v in found.values()):
        raise DamagedSwitches("no switch")
    thing, identifier, state, why = found["thing"], found["id"], found["state"], found["why"]
    allowed = ("paused", "closed") if thing == "service" else ("withdrawn",)
    if thing not in get_args(SwitchKind) or state not in get_args(SwitchState) or state not in allowed:
        raise DamagedSwitches("no such switch")
    if not 0 < len(identifier) <= LONGEST_ID or not _LETTERS.issuperset(identifier):
        raise DamagedSwitches("no id")
    if not 0 < len(why) <= LONGEST_WHY or not why.isprintable():
        raise DamagedSwitches("no reason")
    try:
        return Switch(thing, identifier, state, date.fromisoformat(found["until"]), why)
    except ValueError:
        raise DamagedSwitches("no day") from None


def written(switches: Switches) -> bytes:
    """Return the bytes of a file with these switches."""
    listed = [
        {"thing": each.thing, "id": each.id, "state": each.state, "until": each.until.isoformat(), "why": each.why}
        for each in switches.all
    ]
    return (json.dumps({"version": _VERSION, "switches": listed}, ensure_ascii=False, indent=1) + "\n").encode()


def digest(switches: Switches) -> str:
    """Return a few letters that are different for other switches."""
    return sha256(written(switches)).hexdigest()[:16]


def write(path: Path, switches: Switches) -> None:
    """Write the file and its second copy; raise NotWritten, and leave the old file unchanged, if that fails."""
    write_twice(path, written(switches))


def write_twice(path: Path, data: bytes) -> None:
    """Write bytes to a file and its second copy, the copy first, because the change must not be lost."""
    write_whole(copy_of(path), data)
    write_whole(path, data)


def holds(path: Path, data: bytes) -> bool:
    """Say whether a file has exactly these bytes."""
    try:
        return _bytes(path) == data
    except (OSError, DamagedSwitches):
        return False


def keep_twice(path: Path) -> None:
    """Copy the file to its second copy, for example after an edit by hand, if the file can be read."""
    with suppress(OSError, DamagedSwitches, NotWritten):
        parsed(data := _bytes(path))
        if not holds(copy_of(path), data):
            write_whole(copy_of(path), data)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let one process at a time change the file; raise NotWritten if another holds it for too long."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = opened_or_made(path.with_suffix(".lock"), 0o666)
    except OSError as error:
        raise NotWritten(type(error).__name__) from None
    try:
        _lock(opened)
        yield
    finally:
        os.close(opened)


def _lock(opened: int) -> None:
    end = time.monotonic() + LOCK_SECONDS
    while not locked(opened, shared=False):
        if time.monotonic() > end:
            raise NotWritten("held by another process") from None
        time.sleep(0.05)


@dataclass(frozen=True, slots=True)
class ServingProcess:
    """A process that answers people, and the switches it has taken."""

    name: str
    taken: str  # the digest of the switches, "" if it has read none
    at: datetime  # when it took them


class FilePlace:
    """The place where admins change the switches and a starting process finds them: a file."""

    wrong = ""  # what is wrong with the place, for the health page

    def __init__(self, path: Path) -> None:
        self.path = path

    def alone(self) -> AbstractContextManager[None]:
        """Prevent all others from changing them in the meantime; raises NotWritten."""
        return alone(self.path)

    def read(self) -> Switches:
        """Return the switches that an admin changes; raises DamagedSwitches."""
        return self.kept()

    def kept(self) -> Switches:
        """Return this machine's copy of the switches; raises DamagedSwitches if it has none."""
        return last_good(self.path) or Switches()

    def write(self, switches: Switches) -> bool:
        """Replace the switches with these, and say whether all machines will get them; raises NotWritten."""
        write(self.path, switches)
        return True

    def bring(self, tell: Callable[[], ServingProcess | None] = lambda: None) -> None:
        """Copy the switches to this machine's file, then let the process read it and report which it has taken."""
        tell()

    def processes(self) -> tuple[ServingProcess, ...]:
        """Return the processes on other machines that serve with these switches."""
        return ()

    def leave(self, name: str) -> None:
        """Forget a process that stops."""
