"""Both stores, in one suite on real databases: numbers are kept and released once, and do not show how they arose."""

import hashlib
import itertools
import random
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.core.count_cells import Cell
from bot.counts import postgres, sqlite
from bot.counts import store as opening
from bot.counts.periods import around
from bot.counts.store import Count, Release, Store, StoreError, Token
from tests.postgres import MEMORY, dump, new_database, start, stop

WEEK = "2026-W48"
PERIODS = tuple(around(WEEK)[span] for span in ("week", "block", "quarter"))
CELLS = tuple(Cell("entry", f"entry-{number:02}") for number in range(40))
A, B = CELLS[:2]
Maker = Callable[[], Store]


@pytest.fixture(name="where", params=["sqlite", "postgres"])
def _where(request: pytest.FixtureRequest) -> Iterator[str]:
    """Return the setting of a new database; a file is in memory, where writing it to the disk is quick."""
    if request.param == "postgres":
        yield new_database(request.getfixturevalue("postgres_server"))
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield str(Path(folder) / "counts.db")


_open: list[Store] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while _open:
        _open.pop().close()


def opened(where: str) -> Store:
    """Open a store, to be closed with the test."""
    _open.append(opening.opened(where))
    return _open[-1]


@pytest.fixture(name="store")
def _store(where: str) -> Store:
    made = opened(where)
    made.prepare(dict.fromkeys(PERIODS, CELLS))
    return made


def again(store: Store, where: str) -> Store:
    """Close a store, which writes what it holds, and open it again."""
    store.close()
    return opened(where)


def test_a_count_is_a_person_more_in_every_period_that_it_names(store: Store, where: str) -> None:
    store.add([Count(A, PERIODS), Count(A, PERIODS[:1]), Count(B, PERIODS[1:])])

    kept = again(store, where)

    assert [kept.table(period).people[A] for period in PERIODS] == [2, 1, 1]
    assert [kept.table(period).people[B] for period in PERIODS] == [0, 1, 1]


def test_rows_are_made_in_advance_all_at_nought(store: Store) -> None:
    assert store.open_periods() == tuple(sorted(PERIODS))
    assert store.table(WEEK).people == dict.fromkeys(CELLS, 0)


def test_what_has_no_row_is_not_counted(store: Store, where: str) -> None:
    store.add([Count(Cell("entry", "unknown"), PERIODS), Count(A, ("2026-W47",))])

    kept = again(store, where)

    assert sum(kept.table(WEEK).people.values()) == 0
    assert "2026-W47" not in kept.open_periods()


def test_rows_made_again_keep_their_numbers(store: Store, where: str) -> None:
    store.add([Count(A, PERIODS)])
    kept = again(store, where)

    kept.prepare({WEEK: (*CELLS, Cell("entry", "new"))})

    assert kept.table(WEEK).people == {**dict.fromkeys(CELLS, 0), A: 1, Cell("entry", "new"): 0}


def test_every_memory_of_a_period_is_told(store: Store) -> None:
    store.remember(PERIODS)
    store.remember([WEEK])

    assert [store.table(period).memories for period in PERIODS] == [2, 1, 1]


def test_a_release_is_kept_as_it_was_and_its_numbers_are_gone(store: Store, where: str) -> None:
    release = Release(WEEK, 20, 2, {A: 25, Cell("entry", "*"): 20}, 25, 0.5)
    store.add([Count(A, PERIODS)])

    assert store.publish(release)
    store.settle()
    kept = again(store, where)

    assert kept.releases() == (release,)
    assert WEEK not in kept.open_periods()
    assert kept.table(WEEK).people == {}


def test_a_period_is_released_once(store: Store) -> None:
    first = Release(WEEK, 10, 1, {A: 10})

    assert store.publish(first)
    assert not store.publish(Release(WEEK, 10, 1, {A: 15}))
    assert store.releases() == (first,)


def test_a_released_period_takes_no_counts_and_is_not_opened_again(store: Store, where: str) -> None:
    store.publish(Release(WEEK, 10, 1, {A: 10}))
    store.prepare({WEEK: CELLS})
    store.add([Count(A, PERIODS)])

    kept = again(store, where)

    assert kept.table(WEEK).people == {}
    assert kept.table(PERIODS[1]).people[A] == 1


def test_a_task_is_taken_once(store: Store, where: str) -> None:
    assert store.claim("digest 2026-10")
    assert not store.claim("digest 2026-10")
    assert not again(store, where).claim("digest 2026-10")


def test_a_part_that_was_given_back_can_be_taken_again(store: Store, where: str) -> None:
    assert store.claim("digest 2026-10 a")
    store.give_back("digest 2026-10 a")
    store.give_back("digest 2026-10 b")

    assert not store.is_taken("digest 2026-10 a")
    assert again(store, where).claim("digest 2026-10 a")


def test_of_a_finished_task_no_part_is_left_nor_of_those_before_it(store: Store, where: str) -> None:
    for part in ("digest 2026-08", "digest 2026-09 a", "digest 2026-10 a", "digest 2026-11 a", "other 2026-10 a"):
        store.claim(part)
    store.finish("digest 2026-10")
    kept = again(store, where)

    assert [kept.is_taken(f"digest 2026-{month} a") for month in ("09", "10", "11")] == [False, False, True]
    assert all(kept.is_taken(each) for each in ("digest 2026-08", "digest 2026-10", "other 2026-10 a"))
    kept.finish("digest 2026-10")


def test_one_of_two_has_a_task_to_itself_until_it_is_closed_or_gone(store: Store, where: str) -> None:
    other = opened(where)

    assert store.alone("digest 2026-10")
    assert store.alone("digest 2026-10")
    assert not other.alone("digest 2026-11")
    store.close()
    assert other.alone("digest 2026-10")


def test_releases_are_in_the_order_of_their_periods(store: Store) -> None:
    for week in ("2026-W47", "2026-W09", "2025-W52"):
        store.publish(Release(week, 10, 1))

    assert [release.period for release in store.releases()] == ["2025-W52", "2026-W09", "2026-W47"]


def test_two_processes_count_side_by_side(store: Store, where: str) -> None:
    other = opened(where)
    for _ in range(5):
        store.add([Count(A, PERIODS)])
        other.add([Count(A, PERIODS), Count(B, PERIODS)])
    other.close()

    assert again(store, where).table(WEEK).people[A] == 10


def test_processes_that_start_together_make_one_file_and_none_is_turned_away(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as starting:
        for number in range(20):
            file = tmp_path / str(number) / "counts.db"
            for store in starting.map(sqlite.SqliteStore, [file] * 4):
                store.close()


# Twenty orders of the same events


def shuffled(seed: int, count: int) -> Sequence[Count]:
    cells = [random.Random(number).choice(CELLS) for number in range(count)]
    hashes = [random.Random(number).randbytes(16) for number in range(count)]
    every = [(cell, tuple(Token(period, name) for period in PERIODS)) for cell, name in zip(cells, hashes, strict=True)]
    events = [Count(cell, PERIODS, tokens) for cell, tokens in every]
    random.Random(seed).shuffle(events)
    return events


def in_beats(seed: int, count: int) -> Iterator[Sequence[Count]]:
    """Yield the events in equally many beats each time, of different sizes; some may be empty."""
    events = shuffled(seed, count)
    cuts = [0, *sorted(random.Random(seed).randrange(count) for _ in range(9)), count]
    return (events[first:last] for first, last in itertools.pairwise(cuts))


@pytest.mark.parametrize("events", [300, pytest.param(2000, marks=pytest.mark.soak)])
def test_twenty_orders_of_the_same_events_leave_one_and_the_same_file(events: int) -> None:
    files = set()
    for seed in range(20):
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            path = Path(folder) / "counts.db"
            store = sqlite.SqliteStore(path)
            store.prepare(dict.fromkeys(PERIODS, CELLS))
            store.remember(PERIODS)
            for counts in in_beats(seed, events):
                store.add(counts)
            store.close()
            assert [each.name for each in Path(folder).iterdir()] == ["counts.db"], "and nothing beside it"
            files.add(hashlib.sha256(path.read_bytes()).hexdigest())

    assert len(files) == 1


def test_a_file_with_a_write_ahead_log_would_differ() -> None:
    """Shows that the test above would notice a difference."""
    files = set()
    for seed in range(3):
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            path = Path(folder) / "counts.db"
            connection = sqlite3.connect(path, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("CREATE TABLE counts (id TEXT PRIMARY KEY, people INTEGER)")
            for count in shuffled(seed, 200):
                connection.execute(
                    "INSERT INTO counts VALUES (?, 1) ON CONFLICT DO UPDATE SET people = people + 1", (count.cell.id,)
                )
            files.add(hashlib.sha256(path.read_bytes() + Path(f"{path}-wal").read_bytes()).hexdigest())
            connection.close()

    assert len(files) == 3


@pytest.mark.parametrize(("orders", "events"), [(3, 300), pytest.param(20, 2000, marks=pytest.mark.soak)])
def test_orders_merged_at_any_pace_leave_one_and_the_same_dump(postgres_server: str, orders: int, events: int) -> None:
    dumps = set()
    for seed in range(orders):
        address = new_database(postgres_server)
        store = postgres.PostgresStore(address)
        store.prepare(dict.fromkeys(PERIODS, CELLS))
        store.remember(PERIODS)
        for counts in in_beats(seed, events):
            store.add(counts)
        store.close()
        settled = opened(address)
        settled.settle()
        settled.close()
        dumps.add(dump(address))

    assert len(dumps) == 1
    assert b"entry-00" in dumps.pop()


def test_what_was_wiped_is_nowhere_in_the_file() -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "counts.db"
        store = sqlite.SqliteStore(path)
        store.prepare({WEEK: (Cell("entry", "planted-canary"),)})
        assert b"planted-canary" in path.read_bytes()

        store.publish(Release(WEEK, 10, 1))
        store.close()

        assert b"planted-canary" not in path.read_bytes()


def test_what_was_wiped_is_nowhere_in_the_tables_files(postgres_server: str) -> None:
    store = opened(new_database(postgres_server))
    assert isinstance(store, postgres.PostgresStore)
    store.prepare({WEEK: (Cell("entry", "planted-canary"),)})
    store.publish(Release(WEEK, 10, 1))
    store.settle()
    with psycopg.connect(store._connection.info.dsn) as connection:
        row = connection.execute("SELECT pg_relation_filepath('signpost_counts')").fetchone()
        connection.execute("CHECKPOINT")
    store.close()
    data = Path(postgres_server.partition("host=")[2]) / "data"

    assert row is not None
    assert b"planted-canary" not in (data / str(row[0])).read_bytes()


# A bad day


def test_a_full_disk_is_said_and_the_numbers_stay() -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        store = sqlite.SqliteStore(Path(folder) / "counts.db")
        store.prepare({WEEK: CELLS})
        store.add([Count(A, PERIODS)])
        pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
        store._connection.execute(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(StoreError):
            store.prepare({"2026-W49": [Cell("entry", f"more-{n}") for n in range(500)]})

        assert store.table(WEEK).people[A] == 1
        assert store.open_periods() == (WEEK,), "all of it or nothing"


def test_a_locked_file_is_said_after_a_short_wait(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sqlite, "_WAIT", 0.05)
    store = sqlite.SqliteStore(tmp_path / "counts.db")
    store.prepare({WEEK: CELLS})
    other = sqlite3.connect(tmp_path / "counts.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(StoreError):
        store.add([Count(A, PERIODS)])
    other.execute("ROLLBACK")
    store.add([Count(A, PERIODS)])

    assert store.table(WEEK).people[A] == 1


def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "counts.db").write_text("not a database, and long enough to be looked at as one " * 40)

    with pytest.raises(StoreError):
        sqlite.SqliteStore(tmp_path / "counts.db")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreError):
        sqlite.SqliteStore(tmp_path / "file" / "counts.db")


def test_the_file_is_for_its_own_user_alone(tmp_path: Path) -> None:
    sqlite.SqliteStore(tmp_path / "state" / "counts.db").close()

    assert (tmp_path / "state" / "counts.db").stat().st_mode & 0o777 == 0o600


def test_a_server_that_is_gone_is_said_and_one_that_is_back_is_used(postgres_server: str) -> None:
    address = new_database(postgres_server)
    store = opened(address)
    store.prepare({WEEK: CELLS})
    stop(postgres_server)
    try:
        with pytest.raises(StoreError):
            store.open_periods()
        with pytest.raises(StoreError):
            opened(address)
        store.close()
    finally:
        start(postgres_server)

    assert opened(address).open_periods() == (WEEK,)


def test_a_setting_that_names_postgresql_is_told_from_a_file() -> None:
    assert [opening.is_postgres(w) for w in ("postgresql://a/b", "postgres://a/b", "/var/a.db", "a.db")] == [
        True,
        True,
        False,
        False,
    ]


def test_no_error_of_a_store_holds_the_words_of_the_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        opened("postgresql://somebody:planted-password@127.0.0.1:1/nothing")

    assert "planted" not in f"{caught.value} {caught.value.__cause__} {caught.value.__suppress_context__}"
    assert caught.value.__suppress_context__


# From one version to the next


LATER = ("ALTER TABLE releases ADD COLUMN remark TEXT",)


def test_a_migration_keeps_everything_and_leaves_no_copy_behind(tmp_path: Path) -> None:
    path = tmp_path / "counts.db"
    old = sqlite.SqliteStore(path)
    old.prepare({WEEK: CELLS})
    old.add([Count(A, PERIODS)])
    old.close()

    new = sqlite.SqliteStore(path, {1: LATER}, 2)

    assert new.table(WEEK).people[A] == 1
    assert [each.name for each in tmp_path.iterdir()] == ["counts.db"]


def test_a_migration_that_fails_changes_nothing_and_leaves_its_copy(tmp_path: Path) -> None:
    path = tmp_path / "counts.db"
    old = sqlite.SqliteStore(path)
    old.prepare({WEEK: CELLS})
    old.add([Count(A, PERIODS)])
    old.close()

    with pytest.raises(StoreError):
        sqlite.SqliteStore(path, {1: (*LATER, "this is no statement")}, 2)

    assert sqlite.SqliteStore(path).table(WEEK).people[A] == 1
    assert sqlite.SqliteStore(tmp_path / "counts.db.before-2").table(WEEK).people[A] == 1
    assert (tmp_path / "counts.db.before-2").stat().st_mode & 0o777 == 0o600


def test_a_migration_of_postgresql_copies_what_is_released_first(postgres_server: str) -> None:
    address = new_database(postgres_server)
    old = opened(address)
    old.prepare({WEEK: CELLS})
    old.publish(Release("2026-W47", 10, 1, {A: 15}))
    old.close()
    later = ("ALTER TABLE signpost_periods ADD COLUMN remark text",)

    with pytest.raises(StoreError):
        postgres.PostgresStore(address, steps={1: (*later, "this is no statement")}, version=2)
    new = postgres.PostgresStore(address, steps={1: later}, version=2)
    _open.append(new)

    assert new.releases() == (Release("2026-W47", 10, 1, {A: 15}),)
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT people FROM signpost_released_before_2").fetchall() == [(15,)]


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_store_of_a_later_signpost_is_left_alone(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    where = tmp_path / "counts.db" if kind == "sqlite" else new_database(request.getfixturevalue("postgres_server"))
    if isinstance(where, Path):
        sqlite.SqliteStore(where, version=9).close()
    else:
        postgres.PostgresStore(where, version=9).close()

    with pytest.raises(StoreError, match="later Signpost"):
        opened(str(where))


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_where_a_later_signpost_only_added_something_an_earlier_one_goes_on_counting(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    sqlites = kind == "sqlite"
    where = str(tmp_path / "counts.db") if sqlites else new_database(request.getfixturevalue("postgres_server"))
    opened(where).close()
    connection = sqlite3.connect(where, isolation_level=None) if sqlites else psycopg.connect(where, autocommit=True)
    with closing(connection):
        prefix = "" if sqlites else "signpost_"
        for table in ("counts", "periods", "releases", "released", "done", "counted"):
            connection.execute(f"ALTER TABLE {prefix}{table} ADD COLUMN remark text NOT NULL DEFAULT ''")
        connection.execute(f"CREATE TABLE {prefix}remarks (remark text)")

    store = opened(where)
    store.prepare({WEEK: CELLS})
    store.remember([WEEK])
    store.add([Count(A, PERIODS)])
    store.finish("a task")
    assert (store.table(WEEK).people[A], store.table(WEEK).memories, store.is_taken("a task")) == (1, 1, True)
    assert store.publish(Release(WEEK, 10, 1, {A: 15}))
    assert store.releases() == (Release(WEEK, 10, 1, {A: 15}),)
    assert store.open_periods() == ()


@pytest.mark.soak
def test_five_years_fit_into_fifty_megabytes() -> None:
    """Every week of five years with 500 cells released, blocks and quarters with 200, and a year open with all rows."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder) / "counts.db"
        store = sqlite.SqliteStore(path)
        cells = [Cell("entry", f"a-rather-long-id-of-an-entry-{number}") for number in range(3000)]
        store.prepare(dict.fromkeys(("2031-W01", "2031-B01", "2031-Q1", "2031"), cells))
        for year, week in itertools.product(range(2026, 2031), range(1, 53)):
            store.publish(Release(f"{year}-W{week:02}", 10, 1, dict.fromkeys(cells[:500], 10)))
        for year, block in itertools.product(range(2026, 2031), range(1, 13)):
            store.publish(Release(f"{year}-B{block:02}", 10, 1, dict.fromkeys(cells[500:700], 10)))
        store.close()

        assert path.stat().st_size < 50_000_000
