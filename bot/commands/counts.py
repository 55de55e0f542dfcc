"""The commands about released counts: stats, digest, learning, demo-counts and export counts."""

from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.common import DAY, FILE, current_date, in_format, stopping, to_file, write_out
from bot.service.settings import CannotStart

if TYPE_CHECKING:
    from bot.counts.store import Release
    from bot.reports.released_counts import Counts
    from bot.reports.section import Report
    from bot.service.settings import Settings

DEMO = "demo-counts.db"
STAFF = 500
_format = in_format("text", "csv", "json", "html", "png", help_="Text, a table, JSON, a page, or a picture.")
_from = click.option(
    "--database",
    "where",
    metavar="PLACE",
    help="The counts to read, such as demo-counts.db.  [default: SIGNPOST_DATABASE]",
)


def _counts(where: str | None, found: "Settings") -> "Counts":
    from bot.counts.store import is_postgres
    from bot.reports.released_counts import read
    from bot.service.count import database

    if where and not is_postgres(where) and not Path(where).exists():
        raise CannotStart(f"{where} is not there.")
    return read(where or database(found))


def _as(as_: str, report: "Report") -> str | bytes:
    from bot.reports.formats import FORMATS
    from bot.reports.pictures import NoPictures, png

    try:
        return png(report) if as_ == "png" else FORMATS[as_](report)
    except NoPictures as error:
        raise CannotStart(str(error)) from None


@click.command()
@click.option("--weeks", type=click.IntRange(0), default=52, show_default=True, help="How many weeks; 0 for all.")
@_format
@to_file
@_from
def stats(weeks: int, as_: str, out: Path | None, where: str | None) -> None:
    """Show how Signpost is used and what is missing.

    It shows released counts only, and never fewer than ten people.
    """
    from bot.reports.formats import report
    from bot.service.start import library, settings

    found = settings()
    made = report(_counts(where, found), library(found), current_date(), weeks)
    write_out(out, _as(as_, made))


@click.command()
@click.option("--month", metavar="YYYY-MM", help="The month, such as 2026-10; last month if not given.")
@_format
@to_file
@_from
def digest(month: str | None, as_: str, out: Path | None, where: str | None) -> None:
    """Describe a month in five sentences.

    html and png add a picture, csv gives its table. With SIGNPOST_ADMINS set, admins are sent it on Telegram on the
    first working morning after the month.
    """
    from bot.reports.monthly import before
    from bot.reports.monthly import digest as made_of
    from bot.reports.released_counts import why
    from bot.reports.section import MADE_UP_NOTICE
    from bot.service.start import library, settings

    found, today = settings(), current_date()
    month = month or before(f"{today:%Y-%m}")
    counts = _counts(where, found)
    try:
        made = made_of(counts, library(found), month, today)
    except ValueError:
        raise click.BadParameter("it must be a month such as 2026-10", param_hint="--month") from None
    if made is None:
        reasons = " ".join(why(counts, today)) or "No week that ends in it has been released."
        raise CannotStart(f"there is nothing for {month}. {reasons}")
    if as_ == "text":
        marked = (MADE_UP_NOTICE,) if made.report.made_up else ()
        write_out(out, "\n".join((made.report.title, *marked, *made.sentences)))
    else:
        write_out(out, _as(as_, made.report))


@click.command()
@click.option(
    "--quarter", metavar="YYYY-Qn", help="The quarter, such as 2026-Q4; if not given, the last with a release."
)
@in_format("text", "html", "csv", help_="Text, a page, or a table.")
@to_file
@_from
def learning(quarter: str | None, as_: str, out: Path | None, where: str | None) -> None:
    """Write a page on what the pathway can learn from a quarter.

    It is for the pathway's co-ordinator: what was needed, by sector and area, where nobody could be reached, and what
    nobody has confirmed. It uses only released counts and the coverage table. html is one sheet to print.
    """
    from bot.counts.periods import around, span_of
    from bot.editor.learning_report import learning as made_of
    from bot.reports.formats import FORMATS, sheet
    from bot.reports.released_counts import why
    from bot.service.start import library, settings

    found, today = settings(), current_date()
    counts = _counts(where, found)
    weeks = [each.period for each in counts.releases if span_of(each.period) == "week"]
    quarter = quarter or (around(max(weeks))["quarter"] if weeks else "")
    try:
        made = made_of(counts, library(found), quarter, today) if quarter else None
    except ValueError:
        raise click.BadParameter("it must be a quarter such as 2026-Q4", param_hint="--quarter") from None
    if made is None:
        raise CannotStart(f"there is nothing to learn from yet. {' '.join(why(counts, today))}".strip())
    write_out(out, sheet(made) if as_ == "html" else FORMATS[as_](made))


@click.command("demo-counts")
@click.argument("file", type=FILE, default=Path(DEMO))
@click.option(
    "--staff", type=click.IntRange(1, 5000), default=STAFF, show_default=True, help="How many people to invent."
)
@click.option("--until", type=DAY, metavar="DATE", help="The last day of the year; today if not given.")
def demo_counts(file: Path, staff: int, until: datetime | None) -> None:
    """Write a year of made-up counts, to try the reports with.

    FILE (demo-counts.db) is a database of its own, never that of the deployment. Every page made from it says that it
    is made up.
    """
    from bot.counts.store import StoreError, opened
    from bot.hearing.unmet_words import vocabulary
    from bot.reports.demo import fill
    from bot.service.start import hearing, library, settings

    if file.exists():
        raise CannotStart(f"{file} already exists; made-up numbers are never added to others. Name a new file.")
    content = library(settings())
    end = (until or datetime.now(UTC)).replace(tzinfo=UTC)
    with stopping(StoreError, words=f"{file} cannot be written ({{}})."), closing(opened(str(file))) as store:
        number = fill(store, content, sorted(vocabulary(content, hearing().lexicon)), staff, end)
    click.echo(f"{file}: a year of made-up use by {staff} made-up people, {number} periods released. Look at it with")
    click.echo(f"  signpost stats --database {file} --format html --to stats.html")


@click.command("counts")
@to_file
def export_counts(out: Path | None) -> None:
    """Write all released counts as a table.

    They cover closed weeks only, and never fewer than ten people. docs/counting.md says how to read them.
    """
    from bot.counts.release import table

    write_out(out, (line.encode() for line in table(_releases())))


def _releases() -> "Iterable[Release]":
    from bot.counts.store import StoreError, is_postgres, opened
    from bot.service.count import OFF, database
    from bot.service.start import settings

    where = database(settings())
    if where == OFF:
        raise CannotStart("SIGNPOST_DATABASE is none: nothing is counted here.")
    if not is_postgres(where) and not Path(where).exists():
        raise CannotStart(f"{where} is not there: nothing has been counted here yet.")
    try:
        with closing(opened(where)) as store:
            return store.releases()
    except StoreError as error:
        raise CannotStart(f"the counts cannot be read ({error}).") from None
