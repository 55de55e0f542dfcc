"""Where the switches are changed: in a file, or in PostgreSQL if several machines share them.

A running process always reads the file, so no answer ever waits for a database. With PostgreSQL, a thread copies
the switches from the database to the file within seconds; if the database is unavailable, the file does not change.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from bot.core.switches import Switches
from bot.state.atomic_write import NotWritten, write_whole
from bot.state.switch_file import Damaged, alone, parsed, read, write, written

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
