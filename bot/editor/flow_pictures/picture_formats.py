"""Write flows as an outline, a Mermaid flowchart or SVG."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.content.faults import ContentError
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.core.library import Library
from bot.core.quotations import filled
from bot.core.steps import Flow, Option, Outcome, Question
from bot.editor.flow_pictures import BoxKind, Picture, begins, leads_over, link, map_rows, offers_after, picture
from bot.editor.flow_pictures.svg import svg
from bot.editor.prose import count, wrapped

_REFERRAL = {
    "yes": "Her details are passed on, after she has agreed.",
    "duty": "The law or danger requires a report.",
    "no": "Nothing is passed on.",
}


def outline(draft: LoadedContent, flow: Flow) -> str:
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
    """Number the steps: questions in the order in which they are reached, then outcomes."""
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
    kinds = {"area": "asks for an area", "consent": "asks for consent", "since": "asks how long ago"}
    kind = kinds.get(asked.type, "")
    yield wrapped(f"{number}. {filled(asked.ask, library)}" + (f" [{kind}]" if kind else ""), 0)
    yield from _texts(library, (("Help", asked.help), ("Shared", asked.shares), ("Say", asked.say)))
    if asked.type == "area":
        yield wrapped(f"- Any council, or none → {numbers[asked.next]}", 3)
    for option in asked.options.values():
        says = f" (says: {option.who})" if option.who else ""
        yield wrapped(f"- {option.label}{says} → {_target(library, option, numbers)}", 3)
    yield wrapped(f"Written at {at}", 3)


def _target(library: Library, option: Option, numbers: Mapping[str, str]) -> str:
    if not option.flow:
        return numbers[option.next]
    flow = library.flows[option.flow]
    if not option.at:
        return f"the flow {flow.title} ({flow.id})"
    step = flow.questions[option.at].ask if option.at in flow.questions else flow.outcomes[option.at].title
    return f"the flow {flow.title} ({flow.id}), at: {filled(step, library)}"


def _outcome(library: Library, end: Outcome, number: str, at: str) -> Iterator[str]:
    yield wrapped(f"{number}. {'EMERGENCY, 999 first: ' if end.emergency else ''}{filled(end.title, library)}", 0)
    yield from _texts(library, (("Do first", end.first), ("Say", end.say), ("Avoid", end.avoid), ("Know", end.text)))
    yield from _texts(library, tuple(("Time limit", limit) for limit in end.limits))
    yield wrapped(_REFERRAL[end.referral], 3)
    for id in end.services:
        yield wrapped(f"Service: {library.services[id].name} ({id})", 3)
    for id in end.needs:
        yield wrapped(f"From the directory: {library.vocabulary.needs[id]}", 3)
    for id in end.related:
        yield wrapped(f"To read next: {library.entries[id].title} ({id})", 3)
    for id in end.flows:
        yield wrapped(f"To continue with: {library.flows[id].title} ({id})", 3)
    yield wrapped(f"Written at {at}", 3)


def _texts(library: Library, parts: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for label, text in parts:
        if text:
            yield wrapped(f"{label}: {_one_line(filled(text, library))}", 3)


def map_outline(draft: LoadedContent) -> str:
    """Return how flows and entries lead to each other, flow by flow."""
    flows = draft.library.flows
    lines = ["How flows and entries lead to each other", ""]
    for id, flow in flows.items():
        lines.append(f"{flow.title} ({id})")
        for label, names in (
            (BoxKind.BEGUN, tuple(begins(draft, id))),
            (BoxKind.OVER, tuple(flows[to].title for to in leads_over(flow))),
            (BoxKind.AFTER, tuple(flows[to].title for to in offers_after(flow))),
        ):
            if names:
                lines.append(wrapped(f"{label.called}: {'; '.join(names)}", 3))
        lines.append("")
    return "\n".join(lines)


_LINES: Mapping[str, str] = {"added": "==>", "changed": "==>", "removed": "-.->"}  # the arrow of a marked answer
_DASHES: Mapping[str, str] = {"changed": "9 5", "removed": "2 4"}  # the line around a marked box


def mermaid(picture: Picture) -> str:
    """Return a picture as a Mermaid flowchart."""
    return "\n".join(_mermaid(picture)) + "\n"


def _mermaid(picture: Picture) -> Iterator[str]:
    ids = {box.id: f"n{number}" for number, box in enumerate(picture.boxes)}
    yield "flowchart TD"
    yield f"  accTitle: {_one_line(picture.title)}"
    yield f"  accDescr: {_one_line(picture.about)}"
    for box in picture.boxes:
        opening, closing = box.kind.mermaid
        words = _named(box.kind, box.words, box.mark)
        yield f"  {ids[box.id]}{opening}{_quoted(words)}{closing}:::{box.kind.name.lower()}"
    for arrow in picture.arrows:
        words = f"{arrow.mark}: {arrow.label}" if arrow.mark else arrow.label
        line = f"{_LINES.get(arrow.mark, '-->')}|{_quoted(words)}|" if arrow.label else "-.->"
        yield f"  {ids[arrow.start]} {line} {ids[arrow.end]}"
    for box in picture.boxes:
        if box.link:
            yield f'  click {ids[box.id]} href "{box.link}"'
        if box.mark:
            yield f"  style {ids[box.id]} stroke-width:4px,stroke-dasharray:{_DASHES.get(box.mark, '0')}"
    for kind in dict.fromkeys(box.kind for box in picture.boxes):
        yield f"  classDef {kind.name.lower()} fill:{kind.fill},stroke:{kind.line},color:#111111"


def _named(kind: BoxKind, words: str, mark: str = "") -> str:
    if mark:
        return f"{kind.called} ({mark}): {words}"
    return words if kind in (BoxKind.QUESTION, BoxKind.START) else f"{kind.called}: {words}"


def _quoted(text: str) -> str:
    """Return a text in quotes, with Mermaid's own characters written as codes."""
    codes = {'"': "#quot;", "#": "#35;", "<": "#lt;", ">": "#gt;", "`": "#96;"}
    return '"' + re.sub('["#<>`]', lambda found: codes[found[0]], _one_line(text)) + '"'


def _one_line(text: str) -> str:
    return " ".join(text.split())


def drawn(folder: Path, as_: str, flow: str | None = None) -> str:
    """Return a flow as text, mermaid or svg; without a flow, the map and then every flow.

    Raises:
        ContentError: the content has faults.
    """
    draft, found = read(folder)
    if found:
        raise ContentError(found)
    flows = [draft.library.flows[flow]] if flow else list(draft.library.flows.values())
    if as_ == "text":
        return "\n".join([*([] if flow else [map_outline(draft)]), *(outline(draft, one) for one in flows)])
    pictures = [*([] if flow else map_rows(draft)), *(picture(draft, one) for one in flows)]
    return svg(pictures) if as_ == "svg" else "\n".join(map(mermaid, pictures))
