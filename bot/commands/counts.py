"""The commands that show what is released of the counts: the report, the month, the quarter, and made-up numbers."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.counts.opening import is_postgres, opened
from bot.counts.periods import span_of
from bot.counts.store import StoreError
from bot.reports.released import Counts, read
from bot.reports.section import MADE_UP_NOTICE, Report
from bot.service.count import database
from bot.service.settings import Settings
from bot.service.start import CannotStart, day, library, settings

DEMO = "demo-counts.db"
STAFF = 500
_to = click.option(
    "--to", "out", type=click.Path(dir_okay=False, path_type=Path), help="A file; standard output if left out."
)
_from = click.option(
    "--database",
    "where",
    metavar="PLACE",
    help="Counts to read, such as demo-counts.db; SIGNPOST_DATABASE if not set.",
)


def _written(out: Path | None, made: str | bytes) -> None:
    """Write what was made to a file, or print it."""
    if out is None:
        click.echo(made, nl=isinstance(made, str) and not made.endswith("\n"))
        return
    try:
        out.write_bytes(made.encode() if isinstance(made, str) else made)
    except OSError as error:
        raise CannotStart(f"{out} cannot be written: {error.strerror}.") from None


def _counts(where: str | None, found: Settings) -> Counts:
    """Read the counts of a place that was named, or of the deployment."""
    if where and not is_postgres(where) and not Path(where).exists():
        raise CannotStart(f"{where} is not there.")
    return read(where or database(found))


def _ways() -> Mapping[str, Callable[[Report], str | bytes]]:
    from bot.reports import texts
    from bot.reports.page import page
    from bot.reports.png import png

    return {
        "text": lambda report: "\n".join(texts.lines(report)),
        "csv": texts.table,
        "json": texts.programs,
        "html": page,
        "png": png,
    }


def _as(as_: str, report: Report) -> str | bytes:
    from bot.reports.png import NoPictures

    try:
        return _ways()[as_](report)
    except NoPictures as error:
        raise CannotStart(str(error)) from None


@click.command()
@click.option("--weeks", type=click.IntRange(0), default=52, help="How many weeks, back from the last; 0 for all.")
@click.option("--format", "as_", type=click.Choice(["text", "csv", "json", "html", "png"]), default="text")
@_to
@_from
def stats(weeks: int, as_: str, out: Path | None, where: str | None) -> None:
    """Show how Signpost is used and what is missing: released counts alone, never of fewer than ten people."""
    from bot.reports.page import report

    found = settings()
    made = report(_counts(where, found), library(found), day(None), weeks)
    _written(out, _as(as_, made))


@click.command()
@click.option("--month", metavar="YYYY-MM", help="Such as 2026-10; the last month that is over if not set.")
@click.option("--format", "as_", type=click.Choice(["text", "csv", "json", "html", "png"]), default="text")
@_to
@_from
def digest(month: str | None, as_: str, out: Path | None, where: str | None) -> None:
    """Say in five sentences how a month went, with its picture (html, png) and its table (csv).

    With SIGNPOST_ADMINS set, Telegram brings it to them by itself on the first working morning after the month.
    """
    from bot.reports.monthly import before
    from bot.reports.monthly import digest as made_of
    from bot.reports.released import why

    found, today = settings(), day(None)
    month = month or before(f"{today:%Y-%m}")
    counts = _counts(where, found)
    try:
        made = made_of(counts, library(found), month, today)
    except ValueError:
        raise click.BadParameter("it must be a month such as 2026-10", param_hint="--month") from None
    if made is None:
        reasons = " ".join(why(counts, today)) or "No week that ends in it is released."
        raise CannotStart(f"there is nothing of {month}. {reasons}")
    if as_ == "text":
        marked = (MADE_UP_NOTICE,) if made.report.made_up else ()
        _written(out, "\n".join((made.report.title, *marked, *made.sentences)))
    else:
        _written(out, _as(as_, made.report))


@click.command()
@click.option("--quarter", metavar="YYYY-Qn", help="Such as 2026-Q4; the last of which a week is released if not set.")
@click.option("--format", "as_", type=click.Choice(["text", "html", "csv"]), default="text")
@_to
@_from
def learning(quarter: str | None, as_: str, out: Path | None, where: str | None) -> None:
    """Write one page on a quarter for the pathway's co-ordinator: what was needed, and where nobody reached them.

    It is made from released counts and the coverage table alone; html is one sheet to print.
    """
    from bot.counts.periods import around
    from bot.editor.learning import learning as made_of
    from bot.reports import texts
    from bot.reports.page import sheet
    from bot.reports.released import why

    found, today = settings(), day(None)
    counts = _counts(where, found)
    weeks = [each.period for each in counts.releases if span_of(each.period) == "week"]
    quarter = quarter or (around(max(weeks))["quarter"] if weeks else "")
    try:
        made = made_of(counts, library(found), quarter, today) if quarter else None
    except ValueError:
        raise click.BadParameter("it must be a quarter such as 2026-Q4", param_hint="--quarter") from None
    if made is None:
        raise CannotStart(f"there is nothing to learn from yet. {' '.join(why(counts, today))}".strip())
    ways = {"text": lambda report: "\n".join(texts.lines(report)), "html": sheet, "csv": texts.table}
    _written(out, ways[as_](made))


@click.command("demo-counts")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), default=Path(DEMO))
@click.option("--staff", type=click.IntRange(1, 5000), default=STAFF, help="How many people are made up.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it ends; today if not set.")
def demo_counts(file: Path, staff: int, until: datetime | None) -> None:
    """Write a year of made-up use into FILE (demo-counts.db), to see what the pages look like.

    It is a database of its own, never that of the deployment, and every page made from it says that it is made up.
    """
    from bot.core.unmet_needs import vocabulary
    from bot.reports.demo import fill

    if file.exists():
        raise CannotStart(f"{file} is there already; made-up numbers are never put among others. Name a new file.")
    content = library(settings())
    end = (until or datetime.now(UTC)).replace(tzinfo=UTC)
    try:
        store = opened(str(file))
        try:
            number = fill(store, content, sorted(vocabulary(content)), staff, end)
        finally:
            store.close()
    except StoreError as error:
        raise CannotStart(f"{file} cannot be written ({error}).") from None
    click.echo(f"{file}: a year of made-up use by {staff} made-up people, {number} periods released. Look at it with")
    click.echo(f"  signpost stats --database {file} --format html --to stats.html")
