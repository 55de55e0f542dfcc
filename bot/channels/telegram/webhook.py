"""Telegram's webhook: an update is acknowledged with 200 after it is answered.

After a start the first updates are answered one at a time, each acknowledged before the next: Telegram sends again
the updates that were being delivered when a process was killed, and another kill must not lead to more than one of
them being answered again.
"""

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from heapq import heappop, heappush
from itertools import count
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.intake import BEGUN, PACE, PATIENCE
from bot.channels.telegram.messenger import TelegramIntake
from bot.channels.telegram.updates import whole
from bot.channels.web.requests import RequestRefused, body

CONNECTIONS = 40  # updates that Telegram may deliver at the same time
LONGEST_UPDATE = 1024 * 1024  # bytes
ANSWER_SECONDS = 50.0  # Telegram gives up after 60; then it sends the update again
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret


def endpoint(intake: TelegramIntake, secret: str) -> ASGIApp:
    """Return the endpoint to which Telegram posts updates, each with the secret in its header."""
    return _Webhook(intake, secret.encode())


class _Webhook:
    def __init__(self, intake: TelegramIntake, secret: bytes) -> None:
        self._intake = intake
        self._secret = secret
        self._start = _CarefulStart(CONNECTIONS)
        self._setting_out = asyncio.Semaphore(PACE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        update, refused = await self._read(Request(scope, receive))
        if refused:
            await Response(status_code=refused)(scope, receive, send)
            return
        number = whole(update.get("update_id")) or 0
        async with self._start.turn(number), self._at_a_pace():
            status = await self._answer(update)
            await Response(status_code=status)(scope, receive, send)

    async def _read(self, request: Request) -> tuple[Mapping[str, Any], int]:
        """Return a genuine update, or the status that refuses it; an unknown sender's body is not read."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return {}, 403
        try:
            update = json.loads(await body(request, LONGEST_UPDATE))
        except RequestRefused as refused:
            return {}, refused.status
        except (ValueError, RecursionError, ClientDisconnect):
            return {}, 400
        return update if isinstance(update, dict) else {}, 0

    async def _answer(self, update: Mapping[str, Any]) -> int:
        if self._intake.full:
            return 503
        task = self._intake.take(update)
        if task is not None:
            done, _ = await asyncio.wait([task], timeout=ANSWER_SECONDS)
            return 200 if done else 503
        return 200

    @asynccontextmanager
    async def _at_a_pace(self) -> AsyncIterator[None]:
        await self._setting_out.acquire()
        with ExitStack() as place:
            place.callback(self._setting_out.release)
            later = asyncio.get_running_loop().call_later(BEGUN, place.close)
            place.callback(later.cancel)
            yield


class _CarefulStart:
    """Lets the first updates through one at a time, the oldest waiting one first, unless one of them hangs."""

    def __init__(self, first: int) -> None:
        self._left = first
        self._patience: asyncio.TimerHandle | None = None  # set while one update is being answered alone
        self._waiting: list[tuple[int, int, asyncio.Future[bool]]] = []
        self._arrivals = count()

    @asynccontextmanager
    async def turn(self, number: int) -> AsyncIterator[None]:
        """Wait for an update's turn, and keep the turn until the update is acknowledged."""
        alone = await self._entered(number)
        try:
            yield
        finally:
            if alone:
                self._next()

    async def _entered(self, number: int) -> bool:
        if self._left <= 0:
            return False
        if self._patience is None:
            self._begin()
            return True
        mine: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        heappush(self._waiting, (number, next(self._arrivals), mine))
        return await mine

    def _begin(self) -> None:
        self._left -= 1
        self._patience = asyncio.get_running_loop().call_later(PATIENCE, self._end)

    def _next(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        while self._waiting and self._left > 0:
            *_, mine = heappop(self._waiting)
            if not mine.done():
                self._begin()
                mine.set_result(True)
                return
        if self._left <= 0:
            self._end()

    def _end(self) -> None:
        self._left = 0
        for *_, mine in sorted(self._waiting):
            if not mine.done():
                mine.set_result(False)
        self._waiting.clear()
