"""The flows section of a report: how many people started and ended each flow, and a picture of its steps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from bot.core.count_cells import Cell, Parts, cells, step_cell
from bot.core.flow import Node, question_at, start_of
from bot.core.library import Library, once_per_library
from bot.core.quotations import filled
from bot.counts.store import Release
from bot.reports.graph_layout import Layout, PlacedBox, curve, layout
from bot.reports.pictures import AMBER, BLUE, INK, PALE, PAPER, QUIET, box, svg, text
from bot.reports.released_counts import Amount, Figures
from bot.reports.section import Section, TableValue

LINE, WIDE, PADDING = 15, 168.0, 8  # in a box: the height of a line, its width, the space around the words
_LETTERS, _LINES = 22, 4
_MARGIN = 6
_END, _ELSEWHERE = "it ends here", "see its own flow"


@dataclass(frozen=True, slots=True)
class StepReach:
    """How many people reached a step and, in weeks that can be compared, how many stopped there."""

    amount: Amount
    compared: int = 0  # how many of them in weeks that also show every step directly after it
    stopped: int = 0  # how many of those compared reached no step directly after it; a minimum, and approximate
    where: str = ""  # why nobody can stop there: the flow ends there, or another begins; ``""`` for other steps

    @property
    def stopped_text(self) -> str:
        if not self.amount.number:
            return "–"
        if not self.compared:
            return self.where or "not known"
        return f"{f'about {self.stopped:,} or more' if self.stopped else 'none known'} of {self.compared:,}"


@dataclass(frozen=True, slots=True)
class FlowDrawing:
    """A flow to be drawn."""

    steps: tuple[Cell, ...]  # its steps in order, and the steps in other flows that they lead to
    flow: str
    # the cell for people who started it, if the first step only counts people from another flow
    began: tuple[Cell, ...]
    after: Mapping[Cell, Sequence[Cell]]  # the steps that may be shown directly after each step
    placed: Layout
    lines: Mapping[Cell, tuple[str, ...]]


def reached(figures: Figures, drawn: FlowDrawing) -> dict[Cell, StepReach]:
    """Return how many people reached each step of a flow, and where they stopped.

    Where people stopped is worked out only from weeks that show a step and every step directly after it. Otherwise a
    hidden number would look like people who left. Someone who took two branches counts in both, so the number is a
    minimum. All numbers are rounded, so it is approximate.
    """
    return {cell: _reached(figures, drawn, cell) for cell in drawn.steps}


def _reached(figures: Figures, drawn: FlowDrawing, cell: Cell) -> StepReach:
    here = (cell, *drawn.began) if cell == drawn.steps[0] else (cell,)
    amount = sum((figures.of(each.kind, each.id) for each in here), Amount())
    if not is_own(drawn, cell) or not drawn.after.get(cell):
        return StepReach(amount, where=_END if is_own(drawn, cell) else _ELSEWHERE)
    following = drawn.after[cell]
    whole = [each.shown for each in figures.releases if _exact(each, (*here, *following))]
    compared = sum(shown[each] for shown in whole for each in here)
    went_on = sum(shown[next_] for shown in whole for next_ in following)
    return StepReach(amount, compared, max(0, compared - went_on))


def is_own(drawn: FlowDrawing, cell: Cell) -> bool:
    """Say whether a step belongs to the flow itself and not to another that it leads into."""
    return cell.id.partition(".")[0] == drawn.flow


def _exact(release: Release, wanted: Iterable[Cell]) -> bool:
    """Say whether a release shows all of some cells, none of them as "so many or more"."""
    return all(cell in release.shown and release.shown[cell] != release.most for cell in wanted)


@once_per_library
def drawn_flows(library: Library) -> Mapping[str, FlowDrawing]:
    """Return all flows to be drawn, by id."""
    counted = cells(library)
    after: dict[Cell, list[Cell]] = defaultdict(list)
    for cell, before in counted.items():
        for each in before:
            if cell.kind in ("step", "outcome") and each.kind in ("step", "started"):
                after[each].append(cell)
    return {id: _laid_out(library, id, counted, after) for id in library.flows}


def _laid_out(library: Library, id: str, counted: Parts, after: Mapping[Cell, Sequence[Cell]]) -> FlowDrawing:
    flow, first = library.flows[id], step_cell(library, start_of(library.flows[id]))
    began: tuple[Cell, ...] = (Cell("started", id),)
    own = [step_cell(library, Node(id, each)) for each in (*flow.questions, *flow.outcomes)]
    if first not in counted:  # nothing else leads there: everyone who started the flow was shown it
        own = [*began, *(cell for cell in own if cell != first)]
        first, began = own[0], ()
    steps = tuple(dict.fromkeys([first, *own, *(to for cell in own for to in after.get(cell, ()))]))
    arrows = [(cell.id, to.id) for cell in own for to in after.get(cell, ()) if to.id != cell.id]
    numbered = {cell: f"{number}. {_words(library, cell, id)}" for number, cell in enumerate(steps, 1)}
    lines = {cell: tuple(wrap(words, _LETTERS)[:_LINES]) for cell, words in numbered.items()}
    sizes = {cell.id: (WIDE, (len(lines[cell]) + 1) * LINE + 2.0 * PADDING) for cell in steps}
    return FlowDrawing(steps, id, began, after, layout(sizes, list(dict.fromkeys(arrows))), lines)


def _node(library: Library, cell: Cell) -> Node:
    flow, _, step = cell.id.partition(".")
    return Node(flow, step) if step else start_of(library.flows[flow])


def _words(library: Library, cell: Cell, inside: str) -> str:
    """Return the words of a step, with the name of its flow if that is not the flow being described."""
    node = _node(library, cell)
    question, flow = question_at(library, node), library.flows[node.flow]
    words = filled(question.ask if question else flow.outcomes[node.id].title, library)
    return words if node.flow == inside else f"{flow.title}: {words}"


def sections(figures: Figures, library: Library) -> Iterator[Section]:
    """Yield a section for all flows, then one for each flow that shows more than its start, most used first."""
    started = {id: amount for id, amount in figures.kind("started").items() if id in library.flows}
    drawn = drawn_flows(library)
    inner = {id: [cell for cell in each.steps[1:] if is_own(each, cell)] for id, each in drawn.items()}
    told = {id for id in library.flows if any(figures.of(cell.kind, cell.id).number for cell in inner[id])}
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


def _told(found: Mapping[str, Mapping[Cell, StepReach]], shown: int, hidden: Sequence[str]) -> Iterator[str]:
    yield (
        "How many started each flow, and how many reached one of its ends. Flows lead into each other, and an end "
        "counts people from all of them, so it may have more than started the flow. A dash is too few to show, or "
        "none: it does not mean that nobody reached an end."
    )
    if len(found) < shown:
        yield "Flows where only the start is large enough to show are not drawn."
    if hidden:
        yield f"Nothing is large enough to show for: {', '.join(hidden)}."
    if found:
        telling = sum(_telling(each) for each in found.values())
        yield (
            f"Where people stopped is known for one step or more in {telling} of the {len(found)} flows drawn. It "
            "takes weeks that show a step and everything that comes right after it."
        )


def _telling(found: Mapping[Cell, StepReach]) -> bool:
    return any(each.compared for each in found.values())


def _ended(figures: Figures, flow: str) -> Amount:
    return sum((n for end, n in figures.kind("outcome").items() if end.startswith(f"{flow}.")), Amount())


def _section(figures: Figures, library: Library, drawn: FlowDrawing, found: Mapping[Cell, StepReach]) -> Section:
    telling, before = _telling(found), _before(drawn)
    header = ("Step", "What it is", "Comes after", "Reached it", *(("Stopped there",) if telling else ()))
    rows = tuple(
        (
            f"{number}. {_words(library, cell, drawn.flow)}",
            _kind(library, cell),
            before[cell],
            _shown(each.amount),
            *((each.stopped_text,) if telling else ()),
        )
        for number, (cell, each) in enumerate(found.items(), 1)
    )
    title, told = library.flows[drawn.flow].title, " ".join(_how(figures, drawn, telling=telling))
    return Section(f"flow-{drawn.flow}", title, told, header, rows, _picture(drawn, found), 3, inner=True)


def _before(drawn: FlowDrawing) -> Mapping[Cell, str]:
    """Return the numbers of the steps directly before each step, matching the lines in the picture."""
    numbers = {cell: number for number, cell in enumerate(drawn.steps, 1)}
    return {
        cell: ", ".join(str(numbers[each]) for each in drawn.steps if (each.id, cell.id) in drawn.placed.ways)
        or "the start"
        for cell in drawn.steps
    }


def _how(figures: Figures, drawn: FlowDrawing, *, telling: bool) -> Iterator[str]:
    """Yield how many people started a flow, and how to read its picture."""
    started, first = figures.of("started", drawn.flow), drawn.steps[0]
    over = figures.of(first.kind, first.id) if drawn.began else Amount()
    others = f", and {over} came to its start from another flow" if over.number else ""
    yield f"{started if started.number else 'Too few to show'} started it{others}."
    yield "Boxes are filled from below by how many people reached them; a dash is too few to show, or none."
    if telling:
        yield "The amber edge is how many stopped there, in weeks that show everything that comes right after."
    else:
        yield "Where people stopped is not known: no week shows a step and everything that comes right after it."


def _shown(amount: Amount) -> TableValue:
    return amount if amount.number else "–"


def _kind(library: Library, cell: Cell) -> str:
    node = _node(library, cell)
    if question_at(library, node) is not None:
        return "Question"
    return "End, 999 first" if library.flows[node.flow].outcomes[node.id].emergency else "End"


def _picture(drawn: FlowDrawing, found: Mapping[Cell, StepReach]) -> str:
    own = [each.amount.number for cell, each in found.items() if cell.kind != "outcome"]
    most = max(own, default=0) or max((each.amount.number for each in found.values()), default=0) or 1

    def parts() -> Iterator[str]:
        yield f'<g transform="translate({_MARGIN} {_MARGIN})">'
        for way in drawn.placed.ways.values():
            yield f'<path d="{curve(way)}" fill="none" stroke="{QUIET}"/>'
        for cell, each in found.items():
            yield from _step(drawn.placed.boxes[cell.id], drawn.lines[cell], cell.kind == "outcome", each, most)
        yield "</g>"

    return svg(drawn.placed.width + 2 * _MARGIN, drawn.placed.height + 2 * _MARGIN, parts())


def _step(at: PlacedBox, lines: Sequence[str], end: bool, each: StepReach, most: int) -> Iterator[str]:
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
