"""The commands that serve pages to editors: the preview, and the forms with the preview beside them."""

import secrets
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from bot.commands.common import existing_folder, port

if TYPE_CHECKING:
    from bot.service.settings import Settings

LOOKS = 0.1  # seconds between two looks at the folder


@click.command()
@port
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
@port
def edit(port: int | None) -> None:
    """Write entries and services in forms, with the preview beside.

    The forms are on this machine only, at an address that nobody can guess. They write the files as you would,
    and only the lines that you change. What signpost check would refuse is saved as a draft or not at all.
    """
    from bot.service.start import settings

    with TemporaryDirectory() as copy:
        _serve(settings(port=port, host="127.0.0.1"), None, drafts=True, forms=Path(copy))


def _serve(found: "Settings", day: datetime | None, *, drafts: bool, forms: Path | None = None) -> None:
    """Serve the preview until stopped, and the forms too if there is a folder in which they try what is typed."""
    from bot.channels.talk import now
    from bot.content.watcher import FolderWatch
    from bot.editor.forms import EditSite
    from bot.editor.preview import PreviewSite
    from bot.editor.preview.panel import PreviewOptions
    from bot.editor.preview.state import ContentBuilder, PreviewState
    from bot.encoder import ready
    from bot.service.serve import serve_alone

    folder = existing_folder()
    encoder, why = ready(found.cache) if found.encoder else (None, "switched off")
    state = PreviewState(now, day)
    build = ContentBuilder(encoder, drafts=drafts, local=found.local, publisher=found.publisher)
    watch = FolderWatch(folder, build, state.take, seconds=LOOKS, known="", local=found.local)
    watch.look()
    watch.look()  # twice, as a change counts only once it has settled: the page has something to show when it opens
    watch.start()
    options, token = PreviewOptions(folder, drafts, why or "ready", found.local), secrets.token_urlsafe(16)
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
