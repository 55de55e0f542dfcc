"""Whether the domain of an e-mail address takes mail, as far as name servers tell."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.editor.links.outcomes import Failure, Outcome

if TYPE_CHECKING:
    from dns.asyncresolver import Resolver

Looks = Callable[[str], Awaitable[Outcome | Failure]]  # from a domain to what is known of it

_NOT_FOUND = Failure(
    "not reachable", "its domain is not found (it may be gone, or this network hides it)", reached=False
)
_NO_ANSWER = Failure("not reachable", "the name servers of its domain did not answer", reached=False)


def looks(timeout: float) -> Looks:
    """Return what looks at a domain: with dnspython its servers for mail, without it only whether there is one.

    Args:
        timeout: seconds for one domain.
    """
    try:
        from dns.asyncresolver import Resolver
        from dns.resolver import NoResolverConfiguration
    except ImportError:
        return lambda domain: exists(domain, timeout)
    try:
        resolver = Resolver()
    except NoResolverConfiguration:  # a machine that knows no name server
        return lambda domain: exists(domain, timeout)
    return lambda domain: served(domain, timeout, resolver)


async def served(domain: str, seconds: float, resolver: "Resolver") -> Outcome | Failure:
    """Return whether a domain names a server for mail (MX).

    Args:
        domain: what stands after the @.
        seconds: how long the question may take.
        resolver: asks the name servers.
    """
    from dns.exception import DNSException
    from dns.resolver import NXDOMAIN, NoAnswer

    try:
        found = await resolver.resolve(domain, "MX", lifetime=seconds)
    except NXDOMAIN:
        return _NOT_FOUND
    except NoAnswer:
        return Outcome("doubtful", "its domain names no server for mail (MX)")
    except (DNSException, OSError):
        return _NO_ANSWER
    if [record.exchange.to_text() for record in found] == ["."]:  # RFC 7505
        return Outcome("gone", "its domain says that it takes no mail")
    return Outcome("ok", "its domain takes mail; only an answer tells whether somebody reads it")


async def exists(domain: str, seconds: float) -> Outcome | Failure:
    """Return whether a domain has a host; its servers for mail (MX) are not asked for.

    Args:
        domain: what stands after the @.
        seconds: how long the question may take.
    """
    try:
        async with asyncio.timeout(seconds):
            await asyncio.get_running_loop().getaddrinfo(domain, None)
    except TimeoutError:
        return _NO_ANSWER
    except (OSError, UnicodeError):
        return _NOT_FOUND
    return Outcome("not checked", "its domain exists; its mail servers (MX) were not asked for, which needs dnspython")
