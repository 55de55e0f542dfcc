"""The switches in PostgreSQL, shared by several machines: copied to each machine's own file within seconds.

If the database cannot be reached, the file stays as it is. Something can still be taken off on one machine: it is also
kept beside the file, and goes to the database as soon as that can be reached.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from functools import reduce
from pathlib import Path
from typing import Any, LiteralString

from bot.core.switches import Switches
from bot.state.database import reason
from bot.state.storage import NotWritten
from bot.state.switch_place import (
    DamagedSwitches,
    FilePlace,
    ServingProcess,
    alone,
    copy_of,
    holds,
    last_good,
    parsed,
    write,
    write_twice,
    written,
)

_WAIT = 3  # seconds to wait for a connection, and for another admin to finish
_TABLES = (
    "CREATE TABLE IF NOT EXISTS signpost_switches (one boolean PRIMARY KEY CHECK (one), data text NOT NULL)",
    # which process has taken which switches; not logged, because it means nothing after a crash
    "CREATE UNLOGGED TABLE IF NOT EXISTS signpost_serving (process text PRIMARY KEY, taken text NOT NULL,"
    " at timestamptz NOT NULL, seen timestamptz NOT NULL)",
)
_CHANGE = "UPDATE signpost_switches SET data = %s"
_TELL = (
    "INSERT INTO signpost_serving VALUES (%s, %s, %s, now()) ON CONFLICT (process)"
    " DO UPDATE SET taken = excluded.taken, at = excluded.at, seen = excluded.seen"
)
_SERVING = "SELECT process, taken, at FROM signpost_serving WHERE seen > now() - interval '3 minutes' ORDER BY process"
_FORGET = "DELETE FROM signpost_serving WHERE process = %s OR seen < now() - interval '1 hour'"


class _UnreachableError(NotWritten):
    """There is no connection to the database."""


class SharedPlace(FilePlace):
    """Switches in a row of a PostgreSQL database, copied to a file.

    The row holds exactly the bytes of the file, so both get the same checks.

    Args:
        warn: called with one line when the database cannot be used, and when it can be used again.
    """

    def __init__(self, url: str, path: Path, warn: Callable[[str], None] = lambda line: None) -> None:
        super().__init__(path)
        self._url, self._warn = url, warn
        self._waiting = path.with_name(f"{path.stem}-waiting{path.suffix}")  # taken off here, not in the database yet
        self._changing: Any = None  # the connection that changes the row
        self._here = False  # whether only this machine's file is changed

    def bring(self, tell: Callable[[], ServingProcess | None] = lambda: None) -> None:
        """Copy the switches from the database to the file; if it cannot be used, leave the file unchanged."""
        wrong, told = "", False
        try:
            with self._connected() as connection:
                self._copy(connection)
                process, told = tell(), True
                if process is not None:
                    connection.execute(_TELL, (process.name, process.taken, process.at))
        except NotWritten as error:
            wrong = f"the database of the switches cannot be used ({error})"
        except DamagedSwitches as error:
            wrong = str(error)
        self._say(wrong)
        if not told:
            tell()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let one admin at a time change the row, or this machine's file if the database cannot be reached."""
        with ExitStack() as held:
            try:
                self._changing = held.enter_context(self._connected(" FOR UPDATE"))
            except _UnreachableError:
                held.enter_context(alone(self.path))
                self._here = True
            try:
                yield
            finally:
                self._changing, self._here = None, False

    def read(self) -> Switches:
        """Return the switches in the row, or in the file if there is no database; raise DamagedSwitches."""
        if self._changing is not None:
            return parsed(self._row(self._changing))
        if not self._here:
            with suppress(NotWritten), self._connected() as connection:
                return parsed(self._row(connection))
        return self.kept()

    def kept(self) -> Switches:
        """Return the switches in this machine's file; without one, a starting process does not know them."""
        if (found := last_good(self.path)) is None:
            raise DamagedSwitches("the database of the switches has not been read yet")
        return found

    def write(self, switches: Switches) -> bool:
        """Write the row, and then this machine's file; only the file if the database cannot be reached."""
        if self._here:
            self._write_here(switches)
            return False
        self._changing.execute(_CHANGE, (written(switches).decode(),))
        self._changing.commit()
        with suppress(DamagedSwitches):  # the other machines have it, and this one copies it at the next check
            self._copy(self._changing)
        return True

    def processes(self) -> tuple[ServingProcess, ...]:
        """Return the processes that reported to the database in the last three minutes."""
        return tuple(ServingProcess(*row) for row in self._run(_SERVING))

    def leave(self, name: str) -> None:
        """Forget a process that stops, and those that stopped long ago."""
        if not self.wrong:
            self._run(_FORGET, name)

    def _run(self, statement: LiteralString, *values: object) -> Sequence[Any]:
        """Run a statement about the serving processes; without the database they are not known."""
        with suppress(NotWritten, DamagedSwitches), self._connected() as connection:
            done = connection.execute(statement, values)
            return done.fetchall() if done.description else ()
        return ()

    def _write_here(self, switches: Switches) -> None:
        """Keep what is newly taken off, for the database too; without that, nothing is shown again."""
        before, waiting = self.kept(), last_good(self._waiting) or Switches()
        made = [switch for switch in switches.all if switch not in before.all]
        if not made:
            raise NotWritten("nothing is shown again without the database")
        write(self._waiting, reduce(Switches.having, made, waiting))
        write(self.path, switches)

    def _hand_over(self, connection: Any) -> None:
        """Put into the row what was taken off here while the database could not be reached."""
        files = (self._waiting, copy_of(self._waiting))
        if not any(file.exists() for file in files):
            return
        with alone(self.path):
            try:
                waiting = last_good(self._waiting) or Switches()
            except DamagedSwitches:
                self._warn("what was paused here without the database is damaged and set aside: pause it again")
                for file in files:
                    with suppress(OSError):
                        file.replace(file.with_suffix(".damaged"))
                return
            data = written(reduce(Switches.having, waiting.all, parsed(self._row(connection, " FOR UPDATE"))))
            parsed(data)  # raises if there are too many
            connection.execute(_CHANGE, (data.decode(),))
            connection.commit()
            for file in files:
                file.unlink(missing_ok=True)

    def _row(self, connection: Any, lock: str = "") -> bytes:
        found = connection.execute(f"SELECT data FROM signpost_switches{lock}").fetchone()  # noqa: S608 - of two words
        if found is None:
            raise DamagedSwitches("the row of the switches is gone from the database")
        return str(found[0]).encode()

    def _copy(self, connection: Any) -> None:
        """Copy the row to the file, read again once nobody else writes, so that no older row replaces a newer one."""
        data = self._row(connection)
        parsed(data)
        if holds(self.path, data) and holds(copy_of(self.path), data):
            return
        try:
            with alone(self.path):
                data = self._row(connection)
                parsed(data)
                if not self._waiting.exists():  # else something was taken off here after the row was read
                    write_twice(self.path, data)
        except NotWritten:
            raise DamagedSwitches("the folder of the switches cannot be written") from None

    @contextmanager
    def _connected(self, lock: str = "") -> Iterator[Any]:
        """Provide a connection to a database that has the row; the first process writes its own switches there."""
        import psycopg

        try:
            opened = psycopg.connect(self._url, connect_timeout=_WAIT, tcp_user_timeout=_WAIT * 1000)
        except (psycopg.Error, OSError) as error:
            raise _UnreachableError(reason(error)) from None
        try:
            with opened as connection:
                connection.execute("SELECT set_config('lock_timeout', %s, false)", (f"{_WAIT}s",))
                connection.execute("SELECT set_config('statement_timeout', %s, false)", (f"{_WAIT * 2}s",))
                self._make(connection)
                self._hand_over(connection)
                if lock:
                    self._row(connection, lock)
                yield connection
        except (psycopg.Error, OSError) as error:
            raise NotWritten(reason(error)) from None

    def _make(self, connection: Any) -> None:
        if connection.execute("SELECT to_regclass('signpost_serving')").fetchone()[0] is not None:
            return
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('signpost_switches'))")
        for table in _TABLES:
            connection.execute(table)
        own = written(last_good(self.path) or Switches()).decode()
        connection.execute("INSERT INTO signpost_switches VALUES (true, %s) ON CONFLICT DO NOTHING", (own,))

    def _say(self, wrong: str) -> None:
        if wrong != self.wrong:
            good = "the database of the switches can be used again"
            self._warn(f"{wrong}; the last good ones apply" if wrong else good)
        self.wrong = wrong
