"""The commands that give the directory to other programs, and make drafts of what others publish."""

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import click

from bot.content.loader import find_content
from bot.core.library import Library
from bot.core.switches import switched
from bot.starting import EXIT_FAULTS, CannotStart, day, library, settings, switchboard

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
    from bot.editor import services_table

    _write((row.encode() for row in services_table.rows(_directory(on), day(on))), out)


@export.command()
@_out
@_on
def ics(out: Path | None, on: datetime | None) -> None:
    """Write what is due for review as a calendar, without anybody's name."""
    from bot.editor.calendar import calendar

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
    from bot.open_data.faults import MalformedError
    from bot.open_data.reading import READERS

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
