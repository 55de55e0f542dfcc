"""Telegram's webhook: an update is acknowledged with 200 after it is answered.

After a start the first updates are answered one at a time, each acknowledged before the next: Telegram sends again
the updates that were being delivered when a process was killed, and another kill must not lead to more than one of
them being answered again.

Telegram has so many connections and no more, so a chat that must wait may not keep them. What has waited some seconds
holds half of them at most, and one chat a few; beyond that, Telegram is told with 425 when to send an update again.
It then joins what waits in memory, or is taken as if it were new. Telegram keeps one chat's updates in order.
"""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import ExitStack, asynccontextmanager
from heapq import heappop, heappush
from itertools import count
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.channels.error_handler import log
from bot.channels.intake import BEGUN, PACE, PATIENCE
from bot.channels.telegram.messenger import TelegramIntake, is_urgent
from bot.channels.telegram.updates import whole
from bot.channels.web.requests import RequestRefused, body
from bot.core.hearing import DangerListener
from bot.state.secret import Secret

CONNECTIONS = 40  # updates that Telegram may deliver at the same time
LONGEST_UPDATE = 1024 * 1024  # bytes
ANSWER_SECONDS = 50.0  # Telegram gives up after 60; then it sends the update again
MOST_WAITING = CONNECTIONS // 2  # of these, how many answers that have to wait may hold
HURRY = 0.5  # seconds that an answer is given before it counts as waiting, while as many wait as may
PUT_OFF = 425  # tells Telegram to send an update again; no proxy says so by itself, as it may say 503
AGAIN = 5  # seconds after which Telegram sends an update again that it was told to
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret


class Webhook:
    """The endpoint to which Telegram posts updates, each with the secret in its header."""

    def __init__(self, intake: TelegramIntake, secret: Secret, danger: DangerListener) -> None:
        self._intake = intake
        self._secret = secret
        self._danger = danger
        self._turns = _Turns(CONNECTIONS)
        self._waiting: deque[asyncio.Future[None]] = deque()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        update, refused = await self._read(Request(scope, receive))
        if refused:
            await Response(status_code=refused)(scope, receive, send)
            return
        async with self._turns.turn(whole(update.get("update_id")) or 0, lambda: is_urgent(update, self._danger)):
            response = Response() if await self._answered(update) else self._again()
            await response(scope, receive, send)

    async def _read(self, request: Request) -> tuple[Mapping[str, Any], int]:
        """Return a genuine update, or the status that refuses it; an unknown sender's body is not read."""
        given = request.headers.get(SECRET_HEADER, "")
        if not self._secret.is_right(given):
            log.warning("a request to the webhook had a wrong secret", extra={"seconds_apart": 60.0})
            return {}, 403
        try:
            update = json.loads(await body(request, LONGEST_UPDATE))
        except RequestRefused as refused:
            return {}, refused.status
        except (ValueError, RecursionError, ClientDisconnect):
            return {}, 400
        return update if isinstance(update, dict) else {}, 0

    def _again(self) -> Response:
        return Response(status_code=PUT_OFF, headers={"Retry-After": str(AGAIN)})

    async def _answered(self, update: Mapping[str, Any]) -> bool:
        """Return whether an update is answered or passed over; if not, Telegram has to send it again."""
        if not self._intake.has_room(update):
            return False
        task = self._intake.take(update)
        if task is None:
            return True
        await asyncio.wait([task], timeout=PATIENCE if len(self._waiting) < MOST_WAITING else HURRY)
        return task.done() or await self._waited(task)

    async def _waited(self, task: "asyncio.Task[None]") -> bool:
        """Wait for an answer that takes long, unless so many others do that the connection is needed."""
        needed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(needed)
        if len(self._waiting) > MOST_WAITING:
            self._waiting.popleft().set_result(None)
        try:
            first = asyncio.FIRST_COMPLETED
            await asyncio.wait([task, needed], timeout=ANSWER_SECONDS - PATIENCE, return_when=first)
        finally:
            if not needed.done():
                self._waiting.remove(needed)
        return task.done()


class _Turns:
    """Lets updates set out: after a start each alone until it is acknowledged, and later a few at a time.

    Of those that wait for their turn, who speaks of danger goes first, and then the oldest.
    """

    def __init__(self, alone: int) -> None:
        self._alone = alone  # how many more set out alone, unless one of them hangs
        self._set_out = 0
        self._waiting: list[tuple[bool, int, int, asyncio.Future[ExitStack]]] = []
        self._arrivals = count()

    @asynccontextmanager
    async def turn(self, number: int, urgent: Callable[[], bool]) -> AsyncIterator[None]:
        """Wait for an update's turn, and keep the turn until the update is acknowledged or has taken too long."""
        if self._has_room:
            place = self._begun()
        else:
            mine: asyncio.Future[ExitStack] = asyncio.get_running_loop().create_future()
            heappush(self._waiting, (not urgent(), number, next(self._arrivals), mine))
            place = await mine
        with place:
            yield

    @property
    def _has_room(self) -> bool:
        return self._set_out < (1 if self._alone else PACE)

    def _begun(self) -> ExitStack:
        self._set_out += 1
        place = ExitStack()
        place.callback(self._end)
        patience = PATIENCE if self._alone else BEGUN
        place.callback(asyncio.get_running_loop().call_later(patience, self._hangs, place).cancel)
        return place

    def _hangs(self, place: ExitStack) -> None:
        self._alone = 0  # the others need not wait for it
        place.close()

    def _end(self) -> None:
        self._set_out -= 1
        self._alone = max(0, self._alone - 1)
        while self._waiting and self._has_room:
            *_, mine = heappop(self._waiting)
            if not mine.done():
                mine.set_result(self._begun())
