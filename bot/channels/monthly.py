"""What admins on Telegram are sent: the month on the first working morning after it, and the picture they asked for."""

import asyncio
from collections.abc import Iterable

from telegram import InputFile
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.channels.delivery import Bots, seconds_of
from bot.channels.office import SHORT, Office
from bot.channels.reporting import log, report
from bot.counts.opening import opened
from bot.counts.store import StoreError
from bot.reports import texts
from bot.reports.digest import digest, owed
from bot.reports.png import NoPictures, png
from bot.reports.reading import Counts
from bot.reports.section import MADE_UP

LOOK = 600.0  # seconds between two looks at whether a month's digest is due
AGAIN = 60.0  # seconds after which a call is made again that did not arrive
TRIES = 30
Call = tuple[str, dict[str, object]]


class Monthly:
    """Sends admins what is due, and what they asked for.

    Args:
        office: what they are shown.
        admins: their Telegram numbers.
    """

    def __init__(self, office: Office, admins: Iterable[int]) -> None:
        self._office = office
        self._admins = tuple(sorted(admins))

    async def run(self, bot: Bots) -> None:
        """Send what is due and what was asked for, until cancelled.

        Args:
            bot: what sends it.
        """
        await asyncio.gather(self._months(bot), self._pictures(bot))

    async def _pictures(self, bot: Bots) -> None:
        while True:
            person = await self._office.asked.get()
            try:
                made = await asyncio.to_thread(lambda: png(self._office.report(52)))
                await sent(bot, "sendPhoto", {"chat_id": person, "photo": InputFile(made, filename="signpost.png")})
            except NoPictures:
                pass  # the message has bars of letters
            except Exception as error:
                report(error)

    async def _months(self, bot: Bots) -> None:
        while True:
            try:
                counts = await asyncio.to_thread(self._office.reader.counts)
                for month in self._owed(counts):
                    if await asyncio.to_thread(self._claimed, month):
                        await self._send(bot, counts, month)
            except Exception as error:
                report(error)
            await asyncio.sleep(LOOK)

    def _owed(self, counts: Counts) -> tuple[str, ...]:
        if not self._admins:
            return ()
        return owed(counts, self._office.clock(), [each.on for each in self._office.library().holidays.days])

    def _claimed(self, month: str) -> bool:
        """Take a month's digest, and return whether nobody had it; no process sends it after that."""
        try:
            store = opened(self._office.reader.database)
            try:
                return store.claim(f"digest {month}")
            finally:
                store.close()
        except StoreError:
            return False

    async def _send(self, bot: Bots, counts: Counts, month: str) -> None:
        calls = await asyncio.to_thread(self._calls, counts, month)
        for admin in self._admins:
            for method, fields in calls:
                if not await sent(bot, method, {"chat_id": admin, **fields}):
                    break

    def _calls(self, counts: Counts, month: str) -> list[Call]:
        """Return the message, the picture and the table of a month."""
        made = digest(counts, self._office.library(), month, self._office.today())
        if made is None:
            return []
        words, name = (
            "\n\n".join((made.report.title, *((MADE_UP,) if made.report.made_up else ()), *made.sentences)),
            f"signpost-{month}",
        )
        table: Call = (
            "sendDocument",
            {"document": InputFile(texts.table(made.report).encode(), filename=f"{name}.csv")},
        )
        try:
            picture: Call = ("sendPhoto", {"photo": InputFile(png(made.report), filename=f"{name}.png")})
        except NoPictures:
            bars = "\n".join(texts.short(made.report, SHORT)[:2])
            return [("sendMessage", {"text": f"{words}\n\n{bars}"[:4000]}), table]
        return [("sendMessage", {"text": words[:4000]}), picture, table]


async def sent(bot: Bots, method: str, fields: dict[str, object]) -> bool:
    """Make a call until it has arrived, and return whether it has; never again where it may have.

    Args:
        bot: what makes it.
        method: the Bot API's name of it.
        fields: as the Bot API has them.
    """
    for _ in range(TRIES):
        try:
            await bot.call(method, **fields)
            return True
        except RetryAfter as error:
            await asyncio.sleep(seconds_of(error))
        except TimedOut:
            return True  # it may have arrived, and twice would be once too often
        except (BadRequest, Forbidden) as error:
            log.warning("an admin could not be sent the counts: %s", type(error).__name__)
            return False
        except NetworkError:
            await asyncio.sleep(AGAIN)
        except TelegramError as error:
            report(error)
            return False
    return False
