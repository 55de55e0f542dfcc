"""A flow as text: a complete outline in reading order, for screen readers and for those who would rather read."""

from collections.abc import Iterator, Mapping

from bot.content.draft import Draft
from bot.core.library import Flow, Library, Option, Outcome, Question
from bot.core.quoting import filled
from bot.editor.drawing.maps import after, begins, over
from bot.editor.drawing.pictures import link
from bot.editor.tables import count, wrapped

_REFERRAL = {
    "yes": "Her details are passed on; she was asked before.",
    "duty": "The law or danger asks for a report.",
    "no": "Nothing is passed on.",
}


def outline(draft: Draft, flow: Flow) -> str:
    """Return a flow as numbered steps: each question with its answers and where they lead, then each outcome."""
    numbers = _numbers(flow)
    lines = [
        f"{flow.title} ({flow.id})",
        f"{count(len(flow.questions), 'question')}, {count(len(flow.outcomes), 'outcome')}. {link(draft, flow.id)}",
        "",
    ]
    for id, number in numbers.items():
        at = link(draft, flow.id, "questions" if id in flow.questions else "outcomes", id)
        if id in flow.questions:
            lines += _question(draft.library, flow.questions[id], number, at, numbers)
        else:
            lines += _outcome(draft.library, flow.outcomes[id], number, at)
        lines.append("")
    return "\n".join(lines)


def _numbers(flow: Flow) -> Mapping[str, str]:
    """Number the steps: questions in the order in which they are come to, then outcomes, each with its letter."""
    order, waiting = dict[str, None](), [flow.start, *flow.questions]
    while waiting:
        id = waiting.pop(0)
        if id in flow.questions and id not in order:
            order[id] = None
            question = flow.questions[id]
            waiting[:0] = [question.next, *(option.next for option in question.options.values())]
    questions = {id: f"Q{number}" for number, id in enumerate(order, 1)}
    return questions | {id: f"O{number}" for number, id in enumerate(flow.outcomes, 1)}


def _question(library: Library, asked: Question, number: str, at: str, numbers: Mapping[str, str]) -> Iterator[str]:
    kind = {"area": "asks for an area", "consent": "asks for consent"}.get(asked.type, "")
    yield _line(f"{number}. {filled(asked.ask, library)}" + (f" [{kind}]" if kind else ""))
    yield from _said(library, (("Help", asked.help), ("Shared", asked.shares), ("Say", asked.say)))
    if asked.type == "area":
        yield _line(f"- Any council, or none → {numbers[asked.next]}", 3)
    for option in asked.options.values():
        told = f" (tells: {option.who})" if option.who else ""
        yield _line(f"- {option.label}{told} → {_leads_to(library, option, numbers)}", 3)
    yield _line(f"Written at {at}", 3)


def _leads_to(library: Library, option: Option, numbers: Mapping[str, str]) -> str:
    if not option.flow:
        return numbers[option.next]
    flow = library.flows[option.flow]
    if not option.at:
        return f"the flow {flow.title} ({flow.id})"
    step = flow.questions[option.at].ask if option.at in flow.questions else flow.outcomes[option.at].title
    return f"the flow {flow.title} ({flow.id}), at: {filled(step, library)}"


def _outcome(library: Library, end: Outcome, number: str, at: str) -> Iterator[str]:
    yield _line(f"{number}. {'EMERGENCY, 999 first: ' if end.emergency else ''}{filled(end.title, library)}")
    yield from _said(library, (("Do first", end.first), ("Say", end.say), ("Avoid", end.avoid), ("Know", end.text)))
    yield _line(_REFERRAL[end.referral], 3)
    for id in end.services:
        yield _line(f"Service: {library.services[id].name} ({id})", 3)
    for id in end.needs:
        yield _line(f"From the directory: {library.vocabulary.needs[id]}", 3)
    for id in end.related:
        yield _line(f"To read next: {library.entries[id].title} ({id})", 3)
    for id in end.flows:
        yield _line(f"To go on with: {library.flows[id].title} ({id})", 3)
    yield _line(f"Written at {at}", 3)


def _said(library: Library, parts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for label, text in parts:
        if text:
            yield _line(f"{label}: {' '.join(filled(text, library).split())}", 3)


def _line(text: str, indent: int = 0) -> str:
    return wrapped(text, indent)


def map_outline(draft: Draft) -> str:
    """Return how flows and entries lead to one another, flow by flow."""
    flows = draft.library.flows
    lines = ["How flows and entries lead to one another", ""]
    for id, flow in flows.items():
        lines.append(f"{flow.title} ({id})")
        for label, names in (
            ("Begun from", tuple(begins(draft, id))),
            ("Goes over to", tuple(flows[to].title for to in over(flow))),
            ("Offers afterwards", tuple(flows[to].title for to in after(flow))),
        ):
            if names:
                lines.append(_line(f"{label}: {'; '.join(names)}", 3))
        lines.append("")
    return "\n".join(lines)
