"""The counter: a person counts once per id and week, answers never wait, and a kill doubles nothing."""

import contextlib
import multiprocessing
import random
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice, pairwise
from pathlib import Path
from statistics import median

import httpx
import pytest

from bot.channels.talk import Talk
from bot.core.count_cells import Cell, Parts, counted
from bot.core.guide import Guide
from bot.core.reply import Asked, Event, Pressed, Turn
from bot.counts import store
from bot.counts.sqlite import SqliteStore
from bot.counts.store import Release, Store, StoreError, opened
from bot.counts.writer import AGAIN, BEAT, HOUR, MOST, Closer, CountedPeople, Writer
from bot.service.count import Counter, Counting
from bot.service.settings import settings
from tests.conftest import NOW
from tests.counted_until_killed import count_until_killed
from tests.guides import talking
from tests.line import Line, all_done, fast, intake
from tests.machine_speed import least_seconds, slowness
from tests.postgres import MEMORY, new_database
from tests.web import made
from tests.wire import message

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
WEEK, BLOCK, QUARTER = "2026-W48", "2026-B12", "2026-Q4"
ENTRY, OTHER_ENTRY, WORD, CRISIS = (
    Cell("entry", "a"),
    Cell("entry", "b"),
    Cell("word", "nursery"),
    Cell("crisis", "any"),
)
TELEGRAM, WEB, ANSWER = Cell("channel", "telegram"), Cell("channel", "web"), Cell("way", "answer")
PARTS: Parts = dict.fromkeys((ENTRY, OTHER_ENTRY, WORD, CRISIS, TELEGRAM, WEB, ANSWER), ())
SHOWN = (Event("entry", "a", "answer"),)
TOLD = "she just told me she sells sex"


class World:
    """A clock that can be set, one that cannot, and a store in a file."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "counts.db"
        self.time = MONDAY
        self.seconds = 0.0
        self.store: Callable[[], Store] = lambda: opened(str(self.path))
        self.said: list[str] = []
        self.writers: list[Writer] = []

    def writer(self, secret: str = "") -> Writer:
        closer, said = Closer(lambda: self.seconds), self.said.append
        made = Writer(
            lambda: self.store(), lambda: PARTS, closer, said, lambda: self.time, lambda: self.seconds, secret
        )
        made.look()
        self.writers.append(made)
        return made

    def wait(self, time: timedelta) -> None:
        self.time += time
        self.seconds += time.total_seconds()

    def people(self, cell: Cell, period: str = WEEK) -> int:
        store = opened(str(self.path))
        try:
            return store.table(period).people.get(cell, 0)
        finally:
            store.close()


@pytest.fixture(name="world")
def _world() -> Iterator[World]:
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        world = World(Path(folder))
        yield world
        for writer in world.writers:
            writer.close()


def write(writer: Writer, person: int, *cells: Cell) -> None:
    """Count somebody, and let the next beat write it."""
    writer.write(cells or (ENTRY,), writer.memory.name(person))
    writer.beat()


# One person, one count


def test_one_person_counts_once_for_one_thing_in_a_week_however_often(world: World) -> None:
    writer = world.writer()
    for _ in range(9):
        write(writer, 7)

    assert world.people(ENTRY) == 1


def test_another_person_and_another_thing_count_too(world: World) -> None:
    writer = world.writer()
    write(writer, 7)
    write(writer, 8)
    write(writer, 7, OTHER_ENTRY)

    assert (world.people(ENTRY), world.people(OTHER_ENTRY)) == (2, 1)


def test_next_week_the_same_person_counts_again_in_the_week_and_not_in_the_block_or_the_quarter(world: World) -> None:
    writer = world.writer()
    write(writer, 7)
    world.wait(timedelta(weeks=1))
    write(writer, 7)

    assert [world.people(ENTRY, period) for period in (WEEK, "2026-W49", BLOCK, QUARTER)] == [1, 1, 1, 1]


def test_a_word_is_counted_in_no_week(world: World) -> None:
    write(world.writer(), 7, WORD)

    assert [world.people(WORD, period) for period in (WEEK, BLOCK, QUARTER)] == [0, 1, 1]


def test_a_crisis_card_is_counted_in_the_year_alone(world: World) -> None:
    writer = world.writer()
    write(writer, 7, CRISIS)
    write(writer, 7, CRISIS)

    assert [world.people(CRISIS, period) for period in (WEEK, BLOCK, QUARTER, "2026")] == [0, 0, 0, 1]
    assert counted([Event("crisis", "hurt-now")], "telegram") == (TELEGRAM, CRISIS), "and never says which"


async def test_one_visitor_of_the_page_adds_one_to_each_number_however_often_they_come(
    world: World, real: Guide
) -> None:
    writer = world.writer()

    def count(turn: Turn, channel: str, person: int | str = "") -> None:
        writer.write(counted(turn.events, channel), writer.memory.name(person))

    page = made(talking(lambda: real, lambda: NOW, count))
    addresses = [*["81.2.69.142"] * 6, *(f"2001:db8:1:{home}::1" for home in range(6))]
    for number, address in enumerate(addresses):
        behind = httpx.ASGITransport(page, client=(address, 50000))
        async with httpx.AsyncClient(transport=behind, base_url="http://signpost.test") as web:
            await web.post("/ask", data={"question": "what should I write in the notes"})
            await web.get("/go/recording", headers={"x-forwarded-for": f"81.2.70.{number}"})  # not what a proxy said
        world.wait(timedelta(minutes=11))
    writer.beat()

    assert [world.people(WEB, period) for period in (WEEK, BLOCK, QUARTER)] == [2, 2, 2], "one address, one home"


def test_a_process_that_starts_again_forgets_who_counted_and_says_so_in_the_threshold(world: World) -> None:
    write(world.writer(), 7)
    write(world.writer(), 7)
    store = opened(str(world.path))

    assert store.table(WEEK).people[ENTRY] == 2
    assert store.table(WEEK).memories == store.table("2026").memories == 2
    store.close()


SHARED = "kept-apart-from-the-database-40-letters"


@pytest.fixture(name="places", params=["sqlite", "postgres"])
def _places(request: pytest.FixtureRequest, world: World) -> World:
    if request.param == "postgres":
        address = new_database(request.getfixturevalue("postgres_server"))
        world.store = lambda: opened(address)
    return world


def numbers(world: World, cell: Cell, *periods: str) -> list[tuple[int, int]]:
    """Return how many people are in a cell in each period, and how many memories counted them."""
    store = world.store()
    try:
        tables = [store.table(period) for period in periods]
    finally:
        store.close()
    return [(table.people[cell], table.memories) for table in tables]


def test_with_a_secret_one_person_counts_once_in_three_processes_that_start_again(places: World) -> None:
    for person in range(12):
        for _ in range(3):
            write(places.writer(SHARED), person, ENTRY, TELEGRAM)

    assert numbers(places, ENTRY, WEEK, BLOCK, QUARTER) == [(12, 1)] * 3
    assert numbers(places, TELEGRAM, WEEK) == [(12, 1)]


def test_with_a_secret_the_next_week_is_counted_afresh_and_the_year_counts_what_is_new_in_a_week(places: World) -> None:
    for _ in range(2):
        write(places.writer(SHARED), 7, ENTRY, CRISIS)
    places.wait(timedelta(weeks=1))
    for _ in range(2):
        write(places.writer(SHARED), 7, ENTRY, CRISIS)

    assert numbers(places, ENTRY, WEEK, "2026-W49", BLOCK, QUARTER) == [(1, 1)] * 4
    assert numbers(places, CRISIS, "2026") == [(2, 2)]


def test_a_process_without_the_secret_or_with_another_is_one_more_memory(places: World) -> None:
    for secret in (SHARED, SHARED, "", "another-secret-that-is-40-letters-long-x"):
        write(places.writer(secret), 7)

    assert numbers(places, ENTRY, WEEK) == [(3, 3)]


def test_with_a_secret_two_processes_that_write_at_once_count_a_person_once(places: World) -> None:
    writers = [places.writer(SHARED) for _ in range(2)]
    for writer in writers:
        for person in range(200):
            writer.write((ENTRY, TELEGRAM), writer.memory.name(person))
    threads = [threading.Thread(target=writer.beat) for writer in writers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for writer in writers:
        writer.beat()

    assert numbers(places, ENTRY, WEEK) == [(200, 1)]


def test_what_tells_who_has_counted_is_wiped_with_its_period(places: World) -> None:
    write(places.writer(SHARED), 7)
    store = places.store()
    before = held(places)
    store.publish(Release(WEEK, 10, 1))
    store.close()

    assert (before, held(places)) == ({WEEK, BLOCK, QUARTER}, {BLOCK, QUARTER})


def held(world: World) -> set[str]:
    """Return the periods whose record of who has counted is kept."""
    store = world.store()
    in_file, shared = "SELECT period, bits FROM counted", "SELECT period, bits FROM signpost_counted"
    query = in_file if isinstance(store, SqliteStore) else shared
    rows = store._connection.execute(query).fetchall()  # type: ignore[attr-defined]
    store.close()
    return {period for period, bits in rows if any(bits)}


def test_a_secret_never_takes_more_than_one_in_two_hundred_for_somebody_who_has_counted() -> None:
    memory, parts = CountedPeople(SHARED), {(WEEK, part): 0 for part in range(store.PARTS)}
    memory.turn_to(WEEK)
    new = [store.is_new(memory.tokens([WEEK], b"%d" % n)[0], parts) for n in range(50_000)]

    assert new.count(False) < len(new) / 200


def test_a_process_that_counts_nothing_raises_no_threshold(world: World) -> None:
    write(world.writer(), 7)
    world.writer()
    store = opened(str(world.path))

    assert store.table(WEEK).memories == 1
    store.close()


def test_the_memory_of_a_week_is_empty_and_its_key_another_when_the_week_is_over() -> None:
    memory = CountedPeople()
    memory.turn_to(WEEK)
    key = memory._keys["week"]
    memory.new(ENTRY, memory.name(7))

    memory.turn_to("2026-W49")

    assert memory._seen["week"] == set()
    assert memory._keys["week"] != key
    assert len(memory._seen["block"]) == 1


def test_two_memories_have_no_name_and_no_hash_in_common() -> None:
    one, two = CountedPeople(), CountedPeople()
    for memory in (one, two):
        memory.turn_to(WEEK)
        for person in range(50):
            memory.new(ENTRY, memory.name(person))

    assert one.name(7) != two.name(7)
    assert not one._seen["week"] & two._seen["week"]


def test_a_memory_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST == 200_000
    monkeypatch.setattr("bot.counts.writer.MOST", 5)
    memory = CountedPeople()
    memory.turn_to(WEEK)

    new = [bool(memory.new(ENTRY, memory.name(person))) for person in range(9)]

    assert new == [True] * 5 + [False] * 4


def test_what_is_not_among_the_cells_is_never_counted(world: World) -> None:
    write(world.writer(), 7, Cell("entry", "Shona McKay"), ENTRY)
    data = world.path.read_bytes()

    assert ENTRY.id.encode() in data
    assert b"Shona" not in data


# Releases in time


def released(world: World) -> dict[str, Release]:
    store = opened(str(world.path))
    try:
        return {release.period: release for release in store.releases()}
    finally:
        store.close()


def look(world: World, writer: Writer, *, times: int = 2) -> None:
    for _ in range(times):
        world.wait(timedelta(seconds=max(HOUR, BEAT) + 1))
        writer.look()


def test_a_week_is_released_once_it_is_over_and_not_before(world: World) -> None:
    writer = world.writer()
    for person in range(12):
        write(writer, person)
    look(world, writer)
    assert released(world) == {}

    world.wait(timedelta(days=7))
    look(world, writer)

    assert released(world)[WEEK].shown == {ENTRY: 10}
    assert set(released(world)) == {WEEK}


def test_a_release_waits_until_two_looks_an_hour_apart_say_that_the_week_is_over(world: World) -> None:
    writer = world.writer()
    write(writer, 7)
    world.time += timedelta(days=9)  # somebody sets the time of day, and sets it right again
    world.seconds += BEAT + 1
    writer.look()
    world.time -= timedelta(days=9)
    look(world, writer, times=3)

    assert released(world) == {}


def test_a_process_that_was_away_for_a_quarter_releases_all_of_it_in_order(world: World) -> None:
    writer = world.writer()
    for person in range(8):
        write(writer, person)
    world.wait(timedelta(weeks=1))
    for person in range(6, 14):
        write(writer, person)
    writer.close()
    world.wait(timedelta(weeks=30))
    look(world, world.writer())

    assert {period: release.shown for period, release in released(world).items()} == {
        WEEK: {},
        "2026-W49": {},
        BLOCK: {},
        QUARTER: {},
        "2026": {},
    }, "a block of two weeks of eight may say no more than nine"


def test_a_set_back_clock_opens_no_week_again(world: World) -> None:
    writer = world.writer()
    world.wait(timedelta(weeks=1))
    write(writer, 7)
    world.time -= timedelta(weeks=1)
    write(writer, 8)

    assert world.people(ENTRY, "2026-W49") == 2
    assert world.people(ENTRY, WEEK) == 0


# Answers never wait for it


class Broken:
    """A store in which every call fails, as with a full disk."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        def fail(*arguments: object) -> None:
            if name != "close":
                raise StoreError("OperationalError")

        return fail


def test_a_store_that_fails_says_so_and_what_it_missed_is_written_within_ten_seconds_of_the_end(world: World) -> None:
    usual = world.store
    world.store = Broken  # type: ignore[assignment]  # all of a store that is ever called, and nothing that works
    writer = world.writer()
    write(writer, 7)
    assert writer.status == "not counting (OperationalError)"
    assert world.said == ["counts wait in memory until their store can be used again: not counting (OperationalError)"]

    writer.write((ENTRY,), writer.memory.name(8))
    world.store = usual
    assert writer.pause <= AGAIN < 10
    world.wait(timedelta(seconds=writer.pause))
    writer.look()

    assert writer.status == "counting"
    assert world.people(ENTRY) == 2


@pytest.mark.parametrize("damage", [b"this is no database " * 500, b"SQLite format 3\0" + bytes(4096)])
def test_a_damaged_file_is_set_aside_and_a_new_one_begun_with_one_line_that_says_so(
    world: World, damage: bytes
) -> None:
    world.path.write_bytes(damage)
    writer = world.writer()
    write(writer, 7)

    assert world.people(ENTRY) == 1
    assert world.path.with_name("counts.db.damaged-1").read_bytes() == damage
    assert world.said == [
        "the counts are damaged: their file is kept as .damaged-1 or similar, and a new one is started"
    ]


def test_a_file_damaged_while_it_is_used_is_set_aside_too(world: World) -> None:
    writer = world.writer()
    write(writer, 7)
    with world.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (world.path.stat().st_size - 4096))
    writer.close()

    again = world.writer()
    write(again, 8)

    assert world.people(ENTRY) == 1
    assert world.path.with_name("counts.db.damaged-1").exists()


# On a fixed beat


def test_a_turn_writes_nothing_until_the_beat(world: World) -> None:
    writer = world.writer()
    before = world.path.read_bytes(), world.path.stat().st_mtime_ns
    for person in range(30):
        writer.write((ENTRY,), writer.memory.name(person))
        world.wait(timedelta(seconds=BEAT / 31))
        writer.look()

    assert (world.path.read_bytes(), world.path.stat().st_mtime_ns) == before

    world.wait(timedelta(seconds=BEAT))
    writer.look()
    assert world.people(ENTRY) == 30


def test_the_file_tells_of_every_beat_and_not_whether_anybody_asked_in_it(world: World) -> None:
    """The file's time and the number of transactions in its header only show how long Signpost ran."""

    def beats(*asking: int) -> list[tuple[int, int]]:
        seen = []
        for person in asking:
            if person:
                writer.write((ENTRY,), writer.memory.name(person))
            before = world.path.stat().st_mtime_ns
            writer.beat()
            header = world.path.read_bytes()[24:28]  # the number of changes
            seen.append((int.from_bytes(header), world.path.stat().st_mtime_ns > before))
        return seen

    writer = world.writer()
    beats(1)
    seen = beats(0, 0, 2, 3, 0)

    assert [later - earlier for (earlier, _), (later, _) in pairwise(seen)] == [1] * 4
    assert all(touched for _, touched in seen)


def test_a_turn_is_never_held_up_by_a_store_that_hangs() -> None:
    hangs = threading.Event()

    def store() -> Store:
        hangs.wait()
        raise StoreError("too late")

    counter = Counter(Writer(store, lambda: PARTS, Closer()))
    begun = time.monotonic()
    for person in range(3000):
        counter.record(SHOWN, "telegram", person)

    assert time.monotonic() - begun < 30  # it would wait for ever
    assert len(counter._waiting) == 2000, "so many wait; more are not counted"
    assert counter.status() == "starting"
    hangs.set()
    counter.close()
    assert not counter._waiting


@pytest.mark.alone
def test_counting_adds_less_than_20_microseconds_to_a_turn(world: World) -> None:
    counter = Counter(Writer(world.store, lambda: PARTS, Closer()))
    people = count()

    def record_250() -> None:
        for person in islice(people, 250):
            counter.record(SHOWN, "telegram", person)

    least = least_seconds(record_250, 250 * 20e-6)  # of this thread only: an answer does not wait for others
    counter.close()

    assert least < 250 * 20e-6


@pytest.mark.alone
def test_what_happened_costs_a_turn_less_than_20_microseconds(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = talk.guide()
    assert guide is not None
    press = Pressed(talk.answer(Asked("she was raped last night")).replies[-1].buttons[0].position)

    def turns() -> float:
        talk.answer(press)
        begun = time.thread_time()
        for _ in range(200):
            talk.answer(press)
        return (time.thread_time() - begun) / 200 * 1e6

    before, added = slowness(), []
    for _ in range(41):  # one right after the other, so that what else the machine does slows both alike
        counting = turns()
        with monkeypatch.context() as patch:
            patch.setattr("bot.core.conversation.of_press", lambda *arguments: ())
            added.append(counting - turns())

    assert median(added) / max(before, slowness()) < 20


def test_a_stopped_counter_has_written_what_was_waiting(world: World) -> None:
    counter = Counter(Writer(world.store, lambda: PARTS, Closer(), clock=lambda: MONDAY))
    for person in range(40):
        counter.record(SHOWN, "telegram", person)
    counter.close()

    assert world.people(ENTRY) == 40


# Killed in the middle

PROCESSES = multiprocessing.get_context("forkserver")  # each is ready at once, as what it imports is imported once
PROCESSES.set_forkserver_preload(["tests.counted_until_killed"])


def killed(path: Path, first: int, after: float) -> int:
    """Let a process count until it is killed, and return how many it said were counted."""
    heard, told = PROCESSES.Pipe(duplex=False)
    process = PROCESSES.Process(target=count_until_killed, args=(str(path), first, told), daemon=True)
    process.start()
    told.close()
    assert heard.recv() == first, "it counted"
    time.sleep(after)
    process.kill()
    process.join()
    counted = 1
    with heard, contextlib.suppress(EOFError):
        while True:
            heard.recv()
            counted += 1
    return counted


@pytest.mark.parametrize("kills", [4, pytest.param(200, marks=pytest.mark.soak)])
def test_a_kill_in_the_middle_of_counting_loses_no_count_that_was_told_and_doubles_none(
    world: World, kills: int
) -> None:
    chance = random.Random(5)
    told = tried = 0
    for _ in range(kills):
        before = world.people(ENTRY) if world.path.exists() else 0
        counted = killed(world.path, tried, chance.uniform(0, 0.05))
        with contextlib.closing(sqlite3.connect(world.path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        found = world.people(ENTRY) - before

        assert counted <= found <= counted + 1, "the one being told when the process was killed may be there"
        assert world.people(ENTRY, BLOCK) == world.people(ENTRY, QUARTER) == before + found, "whole or not at all"
        told, tried = told + counted, tried + found

    write(world.writer(), tried)
    assert told >= kills
    assert [each.name for each in world.path.parent.iterdir()] == ["counts.db"]


# On Telegram


def update(number: int, person: int, text: str) -> dict[str, object]:
    return {"update_id": number, **message(person, number, text=text)}


@fast
async def test_an_update_that_telegram_delivers_again_counts_once(talk: Talk) -> None:
    line, told = Line(), list[tuple[str, int | str]]()
    counted_turns = talking(talk.guide, talk.clock, lambda turn, channel, person="": told.append((channel, person)))
    taker = intake(line, counted_turns)

    await all_done(*(taker.take(update(1, 11, TOLD)) for _ in range(3)))
    await all_done(taker.take(update(1, 11, TOLD)))

    assert told == [("telegram", 11)]


@fast
async def test_an_answer_is_counted_after_it_is_sent(talk: Talk) -> None:
    line = Line()
    order: list[str] = []

    def count(turn: Turn, channel: str, person: int | str = "") -> None:
        order.append(f"counted after {len(line.sent())} sent")

    await all_done(intake(line, talking(talk.guide, talk.clock, count)).take(update(1, 11, TOLD)))

    assert order == ["counted after 1 sent"]


@fast
async def test_a_count_that_fails_leaves_the_answer_as_it_is(talk: Talk, state: Path) -> None:
    guide = talk.guide()
    assert guide is not None
    (state / "counts.db").mkdir()
    counting = Counting(settings(state=state), lambda: guide.library)
    line = Line()

    await all_done(intake(line, talking(talk.guide, talk.clock, counting.count)).take(update(1, 11, TOLD)))
    counting.close()

    assert line.texts(11)
    assert "She has just told me" in line.texts(11)[0]
    assert counting.health()["counts"].startswith("not counting (")


@pytest.fixture(name="state")
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SIGNPOST_DATABASE", raising=False)
    return tmp_path
