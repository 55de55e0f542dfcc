"""One polite request: its turn, its limits, and what came back, or why nothing did."""

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
    """Gives out turns to make a request.

    Args:
        together: how many requests may go on at once.
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
        """Wait until a request to a site may be made, and hold its place until it is over."""
        loop = asyncio.get_running_loop()
        async with self._locks[site]:
            # Those who wait for a site hold none of the places that others could use meanwhile.
            await asyncio.sleep(self._free_at[site] - loop.time())
            async with self._together:
                try:
                    yield
                finally:
                    self.wait(site, self._pauses.get(site, self._pause))

    def wait(self, site: str, seconds: float) -> None:
        """Leave a site alone for so long from now, or longer where that is already due."""
        now = asyncio.get_running_loop().time()
        self._free_at[site] = max(self._free_at[site], now + seconds)

    def slow_down(self, site: str, pause: float) -> None:
        """Make the pause of a site longer, as it asks; never shorter."""
        self._pauses[site] = max(self._pause, pause, self._pauses.get(site, 0.0))


AGENT = "Signpost"  # what a robots.txt may call us by
USER_AGENT = f"{AGENT}/{__version__} (checks that the addresses in a guide for staff still open)"
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.8", "Accept-Encoding": "identity"}
_TITLE = re.compile(rb"<title[^>]{0,200}>(.{0,1000}?)</title", re.IGNORECASE | re.DOTALL)
_ENDS_TITLE = re.compile(rb"</title", re.IGNORECASE)
_TOO_MANY = 429
_TO_CONNECT = 0.8
_BUSY = (_TOO_MANY, 503)


@dataclass(frozen=True, slots=True)
class ServerAnswer:
    """What a server answered.

    Attributes:
        status: the status of HTTP.
        location: where it sends on to.
        html: whether it is a page, which has a title.
        body: as much as was read.
        broke: why the body was not read to its end, unless we had enough.
        wait: seconds after which it asks us to come back.
    """

    status: int
    location: str = ""
    html: bool = False
    body: bytes = b""
    broke: str = ""
    wait: float | None = None

    def comes_back_within(self, seconds: float) -> bool:
        """Say whether the server names a time to come back, and no longer than so many seconds."""
        return self.wait is not None and self.wait <= seconds

    @property
    def title(self) -> str:
        """The title of the page, on one line and without anything that a terminal would obey."""
        found = _TITLE.search(self.body)
        text = unescape(found[1].decode("utf-8", "replace")) if found else ""
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class Client:
    """Makes requests in turn, and remembers which sites ask to be left alone and whether there is a network.

    Args:
        limits: what a run may do.
        guard: keeps redirects out of private networks.
        trust: whose certificates are trusted; those of the machine if left out.
    """

    def __init__(self, limits: RunLimits, guard: AddressGuard, trust: ssl.SSLContext | None = None) -> None:
        self.limits = limits
        self.turns = Turns(limits.together, limits.pause)
        self.reached = False
        self.lost: set[str] = set()  # sites that could not be met
        self._closed: dict[str, ServerAnswer] = {}  # sites that ask for fewer requests than we need
        self._guard = guard
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=limits.together, resolver=guard, ssl=trust or True),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers=_HEADERS,
            # To connect in is a part of the whole, so that a host never met is told from one that is slow.
            timeout=aiohttp.ClientTimeout(total=limits.timeout, connect=limits.timeout * _TO_CONNECT),
            auto_decompress=False,  # a megabyte read is a megabyte, whatever it unpacks to
            max_line_size=64 * 1024,
            max_field_size=64 * 1024,
        )

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()

    async def ask(
        self, method: Literal["HEAD", "GET"], url: URL, *, whole: bool = False
    ) -> ServerAnswer | RequestFailure:
        """Make one request, and a second where the server says when to come back.

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
        """Return the body as far as it is of use, and why it ended before that."""
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
    """Return how long Retry-After asks us to wait; it holds seconds or a date."""
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
    """Return what makes the requests of one run.

    Args:
        limits: what the run may do.
        named: the hosts that the content names.
        resolver: what looks names up; the system if left out.
        trust: whose certificates are trusted; those of the machine if left out.
    """
    return Client(limits, AddressGuard(named, resolver or aiohttp.ThreadedResolver()), trust)
