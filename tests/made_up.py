"""A year of made-up counts for tests, in a real file, and releases written by hand."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.core.count_cells import Cell
from bot.core.library import Library
from bot.counts.store import Release, opened
from bot.hearing import Hearing
from bot.hearing.unmet_words import vocabulary
from bot.reports.demo import fill
from bot.reports.monthly import before, weeks_in

END = datetime(2026, 11, 25, 12, tzinfo=UTC)


def made_up(path: Path, library: Library, people: int = 300) -> str:
    """Write a year of made-up use into a file, and return where it is."""
    store = opened(str(path))
    fill(store, library, sorted(vocabulary(library, Hearing.load().lexicon)), people, END)
    store.close()
    return str(path)


def written(path: Path, releases: Iterable[Release]) -> str:
    """Write releases into a file, and return where it is."""
    store = opened(str(path))
    for release in releases:
        assert store.publish(release)
    store.close()
    return str(path)


def week(number: int, year: int = 2026, **shown: int) -> Release:
    """Return the release of a week; each cell is its kind and id with two underscores between them."""
    cells = {Cell(*name.replace("_dash_", "-").split("__")): people for name, people in shown.items()}
    return Release(f"{year}-W{number:02}", 10, 1, cells)


def owed(now: datetime) -> tuple[str, tuple[Release, ...]]:
    """Return a month whose digest is due at a moment, and the releases of its weeks, with a question in each."""
    month = before(f"{now - timedelta(days=8):%Y-%m}")  # no first working morning is later than the eighth
    return month, tuple(Release(week, 10, 1, {Cell("question", "answer"): 40}) for week in weeks_in(month))


def later(days: float) -> datetime:
    """Return a moment after the end of the made-up year."""
    return END + timedelta(days=days)
