"""The commands for programs and developers: schema, migrate, prove, evaluate and bench."""

import asyncio
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.common import FOLDER, CommandRefused, on_day, own_folder, progress, stopping
from bot.service.settings import EXIT_FAULTS, CannotStart

if TYPE_CHECKING:
    from bot.core.library import Library
    from bot.hearing.matching.meaning import Encoder


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file is out of date.")
@click.option("--vscode", is_flag=True, help="Write settings and snippets for VS Code too.")
def schema(folder: Path | None, only_check: bool, vscode: bool) -> None:
    """Write the files that editing tools read.

    These are JSON Schemas, and forms for Sveltia CMS.
    """
    from bot.content.faults import ContentError
    from bot.editor import schemas

    found = own_folder(folder)
    try:
        library = schemas.library_with_drafts(found)
    except ContentError as error:
        raise CannotStart(f"the content in {found} has faults; fix them first.\n{error}") from None
    if only_check:
        stale = schemas.stale(found, library)
        for path in stale:
            click.echo(f"{path}: out of date; run signpost schema and commit the result")
        sys.exit(EXIT_FAULTS if stale else 0)
    changed = generate(found, library, with_vscode=vscode)
    for path in changed:
        click.echo(f"Wrote {path}" if (found / path).exists() else f"Deleted {path}")
    for path in schemas.kept(found, library) if vscode else ():
        click.echo(f"Left {path} alone: it was not generated.")
    if not changed:
        click.echo("Nothing to do: every file is up to date.")


def generate(folder: Path, library: "Library", *, with_vscode: bool = False) -> tuple[str, ...]:
    """Write the files that editing tools read, and return those that changed."""
    from bot.editor import schemas
    from bot.state.storage import NotWritten

    try:
        return schemas.write(folder, library, with_vscode=with_vscode)
    except (OSError, NotWritten) as error:
        raise CannotStart(f"the files for editing tools cannot be written in {folder}: {error}.") from None


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def migrate(folder: Path | None, dry_run: bool) -> None:
    """Update content that was written for an older Signpost.

    Only what the new format needs is changed; everything else in the files stays as it is.
    """
    from bot.content.faults import ContentError
    from bot.content.field_edit import CannotEdit
    from bot.content.loader import faults
    from bot.content.migrations import CURRENT, UnknownFormat
    from bot.editor.content_edits import conversion, convert
    from bot.service.start import content_folder, settings

    where = folder or content_folder(settings())
    if not (where / "guidance").is_dir():
        raise CannotStart(f"the folder {where} holds no guidance.")
    try:
        changed = conversion(where)
        for file in changed:
            click.echo(f"{'would change' if dry_run else 'changed'}: {file}")
        if not dry_run:
            convert(where, changed)
    except UnknownFormat as error:
        raise CommandRefused(str(error)) from None
    except (CannotEdit, OSError) as error:
        raise CannotStart(f"{error}. Run it again once that is fixed.") from None
    if not changed:
        click.echo(f"The content is in format {CURRENT} already. Nothing was changed.")
    elif not dry_run and (left := faults(where)):
        click.echo(f"It is in format {CURRENT} now. What is left to fix by hand:\n{ContentError(left)}")
        raise click.exceptions.Exit(EXIT_FAULTS)


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--flow", default="", help="Walk only this flow, by its id; far quicker.")
@on_day
def prove(folder: Path | None, flow: str, today: date) -> None:
    """Walk every flow in every role and council area.

    Each walk that fails is shown tap by tap.
    """
    from bot.editor import proof
    from bot.service.start import content_folder, hearing, settings

    found = folder or content_folder(settings())
    if not found.is_dir():
        raise CannotStart(f"the folder {found} is not there.")
    with progress("rounds of walks") as tells:
        report = proof.proved(found, today, hearing(), tells, flow)
    click.echo("\n".join(report.lines))
    sys.exit(0 if report.holds else EXIT_FAULTS)


@click.group(invoke_without_command=True)
@click.pass_context
def bench(context: click.Context) -> None:
    """Measure speed and memory."""
    if context.invoked_subcommand is None:
        from bot.editor.benchmark import table
        from bot.service.start import hearing, settings

        settings()
        for line in table(hearing()):
            click.echo(line)


@bench.command()
@click.option("--updates", default=500, show_default=True, type=click.IntRange(10), help="How many of each kind.")
def process(updates: int) -> None:
    """Measure the real process by its webhook and its page."""
    from bot.editor.process_benchmark import measured
    from bot.service.start import library, settings

    made, content = encoder(), library(settings())
    if made is None:
        raise CannotStart("questions are measured with the encoder, which is switched off (SIGNPOST_ENCODER).")
    asyncio.run(measured(content, made, updates, click.echo))


@bench.command()
def match() -> None:
    """Measure matching at 1, 100, 1,000 and 10,000 entries."""
    from bot.editor.growth_benchmark import table
    from bot.service.start import library, settings

    made = encoder()
    if made is None:
        raise CannotStart("matching is measured with the encoder, which is switched off (SIGNPOST_ENCODER).")
    for line in table(library(settings()), made):
        click.echo(line)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For programs; docs/measuring.md lists the figures.")
def evaluate(folder: Path, as_json: bool) -> None:
    """Measure how many test messages get the right answer.

    It asks every message in FOLDER and reports each figure with its count. The exit code is 1 if a figure is below its
    floor.
    """
    from bot.core.guide import guide
    from bot.editor.evaluating import evaluate as asked
    from bot.editor.evaluating import figures
    from bot.editor.evaluating.matching_scores import Respondent, SetError
    from bot.service.start import hearing, library, settings

    made, content = encoder(), library(settings())
    talk = Respondent(guide(content, hearing().bind(content, made)), datetime.now(UTC))
    with stopping(SetError), progress("sets") as tells:
        done = asked(talk, folder, "meaning, words and letters" if made else "words and letters alone", tells)
    click.echo(figures.as_json(done) if as_json else "\n".join(figures.lines(done)))
    sys.exit(EXIT_FAULTS if done.short else 0)


def encoder() -> "Encoder | None":
    """Return the encoder, or None if the deployment has switched it off."""
    from bot.encoder import ready
    from bot.service.start import settings

    decided = settings()
    if not decided.encoder:
        return None
    made, why = ready(decided.cache)
    if made is None:
        raise CannotStart(f"the encoder cannot be used: {why}.")
    return made
