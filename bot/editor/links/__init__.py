"""Check every address and number of the content in one run: pages, the domains of e-mail, and the shape of numbers."""

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.content.load_in_process import Progress, untold
from bot.content.rules.contacts import number_fault
from bot.editor.links.address_lists import Address, AddressResult, LinkReport
from bot.editor.links.client import HEADERS, PoliteClient, RequestFailure, RunLimits, site
from bot.editor.links.verdict import Follower, LinkOutcome, is_right, judged
from bot.open_data.http_client import HttpClient, host_of

if TYPE_CHECKING:
    from dns.asyncresolver import Resolver

_SHAPE = LinkOutcome("not checked", "its format is right; only ringing it shows who answers")
_NO_NETWORK = LinkOutcome("not checked", "there was no network")
_NOT_AN_ADDRESS = LinkOutcome("doubtful", "this is not an address that can be opened")
Looks = Callable[[str], Awaitable[LinkOutcome | RequestFailure]]  # takes a domain, returns what is known about it

_NOT_FOUND = RequestFailure(
    "not reachable", "its domain is not found (it may be gone, or this network hides it)", reached=False
)
_NO_ANSWER = RequestFailure("not reachable", "the name servers of its domain did not answer", reached=False)


def looks(timeout: float) -> Looks:
    """Return the check of an email domain: its mail servers with dnspython, otherwise only whether it exists."""
    try:
        from dns.asyncresolver import Resolver
        from dns.resolver import NoResolverConfiguration
    except ImportError:
        return lambda domain: exists(domain, timeout)
    try:
        resolver = Resolver()
    except NoResolverConfiguration:  # the machine has no name server
        return lambda domain: exists(domain, timeout)
    return lambda domain: served(domain, timeout, resolver)


async def served(domain: str, seconds: float, resolver: "Resolver") -> LinkOutcome | RequestFailure:
    """Return whether a domain has a mail server (MX)."""
    from dns.exception import DNSException
    from dns.resolver import NXDOMAIN, NoAnswer

    try:
        found = await resolver.resolve(domain, "MX", lifetime=seconds)
    except NXDOMAIN:
        return _NOT_FOUND
    except NoAnswer:
        return LinkOutcome("doubtful", "its domain names no server for mail (MX)")
    except (DNSException, OSError):
        return _NO_ANSWER
    if [record.exchange.to_text() for record in found] == ["."]:  # RFC 7505
        return LinkOutcome("gone", "its domain says that it takes no mail")
    return LinkOutcome("ok", "its domain takes mail; only an answer shows whether somebody reads it")


async def exists(domain: str, seconds: float) -> LinkOutcome | RequestFailure:
    """Return whether a domain exists, without checking its mail servers (MX)."""
    try:
        async with asyncio.timeout(seconds):
            await asyncio.get_running_loop().getaddrinfo(domain, None)
    except TimeoutError:
        return _NO_ANSWER
    except (OSError, UnicodeError):
        return _NOT_FOUND
    return LinkOutcome(
        "not checked", "its domain exists; its mail servers (MX) were not asked for, which needs dnspython"
    )


async def check_addresses(
    links: Sequence[Address],
    limits: RunLimits,
    progress: Progress = untold,
    *,
    resolver: AbstractResolver | None = None,
    trust: ssl.SSLContext | None = None,
    mail_looks: Looks | None = None,
) -> LinkReport:
    """Check every address within the limits.

    Args:
        progress: called with the number of checked addresses and the total.
        resolver: resolves host names; the system's resolver by default.
        trust: whose certificates are trusted; those of the machine if left out.
        mail_looks: checks the domain of an email address.
    """
    named = frozenset(host_of(url) for link in links if (url := _url(link)))
    async with HttpClient(
        HEADERS, limits.timeout, named=named, at_once=limits.together, resolver=resolver, trust=trust
    ) as http:
        client = PoliteClient(limits, http)
        run = _Run(links, client, progress, mail_looks or looks(limits.timeout))
        complete = await run.go()
    network = client.reached or not client.lost
    late = LinkOutcome("not checked", f"the {limits.at_most:g} seconds of the run were over")
    results = []
    for link in links:
        outcome = run.outcomes.get(link, late)
        lost = not network and link.kind in ("page", "e-mail")
        results.append(AddressResult(link, _NO_NETWORK if lost else outcome))
    return LinkReport(tuple(results), network, complete)


class _Run:
    """Checks the addresses: several sites at a time, and the pages of one site one after another."""

    def __init__(self, links: Sequence[Address], client: PoliteClient, progress: Progress, mail_looks: Looks) -> None:
        self.outcomes: dict[Address, LinkOutcome] = {}
        self._links = links
        self._client = client
        self._progress = progress
        self._mail_looks = mail_looks
        self._follower = Follower(client)

    async def go(self) -> bool:
        """Check everything, and say whether there was enough time; stop early if there is no network."""
        pages: defaultdict[str, defaultdict[URL, list[Address]]] = defaultdict(lambda: defaultdict(list))
        domains: defaultdict[str, list[Address]] = defaultdict(list)
        for link in self._links:
            if link.kind == "e-mail":
                domains[link.address.rpartition("@")[2].lower()].append(link)
            elif link.kind != "page":
                fault = number_fault(link.address, text=link.kind == "text number")
                self._settle([link], LinkOutcome("doubtful", fault) if fault else _SHAPE)
            elif url := _url(link):
                pages[site(url)][url.with_fragment(None)].append(link)
            else:
                self._settle([link], _NOT_AN_ADDRESS)
        tasks = [asyncio.create_task(self._site(urls)) for urls in pages.values()]
        tasks += [asyncio.create_task(self._domain(domain, links)) for domain, links in domains.items()]
        return await self._ended(tasks)

    async def _ended(self, tasks: Sequence[asyncio.Task[None]]) -> bool:
        """Wait for the tasks, the time limit or the sign that there is no network, then cancel what is left."""
        waiting = set(tasks)
        loop = asyncio.get_running_loop()
        until = loop.time() + self._client.limits.at_most
        try:
            while waiting and not self._is_lost() and loop.time() < until:
                _, waiting = await asyncio.wait(
                    waiting, timeout=until - loop.time(), return_when=asyncio.FIRST_COMPLETED
                )
        finally:
            for task in waiting:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        for one in ended:
            if isinstance(one, Exception):
                raise one
        return not waiting or self._is_lost()

    def _is_lost(self) -> bool:
        return not self._client.reached and len(self._client.lost) >= self._client.limits.lost

    def _settle(self, links: Sequence[Address], outcome: LinkOutcome) -> None:
        self.outcomes |= dict.fromkeys(links, outcome)
        self._progress(len(self.outcomes), len(self._links))

    async def _site(self, urls: dict[URL, list[Address]]) -> None:
        for url, links in urls.items():
            outcome = await self._page(url)
            for link in links:
                fragment = (_url(link) or url).raw_fragment
                instead = f"{outcome.instead}#{fragment}" if fragment and outcome.instead else outcome.instead
                self._settle([link], LinkOutcome(outcome.state, outcome.why, instead))

    async def _page(self, url: URL) -> LinkOutcome:
        way = await self._follower.follow(url)
        outcome = judged(way)
        if outcome.state == "ok" and way.last.scheme == "http" and url.explicit_port is None:
            safe = await self._follower.follow(url.with_scheme("https"))
            if is_right(safe) and safe.last.scheme == "https" and site(safe.last) == site(url):
                return LinkOutcome("moved", "the same page answers over https", str(safe.start))
        return outcome

    async def _domain(self, domain: str, links: Sequence[Address]) -> None:
        found = await self._mail_looks(domain)
        if isinstance(found, LinkOutcome):
            self._client.reached = True
            self._settle(links, found)
            return
        self._client.lost.add(domain)
        self._settle(links, LinkOutcome(found.state, found.why))


def _url(link: Address) -> URL | None:
    """Return the address of a page, or None if it is not one."""
    if link.kind != "page":
        return None
    try:
        url = URL(link.address)
    except ValueError:
        return None
    return url.with_user(None) if url.scheme in ("http", "https") and url.host else None
