"""The commands that write and check content: check and new."""

import gc
import os
import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from bot.commands.common import FOLDER, TODAY, in_format, own_folder, progress, stopping
from bot.service.settings import EXIT_FAULTS, CannotStart

if TYPE_CHECKING:
    from bot.content.checks import CheckReport
    from bot.content.loaded_content import LoadedContent
    from bot.editor.check_report import ReportStyle
    from bot.editor.creating import NewContent, Recipe
    from bot.editor.creating.prompts import Prompt, PromptAnswer

_MOST_LISTED = 24  # choices shown with a question; if there are more, the first ones and how to find the others


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@in_format("text", "github", "json", help_="How to show what is found: text, or a format for other programs.")
@click.option("--fix", is_flag=True, help="First fix what is safe: blanks, quotes, dashes, dates, order of fields.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would be fixed, and write nothing.")
@click.option("--all", "everything", is_flag=True, help="List all advice, also what was there before your change.")
@click.option("--today", **TODAY)
@click.option("--since", metavar="REVISION", help="Give advice only on files changed since this Git revision.")
@click.option("--rule", "rules", multiple=True, help="Check only this rule, such as SP204; may be repeated.")
@click.option("--rules", "list_rules", is_flag=True, help="List all rules; with --rule, show that rule's page.")
def check(
    folder: Path | None,
    as_: str,
    fix: bool,
    dry_run: bool,
    everything: bool,
    today: date,
    since: str | None,
    rules: tuple[str, ...],
    list_rules: bool,
) -> None:
    """Check the content and list every fault with its cure.

    Each fault has its file and line. The exit code is 1 if there is an error. Every error is listed; in a Git folder,
    also the advice that the change since the last commit caused, in its files or in others. The rest is one line.
    With --fix, safe fixes are made first: the file means the same, has no new fault, and is otherwise unchanged.
    --fix --dry-run ends with exit code 1 if there is something to fix.
    """
    from bot.content import checks
    from bot.content.rule import rule_page
    from bot.service.start import content_folder, settings

    gc.disable()  # the process ends with the command, and collecting garbage would cost a tenth of its time
    if unknown := set(rules) - set(checks.RULES):
        raise click.BadParameter(f"there is no rule {min(unknown)}; signpost check --rules lists them")
    if list_rules:
        click.echo("\n".join(rule_page(id).text for id in rules) or checks.rules_list())
        return
    if dry_run and not fix:
        raise click.UsageError("--dry-run goes with --fix")
    found = settings()
    content = folder or content_folder(found)
    if fix and _mend(content, today, write=not dry_run, aside=as_ != "text") and dry_run:
        sys.exit(EXIT_FAULTS)
    if dry_run:
        return
    report = _report(content, found.local, today, frozenset(rules), since)
    click.echo(_told(report, as_, whole=bool(everything or rules or since)))
    sys.exit(EXIT_FAULTS if report.errors else 0)


def _told(report: "CheckReport", as_: str, *, whole: bool) -> str:
    """Return a report in a format; as text, errors, what a change did and the rest in one line, unless wanted whole."""
    from bot.editor import check_report

    shown = look(report.folder, sys.stdout.isatty(), os.environ)
    if whole or as_ != "text" or not report.advice:
        return check_report.FORMATS[as_](report, shown)
    return check_report.since_text(report, _last_commit(report), shown)


def _report(content: Path, local: Path | None, today: date, rules: frozenset[str], since: str | None) -> "CheckReport":
    """Return what is found, limited to some rules and to advice on changed files where that was asked."""
    from bot.content.checks import check
    from bot.editor.content_versions import RevisionError, changed_since, local_before
    from bot.service.start import hearing

    with progress("rules") as tells:
        report = check(content, today, tells, hearing=hearing, local=local)
    report = report.only(rules) if rules else report
    if not since:
        return report
    try:
        changed = changed_since(since, content)
    except RevisionError as error:
        raise CannotStart(f"--since: {error}.") from None
    with TemporaryDirectory() as made:
        return report.advising(changed | (local_before(since, content, local, Path(made))[1] if local else frozenset()))


def _last_commit(report: "CheckReport") -> "tuple[CheckReport, frozenset[str]] | None":
    """Return the report on the last commit with the files changed since; None if there is nothing to compare with."""
    from bot.content.checks import check
    from bot.editor.content_versions import RevisionError, changed_since, local_before, unpack
    from bot.service.start import hearing

    content, local = report.folder, report.local
    with TemporaryDirectory() as made, TemporaryDirectory() as own:
        try:
            changed = changed_since("HEAD", content)
            shared = Path(made) if changed else content
            if changed:
                unpack("HEAD", content, shared)
        except RevisionError:  # without Git, the shared content is taken as it is
            changed, shared = frozenset(), content
        was, differ = local_before("HEAD", content, local, Path(own)) if local else (None, frozenset())
        if not changed | differ:
            return None
        with progress("rules of the last commit") as tells:
            before = check(shared, report.today, tells, hearing=hearing, local=was)
    return (before, changed | differ) if before.library else None


def _mend(content: Path, today: date, *, write: bool, aside: bool) -> bool:
    """Fix what is safe, show it, aside if a program reads the report, and say whether there was anything to fix."""
    from bot.content.field_edit import CannotEdit
    from bot.editor import fixing
    from bot.service.start import hearing

    mended = fixing.plan(content, today, hearing())
    if write:
        with stopping(CannotEdit, words="{}."):
            fixing.apply(mended)
    click.echo("\n".join(fixing.lines(mended, written=write)), err=aside)
    if write:
        click.echo(err=aside)
    return bool(mended)


def look(content: Path, terminal: bool, environment: Mapping[str, str]) -> "ReportStyle":
    """Return how a report is shown: whether in colour, and with which address for the pages of the rules."""
    from bot.editor.check_report import ReportStyle

    colour = terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return ReportStyle(colour, _pages(content, environment))


def _pages(content: Path, environment: Mapping[str, str]) -> str:
    """Return the address of the folder with the rules' pages: on the Git host if it runs there, or near the content."""
    from bot.content.rule import RULE_PAGES

    host = [environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")]
    if all(host):
        return f"{host[0]}/{host[1]}/blob/{host[2]}/{RULE_PAGES}"
    beside = next((path for path in (content / RULE_PAGES, Path(RULE_PAGES)) if path.is_dir()), None)
    return beside.resolve().as_uri() if beside else ""


class _New(click.Group):
    """A group with a command for each kind of thing; a kind's questions are read only when it is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        from bot.editor.creating import RECIPES

        return list(RECIPES)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        from bot.editor.creating import RECIPES

        recipe = RECIPES.get(name)
        return _command(recipe) if recipe else None


@click.group(cls=_New)
def new() -> None:
    """Start a new entry, service, flow or fact from questions.

    It then lists what is left to write. Options answer the questions for scripts.
    """


def _command(recipe: "Recipe") -> click.Command:
    asked = [click.Option([f"--{ask.name.replace('_', '-')}", ask.name], help=f"{ask.help}.") for ask in recipe.prompts]
    return click.Command(
        recipe.name,
        callback=partial(_begin, recipe),
        help=f"Start {recipe.article} {recipe.name}.\n\nIt asks what no option answers; Enter leaves it for later.",
        params=[
            *asked,
            click.Option(["--id", "id_"], help="Its id; made from its title if not given."),
            click.Option(["--no-questions", "quiet"], is_flag=True, help="Ask nothing; for scripts."),
            click.Option(["--folder"], type=FOLDER, help="The content folder."),
            click.Option(["--on", "today"], **TODAY),
        ],
    )


def _begin(
    recipe: "Recipe", id_: str | None, quiet: bool, folder: Path | None, today: date, **given: str | None
) -> None:
    from bot.content.loader import read
    from bot.editor.creating import CannotWrite, write_new

    found = own_folder(folder)
    draft = read(found)[0]
    if not draft.library.vocabulary.themes:
        raise CannotStart(f"{draft.file('vocabulary')} cannot be used; signpost check says why.")
    answers = {ask.name: _answered(ask, given.get(ask.name), draft, quiet=quiet) for ask in recipe.prompts}
    id = _id(recipe, id_, str(answers[recipe.titled]), draft, quiet=quiet)
    with stopping(CannotWrite, words="{}."):
        made = write_new(found, recipe, id, answers, today)
    _say(recipe, id, made)
    _renew(found, made)


def _answered(ask: "Prompt", given: str | None, draft: "LoadedContent", *, quiet: bool) -> "PromptAnswer | None":
    """Return what an option says or the editor answers; a mistake is explained, and asked again where possible."""
    from bot.editor.creating.prompts import WrongAnswer, parsed

    if quiet or given is not None:
        try:
            return parsed(ask, ask.usual if given is None else given, draft)
        except WrongAnswer as slip:
            raise click.BadParameter(str(slip), param_hint=f"--{ask.name.replace('_', '-')}") from None
    _explain(ask, draft)
    while True:
        text = click.prompt(ask.name.replace("_", " ").capitalize(), default=ask.usual, show_default=bool(ask.usual))
        try:
            return parsed(ask, text, draft)
        except WrongAnswer as slip:
            click.echo(f"  {_sentence(str(slip))}")


def _sentence(text: str) -> str:
    return text if text.endswith(("?", ".")) else f"{text}."


def _explain(ask: "Prompt", draft: "LoadedContent") -> None:
    from bot.editor.creating.prompts import LATER, among

    click.echo(f"\n{ask.help}." + ("" if ask.must or ask.usual else f" {LATER}"))
    choices = among(ask, draft) if ask.attribute != "areas" else {}
    for word, told in list(choices.items())[:_MOST_LISTED]:
        click.echo(f"  {word}: {told}")
    if len(choices) > _MOST_LISTED:
        click.echo(f"  … and {len(choices) - _MOST_LISTED} more; for a mistyped id the nearest is suggested.")
    elif not choices and ask.instance:
        click.echo(f"  Example: {ask.instance}")


def _id(recipe: "Recipe", given: str | None, title: str, draft: "LoadedContent", *, quiet: bool) -> str:
    from bot.editor.creating import prompts as ids
    from bot.editor.creating import taken

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


def _say(recipe: "Recipe", id: str, made: "NewContent") -> None:
    click.echo(f"\nWrote {made.file}:{made.line}. {recipe.born.format(id=id)}")
    if made.left:
        click.echo("\nStill to write. Until then signpost check refuses it, and what is live does not change:")
        for file, line, field, remark in made.left:
            click.echo(f"  {file}:{line}  {field}: {remark}")
    if made.faults:
        click.echo("\nTo mend:")
    for fault in made.faults:
        click.echo(f"  {fault}")
    click.echo("\nThen run signpost check.")


def _renew(folder: Path, made: "NewContent") -> None:
    """Generate the files for editing tools again with the new id, if the folder has them and all ids are known."""
    from bot.commands.developers import generate
    from bot.editor import schemas

    if not made.alone or not (folder / schemas.FOLDER).is_dir():
        return
    if changed := generate(folder, made.draft.library):
        click.echo(f"Updated {', '.join(changed)}, so that editing tools know it.")
