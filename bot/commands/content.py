"""The commands that show content: as a page to print or to sign, as a picture, or as a site while it is written."""

import re
import secrets
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from bot.commands import common
from bot.service.settings import CannotStart

if TYPE_CHECKING:
    from bot.editor.posters import Size
    from bot.service.settings import Settings


@click.command()
@click.argument("flow", required=False)
@common.in_format("text", "mermaid", "svg", help_="An outline in words, or a kind of picture.")
def draw(flow: str | None, as_: str) -> None:
    """Draw a flow as an outline or a picture.

    Without FLOW, it draws all flows, and a map of which flow leads to which.
    """
    from bot.editor.flow_pictures.picture_formats import drawn
    from bot.service.start import content_folder, library, settings

    found = settings()
    known = library(found).flows
    if flow is not None and flow not in known:
        raise click.BadParameter(f"there is no such flow; write one of {', '.join(known)}", param_hint="FLOW")
    click.echo(drawn(content_folder(found), as_, flow), nl=False)


@click.command()
@click.argument("out", type=common.FILE, default=Path("workshop.html"))
@common.on_day
def workshop(out: Path, today: date) -> None:
    """Write a page of what the content needs next.

    The HTML page OUT (workshop.html) says what to do and where, the most urgent first.
    """
    from bot.editor.prose import count
    from bot.editor.workshop import page, sections, starting_point
    from bot.encoder import ready
    from bot.service.start import hearing, settings

    decided = settings()
    _, draft = common.read_content()
    encoder = ready(decided.cache)[0] if decided.encoder else None
    with common.progress("folds of phrasings") as tells:
        found = sections(draft, today, hearing().matching, encoder, tells)
    common.write_file(out, page(found, today))
    click.echo(f"{out}: {count(sum(len(section.tasks) for section in found), 'task')}.")
    if first := starting_point(found):
        click.echo(f"Your next two hours: {first.section.goal[0].lower()}{first.section.goal[1:]}.")
        for task in first.tasks:
            click.echo(f"  {task.where}  {task.what}")


@click.command()
@click.argument("out", type=common.FILE)
@click.option("--only", default="", metavar="ID", help="Write only the sheet of this entry or flow.")
@common.on_day
def book(out: Path, only: str, today: date) -> None:
    """Write all guidance into one HTML file to print.

    It can be read and signed by hand, without an account.
    """
    from bot.content.shape_faults import did_you_mean
    from bot.editor.book import book as written
    from bot.editor.book import sheet
    from bot.service.start import library, settings

    content = library(settings())
    if only:
        thing = content.entries.get(only) or content.flows.get(only)
        if thing is None:
            near = did_you_mean(only, (*content.entries, *content.flows)) or "; signpost where lists ids"
            raise click.BadParameter(f'no entry or flow is called "{only}"{near}', param_hint="--only")
        common.write_file(out, sheet(content, thing, today))
        click.echo(f"{out}: {thing.title}")
        return
    size = common.write_file(out, written(content, today))
    click.echo(f"{out}: {len(content.entries)} entries and {len(content.flows)} flows, {size / 1e6:.1f} MB.")


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("out", type=common.FILE)
@common.on_day
def review(id_: str, out: Path, today: date) -> None:
    """Write a page for comments by somebody without an account.

    The HTML file OUT holds the words and sources of the entry or flow ID, with a comment box for each. The page
    sends nothing: the reviewer copies or saves the comments as text, each with the file and line that it is about.
    """
    from bot.editor.book import review
    from bot.editor.sign_off import NotEditable, find_editable

    folder, draft = common.read_content()
    with common.refusing(NotEditable):
        thing = find_editable(folder, draft, id_).page
    common.write_file(out, review(draft, thing, today))
    click.echo(f"{out}: {thing.title}")
    click.echo("Send this one file. What comes back names the file and line of each comment.")


@click.command()
@click.argument("folder", type=common.FOLDER)
@click.option("--role", default="", metavar="ID", help="The job it is for; all for a sheet each.  [default: any job]")
@click.option("--council", default="", help="The area it is for, by name or GSS code.")
@click.option("--size", type=click.Choice(["a4", "a5"]), default="a4", show_default=True, help="a5 is a desk card.")
@click.option("--bot", default="", metavar="NAME", help="The bot's name on Telegram, for a second code.")
def poster(folder: Path, role: str, council: str, size: "Size", bot: str) -> None:
    """Write posters and desk cards for staff, to print.

    Each is a page in FOLDER, with a PDF beside it if Chromium is installed. Its code leads to SIGNPOST_PUBLIC_URL, and
    opens Signpost for the job and the area. It names no subject, because others may read it; put it where staff are.
    """
    from bot.editor import posters
    from bot.service.start import library, settings

    found, name = settings(), bot.removeprefix("@")
    content = library(found)
    roles = list(content.vocabulary.roles)
    if role not in ("", "all", *roles):
        raise click.BadParameter(f"there is no such job; write all, or one of {', '.join(roles)}", param_hint="--role")
    if bot and not re.fullmatch("[A-Za-z][A-Za-z0-9_]{4,31}", name):
        raise click.BadParameter("a bot's name has 5 to 32 letters, digits and _", param_hint="--bot")
    gss, links = common.council_called(content, council, "--council"), posters.PosterLinks(found.public_url, name)
    if not (links.page or links.bot):
        raise CannotStart("a poster needs an address: set SIGNPOST_PUBLIC_URL, or name the bot with --bot.")
    chromium = posters.browser()
    if chromium is None:
        click.echo("No PDF: no Chromium was found. Open the page in a browser, and print it at 100 %.")
    with common.writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for each in roles if role == "all" else [role]:
        page = folder / f"{'poster' if size == 'a4' else 'desk-card'}-{size}{'-' if each else ''}{each}.html"
        common.write_file(page, posters.poster(content, links, size=size, role=each, gss=gss))
        click.echo(page)
        if chromium is not None:
            try:
                posters.print_pdf(chromium, page, page.with_suffix(".pdf"))
                click.echo(page.with_suffix(".pdf"))
            except posters.NoPdf as error:
                click.echo(f"No PDF: {error}. Open the page in a browser, and print it at 100 %.")


LOOKS = 0.1  # seconds between two looks at the folder


@click.command()
@common.port
@click.option("--as-of", "as_of", help="Show it as on this day, such as 2026-12-25 or '2026-12-25 16:30'.")
@click.option("--drafts", is_flag=True, help="Show drafts too, each marked as a draft.")
def preview(port: int | None, as_of: str | None, drafts: bool) -> None:
    """Show the page as you write, with the reasons for each answer.

    Each save of the content or of your local additions (SIGNPOST_LOCAL) is shown at once, on this machine only. Both
    are only read. A fault is listed on the page with its file, line and cure; the last good content keeps answering.
    """
    from bot.editor.preview.state import NotADayError, moment
    from bot.service.start import settings

    found = settings(port=port, host="127.0.0.1")
    try:
        day = moment(as_of) if as_of else None
    except NotADayError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from None
    _serve(found, day, drafts=drafts)


@click.command()
@common.port
def edit(port: int | None) -> None:
    """Write entries and services in forms, with a preview.

    The forms are on this machine only, at an address that nobody can guess. They write the files as you would,
    and only the lines that you change. What signpost check would refuse is saved as a draft or not at all.
    """
    from bot.service.start import settings

    with TemporaryDirectory() as copy:
        _serve(settings(port=port, host="127.0.0.1"), None, drafts=True, forms=Path(copy))


def _serve(found: "Settings", day: datetime | None, *, drafts: bool, forms: Path | None = None) -> None:
    """Serve the preview until stopped, and the forms too if there is a folder for trying what is typed."""
    from bot.channels.talk import now
    from bot.content.watcher import FolderWatch
    from bot.editor.forms import EditSite
    from bot.editor.preview import PreviewSite
    from bot.editor.preview.panel import PreviewOptions
    from bot.editor.preview.state import ContentBuilder, PreviewState
    from bot.encoder import ready
    from bot.service.serve import serve_alone
    from bot.service.start import hearing

    folder = common.existing_folder()
    encoder, why = ready(found.cache) if found.encoder else (None, "switched off")
    state = PreviewState(now, day)
    hears = hearing()
    build = ContentBuilder(hears, encoder, drafts=drafts, local=found.local, publisher=found.publisher)
    watch = FolderWatch(folder, build, state.take, seconds=LOOKS, known="", local=found.local)
    watch.look()
    watch.look()  # twice, as a change counts only once it has settled: the page has something to show when it opens
    watch.start()
    options, token = PreviewOptions(folder, hears, drafts, why or "ready", found.local), secrets.token_urlsafe(16)
    site = EditSite(options, state, token, forms) if forms else PreviewSite(options, state)
    said = f"The forms are at {{}}/edit/{token}/" if forms else "The preview is at {}"
    try:
        serve_alone(
            found, site, lambda at: click.echo(f"{said.format(at)} (stop it with Ctrl-C). It shows every save.")
        )
    except KeyboardInterrupt:
        click.echo()
    finally:
        watch.stop()
