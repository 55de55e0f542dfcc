"""What answers on Telegram until it is stopped, and what every running thing is stopped by.

Nothing of the web page is imported here: a process that polls should not pay for it.
"""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bot.channels.error_handler import log, loop_handler
from bot.channels.talk import Talk
from bot.content.load_in_process import give_back
from bot.service.settings import Settings

if TYPE_CHECKING:
    from bot.channels.admin_counts import Office
    from bot.channels.telegram.delivery import Bots
    from bot.channels.telegram.intake import Intake, Obey

GRACE = 7  # seconds that answers under way are given when the process is stopped; Docker kills it after ten


def poll(
    settings: Settings,
    talk: Talk,
    started: Callable[[str], None],
    obey: "Obey",
    office: "Office | None" = None,
) -> None:
    """Poll Telegram until stopped.

    Args:
        settings: the deployment's.
        talk: the engine.
        started: told where it answers once it does.
        obey: does what admins order.
        office: what admins are shown of the counts.

    Raises:
        CannotConnect: the token is missing or refused, or Telegram cannot be reached.
    """
    asyncio.run(_poll(settings, talk, started, obey, office))


def stopping() -> asyncio.Event:
    """Return an event that is set when the process is asked to stop."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.set_exception_handler(loop_handler)
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            loop.add_signal_handler(number, stop.set)
    return stop


@contextlib.contextmanager
def intake_for(bot: "Bots", talk: Talk, settings: Settings, obey: "Obey") -> Iterator["Intake"]:
    """Make what answers updates; after a clean stop nothing of it is left."""
    from bot.channels.telegram.answered_updates import Answered
    from bot.channels.telegram.intake import Intake, Memory

    marks = Answered(f"{settings.token} {settings.telegram_api}")
    try:
        yield Intake(bot, talk, Memory(), marks, obey)
    finally:
        marks.close()


@contextlib.contextmanager
def keeping_admins_told(bot: "Bots", settings: Settings, office: "Office | None") -> Iterator[None]:
    """Send admins what is due and what they ask for, as long as something else runs; without admins, nothing."""
    if office is None or not settings.admin_numbers:
        yield
        return
    from bot.channels.telegram.monthly import Monthly

    telling = asyncio.create_task(Monthly(office, settings.admin_numbers).run(bot))
    try:
        yield
    finally:
        telling.cancel()


async def _poll(
    settings: Settings, talk: Talk, started: Callable[[str], None], obey: "Obey", office: "Office | None"
) -> None:
    from telegram.error import TelegramError

    from bot.channels.telegram.connection import connected
    from bot.channels.telegram.polling import Polling

    stop = stopping()
    async with connected(settings.token, settings.telegram_api) as bot:
        try:
            await bot.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            log.warning("an old webhook could not be removed: %s", type(error).__name__)
        started("Telegram")
        with intake_for(bot, talk, settings, obey) as intake, keeping_admins_told(bot, settings, office):
            give_back()  # what the start took
            await Polling(bot, intake).run(stop)
