"""The file beside an entry that holds the ways staff ask for it: read as one with the entry, faults at their lines."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.content.loader import faults, load, read
from bot.content.migrations import FILE
from bot.editor.content_edits import conversion, convert, execute
from bot.editor.fixing import plan as fixable
from bot.editor.preview.subjects import fields_of
from bot.editor.reference_edits import plan
from bot.editor.uses import resolve
from tests.checked import check
from tests.conftest import NOW
from tests.guides import HEARING
from tests.small_content import change, small_content

BED, ASKED = "guidance/home-life/bed-tonight.yaml", "guidance/home-life/bed-tonight.asked.yaml"
DANGER = "guidance/safety/in-danger.yaml"
POINT = "points:\n  - id: how-long\n    title: How long it lasts\n    text: Until nine.\n"
TODAY = NOW.date()


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    """Return content in which the ways to ask for one entry are in a file beside it."""
    folder = small_content(tmp_path)
    change(folder, BED, "phrasings:\n  - she has no bed for tonight\n", POINT)
    (folder / ASKED).write_text(
        "phrasings:\n  - she has no bed for tonight\npoints:\n  how-long:\n    - how long is the bed hers\n", "utf-8"
    )
    return folder


def told(folder: Path) -> list[str]:
    return [str(fault) for fault in faults(folder)]


def test_an_entry_has_the_ways_to_ask_that_stand_beside_it(small: Path) -> None:
    entry = load(small).entries["bed-tonight"]

    assert told(small) == []
    assert entry.phrasings == ("she has no bed for tonight",)
    assert entry.point("how-long").asked == ("how long is the bed hers",)


def test_what_is_asked_next_stands_beside_it_too_and_asks_for_nothing_alone(small: Path) -> None:
    change(small, ASKED, "points:", "follow_ups:\n  how-long: [till when]\npoints:")
    entry = load(small).entries["bed-tonight"]

    assert entry.point("how-long").follow_ups == ("till when",)
    assert "till when" not in entry.asked


def test_what_stands_inside_an_entry_comes_first_and_both_count(small: Path) -> None:
    change(small, BED, POINT, f"phrasings: [the hostel is full]\n{POINT}    asked: [till when]\n")
    entry = load(small).entries["bed-tonight"]

    assert entry.asked == (
        "the hostel is full",
        "she has no bed for tonight",
        "till when",
        "how long is the bed hers",
    )


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("phrasings:", "phrasngs:", '1:1: "phrasngs" is not a field of a file of phrasings; did you mean "phrasings"?'),
        ("how-long:", "how-lang:", '4:3: there is no point "how-lang"; did you mean "how-long"?'),
        ("points:", "follow_ups: {how-lang: [till when]}\npoints:", '3:14: there is no point "how-lang"'),
        ("how-long:", "cost:", f'4:3: there is no point "cost"; write the id of one of the points in {BED}'),
        (
            "how long is the bed hers",
            "She has no bed for tonight!",
            "5:7: this phrasing is already on line 2; keep one",
        ),
        ("how long is the bed hers", "he is hurting her", f"5:7: this phrasing is already in {DANGER}"),
        ("how long is the bed hers", "x" * 301, "5:7: "),
        ("points:", "danger_phrasings:\n  - {text: a, danger: card, card: no-such}\npoints:", "4:35: "),
        (
            "points:",
            "danger_phrasings:\n  - {text: a, danger: none}\npoints:",
            "4:23: this phrasing has no danger",
        ),
    ],
)
def test_a_fault_is_told_at_its_line_of_that_file(small: Path, old: str, new: str, fault: str) -> None:
    change(small, ASKED, old, new)
    if DANGER in fault:
        change(small, DANGER, "phrasings:\n", "phrasings:\n  - he is hurting her\n")
        lines = [line for line in told(small) if "already" in line]
        assert any(line.startswith(f"{DANGER}:") and f"{ASKED}, line 5" in line for line in lines)
        return

    assert [line for line in told(small) if line.startswith(f"{ASKED}:{fault}")], told(small)


def test_without_any_way_to_ask_the_cure_names_the_file_to_write(small: Path) -> None:
    (small / ASKED).unlink()

    assert told(small) == [
        f"{BED}:1:1: this entry has no phrasings; write phrasings: ways staff might ask for it, into {ASKED}"
    ]


def test_a_file_of_phrasings_without_its_entry_is_told_so(small: Path) -> None:
    (small / ASKED).rename(small / "guidance/safety/bed-tonight.asked.yaml")

    assert any("there is no bed-tonight.yaml beside this file" in line for line in told(small))


def test_a_check_allows_what_a_comment_there_allows(small: Path) -> None:
    thin = [fault for fault in check(small, TODAY).faults if fault.rule == "SP121" and fault.file == ASKED]
    change(small, ASKED, "phrasings:", "phrasings: # allow SP121: this is a made up entry")
    after = check(small, TODAY)

    assert [fault.line for fault in thin] == [1]
    assert [each.fault.file for each in after.allowed if each.fault.rule == "SP121"] == [ASKED]


def test_safe_fixes_reach_it_and_the_preview_names_its_lines(small: Path) -> None:
    change(small, ASKED, "  - she has", "  -she has")
    change(small, ASKED, "points:", "  - and no money   \npoints:")
    [fixed] = [each for each in fixable(small, TODAY, HEARING) if each.found.file == ASKED]
    (small / ASKED).write_bytes(fixed.after)
    draft, found = read(small)
    named = dict(fields_of(draft, small, BED))

    assert b"  - she has no bed for tonight\n  - and no money\n" in fixed.after
    assert found == []
    assert (str(named["title"]), str(named["points"])) == (f"{BED}:1", f"{ASKED}:4")


def test_a_rename_takes_it_along(small: Path) -> None:
    draft, _ = read(small)
    execute(small, plan(small, draft, resolve(draft, "entry:bed-tonight")[0], "somewhere-tonight"))

    assert not (small / ASKED).exists()
    assert load(small).entries["somewhere-tonight"].asked == draft.library.entries["bed-tonight"].asked


def test_a_new_entry_is_written_with_it(small: Path) -> None:
    given = ("new", "entry", "--no-questions", "--title", "She has lost her phone", "--theme", "safety")
    done = CliRunner().invoke(main, [*given, "--id", "lost-phone", "--folder", str(small)])

    assert (small / "guidance/safety/lost-phone.asked.yaml").read_text("utf-8").startswith("phrasings: # ways staff")
    assert "guidance/safety/lost-phone.asked.yaml:1  phrasings: ways staff might ask" in done.output


def test_content_of_before_is_read_as_it_is_and_is_the_same_once_it_is_moved(tmp_path: Path) -> None:
    folder = small_content(tmp_path)
    (folder / FILE).write_text("format: 1\n", "utf-8")
    before = load(folder)
    convert(folder, conversion(folder))

    assert replace(load(folder), content_id="") == replace(before, content_id="")
    assert len([*folder.rglob("*.asked.yaml")]) == len(before.entries)
