"""The connection to Telegram: opened with the token and closed at the end."""

import contextlib
from collections.abc import AsyncIterator

from telegram.error import InvalidToken, TelegramError

from bot.channels.channel import CannotConnect
from bot.channels.telegram.delivery import TelegramBot
from bot.channels.telegram.request import AiohttpRequest

_REFUSED = "SIGNPOST_TELEGRAM_TOKEN was refused by Telegram. Check it with BotFather."


def bots(token: str, api: str) -> TelegramBot:
    """Return the bot for a token and the Bot API's base address."""
    base = api.rstrip("/")
    return TelegramBot(
        token,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=AiohttpRequest(),
        get_updates_request=AiohttpRequest(),
    )


@contextlib.asynccontextmanager
async def connected(token: str, api: str) -> AsyncIterator[TelegramBot]:
    """Open the connection to Telegram, and close it at the end.

    Args:
        token: the token that BotFather gave.
        api: the Bot API's base address.

    Raises:
        CannotConnect: the token is missing or refused, or Telegram cannot be reached.
    """
    if not token:
        message = "SIGNPOST_TELEGRAM_TOKEN is not set. BotFather on Telegram gives a token."
        raise CannotConnect(message)
    try:
        bot = bots(token, api)
    except InvalidToken:
        raise CannotConnect(_REFUSED) from None
    try:
        await _initialize(bot)
        yield bot
    finally:
        await bot.shutdown()


async def _initialize(bot: TelegramBot) -> None:
    try:
        await bot.initialize()
    except InvalidToken:
        raise CannotConnect(_REFUSED) from None
    except TelegramError as error:
        message = f"Telegram cannot be reached ({type(error).__name__}). Check the network and SIGNPOST_TELEGRAM_API."
        raise CannotConnect(message) from None
    except Exception as error:
        message = f"What answers at SIGNPOST_TELEGRAM_API is not the Bot API ({type(error).__name__})."
        raise CannotConnect(message) from None
