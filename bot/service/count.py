"""The counter of a running process: a thread counts turns without delaying answers, and writes them on a fixed beat.

The call that a turn makes leaves a few ids in a queue. It takes a person's number or network, replaces it with a name
that is lost when the process ends, and keeps nothing else of it when it returns.
"""

import atexit
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.channels.error_handler import log, report
from bot.core.count_cells import Cell, Parts, cells, counted
from bot.core.library import Library
from bot.core.reply import Event, Turn
from bot.counts.store import NAME, opened
from bot.counts.writer import Closer, Writer
from bot.hearing import Hearing
from bot.hearing.unmet_words import vocabulary
from bot.service.settings import Settings
from bot.state.storage import state_folder

MOST_WAITING = 2_000  # turns; any more are not counted
GATHERED = 0.5  # seconds that turns wait for each other: waking the thread that writes them for each would cost more
STOP = 5.0  # seconds allowed for writing the rest when the process stops


@dataclass(slots=True)
class _WaitingTurn:
    cells: tuple[Cell, ...]
    person: bytes


class Counter:
    """Counts what happens in a process."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._waiting: deque[_WaitingTurn] = deque()
        self._some, self._over = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="counts", daemon=True)
        self._thread.start()

    def record(self, events: Iterable[Event], channel: str, person: int | str = "") -> None:
        """Count a turn, without waiting for it."""
        cells = counted(events, channel)
        if cells and len(self._waiting) < MOST_WAITING:
            self._waiting.append(_WaitingTurn(cells, self._writer.memory.name(person)))
            if not self._some.is_set():
                self._some.set()

    def status(self) -> str:
        """Return a line for the health page that says whether counts are being written."""
        return self._writer.status

    def close(self) -> None:
        self._over.set()
        self._some.set()
        self._thread.join(STOP)

    def _run(self) -> None:
        while not self._over.is_set():
            self._writer.look()
            if self._some.wait(self._writer.pause):
                self._over.wait(GATHERED)
                self._some.clear()
                self._write()
        self._write()
        self._writer.close()

    def _write(self) -> None:
        while self._waiting:
            turn = self._waiting.popleft()
            self._writer.write(turn.cells, turn.person)


OFF = "none"  # the setting that turns counting off


def database(settings: Settings) -> str:
    """Return where a deployment counts: a path, an address, or ``none``."""
    named = settings.database or str((settings.state or state_folder()) / NAME)
    return named if named == OFF or "://" in named else str(Path(named).expanduser().absolute())


class Counting:
    """Counts the turns of a process, if the deployment wants that."""

    def __init__(self, settings: Settings, library: Callable[[], Library]) -> None:
        self._library = library
        self._known: tuple[Library, Parts] | None = None
        self._counter: Counter | None = None
        where = database(settings)
        if where != OFF:
            closer = Closer(epsilon=settings.epsilon)
            writer = Writer(lambda: opened(where), self._parts, closer, warn=log.warning, secret=settings.count_secret)
            self._counter = Counter(writer)
            atexit.register(self._counter.close)

    def count(self, turn: Turn, channel: str, person: int | str = "") -> None:
        """Count a turn of a person's number or a network, without waiting; a failure does not affect the answer."""
        try:
            if self._counter and turn.events:
                self._counter.record(turn.events, channel, person)
        except Exception as error:
            report(error)

    def close(self) -> None:
        """Write what is waiting, and stop counting."""
        if self._counter is not None:
            self._counter.close()
            atexit.unregister(self._counter.close)

    def health(self) -> Mapping[str, str]:
        """Return whether counts are being written, for the health page."""
        return {"counts": self._counter.status() if self._counter else "not used"}

    def _parts(self) -> Parts:
        """Return the cells of the live content; they are worked out again only when it changes."""
        library, known = self._library(), self._known
        if known is None or known[0] is not library:
            known = self._known = library, cells(library, vocabulary(library, Hearing.load().lexicon))
        return known[1]
