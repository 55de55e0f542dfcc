"""The commands that run Signpost: the terminal, Telegram, the page, and what is prepared once."""

import sys
from pathlib import Path

import click

from bot.commands.common import FILE, port, progress, stopping, write_file
from bot.service.settings import CannotStart


def say_address(address: str) -> None:
    """Print where the page is."""
    click.echo(f"Signpost is at {address} (stop it with Ctrl-C)")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: a JSON line in, a JSON line out.")
def chat(as_json: bool) -> None:
    """Talk to Signpost in this terminal."""
    from bot.channels import console
    from bot.service.run import terminal
    from bot.service.start import settings

    talk = terminal(settings())
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


take_over = click.option(
    "--take-over", is_flag=True, default=None, help="Take the bot over if Telegram sends its messages elsewhere."
)


@click.group(invoke_without_command=True)
@take_over
@click.pass_context
def telegram(context: click.Context, take_over: bool | None) -> None:
    """Answer on Telegram by polling.

    It needs SIGNPOST_TELEGRAM_TOKEN, and no public address.
    """
    if context.invoked_subcommand is None:
        from bot.service import run
        from bot.service.start import settings

        found = settings(take_over=take_over)
        run.telegram(found, lambda account: click.echo(f"Signpost answers on {account} (stop it with Ctrl-C)"))


@telegram.command()
@click.option("--apply", is_flag=True, help="Write it to Telegram; without this, only show what would be written.")
def setup(apply: bool) -> None:
    """Write the bot's commands, descriptions and menu to Telegram.

    Without --apply it only shows what would be written. The admins in SIGNPOST_ADMINS see their own commands in the
    menu too, once they have sent the bot a message. Former admins keep the menu, but not the rights.
    """
    from bot.service.run import need_token, until_stopped
    from bot.service.start import guide, settings
    from bot.service.telegram import Call, apply_plan, plan

    found = settings()
    if apply:
        need_token(found)
    calls = plan(guide(found).library.messages, found.admin_numbers)
    for call in calls:
        click.echo(call.line())
    if not apply:
        click.echo("Nothing was written. Add --apply to write it.")
        return
    strangers: list[Call] = []
    until_stopped(lambda: strangers.extend(apply_plan(found.telegram_token, found.telegram_api, calls)))
    click.echo("Written.")
    for call in strangers:
        click.echo(f"Not for {call.admin}: they have not sent the bot a message yet. Once they have, run this again.")


@click.command()
@port
@take_over
def serve(port: int | None, take_over: bool | None) -> None:
    """Serve the web page and, with a token, Telegram's webhook."""
    from bot.service import run
    from bot.service.start import settings

    run.serve(settings(port=port, take_over=take_over), say_address)


@click.command()
def prepare() -> None:
    """Prepare the content, so that starts are quick.

    It takes some seconds. Run it again after the content or Signpost has changed; starts work without it too.
    """
    from bot.service.start import prepare, settings

    click.echo("Preparing the content.", err=True)
    prepare(settings())
    click.echo("Ready: the content, its index and its vectors are kept for the next start.")


@click.group()
def areas() -> None:
    """Prepare the file of whole postcodes."""


@areas.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--to", "out", default="postcodes.bin", type=FILE, show_default=True, help="The file to write.")
def import_(files: tuple[Path, ...], out: Path) -> None:
    """Write the council of every whole postcode in FILES into one small file.

    FILES are SmallUser.csv and LargeUser.csv of the Scottish Postcode Directory, or the CSV of the ONS Postcode
    Directory; docs/postcodes.md says where to get them.
    """
    from bot.editor import postcode_directories
    from bot.hearing.places.postcodes import packed
    from bot.service.start import library, settings

    with stopping(postcode_directories.WrongFile):
        with progress("files") as tells:
            found = postcode_directories.read(files, library(settings()).areas.councils, tells)
        size = write_file(out, packed(found.councils))
    for line in postcode_directories.lines(found, out, size):
        click.echo(line)
