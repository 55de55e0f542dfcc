"""The command that shows which services the directory chooses, and why."""

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click

from bot.content.loader import find_content
from bot.core.directory import Search
from bot.core.hours import LONDON
from bot.core.library import Library, Reach, Who
from bot.core.switches import switched
from bot.service.start import EXIT_FAULTS, CannotStart, day, library, settings, switchboard


@click.command()
@click.option("--need", "needs", multiple=True, required=True, help="What is needed, by its id in vocabulary.yaml.")
@click.option("--area", default="", help="A council, by its name or its GSS code; all Scotland if left out.")
@click.option("--who", multiple=True, type=click.Choice(get_args(Who)), help="What is known of the person.")
@click.option("--reach", multiple=True, type=click.Choice(get_args(Reach)), help="How the person can use it.")
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    help="The time it is in Scotland, such as '2026-11-25 21:30'; now if left out.",
)
@click.option("--why", is_flag=True, help="Say what each stands by, and which are left out for what.")
def services(
    needs: tuple[str, ...], area: str, who: tuple[str, ...], reach: tuple[str, ...], at: datetime | None, why: bool
) -> None:
    """List the services for a need, an area, a person and a time, in the order they are shown.

    What the red switch has taken off by then is off here too.
    """
    from bot.editor import choosing

    found = settings()
    now = at.replace(tzinfo=LONDON) if at else datetime.now(UTC)
    content = switched(library(found), switchboard(found).switches(), now.astimezone(LONDON).date())
    if unknown := set(needs) - set(content.vocabulary.needs):
        known = ", ".join(content.vocabulary.needs)
        raise click.BadParameter(f'there is no need "{min(unknown)}"; one of {known}', param_hint="--need")
    gss = choosing.area_called(content, area) if area else ""
    if gss is None:
        meant = choosing.area_meant(content, area)
        cure = f"did you mean {meant}?" if meant else "signpost coverage lists them"
        raise click.BadParameter(f'no council is called "{area}"; {cure}', param_hint="--area")
    search = Search(area=gss, who=frozenset(who), now=now, reach=frozenset(reach))
    click.echo("\n".join(choosing.lines(content, needs, search, why=why)))


_on = click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
_out = click.option(
    "--to", "out", type=click.Path(dir_okay=False, path_type=Path), help="A file; standard output if left out."
)
_drafts = click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default="drafts",
    help="A new folder for the drafts (drafts).",
)


@click.group()
def export() -> None:
    """Give the directory, or what is due for review, to other programs."""


@export.command()
@_out
@_on
def oruk(out: Path | None, on: datetime | None) -> None:
    """Write the directory as Open Referral UK (HSDS 3.0-UK), in JSON."""
    from bot.open_data import feed

    _write((part.encode() for part in feed.written(_directory(on), day(on))), out)


@export.command("csv")
@_out
@_on
def csv_(out: Path | None, on: datetime | None) -> None:
    """Write the directory as a table."""
    from bot.editor import choosing

    _write((row.encode() for row in choosing.rows(_directory(on), day(on))), out)


@export.command()
@_out
@_on
def ics(out: Path | None, on: datetime | None) -> None:
    """Write what is due for review as a calendar, without anybody's name."""
    from bot.editor.due import calendar

    _write(calendar(library(settings()), day(on)), out)


def _directory(on: datetime | None) -> Library:
    """Return the content as it is shown: what a switch has taken off is off in what others get, too."""
    found = settings()
    return switched(library(found), switchboard(found).switches(), day(on))


def _write(parts: Iterable[bytes], out: Path | None) -> None:
    if out is None:
        for part in parts:
            sys.stdout.buffer.write(part)
        return
    try:
        with out.open("wb") as file:
            file.writelines(parts)
    except OSError as error:
        raise CannotStart(f"{out} cannot be written: {error.strerror}.") from None


@click.group("import")
def import_() -> None:
    """Make drafts of services that others publish; a draft is never live."""


@import_.command("aliss")
@click.argument("file_or_url")
@_drafts
@_on
def aliss(file_or_url: str, folder: Path, on: datetime | None) -> None:
    """Make drafts of the services in an answer of ALISS, from a file or an https address."""
    from bot.open_data.fetching import CannotFetchError, fetched

    if "://" not in file_or_url:
        _import("aliss", _read(Path(file_or_url)), file_or_url, folder, on)
        return
    try:
        data = fetched(file_or_url)
    except CannotFetchError as error:
        raise CannotStart(f"{error}.") from None
    _import("aliss", data, file_or_url, folder, on)


@import_.command("oruk")
@click.argument("file", type=click.Path(path_type=Path))
@_drafts
@_on
def oruk_(file: Path, folder: Path, on: datetime | None) -> None:
    """Make drafts of the services in a file of Open Referral UK."""
    _import("oruk", _read(file), file.name, folder, on)


def _read(file: Path) -> bytes:
    from bot.open_data.reading import MOST_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None


def _import(form: str, data: bytes, name: str, folder: Path, on: datetime | None) -> None:
    from bot.open_data import duplicates, keeping
    from bot.open_data.reading import READERS, MalformedError

    found = settings()
    content = library(found)
    try:
        read = READERS[form](data, {gss: council.name for gss, council in content.areas.councils.items()})
    except MalformedError as error:
        click.echo(f"{name}: nothing was taken over.\n{error}", err=True)
        sys.exit(EXIT_FAULTS)
    drafts = keeping.named(read.drafts, content.services)
    pairs = duplicates.pairs(content, drafts)
    origin = keeping.Origin(name, read.licence, read.attribution, day(on))
    try:
        keeping.keep(drafts, pairs, origin, folder, found.content or find_content())
    except keeping.CannotKeepError as error:
        raise CannotStart(f"{error}.") from None
    click.echo(f"{folder}: {len(drafts)} {'draft' if len(drafts) == 1 else 'drafts'}, none of them live.")
    click.echo(f"Licence: {read.licence or 'not stated: ask whoever publishes it before you use it'}")
    if read.more:
        click.echo(f"There is a next page: {read.more}")
    for line in duplicates.lines(content, pairs):
        click.echo(line)
