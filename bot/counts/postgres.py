"""Counts in PostgreSQL for several processes: each adds its counts of a minute in one transaction.

It writes the totals for that minute, ordered by cell, so neither the tables nor PostgreSQL's own log show the order in
which people asked. When a period closes, its numbers are deleted and the tables are rewritten, so that the
old rows left behind by updates are removed too.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import LiteralString

import psycopg

from bot.core.count_cells import Cell
from bot.counts import store as known
from bot.counts.store import NO_TOKENS, Count, Release, StoreError, Table, Token, added
from bot.state.database import reason

VERSION = 1  # adding tables, or columns with a default, keeps the version: then an earlier Signpost can still count
_WAIT = 5  # seconds to wait for a connection, or for another process to release a lock
_LOCK = 0x5169_6E70_6F73_74  # lock held by the one process that creates or changes tables
_KINDS = 0x5169_6E70  # lock held by the one process that does a kind of task
_CREATE: tuple[LiteralString, ...] = (
    "CREATE TABLE signpost_version (version integer NOT NULL)",
    """
    CREATE TABLE signpost_counts (
        period text COLLATE "C", kind text COLLATE "C", id text COLLATE "C", people integer NOT NULL,
        PRIMARY KEY (period, kind, id)
    )
    """,
    'CREATE TABLE signpost_periods (period text COLLATE "C" PRIMARY KEY, memories integer NOT NULL)',
    """
    CREATE TABLE signpost_releases (
        period text COLLATE "C" PRIMARY KEY, threshold integer NOT NULL, memories integer NOT NULL,
        most integer NOT NULL, noise double precision NOT NULL
    )
    """,
    """
    CREATE TABLE signpost_released (
        period text COLLATE "C", kind text COLLATE "C", id text COLLATE "C", people integer NOT NULL,
        PRIMARY KEY (period, kind, id)
    )
    """,
    'CREATE TABLE signpost_done (task text COLLATE "C" PRIMARY KEY)',
)
_FORGET: tuple[LiteralString, ...] = (
    "DELETE FROM signpost_counts WHERE period = %s",
    "DELETE FROM signpost_counted WHERE period = %s",
    "DELETE FROM signpost_periods WHERE period = %s",
)
_COUNTED: LiteralString = """
    CREATE TABLE IF NOT EXISTS signpost_counted (
        period text COLLATE "C", part integer, bits bytea NOT NULL, PRIMARY KEY (period, part)
    )
"""
_Migration = tuple[LiteralString, ...]  # the statements of one migration, from one version to the next
STEPS: Mapping[int, _Migration] = {}


class PostgresStore:
    """A store in a PostgreSQL database where the user may create tables; ``steps`` migrate each version to the next."""

    def __init__(self, url: str, steps: Mapping[int, _Migration] = STEPS, version: int = VERSION) -> None:
        with _failing():
            self._connection = psycopg.connect(
                url, connect_timeout=_WAIT, tcp_user_timeout=_WAIT * 1000, autocommit=True
            )
            try:
                self._connection.execute("SELECT set_config('lock_timeout', %s, false)", (f"{_WAIT}s",))
                self._connection.execute("SELECT set_config('statement_timeout', %s, false)", (f"{_WAIT * 6}s",))
                self._ready(steps, version)
            except BaseException:
                self._connection.close()
                raise

    def prepare(self, periods: Mapping[str, Collection[Cell]]) -> None:
        with _failing(), self._connection.transaction(), self._connection.cursor() as cursor:
            cursor.execute("LOCK TABLE signpost_releases IN SHARE MODE")  # no period may be released in the meantime
            done = {row[0] for row in cursor.execute("SELECT period FROM signpost_releases").fetchall()}
            for period in sorted(set(periods) - done):
                cursor.execute("INSERT INTO signpost_periods VALUES (%s, 0) ON CONFLICT DO NOTHING", (period,))
                cells = sorted(periods[period])
                cursor.execute(
                    "INSERT INTO signpost_counts SELECT %s, kind, id, 0"
                    " FROM unnest(%s::text[], %s::text[]) AS c(kind, id)"
                    " ON CONFLICT DO NOTHING",
                    (period, [cell.kind for cell in cells], [cell.id for cell in cells]),
                )

    def remember(self, periods: Iterable[str], tokens: Mapping[str, Token] = NO_TOKENS) -> None:
        with _failing(), self._connection.transaction(), self._known(set(tokens.values())) as parts:
            new = {token: known.is_new(token, parts) for token in set(tokens.values())}
            for period in sorted(set(periods) - {period for period, token in tokens.items() if not new[token]}):
                self._connection.execute(
                    "UPDATE signpost_periods SET memories = memories + 1 WHERE period = %s", (period,)
                )

    def add(self, counts: Iterable[Count]) -> None:
        """Add people to cells, always in the same order, so that two processes never deadlock."""
        counts = tuple(counts)
        if not counts:
            return
        with _failing(), self._connection.transaction(), self._known(set(known.tokens_of(counts))) as parts:
            people = added(known.first_times(counts, parts))
            rows = [[key[0] for key, _ in people], [key[1].kind for key, _ in people], [key[1].id for key, _ in people]]
            self._connection.execute(
                "SELECT 1 FROM signpost_counts WHERE (period, kind, id) IN"
                " (SELECT * FROM unnest(%s::text[], %s::text[], %s::text[])) ORDER BY period, kind, id FOR UPDATE",
                rows,
            )
            self._connection.execute(
                "UPDATE signpost_counts AS c SET people = c.people + held.people"
                " FROM unnest(%s::text[], %s::text[], %s::text[], %s::integer[]) AS held(period, kind, id, people)"
                " WHERE (c.period, c.kind, c.id) = (held.period, held.kind, held.id)",
                [*rows, [number for _, number in people]],
            )

    @contextmanager
    def _known(self, tokens: Collection[Token]) -> Iterator[dict[known.PartPlace, int]]:
        """Yield the parts that tokens are in, made for an open period that has none, and write those that change.

        Their rows are locked until the transaction ends, so two processes never both count a person as new.
        """
        for period in sorted({token.period for token in tokens}):
            self._connection.execute(
                "INSERT INTO signpost_counted SELECT period, n, %s FROM signpost_periods, generate_series(0, %s) n"
                " WHERE period = %s AND NOT EXISTS (SELECT 1 FROM signpost_counted WHERE period = %s)"
                " ON CONFLICT DO NOTHING",
                (known.EMPTY, known.PARTS - 1, period, period),
            )
        places = known.places(tokens)
        found = self._connection.execute(
            "SELECT period, part, bits FROM signpost_counted WHERE (period, part) IN"
            " (SELECT * FROM unnest(%s::text[], %s::integer[])) ORDER BY period, part FOR UPDATE",
            ([period for period, _ in places], [part for _, part in places]),
        )
        parts = known.read(found.fetchall())
        before = dict(parts)
        yield parts
        with self._connection.cursor() as cursor:
            query = "UPDATE signpost_counted SET bits = %s WHERE period = %s AND part = %s"
            cursor.executemany(query, known.changed(before, parts))

    def open_periods(self) -> tuple[str, ...]:
        with _failing():
            rows = self._connection.execute("SELECT period FROM signpost_periods ORDER BY period")
            return tuple(row[0] for row in rows.fetchall())

    def table(self, period: str) -> Table:
        with _failing():
            found = self._connection.execute(
                "SELECT memories FROM signpost_periods WHERE period = %s", (period,)
            ).fetchone()
            rows = self._connection.execute(
                "SELECT kind, id, people FROM signpost_counts WHERE period = %s ORDER BY kind, id", (period,)
            )
            people = {Cell(kind, id): int(number) for kind, id, number in rows.fetchall()}
            return Table(period, people, int(found[0]) if found else 0)

    def publish(self, release: Release) -> bool:
        """Keep a release permanently and delete its numbers."""
        shown = sorted(release.shown.items())
        with _failing(), self._connection.transaction():
            about = (release.period, release.threshold, release.memories, release.most, release.noise)
            kept = self._connection.execute(
                "INSERT INTO signpost_releases VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING", about
            )
            if kept.rowcount != 1:
                return False
            self._connection.execute(
                "INSERT INTO signpost_released SELECT %s, * FROM unnest(%s::text[], %s::text[], %s::integer[])",
                (release.period, [c.kind for c, _ in shown], [c.id for c, _ in shown], [number for _, number in shown]),
            )
            for statement in _FORGET:
                self._connection.execute(statement, (release.period,))
        return True

    def releases(self) -> tuple[Release, ...]:
        with _failing(), self._connection.transaction():
            self._connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            shown: dict[str, dict[Cell, int]] = {}
            rows = self._connection.execute(
                "SELECT period, kind, id, people FROM signpost_released ORDER BY period, kind, id"
            )
            for period, kind, id, people in rows.fetchall():
                shown.setdefault(period, {})[Cell(kind, id)] = people
            about = self._connection.execute("SELECT * FROM signpost_releases ORDER BY period").fetchall()
            return tuple(Release(row[0], row[1], row[2], shown.get(row[0], {}), row[3], row[4]) for row in about)

    def alone(self, task: str) -> bool:
        """Try to reserve a kind of task, using a lock that PostgreSQL releases when the connection ends."""
        with _failing():
            kind = task.partition(" ")[0]
            got = self._connection.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", (_KINDS, kind)).fetchone()
            return got is not None and bool(got[0])

    def claim(self, task: str) -> bool:
        with _failing():
            taken = self._connection.execute("INSERT INTO signpost_done VALUES (%s) ON CONFLICT DO NOTHING", (task,))
            return taken.rowcount == 1

    def is_taken(self, task: str) -> bool:
        with _failing():
            found = self._connection.execute("SELECT 1 FROM signpost_done WHERE task = %s", (task,))
            return found.fetchone() is not None

    def give_back(self, task: str) -> None:
        with _failing():
            self._connection.execute("DELETE FROM signpost_done WHERE task = %s", (task,))

    def finish(self, task: str) -> None:
        """Claim a whole task, and delete its parts, those of earlier tasks, and the old rows they leave behind."""
        parts = (f"{task.partition(' ')[0]} % %", f"{task}!")  # the next character after a space
        with _failing():
            with self._connection.transaction():
                self._connection.execute("INSERT INTO signpost_done VALUES (%s) ON CONFLICT DO NOTHING", (task,))
                self._connection.execute("DELETE FROM signpost_done WHERE task LIKE %s AND task < %s", parts)
            self._connection.execute("CLUSTER signpost_done USING signpost_done_pkey")

    def settle(self) -> None:
        """Rewrite the tables in the order of their keys, so no old row is left in them."""
        with _failing():
            for table in ("signpost_counts", "signpost_counted", "signpost_periods"):
                self._connection.execute(f"CLUSTER {table} USING {table}_pkey")

    def close(self) -> None:
        with suppress(psycopg.Error):
            self._connection.execute("SELECT pg_advisory_unlock_all()")  # or they end later, on the server's side
        with suppress(psycopg.Error):
            self._connection.close()

    def _ready(self, steps: Mapping[int, _Migration], version: int) -> None:
        """Create the tables or migrate them to the newest version, one process at a time."""
        with self._connection.transaction():
            self._connection.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            self._connection.execute(_COUNTED)  # an earlier Signpost ignores it, so going back is possible
            there = self._connection.execute("SELECT to_regclass('signpost_version')").fetchone()
            if there is None or there[0] is None:
                for statement in _CREATE:
                    self._connection.execute(statement)
                self._connection.execute("INSERT INTO signpost_version VALUES (%s)", (version,))
                return
            row = self._connection.execute("SELECT version FROM signpost_version").fetchone()
            found = int(row[0]) if row else 0
            if found > version:
                raise StoreError("made by a later Signpost")
            if found < version:
                self._migrate(found, steps, version)

    def _migrate(self, found: int, steps: Mapping[int, _Migration], version: int) -> None:
        """Migrate from one version to a later one in a transaction, after copying the released numbers."""
        for table in ("releases", "released"):
            copy = f"signpost_{table}_before_{version}"
            self._connection.execute(f"DROP TABLE IF EXISTS {copy}")
            self._connection.execute(f"CREATE TABLE {copy} AS TABLE signpost_{table}")
        for number in range(found, version):
            for statement in steps[number]:
                self._connection.execute(statement)
        self._connection.execute("UPDATE signpost_version SET version = %s", (version,))


@contextmanager
def _failing() -> Iterator[None]:
    """Turn every database error into a StoreError that does not quote it."""
    try:
        yield
    except (psycopg.Error, OSError) as error:
        raise StoreError(reason(error)) from None
