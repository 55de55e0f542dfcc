"""More than 10,000 planted names, phones and chat ids go through every channel; no byte of them is found afterwards.

Most go through one process at its most talkative. Then the real program lives through one ending after another in the
same folders, each with planted people in the middle of it, and after each every byte on the disk is searched: plain,
as UTF-16, in base64, with percent signs, in hexadecimal, backwards, and as hashes of every single value.
"""

import base64
import contextlib
import hashlib
import http.client
import json
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import urllib.parse
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from bot.counts.sqlite import SqliteStore
from tests.made_up import owed, written
from tests.planted import PEOPLE, Person, traces
from tests.planted_in_process import updates
from tests.postgres import MEMORY, WHY_NOT, programs, server
from tests.program.test_silence import POISON
from tests.real_content import prepared_of
from tests.small_content import small_content
from tests.web import FORM
from tests.wire import REPOSITORY, SECRET, Fault, Program, Telegram, free_port, signpost, telegram, webhook

LIVE = 12  # people in each life of the real program
SHM = Path("/dev/shm")  # noqa: S108 - where the program keeps marks for the next one

# As test_silence.py plants its faults; if it is told to, also a disk on which no file may grow any more.
# Core dumps are allowed before it starts, as on a machine that writes them.
FULL = """
import contextlib, os, resource, signal
with contextlib.suppress(OSError, ValueError):
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
if "PLANTED_FULL" in os.environ:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, 16_384))
"""


@pytest.fixture(name="folder", scope="module")
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="planted-") as name:
        folder = Path(name)
        small_content(folder / "content")
        shutil.copy(REPOSITORY / "guidance" / "messages.yaml", folder / "content" / "guidance")
        shutil.copytree(prepared_of(folder / "content"), folder / "cache")  # which is searched too
        (folder / "poison").mkdir()
        (folder / "poison" / "sitecustomize.py").write_text(FULL + POISON)
        (folder / "state").mkdir()
        yield folder


@pytest.fixture(name="wire")
def _wire() -> Iterator[Telegram]:
    with telegram() as wire:
        yield wire


def assert_nothing(folder: Path) -> None:
    """Check that the folder, and what is left in shared memory, has no trace of anybody."""
    assert traces(folder) == []
    with tempfile.TemporaryDirectory() as copies:
        for path in SHM.glob("signpost-*"):
            with contextlib.suppress(OSError):
                shutil.copy(path, copies)
        assert traces(Path(copies)) == []


# The search itself


@pytest.mark.soak
@pytest.mark.parametrize(
    "written",
    [
        *(pytest.param(lambda p, n=n: p.values[n].encode(), id=f"plain {n}") for n in range(3)),
        *(pytest.param(lambda p, n=n: p.values[n].encode("utf-16"), id=f"utf-16 {n}") for n in range(3)),
        *(
            pytest.param(lambda p, n=n: base64.b64encode(b"x" * n + p.name.encode()), id=f"base64 {n}")
            for n in range(3)
        ),
        pytest.param(lambda p: base64.b64encode(f"chat {p.chat}".encode()), id="base64 of a chat"),
        pytest.param(lambda p: base64.b64encode(f"ring {p.phone} now".encode()), id="base64 of a phone"),
        pytest.param(lambda p: urllib.parse.quote(p.name).encode(), id="percent"),
        pytest.param(lambda p: p.name.encode().hex().encode(), id="hexadecimal"),
        pytest.param(lambda p: p.phone.encode()[::-1], id="backwards"),
        pytest.param(lambda p: struct.pack("<q", p.chat), id="a number in bytes"),
        pytest.param(lambda p: hashlib.sha256(p.name.encode()).digest(), id="a hash of a name"),
        pytest.param(lambda p: hashlib.md5(p.phone.encode()).hexdigest().encode(), id="a hash of a phone"),  # noqa: S324
        pytest.param(lambda p: hashlib.blake2b(str(p.chat).encode(), digest_size=16).digest(), id="a hash of a chat"),
        pytest.param(lambda p: base64.b64encode(hashlib.sha1(str(p.chat).encode()).digest()), id="base64 of a hash"),  # noqa: S324
    ],
)
def test_the_search_finds_one_value_of_anybody_in_any_form(tmp_path: Path, written: Callable[[Person], bytes]) -> None:
    for at, number in enumerate((0, 1234, PEOPLE - 1)):
        (tmp_path / f"{at}").write_bytes(b"\0\1before" + b"-" * at + written(Person(number)) + b"after")

    assert len(traces(tmp_path)) == 3


@pytest.mark.soak
def test_the_search_finds_what_sqlite_has_only_let_go_of(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / "plain.db")) as plain:
        plain.execute("PRAGMA secure_delete = OFF")
        plain.execute("CREATE TABLE people (name TEXT)")
        plain.execute("INSERT INTO people VALUES (?)", (Person(7).name,))
        plain.commit()
        plain.execute("DELETE FROM people")
        plain.commit()

    assert traces(tmp_path) != []


def test_the_search_finds_nothing_where_there_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(bytes(range(256)) * 400 + b"Mairead 07700900461 812736")

    assert traces(tmp_path) == []


# Everybody through every channel of one process


def in_one_process(folder: Path, database: str = "", channels: str = "telegram page terminal") -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.planted_in_process", str(folder), channels, database],
        cwd=REPOSITORY,
        check=True,
        capture_output=True,
        text=True,
    )
    assert ran.stderr == ""
    return ran.stdout.strip()


@pytest.mark.soak
def test_everybody_through_every_channel_leaves_nothing(folder: Path) -> None:
    assert in_one_process(folder) == "counting"

    assert_nothing(folder)
    assert (folder / "state" / "counts.db").stat().st_size > 0
    assert "BadRequest at " in (folder / "log.txt").read_text(), "refusals in words of theirs were met"


@pytest.mark.soak
@pytest.mark.skipif(programs() is None, reason=WHY_NOT)
def test_everybody_counted_in_postgresql_leaves_nothing_in_its_tables_and_its_log(folder: Path) -> None:
    with server() as address:
        assert in_one_process(folder, address % "postgres", "telegram") == "counting"
        with psycopg.connect(address % "postgres", autocommit=True) as connection:
            counted = connection.execute("SELECT sum(people) FROM signpost_counts").fetchone()
            connection.execute("CHECKPOINT")
        assert counted is not None
        assert counted[0] > 0
        data = Path(address.partition("host=")[2])
        assert_nothing(data)


# One ending after the other


@contextlib.contextmanager
def life(folder: Path, wire: Telegram, name: str, **settings: str) -> Iterator[tuple[Program, int]]:
    """Run the real program once more in the same folders, with planted people asking until it ends."""
    port = free_port()
    given = {
        "PYTHONPATH": f"{folder / 'poison'}:{REPOSITORY}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "SIGNPOST_LOG_LEVEL": "DEBUG",
        "SIGNPOST_STATE": str(folder / "state"),
        "SIGNPOST_CACHE": str(folder / "cache"),
        "SIGNPOST_ENCODER": "no",
        "SIGNPOST_TAKE_OVER": "yes",  # each run has another port, and a killed one leaves its address behind
        **settings,
    }
    content = folder / "content"
    with signpost(folder / name, ["serve"], **webhook(wire, port, content, **given)) as program:
        program.until_ready()
        yield program, port
    assert_nothing(folder)


def live(port: int, first: int, trap: str = "") -> None:
    """Let planted people write through the webhook and on the page."""
    for person in map(Person, range(first, first + LIVE)):
        for number, update in enumerate(updates(person, person.number + 1)):
            if trap and "text" in update.get("message", {}):
                update["message"]["text"] = f"{trap} {update['message']['text']}"
            send(port, "/telegram", json.dumps({"update_id": first * 100 + person.number * 10 + number, **update}))
        words = urllib.parse.urlencode({"question": f"{trap} {person.name} {person.phone}", "after": str(person.chat)})
        send(port, "/ask", words)


def send(port: int, path: str, body: str) -> None:
    """Post to the program, which may end meanwhile."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": FORM}
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    with contextlib.suppress(OSError, http.client.HTTPException):
        client.request("POST", path, body, headers)
        client.getresponse().read()
    client.close()


@pytest.mark.soak
@pytest.mark.parametrize(
    "how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL, signal.SIGABRT], ids=lambda how: how.name
)
def test_ended_by_a_signal_with_answers_under_way(folder: Path, wire: Telegram, how: signal.Signals) -> None:
    with life(folder, wire, how.name) as (program, port):
        live(port, 100 + how)
        wire.emulator.fault = lambda call: Fault(before=0.3) if call.method == "sendMessage" else None
        waiting = subprocess.Popen([sys.executable, "-c", _one_more(port, Person(900 + how))], cwd=REPOSITORY)
        wire.until(lambda: any(call.chat == Person(900 + how).chat for call in wire.made("sendMessage")))
        program.process.send_signal(how)

        assert program.ends() == (0 if how in (signal.SIGTERM, signal.SIGINT) else -how)
        waiting.wait(20)
    assert [path for path in folder.rglob("core*") if path.is_file()] == [], "no memory of it is written to a file"


def _one_more(port: int, person: Person) -> str:
    """Return a program that lets one more person write, who is answered when the signal comes."""
    update = {"update_id": 10**6 + person.number, **next(updates(person, 5))}
    return f"from tests.program.test_planted import send; send({port}, '/telegram', {json.dumps(json.dumps(update))})"


@pytest.mark.soak
@pytest.mark.parametrize(
    "trap", ["poison-turn", "poison-loop", "poison-thread", "poison-log", "poison-crash", "poison-read"]
)
def test_exceptions_that_carry_the_words(folder: Path, wire: Telegram, trap: str) -> None:
    with life(folder, wire, trap) as (program, port):
        live(port, 300, trap)

        assert program.stop() == 0
        assert "error " in program.err


@pytest.mark.soak
def test_a_disk_on_which_nothing_can_be_written_any_more(folder: Path, wire: Telegram) -> None:
    state = folder / "no room"
    state.mkdir()
    with life(folder, wire, "full", PLANTED_FULL="yes", SIGNPOST_STATE=str(state)) as (program, port):
        live(port, 400)
        wire.until(lambda: wire.shown(Person(400).chat))

        assert program.stop() == 0
        assert "counts wait in memory" in program.err


@pytest.mark.soak
def test_content_saved_meanwhile_well_and_badly(folder: Path, wire: Telegram) -> None:
    vocabulary = folder / "content" / "guidance" / "vocabulary.yaml"
    good = vocabulary.read_text()
    with life(folder, wire, "reload") as (program, port):
        vocabulary.write_text(good + "# again\n")
        live(port, 500)
        wire.until(lambda: "is live" in program.err)
        vocabulary.write_text(good + "themes: [broken\n")
        live(port, 520)
        wire.until(lambda: "is not live" in program.err)
        vocabulary.write_text(good)

        assert program.stop() == 0


@pytest.mark.soak
def test_a_database_that_is_lost_and_one_that_is_broken(folder: Path, wire: Telegram) -> None:
    counts = folder / "state" / "counts.db"
    with life(folder, wire, "lost") as (program, port):
        live(port, 600)
        counts.unlink(missing_ok=True)
        live(port, 620)
        assert program.stop() == 0
    counts.write_bytes(b"no database " * 400)
    with life(folder, wire, "broken") as (program, port):
        live(port, 640)
        assert program.stop() == 0
        assert "the counts are damaged" in program.err
    counts.unlink()


@pytest.mark.soak
def test_a_monthly_digest_is_killed_on_its_way_and_the_rest_is_caught_up(folder: Path, wire: Telegram) -> None:
    month, releases = owed(datetime.now(UTC))
    state = folder / "digest"
    written(state / "counts.db", releases)
    admins = [Person(number).chat for number in (800, 801)]
    given = {"SIGNPOST_STATE": str(state), "SIGNPOST_ADMINS": ",".join(map(str, admins))}

    def digests() -> list[tuple[str, int]]:
        title = f"Signpost in {datetime.fromisoformat(f'{month}-01'):%B %Y}"
        made = [c for c in list(wire.calls) if f"{c.text}{c.parameters.get('caption', '')}".startswith(title)]
        assert all(call.status == 200 for call in made if call.status), "and Telegram takes it"
        return [(call.method, call.chat) for call in made]

    wire.emulator.fault = lambda call: Fault(before=60) if call.method == "sendPhoto" else None
    with life(folder, wire, "digest killed", **given) as (program, port):
        live(port, 800)
        wire.until(lambda: ("sendPhoto", admins[0]) in digests(), 60)
        program.kill()
    wire.emulator.fault = lambda call: None
    with life(folder, wire, "digest caught up", **given) as (program, port):
        live(port, 820)
        wire.until(lambda: ("sendDocument", admins[1]) in digests(), 60)
        assert program.stop() == 0

    methods = ("sendMessage", "sendPhoto", "sendDocument")
    assert digests() == [(method, admin) for admin in admins for method in methods], "each once, and none left out"
    with contextlib.closing(sqlite3.connect(state / "counts.db")) as kept:
        assert kept.execute("SELECT task FROM done").fetchall() == [(f"digest {month}",)]


@pytest.mark.soak
def test_reports_exports_backups_and_a_migration(folder: Path, wire: Telegram) -> None:
    with life(folder, wire, "reported") as (program, port):
        live(port, 700)
        assert program.stop() == 0
    written, counts = folder / "written", folder / "state" / "counts.db"
    written.mkdir()
    commands = {
        "stats": ["stats", "--format", "html"],
        "digest": ["digest", "--month", "2026-10"],
        "export": ["export", "counts"],
        "inventory": ["inventory"],
    }
    for name, arguments in commands.items():
        settings = {f"SIGNPOST_{part.upper()}": str(folder / part) for part in ("state", "content", "cache")}
        with signpost(folder / name, arguments, **settings) as program:
            assert program.ends() in (0, 2), program.err
            shutil.copy(program.folder / "stdout", written / name)
    with (
        contextlib.closing(sqlite3.connect(counts)) as source,
        contextlib.closing(sqlite3.connect(written / "b")) as to,
    ):
        source.backup(to)
    shutil.copy(counts, written / "copied.db")
    SqliteStore(written / "copied.db", {1: ["ALTER TABLE done ADD COLUMN more TEXT"]}, 2).close()

    assert (written / "export").read_text().startswith("span,period,")
    assert_nothing(folder)
