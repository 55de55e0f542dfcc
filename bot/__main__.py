"""The ``signpost`` command: the only place that builds things."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import click

from bot import __version__
from bot.channels.reporting import close_the_door
from bot.channels.talk import Talk
from bot.config import Settings, SettingsError, settings
from bot.content.loader import ContentError, find_content, load
from bot.core.guide import Guide, guide
from bot.core.library import Library

EXIT_FAULTS = 1
EXIT_CANNOT_START = 2


class CannotStart(click.ClickException):
    """Something is missing to start with; one clear line says what."""

    exit_code = EXIT_CANNOT_START


def _settings(**given: object) -> Settings:
    try:
        found = settings(**given)
    except SettingsError as error:
        raise CannotStart(str(error)) from None
    close_the_door(found.log_level)
    return found


def _guide(found: Settings) -> Guide:
    return guide(_library(found))


def _library(found: Settings) -> Library:
    folder = found.content or find_content()
    if not folder.is_dir():
        raise CannotStart(f"SIGNPOST_CONTENT names the folder {folder}, which is not there.")
    try:
        return load(folder)
    except ContentError as error:
        raise CannotStart(f"the content in {folder} has faults and was not used.\n{error}") from None


def _talk(found: Settings) -> Talk:
    made = _guide(found)
    return Talk(lambda: made)


def _run(action: Callable[..., None], *arguments: object) -> None:
    """Run what goes on until it is stopped, and end with one clear line where it cannot start."""
    try:
        action(*arguments)
    except KeyboardInterrupt:
        click.echo()
    except Exception as error:
        if type(error).__name__ not in (
            "SettingsError",
            "CannotConnect",
        ):  # the latter's module costs its import
            raise
        raise CannotStart(str(error)) from None


def _day(given: datetime | None) -> date:
    return given.date() if given else datetime.now(UTC).astimezone().date()


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
        from bot.serving import web

        found = _settings(port=port)
        _refuse_unsigned(found)
        _run(web, found, _talk(found), _say_address)


def _say_address(address: str) -> None:
    click.echo(f"Signpost is at {address} (stop it with Ctrl-C)")


@main.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON line in, a JSON line out.")
def chat(as_json: bool) -> None:
    """Talk with Signpost in this terminal."""
    from bot.channels import console

    found = _settings()
    made = _guide(found)
    talk = Talk(lambda: made)
    if as_json:
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a real text stream
        console.programs(talk, sys.stdin, sys.stdout)
        return
    click.echo(made.words("console-start"))
    try:
        console.people(talk, console.typed(made.words("console-prompt")), click.echo)
    except KeyboardInterrupt:
        click.echo()


@main.group(invoke_without_command=True)
@click.pass_context
def telegram(context: click.Context) -> None:
    """Answer on Telegram by polling; needs SIGNPOST_TELEGRAM_TOKEN."""
    if context.invoked_subcommand is None:
        from bot.running import poll

        found = _settings()
        _run(
            poll,
            found,
            _talk(found),
            lambda where: click.echo(f"Signpost answers on {where} (stop it with Ctrl-C)"),
        )


@telegram.command()
@click.option("--apply", is_flag=True, help="Write it to Telegram; without this, only show what would be written.")
def setup(apply: bool) -> None:
    """Write the bot's commands, descriptions and menu to Telegram (shown first, written with --apply)."""
    from bot.channels.telegram_setup import apply_plan, plan

    found = _settings()
    calls = plan(_guide(found).library.messages)
    for call in calls:
        click.echo(call.line())
    if not apply:
        click.echo("Nothing was written. Add --apply to write it.")
        return
    _run(apply_plan, found.token, found.telegram_api, calls)
    click.echo("Written.")


@main.command()
@_port
def serve(port: int | None) -> None:
    """Serve the web page and, with a token, Telegram's webhook."""
    from bot.serving import serve as run

    found = _settings(port=port)
    _refuse_unsigned(found)
    _run(run, found, _talk(found), _say_address)


def _refuse_unsigned(found: Settings) -> None:
    """Refuse to show unsigned words to others than this machine, unless the deployment says so."""
    if found.local or found.allow_unsigned:
        return
    library = _guide(found).library
    unsigned = sum(not entry.sign_off for entry in library.entries.values())
    if unsigned:
        raise CannotStart(
            f"{unsigned} of {len(library.entries)} entries are signed off by nobody. To serve them to others all the "
            "same, with a line on every card that says so, set SIGNPOST_ALLOW_UNSIGNED=yes."
        )


@main.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--format", "as_", type=click.Choice(["text", "github", "json", "sarif"]), default="text")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day to take as today, such as 2026-11-25.")
@click.option("--rule", "rules", multiple=True, help="One rule alone, such as SP204; may be given again.")
@click.option("--rules", "list_rules", is_flag=True, help="List all rules with their reasons and examples.")
def check(folder: Path | None, as_: str, today: datetime | None, rules: tuple[str, ...], list_rules: bool) -> None:
    """Check the content: everything wrong with its file, line and cure; exit code 1 where there is an error."""
    from bot.content import catalogue, checking, formats

    if list_rules:
        click.echo(catalogue.page())
        return
    if unknown := set(rules) - set(catalogue.RULES):
        raise click.BadParameter(f"there is no rule {min(unknown)}; signpost check --rules lists them")
    report = checking.check(folder or _settings().content or find_content(), _day(today))
    report = report.only(frozenset(rules)) if rules else report
    click.echo(formats.FORMATS[as_](report))
    sys.exit(EXIT_FAULTS if report.errors else 0)


@main.command()
@click.option("--need", help="One need alone, by its id in vocabulary.yaml.")
@_as
@_on
def coverage(need: str | None, as_: str, on: datetime | None) -> None:
    """Show how each need is answered in each council area, and where nobody is."""
    from bot.editor import coverage_report as report

    library = _library(_settings())
    needs = tuple(library.vocabulary.needs)
    if need is not None and need not in needs:
        raise click.BadParameter(f"there is no such need; one of {', '.join(needs)}", param_hint="--need")
    _say(report, as_, library, (need,) if need else needs, _day(on))


@main.command()
@click.option("--unconfirmed", is_flag=True, help="Every contact to ring or open, with what to ask.")
@_as
@_on
def due(unconfirmed: bool, as_: str, on: datetime | None) -> None:
    """List what is overdue or due in 30 days, by owner; or whom to ring."""
    from bot.editor import calls
    from bot.editor import due as items

    _say(calls if unconfirmed else items, as_, _library(_settings()), _day(on))


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


@main.command()
def bench() -> None:
    """Measure speed and memory, in one table."""
    from bot.benchmark import table

    _settings()
    for line in table():
        click.echo(line)


if __name__ == "__main__":
    main(prog_name="signpost")
