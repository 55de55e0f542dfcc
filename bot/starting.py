"""What every command builds first: settings, content and guide, or one clear line that says what is missing."""

from datetime import UTC, date, datetime

import click

from bot import config
from bot.channels.reporting import close_the_door, log
from bot.config import Settings, SettingsError
from bot.content.loader import ContentError, find_content, load
from bot.core import guide as guides
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.place_postcodes import NotPostcodes, Postcodes, unpacked
from bot.preparing import Preparing
from bot.state.switch_file import NAME, state_folder
from bot.state.switchboard import Switchboard

EXIT_FAULTS = 1
EXIT_CANNOT_START = 2


class CannotStart(click.ClickException):
    """Something is missing to start with; one clear line says what."""

    exit_code = EXIT_CANNOT_START


def settings(**given: object) -> Settings:
    """Return what the deployment decides, with what the command line gives before it."""
    try:
        found = config.settings(**given)
    except SettingsError as error:
        raise CannotStart(str(error)) from None
    close_the_door(found.log_level)
    return found


def guide(found: Settings) -> Guide:
    """Return the guide, without an encoder."""
    content = library(found)
    return guides.guide(content, postcodes=postcodes(found, content))


def postcodes(found: Settings, content: Library) -> Postcodes | None:
    """Return the councils of whole postcodes where the deployment has them."""
    path = found.postcodes
    if path is None:
        return None
    try:
        whole = unpacked(path.read_bytes())
    except OSError as error:
        raise CannotStart(f"SIGNPOST_POSTCODES: {path} cannot be read: {error.strerror}.") from None
    except NotPostcodes as error:
        raise CannotStart(f"SIGNPOST_POSTCODES: {path} {error}. Make it with `signpost areas import`.") from None
    if not {gss for group in whole.groups for gss in group} <= set(content.areas.councils):
        raise CannotStart(f"SIGNPOST_POSTCODES: {path} holds councils that areas.yaml does not. Make it again.")
    return whole


def library(found: Settings) -> Library:
    """Return the content."""
    folder = found.content or find_content()
    if not folder.is_dir():
        raise CannotStart(f"SIGNPOST_CONTENT names the folder {folder}, which is not there.")
    try:
        return load(folder)
    except ContentError as error:
        raise CannotStart(f"the content in {folder} has faults and was not used.\n{error}") from None


def switchboard(found: Settings) -> Switchboard:
    """Return the red switch as this process has it."""
    return Switchboard((found.state or state_folder()) / NAME, warn=log.warning)


def preparing(found: Settings, *, wait: bool = False, board: Switchboard | None = None) -> Preparing:
    """Start getting ready to answer; while the encoder is on its way, words and letters alone decide.

    Args:
        found: what the deployment decides.
        wait: whether to return only when all is ready.
        board: the red switch; without it, nothing is taken off.
    """
    made = Preparing(guide(found), encoder=found.encoder, cache=found.cache, board=board)
    if wait:
        made.wait()
    return made


def day(given: datetime | None) -> date:
    """Return the day that is taken as today."""
    return given.date() if given else datetime.now(UTC).astimezone().date()
