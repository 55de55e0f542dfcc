"""The month in five sentences: when it is due, what it says, and that it is sent only once."""

import asyncio
import contextlib
import hashlib
import re
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from click.testing import CliRunner
from telegram import InputFile
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TimedOut

from bot.__main__ import main
from bot.channels.admin import AdminCounts
from bot.channels.telegram import digest_sender
from bot.channels.telegram.connection import NotConnected, bots
from bot.channels.telegram.digest_sender import Monthly
from bot.core.count_cells import Cell
from bot.core.library import Library
from bot.counts.periods import end_of, weeks_of
from bot.counts.store import Release, StoreError, opened
from bot.reports.monthly import LONDON, after, before, digest, due, owed, weeks_in
from bot.reports.released_counts import Counts, Reader, read
from bot.reports.section import MADE_UP_NOTICE
from tests.made_up import week, written
from tests.small_content import small_content
from tests.wire import TOKEN

pytest.importorskip("PIL", reason="Pillow is not installed: there is no picture to send")
ADMINS = (81_273_640, 81_273_641)
METHODS = ("sendMessage", "sendPhoto", "sendDocument")
EVERYTHING = [(method, admin) for admin in ADMINS for method in METHODS]
OCTOBER = tuple(week(number, question__answer=40, channel__telegram=30) for number in range(40, 44))
MORNING = datetime(2026, 11, 2, 9, 30, tzinfo=LONDON)


def test_every_week_belongs_to_the_one_month_that_it_ends_in() -> None:
    months = ["2026-01"]
    while months[-1] != "2027-12":
        months.append(after(months[-1]))
    found = [each for month in months for each in weeks_in(month)]

    assert len(found) == len(set(found))
    assert found == sorted(found)
    assert set(weeks_of("2026")) <= set(found)
    for month in months:
        first_of_next = datetime.fromisoformat(f"{after(month)}-01T00:00+00:00")
        assert all(end_of(each) <= first_of_next + timedelta(days=1) for each in weeks_in(month))
    assert before("2026-01") == "2025-12"


@pytest.mark.parametrize(
    ("month", "morning"),
    [
        ("2026-10", "2026-11-02T09:00+00:00"),  # the first is a Sunday
        ("2026-06", "2026-07-01T09:00+01:00"),  # summer time
        ("2026-12", "2027-01-05T09:00+00:00"),  # two bank holidays, and a weekend between them
        ("2026-03", "2026-04-01T09:00+01:00"),
        ("2027-04", "2027-05-04T09:00+01:00"),  # the early May bank holiday
    ],
)
def test_it_is_due_at_nine_on_the_first_working_morning_in_scotland(month: str, morning: str, library: Library) -> None:
    holidays = [each.on for each in library.holidays.days]

    assert due(month, holidays) == datetime.fromisoformat(morning)


def test_it_waits_for_the_morning_and_for_every_week_of_the_month() -> None:
    counts = Counts(OCTOBER)

    assert owed(counts, MORNING, ()) == ("2026-10",)
    assert owed(counts, MORNING - timedelta(hours=1), ()) == ()
    assert owed(Counts(OCTOBER[:3], begun=("2026-W43", "2026-W44")), MORNING, ()) == ()
    assert owed(Counts(OCTOBER, begun=("2026-W44", "2026-W45")), MORNING, ()) == ("2026-10",)
    assert owed(Counts(), MORNING, ()) == ()


def test_months_that_an_outage_swallowed_are_owed_and_old_ones_are_not() -> None:
    counts = Counts((*(week(number) for number in range(10, 40)), *OCTOBER))

    assert owed(counts, MORNING, ()) == ("2026-08", "2026-09", "2026-10")
    assert owed(counts, MORNING + timedelta(days=45), ()) == ("2026-09", "2026-10")


def test_it_says_in_five_sentences_how_the_month_went(demo: str, library: Library) -> None:
    made = digest(read(demo), library, "2026-10", date(2026, 11, 2))

    assert made is not None
    assert len(made.sentences) == 5
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in made.sentences)
    assert made.sentences[0].startswith("In the 4 weeks to 25 October, ")
    assert "(the month before, " in made.sentences[0]
    whole, *parts = (int(n.replace(",", "")) for n in re.findall(r"([\d,]+) (?:questions|with)", made.sentences[0]))
    assert whole == sum(parts), "no question is left out"
    assert "Telegram" in made.sentences[1]
    assert "no contacts" not in made.sentences[4]
    assert made.report.made_up


def test_a_month_of_which_little_is_shown_says_so_and_shows_no_nought(library: Library) -> None:
    made = digest(Counts((week(40), week(41))), library, "2026-10", date(2026, 11, 2))

    assert made is not None
    assert made.sentences[0] == "In the 2 weeks to 25 October, too few people asked anything for it to be shown."
    assert len(made.sentences) == 5
    assert not any(" 0 " in sentence or "(0" in sentence for sentence in made.sentences)


def test_a_month_without_a_release_has_no_digest(library: Library) -> None:
    assert digest(Counts(OCTOBER), library, "2026-05", date(2026, 11, 2)) is None


def test_the_command_says_it_and_refuses_what_is_no_month(
    demo: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_CONTENT", str(small_content(tmp_path)))
    said = CliRunner().invoke(main, ["digest", "--database", demo, "--month", "2026-10"])
    wrong = CliRunner().invoke(main, ["digest", "--database", demo, "--month", "October"])

    assert len(said.output.splitlines()) == 7  # the title, that it is made up, and five sentences
    assert wrong.exit_code == 2
    assert "it must be a month such as 2026-10" in wrong.output


class Wire:
    """Records the calls that are made, and fails when a test says so."""

    token = TOKEN

    def __init__(self) -> None:
        self.made: list[tuple[str, int]] = []
        self.files: list[str] = []
        self.texts: list[str] = []
        self.fault: Callable[[str, int], BaseException | None] = lambda method, number: None
        self.asking: Callable[[int], BaseException | None] = lambda number: None
        self.hangs_at: tuple[str, int] | None = None
        self.hangs = asyncio.Event()
        self.tried = self.asked = 0

    async def call(self, method: str, **fields: Any) -> None:
        """Make a call; the harmless call before it is counted separately."""
        if method == "sendChatAction":
            self.asked += 1
            await self._hang("asking", self.asked)
            if fault := self.asking(self.asked):
                raise fault
            return
        self.tried += 1
        await self._hang("sending", self.tried)
        if fault := self.fault(method, self.tried):
            raise fault
        self.made.append((method, fields["chat_id"]))
        self.texts += [fields[name] for name in ("text", "caption") if name in fields]
        self.files += [each.filename or "" for each in fields.values() if isinstance(each, InputFile)]

    async def _hang(self, doing: str, number: int) -> None:
        if self.hangs_at == (doing, number):
            self.hangs.set()
            await asyncio.Event().wait()


@pytest.fixture(name="place")
def _place(tmp_path: Path) -> str:
    return written(tmp_path / "counts.db", OCTOBER)


def process(place: str, library: Library, at: datetime = MORNING, admins: Sequence[int] = ADMINS) -> Monthly:
    """Start a process that has not looked yet."""
    return Monthly(AdminCounts(Reader(place), lambda: library, lambda: at), admins)


async def looked(place: str, library: Library, wire: Wire, at: datetime = MORNING) -> bool:
    """Let a process that has just started look once."""
    return await process(place, library, at).look(wire)


async def killed(place: str, library: Library, wire: Wire) -> None:
    """Let a process look, and end it while it waits for Telegram."""
    looking = asyncio.create_task(looked(place, library, wire))
    await asyncio.wait_for(wire.hangs.wait(), 120)
    looking.cancel()
    await asyncio.gather(looking, return_exceptions=True)


def kept(place: str) -> list[str]:
    """Return what a store has recorded as sent."""
    with contextlib.closing(sqlite3.connect(place)) as connection:
        return [task for (task,) in connection.execute("SELECT task FROM done ORDER BY task")]


async def test_each_admin_is_sent_words_a_picture_and_a_table(place: str, library: Library) -> None:
    wire = Wire()
    await looked(place, library, wire)

    assert wire.made == EVERYTHING
    assert wire.files == ["signpost-2026-10.png", "signpost-2026-10.csv"] * 2
    assert wire.texts[0].startswith("Signpost in October 2026\n\nIn the 4 weeks to 25 October, 160 questions")


async def test_made_up_numbers_are_said_to_be_so(demo: str, library: Library, tmp_path: Path) -> None:
    shutil.copy(demo, tmp_path / "demo.db")
    wire = Wire()
    await looked(str(tmp_path / "demo.db"), library, wire)

    assert wire.texts
    assert all(MADE_UP_NOTICE in words for words in wire.texts)


async def test_it_is_sent_once_whatever_starts_again(place: str, library: Library) -> None:
    first, second = Wire(), Wire()
    await looked(place, library, first)
    await looked(place, library, second, MORNING + timedelta(days=3))

    assert first.made
    assert second.made == []


async def test_two_processes_side_by_side_send_one(place: str, library: Library) -> None:
    wires = Wire(), Wire()
    await asyncio.gather(*(looked(place, library, wire) for wire in wires))

    assert sorted(bool(wire.made) for wire in wires) == [False, True]


async def test_before_nine_nothing_is_sent_and_after_an_outage_it_is_caught_up(place: str, library: Library) -> None:
    early, late = Wire(), Wire()
    await looked(place, library, early, MORNING - timedelta(hours=2))
    await looked(place, library, late, MORNING + timedelta(days=20))

    assert early.made == []
    assert ("sendMessage", ADMINS[0]) in late.made


@pytest.mark.parametrize("fault", [RetryAfter(0), NotConnected("no connection")])
async def test_what_surely_did_not_arrive_is_sent_at_the_next_look(
    place: str, library: Library, fault: BaseException
) -> None:
    wire = Wire()
    wire.fault = lambda method, number: fault if number in (1, 5) else None
    looks = [await looked(place, library, wire) for _ in range(3)]

    assert looks == [False, False, True]
    assert sorted(wire.made) == sorted(EVERYTHING)


@pytest.mark.parametrize("fault", [TimedOut(), NetworkError("Bad Gateway (502)")])
async def test_what_may_have_arrived_is_not_sent_twice(place: str, library: Library, fault: BaseException) -> None:
    wire = Wire()
    wire.fault = lambda method, number: fault if number == 1 else None
    looks = [await looked(place, library, wire) for _ in range(2)]

    assert looks == [True, True]
    assert wire.made == EVERYTHING[1:]


@pytest.mark.parametrize(
    "fault",
    [
        TimedOut(),
        *(
            pytest.param(fault, marks=pytest.mark.soak)
            for fault in (NetworkError("Bad Gateway (502)"), NotConnected("no connection"), RetryAfter(60))
        ),
    ],
)
async def test_while_telegram_answers_nobody_nothing_is_begun_and_nothing_lost(
    place: str, library: Library, fault: BaseException
) -> None:
    wire = Wire()
    wire.asking = lambda number: fault if number < 9 else None
    looks = [await looked(place, library, wire) for _ in range(4)]
    before = list(wire.made)
    later = await looked(place, library, wire, MORNING + timedelta(days=2))

    assert (looks, before) == ([False] * 4, [])
    assert later
    assert wire.made == EVERYTHING


@pytest.mark.soak
@pytest.mark.parametrize("call", range(1, 7))
async def test_killed_in_any_call_the_next_process_sends_all_but_that_one(
    place: str, library: Library, call: int
) -> None:
    first, second = Wire(), Wire()
    first.hangs_at = ("sending", call)
    await killed(place, library, first)
    await looked(place, library, second, MORNING + timedelta(days=1))

    assert first.made == EVERYTHING[: call - 1]
    assert second.made == EVERYTHING[call:]


@pytest.mark.parametrize("call", [1, 4, 6])
async def test_killed_before_a_call_the_next_process_sends_that_one_too(
    place: str, library: Library, call: int
) -> None:
    first, second = Wire(), Wire()
    first.hangs_at = ("asking", call)
    await killed(place, library, first)
    await looked(place, library, second)

    assert first.made + second.made == EVERYTHING


async def test_what_is_kept_meanwhile_names_nobody_and_is_gone_when_all_is_sent(place: str, library: Library) -> None:
    first, second = Wire(), Wire()
    first.hangs_at = ("sending", 3)
    await killed(place, library, first)
    during, marks = held(place), kept(place)
    await looked(place, library, second)
    afterwards = held(place)

    assert len(marks) == 3
    assert all(re.fullmatch("digest 2026-10 [0-9a-f]{16}", each) for each in marks)
    assert not any(form in during + afterwards for admin in ADMINS for form in traces_of(admin))
    assert kept(place) == ["digest 2026-10"]
    assert not any(each.rpartition(" ")[2].encode() in afterwards for each in marks)


def held(place: str) -> bytes:
    """Return every byte of a file."""
    return Path(place).read_bytes()


def traces_of(admin: int) -> Iterator[bytes]:
    """Return a number and its hashes in the forms that somebody without the token could write down."""
    number = str(admin).encode()
    yield number
    for name in ("md5", "sha1", "sha256", "blake2b"):
        yield hashlib.new(name, number).hexdigest()[:16].encode()
    for method in METHODS:
        yield hashlib.blake2b(f"{admin} {method}".encode(), digest_size=8).hexdigest().encode()


async def test_an_admin_who_never_wrote_to_the_bot_keeps_nobody_else_from_theirs(place: str, library: Library) -> None:
    wire = Wire()
    wire.asking = lambda number: BadRequest("chat not found") if number == 1 else None
    looks = [await looked(place, library, wire) for _ in range(2)]

    assert looks == [True, True]
    assert wire.made == EVERYTHING[3:]
    assert wire.asked == 4


async def test_an_admin_who_has_blocked_the_bot_is_not_asked_at_every_look(place: str, library: Library) -> None:
    wire = Wire()
    wire.asking = lambda number: Forbidden("bot was blocked") if number == 1 else TimedOut() if number < 5 else None
    looks = [await looked(place, library, wire) for _ in range(4)]

    assert looks == [False, False, False, True]
    assert wire.made == EVERYTHING[3:]


async def test_a_picture_that_telegram_refuses_keeps_nobody_from_the_table(place: str, library: Library) -> None:
    wire = Wire()
    wire.fault = lambda method, number: BadRequest("PHOTO_INVALID_DIMENSIONS") if method == "sendPhoto" else None
    await looked(place, library, wire)

    assert wire.made == [call for call in EVERYTHING if call[0] != "sendPhoto"]


async def test_whoever_becomes_an_admin_later_is_not_sent_what_is_done(place: str, library: Library) -> None:
    wire, new = Wire(), Wire()
    await looked(place, library, wire)
    await process(place, library, MORNING + timedelta(days=9), (1, *ADMINS)).look(new)

    assert new.asked == 0


async def test_a_month_that_an_older_signpost_sent_is_not_sent_again(place: str, library: Library) -> None:
    store = opened(place)
    store.claim("digest 2026-10")
    store.close()
    wire = Wire()

    assert await looked(place, library, wire)
    assert wire.asked == 0


async def test_a_store_that_is_gone_meanwhile_is_tried_again(
    place: str, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    wire = Wire()
    with monkeypatch.context() as patched:
        patched.setattr(digest_sender, "opened", lambda place: (_ for _ in ()).throw(StoreError("OperationalError")))
        assert not await looked(place, library, wire)
    await looked(place, library, wire)

    assert wire.made == EVERYTHING


async def test_without_pillow_the_words_have_bars_and_there_is_no_picture(
    place: str, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    wire = Wire()
    await looked(place, library, wire)

    assert {method for method, _ in wire.made} == {"sendMessage", "sendDocument"}
    assert "█" in wire.texts[0]


async def test_files_reach_telegram_as_a_form_and_all_else_as_json() -> None:
    heard: list[tuple[str, dict[str, object]]] = []

    async def answer(request: web.Request) -> web.Response:
        if request.content_type == "application/json":
            heard.append((request.path, await request.json()))
        else:
            form = await request.post()
            heard.append((request.path, {name: _read(value) for name, value in form.items()}))
        return web.json_response({"ok": True, "result": True})

    server = TestServer(web.Application())
    server.app.router.add_post("/{path:.*}", answer)
    await server.start_server()
    bot = bots(TOKEN, str(server.make_url("")))
    await bot.call("sendMessage", chat_id=1, text="words")
    await bot.call("sendDocument", chat_id=1, document=InputFile(b"a,b\n", filename="month.csv"))
    await bot.request.shutdown()
    await server.close()

    assert [path.rpartition("/")[2] for path, _ in heard] == ["sendMessage", "sendDocument"]
    assert heard[0][1] == {"chat_id": 1, "text": "words"}
    assert heard[1][1]["chat_id"] == "1"
    assert ("month.csv", b"a,b\n") in heard[1][1].values()


def _read(value: object) -> object:
    return (value.filename, value.file.read()) if isinstance(value, web.FileField) else value


async def test_where_nothing_is_counted_nothing_is_sent(library: Library, tmp_path: Path) -> None:
    wire = Wire()
    for place in ("none", str(tmp_path / "counts.db")):
        await looked(place, library, wire)

    assert wire.tried == 0
    assert read(str(tmp_path / "counts.db")).trouble == "none"


def test_the_numbers_are_those_of_the_weeks_alone(library: Library) -> None:
    block = Release("2026-B10", 10, 1, {Cell("word", "childcare"): 25}, most=25)  # 28 September to 25 October
    made = digest(Counts((*OCTOBER, week(44, question__answer=500), block)), library, "2026-10", date(2026, 11, 2))

    assert made is not None
    assert "160 questions" in made.sentences[0]
    assert "“childcare” (25 or more)" in made.sentences[3]
