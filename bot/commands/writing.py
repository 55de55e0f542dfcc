"""The commands that help while writing: the files that editors' tools read, and a new thing from a few questions."""

import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.content.loader import find_content, read
from bot.service.start import EXIT_FAULTS, CannotStart, content_folder, day, settings
from bot.state.atomic_write import NotWritten

if TYPE_CHECKING:
    from bot.content.draft import Draft
    from bot.core.library import Library
    from bot.editor.creating.answers import Answer
    from bot.editor.creating.asks import Ask
    from bot.editor.creating.making import Made
    from bot.editor.creating.outlines import Recipe

_PACKAGED = "starter"
_MOST_LISTED = 24  # of what may be chosen; of more, the first and where to look


def own_folder(folder: Path | None) -> Path:
    """Return the content folder that may be written to: the one named, or the deployment's, never the package's.

    Args:
        folder: what the command line names, if anything.
    """
    found = folder or settings().content
    if found is None and find_content().name == _PACKAGED:
        raise CannotStart("the content that came with the program is not yours to change; set SIGNPOST_CONTENT.")
    found = found or content_folder(settings())
    if not found.is_dir():
        raise CannotStart(f"the folder {found} is not there.")
    return found


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file is out of date.")
@click.option("--vscode", is_flag=True, help="Write settings and snippets for VS Code too.")
def schema(folder: Path | None, only_check: bool, vscode: bool) -> None:
    """Write the files that editing tools read: JSON Schemas, and forms for Sveltia CMS."""
    from bot.content.faults import ContentError
    from bot.editor.schemas import generated_files

    found = own_folder(folder)
    try:
        library = generated_files.library_with_drafts(found)
    except ContentError as error:
        raise CannotStart(f"the content in {found} has faults; mend them first.\n{error}") from None
    if only_check:
        stale = generated_files.stale(found, library)
        for path in stale:
            click.echo(f"{path}: out of date; run signpost schema and commit the result")
        sys.exit(EXIT_FAULTS if stale else 0)
    changed = _generate(found, library, with_vscode=vscode)
    for path in changed:
        click.echo(f"Wrote {path}" if (found / path).exists() else f"Deleted {path}")
    for path in generated_files.kept(found, library) if vscode else ():
        click.echo(f"Left {path} alone: it was not generated.")
    if not changed:
        click.echo("Nothing to do: every file is up to date.")


def _generate(folder: Path, library: "Library", *, with_vscode: bool = False) -> tuple[str, ...]:
    from bot.editor.schemas import generated_files

    try:
        return generated_files.write(folder, library, with_vscode=with_vscode)
    except (OSError, NotWritten) as error:
        raise CannotStart(f"the files for editing tools cannot be written in {folder}: {error}.") from None


class _New(click.Group):
    """The kinds of things that can be begun; their questions are read only when one is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the kinds."""
        from bot.editor.creating.outlines import RECIPES

        return list(RECIPES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """Return the command of a kind, with an option for each of its questions."""
        from bot.editor.creating.outlines import RECIPES

        recipe = RECIPES.get(name)
        return _command(recipe) if recipe else None


@click.group(cls=_New)
def new() -> None:
    """Begin an entry, a service, a flow or a fact: answer a few questions, and a clean file is written."""


def _command(recipe: "Recipe") -> click.Command:
    asked = [click.Option([f"--{ask.name.replace('_', '-')}", ask.name], help=f"{ask.help}.") for ask in recipe.asks]
    return click.Command(
        recipe.name,
        callback=partial(_begin, recipe),
        help=f"Begin {recipe.article} {recipe.name}. What no option answers is asked; Enter leaves it for later.",
        params=[
            *asked,
            click.Option(["--id", "id_"], help="Its id; made of its title if left out."),
            click.Option(["--no-questions", "quiet"], is_flag=True, help="Ask nothing: for scripts."),
            click.Option(["--folder"], type=click.Path(path_type=Path), help="The content folder."),
            click.Option(["--on"], type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today."),
        ],
    )


def _begin(
    recipe: "Recipe", id_: str | None, quiet: bool, folder: Path | None, on: datetime | None, **given: str | None
) -> None:
    found = own_folder(folder)
    draft = read(found)[0]
    if not draft.library.vocabulary.themes:
        raise CannotStart(f"{draft.file('vocabulary')} cannot be used; signpost check says why.")
    answers = {ask.name: _answered(ask, given.get(ask.name), draft, quiet=quiet) for ask in recipe.asks}
    id = _id(recipe, id_, str(answers[recipe.titled]), draft, quiet=quiet)
    made = _make(found, recipe, id, answers, day(on))
    _say(recipe, id, made)
    _renew(found, made)


def _answered(ask: "Ask", given: str | None, draft: "Draft", *, quiet: bool) -> "Answer | None":
    """Return what an option says, or what the editor answers; a slip is told, and asked again where it can be."""
    from bot.editor.creating.answers import Slip, parsed

    if quiet or given is not None:
        try:
            return parsed(ask, ask.usual if given is None else given, draft)
        except Slip as slip:
            raise click.BadParameter(str(slip), param_hint=f"--{ask.name.replace('_', '-')}") from None
    _explain(ask, draft)
    while True:
        text = click.prompt(ask.name.replace("_", " ").capitalize(), default=ask.usual, show_default=bool(ask.usual))
        try:
            return parsed(ask, text, draft)
        except Slip as slip:
            click.echo(f"  {_sentence(str(slip))}")


def _sentence(text: str) -> str:
    return text if text.endswith(("?", ".")) else f"{text}."


def _explain(ask: "Ask", draft: "Draft") -> None:
    from bot.editor.creating.answers import among
    from bot.editor.creating.asks import LATER

    click.echo(f"\n{ask.help}." + ("" if ask.must or ask.usual else f" {LATER}"))
    choices = among(ask, draft) if ask.attribute != "areas" else {}
    for word, told in list(choices.items())[:_MOST_LISTED]:
        click.echo(f"  {word}: {told}")
    if len(choices) > _MOST_LISTED:
        click.echo(f"  … and {len(choices) - _MOST_LISTED} more; a slip is answered with the nearest.")
    elif not choices and ask.instance:
        click.echo(f"  Example: {ask.instance}")


def _id(recipe: "Recipe", given: str | None, title: str, draft: "Draft", *, quiet: bool) -> str:
    from bot.editor.creating import answers as ids
    from bot.editor.creating.making import taken

    known = taken(draft, recipe)
    proposed = ids.proposed(title, known)
    if given is not None and (fault := ids.fault(given, known)):
        raise click.BadParameter(fault, param_hint="--id")
    if given is not None or quiet:
        return given or proposed
    click.echo("\nIts id: a-z, 0-9 and hyphens. It never changes once it is live.")
    while True:
        id = click.prompt("Id", default=proposed)
        if not (fault := ids.fault(id, known)):
            return str(id)
        click.echo(f"  {_sentence(fault)}")


def _make(folder: Path, recipe: "Recipe", id: str, answers: dict[str, Any], today: date) -> "Made":
    from bot.editor.creating.making import CannotMake, made

    try:
        return made(folder, recipe, id, answers, today)
    except CannotMake as error:
        raise CannotStart(f"{error}.") from None


def _say(recipe: "Recipe", id: str, made: "Made") -> None:
    click.echo(f"\nWrote {made.file}:{made.line}. {recipe.born.format(id=id)}")
    if made.left:
        click.echo("\nLeft to write; until then signpost check refuses it, and what is live stays as it is:")
    for line, field, remark in made.left:
        click.echo(f"  {made.file}:{line}  {field}: {remark}")
    if made.faults:
        click.echo("\nTo be mended:")
    for fault in made.faults:
        click.echo(f"  {fault}")
    click.echo("\nThen run signpost check.")


def _renew(folder: Path, made: "Made") -> None:
    """Generate the files for editing tools again with the new id, if the folder has them and all ids are known."""
    from bot.editor.schemas import generated_files

    if not made.alone or not (folder / generated_files.FOLDER).is_dir():
        return
    if changed := _generate(folder, made.draft.library):
        click.echo(f"Updated {', '.join(changed)}, so that editing tools know it.")
