"""What the answer of an address means: it works, has moved, is gone, or is doubtful."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from yarl import URL

from bot.content.faults import short
from bot.editor.links.client import RequestFailure, ServerAnswer, State, site
from bot.editor.links.redirects import RedirectChain
from bot.open_data.http_client import host_of

if TYPE_CHECKING:
    from dns.asyncresolver import Resolver

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


STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class LinkOutcome:
    """The outcome of checking an address."""

    state: State
    why: str = ""
    instead: str = ""  # a suggested replacement, if there is one


def judged(way: RedirectChain) -> LinkOutcome:
    """Return the outcome for an address from its redirects and final answer."""
    outcome = _end(way.end)
    if outcome.state != "ok":
        there = f"it sends on to {way.last}, and there: " if way.hops else ""
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
        return LinkOutcome("doubtful", f"it sends on to an address without encryption, {last}")
    if _is_front(last) and not _is_front(start):
        return LinkOutcome("doubtful", f"it leads to the front page {last}: the page itself may be gone")
    new = start
    for hop in way.hops:
        if hop.status not in _FOR_GOOD:
            break
        new = hop.to
    if new == start:
        if site(last) != site(start):
            return LinkOutcome("doubtful", f"for now it sends on to another site, {last}")
        return LinkOutcome("ok", f"for now it sends on to {last}")
    return LinkOutcome("moved", _how(start, new), str(new))


def _how(start: URL, new: URL) -> str:
    if site(new) != site(start):
        return f"it has moved for good, to another site ({host_of(new)}); read it before you take its address"
    if new == start.with_scheme(new.scheme):
        return "it has moved for good, to https"
    return "it has moved for good"


def _is_front(url: URL) -> bool:
    return url.path.strip("/") == "" and not url.query_string


Looks = Callable[[str], Awaitable[LinkOutcome | RequestFailure]]  # from a domain to what is known about it

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
    return LinkOutcome("ok", "its domain takes mail; only an answer tells whether somebody reads it")


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
