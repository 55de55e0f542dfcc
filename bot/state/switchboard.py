"""The switches in a running process: checked every few seconds, and applied to the guide."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from bot.core.guide import Guide, with_switches
from bot.core.hours import LONDON
from bot.core.switches import Switches
from bot.state.switch_place import Damaged, FilePlace, SwitchPlace, read

SECONDS = 5.0  # seconds between two checks of the file; the slowest another process can be to see a switch
Signature = tuple[int, ...]


def now() -> datetime:
    """Return the time, with its time zone."""
    return datetime.now(UTC)


class Switchboard:
    """Knows the switches in a file, and keeps the guide with them applied.

    For an answer this costs a look at the clock and, every few seconds, a check of the file's date; the file is read
    only if it has changed. If it is damaged or gone, the last good switches stay on.

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
        place: SwitchPlace | None = None,
    ) -> None:
        self.path = path
        self.place = place or FilePlace(path)
        self._warn, self._clock, self._steady, self._seconds = warn, clock, steady, seconds
        self._lock = threading.Lock()
        self._looked: float | None = None
        self._seen: Signature | None = None
        self._switches = Switches()
        self._file = "none"
        self._made: tuple[Guide, Switches, date, Guide] | None = None

    @property
    def now(self) -> datetime:
        return self._clock()

    @property
    def today(self) -> date:
        return self.now.astimezone(LONDON).date()

    def switches(self) -> Switches:
        """Return all switches; the reading may be a few seconds old."""
        at = self._steady()
        if self._looked is None or not 0 <= at - self._looked < self._seconds:
            with self._lock:  # without it, an older reading could replace a newer one
                self._looked = at
                self._look()
        return self._switches

    def look(self) -> None:
        """Check the file now, for example when this process has just written it."""
        self._looked = None
        self.switches()

    def apply(self, whole: Guide) -> Guide:
        """Return the guide with today's switches applied; it is made again only if guide, switches or date change."""
        switches, today = self.switches(), self.today
        made = self._made
        if made is None or made[0] is not whole or made[1] is not switches or made[2] != today:
            made = self._made = (whole, switches, today, with_switches(whole, switches, today))
        return made[3]

    def status(self) -> str:
        """Return a line for the health page that says how many switches are on, and what is wrong with the file."""
        on = len(self.switches().on(self.today))
        wrong = {"damaged": "the file is damaged", "gone": "the file is gone"}.get(self._file)
        return f"{on} on" if wrong is None else f"{on} on, {wrong}: the last good ones stand"

    def _look(self) -> None:
        seen = _signature(self.path)
        if seen == self._seen:
            return
        self._seen = seen
        if seen is None:
            self._say("gone" if self._file in ("good", "damaged") else self._file)
            return
        try:
            self._switches = read(self.path)
            self._say("good")
        except Damaged:
            self._say("damaged")

    def _say(self, file: str) -> None:
        if file != self._file and file in ("damaged", "gone"):
            self._warn(f"the file of switches is {file}; the last good ones stand")
        self._file = file


def _signature(path: Path) -> Signature | None:
    """Return a value that changes whenever a file is written, or None if there is no file."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return (0,)  # it exists, or may exist, but cannot be examined: reading it will say what is wrong
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
