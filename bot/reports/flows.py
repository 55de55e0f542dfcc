"""The flows section of a report: how many people started and ended each flow, and a picture of its steps."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bot.core.count_cells import Cell
from bot.core.flow import question_at
from bot.core.library import Library
from bot.reports.figures import Amount, Figures
from bot.reports.graph_layout import Placed
from bot.reports.pictures import AMBER, BLUE, INK, PALE, PAPER, QUIET, box, svg, text
from bot.reports.reaching import LINE, PADDING, Drawn, Reached, drawn_of, is_own, node_of, reached, words_of
from bot.reports.section import Section, Value

_MARGIN = 6


def sections(figures: Figures, library: Library) -> Iterator[Section]:
    """Yield a section for all flows, then one for each flow that shows more than its start, the most used first."""
    started = {id: amount for id, amount in figures.kind("started").items() if id in library.flows}
    drawn = {id: drawn_of(library, id) for id in library.flows}
    told = {id for id in library.flows if any(figures.of(c.kind, c.id).number for c in _after_start(drawn[id]))}
    shown = sorted({*started, *told}, key=lambda id: (-started.get(id, Amount()).number, id))
    found = {id: reached(figures, drawn[id]) for id in shown if id in told}
    rows = tuple(
        (library.flows[id].title, _shown(started.get(id, Amount())), _shown(_ended(figures, id))) for id in shown
    )
    hidden = [flow.title for id, flow in library.flows.items() if id not in shown]
    header = ("Flow", "Started it", "Reached one of its ends, from any flow")
    yield Section("flows", "Flows", " ".join(_told(found, len(shown), hidden)), header, rows, bar=1)
    for id, each in found.items():
        yield _section(figures, library, drawn[id], each)


def _after_start(drawn: Drawn) -> Iterator[Cell]:
    return (cell for cell in drawn.steps[1:] if is_own(drawn, cell))


def _told(found: Mapping[str, Mapping[Cell, Reached]], shown: int, hidden: Sequence[str]) -> Iterator[str]:
    """Yield the sentences that a reader needs to understand the flows."""
    yield (
        "How many started each flow, and how many came to one of its ends. Flows lead into each other, and an end "
        "counts whoever came there from any, so it may have more than started the flow. A dash is too few to show, or "
        "none: it does not say that nobody came to an end."
    )
    if len(found) < shown:
        yield "Flows of which only the start is large enough to show are not drawn."
    if hidden:
        yield f"Of these nothing is large enough to show: {', '.join(hidden)}."
    if found:
        telling = sum(_telling(each) for each in found.values())
        yield (
            f"Where people stopped can be told at one step or more in {telling} of the {len(found)} flows drawn. It "
            "takes weeks in which a step is shown, and everything that comes right after it."
        )


def _telling(found: Mapping[Cell, Reached]) -> bool:
    return any(each.compared for each in found.values())


def _ended(figures: Figures, flow: str) -> Amount:
    return sum((n for end, n in figures.kind("outcome").items() if end.startswith(f"{flow}.")), Amount())


def _section(figures: Figures, library: Library, drawn: Drawn, found: Mapping[Cell, Reached]) -> Section:
    telling, before = _telling(found), _before(drawn)
    header = ("Step", "What it is", "Comes after", "Reached it", *(("Stopped there",) if telling else ()))
    rows = tuple(
        (
            f"{number}. {words_of(library, cell, drawn.flow)}",
            _kind(library, cell),
            before[cell],
            _shown(each.amount),
            *((each.told,) if telling else ()),
        )
        for number, (cell, each) in enumerate(found.items(), 1)
    )
    title, told = library.flows[drawn.flow].title, " ".join(_how(figures, drawn, telling=telling))
    return Section(f"flow-{drawn.flow}", title, told, header, rows, _picture(drawn, found), 3, inner=True)


def _before(drawn: Drawn) -> Mapping[Cell, str]:
    """Return the numbers of the steps directly before each step, matching the lines in the picture."""
    numbers = {cell: number for number, cell in enumerate(drawn.steps, 1)}
    return {
        cell: ", ".join(str(numbers[each]) for each in drawn.steps if (each.id, cell.id) in drawn.placed.ways)
        or "the start"
        for cell in drawn.steps
    }


def _how(figures: Figures, drawn: Drawn, *, telling: bool) -> Iterator[str]:
    """Yield how many people started a flow, and how to read its picture."""
    started, first = figures.of("started", drawn.flow), drawn.steps[0]
    over = figures.of(first.kind, first.id) if drawn.began else Amount()
    others = f", and {over} came to its start from another flow" if over.number else ""
    yield f"{started if started.number else 'Too few to show'} started it{others}."
    yield "Boxes are filled from below as far as people reached them; a dash is too few to show, or none."
    if telling:
        yield "The amber edge is how many stopped there, in weeks in which everything that comes right after is shown."
    else:
        yield "Where people stopped cannot be told: in no week is a step shown and all that comes right after it."


def _shown(amount: Amount) -> Value:
    return amount if amount.number else "–"


def _kind(library: Library, cell: Cell) -> str:
    node = node_of(library, cell)
    if question_at(library, node) is not None:
        return "Question"
    return "End, 999 first" if library.flows[node.flow].outcomes[node.id].emergency else "End"


def _picture(drawn: Drawn, found: Mapping[Cell, Reached]) -> str:
    own = [each.amount.number for cell, each in found.items() if cell.kind != "outcome"]
    most = max(own, default=0) or max((each.amount.number for each in found.values()), default=0) or 1

    def parts() -> Iterator[str]:
        yield f'<g transform="translate({_MARGIN} {_MARGIN})">'
        for way in drawn.placed.ways.values():
            yield _way(way)
        for cell, each in found.items():
            yield from _step(drawn.placed.boxes[cell.id], drawn.lines[cell], cell.kind == "outcome", each, most)
        yield "</g>"

    return svg(drawn.placed.width + 2 * _MARGIN, drawn.placed.height + 2 * _MARGIN, parts())


def _way(way: Sequence[Placed]) -> str:
    start = way[0]
    parts = [f"M{start.x:.0f} {start.y + start.height:.0f}"]
    for above, below in pairwise(way):
        middle = (above.foot + below.y) / 2
        parts.append(
            f"V{above.foot:.0f}C{above.x:.0f} {middle:.0f} {below.x:.0f} {middle:.0f} {below.x:.0f} {below.y:.0f}"
        )
    return f'<path d="{"".join(parts)}" fill="none" stroke="{QUIET}"/>'


def _step(at: Placed, lines: Sequence[str], end: bool, each: Reached, most: int) -> Iterator[str]:
    left, shown = at.x - at.width / 2, each.amount.number
    yield box(left, at.y, at.width, at.height, PAPER)
    filled_to = at.height * min(1.0, shown / most)
    yield box(left, at.y + at.height - filled_to, at.width, filled_to, "#dcebf8")
    if each.compared and each.stopped:
        high = at.height * each.stopped / each.compared
        yield box(left + at.width - 7, at.y + at.height - high, 7, high, AMBER)
    frame = f'fill="none" stroke="{INK if shown else PALE}"' + (' stroke-width="2.5"' if end else ' rx="8"')
    yield f'<rect x="{left:.0f}" y="{at.y:.0f}" width="{at.width:.0f}" height="{at.height:.0f}" {frame}/>'
    for number, line in enumerate(lines, 1):
        yield text(left + PADDING, at.y + number * LINE + 3, line, 'font-size="12"')
    counted = str(each.amount) if shown else "–"
    yield text(left + PADDING, at.y + (len(lines) + 1) * LINE + 5, counted, f'font-weight="bold" fill="{BLUE}"')
