"""The commands that show content, report on it and plan its reviews, such as preview, draw, coverage and spread."""

import asyncio
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from bot.commands.common import (
    FILE,
    content_with_faults,
    current_date,
    existing_folder,
    in_format,
    on_day,
    port,
    progress,
    read_content,
    refusing,
    writing,
)
from bot.service.settings import EXIT_FAULTS, CannotStart

if TYPE_CHECKING:
    from bot.service.settings import Settings

_at = click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    metavar="TIME",
    help="The time of the conversation, such as '2026-11-25 16:30', which is when the tests play transcripts.",
)


@click.command()
@click.argument("flow", required=False)
@in_format("text", "mermaid", "dot", "svg", help_="An outline in words, or a kind of picture.")
def draw(flow: str | None, as_: str) -> None:
    """Draw a flow as an outline or a picture.

    Without FLOW, it draws all flows, and a map of which flow leads to which.
    """
    from bot.editor.flow_pictures.formats import drawn
    from bot.service.start import content_folder, library, settings

    found = settings()
    known = library(found).flows
    if flow is not None and flow not in known:
        raise click.BadParameter(f"there is no such flow; one of {', '.join(known)}", param_hint="FLOW")
    click.echo(drawn(content_folder(found), as_, flow), nl=False)


@click.command()
@click.argument("file", type=FILE)
@_at
def record(file: Path, at: datetime | None) -> None:
    """Talk in this terminal and save the conversation.

    A file saved in tests/transcripts is a test from then on.
    """
    from bot.channels import console
    from bot.editor import transcripts
    from bot.service.start import live_guide, settings

    ready = live_guide(settings(), wait=True)
    words = ready.whole.words
    talk = transcripts.RecordedTalk(transcripts.talk(ready.guide, at))
    kept = _new(file)  # before the conversation, so that none is lost
    click.echo(words("console-start"))
    try:
        console.people(talk, console.typed(words("console-prompt")), click.echo)
    except KeyboardInterrupt:
        click.echo()
    with kept:
        kept.write(talk.transcript())
    for line in talk.notes(file):
        click.echo(line)


def _new(file: Path) -> TextIO:
    if file.exists():
        raise CannotStart(f"{file} is there already; name a new file.")
    with writing(file):
        return file.open("x", encoding="utf-8")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_at
def play(file: Path, at: datetime | None) -> None:
    """Play a saved conversation again and show what differs.

    The exit code is 1 if anything differs.
    """
    from bot.editor import transcripts
    from bot.service.start import live_guide, settings

    ready = live_guide(settings(), wait=True)
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CannotStart(f"{file} is not a transcript: it is not text in UTF-8.") from None
    if not transcripts.parse(text):
        raise CannotStart(f'{file} is not a transcript: no line begins with "> ".')
    lines = list(transcripts.played(transcripts.talk(ready.guide, at), text))
    for line in lines:
        click.echo(click.style(line, fg=transcripts.colour(line)))
    sys.exit(EXIT_FAULTS if any(transcripts.colour(line) for line in lines) else 0)


LOOKS = 0.1  # seconds between two looks at the folder


@click.command()
@port
@click.option("--as-of", "as_of", help="Show it as on this day, such as 2026-12-25 or '2026-12-25 16:30'.")
@click.option("--drafts", is_flag=True, help="Show drafts too, each marked as a draft.")
def preview(port: int | None, as_of: str | None, drafts: bool) -> None:
    """Show the page as you write, with the reasons for each answer.

    Each save is shown at once, on this machine only. The content is never changed. A fault is listed on the page with
    its file, line and cure, and the last good content keeps answering.
    """
    from bot.editor.preview.state import NotADayError, moment
    from bot.service.start import settings

    found = settings(port=port, host="127.0.0.1")
    try:
        day = moment(as_of) if as_of else None
    except NotADayError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from None
    _serve(found, day, drafts=drafts)


def _serve(found: "Settings", day: datetime | None, *, drafts: bool) -> None:
    from bot.channels.talk import now
    from bot.content.watcher import FolderWatch
    from bot.editor.preview import PreviewSite
    from bot.editor.preview.panel import PreviewOptions
    from bot.editor.preview.state import ContentBuilder, PreviewState
    from bot.encoder import ready
    from bot.service.serve import serve_alone

    folder = existing_folder()
    encoder, why = ready(found.cache) if found.encoder else (None, "switched off")
    state = PreviewState(now, day)
    watch = FolderWatch(folder, ContentBuilder(encoder, drafts=drafts), state.take, seconds=LOOKS, known="")
    watch.look()
    watch.look()  # twice, as a change counts only once it has settled: the page has something to show when it opens
    watch.start()
    site = PreviewSite(PreviewOptions(folder, drafts, why or "ready"), state)
    try:
        serve_alone(
            found, site, lambda at: click.echo(f"The preview is at {at} (stop it with Ctrl-C). It shows every save.")
        )
    except KeyboardInterrupt:
        click.echo()
    finally:
        watch.stop()


_ONLY = ("services", "entries", "flows", "facts")
_seconds = click.FloatRange(0.1, 24 * 3600)


@click.command()
@click.option("--only", type=click.Choice(_ONLY), help="Check only the addresses in these files.")
@in_format("text", "csv", "json", help_="Text, CSV or JSON.")
@click.option("--timeout", type=_seconds, default=10.0, show_default=True, help="Seconds allowed for one request.")
@click.option("--at-most", type=_seconds, default=3600.0, show_default=True, help="Seconds allowed for the whole run.")
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
    from bot.editor.text import count
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
@in_format("text", "csv", help_="Text, or a table.")
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
@click.option("--most", type=click.IntRange(1), default=25, show_default=True, help="How many a week may hold.")
@click.option("--dry-run", is_flag=True, help="Show how the weeks would change, and write nothing.")
@on_day
def spread(most: int, dry_run: bool, today: date) -> None:
    """Spread the reviews that are due over more weeks.

    Nothing falls due later than before, only earlier: by a third of the time between two reviews at most. The day on
    which something was read stays, and what somebody has signed is left alone.
    """
    from bot.editor.rename import CannotRename, NotRenamed, execute
    from bot.editor.spread import spread as spread_out
    from bot.editor.text import count

    folder, draft = read_content()
    with refusing(CannotRename, NotRenamed):
        made = spread_out(folder, draft, most, today)
        if not dry_run:
            execute(folder, made.plan)
    click.echo("\n".join(made.lines()))
    lines = f"{count(len(made.plan.lines), 'day')} in {count(len(made.plan.files), 'file')}"
    click.echo(f"{lines} would change; nothing was written." if dry_run else f"{lines} changed.")


@click.command()
@click.argument("out", type=FILE)
@click.option("--only", default="", metavar="ID", help="Write the sheet of this entry or flow alone.")
@on_day
def book(out: Path, only: str, today: date) -> None:
    """Write all guidance into one HTML file to print.

    It can be read and signed by hand, without an account.
    """
    from bot.editor.book import book as written
    from bot.editor.book import sheet
    from bot.service.start import library, settings

    content = library(settings())
    if only:
        thing = content.entries.get(only) or content.flows.get(only)
        if thing is None:
            raise click.BadParameter(
                f'no entry or flow is called "{only}"; signpost where lists ids', param_hint="--only"
            )
        with writing(out):
            out.write_bytes(sheet(content, thing, today).encode())
        click.echo(f"{out}: {thing.title}")
        return
    with writing(out):
        size = out.write_bytes(written(content, today).encode())
    click.echo(f"{out}: {len(content.entries)} entries and {len(content.flows)} flows, {size / 1e6:.1f} MB.")
