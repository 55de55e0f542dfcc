"""Flows: where a walk has got to, derived from its responses, and every walk that there is.

A walk is its responses; the node shown is replayed from them, never kept, so that an edited flow, a restart or an old
button cannot corrupt anything. (The idea is GOV.UK smart-answers' state resolver: alphagov/smart-answers,
lib/smart_answer/state_resolver.rb.)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.library import Flow, Library, Option, Outcome, Question
from bot.core.position import NONE, REGION, RESPONSE, Step, code, response

MOST_TAPS = 8  # from the start of a flow to its outcome
AREA_TAPS = 2  # a region, then a council


@dataclass(frozen=True, slots=True)
class Node:
    """A question or an outcome: the flow it is in and its id there."""

    flow: str
    id: str


@dataclass(frozen=True, slots=True)
class Walk:
    """How far a walk has got.

    ``steps`` are those that still mean something; ``region`` is the region opened at an area question, as its code;
    ``who`` is what the responses told of the person.
    """

    node: Node
    steps: tuple[Step, ...] = ()
    who: frozenset[str] = frozenset()
    region: str = ""


@dataclass(frozen=True, slots=True)
class FlowPath:
    """One whole walk of a flow, for proofs: the nodes passed, the labels pressed, and where it ends."""

    nodes: tuple[Node, ...]
    labels: tuple[str, ...]
    end: Node
    taps: int


def question_at(library: Library, node: Node) -> Question | None:
    """Return the question that a node is, or None where it is an outcome."""
    return library.flows[node.flow].questions.get(node.id)


def outcome_at(library: Library, node: Node) -> Outcome | None:
    """Return the outcome that a node is, or None where it is a question."""
    return library.flows[node.flow].outcomes.get(node.id)


def start_of(flow: Flow) -> Node:
    """Return the first node of a flow."""
    return Node(flow.id, flow.start)


def target(library: Library, node: Node, option: Option) -> Node:
    """Return the node that an option leads to, in this flow or over in another."""
    if option.flow:
        return Node(option.flow, option.at or library.flows[option.flow].start)
    return Node(node.flow, option.next)


def replay(library: Library, flow: Flow, steps: Sequence[Step], area: str) -> Walk:
    """Walk a flow with the responses given and return how far it gets.

    Each response is looked for by its question's code, so that a question put in, taken out or moved leaves the
    others standing. The walk stops at the first question that has no living response.

    Args:
        library: all content.
        flow: the flow that the walk began in.
        steps: the responses and opened regions, oldest first.
        area: the code of the area already known, or ``--``; a known area answers an area question by itself.

    Returns:
        The node to show, with the steps that led there.
    """
    node, rest, kept, who = start_of(flow), tuple(steps), list[Step](), set[str]()
    while (question := question_at(library, node)) is not None:
        found = _response(rest, node.id, question)
        if question.type == "area":
            if found is None and area == NONE:
                opened = rest[:1] if rest and rest[0].letter == REGION else ()
                return Walk(node, (*kept, *opened), frozenset(who), opened[0].code if opened else "")
            following = Node(node.flow, question.next)
        else:
            name, option = _option(question, found[1]) if found else ("", None)
            if found is None or option is None:
                break
            found = found[0], response(node.id, name)
            who.update({option.who} if option.who else ())
            following = target(library, node, option)
        if found is not None:
            kept.extend((*(rest[: found[0]] if question.type == "area" else ()), found[1]))
            rest = rest[found[0] + 1 :]
        node = following
    return Walk(node, tuple(kept), frozenset(who))


def _response(steps: Sequence[Step], name: str, question: Question) -> tuple[int, Step] | None:
    """Return the first step that answers a question, by the code of its id of today, and where it is."""
    today, wanted = code(name, 2), _codes(name, question)
    for index, step in enumerate(steps):
        if step.letter == RESPONSE and step.code[:2] in wanted:
            return index, Step(RESPONSE, today + step.code[2:])
    return None


def _option(question: Question, step: Step) -> tuple[str, Option | None]:
    """Return the option that a step chose, with its id of today."""
    options = question.options.items()
    return next(((name, option) for name, option in options if step.code[2:] in _codes(name, option)), ("", None))


def _codes(name: str, thing: Question | Option) -> tuple[str, ...]:
    """Return the codes of a question or an option, of today and from before."""
    return tuple(code(each, 2) for each in (name, *thing.aliases))


def paths(library: Library, flow: Flow) -> Iterator[FlowPath]:
    """Yield every walk of a flow from its start to an outcome, over into other flows where options lead there."""
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
