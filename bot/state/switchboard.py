"""The switches in a running process: checked every few seconds, applied to the guide, and confirmed to admins.

A serving process says so in its own file, which it keeps locked: the lock ends with the process, however it ends.
"""

import json
import os
import platform
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from secrets import token_hex

from bot.core.guide import Guide, with_switches
from bot.core.hours import LONDON
from bot.core.switches import Switches
from bot.state.storage import READABLE, locked
from bot.state.switch_place import DamagedSwitches, FilePlace, ServingProcess, copy_of, digest, keep_twice, read

SECONDS = 5.0  # seconds between two checks of the file by processes that answer
FOLLOWED = 3.0  # seconds between two checks of the database and the file while nobody asks
_STOP = 2.0  # seconds to wait for a check that is under way
_FIRST = 0.25  # seconds to wait for the first check, which another thread has begun
_MARK = "serving-"
_LONGEST_MARK = 512  # bytes
Signature = tuple[int, ...]


def now() -> datetime:
    """Return the time, with its time zone."""
    return datetime.now(UTC)


class Switchboard:
    """Knows the switches in a file, and keeps the guide with them applied.

    For each answer this checks the clock and, every few seconds, the file's date; the file is read only if it has
    changed. If it is damaged or gone, the last good switches stay on. A process that has not read any yet takes the
    second copy, and until it knows them, there is no guide.

    Args:
        warn: called with one line, without content, when the file cannot be used or is gone.
        place: where the switches are changed; the file by default.
    """

    def __init__(
        self,
        path: Path,
        warn: Callable[[str], None] = lambda line: None,
        clock: Callable[[], datetime] = now,
        steady: Callable[[], float] = time.monotonic,
        seconds: float = SECONDS,
        place: FilePlace | None = None,
    ) -> None:
        self.path = path
        self.place = place or FilePlace(path)
        self._warn, self._clock, self._steady, self._seconds = warn, clock, steady, seconds
        self._lock = threading.Lock()
        self._looked: float | None = None
        self._seen: Signature | None = None
        self._switches: Switches | None = None
        self._taken_at = clock()
        self._wrong = ""
        self._made: tuple[Guide, Switches, date, Guide] | None = None
        self._name, self._mark = "", -1  # this process's name, if it serves, and its open file
        self._inform: Callable[[str], None] = lambda line: None
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def now(self) -> datetime:
        return self._clock()

    @property
    def today(self) -> date:
        return self.now.astimezone(LONDON).date()

    def switches(self) -> Switches | None:
        """Return all switches, or None until they can be read; they may be a few seconds old."""
        at = self._steady()
        if self._looked is None or not 0 <= at - self._looked < self._seconds:
            with self._lock:  # without it, an older reading could replace a newer one
                self._looked = at
                self._look()
        elif self._switches is None and self._lock.acquire(
            timeout=_FIRST
        ):  # another thread may be reading them just now
            self._lock.release()
        return self._switches

    def look(self) -> None:
        """Check the file now, for example when this process has just written it."""
        self._looked = None
        self.switches()

    def apply(self, whole: Guide) -> Guide | None:
        """Return the guide with today's switches applied, or None until they are known.

        It is made again only if the guide, the switches or the date change.
        """
        switches, today = self.switches(), self.today
        if switches is None:
            return None
        made = self._made
        if made is None or made[0] is not whole or made[1] is not switches or made[2] != today:
            made = self._made = (whole, switches, today, with_switches(whole, switches, today))
        return made[3]

    def status(self) -> str:
        """Return a line for the health page that says how many switches are on, and what is wrong."""
        switches = self.switches()
        if switches is None:
            return f"not read: {self._wrong}" + (f" ({self.place.wrong})" if self.place.wrong else "")
        wrong = "; ".join(filter(None, (self._wrong, self.place.wrong)))
        return f"{len(switches.on(self.today))} on" + (f", {wrong}: the last good ones apply" if wrong else "")

    def processes(self) -> tuple[ServingProcess, ...]:
        """Return the processes known to serve with these switches."""
        found = {each.name: each for each in (*self.place.processes(), *_marked(self.path.parent))}
        return tuple(found.values())

    def follow(self, *, serves: bool = True, tell: Callable[[str], None] = lambda line: None) -> None:
        """Check the switches even if nobody asks; if this process serves, tell admins which it has taken.

        Args:
            tell: called with one line for each switch that comes or goes.
        """
        self._inform = tell
        self._name = f"process {os.getpid()} on {platform.node()} ({token_hex(2)})" if serves else ""
        self._stop.clear()
        self._thread = threading.Thread(target=self._follow, name="switches", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop following, and no longer report that this process serves."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join(_STOP)
        if self._mark >= 0:
            os.close(self._mark)
            self._mark = -1
            with suppress(OSError):
                self._mark_file.unlink()
        if self._name:
            self.place.leave(self._name)

    @property
    def _mark_file(self) -> Path:
        return self.path.with_name(f"{_MARK}{self._name[-5:-1]}")

    def _follow(self) -> None:
        while not self._stop.is_set():
            try:
                self.place.bring(self._told)
            except Exception as error:  # whatever fails, it looks again, and the health page says so until then
                wrong = f"the switches could not be looked at ({type(error).__name__})"
                if wrong != self.place.wrong:
                    self._warn(wrong)
                self.place.wrong = wrong
            self._stop.wait(FOLLOWED)

    def _told(self) -> ServingProcess | None:
        """Look at the file, and report which switches this process has taken."""
        self.look()
        keep_twice(self.path)
        if not self._name:
            return None
        told = ServingProcess(self._name, digest(self._switches) if self._switches else "", self._taken_at)
        with suppress(OSError):  # without a folder to write to, only the database gets the report
            if self._mark >= 0 and not self._mark_file.exists():
                os.close(self._mark)
                self._mark = -1
            if self._mark < 0:
                self._mark = os.open(self._mark_file, os.O_RDWR | os.O_CREAT, READABLE)
                locked(self._mark, shared=False)
            line = json.dumps([told.name, told.taken, told.at.isoformat()])
            os.lseek(self._mark, 0, os.SEEK_SET)
            os.write(self._mark, line.ljust(_LONGEST_MARK).encode())  # in one piece, over the last one
        return told

    def _look(self) -> None:
        seen, first = _signature(self.path), self._switches is None
        if seen == self._seen and not first:
            return
        self._seen, found, wrong = seen, None, ""
        try:
            found = read(self.path)
            if found is None and (not first or copy_of(self.path).exists()):
                wrong = "the file of switches is gone"
        except DamagedSwitches:
            wrong = "the file of switches is damaged"
        try:
            found = self.place.kept() if first and found is None else found
        except DamagedSwitches as error:
            wrong = str(error)
        if found is not None:
            before, self._switches, self._taken_at = self._switches or found, found, self._clock()
            for each in set(found.all) - set(before.all):
                self._inform(f"{each.thing} {each.id} is {each.state} until {each.until}")
            for thing, id in {(e.thing, e.id) for e in before.all} - {(e.thing, e.id) for e in found.all}:
                self._inform(f"{thing} {id} is no longer off")
        self._say(wrong)

    def _say(self, wrong: str) -> None:
        if wrong and wrong != self._wrong:
            known = self._switches is not None
            self._warn(f"{wrong}; the last good ones apply" if known else f"{wrong}; only urgent help is shown")
        self._wrong = wrong


def _marked(folder: Path) -> Iterator[ServingProcess]:
    """Yield the processes with locked files; a file that nobody has locked is from a process that was killed."""
    for path in sorted(folder.glob(f"{_MARK}*")):
        with suppress(OSError, ValueError), path.open("rb") as file:
            if locked(file.fileno(), shared=True):
                path.unlink()
                continue
            name, taken, at = json.loads(file.read(_LONGEST_MARK))
            yield ServingProcess(str(name), str(taken), datetime.fromisoformat(at))


def _signature(path: Path) -> Signature | None:
    """Return a value that changes whenever a file is written, or None if there is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return (0,)  # it exists, or may exist, but cannot be examined: reading it will say what is wrong
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
