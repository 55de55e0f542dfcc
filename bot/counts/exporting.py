"""Everything that is released as one table, for anyone to keep, draw and add up again."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from bot.counts.periods import end_of, span_of, start_of
from bot.counts.store import Release

COLUMNS = ("span", "period", "from", "to", "kind", "id", "people", "or_more", "threshold", "memories", "noise")


def table(releases: Iterable[Release]) -> Iterator[str]:
    """Yield the rows of a table of releases, with a first row of names, as lines of CSV.

    A period of which nothing could be shown has one row without a kind, so that it can be told from one that was not
    counted.

    Args:
        releases: what is released, the oldest first.
    """
    yield _line(COLUMNS)
    for release in releases:
        first, last = start_of(release.period).date(), end_of(release.period).date()
        about = (span_of(release.period), release.period, first.isoformat(), last.isoformat())
        rules = (release.threshold, release.memories, release.noise or "")
        for cell, people in release.shown.items():
            yield _line((*about, cell.kind, cell.id, people, "yes" if people == release.most else "", *rules))
        if not release.shown:
            yield _line((*about, "", "", "", "", *rules))


def _line(row: Iterable[object]) -> str:
    written = StringIO()
    csv.writer(written, lineterminator="\n").writerow(row)
    return written.getvalue()
