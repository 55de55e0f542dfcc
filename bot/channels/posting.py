"""A month on its way to the admins: each part of it to each of them at most once, and none left out.

Of every part a mark is written right before the call that sends it, and taken back where the call surely did not
arrive. So whatever ends the process: what was begun is never sent again, what was not is sent by the next one. Before
each mark Telegram is asked for something that may be asked twice, so that an hour in which it answers nobody costs
nothing. A mark names nobody: it is a hash under the bot's token, and all marks of a month go when the month is done.
"""

import asyncio
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from hashlib import blake2b
from typing import Protocol

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.channels.reporting import log, report
from bot.channels.telegram_request import NotConnected
from bot.counts.store import Store

Part = tuple[str, dict[str, object]]  # a method of the Bot API and its fields, but for whom they are for


class Sender(Protocol):
    """What makes calls: the bot."""

    @property
    def token(self) -> str:
        """What BotFather gave."""

    async def call(self, method: str, **fields: object) -> None:
        """Make a call."""


class _Came(Enum):
    """What came of a call."""

    THERE = auto()  # or it may be: then it is not made again
    NOWHERE = auto()  # surely
    REFUSED = auto()


class Post:
    """Brings the parts of one task to admins.

    Args:
        bot: what makes the calls.
        store: where the marks are written; nobody else may bring this task meanwhile.
        task: such as ``digest 2026-10``.
    """

    def __init__(self, bot: Sender, store: Store, task: str) -> None:
        self._bot, self._store, self._task = bot, store, task
        self._key = blake2b(bot.token.encode()).digest()

    async def bring(self, admins: Iterable[int], parts: Sequence[Part]) -> bool:
        """Bring every part to every admin that was not begun before, and return whether nothing is left to bring.

        Args:
            admins: their Telegram numbers.
            parts: in order.
        """
        brought = [await self._bring_to(admin, parts) for admin in admins]
        if all(brought):
            await asyncio.to_thread(self._store.finish, self._task)
        return all(brought)

    async def _bring_to(self, admin: int, parts: Sequence[Part]) -> bool:
        for method, fields in parts:
            if await asyncio.to_thread(self._store.is_taken, self._mark(admin, method)):
                continue
            asked = await self._made("sendChatAction", {"chat_id": admin, "action": "typing"}, sure=True)
            if asked is _Came.REFUSED:  # they never wrote to the bot, or have blocked it
                await asyncio.to_thread(self._give_up, admin, parts)
                return True
            if asked is _Came.NOWHERE or await self._once(admin, method, fields) is _Came.NOWHERE:
                return False
        return True

    async def _once(self, admin: int, method: str, fields: dict[str, object]) -> _Came:
        mark = self._mark(admin, method)
        await asyncio.to_thread(self._store.claim, mark)
        came = await self._made(method, {"chat_id": admin, **fields}, sure=False)
        if came is _Came.NOWHERE:
            await asyncio.to_thread(self._store.give_back, mark)
        return came

    async def _made(self, method: str, fields: dict[str, object], *, sure: bool) -> _Came:
        """Make a call once and say what came of it.

        Args:
            method: the Bot API's name of it.
            fields: as the Bot API has them.
            sure: whether it only counts as arrived where that is known.
        """
        try:
            await self._bot.call(method, **fields)
        except (BadRequest, Forbidden) as error:
            log.warning("an admin could not be sent the counts: %s", type(error).__name__)
            return _Came.REFUSED
        except (NotConnected, RetryAfter):
            return _Came.NOWHERE
        except NetworkError:  # no answer, or one that says nothing of what became of the call
            return _Came.NOWHERE if sure else _Came.THERE
        except TelegramError as error:
            report(error)
            return _Came.NOWHERE
        return _Came.THERE

    def _give_up(self, admin: int, parts: Sequence[Part]) -> None:
        for method, _ in parts:
            self._store.claim(self._mark(admin, method))

    def _mark(self, admin: int, method: str) -> str:
        name = blake2b(f"{admin} {method}".encode(), key=self._key, digest_size=8).hexdigest()
        return f"{self._task} {name}"
