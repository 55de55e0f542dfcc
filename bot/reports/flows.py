"""A flow with how many reached each step of it and where they stopped, as far as what is released can tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from textwrap import wrap

from bot.core.counted import Cell, Parts, cells, step_cell
from bot.core.flow import Node, question_at, start_of
from bot.core.library import Flow, Library
from bot.core.quoting import filled
from bot.core.ranked import Layout, Placed, layout
from bot.counts.store import Release
from bot.reports.figures import Amount, Figures
from bot.reports.pictures import AMBER, BLUE, INK, PALE, PAPER, QUIET, box, svg, text
from bot.reports.section import Section, Value

_LETTERS, _LINES, _LINE = 22, 4, 15
_WIDE, _PADDING, _MARGIN = 158.0, 8, 6


@dataclass(frozen=True, slots=True)
class Reached:
    """How many reached a step, and how many of those in weeks that can be compared went no further.

    Attributes:
        amount: how many reached it, over all weeks in which that is shown.
        compared: how many of them in weeks in which everything right after it is shown too.
        stopped: how many of the compared, at the least and about, reached nothing right after it.
    """

    amount: Amount
    compared: int = 0
    stopped: int = 0

    @property
    def told(self) -> str:
        """Where they stopped, in words."""
        if not self.amount.number:
            return "–"
        if not self.compared:
            return "cannot be told"
        return f"{f'about {self.stopped:,} or more' if self.stopped else 'none known'} of {self.compared:,}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A flow as it is drawn: its steps in order, what follows each, and where their boxes stand."""

    steps: tuple[Cell, ...]
    after: Mapping[Cell, tuple[Cell, ...]]
    placed: Layout
    lines: Mapping[Cell, tuple[str, ...]]


def reached(figures: Figures, drawn: Drawn) -> dict[Cell, Reached]:
    """Return how many reached each step of a flow, and where they stopped.

    Where a person stopped is told from weeks alone in which a step and everything right after it are shown: elsewhere
    a hidden number would look like people who went away. Whoever took two ways counts in both, so it is
    a least; and all numbers are rounded, so it is about.

    Args:
        figures: what is released.
        drawn: the flow.
    """
    found = {}
    for cell in drawn.steps:
        following = drawn.after.get(cell, ())
        whole = [each.shown for each in figures.releases if following and _exact(each, (cell, *following))]
        compared = sum(shown[cell] for shown in whole)
        went_on = sum(shown[next_] for shown in whole for next_ in following)
        found[cell] = Reached(figures.of(cell.kind, cell.id), compared, max(0, compared - went_on))
    return found


def _exact(release: Release, wanted: Iterable[Cell]) -> bool:
    """Say whether all of some cells are shown in a release, and none of them as "so many or more"."""
    return all(cell in release.shown and release.shown[cell] != release.most for cell in wanted)


def sections(figures: Figures, library: Library) -> Iterator[Section]:
    """Yield one section for all flows, and one for each flow of which anything is shown, the most used first."""
    started = {id: amount for id, amount in figures.kind("started").items() if id in library.flows}
    shown = [id for id in library.flows if any(figures.of(c.kind, c.id).number for c in _drawn(library, id).steps)]
    shown = sorted({*shown, *started}, key=lambda id: (-started.get(id, Amount()).number, id))
    hidden = [flow.title for id, flow in library.flows.items() if id not in shown]
    told = "How many started each flow, how many reached each of its steps, and where they stopped. "
    if hidden:
        told += f"Of these flows nothing is large enough to show: {', '.join(hidden)}."
    rows = tuple(
        (library.flows[id].title, _shown(started.get(id, Amount())), _shown(_ended(figures, id))) for id in shown
    )
    yield Section("flows", "Flows", told.strip(), ("Flow", "Started it", "Reached an end"), rows, bar=1)
    for id in shown:
        yield _section(figures, library, library.flows[id])


def _ended(figures: Figures, flow: str) -> Amount:
    return sum((n for end, n in figures.kind("outcome").items() if end.startswith(f"{flow}.")), Amount())


def _section(figures: Figures, library: Library, flow: Flow) -> Section:
    drawn = _drawn(library, flow.id)
    found = reached(figures, drawn)
    started = figures.of("started", flow.id)
    told = (
        f"{started} started it. Boxes are filled from below as far as people reached them; a dash is too few to show. "
        "An end that several flows share counts whoever came there from any. The amber edge is how many stopped there: "
        "it can be told only from weeks in which everything that comes right after is shown too."
    )
    rows = tuple(
        (_words(library, cell), _kind(library, cell), _shown(each.amount), each.told) for cell, each in found.items()
    )
    header = ("Step", "What it is", "Reached it", "Stopped there")
    return Section(f"flow-{flow.id}", flow.title, told, header, rows, _picture(drawn, found), 2, inner=True)


def _shown(amount: Amount) -> Value:
    return amount if amount.number else "–"


@lru_cache(maxsize=2)
def cells_of(known: "_Known") -> Parts:
    """Return what is counted of a library, worked out once."""
    return cells(known.library)


@lru_cache(maxsize=2)
def _after(known: "_Known") -> Mapping[Cell, tuple[Cell, ...]]:
    """Return what may be shown right after each step."""
    after: dict[Cell, list[Cell]] = defaultdict(list)
    for cell, before in cells_of(known).items():
        for each in before:
            if cell.kind in ("step", "outcome") and each.kind in ("step", "started"):
                after[each].append(cell)
    return {cell: tuple(following) for cell, following in after.items()}


class _Known:
    """A library, known by which it is, so that what is worked out from it is kept until it changes."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def __hash__(self) -> int:
        return id(self.library)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.library is self.library


def _drawn(library: Library, flow: str) -> Drawn:
    return _laid_out(_Known(library), flow)


@lru_cache(maxsize=64)
def _laid_out(known: _Known, id: str) -> Drawn:
    library, after = known.library, _after(known)
    flow = library.flows[id]
    first, counted = step_cell(library, start_of(flow)), cells_of(known)
    own = [step_cell(library, Node(id, each)) for each in (*flow.questions, *flow.outcomes)]
    if first not in counted:  # nothing else leads there: whoever started the flow was shown it
        own = [Cell("started", id), *(cell for cell in own if cell != first)]
        first = own[0]
    steps = tuple(dict.fromkeys([first, *own, *(to for cell in own for to in after.get(cell, ()))]))
    arrows = [(cell.id, to.id) for cell in own for to in after.get(cell, ()) if to.id != cell.id]
    lines = {cell: tuple(wrap(_words(library, cell, id), _LETTERS)[:_LINES]) for cell in steps}
    sizes = {cell.id: (_WIDE, (len(lines[cell]) + 1) * _LINE + 2.0 * _PADDING) for cell in steps}
    return Drawn(steps, after, layout(sizes, list(dict.fromkeys(arrows))), lines)


def _node(library: Library, cell: Cell) -> Node:
    """Return the node that a cell counts."""
    flow, _, step = cell.id.partition(".")
    return Node(flow, step) if step else start_of(library.flows[flow])


def _words(library: Library, cell: Cell, inside: str = "") -> str:
    """Return the words of a step, with the flow it is in where that is another."""
    node = _node(library, cell)
    question, flow = question_at(library, node), library.flows[node.flow]
    words = filled(question.ask if question else flow.outcomes[node.id].title, library)
    return words if not inside or node.flow == inside else f"{flow.title}: {words}"


def _kind(library: Library, cell: Cell) -> str:
    node = _node(library, cell)
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
        yield text(left + _PADDING, at.y + number * _LINE + 3, line, 'font-size="12"')
    counted = str(each.amount) if shown else "–"
    yield text(left + _PADDING, at.y + (len(lines) + 1) * _LINE + 5, counted, f'font-weight="bold" fill="{BLUE}"')
