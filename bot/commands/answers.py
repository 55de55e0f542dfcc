"""The commands about answers and ids: explain, at, diff, confusions, review, where and rename."""

import gc
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.common import (
    FILE,
    CommandRefused,
    content_with_faults,
    current_date,
    on_day,
    progress,
    read_content,
    refusing,
    stopping,
    writing,
)
from bot.service.settings import CannotStart

if TYPE_CHECKING:
    from bot.content.loaded_content import LoadedContent
    from bot.editor.answers_diff import AnswersDiff
    from bot.editor.compared_content import ComparedContent
    from bot.editor.ids import ContentId
    from bot.editor.rename import RenamePlan

_NOON = time(12)
_MOST_NEAR = 5  # ids that are proposed for one that is not known


@click.command()
@click.argument("message", required=False)
@click.option("--json", "as_json", is_flag=True, help="For programs; docs/explain.md lists the keys.")
@on_day
def explain(message: str | None, as_json: bool, today: date) -> None:
    """Explain how a message is read and why it gets its answer.

    It also says why it did not get the next best answer. Without MESSAGE, the message is read from standard input, so
    that it does not stay in the shell's history.
    """
    from bot.editor import explain as explaining
    from bot.editor import explain_text
    from bot.service.start import live_guide, settings

    ready = live_guide(settings(), wait=True)
    made = ready.whole
    typed = sys.stdin.read() if message is None else message
    shown = explaining.explained(made, typed, ready.status(), today)
    if as_json:
        click.echo(explaining.as_json(made.library, shown))
    else:
        click.echo("\n".join(explain_text.lines(made.library, shown)))


@click.command()
@click.argument("when")
@click.argument("question", required=False)
@click.option("--json", "as_json", is_flag=True, help="For programs: the answer as signpost chat --json gives it.")
@click.option(
    "--time",
    type=click.DateTime(["%H:%M"]),
    metavar="TIME",
    help="The time on that day, such as 16:30; noon if not given.",
)
def at(when: str, question: str | None, as_json: bool, time: datetime | None) -> None:
    """Answer a question as Signpost would have at some time.

    WHEN is a day such as 2026-11-25, a Git revision, or the short content id under an answer. For a day, the content is
    that of the last commit on or before it, and the clock is set to that day. For a revision or a content id, the clock
    is set to today. Without QUESTION, the question is read from standard input, so that it does not stay in the shell's
    history.
    """
    from bot.content.load_in_process import find_content
    from bot.editor import past_answers
    from bot.encoder import ready
    from bot.service.live_guide import postcodes
    from bot.service.start import settings

    found = settings()
    typed = sys.stdin.read() if question is None else question
    repository = found.content or (Path() if Path("guidance").is_dir() else find_content())
    with tempfile.TemporaryDirectory() as made, stopping(past_answers.NoPastContent):
        clock = time.time() if time else None
        then = past_answers.past_content(when, repository, Path(made), current_date(), clock)
        encoder = ready(found.cache)[0] if found.encoder else None
        shown = past_answers.past_answer(then, typed, encoder, postcodes(found, then.library))
    click.echo(shown.as_json() if as_json else "\n".join(shown.lines()))


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--benchmark",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of messages to ask too, such as signpost evaluate takes.",
)
@click.option("--json", "as_json", is_flag=True, help="For programs; docs/explain.md lists the keys.")
@click.option("--html", type=FILE, help="Write everything that changes into this HTML file, to read in a browser.")
@click.option("--markdown", type=FILE, help="Write a summary into this file, as GitHub shows it under a workflow.")
@on_day
def diff(
    old: str, new: str, benchmark: Path | None, as_json: bool, html: Path | None, markdown: Path | None, today: date
) -> None:
    """List the messages whose answer changes from OLD to NEW.

    OLD and NEW are each a folder that holds guidance/ and flows/, or a Git revision such as main or HEAD~1. A message
    is listed if it gets another answer, tier or crisis card. With --html or --markdown, everything that changes is
    written: words, screens, flows, answers, sign-offs and reviews.
    """
    from bot.editor import answers_diff, answers_diff_report
    from bot.editor.compared_content import ComparedContentError, read_content
    from bot.editor.evaluating.figures import SetError
    from bot.encoder import ready
    from bot.encoder.model import fingerprint
    from bot.encoder.vectors import message_vectors
    from bot.service.start import settings
    from bot.state.folders import cache_folder

    gc.disable()  # as in check: the process ends with the command
    found = settings()
    encoder = ready(found.cache)[0] if found.encoder else None
    kept = (found.cache or cache_folder()) / f"asked-{fingerprint()}.npz" if encoder else None
    folder = tempfile.TemporaryDirectory
    with stopping(ComparedContentError, SetError), folder() as before, folder() as after:
        sides = (read_content(old, Path(), Path(before), lenient=True), read_content(new, Path(), Path(after)))
        asked = message_vectors(encoder, (one.library for one in sides), kept) if encoder and kept else None
        with progress("steps") as tells:
            differs = answers_diff.difference(*sides, benchmark, encoder, asked, tells)
        written = list(_written(*sides, differs, html, markdown, today))
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
    today: date,
) -> Iterator[str]:
    """Write the files that are asked for, and yield a line about each."""
    if html is None and markdown is None:
        return
    from bot.core.hours import LONDON
    from bot.editor.compare import comparison, summary
    from bot.editor.compare.page import as_markdown, page

    found = comparison(old, new, differs, datetime.combine(today, _NOON, LONDON))
    yield summary(found)
    for file, text in ((html, page), (markdown, as_markdown)):
        if file is not None:
            with writing(file):
                size = file.write_bytes(text(found).encode())
            yield f"{file}: {size / 1e6:.2f} MB."


@click.command()
@click.option("--csv", "as_csv", is_flag=True, help="Write a row for each phrasing, for a spreadsheet.")
def confusions(as_csv: bool) -> None:
    """List the phrasings that nearly find another entry.

    A phrasing is listed if it would find another entry were it not written down itself. For each pair of entries, it
    says what to ask staff to tell them apart.
    """
    from bot.commands.developers import encoder
    from bot.editor import confusions as found
    from bot.service.start import library, settings

    content = library(settings())
    with progress("folds") as tells:
        made = found.confusions(content, encoder(None), tells)
    if as_csv:
        click.echo(found.table(content, made), nl=False)
    else:
        click.echo("\n".join(found.lines(content, made)))


@click.command()
@click.argument("id_", metavar="ID")
def where(id_: str) -> None:
    """List every place where an id is used, and what for.

    ID is that of an entry, service, flow, fact, need, council or the like. A step of a flow is FLOW/STEP. If an id
    belongs to several things, all are listed.
    """
    from bot.editor import uses
    from bot.editor.ids import resolve

    _, draft, faults = content_with_faults()
    named = resolve(draft, id_)
    if not named:
        raise CommandRefused(_unknown(draft, id_))
    for each in named:
        click.echo("\n".join(uses.lines(draft, each)))
    if faults:
        click.echo("The content has faults, so some of it cannot be searched: signpost check lists them.")


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("out", type=FILE)
@on_day
def review(id_: str, out: Path, today: date) -> None:
    """Write a page on which somebody without an account comments.

    The HTML file OUT holds the words and sources of the entry or flow ID, with a box for a comment on each. The page
    sends nothing: the reviewer copies or saves the comments as text, each with the file and line that it is about.
    """
    from bot.editor.book import review
    from bot.editor.sign_off import NotEditable, find_editable

    folder, draft = read_content()
    with refusing(NotEditable):
        thing = find_editable(folder, draft, id_).thing
    with writing(out):
        out.write_bytes(review(draft, thing, today).encode())
    click.echo(f"{out}: {thing.title}. Send this one file; what comes back names the file and line of each comment.")


@click.command()
@click.argument("old")
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show each line that would change, and write nothing.")
@on_day
def rename(old: str, new: str, dry_run: bool, today: date) -> None:
    """Give a thing a new id in every file that names it.

    OLD is the id of an entry, service, flow, fact, theme, role or need. A step of a flow is FLOW/STEP, an answer
    FLOW/QUESTION/ANSWER. If an id belongs to several things, write which before it, as in service:OLD. The old id stays
    as an alias, so that old buttons and links go on working. Nothing is written if it would cause a new fault.
    """
    from bot.editor import rename

    folder, draft, faults = content_with_faults()
    if faults:
        raise CannotStart(f"the content in {folder} has faults; mend them first (signpost check lists them).")
    named = _one(draft, old)
    with refusing(rename.CannotRename, rename.NotRenamed):
        made = rename.plan(folder, draft, named, _last_part(named, new))
        rename.try_in_copy(folder, made, today)
        if not dry_run:
            rename.execute(folder, made)
    for line in _told(made, folder, dry_run=dry_run):
        click.echo(line)


def _last_part(named: "ContentId", new: str) -> str:
    """Return the new id itself if it was written as the old one was, with its flow before it."""
    before = str(named).removesuffix(named.id)
    return new.strip().removeprefix(f"{named.what}:").removeprefix(before)


def _one(draft: "LoadedContent", text: str) -> "ContentId":
    from bot.editor.ids import resolve

    named = resolve(draft, text)
    if not named:
        raise CommandRefused(_unknown(draft, text))
    if len(named) > 1:
        several = ", ".join(f"{each.what.replace(' ', '-')}:{each}" for each in named)
        raise CommandRefused(f'"{text}" is the id of several things; write one of {several}.')
    return named[0]


def _unknown(draft: "LoadedContent", text: str) -> str:
    from bot.editor.ids import resolve_former, similar_ids

    if living := resolve_former(draft, text):
        return f'"{text}" is an old id; today it is {" or ".join(map(str, living))}.'
    close = similar_ids(draft, text)[:_MOST_NEAR]
    return f'nothing has the id "{text}"' + (f"; did you mean {' or '.join(close)}?" if close else ".")


def _told(made: "RenamePlan", folder: Path, *, dry_run: bool) -> list[str]:
    """Return what a rename does, with each line of the content that changes."""
    from bot.editor.text import count

    told = [f"{old} → {new}" for old, new in made.moves] + [part for line in made.lines for part in line.told]
    what = f"{count(len(made.lines), 'line')} in {count(len(made.files), 'file')}"
    told.append(f"{what} would change; nothing was written." if dry_run else f"{what} changed.")
    if made.alias:
        told.append(f'"{made.named.id}" stays as an alias: old buttons and links go on working.')
    if (folder / "training/compile_crisis.py").is_file() and "guidance/crisis.yaml" in made.files:
        told.append("The crisis cards name it: run python -m training.compile_crisis now.")
    return told
