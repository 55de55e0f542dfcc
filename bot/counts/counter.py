"""Count turns without delaying the answers: a separate thread writes them, and what it cannot write is lost.

The call that a turn makes leaves a few ids in a queue. It takes a person's number, replaces it with a name that is lost
when the process ends, and keeps nothing of the number when it returns.
"""

import threading
from collections.abc import Iterable
from concurrent.futures import Future
from queue import Empty, SimpleQueue

from bot.core.count_cells import Cell, counted
from bot.core.reply import Event
from bot.counts.writer import LOOK, Writer

MOST_WAITING = 2_000  # turns; any more are not counted
STOP = 5.0  # seconds allowed for writing the rest when the process stops


class _Turn:
    """What to count for one turn; ``done`` is set when the turn is written or lost."""

    __slots__ = ("cells", "done", "person")

    def __init__(self, cells: tuple[Cell, ...], person: bytes | None) -> None:
        self.cells = cells
        self.person = person
        self.done: Future[None] = Future()


class Counter:
    """Counts what happens in a process.

    Args:
        writer: writes the counts, on the thread that the counter starts.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._waiting: SimpleQueue[_Turn | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="counts", daemon=True)
        self._thread.start()

    def record(self, events: Iterable[Event], channel: str, person: int | None = None) -> "Future[None] | None":
        """Count a turn, without waiting for it.

        Args:
            events: what happened in the turn.
            channel: the channel it happened on.
            person: the number by which the channel knows the person; None if the person is not known.

        Returns:
            A future that is done when the turn is counted or lost; None if there is nothing to count.
        """
        cells = counted(events, channel)
        if not cells or self._waiting.qsize() >= MOST_WAITING:
            return None
        turn = _Turn(cells, None if person is None else self._writer.memory.name(person))
        self._waiting.put(turn)
        return turn.done

    def status(self) -> str:
        """Return a line for the health page that says whether counts are being written."""
        return self._writer.status

    def close(self) -> None:
        """Write what is waiting, and stop."""
        self._waiting.put(None)
        self._thread.join(STOP)

    def _run(self) -> None:
        while True:
            self._writer.look()
            try:
                turn = self._waiting.get(timeout=LOOK)
            except Empty:
                continue
            if turn is None:
                break
            self._writer.write(turn.cells, turn.person)
            turn.done.set_result(None)
        self._writer.close()
