"""The ``signpost`` command: the only place that builds things."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from bot import __version__
from bot.channels.reporting import close_the_door
from bot.channels.talk import Talk
from bot.config import Settings, SettingsError, settings
from bot.content.loader import ContentError, faults, find_content, load
from bot.core.guide import Guide, guide

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
    folder = found.content or find_content()
    try:
        return guide(load(folder))
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
        from bot.running import web

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
    from bot.running import serve as run

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
def check(folder: Path | None) -> None:
    """Check the content: every fault with its file, line and cure."""
    where = folder or _settings().content or find_content()
    found = faults(where)
    for fault in found:
        click.echo(str(fault))
    if found:
        click.echo(f"{len(found)} {'fault' if len(found) == 1 else 'faults'}.")
        sys.exit(EXIT_FAULTS)
    library = load(where)
    phrasings = sum(len(entry.phrasings) for entry in library.entries.values())
    click.echo(
        f"No faults: {len(library.entries)} entries with {phrasings} phrasings, {len(library.flows)} flows, "
        f"{len(library.services)} services, {len(library.facts)} facts."
    )


@main.command()
def bench() -> None:
    """Measure speed and memory, in one table."""
    from bot.benchmark import table

    _settings()
    for line in table():
        click.echo(line)


if __name__ == "__main__":
    main(prog_name="signpost")
