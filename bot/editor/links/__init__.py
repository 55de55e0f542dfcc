"""Check every address and number in the content: where each appears, and one run over all of them."""

import asyncio
import re
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.content.faults import Finding, Path
from bot.content.field_specs import FieldText, field_texts
from bot.content.loaded_content import ContentItem, LoadedContent
from bot.content.rules.contacts import number_fault
from bot.core.library import CrisisContact
from bot.core.service import Phone, Service
from bot.editor.links import verdict
from bot.editor.links.client import HEADERS, PoliteClient, RunLimits, site
from bot.editor.links.redirects import Follower
from bot.editor.links.verdict import LinkOutcome, is_right, judged
from bot.editor.what_waits import DIRECTORY
from bot.open_data.http_client import HttpClient, host_of

Kind = Literal["page", "e-mail", "number", "text number"]
EDITORS = "editors"  # crisis cards, language rules and the like name no owner
ONLY = {"services": "service", "entries": "entry", "flows": "flow", "facts": "facts"}

_WRITTEN = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_ENDS_SENTENCE = ".,;:!?)'"


@dataclass(frozen=True, slots=True, order=True)
class AddressPlace:
    """A place where an address appears, and the owner responsible for it."""

    owner: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Address:
    """An address or number, with every place where it appears, in file order."""

    kind: Kind
    address: str
    places: tuple[AddressPlace, ...]


def addresses(draft: LoadedContent, only: str = "") -> tuple[Address, ...]:
    """Return everything to check, or what ONLY names; services come first because staff rely on them most urgently."""
    places: dict[tuple[Kind, str], list[AddressPlace]] = {}
    for piece in sorted(draft.pieces(), key=lambda piece: piece.kind != "service"):
        if only and piece.kind != ONLY[only]:
            continue
        for leaf in field_texts(piece.value, piece.path):
            for kind, address in _addresses(leaf):
                places.setdefault((kind, address), []).append(_place(draft, piece, leaf.path, address))
    if not only:
        for id, text in draft.library.messages.items():
            for address in _in_words(text):
                found = Finding(draft.file("messages"), (id,), "", within=address)
                place = AddressPlace(EDITORS, found.file, draft.place(found).line)
                places.setdefault(("page", address), []).append(place)
    return tuple(
        Address(kind, address, tuple(sorted(set(stands), key=lambda place: (place.file, place.line))))
        for (kind, address), stands in places.items()
    )


def _addresses(leaf: FieldText) -> Iterator[tuple[Kind, str]]:
    """Yield the addresses and numbers in a text."""
    name, text = leaf.field.name, leaf.text
    if not text:
        return
    if name == "number" and leaf.kind in (Phone, CrisisContact):
        yield "number", text
    elif leaf.kind is Service and name == "text":
        yield "text number", text
    elif leaf.kind is Service and name == "email":
        yield "e-mail", text
    else:
        for address in _in_words(text):
            yield "page", address


def _in_words(text: str) -> Iterator[str]:
    """Yield the web addresses in a text, without the full stop that ends its sentence."""
    for found in _WRITTEN.finditer(text):
        address = found[0].rstrip(_ENDS_SENTENCE)
        # An address may end in a bracket that it has opened itself.
        if "(" in address and found[0].startswith(f"{address})"):
            address += ")"
        yield address


def _place(draft: LoadedContent, piece: ContentItem, path: Path, address: str) -> AddressPlace:
    owner = DIRECTORY if piece.kind == "service" else getattr(piece.value, "owner", EDITORS)
    line = draft.place(Finding(piece.file, path, "", within=address)).line
    return AddressPlace(owner, piece.file, line)


_SHAPE = LinkOutcome("not checked", "its shape is right; only ringing it tells who answers")
_NO_NETWORK = LinkOutcome("not checked", "there was no network")
_NOT_AN_ADDRESS = LinkOutcome("doubtful", "this is not an address that can be opened")
Progress = Callable[[int, int], None]  # how many are done, and the total


@dataclass(frozen=True, slots=True)
class AddressResult:
    """An address and its outcome."""

    link: Address
    outcome: LinkOutcome


@dataclass(frozen=True, slots=True)
class LinkReport:
    """The results of one run."""

    results: tuple[AddressResult, ...]
    network: bool  # whether there was a network, as far as one was needed
    complete: bool  # whether there was enough time


async def check_addresses(
    links: Sequence[Address],
    limits: RunLimits,
    progress: Progress = lambda done, of: None,
    *,
    resolver: AbstractResolver | None = None,
    trust: ssl.SSLContext | None = None,
    mail_looks: verdict.Looks | None = None,
) -> LinkReport:
    """Check every address within the limits.

    Args:
        links: the addresses to check, in order.
        limits: the limits of the run.
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
        run = _Run(links, client, progress, mail_looks or verdict.looks(limits.timeout))
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

    def __init__(
        self, links: Sequence[Address], client: PoliteClient, progress: Progress, mail_looks: verdict.Looks
    ) -> None:
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
