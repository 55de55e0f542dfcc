"""Flows: where a walk has got to, worked out from its responses, and every walk that is possible.

A walk is its responses. The node shown is replayed from them and never kept, so an edited flow, a restart or an old
button cannot corrupt anything. (The idea is GOV.UK smart-answers' state resolver: alphagov/smart-answers,
lib/smart_answer/state_resolver.rb.)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.library import Library
from bot.core.position import KEPT, NONE, REGION, RESPONSE, Position, Step, area_code, code, response
from bot.core.steps import Flow, Option, Outcome, Question

MOST_TAPS = 8  # from the start of a flow to its outcome
AREA_TAPS = 2  # a region, then a council


@dataclass(frozen=True, slots=True)
class Node:
    """A question or an outcome: the flow it is in and its id there."""

    flow: str
    id: str


@dataclass(frozen=True, slots=True)
class Walk:
    """How far a walk has got."""

    node: Node  # the question or the outcome that it has got to
    steps: tuple[Step, ...] = ()  # the steps that are still valid
    who: frozenset[str] = frozenset()  # what the responses say about the person
    region: str = ""  # the region opened at an area question, as its code
    began: str = ""  # the id of the flow where it began
    answers: tuple[tuple[Node, str], ...] = ()  # each question that was answered, with the code of its answer
    kept: tuple[Step, ...] = ()  # the answers from before that are open again and may still be given
    ago: Option | None = None  # the answer that says how long ago something happened


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
    """Return the node that an option leads to, in this flow or another."""
    if option.flow:
        return Node(option.flow, option.at or library.flows[option.flow].start)
    return Node(node.flow, option.next)


def replay(library: Library, flow: Flow, steps: Sequence[Step], area: str) -> Walk:
    """Walk a flow with the given responses and return the node it reaches, with the steps that led there.

    Each response is found by its question's code, so that adding, removing or moving a question does not affect the
    others. The walk stops at the first question that has no valid response.

    Args:
        steps: the responses and opened regions, oldest first.
        area: the code of the area if known, or ``--``; a known area answers an area question by itself.
    """
    node, kept, who, answers = start_of(flow), list[Step](), set[str](), list[tuple[Node, str]]()
    rest, ago = tuple(step for step in steps if step.letter != KEPT), None
    while (question := question_at(library, node)) is not None:
        found = _response(rest, node.id, question)
        if question.type == "area":
            if found is None and area == NONE:
                kept.extend(step for step in rest[:1] if step.letter == REGION)
                break
            found = found and (found[0], Step(RESPONSE, code(node.id, 2) + area))  # it may have been changed since
            following = Node(node.flow, question.next)
        else:
            name, option = option_of(question, found[1].code[2:]) if found else ("", None)
            if found is None or option is None:
                break
            found = found[0], response(node.id, name)
            who.update({option.who} if option.who else ())
            ago = option if question.type == "since" else ago
            following = target(library, node, option)
        if found is not None:
            kept.extend((*(rest[: found[0]] if question.type == "area" else ()), found[1]))
            answers.append((node, found[1].code[2:]))
            rest = rest[found[0] + 1 :]
        node = following
    region = kept[-1].code if kept and kept[-1].letter == REGION else ""
    later = _still_apply(library, node, [step for step in steps if step.letter == KEPT])
    return Walk(node, tuple(kept), frozenset(who), region, flow.id, tuple(answers), later, ago)


def _still_apply(library: Library, node: Node, kept: Sequence[Step]) -> tuple[Step, ...]:
    """Return the kept answers to questions that a walk can still reach from a node."""
    ahead = [*_ahead(library, node)] if kept else []
    return tuple(step for step in kept if any(_answers(library, step, *each) for each in ahead))


def _answers(library: Library, step: Step, node: Node, question: Question) -> bool:
    """Say whether a step answers a question with something that can still be chosen there."""
    if not _has_code(step.code[:2], node.id, question):
        return False
    if question.type == "area":
        return step.code[2:] in (NONE, *map(area_code, library.areas.councils))
    return option_of(question, step.code[2:])[1] is not None


def _ahead(library: Library, node: Node) -> Iterator[tuple[Node, Question]]:
    """Yield each question that a walk can reach from a node, including the node itself."""
    seen, waiting = {node}, [node]
    for at in waiting:
        if (question := question_at(library, at)) is not None:
            yield at, question
        following = {*_following(library, at)} - seen
        seen |= following
        waiting += following


def _following(library: Library, node: Node) -> tuple[Node, ...]:
    """Return the nodes right after a node; none after an outcome."""
    question = question_at(library, node)
    if question is None:
        return ()
    after_area = (Node(node.flow, question.next),) if question.type == "area" else ()
    return (*(target(library, node, option) for option in question.options.values()), *after_area)


def questions_left(library: Library) -> dict[bool, dict[Node, int]]:
    """Return how many questions are asked on the longest way from each node to an outcome.

    The longest way is counted, not the usual one. So no answer makes the rest longer, and nobody is told that they are
    nearer to the end than they are.

    Returns:
        The number for each node, by whether the area is known; a known area is not asked for.
    """
    return {known: _left(library, area_known=known) for known in (False, True)}


def _left(library: Library, *, area_known: bool) -> dict[Node, int]:
    counted = dict[Node, int]()

    def left(at: Node) -> int:
        if at not in counted:
            counted[at] = 0  # loaded content has no circles; one would end here
            question = question_at(library, at)
            asked = question is not None and not (question.type == "area" and area_known)
            counted[at] = asked + max((left(each) for each in _following(library, at)), default=0)
        return counted[at]

    for flow in library.flows.values():
        for name in flow.questions:
            left(Node(flow.id, name))
    return counted


def answered(library: Library, position: Position, walk: Walk, given: Step, area: str) -> Position:
    """Return the position after a question of a walk is answered; kept answers that still apply are used again.

    If the answer has changed, consent is asked for again, and nothing is kept in another flow.

    Args:
        position: the position of the question, as the walk left it.
        area: the code of the area from then on, or ``--``.
    """
    if not walk.kept:
        return replace(position.then(given), area=area)
    flow = library.flows[walk.began]
    kept, steps = _kept_after(library, walk, given), (*walk.steps, given)
    there = replay(library, flow, (*steps, *kept), area)
    while (found := _kept_answer(library, there)) is not None:
        question = question_at(library, there.node)
        steps = there.steps
        if question is not None and question.type == "area":
            councils = library.areas.councils.items()
            region = next((c.region for gss, c in councils if area_code(gss) == found.code[2:]), "")
            steps, area = (*steps, *((Step(REGION, code(region)),) if region else ())), found.code[2:]
        rest = tuple(step for step in there.kept if step.code != found.code)
        there = replay(library, flow, (*steps, Step(RESPONSE, found.code), *rest), area)
    before = position.steps[: position.walk_start]
    return replace(position, steps=(*before, *there.steps, *there.kept), area=area).then()


def kept_answer(library: Library, walk: Walk) -> str:
    """Return the code of the earlier answer to the question of a walk, or ``""``."""
    found = _kept_answer(library, walk)
    return found.code[2:] if found else ""


def _kept_answer(library: Library, walk: Walk) -> Step | None:
    question = question_at(library, walk.node)
    if question is None:
        return None
    return next((step for step in walk.kept if _answers(library, step, walk.node, question)), None)


def _kept_after(library: Library, walk: Walk, given: Step) -> tuple[Step, ...]:
    """Return the kept answers that may be used again after an answer; practice always starts from the beginning."""
    if library.flows[walk.node.flow].practice:
        return ()
    before, question = _kept_answer(library, walk), question_at(library, walk.node)
    rest = tuple(step for step in walk.kept if step != before)
    if question is None or (before is not None and before.code == given.code):
        return rest
    if before is not None and question.type != "area":
        old, new = (option_of(question, step.code[2:])[1] for step in (before, given))
        if old and new and target(library, walk.node, old).flow != target(library, walk.node, new).flow:
            return ()
    consents = [each for each in _ahead(library, walk.node) if each[1].type == "consent"]
    return tuple(step for step in rest if not any(_answers(library, step, *each) for each in consents))


def _response(steps: Sequence[Step], name: str, question: Question) -> tuple[int, Step] | None:
    """Return where the first step that answers a question is, and that step with the question's current code."""
    for index, step in enumerate(steps):
        if step.letter == RESPONSE and _has_code(step.code[:2], name, question):
            return index, Step(RESPONSE, code(name, 2) + step.code[2:])
    return None


def option_of(question: Question, answer: str) -> tuple[str, Option | None]:
    """Return the option that an answer's code means, with its current id."""
    for name, option in question.options.items():
        if _has_code(answer, name, option):
            return name, option
    return "", None


def _has_code(short: str, name: str, thing: Question | Option) -> bool:
    """Say whether a code is that of a question or an option, current or former."""
    return code(name, 2) == short or (bool(thing.aliases) and short in [code(each, 2) for each in thing.aliases])
