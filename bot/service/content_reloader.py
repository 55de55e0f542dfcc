"""A running process kept on the last good save of its content, and what it says of that.

A good save takes the place of the content before it as one value. A bad one goes to the log and to the health page,
and the content before it goes on.
"""

import atexit
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.error_handler import log, report
from bot.content.faults import Fault
from bot.content.load_in_process import load_apart
from bot.content.loader import collecting_later
from bot.content.watcher import SECONDS, Bad, Good, Saved, Watch
from bot.core.guide import Guide
from bot.core.library import Library
from bot.service.live_guide import Preparing
from bot.state.atomic_write import NotWritten
from bot.state.last_good import LastGood

MOST_LOGGED = 500  # faults of one save
MOST_SHOWN = 20  # of these, on the health page
_OFTEN = 0.0005  # seconds after which Python may let an answer go on while a guide is made; by itself ten times that


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Start:
    """What a process starts with.

    Attributes:
        guide: what it answers from.
        saved: the folder as it was read, with the files that the guide was made of.
        faults: what is wrong with the folder, where the guide is made of what was kept.
        kept: when that was kept.
    """

    guide: Guide
    saved: Saved
    faults: tuple[Fault, ...] = ()
    kept: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Live:
    """What is live: its content id and since when, and the faults of a later save."""

    id: str
    since: datetime
    kept: datetime | None = None
    faults: tuple[Fault, ...] = ()
    faulty: datetime | None = None


class Living:
    """Answers from the last good save of a folder, from the next turn after it on.

    Args:
        preparing: holds the guide that answers.
        folder: it holds guidance/ and flows/.
        start: what the process starts with.
        build: makes the guide of a library; it raises ContentError where this deployment must not show it.
        last_good: keeps the last good content for the next start; None where the content comes with the package.
        seconds: between two looks at the folder.
        clock: returns the time.
    """

    def __init__(
        self,
        preparing: Preparing,
        folder: Path,
        start: Start,
        build: Callable[[Library], Guide],
        last_good: LastGood | None,
        *,
        seconds: float = SECONDS,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self.guide, self.library = preparing.guide, preparing.library
        self._preparing, self._build, self._last_good, self._clock = preparing, build, last_good, clock
        at = clock()
        self._live = _Live(start.guide.library.content_id, at, start.kept, start.faults, at if start.faults else None)
        self._files = start.saved.files
        self._kept = "not used" if last_good is None else "yes"
        self._watch = Watch(folder, self._make, self._tell, seconds=seconds, known=start.saved.digest)

    def start(self) -> None:
        """Begin to watch; what the process started with is kept first, or else its faults are told."""
        if self._live.faults:
            self._log(self._live.faults, f"answers come from the last good content, kept {_said(self._live.kept)}")
        else:
            self._keep(self._files)
        self._files = {}
        self._watch.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        """End watching, and what is still being made."""
        self._preparing.stop()
        self._watch.stop()
        atexit.unregister(self.stop)

    def look(self) -> None:
        """Look at the folder once, now."""
        self._watch.look()

    def health(self) -> Mapping[str, object]:
        """Say how the encoder, the red switch and the content are, for the health page."""
        live, at = self._live, self._clock()
        return {
            **self._preparing.health(),
            "content": live.id,
            "content_since": _said(live.since),
            "content_age_seconds": max(0, int((at - live.since).total_seconds())),
            "content_kept": self._kept,
            "content_fault": _fault(live),
            "content_faults": [str(fault) for fault in live.faults[:MOST_SHOWN]],
        }

    def _make(self, folder: Path) -> Guide:
        library = load_apart(folder, lambda: self._watch.stopped)
        with _giving_way(), collecting_later():
            return self._build(library)

    def _tell(self, outcome: Good[Guide] | Bad) -> None:
        at = self._clock()
        if isinstance(outcome, Bad):
            if outcome.faults != self._live.faults:
                if outcome.error is not None:
                    report(outcome.error)
                self._log(outcome.faults, "the content before it goes on")
            self._live = replace(self._live, faults=outcome.faults, faulty=at)
            return
        with _giving_way():
            self._preparing.take(outcome.made)
        self._live = _Live(outcome.made.library.content_id, at)
        log.info("content %s is live", self._live.id)
        self._keep(outcome.files)

    def _keep(self, files: Mapping[str, bytes]) -> None:
        if self._last_good is None:
            return
        try:
            self._last_good.keep(files, self._clock())
            self._kept = "yes"
        except NotWritten as error:
            if not self._kept.startswith("no "):
                log.warning("the last good content is not kept for the next start (%s)", error)
            self._kept = f"no ({error})"

    def _log(self, faults: Sequence[Fault], instead: str) -> None:
        log.error("the content as it is saved has %s and is not live; %s", _counted(faults), instead)
        for fault in faults[:MOST_LOGGED]:
            log.error("%s", fault)
        if len(faults) > MOST_LOGGED:
            log.error("and %d more", len(faults) - MOST_LOGGED)


def _fault(live: _Live) -> str:
    if live.faulty is None:
        return "none"
    after = f"the content of {_said(live.since)} goes on"
    instead = after if live.kept is None else f"answers come from the last good content, kept {_said(live.kept)}"
    return f"the content as saved at {_said(live.faulty)} has {_counted(live.faults)} and is not live; {instead}"


def _counted(faults: Sequence[Fault]) -> str:
    return "one fault" if len(faults) == 1 else f"{len(faults)} faults"


def _said(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC") if at else ""


@contextmanager
def _giving_way() -> Iterator[None]:
    """Let answers come in between more often while much is made in a thread beside them."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _OFTEN))
    try:
        yield
    finally:
        sys.setswitchinterval(before)
