"""Whatever file a page names is there, so that nobody looks for a module or a test that has another name now."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = "bot|tests|docs|scripts|training|guidance|flows|deploy|editor-files"
NAMED = re.compile(rf"`((?:{FOLDERS})/[\w./-]+\.[a-z]+)`")

# Files that a page names although they are not there, and why.
NOT_THERE = {
    "docs/checks/SP127.md": "an example of a new one",
    "docs/checks/SPnnn.md": "it stands for all of them",
    "guidance/services/day-line.yaml": "an example that a page for editors changes",
    "guidance/services/night-team.yaml": "the same",
    "scripts/learn_thresholds.py": "a decision names it, and says what has taken its place",
}


def named_files() -> dict[str, set[str]]:
    """Return the files that the pages of the repository name, each with these pages."""
    named: dict[str, set[str]] = {}
    pages = [*ROOT.glob("*.md"), *(page for folder in FOLDERS.split("|") for page in (ROOT / folder).rglob("*.md"))]
    for page in pages:
        if page.name != "CHANGELOG.md":
            for file in NAMED.findall(page.read_text("utf-8")):
                named.setdefault(file, set()).add(str(page.relative_to(ROOT)))
    return named


def test_every_file_that_a_page_names_is_there() -> None:
    named = named_files()

    assert len(named) > 80
    assert {file: pages for file, pages in named.items() if not (ROOT / file).is_file() and file not in NOT_THERE} == {}


def test_a_file_that_may_be_missing_is_missing_and_named() -> None:
    named = named_files()

    assert [file for file in NOT_THERE if file not in named or (ROOT / file).exists()] == []
