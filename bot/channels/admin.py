"""What admins can do: see the counts of a running process and, on Telegram, pause content.

Only admins have these commands: the same words from anybody else are answered as an ordinary message.
"""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.channels.error_handler import log
from bot.channels.talk import now
from bot.channels.telegram.updates import AdminOrder
from bot.core.library import Library
from bot.core.screens.scene import day
from bot.core.switches import Switches
from bot.reports import formats
from bot.reports.dashboard import PeriodChoice, compared, dashboard, feed, weeks_released
from bot.reports.monthly import LONDON, digest, owed
from bot.reports.pictures import NoPictures, png
from bot.reports.released_counts import Counts, Reader
from bot.reports.section import MADE_UP_NOTICE, Report, Section
from bot.state.admin_records import Act
from bot.state.pause_service import PauseRequest, PauseService, SwitchRefused, name_of_switched
from bot.state.switch_place import digest as digest_of
from bot.state.switchboard import Switchboard

SHORT = 8  # rows of each section in a message
_WEEKS = 4  # weeks in a message
_READING = "The counts are being read. Ask again in a minute."


@dataclass(frozen=True, slots=True)
class MonthFiles:
    """A month's digest in every form that is sent; ``picture`` is empty if Pillow is not installed."""

    month: str
    title: str
    words: str
    bars: tuple[str, ...]  # what the picture shows, made of characters
    table: bytes
    picture: bytes = b""

    @property
    def name(self) -> str:
        return f"signpost-{self.month}"


class AdminCounts:
    """Shows admins the released counts."""

    def __init__(self, reader: Reader, library: Callable[[], Library], clock: Callable[[], datetime] = now) -> None:
        self.reader, self.library, self.clock = reader, library, clock
        self.asked: asyncio.Queue[int] = asyncio.Queue(maxsize=20)  # admins who are waiting for a picture

    def today(self) -> date:
        return self.clock().astimezone(LONDON).date()

    def report(self, weeks: int) -> Report:
        """Return the report for a number of weeks. It may read the counts, so call it outside the event loop."""
        return formats.report(self.reader.counts(), self.library(), self.today(), weeks)

    def shown(self, chosen: Mapping[str, str]) -> tuple[PeriodChoice | None, Report, tuple[str, ...]]:
        """Return the periods that are chosen, the dashboard on them, and the weeks to choose from."""
        counts = self.reader.counts()
        periods = compared(counts, chosen)
        return periods, dashboard(counts, self.library(), self.today(), periods), weeks_released(counts)

    def feed(self, chosen: Mapping[str, str]) -> Mapping[str, object]:
        """Return the released numbers for a dashboard elsewhere."""
        counts = self.reader.counts()
        return feed(counts, self.library(), self.today(), compared(counts, chosen))

    def owed(self, counts: Counts) -> tuple[str, ...]:
        """Return the months whose digest is due, the oldest first."""
        return owed(counts, self.clock(), [each.on for each in self.library().holidays.days])

    def month(self, counts: Counts, month: str) -> MonthFiles | None:
        """Return the digest of a month; draws a picture, so call it outside the event loop."""
        made = digest(counts, self.library(), month, self.today())
        if made is None:
            return None
        title = "\n\n".join((made.report.title, *((MADE_UP_NOTICE,) if made.report.made_up else ())))
        bars = formats.short(made.report, SHORT)[:2]
        try:
            picture = png(made.report)
        except NoPictures:
            picture = b""
        words = "\n\n".join((title, *made.sentences))
        return MonthFiles(month, title, words, tuple(bars), formats.table(made.report).encode(), picture)

    def short_report(self, person: int) -> tuple[str, ...]:
        """Return the short report for a message, from the last reading, and queue a picture if one can be made."""
        counts = self.reader.last()
        if counts is None:
            return (_READING,)
        if not self.asked.full():
            self.asked.put_nowait(person)
        return formats.short(formats.report(counts, self.library(), self.today(), _WEEKS, short=True), SHORT)


def red_switch(library: Library, board: Switchboard) -> tuple[Section, Section]:
    """Return what is off, and which processes have taken it and since when."""
    switches = board.switches() or Switches()
    rows = tuple(
        (name_of_switched(library, each), each.state, day(each.until), each.why)
        for each in sorted(switches.on(board.today), key=lambda switch: (switch.until, switch.id))
    )
    state = board.status()
    trouble = "" if state.endswith(" on") else f" Something is wrong: {state}."
    text = f"{'What admins took off.' if rows else 'Nothing is off.'}{trouble}"
    header = ("Off", "State", "Until the end of", "Why")
    wanted = digest_of(switches)
    serving = tuple(
        (each.name, "has taken it" if each.taken == wanted else "has not taken it yet", _minute(each.at))
        for each in board.processes()
    )
    late = sum(process[1] != "has taken it" for process in serving)
    reached = f"Processes running: {len(serving)}. All of them have taken it."
    if late:
        have = "has" if late == 1 else "have"
        reached = f"Processes running: {len(serving)}. {late} of them {have} not taken it yet: look there, and restart."
    if not serving:
        reached = "No running process has reported, so we do not know who it has reached."
    return (
        Section("switch", "The red switch", text, header, rows),
        Section("reached", "Who it has reached", reached, ("Process", "State", "Since"), serving, inner=True),
    )


def what_admins_did(acts: Iterable[Act]) -> Section:
    """Return the list of what admins did."""
    rows = tuple((_minute(act.at), act.way, act.what) for act in acts)
    text = (
        "What admins did in the last 90 days, the latest first; older lines are deleted. This list does not "
        "say who did it; the log gives each admin on Telegram a number."
    )
    return Section("acts", "What admins did", text, ("When", "By", "What"), rows)


def _minute(at: datetime) -> str:
    there = at.astimezone(LONDON)
    return f"{day(there.date())}, {there:%H:%M}"


_BEFORE_THE_DAY = frozenset({"closed", "until"})
_LEAST = 3  # words in an order to pause something: an id, a date, and a reason of at least one word


@dataclass(frozen=True, slots=True)
class AdminOrders:
    """Carries out admins' orders."""

    admins: frozenset[int]
    pauses: PauseService
    library: Callable[[], Library]
    stats: Callable[[int], tuple[str, ...]] = lambda person: ()

    def handle(self, order: AdminOrder) -> tuple[str, ...] | None:
        """Carry out an order and return the reply line by line, or None if the sender is not an admin."""
        if order.sender not in self.admins:
            return None
        if order.name != "paused":
            number = sorted(self.admins).index(order.sender) + 1
            log.info("admin %d of %d, in the order of their numbers: /%s", number, len(self.admins), order.name)
        if order.name == "stats":
            return self.stats(order.sender)
        try:
            return tuple(self._done(order).split("\n"))
        except SwitchRefused as refused:
            return (refused.said.words(self.library().messages),)

    def _done(self, order: AdminOrder) -> str:
        match order.name:
            case "paused":
                return self.pauses.paused()
            case "resume":
                return self.pauses.resume(order.rest) if order.rest else self._words("switch-how-resume")
            case _:
                asked = asked_for(order.rest)
                return self.pauses.pause(asked) if asked else self._words("switch-how-pause")

    def _words(self, key: str) -> str:
        return self.library().messages[key]


def asked_for(text: str) -> PauseRequest | None:
    """Read the text after /pause: an id, ``closed`` if it has closed, a date and a reason; else return None."""
    words = text.split()
    if len(words) < _LEAST:
        return None
    identifier, *rest = words
    closed = False
    while rest and rest[0].casefold() in _BEFORE_THE_DAY:
        closed = closed or rest[0].casefold() == "closed"
        rest = rest[1:]
    try:
        until = date.fromisoformat(rest[0]) if len(rest) > 1 else None
    except ValueError:
        return None
    return PauseRequest(identifier, until, " ".join(rest[1:]), closed) if until else None
