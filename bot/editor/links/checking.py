"""One run over all addresses: who is looked at when, and what is said of those that nobody could look at."""

import asyncio
import ssl
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.content.rules.contacts import number_fault
from bot.editor.links import judging
from bot.editor.links.asking import Asker, asker
from bot.editor.links.following import Follower
from bot.editor.links.gathering import Link
from bot.editor.links.guarding import host_of, site
from bot.editor.links.judging import is_right, judged
from bot.editor.links.outcomes import Limits, Outcome

_SHAPE = Outcome("not checked", "its shape is right; only ringing it tells who answers")
_NO_NETWORK = Outcome("not checked", "there was no network")
_NOT_AN_ADDRESS = Outcome("doubtful", "this is not an address that can be opened")
Tells = Callable[[int, int], None]  # how many are done, of how many


@dataclass(frozen=True, slots=True)
class Result:
    """One address and what came of it."""

    link: Link
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of one run.

    Attributes:
        results: every address, in the order given.
        network: whether there was a network, as far as one was needed.
        complete: whether the time sufficed.
    """

    results: tuple[Result, ...]
    network: bool
    complete: bool


async def check(
    links: Sequence[Link],
    limits: Limits,
    tells: Tells = lambda done, of: None,
    *,
    resolver: AbstractResolver | None = None,
    trust: ssl.SSLContext | None = None,
    mail_looks: judging.Looks | None = None,
) -> Checked:
    """Look at every address within the limits; the one place that meets the network.

    Args:
        links: what to look at; those first in it are looked at first.
        limits: what the run may cost.
        tells: is told how far the run is.
        resolver: looks names up; the system if left out.
        trust: whose certificates are trusted; those of the machine if left out.
        mail_looks: looks at the domain of an e-mail address.
    """
    named = frozenset(host_of(url) for link in links if (url := _url(link)))
    asking = asker(limits, named, resolver, trust)
    run = _Run(links, asking, tells, mail_looks or judging.looks(limits.timeout))
    try:
        complete = await run.go()
    finally:
        await asking.close()
    network = asking.reached or not asking.lost
    late = Outcome("not checked", f"the {limits.at_most:g} seconds of the run were over")
    results = []
    for link in links:
        outcome = run.outcomes.get(link, late)
        lost = not network and link.kind in ("page", "e-mail")
        results.append(Result(link, _NO_NETWORK if lost else outcome))
    return Checked(tuple(results), network, complete)


class _Run:
    """Takes each address to its outcome: sites side by side, the pages of one site one after another."""

    def __init__(self, links: Sequence[Link], asking: Asker, tells: Tells, mail_looks: judging.Looks) -> None:
        self.outcomes: dict[Link, Outcome] = {}
        self._links = links
        self._asking = asking
        self._tells = tells
        self._mail_looks = mail_looks
        self._follower = Follower(asking)

    async def go(self) -> bool:
        """Look at everything, and say whether the time sufficed; end early where there is no network."""
        pages: defaultdict[str, defaultdict[URL, list[Link]]] = defaultdict(lambda: defaultdict(list))
        domains: defaultdict[str, list[Link]] = defaultdict(list)
        for link in self._links:
            if link.kind == "e-mail":
                domains[link.address.rpartition("@")[2].lower()].append(link)
            elif link.kind != "page":
                fault = number_fault(link.address, text=link.kind == "text number")
                self._settle([link], Outcome("doubtful", fault) if fault else _SHAPE)
            elif url := _url(link):
                pages[site(url)][url.with_fragment(None)].append(link)
            else:
                self._settle([link], _NOT_AN_ADDRESS)
        tasks = [asyncio.create_task(self._site(urls)) for urls in pages.values()]
        tasks += [asyncio.create_task(self._domain(domain, links)) for domain, links in domains.items()]
        return await self._ended(tasks)

    async def _ended(self, tasks: Sequence[asyncio.Task[None]]) -> bool:
        """Wait for the tasks, the limit or the knowledge that there is no network, and leave no task behind."""
        waiting = set(tasks)
        loop = asyncio.get_running_loop()
        until = loop.time() + self._asking.limits.at_most
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
        return not self._asking.reached and len(self._asking.lost) >= self._asking.limits.lost

    def _settle(self, links: Sequence[Link], outcome: Outcome) -> None:
        self.outcomes |= dict.fromkeys(links, outcome)
        self._tells(len(self.outcomes), len(self._links))

    async def _site(self, urls: dict[URL, list[Link]]) -> None:
        for url, links in urls.items():
            outcome = await self._page(url)
            for link in links:
                fragment = (_url(link) or url).raw_fragment
                instead = f"{outcome.instead}#{fragment}" if fragment and outcome.instead else outcome.instead
                self._settle([link], Outcome(outcome.state, outcome.why, instead))

    async def _page(self, url: URL) -> Outcome:
        way = await self._follower.follow(url)
        outcome = judged(way)
        if outcome.state == "ok" and way.last.scheme == "http" and url.explicit_port is None:
            safe = await self._follower.follow(url.with_scheme("https"))
            if is_right(safe) and safe.last.scheme == "https" and site(safe.last) == site(url):
                return Outcome("moved", "the same page answers over https", str(safe.start))
        return outcome

    async def _domain(self, domain: str, links: Sequence[Link]) -> None:
        found = await self._mail_looks(domain)
        if isinstance(found, Outcome):
            self._asking.reached = True
            self._settle(links, found)
            return
        self._asking.lost.add(domain)
        self._settle(links, Outcome(found.state, found.why))


def _url(link: Link) -> URL | None:
    """Return the address of a page, or None for what is none."""
    if link.kind != "page":
        return None
    try:
        url = URL(link.address)
    except ValueError:
        return None
    return url.with_user(None) if url.scheme in ("http", "https") and url.host else None
