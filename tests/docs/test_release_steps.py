"""The recipe "Release a version" of CONTRIBUTING.md: one number everywhere, and a changelog by version."""

import re
from datetime import date
from pathlib import Path

import yaml

from bot import __version__

ROOT = Path(__file__).parents[2]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
RECIPE = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## Release a version")[2].partition("\n## ")[0]
NOTHING_YET = "Nothing has been released yet"


def faults(changelog: str, version: str) -> list[str]:
    """Return what is wrong with the changelog of a program of this version."""
    first, *others = re.findall(r"^## (.+)$", changelog, re.M)
    found = [] if first == "Unreleased" else ["it does not begin with what is unreleased"]
    heads = [re.fullmatch(r"(\d+)\.(\d+)\.(\d+) \((\d{4}-\d\d-\d\d)\)", each) for each in others]
    if not all(heads):
        return [*found, "a heading is not a number and a date"]
    numbers = [tuple(int(head[part]) for part in (1, 2, 3)) for head in heads if head]
    dates = [date.fromisoformat(head[4]) for head in heads if head]
    if numbers != sorted(set(numbers), reverse=True) or dates != sorted(dates, reverse=True):
        found.append("the newest version does not come first")
    if numbers and ".".join(map(str, numbers[0])) != version:
        found.append("the newest version is not that of the program")
    if bool(numbers) == (NOTHING_YET in changelog):
        found.append("it does not say rightly whether anything was released")
    return found


def released(changelog: str, version: str, day: str) -> str:
    """Return the changelog after the third step of the recipe."""
    changed = changelog.replace("## Unreleased\n", f"## Unreleased\n\n## {version} ({day})\n", 1)
    return re.sub(rf" {NOTHING_YET}[^.]*\.", "", changed)


def test_the_program_and_the_files_of_kubernetes_have_one_number() -> None:
    told = yaml.safe_load((ROOT / "deploy/kubernetes/kustomization.yaml").read_text("utf-8"))

    assert [each["newTag"] for each in told["images"]] == [__version__]


def test_the_changelog_begins_with_what_is_unreleased_and_has_each_version_with_its_day() -> None:
    assert faults(CHANGELOG, __version__) == []


def test_the_steps_make_a_version_of_what_is_unreleased() -> None:
    once = released(CHANGELOG, "7.0.0", "2030-01-02")
    twice = released(once, "7.1.0", "2030-03-04")

    assert "`## NUMBER (DATE)`" in RECIPE
    assert (faults(once, "7.0.0"), faults(twice, "7.1.0")) == ([], [])
    before, after = (text.partition("## Unreleased\n")[2] for text in (CHANGELOG, once))
    assert after.partition("## 7.0.0 (2030-01-02)\n")[2] == before, "nothing of it is lost"


def test_a_changelog_that_was_not_turned_as_the_steps_say_is_found() -> None:
    good = released(CHANGELOG, "7.0.0", "2030-01-02")

    assert faults(good, "7.0.1") == ["the newest version is not that of the program"]
    assert faults(good.replace("(2030-01-02)", ""), "7.0.0") == ["a heading is not a number and a date"]
    assert faults(good.replace("## Unreleased\n", ""), "7.0.0") != []
    assert faults(f"{good}\n{NOTHING_YET}.", "7.0.0") != []


def test_a_release_is_tagged_and_built_on_the_newest_base_by_digest() -> None:
    assert 'git tag -s vNUMBER -m "Signpost NUMBER"' in RECIPE
    assert "digest of the base into `Dockerfile` and `deploy/compose.yaml`" in RECIPE
    assert "docker build -t signpost:NUMBER ." in RECIPE
