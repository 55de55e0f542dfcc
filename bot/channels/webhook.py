"""Telegram's webhook: an update is acknowledged with 200 after it is answered.

After a start the first updates are answered one at a time, each acknowledged before the next: Telegram sends those
again that were on the way when a process was killed, and another kill must not find more than one of them answered
again.
"""

import asyncio
import hmac
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.intake import CAREFUL, PATIENCE, Intake
from bot.channels.web.forms import Refused, body

LONGEST_UPDATE = 1024 * 1024  # bytes
ANSWER_SECONDS = 50.0  # Telegram gives up after 60; then it sends the update again
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret


def endpoint(intake: Intake, secret: str) -> ASGIApp:
    """Return the endpoint that Telegram posts updates to.

    Args:
        intake: what answers them.
        secret: what every genuine update carries in its header.
    """
    return _Webhook(intake, secret.encode())


class _Webhook:
    def __init__(self, intake: Intake, secret: bytes) -> None:
        self._intake = intake
        self._secret = secret
        self._start = _CarefulStart(CAREFUL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret):
            return await Response(status_code=403)(scope, receive, send)
        try:
            update = json.loads(await body(request, LONGEST_UPDATE))
        except Refused as refused:
            return await Response(status_code=refused.status)(scope, receive, send)
        except ClientDisconnect:
            return
        except (ValueError, RecursionError):
            return await Response(status_code=400)(scope, receive, send)
        async with self._start.turn():
            status = await self._answer(update)
            await Response(status_code=status)(scope, receive, send)

    async def _answer(self, update: object) -> int:
        if not isinstance(update, dict):
            return 200
        if self._intake.full:
            return 503
        task = self._intake.take(update)
        if task is not None:
            done, _ = await asyncio.wait([task], timeout=ANSWER_SECONDS)
            return 200 if done else 503
        return 200


class _CarefulStart:
    """Lets the first updates through one at a time, unless one of them hangs."""

    def __init__(self, first: int) -> None:
        self._left = first
        self._alone = asyncio.Lock()
        self._through = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for one's turn, and hold it until the update is acknowledged."""
        alone = await self._entered()
        try:
            yield
        finally:
            if alone:
                self._left -= 1
                self._through += 1
                self._alone.release()

    async def _entered(self) -> bool:
        while self._left > 0:
            through = self._through
            try:
                async with asyncio.timeout(PATIENCE):
                    return await self._alone.acquire()
            except TimeoutError:
                if through == self._through:
                    self._left = 0
        return False
