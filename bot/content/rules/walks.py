"""What every walk through the flows keeps to: it ends, soon enough, and asks before it passes anything on."""

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import islice

from bot.content.draft import Draft
from bot.content.faults import Finding
from bot.content.rule import Rule
from bot.content.rules.graph import Edge, Graph, graph, written
from bot.core.flow import AREA_TAPS, MOST_TAPS, Node
from bot.core.library import Flow

Trail = tuple[tuple[Node, ...], tuple[str, ...]]  # the nodes of a walk and the labels pressed
MOST_CIRCLES = 20  # told at once; more are seen when these are mended

State = tuple[Node, bool]  # a node, and whether the area is known (or consent given) when it is reached


def reached(draft: Draft) -> Iterator[Finding]:
    """Every question and outcome can be reached from the flow's start, or from another flow."""
    whole = graph(draft)
    if not all(flow in draft.library.flows for flow in whole.incomplete):
        return  # a flow that cannot be read may lead anywhere
    from_others = {edge.to for node, out in whole.edges.items() for edge in out if edge.to.flow != node.flow}
    for flow in draft.library.flows.values():
        if flow.id in whole.incomplete:
            continue
        starts = {Node(flow.id, flow.start), *(node for node in from_others if node.flow == flow.id)}
        lost = {node for node in whole.edges if node.flow == flow.id} - whole.reachable(starts)
        led_to = {edge.to for node in lost for edge in whole.edges[node]}
        for node in sorted(lost - led_to, key=lambda node: node.id):
            part = "questions" if node.id in flow.questions else "outcomes"
            yield Finding(
                draft.file("flow", flow.id),
                (part, node.id),
                f'nothing leads to "{node.id}"; let an option lead here, or delete it',
                on_key=True,
            )


def circles(draft: Draft) -> Iterator[Finding]:
    """No walk comes back to a step it has left."""
    whole = graph(draft)
    for nodes, edge in islice(_circles(whole), MOST_CIRCLES):
        yield Finding(
            draft.file("flow", nodes[-2].flow),
            edge.path,
            f"this goes round in a circle: {written(nodes)}; lead one of these steps elsewhere",
        )


def _circles(whole: Graph) -> Iterator[tuple[tuple[Node, ...], Edge]]:
    """Yield each circle with the edge that closes it, by a search in depth without recursion."""
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


def taps(draft: Draft) -> Iterator[Finding]:
    """A walk from a flow's start to an outcome takes eight taps at most; an area takes two, once."""
    whole = graph(draft)
    if next(_circles(whole), None) is not None:
        return
    flows = draft.library.flows
    longest = _longest(draft, whole)
    starts = {Node(flow.id, flow.start) for flow in flows.values() if flow.start in flow.questions}
    long = {start for start in starts if longest[start, False][0] > MOST_TAPS}
    for start in sorted(long, key=lambda node: node.flow):
        nodes, labels = _walk(whole, longest, start)
        if not long.intersection(nodes[1:]):
            count = longest[start, False][0]
            yield Finding(
                draft.file("flow", start.flow),
                ("start",),
                f"a walk takes {MOST_TAPS} taps at most and this takes {count}: {written(nodes, labels)}",
            )


def _longest(draft: Draft, whole: Graph) -> Mapping[State, tuple[int, Edge | None]]:
    """Return for each state how many taps its longest walk still takes, and the first of them."""
    longest: dict[State, tuple[int, Edge | None]] = {}
    for node in _ends_first(whole):
        flow = draft.library.flows[node.flow]
        area = node.id in flow.questions and flow.questions[node.id].type == "area"
        for known in (False, True):
            cost = (0 if known else AREA_TAPS) if area else 1
            rest = [(cost + longest[edge.to, known or area][0], edge) for edge in whole.edges[node]]
            longest[node, known] = max(rest, key=lambda pair: pair[0]) if rest else (0, None)
    return longest


def _ends_first(whole: Graph) -> Iterator[Node]:
    """Yield every node of a graph without circles after all the nodes it leads to."""
    done: set[Node] = set()
    waiting = [(node, False) for node in whole.edges]
    while waiting:
        node, seen = waiting.pop()
        if seen and node not in done:
            done.add(node)
            yield node
        elif node not in done:
            waiting.append((node, True))
            waiting.extend((edge.to, False) for edge in whole.edges[node] if edge.to not in done)


def _walk(
    whole: Graph, longest: Mapping[State, tuple[int, Edge | None]], start: Node
) -> tuple[tuple[Node, ...], tuple[str, ...]]:
    nodes, labels, known = [start], list[str](), False
    while (edge := longest[nodes[-1], known][1]) is not None:
        known = known or not edge.label
        nodes.append(edge.to)
        labels.append(edge.label)
    return tuple(nodes), tuple(labels)


def consent(draft: Draft) -> Iterator[Finding]:
    """Before an outcome that passes her details on, every walk asks whether she wants that."""
    whole = graph(draft)
    told: set[Node] = set()
    for flow in draft.library.flows.values():
        for nodes, labels in _unasked(draft, whole, flow):
            end = nodes[-1]
            if end not in told:
                told.add(end)
                walk = written(nodes, labels)
                message = f"her details are passed on and no question asks for consent: {walk}"
                yield Finding(draft.file("flow", end.flow), ("outcomes", end.id, "referral"), message)


def _unasked(draft: Draft, whole: Graph, flow: Flow) -> Iterator[Trail]:
    """Yield the shortest walk to each referral of her details that passes no consent question."""
    start = Node(flow.id, flow.start)
    came: dict[Node, tuple[Node, str] | None] = {start: None}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        owner = draft.library.flows.get(node.flow)
        question = owner.questions.get(node.id) if owner else None
        if owner is None or (question is not None and question.type == "consent"):
            continue
        if node.id in owner.outcomes and owner.outcomes[node.id].referral == "yes":
            yield _back(came, node)
        for edge in whole.edges.get(node, ()):
            if edge.to not in came:
                came[edge.to] = (node, edge.label)
                waiting.append(edge.to)


def _back(came: Mapping[Node, tuple[Node, str] | None], node: Node) -> Trail:
    """Return the walk to a node from where each node was reached first."""
    nodes, labels = [node], list[str]()
    while (before := came[nodes[0]]) is not None:
        nodes.insert(0, before[0])
        labels.insert(0, before[1])
    return tuple(nodes), tuple(labels)


RULES = (
    Rule("SP805", reached),
    Rule("SP806", circles),
    Rule("SP807", taps),
    Rule("SP808", consent),
)
