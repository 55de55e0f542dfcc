"""The command that shows editors what they write: the real page, beside it what is behind it, anew after every save."""

from datetime import datetime

import click

from bot.config import Settings
from bot.starting import CannotStart, content_folder, settings

LOOKS = 0.1  # seconds between two looks at the folder


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the page (SIGNPOST_PORT; 8080).")
@click.option("--as-of", "as_of", help="Show it as on a day, such as 2026-12-25 or '2026-12-25 16:30'.")
@click.option("--drafts", is_flag=True, help="Show drafts too, each marked as one.")
def preview(port: int | None, as_of: str | None, drafts: bool) -> None:
    """Show the page on this machine as you write: each save is shown at once, with what is behind each answer.

    Nothing of the content is written. What cannot be shown is listed on the page with its file, line and cure, and the
    last good content goes on answering.
    """
    from bot.editor.previewing.day import NotADayError, moment

    found = settings(port=port, host="127.0.0.1")
    try:
        day = moment(as_of) if as_of else None
    except NotADayError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from None
    _serve(found, day, drafts=drafts)


def _serve(found: Settings, day: datetime | None, *, drafts: bool) -> None:
    from bot.channels.talk import now
    from bot.config import SettingsError
    from bot.content.live import Watch
    from bot.editor.previewing.content import Maker
    from bot.editor.previewing.panel import Desk
    from bot.editor.previewing.shelf import Shelf
    from bot.editor.previewing.site import Site
    from bot.encoder import ready
    from bot.serving import serve_alone

    folder = content_folder(found)
    if not folder.is_dir():
        raise CannotStart(f"SIGNPOST_CONTENT names the folder {folder}, which is not there.")
    encoder, why = ready(found.cache) if found.encoder else (None, "switched off")
    shelf = Shelf(now, day)
    watch = Watch(folder, Maker(encoder, drafts=drafts), shelf.take, seconds=LOOKS, known="")
    watch.look()
    watch.look()  # it stands: the page has something to show when it opens
    watch.start()
    site = Site(Desk(folder, drafts, why or "ready"), shelf)
    try:
        serve_alone(found, site, _say)
    except SettingsError as error:
        raise CannotStart(str(error)) from None
    except KeyboardInterrupt:
        click.echo()
    finally:
        watch.stop()


def _say(address: str) -> None:
    click.echo(f"The preview is at {address} (stop it with Ctrl-C). It is shown anew after every save.")
