"""The HTTP server: uvicorn, with limits for clients that hold connections and keep it waiting.

A connection waits for its client while a request is arriving and while an answer is not yet read. If there are too
many connections, the one that has waited longest is ended, so that every complete request is answered.
"""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Coroutine, Iterable, Iterator
from time import monotonic
from typing import Any, cast

import httptools
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from bot.channels.error_handler import log
from bot.channels.web.requests import Clients
from bot.core import emergency
from bot.service.run import GRACE, stopping

MOST = 1000  # connections
MOST_FROM_ONE = 100  # connections from one address that is not a proxy's
PATIENCE = 30.0  # seconds for a request to arrive, and for an answer to be read; a form has less (`requests.SECONDS`)
_KEPT_FOR_PROXY = 150  # seconds; a proxy must end it first: nginx does after 60, Traefik after 90, Caddy after 120
_TO_READ = 2.0  # seconds for a newcomer to read that there are too many
_OTHER_FILES = 250  # open files that are left for everything else
_AT_ONCE = 50  # connections that are accepted before any of them is looked at, without libuv
_ACCEPTING = 16  # copies of the socket: libuv accepts one connection from each before it serves those it has
_QUEUE = 1024  # connections that the system holds until they are accepted
_LONGEST_HEAD = 16 * 1024  # bytes of a request before its body
_VERSIONS = ("1.0", "1.1")
_ONCE_A_MINUTE = {"seconds_apart": 60.0}
_BUSY = (
    f"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"
    f"{emergency.WORDS['call-999']} {emergency.WORDS['guidance-missing']}\n"
)


def _most_connections() -> int:
    """Return how many connections the limit of open files allows, after raising it as far as the system lets us."""
    try:
        import resource
    except ImportError:  # pragma: no cover - Windows has no such limit
        return MOST
    now, highest = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST + _OTHER_FILES
    if now != resource.RLIM_INFINITY and now < wanted:
        now = wanted if highest == resource.RLIM_INFINITY else min(wanted, highest)
        resource.setrlimit(resource.RLIMIT_NOFILE, (now, highest))
    return MOST if now == resource.RLIM_INFINITY else min(MOST, max(now - _OTHER_FILES, now // 4))


class _Connections(ServerState):
    """All connections, and which of them give way."""

    def __init__(self, clients: Clients) -> None:
        super().__init__()
        self.clients = clients
        self._most = _most_connections()

    @property
    def _all(self) -> "set[_Connection]":
        return cast("set[_Connection]", self.connections)

    def make_room(self, newcomer: "_Connection") -> None:
        """End the connection that has waited longest for its client if the newcomer is one too many."""
        own = [each for each in self._all if each.address == newcomer.address] if newcomer.address else []
        if len(own) > MOST_FROM_ONE:
            log.warning("one address has too many connections; is it a proxy to trust?", extra=_ONCE_A_MINUTE)
            _longest_waiting(own).give_way(newcomer)
        elif len(self._all) > self._most:
            log.warning("there are too many connections; those that wait longest are ended", extra=_ONCE_A_MINUTE)
            _longest_waiting(self._all).give_way(newcomer)

    def end_waiting(self, now: float) -> None:
        """End the connections that have waited too long for their clients."""
        for each in [each for each in self._all if each.waits_since is not None and now - each.waits_since > PATIENCE]:
            each.transport.abort()


def _longest_waiting(connections: "Iterable[_Connection]") -> "_Connection":
    return min(connections, key=lambda each: float("inf") if each.waits_since is None else each.waits_since)


class _Connection(HttpToolsProtocol):
    """A connection that knows how long it has waited for its client.

    Its parser refuses what a proxy in front may have read differently: where a request or a line ends. This class
    refuses what the parser accepts: another version of HTTP, no host or several, and a head without an end.
    """

    server_state: _Connections

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.address = ""  # "" for a proxy
        self.waits_since: float | None = None
        self.told = False  # whether nothing more is read: it was told to come again, or what it sent was refused
        self._refused = ""
        self._whole = 0  # requests that have arrived whole
        self._in_head, self._head = True, 0  # the bytes of a head that has no end yet

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        self.address = self.server_state.clients.apart(self.client[0] if self.client else "")
        self.timeout_keep_alive = self.timeout_keep_alive if self.address else _KEPT_FOR_PROXY
        self.waits_since = monotonic()
        self.server_state.make_room(self)

    def data_received(self, data: bytes) -> None:
        if self.told or self.transport.is_closing():
            return
        if self._in_head and ((not self._head and data[:1] == b"\n") or self._head > _LONGEST_HEAD):
            self.send_400_response("Invalid HTTP request received.")
            return
        before = self._whole
        super().data_received(data)
        self._head = self._head + len(data) if self._in_head and self._whole == before else 0

    def on_headers_complete(self) -> None:
        version, names = self.parser.get_http_version(), [name for name, _ in self.headers]
        codings = [value.strip().lower() for name, value in self.headers if name == b"transfer-encoding"]
        other = codings and (version != "1.1" or codings != [b"chunked"])  # a proxy may know no other, or none
        if version not in _VERSIONS or other or names.count(b"host") != (version == "1.1" or b"host" in names):
            raise httptools.HttpParserError("it could be read in two ways")
        self._in_head, self.waits_since = False, monotonic()
        super().on_headers_complete()
        if self.parser.should_upgrade():
            self.cycle.keep_alive = False  # nothing more is read

    def send_400_response(self, msg: str) -> None:
        """Refuse what arrived and end the connection, once what arrived before it is answered."""
        self.told = True
        if self._in_head and self._whole and not self.cycle.response_complete:
            self._refused = msg
        elif not self.transport.is_closing():
            super().send_400_response(msg)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._in_head, self._whole, self.waits_since = True, self._whole + 1, None

    def on_response_complete(self) -> None:
        idle = self._in_head and not (self.address or self.flow.write_paused)
        self.waits_since = None if self.pipeline else monotonic() + (_KEPT_FOR_PROXY if idle else 0)
        if self._in_head and not self.pipeline:  # a connection that waits for its next request holds no message
            self.scope, self.cycle.body = {}, bytearray()  # type: ignore[typeddict-item]  # the next request brings its own
            self.cycle.scope = self.scope
        super().on_response_complete()
        if self._refused and not self.pipeline:
            self.send_400_response(self._refused)

    def pause_writing(self) -> None:
        self.waits_since = monotonic()
        super().pause_writing()

    def resume_writing(self) -> None:
        if not self.cycle.response_complete:
            self.waits_since = None
        super().resume_writing()

    def give_way(self, newcomer: "_Connection") -> None:
        """End this connection; show a newcomer the numbers to call, because nobody else had to wait."""
        self.server_state.connections.discard(self)  # it no longer counts, though its end is reported a moment later
        if self is newcomer:  # what it has sent is read and dropped: otherwise its answer may never arrive
            self.told = True
            self.transport.write(_BUSY.encode())
            self.transport.write_eof()
            self.loop.call_later(_TO_READ, self.transport.abort)
        else:
            self.transport.abort()


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling, which ends the process before unfinished answers are sent."""

    def __init__(self, config: uvicorn.Config, connections: _Connections) -> None:
        super().__init__(config)
        self.server_state = self._connections = connections

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for each in sockets or ():
            each.listen(_QUEUE)

    async def on_tick(self, counter: int) -> bool:
        self._connections.end_waiting(monotonic())
        return await super().on_tick(counter)


def run_in_loop(serving: Coroutine[Any, Any, None]) -> None:
    """Run what serves in a fast event loop, if the system has one."""
    try:
        from uvloop import new_event_loop
    except ImportError:  # pragma: no cover - Windows has none
        asyncio.run(serving)
        return
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(serving)


async def serve_until_stopped(
    application: ASGIApp,
    listening: socket.socket,
    started: Callable[[], None],
    clients: Clients,
    stop: asyncio.Event | None = None,
) -> None:
    """Serve an app on a socket until an event, by default the end of the process, and finish what has begun."""
    config = uvicorn.Config(
        application,
        http=_Connection,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
        backlog=_AT_ONCE,
    )
    server = _Server(config, _Connections(clients))
    watching = asyncio.create_task(_until(stop or stopping(), server))
    started()
    try:
        await server.serve(sockets=[listening, *(listening.dup() for _ in range(_ACCEPTING - 1))])
    finally:
        watching.cancel()


async def _until(stop: asyncio.Event, server: uvicorn.Server) -> None:
    await stop.wait()
    server.should_exit = True
