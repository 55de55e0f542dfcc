"""A picture of how the processor time of a press and of a question grows with the number of entries."""

import math
from collections.abc import Iterator, Sequence

from bot.editor.process_benchmark import ProcessCost
from bot.reports.pictures import BLUE, LINE, svg, text

_WIDE, _HIGH, _LEFT, _FOOT = 640, 360, 60, 40
_INKS = {"press": BLUE, "question": "#9c5d00"}


def picture(found: Sequence[tuple[int, ProcessCost]]) -> str:
    """Return a picture of how the processor time grows with the entries; both axes are in powers of ten."""
    at_once = [(size, cost) for size, cost in found if not cost.delay]
    sizes = [size for size, _ in at_once]
    costs = [max(cost.cpu, 0.01) for _, cost in at_once]
    right, low, high = (
        max(1.0, math.log10(max(sizes))),
        math.floor(math.log10(min(costs))),
        math.ceil(math.log10(max(costs))),
    )

    def place(size: float, cpu: float) -> tuple[float, float]:
        up = (math.log10(max(cpu, 0.01)) - low) / max(1, high - low)
        return _LEFT + math.log10(size) / right * (_WIDE - _LEFT - 90), _HIGH - _FOOT - up * (_HIGH - _FOOT - 20)

    def parts() -> Iterator[str]:
        for power in range(low, high + 1):
            _, y = place(1, 10.0**power)
            yield f'<line x1="{_LEFT}" x2="{_WIDE - 80}" y1="{y:.0f}" y2="{y:.0f}" stroke="{LINE}"/>'
            yield text(4, y + 4, f"{10.0**power:g} ms")
        for size in dict.fromkeys(sizes):
            yield text(place(size, 1)[0] - 8, _HIGH - 16, f"{size:,}")
        for kind, ink in _INKS.items():
            points = [place(size, cost.cpu) for size, cost in at_once if cost.kind == kind]
            line = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
            yield f'<polyline points="{line}" fill="none" stroke="{ink}" stroke-width="2"/>'
            yield text(points[-1][0] + 8, points[-1][1] + 4, kind, f'fill="{ink}"')

    return svg(_WIDE, _HIGH, parts()).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
