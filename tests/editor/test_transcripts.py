"""A talk in the terminal saved as a transcript, and played again: it is the same, or differs line by line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.channels import console
from bot.channels.talk import Talk
from bot.commands.answers import play
from bot.core.guide import Guide
from bot.editor.transcripts import AT, NoSuchButton, Player, RecordedTalk, colour, parse, played
from tests.command import signpost
from tests.conftest import NOW
from tests.guides import talking

TYPED = ("1", "is she in danger, what do i do", "Urgent help", "[Back]")


@pytest.fixture(name="recorded")
def _recorded(real: Guide) -> RecordedTalk:
    """Return a talk in the terminal: a number, words, and two buttons by their words."""
    recording = RecordedTalk(talking(lambda: real, lambda: AT))
    lines = iter(TYPED)
    console.people(recording, lambda: next(lines, None), lambda text: None)
    return recording


def test_transcripts_are_played_at_the_time_of_the_tests() -> None:
    assert AT == NOW


def test_a_talk_is_kept_as_what_was_done_and_seen(recorded: RecordedTalk) -> None:
    exchanges = parse(recorded.transcript())

    assert [exchange.done for exchange in exchanges] == [
        "/start",
        "[Just told me, step by step]",
        "is she in danger, what do i do",
        "[Urgent help]",
        "[Back]",
    ]
    assert exchanges[1].seen.startswith("Step 1 of about 8\n\nIs she in any danger today?")
    assert all("[" in exchange.seen for exchange in exchanges)


def test_a_recorded_talk_goes_the_same_when_it_is_played(recorded: RecordedTalk, talk: Talk) -> None:
    assert list(played(talk, recorded.transcript())) == ["5 exchanges the same, 0 different."]


def test_what_differs_is_shown_with_what_was_expected_and_what_came(recorded: RecordedTalk, talk: Talk) -> None:
    changed = recorded.transcript().replace("Is she in any danger today?", "Is she safe?")
    lines = list(played(talk, changed))

    assert lines == [
        "> [Just told me, step by step]",
        "- Is she safe?",
        "+ Is she in any danger today?",
        "4 exchanges the same, 1 different.",
    ]
    assert [colour(line) for line in lines] == [None, "red", "green", None]


def test_a_button_that_is_gone_ends_the_playing_and_is_named(recorded: RecordedTalk, talk: Talk) -> None:
    lines = list(played(talk, recorded.transcript().replace("[Just told me, step by step]", "[She told me]")))

    assert lines[-3] == "- > [She told me]"
    assert lines[-2].startswith("+ no button [She told me] among ['Just told me, step by step', ")
    assert lines[-1] == "4 exchanges of 5 could not be played."


def test_pressing_a_button_that_is_not_there_is_refused(talk: Talk) -> None:
    with pytest.raises(NoSuchButton, match=r"no button \[Nowhere\]"):
        Player(talk, []).does("[Nowhere]")


def test_a_talk_with_personal_details_is_kept_with_a_warning(real: Guide, tmp_path: Path) -> None:
    recording = RecordedTalk(talking(lambda: real, lambda: AT))
    lines = iter(["ring her on 07700 900123 please, she told me she sells sex"])
    console.people(recording, lambda: next(lines, None), lambda text: None)

    assert "1 message held personal details. Keep only invented people." in recording.notes(tmp_path / "a.txt")


@pytest.mark.soak
def test_the_commands_record_a_talk_and_play_it_again(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    recorded = signpost("record", str(file), typed="1\nYes\n")
    same = signpost("play", str(file))
    file.write_text(file.read_text("utf-8").replace("> [Yes]\n", "> [Yes]\nWords of before.\n"), "utf-8")
    other = signpost("play", str(file))

    assert (recorded.returncode, recorded.stderr) == (0, "")
    assert "3 exchanges. `signpost play" in recorded.stdout
    assert (same.returncode, same.stdout) == (0, "3 exchanges the same, 0 different.\n")
    assert other.returncode == 1
    assert other.stdout == "> [Yes]\n- Words of before.\n2 exchanges the same, 1 different.\n"


@pytest.mark.soak
def test_a_talk_at_another_time_says_how_it_is_played_again(tmp_path: Path) -> None:
    file = tmp_path / "night.txt"
    recorded = signpost("record", str(file), "--at", "2026-07-25 22:00", typed="i need somebody to talk to\n")
    same = signpost("play", str(file), "--at", "2026-07-25 22:00")

    assert f"`signpost play {file} --at '2026-07-25 22:00'` plays it again." in recorded.stdout
    assert (same.returncode, same.stdout) == (0, "2 exchanges the same, 0 different.\n")


def test_a_talk_is_never_written_over_another(tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("> /start\nWords of before.\n", "utf-8")
    recorded = signpost("record", str(file), typed="1\n")

    assert recorded.returncode == 2
    assert f"{file} already exists; name a new file." in recorded.stderr
    assert recorded.stdout == "", "it is said before the talk begins"
    assert file.read_text("utf-8") == "> /start\nWords of before.\n"


@pytest.mark.parametrize(
    ("data", "line"), [(b"", 'no line begins with "> "'), (b"\xff\x00", "it is not text in UTF-8")]
)
def test_what_is_no_transcript_does_not_pass_for_one_that_is_played_the_same(
    tmp_path: Path, data: bytes, line: str
) -> None:
    file = tmp_path / "talk.txt"
    file.write_bytes(data)
    done = CliRunner().invoke(play, [str(file)])

    assert done.exit_code == 2
    assert f"{file} is not a transcript: {line}." in done.output


def test_a_file_that_is_not_there_or_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    missing = signpost("play", str(tmp_path / "none.txt"))
    unwritable = signpost("record", str(tmp_path / "none" / "talk.txt"), typed="1\n")

    assert missing.returncode == 2
    assert "does not exist" in missing.stderr
    assert unwritable.returncode == 2
    assert "cannot be written: No such file or directory" in unwritable.stderr
