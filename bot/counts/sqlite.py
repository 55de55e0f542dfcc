"""Counts in one SQLite file; its bytes show the numbers and nothing about the order they came in.

All rows of a period are created in advance, in order, with numbers of one width, so counting only changes digits in
place. The counts of a minute are one transaction, and so is a minute without any, so the number of transactions, which
SQLite keeps in its header, and the file's date show how long Signpost ran, but not when anybody asked.
There is no write-ahead log, because it would record the order of counts, and deleted data is overwritten.
"""

import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from bot.core.count_cells import Cell
from bot.counts import store as known
from bot.counts.store import NO_TOKENS, Count, DamagedStoreError, Release, StoreError, Table, Token, added
from bot.state.database import reason
from bot.state.storage import locked, opened_or_made

VERSION = 1  # adding tables, or columns with a default, keeps the version: then an earlier Signpost can still count
_WIDTH = 8  # digits in a number
_WAIT = 2.0  # seconds to wait for another process, such as a report, to release the file
_TABLES: Mapping[str, Mapping[str, type]] = {
    "counts": {"number": int, "period": str, "kind": str, "id": str, "people": str},
    "periods": {"period": str, "memories": str},
    "releases": {"period": str, "threshold": int, "memories": int, "most": int, "noise": float},
    "released": {"period": str, "kind": str, "id": str, "people": int},
    "done": {"task": str},
    "counted": {"number": int, "period": str, "part": int, "bits": bytes},
}
_KEYS: Mapping[str, str | tuple[str, ...]] = {
    "counts": "number",
    "periods": "period",
    "releases": "period",
    "released": ("period", "kind", "id"),
    "done": "task",
    "counted": "number",
}
_INDEXES: Mapping[str, Sequence[str]] = {"counts": ("period", "kind", "id"), "counted": ("period", "part")}
_COUNT = (
    "UPDATE counts SET people = printf('%08d', CAST(people AS INTEGER) + ?) WHERE period = ? AND kind = ? AND id = ?"
)
_OPEN = "INSERT OR IGNORE INTO periods (period, memories) VALUES (?, ?)"
_PUBLISH = "INSERT OR IGNORE INTO releases (period, threshold, memories, most, noise) VALUES (?, ?, ?, ?, ?)"
_MEMORY = "UPDATE periods SET memories = printf('%08d', CAST(memories AS INTEGER) + 1) WHERE period = ?"
_FORGET = tuple(f"DELETE FROM {table} WHERE period = ?" for table in ("counts", "counted", "periods"))  # noqa: S608 - ours
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_Migration = Sequence[str]  # the statements of one migration, from one version to the next
STEPS: Mapping[int, _Migration] = {}


class SqliteStore:
    """A store in a file that only this user can read, made if missing; ``steps`` migrate each version to the next."""

    def __init__(self, path: Path, steps: Mapping[int, _Migration] = STEPS, version: int = VERSION) -> None:
        self._path, self._version = path, version
        self._lock: int | None = None
        with _failing(path):
            _make(path)
            self._connection = _connected(path)
            try:
                if self._connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise DamagedStoreError("DatabaseError", path)
                self._ready(path, steps, version)
            except BaseException:
                self._connection.close()
                raise

    def prepare(self, periods: Mapping[str, Collection[Cell]]) -> None:
        with _failing(), self._transaction():
            done = {row[0] for row in self._connection.execute("SELECT period FROM releases")}
            for period in sorted(set(periods) - done):
                self._connection.execute(_OPEN, (period, "0" * _WIDTH))
                self._connection.executemany(
                    "INSERT INTO counts (period, kind, id, people) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    [(period, cell.kind, cell.id, "0" * _WIDTH) for cell in sorted(periods[period])],
                )

    def remember(self, periods: Iterable[str], tokens: Mapping[str, Token] = NO_TOKENS) -> None:
        with _failing(), self._transaction(), self._known(set(tokens.values())) as parts:
            new = {token: known.is_new(token, parts) for token in set(tokens.values())}
            again = {period for period, token in tokens.items() if not new[token]}
            self._connection.executemany(_MEMORY, [(period,) for period in sorted(set(periods) - again)])

    def add(self, counts: Iterable[Count]) -> None:
        """Add people to cells in one transaction, which writes the version again so that it is never empty."""
        counts = tuple(counts)
        with _failing(), self._transaction(), self._known(set(known.tokens_of(counts))) as parts:
            self._connection.execute(f"PRAGMA user_version = {self._version}")
            people = added(known.first_times(counts, parts))
            self._connection.executemany(
                _COUNT, [(more, period, cell.kind, cell.id) for (period, cell), more in people]
            )

    @contextmanager
    def _known(self, tokens: Collection[Token]) -> Iterator[dict[known.PartPlace, int]]:
        """Yield the parts that tokens are in, made for an open period that has none, and write those that change."""
        for period in sorted({token.period for token in tokens}):
            there = self._connection.execute("SELECT 1 FROM counted WHERE period = ? LIMIT 1", (period,)).fetchone()
            if not there and self._connection.execute("SELECT 1 FROM periods WHERE period = ?", (period,)).fetchone():
                rows = [(period, part, known.EMPTY) for part in range(known.PARTS)]
                self._connection.executemany("INSERT INTO counted (period, part, bits) VALUES (?, ?, ?)", rows)
        query = "SELECT period, part, bits FROM counted WHERE period = ? AND part = ?"
        rows_of = (self._connection.execute(query, place) for place in known.places(tokens))
        parts = known.read(row for rows in rows_of for row in rows)
        before = dict(parts)
        yield parts
        changed = known.changed(before, parts)
        self._connection.executemany("UPDATE counted SET bits = ? WHERE period = ? AND part = ?", changed)

    def open_periods(self) -> tuple[str, ...]:
        with _failing():
            return tuple(row[0] for row in self._connection.execute("SELECT period FROM periods ORDER BY period"))

    def table(self, period: str) -> Table:
        with _failing():
            found = self._connection.execute("SELECT memories FROM periods WHERE period = ?", (period,)).fetchone()
            rows = self._connection.execute(
                "SELECT kind, id, people FROM counts WHERE period = ? ORDER BY kind, id", (period,)
            )
            people = {Cell(kind, id): int(number) for kind, id, number in rows}
            return Table(period, people, int(found[0]) if found else 0)

    def publish(self, release: Release) -> bool:
        with _failing(), self._transaction():
            about = (release.period, release.threshold, release.memories, release.most, release.noise)
            kept = self._connection.execute(_PUBLISH, about)
            if kept.rowcount != 1:
                return False
            rows = [(release.period, cell.kind, cell.id, number) for cell, number in sorted(release.shown.items())]
            self._connection.executemany("INSERT INTO released (period, kind, id, people) VALUES (?, ?, ?, ?)", rows)
            for statement in _FORGET:
                self._connection.execute(statement, (release.period,))
            return True

    def releases(self) -> tuple[Release, ...]:
        with _failing():
            shown: dict[str, dict[Cell, int]] = {}
            numbers = "SELECT period, kind, id, people FROM released ORDER BY period, kind, id"
            for period, kind, id, people in self._connection.execute(numbers):
                shown.setdefault(period, {})[Cell(kind, id)] = people
            rows = self._connection.execute("SELECT * FROM releases ORDER BY period")
            return tuple(Release(row[0], row[1], row[2], shown.get(row[0], {}), row[3], row[4]) for row in rows)

    def alone(self, task: str) -> bool:
        """Try to reserve a kind of task, using a file lock that the system releases when a process ends."""
        with _failing():
            if self._lock is None:
                path = self._path.with_name(f"{self._path.name}-{task.partition(' ')[0]}")
                self._lock = opened_or_made(path, 0o600)
            return locked(self._lock, shared=False)

    def claim(self, task: str) -> bool:
        with _failing(), self._transaction():
            return self._connection.execute("INSERT OR IGNORE INTO done (task) VALUES (?)", (task,)).rowcount == 1

    def is_taken(self, task: str) -> bool:
        with _failing():
            return self._connection.execute("SELECT 1 FROM done WHERE task = ?", (task,)).fetchone() is not None

    def give_back(self, task: str) -> None:
        with _failing(), self._transaction():
            self._connection.execute("DELETE FROM done WHERE task = ?", (task,))

    def finish(self, task: str) -> None:
        with _failing(), self._transaction():
            self._connection.execute("INSERT OR IGNORE INTO done (task) VALUES (?)", (task,))
            parts = (f"{task.partition(' ')[0]} % %", f"{task}!")  # the next character after a space
            self._connection.execute("DELETE FROM done WHERE task LIKE ? AND task < ?", parts)

    def settle(self) -> None:
        """Do nothing: deleted data is overwritten at once."""

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """Run the block as one transaction. Python's own `with connection` does not open a transaction."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")
            raise

    def _ready(self, path: Path, steps: Mapping[int, _Migration], version: int) -> None:
        found = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
        if found == 0:
            self._create(version)
        elif found > version:
            raise StoreError("made by a later Signpost")
        elif found < version:
            self._migrate(
                path.with_name(f"{path.name}.before-{version}"), [steps[n] for n in range(found, version)], version
            )
        if self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'counted'").fetchone() is None:
            self._create(version)  # an earlier Signpost ignores this table, so going back is possible

    def _create(self, version: int) -> None:
        """Make the tables in one transaction: processes that start together then wait for each other."""
        database = Database(self._connection)
        with self._transaction():
            for name, columns in _TABLES.items():
                database.table(name).create(dict(columns), pk=_KEYS[name], if_not_exists=True)
            for name, indexed in _INDEXES.items():
                database.table(name).create_index(indexed, unique=True, if_not_exists=True)
            self._connection.execute(f"PRAGMA user_version = {version}")

    def _migrate(self, copy: Path, steps: Sequence[_Migration], version: int) -> None:
        """Migrate completely or not at all; a copy of the open periods is kept beside the file until then."""
        _wiped(copy)
        with sqlite3.connect(copy) as beside:
            copy.chmod(0o600)
            self._connection.backup(beside)
        beside.close()
        with self._transaction():
            for statement in (statement for step in steps for statement in step):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {version}")
        _wiped(copy)


@contextmanager
def _failing(opening: Path | None = None) -> Iterator[None]:
    """Turn every file error into a StoreError that does not quote it; when opening, say if the file is damaged."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError) as error:
        why = reason(error)
        if opening and (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF in _DAMAGED:
            raise DamagedStoreError(why, opening) from None
        raise StoreError(why) from None


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.close(opened_or_made(path, 0o600))


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        for setting in ("journal_mode = DELETE", "secure_delete = ON", "synchronous = FULL", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {setting}").fetchall()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _wiped(path: Path) -> None:
    with suppress(FileNotFoundError):
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
