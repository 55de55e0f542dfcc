"""The commands that export the directory, and import what others publish."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.common import FOLDER, on_day, stopping, to_file, write_out
from bot.commands.counts import export_counts
from bot.service.settings import EXIT_FAULTS, CannotStart

if TYPE_CHECKING:
    from bot.core.library import Library

_drafts = click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default="drafts",
    show_default=True,
    help="A new folder for the drafts.",
)


@click.group()
def export() -> None:
    """Export the directory, what is due, or the counts."""


@export.command()
@to_file
@on_day
def oruk(out: Path | None, today: date) -> None:
    """Write the directory as Open Referral UK.

    It is JSON in the profile HSDS 3.0-UK. The page serves the same at /api/oruk.
    """
    from bot.open_data import oruk

    write_out(out, (part.encode() for part in oruk.written(_directory(today), today)))


@export.command("csv")
@to_file
@on_day
def csv_(out: Path | None, today: date) -> None:
    """Write the directory as a table."""
    from bot.editor import service_choice

    write_out(out, (row.encode() for row in service_choice.rows(_directory(today), today)))


@export.command()
@to_file
@on_day
def ics(out: Path | None, today: date) -> None:
    """Write what is due for review as a calendar.

    It holds no names of people.
    """
    from bot.editor.due import calendar
    from bot.service.start import library, settings

    write_out(out, calendar(library(settings()), today))


def _directory(today: date) -> "Library":
    """Return the content as it is shown, without what is paused."""
    from bot.core.switches import switched
    from bot.service.start import library, settings, switches

    found = settings()
    return switched(library(found), switches(found), today)


export.add_command(export_counts)


@click.group("import")
def import_() -> None:
    """Make drafts of services that others publish.

    A draft is never live.
    """


@import_.command("aliss")
@click.argument("file_or_url")
@_drafts
@on_day
def aliss(file_or_url: str, folder: Path, today: date) -> None:
    """Make drafts of services from ALISS.

    FILE_OR_URL is an answer of ALISS as a file or an https address.
    """
    from bot.open_data.reading import CannotFetchError, fetched

    with stopping(CannotFetchError, words="{}."):
        data = fetched(file_or_url) if "://" in file_or_url else _read(Path(file_or_url))
    _import("aliss", data, file_or_url, folder, today)


@import_.command("oruk")
@click.argument("file", type=FOLDER)
@_drafts
@on_day
def oruk_(file: Path, folder: Path, today: date) -> None:
    """Make drafts of services from an Open Referral UK file."""
    _import("oruk", _read(file), file.name, folder, today)


def _read(file: Path) -> bytes:
    from bot.open_data.reading import MOST_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None


def _import(form: str, data: bytes, name: str, folder: Path, today: date) -> None:
    from bot.content.load_in_process import find_content
    from bot.open_data import keeping
    from bot.open_data.reading import READERS, MalformedError
    from bot.service.start import library, settings

    found = settings()
    content = library(found)
    try:
        read = READERS[form](data, {gss: council.name for gss, council in content.areas.councils.items()})
    except MalformedError as error:
        click.echo(f"{name}: nothing was imported.\n{error}", err=True)
        sys.exit(EXIT_FAULTS)
    drafts = keeping.named(read.drafts, content.services)
    pairs = keeping.pairs(content, drafts)
    origin = keeping.Origin(name, read.licence, read.attribution, today)
    with stopping(keeping.CannotKeepError, words="{}."):
        keeping.keep(drafts, pairs, origin, folder, found.content or find_content())
    click.echo(f"{folder}: {len(drafts)} {'draft' if len(drafts) == 1 else 'drafts'}, none of them live.")
    click.echo(f"Licence: {read.licence or 'not stated: ask the publisher before you use it'}")
    if read.more:
        click.echo(f"There is a next page: {read.more}")
    for line in keeping.lines(content, pairs):
        click.echo(line)
