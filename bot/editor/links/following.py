"""The way from an address to where it leads: HEAD, then GET where that says more, and a few redirects."""

from dataclasses import dataclass

from yarl import URL

from bot.editor.links.asking import Answer, Asker
from bot.editor.links.outcomes import Failure
from bot.editor.links.robots import Robots

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TOO_MANY = 429


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: with which status, and where to."""

    status: int
    to: URL


@dataclass(frozen=True, slots=True)
class Way:
    """Where an address leads, and what is there."""

    start: URL
    hops: tuple[Hop, ...]
    end: Answer | Failure

    @property
    def last(self) -> URL:
        """The address at which it ends."""
        return self.hops[-1].to if self.hops else self.start


class Follower:
    """Follows addresses.

    Args:
        asker: makes the requests.
    """

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._robots = Robots(asker)

    async def follow(self, start: URL) -> Way:
        """Return the way from an address to its end."""
        hops: list[Hop] = []
        at, seen = start, {start}
        while True:
            end = await self._robots.bars(at) or await self._look(at)
            if isinstance(end, Failure) or end.status not in REDIRECTS:
                return Way(start, tuple(hops), end)
            target = _target(at, end.location)
            if isinstance(target, Failure):
                return Way(start, tuple(hops), target)
            hops.append(Hop(end.status, target))
            if target in seen:
                return Way(start, tuple(hops), Failure("doubtful", "it sends on in a circle; open it in a browser"))
            if len(hops) > self._asker.limits.hops:
                why = f"it sends on more than {self._asker.limits.hops} times; open it in a browser"
                return Way(start, tuple(hops), Failure("doubtful", why))
            seen.add(target)
            at = target

    async def _look(self, url: URL) -> Answer | Failure:
        """Return what is at an address; only GET tells the title of a page, and what a server keeps from HEAD."""
        answer = await self._asker.ask("HEAD", url)
        if isinstance(answer, Failure):
            enough = answer.everywhere
        else:
            page = answer.status < 300 and answer.html
            enough = not page and (answer.status < 400 or answer.status == _TOO_MANY)
        return answer if enough else await self._asker.ask("GET", url)


def _target(at: URL, location: str) -> URL | Failure:
    """Return the whole address that a redirect names."""
    try:
        target = at.join(URL(location)).with_fragment(None)
    except ValueError:
        return Failure("doubtful", "it sends on to what is not an address")
    if not location or target.scheme not in ("http", "https") or not target.host:
        return Failure("doubtful", "it sends on to what is not a web page")
    return target.with_user(None)
