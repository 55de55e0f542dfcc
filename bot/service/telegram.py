"""Answer on Telegram by polling, and what polling and the webhook share.

Nothing of the web page is imported here, so that a process that polls does not pay for it.
"""

import asyncio
import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, BotCommandScopeChat, MenuButtonCommands
from telegram.error import BadRequest, TelegramError

from bot.channels.error_handler import log
from bot.channels.intake import LastPositions
from bot.channels.talk import CannotConnect
from bot.channels.telegram.answered_updates import AnsweredUpdates
from bot.channels.telegram.connection import TelegramBot, connected, look_before_change
from bot.channels.telegram.messenger import TelegramIntake, telegram_intake
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.updates import COMMANDS, ORDERS
from bot.content.load_in_process import release_memory
from bot.service.run import ServiceParts, Started, stopping
from bot.service.settings import Settings


def poll(settings: Settings, service: ServiceParts, started: Started) -> None:
    """Poll Telegram until stopped.

    Raises:
        CannotConnect: the token is refused, Telegram cannot be reached, or it sends the bot's messages elsewhere.
    """
    asyncio.run(_poll(settings, service, started))


async def _poll(settings: Settings, service: ServiceParts, started: Started) -> None:
    stop = stopping()
    async with connected(settings.telegram_token, settings.telegram_api) as bot:
        try:
            if (await look_before_change(bot, settings.webhook_url, take_over=settings.take_over)).url:
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
    marks = AnsweredUpdates(f"{settings.telegram_token} {settings.telegram_api}")
    intake = telegram_intake(bot, service.talk, LastPositions(), marks, service.orders)
    try:
        yield intake
    finally:
        marks.close(remove=not intake.busy)  # what is still in hand comes again to the next process


@contextlib.contextmanager
def sending_counts(bot: TelegramBot, settings: Settings, service: ServiceParts) -> Iterator[None]:
    """Send admins the counts that are due or asked for, while something else runs; without admins, do nothing."""
    if not settings.admin_numbers or service.admin_counts is None:
        yield
        return
    from bot.channels.telegram.digest_sender import Monthly  # it draws pictures, which few deployments need

    sending = asyncio.create_task(Monthly(service.admin_counts, settings.admin_numbers).run(bot))
    try:
        yield
    finally:
        sending.cancel()


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the Bot API: a method of the bot and its arguments."""

    method: str
    arguments: Mapping[str, Any]
    admin: str = ""  # the admin it is for, without their number

    def line(self) -> str:
        values = ", ".join(f"{name}: {_readable(value)}" for name, value in self.arguments.items() if name != "scope")
        return f"{self.method}  {values}{f', for {self.admin}' if self.admin else ''}"


def _readable(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(f"/{command.command} {command.description}" for command in value)
    return value if isinstance(value, str) else "commands"


def plan(messages: Mapping[str, str], admins: Collection[int] = ()) -> Sequence[Call]:
    """Return the calls that set what Telegram shows, from the interface messages; admins see their own commands too."""
    commands = [BotCommand(name, messages[f"command-{name}"]) for name in COMMANDS]
    orders = [BotCommand(name, messages[f"command-{name}"]) for name in ORDERS]
    return (
        Call("set_my_name", {"name": messages["telegram-name"]}),
        Call("set_my_description", {"description": messages["telegram-description"]}),
        Call("set_my_short_description", {"short_description": messages["telegram-short-description"]}),
        Call("set_my_commands", {"commands": commands}),
        Call("set_chat_menu_button", {"menu_button": MenuButtonCommands()}),
        *(
            Call(
                "set_my_commands",
                {"commands": commands + orders, "scope": BotCommandScopeChat(admin)},
                f"admin {number} of {len(admins)}, in the order of their numbers",
            )
            for number, admin in enumerate(sorted(admins), 1)
        ),
    )


def apply_plan(token: str, api: str, calls: Sequence[Call]) -> tuple[Call, ...]:
    """Make the calls, and return those for admins who, as far as Telegram knows, have no chat with the bot.

    Raises:
        CannotConnect: the token or another call is refused, or Telegram cannot be reached.
    """
    return asyncio.run(_apply(token, api, calls))


async def _apply(token: str, api: str, calls: Sequence[Call]) -> tuple[Call, ...]:
    strangers = []
    async with connected(token, api) as bot:
        for call in calls:
            try:
                await getattr(bot, call.method)(**call.arguments)
            except TelegramError as error:
                if call.admin and isinstance(error, BadRequest):
                    strangers.append(call)
                    continue
                raise CannotConnect(f"Telegram refused {call.method} ({type(error).__name__}).") from None
    return tuple(strangers)
