"""Two pieces of work at once: both are done, whatever happens to the copy of the process that does the first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.editor.answers_diff import at_once
from tests.command import ROOT

TWO = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system copies no process")


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@TWO
def test_both_are_done_and_the_first_by_another_process() -> None:
    first, second = at_once(lambda: [os.getpid()], lambda: [os.getpid()], list)

    assert second == [os.getpid()]
    assert first != second


@TWO
def test_more_than_a_pipe_holds_comes_back_whole() -> None:
    first, second = at_once(lambda: ["words"] * 100_000, lambda: [], list)

    assert (len(first), second) == (100_000, [])


@TWO
def test_what_the_copy_could_not_do_is_done_here(tmp_path: Path) -> None:
    here = os.getpid()

    def work() -> list[str]:
        if os.getpid() != here:
            os._exit(3)
        return ["done"]

    assert at_once(work, lambda: ["too"], list) == (["done"], ["too"])


FAULTS = """
import os
from bot.editor.answers_diff import at_once

def fails():
    raise LookupError

for first, second in ((fails, list), (list, fails)):
    try:
        at_once(first, second, list)
    except LookupError:
        continue
    raise SystemExit("no fault was raised")
try:
    os.waitpid(-1, os.WNOHANG)
except ChildProcessError:
    raise SystemExit(0)
raise SystemExit("a process is left")
"""


@TWO
def test_a_fault_of_either_is_raised_and_no_process_is_left() -> None:
    alone = [sys.executable, "-c", FAULTS]  # other tests may have children of their own

    done = subprocess.run(alone, cwd=ROOT, capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_with_one_processor_both_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    first, second = at_once(lambda: [os.getpid()], lambda: [os.getpid()], list)

    assert first == second == [os.getpid()]
