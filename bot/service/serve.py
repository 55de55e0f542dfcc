"""Serve the web page, and Telegram's webhook with it, until stopped."""

import asyncio
import contextlib
import socket
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from bot import __version__
from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.channels.web.monitoring import Health
from bot.channels.web.requests import Clients, Guard
from bot.core.channels import CHANNELS
from bot.service import setting_values as values
from bot.service.run import ServiceParts, Started, stopping
from bot.service.settings import Settings, SettingsError
from bot.service.start import address_keys, admin_records
from bot.service.web_server import run_in_loop, serve_until_stopped
from bot.state.secret import Secret

if TYPE_CHECKING:
    from bot.channels.web.admin_oidc import OidcProvider


def web(settings: Settings, talk: Talk, health: Health, started: Started) -> None:
    """Serve only the web page until stopped; raise SettingsError if the port is taken."""
    serve_alone(settings, _app(settings, talk, health), started)


def serve_alone(settings: Settings, application: ASGIApp, started: Started) -> None:
    """Serve any app until stopped, such as the editors' preview; raise SettingsError if the port is taken."""
    listening = _listen(settings)
    clients = Clients(settings.proxy_networks)
    run_in_loop(serve_until_stopped(application, listening, lambda: started(address(settings)), clients))


def serve(settings: Settings, service: ServiceParts, started: Started) -> None:
    """Serve the web page and, if a token is set, Telegram's webhook, until stopped.

    Raises:
        SettingsError: a setting is missing or refused, or the port is taken.
        CannotConnect: Telegram sends the bot's messages elsewhere, or refuses a setting.
    """
    if not settings.telegram_token:
        serve_alone(settings, _app(settings, service.talk, service.health, *routes_beside(settings, service)), started)
        return
    if not settings.webhook_url:
        raise SettingsError(
            "SIGNPOST_WEBHOOK_URL is not set: Telegram must know where to reach this. To poll, use `signpost telegram`."
        )
    if not settings.webhook_secret:
        raise SettingsError("SIGNPOST_WEBHOOK_SECRET is not set: without it anybody could send updates.")
    listening = _listen(settings)
    run_in_loop(_with_webhook(settings, service, listening, started))


def routes_beside(settings: Settings, service: ServiceParts) -> Iterator[BaseRoute]:
    """Yield the routes of other channels, and of the admins' page and the feed, each if there is a secret for it."""
    for channel in CHANNELS.values():
        if channel.routed:
            yield from import_module(channel.module).routes(service.talk)
    if not (settings.admin_secret or settings.feed_secret) or service.admin_counts is None or service.board is None:
        return
    from bot.channels.web.admin_page import AdminSite, routes

    site = AdminSite(
        Secret(settings.admin_secret, settings.admin_secret_file),
        service.admin_counts,
        admin_records(settings),
        service.board,
        Secret(settings.feed_secret, settings.feed_secret_file),
        _provider(settings),
    )
    yield from routes(site)


def _provider(settings: Settings) -> "OidcProvider | None":
    """Return where admins may sign in; raise SettingsError if what that needs is not installed."""
    if not settings.oidc_issuer:
        return None
    if find_spec("joserfc") is None:
        raise SettingsError("SIGNPOST_OIDC_ISSUER needs joserfc: pip install 'signpost-bot[oidc]'.")
    from bot.channels.web.admin_oidc import OidcProvider

    secret = Secret(settings.oidc_secret, settings.oidc_secret_file)
    admins = frozenset(values.listed(settings.oidc_admins))
    return OidcProvider(settings.oidc_issuer, settings.oidc_client, secret, admins, settings.public_url)


def _app(settings: Settings, talk: Talk, health: Health, *extra: BaseRoute) -> Starlette:
    return app(
        talk,
        health=lambda: {**_guide_health(talk), **health()},
        public_url=settings.public_url,
        metrics_secret=Secret(settings.metrics_secret, settings.metrics_secret_file),
        clients=Clients(settings.proxy_networks),
        extra=extra,
        keys=address_keys(settings, talk.clock),
        frames=settings.framing_websites,
    )


def _guide_health(talk: Talk) -> Mapping[str, object]:
    guide = talk.guide()
    return {
        "status": "ok" if guide else "no guidance",
        "version": __version__,
        "entries": len(guide.library.entries) if guide else 0,
        "matcher": guide.hearing.kind if guide else "none",
    }


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
        listening.listen()
    except OSError as error:
        listening.close()
        where = f"port {settings.port} on {settings.host} ({error.strerror})"
        raise SettingsError(f"Nothing can listen at {where}: set SIGNPOST_PORT or SIGNPOST_HOST to another.") from None
    return listening


def _with_door(path: str, webhook: ASGIApp, page: ASGIApp) -> ASGIApp:
    """Return an app where Telegram's updates bypass what only the page needs."""

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        is_update = scope["type"] == "http" and scope["method"] == "POST" and scope["path"] == path
        await (webhook if is_update else page)(scope, receive, send)

    return door


async def _with_webhook(settings: Settings, service: ServiceParts, listening: socket.socket, started: Started) -> None:
    from bot.channels.telegram.connection import opened
    from bot.channels.telegram.webhook import Registration, Webhook
    from bot.service.telegram import intake_for, sending_counts

    stop = stopping()
    async with opened(settings.telegram_token, settings.telegram_api) as bot, contextlib.AsyncExitStack() as resources:
        url, secret = settings.webhook_url, Secret(settings.webhook_secret, settings.webhook_secret_file)
        registration = Registration(bot, url, secret, take_over=settings.take_over)
        await registration.attempt()  # a start that is refused leaves the marks of the one before it as they are
        intake = resources.enter_context(intake_for(bot, settings, service))
        webhook = Webhook(intake, secret, service.talk.danger)
        resources.callback(asyncio.create_task(registration.keep()).cancel)
        page = _app(
            settings,
            service.talk,
            lambda: {**service.health(), "telegram": registration.state},
            *routes_beside(settings, service),
        )
        application = _with_door(urlsplit(url).path or "/", Guard(webhook, service.talk.danger), page)
        resources.enter_context(sending_counts(bot, settings, service))
        clients = Clients(settings.proxy_networks)
        await serve_until_stopped(application, listening, lambda: started(address(settings)), clients, stop)
        if busy := intake.busy:  # Telegram has dropped these connections; it sends the updates again if they fail
            await asyncio.wait(busy, timeout=1.0)
