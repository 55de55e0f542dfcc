"""What of a closed period may be shown, decided once: large numbers rounded, small ones together or not at all.

The rules, in the order in which they are applied, and what each is for, are told in docs/counting.md. In short: a cell
is shown from ten people on, rounded to five. What is part of something is shown only where the shown parts of that can
carry it alone. The small cells of a kind are shown together as "other" only where any of them could still be nought.
A block of weeks, and then a quarter, shows only what none of its weeks showed, and no more of it than leaves every one
of those weeks free to be nought.
"""

import csv
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from math import inf

from bot.core.count_cells import KINDS, Cell, Parts
from bot.counts.periods import end_of, parts_of, span_of, start_of, weeks_of
from bot.counts.store import OTHER, Release, Store, Table

LEAST = 10  # people
STEP = 5  # to which a number is rounded
_EITHER_WAY = STEP // 2  # how far a number may lie from what is shown for it
_TOGETHER = 3  # cells that "other" must stand for, of which two must hold somebody


def released(store: Store, span: str = "week", last: int = 0) -> tuple[Release, ...]:
    """Return what is released of all periods of a span, the oldest first.

    Args:
        store: where it is kept.
        span: week, block, quarter or year.
        last: so many of the latest alone; 0: all.
    """
    found = tuple(each for each in store.releases() if span_of(each.period) == span)
    return found[-last:] if last else found


def total(release: Release, kind: str) -> int:
    """Return the sum of what is shown of a kind, which is all that a total ever is."""
    return sum(number for cell, number in release.shown.items() if cell.kind == kind)


def rounded(people: int) -> int:
    """Return a number of people rounded to five."""
    return (people + _EITHER_WAY) // STEP * STEP


def threshold_of(memories: int) -> int:
    """Return the least number that surely stands for ten people, where each may have counted once in every memory."""
    return LEAST * max(1, memories)


def decided(
    table: Table,
    parts: Parts,
    before: Collection[Release] = (),
    noise: Callable[[], int] = lambda: 0,
    epsilon: float = 0.0,
) -> Release:
    """Return what is shown of a closed period.

    Args:
        table: its numbers.
        parts: what every cell is part of.
        before: what was released of the periods inside it.
        noise: draws the noise that is added to a number, once for each.
        epsilon: what that noise was drawn with.
    """
    threshold = threshold_of(table.memories)
    inside = {*weeks_of(table.period), *parts_of(table.period)} - {table.period}
    within = tuple(each for each in before if each.period in inside)
    seen = {cell for each in within for cell in each.shown}
    people = {
        cell: max(0, number + noise())
        for cell, number in sorted(table.people.items())
        if cell not in seen and span_of(table.period) in KINDS[cell.kind].spans
    }
    most = _most(table.period, within, threshold)
    large = {cell: _capped(rounded(n), most) for cell, n in people.items() if n >= threshold and most != 0}
    shown = _carried(large, parts, within, threshold)
    if span_of(table.period) == "week":
        shown |= _others(people, shown, parts, threshold)
    return Release(table.period, threshold, table.memories, dict(sorted(shown.items())), most or 0, epsilon)


def _capped(number: int, most: int | None) -> int:
    return number if most is None else min(number, most)


def _most(period: str, within: Collection[Release], threshold: int) -> int | None:
    """Return the largest number that a roll-up may show; None for a period that is none.

    A hidden cell holds at most one person less than its threshold. Whatever is shown must leave each of the periods
    that were rolled up free to be nought, so all of them but one must be able to hold it.
    """
    inner = parts_of(period)
    if not inner or span_of(period) == "year":
        return None
    known = [each for each in within if each.period in inner]
    if len(known) < 2:  # it would be that one period again
        return 0
    room = (len(known) - 1) * (min(each.threshold for each in within) - 1)
    most = (room + _EITHER_WAY) // STEP * STEP
    return most if most >= threshold and _least(most, threshold) <= room else 0


def _carried(large: Mapping[Cell, int], parts: Parts, within: Collection[Release], threshold: int) -> dict[Cell, int]:
    """Return the large cells without those that would say something of a hidden one that they are part of."""
    shown = dict(large)
    while True:
        over = [
            cell
            for cell, number in shown.items()
            if _least(number, threshold) > _carry(parts.get(cell, ()), shown, within)
        ]
        if not over:
            return shown
        for cell in over:
            del shown[cell]


def _least(number: int, threshold: int) -> int:
    """Return the fewest people that a shown number may stand for."""
    return max(number - _EITHER_WAY, threshold)


def _carry(wholes: Sequence[Cell], shown: Mapping[Cell, int], within: Collection[Release]) -> float:
    """Return how many people the shown ones among the wholes can hold between them; no wholes hold any number."""
    if not wholes:
        return inf
    held = sum(shown[whole] + _EITHER_WAY for whole in wholes if whole in shown)
    return held + sum(each.shown[whole] + _EITHER_WAY for each in within for whole in wholes if whole in each.shown)


def _others(people: Mapping[Cell, int], shown: Mapping[Cell, int], parts: Parts, threshold: int) -> dict[Cell, int]:
    """Return the small cells of each kind together, where they are enough and each could still be nought."""
    found = {}
    for kind in (kind for kind in KINDS.values() if kind.others):
        small = {cell: number for cell, number in people.items() if cell.kind == kind.name and cell not in shown}
        number = sum(small.values())
        enough = number >= threshold and sum(n > 0 for n in small.values()) > 1 and len(small) >= _TOGETHER
        room = (len(small) - 1) * (threshold - 1)
        alone = all(len(parts.get(c, ())) == 1 or _carry(parts.get(c, ()), shown, ()) >= threshold - 1 for c in small)
        if enough and alone and _least(rounded(number), threshold) <= room:
            found[Cell(kind.name, OTHER)] = rounded(number)
    return found


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
