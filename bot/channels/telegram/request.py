"""Requests to the Bot API over aiohttp, for python-telegram-bot."""

import json
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any, Final

import aiohttp
from aiohttp.connector import Connection
from aiohttp.tracing import Trace
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

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
    """Sends the Bot API's calls through one aiohttp session.

    Args:
        timeout: seconds that a call may take if the caller sets no other limit.
    """

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that a call may take if the caller sets no other limit."""
        return self._timeout

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None:
            connector = _Connector(limit=CONNECTIONS, keepalive_timeout=KEPT_ALIVE)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Close the session."""
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
            message = "the session is closed"
            raise NotConnected(message)
        seconds = read_timeout if isinstance(read_timeout, int | float) else self._timeout
        timeout = aiohttp.ClientTimeout(total=seconds, connect=min(seconds, CONNECTING))
        try:
            async with session.request(
                method, url, timeout=timeout, allow_redirects=False, **_sent(request_data)
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ConnectionTimeoutError, aiohttp.ClientConnectorError, aiohttp.InvalidURL) as error:
            message = f"no connection ({type(error).__name__})"
            raise NotConnected(message) from None
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
