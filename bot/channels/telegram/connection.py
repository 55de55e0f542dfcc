"""The connection to Telegram: python-telegram-bot's Bot over aiohttp, opened with the token and closed at the end."""

import contextlib
import json
import os
from collections.abc import AsyncIterator, Callable
from contextvars import ContextVar
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import aiohttp
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.talk import CannotConnect
from bot.channels.telegram.updates import UPDATES

os.environ.setdefault("PTB_TIMEDELTA", "true")  # the library's future default; without it, each refusal is a warning
_JSON: Final = {"Content-Type": "application/json"}
CONNECTIONS: Final = 64
KEPT_ALIVE: Final = 60.0  # seconds: a new TLS connection costs two round trips
TIMEOUT: Final = 6.0  # seconds for one call, within the eight of a turn
CONNECTING: Final = 4.0  # of those, the seconds allowed to get a connection
# Called when a call is about to be sent: it has its connection, and its bytes go to the system next, which sends them
# even if this process is killed.
SETTING_OUT: ContextVar[Callable[[], None] | None] = ContextVar("setting_out", default=None)


class _Connector(aiohttp.TCPConnector):
    """Reports when a call has its connection."""

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - the signature is aiohttp's
    ) -> Connection:
        connection = await super().connect(req, traces, timeout)
        if (tell := SETTING_OUT.get()) is not None:
            tell()
        return connection


class NotConnected(NetworkError):
    """There was no connection, so the call certainly did not arrive."""


class AiohttpRequest(BaseRequest):
    """Sends the Bot API's calls through one aiohttp session."""

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._timeout

    async def initialize(self) -> None:
        if self._session is None:
            connector = _Connector(limit=CONNECTIONS, keepalive_timeout=KEPT_ALIVE)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call and return its status and body.

        Raises:
            TimedOut: no response came; it is not known whether the call arrived.
            NotConnected: there was no connection, so the call did not arrive. Neither error contains the address, which
                holds the token.
        """
        if self._session is None:
            await self.initialize()
        session = self._session
        if session is None:
            raise NotConnected("the session is closed")
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._timeout
        timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, CONNECTING))
        try:
            async with session.request(
                method, url, timeout=timeout, allow_redirects=False, **_sent(request_data)
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.InvalidURL) as error:
            raise NotConnected(f"no connection ({type(error).__name__})") from None
        except (TimeoutError, aiohttp.ClientError):
            raise TimedOut from None


def _sent(request_data: RequestData | None) -> dict[str, Any]:
    """Return the data to send: fields as JSON, which costs a third of what a form does, or a form with a file."""
    files = request_data.multipart_data if request_data else {}
    if request_data is None or not files:
        return {"data": json.dumps(request_data.parameters if request_data else {}).encode(), "headers": _JSON}
    form = aiohttp.FormData(request_data.json_parameters)
    for name, (filename, content, kind) in files.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return {"data": form}


class TelegramBot(Bot):
    """python-telegram-bot's Bot, which can also fetch plain JSON updates that the library neither parses nor logs."""

    async def updates(self, offset: int | None, limit: int, waiting: int) -> list[dict[str, Any]]:
        """Return waiting updates from an offset on; this also acknowledges all earlier ones."""
        wanted = {"offset": offset, "limit": limit, "timeout": waiting, "allowed_updates": list(UPDATES)}
        found = await self._post("getUpdates", wanted, read_timeout=waiting + 10.0)
        return [update for update in found if isinstance(update, dict)] if isinstance(found, list) else []

    async def call(self, method: str, **fields: Any) -> None:
        """Make a call and ignore its result, without turning its fields or result into the library's objects."""
        await self._post(method, fields)


def seconds_of(error: RetryAfter) -> float:
    """Return the seconds that Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


REVOKED = (
    "SIGNPOST_TELEGRAM_TOKEN was refused by Telegram: it is wrong or was revoked. Set the token that BotFather shows,"
    " and start again."
)


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
async def opened(token: str, api: str) -> AsyncIterator[TelegramBot]:
    """Open the connection to Telegram without calling anything, and close it at the end; a token must be set."""
    try:
        bot = bots(token, api)
    except InvalidToken:
        raise CannotConnect(REVOKED) from None
    try:
        yield bot
    finally:
        await bot.shutdown()
        await bot.request.shutdown()  # the bot does not close it if it was never asked who it is


@contextlib.asynccontextmanager
async def connected(token: str, api: str) -> AsyncIterator[TelegramBot]:
    """Open the connection to Telegram, and close it at the end; raise CannotConnect if it cannot be opened."""
    async with opened(token, api) as bot:
        await _initialize(bot)
        yield bot


async def _initialize(bot: TelegramBot) -> None:
    try:
        await bot.initialize()
    except InvalidToken:
        raise CannotConnect(REVOKED) from None
    except TelegramError as error:
        message = f"Telegram cannot be reached ({type(error).__name__}). Check the network and SIGNPOST_TELEGRAM_API."
        raise CannotConnect(message) from None
    except Exception as error:
        message = f"What answers at SIGNPOST_TELEGRAM_API is not the Bot API ({type(error).__name__})."
        raise CannotConnect(message) from None


async def look_before_change(bot: TelegramBot, own: str, *, take_over: bool) -> WebhookInfo:
    """Return where the bot's messages go; raise CannotConnect if that is elsewhere and must not be changed."""
    found = await bot.get_webhook_info()
    if found.url not in ("", own) and not take_over:
        raise CannotConnect(elsewhere(found.url))
    return found


def elsewhere(url: str) -> str:
    """Return a line that says which other host a bot's messages go to, without the path, which may be a secret."""
    parts = urlsplit(url)
    host = f"{parts.scheme}://{parts.netloc.rpartition('@')[-1]}"
    return (
        f"This bot's messages go to another address, {host}. If that is no longer wanted, start this with --take-over."
    )
