"""Run Signpost until it is stopped: the page, Telegram, both, or the terminal. Each is built from the settings.

What serves is imported while a copy of the process loads the content (`bot.service.start.reloader`).
"""

import asyncio
import contextlib
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, dataclass, fields
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bot import __version__
from bot.channels.error_handler import log, loop_handler
from bot.service import start
from bot.service.freed_memory import keep_overwriting
from bot.service.settings import PREFIX, CannotStart, Settings
from bot.service.settings import settings as read_settings

if TYPE_CHECKING:
    from bot.channels.admin import AdminCounts
    from bot.channels.talk import Talk
    from bot.channels.telegram.messenger import OrderHandler
    from bot.service.content_reloader import ContentReloader
    from bot.service.live_guide import LiveGuide
    from bot.state.switchboard import Switchboard

GRACE = 7  # seconds that answers in progress are given; Docker kills the process after ten
Started = Callable[[str], None]  # called with the address once it answers there


@dataclass(frozen=True, slots=True)
class ServiceParts:
    """The parts of a running process."""

    talk: "Talk"
    health: Callable[[], Mapping[str, object]]
    orders: "OrderHandler"
    admin_counts: "AdminCounts | None"
    board: "Switchboard | None"


def unknown_settings() -> Iterator[tuple[str, str]]:
    """Yield each name in the environment that looks like a setting but is not, with the one that may be meant."""
    from difflib import get_close_matches

    known = [f"{PREFIX}{each.name.upper()}" for each in fields(Settings)]
    for name in sorted(each for each in os.environ if each.upper().startswith(PREFIX) and each.upper() not in known):
        yield name, next(iter(get_close_matches(name.upper(), known, 1)), "")


def shown(settings: Settings) -> str:
    """Return the settings that differ from their defaults; for a secret, only that it is set."""
    differ = [each for each in fields(settings) if getattr(settings, each.name) != each.default]
    return ", ".join(f"{each.name}={_harmless(each, getattr(settings, each.name))}" for each in differ)


def _harmless(setting: "Field[object]", value: object) -> str:
    """Return a value without a person's number and without the path of an address, which may be a secret."""
    if setting.metadata["secret"]:
        return "set"
    if setting.name in ("admins", "mail_to"):
        return str(len(str(value).split(",")))
    address = urlsplit(str(value))
    return f"{address.scheme}://{address.hostname}" if address.scheme in ("http", "https") else str(value)


def page(settings: Settings, started: Started) -> None:
    """Serve the web page on this machine; nothing is counted."""
    reloader = start.reloader(settings, public=True, meanwhile=lambda: import_module("bot.service.serve"))
    from bot.channels.talk import Talk
    from bot.service.serve import web

    talk = Talk(reloader.live.guide, danger=start.hearing().danger)
    _run("page", settings, reloader, lambda: web(settings, talk, reloader.health, started))


def serve(settings: Settings, started: Started) -> None:
    """Serve the web page and, with a token, Telegram's webhook."""
    reloader = start.reloader(settings, public=True, meanwhile=lambda: import_module("bot.service.serve"))
    from bot.service.serve import serve

    _run("serve", settings, reloader, lambda: serve(settings, _service(settings, reloader), started))


def telegram(settings: Settings, started: Started) -> None:
    """Answer on Telegram by polling; raise CannotStart without a token, before anything is read."""
    need_token(settings)
    reloader = start.reloader(settings, meanwhile=lambda: import_module("bot.service.telegram"))
    from bot.service.telegram import poll

    _run("telegram", settings, reloader, lambda: poll(settings, _service(settings, reloader), started))


def need_token(settings: Settings) -> None:
    """Raise CannotStart if no token is set."""
    if not settings.telegram_token:
        raise CannotStart("SIGNPOST_TELEGRAM_TOKEN is not set. BotFather on Telegram gives a token.")


def _run(way: str, settings: Settings, reloader: "ContentReloader", action: Callable[[], None]) -> None:
    """Run what serves until it is stopped, with a line in the log for its start and for its end."""
    for name, meant in unknown_settings():
        log.warning("%s is not a setting, and does nothing%s", name, f"; did you mean {meant}?" if meant else "")
    content = reloader.live.library().content_id
    told = shown(settings) or "nothing"
    log.info("signpost %s starts (%s) with content %s; set: %s", __version__, way, content, told)
    _read_again.extend((reloader.read_again, partial(_tell_changed, settings)))
    ended = "with an error"
    try:
        until_stopped(action)
        ended = "as asked"
    finally:
        log.info("signpost stops %s", ended)


def terminal(settings: Settings) -> "Talk":
    """Return the engine for the terminal, with the encoder loaded."""
    reloader = start.reloader(settings, serves=False, meanwhile=lambda: import_module("bot.channels.talk"))
    from bot.channels.talk import Talk

    reloader.live.wait()
    return Talk(reloader.live.guide, danger=start.hearing().danger)


def _service(settings: Settings, reloader: "ContentReloader") -> ServiceParts:
    """Return the parts of a process that counts; what only admins need is imported and made only if there are any."""
    from bot.channels.talk import Talk
    from bot.service.count import Counting

    live = reloader.live
    counting = Counting(settings, live.library)
    admins = settings.admin_secret or settings.feed_secret or settings.admin_numbers or settings.mail_to
    counts = _admin_counts(settings, live) if admins else None
    if counts and settings.mail_to:
        _mail(settings, counts)
    board = (live.board or start.switchboard(settings)) if admins else None
    return ServiceParts(
        talk=Talk(live.guide, count=counting.count, danger=start.hearing().danger),
        health=lambda: {**reloader.health(), **counting.health()},
        orders=_order_handler(settings, counts, board) if counts and board and settings.admin_numbers else _no_orders,
        admin_counts=counts,
        board=board,
    )


def _admin_counts(settings: Settings, live: "LiveGuide") -> "AdminCounts":
    from bot.channels.admin import AdminCounts
    from bot.reports.released_counts import Reader
    from bot.service.count import database

    return AdminCounts(Reader(database(settings)), live.library)


def _mail(settings: Settings, counts: "AdminCounts") -> None:
    from bot.channels.mail import MailServer, MonthlyMail
    from bot.service.setting_values import on_this_machine

    server = MailServer(settings.mail_server, settings.mail_from, on_this_machine(settings.mail_server))
    MonthlyMail(counts, server, settings.mail_recipients).start()


def _no_orders(order: object) -> None:
    """Carry out no order: nobody is an admin."""


def _order_handler(settings: Settings, counts: "AdminCounts", board: "Switchboard") -> "OrderHandler":
    from bot.channels.admin import AdminOrders
    from bot.state.pause_service import PauseService

    note = partial(start.admin_records(settings).note, "Telegram")
    pause = PauseService(board, counts.library, start.hearing().lexicon, note)
    return AdminOrders(settings.admin_numbers, pause, counts.library, counts.short_report).handle


def until_stopped(action: Callable[[], None]) -> None:
    """Run something until Ctrl-C or SIGTERM; raise CannotStart if a setting is wrong or Telegram cannot be reached."""
    from bot.channels.talk import CannotConnect

    try:
        action()
    except KeyboardInterrupt:
        click.echo()
    except CannotConnect as error:
        raise CannotStart(str(error)) from None


def stopping() -> asyncio.Event:
    """Return an event that is set when the process is asked to stop; until then, freed memory is overwritten."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.set_exception_handler(loop_handler)
    _overwriting.append(loop.create_task(keep_overwriting()))
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            loop.add_signal_handler(number, stop.set)
    with contextlib.suppress(NotImplementedError, AttributeError):  # nor has it this one
        loop.add_signal_handler(signal.SIGHUP, _hang_up)
    return stop


_overwriting: list[asyncio.Task[None]] = []  # a loop does not hold on to its tasks
_read_again: list[Callable[[], None]] = []  # what SIGHUP asks for


def _hang_up() -> None:
    for each in _read_again:
        each()
    log.info("reading the content and the secrets again; the other settings are read at a start")


_READ_AT_A_START = ("telegram_token", "database", "mail_server", "count_secret")  # of the settings that a file may hold


def _tell_changed(at_start: Settings) -> None:
    """Log what else has changed in its file since the start, because only a restart takes it."""
    try:
        now = read_settings()
    except CannotStart as error:
        log.warning("a restart would fail now: %s", error.message)
        return
    changed = [PREFIX + each.upper() for each in _READ_AT_A_START if getattr(now, each) != getattr(at_start, each)]
    if changed:
        log.warning("changed since the start, and taken at the next one: %s", ", ".join(changed))
