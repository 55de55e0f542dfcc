"""A polite HTTP client: one request at a time to each site, within limits, with every failure in words."""

import asyncio
import math
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
from yarl import URL

from bot import __version__
from bot.open_data.http_client import HttpClient, PrivateAddressError, host_of

LinkState = Literal["ok", "moved", "gone", "doubtful", "not reachable", "not checked"]


def site(url: URL) -> str:
    """Return the site of an address: its host, without a leading www."""
    return host_of(url).removeprefix("www.")


@dataclass(frozen=True, slots=True)
class RequestFailure:
    """A request that failed."""

    state: LinkState
    why: str
    everywhere: bool = False  # whether every other page of the host would fail too, so that no other request is needed
    reached: bool = True  # whether a host was reached; if none ever is, there is no network


@dataclass(frozen=True, slots=True)
class RunLimits:
    """The limits of one run."""

    timeout: float = 10.0  # seconds for one request, from looking up its name to the end of its body
    at_most: float = 3600.0  # seconds for the whole run
    pause: float = 1.0  # seconds between two requests to one site
    together: int = 8  # how many requests run at the same time
    hops: int = 5  # how many redirects are followed
    most_bytes: int = 1024 * 1024  # how much of a body is read
    patience: float = 20.0  # seconds that a server may ask us to wait; if it asks for longer, we do not try again
    lost: int = 5  # how many sites may be unreachable, if none was reached, before we report that there is no network


PRIVATE = RequestFailure(
    "doubtful", "it leads to an address inside a private network, which is not followed", everywhere=True
)

_CERTIFICATES = {  # OpenSSL's codes
    9: "is not valid yet",
    10: "has expired",
    18: "is self-signed",
    19: "is self-signed",
    20: "is signed by nobody that this machine trusts (a browser may trust more)",
    21: "is signed by nobody that this machine trusts (a browser may trust more)",
    23: "has been withdrawn",
    62: "belongs to another site",
    64: "belongs to another site",
}


def failure(error: Exception, timeout: float) -> RequestFailure:
    """Return what the error of a request with a time limit in seconds means for an address."""
    if isinstance(error, PrivateAddressError):
        return PRIVATE
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return certificate(error.certificate_error)
    if isinstance(error, aiohttp.ClientSSLError):
        return RequestFailure(
            "doubtful", "it cannot agree on TLS with us, so its page is not safe to open", everywhere=True
        )
    if isinstance(error, aiohttp.ClientConnectorError):
        return _no_connection(error)
    if isinstance(error, TimeoutError):
        why = f"it did not answer in {timeout:g} seconds"
        met = not isinstance(error, aiohttp.ConnectionTimeoutError)
        return RequestFailure("not reachable", why, everywhere=not met, reached=met)
    if isinstance(error, aiohttp.ServerDisconnectedError | aiohttp.ClientOSError | ConnectionError):
        return RequestFailure("not reachable", "it drops the connection")
    if isinstance(error, aiohttp.ClientResponseError):
        return RequestFailure("not reachable", "its answer is not HTTP")
    if isinstance(error, ValueError):  # also aiohttp.InvalidURL
        return RequestFailure("doubtful", "this is not an address that can be opened", reached=False)
    return RequestFailure("not reachable", "the request failed")


def certificate(error: Exception) -> RequestFailure:
    """Return what is wrong with a site's certificate."""
    code = error.verify_code if isinstance(error, ssl.SSLCertVerificationError) else 0
    what = _CERTIFICATES.get(code, "is not trusted")
    return RequestFailure("doubtful", f"its certificate {what}, and a browser warns about it", everywhere=True)


def _no_connection(error: aiohttp.ClientConnectorError) -> RequestFailure:
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        why = "its name is not found (it may be gone, or this network hides it)"
    elif isinstance(error.os_error, ConnectionRefusedError):
        why = "it refuses the connection"
    else:
        why = "there is no route to it"
    return RequestFailure("not reachable", why, everywhere=True, reached=False)


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
HEADERS = {"User-Agent": USER_AGENT, "Accept": "text/html, */*;q=0.8"}
_TITLE = re.compile(rb"<title[^>]{0,200}>(.{0,1000}?)</title", re.IGNORECASE | re.DOTALL)
_ENDS_TITLE = re.compile(rb"</title", re.IGNORECASE)
TOO_MANY = 429
_BUSY = (TOO_MANY, 503)


@dataclass(frozen=True, slots=True)
class ServerAnswer:
    """The answer of a server."""

    status: int
    location: str = ""  # the target of a redirect
    html: bool = False  # whether it is a page, which has a title
    body: bytes = b""  # the part of the body that was read
    broke: str = ""  # why reading the body failed, if it did
    wait: float = math.inf  # seconds that the server asks us to wait; infinite if it does not ask

    @property
    def title(self) -> str:
        """The title of the page, on one line and without terminal control characters."""
        found = _TITLE.search(self.body)
        text = unescape(found[1].decode("utf-8", "replace")) if found else ""
        return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class PoliteClient:
    """Asks politely, and remembers which sites refuse more requests and whether there is a network."""

    def __init__(self, limits: RunLimits, http: HttpClient) -> None:
        self.limits = limits
        self.turns = Turns(limits.together, limits.pause)
        self.reached = False
        self.lost: set[str] = set()  # sites that could not be reached
        self._closed: dict[str, ServerAnswer] = {}  # sites that answered 429
        self._http = http

    async def ask(
        self, method: Literal["HEAD", "GET"], url: URL, *, whole: bool = False
    ) -> ServerAnswer | RequestFailure:
        """Make one request, and repeat it if the server asks us to wait a short time.

        A page is read as far as its title, or to its end if ``whole`` is true.
        """
        where = site(url)
        answer = await self._once(method, url, whole=whole)
        if isinstance(answer, ServerAnswer) and answer.status in _BUSY and answer.wait <= self.limits.patience:
            self.turns.wait(where, answer.wait)
            answer = await self._once(method, url, whole=whole)
        if isinstance(answer, ServerAnswer) and answer.status == TOO_MANY:
            self._closed[where] = answer
        return answer

    async def _once(self, method: str, url: URL, *, whole: bool) -> ServerAnswer | RequestFailure:
        where = site(url)
        async with self.turns.turn(where):
            if where in self._closed:
                return self._closed[where]
            try:
                async with self._http.request(method, url) as response:
                    self.reached = True
                    return await self._answer(response, whole=whole)
            except (aiohttp.ClientError, OSError, ValueError) as error:
                failed = failure(error, self.limits.timeout)
        if failed.reached:
            self.reached = True
        else:
            self.lost.add(where)
        return failed

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
            return bytes(body), "it answers, but its page is cut off"
        return bytes(body[: self.limits.most_bytes]), ""


def _seconds(retry_after: str) -> float:
    """Return the seconds that Retry-After asks us to wait; the header has seconds or a date."""
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after)
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return math.inf
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
