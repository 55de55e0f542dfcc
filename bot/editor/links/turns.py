"""Whose turn it is: so many requests at once, one at a time for each site, with a pause between them."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """Gives out turns to make a request.

    Args:
        together: how many requests may go on at once.
        pause: seconds between the end of one request to a site and the start of the next.
    """

    def __init__(self, together: int, pause: float) -> None:
        self._together = asyncio.Semaphore(together)
        self._pause = pause
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._pauses: dict[str, float] = {}
        self._free_at: defaultdict[str, float] = defaultdict(float)

    @asynccontextmanager
    async def turn(self, site: str) -> AsyncIterator[None]:
        """Wait until a request to a site may be made, and hold its place until it is over."""
        loop = asyncio.get_running_loop()
        async with self._locks[site]:
            # Those who wait for a site hold none of the places that others could use meanwhile.
            await asyncio.sleep(self._free_at[site] - loop.time())
            async with self._together:
                try:
                    yield
                finally:
                    self.wait(site, self._pauses.get(site, self._pause))

    def wait(self, site: str, seconds: float) -> None:
        """Leave a site alone for so long from now, or longer where that is already due."""
        now = asyncio.get_running_loop().time()
        self._free_at[site] = max(self._free_at[site], now + seconds)

    def slow_down(self, site: str, pause: float) -> None:
        """Make the pause of a site longer, as it asks; never shorter."""
        self._pauses[site] = max(self._pause, pause, self._pauses.get(site, 0.0))
