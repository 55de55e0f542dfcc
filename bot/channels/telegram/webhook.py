"""Telegram's webhook: the updates sent to it, and its address, which is registered and watched.

After a start the first updates are answered one at a time, each acknowledged before the next: Telegram sends again
the updates that were being delivered when a process was killed, and another kill must not lead to more than one of
them being answered again.

Telegram has a limited number of connections, so a chat that must wait may not keep them. Updates that have waited some
seconds hold half of them at most, and one chat a few; beyond that, status 425 asks Telegram to send an update again.
It then joins what waits in memory, or is taken as if it were new. Telegram keeps one chat's updates in order.

A start never takes a bot over from another deployment unasked. What keeps Telegram from working is a few words for the
health page, and one line in the log for each change of it, with the cure.
"""

import asyncio
import json
import re
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import ExitStack, asynccontextmanager
from datetime import datetime
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from telegram import WebhookInfo
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.channels.error_handler import log, report
from bot.channels.intake import BEGUN, LONGEST_WAIT, PACE, PATIENCE
from bot.channels.talk import CannotConnect
from bot.channels.telegram.connection import REVOKED, TelegramBot, elsewhere, look_before_change
from bot.channels.telegram.messenger import TelegramIntake, is_urgent
from bot.channels.telegram.updates import UPDATES, whole
from bot.channels.web.requests import RequestRefused, body
from bot.core.hearing import DangerListener
from bot.state.secret import Secret

CONNECTIONS = 40  # updates that Telegram may deliver at the same time
LONGEST_UPDATE = 1024 * 1024  # bytes
ANSWER_SECONDS = 50.0  # Telegram gives up after 60; then it sends the update again
MOST_WAITING = CONNECTIONS // 2  # of these, how many answers that have to wait may hold
HURRY = 0.5  # seconds that an answer is given before it counts as waiting, while no more may wait
PUT_OFF = 425  # asks Telegram to send an update again; proxies may answer 503 by themselves, but never this
AGAIN = 5  # seconds after which Telegram sends such an update again
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name, not a secret


class Webhook:
    """The endpoint to which Telegram posts updates, each with the secret in its header."""

    def __init__(self, intake: TelegramIntake, secret: Secret, danger: DangerListener) -> None:
        self._intake = intake
        self._secret = secret
        self._danger = danger
        self._turns = _SettingOut(CONNECTIONS)
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


class _SettingOut:
    """Lets updates start: after a start of the process one by one, each until acknowledged, and later a few at a time.

    Among those waiting, messages about danger go first, then the oldest.
    """

    def __init__(self, alone: int) -> None:
        self._alone = alone  # how many more start one by one, unless one of them hangs
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


LOOK = 60.0  # seconds between two looks
SLOWLY = 300.0  # seconds between two looks while the token is refused
LOOKS = 4  # in a row, during which the updates waiting at Telegram must not fall, to count as growing
GROWTH = 5  # updates by which it must have grown
OK, NEW = "ok", "not yet connected"
AWAY, REFUSED, ELSEWHERE = "cannot be reached", "the token is refused", "messages do not come here"
FAILING, GROWING = "deliveries fail", "undelivered messages pile up"
_SAID: Mapping[str, str] = {
    AWAY: "Telegram cannot be reached. Check the network and SIGNPOST_TELEGRAM_API. Signpost keeps trying.",
    REFUSED: REVOKED,
    FAILING: "Telegram cannot deliver to SIGNPOST_WEBHOOK_URL (%s). Check the address, its certificate and the proxy.",
    GROWING: "More and more messages wait at Telegram. Check that SIGNPOST_WEBHOOK_URL can be reached from outside.",
}
_GONE = "Telegram has no address for this bot any more: somebody removed it, or polls. Stop that, and start this again."
_ERROR = re.compile(r"\b[1-5]\d\d\b|timed? ?out|timeout|refused|certificate|SSL|resolve|closed", re.I)


class Registration:
    """Registers the webhook's address with Telegram, and checks that it stays registered and works."""

    def __init__(self, bot: TelegramBot, url: str, secret: Secret, *, take_over: bool = False) -> None:
        self.state = NEW  # a few words for the health page
        self._bot, self._url, self._secret = bot, url, secret
        self._take_over = take_over
        self._said = self._given = ""
        self._pause = 1.0
        self._registered = False
        self._missed = 0
        self._error: datetime | None = None  # when a delivery failed last, as far as is known
        self._calm = LOOKS  # looks since one failed
        self._pending: deque[int] = deque(maxlen=LOOKS)

    async def keep(self) -> None:
        """Register if that is still to be done, and look at it from then on, until cancelled."""
        while True:
            await asyncio.sleep(self._pause)
            try:
                await self.attempt()
            except CannotConnect as error:
                self._pause = LOOK
                self._tell(ELSEWHERE, str(error))

    async def attempt(self) -> None:
        """Register, or look if that is done; leave it to `keep` if Telegram is away or refuses the token.

        Raises:
            CannotConnect: the messages go elsewhere, or a setting is refused.
        """
        try:
            known = self._registered and self._given == self._secret.first
            await (self._look() if known else self._register())
            self._pause, self._missed = LOOK, 0
        except CannotConnect:
            raise
        except InvalidToken:
            self._pause = SLOWLY
            self._tell(REFUSED)
        except Exception as error:
            if not isinstance(error, TelegramError):
                report(error)
            self._pause = LOOK if self._registered else min(2.0**self._missed, LONGEST_WAIT)
            self._missed += 1
            if not self._registered or self._missed > 1:
                self._tell(AWAY)

    async def _register(self) -> None:
        found = await look_before_change(self._bot, self._url, take_over=self._take_over)
        given = self._secret.first
        try:
            await self._bot.set_webhook(
                self._url, secret_token=given, allowed_updates=list(UPDATES), max_connections=CONNECTIONS
            )
        except BadRequest:
            raise CannotConnect("Telegram refused SIGNPOST_WEBHOOK_URL or SIGNPOST_WEBHOOK_SECRET.") from None
        self._registered, self._given, self._error = True, given, found.last_error_date
        self._tell(OK)

    async def _look(self) -> None:
        found = await self._bot.get_webhook_info()
        failing, growing = self._is_failing(found), self._is_growing(found)
        if found.url != self._url:
            self._tell(ELSEWHERE, elsewhere(found.url) if found.url else _GONE)
        elif failing:
            self._tell(FAILING, _SAID[FAILING] % error_kind(found.last_error_message or ""))
        else:
            self._tell(GROWING if growing else OK)

    def _is_failing(self, found: WebhookInfo) -> bool:
        """Say whether deliveries have failed lately, except where we asked for an update again."""
        before, self._error = self._error, found.last_error_date
        ours = error_kind(found.last_error_message or "") == str(PUT_OFF)
        self._calm = self._calm + 1 if self._error == before or ours else 0
        return self._error is not None and self._calm < LOOKS

    def _is_growing(self, found: WebhookInfo) -> bool:
        self._pending.append(found.pending_update_count)
        rises = all(before <= after for before, after in pairwise(self._pending))
        return len(self._pending) == LOOKS and rises and self._pending[-1] - self._pending[0] >= GROWTH

    def _tell(self, state: str, said: str = "") -> None:
        """Remember the state, and log one line if it has changed."""
        said = said or _SAID.get(state, "Telegram works again.")
        changed = state != self.state or (state == ELSEWHERE and said != self._said)
        if changed and state != OK:
            log.error("%s", said)
        elif changed and self.state != NEW:
            log.info("%s", said)
        self.state, self._said = state, said


def error_kind(message: str) -> str:
    """Return what kind of error a delivery had: its status, or a few words of Telegram's own."""
    found = _ERROR.search(message)
    return found.group() if found else "no reason is given"
