"""Flows: what a walk's responses lead to, and every walk of every real flow."""

from dataclasses import replace
from itertools import islice

import pytest

from bot.core import flow as flows
from bot.core.flow import MOST_TAPS, Node, replay, start_of
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import KEPT, NONE, Position, Step, area_code, area_response, encode, response
from bot.core.reply import Pressed
from bot.core.screens.registry import step_to
from bot.core.steps import Option, Question, QuestionType
from bot.core.voices import VOICES, in_voice
from tests.conftest import NOW
from tests.flow_paths import FlowPath, paths

FIFE = "S12000047"


@pytest.fixture(name="stay")
def _stay(library: Library) -> flows.Flow:
    return library.flows["stay-tonight"]


def test_a_walk_without_responses_stands_at_its_start(library: Library) -> None:
    standing = {id: replay(library, flow, (), NONE).node for id, flow in library.flows.items()}

    assert "stay-tonight" in standing
    assert standing == {id: start_of(flow) for id, flow in library.flows.items()}


def test_a_response_leads_to_the_next_node(library: Library) -> None:
    flow = library.flows["sexual-assault"]
    name, option = next((n, o) for n, o in flow.questions[flow.start].options.items() if o.next)

    walk = replay(library, flow, (response(flow.start, name),), NONE)

    assert walk.node == Node(flow.id, option.next)


def test_a_response_to_a_question_that_is_gone_is_passed_over(library: Library) -> None:
    flow = library.flows["sexual-assault"]
    name, option = next((n, o) for n, o in flow.questions[flow.start].options.items() if o.next)
    steps = (response("a-question-of-last-year", "yes"), response(flow.start, name))

    walk = replay(library, flow, steps, NONE)

    assert (walk.node, walk.steps) == (Node(flow.id, option.next), steps[1:])


def test_a_response_with_an_option_that_is_gone_asks_its_question_again(library: Library) -> None:
    flow = library.flows["sexual-assault"]

    walk = replay(library, flow, (response(flow.start, "an-option-of-last-year"),), NONE)

    assert walk == flows.Walk(start_of(flow), began=flow.id)


def test_an_option_can_carry_the_walk_over_into_another_flow(library: Library) -> None:
    flow = library.flows["sexual-assault"]
    name, option = next((n, o) for n, o in flow.questions[flow.start].options.items() if o.flow)

    walk = replay(library, flow, (response(flow.start, name),), NONE)

    assert walk.node.flow == option.flow


def test_responses_tell_who_the_person_is(library: Library) -> None:
    told = {
        option.who
        for flow in library.flows.values()
        for question in flow.questions.values()
        for option in question.options.values()
        if option.who
    }

    assert {"woman", "man", "non-binary", "under-16", "16-or-17", "adult", "no-recourse"} & told


def test_an_area_that_is_known_answers_the_question_by_itself(library: Library) -> None:
    flow = library.flows["find-service"]

    walk = replay(library, flow, (), area_code(FIFE))

    assert flow.questions[flow.start].type == "area"
    assert walk.node == Node(flow.id, flow.questions[flow.start].next)


def test_an_area_question_can_be_answered_with_none_in_particular(library: Library) -> None:
    flow = library.flows["find-service"]

    walk = replay(library, flow, (area_response(flow.start, ""),), NONE)

    assert walk.node == Node(flow.id, flow.questions[flow.start].next)


@pytest.fixture(name="forked")
def _forked(library: Library) -> tuple[Library, flows.Flow]:
    """Return a flow in which one answer to the first question adds another question."""

    def question(*options: str, type: QuestionType = "choice") -> Question:
        labelled = (option.partition(">") for option in options)
        return Question(
            ask="Asked?", type=type, options={name: Option(label=name, next=to) for name, _, to in labelled}
        )

    questions = {
        "first": question("short>last", "long>between", "end>her-pace"),
        "between": question("one>last", "two>consent"),
        "last": question("yes>consent", "no>her-pace"),
        "consent": question("asked>sarcs", "not-yet>her-pace", type="consent"),
    }
    flow = replace(library.flows["sexual-assault"], start="first", questions=questions)
    return replace(library, flows={**library.flows, flow.id: flow}), flow


def _answered(forked: tuple[Library, flows.Flow], *steps: Step, given: Step) -> list[str]:
    """Return the steps after an answer, each as its letter and what it answers."""
    library, flow = forked
    walk = replay(library, flow, steps, NONE)
    position = flows.answered(library, Position((step_to("flow", flow.id), *steps)), walk, given, NONE)
    names = {response(q, o).code: f"{q} {o}" for q, question in flow.questions.items() for o in question.options}
    return [f"{step.letter} {names[step.code]}" for step in position.steps[1:]]


def kept(question: str, answer: str) -> Step:
    """Return an answer that can be given again."""
    return Step(KEPT, response(question, answer).code)


def test_the_answer_after_a_new_question_is_kept_until_that_is_answered(forked: tuple[Library, flows.Flow]) -> None:
    long = _answered(forked, kept("first", "short"), kept("last", "no"), given=response("first", "long"))
    given = response("first", "long"), kept("last", "no")

    assert long == ["r first long", "K last no"]
    assert _answered(forked, *given, given=response("between", "one")) == ["r first long", "r between one", "r last no"]


def test_an_answer_that_the_new_way_never_comes_to_is_let_go(forked: tuple[Library, flows.Flow]) -> None:
    given = response("first", "long"), kept("last", "no")

    assert _answered(forked, *given, given=response("between", "two")) == ["r first long", "r between two"]
    assert _answered(forked, kept("first", "short"), kept("last", "no"), given=response("first", "end")) == [
        "r first end"
    ]


def test_consent_is_let_go_after_another_answer_and_kept_after_the_same(forked: tuple[Library, flows.Flow]) -> None:
    steps = kept("first", "short"), kept("last", "yes"), kept("consent", "asked")

    assert _answered(forked, *steps, given=response("first", "long")) == ["r first long", "K last yes"]
    same = _answered(forked, *steps, given=response("first", "short"))
    assert same == ["r first short", "r last yes", "r consent asked"]


def test_the_longest_way_left_is_counted_and_a_known_area_is_not_asked_for(forked: tuple[Library, flows.Flow]) -> None:
    library, flow = forked
    counted, where = flows.questions_left(library), start_of(library.flows["find-service"])
    left = {name: counted[False][Node(flow.id, name)] for name in flow.questions}

    assert left == {"first": 4, "between": 3, "last": 2, "consent": 1}
    assert counted[True][where] < counted[False][where]


def test_every_walk_of_every_flow_ends_within_eight_taps(library: Library) -> None:
    too_long = [p.labels for flow in library.flows.values() for p in paths(library, flow) if p.taps > MOST_TAPS]

    assert too_long == []


def test_there_are_fourteen_flows_or_more_and_each_has_many_walks(library: Library) -> None:
    assert len(library.flows) >= 14
    assert all(len(list(islice(paths(library, flow), 4))) == 4 for flow in library.flows.values())


def test_every_question_and_outcome_is_on_some_walk(library: Library) -> None:
    passed = {
        node for flow in library.flows.values() for path in paths(library, flow) for node in (*path.nodes, path.end)
    }
    written = {Node(f.id, name) for f in library.flows.values() for name in (*f.questions, *f.outcomes)}

    assert written - passed == set()


def test_consent_is_asked_before_every_referral(library: Library) -> None:
    referrals = [
        path
        for flow in library.flows.values()
        for path in paths(library, flow)
        if library.flows[path.end.flow].outcomes[path.end.id].referral == "yes"
    ]

    assert referrals
    assert [p.labels for p in referrals if not any(_type(library, node) == "consent" for node in p.nodes)] == []


def _type(library: Library, node: Node) -> str:
    question = flows.question_at(library, node)
    return question.type if question else ""


@pytest.mark.soak
def test_pressing_every_way_through_every_flow_shows_what_the_path_says(real: Guide) -> None:
    from bot.core.conversation import turn

    seen: set[tuple[str, ...]] = set()
    for flow in real.library.flows.values():
        for path in paths(real.library, flow):
            ends = (flow.id, *path.labels)
            if ends in seen:
                continue
            seen.add(ends)
            position = encode(walked(real, flow, path))
            reply = turn(real, Pressed(position), NOW).replies[0]
            told = [in_voice(real.library, voice).flows[path.end.flow] for voice in VOICES]
            titles = [flow.outcomes[path.end.id].title[:20] for flow in told]

            assert any(title in block.text for block in reply.blocks for title in titles), ends
            assert len(position) <= 64
            assert any(block.href.startswith("tel:") for block in reply.blocks), ends

    assert {flow for flow, *_ in seen} == set(real.library.flows)
    assert len(seen) > 100


def walked(real: Guide, flow: flows.Flow, path: FlowPath) -> Position:
    """Return the position after the presses of a path, as the buttons would have built it."""
    position = Position((step_to("flow", flow.id),))
    for node, label in zip(path.nodes, path.labels, strict=True):
        question = flows.question_at(real.library, node)
        assert question is not None
        if question.type == "area":
            region = real.library.areas.councils[FIFE].region
            position = position.then(step_to("region", region), area_response(node.id, FIFE))
            position = Position(position.steps, position.role, area_code(FIFE))
            continue
        name = next(n for n, option in question.options.items() if option.label == label)
        position = position.then(response(node.id, name))
    return position
