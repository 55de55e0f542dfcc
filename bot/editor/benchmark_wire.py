"""Both ends of a bot's wire for the benchmark: a Bot API that agrees to everything, and clients that keep it busy.

They speak just enough HTTP for that, so that they take little of the processor that the bot is measured on.
"""

import asyncio
import json
import random
import re
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from time import perf_counter
from urllib.parse import unquote_plus

from httptools import HttpRequestParser, HttpResponseParser

TOKEN, PATH = "1:benchmark", "/hook"
PORTS = range(20_000, 32_000)
"""Ports below those that Linux gives to connections (32768 to 60999, `ip_local_port_range`)."""
_USER = {"id": 1, "is_bot": True, "first_name": "B", "username": "benchmark_bot"}
_MESSAGE = {"message_id": 5, "date": 1_700_000_000, "chat": {"id": 7, "type": "private"}, "text": "x"}
_RESULTS: Mapping[bytes, object] = {
    b"getMe": _USER,
    b"getUpdates": [],
    b"sendMessage": _MESSAGE,
    b"editMessageText": _MESSAGE,
}
_ADDRESS = re.compile(r"https?://[^\s\"&]+/hook")


class _Messages(asyncio.Protocol):
    """Gives what arrives to a parser, which calls the protocol with each part of an HTTP message."""

    transport: asyncio.Transport
    parser: HttpRequestParser | HttpResponseParser

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.Transport):
            self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.parser.feed_data(data)


@dataclass(slots=True)
class FakeBotApi:
    """A Bot API that agrees to everything: after how many seconds, how many calls it has had, and when the last was."""

    seconds: float = 0.0
    calls: int = 0
    last: float = 0.0
    webhook: str = ""
    address: str = ""

    def answer(self, address: bytes, body: bytes) -> bytes:
        """Return the answer to a call."""
        self.calls, self.last = self.calls + 1, perf_counter()
        method = address.rpartition(b"/")[2]
        if method == b"setWebhook" and (found := _ADDRESS.search(unquote_plus(body.decode("utf-8", "replace")))):
            self.webhook = found[0]
        about = {"url": self.webhook, "has_custom_certificate": False, "pending_update_count": 0}
        result = about if method == b"getWebhookInfo" else _RESULTS.get(method, True)
        told = json.dumps({"ok": True, "result": result}).encode()
        return b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(told) + told

    async def had(self, calls: int, seconds: float) -> bool:
        """Wait until it has had so many calls, and return whether it has in time."""
        end = perf_counter() + seconds
        while not (enough := self.calls >= calls) and perf_counter() < end:  # noqa: ASYNC110 - an event would be set by each call
            await asyncio.sleep(0.005)
        return enough


class _BotApiConnection(_Messages):
    def __init__(self, api: FakeBotApi) -> None:
        self._api, self.parser = api, HttpRequestParser(self)

    def on_message_begin(self) -> None:
        self._address = self._body = b""

    def on_url(self, url: bytes) -> None:
        self._address += url

    def on_body(self, body: bytes) -> None:
        self._body += body

    def on_message_complete(self) -> None:
        answer = self._api.answer(self._address, self._body)
        if self._api.seconds:
            asyncio.get_running_loop().call_later(self._api.seconds, self.transport.write, answer)
        else:
            self.transport.write(answer)


@asynccontextmanager
async def bot_api() -> AsyncIterator[FakeBotApi]:
    """Run a Bot API that agrees to everything, and yield it."""
    api = FakeBotApi()
    server = await asyncio.get_running_loop().create_server(lambda: _BotApiConnection(api), "127.0.0.1", 0)
    api.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield api
    finally:
        server.close()


@dataclass(slots=True)
class Answered:
    """What some requests met: the seconds until each was answered, the statuses, and how long all took."""

    taken: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    seconds: float = 0.0


class _Client(_Messages):
    """A client that sends a request, and the next one when it is answered."""

    parser: HttpResponseParser

    def __init__(self, waiting: "list[bytes]", found: Answered) -> None:
        self._waiting, self._found, self._since, self.parser = waiting, found, 0.0, HttpResponseParser(self)
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self._send()

    def _send(self) -> None:
        if self._waiting:
            self._since = perf_counter()
            self.transport.write(self._waiting.pop())
        else:
            self.transport.close()
            self.done.set_result(None)

    def on_message_complete(self) -> None:
        self._found.taken.append(perf_counter() - self._since)
        status = self.parser.get_status_code()
        self._found.statuses[status] = self._found.statuses.get(status, 0) + 1
        self._send()

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(ConnectionError("the server has closed a connection"))


async def asked(port: int, requests: Sequence[bytes], at_once: int) -> Answered:
    """Send requests to a port of this machine from so many addresses at once, and return how they were answered."""
    found, waiting, loop = Answered(), list(reversed(requests)), asyncio.get_running_loop()
    since, clients = perf_counter(), []
    for number in range(at_once):  # each is a person of its own, whose question is not put behind another's
        own = (f"127.0.{number // 250}.{number % 250 + 1}", 0)
        made = await loop.create_connection(lambda: _Client(waiting, found), "127.0.0.1", port, local_addr=own)
        clients.append(made[1])
    await asyncio.gather(*(client.done for client in clients))
    found.seconds = perf_counter() - since
    return found


def free_port() -> int:
    """Return a port of this machine that nothing listens on, and that the system gives to no connection.

    A port of the system's own choice may be taken again before the server has it: by any connection that goes out,
    even by the one that asks whether the server is there, which is then connected to itself.
    """
    for port in random.sample(PORTS, len(PORTS)):
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port
    raise OSError("no port of this machine is free")


def request(path: str, body: bytes = b"", headers: str = "") -> bytes:
    """Return a request as bytes: a POST if there is a body, otherwise a GET."""
    head = f"{'POST' if body else 'GET'} {path} HTTP/1.1\r\nHost: signpost.test\r\nAccept-Encoding: gzip\r\n{headers}"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body if body else f"{head}\r\n".encode()
