"""The content's format number: read first, refused in one line if it is not ours, migrated without losing a byte."""

import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.content import migrations
from bot.content.load_in_process import find_content
from bot.content.loader import faults, read
from bot.content.migrations import CURRENT, FILE, STEPS, VOCABULARY, migrated
from bot.editor.content_edits import conversion, convert
from tests.small_content import small_content

PAIRS = Path(__file__).parents[1] / "migrations"
ROLES = b"sign_off_roles:"
ENTRY = re.compile(r"guidance/(safety|home-life)/[^.]+\.yaml")
ASKED = ("guidance/home-life/bed-tonight.asked.yaml", "guidance/safety/in-danger.asked.yaml")


def files_of(folder: Path) -> Mapping[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*.yaml")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def signpost(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return small_content(tmp_path / "content")


def without_format(folder: Path) -> Path:
    """Return content as it was before it had a format."""
    (folder / FILE).unlink()
    lists = folder / VOCABULARY
    lists.write_bytes(lists.read_bytes().partition(ROLES)[0])
    return folder


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Path:
    return without_format(small_content(tmp_path / "old"))


def told(folder: Path) -> list[str]:
    return [str(fault) for fault in faults(folder)]


# The number


def test_all_content_says_its_format(small: Path) -> None:
    assert (migrations.found(find_content()), migrations.found(small)) == (CURRENT, CURRENT)


def test_a_later_format_is_refused_in_one_line_whatever_else_is_there(small: Path) -> None:
    (small / FILE).write_text(f"# ours\nformat: {CURRENT + 1}\n", "utf-8")
    (small / "guidance/facts.yaml").write_text("another: [format", "utf-8")

    assert told(small) == [
        f"{FILE}:2:9: this content is in format {CURRENT + 1}, and this Signpost reads format {CURRENT}; "
        "use a newer Signpost"
    ]


def test_content_without_a_format_is_told_how_it_gets_one(small: Path) -> None:
    (small / FILE).unlink()

    assert told(small) == [
        f"{FILE}:1:1: this content does not say its format, so it is in the oldest, and this Signpost reads format "
        f"{CURRENT}; run signpost migrate"
    ]


@pytest.mark.parametrize(
    ("written", "place", "message"),
    [
        (
            "format: one\n",
            "1:9",
            f'"format" is "one", which is not a whole number; write format: {CURRENT} alone into this file',
        ),
        ("format: -1\n", "1:9", '"format" is "-1", which is not a whole number'),
        ("format: 99999999999999999999\n", "1:9", "which is not a whole number"),
        ("fromat: 1\n", "1:1", f"this does not say which format the content is in; write format: {CURRENT} alone"),
        ("format: 1\nmore: 2\n", "1:1", "this does not say which format the content is in"),
        ("", "1:1", "the file is empty"),
        ("format: [1\n", "1:9", f"or write format: {CURRENT} alone into this file"),
        ("format: *one\n", "1:9", f"or write format: {CURRENT} alone into this file"),
        ("#" * 5000, "1:1", f"or write format: {CURRENT} alone into this file"),
    ],
)
def test_a_slip_in_the_number_is_one_fault_with_its_cure(small: Path, written: str, place: str, message: str) -> None:
    (small / FILE).write_text(written, "utf-8")

    [line] = told(small)
    assert line.startswith(f"{FILE}:{place}: ")
    assert message in line


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_a_pipe_or_a_folder_in_its_place_is_refused_and_holds_nobody_up(
    small: Path, make: Callable[[Path], None]
) -> None:
    (small / FILE).unlink()
    make(small / FILE)

    assert told(small) == [f"{FILE}:1:1: this is not a file that can be read; put the file itself here"]


def test_the_number_may_have_a_byte_order_mark_windows_lines_and_a_remark(small: Path) -> None:
    (small / FILE).write_bytes(b"\xef\xbb\xbf# the format\r\nformat: 1  # of today\r\n")

    assert told(small) == []


def test_a_folder_without_guidance_is_told_that_and_not_of_a_format(tmp_path: Path) -> None:
    lines = told(tmp_path)

    assert lines
    assert not [line for line in lines if "format" in line]


# From one to the next


@pytest.mark.parametrize("pair", sorted(PAIRS.iterdir()), ids=lambda pair: pair.name)
def test_each_step_makes_the_files_after_it_of_those_before_it_byte_for_byte(pair: Path) -> None:
    number = int(pair.name.removeprefix("to_"))

    assert {**STEPS[number](files_of(pair / "before")), FILE: f"format: {number}\n".encode()} == files_of(
        pair / "after"
    )


def test_every_step_has_a_pair_of_files_and_leads_one_further() -> None:
    assert sorted(STEPS) == list(range(1, CURRENT + 1))
    assert {pair.name for pair in PAIRS.iterdir()} == {f"to_{number}" for number in STEPS}


def test_the_real_content_of_before_becomes_that_of_today_to_the_byte(tmp_path: Path) -> None:
    for part in ("guidance", "flows"):
        shutil.copytree(find_content() / part, tmp_path / part)
    today = files_of(tmp_path)
    before = files_of(without_format(tmp_path))
    changed = conversion(tmp_path)
    convert(tmp_path, changed)

    assert set(changed) == {FILE, VOCABULARY}  # since format 2 the ways to ask are in files beside the entries
    assert before != today
    assert files_of(tmp_path) == today


def test_a_step_keeps_the_ends_of_lines_and_mends_a_file_without_an_end() -> None:
    windows = migrated({VOCABULARY: b"themes: {a: b}\r\nneeds: {c: d}"}, 0)[VOCABULARY]

    assert windows.startswith(b"themes: {a: b}\r\nneeds: {c: d}\r\nsign_off_roles:\r\n")
    assert windows.count(b"\n") == windows.count(b"\r\n")


def test_a_list_that_is_there_already_is_left_as_it_is() -> None:
    own = b"sign_off_roles: {specialist-service: Ours}\n"

    assert migrated({VOCABULARY: own}, 0)[VOCABULARY] == own


# The command


def test_migrate_shows_first_and_writes_then(old: Path) -> None:
    before = files_of(old)
    dry = signpost("migrate", str(old), "--dry-run")

    assert (dry.exit_code, files_of(old)) == (0, before)
    changed = {line.removeprefix("would change: ") for line in dry.output.splitlines()}
    assert changed == {VOCABULARY, FILE, *(f for f in before if ENTRY.fullmatch(f)), *ASKED}

    done = signpost("migrate", str(old))
    assert (done.exit_code, done.output) == (0, dry.output.replace("would change", "changed"))
    assert told(old) == []


def test_migrate_leaves_content_of_today_alone_and_refuses_that_of_tomorrow(small: Path) -> None:
    before = files_of(small)
    today = signpost("migrate", str(small))
    (small / FILE).write_text("format: 9\n", "utf-8")
    tomorrow = signpost("migrate", str(small))

    assert today.output == f"The content is in format {CURRENT} already. Nothing was changed.\n"
    assert tomorrow.exit_code == 1
    assert "use a newer Signpost" in tomorrow.output
    assert {**files_of(small), FILE: before[FILE]} == before


def test_migrate_lists_what_is_left_to_mend_by_hand(old: Path) -> None:
    entry = old / "guidance/safety/in-danger.yaml"
    agreed = "sign_off:\n  - {by: Ada Example, role: Manager, body: Example, on: 2026-11-20, text: abc}\n"
    entry.write_text(entry.read_text("utf-8").replace("sign_off: []\n", agreed), "utf-8")
    done = signpost("migrate", str(old))

    assert done.exit_code == 1
    assert 'there is no sign-off role "Manager"; write one of' in done.output


def test_migrate_says_where_there_is_no_content_and_where_it_cannot_write(tmp_path: Path, old: Path) -> None:
    nothing = signpost("migrate", str(tmp_path / "nowhere"))
    (old / FILE).mkdir()
    blocked = signpost("migrate", str(old))

    assert "holds no guidance" in nothing.output
    assert (nothing.exit_code, blocked.exit_code) == (2, 1)
    assert "this file cannot be read" in blocked.output


def test_nothing_of_another_format_is_read(small: Path) -> None:
    (small / FILE).write_text("format: 9\n", "utf-8")
    draft, found = read(small)

    assert (len(found), dict(draft.library.entries), dict(draft.pages)) == (1, {}, {})
