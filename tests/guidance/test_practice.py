"""Practice: every screen says so at the top, nobody in it is treated as real, and nothing real leads to it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.content.load_in_process import find_content
from bot.content.rule import rule_page
from bot.content.rules.flow_steps import LEARNING, RULES
from bot.core import flow as flows
from bot.core.flow import Node
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.position import NONE, Position, Step, area_code, area_response, response
from bot.core.reply import Block, Mark
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from bot.core.steps import Flow
from tests.checked import check
from tests.conftest import NOW
from tests.content.checks.test_checks import CHECKED, TODAY, lay
from tests.flow_paths import paths
from tests.small_content import change, messages

FIFE = "S12000047"
PRACTICE = {"practise-she-tells-you", "practise-he-or-they-tell-you", "practise-she-wants-nothing"}


@pytest.fixture(name="line")
def _line(real: Guide) -> Block:
    return Block(Mark.NOTICE, real.words("practice"))


def screens(real: Guide, flow: Flow, area: str = NONE) -> Iterator[tuple[Node, Position]]:
    """Yield each question and outcome that the walks of a flow pass, with a position that shows it."""
    seen: set[Node] = set()
    for path in paths(real.library, flow):
        position = Position((step_to("flow", flow.id),), area=area)
        for node, label in zip((*path.nodes, path.end), (*path.labels, ""), strict=True):
            if node not in seen:
                seen.add(node)
                yield node, position
            position = position.then(_answer(real.library, node, label)) if label else position


def _answer(library: Library, node: Node, label: str) -> Step:
    question = flows.question_at(library, node)
    assert question is not None
    if question.type == "area":
        return area_response(node.id, "")
    return response(node.id, next(id for id, option in question.options.items() if option.label == label))


# What is shown


def test_three_talks_are_for_practice_and_nothing_else_is(library: Library) -> None:
    assert {flow.id for flow in library.flows.values() if flow.practice} == PRACTICE


@pytest.mark.parametrize("id", sorted(PRACTICE))
def test_every_screen_of_practice_says_first_that_nobody_real_is_in_it(real: Guide, line: Block, id: str) -> None:
    flow = real.library.flows[id]
    shown = {node: draw(real, position, NOW) for node, position in screens(real, flow)}

    assert {node.id for node in shown} == {*flow.questions, *flow.outcomes}
    assert [node.id for node, reply in shown.items() if reply.blocks[0] != line] == []


def test_no_screen_of_a_real_walk_says_that_it_is_practice(real: Guide, line: Block) -> None:
    walks = [flow for flow in real.library.flows.values() if not flow.practice]
    shown = {
        (flow.id, node): draw(real, position, NOW).blocks for flow in walks for node, position in screens(real, flow)
    }

    assert {id for id, _ in shown} == real.library.flows.keys() - PRACTICE
    assert [where for where, blocks in shown.items() if line in blocks] == []


def test_a_real_walk_begun_from_practice_is_real(real: Guide, line: Block) -> None:
    practice = real.library.flows["practise-she-tells-you"]
    end = next(position for node, position in screens(real, practice) if node.id == "went-well")

    begun = draw(real, end.then(step_to("flow", "just-told-me")), NOW)

    assert line not in begun.blocks
    assert begun.blocks[1].text == real.library.flows["just-told-me"].questions["danger"].ask


def test_the_line_stands_under_the_word_that_a_button_was_old(real: Guide, line: Block) -> None:
    start = step_to("flow", "practise-she-tells-you")
    gone = Position((start, response("first-words", "an-answer-of-last-year")))

    assert draw(real, gone, NOW).blocks[:2] == (Block(Mark.NOTICE, real.words("moved")), line)


@pytest.mark.parametrize("id", sorted(PRACTICE))
def test_practice_chooses_the_same_services_wherever_staff_are(real: Guide, id: str) -> None:
    flow = real.library.flows[id]
    both = list(zip(screens(real, flow), screens(real, flow, area_code(FIFE)), strict=True))

    assert both
    for (node, anywhere), (_, in_fife) in both:
        blocks = draw(real, anywhere, NOW).blocks
        assert draw(real, in_fife, NOW).blocks == blocks

        texts = [block.text for block in blocks]
        assert (real.words("practice-help").rstrip(":") in texts) is (node.id in flow.outcomes)
        assert real.words("who-can-help") not in texts


def test_every_talk_offers_steps_for_a_real_case_at_its_end(library: Library) -> None:
    ends = {(id, name): outcome for id in PRACTICE for name, outcome in library.flows[id].outcomes.items()}

    assert {id for id, _ in ends} == PRACTICE
    assert [end for end, outcome in ends.items() if all(library.flows[other].practice for other in outcome.flows)] == []
    assert [end for end, outcome in ends.items() if not outcome.related] == []


def test_training_leads_to_every_talk(library: Library) -> None:
    steps = library.flows[library.entries["training"].flow]

    assert set(LEARNING) <= {*library.entries, *library.flows}
    assert {other for outcome in steps.outcomes.values() for other in outcome.flows} >= PRACTICE


# What is refused


@pytest.fixture(name="good")
def _good(tmp_path: Path) -> Path:
    """Copy content without errors, with a practice conversation."""
    folder = tmp_path / "content"
    shutil.copytree(CHECKED, folder)
    (folder / "guidance/messages.yaml").write_text(messages(), "utf-8")
    lay(folder, rule_page("SP810").good[0], "SP810")
    return folder


def told(folder: Path) -> list[tuple[str, str]]:
    """Return the rule and the file of each fault of these two rules."""
    ours = {rule.id for rule in RULES if rule.id > "SP804"}
    return [(fault.rule, fault.file) for fault in check(folder, TODAY).faults if fault.rule in ours]


def test_a_talk_that_keeps_to_this_is_let_through(good: Path) -> None:
    assert told(good) == []


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("flows/danger-now.yaml", "flow: find-help}", "flow: practise}"),
        ("flows/danger-now.yaml", "related: [in-danger]", "related: [in-danger]\n    flows: [practise]"),
        ("guidance/crisis.yaml", "flow: danger-now", "flow: practise"),
        ("guidance/vocabulary.yaml", "start_flows: [", "start_flows: [practise, "),
    ],
    ids=["an answer", "an outcome", "a crisis card", "the first screen"],
)
def test_nothing_real_leads_to_practice(good: Path, file: str, old: str, new: str) -> None:
    change(good, file, old, new)

    assert told(good) == [("SP809", file)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"Practice. She tells you. What do you say?"', "She tells you. What do you say?"),
        ('"Practice: it went well"', "It went well"),
        ("{label: Thank her, next: well}", "{label: Thank her, who: woman, next: well}"),
        ("{label: Thank her, next: well}", "{label: Thank her, flow: danger-now}"),
        ("told:\n    ask", "told:\n    type: consent\n    shares: Nothing.\n    ask"),
        ('referral: "no"', "referral: duty"),
        ('referral: "no"', 'referral: "no", emergency: true'),
        ("services: [day-line]", "services: [day-line], needs: [talk]"),
    ],
    ids=["ask", "title", "who", "a real flow", "consent", "referral", "emergency", "needs"],
)
def test_practice_treats_nobody_as_real(good: Path, old: str, new: str) -> None:
    change(good, "flows/practise.yaml", old, new)

    assert told(good) == [("SP810", "flows/practise.yaml")]


def test_a_talk_that_forgets_its_mark_is_a_real_flow_and_needs_no_word_of_practice(good: Path) -> None:
    change(good, "flows/practise.yaml", "practice: true", "practice: false")
    change(good, "flows/practise.yaml", '"Practice: she tells you"', "She tells you")

    assert told(good) == []


def test_every_file_that_is_called_practice_has_its_mark(library: Library) -> None:
    named = {path.stem for path in (find_content() / "flows").glob("practi*.yaml")}

    assert named == {flow.id for flow in library.flows.values() if flow.practice}
