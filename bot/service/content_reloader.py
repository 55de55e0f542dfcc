"""Reloads the content of a running process: each good save becomes live as a whole, a bad one is reported.

`bot.service.live_guide` describes the whole process. What is wrong with a save goes to the log and the health page, and
the previous content stays live.
"""

import atexit
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.error_handler import log, report
from bot.channels.talk import now
from bot.content.faults import Fault
from bot.content.load_in_process import gc_paused, load_in_child
from bot.content.watcher import SECONDS, BadSave, FolderSnapshot, FolderWatch, GoodSave
from bot.core.guide import Guide
from bot.core.library import Library
from bot.service.live_guide import LiveGuide
from bot.state.last_good import LastGood
from bot.state.storage import NotWritten

MOST_LOGGED = 500  # faults logged for one save
MOST_SHOWN = 20  # of these, how many are on the health page
_OFTEN = 0.0005  # seconds after which Python may switch to an answer while a guide is made; a tenth of its default


@dataclass(frozen=True, slots=True)
class FirstContent:
    """The content that a process starts with."""

    guide: Guide
    saved: FolderSnapshot  # the folder as it was read, with the files that the guide was made from
    # what is wrong with the folder, if the guide is made from the last good content instead, or from the shared content
    # without its local additions
    faults: tuple[Fault, ...] = ()
    kept: datetime | None = None  # when the last good content was saved


@dataclass(frozen=True, slots=True)
class _LiveContent:
    """What is live: its content id and since when, and the faults of a later save."""

    id: str
    since: datetime
    kept: datetime | None = None
    faults: tuple[Fault, ...] = ()
    faulty: datetime | None = None


class ContentReloader:
    """Watches a content folder and makes each good save live.

    Args:
        build: makes the guide of a library; it raises ContentError if this deployment must not show the content.
        last_good: keeps the last good content for the next start; None if the content comes with the package.
    """

    def __init__(
        self,
        live: LiveGuide,
        folder: Path,
        first: FirstContent,
        build: Callable[[Library], Guide],
        last_good: LastGood | None,
        *,
        local: Path | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self.live, self._local = live, local
        self._build, self._last_good = build, last_good
        at = now()
        since = at if first.faults else None
        self._now = _LiveContent(first.guide.library.content_id, at, first.kept, first.faults, since)
        self._files = first.saved.files
        self._kept = "not used" if last_good is None else "yes"
        self._watch = FolderWatch(
            folder, self._make, self._tell, seconds=seconds, known=first.saved.digest, local=local
        )

    def start(self) -> None:
        """Keep the content that the process started with, or log its faults, and start to watch the folder."""
        if self._now.faults:
            self._log(self._now.faults, _instead(self._now.kept))
        else:
            self._keep(self._files)
        self._files = {}
        self._watch.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        """Stop watching, and stop what is still being made."""
        self.live.stop()
        self._watch.stop()
        atexit.unregister(self.stop)

    def read_again(self) -> None:
        """Read the whole folder at the next look, and try again what failed for a reason other than the content."""
        self._watch.read_again()

    def look(self) -> None:
        self._watch.look()

    def health(self) -> Mapping[str, object]:
        """Return the state of the encoder, the switches and the content, for the health page."""
        live, at = self._now, now()
        return {
            **self.live.health(),
            "content": live.id,
            "content_since": _said(live.since),
            "content_age_seconds": max(0, int((at - live.since).total_seconds())),
            "content_kept": self._kept,
            "content_fault": _fault(live),
            "content_faults": [str(fault) for fault in live.faults[:MOST_SHOWN]],
        }

    def _make(self, folder: Path) -> Guide:
        library = load_in_child(folder, lambda: self._watch.stopped, local=self._local)
        with _giving_way(), gc_paused():
            return self._build(library)

    def _tell(self, outcome: GoodSave[Guide] | BadSave) -> None:
        at = now()
        if isinstance(outcome, BadSave):
            if outcome.faults != self._now.faults:
                if outcome.error is not None:
                    report(outcome.error)
                self._log(outcome.faults, "the content before it stays live")
            self._now = replace(self._now, faults=outcome.faults, faulty=at)
            return
        with _giving_way():
            self.live.replace(outcome.made)
        self._now = _LiveContent(outcome.made.library.content_id, at)
        log.info("content %s is live", self._now.id)
        self._keep(outcome.files)

    def _keep(self, files: Mapping[str, bytes]) -> None:
        if self._last_good is None:
            return
        try:
            self._last_good.keep(files, now())
            self._kept = "yes"
        except NotWritten as error:
            if not self._kept.startswith("no "):
                log.warning("the last good content is not kept for the next start (%s)", error)
            self._kept = f"no ({error})"

    def _log(self, faults: Sequence[Fault], instead: str) -> None:
        log.error("the saved content has %s and is not live; %s", _counted(faults), instead)
        for fault in faults[:MOST_LOGGED]:
            log.error("%s", fault)
        if len(faults) > MOST_LOGGED:
            log.error("and %d more", len(faults) - MOST_LOGGED)


def _instead(kept: datetime | None) -> str:
    """Return what answers at a start instead of content with faults."""
    if kept is None:
        return "answers come from the shared content without its local additions"
    return f"answers come from the last good content, kept {_said(kept)}"


def _fault(live: _LiveContent) -> str:
    if live.faulty is None:
        return "none"
    after = f"the content of {_said(live.since)} stays live"
    instead = after if live.kept is None else _instead(live.kept)
    return f"the content as saved at {_said(live.faulty)} has {_counted(live.faults)} and is not live; {instead}"


def _counted(faults: Sequence[Fault]) -> str:
    return "one fault" if len(faults) == 1 else f"{len(faults)} faults"


def _said(at: datetime | None) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S UTC") if at else ""


@contextmanager
def _giving_way() -> Iterator[None]:
    """Switch between threads more often, so that answers do not wait for a guide that is being made."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _OFTEN))
    try:
        yield
    finally:
        sys.setswitchinterval(before)
