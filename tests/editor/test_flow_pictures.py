"""Flows drawn: the outline word for word, and pictures that hold every question, answer and outcome."""

import html
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bot.content.faults import ContentError
from bot.content.load_in_process import find_content
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.core.quotations import filled
from bot.editor.flow_pictures import Picture, picture
from bot.editor.flow_pictures.picture_formats import drawn, mermaid, outline
from bot.editor.flow_pictures.svg import _drawing, svg
from bot.reports.graph_layout import Layout, layout
from tests.command import signpost
from tests.small_content import change
from tests.walked_content import walked_content

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = re.compile(r'n\d+(?:\(|\[/|\[\[|\[|\{\{|\(\[|>)"[^"]*"(?:\)|/\]|\]\]|\]|\}\}|\]\)):::[a-z]+')
ARROW = re.compile(r'n\d+ (?:-->\|"[^"]*"\|| ?-\.->) n\d+')

OUTLINE = """\
Find help (find-help)
3 questions, 2 outcomes. flows/find-help.yaml#L1

Q1. What would help?
   - Someone to talk to → Q2
   - Nothing for now → O2
   Written at flows/find-help.yaml#L4

Q2. Which council area is she in? [asks for an area]
   - Any council, or none → Q3
   Written at flows/find-help.yaml#L9

Q3. Has she asked for this, and does she know what will be shared? [asks for consent]
   Shared: Her first name, with the day line.
   - Yes → O1
   - Not yet → O2
   Written at flows/find-help.yaml#L13

O1. Pass it on with her
   Do first: Phone quoted service Day line 0131 496 0000 together.
   Her details are passed on, after she has agreed.
   Service: Day line (day-line)
   Written at flows/find-help.yaml#L21

O2. At her pace
   Do first: Give her the number and leave it with her.
   Know: She can come back in 7 days, or any day.
   Nothing is passed on.
   From the directory: Someone to talk to
   To continue with: Somebody is in danger (danger-now)
   Written at flows/find-help.yaml#L26
"""


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return walked_content(tmp_path)


@pytest.fixture(name="real", scope="module")
def _real() -> LoadedContent:
    draft, refused = read(find_content())
    assert refused == []
    return draft


@pytest.fixture(name="pictures", scope="module")
def _pictures(real: LoadedContent) -> list[Picture]:
    return [picture(real, flow) for flow in real.library.flows.values()]


# The outline


def test_an_outline_is_complete_and_in_the_order_of_the_walk(small: Path) -> None:
    assert drawn(small, "text", "find-help") == OUTLINE


def test_an_answer_that_goes_over_to_another_flow_says_which_and_where(small: Path) -> None:
    told = drawn(small, "text", "danger-now")

    assert "   - A woman (says: woman) → the flow Find help (find-help), at: Which council area is she in?\n" in told
    assert "   - A man (says: man) → the flow Find help (find-help)\n" in told
    assert "O1. EMERGENCY, 999 first: Call 999\n" in told


def test_without_a_name_the_outline_begins_with_how_flows_lead_to_each_other(small: Path) -> None:
    told = drawn(small, "text")

    assert told.startswith(
        """How flows and entries lead to each other

Somebody is in danger (danger-now)
   Begun from: the first screen; the crisis card Somebody is in danger now; She is in danger now
   Goes over to: Find help

Find help (find-help)
   Offers afterwards: Somebody is in danger
"""
    )
    assert told.endswith(OUTLINE)


def test_every_question_answer_and_outcome_of_the_real_flows_is_in_their_outlines(real: LoadedContent) -> None:
    told = {id: " ".join(outline(real, flow).split()) for id, flow in real.library.flows.items()}
    words = [
        (id, " ".join(word.split()))
        for id, flow in real.library.flows.items()
        for word in (
            *(filled(question.ask, real.library) for question in flow.questions.values()),
            *(option.label for question in flow.questions.values() for option in question.options.values()),
            *(filled(outcome.title, real.library) for outcome in flow.outcomes.values()),
        )
    ]

    assert words
    assert [(id, word) for id, word in words if word not in told[id]] == []


# Mermaid and DOT


def test_mermaid_begins_a_flowchart_for_each_flow(small: Path) -> None:
    one, all_of_them = drawn(small, "mermaid", "find-help"), drawn(small, "mermaid")

    assert one.startswith("flowchart TD\n  accTitle: Find help\n")
    assert '  n2{{"Consent: Has she asked for this, and does she know what will be shared? Shared: Her' in one
    assert '  n0 -->|"Someone to talk to"| n1\n' in one
    assert '  click n1 href "flows/find-help.yaml#L9"\n' in one
    assert len(re.findall("^flowchart TD$", all_of_them, re.MULTILINE)) == 3  # the map and two flows


def test_every_line_of_mermaid_is_one_that_mermaid_reads(pictures: list[Picture]) -> None:
    assert pictures
    for each in pictures:
        lines = [line.strip() for line in mermaid(each).splitlines()[3:]]
        odd = [
            line
            for line in lines
            if not SHAPES.fullmatch(line)
            and not ARROW.fullmatch(line)
            and not line.startswith(("click n", "classDef "))
        ]
        declared = {line.split("(")[0].split("[")[0].split("{")[0].split(">")[0] for line in lines if ":::" in line}
        joined = {name for line in lines if "->" in line for name in re.findall(r"\bn\d+\b(?!.*\")", line)}

        assert odd == []
        assert set() < joined <= declared


def test_words_that_mermaid_would_read_as_its_own_are_written_as_codes(small: Path) -> None:
    change(small, "flows/find-help.yaml", "ask: What would help?", "ask: 'Is it \"now\" or #1 <b>?'")
    told = drawn(small, "mermaid", "find-help")

    assert '"Is it #quot;now#quot; or #35;1 #lt;b#gt;?"' in told


# SVG


def test_an_svg_is_sound_titled_told_in_words_and_without_script(pictures: list[Picture]) -> None:
    assert pictures
    for each in pictures:
        text = svg([each])
        root = ElementTree.fromstring(text)  # noqa: S314 - it is our own
        title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")

        assert (root.tag, root.get("role"), root.get("aria-labelledby")) == (f"{SVG}svg", "img", "title about")
        assert title is not None
        assert title.text == each.title
        assert told is not None
        assert "<script" not in text
        assert "javascript:" not in text
        assert all(box.words in (told.text or "") for box in each.boxes)


def test_every_box_and_answer_is_in_the_svg_with_its_words_and_a_link_to_its_line(pictures: list[Picture]) -> None:
    assert pictures
    for each in pictures:
        links = re.findall(r'<a href="([^"]+)">(.*?)</a>', svg([each]), re.DOTALL)
        said = {
            (link, html.unescape(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", inner)))) for link, inner in links
        }

        assert set() < {(box.link, f"{box.kind.called} {box.words}") for box in each.boxes} <= said
        assert set() < {(arrow.link, arrow.label) for arrow in each.arrows if arrow.label} <= said


def test_a_link_leads_to_the_line_where_the_step_is_written(small: Path) -> None:
    lines = (small / "flows/find-help.yaml").read_text("utf-8").splitlines()
    links = re.findall(r'href="flows/find-help\.yaml#L(\d+)"', drawn(small, "svg", "find-help"))
    written = {lines[int(number) - 1].strip().split(":")[0] for number in links}

    assert {"what", "where", "asked", "talk", "nothing", "passed-on", "her-pace"} <= written


def _overlaps(placed: Layout) -> list[tuple[str, str]]:
    boxes = list(placed.boxes.items())
    return [
        (one, other)
        for number, (one, a) in enumerate(boxes)
        for other, b in boxes[number + 1 :]
        if abs(a.x - b.x) < (a.width + b.width) / 2 and a.y < b.y + b.height and b.y < a.y + a.height
    ]


def test_no_box_lies_over_another_and_none_is_cut_off(pictures: list[Picture]) -> None:
    assert pictures
    for each in pictures:
        drawing = _drawing(each)
        width, height = drawing.size
        boxes = drawing.placed.boxes.values()

        assert _overlaps(drawing.placed) == []
        assert round(min(box.x - box.width / 2 for box in boxes)) >= 0
        assert max(box.x + box.width / 2 for box in boxes) <= width
        assert max(box.y + box.height for box in boxes) <= height


def test_no_arrow_runs_over_a_box_on_its_way(pictures: list[Picture]) -> None:
    drawn = [_drawing(each).placed for each in pictures]
    on_the_way = [(placed, passed) for placed in drawn for way in placed.ways.values() for passed in way[1:-1]]
    over = [
        name
        for placed, passed in on_the_way
        for name, box in placed.boxes.items()
        if abs(box.x - passed.x) < box.width / 2 and passed.y < box.y + box.height and box.y < passed.foot
    ]

    assert on_the_way
    assert over == []


def test_arrows_lead_downwards_unless_they_close_a_circle() -> None:
    sizes = dict.fromkeys("abcd", (10.0, 10.0))
    placed = layout(sizes, [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")])
    tops = [placed.boxes[name].y for name in "abc"]

    assert tops == sorted(tops)
    assert len(set(tops)) == 3
    assert placed.boxes["d"].y == placed.boxes["b"].y


def test_boxes_of_a_rank_stand_apart() -> None:
    sizes = {"start": (10.0, 10.0), **{f"end {number}": (40.0, 10.0) for number in range(6)}}
    placed = layout(sizes, [("start", end) for end in sizes if end != "start"])
    row = sorted((box.x, box.width) for name, box in placed.boxes.items() if name != "start")

    assert all(after[0] - before[0] >= (after[1] + before[1]) / 2 for before, after in pairwise(row))


# The command


def test_the_command_draws_one_flow_and_all() -> None:
    one, every = signpost("draw", "danger-now", "--format", "svg"), signpost("draw", "--format", "mermaid")
    flows = len(list((find_content() / "flows").glob("*.yaml")))

    assert one.stdout.startswith("<svg ")
    assert every.stdout.startswith("flowchart TD\n")
    assert every.stdout.count("flowchart TD\n") == flows + -(-flows // 5)  # the map has five flows in a row


def test_an_unknown_flow_is_refused_with_those_that_exist() -> None:
    done = signpost("draw", "danger")

    assert done.returncode == 2
    assert "there is no such flow; write one of" in " ".join(done.stderr.split())


def test_content_with_faults_is_not_drawn(small: Path) -> None:
    change(small, "flows/find-help.yaml", "start: what", "start: who")

    with pytest.raises(ContentError, match="there is no question"):
        drawn(small, "text")
