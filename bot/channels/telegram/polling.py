"""Polling: fetch updates from Telegram, and acknowledge each one as soon as it is answered, not before.

An offset tells Telegram that all earlier updates are finished. So an answer that has to wait stops later updates from
being acknowledged, though not from being answered. Only if no more updates can be held behind it, while others are
being answered, is it set aside: it is then acknowledged, and waits only in memory. Each chat has limited
room there; what it sends beyond that is dropped, so that a flood from one person cannot fill the memory for all.

After a start, the updates that an earlier process may have held are taken one at a time, each acknowledged before
the next: that process may have been killed after it answered some and before it acknowledged them, and another kill
must not lead to more than one of them being answered again.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from telegram.error import BadRequest, Conflict, InvalidToken, RetryAfter, TelegramError

from bot.channels.error_handler import log, report
from bot.channels.intake import BEGUN, PACE, PATIENCE
from bot.channels.telegram.connection import REVOKED, TelegramBot, seconds_of
from bot.channels.telegram.messenger import TelegramIntake
from bot.channels.telegram.updates import whole

AT_ONCE = 40  # people being answered at most: as many as Telegram delivers at the same time by webhook
REACH = 100  # unacknowledged updates at most: as many as Telegram returns at a time
LONG_POLL = 25  # seconds that one call waits for an update
_GLANCE, _LONGEST_GLANCE = BEGUN, 1.0  # seconds between two checks for new updates while others are being answered
_LONGEST_PAUSE = 10.0  # seconds between two tries while Telegram returns no updates
GRACE = 7.0  # seconds that unfinished answers are given when the process is stopped
_REFUSALS: Mapping[type[TelegramError], str] = {
    InvalidToken: REVOKED,
    Conflict: "Another program receives this bot's messages: it polls too or has set a webhook. Stop one of the two.",
    BadRequest: "Telegram refuses to give updates. Check SIGNPOST_TELEGRAM_API.",
}
_LAST_TRIES = 5  # attempts to acknowledge updates at the end


@dataclass(frozen=True, slots=True)
class _HeldUpdate:
    """An update that is not acknowledged: the task that answers it, if any, its chat, and since when."""

    task: "asyncio.Task[None] | None"
    chat: int | None
    since: float

    @property
    def answered(self) -> bool:
        return self.task is None or self.task.done()


class Polling:
    """Fetches updates until it is told to stop."""

    def __init__(self, bot: TelegramBot, intake: TelegramIntake) -> None:
        self._bot = bot
        self._intake = intake
        self._offset: int | None = None
        self._acknowledged: int | None = None
        self._held: dict[int, _HeldUpdate] = {}
        self._careful = True
        self._before: int | None = None  # the last update that an earlier process may have held; None until it is known
        self._progress = 0.0  # when something was last answered
        self._flooding: int | None = None  # the chat whose messages were dropped last, which is logged once
        self._refusal = ""  # why no updates are given, which is logged once
        self._pause = 1.0
        self._glance = _GLANCE

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set; then let the current updates be answered, and acknowledge them."""
        stopping = asyncio.create_task(stop.wait())
        try:
            while not stop.is_set():
                await self._once(stopping)
        finally:
            stopping.cancel()
            await self._finish()

    async def _once(self, stopping: "asyncio.Task[bool]") -> None:
        fetching = asyncio.create_task(self._fetch())
        await asyncio.wait([fetching, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not fetching.done():
            fetching.cancel()
            await asyncio.wait([fetching])
            return
        updates = fetching.result()
        self._take(updates)
        if updates and not self._held:
            await asyncio.sleep(_GLANCE)  # none of them can be answered or acknowledged
        await self._answered(stopping)
        self._set_aside()
        self._move_on()

    async def _fetch(self) -> list[dict[str, Any]]:
        """Acknowledge what is answered and fetch what is new; unacknowledged updates come again before it."""
        begun = sum(not held.answered and _time() - held.since < BEGUN for held in self._held.values())
        room = min(self._room(), PACE - begun)
        if room <= 0 and self._acknowledged == self._offset:
            return []
        waiting = 0 if self._careful or self._held else LONG_POLL
        try:
            if self._careful:
                return await self._one()
            return await self._updates(max(1, len(self._held) + room), waiting)
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except (Conflict, InvalidToken, BadRequest) as error:
            said, self._refusal = self._refusal, _REFUSALS[type(error)]
            if said != self._refusal:
                log.error("%s", self._refusal)
            await self._wait()
        except TelegramError:
            log.warning("Telegram cannot be reached; trying again in %.0f s", self._pause)
            await self._wait()
        except Exception as error:
            report(error)
            await self._wait()
        return []

    async def _one(self) -> list[dict[str, Any]]:
        """Fetch the next of the updates that an earlier process may have held."""
        updates = await self._updates(AT_ONCE if self._before is None else 1, 0)
        numbered = [update for update in updates if whole(update.get("update_id")) is not None]
        if self._before is None and numbered:
            self._before = numbered[-1]["update_id"]
        self._careful = bool(numbered)
        return numbered[:1]

    async def _updates(self, limit: int, waiting: int) -> list[dict[str, Any]]:
        updates = await self._bot.updates(self._offset, limit, waiting)
        self._acknowledged = self._offset
        self._pause, self._refusal = 1.0, ""
        if not any(whole(update.get("update_id")) is not None for update in updates):
            self._offset = self._acknowledged = None  # after a quiet week Telegram restarts at a random number
        return updates

    async def _wait(self) -> None:
        await asyncio.sleep(self._pause)
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)

    def _room(self) -> int:
        """Return how many more updates can be taken."""
        people = {held.chat for held in self._held.values() if not held.answered}
        return min(REACH - len(self._held), AT_ONCE - len(people))

    def _take(self, updates: list[dict[str, Any]]) -> None:
        for update in updates:
            number = whole(update.get("update_id"))
            if number is not None and number not in self._held:
                self._held[number] = self._begun(update)
                self._glance = _GLANCE

    def _begun(self, update: dict[str, Any]) -> _HeldUpdate:
        chat = self._intake.chat_of(update)
        if chat is not None and self._intake.in_hand(chat) >= REACH:
            if chat != self._flooding:
                log.warning("messages of one chat are dropped, because too many of them are waiting")
            self._flooding = chat
            return _HeldUpdate(None, chat, _time())
        return _HeldUpdate(self._intake.take(update), chat, _time())

    async def _answered(self, stopping: "asyncio.Task[bool]") -> None:
        """Wait until one more is answered, or for a moment; longer during the careful start."""
        waiting = [held.task for held in self._held.values() if held.task is not None and not held.task.done()]
        if not waiting:
            return
        patience = PATIENCE if self._careful else self._glance
        done, _ = await asyncio.wait([*waiting, stopping], timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        if done:
            self._progress = _time()
        else:
            self._careful = False  # one answer hangs, and the others must not wait for it
        self._glance = _GLANCE if done else min(self._glance * 2, _LONGEST_GLANCE)

    def _set_aside(self) -> None:
        """Set aside the oldest updates if they have waited long and leave no room for others behind them.

        If nobody is being answered, Telegram itself is stuck, and as much as possible is left with it.
        """
        for number in sorted(self._held):
            held = self._held[number]
            alone = self._progress > held.since or len(self._held) >= REACH
            if held.answered or self._room() > 0 or self._intake.full or not alone:
                return
            if _time() - held.since < PATIENCE:
                return
            log.warning("an answer that has to wait was acknowledged, so that others need not wait for it")
            self._acknowledge(number)

    def _move_on(self) -> None:
        """Move the offset past the answered updates, up to the first one that is not answered."""
        for number in sorted(self._held):
            if not self._held[number].answered:
                break
            self._acknowledge(number)
            if self._before is not None and number >= self._before:
                self._careful = False

    def _acknowledge(self, number: int) -> None:
        del self._held[number]
        self._offset = number + 1

    async def _finish(self) -> None:
        if busy := self._intake.busy:
            _, waiting = await asyncio.wait(busy, timeout=GRACE)
            if waiting:
                log.warning("%d answers still wait for Telegram", len(waiting))
        self._move_on()
        for _ in range(_LAST_TRIES):
            if self._acknowledged == self._offset:
                return
            try:
                async with asyncio.timeout(1.0):
                    await self._updates(1, 0)
            except Conflict:
                await asyncio.sleep(0.1)  # the call that was cancelled is still open on Telegram's side
            except (TelegramError, TimeoutError):
                break
        log.warning("the last answers could not be acknowledged; they may come twice")


def _time() -> float:
    return asyncio.get_running_loop().time()
