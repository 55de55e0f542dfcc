"""The commands about ids: where, rename and replace."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.common import CommandRefused, content_with_faults, on_day, read_content, refusing
from bot.commands.service_directory import service_called
from bot.service.settings import CannotStart

if TYPE_CHECKING:
    from bot.content.loaded_content import LoadedContent
    from bot.editor.reference_edits import RenamePlan
    from bot.editor.uses import ContentId

_MOST_NEAR = 5  # ids that are proposed for one that is not known


@click.command()
@click.argument("id_", metavar="ID")
def where(id_: str) -> None:
    """List every place where an id is used, and what for.

    ID is that of an entry, service, flow, fact, need, council or the like. A step of a flow is FLOW/STEP. If an id
    belongs to several things, all are listed.
    """
    from bot.editor import uses
    from bot.editor.uses import resolve

    _, draft, faults = content_with_faults()
    named = resolve(draft, id_)
    if not named:
        raise CommandRefused(_unknown(draft, id_))
    for each in named:
        click.echo("\n".join(uses.lines(draft, each)))
    if faults:
        click.echo("The content has faults, so some of it cannot be searched: signpost check lists them.")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show each line that would change, and write nothing.")
@on_day
def rename(old: str, new: str, dry_run: bool, today: date) -> None:
    """Give a thing a new id in every file that names it.

    OLD is the id of an entry, service, flow, fact, theme, role or need. A step of a flow is FLOW/STEP, an answer
    FLOW/QUESTION/ANSWER. If an id belongs to several things, write the kind before it: service:OLD. The old id
    stays as an alias, so that old buttons and links still work. Nothing is written if it would cause a new fault.
    """
    from bot.editor.content_edits import EditRefused, execute, try_in_copy
    from bot.editor.reference_edits import plan
    from bot.service.start import hearing

    folder, draft, faults = content_with_faults()
    if faults:
        raise CannotStart(f"the content in {folder} has faults; fix them first (signpost check lists them).")
    named = _one(draft, old)
    with refusing(EditRefused):
        made = plan(folder, draft, named, _last_part(named, new))
        try_in_copy(folder, made, today, hearing())
        if not dry_run:
            execute(folder, made)
    for line in _told(made, folder, dry_run=dry_run):
        click.echo(line)


def _last_part(named: "ContentId", new: str) -> str:
    """Return the new id itself if it was written as the old one was, with its flow before it."""
    before = str(named).removesuffix(named.id)
    return new.strip().removeprefix(f"{named.what}:").removeprefix(before)


def _one(draft: "LoadedContent", text: str) -> "ContentId":
    from bot.editor.uses import resolve

    named = resolve(draft, text)
    if not named:
        raise CommandRefused(_unknown(draft, text))
    if len(named) > 1:
        several = ", ".join(f"{each.what.replace(' ', '-')}:{each}" for each in named)
        raise CommandRefused(f'"{text}" is the id of several things; write one of {several}.')
    return named[0]


def _unknown(draft: "LoadedContent", text: str) -> str:
    from bot.editor.uses import resolve_former, similar_ids

    if living := resolve_former(draft, text):
        return f'"{text}" is an old id; today it is {" or ".join(map(str, living))}.'
    close = similar_ids(draft, text)[:_MOST_NEAR]
    return f'nothing has the id "{text}"' + (f"; did you mean {' or '.join(close)}?" if close else ".")


def _told(made: "RenamePlan", folder: Path, *, dry_run: bool) -> list[str]:
    """Return what a rename does, with each line of the content that changes."""
    from bot.editor.prose import count

    told = [f"{old} → {new}" for old, new in made.moves] + [part for line in made.lines for part in line.told]
    what = f"{count(len(made.lines), 'line')} in {count(len(made.files), 'file')}"
    told.append(f"{what} would change; nothing was written." if dry_run else f"{what} changed.")
    if made.alias:
        told.append(f'"{made.named.id}" stays as an alias: old buttons and links go on working.')
    if (folder / "training/compile_crisis.py").is_file() and "guidance/crisis.yaml" in made.files:
        told.append("The crisis cards name it: run python -m training.compile_crisis now.")
    return told


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--dry-run", is_flag=True, help="Show each line that would change, and write nothing.")
@on_day
def replace(old: str, new: str, dry_run: bool, today: date) -> None:
    """Replace a service that has closed with another.

    Every place that names the service OLD then names NEW, and OLD is closed. It lists what a person must read or
    decide, with file and line. Nothing is written if it would cause a new fault.
    """
    from bot.content.field_edit import CannotEdit
    from bot.editor.content_edits import EditRefused, execute, try_in_copy
    from bot.editor.reference_edits import LISTED, replacement
    from bot.service.start import hearing

    folder, draft = read_content()
    with refusing(CannotEdit, EditRefused):
        made = replacement(folder, draft, service_called(draft, old), service_called(draft, new))
        try_in_copy(folder, made.plan, today, hearing(), but=LISTED)
        if not dry_run:
            execute(folder, made.plan)
    click.echo("\n".join(made.lines(written=not dry_run)))
