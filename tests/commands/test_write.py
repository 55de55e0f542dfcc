"""``signpost check``: errors and what a change did come first, in all files, and the rest of the advice is one line."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from tests.editor_docs import Copy
from tests.small_content import change

DANGER, FACTS = "guidance/safety/in-danger.yaml", "guidance/facts.yaml"
DUE = "a review is due on 25 February 2027"
STOOD = "there before your change: signpost check --all lists them."
LEFT_OUT = "left out: signpost check --all lists them."
WORDS = "Call 999 if anyone is being hurt."


@pytest.fixture(name="copy")
def _copy(tmp_path: Path) -> Copy:
    """Example content in Git, in which reviews are due soon."""
    return Copy.made(tmp_path / "content")


def check(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", str(folder), "--today", "2027-02-10", *arguments])


def test_without_a_change_the_advice_is_one_line(copy: Copy) -> None:
    told = check(copy.folder).output

    assert DUE not in told
    assert f"more pieces of advice were {LEFT_OUT}" in told


def test_what_stood_before_a_change_is_one_line(copy: Copy) -> None:
    whole = check(copy.folder, "--all").output.count("advice: docs/")
    change(copy.folder, DANGER, WORDS, "Call 999 now if anyone is being hurt.")
    told = check(copy.folder).output

    assert told.startswith(f"Since the last commit, {DANGER} changed. The check finds nothing new.")
    assert DUE not in told
    assert f"{whole} more pieces of advice were {STOOD}" in told


def test_what_a_change_did_elsewhere_is_listed_with_its_file_and_line(copy: Copy) -> None:
    change(copy.folder, "guidance/services/night-team.yaml", "status: active", "status: closed")
    told = check(copy.folder).output

    assert "Since the last commit, guidance/services/night-team.yaml changed. What is new because of that" in told, told
    assert "guidance/vocabulary.yaml:8:3:" in told
    assert DUE not in told


def test_an_error_is_always_listed_and_all_lists_the_rest(copy: Copy) -> None:
    change(copy.folder, FACTS, "expires: 2027-05-25", "expires: 2027-02-01")
    copy.commit("A fact ran out")
    change(copy.folder, DANGER, WORDS, "Call 999 now if anyone is being hurt.")
    short, whole = check(copy.folder), check(copy.folder, "--all")

    assert "this fact expired on 1 February 2027" in short.output
    assert (short.exit_code, DUE in short.output, DUE in whole.output) == (1, False, True)


def test_outside_git_the_errors_come_first_and_the_advice_is_one_line(copy: Copy) -> None:
    shutil.rmtree(copy.folder / ".git")
    change(copy.folder, FACTS, "expires: 2027-05-25", "expires: 2027-02-01")
    short, whole = check(copy.folder).output, check(copy.folder, "--all").output

    assert short.startswith("guidance/facts.yaml\n  guidance/facts.yaml:")
    assert "expired on 1 February 2027" in short
    assert short.rstrip().endswith(f"more pieces of advice were {LEFT_OUT}")
    assert (DUE in short, DUE in whole) == (False, True)
