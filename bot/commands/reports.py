"""The commands that report on the content: coverage, links, workshop and book."""

import asyncio
import sys
from datetime import date
from pathlib import Path

import click

from bot.commands.common import FILE, content_with_faults, current_date, on_day, progress, read_content, writing
from bot.service.errors import EXIT_FAULTS, CannotStart

_ONLY = ("services", "entries", "flows", "facts")
_seconds = click.FloatRange(0.1, 24 * 3600)


@click.command()
@click.option("--only", type=click.Choice(_ONLY), help="Check only the addresses in these files.")
@click.option("--format", "as_", type=click.Choice(["text", "csv", "json"]), default="text", help="Text, CSV or JSON.")
@click.option(
    "--timeout",
    type=_seconds,
    default=10.0,
    show_default=True,
    help="Seconds allowed for one request.",
)
@click.option(
    "--at-most",
    type=_seconds,
    default=3600.0,
    show_default=True,
    help="Seconds allowed for the whole run.",
)
@click.option("--strict", is_flag=True, help="End with exit code 1 if something is gone.")
def links(only: str | None, as_: str, timeout: float, at_most: float, strict: bool) -> None:
    """Check that every web page and email domain still exists.

    The report is by owner and file. It is slow on purpose: each site gets one request at a time, a second apart, and
    nothing that its robots.txt bars. Without a network, nothing is checked and nothing fails.
    """
    from bot.editor.links import addresses, check_addresses, report
    from bot.editor.links.client import RunLimits

    folder, draft, faults = content_with_faults()
    if faults:
        raise CannotStart(f"the content in {folder} has faults; signpost check lists them.")
    limits = RunLimits(timeout=timeout, at_most=at_most)
    with progress("addresses") as tells:
        checked = asyncio.run(check_addresses(addresses(draft, only or ""), limits, tells))
    if as_ == "text":
        click.echo("\n".join(report.lines(checked, current_date())))
    else:
        click.echo(report.table(checked) if as_ == "csv" else report.as_json(checked, current_date()), nl=as_ == "json")
    sys.exit(EXIT_FAULTS if strict and any(one.outcome.state == "gone" for one in checked.results) else 0)


@click.command()
@click.argument("out", type=FILE, default=Path("workshop.html"))
@on_day
def workshop(out: Path, today: date) -> None:
    """Write a page of what the content needs next.

    The HTML page OUT (workshop.html) says what to do and where, the most urgent first.
    """
    from bot.editor.tables import count
    from bot.editor.workshop import page, sections, starting_point
    from bot.encoder import ready
    from bot.service.start import settings

    decided = settings()
    _, draft = read_content()
    encoder = ready(decided.cache)[0] if decided.encoder else None
    found = sections(draft, today, encoder)
    with writing(out):
        out.write_text(page(found, today), encoding="utf-8")
    click.echo(f"{out}: {count(sum(len(section.tasks) for section in found), 'task')}.")
    if first := starting_point(found):
        click.echo(f"Your next two hours: {first.section.goal[0].lower()}{first.section.goal[1:]}.")
        for task in first.tasks:
            click.echo(f"  {task.where}  {task.what}")


@click.command()
@click.option("--need", help="Show only this need, by its id in vocabulary.yaml.")
@click.option("--format", "as_", type=click.Choice(["text", "csv"]), default="text", help="Text, or a table.")
@on_day
def coverage(need: str | None, as_: str, today: date) -> None:
    """Show which needs have a service in each council area.

    It also lists where a need has no service.
    """
    from bot.editor import coverage as report
    from bot.service.start import library, settings

    content = library(settings())
    needs = tuple(content.vocabulary.needs)
    if need is not None and need not in needs:
        raise click.BadParameter(f"there is no such need; one of {', '.join(needs)}", param_hint="--need")
    asked = (content, (need,) if need else needs, today)
    if as_ == "csv":
        click.echo(report.table(*asked), nl=False)
    else:
        click.echo("\n".join(report.lines(*asked)))


@click.command()
@click.argument("out", type=FILE)
@on_day
def book(out: Path, today: date) -> None:
    """Write all guidance into one HTML file to print.

    It can be read and signed by hand, without an account.
    """
    from bot.editor.book import book as written
    from bot.service.start import library, settings

    content = library(settings())
    with writing(out):
        size = out.write_bytes(written(content, today).encode())
    click.echo(f"{out}: {len(content.entries)} entries and {len(content.flows)} flows, {size / 1e6:.1f} MB.")
