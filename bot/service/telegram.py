"""Answer on Telegram by polling, and what polling and the webhook share.

Nothing of the web page is imported here, so that a process that polls does not pay for it.
"""

import asyncio
import contextlib
from collections.abc import Iterator

from telegram.error import TelegramError

from bot.channels.error_handler import log
from bot.channels.intake import LastPositions
from bot.channels.telegram.answered_updates import AnsweredUpdates
from bot.channels.telegram.connection import connected
from bot.channels.telegram.delivery import TelegramBot
from bot.channels.telegram.messenger import TelegramIntake, telegram_intake
from bot.channels.telegram.polling import Polling
from bot.content.load_in_process import release_memory
from bot.service.run import ServiceParts, Started
from bot.service.settings import Settings
from bot.service.stop import stopping


def poll(settings: Settings, service: ServiceParts, started: Started) -> None:
    """Poll Telegram until stopped.

    Args:
        settings: the deployment's settings.
        service: the parts that answer.
        started: called with where it answers.

    Raises:
        CannotConnect: the token is missing or refused, or Telegram cannot be reached.
    """
    asyncio.run(_poll(settings, service, started))


async def _poll(settings: Settings, service: ServiceParts, started: Started) -> None:
    stop = stopping()
    async with connected(settings.token, settings.telegram_api) as bot:
        try:
            await bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("an old webhook could not be removed: %s", type(error).__name__)
        started("Telegram")
        with intake_for(bot, settings, service) as intake, sending_counts(bot, settings, service):
            release_memory()  # memory used during the start
            await Polling(bot, intake).run(stop)


@contextlib.contextmanager
def intake_for(bot: TelegramBot, settings: Settings, service: ServiceParts) -> Iterator[TelegramIntake]:
    """Make the intake that answers updates, and remove its marks after a clean stop."""
    marks = AnsweredUpdates(f"{settings.token} {settings.telegram_api}")
    try:
        yield telegram_intake(bot, service.talk, LastPositions(), marks, service.obey)
    finally:
        marks.close()


@contextlib.contextmanager
def sending_counts(bot: TelegramBot, settings: Settings, service: ServiceParts) -> Iterator[None]:
    """Send admins the counts that are due or asked for, while something else runs; without admins, do nothing."""
    if not settings.admin_numbers or service.admin_counts is None:
        yield
        return
    from bot.channels.telegram.monthly import Monthly  # it draws pictures, which few deployments need

    sending = asyncio.create_task(Monthly(service.admin_counts, settings.admin_numbers).run(bot))
    try:
        yield
    finally:
        sending.cancel()
