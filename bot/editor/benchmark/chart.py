"""Draw how the cost of matching grows with the content, as one SVG with logarithmic scales and a description."""

import math
from collections.abc import Iterator, Sequence
from html import escape

from bot.editor.benchmark.matching import MatchingCost

_WIDTH, _HEIGHT = 720, 430
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 190, 60, 60  # margins
_LINES = (("#0b5394", "", "circle"), ("#9c3a00", "7 4", "square"), ("#4d4d4d", "2 4", "square"))  # colour, dashes, mark
_TITLE = "How long matching one message takes as the content grows"
_STYLE = (
    "text{font:14px system-ui,sans-serif;fill:#1a1a1a}.head{font-size:17px;font-weight:600}"
    ".grid{stroke:#d9d9d9}.line{fill:none;stroke-width:2.5}"
)


def picture(costs: Sequence[MatchingCost]) -> str:
    """Return the chart of the p50 and p99 times by the number of entries."""
    lowest = 10 ** math.floor(math.log10(min(cost.p50 for cost in costs)))
    highest = 10 ** math.ceil(math.log10(max(cost.p99 for cost in costs)))
    sizes = sorted({cost.entries for cost in costs})
    scale = _Scale(sizes[0], sizes[-1], lowest, highest)
    body = "\n".join((*_grid(scale, sizes), *_drawn(scale, costs)))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'aria-labelledby="title described">\n<title id="title">{_TITLE}</title>\n'
        f'<desc id="described">{escape(told(costs))}</desc>\n<style>{_STYLE}</style>\n'
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def told(costs: Sequence[MatchingCost]) -> str:
    """Return the chart in words."""
    parts = []
    for who, own in _by_matcher(costs):
        times = ", ".join(f"{c.p50:.2g} at {c.entries:,}" for c in own)
        worst = f"; p99 at {own[-1].entries:,} entries: {own[-1].p99:.3g}"
        parts.append(f"{who}: p50 {times}{worst}.")
    return f"Milliseconds for one message by the number of entries, both scales logarithmic. {' '.join(parts)}"


class _Scale:
    """The coordinates of numbers of entries and of milliseconds."""

    def __init__(self, fewest: int, most: int, lowest: float, highest: float) -> None:
        self._x = (math.log10(fewest), max(math.log10(most / fewest), 1e-9))
        self._y = (math.log10(lowest), max(math.log10(highest / lowest), 1e-9))

    def x(self, entries: float) -> float:
        return round(_LEFT + (math.log10(entries) - self._x[0]) / self._x[1] * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, milliseconds: float) -> float:
        share = (math.log10(milliseconds) - self._y[0]) / self._y[1]
        return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)

    def powers(self) -> Iterator[float]:
        """Yield the powers of ten on the vertical scale."""
        yield from (10.0 ** round(self._y[0] + n) for n in range(round(self._y[1]) + 1))


def _grid(scale: _Scale, sizes: Sequence[int]) -> Iterator[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    yield f'<text x="{_LEFT}" y="28" class="head">{_TITLE}</text>'
    yield f'<text x="{_LEFT}" y="48">milliseconds</text>'
    for power in scale.powers():
        y = scale.y(power)
        yield f'<line class="grid" x1="{_LEFT}" x2="{right}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 5}" text-anchor="end">{power:g}</text>'
    for size in sizes:
        x = scale.x(size)
        yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_TOP}" y2="{bottom}"/>'
        yield f'<text x="{x}" y="{bottom + 22}" text-anchor="middle">{size:,}</text>'
    yield f'<text x="{(_LEFT + right) / 2:g}" y="{bottom + 46}" text-anchor="middle">entries</text>'


def _drawn(scale: _Scale, costs: Sequence[MatchingCost]) -> Iterator[str]:
    """Yield a line for each matcher, a vertical stroke to each p99, and the matcher's name at the end."""
    for (colour, dashes, mark), (who, own) in zip(_LINES, _by_matcher(costs), strict=False):
        points = [(scale.x(c.entries), scale.y(c.p50), scale.y(c.p99)) for c in own]
        path = " ".join(f"{x},{y}" for x, y, _ in points)
        yield f'<polyline class="line" stroke="{colour}" stroke-dasharray="{dashes or "none"}" points="{path}"/>'
        for x, y, worst in points:
            yield f'<line stroke="{colour}" x1="{x}" x2="{x}" y1="{y}" y2="{worst}"/>'
            yield f'<line stroke="{colour}" x1="{x - 4:g}" x2="{x + 4:g}" y1="{worst}" y2="{worst}"/>'
            yield _mark(mark, colour, x, y)
        x, y, _ = points[-1]
        yield f'<text x="{x + 12}" y="{y + 5}">{escape(who)}</text>'
    yield f'<text x="{_WIDTH - 12}" y="{_HEIGHT - 14}" text-anchor="end">vertical strokes reach to p99</text>'


def _mark(mark: str, colour: str, x: float, y: float) -> str:
    if mark == "circle":
        return f'<circle fill="{colour}" cx="{x}" cy="{y}" r="4.5"/>'
    return f'<rect fill="{colour}" x="{x - 4:g}" y="{y - 4:g}" width="8" height="8"/>'


def _by_matcher(costs: Sequence[MatchingCost]) -> list[tuple[str, list[MatchingCost]]]:
    ways = dict.fromkeys(cost.who for cost in costs)
    return [(who, sorted((c for c in costs if c.who == who), key=lambda c: c.entries)) for who in ways]
