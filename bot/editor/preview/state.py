"""What the preview shows: the last good save, the faults of a later one, and the day it is shown on."""

import asyncio
import contextlib
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from bot.content.faults import ContentError, Fault
from bot.content.loaded_content import LoadedContent
from bot.content.loader import FileCache, read
from bot.content.watcher import BadSave, GoodSave
from bot.core.content_index import Publisher
from bot.core.guide import Guide, guide, with_switches
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.core.screens.scene import day
from bot.core.switches import Switches
from bot.editor.prose import count
from bot.editor.review_status import items
from bot.encoder.vectors import CachedVectors
from bot.hearing import Hearing
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.topics import topics


@dataclass(frozen=True, slots=True)
class PreviewContent:
    """A save without faults: the content with its drafts, and the guide that answers from it."""

    draft: LoadedContent
    guide: Guide


class ContentBuilder:
    """Builds the content of a folder; what it built before makes the next time quick."""

    def __init__(
        self,
        hearing: Hearing,
        encoder: Encoder | None = None,
        *,
        drafts: bool = False,
        local: Path | None = None,
        publisher: str = "",
    ) -> None:
        self.drafts, self._local, self._publisher = drafts, local, Publisher(publisher)
        self._encoder = encoder and replace(encoder, content=CachedVectors(encoder.content))
        self._hearing, self._kept = hearing, FileCache()
        self._matcher: Matcher | None = None

    def __call__(self, folder: Path) -> PreviewContent:
        """Return the content of a folder.

        Raises:
            ContentError: it has faults, and must not be shown.
        """
        draft, faults = read(folder, self._kept, local=self._local)
        if faults:
            raise ContentError(faults)
        shown = draft.library if self.drafts else without_drafts(draft.library)
        among = topics(shown)
        if self._matcher is None or self._matcher.topics != among:
            self._matcher = Matcher.over(among, self._hearing.matching, self._encoder)
        bound = self._hearing.bind(shown, matcher=self._matcher)
        return PreviewContent(draft, replace(guide(shown, bound), publisher=self._publisher))


@dataclass(frozen=True, slots=True)
class PreviewSnapshot:
    """What is shown at one time."""

    content: PreviewContent | None = None  # the last good save; None if there was none yet
    since: datetime | None = None  # when that save was read
    faults: tuple[Fault, ...] = ()  # the faults of a later save
    day: datetime | None = None  # the time that is shown, if it is not now
    change: str = ""  # identifies all of this; it differs after every change and every start


class PreviewState:
    """Holds what is shown; it can be changed from any thread."""

    def __init__(self, clock: Callable[[], datetime], day: datetime | None = None) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._shown = PreviewSnapshot(day=day, change=secrets.token_hex(8))
        self._waiting: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    @property
    def shown(self) -> PreviewSnapshot:
        """What is shown now."""
        return self._shown

    def guide(self) -> Guide | None:
        """Return the guide to answer from, or None if there was no good save yet."""
        content = self._shown.content
        return with_switches(content.guide, Switches(), self.now().astimezone(LONDON).date()) if content else None

    def now(self) -> datetime:
        """Return the time that is shown."""
        return self._shown.day or self._clock()

    def take(self, outcome: GoodSave[PreviewContent] | BadSave) -> None:
        """Take in a save: a good one is shown from now on; of a bad one, only the faults."""
        if isinstance(outcome, GoodSave):
            self._change(content=outcome.made, since=self._clock(), faults=())
        else:
            self._change(faults=outcome.faults)

    def show_on(self, day: datetime | None) -> None:
        """Show another day from now on, or the present if it is None."""
        self._change(day=day)

    async def other_than(self, seen: str, seconds: float) -> str:
        """Return the identifier of what is shown, as soon as it differs from one seen before, or after some seconds."""
        woken = asyncio.Event()
        with self._lock:
            self._waiting[woken] = asyncio.get_running_loop()
            waits = self._shown.change == seen
        try:
            if waits:
                async with asyncio.timeout(seconds):
                    await woken.wait()
        except TimeoutError:
            pass
        finally:
            with self._lock:
                del self._waiting[woken]
        return self._shown.change

    def _change(self, **changed: object) -> None:
        with self._lock:
            self._shown = replace(self._shown, change=secrets.token_hex(8), **changed)  # type: ignore[arg-type]  # fields of PreviewSnapshot, by name
            waiting = tuple(self._waiting.items())
        for woken, loop in waiting:
            with contextlib.suppress(RuntimeError):  # its loop has ended
                loop.call_soon_threadsafe(woken.set)


NOON = time(12)  # the time of a day given without one: most offices are open
_FORMATS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")


class NotADayError(ValueError):
    """What was typed is not a day."""


def moment(typed: str, at: str = "") -> datetime:
    """Return the time in Scotland that was typed: a day such as 2026-12-25, with or without a time.

    Raises:
        NotADayError: it is not a day or not a time.
    """
    whole = f"{typed.strip()} {at.strip()}".strip()
    for form in _FORMATS:
        try:
            found = datetime.strptime(whole, form)  # noqa: DTZ007 - its zone is given below
        except ValueError:
            continue
        clock = NOON if form == _FORMATS[0] else found.time()
        return datetime.combine(found.date(), clock, LONDON)
    message = f'"{whole}" is not a day; write it as 2026-12-25 or 2026-12-25 16:30'
    raise NotADayError(message)


def said(when: datetime) -> str:
    """Return a time in words, such as Friday 25 December 2026, 12:00."""
    there = when.astimezone(LONDON)
    return f"{there:%A} {day(there.date())}, {there:%H:%M}"


def special(library: Library, today: date) -> Iterator[str]:
    """Yield what is special about a day: a bank holiday, expired facts, overdue reviews."""
    holidays = library.holidays
    yield from (f"A bank holiday in Scotland: {each.name}." for each in holidays.days if each.on == today)
    if today > holidays.until:
        yield f"Bank holidays are listed only up to {day(holidays.until)}, so this day may be one."
    late = [item for item in items(library) if item.due and item.state(today) == "overdue"]
    for kind, plural in (("entry", "entries"), ("flow", "flows"), ("fact", "facts"), ("service", "services")):
        number = sum(item.kind == kind for item in late)
        if number:
            what = {"fact": "expired", "service": "overdue to be confirmed"}.get(kind, "overdue for review")
            yield f"{count(number, kind, plural)} {what}."
