"""Place the boxes of a graph in ranks by the longest path from the start, ordered so that few arrows cross.

An arrow that passes a rank gets a place in it, so no arrow runs over a box.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_SWEEPS = 12
_BETWEEN = 18.0  # units between two boxes in a rank
_PASSING = 10.0  # width of the place for an arrow that passes a rank
_RANKS = 34.0  # units between two ranks


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """The position of a box or a passing arrow: the middle of its upper edge, its size, and the bottom of its rank."""

    x: float
    y: float
    width: float
    height: float
    foot: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The positions of all boxes, the places that each arrow passes, and the total size."""

    boxes: Mapping[str, PlacedBox]
    ways: Mapping[tuple[str, str], tuple[PlacedBox, ...]]
    width: float
    height: float


def curve(way: Sequence[PlacedBox]) -> str:
    """Return the line of an arrow: straight past each rank, so it crosses no box, and curved between ranks."""
    start = way[0]
    parts = [f"M{start.x:.0f} {start.y + start.height:.0f}"]
    for above, below in pairwise(way):
        middle = (above.foot + below.y) / 2
        curved = f"C{above.x:.0f} {middle:.0f} {below.x:.0f} {middle:.0f} {below.x:.0f} {below.y:.0f}"
        parts.append(f"V{above.foot:.0f} {curved}")
    return " ".join(parts)


def layout(sizes: Mapping[str, tuple[float, float]], arrows: Sequence[tuple[str, str]]) -> Layout:
    """Lay out boxes by their widths and heights, the starting box first, and the arrows that join them."""
    forward = _without_circles(sizes, arrows)
    ranks = _ranks(sizes, forward)
    chains = {arrow: _chain(arrow, way, ranks) for arrow, way in zip(arrows, forward, strict=True)}
    edges = [pair for chain in dict.fromkeys(chains.values()) for pair in pairwise(chain)]
    names = dict.fromkeys([*sizes, *(name for edge in edges for name in edge)])
    by_rank: dict[int, list[str]] = defaultdict(list)
    for name in names:
        by_rank[ranks[name]].append(name)
    widths = {name: sizes[name][0] if name in sizes else _PASSING for name in names}
    places = _across(_ordered(by_rank, edges), edges, widths)
    return _placed(sizes, by_rank, widths, places, {arrow: chains[arrow] for arrow in arrows})


def _without_circles(boxes: Iterable[str], arrows: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the arrows, reversing those that close a circle."""
    following = defaultdict(list)
    for start, end in arrows:
        following[start].append(end)
    state: dict[str, str] = {}
    closing = set[tuple[str, str]]()

    def visit(box: str) -> None:
        state[box] = "open"
        for end in following[box]:
            if state.get(end) == "open":
                closing.add((box, end))
            elif end not in state:
                visit(end)
        state[box] = "done"

    for box in boxes:
        if box not in state:
            visit(box)
    return [(end, start) if (start, end) in closing else (start, end) for start, end in arrows]


def _ranks(boxes: Iterable[str], arrows: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the length of the longest path to each box, from the boxes that no arrow leads to."""
    before = defaultdict(list)
    for start, end in arrows:
        before[end].append(start)
    ranks: dict[str, int] = {}

    def rank(box: str) -> int:
        if box not in ranks:
            ranks[box] = max((rank(start) + 1 for start in before[box]), default=0)
        return ranks[box]

    for box in boxes:
        rank(box)
    return ranks


def _chain(arrow: tuple[str, str], way: tuple[str, str], ranks: dict[str, int]) -> tuple[str, ...]:
    """Return the places of an arrow from its upper end to its lower end, with one in each rank that it passes."""
    upper, lower = way
    passed = []
    for rank in range(ranks[upper] + 1, ranks[lower]):
        # Arrows to the same box share the places that they pass, so they are drawn together.
        name = f"{lower} from above at {rank}"
        ranks[name] = rank
        passed.append(name)
    return (upper, *passed, lower)


def _ordered(by_rank: Mapping[int, list[str]], edges: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Return the ranks, sorting each repeatedly by the median position of the boxes that its boxes are joined to."""
    joined = _joined(edges)
    rows = [list(by_rank[rank]) for rank in sorted(by_rank)]
    best, fewest = rows, _crossings(rows, edges)
    for sweep in range(_SWEEPS):
        rows = [list(row) for row in rows]
        down = sweep % 2 == 0
        numbers = range(1, len(rows)) if down else range(len(rows) - 2, -1, -1)
        for number in numbers:
            other = rows[number - 1 if down else number + 1]
            at = {name: place for place, name in enumerate(other)}
            own = {name: place for place, name in enumerate(rows[number])}
            rows[number].sort(
                key=lambda name: (_middle([at[n] for n in joined[name] if n in at], own[name]), own[name])
            )
        crossing = _crossings(rows, edges)
        if crossing < fewest:
            best, fewest = rows, crossing
    return best


def _joined(edges: Sequence[tuple[str, str]]) -> Mapping[str, list[str]]:
    joined = defaultdict(list)
    for start, end in edges:
        joined[start].append(end)
        joined[end].append(start)
    return joined


def _middle(numbers: Sequence[float], otherwise: float) -> float:
    return sum(numbers) / len(numbers) if numbers else otherwise


def _crossings(rows: Sequence[Sequence[str]], edges: Sequence[tuple[str, str]]) -> int:
    place = {name: (number, at) for number, row in enumerate(rows) for at, name in enumerate(row)}
    between = defaultdict(list)
    for start, end in dict.fromkeys(edges):
        between[place[start][0]].append((place[start][1], place[end][1]))
    count = 0
    for pairs in between.values():
        for number, (a, b) in enumerate(pairs):
            count += sum((a - c) * (b - d) < 0 for c, d in pairs[number + 1 :])
    return count


def _across(
    rows: Sequence[Sequence[str]], edges: Sequence[tuple[str, str]], widths: Mapping[str, float]
) -> dict[str, float]:
    """Return the horizontal middle of each place: as close as possible to what it joins, without overlaps."""
    joined, places = _joined(edges), dict[str, float]()
    for row in rows:
        edge = 0.0
        for name in row:
            places[name] = edge + widths[name] / 2
            edge += widths[name] + _BETWEEN
    for sweep in range(_SWEEPS * 2):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wanted = [_middle([places[other] for other in joined[name]], places[name]) for name in row]
            places |= zip(row, _apart(wanted, [widths[name] for name in row]), strict=True)
    left = min(place - widths[name] / 2 for name, place in places.items())
    return {name: place - left for name, place in places.items()}


def _apart(wanted: Sequence[float], widths: Sequence[float]) -> list[float]:
    """Return the places closest to the wanted ones without overlaps, in the same order (by pooling neighbours)."""
    offsets = [0.0]
    for before, after in pairwise(widths):
        offsets.append(offsets[-1] + (before + after) / 2 + _BETWEEN)
    pools: list[tuple[float, int]] = []  # the sum of the wanted places, and how many there are
    for place, offset in zip(wanted, offsets, strict=True):
        pools.append((place - offset, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            (total, count), (more, others) = pools[-2:]
            pools[-2:] = [(total + more, count + others)]
    starts = [total / count for total, count in pools for _ in range(count)]
    return [start + offset for start, offset in zip(starts, offsets, strict=True)]


def _placed(
    sizes: Mapping[str, tuple[float, float]],
    by_rank: Mapping[int, list[str]],
    widths: Mapping[str, float],
    places: Mapping[str, float],
    chains: Mapping[tuple[str, str], tuple[str, ...]],
) -> Layout:
    placed: dict[str, PlacedBox] = {}
    top = 0.0
    for rank in sorted(by_rank):
        height = max((sizes[name][1] for name in by_rank[rank] if name in sizes), default=0.0)
        for name in by_rank[rank]:
            own = sizes[name][1] if name in sizes else height
            placed[name] = PlacedBox(places[name], top, widths[name], own, top + height)
        top += height + _RANKS
    ways = {arrow: tuple(placed[name] for name in chain) for arrow, chain in chains.items()}
    width = max(place.x + place.width / 2 for place in placed.values())
    return Layout({name: placed[name] for name in sizes}, ways, width, top - _RANKS)
