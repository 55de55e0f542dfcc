"""The shortest trail to every question and outcome of the flows, for each person that a walk may tell of."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from bot.core import flow as flows
from bot.core.flow import Node, Walk
from bot.core.library import Library, Outcome, Question
from bot.core.position import Kind, Step, area_response, code, response

Trail = tuple[Step, ...]


def questions(library: Library) -> Iterator[tuple[Node, Trail]]:
    """Yield each question with a trail to it; where it asks for an area, with each region opened too."""
    for node, trails in _trails(library).items():
        asked = flows.question_at(library, node)
        if asked is not None:
            trail = trails[0].steps
            yield node, trail
            if asked.type == "area":
                yield from ((node, (*trail, Step(Kind.REGION, code(region)))) for region in library.areas.regions)


def outcomes(library: Library) -> Iterator[tuple[Outcome, Sequence[Walk]]]:
    """Yield each outcome with a walk to it for each person who may come to it."""
    for node, walks in _trails(library).items():
        end = flows.outcome_at(library, node)
        if end is not None:
            yield end, walks


def _trails(library: Library) -> Mapping[Node, list[Walk]]:
    """Return the walks to each node, one for each person."""
    found: dict[Node, list[Walk]] = {}
    starts = (Walk(flows.start_of(flow), (Step(Kind.FLOW, code(id)),)) for id, flow in library.flows.items())
    waiting = deque(starts)
    while waiting:
        walk = waiting.popleft()
        walks = found.setdefault(walk.node, [])
        if all(walk.who != other.who for other in walks):
            walks.append(walk)
            asked = flows.question_at(library, walk.node)
            waiting.extend(_next(library, walk, asked) if asked is not None else ())
    return found


def _next(library: Library, walk: Walk, asked: Question) -> Iterator[Walk]:
    """Yield a walk with each answer to a question."""
    node = walk.node
    if asked.type == "area":
        yield Walk(Node(node.flow, asked.next), (*walk.steps, area_response(node.id, "")), walk.who)
    for id, option in asked.options.items():
        who = walk.who | {option.who} if option.who else walk.who
        yield Walk(flows.target(library, node, option), (*walk.steps, response(node.id, id)), who)
