"""What every request goes through: strict headers, a plain page if something fails, and forms read within limits."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from itertools import count
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.error_handler import report
from bot.channels.web.box import FRAMED
from bot.channels.web.files import FILE
from bot.channels.web.page import bare
from bot.core import emergency
from bot.core.directory_list import narrowed
from bot.core.hearing import DangerListener
from bot.core.position import NO_CODE, Position, decode, encode

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "none",
    "Cache-Control": "no-store",
}
# A file is not a page: what a page may load and where it may be shown means nothing there. A redirect without a body
# shows nothing either.
OF_A_FILE: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
OF_A_REDIRECT: Mapping[str, str] = {"Referrer-Policy": "no-referrer", "Cache-Control": "no-store"}
TYPED = "signpost.typed"  # where a request's scope keeps what was typed, so that danger in it survives a failure


class Guard:
    """Sets the same headers on every answer; errors stop here, unlogged, and are answered with the urgent numbers.

    Args:
        frames: the websites that may show the box.
    """

    def __init__(self, app: ASGIApp, danger: DangerListener, frames: Sequence[str] = ()) -> None:
        self.app = app
        self._danger = danger
        self._headers, self._framed = _raw(HEADERS), _raw(_framed(frames))
        self._of_a_file, self._of_a_redirect = _raw(OF_A_FILE), _raw(OF_A_REDIRECT)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = _with(self._strict(scope, message), message["headers"])
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception as error:
            report(error)
            if not started:
                await _last_resort(scope.get(TYPED, ""), self._danger)(scope, receive, with_headers)

    def _strict(self, scope: Scope, start: Message) -> "_Headers":
        if scope.get(FILE) and start["status"] in _SENT:
            return self._of_a_file
        if start["status"] == _ELSEWHERE and (b"content-length", b"0") in start["headers"]:
            return self._of_a_redirect
        return self._framed if scope.get(FRAMED) else self._headers


_SENT, _ELSEWHERE = (200, 204), 303
_Headers = list[tuple[bytes, bytes]]


def _framed(frames: Sequence[str]) -> Mapping[str, str]:
    """Return the headers of what may be shown in a frame of some websites."""
    none = "frame-ancestors 'none'"
    policy = HEADERS["Content-Security-Policy"].replace(none, f"frame-ancestors {' '.join(frames)}" if frames else none)
    own = {name: value for name, value in HEADERS.items() if name != "X-Frame-Options"}  # it knows no list
    return {**own, "Content-Security-Policy": policy}


def _raw(headers: Mapping[str, str]) -> _Headers:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def _with(strict: _Headers, own: _Headers) -> _Headers:
    """Return an answer's own headers, plus the strict ones that it does not set itself.

    Vary is left out of an answer that nobody caches.
    """
    present = {name.lower() for name, _ in own}
    kept = own if b"cache-control" in present else [header for header in own if header[0] != b"vary"]
    return [*kept, *(header for header in strict if header[0] not in present)]


def _last_resort(typed: str, danger: DangerListener) -> Response:
    try:
        return bare(emergency.turn(typed, danger), danger, status=500)
    except Exception as error:
        report(error)
        return PlainTextResponse(emergency.WORDS["call-999"], status_code=500)


_HOME = 64  # bits of an IPv6 address that one home or office has in common
_NETWORK = 48  # bits that have in common all that a provider gives to one customer


@dataclass(frozen=True, slots=True)
class Clients:
    """Tells clients of the page apart by their addresses, only in memory."""

    proxies: Sequence[IPv4Network | IPv6Network] = ()  # those in front, each with many clients behind it

    def apart(self, address: str) -> str:
        """Return what identifies a client at an address; ``""`` for a proxy, or if there is no address."""
        try:
            found = ip_address(address)
        except ValueError:
            return address  # a name that a proxy gave
        if isinstance(found, IPv6Address):
            found = found.ipv4_mapped or found
        if any(found in network for network in self.proxies):
            return ""
        return str(ip_network((found, _HOME), strict=False)) if isinstance(found, IPv6Address) else str(found)

    def of(self, request: Request) -> str:
        """Return what identifies the client of a request; ``""`` for all who cannot be told apart."""
        peer = request.client.host if request.client else ""
        return self.behind(peer, lambda: request.headers.getlist("x-forwarded-for"))

    def network(self, request: Request) -> str:
        """Return the network that counts as one visitor, so that nobody with many addresses counts for many."""
        known = self.of(request)
        try:
            return str(ip_network(known).supernet(new_prefix=_NETWORK)) if ":" in known else known
        except ValueError:
            return known  # a name that a proxy gave

    def behind(self, peer: str, forwarded: Callable[[], Sequence[str]]) -> str:
        """Return what identifies the client of a request; a proxy says so, if the request comes through one.

        Args:
            peer: the address that the request comes from.
            forwarded: returns the ``X-Forwarded-For`` headers, each proxy adds its client at the end.
        """
        if own := self.apart(peer):
            return own
        named = [each.strip() for each in ",".join(forwarded()).split(",")]
        return next(filter(None, map(self.apart, map(_without_port, reversed(named)))), "")


def _without_port(address: str) -> str:
    if address.startswith("["):
        return address[1:].partition("]")[0]
    return address.partition(":")[0] if address.count(":") == 1 else address


MOST_WAITING = 100  # questions of one client
_LATER = 20  # letters by which a later question must be shorter, for each between: an office may have one address


class QuestionQueue:
    """Lets questions be answered one at a time: danger first, then each client in turn, its shorter ones first."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[tuple[bool, int, int, asyncio.Future[None]]]] = {}  # the next client first
        self._arrivals = count()
        self._taken, self._last = False, ""  # whoever was answered last waits, and so keeps nobody waiting with danger

    @asynccontextmanager
    async def turn(self, client: str, length: int, urgent: Callable[[], bool]) -> AsyncIterator[None]:
        """Wait for the turn of a client's question; raise RequestRefused if too many of the same client wait.

        Args:
            client: what identifies the client; ``""`` for all who cannot be told apart.
            urgent: says whether the question speaks of danger now; only asked if it has to wait.
        """
        if self._taken:
            if client and len(self._waiting.get(client, ())) >= MOST_WAITING:
                raise RequestRefused("busy", 503)
            called = asyncio.get_running_loop().create_future()
            came = next(self._arrivals)
            heappush(self._waiting.setdefault(client, []), (not urgent(), length + _LATER * came, came, called))
            try:
                await called
            except asyncio.CancelledError:
                if called.done() and not called.cancelled():  # it was called, and leaves
                    self._next()
                raise
        self._taken, self._last = True, client
        try:
            yield
        finally:
            self._next()

    def _next(self) -> None:
        self._taken = False
        while self._waiting and not self._taken:
            in_danger = (who for who, theirs in self._waiting.items() if not theirs[0][0] and who != self._last)
            client = next(in_danger, next(iter(self._waiting)))
            mine = self._waiting.pop(client)
            *_, called = heappop(mine)
            if mine:
                self._waiting[client] = mine  # last of all, until it is its turn again
            if not called.done():
                called.set_result(None)
                self._taken = True


LONGEST_FORM = 64 * 1024  # bytes: a question of 4,096 characters, each up to 12 bytes when percent-encoded
SECONDS = 15.0  # seconds that a body may take to arrive
_FORM = "application/x-www-form-urlencoded"
_POURED_AWAY = 16  # times the limit: this much is read before a refusal, so that browsers show it


class RequestRefused(Exception):
    """A request that is not read; its page uses the words of ``page-<name>-title`` and ``-text``."""

    def __init__(self, name: str = "no-question", status: int = 400) -> None:
        super().__init__(name)
        self.name, self.status = name, status


@dataclass(frozen=True, slots=True)
class Form:
    """A question, or the position of what was taken instead, with that of its screen; and the filters ticked."""

    question: str
    after: str
    step: str = ""
    only: frozenset[str] | None = None


async def form(request: Request) -> Form:
    """Read the form; text that is not UTF-8 is read as far as possible, because the rest may mention danger."""
    given = await fields(request, LONGEST_FORM)
    ticked = frozenset(name.removeprefix("only-") for name in given)
    if "list" in given:
        return Form("", "", encode(narrowed(decode(given["list"]) or Position(), ticked)))
    if "question" not in given:
        raise RequestRefused
    question, after, step = given["question"], given.get("after", ""), given.get("step", "")
    if "find" in given and not step:
        return Form(question, after, only=ticked)
    if question.strip() or not step:
        return Form(question, after)
    there = encode(replace((decode(after) or Position()).at(), seen=NO_CODE)) + step
    return Form(question, after, there if decode(there) else "")


async def fields(request: Request, most: int) -> dict[str, str]:
    """Return the fields of a form of limited length; raise RequestRefused if it cannot be read."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM:
        raise RequestRefused(status=415)
    text = (await body(request, most)).decode("utf-8", "replace")
    return {name: values[0] for name, values in parse_qs(text, keep_blank_values=True).items()}


async def body(request: Request, most: int) -> bytes:
    """Read a request's body; raise RequestRefused if it is over the limit or does not arrive in time."""
    gathered, size = bytearray(), 0
    try:
        async with asyncio.timeout(SECONDS):
            async for chunk in request.stream():
                size += len(chunk)
                if size > most * _POURED_AWAY:
                    break
                if size <= most:
                    gathered += chunk
    except TimeoutError:
        raise RequestRefused("slow", 408) from None
    if size > most:
        raise RequestRefused("too-large", 413)
    return bytes(gathered)
