"""The commands about answers and talks: explain, at, diff, confusions, record and play."""

import gc
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

import click

from bot.commands.common import FILE, FOLDER, current_date, on_day, progress, stopping, write_file, writing
from bot.service.settings import EXIT_FAULTS, CannotStart

if TYPE_CHECKING:
    from bot.editor.answers_diff import AnswersDiff
    from bot.editor.content_versions import ComparedContent

_NOON = time(12)


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
    from bot.service.start import hearing, settings

    found = settings()
    typed = sys.stdin.read() if question is None else question
    repository = found.content or (Path() if Path("guidance").is_dir() else find_content())
    with TemporaryDirectory() as made, stopping(past_answers.NoPastContent):
        clock = time.time() if time else None
        then = past_answers.past_content(when, repository, Path(made), current_date(), clock)
        encoder = ready(found.cache)[0] if found.encoder else None
        shown = past_answers.past_answer(hearing(), then, typed, encoder, postcodes(found, then.library))
    click.echo(shown.as_json() if as_json else "\n".join(shown.lines()))


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--benchmark",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of messages to ask too, like those for signpost evaluate.",
)
@click.option("--json", "as_json", is_flag=True, help="For programs; docs/explain.md lists the keys.")
@click.option("--html", type=FILE, help="Write everything that changes into this HTML file, to read in a browser.")
@click.option("--markdown", type=FILE, help="Write a summary into this file, as GitHub shows it under a workflow.")
@click.option("--local-before", type=FOLDER, help="Lay this folder of local additions over OLD.")
@on_day
def diff(
    old: str,
    new: str,
    benchmark: Path | None,
    as_json: bool,
    html: Path | None,
    markdown: Path | None,
    local_before: Path | None,
    today: date,
) -> None:
    """List the messages whose answer changes from OLD to NEW.

    OLD and NEW are each a folder that holds guidance/ and flows/, or a Git revision such as main or HEAD~1. A message
    is listed if it gets another answer, tier or crisis card. With --html or --markdown, everything that changes is
    written: words, screens, flows, answers, sign-offs and reviews. SIGNPOST_LOCAL is laid over both.
    """
    from bot.editor import answers_diff
    from bot.editor import answers_diff_report as report
    from bot.editor.content_versions import ComparedContentError, read_content
    from bot.editor.evaluating.matching_scores import SetError
    from bot.encoder import ready
    from bot.encoder.model import fingerprint
    from bot.encoder.vectors import message_vectors
    from bot.service.start import hearing, settings
    from bot.state.storage import cache_folder

    gc.disable()  # as in check: the process ends with the command
    found = settings()
    encoder = ready(found.cache)[0] if found.encoder else None
    kept = (found.cache or cache_folder()) / f"asked-{fingerprint()}.npz" if encoder else None
    with stopping(ComparedContentError, SetError), TemporaryDirectory() as before, TemporaryDirectory() as after:
        was = read_content(hearing(), old, Path(), Path(before), lenient=True, local=local_before or found.local)
        sides = (was, read_content(hearing(), new, Path(), Path(after), local=found.local))
        asked = message_vectors(encoder, (one.library for one in sides), kept) if encoder and kept else None
        with progress("steps") as tells:
            differs = answers_diff.difference(*sides, benchmark, encoder, asked, tells)
        written = list(_written(*sides, differs, html, markdown, today))
    click.echo(report.as_json(differs) if as_json else "\n".join(written or report.lines(differs)))


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
    from bot.editor.compare.comparison_page import as_markdown, page

    found = comparison(old, new, differs, datetime.combine(today, _NOON, LONDON))
    yield summary(found)
    for file, text in ((html, page), (markdown, as_markdown)):
        if file is not None:
            yield f"{file}: {write_file(file, text(found)) / 1e6:.2f} MB."


@click.command()
@click.option("--csv", "as_csv", is_flag=True, help="Write a row for each phrasing, for a spreadsheet.")
def confusions(as_csv: bool) -> None:
    """List the phrasings that nearly find another entry.

    A phrasing is listed if it would find another entry if it were left out. For each pair of entries, it
    says what to ask staff to tell them apart.
    """
    from bot.commands.developers import encoder
    from bot.editor import confusions as found
    from bot.service.start import hearing, library, settings

    content = library(settings())
    with progress("folds") as tells:
        made = found.confusions(content, hearing().matching, encoder(), tells)
    click.echo(found.table(content, made) if as_csv else "\n".join((*found.lines(content, made), "")), nl=False)


_at = click.option(
    "--at",
    type=click.DateTime(["%Y-%m-%d %H:%M"]),
    metavar="TIME",
    help="The time of the conversation, such as '2026-11-25 16:30', which is when the tests play transcripts.",
)


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
    talk = transcripts.RecordedTalk(transcripts.talk(ready.guide, at, ready.whole.hearing.danger))
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
        raise CannotStart(f"{file} already exists; name a new file.")
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
    lines = list(transcripts.played(transcripts.talk(ready.guide, at, ready.whole.hearing.danger), text))
    for line in lines:
        click.echo(click.style(line, fg=transcripts.colour(line)))
    sys.exit(EXIT_FAULTS if any(transcripts.colour(line) for line in lines) else 0)
