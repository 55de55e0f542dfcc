"""The server: clients that keep it waiting are dropped, and neither help nor monitoring waits for them."""

import asyncio
import re
import resource
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.service import web_server
from bot.service.serve import _listen
from bot.service.settings import Settings, SettingsError
from tests.small_content import small_content
from tests.web import HERE, served
from tests.wire import Program, free_port, signpost

HALF = b"GET / HTTP/1.1\r\nHost: signpost.test\r\nX-Half: "
NEIGHBOUR, OTHER = "127.0.0.2", "127.0.0.3"  # further addresses of this machine


def connected(address: str, source: str = HERE, sent: bytes = HALF) -> socket.socket:
    """Return a connection from an address of this machine, on which something was sent."""
    place = urlsplit(address)
    made = socket.create_connection((place.hostname, place.port), 60, (source, 0))
    made.sendall(sent)
    return made


def is_closed(connection: socket.socket, seconds: float = 0.0) -> bool:
    """Say whether the server has ended a connection, or does so within some seconds; what it sends is ignored."""
    connection.settimeout(seconds or 0.01)
    try:
        while connection.recv(65536):
            pass
    except TimeoutError:
        return False
    except OSError:
        return True
    return True


def all_of(connection: socket.socket) -> str:
    """Return all that the server sends until it ends the connection."""
    connection.settimeout(60)
    return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def until(happened: Callable[[], object], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.01)


def site(*routes: Route) -> Starlette:
    async def hello(request: Request) -> Response:
        return PlainTextResponse("hello")

    return Starlette(routes=[Route("/", hello), *routes])


@contextmanager
def program(folder: Path, files: int) -> Iterator[tuple[Program, str]]:
    """Run the real program with few open files allowed, and yield it with its address."""
    content, port = small_content(folder / "content"), free_port()
    given = {"SIGNPOST_CONTENT": str(content), "SIGNPOST_ENCODER": "no", "SIGNPOST_PORT": str(port)}
    with signpost(folder / "run", ["serve"], **given) as started:
        resource.prlimit(started.process.pid, resource.RLIMIT_NOFILE, (files, files))
        yield started.until_ready(), f"http://{HERE}:{port}"


def test_many_who_come_at_once_are_all_answered_before_any_is_answered_often(tmp_path: Path) -> None:
    answers = dict.fromkeys(range(48), 0)
    most: list[int] = []

    async def keeps_asking(number: int, address: str) -> None:
        place = urlsplit(address)
        reader, writer = await asyncio.open_connection(place.hostname, place.port)
        while not all(answers.values()):
            writer.write(b"GET /urgent HTTP/1.1\r\nHost: signpost.test\r\n\r\n")
            head = await reader.readuntil(b"\r\n\r\n")
            await reader.readexactly(int(re.findall(rb"(?i)content-length: (\d+)", head)[0]))
            answers[number] += 1
        most.append(answers[number])
        writer.close()

    async def all_ask(address: str) -> None:
        await asyncio.gather(*(keeps_asking(number, address) for number in answers))

    with program(tmp_path, 1024) as (_, address):
        asyncio.run(all_ask(address))

    assert len(most) == len(answers)
    assert max(most) <= 10  # as many as they are if only one newcomer is let in each time


@pytest.mark.soak
def test_a_thousand_connections_with_half_a_header_keep_nobody_from_urgent_help(tmp_path: Path) -> None:
    with program(tmp_path, 1024) as (running, address), ExitStack() as held:
        for _ in range(1005):
            held.enter_context(connected(address))
        found = {path: httpx.get(address + path, timeout=60).status_code for path in ("/urgent", "/healthz", "/")}

    assert found == {"/urgent": 200, "/healthz": 200, "/": 200}
    assert len(running.err.splitlines()) == 1


@pytest.mark.soak
def test_where_few_files_may_be_open_no_connection_fills_the_log(tmp_path: Path) -> None:
    with program(tmp_path, 256) as (running, address), ExitStack() as held:
        for _ in range(400):
            held.enter_context(connected(address))
        found = httpx.get(f"{address}/urgent", timeout=60).status_code

    assert found == 200
    assert len(running.err.splitlines()) < 20


def test_a_header_that_comes_letter_by_letter_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "PATIENCE", 0.5)
    with served(site()) as address, connected(address) as slow:
        dripped = 0
        with suppress(OSError):
            while dripped < 100 and not is_closed(slow):
                slow.sendall(b"x")
                dripped += 1
                time.sleep(0.1)

        monkeypatch.setattr(web_server, "PATIENCE", 600.0)
        assert dripped < 100
        assert httpx.get(address).text == "hello"


def test_a_body_that_comes_letter_by_letter_is_not_waited_for_where_nobody_reads_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(web_server, "PATIENCE", 0.5)
    begun = b"GET / HTTP/1.1\r\nHost: signpost.test\r\nContent-Length: 1000\r\n\r\n"
    with served(site()) as address, connected(address, sent=begun) as slow:
        dripped = 0
        with suppress(OSError):
            while dripped < 100 and not is_closed(slow):
                slow.sendall(b"x")
                dripped += 1
                time.sleep(0.1)

        assert dripped < 100


def test_whoever_does_not_read_the_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "PATIENCE", 0.5)

    async def much(request: Request) -> Response:
        return Response(b"x" * 64 * 1024 * 1024)

    with served(site(Route("/much", much))) as address:
        connection = connected(address, sent=b"GET /much HTTP/1.1\r\nHost: signpost.test\r\n\r\n")
        assert connection.recv(4) == b"HTTP"
        with connection:

            def is_over() -> bool:
                try:  # a connection that ended while much was left to send is refused further words
                    return not connection.send(b"x")
                except OSError:
                    return True

            until(is_over)


def test_one_address_may_hold_so_many_connections_and_its_longest_idle_one_gives_way(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(web_server, "MOST_FROM_ONE", 5)
    monkeypatch.setattr(web_server, "PATIENCE", 600.0)  # whatever the machine is busy with
    with served(site()) as address, ExitStack() as held:
        other = held.enter_context(connected(address, OTHER))
        many = [held.enter_context(connected(address, NEIGHBOUR)) for _ in range(8)]

        assert [is_closed(each, 10.0) for each in many[:3]] == [True] * 3
        assert [is_closed(each) for each in many[3:]] == [False] * 5
        assert not is_closed(other)


def test_a_trusted_proxy_may_hold_more_than_one_client(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "MOST_FROM_ONE", 5)
    monkeypatch.setattr(web_server, "PATIENCE", 600.0)
    with served(site(), proxies=f"{HERE},{NEIGHBOUR}") as address, ExitStack() as held:
        many = [held.enter_context(connected(address, source)) for source in (HERE, NEIGHBOUR) for _ in range(8)]
        assert httpx.get(address).text == "hello"

        assert [is_closed(each) for each in many] == [False] * 16


def test_a_proxy_may_use_an_idle_connection_again_for_longer_than_any_proxy_keeps_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(web_server, "PATIENCE", 0.5)
    monkeypatch.setattr(uvicorn, "Config", partial(uvicorn.Config, timeout_keep_alive=1))
    whole, end = GET + b"\r\n", b"hello"
    with served(site()) as address, ExitStack() as held:
        proxy, other = (held.enter_context(connected(address, source, whole)) for source in (HERE, NEIGHBOUR))

        assert is_closed(other, 10.0)
        assert not is_closed(proxy, 2.0), "nginx answers 502 to a question that it sent as the connection ended"
        proxy.sendall(whole[:20])
        time.sleep(0.1)  # its head comes in two parts, after a silence longer than a request may take
        proxy.sendall(whole[20:])
        assert proxy.recv(65536).endswith(end)
    assert web_server._KEPT_FOR_PROXY > 120


def test_nobody_who_is_being_answered_gives_way_and_one_too_many_is_told_999(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "MOST_FROM_ONE", 3)
    asked, go = [], threading.Event()

    async def patient(request: Request) -> Response:
        asked.append(1)
        await asyncio.to_thread(go.wait, 60)
        return PlainTextResponse("at last")

    with served(site(Route("/patient", patient))) as address, ExitStack() as held:
        whole = b"GET /patient HTTP/1.1\r\nHost: signpost.test\r\nConnection: close\r\n\r\n"
        first = [held.enter_context(connected(address, NEIGHBOUR, whole)) for _ in range(3)]
        until(lambda: len(asked) == 3)
        told = all_of(held.enter_context(connected(address, NEIGHBOUR, whole)))
        go.set()

        assert told.startswith("HTTP/1.1 503 ")
        assert "999" in told
        assert [all_of(each).endswith("at last") for each in first] == [True] * 3


def test_an_address_that_is_not_this_machines_is_not_called_a_port_that_is_taken() -> None:
    said = (
        r"^Nothing can listen at port 8080 on 192\.0\.2\.1 \(Cannot assign requested address\): "
        r"set SIGNPOST_PORT or SIGNPOST_HOST"
    )
    with pytest.raises(SettingsError, match=said):
        _listen(Settings(host="192.0.2.1"))


# What is not a request

GET = b"GET / HTTP/1.1\r\nHost: signpost.test\r\n"
POST = b"POST /body HTTP/1.1\r\nHost: signpost.test\r\n"


@contextmanager
def listened(heard: list[bytes]) -> Iterator[str]:
    """Serve a page that records what it is sent, and yield its address."""

    async def body(request: Request) -> Response:
        heard.append(await request.body())
        return PlainTextResponse("heard")

    with served(site(Route("/body", body, methods=["POST"]))) as address:
        yield address


@pytest.mark.parametrize(
    "sent",
    {
        "a length and chunks": POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "chunks and a length": POST + b"Transfer-Encoding: chunked\r\nContent-Length: 0\r\n\r\n0\r\n\r\n",
        "chunks in HTTP/1.0": POST.replace(b"1.1", b"1.0") + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "chunks of something else": POST + b"Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
        "chunks told of twice": POST + b"Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "two lengths": POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "two bare lines at the end": POST + b"Content-Length: 5\n\nhello",
        "a bare last line": POST + b"Content-Length: 5\r\n\nhello",
        "a bare header at the end": POST + b"Content-Length: 5\n\r\nhello",
        "a bare header": POST + b"X-One: a\nContent-Length: 5\r\n\r\nhello",
        "a bare first line": POST.replace(b"\r\n", b"\n", 1) + b"Content-Length: 5\r\n\r\nhello",
        "a bare line before it": b"\n" + POST + b"Content-Length: 5\r\n\r\nhello",
        "no host": POST.replace(b"Host", b"X-Host") + b"Content-Length: 5\r\n\r\nhello",
        "two hosts": POST + b"Host: other.test\r\nContent-Length: 5\r\n\r\nhello",
        "another version": POST.replace(b"1.1", b"2.0") + b"Content-Length: 5\r\n\r\nhello",
    }.items(),
    ids=lambda named: named[0],
)
def test_a_request_that_could_be_read_in_two_ways_is_refused_and_ends_the_connection(
    sent: tuple[str, bytes],
) -> None:
    heard: list[bytes] = []
    with listened(heard) as address, connected(address, sent=sent[1] + GET + b"\r\n") as connection:
        told = all_of(connection)

    assert told.startswith("HTTP/1.1 400 ")
    assert told.count("HTTP/1.1") == 1
    assert heard == []


def test_so_is_one_that_comes_behind_another() -> None:
    heard: list[bytes] = []
    good = POST + b"Content-Length: 5\r\n\r\nhello"
    with listened(heard) as address, connected(address, sent=good + good.replace(b"\r\n", b"\n")) as connection:
        told = all_of(connection)

    assert re.findall("HTTP/1.1 ([0-9]+)", told) == ["200", "400"]
    assert heard == [b"hello"]


@pytest.mark.parametrize(
    ("sent", "body"),
    [
        (b"Content-Length: 9\r\n\r\none\n\ntwo\n", b"one\n\ntwo\n"),
        (b"Transfer-Encoding: chunked\r\n\r\n4\r\none\n\r\n0\r\n\r\n", b"one\n"),
    ],
)
def test_a_whole_request_is_read_however_it_is_cut_and_lines_in_its_body_are_its_own(sent: bytes, body: bytes) -> None:
    heard: list[bytes] = []
    with listened(heard) as address, connected(address, sent=b"") as connection:
        for piece in (POST + sent)[:-1]:
            connection.sendall(bytes([piece]))
        connection.sendall(sent[-1:] + GET + b"Connection: close\r\n\r\n")
        told = all_of(connection)

    assert heard == [body]
    assert told.endswith("hello")


def test_a_head_without_an_end_is_refused_and_a_long_form_before_it_is_not() -> None:
    heard: list[bytes] = []
    form = POST + b"Content-Length: 30000\r\n\r\n" + b"x" * 30_000
    with listened(heard) as address, connected(address, sent=form) as connection:
        until(lambda: heard)
        for _ in range(2):
            connection.sendall(form)
        until(lambda: len(heard) == 3)
        connection.sendall(GET + b"X-Long: ")
        with suppress(OSError):
            for _ in range(40):
                connection.sendall(b"y" * 1024)
                time.sleep(0.01)
        told = all_of(connection)

    assert re.findall("HTTP/1.1 ([0-9]+)", told) == ["200", "200", "200", "400"]


def test_whoever_asks_for_another_protocol_is_answered_in_this_one_and_nothing_more_is_read() -> None:
    upgrade = GET + b"Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
    with served(site()) as address, connected(address, sent=upgrade) as connection:
        assert all_of(connection).endswith("hello")
