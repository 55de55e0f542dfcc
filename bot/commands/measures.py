"""The commands that measure: speed and memory, right answers, and which entries are taken for one another."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.hearing.matching.meaning import Encoder
from bot.service.start import EXIT_FAULTS, CannotStart, library, settings

_folder = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(invoke_without_command=True)
@click.pass_context
def bench(context: click.Context) -> None:
    """Measure speed and memory, in one table."""
    if context.invoked_subcommand is None:
        from bot.editor.benchmark.costs import table

        settings()
        for line in table():
            click.echo(line)


@bench.command()
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Also draw how the cost grows.")
def match(svg: Path | None) -> None:
    """Measure matching at 1, 100, 1,000 and 10,000 entries, beside rapidfuzz in the same run."""
    from bot.editor.benchmark import chart, matching

    encoder = _encoder(None)
    if encoder is None:
        raise CannotStart("the encoder is switched off (SIGNPOST_ENCODER), and matching is measured with it.")
    rows = []
    for line, row in matching.measured(library(settings()), encoder):
        click.echo(line)
        rows += [row] if row else []
    if svg is not None:
        svg.write_text(chart.picture(rows), "utf-8")


@click.command()
@click.argument("folder", type=_folder, required=False)
@click.option("--public", type=_folder, help="Measure on the public intent sets in this folder instead.")
@click.option("--encoder", type=_folder, help="A folder with another encoder, to compare with.")
@click.option("--json", "as_json", is_flag=True, help="For programs; docs/measuring.md lists the figures.")
def evaluate(folder: Path | None, public: Path | None, encoder: Path | None, as_json: bool) -> None:
    """Ask every message in FOLDER, and report each figure with its count; exit code 1 below a floor."""
    from bot.core.guide import guide
    from bot.editor.evaluating import public as sets
    from bot.editor.evaluating import report
    from bot.editor.evaluating.asking import Talked
    from bot.editor.evaluating.figures import SetError

    if (folder is None) == (public is None):
        raise click.UsageError("Name a folder of messages, or the public sets with --public.")
    made = _encoder(encoder)
    try:
        if public is not None:
            done = report.Evaluation(_decides(made), tuple(sets.section(found, made) for found in sets.sets(public)))
        elif folder is not None:
            talk = Talked(guide(library(settings()), made), datetime.now(UTC))
            done = report.evaluate(talk, folder, _decides(made))
    except SetError as error:
        raise CannotStart(str(error)) from None
    click.echo(report.as_json(done) if as_json else "\n".join(report.lines(done)))
    sys.exit(EXIT_FAULTS if done.short else 0)


@click.command()
@click.option("--csv", "as_csv", is_flag=True, help="A row for each phrasing, for a spreadsheet.")
def confusions(as_csv: bool) -> None:
    """List phrasings that, were they not written down, would find another entry, and what to ask to tell them apart."""
    from bot.editor import confusions as found

    content = library(settings())
    made = found.confusions(content, _encoder(None))
    if as_csv:
        click.echo(found.table(content, made), nl=False)
    else:
        click.echo("\n".join(found.lines(content, made)))


def _encoder(folder: Path | None) -> Encoder | None:
    """Return the encoder, or none where a deployment has switched it off."""
    from bot.encoder import ready
    from bot.encoder.model import FOLDER

    decided = settings()
    if not decided.encoder and folder is None:
        return None
    made, why = ready(decided.cache, folder or FOLDER)
    if made is None:
        raise CannotStart(f"the encoder cannot be used: {why}.")
    return made


def _decides(encoder: Encoder | None) -> str:
    return "meaning, words and letters" if encoder else "words and letters alone"
