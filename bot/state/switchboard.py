"""The switches as a running process has them: looked for every few seconds, and the guide as they leave it."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from bot.core.guide import Guide, with_switches
from bot.core.hours import LONDON
from bot.core.switches import Switches
from bot.state.switch_file import Damaged, read
from bot.state.switch_place import FilePlace, SwitchPlace

SECONDS = 5.0  # between two looks at the file: others see a switch within so many, and the answer that finds it
Signature = tuple[int, ...]


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


class Switchboard:
    """Knows the switches of a file, and keeps the guide that they leave.

    In the path of an answer it costs a look at a clock, and every few seconds the question of the file's date; only a
    file that has changed is read. One that is damaged or gone leaves the last good switches on.

    Args:
        path: the file.
        warn: told in one line, without content, when the file cannot be used or is gone.
        clock: returns the time, for the day it is.
        steady: returns seconds that only go forward.
        seconds: between two looks.
        place: where the switches are changed; the file if not said.
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
        """The time, with its zone."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day it is in Scotland."""
        return self.now.astimezone(LONDON).date()

    def switches(self) -> Switches:
        """Return all switches, as they were a few seconds ago or are now."""
        at = self._steady()
        if self._looked is None or not 0 <= at - self._looked < self._seconds:
            with self._lock:  # else an older reading could be kept for a newer one
                self._looked = at
                self._look()
        return self._switches

    def look(self) -> None:
        """Look at the file now, such as when this process has just written it."""
        self._looked = None
        self.switches()

    def apply(self, whole: Guide) -> Guide:
        """Return the guide as the switches leave it today; made anew only when one of these has changed."""
        switches, today = self.switches(), self.today
        made = self._made
        if made is None or made[0] is not whole or made[1] is not switches or made[2] != today:
            made = self._made = (whole, switches, today, with_switches(whole, switches, today))
        return made[3]

    def status(self) -> str:
        """Say how many switches are on, and what is wrong with the file, for the health page."""
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
    """Return what changes with every writing of a file, or None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError:
        return (0,)  # it is there, or may be, and cannot be looked at: reading it says what is wrong
    return (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
