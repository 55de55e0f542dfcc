"""What a picture of a flow shows, in any format: boxes with text, and arrows for the answers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise

from bot.content.loaded_content import LoadedContent
from bot.core.quotations import filled
from bot.core.screens.scene import button_label
from bot.core.steps import Flow, Outcome, Question
from bot.editor.prose import count


class BoxKind(Enum):
    """The kind of a box: what it is called and how it is drawn; each has its own line, for prints without colour."""

    QUESTION = ("Question", "#ffffff", "#1d3557", ("(", ")"), 'rx="4"')
    AREA = ("Question: area", "#eef3fa", "#1d3557", ("[/", "/]"), 'rx="4" stroke-dasharray="9 3"')
    CONSENT = ("Consent", "#f3e9fb", "#5b2a86", ("{{", "}}"), 'rx="16" stroke-width="3"')
    OUTCOME = ("Outcome", "#e8f4ea", "#1e5b2e", ("[", "]"), "")
    DANGER = ("Outcome: danger, 999 first", "#fdeaea", "#a4161a", ("[[", "]]"), 'stroke-width="5"')
    SERVICES = ("Who can help", "#fbf6e4", "#7a5c00", ("([", "])"), 'rx="4" stroke-dasharray="3 3"')
    FLOW = ("Another flow", "#efefef", "#444444", (">", "]"), 'rx="22"')
    AWAY = ("Another flow: danger, 999 first", "#fdeaea", "#a4161a", (">", "]"), 'rx="22" stroke-width="5"')
    START = ("Flow", "#ffffff", "#1d3557", ("(", ")"), 'rx="4" stroke-width="2"')
    BEGUN = ("Begun from", "#fbf6e4", "#7a5c00", ("([", "])"), 'rx="4" stroke-dasharray="3 3"')
    OVER = ("Goes over to", "#efefef", "#444444", (">", "]"), 'rx="22"')
    AFTER = ("Offers afterwards", "#f7f7f7", "#444444", (">", "]"), 'rx="22" stroke-dasharray="9 3"')

    def __init__(self, called: str, fill: str, line: str, mermaid: tuple[str, str], frame: str) -> None:
        self.called, self.fill = called, fill
        self.line = line  # the colour of the line and of what it is called
        self.mermaid = mermaid  # what comes before and after the text in Mermaid
        self.frame = frame  # more attributes of the frame in SVG


@dataclass(frozen=True, slots=True)
class Box:
    """One step, the services of an outcome, or another flow."""

    id: str
    kind: BoxKind
    words: str
    link: str  # the file and line where it is written, from the content folder
    mark: str = ""  # a word or two that make it stand out, such as that you are here


@dataclass(frozen=True, slots=True)
class Arrow:
    """One answer: the box it is on, the box it leads to, its label, where it is written, and its mark."""

    start: str
    end: str
    label: str
    link: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A flow, or the map of all flows: its title, a description, its boxes and arrows."""

    id: str
    title: str
    about: str
    link: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = field(default=())


def picture(draft: LoadedContent, flow: Flow) -> Picture:
    """Return the picture of a flow."""
    boxes = {box.id: box for box in _boxes(draft, flow)}
    danger = sum(outcome.emergency for outcome in flow.outcomes.values())
    about = (
        f"{count(len(flow.questions), 'question')} and {count(len(flow.outcomes), 'outcome')}, "
        f'{danger or "none"} of them with 999 first. It begins with "{flow.questions[flow.start].ask}"'
    )
    arrows = tuple(_arrows(draft, flow))
    return Picture(flow.id, flow.title, about, link(draft, flow.id), tuple(boxes.values()), arrows)


def link(draft: LoadedContent, flow: str, *path: str) -> str:
    """Return the file and line of a part of a flow, as a link."""
    file = draft.file("flow", flow)
    page = draft.pages.get(file)
    return f"{file}#L{page.name_line(path) if page and path else 1}"


def kind_of(step: Question | Outcome) -> BoxKind:
    """Return the kind of box for a step."""
    if isinstance(step, Outcome):
        return BoxKind.DANGER if step.emergency else BoxKind.OUTCOME
    return {"area": BoxKind.AREA, "consent": BoxKind.CONSENT}.get(step.type, BoxKind.QUESTION)


def _boxes(draft: LoadedContent, flow: Flow) -> Iterator[Box]:
    library = draft.library
    for id in (flow.start, *flow.questions):
        question = flow.questions[id]
        asked = filled(question.ask, library)
        words = f"{asked} Shared: {filled(question.shares, library)}" if question.shares else asked
        yield Box(f"q-{id}", kind_of(question), words, link(draft, flow.id, "questions", id))
        for option in question.options.values():
            if option.flow:
                yield _elsewhere(draft, option.flow, option.at)
    for id, outcome in flow.outcomes.items():
        at = link(draft, flow.id, "outcomes", id)
        yield Box(f"o-{id}", kind_of(outcome), filled(outcome.title, library), at)
        yield Box(f"s-{id}", BoxKind.SERVICES, "; ".join(who_can_help(draft, outcome)), at)


def _elsewhere(draft: LoadedContent, id: str, at: str) -> Box:
    """Return the box of another flow that an answer leads to, at its start or at one of its steps."""
    flow = draft.library.flows[id]
    step = at or flow.start
    question = flow.questions.get(step)
    part = "questions" if question else "outcomes"
    words = flow.title
    if at:
        named = question.ask if question else flow.outcomes[step].title
        words = f"{words}, at: {filled(named, draft.library)}"
    kind = BoxKind.FLOW if question or not flow.outcomes[step].emergency else BoxKind.AWAY
    return Box(f"f-{id}--{step}", kind, words, link(draft, id, part, step))


def who_can_help(draft: LoadedContent, outcome: Outcome) -> Iterator[str]:
    """Yield the services that an outcome names, and the needs that the directory fills."""
    library = draft.library
    yield from (library.services[id].name for id in outcome.services)
    if outcome.needs:
        needs = ", ".join(library.vocabulary.needs[id] for id in outcome.needs)
        yield f"from the directory: {needs}"


def _arrows(draft: LoadedContent, flow: Flow) -> Iterator[Arrow]:
    for id, question in flow.questions.items():
        if question.type == "area":
            at = link(draft, flow.id, "questions", id, "next")
            yield Arrow(f"q-{id}", _inside(flow, question.next), "Any council, or none", at)
        for name, option in question.options.items():
            at = link(draft, flow.id, "questions", id, "options", name)
            other = draft.library.flows[option.flow] if option.flow else None
            end = f"f-{other.id}--{option.at or other.start}" if other else _inside(flow, option.next)
            label = f"{option.label} ({option.who})" if option.who else option.label
            yield Arrow(f"q-{id}", end, label, at)
    yield from (Arrow(f"o-{id}", f"s-{id}", "") for id in flow.outcomes)


def _inside(flow: Flow, step: str) -> str:
    return f"q-{step}" if step in flow.questions else f"o-{step}"


_TITLE = "How flows and entries lead to each other"
_BESIDE = 5  # flows in one row of the map


def map_rows(draft: LoadedContent) -> Iterator[Picture]:
    """Yield the map: each flow between what begins it and where it leads, in rows.

    Most flows lead to most others, so with every arrow drawn the map could not be read.
    """
    flows = tuple(draft.library.flows.values())
    rows = [flows[start : start + _BESIDE] for start in range(0, len(flows), _BESIDE)]
    for number, row in enumerate(rows, 1):
        columns = [tuple(_column(draft, flow)) for flow in row]
        arrows = tuple(Arrow(above.id, below.id, "") for column in columns for above, below in pairwise(column))
        title = f"{_TITLE}, {number} of {len(rows)}" if len(rows) > 1 else _TITLE
        about = f"From {row[0].title} to {row[-1].title}: what begins each flow, and where it leads."
        yield Picture(
            f"map-{number}", title, about, "flows", tuple(box for column in columns for box in column), arrows
        )


def _column(draft: LoadedContent, flow: Flow) -> Iterator[Box]:
    titles = {id: other.title for id, other in draft.library.flows.items()}
    at = link(draft, flow.id)
    if begun := tuple(begins(draft, flow.id)):
        yield Box(f"e-{flow.id}", BoxKind.BEGUN, "; ".join(begun), at)
    yield Box(f"f-{flow.id}", BoxKind.START, flow.title, at)
    if led := leads_over(flow):
        yield Box(f"o-{flow.id}", BoxKind.OVER, "; ".join(titles[id] for id in led), at)
    if offered := offers_after(flow):
        yield Box(f"a-{flow.id}", BoxKind.AFTER, "; ".join(titles[id] for id in offered), at)


def begins(draft: LoadedContent, flow: str) -> Iterator[str]:
    """Yield what begins a flow: the first screen, crisis cards, entries."""
    library = draft.library
    if flow in library.vocabulary.start_flows:
        yield "the first screen"
    yield from (f"the crisis card {card.title}" for card in library.crisis.values() if card.flow == flow)
    yield from (button_label(entry) for entry in library.entries.values() if entry.flow == flow)


def leads_over(flow: Flow) -> tuple[str, ...]:
    """Return the flows that answers of a flow lead to."""
    options = (option for question in flow.questions.values() for option in question.options.values())
    return tuple(dict.fromkeys(option.flow for option in options if option.flow))


def offers_after(flow: Flow) -> tuple[str, ...]:
    """Return the flows that outcomes of a flow offer, without those that its answers lead to."""
    offered = dict.fromkeys(id for outcome in flow.outcomes.values() for id in outcome.flows)
    return tuple(id for id in offered if id not in leads_over(flow) and id != flow.id)
