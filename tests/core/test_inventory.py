"""The list of all that is held is compared with the running system: its tables, files, log, answers and connections.

Whatever is found there and is not in the list fails, and so does what is in the list and cannot be found.
"""

import ast
import http.client
import json
import re
import sqlite3
import time
import urllib.parse
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import psycopg
import pytest
from click.testing import CliRunner
from starlette.datastructures import Headers
from starlette.routing import Route

import bot
from bot.__main__ import main
from bot.channels.admin import AdminCounts
from bot.channels.error_handler import log, set_up_logging
from bot.channels.talk import Talk
from bot.channels.telegram.webhook import SECRET_HEADER, Webhook
from bot.channels.web import admin_page
from bot.channels.web.app import app
from bot.channels.web.monitoring import metrics
from bot.channels.web.requests import Clients
from bot.core import inventory
from bot.counts.postgres import PostgresStore
from bot.counts.sqlite import SqliteStore
from bot.counts.store import DamagedStoreError, StoreError
from bot.reports.released_counts import Reader
from bot.service.settings import TELEGRAM, settings
from bot.state.address_keys import AddressKeys, in_database
from bot.state.admin_records import AdminRecords
from bot.state.secret import Secret
from bot.state.shared_place import SharedPlace
from bot.state.switch_place import alone
from bot.state.switchboard import Switchboard
from tests.channels.web.test_monitoring import HEALTH
from tests.conftest import NOW
from tests.line import Line, intake
from tests.made_up import owed, written
from tests.parsed import nodes, tree
from tests.postgres import new_database
from tests.small_content import small_content
from tests.web import DANGER, FORM, Html, kinds, served
from tests.wire import REPOSITORY, SECRET, free_port, message, signpost, telegram, webhook

PACKAGE = Path(bot.__file__).parent
ADMIN = 4711

# Written into the program before it starts: records what it opens for writing, and the hosts it calls.
WATCHING = """
import os, sys

_told = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def watch(event, arguments):
    if event == "open" and arguments[2] & _WRITES and isinstance(arguments[0], (str, bytes, os.PathLike)):
        told = f"file {os.fsdecode(arguments[0])}"
    elif event == "sqlite3.connect":
        told = f"file {os.fsdecode(arguments[0])}"
    elif event == "socket.connect":
        told = f"connect {arguments[1]}"
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        told = f"name {arguments[0]}"
    else:
        return
    os.write(_told, (told + "\\n").encode())


sys.addaudithook(watch)
"""


def unlisted(kind: str, found: Iterable[str]) -> set[str]:
    """Return what is found but not in the list."""
    return {each for each in found if not any(fnmatch(each, name) for name in inventory.named(kind))}


@dataclass
class Run:
    """What a real run was seen to do."""

    files: set[str] = field(default_factory=set)
    called: set[str] = field(default_factory=set)
    telegram: int = 0
    said: list[dict[str, str]] = field(default_factory=list)
    health: set[str] = field(default_factory=set)


@pytest.fixture(name="run", scope="module")
def _run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Serve the page and the webhook, and let people, an admin and an editor do what they do."""
    folder = tmp_path_factory.mktemp("watched")
    content = small_content(folder / "content")
    (folder / "sitecustomize.py").write_text(WATCHING)
    port, run = free_port(), Run()
    watched = {
        "PYTHONPATH": f"{folder}:{REPOSITORY}",
        "PYTHONDONTWRITEBYTECODE": "1",
        "WATCHED": str(folder / "watched.txt"),
        "SIGNPOST_LOG_LEVEL": "DEBUG",
        "SIGNPOST_STATE": str(folder / "state"),
        "SIGNPOST_ADMINS": str(ADMIN),
    }
    (folder / "state").mkdir()
    written(folder / "state" / "counts.db", owed(datetime.now(UTC))[1])
    with telegram() as wire, signpost(folder / "run", ["serve"], **webhook(wire, port, content, **watched)) as program:
        program.until_ready()
        for number, text in enumerate(("/start", "hello there", "/pause bed-tonight 2026-12-10 it is wrong"), 1):
            _deliver(port, {"update_id": number, **message(ADMIN, number, text=text)})
        _get(port, "/ask", f"question={urllib.parse.quote(DANGER)}")
        _until(lambda: json.loads(_get(port, "/healthz"))["encoder"] != "getting ready")
        _until(lambda: wire.made("sendDocument"))
        with (content / "guidance/vocabulary.yaml").open("a") as vocabulary:
            vocabulary.write("# saved again\n")
        _until(lambda: "is live" in program.err)
        run.health = {*json.loads(_get(port, "/healthz")), *json.loads(_get(port, "/readyz"))}
        listed = [path for path in folder.rglob("*") if path.is_file() and not path.is_relative_to(content)]
        assert program.stop() == 0
        run.telegram, run.said = wire.port, program.log
    ours = {"stdout", "stderr", "watched.txt", "sitecustomize.py"}
    told = [line.partition(" ") for line in (folder / "watched.txt").read_text().splitlines()]
    opened = [Path(what) for kind, _, what in told if kind == "file"] + listed
    run.files = {
        _called(path)
        for path in opened
        if path.name not in ours and path.suffix != ".pyc" and path != Path("/dev/null")
    }
    run.called = {f"{kind} {what}" for kind, _, what in told if kind != "file"}
    return run


def _called(path: Path) -> str:
    return str(path) if path.is_relative_to("/dev/shm") else path.name  # noqa: S108 - what is looked for


def _until(happened: Any, seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)


def _deliver(port: int, update: dict[str, Any]) -> None:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("POST", "/telegram", json.dumps(update), {SECRET_HEADER: SECRET})
    assert client.getresponse().status == 200
    client.close()


def _get(port: int, path: str, posted: str = "") -> bytes:
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("POST" if posted else "GET", path, posted or None, {"Content-Type": FORM} if posted else {})
    body = client.getresponse().read()
    client.close()
    return body


# Files, connections, log, health


@pytest.mark.soak
def test_every_file_that_a_run_writes_is_listed(run: Run) -> None:
    assert unlisted("file", run.files) == set()
    for name in (
        "counts.db",
        "counts.db-digest",
        "switches.json",
        "switches-copy.json",
        "switches.lock",
        "last-good-content.zip",
    ):
        assert name in run.files, "the run did what writes it, or nothing was tried"
    assert any(fnmatch(each, "/dev/shm/signpost-*") for each in run.files) or not Path("/dev/shm").is_dir()  # noqa: S108


def test_the_files_beside_the_counts_are_listed(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "counts.db")
    store.prepare({"2026-W48": []})
    with store._transaction():
        store._connection.execute("DELETE FROM periods")
        during = {path.name for path in tmp_path.iterdir()}
    store.close()
    with suppress(StoreError):  # a new version that fails leaves what it copied
        SqliteStore(tmp_path / "counts.db", {1: ["no statement"]}, 2)
    after = {path.name for path in tmp_path.iterdir()}
    (tmp_path / "counts.db").write_bytes(b"damaged " * 1000)
    with pytest.raises(DamagedStoreError) as damaged:
        SqliteStore(tmp_path / "counts.db")
    damaged.value.set_aside()
    aside = {path.name for path in tmp_path.iterdir()} - after

    assert during == {"counts.db", "counts.db-journal"}
    assert after == {"counts.db", "counts.db.before-2"}
    assert aside == {"counts.db.damaged-1"}
    assert unlisted("file", during | after | aside) == set()


@pytest.mark.soak
def test_a_run_calls_nobody_but_telegram(run: Run) -> None:
    assert f"connect ('127.0.0.1', {run.telegram})" in run.called, "calls are seen, or nothing was tried"
    assert run.called - {f"connect ('127.0.0.1', {run.telegram})", "name 127.0.0.1"} == set()


@pytest.mark.soak
def test_every_line_of_the_log_has_the_parts_that_are_listed(run: Run) -> None:
    assert run.said
    for line in run.said:
        assert list(line) == ["time", "level", "said"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line["time"])
        assert line["level"] in ("debug", "info", "warning", "error")
        assert re.fullmatch(r"[^{}]+", line["said"])


@pytest.mark.soak
def test_what_health_and_readiness_say_is_listed(run: Run) -> None:
    assert run.health == inventory.named("health")


# What fills the blanks of a log line: its name in the code, and its name in the list.
BLANKS = {
    "wait": "seconds",
    "', '.join(changed)": "setting",
    "error.message": "state of a part",
    "self._pause": "seconds",
    "len(waiting)": "how many",
    "len(faults) - MOST_LOGGED": "how many",
    "type(error).__name__": "kind of error",
    "place": "place in the code",
    "self._now.id": "content id",
    "_counted(faults)": "how many",
    "instead": "state of a part",
    "fault": "fault in the content",
    "error": "state of a part",
    "code": "how many",
    "why": "state of a part",
    "why.why": "state of a part",
    "said": "state of a part",
    "self._refusal": "state of a part",
    "status": "state of a part",
    "wrong": "state of a part",
    "__version__": "version",
    "way": "version",
    "content": "content id",
    "told": "setting",
    "name": "setting",
    "meant": "setting",
    "f'; did you mean {meant}?' if meant else ''": "setting",
    "ended": "state of a part",
    "number": "which admin",
    "len(self.admins)": "which admin",
    "order.name": "what is off",
    "each.thing": "what is off",
    "each.id": "what is off",
    "each.state": "what is off",
    "each.until": "what is off",
    "thing": "what is off",
    "id": "what is off",
}
_WRITES_LINES = {"debug", "info", "warning", "error", "critical", "exception", "log", "_warn", "_inform"}


def _logged() -> Iterator[tuple[str, str]]:
    """Yield what every call that writes a log line puts into it, with its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in nodes(tree(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            of_log = isinstance(node.func.value, ast.Name) and node.func.value.id in ("log", "logging")
            if node.func.attr in _WRITES_LINES and (of_log or node.func.attr in ("_warn", "_inform")):
                formatted = [v.value for a in node.args for v in ast.walk(a) if isinstance(v, ast.FormattedValue)]
                for value in (*node.args[1:], *formatted):
                    yield ast.unparse(value), path.relative_to(PACKAGE).as_posix()


def test_whatever_may_stand_in_a_log_line_is_listed() -> None:
    found = list(_logged())

    assert [each for each in found if each[0] not in BLANKS] == []
    assert {BLANKS[what] for what, _ in found} | {"time", "level"} == inventory.named("log")
    assert set(BLANKS) == {what for what, _ in found}, "what is no longer logged is no longer told of"


def test_a_log_record_gives_nothing_but_its_time_its_level_and_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    import logging
    import sys

    kept = logging.getLogger().handlers[:], logging.getLogger().level, sys.excepthook, sys.unraisablehook
    try:
        set_up_logging("DEBUG", sys.stderr)
        log.error("words", extra={"planted": "planted-extra"}, exc_info=ValueError("planted-error"), stack_info=True)
        said = capsys.readouterr().err
    finally:
        logging.getLogger().handlers[:], sys.excepthook, sys.unraisablehook = kept[0], kept[2], kept[3]
        logging.getLogger().setLevel(kept[1])
        logging.captureWarnings(capture=False)

    assert {**json.loads(said), "time": ""} == {"time": "", "level": "error", "said": "words"}


# Tables


def _of_sqlite(folder: Path) -> Iterator[str]:
    SqliteStore(folder / "counts.db").close()
    AdminRecords(folder / "admins.db").acts()
    for name in ("counts.db", "admins.db"):
        with sqlite3.connect(folder / name) as connection:
            tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
                yield from (f"{table.removeprefix('signpost_')}.{row[1]}" for row in columns)
        connection.close()


def test_every_table_and_column_of_sqlite_is_listed(tmp_path: Path) -> None:
    found = set(_of_sqlite(tmp_path))

    assert found == {
        name
        for name in inventory.named("table")
        if not name.startswith(("version.", "switches.", "serving.", "address_keys."))
    }


def test_every_table_and_column_of_postgresql_is_listed(postgres_server: str, tmp_path: Path) -> None:
    database = new_database(postgres_server)
    PostgresStore(database).close()
    AdminRecords(database).acts()
    AddressKeys(lambda: NOW, in_database(database))
    with alone(tmp_path / "switches.json"), SharedPlace(database, tmp_path / "switches.json")._connected():
        pass
    with psycopg.connect(database) as connection:
        rows = connection.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
        ).fetchall()
    found = {f"{table.removeprefix('signpost_')}.{column}" for table, column in rows}

    assert found == inventory.named("table") - {"counts.number", "counted.number"}


# The page


def _asked(address: str, talk: Talk) -> Iterator[httpx.Response]:
    """Ask for every kind of page there is, rightly and wrongly."""
    with httpx.Client(base_url=address, timeout=60) as browser:
        for path in kinds(talk).values():
            yield browser.post("/ask", data={"question": path[1:]}) if path.startswith("?") else browser.get(path)
        for path in (
            "/signpost.css",
            "/signpost.svg",
            "/kept",
            "/worker.js",
            "/notes.webmanifest",
            "/healthz",
            "/readyz",
            "/metrics",
            "/mydata",
        ):
            yield browser.get(path)
        forgotten = next(h for h in Html(browser.get("/mydata").text).hrefs() if h.endswith("j----"))
        yield browser.get(forgotten)
        yield browser.get("/card/rape-crisis-scotland-helpline.vcf")
        yield browser.get("/card/rape-crisis-scotland-helpline")
        first = browser.get("/api/oruk")
        yield from (first, browser.get("/api/oruk", headers={"If-None-Match": first.headers["etag"]}))
        yield from (browser.options("/api/oruk"), browser.get("/api/oruk/services?x=1"), browser.post("/api/oruk"))
        yield from (browser.put("/ask"), browser.post("/ask", content="x"), browser.head("/"))
        yield from (browser.get("/admin"), browser.post("/admin", data={"secret": "wrong"}))
        yield browser.post("/admin", data={"secret": SECRET})
        yield from (browser.get(path) for path in ("/admin", "/admin/report", "/admin/table.csv", "/admin/feed.json"))
        yield browser.post("/admin/leave")
        yield browser.post("/telegram", content="{}", headers={SECRET_HEADER: SECRET})
        yield browser.post("/ask", data={"question": "x" * 200_000})


@dataclass
class Asked:
    """The answers of the page, and which headers of requests anybody looked at."""

    answers: list[httpx.Response]
    read: set[str]


@pytest.fixture(name="asked", scope="module")
def _asked_once(talk: Talk, demo: str, tmp_path_factory: pytest.TempPathFactory) -> Asked:
    read: set[str] = set()
    own = Headers.__getitem__, Headers.__contains__, Headers.getlist

    def noted(number: int) -> Any:
        def look(self: Headers, key: Any) -> Any:
            read.add(str(key).lower())
            return own[number](self, key)

        return look

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Headers, "__getitem__", noted(0))
        patch.setattr(Headers, "__contains__", noted(1))
        patch.setattr(Headers, "getlist", noted(2))
        hook = Route("/telegram", Webhook(intake(Line(), talk), Secret(SECRET), talk.danger), methods=["POST"])
        records = AdminRecords(tmp_path_factory.mktemp("admins") / "admins.db", Secret(SECRET))
        guide, folder = talk.guide(), tmp_path_factory.mktemp("switches")
        assert guide is not None
        counts = AdminCounts(Reader(demo), lambda: guide.library, talk.clock)
        board = Switchboard(folder / "switches.json")
        behind = admin_page.routes(admin_page.AdminSite(Secret(SECRET), counts, records, board, Secret(SECRET)))
        clients = Clients(settings().proxy_networks)
        with served(app(talk, health=lambda: HEALTH, clients=clients, extra=[hook, *behind])) as address:
            answers = list(_asked(address, talk))
    return Asked(answers, read)


def test_no_answer_sets_a_cookie_but_to_admins_who_sign_in_or_out(asked: Asked) -> None:
    setting = [each for each in asked.answers if "set-cookie" in each.headers]

    assert {each.headers["set-cookie"].partition("=")[0] for each in setting} == {"signpost-admin"}
    assert "signpost-admin" in inventory.named("device")
    assert [(each.url.path, each.request.method) for each in setting] == [("/admin", "POST"), ("/admin/leave", "POST")]


def test_every_header_of_an_answer_is_listed(asked: Asked) -> None:
    assert {name for each in asked.answers for name in each.headers} == inventory.named("sent")


def test_every_header_of_a_request_that_is_read_is_listed(asked: Asked) -> None:
    answered = inventory.named("sent")  # the framework looks at its own answers by the same class
    assert asked.read - answered <= inventory.named("read")
    assert inventory.named("read") - asked.read == set()


def test_what_a_page_sends_is_listed(asked: Asked) -> None:
    pages = [Html(each.text) for each in asked.answers if each.headers.get("content-type", "").startswith("text/html")]
    fields = {
        re.sub("^only-.+", "only-…", e.attributes["name"])
        for page in pages
        for e in page.all("input", "textarea", "select", "button")
        if "name" in e.attributes
    }
    asking = {
        name
        for page in pages
        for href in page.hrefs()
        if href.startswith("/")
        for name in urllib.parse.parse_qs(urlsplit(href).query)
    }

    scripts = "".join(path.read_text("utf-8") for path in (PACKAGE / "channels/web/static").glob("*.js"))
    posted = set(re.findall(r'type: "hidden", name: "(\w+)"', scripts))
    door = (PACKAGE / "channels/web/sealed_addresses.py").read_text("utf-8")
    posted |= set(re.findall(r'form\.get\("(\w+)"', door)) | set(re.findall(r'"(\w+)" not in form', door))
    assert fields | asking | posted == inventory.named("field")
    assert asking == {"after", "by", "format", "said", "staff", "named", "wallet", "weeks"}


def test_every_metric_is_listed() -> None:
    lines = metrics(lambda: HEALTH)().decode().splitlines()
    found = {re.split(r"[ {]", line)[0] for line in lines if not line.startswith("#")}

    assert found == inventory.named("metric")


# Which hosts can be called at all

CALLERS = {
    "channels/telegram/connection.py": "api.telegram.org",
    "channels/mail.py": "of SIGNPOST_MAIL_SERVER",
    "channels/web/admin_oidc.py": "of SIGNPOST_OIDC_ISSUER",
    "counts/postgres.py": "the host of SIGNPOST_DATABASE",
    "state/shared_place.py": "the host of SIGNPOST_DATABASE",
    "service/doctor.py": "this page's own address",
    "state/admin_records.py": "the host of SIGNPOST_DATABASE",
    "state/database.py": "the host of SIGNPOST_DATABASE",
    "editor/links/client.py": "addresses in the guidance",
    "editor/links/__init__.py": "addresses in the guidance",
    "open_data/service_import.py": "the address given",
    "open_data/http_client.py": "the address given",
}
_LISTENING = {  # they open and call this machine's own ports
    "service/serve.py",
    "service/web_server.py",
    "service/freed_memory.py",  # a pair of sockets of its own
    "editor/benchmark.py",
    "editor/benchmark_wire.py",
    "editor/process_benchmark.py",
}
_NETWORK = {
    "socket",
    "ssl",
    "aiohttp",
    "httpx",
    "psycopg",
    "dns",
    "smtplib",
    "ftplib",
    "requests",
    "urllib3",
    "websockets",
}


def _imported(path: Path) -> Iterator[str]:
    for node in nodes(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_no_other_module_can_call_anybody() -> None:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        names = set(_imported(path))
        if {name.split(".")[0] for name in names} & _NETWORK or names & {"http.client", "urllib.request"}:
            found.add(path.relative_to(PACKAGE).as_posix())

    assert found - _LISTENING == set(CALLERS)
    assert set(CALLERS.values()) == inventory.named("host")
    assert urlsplit(TELEGRAM).hostname in inventory.named("host")


_ASK = {"ClientSession", "urlopen", "HTTPConnection", "HTTPSConnection", "open_connection"}


def test_one_client_asks_all_others_over_http() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        for node in nodes(tree(path))
        if (node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")) in _ASK
    }

    assert found - _LISTENING - {"channels/telegram/connection.py"} == {"open_data/http_client.py"}


# One source, one page


def test_the_command_prints_all_of_it_on_one_page() -> None:
    printed = CliRunner().invoke(main, ["inventory"]).output

    assert printed.strip() == inventory.page()
    assert all(name in printed for held in inventory.HELD for name in (*held.names, *held.columns))
    assert all(
        held.why in printed and title in printed for held in inventory.HELD for title in inventory.KINDS.values()
    )
    assert printed.count("\n") <= 80


def test_every_kind_has_its_place_and_every_thing_a_kind_and_a_reason() -> None:
    order = [list(inventory.KINDS).index(held.kind) for held in inventory.HELD]

    assert order == sorted(order)
    assert all(held.names and held.why.endswith(".") for held in inventory.HELD)
    tables = [held for held in inventory.HELD if held.kind == "table"]
    assert tables
    assert all(held.columns for held in tables)


def test_something_that_is_not_listed_would_be_found() -> None:
    assert unlisted("file", ["counts.db", "people.csv", "counts.db-wal"]) == {"people.csv", "counts.db-wal"}
