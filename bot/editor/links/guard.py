"""Stop a redirect from leading into the machine's own network."""

import socket
from collections.abc import Iterable

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.open_data.fetching import is_private


class PrivateAddressError(OSError):
    """A name that is not in the content leads to a private address."""


def host_of(url: URL) -> str:
    """Return the host of an address in the form used for comparison: lower case, without a final full stop."""
    return (url.raw_host or "").lower().rstrip(".")


def site(url: URL) -> str:
    """Return the site of an address: its host, without a leading www."""
    return host_of(url).removeprefix("www.")


class AddressGuard(AbstractResolver):
    """Looks up names, and refuses those that lead to a private address unless the content itself names them.

    Args:
        named: the hosts that the content names.
        inner: the resolver that does the look-up.
    """

    def __init__(self, named: Iterable[str], inner: AbstractResolver) -> None:
        self._named = frozenset(named)
        self._inner = inner

    def refuses(self, url: URL) -> bool:
        """Say whether an address is a private IP address that the content does not name."""
        host = host_of(url)
        is_number = ":" in host or host.replace(".", "").isdigit()  # these are never looked up
        return is_number and host not in self._named and is_private(host)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Return the addresses of a host.

        Raises:
            PrivateAddressError: it has a private address, and the content does not name it.
            OSError: it cannot be looked up.
        """
        found = await self._inner.resolve(host, port, family)
        if host.lower().rstrip(".") not in self._named and any(is_private(one["host"]) for one in found):
            raise PrivateAddressError(host)
        return found

    async def close(self) -> None:
        """Close the inner resolver."""
        await self._inner.close()
