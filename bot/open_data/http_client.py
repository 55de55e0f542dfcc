"""A guarded HTTP client: it connects only to the address that was checked, and to no private one that nobody named."""

import ipaddress
import socket
import ssl
from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from urllib.request import getproxies

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_TO_CONNECT = 0.8  # of the time for a request, to distinguish an unreachable host from a slow one
_LONGEST_HEADER = 64 * 1024  # some public bodies send a policy longer than programs expect


class PrivateAddressError(OSError):
    """A host has an address that is not on the public internet, and nobody named that host."""


def host_of(url: URL) -> str:
    """Return the host of an address in the form used for comparison: lower case, without a final full stop."""
    return (url.raw_host or "").lower().rstrip(".")


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


class _GuardedResolver(AbstractResolver):
    """Looks up hosts, and refuses those with a private address; a connection is made to no other address."""

    def __init__(self, named: Collection[str], inner: AbstractResolver) -> None:
        self._named = named
        self._inner = inner

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._inner.resolve(host, port, family)
        if host.lower().rstrip(".") not in self._named and any(is_private(one["host"]) for one in found):
            raise PrivateAddressError(host)
        return found

    async def close(self) -> None:
        await self._inner.close()


class HttpClient:
    """Makes requests without cookies or redirects, in an ``async with``.

    Args:
        timeout: seconds for one request, from looking up its host to the end of its body.
        named: the hosts that may have a private address.
        at_once: the most connections.
        resolver: looks up hosts; the system's resolver by default.
        trust: whose certificates are trusted; those of the machine by default.
        by_proxy: whether the proxy that HTTPS_PROXY or HTTP_PROXY names is used, which then looks up the hosts.
    """

    def __init__(
        self,
        headers: Mapping[str, str],
        timeout: float,
        *,
        named: Collection[str] = (),
        at_once: int = 1,
        resolver: AbstractResolver | None = None,
        trust: ssl.SSLContext | None = None,
        by_proxy: bool = False,
    ) -> None:
        proxies = [URL(proxy) for scheme, proxy in getproxies().items() if by_proxy and scheme in ("http", "https")]
        self._named = frozenset((*named, *map(host_of, proxies)))
        guarded = _GuardedResolver(self._named, resolver or aiohttp.ThreadedResolver())
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=at_once, resolver=guarded, ssl=trust or True),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={**headers, "Accept-Encoding": "identity"},
            timeout=aiohttp.ClientTimeout(total=timeout, connect=timeout * _TO_CONNECT),
            auto_decompress=False,  # a limit on the bytes of an answer is a limit on the bytes received
            max_line_size=_LONGEST_HEADER,
            max_field_size=_LONGEST_HEADER,
            trust_env=by_proxy,
        )

    async def __aenter__(self) -> "HttpClient":
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._session.close()

    @asynccontextmanager
    async def request(
        self, method: str, url: URL, form: Mapping[str, str] | None = None
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """Make one request, which sends a form if there is one; names and passwords in the address are not sent.

        Yields:
            The answer, whose body is not read yet.

        Raises:
            PrivateAddressError: the host has a private address, and nobody named it.
            aiohttp.ClientError: the request failed.
            OSError: the request failed.
        """
        host = host_of(url)
        is_number = ":" in host or host.replace(".", "").isdigit()  # these are never looked up
        if is_number and host not in self._named and is_private(host):
            raise PrivateAddressError(host)
        try:
            address = url.with_user(None)
            async with self._session.request(method, address, data=form, allow_redirects=False) as response:
                yield response
        except aiohttp.ClientConnectorError as error:
            if isinstance(error.os_error, PrivateAddressError):
                raise error.os_error from None
            raise


async def read_up_to(most: int, answer: aiohttp.ClientResponse) -> bytes:
    """Return the first bytes of an answer, however long it is."""
    held = bytearray()
    async for chunk in answer.content.iter_any():
        held += chunk
        if len(held) >= most:
            break
    return bytes(held[:most])


async def ask_once(
    address: str,
    seconds: float,
    most: int,
    *,
    named: str,
    form: Mapping[str, str] | None = None,
    headers: Mapping[str, str] = {},
) -> tuple[int, Mapping[str, str], bytes]:
    """Return the status, the headers and the first bytes of an answer, by this machine's proxy if it has one.

    Args:
        address: the address; if there is a form, it is posted there.
        most: the bytes that are read.
        named: an address that the operator named, whose host may be private.
        form: the fields that are sent.

    Raises:
        aiohttp.ClientError: the request failed.
        OSError: the request failed.
        ValueError: this is not an address.
    """
    method = "GET" if form is None else "POST"
    async with (
        HttpClient(headers, seconds, named={host_of(URL(named))}, by_proxy=True) as client,
        client.request(method, URL(address), form) as answer,
    ):
        return answer.status, answer.headers.copy(), await read_up_to(most, answer)
