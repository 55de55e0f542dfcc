"""The admins' page: protected by one long secret, without a cookie, and absent if no secret is set.

The secret is sent with each request for the page and is not stored: there is nothing to steal afterwards, and no
other site can make a browser send it.
"""

import asyncio
import time
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.error_handler import log
from bot.channels.web.requests import RequestRefused, fields
from bot.reports.formats import page, policy, programs, table, ways_in
from bot.reports.section import Report
from bot.state.secret import Secret

PATH = "/admin"
LONGEST = 4096  # bytes in the form
TRIES = 20  # in quick succession; then one more every three seconds
REFILL = 3.0
_WEEKS = ("4", "13", "26", "52", "0")
_HEADERS = {"Cache-Control": "no-store, private"}
_WRONG = "That is not the secret."
_TOO_MANY = "There were too many tries. Wait a minute, or use “signpost stats” on the machine itself."


class Tries:
    """The number of tries left, for everybody together because nobody is identified."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._left, self._at = float(TRIES), steady()

    def take(self) -> bool:
        """Use up a try, and return whether there was one."""
        at = self._steady()
        self._left, self._at = min(float(TRIES), self._left + (at - self._at) / REFILL), at
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def give_back(self) -> None:
        self._left = min(float(TRIES), self._left + 1)


def routes(secret: Secret, report: Callable[[int], Report], tries: Tries | None = None) -> list[Route]:
    """Return the page's route, or none without a secret, so that its address is like any that does not exist."""
    if not secret:
        return []
    left = tries or Tries()

    async def endpoint(request: Request) -> Response:
        if request.method != "POST":
            return _shown(ways_in())
        if not left.take():
            return _shown(ways_in(_TOO_MANY), 429)
        given = await _fields(request)
        if not secret.is_right(given.get("secret", "")):
            log.warning("a wrong secret was given on the admins' page", extra={"seconds_apart": 60.0})
            return _shown(ways_in(_WRONG), 403)
        left.give_back()
        weeks = given.get("weeks", "")
        made = await asyncio.to_thread(report, int(weeks if weeks in _WEEKS else "52"))
        return _made(made, given.get("format", ""))

    return [Route(PATH, endpoint, methods=["GET", "POST"])]


async def _fields(request: Request) -> dict[str, str]:
    try:
        return await fields(request, LONGEST)
    except RequestRefused:
        return {}


def _made(made: Report, as_: str) -> Response:
    if as_ == "csv":
        named = {**_HEADERS, "Content-Disposition": 'attachment; filename="signpost.csv"'}
        return Response(table(made), media_type="text/csv", headers=named)
    if as_ == "json":
        return Response(programs(made), media_type="application/json", headers=_HEADERS)
    return _shown(page(made))


def _shown(html: str, status: int = 200) -> Response:
    headers = {**_HEADERS, "Content-Security-Policy": policy()}
    return Response(html, status, headers, "text/html")
