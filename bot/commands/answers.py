"""The commands that tell editors why a message finds what it finds, and what a change of content makes of it."""

import gc
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.starting import CannotStart, day, preparing, settings

if TYPE_CHECKING:
    from bot.editor.answers_diff import Difference
    from bot.editor.sides import Side

_NOON = time(12)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("message", required=False)
@click.option("--json", "as_json", is_flag=True, help="For programs; docs/explain.md lists the keys.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
def explain(message: str | None, as_json: bool, on: datetime | None) -> None:
    """Say what is read in MESSAGE, what it finds and why, and why not the next.

    Without MESSAGE it is read from standard input, and so stays out of the shell's history.
    """
    from bot.editor import explaining, explaining_words

    ready = preparing(settings(), wait=True)
    made = ready.guide()
    typed = sys.stdin.read() if message is None else message
    shown = explaining.explained(made, typed, ready.status(), day(on))
    if as_json:
        click.echo(explaining.as_json(made.library, shown))
    else:
        click.echo("\n".join(explaining_words.lines(made.library, shown)))


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--benchmark",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of messages to ask too, such as signpost evaluate takes.",
)
@click.option("--json", "as_json", is_flag=True, help="For programs; docs/explain.md lists the keys.")
@click.option("--html", type=_OUT, help="Write all that changes into this one HTML file, to read in a browser.")
@click.option("--markdown", type=_OUT, help="Write a summary into this file, as GitHub shows it under a workflow.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to show screens on, such as 2026-11-25.")
def diff(
    old: str,
    new: str,
    benchmark: Path | None,
    as_json: bool,
    html: Path | None,
    markdown: Path | None,
    on: datetime | None,
) -> None:
    """List the messages that get another answer, tier or crisis card from NEW than from OLD.

    Each is a folder that holds guidance/ and flows/, or a Git revision such as main or HEAD~1. With --html or
    --markdown all that changes is written: words, screens, flows, answers, sign-offs and reviews.
    """
    from bot.editor import answers_diff, answers_diff_report
    from bot.editor.asked_vectors import asking
    from bot.editor.evaluating.sets import SetError
    from bot.editor.sides import SideError, side
    from bot.encoder import cache_folder, ready
    from bot.encoder.model import fingerprint

    gc.disable()  # as in check: the process ends with the command
    found = settings()
    encoder = ready(found.cache)[0] if found.encoder else None
    kept = (found.cache or cache_folder()) / f"asked-{fingerprint()}.npz" if encoder else None
    try:
        with tempfile.TemporaryDirectory() as before, tempfile.TemporaryDirectory() as after:
            sides = side(old, Path(), Path(before), lenient=True), side(new, Path(), Path(after))
            asked = asking(encoder, (one.library for one in sides), kept) if encoder and kept else None
            differs = answers_diff.difference(*sides, benchmark, encoder, asked)
            written = list(_written(*sides, differs, html, markdown, on))
    except (SideError, SetError) as error:
        raise CannotStart(str(error)) from None
    if as_json:
        click.echo(answers_diff_report.as_json(differs))
    else:
        click.echo("\n".join(written or answers_diff_report.lines(differs)))


def _written(
    old: "Side", new: "Side", differs: "Difference", html: Path | None, markdown: Path | None, on: datetime | None
) -> Iterator[str]:
    """Write what is asked for, and yield what was written, a line each."""
    if html is None and markdown is None:
        return
    from bot.core.hours import LONDON
    from bot.editor.comparing.comparison import comparison
    from bot.editor.comparing.counted import summary
    from bot.editor.comparing.page import page
    from bot.editor.comparing.summary import as_markdown

    found = comparison(old, new, differs, datetime.combine(day(on), _NOON, LONDON))
    yield summary(found)
    for file, text in ((html, page), (markdown, as_markdown)):
        if file is None:
            continue
        try:
            size = file.write_bytes(text(found).encode())
        except OSError as error:
            raise CannotStart(f"{file} cannot be written: {error.strerror}.") from None
        yield f"{file}: {size / 1e6:.2f} MB."
