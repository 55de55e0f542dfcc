"""Run Signpost until it is stopped: the page, Telegram, both, or the terminal. Each is built from the settings.

What serves is imported while a copy of the process loads the content (`bot.service.start.reloader`).
"""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import click

from bot.channels.error_handler import loop_handler
from bot.service import start
from bot.service.settings import CannotStart, Settings

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


def page(settings: Settings, started: Started) -> None:
    """Serve the web page on this machine; nothing is counted."""
    reloader = start.reloader(settings, public=True, meanwhile=lambda: import_module("bot.service.serve"))
    from bot.channels.talk import Talk
    from bot.service.serve import web

    talk = Talk(reloader.live.guide, danger=start.hearing().danger)
    until_stopped(lambda: web(settings, talk, reloader.health, started))


def serve(settings: Settings, started: Started) -> None:
    """Serve the web page and, with a token, Telegram's webhook."""
    reloader = start.reloader(settings, public=True, meanwhile=lambda: import_module("bot.service.serve"))
    from bot.service.serve import serve

    until_stopped(lambda: serve(settings, _service(settings, reloader), started))


def telegram(settings: Settings, started: Started) -> None:
    """Answer on Telegram by polling."""
    reloader = start.reloader(settings, meanwhile=lambda: import_module("bot.service.telegram"))
    from bot.service.telegram import poll

    until_stopped(lambda: poll(settings, _service(settings, reloader), started))


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
    admins = settings.admin_secret or settings.feed_secret or settings.admin_numbers
    counts = _admin_counts(settings, live) if admins else None
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
    from bot.reports.released import Reader
    from bot.service.count import database

    return AdminCounts(Reader(database(settings)), live.library)


def _no_orders(order: object) -> None:
    """Take no order: nobody is an admin."""


def _order_handler(settings: Settings, counts: "AdminCounts", board: "Switchboard") -> "OrderHandler":
    from bot.channels.admin import AdminOrders
    from bot.state.pause_service import PauseService

    pause = PauseService(board, counts.library, partial(start.admin_records(settings).note, "Telegram"))
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
    """Return an event that is set when the process is asked to stop."""
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    loop.set_exception_handler(loop_handler)
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows has no signal handlers in the loop
            loop.add_signal_handler(number, stop.set)
    return stop
