"""What is skipped on a developer's machine fails in CI, except what needs the sets beside the repository."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.no_skips import MAY_BE_SKIPPED
from tests.parsed import nodes, tree

ROOT = Path(__file__).parents[1]
WAITING = (ROOT / "docs/decisions/0047-what-a-developer-waits-for.md").read_text("utf-8")
MARKED = "import pytest\n@pytest.mark.skipif(True, reason='{}')\ndef test_it() -> None:\n    pass\n"
CALLED = "import pytest\ndef test_it() -> None:\n    pytest.skip('{}')\n"
IN_A_FIXTURE = "import pytest\n@pytest.fixture\ndef it():\n    pytest.skip('{}')\ndef test_it(it):\n    pass\n"
WHOLE = "import pytest\npytest.skip('{}', allow_module_level=True)\n"
MISSING = "import pytest\npytest.importorskip('no_such_module', reason='{}')\n"


def run(folder: Path, ci: str, *sources: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on made-up modules."""
    for number, source in enumerate(sources):
        (folder / f"test_{number}.py").write_text(source)
    command = [sys.executable, "-m", "pytest", "-p", "tests.no_skips", "-p", "no:cacheprovider", "-rs", "-q"]
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(
        [*command, "--continue-on-collection-errors", "--rootdir", str(folder), "-c", os.devnull, str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.soak
def test_a_skip_of_any_kind_fails_in_ci_and_says_its_reason(tmp_path: Path) -> None:
    kinds = {"marked": MARKED, "called": CALLED, "in a fixture": IN_A_FIXTURE, "whole": WHOLE, "missing": MISSING}
    done = run(tmp_path, "true", *(source.format(f"{kind} is not there") for kind, source in kinds.items()))

    assert done.returncode == 1
    assert [kind for kind in kinds if f"{kind} is not there (nothing is skipped in CI)" not in done.stdout] == []
    assert "skipped" not in done.stdout.splitlines()[-1]
    assert "passed" not in done.stdout.splitlines()[-1]


@pytest.mark.soak
def test_a_skip_elsewhere_is_told_at_the_end_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(CALLED.format("Chromium is not there"))
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), "-n", "0", "-p", "no:cacheprovider"]
    done = subprocess.run(  # with the options of a developer's run, which decide what is printed
        [sys.executable, "-m", "pytest", *options, str(tmp_path)],
        env={**os.environ, "CI": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(r"^SKIPPED .*: Chromium is not there$", done.stdout, re.M)


@pytest.mark.soak
def test_what_needs_the_sets_beside_the_repository_may_be_skipped_in_ci(tmp_path: Path) -> None:
    assert run(tmp_path, "true", MARKED.format("the set is not beside the repository")).returncode == 0


def _may_be_skipped(module: ast.Module) -> bool:
    """Say whether a module gives a reason for a skip that CI accepts."""
    texts = {
        node.value
        for call in nodes(module)
        if isinstance(call, ast.Call)
        and ast.unparse(call.func).rpartition(".")[2] in ("skip", "skipif", "importorskip")
        for node in ast.walk(call)
        if isinstance(node, ast.Constant)
    }
    return any(MAY_BE_SKIPPED in text for text in texts if isinstance(text, str))


def test_the_decision_names_each_module_of_which_ci_may_skip_a_part() -> None:
    modules = {path.relative_to(ROOT).as_posix(): tree(path) for path in (ROOT / "tests").rglob("test_*.py")}
    found = {name for name, module in modules.items() if _may_be_skipped(module)} - {"tests/test_no_skips.py"}

    assert len(found) >= 4
    assert set(re.findall(r"`(tests/[\w/]+/test_\w+\.py)`", WAITING)) == found
