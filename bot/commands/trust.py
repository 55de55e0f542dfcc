"""The commands by which words are kept right: sign, reviewed, due, migrate."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot.content.loader import ContentError
from bot.service.start import EXIT_FAULTS, CannotStart, content_folder, day, library, settings, switchboard

if TYPE_CHECKING:
    from bot.core.library import Library
    from bot.editor.signing import Kept

_on = click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
_yes = click.option("--yes", is_flag=True, help="Do not ask; for scripts.")


class _Refused(click.ClickException):
    """What was asked cannot be done; the words say why."""

    exit_code = EXIT_FAULTS


def _kept(id_: str) -> tuple["Kept", "Library"]:
    """Return what an editor means by an id, and all content with its drafts."""
    from bot.content.loader import read
    from bot.editor.signing import NotFound, kept

    folder = content_folder(settings())
    draft, faults = read(folder)
    if faults:
        raise CannotStart(f"the content in {folder} has faults; mend them first.\n{ContentError(faults)}")
    try:
        return kept(folder, draft, id_), draft.library
    except NotFound as error:
        raise _Refused(str(error)) from None


def _write(kept: "Kept", after: bytes) -> None:
    from bot.editor.yaml_edit import CannotEdit, write

    try:
        write(kept.path, kept.data, after)
    except CannotEdit as error:
        raise _Refused(f"{error}. Nothing was changed.") from None


def _nothing() -> NoReturn:
    click.echo("Nothing was changed.")
    raise click.exceptions.Exit(EXIT_FAULTS)


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--role", help="For whom they speak: an id of sign_off_roles in vocabulary.yaml.")
@click.option("--by", help="The name of who has agreed.")
@click.option("--body", help="The organisation or the group they speak for.")
@_on
@_yes
def sign(id_: str, role: str | None, by: str | None, body: str | None, on: datetime | None, yes: bool) -> None:
    """Show the words of the entry or flow ID, and write down who has agreed to them.

    Nobody signs by this command: somebody has read these words and agreed to them, and an editor writes it down with
    them. A later change of the words lapses it, and every card says so until they have agreed again.
    """
    from bot.content.checks.sign_offs import HER_OWN
    from bot.core.library import SignOff
    from bot.editor import signing
    from bot.editor.yaml_edit import CannotEdit

    kept, content = _kept(id_)
    click.echo("\n".join(signing.shown(kept, content)))
    if not yes and not click.confirm("\nHas somebody read exactly these words, and agreed to them?"):
        _nothing()
    role = role or _role(content)
    by = by or _asked("Their name", signing.HER_NAME if role == HER_OWN else "")
    body = body or _asked("The organisation or the group they speak for")
    try:
        made = signing.sign_off(kept, content, SignOff(by=by, role=role, body=body, on=day(on), text=""))
        after = signing.signed(kept, made)
    except (signing.CannotSign, CannotEdit) as error:
        raise _Refused(f"{error}. Nothing was changed.") from None
    click.echo("\n" + "\n".join(f"  {name}: {value}" for name, value in signing.written(made).items()))
    if not yes and not click.confirm(f"\nWrite this under sign_off in {kept.file}?"):
        _nothing()
    _write(kept, after)
    click.echo(f"Written into {kept.file}.")


def _role(content: "Library") -> str:
    roles = content.vocabulary.sign_off_roles
    click.echo("\nFor whom do they speak?")
    for role, name in roles.items():
        click.echo(f"  {role}: {name}")
    return str(click.prompt("Role", type=click.Choice(list(roles)), show_choices=False))


def _asked(question: str, before: str = "") -> str:
    if before:
        click.echo(before)
    return " ".join(str(click.prompt(question)).split())


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--read-on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it was read; today if not given.")
@_on
@_yes
def reviewed(id_: str, read_on: datetime | None, on: datetime | None, yes: bool) -> None:
    """Show what the entry or flow ID has to be read against, and write the day on which it was.

    The facts and contacts inside are not renewed by it: each has a day of its own.
    """
    from bot.core.assurance import due_on
    from bot.editor import signing as reviewing
    from bot.editor.tables import day as words
    from bot.editor.yaml_edit import CannotEdit

    kept, content = _kept(id_)
    today = day(on)
    click.echo("\n".join(reviewing.to_read(kept, content, today)))
    if expired := reviewing.expired_in(kept.thing, content, today):
        click.echo(f"\nThe facts {', '.join(expired)} have expired. A review of the words does not renew them.")
    if not yes and not click.confirm("\nIs every sentence still right by these sources?"):
        _nothing()
    read = read_on.date() if read_on else today
    try:
        after = reviewing.reviewed(kept, read, today)
    except (reviewing.CannotReview, CannotEdit) as error:
        raise _Refused(f"{error}.") from None
    _write(kept, after)
    following = due_on(read, kept.thing.review_every)
    click.echo(f"Written into {kept.file}: reviewed: {read.isoformat()}. It is due again on {words(following)}.")


@click.command()
@click.option("--unconfirmed", is_flag=True, help="Every contact to ring or open, with what to ask.")
@click.option("--format", "as_", type=click.Choice(["text", "csv", "ics"]), default="text", help="Or a calendar.")
@_on
def due(unconfirmed: bool, as_: str, on: datetime | None) -> None:
    """List what is overdue or due in 30 days, by owner, with what waits inside; or whom to ring."""
    from bot.editor import calls
    from bot.editor import due as items
    from bot.editor.due import calendar

    found, today = settings(), day(on)
    content = library(found, drafts=True)
    if unconfirmed and as_ == "ics":
        raise click.UsageError("a call list has no days: take --format text or csv")
    if as_ == "ics":
        for part in calendar(content, today):
            click.echo(part, nl=False)
        return
    off = switchboard(found).switches()
    made: Mapping[tuple[str, bool], Callable[[], str]] = {
        ("text", False): lambda: "\n".join(items.lines(content, today, off)) + "\n",
        ("csv", False): lambda: items.table(content, today, off),
        ("text", True): lambda: "\n".join(calls.lines(content, today)) + "\n",
        ("csv", True): lambda: calls.table(content, today),
    }
    click.echo(made[as_, unconfirmed](), nl=False)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def migrate(folder: Path | None, dry_run: bool) -> None:
    """Bring content written for an older Signpost into today's format; all else in its files stays as it is."""
    from bot.content.loader import faults
    from bot.content.migrations import CURRENT, UnknownFormat
    from bot.editor import migrating
    from bot.editor.yaml_edit import CannotEdit

    where = folder or content_folder(settings())
    if not (where / "guidance").is_dir():
        raise CannotStart(f"the folder {where} holds no guidance.")
    try:
        changed = migrating.changes(where)
        for file in changed:
            click.echo(f"{'would change' if dry_run else 'changed'}: {file}")
        if not dry_run:
            migrating.bring_in(where, changed)
    except UnknownFormat as error:
        raise _Refused(str(error)) from None
    except (CannotEdit, OSError) as error:
        raise CannotStart(f"{error}. Run it again when that is mended.") from None
    if not changed:
        click.echo(f"The content is in format {CURRENT} already. Nothing was changed.")
    elif not dry_run and (left := faults(where)):
        click.echo(f"It is in format {CURRENT} now. What is left to mend by hand:\n{ContentError(left)}")
        raise click.exceptions.Exit(EXIT_FAULTS)
