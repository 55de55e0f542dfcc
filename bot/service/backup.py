"""What a deployment must not lose, in one file: the releases of its counts, what is paused, which digest was sent.

It holds nothing of an open week, because the difference between two copies would show who asked. It holds no secret
either, and not the content, which has its own history.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any

from bot.core.count_cells import Cell
from bot.core.switches import Switches
from bot.counts.periods import end_of
from bot.counts.store import Release, Store, StoreError, is_postgres, opened
from bot.reports.monthly import before, task_of
from bot.service.count import OFF, database
from bot.service.settings import CannotStart, Settings
from bot.service.start import switchboard
from bot.state.storage import NotWritten
from bot.state.switch_place import DamagedSwitches, FilePlace, parsed, written

FORMAT = 1
_ABOUT = ("period", "threshold", "memories", "most", "noise")  # of a release
_FIELDS = {"format", "made", "digest", "releases", "switches"}


@dataclass(frozen=True, slots=True)
class Backup:
    """What a backup holds; ``digest`` is the month whose digest was sent last, or ``""``."""

    releases: tuple[Release, ...] = ()
    switches: Switches = Switches()  # noqa: RUF009 - it is a value
    digest: str = ""


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """How many releases and switches were restored; what was there already stays as it is."""

    releases: int
    switches: int


def backup_of(found: Settings, today: date) -> Backup:
    """Return what a deployment must not lose; raise CannotStart if some of it cannot be read."""
    with _usable():
        switches = switchboard(found).place.read()
        where = database(found)
        if where == OFF or not (is_postgres(where) or Path(where).exists()):
            return Backup(switches=switches)
        with closing(opened(where)) as store:
            month = before(f"{today:%Y-%m}")
            return Backup(store.releases(), switches, month if any(map(store.is_taken, _tasks(month))) else "")


def releases_lost(file: Path, now: Backup) -> int:
    """Return how many releases of an earlier backup are not in a new one; 0 if the file holds none."""
    try:
        earlier = unpacked(file.read_bytes())
    except (OSError, ValueError):
        return 0
    return len({each.period for each in earlier.releases} - {each.period for each in now.releases})


def bring_back(found: Settings, backup: Backup) -> RestoreResult:
    """Restore what is missing; raise CannotStart if it cannot be written."""
    with _usable():
        switches = _pause(switchboard(found).place, backup.switches)
        where = database(found)
        if where == OFF:
            return RestoreResult(0, switches)
        with closing(opened(where)) as store:
            return RestoreResult(_publish(store, backup), switches)


def packed(backup: Backup, today: date) -> bytes:
    """Return the bytes of a backup's file."""
    releases = [
        {name: getattr(each, name) for name in _ABOUT}
        | {"shown": [[*astuple(cell), shown] for cell, shown in sorted(each.shown.items())]}
        for each in backup.releases
    ]
    made = {"format": FORMAT, "made": today.isoformat(), "digest": backup.digest, "releases": releases}
    switches = json.loads(written(backup.switches))
    return (json.dumps({**made, "switches": switches}, ensure_ascii=False, indent=1) + "\n").encode()


def unpacked(data: bytes) -> Backup:
    """Return the backup that a file holds; raise ValueError with what is wrong if it does not hold a whole one."""
    try:
        found = json.loads(data.decode("utf-8"))
        if found["format"] == FORMAT:
            if set(found) != _FIELDS:
                raise KeyError
            releases = tuple(_release(each) for each in found["releases"])
            return Backup(releases, parsed(json.dumps(found["switches"]).encode()), str(found["digest"]))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError, DamagedSwitches):
        raise ValueError("it is not a complete backup") from None
    raise ValueError("it was made by a later Signpost")


def _release(found: Mapping[str, Any]) -> Release:
    shown = {Cell(str(kind), str(id)): int(people) for kind, id, people in found["shown"]}
    threshold, memories, most = numbers = [int(found[name]) for name in ("threshold", "memories", "most")]
    period, noise = str(found["period"]), float(found["noise"])
    if not all(0 <= each < 2**31 for each in (*numbers, noise, *shown.values())) or not end_of(period).year:
        raise ValueError(period)
    return Release(period, threshold, memories, shown, most, noise)


def _tasks(month: str) -> tuple[str, str]:
    return task_of(month), task_of(month, "mail")


def _publish(store: Store, backup: Backup) -> int:
    if backup.digest:
        for task in _tasks(backup.digest):
            store.finish(task)
    return sum(store.publish(each) for each in backup.releases)


def _pause(place: FilePlace, switches: Switches) -> int:
    """Pause what is in the backup and is not paused differently now, and return how much it is."""
    with place.alone():
        now = place.read()
        missing = tuple(each for each in switches.all if now.of(each.thing, each.id) is None)
        if missing:
            place.write(reduce(Switches.having, missing, now))
    return len(missing)


@contextmanager
def _usable() -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        raise CannotStart(f"the counts cannot be used: {error}. `signpost doctor` says more.") from None
    except (NotWritten, DamagedSwitches) as error:
        raise CannotStart(f"what is paused cannot be used: {error}. docs/red-switch.md says what to do.") from None
