"""What is skipped on a developer's machine fails in CI, but for what needs the sets beside the repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.soak
ROOT = Path(__file__).parents[1]
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


def test_a_skip_of_any_kind_fails_in_ci_and_says_its_reason(tmp_path: Path) -> None:
    kinds = {"marked": MARKED, "called": CALLED, "in a fixture": IN_A_FIXTURE, "whole": WHOLE, "missing": MISSING}
    done = run(tmp_path, "true", *(source.format(f"{kind} is not there") for kind, source in kinds.items()))

    assert done.returncode == 1
    assert [kind for kind in kinds if f"{kind} is not there (nothing is skipped in CI)" not in done.stdout] == []
    assert "skipped" not in done.stdout.splitlines()[-1]
    assert "passed" not in done.stdout.splitlines()[-1]


def test_a_skip_elsewhere_is_told_at_the_end_with_its_reason(tmp_path: Path) -> None:
    done = run(tmp_path, "", CALLED.format("Chromium is not there"))

    assert done.returncode == 0
    assert "Chromium is not there" in done.stdout


def test_what_needs_the_sets_beside_the_repository_may_be_skipped_in_ci(tmp_path: Path) -> None:
    assert run(tmp_path, "true", MARKED.format("the set is not beside the repository")).returncode == 0
