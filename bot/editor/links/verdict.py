"""Follow an address through its redirects, and say what its answer means: it works, has moved, is gone or doubtful."""

import asyncio
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import get_args
from urllib.robotparser import RobotFileParser

from yarl import URL

from bot.content.faults import short
from bot.editor.links.client import AGENT, TOO_MANY, LinkState, PoliteClient, RequestFailure, ServerAnswer, site
from bot.open_data.http_client import REDIRECTS, host_of

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
                    start, tuple(hops), RequestFailure("doubtful", "it redirects in a loop; open it in a browser")
                )
            if len(hops) > self._client.limits.hops:
                why = f"it redirects more than {self._client.limits.hops} times; open it in a browser"
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
        return RequestFailure("doubtful", "it redirects to what is not an address")
    if not location or target.scheme not in ("http", "https") or not target.host:
        return RequestFailure("doubtful", "it redirects to what is not a web page")
    return target.with_user(None)


_FOR_GOOD = frozenset({301, 308})
_NOT_THERE = {404: "not there", 410: "gone for good"}
_SAYS_MISSING = re.compile(
    r"\b404\b|\bnot found\b|\b(?:can't|cannot|can not|couldn't|could not) (?:be found|find)\b"
    r"|\bno longer (?:available|exists?|here)\b|\b(?:doesn't|does not) exist\b|\bpage (?:un|not )available\b"
)
_SAYS_SOLD = re.compile(
    r"\bdomain (?:name )?(?:is |may be )?(?:for sale|parked|expired)\b|\.[a-z]+ (?:is |may be )for sale\b"
    r"|\bbuy this domain\b|\bparked domain\b|\b(?:account|site|website) (?:is |has been )?suspended\b"
)
_SAYS_ROBOT = re.compile(
    r"\bjust a moment\b|\battention required\b|\baccess denied\b|\bare you (?:a )?(?:human|robot)\b"
    r"|\b(?:site|page|website|access) (?:is |has been )?blocked\b"
)


STATES: tuple[LinkState, ...] = get_args(LinkState)


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    """The outcome of checking an address."""

    state: LinkState
    why: str = ""
    instead: str = ""  # a suggested replacement, if there is one


def judged(way: RedirectChain) -> LinkOutcome:
    """Return the outcome for an address from its redirects and final answer."""
    outcome = _end(way.end)
    if outcome.state != "ok":
        there = f"it redirects to {way.last}, and there: " if way.hops else ""
        return LinkOutcome(outcome.state, there + outcome.why)
    return _moved(way) if way.hops else outcome


def is_right(way: RedirectChain) -> bool:
    """Say whether an address opens a page, ignoring its redirects."""
    return _end(way.end).state == "ok"


def _end(end: ServerAnswer | RequestFailure) -> LinkOutcome:
    if isinstance(end, RequestFailure):
        return LinkOutcome(end.state, end.why)
    if end.status in _NOT_THERE:
        return LinkOutcome("gone", f"its server says that it is {_NOT_THERE[end.status]} ({end.status})")
    if end.status == 429:
        return LinkOutcome("not checked", "it asks programs for fewer requests (429); open it in a browser")
    if end.status >= 500:
        return LinkOutcome("not reachable", f"its server fails ({end.status})")
    if end.status >= 400:
        return LinkOutcome("doubtful", f"it refuses a program's request ({end.status}); open it in a browser")
    if end.status >= 300:
        return LinkOutcome("doubtful", f"it answers with {end.status}; open it in a browser")
    return _page(end)


def _page(answer: ServerAnswer) -> LinkOutcome:
    """Return the outcome of a page; its title may contradict its status."""
    title = short(answer.title, 80)
    plain = answer.title.lower().replace("’", "'")
    for pattern, meaning in (
        (_SAYS_MISSING, "the page may be gone"),
        (_SAYS_SOLD, "the site may no longer be theirs"),
        (_SAYS_ROBOT, "we may not have been shown the page; open it in a browser"),
    ):
        if pattern.search(plain):
            return LinkOutcome("doubtful", f'it opens, but its title is "{title}": {meaning}')
    return LinkOutcome("doubtful", answer.broke) if answer.broke else LinkOutcome("ok")


def _moved(way: RedirectChain) -> LinkOutcome:
    start, last = way.start, way.last
    if start.scheme == "https" and last.scheme == "http":
        return LinkOutcome("doubtful", f"it redirects to an address without encryption, {last}")
    if _is_front(last) and not _is_front(start):
        return LinkOutcome("doubtful", f"it leads to the front page {last}: the page itself may be gone")
    new = start
    for hop in way.hops:
        if hop.status not in _FOR_GOOD:
            break
        new = hop.to
    if new == start:
        if site(last) != site(start):
            return LinkOutcome("doubtful", f"for now it redirects to another site, {last}")
        return LinkOutcome("ok", f"for now it redirects to {last}")
    return LinkOutcome("moved", _how(start, new), str(new))


def _how(start: URL, new: URL) -> str:
    if site(new) != site(start):
        return f"it has moved for good, to another site ({host_of(new)}); read it before you use its address"
    if new == start.with_scheme(new.scheme):
        return "it has moved for good, to https"
    return "it has moved for good"


def _is_front(url: URL) -> bool:
    return url.path.strip("/") == "" and not url.query_string
