"""Rules about walks through the flows, which form one graph: no circles, few taps, consent before a referral."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import islice

from bot.content.faults import FieldPath, Finding
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.core.flow import AREA_TAPS, MOST_TAPS, Node
from bot.core.steps import Flow, Option, Question

_MOST_WRITTEN = 24  # steps of a walk in one message


@dataclass(frozen=True, slots=True)
class Edge:
    """One answer: the node that it leads to, its label, and its path in the file."""

    to: Node
    label: str
    path: FieldPath


@dataclass(frozen=True, slots=True)
class Graph:
    """The nodes and edges that could be read; an edge that leads nowhere is left out, and its flow is incomplete."""

    edges: Mapping[Node, tuple[Edge, ...]]
    incomplete: frozenset[str]  # flows with some edges that are not known

    def reachable(self, starts: set[Node]) -> set[Node]:
        """Return the nodes that can be reached from others, including these."""
        seen, waiting = set(starts), list(starts)
        while waiting:
            for edge in self.edges.get(waiting.pop(), ()):
                if edge.to not in seen:
                    seen.add(edge.to)
                    waiting.append(edge.to)
        return seen


def graph(content: LoadedContent) -> Graph:
    """Return the graph of all flows."""
    flows = content.library.flows
    nodes = {Node(flow.id, id) for flow in flows.values() for id in (*flow.questions, *flow.outcomes)}
    edges: dict[Node, tuple[Edge, ...]] = {}
    known = {*flows, *content.library.withdrawn_flows}
    incomplete = {id for kind, id in content.files if kind == "flow" and id not in known}
    for flow in flows.values():
        page = content.pages[content.file("flow", flow.id)]
        found = dict(_edges(content, flow))
        edges |= {node: tuple(edge for edge in out if edge.to in nodes) for node, out in found.items()}
        dangles = any(edge.to not in nodes for out in found.values() for edge in out)
        whole = page.sound("questions") and page.given("outcomes") and flow.start in flow.questions
        if dangles or not whole or any(map(_forked, flow.questions.values())):
            incomplete.add(flow.id)
    return Graph(edges, frozenset(incomplete))


def _forked(question: Question) -> bool:
    """Return whether an option has both next and flow, so its target is not known."""
    return any(option.next and option.flow for option in question.options.values())


def _edges(content: LoadedContent, flow: Flow) -> Iterator[tuple[Node, tuple[Edge, ...]]]:
    for id in flow.outcomes:
        yield Node(flow.id, id), ()
    for id, question in flow.questions.items():
        start: FieldPath = ("questions", id)
        if question.type == "area":
            yield Node(flow.id, id), (Edge(Node(flow.id, question.next), "", (*start, "next")),)
        else:
            yield (
                Node(flow.id, id),
                tuple(
                    Edge(
                        _target(content, flow, option),
                        option.label,
                        (*start, "options", answer, "flow" if option.flow else "next"),
                    )
                    for answer, option in question.options.items()
                ),
            )


def _target(content: LoadedContent, flow: Flow, option: Option) -> Node:
    if not option.flow:
        return Node(flow.id, option.next)
    other = content.library.flows.get(option.flow)
    return Node(option.flow, option.at or (other.start if other else ""))


def written(nodes: Sequence[Node], labels: Sequence[str] = ()) -> str:
    """Return a walk for a message: its steps, each new flow's name, and the labels pressed."""
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


_Trail = tuple[tuple[Node, ...], tuple[str, ...]]  # the nodes of a walk and the labels pressed
MOST_CIRCLES = 20  # reported at once; more are reported when these are fixed

_WalkState = tuple[Node, bool]  # a node, and whether the area is known (or consent given) when it is reached


def reached(content: LoadedContent) -> Iterator[Finding]:
    """Yield the questions and outcomes that cannot be reached from their flow's start or from another flow."""
    whole = graph(content)
    if not all(flow in content.library.flows for flow in whole.incomplete):
        return  # a flow that cannot be read may lead anywhere
    from_others = {edge.to for node, out in whole.edges.items() for edge in out if edge.to.flow != node.flow}
    for flow in content.library.flows.values():
        if flow.id in whole.incomplete:
            continue
        starts = {Node(flow.id, flow.start), *(node for node in from_others if node.flow == flow.id)}
        lost = {node for node in whole.edges if node.flow == flow.id} - whole.reachable(starts)
        led_to = {edge.to for node in lost for edge in whole.edges[node]}
        for node in sorted(lost - led_to, key=lambda node: node.id):
            part = "questions" if node.id in flow.questions else "outcomes"
            message = f'nothing leads to "{node.id}"; let an option lead here, or delete it'
            yield Finding(content.file("flow", flow.id), (part, node.id), message, on_key=True)


def circles(content: LoadedContent) -> Iterator[Finding]:
    """Yield the options that lead back to an earlier step."""
    whole = graph(content)
    for nodes, edge in islice(_circles(whole), MOST_CIRCLES):
        message = f"this goes round in a circle: {written(nodes)}; lead one of these steps elsewhere"
        yield Finding(content.file("flow", nodes[-2].flow), edge.path, message)


def _circles(whole: Graph) -> Iterator[tuple[tuple[Node, ...], Edge]]:
    """Yield each circle with the edge that closes it (depth-first search, without recursion)."""
    done: set[Node] = set()
    for start in whole.edges:
        trail: dict[Node, Iterator[Edge]] = {} if start in done else {start: iter(whole.edges[start])}
        while trail:
            node = next(reversed(trail))
            edge = next(trail[node], None)
            if edge is None:
                done.add(node)
                del trail[node]
            elif edge.to in trail:
                nodes = list(trail)
                yield (*nodes[nodes.index(edge.to) :], edge.to), edge
            elif edge.to not in done:
                trail[edge.to] = iter(whole.edges[edge.to])


def taps(content: LoadedContent) -> Iterator[Finding]:
    """Yield the flows with a walk of more than eight taps; choosing the area takes two taps, once."""
    whole = graph(content)
    if next(_circles(whole), None) is not None:
        return
    flows = content.library.flows
    longest = _longest(content, whole)
    starts = {Node(flow.id, flow.start) for flow in flows.values() if flow.start in flow.questions}
    long = {start for start in starts if longest[start, False][0] > MOST_TAPS}
    for start in sorted(long, key=lambda node: node.flow):
        nodes, labels = _walk(whole, longest, start)
        if not long.intersection(nodes[1:]):
            count = longest[start, False][0]
            message = f"a walk takes {MOST_TAPS} taps at most and this takes {count}: {written(nodes, labels)}"
            yield Finding(content.file("flow", start.flow), ("start",), message)


def _longest(content: LoadedContent, whole: Graph) -> Mapping[_WalkState, tuple[int, Edge | None]]:
    """Return, for each state, the taps of its longest walk to an outcome, and the first edge of that walk."""
    longest: dict[_WalkState, tuple[int, Edge | None]] = {}
    ends_first = TopologicalSorter({node: [edge.to for edge in out] for node, out in whole.edges.items()})
    for node in ends_first.static_order():
        flow = content.library.flows[node.flow]
        area = node.id in flow.questions and flow.questions[node.id].type == "area"
        for known in (False, True):
            cost = (0 if known else AREA_TAPS) if area else 1
            rest = [(cost + longest[edge.to, known or area][0], edge) for edge in whole.edges[node]]
            longest[node, known] = max(rest, key=lambda pair: pair[0]) if rest else (0, None)
    return longest


def _walk(
    whole: Graph, longest: Mapping[_WalkState, tuple[int, Edge | None]], start: Node
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    nodes, labels, known = [start], list[str](), False
    while (edge := longest[nodes[-1], known][1]) is not None:
        known = known or not edge.label
        nodes.append(edge.to)
        labels.append(edge.label)
    return tuple(nodes), tuple(labels)


def consent(content: LoadedContent) -> Iterator[Finding]:
    """Yield the referrals that a walk can reach without a consent question."""
    whole = graph(content)
    told: set[Node] = set()
    for flow in content.library.flows.values():
        for nodes, labels in _unasked(content, whole, flow):
            end = nodes[-1]
            if end not in told:
                told.add(end)
                walk = written(nodes, labels)
                message = f"her details are passed on but no question asks for consent: {walk}"
                yield Finding(content.file("flow", end.flow), ("outcomes", end.id, "referral"), message)


def _unasked(content: LoadedContent, whole: Graph, flow: Flow) -> Iterator[_Trail]:
    """Yield the shortest walk without a consent question to each referral of her details."""
    start = Node(flow.id, flow.start)
    first_edges: dict[Node, tuple[Node, str] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        owner = content.library.flows.get(node.flow)
        question = owner.questions.get(node.id) if owner else None
        if owner is None or (question is not None and question.type == "consent"):
            continue
        if node.id in owner.outcomes and owner.outcomes[node.id].referral == "yes":
            yield _back(first_edges, node)
        for edge in whole.edges.get(node, ()):
            if edge.to not in first_edges:
                first_edges[edge.to] = (node, edge.label)
                waiting.append(edge.to)


def _back(first_edges: Mapping[Node, tuple[Node, str] | None], node: Node) -> _Trail:
    """Return the walk to a node, from the edges that first reached each node."""
    nodes, labels = [node], list[str]()
    while (before := first_edges[nodes[0]]) is not None:
        nodes.insert(0, before[0])
        labels.insert(0, before[1])
    return tuple(nodes), tuple(labels)


RULES: tuple[Refusal, ...] = (
    Rule("SP805", reached),
    Rule("SP806", circles),
    Rule("SP807", taps),
    Rule("SP808", consent),
)
