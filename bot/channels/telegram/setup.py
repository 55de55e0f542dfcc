"""What Telegram shows of the bot besides the chat: commands, descriptions and menu, set at deployment, not at start."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, MenuButtonCommands
from telegram.error import TelegramError

from bot.channels.channel import CannotConnect
from bot.channels.telegram.connection import connected
from bot.channels.telegram.updates import COMMANDS


@dataclass(frozen=True, slots=True)
class Call:
    """One call to the Bot API: a method of the bot and its arguments."""

    method: str
    arguments: Mapping[str, Any]

    def line(self) -> str:
        """Return the call as a line for people to read."""
        values = ", ".join(f"{name}: {_readable(value)}" for name, value in self.arguments.items())
        return f"{self.method}  {values}"


def _readable(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(f"/{command.command} {command.description}" for command in value)
    return value if isinstance(value, str) else "commands"


def plan(messages: Mapping[str, str]) -> Sequence[Call]:
    """Return the calls that set what Telegram shows, from the interface messages."""
    commands = [BotCommand(name, messages[f"command-{name}"]) for name in COMMANDS]
    return (
        Call("set_my_name", {"name": messages["telegram-name"]}),
        Call("set_my_description", {"description": messages["telegram-description"]}),
        Call("set_my_short_description", {"short_description": messages["telegram-short-description"]}),
        Call("set_my_commands", {"commands": commands}),
        Call("set_chat_menu_button", {"menu_button": MenuButtonCommands()}),
    )


def apply_plan(token: str, api: str, calls: Sequence[Call]) -> None:
    """Make the calls.

    Args:
        token: the token that BotFather gave.
        api: the Bot API's base address.
        calls: the calls to make.

    Raises:
        CannotConnect: the token is missing or refused, Telegram cannot be reached, or it refuses a call.
    """
    asyncio.run(_apply(token, api, calls))


async def _apply(token: str, api: str, calls: Sequence[Call]) -> None:
    async with connected(token, api) as bot:
        for call in calls:
            try:
                await getattr(bot, call.method)(**call.arguments)
            except TelegramError as error:
                message = f"Telegram refused {call.method} ({type(error).__name__})."
                raise CannotConnect(message) from None
