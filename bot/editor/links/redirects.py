"""Follows an address through its redirects: HEAD first, then GET if that tells more."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

from yarl import URL

from bot.editor.links.client import AGENT, TOO_MANY, PoliteClient, RequestFailure, ServerAnswer, site
from bot.open_data.http_client import REDIRECTS

_BARRED = RequestFailure("not checked", "its robots.txt asks programs to leave this page alone; open it in a browser")
_Rules = RobotFileParser | RequestFailure


class Robots:
    """Says which pages robots.txt allows us to request."""

    def __init__(self, client: PoliteClient) -> None:
        self._client = client
        self._rules: dict[URL, _Rules] = {}
        self._locks: defaultdict[URL, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def bars(self, url: URL) -> RequestFailure | None:
        """Return why a page may not be requested, or None if it may."""
        origin = url.origin()
        async with self._locks[origin]:
            if origin not in self._rules:
                self._rules[origin] = await self._read(origin)
        rules = self._rules[origin]
        if isinstance(rules, RequestFailure):
            return rules
        return None if rules.can_fetch(AGENT, str(url)) else _BARRED

    async def _read(self, origin: URL) -> _Rules:
        url = origin / "robots.txt"
        for _ in range(self._client.limits.hops + 1):
            answer = await self._client.ask("GET", url, whole=True)
            target = _robots_target(url, answer)
            if target is None:
                return self._understood(origin, answer)
            url = target
        return _parsed([])  # too many redirects: as if there were none

    def _understood(self, origin: URL, answer: ServerAnswer | RequestFailure) -> _Rules:
        if isinstance(answer, RequestFailure):
            if answer.everywhere or not answer.reached:
                return answer
            return _unreadable(answer.why)
        if answer.status == TOO_MANY:
            return RequestFailure("not checked", "it asks programs for fewer requests (429); open it in a browser")
        if answer.status >= 500:
            return _unreadable(f"its server fails ({answer.status})")
        lines = answer.body.decode("utf-8", "replace").splitlines() if answer.status < 300 else []
        rules = _parsed(lines)
        delay = rules.crawl_delay(AGENT)
        if delay is not None:
            self._client.turns.slow_down(site(origin), min(float(delay), self._client.limits.patience))
        return rules


def _robots_target(url: URL, answer: ServerAnswer | RequestFailure) -> URL | None:
    """Return the target of a redirected robots.txt."""
    if isinstance(answer, RequestFailure) or not 300 <= answer.status < 400 or not answer.location:
        return None
    target = _target(url, answer.location)
    return target if isinstance(target, URL) else None


def _parsed(lines: list[str]) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(lines)
    return rules


def _unreadable(why: str) -> RequestFailure:
    """Treat a site whose rules cannot be read as one that forbids requests."""
    return RequestFailure("not checked", f"its robots.txt cannot be read ({why}); open it in a browser")


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: its status and its target."""

    status: int
    to: URL


@dataclass(frozen=True, slots=True)
class RedirectChain:
    """The redirects of an address, and the final answer."""

    start: URL
    hops: tuple[Hop, ...]
    end: ServerAnswer | RequestFailure

    @property
    def last(self) -> URL:
        """The final address."""
        return self.hops[-1].to if self.hops else self.start


class Follower:
    """Follows addresses."""

    def __init__(self, client: PoliteClient) -> None:
        self._client = client
        self._robots = Robots(client)

    async def follow(self, start: URL) -> RedirectChain:
        """Return the redirects and the final answer of an address."""
        hops: list[Hop] = []
        at, seen = start, {start}
        while True:
            end = await self._robots.bars(at) or await self._look(at)
            if isinstance(end, RequestFailure) or end.status not in REDIRECTS:
                return RedirectChain(start, tuple(hops), end)
            target = _target(at, end.location)
            if isinstance(target, RequestFailure):
                return RedirectChain(start, tuple(hops), target)
            hops.append(Hop(end.status, target))
            if target in seen:
                return RedirectChain(
                    start, tuple(hops), RequestFailure("doubtful", "it sends on in a circle; open it in a browser")
                )
            if len(hops) > self._client.limits.hops:
                why = f"it sends on more than {self._client.limits.hops} times; open it in a browser"
                return RedirectChain(start, tuple(hops), RequestFailure("doubtful", why))
            seen.add(target)
            at = target

    async def _look(self, url: URL) -> ServerAnswer | RequestFailure:
        """Return the answer of an address; only GET gives a page's title, and some servers refuse HEAD."""
        answer = await self._client.ask("HEAD", url)
        if isinstance(answer, RequestFailure):
            enough = answer.everywhere
        else:
            page = answer.status < 300 and answer.html
            enough = not page and (answer.status < 400 or answer.status == TOO_MANY)
        return answer if enough else await self._client.ask("GET", url)


def _target(at: URL, location: str) -> URL | RequestFailure:
    """Return the absolute target of a redirect."""
    try:
        target = at.join(URL(location)).with_fragment(None)
    except ValueError:
        return RequestFailure("doubtful", "it sends on to what is not an address")
    if not location or target.scheme not in ("http", "https") or not target.host:
        return RequestFailure("doubtful", "it sends on to what is not a web page")
    return target.with_user(None)
