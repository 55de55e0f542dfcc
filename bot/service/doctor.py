"""Check a deployment from where it runs: its settings and each part that it needs, each fault with its cure.

It writes nothing, and what it says holds no secret: it describes faults in our own words.
"""

import asyncio
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Literal, LiteralString
from urllib.parse import quote, urlsplit

import aiohttp

from bot import __version__
from bot.channels.talk import CannotConnect
from bot.channels.telegram.connection import connected, elsewhere
from bot.channels.telegram.webhook import error_kind
from bot.channels.web.monitoring import PARTS
from bot.core.library import LocalAdditions
from bot.counts.store import is_postgres
from bot.open_data.http_client import ask_once
from bot.service import start
from bot.service.count import OFF, database
from bot.service.live_guide import postcodes, unknown_roles, unsigned
from bot.service.run import shown, unknown_settings
from bot.service.settings import CannotStart, Settings
from bot.service.settings import settings as read
from bot.state.database import reason
from bot.state.storage import state_folder
from bot.state.switch_place import NAME, DamagedSwitches, last_good
from bot.state.switchboard import now

HealthStatus = Literal["ok", "warning", "fault"]
GROUP_LIMIT = Path("/sys/fs/cgroup/memory.max")
MEMORY = Path("/proc/meminfo")
_ENOUGH = {True: 384, False: 256}  # MB of memory for a process and a save of the content, with the encoder and without
_LEAST_DISK = 100  # MB
_WAIT = 5  # seconds
_MOST_BYTES = 100_000  # of an answer
_OFF_BY = 30.0  # seconds that a clock may be off
_LATELY = 3600.0  # seconds since a delivery failed
_MANY = 20  # messages that wait at Telegram
_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PartFound:
    """What was found about one part of a deployment, and what to do if something is wrong."""

    part: str
    grade: HealthStatus
    said: str
    cure: str = ""


_GradedNotes = Iterator[tuple[HealthStatus, str, str]]


def examined() -> Iterator[PartFound]:
    """Yield what is found about each part, the settings first; without them the others cannot be checked."""
    try:
        found = read()
    except CannotStart as error:
        yield PartFound("settings", "fault", str(error), "docs/settings.md lists every setting.")
        return
    looks: Mapping[str, Callable[[Settings], _GradedNotes]] = {
        "settings": _settings,
        "content": _content,
        "state": _state,
        "database": _database,
        "telegram": _telegram,
        "clock": _clock,
        "proxy": _proxy,
        "memory": _memory,
        "process": _process,
    }
    for part, look in looks.items():
        try:
            yield from (PartFound(part, *each) for each in look(found))
        except Exception as error:  # one part that cannot be checked must not hide the others
            said = f"It could not be checked ({type(error).__name__})."
            yield PartFound(part, "fault", said, "Report this: it is a fault in doctor itself.")


def _settings(found: Settings) -> _GradedNotes:
    unknown = dict(unknown_settings())
    for name, meant in unknown.items():
        cure = f"Write {meant}, if that is meant, or remove it." if meant else "Remove it."
        yield "warning", f"{name} is not a setting, and does nothing.", cure
    if not unknown:
        yield "ok", f"Set: {shown(found) or 'nothing'}.", ""


def _content(found: Settings) -> _GradedNotes:
    try:
        content = start.library(found)
        postcodes(found, content)
    except CannotStart as error:
        yield "fault", str(error), "Mend the content (`signpost check`); until then the last good content is shown."
        return
    if why := unknown_roles(found, content) or unsigned(found, content):
        yield "fault", why, "`signpost serve` refuses to start until then."
        return
    counted = f"{len(content.entries)} entries, {len(content.flows)} flows, {len(content.services)} services"
    yield "ok", f"{counted}: {content.content_id}.{_laid_over(found, content.local)}", ""


def _laid_over(found: Settings, local: LocalAdditions) -> str:
    """Return what the local folder lays over the shared content, if there is one."""
    shared = len(local.services) - len(local.own)
    parts = f"{len(local.own)} services, changes to {shared} others, additions to {len(local.entries)} entries"
    return f" Local, from {found.local}: {parts}." if found.local else ""


def _state(found: Settings) -> _GradedNotes:
    folder = found.state or state_folder()
    there = next(each for each in (folder, *folder.parents) if each.exists())
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        cure = "Set SIGNPOST_STATE to a folder that Signpost's user may write to."
        yield "fault", f"{folder} cannot be written, so pauses, counts and the last good content are not kept.", cure
        return
    if (free := shutil.disk_usage(there).free) < _LEAST_DISK * _MB:
        yield "warning", f"The disk of {folder} has {free // _MB} MB left.", "Make room there."
    try:
        last_good(folder / NAME)
    except DamagedSwitches as error:
        yield "fault", f"{error}.", "docs/red-switch.md says how to make them again."
        return
    yield "ok", f"{folder}", ""


def _database(found: Settings) -> _GradedNotes:
    where = database(found)
    if where == OFF:
        yield "ok", "Nothing is counted.", ""
    elif is_postgres(where):
        yield from _postgres(where)
    elif not Path(where).exists():
        yield "ok", f"{where} is made at the first start.", ""
    elif why := _unsound(where):
        cure = "The next start sets a damaged file aside and begins a new one; `signpost restore` fills it again."
        yield "fault", f"{where} cannot be used ({why}).", cure
    else:
        yield "ok", where, ""


def _unsound(file: str) -> str:
    try:
        with closing(sqlite3.connect(f"file:{quote(file)}?mode=ro", uri=True, timeout=_WAIT)) as opened:
            return "" if opened.execute("PRAGMA quick_check(1)").fetchone() == ("ok",) else "it is damaged"
    except sqlite3.Error as error:
        return reason(error) if isinstance(error, sqlite3.OperationalError) else "it is damaged"


def _postgres(where: str) -> _GradedNotes:
    try:
        may = _row(where, "SELECT has_schema_privilege(current_schema(), 'CREATE')")
    except ImportError:
        yield "fault", "psycopg is not installed.", "pip install 'signpost-bot[postgres]'"
    except Exception as error:
        yield "fault", f"The database cannot be used ({reason(error)}).", "Check SIGNPOST_DATABASE and the server."
    else:
        if not may:
            yield "fault", "The database's user may not create tables.", "GRANT CREATE ON SCHEMA public TO that user."
        yield "ok", "PostgreSQL answers.", ""


def _row(where: str, asked: LiteralString) -> Any:
    import psycopg

    with psycopg.connect(where, connect_timeout=_WAIT) as opened:
        row = opened.execute(asked).fetchone()
    return row[0] if row else None


def _telegram(found: Settings) -> _GradedNotes:
    if not found.telegram_token:
        yield "ok", "No token is set, so there is no Telegram.", ""
        return
    if found.webhook_url and not found.webhook_secret:
        yield "fault", "SIGNPOST_WEBHOOK_SECRET is not set.", "Set one of 32 characters or more."
    try:
        yield from asyncio.run(_asked(found))
    except CannotConnect as error:
        said, _, cure = str(error).partition(". ")
        yield "fault", f"{said.removesuffix('.')}.", cure or "docs/running.md says what to do."


async def _asked(found: Settings) -> list[tuple[HealthStatus, str, str]]:
    async with connected(found.telegram_token, found.telegram_api) as bot:
        hook = await bot.get_webhook_info()
        name = bot.username
    told: list[tuple[HealthStatus, str, str]] = []
    if hook.url not in ("", found.webhook_url):
        said, _, cure = elsewhere(hook.url).partition(". ")
        told.append(("fault", f"{said}.", cure))
    elif found.webhook_url and not hook.url:
        told.append(("warning", "Telegram has no address for this bot.", "Start `signpost serve`, which sets it."))
    if hook.last_error_date and (ago := (now() - hook.last_error_date).total_seconds()) < _LATELY:
        said = f"The last delivery failed {ago / 60:.0f} minutes ago ({error_kind(hook.last_error_message or '')})."
        told.append(("fault", said, "Check SIGNPOST_WEBHOOK_URL, its certificate and the proxy."))
    if hook.pending_update_count >= _MANY:
        cure = "Check that Signpost runs, and that SIGNPOST_WEBHOOK_URL can be reached from outside."
        told.append(("warning", f"{hook.pending_update_count} messages are waiting at Telegram.", cure))
    return told or [("ok", f"@{name} works.", "")]


def _clock(found: Settings) -> _GradedNotes:
    """Compare this machine's clock with those of machines that it calls anyway."""
    others = dict(_clocks(found))
    for name, at in others.items():
        if abs(off := (now() - at).total_seconds()) > _OFF_BY:
            far = f"{abs(off) / 60:.0f} minutes" if abs(off) >= 60 else f"{abs(off):.0f} seconds"
            said = f"This machine's clock is {far} {'ahead of' if off > 0 else 'behind'} {name}."
            yield "warning", said, "Set it over the network (timedatectl set-ntp true)."
            return
    yield "ok", f"It is {now():%Y-%m-%d %H:%M} UTC{', according to ' + ' and '.join(others) if others else ''}.", ""


def _clocks(found: Settings) -> Iterator[tuple[str, datetime]]:
    if found.telegram_token and (date := _got(found.telegram_api)[1]):
        yield "Telegram", parsedate_to_datetime(date)
    if is_postgres(found.database):
        with suppress(Exception):  # the look at the database says why
            yield "the database", _row(found.database, "SELECT now()")


def _proxy(found: Settings) -> _GradedNotes:
    if found.only_here:
        yield "ok", "Only this machine can reach the page, so no proxy is needed.", ""
        return
    if found.proxies == Settings().proxies and found.host not in ("127.0.0.1", "::1"):
        said = "SIGNPOST_PROXIES names only this machine: everybody who comes through another proxy is one client."
        yield "warning", said, "Name the proxy's address or network there."
    outside = urlsplit(found.public_url or found.webhook_url)
    if not outside.hostname:
        yield "ok", "Neither SIGNPOST_PUBLIC_URL nor SIGNPOST_WEBHOOK_URL says how others reach the page.", ""
        return
    url = f"{outside.scheme}://{outside.netloc}/notes.webmanifest"  # a proxy may keep /healthz from outside
    body, _, why = _got(url)
    if '"start_url"' in body:
        yield "ok", f"{url} is answered.", ""
    else:
        said = f"{url} is not answered by Signpost ({why or 'something else answers'})."
        yield "warning", said, "Check the name, the certificate and where the proxy sends requests."


def _got(url: str) -> tuple[str, str, str]:
    """Return the start of what an address answers, the date it gives, and why it does not answer."""
    try:
        status, headers, body = asyncio.run(ask_once(url, _WAIT, _MOST_BYTES, named=url))
    except aiohttp.ClientSSLError:
        return "", "", "its certificate is not accepted"
    except (aiohttp.ClientError, OSError, ValueError) as error:
        return "", "", type(getattr(error, "os_error", error)).__name__
    date = headers.get("Date", "")
    return (body.decode("utf-8", "replace"), date, "") if status == 200 else ("", date, f"status {status}")


def _memory(found: Settings) -> _GradedNotes:
    enough = _ENOUGH[found.encoder]
    limit = re.match(r"(\d+)", GROUP_LIMIT.read_text()) if GROUP_LIMIT.exists() else None
    free = re.search(r"MemAvailable: +(\d+)", MEMORY.read_text()) if MEMORY.exists() else None
    sizes = (("its limit is", limit, _MB), ("free memory is", free, 1024))
    if little := [
        f"{what} {size} MB" for what, given, unit in sizes if given and (size := int(given[1]) // unit) < enough
    ]:
        cure = f"Give it {enough} MB{', or set SIGNPOST_ENCODER=no' if found.encoder else ''}."
        yield "warning", f"A save of the content needs {enough} MB, and {' and '.join(little)}.", cure
    else:
        yield "ok", f"There is more than the {enough} MB needed.", ""


def _process(found: Settings) -> _GradedNotes:
    """Ask the program that runs here, if one does, how it is."""
    host = "127.0.0.1" if found.host in ("0.0.0.0", "::") else found.host  # noqa: S104 - it is not listened on
    own = f"http://{f'[{host}]' if ':' in host else host}:{found.port}/healthz"
    body, _, why = _got(own)
    try:
        said = json.loads(body)
    except ValueError:
        yield "ok", f"No Signpost answers at {own} now ({why or 'something else does'}).", ""
        return
    bad = {part: str(said[part]) for part, good, _ in PARTS.values() if part in said and not good(str(said[part]))}
    if said.get("version") != __version__:
        cure = "Start the program again with this version."
        yield "warning", f"Version {said.get('version')} is running, and this is {__version__}.", cure
    for part, state in bad.items():
        yield "fault", f"{part}: {state}.", "docs/runbook.md says what to do for each."
    if not bad:
        yield "ok", f"It answers at {own}.", ""
