"""The commands that run Signpost and tell of it: the terminal, Telegram, the page, what is prepared once, posters."""

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.commands.common import FILE, FOLDER, council_called, current_date, port, stopping, writing
from bot.service.settings import CannotStart

if TYPE_CHECKING:
    from bot.editor.posters import Size


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

    Without --apply it only shows what would be written.
    """
    from bot.service.run import until_stopped
    from bot.service.start import guide, settings
    from bot.service.telegram import apply_plan, plan

    found = settings()
    calls = plan(guide(found).library.messages)
    for call in calls:
        click.echo(call.line())
    if not apply:
        click.echo("Nothing was written. Add --apply to write it.")
        return
    until_stopped(lambda: apply_plan(found.telegram_token, found.telegram_api, calls))
    click.echo("Written.")


@click.command()
@port
@take_over
def serve(port: int | None, take_over: bool | None) -> None:
    """Serve the web page and, with a token, Telegram's webhook."""
    from bot.service import run
    from bot.service.start import settings

    run.serve(settings(port=port, take_over=take_over), say_address)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs: one JSON object.")
def doctor(as_json: bool) -> None:
    """Look at this deployment: what is wrong, and how to mend it.

    It looks at the settings (unknown ones too), content, folder of state, database, token, webhook, clock, proxy and
    memory, and asks the program that runs. It changes nothing. It ends with 0 if all is well, 1 after warnings alone,
    and 2 after a fault.
    """
    import json
    from dataclasses import asdict

    from bot.service.doctor import examined

    found = tuple(examined())
    grades = {each.grade for each in found}
    if as_json:
        parts = [asdict(each) for each in found]
        click.echo(json.dumps({"well": grades == {"ok"}, "parts": parts}, ensure_ascii=False, indent=1))
    else:
        for each in found:
            click.echo(f"{each.grade:8} {each.part}: {each.said}" + (f"\n{'':8} -> {each.cure}" if each.cure else ""))
    raise click.exceptions.Exit(2 if "fault" in grades else 1 if "warning" in grades else 0)


@click.command()
@click.argument("file", type=FILE)
@click.option("--replace", is_flag=True, help="Write FILE even if it holds releases that are not here any more.")
def backup(file: Path, *, replace: bool) -> None:
    """Write what a deployment must not lose into FILE.

    It holds the releases of the counts, what is paused, and which monthly digest was sent. Nothing of an open week is
    in it, and no secret: keep those where they are made. It replaces FILE whole or not at all, and not by one that has
    lost releases.
    """
    from bot.service.backup import lost, packed, taken
    from bot.service.start import settings
    from bot.state.atomic_write import NotWritten, write_whole

    today = current_date()
    found = taken(settings(), today)
    if not replace and (gone := lost(file, found)):
        said = f"{file} holds {gone} releases that this deployment does not have, so it is left as it is"
        raise CannotStart(
            f"{said}. Are the counts lost, or elsewhere? Bring them back, name another file, or --replace."
        )
    try:
        write_whole(file, packed(found, today), 0o600)
    except NotWritten as error:
        raise CannotStart(f"{file} cannot be written: {error.reason}.") from None
    click.echo(f"Kept in {file}: {len(found.releases)} releases and {len(found.switches.all)} things paused.")


@click.command()
@click.argument("file", type=FILE)
def restore(file: Path) -> None:
    """Bring back what `signpost backup` wrote into FILE.

    What is there already stays as it is, so it may be run twice. Into a new SIGNPOST_DATABASE it also moves a
    deployment from a file to PostgreSQL, or back.
    """
    from bot.service.backup import restored, unpacked
    from bot.service.start import settings

    try:
        made = restored(settings(), unpacked(file.read_bytes()))
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None
    except ValueError as error:
        raise CannotStart(f"{file} was not used: {error}. Nothing was changed.") from None
    click.echo(f"Brought back: {made.releases} releases and {made.switches} things paused.")


@click.command()
def prepare() -> None:
    """Keep the content as a start needs it, so that starts are quick.

    It takes some seconds. Run it again after the content or Signpost has changed; a start works without it too.
    """
    from bot.service.start import prepare, settings

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
        found = postcode_directories.read(files, library(settings()).areas.councils)
        size = postcode_directories.write(out, packed(found.councils))
    for line in postcode_directories.lines(found, out, size):
        click.echo(line)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--role", default="", metavar="ID", help="The job it is for; all for a sheet each.  [default: any job]")
@click.option("--council", default="", help="The area it is for, by name or GSS code.")
@click.option("--size", type=click.Choice(["a4", "a5"]), default="a4", show_default=True, help="a5 is a desk card.")
@click.option("--bot", default="", metavar="NAME", help="The bot's name on Telegram, for a second code.")
def poster(folder: Path, role: str, council: str, size: "Size", bot: str) -> None:
    """Write posters and desk cards for staff, to print.

    Each is a page in FOLDER, with a PDF beside it where a Chromium is found. Its code leads to SIGNPOST_PUBLIC_URL, and
    opens Signpost for the job and the area. It names no subject, since others may read it; hang it where staff are.
    """
    from bot.editor import posters
    from bot.service.start import library, settings

    found, name = settings(), bot.removeprefix("@")
    content = library(found)
    roles = list(content.vocabulary.roles)
    if role not in ("", "all", *roles):
        raise click.BadParameter(f"there is no such job; all, or one of {', '.join(roles)}", param_hint="--role")
    if bot and not re.fullmatch("[A-Za-z][A-Za-z0-9_]{4,31}", name):
        raise click.BadParameter("a bot's name has 5 to 32 letters, digits and _", param_hint="--bot")
    gss, links = council_called(content, council, "--council"), posters.PosterLinks(found.public_url, name)
    if not (links.page or links.bot):
        raise CannotStart("a poster needs an address: set SIGNPOST_PUBLIC_URL, or name the bot with --bot.")
    chromium = posters.browser()
    if chromium is None:
        click.echo("No PDF: no Chromium was found. Open the page in a browser, and print it at 100 %.")
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
    for each in roles if role == "all" else [role]:
        page = folder / f"{'poster' if size == 'a4' else 'desk-card'}-{size}{'-' if each else ''}{each}.html"
        with writing(page):
            page.write_text(posters.poster(content, links, size=size, role=each, gss=gss), "utf-8")
        click.echo(page)
        if chromium is not None:
            try:
                posters.print_pdf(chromium, page, page.with_suffix(".pdf"))
                click.echo(page.with_suffix(".pdf"))
            except posters.NoPdf as error:
                click.echo(f"No PDF: {error}. Open the page in a browser, and print it at 100 %.")
