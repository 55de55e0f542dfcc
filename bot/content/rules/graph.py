"""All flows as one graph: a node is a question or an outcome, an edge is what one tap does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.content.draft import Draft
from bot.content.faults import Path
from bot.core.flow import Node
from bot.core.library import Flow, Option, Question

_MOST_WRITTEN = 24  # steps of a walk in one message


@dataclass(frozen=True, slots=True)
class Edge:
    """One answer: the node it leads to, its label, and where in the file it is written."""

    to: Node
    label: str
    path: Path


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes and edges that could be read; an edge that dangles is left out and its flow incomplete."""

    edges: Mapping[Node, tuple[Edge, ...]]
    incomplete: frozenset[str]  # flows some of whose edges are not known

    def reachable(self, starts: set[Node]) -> set[Node]:
        """Return the nodes that can be reached from some, with these."""
        seen, waiting = set(starts), list(starts)
        while waiting:
            for edge in self.edges.get(waiting.pop(), ()):
                if edge.to not in seen:
                    seen.add(edge.to)
                    waiting.append(edge.to)
        return seen


def graph(draft: Draft) -> Graph:
    """Return the graph of all flows."""
    flows = draft.library.flows
    nodes = {Node(flow.id, id) for flow in flows.values() for id in (*flow.questions, *flow.outcomes)}
    edges: dict[Node, tuple[Edge, ...]] = {}
    known = {*flows, *draft.library.withdrawn_flows}
    incomplete = {id for kind, id in draft.files if kind == "flow" and id not in known}
    for flow in flows.values():
        page = draft.pages[draft.file("flow", flow.id)]
        found = dict(_edges(draft, flow))
        edges |= {node: tuple(edge for edge in out if edge.to in nodes) for node, out in found.items()}
        dangles = any(edge.to not in nodes for out in found.values() for edge in out)
        whole = page.sound("questions") and page.given("outcomes") and flow.start in flow.questions
        if dangles or not whole or any(map(_forked, flow.questions.values())):
            incomplete.add(flow.id)
    return Graph(edges, frozenset(incomplete))


def _forked(question: Question) -> bool:
    """Say whether an option leads two ways at once, so that nobody knows which was meant."""
    return any(option.next and option.flow for option in question.options.values())


def _edges(draft: Draft, flow: Flow) -> Iterator[tuple[Node, tuple[Edge, ...]]]:
    for id in flow.outcomes:
        yield Node(flow.id, id), ()
    for id, question in flow.questions.items():
        start: Path = ("questions", id)
        if question.type == "area":
            yield Node(flow.id, id), (Edge(Node(flow.id, question.next), "", (*start, "next")),)
        else:
            yield (
                Node(flow.id, id),
                tuple(
                    Edge(
                        _target(draft, flow, option),
                        option.label,
                        (*start, "options", answer, "flow" if option.flow else "next"),
                    )
                    for answer, option in question.options.items()
                ),
            )


def _target(draft: Draft, flow: Flow, option: Option) -> Node:
    if not option.flow:
        return Node(flow.id, option.next)
    other = draft.library.flows.get(option.flow)
    return Node(option.flow, option.at or (other.start if other else ""))


def written(nodes: Sequence[Node], labels: Sequence[str] = ()) -> str:
    """Write a walk for a message: its steps, with a flow's name where it changes, and the labels pressed."""
    parts = []
    flow = ""
    for number, node in enumerate(nodes):
        label = labels[number] if number < len(labels) else ""
        name = node.id if node.flow == flow else f"{node.flow}/{node.id}"
        parts.append(f"{name} ({label})" if label else name)
        flow = node.flow
    if len(parts) > _MOST_WRITTEN:
        parts[_MOST_WRITTEN // 2 : -_MOST_WRITTEN // 2] = ["…"]
    return " → ".join(parts)
