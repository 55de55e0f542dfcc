"""The commands that look after a deployment: doctor, backup, restore, pause, paused, resume and inventory."""

import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.common import DAY, FILE, CommandRefused, current_date, write_file
from bot.service.settings import CannotStart

if TYPE_CHECKING:
    from bot.core.library import Library
    from bot.state.pause_service import PauseService
    from bot.state.switchboard import Switchboard


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: one JSON object.")
def doctor(as_json: bool) -> None:
    """Check this deployment, and say how to fix what is wrong.

    It checks the settings (unknown ones too), content, state folder, database, token, webhook, clock, proxy and
    memory, and asks the running program. It changes nothing. It ends with 0 if all is well, 1 if there are only
    warnings, and 2 if there is a fault.
    """
    import json
    from dataclasses import asdict

    from bot.service.doctor import examined

    found = tuple(examined())
    grades = {each.grade for each in found}
    if as_json:
        parts = [asdict(each) for each in found]
        click.echo(json.dumps({"well": grades == {"ok"}, "parts": parts}, ensure_ascii=False, indent=1))
    else:
        for each in found:
            click.echo(f"{each.grade:8} {each.part}: {each.said}" + (f"\n{'':8} -> {each.cure}" if each.cure else ""))
    raise click.exceptions.Exit(2 if "fault" in grades else 1 if "warning" in grades else 0)


@click.command()
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Write FILE even if it holds releases that are no longer here.")
def backup(file: Path, *, replace: bool) -> None:
    """Write what a deployment must not lose into FILE.

    It holds the releases of the counts, what is paused, and which monthly digest was sent. It holds nothing
    from an open week, and no secret: keep those where you made them. FILE is replaced as a whole or not at all, and not
    if releases in it would be lost.
    """
    from bot.service.backup import backup_of, packed, releases_lost
    from bot.service.start import settings

    today = current_date()
    found = backup_of(settings(), today)
    if not replace and (gone := releases_lost(file, found)):
        said = f"{file} holds {gone} releases that this deployment does not have, so it is left as it is"
        raise CannotStart(
            f"{said}. Are the counts lost, or elsewhere? Bring them back, name another file, or --replace."
        )
    write_file(file, packed(found, today), 0o600)
    click.echo(f"Kept in {file}. Releases: {len(found.releases)}. Paused: {len(found.switches.all)}.")


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Restore what `signpost backup` wrote into FILE.

    What is there already stays as it is, so you can run it twice. With a new SIGNPOST_DATABASE it also moves a
    deployment from a file to PostgreSQL, or back.
    """
    from bot.service.backup import bring_back, unpacked
    from bot.service.start import settings

    try:
        made = bring_back(settings(), unpacked(file.read_bytes()))
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise CannotStart(f"{file} was not used: {error}. Nothing was changed.") from None
    click.echo(f"Brought back. Releases: {made.releases}. Paused: {made.switches}.")


_A_MINUTE = 60.0  # seconds: the promise


_NOTHING_SERVES = (
    "no running Signpost uses {}, so nothing was changed. Start it first, or give this command the SIGNPOST_STATE "
    "and SIGNPOST_DATABASE that it serves with; in a container: docker exec NAME signpost …"
)


def _do(doing: "Callable[[PauseService], str]", *, changes: bool = True) -> None:
    """Change or list what is paused, and print what was done and who has taken it."""
    from bot.service.start import admin_records, hearing, library, settings, switchboard
    from bot.state.pause_service import PauseService, SwitchRefused

    found = settings()
    board = switchboard(found)
    if not board.processes():
        if changes:
            raise CommandRefused(_NOTHING_SERVES.format(board.path))
        click.echo(f"No running Signpost uses {board.path}.", err=True)
    content: Library = library(found)
    try:
        note = partial(admin_records(found).note, "command line")
        click.echo(doing(PauseService(board, lambda: content, hearing().lexicon, note)))
    except SwitchRefused as refused:
        said = refused.said.words(content.messages)
        where = f" ({board.path})" if refused.said.key in ("switch-damaged", "switch-not-written") else ""
        raise CommandRefused(said + where) from None
    if changes:
        _wait_until_taken(board)


def _wait_until_taken(board: "Switchboard") -> None:
    """Print each process when it has taken the switches; refuse to call it done if one has not after a minute."""
    from bot.core.hours import LONDON
    from bot.state.switch_place import digest

    told: set[str] = set()
    end = time.monotonic() + _A_MINUTE
    while True:
        wanted, late = digest(board.place.read()), []
        for each in board.processes():
            if each.taken == wanted and each.name not in told:
                told.add(each.name)
                click.echo(f"Taken at {each.at.astimezone(LONDON):%H:%M:%S} by {each.name}.")
            elif each.name not in told:
                late.append(each.name)
        if not late:
            return
        if time.monotonic() > end:
            raise CommandRefused(f"{', '.join(late)} has not taken it within a minute: look at it, and restart it.")
        time.sleep(0.5)


@click.command()
@click.argument("id_", metavar="ID")
@click.option(
    "--closed", is_flag=True, help="The service has closed, so it is not shown at all. Without this, it is paused."
)
@click.option(
    "--until",
    required=True,
    type=DAY,
    metavar="DATE",
    help="The last day of the pause, such as 2026-12-10; at most 90 days from today.",
)
@click.option("--why", required=True, help="A few words for the editors, without anybody's name or number.")
def pause(id_: str, closed: bool, until: datetime, why: str) -> None:
    """Pause a service, an entry or a flow at once.

    This needs no deployment, and ends by naming each process that has taken it. A paused service is shown after the
    services that can help instead. A paused entry or flow is withdrawn: nothing leads to it. If an id belongs to
    several things, write service:ID, entry:ID or flow:ID. docs/red-switch.md says what to do when.
    """
    from bot.state.pause_service import PauseRequest

    _do(lambda pauses: pauses.pause(PauseRequest(id_, until.date(), why, closed)))


@click.command()
@click.argument("id_", metavar="ID")
def resume(id_: str) -> None:
    """Show something again that was paused."""
    _do(lambda pauses: pauses.resume(id_))


@click.command()
def paused() -> None:
    """List what is paused, until when and why."""
    _do(lambda pauses: pauses.paused(), changes=False)


@click.command()
def inventory() -> None:
    """List everything that is stored, sent and read, and why."""
    from bot.core import inventory as held

    click.echo(held.page())
