"""Decide once what may be shown for a closed period: large numbers rounded, small numbers combined or left out.

docs/counting.md explains the rules, their order and their reasons. In short: a cell is shown if it has at least ten
people, rounded to five. A cell that is part of other cells is shown only where the parts already shown can account for
it. The small cells of a kind are shown together as "other" only where any one of them could still be zero.
A block of weeks, and then a quarter, shows only cells that none of its weeks showed, and only up to a number that
leaves every one of those weeks free to be zero.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from math import inf

from bot.core.count_cells import KINDS, Cell, Parts
from bot.core.tables import csv_lines
from bot.counts.periods import end_of, parts_of, span_of, start_of, weeks_of
from bot.counts.store import OTHER, Release, Table

LEAST = 10  # people
STEP = 5  # numbers are rounded to a multiple of this
_EITHER_WAY = STEP // 2  # how far a number may be from the number shown for it
_TOGETHER = 3  # cells that "other" must combine, at least two of which must not be empty


def rounded(people: int) -> int:
    """Return a number of people rounded to five."""
    return (people + _EITHER_WAY) // STEP * STEP


def threshold_of(memories: int) -> int:
    """Return the lowest number that is sure to mean ten people, if each may have counted once in every memory."""
    return LEAST * max(1, memories)


def decided(
    table: Table,
    parts: Parts,
    before: Collection[Release] = (),
    noise: Callable[[], int] = lambda: 0,
    epsilon: float = 0.0,
) -> Release:
    """Return what is shown for a closed period."""
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
    """Return the largest number that a roll-up may show, or None if the period is not a roll-up.

    A hidden cell has at most one person fewer than its threshold. The numbers shown must allow each of the periods that
    were rolled up to be zero, so all the others together must be able to account for the number.
    """
    inner = parts_of(period)
    if not inner or span_of(period) == "year":
        return None
    known = [each for each in within if each.period in inner]
    if len(known) < 2:  # the roll-up would repeat that one period
        return 0
    room = (len(known) - 1) * (min(each.threshold for each in within) - 1)
    most = (room + _EITHER_WAY) // STEP * STEP
    return most if most >= threshold and _least(most, threshold) <= room else 0


def _carried(large: Mapping[Cell, int], parts: Parts, within: Collection[Release], threshold: int) -> dict[Cell, int]:
    """Return the large cells, without any that would reveal something about a hidden cell that they are part of."""
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
    """Return the fewest people that a shown number may mean."""
    return max(number - _EITHER_WAY, threshold)


def _carry(wholes: Sequence[Cell], shown: Mapping[Cell, int], within: Collection[Release]) -> float:
    """Return how many people the shown cells among the wholes can account for; infinite if there are no wholes."""
    if not wholes:
        return inf
    held = sum(shown[whole] + _EITHER_WAY for whole in wholes if whole in shown)
    return held + sum(each.shown[whole] + _EITHER_WAY for each in within for whole in wholes if whole in each.shown)


def _others(people: Mapping[Cell, int], shown: Mapping[Cell, int], parts: Parts, threshold: int) -> dict[Cell, int]:
    """Return the small cells of each kind combined, if there are enough of them and each could still be zero.

    If a kind has groups, such as the regions of council areas, the small cells of a group are shown together. A group
    that cannot be shown becomes a small cell itself, unless it has so many people that it must be left out.
    """
    found: dict[Cell, int] = {}
    for kind in (kind for kind in KINDS.values() if kind.others):
        small = {cell: number for cell, number in people.items() if cell.kind == kind.name and cell not in shown}
        if not all(len(parts.get(c, ())) == 1 or _carry(parts.get(c, ()), shown, ()) >= threshold - 1 for c in small):
            continue
        for group in (cell for cell in parts if KINDS[cell.kind].of == kind.name):
            within = {cell: small.pop(cell) for cell in parts[group] if cell in small}
            number = sum(within.values())
            if _together(within.values(), threshold):
                found[group] = rounded(number)
            elif within and number < threshold:
                small[group] = number
        if _together(small.values(), threshold):
            found[Cell(kind.name, OTHER)] = rounded(sum(small.values()))
    return found


def _together(small: Collection[int], threshold: int) -> bool:
    """Say whether small numbers may be shown as one: it is large enough, and any of them could still be zero."""
    number, room = sum(small), (len(small) - 1) * (threshold - 1)
    enough = number >= threshold and sum(n > 0 for n in small) > 1 and len(small) >= _TOGETHER
    return enough and _least(rounded(number), threshold) <= room


COLUMNS = ("span", "period", "from", "to", "kind", "id", "people", "or_more", "threshold", "memories", "noise")


def table(releases: Iterable[Release]) -> Iterator[str]:
    """Yield releases, oldest first, as lines of CSV; a period that shows nothing has one row without a kind."""
    yield from csv_lines(COLUMNS, (row for release in releases for row in _rows(release)))


def _rows(release: Release) -> Iterator[tuple[object, ...]]:
    first, last = start_of(release.period).date(), end_of(release.period).date()
    about = (span_of(release.period), release.period, first.isoformat(), last.isoformat())
    rules = (release.threshold, release.memories, release.noise or "")
    for cell, people in release.shown.items():
        yield (*about, cell.kind, cell.id, people, "yes" if people == release.most else "", *rules)
    if not release.shown:
        yield (*about, "", "", "", "", *rules)
