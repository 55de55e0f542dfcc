"""The commands that keep content right: due, ask-service, reviewed, sign, pause, paused, resume and inventory."""

import time
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot.commands.common import (
    DAY,
    CommandRefused,
    council_called,
    in_format,
    on_day,
    read_content,
    refusing,
    to_file,
    write_out,
    yes,
)
from bot.service.settings import EXIT_FAULTS

if TYPE_CHECKING:
    from bot.core.library import Library
    from bot.editor.call_list import ServiceToCall
    from bot.editor.sign_off import Editable
    from bot.state.pause_service import PauseService
    from bot.state.switchboard import Switchboard

_A_MINUTE = 60.0  # seconds: the promise


def _kept(id_: str) -> tuple["Editable", "Library"]:
    """Return what an editor means by an id, and all content with its drafts."""
    from bot.editor.sign_off import NotEditable, find_editable

    folder, draft = read_content()
    with refusing(NotEditable):
        kept = find_editable(folder, draft, id_)
    return kept, draft.library


def _write(kept: "Editable", after: bytes) -> None:
    from bot.content.field_edit import CannotEdit
    from bot.editor.content_files import write

    with refusing(CannotEdit, words="{}. Nothing was changed."):
        write(kept.path, kept.data, after)


def _nothing() -> NoReturn:
    click.echo("Nothing was changed.")
    raise click.exceptions.Exit(EXIT_FAULTS)


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--role", help="The role they sign in: an id of sign_off_roles in vocabulary.yaml.")
@click.option("--by", help="The name of the person who agreed.")
@click.option("--body", help="The organisation or group they speak for.")
@on_day
@yes
def sign(id_: str, role: str | None, by: str | None, body: str | None, today: date, yes: bool) -> None:
    """Record that somebody has agreed to an entry's or flow's words.

    It shows the words of the entry or flow ID. An editor runs it with the person who has read them and agreed to them;
    running it is not itself a signature. If the words change later, the sign-off lapses, and every card says so until
    somebody has agreed again.
    """
    from bot.content.checks.assurance import HER_OWN
    from bot.content.field_edit import CannotEdit
    from bot.core.library import SignOff
    from bot.editor import sign_off

    kept, content = _kept(id_)
    click.echo("\n".join(sign_off.shown(kept, content)))
    if not yes and not click.confirm("\nHas somebody read exactly these words, and agreed to them?"):
        _nothing()
    role = role or _role(content)
    by = by or _asked("Their name", sign_off.HER_NAME if role == HER_OWN else "")
    body = body or _asked("The organisation or the group they speak for")
    with refusing(sign_off.CannotSign, CannotEdit, words="{}. Nothing was changed."):
        made = sign_off.sign_off(kept, content, SignOff(by=by, role=role, body=body, on=today, text=""))
        after = sign_off.signed(kept, made)
    click.echo("\n" + "\n".join(f"  {name}: {value}" for name, value in sign_off.written(made).items()))
    if not yes and not click.confirm(f"\nWrite this under sign_off in {kept.file}?"):
        _nothing()
    _write(kept, after)
    click.echo(f"Written into {kept.file}.")


def _role(content: "Library") -> str:
    roles = content.vocabulary.sign_off_roles
    click.echo("\nIn which role do they sign?")
    for role, name in roles.items():
        click.echo(f"  {role}: {name}")
    return str(click.prompt("Role", type=click.Choice(list(roles)), show_choices=False))


def _asked(question: str, before: str = "") -> str:
    if before:
        click.echo(before)
    return " ".join(str(click.prompt(question)).split())


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--read-on", type=DAY, metavar="DATE", help="The date on which it was read; today if not given.")
@on_day
@yes
def reviewed(id_: str, read_on: datetime | None, today: date, yes: bool) -> None:
    """Record that an entry or flow was read against its sources.

    It shows what the entry or flow ID has to be read against, then writes the date into its file. The facts and
    contacts in it are not renewed: each has a date of its own.
    """
    from bot.content.field_edit import CannotEdit
    from bot.core.assurance import due_on
    from bot.core.screens.scene import day as words
    from bot.editor import sign_off as reviewing

    kept, content = _kept(id_)
    click.echo("\n".join(reviewing.to_read(kept, content, today)))
    if expired := reviewing.expired_in(kept.thing, content, today):
        click.echo(f"\nThe facts {', '.join(expired)} have expired. A review of the words does not renew them.")
    if not yes and not click.confirm("\nIs every sentence still right by these sources?"):
        _nothing()
    read = read_on.date() if read_on else today
    with refusing(reviewing.CannotReview, CannotEdit, words="{}."):
        after = reviewing.reviewed(kept, read, today)
    _write(kept, after)
    following = due_on(read, kept.thing.review_every)
    click.echo(f"Written into {kept.file}: reviewed: {read.isoformat()}. It is due again on {words(following)}.")


@click.command()
@click.option("--unconfirmed", is_flag=True, help="List every contact to ring or open, with what to ask.")
@click.option("--council", default="", help="With --unconfirmed: only services of this council, by name or GSS code.")
@click.option("--owner", default="", help="With --unconfirmed: only services in entries that this owner keeps.")
@click.option("--first", type=click.IntRange(1), metavar="N", help="With --unconfirmed: only the first N services.")
@in_format("text", "csv", "ics", help_="Text, a table, or a calendar.")
@on_day
def due(unconfirmed: bool, council: str, owner: str, first: int | None, as_: str, today: date) -> None:
    """List what is due to be read or checked again, by owner.

    It lists the numbers that staff said did not work, what is overdue or due within 30 days, and the facts and contacts
    in it that wait. With --unconfirmed, it lists who to ring instead, the most urgent first.
    """
    from bot.editor import call_list
    from bot.editor import due as items
    from bot.editor.due import calendar
    from bot.editor.what_waits import failed_numbers
    from bot.reports.released import read
    from bot.service.count import database
    from bot.service.start import library, settings, switches

    found = settings()
    content = library(found, drafts=True)
    if unconfirmed and as_ == "ics":
        raise click.UsageError("a call list has no days: take --format text or csv")
    if (council or owner or first) and not unconfirmed:
        raise click.UsageError("--council, --owner and --first narrow the call list: add --unconfirmed")
    if as_ == "ics":
        for part in calendar(content, today):
            click.echo(part, nl=False)
        return
    off, gss = switches(found), council_called(content, council, "--council")
    owners = sorted({entry.owner for entry in content.entries.values()})
    if owner and owner not in owners:
        raise click.BadParameter(f'no owner is called "{owner}"; one of {", ".join(owners)}', param_hint="--owner")

    def calls() -> tuple["ServiceToCall", ...]:
        return call_list.calls(content, today, gss, owner)[:first]

    failed = failed_numbers(read(database(found)), content)
    made: Mapping[tuple[str, bool], Callable[[], str]] = {
        ("text", False): lambda: "\n".join(items.lines(content, today, off, failed)) + "\n",
        ("csv", False): lambda: items.table(content, today, off, failed),
        ("text", True): lambda: "\n".join(call_list.lines(calls(), today)) + "\n",
        ("csv", True): lambda: call_list.table(calls()),
    }
    click.echo(made[as_, unconfirmed](), nl=False)


@click.command("ask-service")
@click.argument("id_", metavar="SERVICE")
@to_file
@on_day
def ask_service(id_: str, out: Path | None, today: date) -> None:
    """Write a letter that asks a service whether its record is right.

    It holds what we show, and a form to send back. It can be sent as an e-mail or printed; nothing is sent from here.
    signpost confirm SERVICE then writes the answers.
    """
    from bot.commands.directory import service_called
    from bot.editor.confirm import letter
    from bot.service.start import settings

    _, draft = read_content()
    found = settings()
    write_out(out, letter(draft, service_called(draft, id_), found.publisher, found.contact, today))


_NOTHING_SERVES = (
    "nothing serves with {}, so nothing was changed. Start the service first, or give this command the SIGNPOST_STATE "
    "and SIGNPOST_DATABASE that it serves with; in a container: docker exec NAME signpost …"
)


def _do(doing: "Callable[[PauseService], str]", *, changes: bool = True) -> None:
    """Change or list what is paused, and print what was done and who has taken it."""
    from bot.service.start import admin_records, library, settings, switchboard
    from bot.state.pause_service import PauseService, SwitchRefused

    found = settings()
    board = switchboard(found)
    if not board.processes():
        if changes:
            raise CommandRefused(_NOTHING_SERVES.format(board.path))
        click.echo(f"Nothing serves with {board.path}.", err=True)
    content: Library = library(found)
    try:
        click.echo(doing(PauseService(board, lambda: content, partial(admin_records(found).note, "command line"))))
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
    help="The last day of it, such as 2026-12-10; at most 90 days from today.",
)
@click.option("--why", required=True, help="A few words for the editors, without anybody's name or number.")
def pause(id_: str, closed: bool, until: datetime, why: str) -> None:
    """Take a service, an entry or a flow off at once.

    This needs no deployment, and ends by naming each process that has taken it. A paused service is shown after the
    services that can help instead. A paused entry or flow is withdrawn: nothing leads to it. If an id belongs to
    several things, write service_ID, entry_ID or flow_ID. docs/red-switch.md says what to do when.
    """
    from bot.state.pause_service import PauseRequest

    _do(lambda pauses: pauses.pause(PauseRequest(id_, until.date(), why, closed)))


@click.command()
@click.argument("id_", metavar="ID")
def resume(id_: str) -> None:
    """Show a thing again that was taken off."""
    _do(lambda pauses: pauses.resume(id_))


@click.command()
def paused() -> None:
    """List what has been taken off, until when and why."""
    _do(lambda pauses: pauses.paused(), changes=False)


@click.command()
def inventory() -> None:
    """List everything that is stored, sent and read, and why."""
    from bot.core import inventory as held

    click.echo(held.page())
