"""The commands about services: list them, ask and confirm their records, export them, and import those of others."""

import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from bot.commands.common import (
    FOLDER,
    CommandRefused,
    council_called,
    on_day,
    read_content,
    refusing,
    stopping,
    to_file,
    write_out,
)
from bot.commands.counts import export_counts
from bot.core.service import Reach
from bot.core.steps import Who
from bot.service.settings import EXIT_FAULTS, CannotStart

if TYPE_CHECKING:
    from bot.content.loaded_content import LoadedContent
    from bot.core.library import Library
    from bot.core.service import Service
    from bot.editor.confirm import RecordQuestion


@click.command()
@click.option(
    "--need", "needs", multiple=True, required=True, help="A need, by its id in vocabulary.yaml; may be repeated."
)
@click.option("--area", default="", help="A council area, by its name or GSS code; all Scotland if not given.")
@click.option(
    "--who", multiple=True, type=click.Choice(get_args(Who)), help="What is known about the person; may be repeated."
)
@click.option(
    "--reach", multiple=True, type=click.Choice(get_args(Reach)), help="How the person can use it; may be repeated."
)
@click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    metavar="TIME",
    help="The time in Scotland, such as '2026-11-25 21:30'; now if not given.",
)
@click.option("--why", is_flag=True, help="Say why each is listed, and why others are left out.")
def services(
    needs: tuple[str, ...], area: str, who: tuple[str, ...], reach: tuple[str, ...], at: datetime | None, why: bool
) -> None:
    """List the services that fit a need, best first.

    They are listed for an area, a person and a time, in the order that staff see them. Anything paused at that time is
    left out.
    """
    from bot.core.directory import Search
    from bot.core.hours import LONDON
    from bot.core.switches import switched
    from bot.editor import service_choice
    from bot.service.start import library, settings, switches

    found = settings()
    now = at.replace(tzinfo=LONDON) if at else datetime.now(UTC)
    content = switched(library(found), switches(found), now.astimezone(LONDON).date())
    if unknown := set(needs) - set(content.vocabulary.needs):
        known = ", ".join(content.vocabulary.needs)
        raise click.BadParameter(f'there is no need "{min(unknown)}"; one of {known}', param_hint="--need")
    search = Search(area=council_called(content, area, "--area"), who=frozenset(who), now=now, reach=frozenset(reach))
    click.echo("\n".join(service_choice.lines(content, needs, search, why=why)))


@click.command()
@click.argument("id_", metavar="SERVICE")
@on_day
def confirm(id_: str, today: date) -> None:
    """Ask about a service step by step, and write the answers.

    It goes through its record: contacts, open points, hours, who it takes. It writes who confirmed it and when, and
    removes what is no longer open. Nothing is written before you have seen each line that changes.
    """
    from bot.content.field_edit import CannotEdit
    from bot.core.service import Assurance
    from bot.editor import confirm as confirming
    from bot.editor.content_edits import changed_lines, write

    folder, draft = read_content()
    service = service_called(draft, id_)
    path = folder / (file := draft.file("service", service.id))
    click.echo("\n".join(confirming.head(service)))
    answers = _answers(draft, confirming.questions(draft, service))
    if unasked := confirming.not_confirmed(answers):
        click.echo(f"\nNobody was asked about {', '.join(unasked)}, so it is still not confirmed.")
    by = "" if unasked else _who(confirming.name_fault)
    how = "" if unasked else click.prompt("How", default="by phone")
    with refusing(CannotEdit, words=f"{file}: {{}}. Nothing was changed."):
        before = path.read_bytes()
        after = confirming.confirmed(before, service, answers, Assurance(on=today, by=by, how=how))
        click.echo("\n" + "\n".join(part for line in changed_lines(file, before.decode(), after) for part in line.told))
        if before == after or not click.confirm("\nWrite this?"):
            raise CommandRefused("Nothing was changed.")
        write(path, before, after)
    click.echo(f"Written into {file}. Then run signpost check.")


def service_called(draft: "LoadedContent", id_: str) -> "Service":
    """Return the service with an id; raise CommandRefused if there is none."""
    from bot.editor.uses import resolve, resolve_former, similar_ids

    meant = resolve(draft, id_) or resolve_former(draft, id_)
    if ids := [each.id for each in meant if each.what == "service"]:
        return draft.library.services[ids[0]]
    close = [id for id in similar_ids(draft, id_) if id in draft.library.services]
    raise CommandRefused(f'no service has the id "{id_}"; ' + (f"did you mean {close[0]}?" if close else _IDS))


_IDS = "it is the name of its file in guidance/services."


def _answers(draft: "LoadedContent", questions: Iterable["RecordQuestion"]) -> "dict[RecordQuestion, str]":
    """Return the answer to each question; a mistake is explained, and the question asked again."""
    from bot.editor.confirm import GONE, usual
    from bot.editor.creating.prompts import WrongAnswer

    answers: dict[RecordQuestion, str] = {}
    gone: tuple[str | int, ...] = ()
    for each in questions:
        if each.kind == "purpose" and each.path[:2] == gone:
            continue  # what a number was for goes with it
        click.echo("\n" + "\n".join(each.lines))
        while each not in answers:
            typed = click.prompt("  Answer", default=usual(each), show_default=False)
            try:
                answers[each] = each.checked(typed, draft)
            except WrongAnswer as slip:
                click.echo(f"  {slip}.")
        if each.kind == "contact" and answers[each] == GONE:
            gone = each.path[:2]
    return answers


def _who(fault: Callable[[str], str]) -> str:
    while slip := fault(name := " ".join(str(click.prompt("\nWho confirmed it")).split())):
        click.echo(f"  {slip}.")
    return name


@click.command("ask-service")
@click.argument("id_", metavar="SERVICE")
@to_file
@on_day
def ask_service(id_: str, out: Path | None, today: date) -> None:
    """Write a letter that asks a service whether its record is right.

    It holds what we show, and a form to send back. It can be sent as an e-mail or printed; nothing is sent from here.
    signpost confirm SERVICE then writes the answers.
    """
    from bot.editor.confirm import letter
    from bot.service.start import settings

    _, draft = read_content()
    found = settings()
    write_out(out, letter(draft, service_called(draft, id_), found.publisher, found.contact, today))


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

    FILE_OR_URL is a response from ALISS, as a file or an https address.
    """
    from bot.open_data.service_import import CannotFetchError, fetched

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
    from bot.open_data.service_import import MOST_BYTES

    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None


def _import(form: str, data: bytes, name: str, folder: Path, today: date) -> None:
    from bot.content.load_in_process import find_content
    from bot.open_data import draft_folder
    from bot.open_data.service_import import READERS, MalformedError
    from bot.service.start import library, settings

    found = settings()
    content = library(found)
    try:
        read = READERS[form](data, {gss: council.name for gss, council in content.areas.councils.items()})
    except MalformedError as error:
        click.echo(f"{name}: nothing was imported.\n{error}", err=True)
        sys.exit(EXIT_FAULTS)
    drafts = draft_folder.named(read.drafts, content.services)
    pairs = draft_folder.pairs(content, drafts)
    origin = draft_folder.Origin(name, read.licence, read.attribution, today)
    with stopping(draft_folder.CannotKeepError, words="{}."):
        draft_folder.keep(drafts, pairs, origin, folder, found.content or find_content())
    click.echo(f"{folder}: {len(drafts)} {'draft' if len(drafts) == 1 else 'drafts'}, none of them live.")
    click.echo(f"Licence: {read.licence or 'not stated: ask the publisher before you use it'}")
    if read.more:
        click.echo(f"There is a next page: {read.more}")
    for line in draft_folder.lines(content, pairs):
        click.echo(line)
