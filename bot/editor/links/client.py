"""A polite HTTP client: one request at a time to each site, within limits."""

import asyncio
import re
import ssl
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Literal

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot import __version__
from bot.editor.links.guard import AddressGuard, site
from bot.editor.links.outcomes import PRIVATE, RequestFailure, RunLimits, failure


class Turns:
    """Limits how many requests run at once, and how often one site is asked.

    Args:
        together: how many requests may run at once.
        pause: seconds between the end of one request to a site and the start of the next.
    """

    def __init__(self, together: int, pause: float) -> None:
        self._together = asyncio.Semaphore(together)
        self._pause = pause
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._pauses: dict[str, float] = {}
        self._free_at: defaultdict[str, float] = defaultdict(float)

    @asynccontextmanager
    async def turn(self, site: str) -> AsyncIterator[None]:
        """Wait until a request to a site is allowed, and reserve its place until it is finished."""
        loop = asyncio.get_running_loop()
        async with self._locks[site]:
            # A request that waits for its site must not take a place that another could use.
            await asyncio.sleep(self._free_at[site] - loop.time())
            async with self._together:
                try:
                    yield
                finally:
                    self.wait(site, self._pauses.get(site, self._pause))

    def wait(self, site: str, seconds: float) -> None:
        """Send no request to a site for some seconds, or longer if that is already agreed."""
        now = asyncio.get_running_loop().time()
        self._free_at[site] = max(self._free_at[site], now + seconds)

    def slow_down(self, site: str, pause: float) -> None:
        """Lengthen the pause between requests to a site, as it asks; never shorten it."""
        self._pauses[site] = max(self._pause, pause, self._pauses.get(site, 0.0))


AGENT = "Signpost"  # our name in robots.txt files
USER_AGENT = f"{AGENT}/{__version__} (checks that the addresses in a guide for staff still open)"
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.8", "Accept-Encoding": "identity"}
_TITLE = re.compile(rb"<title[^>]{0,200}>(.{0,1000}?)</title", re.IGNORECASE | re.DOTALL)
_ENDS_TITLE = re.compile(rb"</title", re.IGNORECASE)
_TOO_MANY = 429
_TO_CONNECT = 0.8
_BUSY = (_TOO_MANY, 503)


@dataclass(frozen=True, slots=True)
class ServerAnswer:
    """The answer of a server.

    Attributes:
        status: the HTTP status.
        location: the target of a redirect.
        html: whether it is a page, which has a title.
        body: the part of the body that was read.
        broke: why reading the body failed, if it did.
        wait: seconds that the server asks us to wait.
    """

    status: int
    location: str = ""
    html: bool = False
    body: bytes = b""
    broke: str = ""
    wait: float | None = None

    def comes_back_within(self, seconds: float) -> bool:
        """Say whether the server asks us to wait, and for no longer than some seconds."""
        return self.wait is not None and self.wait <= seconds

    @property
    def title(self) -> str:
        """The title of the page, on one line and without terminal control characters."""
        found = _TITLE.search(self.body)
        text = unescape(found[1].decode("utf-8", "replace")) if found else ""
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class Client:
    """Makes requests, and remembers which sites refuse more of them and whether there is a network.

    Args:
        limits: the limits of the run.
        guard: keeps redirects out of private networks.
        trust: whose certificates are trusted; those of the machine if left out.
    """

    def __init__(self, limits: RunLimits, guard: AddressGuard, trust: ssl.SSLContext | None = None) -> None:
        self.limits = limits
        self.turns = Turns(limits.together, limits.pause)
        self.reached = False
        self.lost: set[str] = set()  # sites that could not be reached
        self._closed: dict[str, ServerAnswer] = {}  # sites that answered 429
        self._guard = guard
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=limits.together, resolver=guard, ssl=trust or True),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=_HEADERS,
            # The connection has its own limit, to distinguish an unreachable host from a slow one.
            timeout=aiohttp.ClientTimeout(total=limits.timeout, connect=limits.timeout * _TO_CONNECT),
            auto_decompress=False,  # limits the bytes that are received
            max_line_size=64 * 1024,
            max_field_size=64 * 1024,
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()

    async def ask(
        self, method: Literal["HEAD", "GET"], url: URL, *, whole: bool = False
    ) -> ServerAnswer | RequestFailure:
        """Make one request, and repeat it if the server asks us to wait a short time.

        Args:
            method: HEAD, or GET, which reads a page as far as its title.
            url: the address; names and passwords in it are not sent.
            whole: whether to read on after the title.
        """
        where = site(url)
        if self._guard.refuses(url):
            return PRIVATE
        answer = await self._once(method, url, whole=whole)
        if (
            isinstance(answer, ServerAnswer)
            and answer.status in _BUSY
            and answer.comes_back_within(self.limits.patience)
        ):
            self.turns.wait(where, answer.wait or 0.0)
            answer = await self._once(method, url, whole=whole)
        if isinstance(answer, ServerAnswer) and answer.status == _TOO_MANY:
            self._closed[where] = answer
        return answer

    async def _once(self, method: str, url: URL, *, whole: bool) -> ServerAnswer | RequestFailure:
        where = site(url)
        async with self.turns.turn(where):
            if where in self._closed:
                return self._closed[where]
            try:
                async with self._session.request(method, url.with_user(None), allow_redirects=False) as response:
                    self.reached = True
                    return await self._answer(response, whole=whole)
            except (aiohttp.ClientError, OSError, ValueError) as error:
                failed = failure(error, self.limits.timeout)
        self._remember(where, failed)
        return failed

    def _remember(self, where: str, failed: RequestFailure) -> None:
        if failed.reached:
            self.reached = True
        else:
            self.lost.add(where)

    async def _answer(self, response: aiohttp.ClientResponse, *, whole: bool) -> ServerAnswer:
        html = response.content_type in ("text/html", "application/xhtml+xml")
        location = response.headers.get("Location", "")
        wait = _seconds(response.headers.get("Retry-After", ""))
        body, broke = b"", ""
        if response.method == "GET" and not location and (html or whole):
            body, broke = await self._body(response, whole=whole)
        return ServerAnswer(response.status, location, html, body, broke, wait)

    async def _body(self, response: aiohttp.ClientResponse, *, whole: bool) -> tuple[bytes, str]:
        """Return the useful part of the body, and why reading it failed, if it did."""
        body = bytearray()
        try:
            async for chunk in response.content.iter_any():
                body += chunk
                searched = max(0, len(body) - len(chunk) - len(b"</title"))
                if len(body) >= self.limits.most_bytes or (not whole and _ENDS_TITLE.search(body, searched)):
                    break
        except TimeoutError:
            return bytes(body), f"it answers, but its page does not end in {self.limits.timeout:g} seconds"
        except (aiohttp.ClientError, OSError):
            return bytes(body), "it answers, but its page breaks off"
        return bytes(body[: self.limits.most_bytes]), ""


def _seconds(retry_after: str) -> float | None:
    """Return the seconds that Retry-After asks us to wait; the header has seconds or a date."""
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def client(
    limits: RunLimits,
    named: frozenset[str],
    resolver: AbstractResolver | None = None,
    trust: ssl.SSLContext | None = None,
) -> Client:
    """Return the client of one run.

    Args:
        limits: the limits of the run.
        named: the hosts that the content names.
        resolver: resolves host names; the system's resolver by default.
        trust: whose certificates are trusted; those of the machine if left out.
    """
    return Client(limits, AddressGuard(named, resolver or aiohttp.ThreadedResolver()), trust)
