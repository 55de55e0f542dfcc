"""Faults injected into the real program: answers go on, and within ten seconds of the end of a fault all works again.

docs/assurance/faults.md lists every fault with its test; these are the ones that no other test covers.
"""

import contextlib
import http.client
import json
import os
import re
import resource
import shutil
import signal
import socket
import sqlite3
import ssl
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bot.counts.store import opened
from tests.machine_speed import slowness
from tests.postgres import WHY_NOT, new_database, programs, server
from tests.small_content import change, small_content
from tests.web import FORM
from tests.wire import REPOSITORY, TOKEN, Program, free_port, signpost

pytestmark = pytest.mark.soak
RECOVERY = 10.0 * slowness()  # seconds within which all works again
QUICK = 5.0 * slowness()  # seconds that an answer may take during a fault
BEAT = 5.0  # seconds between two writes of the counts, where a test waits for one; usually a minute
DANGER = "he has a knife to her throat right now"


def asked(port: int, path: str, **form: str) -> str:
    """Ask for a page, or post a form, within a time limit."""
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=QUICK)
    with contextlib.closing(client):
        client.request("POST" if form else "GET", path, urlencode(form) or None, {"Content-Type": FORM} if form else {})
        return client.getresponse().read().decode()


def health(port: int) -> dict[str, str]:
    found: dict[str, str] = json.loads(asked(port, "/healthz"))
    return found


def answers(port: int) -> None:
    """Check that a question and a message that mentions danger are both answered."""
    assert "999" in asked(port, "/ask", question=DANGER)
    assert "Title" in asked(port, "/ask", question="bed tonight") or "<h1" in asked(
        port, "/ask", question="bed tonight"
    )


def within(seconds: float, happened: Callable[[], bool]) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


@contextlib.contextmanager
def serving(folder: Path, through: Sequence[str] = (), **settings: str) -> Iterator[tuple[Program, int]]:
    """Serve the page with small content, and counts and switches in a separate folder."""
    port = free_port()
    content = folder / "content"
    if not content.exists():
        small_content(content)
    given = {"SIGNPOST_PORT": str(port), "SIGNPOST_CONTENT": str(content), "SIGNPOST_STATE": str(folder / "state")}
    with signpost(folder / "run", ["serve"], through, **given, SIGNPOST_ENCODER="no", **settings) as program:
        yield program.until_ready(), port
    shutil.rmtree(folder / "run")


# The database


@pytest.mark.skipif(programs() is None, reason=WHY_NOT)
def test_the_database_goes_hangs_and_comes_back_and_every_answer_goes_out(tmp_path: Path) -> None:
    with server() as address:
        database = new_database(address)
        with serving(tmp_path, SIGNPOST_DATABASE=database) as (program, port):  # the switches are read once
            within(RECOVERY, lambda: health(port)["counts"] == "counting")
            assert program.stop() == 0
        main = int((Path(re.findall("host=(.*)", address)[0]) / "data/postmaster.pid").read_text().splitlines()[0])
        hung = [main, *_children(main)]
        for process in hung:
            _signal(process, signal.SIGSTOP)
        try:
            with serving(tmp_path, SIGNPOST_DATABASE=database) as (program, port):
                answers(port)
                within(RECOVERY, lambda: health(port)["counts"].startswith("not counting"))
                answers(port)
                for process in hung:
                    _signal(process, signal.SIGCONT)
                within(RECOVERY, lambda: health(port)["counts"] == "counting")
                answers(port)
        finally:
            for process in hung:
                _signal(process, signal.SIGCONT)


def _children(process: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False)
    return [int(each) for each in found.stdout.split()]


def _signal(process: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, number)


def test_a_file_of_counts_that_another_program_has_locked_is_used_once_it_is_free(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    opened(str(tmp_path / "state/counts.db")).close()
    with contextlib.closing(sqlite3.connect(tmp_path / "state/counts.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with serving(tmp_path) as (program, port):
            within(RECOVERY, lambda: health(port)["counts"].startswith("not counting"))
            answers(port)
            other.execute("ROLLBACK")
            within(RECOVERY, lambda: health(port)["counts"] == "counting")
            assert "counts wait in memory" in program.err


def test_a_damaged_file_of_counts_is_mended_by_the_start_and_answers_go_on(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/counts.db").write_bytes(b"not a database " * 500)
    with serving(tmp_path) as (_, port):
        within(RECOVERY, lambda: health(port)["counts"] == "counting")
        answers(port)

    assert (tmp_path / "state/counts.db.damaged-1").exists()


def test_the_folder_for_state_is_deleted_while_it_serves(tmp_path: Path) -> None:
    with serving(tmp_path) as (program, port):
        within(RECOVERY, lambda: health(port)["counts"] == "counting")
        shutil.rmtree(tmp_path / "state")
        answers(port)
        time.sleep(4)  # the switches are looked at meanwhile
        answers(port)
        assert program.process.poll() is None


# Root may write where nothing may be written, and is made to have no more rights than others.
WITHOUT_RIGHTS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def test_the_folder_for_state_becomes_read_only_while_it_serves_and_can_be_written_again(tmp_path: Path) -> None:
    state, beats = tmp_path / "state", tmp_path / "beats"
    beats.mkdir()
    (beats / "sitecustomize.py").write_text(f"from bot.counts import writer\n\nwriter.BEAT = {BEAT}\n")
    with serving(tmp_path, WITHOUT_RIGHTS, PYTHONPATH=f"{beats}:{REPOSITORY}") as (program, port):
        within(RECOVERY, lambda: health(port)["counts"] == "counting")
        state.chmod(0o555)
        for path in state.iterdir():
            path.chmod(0o444)
        try:
            answers(port)
            within(BEAT + RECOVERY, lambda: health(port)["counts"].startswith("not counting"))
            answers(port)
        finally:
            state.chmod(0o755)
            for path in state.iterdir():
                path.chmod(0o644)
        within(RECOVERY, lambda: health(port)["counts"] == "counting")
        answers(port)
        assert program.stop() == 0


def test_a_start_with_a_folder_for_state_that_cannot_be_written_answers(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(0o555)
    with serving(tmp_path, WITHOUT_RIGHTS) as (_, port):
        answers(port)
        within(RECOVERY, lambda: health(port)["counts"].startswith("not counting"))
        (tmp_path / "state").chmod(0o755)
        within(RECOVERY, lambda: health(port)["counts"] == "counting")
        answers(port)


def test_a_disk_that_fails_with_an_io_error_keeps_nobody_from_an_answer(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state/counts.db").symlink_to("/proc/self/mem")  # the system cannot read its first byte
    with serving(tmp_path) as (_, port):
        answers(port)
        within(RECOVERY, lambda: health(port)["counts"].startswith("not counting"))
        (tmp_path / "state/counts.db").unlink()
        within(RECOVERY, lambda: health(port)["counts"] == "counting")
        answers(port)


def test_memory_that_runs_out_costs_no_answer_to_danger_and_a_save_waits_for_it(tmp_path: Path) -> None:
    with serving(tmp_path) as (program, port):
        number, kind = program.process.pid, resource.RLIMIT_AS
        within(RECOVERY, lambda: health(port)["counts"] == "counting")
        before, limits = health(port)["content"], resource.prlimit(program.process.pid, kind)
        resource.prlimit(number, kind, (32 * 1024 * 1024, limits[1]))  # less than it has, and than a process needs
        for _ in range(20):
            assert "999" in asked(port, "/ask", question=DANGER)
        change(tmp_path / "content", "guidance/messages.yaml", "Words", "Other words")
        within(RECOVERY, lambda: "content" in program.err)
        assert "999" in asked(port, "/ask", question=DANGER)
        assert health(port)["content"] == before
        resource.prlimit(number, kind, limits)
        within(RECOVERY, lambda: health(port)["content"] != before)
        answers(port)
        assert program.stop() == 0


# Telegram's side of the network


def _reset(connection: socket.socket) -> None:
    connection.recv(10)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def _page_of_a_proxy(connection: socket.socket) -> None:
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<h1>Hello</h1>"[:-1])
    connection.close()


def _silence(connection: socket.socket) -> None:
    with contextlib.suppress(OSError), connection:
        while connection.recv(65536):
            pass


@contextlib.contextmanager
def listening(behaviour: Callable[[socket.socket], None]) -> Iterator[int]:
    """Listen where Telegram should be, and do this with every connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = listener.accept()
                    threading.Thread(target=behaviour, args=(connection,), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        yield listener.getsockname()[1]


@pytest.fixture(name="strange")
def _strange(tmp_path: Path) -> Callable[[socket.socket], None]:
    """Yield a server with a certificate that nobody trusts."""
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    files = str(tmp_path / "key"), str(tmp_path / "certificate")
    named = ["-subj", "/CN=localhost", "-keyout", files[0], "-out", files[1]]
    subprocess.run([*made, *named], check=True, capture_output=True)
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(files[1], files[0])

    def serve(connection: socket.socket) -> None:
        with contextlib.suppress(OSError):
            trust.wrap_socket(connection, server_side=True).close()

    return serve


def with_telegram_at(folder: Path, api: str) -> None:
    """Check that the page answers whatever is at Telegram's address, and that `/healthz` says what is wrong."""
    given = {
        "SIGNPOST_TELEGRAM_TOKEN": TOKEN,
        "SIGNPOST_TELEGRAM_API": api,
        "SIGNPOST_WEBHOOK_URL": "https://127.0.0.1/telegram",
        "SIGNPOST_WEBHOOK_SECRET": "x" * 40,
        "SIGNPOST_ALLOW_UNSIGNED": "yes",
    }
    with serving(folder, **given) as (program, port):
        answers(port)
        within(30, lambda: health(port)["telegram"] == "cannot be reached")
        answers(port)
        assert TOKEN not in program.err
        assert program.stop() == 0


@pytest.mark.parametrize(
    "behaviour", [_reset, _page_of_a_proxy, _silence], ids=["reset", "the page of a proxy", "silence"]
)
def test_where_telegram_should_be_something_else_answers(
    behaviour: Callable[[socket.socket], None], tmp_path: Path
) -> None:
    with listening(behaviour) as port:
        with_telegram_at(tmp_path, f"http://127.0.0.1:{port}")


def test_telegrams_name_cannot_be_looked_up(tmp_path: Path) -> None:
    with_telegram_at(tmp_path, "http://telegram.invalid")


def test_telegrams_certificate_is_not_to_be_trusted(strange: Callable[[socket.socket], None], tmp_path: Path) -> None:
    with listening(strange) as port:
        with_telegram_at(tmp_path, f"https://localhost:{port}")


# The program itself


def test_a_process_that_was_halted_for_a_while_answers_what_waited(tmp_path: Path) -> None:
    with serving(tmp_path) as (program, port):
        program.process.send_signal(signal.SIGSTOP)
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        with contextlib.closing(client):
            client.request("POST", "/ask", urlencode({"question": DANGER}), {"Content-Type": FORM})
            time.sleep(2)
            program.process.send_signal(signal.SIGCONT)
            assert "999" in client.getresponse().read().decode()
        answers(port)
