"""The counter of a running process: made from its settings and its content, and closed with it."""

import atexit
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path

from bot.channels.error_handler import log, report
from bot.core.count_cells import Parts, cells
from bot.core.library import Library
from bot.core.reply import Turn
from bot.counts.closing import Closer
from bot.counts.counter import Counter
from bot.counts.opening import NAME, opened
from bot.counts.writer import Writer
from bot.hearing import Hearing
from bot.hearing.unmet_words import vocabulary
from bot.service.settings import Settings
from bot.state.switch_file import state_folder

OFF = "none"  # the setting that turns counting off


def database(settings: Settings) -> str:
    """Return where a deployment counts: a path, an address, or ``none``."""
    return settings.counts_at or str((settings.state or state_folder()) / NAME)


class Counting:
    """Counts the turns of a process, if the deployment wants that.

    Args:
        settings: the deployment's.
        library: returns the content that is live.
    """

    def __init__(self, settings: Settings, library: Callable[[], Library]) -> None:
        self._library = library
        self._known: tuple[Library, Parts] | None = None
        self._counter: Counter | None = None
        where = database(settings)
        if where != OFF:
            if "://" not in where:
                where = str(Path(where).expanduser().absolute())
            closer = Closer(epsilon=settings.epsilon)
            self._counter = Counter(Writer(lambda: opened(where), self._parts, closer, warn=log.warning))
            atexit.register(self._counter.close)

    def count(self, turn: Turn, channel: str, person: int | None = None) -> "Future[None] | None":
        """Count a turn; if that fails, the answer is not affected.

        Args:
            turn: the turn that was answered.
            channel: the channel it was on.
            person: the number by which the channel knows the person; None if the person is not known.

        Returns:
            A future that is done when the turn is counted or lost; None if there is nothing to wait for.
        """
        try:
            return self._counter.record(turn.events, channel, person) if self._counter and turn.events else None
        except Exception as error:
            report(error)
            return None

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
