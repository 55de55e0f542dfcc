"""Fetch a file from the web: only over HTTPS, within limits of size and time, and never from a private network."""

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from bot import __version__
from bot.open_data.reading import MOST_BYTES

SECONDS = 30.0  # seconds for the whole fetch
MOST_HOPS = 3
_CHUNK = 64 * 1024
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_MOVED = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": f"signpost/{__version__}",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


class CannotFetchError(Exception):
    """An address may not be fetched, or its answer is not valid; the message says why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of an address: its status, the target of a redirect, and its bytes as they arrive."""

    status: int
    location: str
    chunks: Iterable[bytes]


Ask = Callable[[SplitResult, float], Answer]


def fetched(address: str, ask: Ask | None = None, clock: Callable[[], float] = time.monotonic) -> bytes:
    """Return the contents of an address.

    Args:
        address: a full https address.
        ask: requests an address within a number of seconds; over the network by default.
        clock: returns seconds that only go forward.

    Raises:
        CannotFetchError: the address or the answer is not valid.
    """
    ends = clock() + SECONDS
    for _ in range(MOST_HOPS + 1):
        answer = (ask or _ask)(_checked(address), ends - clock())
        if answer.status in _MOVED and answer.location:
            address = urljoin(address, answer.location)
            continue
        if answer.status != http.client.OK:
            raise CannotFetchError(f"{_host(address)} answered {answer.status}")
        return _whole(answer.chunks, ends, clock)
    raise CannotFetchError(f"{_host(address)} sends on more than {MOST_HOPS} times")


def _checked(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise CannotFetchError("this is not an address") from None
    if parts.scheme != "https" or not parts.hostname:
        raise CannotFetchError(f"an address must begin with https://, and {_host(address)} is to be asked otherwise")
    if parts.username is not None or port not in (None, 443):
        raise CannotFetchError("an address may hold neither a user nor a port")
    return parts


def _whole(chunks: Iterable[bytes], ends: float, clock: Callable[[], float]) -> bytes:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > MOST_BYTES:
            raise CannotFetchError(f"the answer is longer than {MOST_BYTES // 1024 // 1024} MB")
        if clock() > ends:
            raise CannotFetchError(f"the answer took longer than {SECONDS:.0f} seconds")
    return bytes(held)


def _host(address: str) -> str:
    return urlsplit(address).hostname or "it"


def is_private(address: str) -> bool:
    """Say whether an IP address is not on the public internet, even if another form of address wraps it."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return True
    if isinstance(ip, ipaddress.IPv6Address):
        if wrapped := ip.ipv4_mapped or ip.sixtofour:
            ip = wrapped
        elif ip in _NAT64:
            ip = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return not ip.is_global or ip.is_multicast


def public(host: str) -> tuple[str, ...]:
    """Return the addresses of a host, if all of them are on the public internet.

    Raises:
        CannotFetchError: an address is not public, or there is none.
    """
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError:
        raise CannotFetchError(f"{host} is not known") from None
    addresses = tuple(dict.fromkeys(str(one[4][0]) for one in found))
    if not addresses or any(map(is_private, addresses)):
        raise CannotFetchError(f"{host} is not on the public internet")
    return addresses


class _Connection(http.client.HTTPSConnection):
    """A connection to the address that was found to be public, so that a name cannot change in between."""

    def connect(self) -> None:
        made = socket.create_connection((public(self.host)[0], 443), self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(made, server_hostname=self.host)


def _ask(parts: SplitResult, seconds: float) -> Answer:
    if seconds <= 0:
        raise CannotFetchError(f"the answer took longer than {SECONDS:.0f} seconds")
    connection = _Connection(parts.hostname or "", 443, timeout=seconds)
    path = f"{parts.path or '/'}{f'?{parts.query}' if parts.query else ''}".replace(" ", "%20")
    try:
        connection.request("GET", path, headers=_HEADERS)
        answer = connection.getresponse()
    except (OSError, http.client.HTTPException) as error:
        connection.close()
        raise CannotFetchError(f"{parts.hostname} could not be asked ({type(error).__name__})") from None
    return Answer(answer.status, answer.headers.get("Location", ""), _chunks(connection, answer))


def _chunks(connection: http.client.HTTPSConnection, answer: http.client.HTTPResponse) -> Iterable[bytes]:
    with closing(connection):
        try:
            while chunk := answer.read1(_CHUNK):
                yield chunk
        except (OSError, http.client.HTTPException) as error:
            raise CannotFetchError(f"the answer broke off ({type(error).__name__})") from None
