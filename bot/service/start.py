"""What every command needs first: settings, content and guide, or one clear line that says what is missing.

Only small modules are imported at the top: a process that serves starts loading its content before it imports the rest.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.channels.error_handler import log, set_up_logging
from bot.content.faults import ContentError
from bot.content.load_in_process import find_content, loading_in_fork
from bot.content.watcher import SECONDS, FolderSnapshot, snapshot
from bot.core.library import Library
from bot.service import settings as deployment
from bot.service.settings import CannotStart, Settings
from bot.state import last_good
from bot.state.last_good import LastGood, NoneKept, laid_out
from bot.state.storage import NotWritten, cache_folder, state_folder
from bot.state.switch_place import NAME

if TYPE_CHECKING:
    from datetime import datetime

    from bot.core.guide import Guide
    from bot.core.switches import Switches
    from bot.hearing import Hearing, LibraryHearing
    from bot.service.content_reloader import ContentReloader, FirstContent
    from bot.service.live_guide import GuideBuilder, LiveGuide
    from bot.state.address_keys import AddressKeys
    from bot.state.admin_records import AdminRecords
    from bot.state.switchboard import Switchboard

    Content = tuple[Library, LibraryHearing | None]  # and its hearing, where it was kept


class NotAllowedError(ContentError):
    """The content has no faults, but this deployment must not show it."""


def settings(**given: object) -> Settings:
    """Return the deployment's settings; those given on the command line replace the environment's."""
    found = deployment.settings(**given)
    set_up_logging(found.log_level)
    return found


def hearing() -> "Hearing":
    """Return what hears messages, read once in a process; raise CannotStart if its data is missing or damaged."""
    from bot.hearing import Hearing
    from bot.hearing.data import DamagedDataError

    try:
        return Hearing.load()
    except DamagedDataError as error:
        raise CannotStart(str(error)) from None


def content_folder(found: Settings) -> Path:
    """Return the folder of the content, and warn if the current folder also has content and is a different one."""
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
    from bot.content.loader import load

    folder = content_folder(found)
    try:
        return load(folder, found.local, drafts=drafts)
    except ContentError as error:
        raise CannotStart(_unusable(folder, error)) from None


def guide(found: Settings) -> "Guide":
    """Return the guide, without an encoder."""
    from bot.service import live_guide

    return live_guide.guide(found, library(found))


def live_guide(found: Settings, *, wait: bool = False, board: "Switchboard | None" = None) -> "LiveGuide":
    """Return a live guide whose content is loaded once; words and letters decide until the encoder is loaded."""
    from bot.service.live_guide import LiveGuide

    live = LiveGuide(guide(found), encoder=found.encoder, cache=found.cache, board=board)
    if wait:
        live.wait()
    return live


def switchboard(found: Settings) -> "Switchboard":
    """Return the switches of this process; with PostgreSQL, those that all machines share are copied to its file."""
    path = (found.state or state_folder()) / NAME
    from bot.counts.store import is_postgres
    from bot.state.switchboard import Switchboard

    if not is_postgres(found.database):
        return Switchboard(path, warn=log.error)
    if find_spec("psycopg") is None:
        raise CannotStart("SIGNPOST_DATABASE names PostgreSQL, which needs pip install 'signpost-bot[postgres]'.")
    from bot.state.shared_place import SharedPlace

    place = SharedPlace(found.database, path, warn=log.error)
    place.bring()
    return Switchboard(path, warn=log.error, place=place)


def admin_records(found: Settings) -> "AdminRecords":
    """Return what the admins' page remembers: in the database that all machines share, or else beside the switches."""
    from bot.counts.store import is_postgres
    from bot.state.admin_records import NAME, AdminRecords
    from bot.state.secret import Secret

    where = found.database if is_postgres(found.database) else (found.state or state_folder()) / NAME
    return AdminRecords(where, Secret(found.admin_secret, found.admin_secret_file), warn=log.error)


def address_keys(found: Settings, clock: "Callable[[], datetime]") -> "AddressKeys":
    """Return the keys of the page's addresses: shared in PostgreSQL or a state folder, or else of this process."""
    from bot.counts.store import is_postgres
    from bot.state import address_keys as kept

    if is_postgres(found.database):
        keys = kept.AddressKeys(clock, kept.in_database(found.database), log.error)
    elif found.state is not None:
        keys = kept.AddressKeys(clock, kept.in_file(found.state / kept.NAME), log.error)
    else:
        keys = kept.AddressKeys(clock)
    keys.follow()
    return keys


def switches(found: Settings) -> "Switches":
    """Return what is paused now; raise CannotStart if that cannot be read."""
    board = switchboard(found)
    if (known := board.switches()) is None:
        raise CannotStart(f"What is paused cannot be read: {board.status()}. docs/red-switch.md says what to do.")
    return known


def reloader(
    found: Settings,
    board: "Switchboard | None" = None,
    *,
    public: bool = False,
    serves: bool = True,
    seconds: float = SECONDS,
    meanwhile: Callable[[], object] = lambda: None,
) -> "ContentReloader":
    """Start to answer from the content, and from each good save of it.

    If the content has faults now, the last good content is used until they are corrected.

    Args:
        board: what is paused; the deployment's own if None.
        public: whether to refuse content that is not signed off if machines other than this one could see it.
        serves: whether `signpost pause` waits until this process has taken a switch.
        meanwhile: what else to do while the content is loaded, such as importing the server; it must start no thread.

    Raises:
        CannotStart: there is no content that may be shown, or a setting does not fit it.
    """
    folder = found.content or find_content()
    kept_at = (found.state or state_folder()) / last_good.NAME
    last = LastGood(kept_at, folder, found.local) if found.content or found.local else None
    held = snapshot(folder, found.local)  # before it is loaded, so that a later save is noticed
    with _loading(found, folder, held) as loaded:
        from bot.service.content_reloader import ContentReloader
        from bot.service.live_guide import LiveGuide, builder

        meanwhile()
        build = builder(found, public=public)
        first = _first(folder, found.local, held, loaded, build, last)
    board = board or switchboard(found)
    _follow(board, found, serves=serves)
    live = LiveGuide(first.guide, encoder=found.encoder, cache=found.cache, board=board)
    made = ContentReloader(live, folder, first, build, last, local=found.local, seconds=seconds)
    made.start()
    return made


@contextmanager
def _loading(found: Settings, folder: Path, held: FolderSnapshot) -> Iterator[Callable[[], "Content"]]:
    """Yield a function that returns the content, with its hearing if both were kept for this start."""
    both = _prepared(found, held)
    if both is not None:
        yield lambda: both
        return
    with loading_in_fork(folder, found.local) as loaded:
        yield lambda: (loaded(), None)


def _prepared(found: Settings, held: FolderSnapshot) -> "Content | None":
    """Return what was kept for this start; None also if looking for it fails, because the content can still be read."""
    from bot.service.prepared_content import kept

    try:
        file = _prepared_file(found, held)
        there = file.exists()
    except (OSError, RuntimeError):  # no home folder, one that may not be looked into, no file of postcodes
        return None
    return kept(file, hearing()) if there else None


def _prepared_file(found: Settings, held: FolderSnapshot) -> Path:
    from bot.service.prepared_content import prepared_file

    return prepared_file(found.cache or cache_folder(), held.digest, found.postcodes)


def prepare(found: Settings) -> None:
    """Keep the content and its hearing, and the vectors of its texts, for later starts.

    Raises:
        CannotStart: the content has faults, the folder cannot be written, or the encoder cannot be used.
    """
    from bot.service.live_guide import LiveGuide

    live = LiveGuide(prepare_content(found), encoder=found.encoder, cache=found.cache)
    live.wait()
    if found.encoder and live.status() != "ready":
        raise CannotStart(f"the encoder is not used: {live.status()}. Messages are matched by words and letters alone.")


def prepare_content(found: Settings) -> "Guide":
    """Keep the content and its hearing for later starts, and return the guide of it; raise CannotStart as `prepare`."""
    from bot.hearing import LibraryHearing
    from bot.service.prepared_content import keep

    held, made = snapshot(content_folder(found), found.local), guide(found)
    file = _prepared_file(found, held)
    try:
        keep(file, made.library, LibraryHearing.of(made.hearing), hearing())
    except (NotWritten, OSError) as error:
        raise CannotStart(f"{file.parent} cannot be written ({error}). Set SIGNPOST_CACHE to another folder.") from None
    return made


def _follow(board: "Switchboard", found: Settings, *, serves: bool) -> None:
    """Check the switches from now on; without a folder of its own for state, a process leaves nothing on the disk."""
    if found.state is not None:
        with suppress(OSError):
            found.state.mkdir(parents=True, exist_ok=True)
    board.follow(serves=serves, tell=log.info)


def _first(
    folder: Path,
    local: Path | None,
    held: FolderSnapshot,
    loaded: Callable[[], "Content"],
    build: "GuideBuilder",
    last: LastGood | None,
) -> "FirstContent":
    from bot.service.content_reloader import FirstContent

    try:
        return FirstContent(build(*loaded()), held)
    except ContentError as error:
        try:
            if last is None:
                raise NoneKept("the content of the package is not kept")
            kept = last.kept()
            with laid_out(kept) as folders, loading_in_fork(*folders) as good:
                return FirstContent(build(good()), FolderSnapshot({}, held.digest), error.faults, kept.at)
        except (NoneKept, ContentError, OSError):
            if local is not None:  # its faults must not take the shared content down
                with suppress(ContentError), loading_in_fork(folder) as shared:
                    return FirstContent(build(shared()), FolderSnapshot({}, held.digest), error.faults)
            raise CannotStart(_unusable(folder, error)) from None


def _unusable(folder: Path, error: ContentError) -> str:
    if isinstance(error, NotAllowedError):
        return "\n".join(fault.message for fault in error.faults)
    if not folder.is_dir():
        return f"SIGNPOST_CONTENT names the folder {folder}, which is not there."
    return f"the content in {folder} has faults and was not used.\n{error}"
