"""A flow as an outline: its questions set in under the answers that lead to them, each shown once."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.library import Flow, Library, Option, Question


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the outline, with what follows it.

    ``label`` is the answer that leads here and ``who`` what it tells of the person. ``question`` is None for an
    outcome, for a step that stands further up, and for one of another flow; ``kind`` says which.
    """

    kind: str
    anchor: str
    words: str
    label: str = ""
    who: str = ""
    question: Question | None = None
    following: tuple["Step", ...] = ()


def anchor(flow: str, node: str = "") -> str:
    """Return the name of the place in the page where a flow, or a step of it, stands."""
    return f"flow-{flow}--{node}" if node else f"flow-{flow}"


def outline(library: Library, flow: Flow) -> tuple[Step, ...]:
    """Return a flow from its start, then the steps that only other flows lead to."""
    seen: set[str] = set()
    roots = [_step(library, flow, flow.start, seen)]
    roots += [_step(library, flow, node, seen) for node in flow.questions if node not in seen]
    return tuple(roots)


def _step(library: Library, flow: Flow, node: str, seen: set[str], option: Option | None = None) -> Step:
    label, who = (option.label, option.who or "") if option else ("", "")
    if node in flow.outcomes:
        return Step("outcome", anchor(flow.id, node), flow.outcomes[node].title, label, who)
    question = flow.questions[node]
    if node in seen:
        return Step("above", anchor(flow.id, node), question.ask, label, who)
    seen.add(node)
    following = tuple(_following(library, flow, question, seen))
    return Step(question.type, anchor(flow.id, node), question.ask, label, who, question, following)


def _following(library: Library, flow: Flow, question: Question, seen: set[str]) -> Iterator[Step]:
    if question.type == "area":
        yield _step(library, flow, question.next, seen, Option(label="Any council, or none in particular"))
    for option in question.options.values():
        if option.flow:
            title = library.flows[option.flow].title
            yield Step("elsewhere", anchor(option.flow, option.at), title, option.label, option.who or "")
        else:
            yield _step(library, flow, option.next, seen, option)
