"""``signpost at`` and the content id: the same content is found again, and gives the answers of its day."""

import json
import os
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.channels import console
from bot.channels.telegram import updates
from bot.channels.web import answer_address
from bot.channels.web.page import page
from bot.content.loader import load
from bot.core import conversation
from bot.core.content_id import LETTERS, SHAPE, blob_hash, content_id, id_of_hashes, is_content
from bot.core.guide import Guide
from bot.core.position import Position, encode
from bot.core.reply import Asked, Mark, Opened, Pressed, plain
from bot.core.screens.registry import step_to
from bot.editor.content_versions import RevisionError
from bot.editor.past_answers import (
    NoPastContent,
    PastContent,
    commit_by,
    commit_with,
    content_of,
    past_answer,
    past_content,
)
from tests.conftest import NOW
from tests.editor.test_answers_diff import git
from tests.guides import HEARING, guide, talking
from tests.small_content import change, small_content

BED = "guidance/home-life/bed-tonight.yaml"
LINE = "guidance/services/day-line.yaml"
QUESTION = "she has no bed for tonight"
TODAY = date(2026, 12, 24)


def commit(folder: Path, on: str, message: str = "Content") -> str:
    """Commit all of a folder as on a day, at ten in the morning, and return the revision."""
    stamp = f"{on}T10:00:00+00:00"
    git(folder, "add", "--all")
    names = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(
        ["git", "-C", str(folder), *names, "commit", "--quiet", "--message", message],
        check=True,
        env={**os.environ, "GIT_COMMITTER_DATE": stamp, "GIT_AUTHOR_DATE": stamp},
    )
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture(name="history", scope="module")
def _history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str], list[str]]:
    """Return a repository of three contents with their commits and their ids: the last is of a folder inside."""
    folder = small_content(tmp_path_factory.mktemp("history"))
    git(folder, "init", "--quiet")
    commits, ids = [], []
    for on, old, new in (
        ("2026-11-25", "first: Phone the night team with her.", "first: Phone the night team."),
        ("2026-12-01", "first: Phone the night team.", "first: Ask the night team."),
        ("2026-12-08", "first: Ask the night team.", "first: Ring the night team."),
    ):
        change(folder, BED, old, new)
        commits.append(commit(folder, on))
        ids.append(load(folder).content_id)
    return folder, commits, ids


History = tuple[Path, list[str], list[str]]


def gone(history: History, when: str, into: Path, clock: time | None = None) -> PastContent:
    """Return the content of another day of the history."""
    return past_content(when, history[0], into, TODAY, clock)


def first(then: PastContent) -> str:
    """Return what to do first, from the answer of another day."""
    shown = past_answer(HEARING, then, QUESTION, None, None)
    return next(block.text for block in shown.turn.replies[0].blocks if block.mark is Mark.LABELLED)


# The id of a content


def test_the_id_is_ten_letters_that_are_no_hash_no_day_and_no_word(history: History) -> None:
    for id in history[2]:
        assert SHAPE.fullmatch(id)
    assert len(set(history[2])) == len(history[2])
    assert not set(LETTERS) & set("0123456789abcdefaeiou")


def test_the_id_is_made_of_the_files_that_are_read_and_of_nothing_else(tmp_path: Path) -> None:
    folder = small_content(tmp_path)
    files = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    others = {"README.md": b"x", "guidance/README.md": b"x", "flows/.draft.yaml": b"x", "bot/data.yaml": b"x"}

    assert content_id({**files, **others}) == content_id(files) == load(folder).content_id
    assert content_id({**files, BED: files[BED] + b"\n"}) != content_id(files)
    assert content_id({**files, "flows/more.yaml": b""}) != content_id(files)
    assert id_of_hashes({name: blob_hash(data) for name, data in files.items()}) == content_id(files)
    assert is_content("guidance/format.yaml")


def test_a_content_with_another_number_is_not_the_same_library_and_has_another_id(tmp_path: Path) -> None:
    before = load(small_content(tmp_path))
    change(tmp_path, LINE, "0131 496 0000", "0131 496 0001")
    change(tmp_path, "guidance/crisis.yaml", "0131 496 0000", "0131 496 0001")

    assert load(tmp_path).content_id != before.content_id


def test_a_commit_has_the_id_of_its_files_and_is_found_by_it(history: History) -> None:
    folder, commits, ids = history

    assert [content_of(each, folder) for each in commits] == ids
    assert [commit_with(each, folder) for each in ids] == commits


def test_a_content_in_a_folder_of_a_repository_is_found_too(tmp_path: Path) -> None:
    small_content(tmp_path / "inside")
    git(tmp_path, "init", "--quiet")
    made = commit(tmp_path, "2026-11-25")
    id = load(tmp_path / "inside").content_id

    assert commit_with(id, tmp_path / "inside") == made
    assert content_of(made, tmp_path / "inside") == id


# Where the id is shown


@pytest.fixture(name="showing", scope="module")
def _showing(history: History) -> Guide:
    return replace(guide(load(history[0])), shows_content_id=True)


def test_every_answer_ends_with_the_id_in_every_channel_where_the_deployment_shows_it(showing: Guide) -> None:
    talk = talking(lambda: showing, lambda: NOW)
    id = showing.library.content_id
    at = encode(Position((step_to("flow", "danger-now"),)))
    for incoming in (Asked(QUESTION), Asked("he is at the door"), Pressed(at), Opened("help"), Asked("?")):
        turn = talk.answer(incoming)
        last = turn.replies[-1]

        assert (last.blocks[-1].mark, id in last.blocks[-1].text) == (Mark.SMALL, True)
        assert id in plain(last)
        assert id in updates.render(last)[-1][0]
        assert id in bytes(page(talk, turn).body).decode()
        assert id in json.dumps(console.as_json(turn))


def test_an_answer_opened_again_by_its_address_ends_with_the_id_too(showing: Guide) -> None:
    talk = talking(lambda: showing, lambda: NOW)
    address = answer_address.address(talk.answer(Asked("he has no room in Edinburgh"))).removeprefix("/found/")
    turn = answer_address.turn(talk, address)

    assert turn is not None
    assert showing.library.content_id in turn.replies[-1].blocks[-1].text


def test_nothing_shows_the_id_where_the_deployment_does_not(showing: Guide) -> None:
    told, silent = (
        plain(conversation.turn(replace(showing, shows_content_id=shows), Asked(QUESTION), NOW).replies[-1])
        for shows in (True, False)
    )

    assert showing.library.content_id in told
    assert showing.library.content_id not in silent


# Another day


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-11-25", "Phone the night team."),
        ("2026-11-30", "Phone the night team."),
        ("2026-12-01", "Ask the night team."),
        ("2027-01-01", "Ring the night team."),
        ("HEAD~1", "Ask the night team."),
    ],
)
def test_a_day_or_a_revision_answers_with_the_content_it_had(
    history: History, tmp_path: Path, when: str, said: str
) -> None:
    assert first(gone(history, when, tmp_path)) == said


def test_a_content_id_answers_with_that_content(history: History, tmp_path: Path) -> None:
    then = gone(history, history[2][0], tmp_path)

    assert first(then) == "Phone the night team."
    assert (then.commit, then.content) == (history[1][0], history[2][0])


def test_the_clock_stands_on_the_day_and_on_today_for_a_revision(history: History, tmp_path: Path) -> None:
    day = gone(history, "2026-12-02", tmp_path / "day", time(16, 30)).now
    revision = gone(history, "HEAD", tmp_path / "revision").now

    assert day == datetime(2026, 12, 2, 16, 30, tzinfo=UTC)
    assert revision == datetime(2026, 12, 24, 12, 0, tzinfo=UTC)


def test_the_same_content_answers_otherwise_when_a_line_is_shut(tmp_path: Path) -> None:
    folder = small_content(tmp_path / "old")
    hours = 'schedules:\n  - {byday: [MO, TU, WE, TH, FR], opens_at: "09:00", closes_at: "17:00"}'
    change(folder, LINE, "hours: 24 hours", f"hours: Monday to Friday, 9am to 5pm\n{hours}")
    git(folder, "init", "--quiet")
    commit(folder, "2026-11-25")

    def asked(clock: time, into: str) -> str:
        then = past_content("2026-12-10", folder, tmp_path / into, TODAY, clock)
        return plain(past_answer(HEARING, then, "qqqq wwww", None, None).turn.replies[0])

    assert asked(time(12), "day") != asked(time(22), "night")
    assert asked(time(12), "again") == asked(time(12), "once-more")


def test_content_of_an_older_format_and_with_fewer_messages_answers_too(tmp_path: Path) -> None:
    folder = small_content(tmp_path / "old")
    (folder / "guidance/format.yaml").unlink()
    messages = folder / "guidance/messages.yaml"
    whole = messages.read_text("utf-8")
    messages.write_text("".join(line for line in whole.splitlines(True) if not line.startswith("content-id")), "utf-8")
    git(folder, "init", "--quiet")
    commit(folder, "2026-11-25")
    messages.write_text(whole, "utf-8")

    then = past_content("HEAD", folder, tmp_path / "into", TODAY, None)

    assert then.faults == 0
    assert first(then) == "Phone the night team with her."


def test_content_that_breaks_the_rules_of_today_answers_as_far_as_it_can_and_says_so(tmp_path: Path) -> None:
    folder = small_content(tmp_path / "old")
    change(folder, "guidance/safety/in-danger.yaml", "urgency: emergency\n", "")
    git(folder, "init", "--quiet")
    commit(folder, "2026-11-25")

    shown = past_answer(HEARING, past_content("HEAD", folder, tmp_path / "into", TODAY, None), QUESTION, None, None)

    assert "By today's rules it has 1 fault; the answer uses what could be read." in list(shown.lines())


def test_the_rules_of_danger_of_a_commit_are_asked_too(tmp_path: Path) -> None:
    folder = small_content(tmp_path / "old")
    (folder / "bot/core").mkdir(parents=True)
    (folder / "bot/__init__.py").touch()
    (folder / "bot/core/__init__.py").touch()
    rules = "from types import SimpleNamespace\ndef detect(text):\n    return SimpleNamespace(card='weapon')\n"
    (folder / "bot/core/crisis.py").write_text(rules, "utf-8")
    git(folder, "init", "--quiet")
    commit(folder, "2026-11-25")

    shown = past_answer(HEARING, past_content("HEAD", folder, tmp_path / "into", TODAY, None), QUESTION, None, None)

    assert shown.notes[-1].endswith('By those of that commit there was the card "weapon".')


# What cannot be


def test_a_day_before_the_first_commit_names_that_day(history: History, tmp_path: Path) -> None:
    with pytest.raises(NoPastContent, match=r"no content that old: the first commit was made on 2026-11-25\."):
        gone(history, "2026-11-24", tmp_path)


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ("2026-02-30", "2026-02-30 is not a day of the calendar"),
        ("no-such-branch", "no-such-branch is neither a folder with guidance nor a Git revision"),
        ("--all", "neither a folder with guidance nor a Git revision"),
        (LETTERS[:10], f"none of 3 commits here holds the content {LETTERS[:10]}: it may have been edited before"),
    ],
)
def test_what_is_not_there_is_said_in_words(history: History, tmp_path: Path, when: str, why: str) -> None:
    with pytest.raises(NoPastContent, match=why):
        gone(history, when, tmp_path)


def test_without_a_repository_that_is_said(tmp_path: Path) -> None:
    folder = small_content(tmp_path / "plain")

    with pytest.raises(NoPastContent, match="is not in a Git repository"):
        past_content("2026-11-25", folder, tmp_path / "into", TODAY, None)
    with pytest.raises(RevisionError, match="is not in a Git repository"):
        commit_with("g" * 10, folder)
    with pytest.raises(RevisionError, match="is not in a Git repository"):
        commit_by(datetime(2026, 11, 25, tzinfo=UTC), folder)


# The command


def test_the_command_says_from_what_and_when_it_answers(history: History) -> None:
    folder, commits, ids = history
    environment = {"SIGNPOST_CONTENT": str(folder), "SIGNPOST_ENCODER": "no"}

    done = CliRunner().invoke(main, ["at", "2026-12-02", "--time", "16:30"], input=QUESTION, env=environment)
    told = CliRunner().invoke(main, ["at", ids[0], QUESTION, "--json"], env=environment)

    assert done.stdout.splitlines()[:2] == [
        f"Content {ids[1]} of commit {commits[1][:10]}, made on 1 December 2026.",
        "Answered as on Wednesday 2 December 2026, 16:30.",
    ]
    assert "Ask the night team." in done.stdout
    answer_address = json.loads(told.stdout)
    assert (answer_address["commit"], answer_address["content"], answer_address["tier"]) == (
        commits[0],
        ids[0],
        "answer",
    )
