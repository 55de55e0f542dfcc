"""The commands that look at every address of the content, and say what it needs next."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path

import click

from bot.content.loader import ContentError
from bot.service.start import EXIT_FAULTS, CannotStart, content_folder, day, settings

_ONLY = ("services", "entries", "flows", "facts")
_seconds = click.FloatRange(0.1, 24 * 3600)


@click.command()
@click.option("--only", type=click.Choice(_ONLY), help="The addresses of these files alone.")
@click.option("--format", "as_", type=click.Choice(["text", "csv", "json"]), default="text", help="Words, table, JSON.")
@click.option("--timeout", type=_seconds, default=10.0, show_default=True, help="Seconds for one request.")
@click.option("--at-most", type=_seconds, default=3600.0, show_default=True, help="Seconds for the whole run.")
@click.option("--strict", is_flag=True, help="End with exit code 1 where something is gone.")
def links(only: str | None, as_: str, timeout: float, at_most: float, strict: bool) -> None:
    """Look whether every web page and e-mail domain in the content is still there; slow on purpose.

    Each site is asked one thing at a time, with a second between, and what its robots.txt bars is left alone. Where
    there is no network, nothing is checked and nothing fails.
    """
    from bot.content.loader import read
    from bot.editor.links import report
    from bot.editor.links.checking import check
    from bot.editor.links.gathering import gathered
    from bot.editor.links.outcomes import Limits

    folder = content_folder(settings())
    if not folder.is_dir():
        raise CannotStart(f"SIGNPOST_CONTENT names the folder {folder}, which is not there.")
    draft, faults = read(folder)
    if faults:
        raise CannotStart(f"the content in {folder} has faults; signpost check lists them.")
    limits = Limits(timeout=timeout, at_most=at_most)
    tells = _tell if sys.stderr.isatty() else lambda done, of: None
    checked = asyncio.run(check(gathered(draft, only or ""), limits, tells))
    if sys.stderr.isatty():
        click.echo(err=True)
    if as_ == "text":
        click.echo("\n".join(report.lines(checked, day(None))))
    else:
        click.echo(report.table(checked) if as_ == "csv" else report.as_json(checked, day(None)), nl=as_ == "json")
    sys.exit(EXIT_FAULTS if strict and any(one.outcome.state == "gone" for one in checked.results) else 0)


def _tell(done: int, of: int) -> None:
    click.echo(f"\r{done} of {of}", nl=False, err=True)


@click.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path), default=Path("workshop.html"))
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
def workshop(out: Path, on: datetime | None) -> None:
    """Write what the content needs next into one HTML page (OUT, workshop.html): what to do and where, by urgency."""
    from bot.content.loader import read
    from bot.editor.tables import count
    from bot.editor.workshop import begin, page, sections
    from bot.encoder import ready

    decided = settings()
    folder = content_folder(decided)
    draft, faults = read(folder)
    if faults:
        raise CannotStart(f"the content in {folder} has faults; mend them first.\n{ContentError(faults)}")
    encoder = ready(decided.cache)[0] if decided.encoder else None
    found = sections(draft, day(on), encoder)
    try:
        out.write_text(page(found, day(on)), encoding="utf-8")
    except OSError as error:
        raise CannotStart(f"{out} cannot be written: {error.strerror}.") from None
    click.echo(f"{out}: {count(sum(len(section.rows) for section in found), 'thing')} to do.")
    if first := begin(found):
        click.echo(f"Your next two hours: {first.section.task[0].lower()}{first.section.task[1:]}.")
        for row in first.rows:
            click.echo(f"  {row.where}  {row.what}")
