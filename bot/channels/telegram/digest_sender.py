"""Send admins on Telegram the digest on the first working morning of a month, and any picture they ask for."""

import asyncio
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from hashlib import blake2b
from typing import Protocol

from telegram import InputFile
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.channels.admin import AdminCounts
from bot.channels.error_handler import log, report
from bot.channels.telegram.connection import NotConnected, seconds_of
from bot.counts.store import Store, StoreError, opened
from bot.reports.monthly import task_of
from bot.reports.pictures import NoPictures, png
from bot.reports.released_counts import Counts

DigestPart = tuple[str, dict[str, object]]  # a method of the Bot API and its fields, except the recipient


class Sender(Protocol):
    """Makes calls to the Bot API; the bot is one."""

    @property
    def token(self) -> str: ...

    async def call(self, method: str, **fields: object) -> None: ...


class _CallResult(Enum):
    """The result of a call."""

    ARRIVED = auto()  # it arrived, or may have: it is not made again
    NOT_SENT = auto()  # it certainly did not arrive
    REFUSED = auto()


class Post:
    """Delivers the parts of one task, such as ``digest 2026-10``, to admins; the store records how far it has got."""

    def __init__(self, bot: Sender, store: Store, task: str) -> None:
        self._bot, self._store, self._task = bot, store, task
        self._key = blake2b(bot.token.encode()).digest()

    async def bring(self, admins: Iterable[int], parts: Sequence[DigestPart]) -> bool:
        """Send every part that was not tried before to every admin, and return whether nothing is left to send."""
        brought = [await self._bring_to(admin, parts) for admin in admins]
        if all(brought):
            await asyncio.to_thread(self._store.finish, self._task)
        return all(brought)

    async def _bring_to(self, admin: int, parts: Sequence[DigestPart]) -> bool:
        for method, fields in parts:
            if await asyncio.to_thread(self._store.is_taken, self._mark(admin, method)):
                continue
            asked = await self._made("sendChatAction", {"chat_id": admin, "action": "typing"}, sure=True)
            if asked is _CallResult.REFUSED:  # they never wrote to the bot, or have blocked it
                await asyncio.to_thread(self._give_up, admin, parts)
                return True
            if asked is _CallResult.NOT_SENT or await self._once(admin, method, fields) is _CallResult.NOT_SENT:
                return False
        return True

    async def _once(self, admin: int, method: str, fields: dict[str, object]) -> _CallResult:
        mark = self._mark(admin, method)
        await asyncio.to_thread(self._store.claim, mark)
        result = await self._made(method, {"chat_id": admin, **fields}, sure=False)
        if result is _CallResult.NOT_SENT:
            await asyncio.to_thread(self._store.give_back, mark)
        return result

    async def _made(self, method: str, fields: dict[str, object], *, sure: bool) -> _CallResult:
        """Make a call once and return its result; with ``sure``, it has arrived only if that is known."""
        try:
            await self._bot.call(method, **fields)
        except (BadRequest, Forbidden) as error:
            log.warning("an admin could not be sent the counts: %s", type(error).__name__)
            return _CallResult.REFUSED
        except (NotConnected, RetryAfter):
            return _CallResult.NOT_SENT
        except NetworkError:  # no response, or one that does not say whether the call arrived
            return _CallResult.NOT_SENT if sure else _CallResult.ARRIVED
        except TelegramError as error:
            report(error)
            return _CallResult.NOT_SENT
        return _CallResult.ARRIVED

    def _give_up(self, admin: int, parts: Sequence[DigestPart]) -> None:
        for method, _ in parts:
            self._store.claim(self._mark(admin, method))

    def _mark(self, admin: int, method: str) -> str:
        name = blake2b(f"{admin} {method}".encode(), key=self._key, digest_size=8).hexdigest()
        return f"{self._task} {name}"


LOOK = 600.0  # seconds between two checks whether a month's digest is due
AGAIN = 60.0  # seconds before trying again to send what did not arrive
_TRIES = 5  # to send a picture that was asked for
_LONGEST = 4000  # characters in a message


class Monthly:
    """Sends admins what is due and what they asked for."""

    def __init__(self, office: AdminCounts, admins: Iterable[int]) -> None:
        self._office = office
        self._admins = tuple(sorted(admins))

    async def run(self, bot: Sender) -> None:
        """Send what is due and what was asked for, until cancelled."""
        await asyncio.gather(self._months(bot), self._pictures(bot))

    async def _pictures(self, bot: Sender) -> None:
        while True:
            person = await self._office.asked.get()
            try:
                made = await asyncio.to_thread(lambda: png(self._office.report(52)))
                await self._sent(bot, person, InputFile(made, filename="signpost.png"))
            except NoPictures:
                pass  # the message already has bars made of characters
            except Exception as error:
                report(error)

    async def _sent(self, bot: Sender, person: int, picture: InputFile) -> None:
        """Send an admin the picture they asked for; if it may have arrived, it is not sent again, as they can ask."""
        for _ in range(_TRIES):
            try:
                await bot.call("sendPhoto", chat_id=person, photo=picture)
            except RetryAfter as error:
                await asyncio.sleep(seconds_of(error))
            except NotConnected:
                await asyncio.sleep(AGAIN)
            except TelegramError as error:
                log.warning("an admin could not be sent the counts: %s", type(error).__name__)
                return
            else:
                return

    async def _months(self, bot: Sender) -> None:
        while True:
            brought = False
            try:
                brought = await self.look(bot)
            except Exception as error:
                report(error)
            await asyncio.sleep(LOOK if brought else AGAIN)

    async def look(self, bot: Sender) -> bool:
        """Send admins every month that is due, and return whether nothing is left to send."""
        counts = await asyncio.to_thread(self._office.reader.counts)
        return all([await self._bring(bot, counts, month) for month in self._office.owed(counts) if self._admins])

    async def _bring(self, bot: Sender, counts: Counts, month: str) -> bool:
        """Send a month to the admins unless that is done or another process does it; return whether none is left."""
        task = task_of(month)
        try:
            store = await asyncio.to_thread(opened, self._office.reader.database)
            try:
                if not await asyncio.to_thread(_is_ours, store, task):
                    return True
                parts = await asyncio.to_thread(self._parts, counts, month)
                return await Post(bot, store, task).bring(self._admins, parts)
            finally:
                store.close()
        except StoreError:
            return False

    def _parts(self, counts: Counts, month: str) -> list[DigestPart]:
        """Return the message, the picture and the table of a month; each one names the month."""
        made = self._office.month(counts, month)
        if made is None:
            return []
        file = InputFile(made.table, filename=f"{made.name}.csv")
        table: DigestPart = ("sendDocument", {"document": file, "caption": made.title})
        if not made.picture:
            bars = "\n".join(made.bars)
            return [_message(f"{made.words}\n\n{bars}"), table]
        file = InputFile(made.picture, filename=f"{made.name}.png")
        return [_message(made.words), ("sendPhoto", {"photo": file, "caption": made.title}), table]


def _is_ours(store: Store, task: str) -> bool:
    """Say whether a task is neither done nor being done by another process."""
    return store.alone(task) and not store.is_taken(task)


def _message(words: str) -> DigestPart:
    return "sendMessage", {"text": words[:_LONGEST], "link_preview_options": {"is_disabled": True}}
