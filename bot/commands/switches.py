"""The commands of the red switch: take something off, show it again, list what is off."""

from collections.abc import Callable
from datetime import datetime

import click

from bot.core import inventory as held
from bot.core.library import Library
from bot.service.start import EXIT_FAULTS, library, settings, switchboard
from bot.state.pause_service import PauseRequest, PauseService
from bot.state.switch_requests import Refused


class _Refused(click.ClickException):
    """What was asked cannot be done; one line says why."""

    exit_code = EXIT_FAULTS


def _do(doing: Callable[[PauseService], str]) -> None:
    """Do something at the pauses and say what came of it."""
    found = settings()
    board = switchboard(found)
    content: Library = library(found)
    try:
        click.echo(doing(PauseService(board, lambda: content)))
    except Refused as refused:
        said = refused.said.words(content.messages)
        where = f" ({board.path})" if refused.said.key in ("switch-damaged", "switch-not-written") else ""
        raise _Refused(said + where) from None


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--closed", is_flag=True, help="The service has closed: it is shown no more. Without this, it is paused.")
@click.option(
    "--until",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last day of it, such as 2026-12-10; at most 90 days from today.",
)
@click.option("--why", required=True, help="A few words for those who keep the content; nobody's name or number.")
def pause(id_: str, closed: bool, until: datetime, why: str) -> None:
    """Take a service, an entry or a flow off at once, without a deploy.

    A service is paused: who is there instead stands before it. An entry or a flow is withdrawn: nothing leads to it.
    Where an id is several things, write service_ID, entry_ID or flow_ID. docs/red-switch.md says when to do what.
    """
    _do(lambda pauses: pauses.pause(PauseRequest(id_, until.date(), why, closed)))


@click.command()
@click.argument("id_", metavar="ID")
def resume(id_: str) -> None:
    """Show again what was taken off."""
    _do(lambda pauses: pauses.resume(id_))


@click.command()
def paused() -> None:
    """List what is taken off, until when and why."""
    _do(lambda pauses: pauses.paused())


@click.command()
def inventory() -> None:
    """Show everything that is held, written, sent and read, and why, on one page."""
    click.echo(held.page())
