"""The commands for flows: prove them, draw them, record a talk and play it again."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from bot.service.settings import Settings
from bot.service.start import EXIT_FAULTS, CannotStart, content_folder, day, library, live_guide, settings

_at = click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    help="The time it is in the talk, such as '2026-11-25 16:30', at which the tests play transcripts.",
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
def prove(folder: Path | None, on: datetime | None) -> None:
    """Walk every flow through the engine, in every role and council, and show each walk that fails, tap by tap."""
    from bot.editor import proof as proving_report

    found = folder or content_folder(settings())
    if not found.is_dir():
        raise CannotStart(f"the folder {found} is not there.")
    report = proving_report.proved(found, day(on))
    click.echo("\n".join(report.lines))
    sys.exit(0 if report.holds else EXIT_FAULTS)


@click.command()
@click.argument("flow", required=False)
@click.option("--format", "as_", type=click.Choice(["text", "mermaid", "dot", "svg"]), default="text")
def draw(flow: str | None, as_: str) -> None:
    """Draw FLOW as an outline or a picture; without a name, all flows and a map of how they lead to one another."""
    from bot.editor import flow_pictures

    found = settings()
    known = library(found).flows
    if flow is not None and flow not in known:
        raise click.BadParameter(f"there is no such flow; one of {', '.join(known)}", param_hint="FLOW")
    click.echo(flow_pictures.drawn(content_folder(found), as_, flow), nl=False)


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@_at
def record(file: Path, at: datetime | None) -> None:
    """Talk in this terminal and keep the talk in FILE; in tests/transcripts it is a test from then on."""
    from bot.channels import console
    from bot.editor import transcripts

    ready = live_guide(settings(), wait=True)
    words = ready.guide().words
    talk = transcripts.RecordedTalk(transcripts.talk(ready.guide, at))
    kept = _new(file)  # before the talk, so that none is lost
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
    try:
        return file.open("x", encoding="utf-8")
    except FileExistsError:
        raise CannotStart(f"{file} is there already; name a new file.") from None
    except OSError as error:
        raise CannotStart(f"{file} cannot be written: {error.strerror}.") from None


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_at
def play(file: Path, at: datetime | None) -> None:
    """Play the transcript in FILE again and show what differs; exit code 1 where anything does."""
    from bot.editor import transcripts

    ready = live_guide(settings(), wait=True)
    try:
        text = file.read_text("utf-8")
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise CannotStart(f"{file} is no transcript: it is not text in UTF-8.") from None
    if not transcripts.parse(text):
        raise CannotStart(f'{file} is no transcript: no line of it begins with "> ".')
    lines = list(transcripts.played(transcripts.talk(ready.guide, at), text))
    for line in lines:
        click.echo(click.style(line, fg=transcripts.colour(line)))
    sys.exit(EXIT_FAULTS if any(transcripts.colour(line) for line in lines) else 0)


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
    from bot.editor.preview.state import NotADayError, moment

    found = settings(port=port, host="127.0.0.1")
    try:
        day = moment(as_of) if as_of else None
    except NotADayError as error:
        raise click.BadParameter(str(error), param_hint="--as-of") from None
    _serve(found, day, drafts=drafts)


def _serve(found: Settings, day: datetime | None, *, drafts: bool) -> None:
    from bot.channels.talk import now
    from bot.content.watcher import Watch
    from bot.editor.preview.panel import PreviewOptions
    from bot.editor.preview.site import PreviewSite
    from bot.editor.preview.state import ContentBuilder, PreviewState
    from bot.encoder import ready
    from bot.service.serve import serve_alone
    from bot.service.settings import SettingsError

    folder = content_folder(found)
    if not folder.is_dir():
        raise CannotStart(f"SIGNPOST_CONTENT names the folder {folder}, which is not there.")
    encoder, why = ready(found.cache) if found.encoder else (None, "switched off")
    shelf = PreviewState(now, day)
    watch = Watch(folder, ContentBuilder(encoder, drafts=drafts), shelf.take, seconds=LOOKS, known="")
    watch.look()
    watch.look()  # it stands: the page has something to show when it opens
    watch.start()
    site = PreviewSite(PreviewOptions(folder, drafts, why or "ready"), shelf)
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
