"""What the commands share: options, where output goes, and how long work shows its progress."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bot.service.settings import EXIT_FAULTS, CannotStart
from bot.state.storage import NotWritten, write_whole

if TYPE_CHECKING:
    from bot.content.faults import Fault
    from bot.content.load_in_process import Progress
    from bot.content.loaded_content import LoadedContent
    from bot.core.library import Library

DAY = click.DateTime(["%Y-%m-%d"])
FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(path_type=Path)
_PACKAGED = "starter"


class CommandRefused(click.ClickException):
    """The command cannot do what was asked; the message says why."""

    exit_code = EXIT_FAULTS


def current_date() -> date:
    """Return today's date on this machine."""
    return datetime.now(UTC).astimezone().date()


def day_of(context: click.Context, parameter: click.Parameter, given: datetime | None) -> date:
    """Return the date that an option gives, or today's; a callback of options."""
    return given.date() if given else current_date()


TODAY: dict[str, Any] = {
    "type": DAY,
    "metavar": "DATE",
    "callback": day_of,
    "help": "The date to use as today, such as 2026-11-25.",
}
on_day = click.option("--on", "today", **TODAY)
port = click.option(
    "--port", type=click.IntRange(1, 65535), help="The port of the page.  [default: SIGNPOST_PORT, or 8080]"
)
to_file = click.option("--to", "out", type=FILE, help="Write to this file instead of standard output.")
yes = click.option("--yes", is_flag=True, help="Do not ask for confirmation; for scripts.")


def in_format(*formats: str, help_: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return the option for the format of the output; text by default."""
    return click.option("--format", "as_", type=click.Choice(formats), default="text", help=help_)


def write_out(out: Path | None, made: str | bytes | Iterable[bytes]) -> None:
    """Write what a command made to a file, or to standard output, where a text ends with a newline."""
    whole = made if isinstance(made, str | bytes) else b"".join(made)
    if out is not None:
        write_file(out, whole)
    else:
        click.echo(whole, nl=isinstance(whole, str) and not whole.endswith("\n"))


def write_file(out: Path, made: str | bytes, mode: int | None = None) -> int:
    """Write the whole of a file or leave the old one, and return the size; end with one clear line if it fails."""
    data = made.encode() if isinstance(made, str) else made
    with writing(out):
        if out.exists() and not out.is_file():
            out.write_bytes(data)  # a pipe or a device must not be replaced
        else:
            write_whole(out.resolve(), data, mode)
    return len(data)


@contextmanager
def _ending(kind: type[click.ClickException], *errors: type[Exception], words: str = "{}") -> Iterator[None]:
    try:
        yield
    except errors as error:
        raise kind(words.replace("{}", str(error))) from None


# End the command with the message of an error: because it cannot start, or because it cannot do what was asked.
stopping, refusing = partial(_ending, CannotStart), partial(_ending, CommandRefused)


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """End with one clear line if a file cannot be written."""
    try:
        yield
    except (OSError, NotWritten) as error:
        raise CannotStart(f"{getattr(error, 'filename', '') or out} cannot be written: {error.strerror}.") from None


def read_content() -> "tuple[Path, LoadedContent]":
    """Return the content folder and its content with drafts; raise CannotStart if it has faults."""
    from bot.content.faults import ContentError

    folder, draft, faults = content_with_faults()
    if faults:
        raise CannotStart(f"the content in {folder} has faults; fix them first.\n{ContentError(faults)}")
    return folder, draft


def content_with_faults() -> "tuple[Path, LoadedContent, list[Fault]]":
    """Return the content folder, what can be read of its content, and its faults."""
    from bot.content.loader import read

    folder = existing_folder()
    draft, faults = read(folder)
    return folder, draft, faults


def own_folder(folder: Path | None) -> Path:
    """Return the content folder that may be written to; raise CannotStart if it is missing or that of the package."""
    from bot.content.load_in_process import find_content
    from bot.service.start import content_folder, settings

    found = folder or settings().content
    if found is None and find_content().name == _PACKAGED:
        raise CannotStart("the packaged content cannot be changed; set SIGNPOST_CONTENT.")
    found = found or content_folder(settings())
    if not found.is_dir():
        raise CannotStart(f"the folder {found} is not there.")
    return found


def existing_folder() -> Path:
    """Return the content folder."""
    from bot.service.start import content_folder, settings

    folder = content_folder(settings())
    if not folder.is_dir():
        raise CannotStart(f"SIGNPOST_CONTENT names the folder {folder}, which is not there.")
    return folder


@contextmanager
def progress(what: str) -> "Iterator[Progress]":
    """Show how many of the things named are done, on standard error and only when that is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    try:
        yield lambda done, total: click.echo(f"\r\033[K{done:,} of {total:,} {what}", nl=False, err=True)
    finally:
        click.echo("\r\033[K", nl=False, err=True)


_SHORTEST = 50  # columns left for the sentence on a narrow terminal


class HeadedGroup(click.Group):
    """A group that lists its commands under headings, and imports a command's module once it is run or listed."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.headings: dict[str, list[str]] = {}
        self._places: dict[str, tuple[str, str]] = {}  # the module and the function of each command

    def add_commands(self, heading: str, functions: Mapping[str, str]) -> None:
        """Add commands under a heading: the names of their functions, by their module in ``bot.commands``."""
        for module, names in functions.items():
            for function in names.split():
                name = function.rstrip("_").replace("_", "-")
                self._places[name] = module, function
                self.headings.setdefault(heading, []).append(name)

    def list_commands(self, context: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        return sorted(self._places)

    def get_command(self, context: click.Context, name: str) -> click.Command:
        """Return a command by its name; for a name that is no command, raise an error that suggests the nearest."""
        if name not in self._places:
            raise click.NoSuchCommand(name, possibilities=self._places, ctx=context)
        module, function = self._places[name]
        command: click.Command = getattr(import_module(f"bot.commands.{module}"), function)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under their headings, each with the first sentence of its help."""
        widest = max(map(len, self._places), default=0)
        room = max(formatter.width - formatter.current_indent - widest - 4, _SHORTEST)
        for heading, names in self.headings.items():
            found = ((name, self.get_command(context, name)) for name in sorted(names))
            rows = [(name.ljust(widest), command.get_short_help_str(room)) for name, command in found]
            with formatter.section(heading):
                formatter.write_dl(rows)


def council_called(content: "Library", name: str, option: str) -> str:
    """Return the GSS code of a council by its name or code; ``""`` for no name.

    Args:
        option: the option that it was given with.

    Raises:
        click.BadParameter: no council has this name.
    """
    from bot.editor.service_choice import NoSuchArea, area_called

    try:
        return area_called(content, name) if name else ""
    except NoSuchArea as error:
        raise click.BadParameter(str(error), param_hint=option) from None
