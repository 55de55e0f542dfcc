"""What the admins' page remembers: who is signed in, by a hash, and what admins did in the last 90 days.

It is one file, or two tables of the PostgreSQL database that several machines share, opened for each use.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from secrets import token_urlsafe
from typing import Any

from bot.state.database import WAIT, connected
from bot.state.secret import Secret
from bot.state.storage import opened_or_made

NAME = "admins.db"
IDLE, LONGEST = 30 * 60, 8 * 60 * 60  # seconds that a session lasts if unused, and in all
KEPT = 90 * 24 * 60 * 60  # seconds
SHOWN = 500  # acts
_MINUTE = 60
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('signpost_acts'))"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS signpost_acts"
    " (number bigint NOT NULL, at bigint NOT NULL, way text NOT NULL, act text NOT NULL)",
    "CREATE TABLE IF NOT EXISTS signpost_sessions (name text PRIMARY KEY, begun bigint NOT NULL, seen bigint NOT NULL)",
)
_ACT = "INSERT INTO signpost_acts SELECT coalesce(max(number), 0) + 1, ?, ?, ? FROM signpost_acts"
_ACTS = "SELECT at, way, act FROM signpost_acts ORDER BY number DESC LIMIT ?"
_OVER = "DELETE FROM signpost_sessions WHERE seen <= ? OR begun <= ?"


class RecordsError(Exception):
    """The records cannot be used now; the message quotes nothing from them."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that an admin did: when, how, and what, but not who."""

    at: datetime
    way: str
    what: str


class AdminRecords:
    """Keeps sessions and acts.

    Args:
        where: a file, which only this user can read and which is made if missing, or a ``postgresql://`` address.
        secret: the secret that opens the page; sessions end when it changes.
        warn: called with one line when an act cannot be kept.
    """

    def __init__(
        self,
        where: Path | str,
        secret: Secret | None = None,
        warn: Callable[[str], None] = lambda line: None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._where, self._warn, self._clock = where, warn, clock
        self._secret = secret or Secret()
        self._made = False

    def note(self, way: str, what: str) -> None:
        """Record what an admin did. This never fails, because it has already been done."""
        try:
            with self._opened() as run:
                run(_ACT, self._now(), way, what)
        except RecordsError:
            self._warn("what an admin did cannot be written to the list of what admins did")

    def acts(self) -> tuple[Act, ...]:
        """Return what admins did in the last 90 days, the latest first; raise RecordsError."""
        with self._opened() as run:
            rows = run(_ACTS, SHOWN).fetchall()
        return tuple(Act(datetime.fromtimestamp(at, UTC), way, what) for at, way, what in rows)

    def begin(self) -> str:
        """Begin a session, and return its token; raise RecordsError."""
        token, now = token_urlsafe(32), self._now()
        with self._opened() as run:
            run("INSERT INTO signpost_sessions VALUES (?, ?, ?)", self._name(token), now, now)
        return token

    def holds(self, token: str) -> bool:
        """Say whether a token has a session, and extend that session; raise RecordsError."""
        now = self._now()
        with self._opened() as run:
            found = run("SELECT seen FROM signpost_sessions WHERE name = ?", self._name(token)).fetchone()
            if found and now - found[0] >= _MINUTE:  # not at every press, to spare the disk
                run("UPDATE signpost_sessions SET seen = ? WHERE name = ?", now, self._name(token))
        return found is not None

    def label(self, token: str) -> str:
        """Return a few letters that distinguish sessions."""
        return self._name(token)[:4]

    def end(self, token: str) -> None:
        """End a session; raise RecordsError."""
        with self._opened() as run:
            run("DELETE FROM signpost_sessions WHERE name = ?", self._name(token))

    def _now(self) -> int:
        return int(self._clock())

    def _name(self, token: str) -> str:
        key = blake2b(self._secret.first.encode(), digest_size=32).digest()
        return blake2b(token.encode("utf-8", "surrogatepass"), key=key, digest_size=16).hexdigest()

    @contextmanager
    def _opened(self) -> Iterator[Callable[..., Any]]:
        """Provide a function that runs statements in one transaction, after deleting what has expired."""
        shared = isinstance(self._where, str)
        try:
            with self._connected() as connection:

                def run(statement: str, *values: object) -> Any:
                    return connection.execute(statement.replace("?", "%s") if shared else statement, values)

                if not (shared and self._made):  # a file may have been deleted meanwhile
                    for table in ((_LOCK,) if shared else ()) + _TABLES:
                        run(table)
                now = self._now()
                run("DELETE FROM signpost_acts WHERE at <= ?", now - KEPT)
                run(_OVER, now - IDLE, now - LONGEST)
                yield run
            self._made = True
        except (sqlite3.Error, OSError) as error:
            raise RecordsError(type(error).__name__) from None

    @contextmanager
    def _connected(self) -> Iterator[Any]:
        if isinstance(self._where, Path):
            self._where.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            os.close(opened_or_made(self._where, 0o600))
            with closing(sqlite3.connect(self._where, timeout=WAIT)) as connection, connection:
                connection.execute("PRAGMA secure_delete = ON")
                yield connection
            return
        import psycopg

        try:
            with connected(self._where) as opened:
                yield opened
        except psycopg.Error as error:
            raise RecordsError(type(error).__name__) from None
