"""The file of switches: every part is checked when it is read, and it is written completely or not at all.

It holds ids of content, dates and an editor's short reason; it does not record which admin made a switch.
"""

import json
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, get_args

from bot.core.switches import LONGEST_WHY, State, Switch, Switches, Thing
from bot.state.atomic_write import NotWritten, write_whole

NAME = "switches.json"
LARGEST = 256 * 1024  # bytes
MOST = 500  # switches
LONGEST_ID = 100
LOCK_SECONDS = 5.0
_VERSION = 1
_FIELDS = {"thing", "id", "state", "until", "why"}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Damaged(Exception):
    """The file of switches exists but cannot be used."""


def state_folder() -> Path:
    """Return the user's own folder for what a deployment keeps between starts."""
    base = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(base) / "signpost"


def read(path: Path) -> Switches:
    """Return the switches in a file, or none if there is no file; raise Damaged if something in it is not valid."""
    try:
        return parsed(_bytes(path))
    except FileNotFoundError:
        return Switches()
    except OSError as error:
        raise Damaged(type(error).__name__) from None


def _bytes(path: Path) -> bytes:
    """Read a file up to the size limit, without blocking if it is not a regular file."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(opened, "rb") as file:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise Damaged("no file")
        found = file.read(LARGEST + 1)
    if len(found) > LARGEST:
        raise Damaged("too large")
    return found


def parsed(data: bytes) -> Switches:
    """Return the switches in the bytes of a file; raise Damaged if something in them is not valid."""
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Damaged("no JSON") from None
    if not isinstance(found, dict) or found.get("version") != _VERSION or set(found) != {"version", "switches"}:
        raise Damaged("no file of switches")
    listed = found["switches"]
    if not isinstance(listed, list) or len(listed) > MOST:
        raise Damaged("no list of switches")
    switches = tuple(_switch(each) for each in listed)
    if len({(switch.thing, switch.id) for switch in switches}) < len(switches):
        raise Damaged("one thing twice")
    return Switches(switches)


def _switch(found: Any) -> Switch:
    if not isinstance(found, dict) or set(found) != _FIELDS or not all(isinstance(v, str) for v in found.values()):
        raise Damaged("no switch")
    thing, identifier, state, why = found["thing"], found["id"], found["state"], found["why"]
    allowed = ("paused", "closed") if thing == "service" else ("withdrawn",)
    if thing not in get_args(Thing) or state not in get_args(State) or state not in allowed:
        raise Damaged("no such switch")
    if not 0 < len(identifier) <= LONGEST_ID or not _LETTERS.issuperset(identifier):
        raise Damaged("no id")
    if not 0 < len(why) <= LONGEST_WHY or not why.isprintable():
        raise Damaged("no reason")
    try:
        return Switch(thing, identifier, state, date.fromisoformat(found["until"]), why)
    except ValueError:
        raise Damaged("no day") from None


def written(switches: Switches) -> bytes:
    """Return the bytes of a file that holds these switches."""
    listed = [
        {"thing": each.thing, "id": each.id, "state": each.state, "until": each.until.isoformat(), "why": each.why}
        for each in switches.all
    ]
    return (json.dumps({"version": _VERSION, "switches": listed}, ensure_ascii=False, indent=1) + "\n").encode()


def write(path: Path, switches: Switches) -> None:
    """Write the file completely; raise NotWritten, and leave the old file unchanged, if it cannot be."""
    write_whole(path, written(switches))


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let one process at a time change the file; raise NotWritten if another holds it for too long."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = os.open(path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise NotWritten(type(error).__name__) from None
    try:
        _lock(opened)
        yield
    finally:
        os.close(opened)


def _lock(opened: int) -> None:
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows, where the last process to write wins
        return
    end = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError:
            if time.monotonic() > end:
                raise NotWritten("held by another process") from None
            time.sleep(0.05)
