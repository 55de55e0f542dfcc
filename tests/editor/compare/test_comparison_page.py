"""``signpost diff --html`` and ``--markdown``: all effects of a content change, in words, bubbles and pictures."""

import dataclasses
import json
import re
import shutil
import typing
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from click import Context
from click.testing import CliRunner
from markupsafe import Markup

from bot.__main__ import main
from bot.content.field_specs import field_specs
from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.core.assurance import words_hash
from bot.core.entry import EntryAddition
from bot.core.hours import LONDON
from bot.core.library import Library, LocalAdditions
from bot.editor.answers_diff import AnswersDiff, difference
from bot.editor.compare import Comparison, comparison, summary
from bot.editor.compare import comparison_page as pages
from bot.editor.compare.comparison_page import as_markdown, elements, page
from bot.editor.compare.differences import TARGET, TextRun, shortened, word_diff
from bot.editor.compare.screen_changes import around_changes
from bot.editor.compare.sentences import FIELD_WORDS
from bot.editor.content_versions import read_content
from bot.editor.flow_pictures.svg import svg
from bot.editor.prose import words_in
from tests.editor.test_answers_diff import committed
from tests.editor.test_reference_edits_rename import renamed
from tests.guides import HEARING
from tests.machine_speed import Stopwatch
from tests.small_content import change, small_content

ROOT = Path(__file__).parents[3]
WORKFLOW = ROOT / ".github" / "workflows" / "content.yml"
MOST_BYTES = 2_400_000  # a change in each of 133 entries, 23 flows and 198 services makes 2.11 million
MOST_SECONDS = 15  # of processor time, though everything changes
NOON = datetime(2026, 11, 25, 12, tzinfo=LONDON)
BED, DANGER = "guidance/home-life/bed-tonight.yaml", "guidance/safety/in-danger.yaml"
DAY, NIGHT = "guidance/services/day-line.yaml", "guidance/services/night-team.yaml"
FLOW, FACTS = "flows/danger-now.yaml", "guidance/facts.yaml"
LANGUAGE, AREAS, MESSAGES = "guidance/language.yaml", "guidance/areas.yaml", "guidance/messages.yaml"
RULE = """
other-words:
  avoid: [third word]
  better: another word
  why: It hurts her.
  level: advice
  source: Example guide, 2024
  bad: [A third word., Third word!, The third word came.]
  good: [She came., She left., She stayed.]
"""


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    return small_content(tmp_path / "old")


@pytest.fixture(name="new")
def _new(tmp_path: Path) -> Path:
    return small_content(tmp_path / "new")


def compared(old: Path, new: Path) -> Comparison:
    """Compare two folders as the command does, without the encoder."""
    sides = read_content(HEARING, str(old), old, old, lenient=True), read_content(HEARING, str(new), new, new)
    return comparison(*sides, difference(*sides, None, None, None), NOON)


def in_crisis(folder: Path) -> None:
    """Write the number of the day line into the crisis cards, which must have the same as the service."""
    number = load_number(folder)
    file = folder / "guidance/crisis.yaml"
    file.write_text(file.read_text("utf-8").replace("0131 496 0000", number), "utf-8")


def load_number(folder: Path) -> str:
    """Return the number of the day line in its file."""
    [number] = re.findall(r'number: "([0-9 ]+)"', (folder / DAY).read_text("utf-8"))
    return str(number)


def told(found: Comparison) -> list[str]:
    """Return every sentence on what changed."""
    return [str(each) for thing in found.items for each in thing.sentences]


def states(found: Comparison) -> list[tuple[str, str, str]]:
    """Return what changed into what."""
    return [(thing.kind, thing.id, thing.state) for thing in found.items]


# In words


def test_the_same_content_has_nothing_to_tell_and_that_is_said_plainly(old: Path, new: Path) -> None:
    found = compared(old, new)

    assert found.nothing
    assert (found.items, found.own, found.elsewhere, found.pictures, found.other_files) == ((), {}, (), {}, ())
    assert "Nothing changed that staff see or that answers depend on." in page(found)
    assert page(found).count("nothing changed") >= 11
    assert "Nothing changed" in as_markdown(found)


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        (DAY, '"0131 496 0000"', '"0131 496 0001"', "Phone of Day line: from 0131 496 0000 to 0131 496 0001"),
        (DAY, "cost: Free", "cost: Nothing", "Cost of Day line: from Free to Nothing"),
        (NIGHT, "areas: [S12000036]", "areas: [S12000019]", "Area of Night team added: Midlothian"),
        (
            NIGHT,
            "status: active",
            "status: closed",
            "It has closed: staff are shown other services instead of its number",
        ),
        (
            NIGHT,
            "on: 2026-11-20",
            "on: 2026-11-24",
            "Date its contacts were confirmed of Night team: from 20 November 2026 to 24 November 2026",
        ),
        (BED, "first: Phone", "first: Ring", "What to do first of “She needs a bed tonight”: from "),
        (BED, "keywords: [bed,", "keywords: [room,", "Keyword of “She needs a bed tonight” added: room"),
        (BED, "urgency: same-day", "urgency: normal", "Urgency of “She needs a bed tonight”: from same-day to normal"),
        (
            DANGER,
            "  housing: Find",
            "  housing: Get",
            "Paragraph for the job Housing of “She is in danger now”: from Find",
        ),
        (
            BED,
            "- {text: she is bleeding, belongs: in-danger}",
            "- {text: she bleeds, belongs: in-danger}",
            "Near miss of “She needs a bed tonight”, in “she bleeds”",
        ),
        (FLOW, "ask: Is anyone hurt?", "ask: Is she hurt?", "Question of the flow “Somebody is in danger”: from "),
        (
            "flows/find-help.yaml",
            "not-yet: {label: Not yet, next: her-pace}",
            "not-yet: {label: Not yet, next: passed-on}",
            "The flow “Find help”: the option “Not yet”, in the question “Has she asked for this, and does she know "
            "what will be shared?” now leads to “Pass it on with her”, not to “At her pace”",
        ),
        (
            FLOW,
            "flow: find-help, at: where}",
            "flow: find-help}",
            "The flow “Somebody is in danger”: the option “A woman”, in the question “Who is it for?” now leads to "
            "the flow “Find help”, not to the flow “Find help”, at “Which council area is she in?”",
        ),
        (FACTS, '"7 days"', '"8 days"', "Value of the fact “window”: from 7 days to 8 days"),
        (LANGUAGE, "better: a good word", "better: her name", "Better words of the language rule “label-words”: from "),
        (AREAS, "name: Midlothian,", "name: Lothian,", "Name of the areas, in Lothian: from Midlothian to Lothian"),
        (MESSAGES, 'held-title: "Words"', "held-title: Kept", "The text “held-title” changed: "),
    ],
)
def test_what_changed_is_told_in_words(old: Path, new: Path, file: str, before: str, after: str, sentence: str) -> None:
    change(new, file, before, after)
    in_crisis(new)
    sentences = told(compared(old, new))

    assert [each for each in sentences if each.startswith(sentence)], sentences


def test_what_came_and_what_went_is_told_by_its_title_and_file(old: Path, new: Path) -> None:
    for file, text in (
        (
            FACTS,
            "\nother: {value: '3', means: Three., sources: [{url: 'https://www.example.scot/3'}], "
            "read: 2026-11-25, expires: 2027-05-25, owner: safety lead}\n",
        ),
        (LANGUAGE, RULE),
    ):
        (new / file).write_text((new / file).read_text("utf-8") + text, "utf-8")
    text = (new / BED).read_text("utf-8").replace("She needs a bed tonight", "The hostel is full")
    text = text.replace("she has no bed for tonight", "every hostel is full")
    (new / "guidance/home-life/hostel-full.yaml").write_text(text, "utf-8")
    there, back = compared(old, new), compared(new, old)

    assert states(there) == [
        ("entry", "hostel-full", "added"),
        ("fact", "other", "added"),
        ("language", "other-words", "added"),
    ]
    assert {state for _, _, state in states(back)} == {"removed"}
    assert "There was no such screen." in page(there)
    assert "This screen no longer exists." in page(back)
    assert "- **added**: The hostel is full (`guidance/home-life/hostel-full.yaml`)" in as_markdown(there)


def test_a_long_text_is_told_word_by_word_and_what_stays_is_cut_short(old: Path, new: Path) -> None:
    change(new, BED, "what would make the place safe", "how the place feels safe")
    [sentence] = [each for each in told(compared(old, new)) if each.startswith("Answer of")]

    assert "what would makehow" in sentence.replace(" ", "") or "how" in sentence
    assert "…" in sentence
    assert len(sentence) < 400


def test_words_are_marked_one_by_one_and_whole_where_little_is_the_same() -> None:
    assert word_diff("She is safe now.", "She is well now.") == (
        TextRun("She is "),
        TextRun("safe", "old"),
        TextRun("well", "new"),
        TextRun(" now."),
    )
    assert word_diff("One two three", "Four five six") == (
        TextRun("One two three", "old"),
        TextRun("Four five six", "new"),
    )
    assert word_diff("same", "same") == (TextRun("same"),)
    assert word_diff("", "new") == (TextRun("new", "new"),)


@pytest.mark.parametrize(
    ("old_text", "new_text"), [("a b c", "a c"), ("x y\n\nz", "x q\n\nz z"), ("1 2 3 4", "1 3 2 4")]
)
def test_marked_words_give_both_texts_back(old_text: str, new_text: str) -> None:
    pieces = word_diff(old_text, new_text)

    assert "".join(piece.text for piece in pieces if piece.mark != "new") == old_text
    assert "".join(piece.text for piece in pieces if piece.mark != "old") == new_text


def test_nothing_that_changed_is_cut_away() -> None:
    pieces = shortened(
        (TextRun("word " * 80), TextRun("old words " * 40, "old"), TextRun("word " * 80), TextRun("new", "new"))
    )

    assert [piece.text for piece in pieces if piece.mark] == ["old words " * 40, "new"]
    assert len(pieces[0].text) < 80
    assert len(pieces[2].text) < 140


def _classes(hint: Any) -> Iterator[type]:
    for part in (hint, *typing.get_args(hint)):
        if dataclasses.is_dataclass(part) and isinstance(part, type):
            yield part
        elif part is not hint:
            yield from _classes(part)


def test_every_field_of_the_content_has_words_for_a_change() -> None:
    waiting, seen = [Library], set[type]()
    while waiting:
        kind = waiting.pop()
        seen.add(kind)
        waiting += [each for known in field_specs(kind) for each in _classes(known.hint) if each not in seen]
    lacking = [
        f"{kind.__name__}.{known.attribute}"
        for kind in seen - {Library, LocalAdditions, EntryAddition}  # local additions are compared in their own folder
        for known in field_specs(kind)
        if known.attribute not in words_in(FIELD_WORDS).get(kind.__name__, {})
        and not (known.from_path and known.name == "id")
        and not (kind.__name__ == "Option" and known.attribute in ("next", "flow", "at"))
    ]

    assert lacking == []
    assert TARGET in {field for words in words_in(FIELD_WORDS).values() for field in words}


def test_a_file_whose_comments_alone_changed_is_named(old: Path, new: Path) -> None:
    change(new, DAY, "name: Day line", "# Asked in November\nname: Day line")
    found = compared(old, new)

    assert found.nothing
    assert found.other_files == (DAY,)
    assert DAY in page(found)


# As staff see it


def test_a_screen_that_changed_stands_beside_what_it_was_as_each_channel_shows_it(old: Path, new: Path) -> None:
    change(new, BED, "first: Phone the night team", "first: Ring the night team")
    found = compared(old, new)
    html = page(found)
    first = found.own["entry", "bed-tonight"][0]

    assert first.names[0] == "“She needs a bed tonight”"
    assert first.lines[0] == (("Words: Phone the night team with her.", "Words: Ring the night team with her."),)
    for words in ("Before", "After", "On Telegram", "In the terminal"):
        assert words in html
    assert html.count('<del><span class="unseen">(removed: </span>Phone') == 3  # page, Telegram, terminal
    assert html.count('<ins><span class="unseen">(new: </span>Ring') == 3


def test_what_changes_by_what_it_quotes_is_shown_once_with_the_screens_that_change_alike(old: Path, new: Path) -> None:
    change(new, FACTS, '"7 days"', '"8 days"')
    found = compared(old, new)

    assert found.own == {}
    assert [group.names for group in found.elsewhere] == [
        ("More about “She is in danger now”", "“At her pace” in the flow “Find help”")
    ]
    assert "The same change on 1 more screen" in page(found)


def test_marks_that_a_channel_parted_are_left_out() -> None:
    assert elements(Markup("a\ue000b\ue001")) == (
        'a<del><span class="unseen">(removed: </span>b<span class="unseen">)</span></del>'
    )
    assert elements(Markup("a\ue000b")) == "ab"
    assert elements(Markup("a\ue001b\ue000")) == "ab"


def test_where_there_is_no_room_it_is_told_in_words_alone_and_that_is_said(
    old: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(new, BED, "first: Phone the night team", "first: Ring the night team")
    found = compared(old, new)
    monkeypatch.setattr(pages, "MOST", 100)
    html = page(found)

    assert 'class="pair"' not in html
    assert "The rest are described in words only" in html
    assert '<ul class="lines"><li>Words: <del class="whole"><span class="unseen">(was: </span>Phone' in html


# Flows


def test_a_flow_is_drawn_with_what_came_went_and_changed_marked_by_word_and_by_line(old: Path, new: Path) -> None:
    change(
        new,
        FLOW,
        'fine: {label: "No", next: who}',
        'fine: {label: "No", next: call-999}\n      later: {label: Later, next: who}',
    )
    change(new, FLOW, "ask: Who is it for?", "ask: Whom is it for?")
    change(
        new,
        FLOW,
        "      man: {label: A man, who: man, flow: find-help}\n",
        "      other: {label: Another, flow: find-help}\n",
    )
    drawn = compared(old, new).pictures["danger-now"]
    marks = {(arrow.label, arrow.mark) for arrow in drawn.arrows if arrow.mark}
    text = svg([drawn])

    assert marks == {
        ("No", "changed"),
        ("No", "removed"),
        ("Later", "added"),
        ("Another", "added"),
        ("A man (man)", "removed"),
    }
    assert [box.words for box in drawn.boxes if box.mark] == ["Whom is it for?"]
    assert "Question (changed)" in text
    for mark, line in (("added", ""), ("changed", ' stroke-dasharray="9 5"'), ("removed", ' stroke-dasharray="2 4"')):
        assert f">{mark}</text>" in text
        assert re.search(rf'class="marked"[^>]*stroke-width="2.5"{line}/>', text)
    assert 'text-decoration="line-through"' in text
    assert "href" not in text
    assert ElementTree.fromstring(text).get("role") == "img"  # noqa: S314 - it is our own


def test_a_step_with_another_id_is_told_and_not_marked(old: Path, new: Path) -> None:
    renamed(new, "step:danger-now/who", "for-whom")
    there = told(found := compared(old, new))

    assert found.pictures == {}
    assert there == ["Former id of the flow “Somebody is in danger”, in the question “Who is it for?” added: who"]


def test_a_summary_draws_a_flow_around_what_changed(old: Path, new: Path) -> None:
    change(new, FLOW, "title: Call 999\n", "title: Call 999 now\n")
    found = compared(old, new)
    [picture] = found.pictures.values()
    near = around_changes(picture)

    assert len(near.boxes) < len(picture.boxes)
    assert {box.id for box in near.boxes} == {"q-hurt", "o-call-999", "s-call-999"}
    assert "```mermaid\nflowchart TD\n" in as_markdown(found)
    assert "Outcome: danger, 999 first (changed): Call 999 now" in as_markdown(found)


# Answers and trust


def test_a_question_whose_answer_changes_is_told_with_titles_and_what_is_further_from_right_first(
    old: Path, new: Path
) -> None:
    change(new, BED, "  - she has no bed for tonight\n", "  - is there a room tonight\n")
    change(new, DANGER, "  - he is at the door\n", "  - he is at the door\n  - she has no bed for tonight\n")
    found = compared(old, new)
    order = [move.verdict for move in found.answers]

    assert order == sorted(order, key=["worse", "neither", "better"].index)
    assert any("she has no bed for tonight" in text for move in found.answers for text, _ in move.messages)
    assert "phrasing of “She is in danger now”" in page(found)
    assert f"{found.questions} message" in summary(found)


def _signed(folder: Path) -> None:
    """Sign an entry off with its current words."""
    library = load(folder)
    text = words_hash(library.entries["in-danger"], library)
    line = f"{{by: Rosa, role: lived-experience, body: Example Group, on: 2026-11-01, text: {text}}}"
    change(folder, DANGER, "sign_off: []", f"sign_off:\n  - {line}")


def test_a_sign_off_lapses_by_other_words_and_by_a_fact_and_not_by_another_id(old: Path, new: Path) -> None:
    _signed(old)
    _signed(new)
    same = compared(old, new).sign_offs.lapsed
    renamed(new, "entry:in-danger", "hurt-now")
    renamed(new, "service:day-line", "listening-line")
    moved = compared(old, new).sign_offs.lapsed
    change(new, FACTS, '"7 days"', '"8 days"')
    lapsed = compared(old, new).sign_offs.lapsed

    assert (same, moved) == ((), ())
    assert lapsed == (
        "The sign-off of Rosa (A person with lived experience, Example Group, 1 November 2026) no longer covers "
        "“She is in danger now”: its wording changes.",
    )


def test_a_new_sign_off_and_a_review_are_told_and_what_nobody_read_again_waits(old: Path, new: Path) -> None:
    _signed(new)
    change(new, BED, "reviewed: 2026-11-25", "reviewed: 2026-11-26")
    change(new, BED, "avoid: Asking", "avoid: Enquiring")
    change(new, DANGER, "avoid: Leaving", "avoid: Letting")
    change(new, NIGHT, "phones: []", 'phones: [{number: "0131 496 0009"}]')
    found = compared(old, new).sign_offs

    assert found.reviewed == ("“She needs a bed tonight” was reviewed on 26 November 2026. Owner: housing lead.",)
    assert [words[:40] for words in found.waiting] == [
        "“She is in danger now” changes, and was ",
        "Contacts of Night team change, and were ",
    ]
    assert found.signed == ()  # signed words were changed after that


def test_a_renamed_thing_is_known_again_wherever_it_is_named(old: Path, new: Path) -> None:
    renamed(new, "entry:in-danger", "hurt-now")
    renamed(new, "service:day-line", "listening-line")
    renamed(new, "fact:window", "care-window")
    found = compared(old, new)

    assert states(found) == [
        ("entry", "hurt-now", "renamed"),
        ("service", "listening-line", "renamed"),
        ("fact", "care-window", "renamed"),
    ]
    assert "Renamed: from in-danger to hurt-now; links to the old id still open it" in told(found)
    assert (found.screens, dict(found.pictures)) == (0, {})


# The page and the summary


class _Read(HTMLParser):
    """What shows whether a page needs any other file."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags = list[str]()
        self.links = list[str]()
        self.ids = list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given[name] or "" for name in ("href", "src", "data", "action") if name in given]


@pytest.fixture(name="much")
def _much(old: Path, new: Path) -> Comparison:
    """Return a comparison in which something of every kind differs."""
    for file, before, after in (
        (DAY, '"0131 496 0000"', '"0131 496 0001"'),
        (BED, "avoid: Asking why she left.", "avoid: 'Asking <script>alert(1)</script> & *why* `she` left.'"),
        (FACTS, '"7 days"', '"8 days"'),
        (FLOW, "title: Call 999\n", "title: Call 999 now\n"),
        (
            FLOW,
            'fine: {label: "No", next: who}',
            'fine: {label: "No", next: call-999}\n      so: {label: So, next: who}',
        ),
        ("flows/find-help.yaml", "title: At her pace", "title: As she likes"),
        (BED, "  - she has no bed for tonight\n", "  - is there a room tonight\n"),
    ):
        change(new, file, before, after)
    in_crisis(new)
    renamed(new, "entry:in-danger", "hurt-now")
    return compared(old, new)


def test_the_page_stands_by_itself_without_a_script_or_anything_from_elsewhere(much: Comparison) -> None:
    html = page(much)
    found = _Read(html)

    assert set(found.tags) & {"script", "link", "iframe", "object", "form", "img", "base"} == set()
    assert [link for link in found.links if not link.startswith("#")] == []
    assert {link[1:] for link in found.links} <= set(found.ids)
    assert [id for id, times in Counter(found.ids).items() if times > 1] == []
    assert "url(" not in html.replace("url(#", "")
    assert "@import" not in html
    assert "&lt;script&gt;alert(1)" in html
    assert not re.search("[\ue000-\ue003]", html)


def test_the_same_contents_make_the_same_page(much: Comparison, old: Path, new: Path) -> None:
    assert page(compared(old, new)) == page(much)


def test_a_summary_holds_nothing_that_markdown_or_html_would_take_for_its_own(much: Comparison) -> None:
    text = as_markdown(much)

    assert "<script" not in text
    assert r"\*why\*" in text
    assert "&lt;script&gt;" in text
    assert set(re.findall(r"</?([a-z]+)", text.split("```mermaid")[0])) == {"del", "ins"}
    assert text.count("```") == 2 * len(much.pictures)


def test_the_contents_lead_to_every_part_with_its_counts(much: Comparison) -> None:
    html = page(much)

    assert '<a href="#entry">Entries</a></th><td>1 changed, 1 renamed</td>' in html
    assert '<a href="#service">Services</a></th><td>1 changed</td>' in html
    assert "Language rules</th><td>nothing changed</td>" in html


# The real content


@pytest.mark.soak
@pytest.mark.usefixtures("built_anew")
def test_a_change_of_the_real_content_is_compared_in_seconds_and_in_a_small_file(tmp_path: Path) -> None:
    for part in ("guidance", "flows"):
        for name in ("old", "new"):
            shutil.copytree(find_content() / part, tmp_path / name / part)
    for file in (tmp_path / "new").rglob("*.yaml"):  # in every entry, flow and service
        text = file.read_text("utf-8")
        file.write_text(
            re.sub(r"^(avoid: |summary: |title: )(?![>|\"'])(\w+)", r"\1Today \2", text, flags=re.M), "utf-8"
        )
    with Stopwatch() as watch:
        found = comparison(
            read_content(HEARING, str(tmp_path / "old"), tmp_path, tmp_path, lenient=True),
            read_content(HEARING, str(tmp_path / "new"), tmp_path, tmp_path, lenient=True),
            AnswersDiff("old", "new", {}, (), (), (), by_meaning=False),
            NOON,
        )
        html = page(found)

    assert len(found.items) > 200
    assert len(html.encode()) < MOST_BYTES
    assert watch.seconds < MOST_SECONDS


# The command


def test_the_command_writes_a_page_and_a_summary_of_a_revision_and_the_working_tree(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    committed(old)
    change(old, DAY, '"0131 496 0000"', '"0131 496 0001"')
    in_crisis(old)
    monkeypatch.chdir(old)
    monkeypatch.setenv("SIGNPOST_ENCODER", "no")
    out, text = tmp_path / "out.html", tmp_path / "out.md"
    done = CliRunner().invoke(main, ["diff", "HEAD", ".", "--html", str(out), "--markdown", str(text)])

    assert done.exit_code == 0, done.output
    assert f"{out}: 0.0" in done.output
    assert "0131 496 0001" in out.read_text("utf-8")
    assert "Phone of Day line: from <del>0131 496 0000</del> to <ins>0131 496 0001</ins>" in text.read_text("utf-8")


def test_a_file_that_cannot_be_written_is_said(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_ENCODER", "no")
    done = CliRunner().invoke(main, ["diff", str(old), str(old), "--html", str(old / "nowhere" / "out.html")])

    assert done.exit_code == 2
    assert "cannot be written" in done.output


def test_an_old_side_with_faults_is_compared_as_far_as_it_can_be(old: Path, new: Path) -> None:
    change(old, FLOW, "next: call-999}", "next: nowhere}")
    change(old, BED, "phrasings:", "phrasing:")
    found = compared(old, new)

    assert any("by today's rules" in note for note in found.notes)
    assert "by today&#39;s rules" in page(found)


# The workflow


def test_advice_is_told_of_what_has_changed_alone_and_an_error_wherever_it_is(old: Path) -> None:
    committed(old)
    in_crisis(old)
    change(old, DANGER, "keywords: [danger, hurt]", "keywords: [danger]")

    def told(level: str, *arguments: str) -> list[str]:
        done = CliRunner().invoke(main, ["check", "--format", "json", "--today", "2026-11-25", *arguments, str(old)])
        return [found["file"] for found in json.loads(done.output)["findings"] if found["level"] == level]

    assert {BED, DANGER} <= {*told("advice")}
    assert {*told("advice", "--since", "HEAD")} == {DANGER}
    assert BED in told("error")
    assert told("error", "--since", "HEAD") == told("error")

    (old / "guidance/home-life/bed-two.yaml").write_text("title: Half a page\n", "utf-8")
    assert {*told("error", "--since", "HEAD")} == {"guidance/home-life/bed-two.yaml"}
    wrong = CliRunner().invoke(main, ["check", "--since", "no-such-branch", str(old)])
    assert wrong.exit_code == 2
    assert "no-such-branch is neither a folder with guidance nor a Git revision" in wrong.output


def _steps() -> list[dict[str, Any]]:
    [job] = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"].values()
    return list(job["steps"])


def test_every_command_of_the_workflow_exists_with_its_options() -> None:
    lines = [line for step in _steps() for line in step.get("run", "").splitlines() if line.startswith("signpost ")]
    commands = [line.split() for line in lines]

    assert [words[1] for words in commands] == ["check", "diff"]
    for words in commands:
        command = main.get_command(Context(main), words[1])
        assert command is not None
        known = {name for parameter in command.params for name in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= known
    assert {"--format", "github", "--since"} <= set(commands[0])
    assert {"--html", "--markdown"} <= set(commands[1])


def test_the_workflow_may_only_read_holds_no_secret_and_pins_every_action_by_commit() -> None:
    text = WORKFLOW.read_text("utf-8")
    whole = yaml.safe_load(text)
    uses = [step["uses"] for step in _steps() if "uses" in step]

    assert whole["permissions"] == {"contents": "read"}
    assert whole[True] == {"pull_request": {"paths": ["guidance/**", "flows/**"]}}  # YAML reads "on" as true
    assert "secrets." not in text
    assert "pull_request_target" not in text
    assert len(uses) == 3
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) for action in uses)
    assert not [step for step in _steps() if "${{" in step.get("run", "")]  # nothing of a request becomes a command


def test_the_page_that_the_workflow_keeps_is_the_one_that_is_written() -> None:
    runs = "\n".join(step.get("run", "") for step in _steps())
    [kept] = [step["with"]["path"] for step in _steps() if "upload-artifact" in step.get("uses", "")]

    assert f"--html {kept}" in runs
    assert 'cat what-changes.md >> "$GITHUB_STEP_SUMMARY"' in runs
    assert "--markdown what-changes.md" in runs
