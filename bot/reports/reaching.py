"""How many people reached each step of a flow and where they stopped, as far as the releases can show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from bot.core.count_cells import Cell, Parts, cells, step_cell
from bot.core.flow import Node, question_at, start_of
from bot.core.library import Library
from bot.core.quoting import filled
from bot.counts.store import Release
from bot.reports.figures import Amount, Figures
from bot.reports.graph_layout import Layout, layout

LINE, WIDE, PADDING = 15, 168.0, 8  # in a box: the height of a line, its width, the space around the words
_LETTERS, _LINES = 22, 4
_END, _ELSEWHERE = "it ends here", "see its own flow"


@dataclass(frozen=True, slots=True)
class Reached:
    """How many people reached a step and, in weeks that can be compared, how many went no further.

    Attributes:
        amount: how many reached it, in all weeks that show the number.
        compared: how many of them in weeks that also show every step directly after it.
        stopped: how many of those compared reached no step directly after it; a minimum, and approximate.
        where: why nobody can stop there: the flow ends there, or another begins; ``""`` for other steps.
    """

    amount: Amount
    compared: int = 0
    stopped: int = 0
    where: str = ""

    @property
    def told(self) -> str:
        """How many stopped, in words."""
        if not self.amount.number:
            return "–"
        if not self.compared:
            return self.where or "cannot be told"
        return f"{f'about {self.stopped:,} or more' if self.stopped else 'none known'} of {self.compared:,}"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A flow as it is drawn.

    Attributes:
        steps: its steps in order, and the steps in other flows that they lead to.
        flow: its id.
        began: the cell for people who started it, if the first step only counts people from another flow.
        after: the steps that may be shown directly after each step.
        placed: the positions of the boxes.
        lines: the lines of text in each box.
    """

    steps: tuple[Cell, ...]
    flow: str
    began: tuple[Cell, ...]
    after: Mapping[Cell, tuple[Cell, ...]]
    placed: Layout
    lines: Mapping[Cell, tuple[str, ...]]


def reached(figures: Figures, drawn: Drawn) -> dict[Cell, Reached]:
    """Return how many people reached each step of a flow, and where they stopped.

    Where people stopped is worked out only from weeks that show a step and every step directly after it: otherwise a
    hidden number would look like people who left. Someone who took two branches counts in both, so the number is a
    minimum; all numbers are rounded, so it is approximate.

    Args:
        figures: the figures to use.
        drawn: the flow.
    """
    return {cell: _reached(figures, drawn, cell) for cell in drawn.steps}


def _reached(figures: Figures, drawn: Drawn, cell: Cell) -> Reached:
    here = (cell, *drawn.began) if cell == drawn.steps[0] else (cell,)
    amount = sum((figures.of(each.kind, each.id) for each in here), Amount())
    if not is_own(drawn, cell) or not drawn.after.get(cell):
        return Reached(amount, where=_END if is_own(drawn, cell) else _ELSEWHERE)
    following = drawn.after[cell]
    whole = [each.shown for each in figures.releases if _exact(each, (*here, *following))]
    compared = sum(shown[each] for shown in whole for each in here)
    went_on = sum(shown[next_] for shown in whole for next_ in following)
    return Reached(amount, compared, max(0, compared - went_on))


def is_own(drawn: Drawn, cell: Cell) -> bool:
    """Say whether a step belongs to the flow itself and not to another that it leads into."""
    return cell.id.partition(".")[0] == drawn.flow


def _exact(release: Release, wanted: Iterable[Cell]) -> bool:
    """Say whether a release shows all of some cells, none of them as "so many or more"."""
    return all(cell in release.shown and release.shown[cell] != release.most for cell in wanted)


@lru_cache(maxsize=2)
def cells_of(known: "_Known") -> Parts:
    """Return the cells that are counted for a library; worked out once."""
    return cells(known.library)


@lru_cache(maxsize=2)
def _after(known: "_Known") -> Mapping[Cell, tuple[Cell, ...]]:
    """Return the steps that may be shown directly after each step."""
    after: dict[Cell, list[Cell]] = defaultdict(list)
    for cell, before in cells_of(known).items():
        for each in before:
            if cell.kind in ("step", "outcome") and each.kind in ("step", "started"):
                after[each].append(cell)
    return {cell: tuple(following) for cell, following in after.items()}


class _Known:
    """A library compared by identity, so that results worked out from it are cached until it is replaced."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def __hash__(self) -> int:
        return id(self.library)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and other.library is self.library


def drawn_of(library: Library, flow: str) -> Drawn:
    """Return a flow as it is drawn, with its steps numbered in the order of the report; worked out once."""
    return _laid_out(_Known(library), flow)


@lru_cache(maxsize=64)
def _laid_out(known: _Known, id: str) -> Drawn:
    library, after = known.library, _after(known)
    flow = library.flows[id]
    first, counted = step_cell(library, start_of(flow)), cells_of(known)
    began: tuple[Cell, ...] = (Cell("started", id),)
    own = [step_cell(library, Node(id, each)) for each in (*flow.questions, *flow.outcomes)]
    if first not in counted:  # nothing else leads there: everyone who started the flow was shown it
        own = [*began, *(cell for cell in own if cell != first)]
        first, began = own[0], ()
    steps = tuple(dict.fromkeys([first, *own, *(to for cell in own for to in after.get(cell, ()))]))
    arrows = [(cell.id, to.id) for cell in own for to in after.get(cell, ()) if to.id != cell.id]
    numbered = {cell: f"{number}. {words_of(library, cell, id)}" for number, cell in enumerate(steps, 1)}
    lines = {cell: tuple(wrap(words, _LETTERS)[:_LINES]) for cell, words in numbered.items()}
    sizes = {cell.id: (WIDE, (len(lines[cell]) + 1) * LINE + 2.0 * PADDING) for cell in steps}
    return Drawn(steps, id, began, after, layout(sizes, list(dict.fromkeys(arrows))), lines)


def node_of(library: Library, cell: Cell) -> Node:
    """Return the node that a cell counts."""
    flow, _, step = cell.id.partition(".")
    return Node(flow, step) if step else start_of(library.flows[flow])


def words_of(library: Library, cell: Cell, inside: str) -> str:
    """Return the words of a step, with the name of its flow if that is not the flow being described."""
    node = node_of(library, cell)
    question, flow = question_at(library, node), library.flows[node.flow]
    words = filled(question.ask if question else flow.outcomes[node.id].title, library)
    return words if node.flow == inside else f"{flow.title}: {words}"
