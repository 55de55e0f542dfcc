"""Every whole walk of a flow, for tests that look at all of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.flow import AREA_TAPS, Node, question_at, start_of, target
from bot.core.library import Library
from bot.core.steps import Flow


@dataclass(frozen=True, slots=True)
class FlowPath:
    """One whole walk of a flow: its nodes, the labels pressed, and where it ends."""

    nodes: tuple[Node, ...]
    labels: tuple[str, ...]
    end: Node
    taps: int


def paths(library: Library, flow: Flow) -> Iterator[FlowPath]:
    """Yield every walk of a flow from its start to an outcome, through other flows if options lead there."""
    yield from _paths(library, FlowPath((), (), start_of(flow), 0))


def _paths(library: Library, path: FlowPath) -> Iterator[FlowPath]:
    question = question_at(library, path.end)
    if question is None:
        yield path
        return
    nodes = (*path.nodes, path.end)
    if question.type == "area":
        following = Node(path.end.flow, question.next)
        yield from _paths(library, FlowPath(nodes, (*path.labels, "(area)"), following, path.taps + AREA_TAPS))
        return
    for option in question.options.values():
        following = target(library, path.end, option)
        yield from _paths(library, FlowPath(nodes, (*path.labels, option.label), following, path.taps + 1))
