"""The command that holds the content to its rules, and mends what is safe to mend."""

import gc
import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.service.start import EXIT_FAULTS, CannotStart, content_folder, day, settings

if TYPE_CHECKING:
    from bot.content.checking import Report
    from bot.editor.check_report import Look


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--format", "as_", type=click.Choice(["text", "github", "json", "sarif"]), default="text")
@click.option("--fix", is_flag=True, help="Mend first what is safe: blanks, quotes, dashes, days, the order of fields.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would be mended, and write nothing.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
@click.option("--since", metavar="REVISION", help="Advice on the files alone that differ from this Git revision.")
@click.option("--rule", "rules", multiple=True, help="One rule alone, such as SP204; may be given again.")
@click.option("--rules", "list_rules", is_flag=True, help="List all rules; with --rule, show that rule's page.")
def check(
    folder: Path | None,
    as_: str,
    fix: bool,
    dry_run: bool,
    today: datetime | None,
    since: str | None,
    rules: tuple[str, ...],
    list_rules: bool,
) -> None:
    """Check the content: everything wrong with its file, line and cure; exit code 1 where there is an error.

    With --fix, what is safe is mended first: the file means the same, has no new fault, and is otherwise left byte for
    byte. --fix --dry-run ends with exit code 1 where there is something to mend.
    """
    from bot.content import checking
    from bot.content.rule_pages import rule_page
    from bot.editor import check_report

    gc.disable()  # the process ends with the command: looking for what could be freed would cost a tenth of its time
    if unknown := set(rules) - set(checking.RULES):
        raise click.BadParameter(f"there is no rule {min(unknown)}; signpost check --rules lists them")
    if list_rules:
        click.echo("\n".join(rule_page(id).text for id in rules) or checking.rules_list())
        return
    if dry_run and not fix:
        raise click.UsageError("--dry-run goes with --fix")
    content, now = folder or content_folder(settings()), day(today)
    if fix and _mend(content, now, write=not dry_run, aside=as_ != "text") and dry_run:
        sys.exit(EXIT_FAULTS)
    if dry_run:
        return
    report = _report(content, now, frozenset(rules), since)
    click.echo(check_report.FORMATS[as_](report, look(content, sys.stdout.isatty(), os.environ)))
    sys.exit(EXIT_FAULTS if report.errors else 0)


def _report(content: Path, today: date, rules: frozenset[str], since: str | None) -> "Report":
    """Return what is found, by some rules alone and without advice on what nobody has touched, where so asked."""
    from bot.content.checking import check
    from bot.editor.git_revisions import RevisionError, changed_since

    report = check(content, today)
    report = report.only(rules) if rules else report
    try:
        return report.advising(changed_since(since, content)) if since else report
    except RevisionError as error:
        raise CannotStart(f"--since: {error}.") from None


def _mend(content: Path, today: date, *, write: bool, aside: bool) -> bool:
    """Mend what is safe, show it, and say whether there was anything.

    Args:
        content: the folder.
        today: the day by which it is checked.
        write: whether to write it.
        aside: whether to show it apart from the report, which a program reads.
    """
    from bot.editor.fixing import files
    from bot.editor.yaml_edit import CannotEdit

    mended = files.plan(content, today)
    if write:
        try:
            files.apply(mended)
        except CannotEdit as error:
            raise CannotStart(f"{error}.") from None
    click.echo("\n".join(files.lines(mended, written=write)), err=aside)
    if write:
        click.echo(err=aside)
    return bool(mended)


def look(content: Path, terminal: bool, environment: Mapping[str, str]) -> "Look":
    """Return how a report is shown: in colour on a terminal alone, with the address of the pages of the rules."""
    from bot.editor.check_report import Look

    colour = terminal and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Look(colour, _pages(content, environment))


def _pages(content: Path, environment: Mapping[str, str]) -> str:
    """Return the address of the folder with the rules' pages: on the Git host if it runs there, or near the content."""
    from bot.content.rule_pages import FOLDER

    host = [environment.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA")]
    if all(host):
        return f"{host[0]}/{host[1]}/blob/{host[2]}/{FOLDER}"
    beside = next((path for path in (content / FOLDER, Path(FOLDER)) if path.is_dir()), None)
    return beside.resolve().as_uri() if beside else ""
