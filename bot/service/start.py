"""What every command builds first: settings, content and guide, or one clear line that says what is missing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import click

from bot.channels.error_handler import close_the_door, log
from bot.content.faults import FILE, Fault
from bot.content.load_in_process import load_in_a_copy
from bot.content.loader import ContentError, find_content, load
from bot.content.watcher import SECONDS, Saved, saved
from bot.core import guide as guides
from bot.core.assurance import needed_with, standing
from bot.core.guide import Guide
from bot.core.library import Entry, Flow, Library
from bot.counts.opening import is_postgres
from bot.hearing.places.postcodes import NotPostcodes, Postcodes, unpacked
from bot.service import settings as deployment
from bot.service.content_reloader import Living, Start
from bot.service.live_guide import Preparing
from bot.service.settings import Settings, SettingsError
from bot.state import last_good
from bot.state.last_good import Kept, LastGood, NoneKept, laid_out
from bot.state.switch_file import NAME, state_folder
from bot.state.switch_place import SharedPlace
from bot.state.switchboard import Switchboard

_UNKNOWN_COUNCILS = "SIGNPOST_POSTCODES: {} holds councils that areas.yaml does not. Make it again."
EXIT_FAULTS = 1
EXIT_CANNOT_START = 2


class CannotStart(click.ClickException):
    """Something is missing to start with; one clear line says what."""

    exit_code = EXIT_CANNOT_START


def settings(**given: object) -> Settings:
    """Return what the deployment decides, with what the command line gives before it."""
    try:
        found = deployment.settings(**given)
    except SettingsError as error:
        raise CannotStart(str(error)) from None
    close_the_door(found.log_level)
    return found


class _NotAllowedError(ContentError):
    """The content is sound, and this deployment must not show it."""


def guide(found: Settings) -> Guide:
    """Return the guide, without an encoder."""
    content = library(found)
    if unknown := unknown_roles(found, content):
        raise CannotStart(unknown)
    return _signed(found, guides.guide(content, postcodes=postcodes(found, content)))


def _signed(found: Settings, made: Guide) -> Guide:
    """Return a guide that knows who has to sign words off in this deployment, and whether it says its content's id."""
    return replace(made, sign_offs=needed_with(found.sign_off_roles), shows_content_id=found.show_content_id)


def unsigned(found: Settings) -> Callable[[Library], str]:
    """Return what says why unsigned words are not shown to others than this machine, unless the deployment says so."""

    def why(library: Library) -> str:
        if found.local or found.allow_unsigned:
            return ""
        needed = needed_with(found.sign_off_roles)
        things: tuple[Entry | Flow, ...] = (*library.entries.values(), *library.flows.values())
        lacking = sum(not standing(thing, library, needed).complete for thing in things)
        if not lacking:
            return ""
        return (
            f"{lacking} of {len(things)} entries and flows are not signed off by all who have to "
            f"({', '.join(needed)}). To serve them to others all the same, with a line on every card that says so, set "
            "SIGNPOST_ALLOW_UNSIGNED=yes."
        )

    return why


def unknown_roles(found: Settings, content: Library) -> str:
    """Say which roles have to sign words off and are not in the content, or nothing."""
    roles = content.vocabulary.sign_off_roles
    unknown = ", ".join(role for role in found.sign_off_roles if role not in roles)
    if not unknown:
        return ""
    return (
        f"SIGNPOST_SIGN_OFFS: vocabulary.yaml has no {unknown} under sign_off_roles; write some of {', '.join(roles)}."
    )


def postcodes(found: Settings, content: Library) -> Postcodes | None:
    """Return the councils of whole postcodes where the deployment has them."""
    whole = _postcodes(found)
    if whole is not None and not _known(whole, content):
        raise CannotStart(_UNKNOWN_COUNCILS.format(found.postcodes))
    return whole


def _postcodes(found: Settings) -> Postcodes | None:
    path = found.postcodes
    if path is None:
        return None
    try:
        return unpacked(path.read_bytes())
    except OSError as error:
        raise CannotStart(f"SIGNPOST_POSTCODES: {path} cannot be read: {error.strerror}.") from None
    except NotPostcodes as error:
        raise CannotStart(f"SIGNPOST_POSTCODES: {path} {error}. Make it with `signpost areas import`.") from None


def _known(whole: Postcodes, content: Library) -> bool:
    return {gss for group in whole.groups for gss in group} <= set(content.areas.councils)


def content_folder(found: Settings) -> Path:
    """Return the folder of the content, and say which it is where she who asks stands in another that holds some."""
    if found.content is not None:
        return found.content
    folder = find_content()
    _say_where(folder, Path.cwd())
    return folder


@cache  # once is enough
def _say_where(folder: Path, here: Path) -> None:
    if here.resolve() != folder.resolve() and all((here / part).is_dir() for part in ("guidance", "flows")):
        words = f"This is about the content in {folder}, not about the folder you are in. For that: SIGNPOST_CONTENT=."
        click.echo(words, err=True)


def library(found: Settings, *, drafts: bool = False) -> Library:
    """Return the content as staff are shown it, or with its drafts."""
    folder = content_folder(found)
    try:
        return load(folder, drafts=drafts)
    except ContentError as error:
        raise CannotStart(_unusable(folder, error)) from None


def _unusable(folder: Path, error: ContentError) -> str:
    if isinstance(error, _NotAllowedError):
        return "\n".join(fault.message for fault in error.faults)
    if not folder.is_dir():
        return f"SIGNPOST_CONTENT names the folder {folder}, which is not there."
    return f"the content in {folder} has faults and was not used.\n{error}"


def switchboard(found: Settings) -> Switchboard:
    """Return the red switch as this process has it; with PostgreSQL, what all machines share is brought to its file."""
    path = (found.state or state_folder()) / NAME
    if not is_postgres(found.counts_at):
        return Switchboard(path, warn=log.warning)
    if find_spec("psycopg") is None:
        raise CannotStart("SIGNPOST_DATABASE names PostgreSQL: pip install 'signpost-bot[postgres]' makes it usable.")
    place = SharedPlace(found.counts_at, path, warn=log.warning)
    place.start()
    return Switchboard(path, warn=log.warning, place=place)


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


def living(
    found: Settings,
    board: Switchboard,
    *,
    wait: bool = False,
    refused: Callable[[Library], str] = lambda content: "",
    seconds: float = SECONDS,
) -> Living:
    """Start to answer from the content, and from each good save of it from then on.

    Where the content is broken now, what was kept of it when it was last good takes its place until it is mended.

    Args:
        found: what the deployment decides.
        board: the red switch.
        wait: whether to return only when all is ready.
        refused: says why this deployment must not show a content, or nothing.
        seconds: between two looks at the folder.
    """
    folder = found.content or find_content()
    whole = _postcodes(found)

    def build(content: Library) -> Guide:
        if why := unknown_roles(found, content) or refused(content):
            raise _NotAllowedError((Fault("guidance", 1, 1, why, FILE),))
        if whole is not None and not _known(whole, content):
            raise _NotAllowedError(
                (Fault("guidance/areas.yaml", 1, 1, _UNKNOWN_COUNCILS.format(found.postcodes), FILE),)
            )
        return _signed(found, guides.guide(content, postcodes=whole))

    kept = LastGood((found.state or state_folder()) / last_good.NAME, folder) if found.content else None
    start = _start(folder, build, kept)
    prepared = Preparing(start.guide, encoder=found.encoder, cache=found.cache, board=board)
    made = Living(prepared, folder, start, build, kept, seconds=seconds)
    made.start()
    if wait:
        prepared.wait()
    return made


def _start(folder: Path, build: Callable[[Library], Guide], last: LastGood | None) -> Start:
    held = saved(folder)
    try:
        return Start(build(load_in_a_copy(folder)), held)
    except ContentError as error:
        try:
            if last is None:
                raise NoneKept("the content of the package is not kept")
            kept = last.kept()
            return Start(_built(kept, build), Saved({}, held.digest), error.faults, kept.at)
        except (NoneKept, ContentError, OSError):
            raise CannotStart(_unusable(folder, error)) from None


def _built(kept: Kept, build: Callable[[Library], Guide]) -> Guide:
    with laid_out(kept) as folder:
        return build(load_in_a_copy(folder))


def day(given: datetime | None) -> date:
    """Return the day that is taken as today."""
    return given.date() if given else datetime.now(UTC).astimezone().date()
