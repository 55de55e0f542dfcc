"""The report for those who run Signpost, made of what is released and the content of today."""

from datetime import date

from bot.core.library import Library
from bot.reports.figures import MADE_UP, YEAR, figures
from bot.reports.nothing import why
from bot.reports.reading import Counts
from bot.reports.section import Report, about
from bot.reports.sections import content_health, of_a_month, sections

TITLE = "How Signpost is used"


def report(counts: Counts, library: Library, today: date, last: int = YEAR) -> Report:
    """Return the report; where nothing can be shown of the use, why, and how the content stands.

    Args:
        counts: what is released.
        library: all content.
        today: the day.
        last: how many weeks, back from the last that is released; 0 for all.
    """
    found = figures(counts.releases, last)
    if found is None or not found.cells:
        return _nothing(counts, library, today)
    return Report(TITLE, about(found), sections(found, library, today), found.made_up)


def short_report(counts: Counts, library: Library, today: date, last: int) -> Report:
    """Return the report without its longer parts, quickly made for a message; arguments as for ``report``."""
    found = figures(counts.releases, last)
    if found is None or not found.cells:
        return _nothing(counts, library, today)
    parts = (*of_a_month(found, library), *content_health(library, today))
    return Report(TITLE, about(found), parts, found.made_up)


def _nothing(counts: Counts, library: Library, today: date) -> Report:
    reasons = why(counts, today) or ("Of these weeks nothing is large enough to show. Ask for more of them.",)
    made_up = any(MADE_UP in each.shown for each in counts.releases)
    return Report(TITLE, reasons, tuple(content_health(library, today)), made_up)
