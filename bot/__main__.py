"""The ``signpost`` command: the only place that builds things."""

import sys
from datetime import datetime
from pathlib import Path
from types import ModuleType

import click

from bot import __version__
from bot.commands.answers import at, diff, explain, rename, where
from bot.commands.check import check
from bot.commands.counts import demo_counts, digest, learning, stats
from bot.commands.directory import export, services
from bot.commands.directory import import_ as import_drafts
from bot.commands.export_counts import export_counts
from bot.commands.flows import draw, play, preview, prove, record
from bot.commands.links import links, workshop
from bot.commands.measures import bench, confusions, evaluate
from bot.commands.switches import inventory, pause, paused, resume
from bot.commands.trust import due, migrate, reviewed, sign
from bot.commands.writing import new, schema
from bot.service import run
from bot.service.start import CannotStart
from bot.service.start import day as _day
from bot.service.start import guide as _guide
from bot.service.start import library as _library
from bot.service.start import live_guide as _live_guide
from bot.service.start import settings as _settings

_on = click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
_as = click.option("--format", "as_", type=click.Choice(["text", "csv"]), default="text", help="Words, or a table.")
_port = click.option("--port", type=click.IntRange(1, 65535), help="Port of the page (SIGNPOST_PORT; 8080).")


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="signpost", message="%(prog)s %(version)s")
@_port
@click.pass_context
def main(context: click.Context, port: int | None) -> None:
    """Guidance for frontline staff in Scotland, and the way to a service that can help.

    Without a command, Signpost serves its web page on this machine: no token, no database, no network. Everything a
    deployment decides is set in the environment as SIGNPOST_…; the README lists it.
    """
    if context.invoked_subcommand is None:
        run.page(_settings(port=port), _say_address)


def _say_address(address: str) -> None:
    click.echo(f"Signpost is at {address} (stop it with Ctrl-C)")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON line in, a JSON line out.")
def chat(as_json: bool) -> None:
    """Talk with Signpost in this terminal."""
    from bot.channels import console

    talk = run.terminal(_settings())
    if as_json:
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a real text stream
        console.programs(talk, sys.stdin, sys.stdout)
        return
    if (guide := talk.guide()) is None:
        raise CannotStart("there is no guidance to answer from")
    click.echo(guide.words("console-start"))
    try:
        console.people(talk, console.typed(guide.words("console-prompt")), click.echo)
    except KeyboardInterrupt:
        click.echo()


@main.group(invoke_without_command=True)
@click.pass_context
def telegram(context: click.Context) -> None:
    """Answer on Telegram by polling; needs SIGNPOST_TELEGRAM_TOKEN."""
    if context.invoked_subcommand is None:
        run.telegram(_settings(), _say_where)


def _say_where(where: str) -> None:
    click.echo(f"Signpost answers on {where} (stop it with Ctrl-C)")


@telegram.command()
@click.option("--apply", is_flag=True, help="Write it to Telegram; without this, only show what would be written.")
def setup(apply: bool) -> None:
    """Write the bot's commands, descriptions and menu to Telegram (shown first, written with --apply)."""
    from bot.channels.telegram.setup import apply_plan, plan

    found = _settings()
    calls = plan(_guide(found).library.messages)
    for call in calls:
        click.echo(call.line())
    if not apply:
        click.echo("Nothing was written. Add --apply to write it.")
        return
    run.until_stopped(lambda: apply_plan(found.token, found.telegram_api, calls))
    click.echo("Written.")


@main.command()
def prepare() -> None:
    """Make what finding by meaning needs, once, so that later starts are quick."""
    live = _live_guide(_settings(), wait=True)
    if live.status() != "ready":
        raise CannotStart(f"the encoder is not used: {live.status()}. Words and letters alone decide.")
    click.echo("Ready: the content's vectors are made and kept.")


@main.command()
@_port
def serve(port: int | None) -> None:
    """Serve the web page and, with a token, Telegram's webhook."""
    run.serve(_settings(port=port), _say_address)


@main.command()
@click.option("--need", help="One need alone, by its id in vocabulary.yaml.")
@_as
@_on
def coverage(need: str | None, as_: str, on: datetime | None) -> None:
    """Show how each need is answered in each council area, and where nobody is."""
    from bot.editor import coverage as report

    library = _library(_settings())
    needs = tuple(library.vocabulary.needs)
    if need is not None and need not in needs:
        raise click.BadParameter(f"there is no such need; one of {', '.join(needs)}", param_hint="--need")
    _say(report, as_, library, (need,) if need else needs, _day(on))


def _say(report: ModuleType, as_: str, *arguments: object) -> None:
    """Print a report as words or as a table."""
    if as_ == "csv":
        click.echo(report.table(*arguments), nl=False)
    else:
        click.echo("\n".join(report.lines(*arguments)))


@main.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@_on
def book(out: Path, on: datetime | None) -> None:
    """Write all of the guidance into one HTML file, to print, read and sign by hand."""
    from bot.editor.book import book as written

    library = _library(_settings())
    try:
        size = out.write_bytes(written(library, _day(on)).encode())
    except OSError as error:
        raise CannotStart(f"{out} cannot be written: {error.strerror}.") from None
    click.echo(f"{out}: {len(library.entries)} entries and {len(library.flows)} flows, {size / 1e6:.1f} MB.")


@main.group()
def areas() -> None:
    """Help with council areas."""


@areas.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", "out", default="postcodes.bin", type=click.Path(dir_okay=False, path_type=Path))
def import_(files: tuple[Path, ...], out: Path) -> None:
    """Write the council of every whole postcode in FILES into one small file (--to, postcodes.bin).

    FILES are SmallUser.csv and LargeUser.csv of the Scottish Postcode Directory, or the CSV of the ONS Postcode
    Directory; the README says where to get them.
    """
    from bot.editor import postcodes
    from bot.hearing.places.postcodes import packed

    try:
        found = postcodes.read(files, _library(_settings()).areas.councils)
        size = postcodes.write(out, packed(found.councils))
    except postcodes.WrongFile as error:
        raise CannotStart(str(error)) from None
    for line in postcodes.lines(found, out, size):
        click.echo(line)


for command in (demo_counts, digest, learning, stats):
    main.add_command(command)
for command in (bench, check, confusions, diff, draw, evaluate, explain, inventory, links):
    main.add_command(command)
for command in (new, pause, paused, play, preview, prove, record, resume, schema, services):
    main.add_command(command)
export.add_command(export_counts)
for group in (export, import_drafts):
    main.add_command(group)
for command in (at, rename, where):
    main.add_command(command)
for command in (due, migrate, reviewed, sign, workshop):
    main.add_command(command)


if __name__ == "__main__":
    main(prog_name="signpost")
