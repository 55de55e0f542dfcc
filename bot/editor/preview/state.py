"""What the preview shows: the last good save, the faults of a later one, and the day it is shown on."""

import asyncio
import contextlib
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

import numpy as np

from bot.content.faults import Fault
from bot.content.loaded_content import LoadedContent
from bot.content.loader import ContentError, FileCache, read
from bot.content.watcher import BadSave, GoodSave
from bot.core.guide import Guide, guide
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.core.lifecycle import without_drafts
from bot.editor.due import items
from bot.editor.tables import count, day
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import topics
from bot.hearing.places.postcodes import Postcodes


@dataclass(frozen=True, slots=True)
class PreviewContent:
    """One good save: all that could be read, drafts too, and the guide that answers from it."""

    draft: LoadedContent
    guide: Guide


class ContentBuilder:
    """Makes content of a folder; what it made before makes the next time quick.

    Args:
        encoder: what finds by meaning; without it, words and letters alone decide.
        drafts: whether drafts are shown too, each marked as one.
        postcodes: the councils of whole postcodes.
    """

    def __init__(
        self, encoder: Encoder | None = None, *, drafts: bool = False, postcodes: Postcodes | None = None
    ) -> None:
        self.drafts = drafts
        self._encoder = encoder and replace(encoder, content=CachedVectors(encoder.content))
        self._postcodes = postcodes
        self._kept = FileCache()
        self._matcher: Matcher | None = None

    def __call__(self, folder: Path) -> PreviewContent:
        """Return the content of a folder.

        Raises:
            ContentError: it has faults, and must not be shown.
        """
        draft, faults = read(folder, self._kept)
        if faults:
            raise ContentError(faults)
        shown = draft.library if self.drafts else without_drafts(draft.library)
        among = topics(shown)
        if self._matcher is None or self._matcher.topics != among:
            self._matcher = Matcher.over(among, self._encoder)
        return PreviewContent(draft, guide(shown, self._encoder, self._postcodes, matcher=self._matcher))


class CachedVectors:
    """Makes vectors of texts, each but once for as long as it lasts.

    Args:
        encode: what makes them.
    """

    def __init__(self, encode: Callable[[Sequence[str]], Numbers]) -> None:
        self._encode = encode
        self._made: dict[str, Numbers] = {}

    def __call__(self, texts: Sequence[str]) -> Numbers:
        """Return the vectors of texts, one row each; those of texts that are gone are forgotten."""
        new = [text for text in dict.fromkeys(texts) if text not in self._made]
        made = dict(zip(new, self._encode(new), strict=True)) if new else {}
        self._made = {text: made[text] if text in made else self._made[text] for text in texts}
        return np.stack([self._made[text] for text in texts])


@dataclass(frozen=True, slots=True)
class PreviewSnapshot:
    """What is shown, as one value.

    Attributes:
        content: the last good save; None where there was none yet.
        since: when that was taken in.
        faults: what is wrong with the save after it.
        day: the moment it is shown at, where that is another than now.
        change: stands for all of the above; it is another one after every change, and after a new start.
    """

    content: PreviewContent | None = None
    since: datetime | None = None
    faults: tuple[Fault, ...] = ()
    day: datetime | None = None
    change: str = ""


class PreviewState:
    """Holds what is shown; saves and days come in from any thread.

    Args:
        clock: returns the time, with its zone.
        day: the moment to show it at; None: now, as time goes on.
    """

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
        """Return the guide to answer from, or None where no save was good yet."""
        content = self._shown.content
        return content.guide if content else None

    def now(self) -> datetime:
        """Return the moment that the page is shown at."""
        return self._shown.day or self._clock()

    def take(self, outcome: GoodSave[PreviewContent] | BadSave) -> None:
        """Take a save in: a good one is shown from now on, a bad one only says what is wrong with it."""
        if isinstance(outcome, GoodSave):
            self._change(content=outcome.made, since=self._clock(), faults=())
        else:
            self._change(faults=outcome.faults)

    def show_on(self, day: datetime | None) -> None:
        """Show everything as on another day from now on, or as it is now."""
        self._change(day=day)

    async def other_than(self, seen: str, seconds: float) -> str:
        """Return what stands for what is shown: at once where it is other than was seen, or when it becomes so.

        Args:
            seen: what stood for it before.
            seconds: how long it is waited for.
        """
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
            self._shown = replace(self._shown, change=secrets.token_hex(8), **changed)  # type: ignore[arg-type]  # fields of Shown, by name
            waiting = tuple(self._waiting.items())
        for woken, loop in waiting:
            with contextlib.suppress(RuntimeError):  # its loop has ended meanwhile
                loop.call_soon_threadsafe(woken.set)


NOON = time(12)  # the time of a day that is given without one: an hour at which most offices are open
_FORMATS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M")


class NotADayError(ValueError):
    """What was typed is no day."""


def moment(typed: str, at: str = "") -> datetime:
    """Return the moment, in Scotland, that was typed.

    Args:
        typed: a day such as 2026-12-25, with or without a time after it.
        at: a time such as 16:30, where it was typed apart.

    Raises:
        NotADayError: it is no day or no time.
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
    """Return a moment in words, such as Friday 25 December 2026, 12:00."""
    there = when.astimezone(LONDON)
    return f"{there:%A} {day(there.date())}, {there:%H:%M}"


def special(library: Library, today: date) -> Iterator[str]:
    """Yield what is special about a day: a bank holiday, facts that have run out, reviews that are overdue."""
    holidays = library.holidays
    yield from (f"A bank holiday in Scotland: {each.name}." for each in holidays.days if each.on == today)
    if today > holidays.until:
        yield f"Bank holidays are listed only up to {day(holidays.until)}: whether this is one, nobody knows."
    late = [item for item in items(library) if item.due and item.state(today) == "overdue"]
    for kind, plural in (("entry", "entries"), ("flow", "flows"), ("fact", "facts"), ("service", "services")):
        number = sum(item.kind == kind for item in late)
        if number:
            what = (
                "run out"
                if kind == "fact"
                else "overdue for review"
                if kind != "service"
                else "overdue to be confirmed"
            )
            yield f"{count(number, kind, plural)} {what}."
