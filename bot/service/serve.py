"""What serves until it is stopped: the web page, and Telegram's webhook beside it."""

import asyncio
import contextlib
import socket
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp

from bot import __version__
from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.service.poll import GRACE, intake_for, keeping_admins_told, stopping
from bot.service.settings import Settings, SettingsError

if TYPE_CHECKING:
    from bot.channels.admin_counts import Office
    from bot.channels.telegram.intake import Obey


Parts = Callable[[], Mapping[str, object]]


def web(settings: Settings, talk: Talk, parts: Parts, started: Callable[[str], None]) -> None:
    """Serve the web page until stopped.

    Args:
        settings: the deployment's.
        talk: the engine.
        parts: says how the encoder, the red switch and the content are, for the health page.
        started: told the page's address once it can be opened.

    Raises:
        SettingsError: the port is taken or the address is not this machine's.
    """
    listening = _listen(settings)
    asyncio.run(_serve(_app(settings, talk, parts), listening, lambda: started(address(settings))))


def serve_alone(settings: Settings, application: ASGIApp, started: Callable[[str], None]) -> None:
    """Serve another app than the page until stopped, such as the editors' preview.

    Args:
        settings: the deployment's.
        application: what is served.
        started: told its address once it can be opened.

    Raises:
        SettingsError: the port is taken or the address is not this machine's.
    """
    listening = _listen(settings)
    asyncio.run(_serve(application, listening, lambda: started(address(settings))))


def serve(
    settings: Settings,
    talk: Talk,
    parts: Parts,
    started: Callable[[str], None],
    obey: "Obey",
    office: "Office | None" = None,
) -> None:
    """Serve the web page and, where a token is set, Telegram's webhook, until stopped.

    Args:
        settings: the deployment's.
        talk: the engine.
        parts: says how the encoder, the red switch and the content are, for the health page.
        started: told the page's address once it can be opened.
        obey: does what admins order on Telegram.
        office: what admins are shown of the counts.

    Raises:
        SettingsError: a setting is missing or refused, or the port is taken.
        CannotConnect: the token is refused, or Telegram cannot be reached.
    """
    behind = _behind(settings, office)
    if not settings.token:
        listening = _listen(settings)
        asyncio.run(_serve(_app(settings, talk, parts, *behind), listening, lambda: started(address(settings))))
        return
    if not settings.webhook_url:
        message = (
            "SIGNPOST_WEBHOOK_URL is not set: Telegram must know where to reach this. To poll, use `signpost telegram`."
        )
        raise SettingsError(message)
    if not settings.secret:
        message = "SIGNPOST_WEBHOOK_SECRET is not set: without it anybody could send updates."
        raise SettingsError(message)
    listening = _listen(settings)
    asyncio.run(_with_webhook(settings, talk, parts, listening, started, obey, office))


def _behind(settings: Settings, office: "Office | None") -> list[Route]:
    """Return the admins' page, where there is a secret for it."""
    if office is None or not settings.admin_key:
        return []
    from bot.channels.web import admin

    return admin.routes(settings.admin_key, office.report)


def _app(settings: Settings, talk: Talk, parts: Parts, *extra: Route) -> Starlette:
    return app(
        talk,
        health=_health(talk, parts),
        public_url=settings.public_url,
        metrics_secret=settings.metrics_key,
        extra=extra,
    )


def address(settings: Settings) -> str:
    """Return the address at which the page can be opened."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(1024)
    except OSError:
        listening.close()
        message = f"Port {settings.port} on {settings.host} is taken or not allowed. Set SIGNPOST_PORT to another."
        raise SettingsError(message) from None
    return listening


def _health(talk: Talk, parts: Parts) -> Callable[[], Mapping[str, object]]:
    def health() -> Mapping[str, object]:
        guide = talk.guide()
        entries = len(guide.library.entries) if guide else 0
        return {
            "status": "ok" if guide else "no guidance",
            "version": __version__,
            "entries": entries,
            "matcher": guide.matcher.kind if guide else "none",
            **parts(),
        }

    return health


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling, which ends the process before answers under way are sent."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _serve(
    application: ASGIApp,
    listening: socket.socket,
    started: Callable[[], None],
    stop: asyncio.Event | None = None,
) -> None:
    config = uvicorn.Config(
        application,
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE,
        limit_concurrency=1000,
    )
    server = _Server(config)
    watching = asyncio.create_task(_until(stop or stopping(), server))
    started()
    try:
        await server.serve(sockets=[listening])
    finally:
        watching.cancel()


async def _until(stop: asyncio.Event, server: uvicorn.Server) -> None:
    await stop.wait()
    server.should_exit = True


async def _with_webhook(
    settings: Settings,
    talk: Talk,
    parts: Parts,
    listening: socket.socket,
    started: Callable[[str], None],
    obey: "Obey",
    office: "Office | None",
) -> None:
    from urllib.parse import urlsplit

    from telegram.error import BadRequest, TelegramError

    from bot.channels.telegram.connection import CannotConnect, connected
    from bot.channels.telegram.updates import UPDATES
    from bot.channels.telegram.webhook import CONNECTIONS, endpoint

    stop = stopping()
    async with connected(settings.token, settings.telegram_api) as bot, contextlib.AsyncExitStack() as resources:
        intake = resources.enter_context(intake_for(bot, talk, settings, obey))
        path = urlsplit(settings.webhook_url).path or "/"
        route = Route(path, endpoint(intake, settings.secret), methods=["POST"])
        try:
            await bot.set_webhook(
                settings.webhook_url,
                secret_token=settings.secret,
                allowed_updates=list(UPDATES),
                max_connections=CONNECTIONS,
            )
        except BadRequest:
            message = "Telegram refused SIGNPOST_WEBHOOK_URL or SIGNPOST_WEBHOOK_SECRET."
            raise SettingsError(message) from None
        except TelegramError as error:
            message = f"Telegram could not be told SIGNPOST_WEBHOOK_URL ({type(error).__name__})."
            raise CannotConnect(message) from None
        application = _app(settings, talk, parts, route, *_behind(settings, office))
        resources.enter_context(keeping_admins_told(bot, settings, office))
        await _serve(application, listening, lambda: started(address(settings)), stop)
        if busy := intake.busy:  # those whose delivery Telegram has broken off; it makes it again if they are not sent
            await asyncio.wait(busy, timeout=1.0)
