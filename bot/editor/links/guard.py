"""Keeps a redirect from leading into the machine's own network."""

import socket
from collections.abc import Iterable

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.open_data.fetching import is_private


class PrivateAddressError(OSError):
    """A name that the content does not hold leads to a private address."""


def host_of(url: URL) -> str:
    """Return the host of an address as it is compared: in small letters, without a last full stop."""
    return (url.raw_host or "").lower().rstrip(".")


def site(url: URL) -> str:
    """Return the site of an address: its host, and with www. before it the same."""
    return host_of(url).removeprefix("www.")


class AddressGuard(AbstractResolver):
    """Looks names up, and refuses those that lead to a private address unless the content names them itself.

    Args:
        named: the hosts that the content names.
        inner: what really looks names up.
    """

    def __init__(self, named: Iterable[str], inner: AbstractResolver) -> None:
        self._named = frozenset(named)
        self._inner = inner

    def refuses(self, url: URL) -> bool:
        """Say whether an address holds a private IP address that the content does not name."""
        host = host_of(url)
        is_number = ":" in host or host.replace(".", "").isdigit()  # these are never looked up
        return is_number and host not in self._named and is_private(host)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return where a host is.

        Raises:
            PrivateAddressError: it is at a private address, and the content does not name it.
            OSError: it cannot be looked up.
        """
        found = await self._inner.resolve(host, port, family)
        if host.lower().rstrip(".") not in self._named and any(is_private(one["host"]) for one in found):
            raise PrivateAddressError(host)
        return found

    async def close(self) -> None:
        """Close what looks names up."""
        await self._inner.close()
