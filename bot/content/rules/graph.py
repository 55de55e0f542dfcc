"""All flows as one graph: a node is a question or an outcome, an edge is what one tap does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.content.draft import Draft
from bot.content.faults import Finding, Path
from bot.content.nodes import Page
from bot.content.rule import Rule
from bot.content.shape_faults import listed, shown
from bot.core.flow import Node
from bot.core.library import Flow, Library, Option, Outcome, Question
from bot.core.lifecycle import first_id

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


LEARNING = ("training", "training-for-my-team")  # which may lead to practice, by their first ids
_WORD = "Practice"


def led_to(draft: Draft) -> Iterator[Finding]:
    """Only what is for learning leads to practice, and practice itself."""
    library = draft.library
    practice = frozenset(flow.id for flow in library.flows.values() if flow.practice)
    cure = f"let {listed(LEARNING)} lead there, or name a flow for a real case"
    for file, path, id in _ways(draft):
        if id in practice:
            yield Finding(file, path, f'"{id}" is practice, and somebody real may be waiting here; {cure}')


def _ways(draft: Draft) -> Iterator[tuple[str, Path, str]]:
    """Yield each place outside practice and learning that leads to a flow, with the flow's id."""
    library = draft.library
    for entry in library.entries.values():
        if first_id(entry) not in LEARNING:
            yield draft.file("entry", entry.id), ("flow",), entry.flow
    for id, card in library.crisis.items():
        yield draft.file("crisis"), ("cards", id, "flow"), card.flow
    for number, id in enumerate(library.vocabulary.start_flows):
        yield draft.file("vocabulary"), ("start_flows", number), id
    for flow in library.flows.values():
        if not flow.practice:
            yield from ((draft.file("flow", flow.id), path, id) for path, id in _from_flow(flow))


def _from_flow(flow: Flow) -> Iterator[tuple[Path, str]]:
    for id, question in flow.questions.items():
        for answer, option in question.options.items():
            yield ("questions", id, "options", answer, "flow"), option.flow
    for id, outcome in flow.outcomes.items() if first_id(flow) not in LEARNING else ():
        yield from ((("outcomes", id, "flows", number), other) for number, other in enumerate(outcome.flows))


def unmistakable(draft: Draft) -> Iterator[Finding]:
    """Practice says so in every title and question, and treats nobody as real."""
    for flow in draft.library.flows.values():
        if flow.practice:
            page = draft.pages[draft.file("flow", flow.id)]
            yield from _says(page, ("title",), flow.title, f"{_WORD}:")
            for id, question in flow.questions.items():
                yield from _question(draft.library, page, ("questions", id), question)
            for id, outcome in flow.outcomes.items():
                yield from _outcome(page, ("outcomes", id), outcome)


def _says(page: Page, path: Path, text: str, word: str) -> Iterator[Finding]:
    if text and not text.startswith(word):
        yield Finding(page.file, path, f'in practice this begins with "{word}", so that nobody takes it for a case')


def _question(library: Library, page: Page, path: Path, question: Question) -> Iterator[Finding]:
    yield from _says(page, (*path, "ask"), question.ask, _WORD)
    if question.type != "choice":
        message = f'practice has no {question.type} question, for nobody is real; write "type: choice"'
        yield Finding(page.file, (*path, "type"), message)
    for answer, option in question.options.items():
        yield from _option(library, page, (*path, "options", answer), option)


def _option(library: Library, page: Page, path: Path, option: Option) -> Iterator[Finding]:
    if option.who:
        yield Finding(page.file, (*path, "who"), f"in practice {shown(option.who)} is nobody; delete this", on_key=True)
    other = library.flows.get(option.flow)
    if other is not None and not other.practice:
        message = f'an answer in practice leads on in practice; offer "{other.id}" under flows: of an outcome'
        yield Finding(page.file, (*path, "flow"), message)


def _outcome(page: Page, path: Path, outcome: Outcome) -> Iterator[Finding]:
    yield from _says(page, (*path, "title"), outcome.title, _WORD)
    if outcome.referral in ("yes", "duty"):
        message = 'practice passes nothing on; write referral: "no"'
        yield Finding(page.file, (*path, "referral"), message)
    if outcome.emergency:
        yield Finding(page.file, (*path, "emergency"), "practice is no emergency; delete this line", on_key=True)
    if outcome.needs:
        message = "practice has nobody with a need; delete this line, and name services: for staff"
        yield Finding(page.file, (*path, "needs"), message, on_key=True)


PRACTICE_RULES = (
    Rule("SP809", led_to),
    Rule("SP810", unmistakable),
)
