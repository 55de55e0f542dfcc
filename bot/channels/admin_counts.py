"""The counts that a running process shows to admins, on the web and on Telegram."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime

from bot.channels.talk import now
from bot.core.library import Library
from bot.reports import texts
from bot.reports.monthly import LONDON
from bot.reports.page import report as report_of
from bot.reports.page import short_report
from bot.reports.released import Reader
from bot.reports.section import Report

SHORT = 8  # rows of each section in a message
_WEEKS = 4  # weeks in a message
_READING = "The counts are being read. Ask again in a minute."


class AdminCounts:
    """Shows admins the released counts.

    Args:
        reader: reads the counts.
        library: returns all content.
        clock: returns the time.
    """

    def __init__(self, reader: Reader, library: Callable[[], Library], clock: Callable[[], datetime] = now) -> None:
        self.reader, self.library, self.clock = reader, library, clock
        self.asked: asyncio.Queue[int] = asyncio.Queue(maxsize=20)  # admins who are waiting for a picture

    def today(self) -> date:
        """Return today's date in Scotland."""
        return self.clock().astimezone(LONDON).date()

    def report(self, weeks: int) -> Report:
        """Return the report for a number of weeks. It may read the counts, so call it outside the event loop."""
        return report_of(self.reader.counts(), self.library(), self.today(), weeks)

    def told(self, person: int) -> tuple[str, ...]:
        """Return the short report for a message, from the last reading, and queue a picture if one can be made.

        Args:
            person: the admin who asked.
        """
        counts = self.reader.last()
        if counts is None:
            return (_READING,)
        if not self.asked.full():
            self.asked.put_nowait(person)
        return texts.short(short_report(counts, self.library(), self.today(), _WEEKS), SHORT)
