"""A folder of content becomes a Library, or a list of every fault with its place and cure."""

import dataclasses
import errno
import os
import re
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from bot.content.faults import ContentError, Fault, Finding
from bot.content.field_specs import content_classes, field_specs
from bot.content.load_in_process import find_content
from bot.content.loader import faults, load
from bot.content.rules.contacts import number_fault
from bot.content.rules.references import REFERS
from bot.content.survey import RESERVED, id_fault
from bot.content.yaml_reader import read
from bot.content.yaml_tree import unwrapped
from bot.core.content_id import MOST_BYTES, MOST_BYTES_IN_ALL, MOST_FILES
from bot.core.entry import Neighbour
from bot.core.library import Library, LocalAdditions
from bot.core.position import code
from bot.core.service import Assurance, Eligibility
from tests.machine_speed import Stopwatch
from tests.saving import as_kubernetes_mounts
from tests.small_content import BROKEN, SMALL, change, messages, small_content

ENTRY = "guidance/safety/in-danger.yaml"
OTHER_ENTRY = "guidance/home-life/bed-tonight.yaml"
SERVICE = "guidance/services/day-line.yaml"
FLOW = "flows/danger-now.yaml"
MESSAGES = "guidance/messages.yaml"
START_TITLE = [line.partition(":")[0] for line in messages().split("\n")].index("start-title") + 1  # its line

PARSERS_WORDS = re.compile(
    r"mapping|sequence|scalar|token|simple key|block end|anchor|alias(?!es)|directive|stream|context|node|"
    r"expected|parse",
    re.IGNORECASE,
)


@pytest.fixture(name="small")
def _small(tmp_path: Path) -> Path:
    return small_content(tmp_path)


def told(folder: Path) -> list[str]:
    return [str(fault) for fault in faults(folder)]


# A good folder


def test_a_good_folder_is_a_library(small: Path) -> None:
    library = load(small)

    assert sorted(library.entries) == ["bed-tonight", "in-danger"]
    assert sorted(library.flows) == ["danger-now", "find-help"]
    assert sorted(library.services) == ["day-line", "night-team"]
    assert list(library.crisis) == ["danger"]
    assert library.facts["window"].value == "7 days"
    assert [kind.id for kind in library.outside.values()] == ["council-matters", "greetings"]
    assert library.outside["council-matters"].services == ("day-line",)
    assert library.language["label-words"].avoid == ("bad word", "worse word")
    assert library.areas.postcodes["EH22"] == ("S12000019", "S12000036")
    assert library.messages["start-title"] == "Words"


def test_a_value_has_the_type_its_field_asks_for(small: Path) -> None:
    library = load(small)
    entry, day, night = (
        library.entries["in-danger"],
        library.services["day-line"],
        library.services["night-team"],
    )

    assert (entry.id, entry.theme, entry.urgency) == ("in-danger", "safety", "emergency")
    assert entry.reviewed == date(2026, 11, 25)
    assert entry.not_this_one == (Neighbour(when="She needs a bed tonight", see="bed-tonight"),)
    assert day.eligibility == Eligibility(for_="Anyone", not_for="Nobody", minimum_age=16)
    assert (day.assured, day.confidential_location, day.phones[0].number) == (None, False, "0131 496 0000")
    assert night.assured == Assurance(on=date(2026, 11, 20), by="A. Person", how="by phone")
    assert library.flows["danger-now"].questions["who"].options["woman"].who == "woman"
    assert library.flows["find-help"].outcomes["passed-on"].referral == "yes"


def test_the_lines_of_a_paragraph_are_joined_and_a_list_keeps_its_lines(small: Path) -> None:
    answer = load(small).entries["in-danger"].answer

    assert answer.split("\n") == [
        "Ask whether she is safe now, and for the rest of the day. If she is not, call 999. Care is best "
        "within {fact:window}, and does not depend on the police.",
        "",
        "She can phone {service:day-line} herself. Offer to sit with her while she does.",
        "",
        "- Stay with her.",
        "- Tell a colleague.",
    ]


def test_paragraphs_outlive_every_way_to_write_a_text(small: Path) -> None:
    answer = "a" * 120
    for written in (
        f"|\n  {answer}\n\n  {answer}",
        f">\n  {answer}\n\n  {answer}",
        f'"{answer}\n\n  {answer}"',
    ):
        text = (SMALL / OTHER_ENTRY).read_text(encoding="utf-8")
        text = re.sub(r"answer: >-\n(  .*\n)+", f"answer: {written}\n", text)
        (small / OTHER_ENTRY).write_text(text, encoding="utf-8")

        assert load(small).entries["bed-tonight"].answer == f"{answer}\n\n{answer}"


def test_blank_lines_part_paragraphs_once() -> None:
    assert unwrapped("\n one\n two \n\n \n three\n1. four\nmore\n") == "one two\n\nthree\n1. four more"


def test_a_library_cannot_be_changed(small: Path) -> None:
    library = load(small)

    with pytest.raises(TypeError):
        library.entries["new"] = library.entries["in-danger"]  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        library.entries["in-danger"].title = "Other"  # type: ignore[misc]


@pytest.mark.parametrize("changed", [lambda data: b"\xef\xbb\xbf" + data, lambda data: data.replace(b"\n", b"\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(small: Path, changed: object) -> None:
    assert callable(changed)
    before = load(small)
    for path in small.rglob("*.yaml"):
        path.write_bytes(changed(path.read_bytes()))

    assert load(small) == before


def test_windows_line_ends_do_not_move_a_fault(small: Path) -> None:
    change(small, ENTRY, "first:", "frist:")
    before = told(small)
    path = small / ENTRY
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert told(small) == before


def test_readme_and_hidden_files_are_passed_over(small: Path) -> None:
    for name in (
        "guidance/README.md",
        "guidance/safety/README.md",
        "flows/README.md",
        "flows/.swp",
        "guidance/.git",
    ):
        (small / name).write_text("{", encoding="utf-8")

    assert told(small) == []


def test_the_packaged_content_comes_before_the_repository() -> None:
    root = Path(__file__).resolve().parents[2]

    assert find_content() in {root, root / "bot" / "starter"}


@pytest.mark.alone
@pytest.mark.usefixtures("built_anew")
def test_all_content_loads_in_seconds() -> None:
    with Stopwatch() as watch:
        faults(find_content())

    assert watch.seconds < 5  # a guard: it takes less than one; `signpost bench` measures the start


# One fault in one file


def broken_files() -> list[Path]:
    return sorted(BROKEN.glob("*.yaml"))


@pytest.mark.parametrize("broken", broken_files(), ids=lambda path: path.stem)
def test_a_broken_file_is_refused_with_its_place_and_its_cure(small: Path, broken: Path) -> None:
    text = broken.read_text(encoding="utf-8")
    first, second = (text + "\n").split("\n")[:2]
    expected = first.removeprefix("# ")
    elsewhere = re.fullmatch(r"# This file stands at (\S+)", second)
    (small / (elsewhere[1] if elsewhere else expected.split(":")[0])).write_text(text, encoding="utf-8")

    assert told(small) == [expected]


def test_the_small_content_shows_each_kind_of_fault_once() -> None:
    assert len(broken_files()) >= 120
    assert all(path.suffix == ".yaml" for path in BROKEN.iterdir())


def test_no_fault_is_in_a_parsers_words() -> None:
    messages = [file.read_text("utf-8").split("\n")[0].split(": ", 1)[1] for file in broken_files()]

    assert messages
    assert [message for message in messages if PARSERS_WORDS.search(message)] == []


# Many faults


def test_faults_of_several_files_come_at_once_in_order(small: Path) -> None:
    change(small, ENTRY, "first:", "frist:")
    change(small, ENTRY, "reviewed: 2026-11-25", "reviewed: today")
    change(small, OTHER_ENTRY, 'first."', "first.")
    change(small, FLOW, "next: who", "next: whom")
    (small / "guidance/areas.yaml").unlink()
    (small / "flows/notes.txt").write_text("notes", encoding="utf-8")

    assert told(small) == [
        'flows/danger-now.yaml:8:33: there is no step "whom"; did you mean "who"?',
        "flows/notes.txt:1:1: only files that end in .yaml are read here; rename the file or delete it",
        "guidance/areas.yaml:1:1: this file is missing; copy it from the starter content",
        'guidance/home-life/bed-tonight.yaml:4:6: this quote is not closed; type " at the end of the text',
        'guidance/safety/in-danger.yaml:3:1: "frist" is not a field of an entry; did you mean "first"?',
        'guidance/safety/in-danger.yaml:33:11: "reviewed" is "today", which is not a date; write it as 2026-11-25',
    ]


def test_an_error_lists_every_fault(small: Path) -> None:
    change(small, ENTRY, "first:", "frist:")
    change(small, OTHER_ENTRY, "first:", "frist:")

    with pytest.raises(ContentError) as error:
        load(small)

    assert error.value.faults == faults(small)
    assert str(error.value).split("\n") == told(small)
    assert len(told(small)) == 2


def test_a_fault_in_a_file_does_not_hide_what_else_is_wrong_with_it(small: Path) -> None:
    change(small, ENTRY, "reviewed: 2026-11-25", "reviewed: today")
    change(small, ENTRY, "related: [bed-tonight]", "related: [bed-tonite]")

    assert [line.split(": ", 1)[1] for line in told(small)] == [
        'there is no entry "bed-tonite"; did you mean "bed-tonight"?',
        '"reviewed" is "today", which is not a date; write it as 2026-11-25',
    ]


@pytest.mark.parametrize(
    "file",
    [
        ENTRY,
        SERVICE,
        FLOW,
        "guidance/facts.yaml",
        "guidance/vocabulary.yaml",
        "guidance/areas.yaml",
        "guidance/crisis.yaml",
        "flows/find-help.yaml",
    ],
)
def test_an_unreadable_file_is_one_fault_and_no_cascade(small: Path, file: str) -> None:
    (small / file).write_text("title: [", encoding="utf-8")

    assert told(small) == [f"{file}:1:8: this [ is not closed; type ] at the end"]


@pytest.mark.parametrize("file", ["guidance/facts.yaml", "guidance/vocabulary.yaml", "guidance/areas.yaml"])
def test_a_file_of_the_wrong_shape_is_no_cascade(small: Path, file: str) -> None:
    (small / file).write_text("- one\n- two\n", encoding="utf-8")

    [only] = told(small)
    assert only.startswith(f"{file}:1:1: the file ")


def test_a_missing_flow_is_told_where_it_is_named(small: Path) -> None:
    (small / "flows/find-help.yaml").unlink()

    assert {line.split(": ", 1)[1] for line in told(small)} == {
        'there is no flow "find-help"; write one of danger-now',
    }


def test_every_tab_of_a_file_is_one_fault(small: Path) -> None:
    path = small / ENTRY
    path.write_text(path.read_text(encoding="utf-8").replace("\n  - ", "\n\t- "), encoding="utf-8")

    [only] = told(small)
    assert only.startswith(f"{ENTRY}:12:1: there is a tab here; type two spaces for each level instead (")


# The folder


def test_a_folder_without_content_says_what_it_should_hold(tmp_path: Path) -> None:
    expected = [
        "flows:1:1: the folder flows/ is missing; make it, or name the folder that holds it",
        "guidance:1:1: the folder guidance/ is missing; make it, or name the folder that holds it",
    ]

    assert told(tmp_path) == expected
    assert told(tmp_path / "nowhere") == expected


def test_a_folder_too_far_down_is_told_which_one_holds_it(small: Path) -> None:
    assert told(small / "guidance")[-1].endswith(
        f"the folder guidance/ is missing; name the folder that holds it: {small.resolve()}"
    )


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("guidance/fact.yaml", 'this file is not read; did you mean "facts.yaml"?'),
        (
            "guidance/notes.txt",
            "this file is not read; put an entry into its theme's folder, or delete the file",
        ),
        (
            "guidance/safety/new.yml",
            "only files that end in .yaml are read here; rename the file or delete it",
        ),
        (
            "guidance/safety/new.yaml~",
            "only files that end in .yaml are read here; rename the file or delete it",
        ),
        ("flows/old/new.yaml", "a folder is not read here; move its files up and delete it"),
    ],
)
def test_a_file_that_is_not_read_is_a_fault(small: Path, file: str, message: str) -> None:
    (small / file).parent.mkdir(exist_ok=True)
    (small / file).write_text("title: x", encoding="utf-8")
    place = file if "old" not in file else "flows/old"

    assert told(small) == [f"{place}:1:1: {message}"]


@pytest.mark.parametrize("name", ["Upper", "a_b", "a--b", "-a", "a-", "é", "a b", "a" * 41, *sorted(RESERVED)])
def test_a_file_name_is_an_id(small: Path, name: str) -> None:
    (small / OTHER_ENTRY).rename(small / f"guidance/home-life/{name}.yaml")
    for path in small.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace("bed-tonight", name), encoding="utf-8")

    [only] = told(small)
    assert only.startswith(f"guidance/home-life/{name}.yaml:1:1: ")


def test_forty_characters_are_an_id() -> None:
    assert id_fault("a" * 40) == ""


def test_two_entries_of_one_name_are_a_fault(small: Path) -> None:
    (small / "guidance/safety/bed-tonight.yaml").write_text("title: x", encoding="utf-8")

    assert told(small) == [
        "guidance/safety/bed-tonight.yaml:1:1: guidance/home-life/bed-tonight.yaml has the same name; "
        "an id is used once, so rename one of the two"
    ]


def test_a_file_that_cannot_be_opened_is_a_fault(small: Path) -> None:
    (small / "guidance/safety/gone.yaml").symlink_to(small / "nowhere.yaml")
    (small / "guidance/facts.yaml").unlink()
    os.mkfifo(small / "guidance/facts.yaml")

    assert told(small) == [
        "guidance/facts.yaml:1:1: this file is missing; copy it from the starter content",
        "guidance/facts.yaml:1:1: this is not a file that can be read; put the file itself here",
        "guidance/safety/gone.yaml:1:1: this is not a file that can be read; put the file itself here",
    ]


def test_a_file_and_a_folder_that_may_not_be_read_are_faults(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    opened, listed = Path.open, Path.iterdir
    monkeypatch.setattr(
        Path, "open", lambda path, *how, **more: (refuse if path.stem == "facts" else opened)(path, *how, **more)
    )
    monkeypatch.setattr(Path, "iterdir", lambda path: (refuse if path.name == "home-life" else listed)(path))

    assert told(small)[:2] == [
        "guidance/facts.yaml:1:1: this file cannot be read: Permission denied",
        "guidance/home-life:1:1: this folder cannot be read: Permission denied",
    ]


OUTSIDE = "this leads outside the content folder; put what it leads to here instead"


@pytest.mark.parametrize(
    "file",
    ["guidance/holidays.yaml", "guidance/format.yaml", ENTRY, FLOW, "guidance/safety", "guidance", "flows"],
)
def test_a_link_out_of_the_folder_is_a_fault_and_nothing_behind_it_is_told(tmp_path: Path, file: str) -> None:
    folder, secret = small_content(tmp_path / "content"), tmp_path / "secret"
    path = folder / file
    if path.is_dir():
        path.rename(secret)
        for inside in secret.rglob("*.yaml"):
            inside.write_text("planted: [secret\n", encoding="utf-8")
    else:
        path.unlink()
        secret.write_text("planted: [secret\n", encoding="utf-8")
    path.symlink_to(os.path.relpath(secret, path.parent))

    assert told(folder) == [f"{file}:1:1: {OUTSIDE}"]


def test_links_within_the_folder_are_followed(small: Path) -> None:
    was = load(small)
    as_kubernetes_mounts(small)
    entry = small / "..data" / ENTRY
    entry.rename(small / "moved.yaml")
    entry.symlink_to("../../../moved.yaml")

    assert load(small) == was


def test_a_link_in_a_circle_is_no_file(small: Path) -> None:
    (small / FLOW).unlink()
    (small / FLOW).symlink_to("danger-now.yaml")

    assert f"{FLOW}:1:1: this is not a file that can be read; put the file itself here" in told(small)


def test_more_than_any_content_holds_is_one_fault_and_is_not_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [path for path in small.rglob("*.yaml") if path.name != "format.yaml"]
    monkeypatch.setattr("bot.content.survey.MOST_FILES", len(files) - 1)
    many = told(small)
    monkeypatch.setattr("bot.content.survey.MOST_FILES", len(files))
    monkeypatch.setattr("bot.content.survey.MOST_BYTES_IN_ALL", sum(path.stat().st_size for path in files) - 1)
    much = told(small)
    monkeypatch.setattr("bot.content.survey.MOST_BYTES_IN_ALL", sum(path.stat().st_size for path in files))

    assert many == [f"guidance:1:1: there are over {len(files) - 1:,} files here; take out what is not content"]
    assert much == ["guidance:1:1: the files have over 0 MB together; take out what is not content"]
    assert told(small) == []


def test_what_content_may_hold_is_many_times_what_it_holds() -> None:
    files = [path for part in ("guidance", "flows") for path in (find_content() / part).rglob("*.yaml")]

    assert 10 * len(files) < MOST_FILES
    assert 10 * sum(path.stat().st_size for path in files) < MOST_BYTES_IN_ALL


def test_a_file_name_of_odd_bytes_is_still_one_line(small: Path) -> None:
    Path(os.fsdecode(os.fsencode(small) + b"/flows/a\xff\nb.yaml")).write_text("x", encoding="utf-8")

    lines = told(small)
    assert all("\n" not in line and line.encode() for line in lines)
    assert lines[0] == "flows/a\ufffd?b.yaml:1:1: an id holds only a-z, 0-9 and single hyphens; change the name"


# What must not be read


BOMBS = [
    b"a: &a [x, x, x]\n" + b"".join(b"%c: &%c [*%c, *%c, *%c]\n" % (n, n, n - 1, n - 1, n - 1) for n in range(98, 122)),
    b"[" * 200_000,
    b"{a: " * 60_000,
    b"- " * 120_000,
    b"? " * 120_000,
    b"a: b\n" * 50_000,
    b"".join(b"k%d: {}\n" % n for n in range(20_000)),
    b"title: " + b" " * 250_000 + b"x",
    b"title: |\n" + b" " * 250_000 + b"x\n  y",
    b"title: x" + b"\n" * 250_000 + b"y",
    b'title: "' + b"\\" * 250_000,
    b"title: '" + b"'" * 250_000,
    b"title: " + b"{" * 250_000,
    b'title: "' + b"{" * 250_000 + b'"',
    b"title: " + b"a: " * 80_000,
    b"#" * 250_000,
    b"\x01" * 250_000,
    "\u200b".encode() * 80_000,
    b"- a\n" * 60_000,
    b"x" * (MOST_BYTES + 1),
    b"!!python/object/apply:os.system [echo]",
    b"%TAG ! tag:x,2000:\n--- !y\na: b",
    b"\xff\xfe" + "title: x".encode("utf-16-le"),
]


@pytest.mark.parametrize(
    "bomb",
    [*BOMBS[:6], *(pytest.param(bomb, marks=pytest.mark.soak) for bomb in BOMBS[6:])],
    ids=lambda bomb: repr(bomb[:16]),
)
@pytest.mark.parametrize("file", [ENTRY, *(pytest.param(file, marks=pytest.mark.soak) for file in (FLOW, MESSAGES))])
@pytest.mark.usefixtures("built_anew")
def test_a_bomb_is_refused_quickly(small: Path, file: str, bomb: bytes) -> None:
    (small / file).write_bytes(bomb)
    with Stopwatch() as watch:
        assert faults(small)
    assert watch.seconds < 5


@pytest.mark.soak
@pytest.mark.usefixtures("built_anew")
def test_a_long_chain_of_questions_is_judged_without_harm(small: Path) -> None:
    steps = "".join(
        f'  q{n}: {{ask: a, options: {{a: {{label: "1", next: q{n + 1}}}, b: {{label: "2", next: q{n + 1}}}}}}}\n'
        for n in range(2_000)
    )
    change(small, FLOW, "  who:\n", steps.replace("q2000", "call-999") + "  who:\n")
    change(small, FLOW, 'label: "Yes, or not sure", next: call-999', 'label: "Yes, or not sure", next: q0')
    with Stopwatch() as watch:
        assert any("taps at most and this takes 2001" in line and "…" in line for line in told(small))
    assert watch.seconds < 5


def test_many_circles_are_not_all_told(small: Path) -> None:
    steps = "".join(
        f'  q{n}: {{ask: a, options: {{a: {{label: "1", next: q{n + 1}}}, b: {{label: "2", next: q0}}}}}}\n'
        for n in range(500)
    )
    change(small, FLOW, "  who:\n", steps.replace("q500", "call-999") + "  who:\n")
    change(small, FLOW, 'label: "Yes, or not sure", next: call-999', 'label: "Yes, or not sure", next: q0')

    assert 1 <= sum("round in a circle" in line for line in told(small)) <= 20


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"title: x\nfirst: don\x92t wait\n",
            "2:11: this character (\u2019) is not saved as UTF-8; type it again and save the file as UTF-8",
        ),
        ("title: x\n".encode("utf-16"), "1:1: the file is saved as UTF-16; save it as UTF-8"),
        ("title: x\n".encode("utf-32"), "1:1: the file is saved as UTF-32; save it as UTF-8"),
        (
            "title: x\n".encode("utf-16-le"),
            "1:1: the file is not saved as UTF-8, it has 9 zero bytes; save it as UTF-8",
        ),
        (
            b"title: x\n" + b"\0" * 400,
            "1:1: the file is not saved as UTF-8, it has 400 zero bytes; take its last good version",
        ),
        (
            b"title: x\rfirst: y\r",
            "1:1: the lines of this file end as on an old Mac (CR); save it with line ends LF or CRLF",
        ),
        (
            b"PK\x03\x04more",
            "1:1: this is a Word document or a zip file, not plain text; save it as plain text, "
            "or take its last good version",
        ),
        (
            b"{\\rtf1 more",
            "1:1: this is rich text, not plain text; save it as plain text, or take its last good version",
        ),
    ],
)
def test_how_a_file_was_saved_is_told_once(data: bytes, told: str) -> None:
    assert [f"{slip.line}:{slip.column}: {slip.message}" for slip in read(data).slips] == [told]


# Typing mistakes, and where they are reported


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("title: x\nfirst: Ask\n  say: y\n", 3, 3, "start it in column 1"),
        ("roles:\n  a: x\n   b: y\n", 3, 4, "start it in column 3"),
        ("roles:\n   a: x\n  b: y\n", 2, 4, "start it in column 3"),
        ("p:\n  - a\n - b\n", 3, 2, "start it in column 3"),
        ("p:\n  - a\n   - b\n", 3, 4, "start its dash in the column of the other dashes"),
        ("p:\n  - a\n  b: c\n", 3, 3, "start it in column 1"),
        ("p:\n  b: c\n  - a\n", 3, 3, "there is a dash among fields"),
        ('title: "x\nfirst: y\nsay: "z"\n', 1, 8, 'type " at the end'),
        ('a: |\n  "x\nb: "y\nc: z\n', 3, 4, 'type " at the end'),
        ("title: 'don't do it'\nsay: x\n", 1, 13, "between double quotes"),
        ('a: {label: "Yes, next: x}\nb: c\n', 1, 12, 'type " at the end'),
        ('a: "b",\nc: d\n', 1, 7, "delete this comma"),
        ("a: [x, y\nb: z\n", 1, 4, "type ] at the end"),
        ("a: {x: y\nb: z\n", 1, 4, "type } at the end"),
        ("a: [x, y", 1, 4, "type ] at the end"),
        ("title She is\nb: c\n", 1, 1, 'type a colon after "title"'),
        ("q:\n  title She is\n  b: c\n", 2, 3, 'type a colon after "title"'),
        ("a: x\n  more of it\n  b: c\n", 3, 3, "start it in column 1"),
        ("a :b\nc: d\n", 1, 4, "type a space after the colon"),
        ('a: {b: "c""}\nd: e\n', 1, 11, 'there is one " too many'),
        ("a: {b: c}'\nd: e\n", 1, 10, "there is one ' too many"),
        ("a: {b: flat #3, c: d}\ne: f\n", 1, 13, "what follows # is lost"),
        ("a:\n  one\n\n  two\nb: c\n", 1, 3, "type | here"),
        ("a:\n  one\n  - two\n  more\nb: c\n", 1, 3, "type | here"),
        ("a:\n  one\n  - two\n  - three\nb: c\n", 2, 3, "type a dash and a space here too"),
        ("a:\n  - one\n  two\n  - three\nb: c\n", 3, 3, "type a dash and a space here, or start"),
        ("a:\n  - one\n  two\nb: c\n", 3, 3, "type a dash and a space here, or start"),
        ("a:\n  {b: one}\n  - {b: two}\n", 2, 3, "type a dash and a space here too"),
        ("a:\n  b: one\n    c: two\n  - b: three\n    c: four\n", 2, 3, "type a dash and a space here too"),
        ('a:\n  - {b: "one" c: two}\n', 2, 14, 'type a comma before "c"'),
        ("a:\n  - {b: one c: two}\n  - {b: three, c: four}\n", 2, 12, 'type a comma before "c"'),
        ("- 'cause he is here\n- b\n", 1, 3, "put the text between double quotes"),
        ("a: {text: she: said, belongs: x}\n", 1, 14, "a sentence that holds a colon"),
        ("a: x\nb\nc: d\n", 2, 1, 'type a colon after "b"'),
        ("title\nb: c\n", 1, 1, 'type a colon after "title"'),
        ("title:x\nb: c\n", 1, 7, "type a space after the colon"),
        ("a: b\nc:d\ne: f\n", 2, 3, "type a space after the colon"),
        ("a: b\n  c:d\n", 2, 3, "type a space after the colon"),
        ("a: b\nthis is prose\nc: d\n", 2, 1, "two spaces further in"),
        ("a: |\nText here\nb: c\n", 2, 1, "two spaces further in"),
        ("a: |\n    Text\n  more\nb: c\n", 3, 3, "start it in column 5"),
        ("a: - b\n", 1, 4, "a list begins on the line after"),
        ("a: b\n...\nc: d\n", 3, 1, "nothing may follow here"),
        ("a: **loud** words\n", 1, 4, "begins with *"),
        ("a: `x`\n", 1, 4, "begins with `"),
        ("a: [urgent] call\n", 1, 4, "begins with ["),
        (": a\n", 1, 1, "a field's name is missing"),
        ("? [a, b]\n: c\n", 1, 3, "a field's name is one word"),
        ("%YAML 1.1\n---\na: b\n", 1, 1, "begins with %"),
        ("a: b\n\u00a0\u00a0c: d\n", 2, 1, "a no-break space"),
    ],
)
def test_a_slip_is_explained_where_it_was_made(text: str, line: int, column: int, words: str) -> None:
    slips = read(text.encode()).slips

    assert [(slip.line, slip.column) for slip in slips] == [(line, column)]
    assert words in slips[0].message
    assert not PARSERS_WORDS.search(slips[0].message)


def test_a_quote_written_in_codes_is_placed_at_its_text(small: Path) -> None:
    change(small, OTHER_ENTRY, "avoid: Asking why she left.", 'avoid: "Asking \\x7bfact:nothing}."')

    assert told(small) == [f'{OTHER_ENTRY}:5:8: there is no fact "nothing"; write one of window']


def test_a_web_address_with_braces_is_one_fault(small: Path) -> None:
    change(small, SERVICE, "url: https://www.example.scot/day-line", 'url: "https://www.example.scot/{day}"')

    [only] = told(small)
    assert "is not a web address" in only


def test_fields_in_place_of_a_list_are_a_fault(small: Path) -> None:
    change(small, ENTRY, "related: [bed-tonight]", "related: {see: bed-tonight}")

    [only] = told(small)
    assert only.endswith("but there is something with fields here; begin each item with a dash and a space")


def test_a_walk_too_long_is_told_in_the_flow_it_is_too_long_in(small: Path) -> None:
    names = [f"q{number}" for number in range(9)]
    steps = "".join(
        f'  {name}: {{ask: a, options: {{a: {{label: "1", next: {after}}}, b: {{label: "2", next: {after}}}}}}}\n'
        for name, after in zip(names, [*names[1:], "what"], strict=True)
    )
    change(small, "flows/find-help.yaml", "start: what\nquestions:\n", f"start: q0\nquestions:\n{steps}")

    [only] = told(small)
    assert only.startswith(
        "flows/find-help.yaml:2:8: a walk takes 8 taps at most and this takes 13: find-help/q0 (1) →"
    )


def test_a_field_among_ids_is_one_fault(small: Path) -> None:
    change(small, FLOW, "    options:\n      woman", "  options:\n      woman")

    assert told(small) == [
        f'{FLOW}:12:3: "options" is a field, but it is among ids; start it in column 5, under the id it belongs to'
    ]


def test_a_field_too_far_in_is_one_fault(small: Path) -> None:
    change(small, FLOW, "outcomes:", "  outcomes:")

    assert told(small) == [f'{FLOW}:15:3: "outcomes" is too far to the right; start it in column 1']


def test_a_field_swallowed_by_the_text_above_is_found_in_it(small: Path) -> None:
    change(small, "flows/find-help.yaml", '    referral: "no"', '      referral: "no"')

    assert told(small) == [
        'flows/find-help.yaml:31:7: "referral" has become part of the text above; start it in column 5'
    ]


# Messages


def test_a_message_that_is_missing_is_told_with_its_blanks(small: Path) -> None:
    change(small, MESSAGES, 'in-area: "Words {area}"\n', "")

    assert told(small) == [
        f'{MESSAGES}:1:1: the message "in-area" is missing; write in-area: and its words, with {{area}}'
    ]


def test_a_misspelt_message_is_one_fault(small: Path) -> None:
    change(small, MESSAGES, "start-title:", "strat-title:")

    assert told(small) == [
        f'{MESSAGES}:{START_TITLE}:1: "strat-title" is not a message of the interface; did you mean "start-title"?'
    ]


def test_a_message_too_many_is_a_fault(small: Path) -> None:
    change(small, MESSAGES, "start-title:", 'weather: "Rain"\nstart-title:')

    assert told(small) == [f'{MESSAGES}:{START_TITLE}:1: "weather" is not a message of the interface; delete it']


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("In {place}", '{place} is not a blank of "in-area"; its blanks are {area}'),
        ("In", '"in-area" needs the blank {area}; put it where it belongs'),
        ("In {area!r} {area}", '{area!r} is not a blank of "in-area"; its blanks are {area}'),
        ("In {area} }", '} is not a blank of "in-area"; its blanks are {area}'),
    ],
)
def test_a_message_has_its_blanks_and_no_others(small: Path, words: str, message: str) -> None:
    change(small, MESSAGES, 'in-area: "Words {area}"', f'in-area: "{words}"')

    [only] = told(small)
    assert only.split(": ", 1)[1] == message


def test_a_message_may_quote_a_service_that_exists(small: Path) -> None:
    change(small, MESSAGES, 'start-title: "Words"', 'start-title: "Phone {service:day-line}"')
    assert told(small) == []

    change(small, MESSAGES, "{service:day-line}", "{service:dayline}")
    assert told(small) == [f'{MESSAGES}:{START_TITLE}:21: there is no service "dayline"; did you mean "day-line"?']


def test_a_button_has_thirty_two_characters_at_most(small: Path) -> None:
    change(small, MESSAGES, 'button-walk: "Words"', f'button-walk: "{"w" * 33}"')

    [only] = told(small)
    assert only.endswith('"button-walk" has 33 characters and may have 32; shorten it by 1')


def test_a_broken_sentence_for_quotes_breaks_no_other_file(small: Path) -> None:
    change(small, MESSAGES, 'quoted-service: "Words {name} {number}"', 'quoted-service: "{ {nmae} {number"')

    assert {line.split(":")[0] for line in told(small)} == {MESSAGES}


# Short codes


def test_two_questions_with_one_short_code_are_refused(small: Path) -> None:
    twins: dict[str, str] = {}
    first = second = ""
    for number in range(4_000):
        name = f"step-{number}"
        if (short := code(name, 2)) in twins:
            first, second = twins[short], name
            break
        twins[short] = name
    path = small / FLOW
    text = (
        path.read_text(encoding="utf-8")
        .replace("start: hurt", f"start: {first}")
        .replace("  hurt:\n    ask", f"  {first}:\n    ask")
    )
    path.write_text(
        text.replace("  who:\n    ask", f"  {second}:\n    ask").replace("next: who", f"next: {second}"),
        encoding="utf-8",
    )

    assert told(small) == [
        f'{FLOW}:9:3: "{second}" and "{first}" have the same short code in buttons; rename one of the two'
    ]


def test_a_question_after_an_area_question_has_another_short_code(small: Path) -> None:
    change(small, "flows/find-help.yaml", "next: asked\n  asked:", "next: in-flow\n  in-flow:")
    change(small, "flows/find-help.yaml", "next: in-flow\n  in-flow:", "next: step\n  step:")
    assert told(small) == []

    twin = next(name for name in (f"step-{n}" for n in range(50_000)) if code(name, 2) == code("where", 2))
    change(small, "flows/find-help.yaml", "next: step\n  step:", f"next: {twin}\n  {twin}:")
    assert f'"{twin}" has the same short code as the area question "find-help/where" before it; rename it' in str(
        told(small)
    )


@pytest.mark.parametrize("role", [next(f"role-{n}" for n in range(99_999) if code(f"role-{n}", 2) == "--")])
def test_a_code_that_means_nothing_is_refused(small: Path, role: str) -> None:
    change(small, "guidance/vocabulary.yaml", "  health: Health", f"  {role}: Health")

    assert told(small) == [
        f'guidance/vocabulary.yaml:6:3: "{role}" has a short code that means nothing in buttons; rename it'
    ]


# The rest of the house


def test_screens_are_measured_when_nothing_else_is_wrong(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [Finding(ENTRY, ("answer",), "the screen is too long; shorten the answer")]
    monkeypatch.setattr("bot.content.rules.screen_limits.faults", lambda library: found)
    assert told(small) == [f"{ENTRY}:6:9: the screen is too long; shorten the answer"]

    change(small, ENTRY, "first:", "frist:")
    assert len(told(small)) == 1


def kinds_of_content() -> list[type]:
    """Return every class whose fields are written in files."""
    return [kind for kind in content_classes() if kind not in (Library, LocalAdditions)]


def test_every_field_that_holds_ids_is_checked() -> None:
    inside_a_flow = {
        ("Option", "next"),
        ("Question", "next"),
        ("Flow", "start"),
        ("Option", "flow"),
    }
    holding_ids = {
        (kind.__name__, field.name)
        for kind in kinds_of_content()
        for field in field_specs(kind)
        if re.search(r"\bids? of\b", field.help) and field.hint in (str, tuple[str, ...])
    }

    # services are checked in the entry that they are added to, and a point with its entry by a rule of its own
    elsewhere = inside_a_flow | {("EntryAddition", "services"), ("SpeechAct", "point")}

    assert holding_ids - {(kind.__name__, name) for kind, name in REFERS} == elsewhere


def test_every_field_is_explained() -> None:
    fields = [(kind.__name__, field.name, field.help) for kind in kinds_of_content() for field in field_specs(kind)]

    assert fields
    assert [(kind, name) for kind, name, told in fields if not told] == []


@pytest.mark.parametrize(
    "number",
    [
        "999",
        "101",
        "111",
        "116 123",
        "0800 1111",
        "08088 01 03 02",
        "0300 1234510",
        "030 33 33 3001",
        "0141 276 7724",
        "01382 425542",
        "07700 900123",
        "0800 838 502",
        "01750 21234",
    ],
)
def test_a_number_that_can_be_rung_is_right(number: str) -> None:
    assert number_fault(number) == ""


@pytest.mark.parametrize(
    "number",
    [
        "0131-496-0000",
        "+44 131 496 0000",
        "(0131) 496 0000",
        "0131  496 0000",
        " 0131 496 0000",
        "0131 496 000 000",
        "0131 496 000",
        "07700 90012",
        "0300 123 451",
        "131 496 0000",
        "0131 496",
        "9999",
        "0400 123 4567",
        "٠١٣١ ٤٩٦ ٠٠٠٠",
        "ring us",
        "89",
    ],
)
def test_a_number_that_cannot_be_rung_is_a_fault(number: str) -> None:
    assert number_fault(number)


def test_a_fault_reads_as_file_line_column_and_cure() -> None:
    assert str(Fault("flows/a.yaml", 3, 1, "do this")) == "flows/a.yaml:3:1: do this"
    assert SMALL.is_dir()
