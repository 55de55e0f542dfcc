"""The commands that tell editors why a message finds what it finds, and what a change of content makes of it."""

import gc
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime, time
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.content.loader import find_content
from bot.service.start import EXIT_FAULTS, CannotStart, content_folder, day, live_guide, settings

if TYPE_CHECKING:
    from bot.content.draft import Draft
    from bot.editor.answers_diff import AnswersDiff
    from bot.editor.compared_content import ComparedContent
    from bot.editor.ids import Named
    from bot.editor.renaming import Plan

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
    from bot.editor import explain, explain_text

    ready = live_guide(settings(), wait=True)
    made = ready.guide()
    typed = sys.stdin.read() if message is None else message
    shown = explain.explained(made, typed, ready.status(), day(on))
    if as_json:
        click.echo(explain.as_json(made.library, shown))
    else:
        click.echo("\n".join(explain_text.lines(made.library, shown)))


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
    from bot.editor.answers_diff import message_vectors
    from bot.editor.compared_content import ComparedContentError, side
    from bot.editor.evaluating.figures import SetError
    from bot.encoder import cache_folder, ready
    from bot.encoder.model import fingerprint

    gc.disable()  # as in check: the process ends with the command
    found = settings()
    encoder = ready(found.cache)[0] if found.encoder else None
    kept = (found.cache or cache_folder()) / f"asked-{fingerprint()}.npz" if encoder else None
    try:
        with tempfile.TemporaryDirectory() as before, tempfile.TemporaryDirectory() as after:
            sides = side(old, Path(), Path(before), lenient=True), side(new, Path(), Path(after))
            asked = message_vectors(encoder, (one.library for one in sides), kept) if encoder and kept else None
            differs = answers_diff.difference(*sides, benchmark, encoder, asked)
            written = list(_written(*sides, differs, html, markdown, on))
    except (ComparedContentError, SetError) as error:
        raise CannotStart(str(error)) from None
    if as_json:
        click.echo(answers_diff_report.as_json(differs))
    else:
        click.echo("\n".join(written or answers_diff_report.lines(differs)))


def _written(
    old: "ComparedContent",
    new: "ComparedContent",
    differs: "AnswersDiff",
    html: Path | None,
    markdown: Path | None,
    on: datetime | None,
) -> Iterator[str]:
    """Write what is asked for, and yield what was written, a line each."""
    if html is None and markdown is None:
        return
    from bot.core.hours import LONDON
    from bot.editor.compare import comparison, summary
    from bot.editor.compare.markdown import as_markdown
    from bot.editor.compare.page import page

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


_MOST_NEAR = 5


class _Refused(click.ClickException):
    """What was asked cannot be done; the words say why."""

    exit_code = EXIT_FAULTS


def _content() -> tuple[Path, "Draft", int]:
    """Return the content's folder, what could be read of it, and how many faults it has."""
    from bot.content.loader import read

    folder = content_folder(settings())
    if not folder.is_dir():
        raise CannotStart(f"SIGNPOST_CONTENT names the folder {folder}, which is not there.")
    draft, faults = read(folder)
    return folder, draft, len(faults)


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show each line that would change, and write nothing.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
def rename(old: str, new: str, dry_run: bool, on: datetime | None) -> None:
    """Give the entry, service, flow, fact, theme, role or need OLD the id NEW, in every file that names it.

    A step of a flow is FLOW/STEP, an answer FLOW/QUESTION/ANSWER. Where an id is several things, write which before it,
    as in service:OLD. The old id stays as an alias, so that old buttons and links find the thing. Nothing is written
    unless the content is as sound afterwards as it was.
    """
    from bot.editor import renaming, renaming_files

    folder, draft, faults = _content()
    if faults:
        raise CannotStart(f"the content in {folder} has faults; mend them first (signpost check lists them).")
    named = _one(draft, old)
    try:
        made = renaming.plan(folder, draft, named, _last_part(named, new))
        renaming_files.try_out(folder, made, day(on))
        if not dry_run:
            renaming_files.bring_in(folder, made)
    except (renaming.CannotRename, renaming_files.NotRenamed) as error:
        raise _Refused(str(error)) from None
    for line in _told(made, folder, dry_run=dry_run):
        click.echo(line)


def _last_part(named: "Named", new: str) -> str:
    """Return the id itself where the new one was written as the old one is, with its flow before it."""
    before = str(named).removesuffix(named.id)
    return new.strip().removeprefix(f"{named.what}:").removeprefix(before)


def _one(draft: "Draft", text: str) -> "Named":
    from bot.editor.ids import found

    named = found(draft, text)
    if not named:
        raise _Refused(_unknown(draft, text))
    if len(named) > 1:
        several = ", ".join(f"{each.what.replace(' ', '-')}:{each}" for each in named)
        raise _Refused(f'"{text}" is the id of several things; write one of {several}.')
    return named[0]


def _unknown(draft: "Draft", text: str) -> str:
    from bot.editor.ids import near, today

    if living := today(draft, text):
        return f'"{text}" is an id from before; today it is {" or ".join(map(str, living))}.'
    close = near(draft, text)[:_MOST_NEAR]
    return f'nothing has the id "{text}"' + (f"; did you mean {' or '.join(close)}?" if close else ".")


def _told(made: "Plan", folder: Path, *, dry_run: bool) -> list[str]:
    """Return what a rename does, a line for each line of the content."""
    from bot.editor.tables import count

    told = [f"{old} → {new}" for old, new in made.moves]
    for file, lines in groupby(made.lines, key=lambda line: line.file):
        for line in lines:
            told.append(f"{file}:{line.number}")
            told += [f"  - {line.old.strip()}"] if line.old else []
            told += [f"  + {line.new.strip()}"] if line.new else []
    what = f"{count(len(made.lines), 'line')} in {count(len(made.files), 'file')}"
    told.append(f"{what} would change; nothing was written." if dry_run else f"{what} changed.")
    if made.alias:
        told.append(f'"{made.named.id}" stays as an alias: old buttons and links go on working.')
    if (folder / "training/compile_crisis.py").is_file() and "guidance/crisis.yaml" in made.files:
        told.append("The crisis cards name it: run python -m training.compile_crisis now.")
    return told


@click.command()
@click.argument("id_", metavar="ID")
def where(id_: str) -> None:
    """List every place that names ID, by what it does there: an entry, service, flow, fact, need, council or the like.

    A step of a flow is FLOW/STEP. Where an id is several things, all are listed.
    """
    from bot.editor import uses
    from bot.editor.ids import found

    _, draft, faults = _content()
    named = found(draft, id_)
    if not named:
        raise _Refused(_unknown(draft, id_))
    for each in named:
        click.echo("\n".join(uses.lines(draft, each)))
    if faults:
        click.echo("The content has faults, and what cannot be read is not looked through: signpost check lists them.")


@click.command()
@click.argument("when")
@click.argument("question", required=False)
@click.option("--json", "as_json", is_flag=True, help="For programs: the answer as signpost chat --json gives it.")
@click.option(
    "--time",
    "time",
    type=click.DateTime(["%H:%M"]),
    help="The time of that day, such as 16:30; noon if not given.",
)
def at(when: str, question: str | None, as_json: bool, time: datetime | None) -> None:
    """Answer QUESTION as Signpost would have at WHEN: a day, a Git revision, or the short content id under an answer.

    A day is written 2026-11-25; its content is that of the last commit on or before it, and the clock stands on it.
    With a revision or a content id the clock stands on today. Without QUESTION it is read from standard input, and so
    stays out of the shell's history.
    """
    from bot.editor import past_answers
    from bot.encoder import ready
    from bot.service.guide_builder import postcodes

    found = settings()
    typed = sys.stdin.read() if question is None else question
    repository = found.content or (Path() if Path("guidance").is_dir() else find_content())
    with tempfile.TemporaryDirectory() as made:
        try:
            then = past_answers.gone_to(when, repository, Path(made), day(None), time.time() if time else None)
            encoder = ready(found.cache)[0] if found.encoder else None
            shown = past_answers.answered(then, typed, encoder, postcodes(found, then.library))
        except past_answers.NoPastContent as error:
            raise CannotStart(str(error)) from None
    click.echo(shown.as_json() if as_json else "\n".join(shown.lines()))
