"""``signpost check --fix``: what is safe is fixed, everything else stays the same byte for byte."""

import shutil
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.content.survey import ContentFile, survey
from bot.core.assurance import words_hash
from bot.editor import fixing
from bot.editor.fixing import FixedFile, fix_file
from bot.editor.fixing.fixes import as_iso
from tests.checked import check
from tests.command import signpost
from tests.guides import HEARING
from tests.small_content import change, messages

ROOT = Path(__file__).parents[2]
CHECKED = ROOT / "tests/checked"
ENTRY = "guidance/safety/in-danger.yaml"
BED = "guidance/home-life/bed-tonight.yaml"
TEAM = "guidance/services/night-team.yaml"
FLOW = "flows/danger-now.yaml"
TODAY = date(2026, 11, 25)


@pytest.fixture(name="good")
def _good(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(CHECKED, folder)
    (folder / "guidance/messages.yaml").write_text(messages(), "utf-8")
    return folder


def fixed(folder: Path) -> tuple[FixedFile, ...]:
    """Fix a folder, and return what was done."""
    files = fixing.plan(folder, TODAY, HEARING)
    fixing.apply(files)
    return files


def after_fixes(file: str, text: str) -> str:
    """Return the text of a file after its fixes."""
    theme, name = Path(file).parts[-2:]
    kind = "flow" if theme == "flows" else "service" if theme == "services" else "entry"
    found = ContentFile(Path(file), file, kind, Path(name).stem, theme)  # type: ignore[arg-type]  # one of the kinds
    done = fix_file(found, text.encode())
    return done.after.decode() if done else text


def entry() -> str:
    """Return the text of a good entry."""
    return (CHECKED / ENTRY).read_text("utf-8")


# Each kind of fix


@pytest.mark.parametrize(
    ("good", "slip"),
    [
        ("urgency: emergency\n", "urgency: emergency  \n"),
        ("urgency: emergency\n", "urgency: emergency\t\n"),
        ("  - he is at the door\n", "  -he is at the door\n"),
        ("  - he is at the door\n", "  - he  is at   the door\n"),
        ("  - he is at the door\n", "  - he is\u00a0at the door\n"),
        ("  - he is at the door\n", "  -\u00a0he is at the door\n"),
        ("  - he is at the door\n", "  \u2013 he is at the door\n"),
        ("urgency: emergency\n", "urgency:emergency\n"),
        ("reviewed: 2026-11-25\n", "reviewed: 25/11/2026\n"),
        ("reviewed: 2026-11-25  # seen\n", "reviewed: 25.11.2026  # seen\n"),
        ("reviewed: 2026-11-25\n", "reviewed: 25 November 2026\n"),
        ('reviewed: "2026-11-25"\n', 'reviewed: "25th Nov 2026"\n'),
    ],
)
def test_a_slip_is_fixed(good: str, slip: str) -> None:
    assert good.replace('"', "").partition("  #")[0].rstrip() in entry()
    sound = entry().replace(good.replace('"', "").partition("  #")[0].rstrip("\n") + "\n", good)
    text = sound.replace(good, slip)

    assert text != sound
    assert after_fixes(ENTRY, text) == sound


def test_curly_quotes_around_a_text_become_straight_ones() -> None:
    text = entry().replace("  - he is at the door\n", "  - \u201che\u2019s at the door: now\u201d\n")

    assert '  - "he\u2019s at the door: now"\n' in after_fixes(ENTRY, text)


def test_curly_quotes_inside_a_sentence_stay() -> None:
    text = entry().replace("avoid: ", "avoid: Saying \u201ccalm down\u201d. ", 1)

    assert after_fixes(ENTRY, text) == text


def test_what_other_programs_would_take_for_a_number_or_a_truth_value_is_quoted() -> None:
    text = entry().replace('keywords: [danger, hurt, knife, attacked, "999"]', "keywords: [danger, yes, 999, 07:30]")

    assert after_fixes(ENTRY, text) == text.replace("yes, 999, 07:30", '"yes", "999", "07:30"')


@pytest.mark.parametrize("field", ["minimum_age: 16", "needs_public_funds: true", "confidential_location: false"])
def test_numbers_and_truth_values_where_the_format_wants_them_stay(field: str) -> None:
    text = (CHECKED / TEAM).read_text("utf-8")
    name = field.partition(":")[0]
    text = text if name in text else text.replace("eligibility: {", f"eligibility: {{{field}, ")

    assert f"{name}: " in text
    assert after_fixes(TEAM, text) == text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Wait \u2014 she decides.", "Wait - she decides."),
        ("Wait\u2014she decides.", "Wait - she decides."),
        ("Open 9\u20135.", "Open 9-5."),
        ("A co\u2011worker.", "A co-worker."),
    ],
)
def test_a_dash_is_a_plain_one(written: str, plain: str) -> None:
    text = entry().replace("avoid: ", f"avoid: {written} ", 1)

    assert f"avoid: {plain} " in after_fixes(ENTRY, text)


def test_fields_are_put_into_the_order_of_the_format_with_their_comments() -> None:
    lines = entry().splitlines(keepends=True)
    owner = next(line for line in lines if line.startswith("owner:"))
    text = entry().replace(owner, "").replace("phrasings:\n", f"# who keeps it\n{owner}phrasings:\n", 1)
    after = after_fixes(ENTRY, text)

    assert after == entry().replace(owner, f"# who keeps it\n{owner}")


def test_a_file_gets_its_last_line_end_in_its_own_style() -> None:
    assert after_fixes(ENTRY, entry().rstrip("\n")) == entry()
    windows = entry().replace("\n", "\r\n")
    assert after_fixes(ENTRY, windows.removesuffix("\r\n")) == windows


def test_line_ends_a_byte_order_mark_and_comments_stay() -> None:
    text = "\ufeff" + entry().replace("\n", "\r\n").replace("owner:", "# a  remark \u2014  \u201cso\u201d  \r\nowner:")
    after = after_fixes(ENTRY, text.replace("reviewed: 2026-11-25", "reviewed: 25/11/2026"))

    assert after == text


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("25/11/2026", "2026-11-25"),
        ("25.11.2026", "2026-11-25"),
        ("25-11-2026", "2026-11-25"),
        ("5/5/2026", "2026-05-05"),
        ("3 March 2026", "2026-03-03"),
        ("1st Sept 2026", "2026-09-01"),
        ("March 3, 2026", "2026-03-03"),
        ("2026/11/25", "2026-11-25"),
        ("2026-3-5", "2026-03-05"),
        ("3/4/2026", ""),
        ("11/25/2026", ""),
        ("31/02/2026", ""),
        ("29/2/2027", ""),
        ("25/11/26", ""),
        ("25 Brumaire 2026", ""),
        ("November 2026", ""),
        ("soon", ""),
        ("", ""),
    ],
)
def test_a_day_is_understood_where_it_can_be_no_other(written: str, day: str) -> None:
    assert as_iso(written) == day


# What is never touched


@pytest.mark.parametrize(
    "slip",
    [
        ("reviewed: 2026-11-25", "reviewed: 3/4/2026"),
        ("reviewed: 2026-11-25", "reviewed: soon   "),
        ("urgency: emergency", "urgency: imergency  "),
        ("first: Call", "first: Note:  call"),
        ("keywords: [danger", "keywords: [danger: "),
        ("  - he is at the door", '  - "he is  at the door'),
    ],
)
def test_a_line_with_a_fault_that_is_not_understood_is_left_alone(slip: tuple[str, str]) -> None:
    text = entry().replace(*slip)

    assert slip[1] in text
    assert after_fixes(ENTRY, text) == text


def test_a_fault_in_one_place_does_not_keep_another_from_being_fixed() -> None:
    text = entry().replace("urgency: emergency", "urgency: imergency").replace("2026-11-25", "25/11/2026")

    assert after_fixes(ENTRY, text) == text.replace("reviewed: 25/11/2026", "reviewed: 2026-11-25")


def test_a_file_of_another_encoding_is_left_alone() -> None:
    found = ContentFile(Path(ENTRY), ENTRY, "entry", "in-danger", "safety")

    assert fix_file(found, entry().encode("utf-16")) is None
    assert fix_file(found, "owner: M\u00e0iri  \n".encode("latin-1")) is None


@pytest.mark.soak
def test_the_real_content_has_nothing_to_fix() -> None:
    folder = find_content()
    done = (fix_file(found, found.path.read_bytes()) for found in survey(folder).files)

    assert [one.found.file for one in done if one] == []


def test_a_folder_is_fixed_where_no_check_finds_anything_new(good: Path) -> None:
    change(good, ENTRY, "reviewed: 2026-11-25", "reviewed: 25/11/2026")
    change(good, ENTRY, "sign_off: []", "sign_off: []   ")
    change(good, FLOW, "reviewed: 2026-11-25", "reviewed: 25.11.2026")
    mended = fixed(good)

    assert {one.found.file for one in mended} == {FLOW, ENTRY}
    assert check(good, TODAY).faults == ()
    assert (good / ENTRY).read_text("utf-8") == entry()
    assert fixing.plan(good, TODAY, HEARING) == ()


def test_a_fix_after_which_another_check_finds_something_is_not_made(good: Path) -> None:
    sentence = "Asking {her}\u2014or him or them or who it is" + " and so on" * 5 + " now"
    page = (good / BED).read_text("utf-8")
    avoid = next(line for line in page.splitlines() if line.startswith("avoid: "))
    change(good, BED, avoid, f"avoid: {sentence}.")
    before = (good / BED).read_text("utf-8")

    assert len(sentence.split()) == 25
    assert check(good, TODAY).faults == ()
    assert fixed(good) == ()  # with the dash between them, the two words are three
    assert (good / BED).read_text("utf-8") == before


def test_what_was_agreed_to_is_not_fixed_for_the_words_would_not_be_the_agreed_ones(good: Path) -> None:
    change(good, ENTRY, "first: Call 999", "first: Call  999")
    library = load(good)
    agreed = words_hash(library.entries["in-danger"], library)
    sign = "by: Ada Example, role: specialist-service, body: Example Trust, on: 2026-11-20"
    change(good, ENTRY, "sign_off: []", f"sign_off:\n  - {{{sign}, text: {agreed}}}")
    change(good, ENTRY, "owner: safety lead", "owner: safety lead  ")
    before = (good / ENTRY).read_text("utf-8")
    fixed(good)

    assert (good / ENTRY).read_text("utf-8") == before.replace("lead  \n", "lead\n")


# The command


def run(*arguments: str) -> CompletedProcess[str]:
    return signpost("check", "--today", "2026-11-25", *arguments)


def test_the_command_shows_first_and_writes_then(good: Path) -> None:
    change(good, ENTRY, "reviewed: 2026-11-25", "reviewed: 25/11/2026  ")
    before = (good / ENTRY).read_bytes()
    shown = run(str(good), "--fix", "--dry-run")

    assert shown.returncode == 1
    assert (good / ENTRY).read_bytes() == before
    assert "    - reviewed: 25/11/2026\n    + reviewed: 2026-11-25\n" in shown.stdout
    assert shown.stdout.endswith("1 line in 1 file can be fixed. Nothing was written.\n")

    written = run(str(good), "--fix", "--format", "json")
    assert written.returncode == 0
    assert written.stdout.startswith("{")
    assert written.stderr.startswith(f"{ENTRY}\n")
    assert (good / ENTRY).read_text("utf-8") == entry()
    assert [path.name for path in (good / "guidance/safety").iterdir()] == ["in-danger.yaml"]
    assert fixing.plan(good, TODAY, HEARING) == ()


def test_a_folder_that_is_not_whole_is_fixed_as_far_as_it_goes(good: Path) -> None:
    change(good, ENTRY, "reviewed: 2026-11-25", "reviewed: 25/11/2026")
    shutil.rmtree(good / "flows")

    assert [one.found.file for one in fixed(good)] == [ENTRY]
    assert (good / ENTRY).read_text("utf-8") == entry()
    assert fixing.plan(good.parent / "nowhere", TODAY, HEARING) == ()


def test_a_link_to_a_file_stays_a_link(good: Path) -> None:
    real = good / "kept" / "elsewhere.yaml"
    real.parent.mkdir()
    change(good, ENTRY, "reviewed: 2026-11-25", "reviewed: 25/11/2026")
    shutil.move(good / ENTRY, real)
    (good / ENTRY).symlink_to(real)
    fixed(good)

    assert (good / ENTRY).is_symlink()
    assert real.read_text("utf-8") == entry()


# Whatever is written


SLIPS = (
    ("\n", "  \n"),
    ("\n", "\t\n"),
    (" ", "\u00a0"),
    (" ", "  "),
    (" - ", " \u2013 "),
    ("- ", "-"),
    (": ", ":"),
    ('"', "\u201d"),
    ("2026-11-25", "25/11/2026"),
    ("2026-11-25", "3/4/2026"),
    ("2026-11-25", "25 November 2026"),
    ("[", "[ 12, "),
    ("\n", "\r\n"),
    ("e", "\u2014"),
    ("\n", "\n# a  remark \n"),
    ("a", ": "),
    ("owner:", "owners:"),
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a file of the good content with a few slips in it."""
    file = draw(st.sampled_from([ENTRY, TEAM, FLOW]))
    text = (CHECKED / file).read_text("utf-8")
    for _ in range(draw(st.integers(0, 6))):
        old, new = draw(st.sampled_from(SLIPS))
        if times := text.count(old):
            parts = text.split(old)
            place = draw(st.integers(1, times))
            text = old.join(parts[:place]) + new + old.join(parts[place:])
    return file, text


@settings(max_examples=25, deadline=None)
@given(edited())
def test_to_fix_twice_is_to_fix_once_and_no_word_or_comment_is_lost(written: tuple[str, str]) -> None:
    file, text = written
    after = after_fixes(file, text)
    lines = sorted(bare(line) for line in text.split("\n") if bare(line))

    assert after_fixes(file, after) == after
    assert sorted(bare(line) for line in after.split("\n") if bare(line)) == lines
    assert remarks(after) == remarks(text)


def bare(line: str) -> str:
    """Return a line without what a fix may change in it, and with a day as the format writes it."""
    name, colon, value = line.partition(":")
    day = as_iso(value.strip().strip('"')) if colon else ""
    plain = f"{name}:{day}" if day else line
    return "".join(character for character in plain if character.isalnum())


def remarks(text: str) -> list[str]:
    """Return the comments that have a line to themselves."""
    return sorted(line for line in text.split("\n") if line.lstrip().startswith("#"))


@settings(max_examples=10, deadline=None)
@given(st.sampled_from([ENTRY, TEAM, FLOW]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_a_sound_file_is_never_changed(file: str, line_end: str, mark: bool) -> None:
    text = ("\ufeff" if mark else "") + (CHECKED / file).read_text("utf-8").replace("\n", line_end)

    assert after_fixes(file, text) == text
