"""Where the switches are kept: in a file, or in PostgreSQL if several machines share them.

Every part of the file is checked when it is read, and it is written completely or not at all. It holds ids of content,
dates and an editor's short reason; it does not record which admin made a switch. A running process always reads the
file, so no answer ever waits for a database. With PostgreSQL, a thread copies the switches from the database to the
file within seconds; if the database is unavailable, the file does not change.
"""

import json
import os
import stat
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Protocol, get_args

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


SECONDS = 3.0  # seconds between two checks of the database
_WAIT = 3  # seconds to wait for a connection, and for another admin to finish


class SwitchPlace(Protocol):
    """A place where an admin changes the switches."""

    def alone(self) -> AbstractContextManager[None]:
        """Prevent all others from changing them in the meantime; raises NotWritten."""

    def read(self) -> Switches:
        """Return the switches; raises Damaged."""

    def write(self, switches: Switches) -> None:
        """Replace the switches with these; raises NotWritten."""


class FilePlace:
    """Switches in a file only."""

    def __init__(self, path: Path) -> None:
        self.alone, self.read, self.write = partial(alone, path), partial(read, path), partial(write, path)


class SharedPlace:
    """Switches in a row of a PostgreSQL database, copied to a file.

    The row holds exactly the bytes of the file, so both get the same checks.

    Args:
        warn: called with one line when the database cannot be used, and when it can be used again.
    """

    def __init__(self, url: str, path: Path, warn: Callable[[str], None] = lambda line: None) -> None:
        self._url, self._path, self._warn = url, path, warn
        self._changing: Any = None
        self._brought: str | None = None
        self._bad = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="switches", daemon=True)

    def start(self) -> None:
        """Copy the switches from the database to the file now, and keep doing so."""
        self.bring()
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()

    def bring(self) -> None:
        """Copy the switches from the database to the file; if the database is unavailable, leave the file unchanged."""
        try:
            with self._connected() as connection:
                self._write_file(self._row(connection))
            self._say(bad=False)
        except (NotWritten, Damaged):
            self._say(bad=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one admin at a time change the row; raise NotWritten if another holds it for too long."""
        with self._connected() as connection:
            self._row(connection, " FOR UPDATE")
            self._changing = connection
            try:
                yield
            finally:
                self._changing = None

    def read(self) -> Switches:
        """Return the switches in the row, or those in the file if the database cannot be used; raise Damaged."""
        if self._changing is not None:
            return parsed(self._row(self._changing).encode())
        try:
            with self._connected() as connection:
                return parsed(self._row(connection).encode())
        except NotWritten:
            return read(self._path)

    def write(self, switches: Switches) -> None:
        """Write the row, and then this machine's file."""
        data = written(switches).decode()
        self._changing.execute("UPDATE signpost_switches SET data = %s", (data,))
        self._changing.commit()
        with suppress(NotWritten):  # the other machines have it, and this one copies it at the next check
            self._write_file(data)

    def _follow(self) -> None:
        while not self._stop.wait(SECONDS):
            self.bring()

    def _row(self, connection: Any, lock: str = "") -> str:
        found = connection.execute(f"SELECT data FROM signpost_switches{lock}").fetchone()  # noqa: S608 - of two words
        return str(found[0])

    def _write_file(self, data: str) -> None:
        if data == self._brought:
            return
        parsed(data.encode())
        with alone(self._path):
            write_whole(self._path, data.encode())
        self._brought = data

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        """Provide a connection to a database that has the row; the first process writes its own switches there."""
        import psycopg

        try:
            with psycopg.connect(self._url, connect_timeout=_WAIT) as connection:
                connection.execute("SELECT set_config('lock_timeout', %s, true)", (f"{_WAIT}s",))
                connection.execute("SELECT set_config('statement_timeout', %s, true)", (f"{_WAIT * 2}s",))
                self._make(connection)
                yield connection
        except psycopg.Error as error:
            raise NotWritten(type(error).__name__) from None

    def _make(self, connection: Any) -> None:
        if connection.execute("SELECT to_regclass('signpost_switches')").fetchone()[0] is not None:
            return
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('signpost_switches'))")
        connection.execute(
            "CREATE TABLE IF NOT EXISTS signpost_switches (one boolean PRIMARY KEY CHECK (one), data text NOT NULL)"
        )
        own = written(read(self._path)).decode()
        connection.execute("INSERT INTO signpost_switches VALUES (true, %s) ON CONFLICT DO NOTHING", (own,))

    def _say(self, *, bad: bool) -> None:
        if bad != self._bad:
            self._warn(
                "the database of the switches cannot be used; the last good ones stand"
                if bad
                else "the database of the switches can be used again"
            )
        self._bad = bad
