"""The assurance papers: every line names a test that exists, and what they say about the packages is true."""

import json
import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

from bot.core.library import Library
from scripts.mutants import PARTS
from scripts.sbom import materials

ROOT = Path(__file__).parents[2]
PAPERS = ROOT / "docs/assurance"
HELD_BY_TESTS = ("threat-model.md", "hazards.md", "faults.md")
PINS = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)


@cache
def all_tests() -> set[str]:
    """Return every test, by the name of its file and its own."""
    return {
        f"{path.stem}::{name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text("utf-8"), re.MULTILINE)
    }


def rows(page: str) -> list[list[str]]:
    """Return the rows of every table of a page, without their headings."""
    lines = (PAPERS / page).read_text("utf-8").splitlines()
    tables = [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]
    return [row for row in tables if row[-1] != "test"]


@pytest.mark.parametrize("page", HELD_BY_TESTS)
def test_every_line_names_a_test_and_every_test_that_is_named_exists(page: str) -> None:
    there, table = all_tests(), rows(page)

    assert len(table) > 20
    assert [row for row in table if not re.search(r"`test_\w+::test_\w+`", row[-1])] == []
    named = set(re.findall(r"`(test_\w+::\w+)`", (PAPERS / page).read_text("utf-8")))
    assert named - there == set()


def test_there_are_fifty_faults_and_each_has_a_number_of_its_own() -> None:
    numbers = [row[0] for row in rows("faults.md")]

    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 50


def test_each_finding_of_the_review_names_files_that_exist_and_a_source_or_that_there_was_none() -> None:
    found = [row for row in rows("review-findings.md") if row[0] != "finding"]
    files = {file for row in found for file in re.findall(r"`([^`]+)`", row[2])}

    assert len(found) > 50
    assert [row[0] for row in found if len(row) != 4 or not row[3].strip() or "`" not in row[2]] == []
    assert {file for file in files if not (ROOT / file).is_file()} == set()


def test_no_outcome_of_a_flow_names_the_rape_crisis_helpline_alone(library: Library) -> None:
    alone = [
        (flow.id, id)
        for flow in library.flows.values()
        for id, outcome in flow.outcomes.items()
        if outcome.services == ("rape-crisis-scotland-helpline",)
    ]

    assert alone == []


def test_the_parts_that_faults_are_put_into_are_named_and_their_modules_and_tests_are_there() -> None:
    page = (PAPERS / "faults.md").read_text("utf-8").partition("## Faults put into the code")[2]

    named = page.partition("the parts are ")[2].partition(".")[0]

    assert [name for name in PARTS if name not in named] == []
    assert [modules for modules, _ in PARTS.values() if not list(ROOT.glob(modules))] == []
    assert [path for _, tests in PARTS.values() for path in tests if not (ROOT / path).exists()] == []


def test_nobodys_agreement_is_claimed() -> None:
    pages = {path.name: path.read_text("utf-8") for path in PAPERS.glob("*.md")}

    assert "Nobody has signed any of them off" in pages["README.md"]
    assert "Nobody has signed it" in pages["dpia.md"]
    assert "No clinical safety officer and no safeguarding lead has agreed" in pages["hazards.md"]
    assert not any(re.search(r"(approved|agreed|signed off) by:? +[A-Z]", text) for text in pages.values())


def test_each_package_that_is_installed_has_a_reason_and_a_licence_and_nothing_else_is_told() -> None:
    page = (PAPERS / "packages.md").read_text("utf-8")
    installed, left_out = (re.findall(r"^\| ([a-z0-9-]+) \|", part, re.M)[1:] for part in page.split("## Left out"))
    licences = re.findall(r"^ {4}([a-z0-9-]+): .+, https://\S+$", (ROOT / "NOTICE").read_text("utf-8"), re.MULTILINE)
    excluded = re.findall(r"^# ([a-z0-9-]+)$", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)

    assert sorted(installed) == sorted(licences) == sorted(PINS)
    assert f"the {len(PINS)} packages" in page
    assert sorted(left_out) == sorted(excluded)


def test_the_container_has_what_a_setting_may_ask_for_because_nothing_can_be_installed_in_it() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    asked = set(re.findall(r"signpost-bot\[(\w+)\]", (ROOT / "docs" / "settings.md").read_text("utf-8")))
    named = {re.split(r"[\[><=]", each)[0] for extra in asked for each in extras[extra]}

    assert asked == {"postgres", "oidc"}
    assert named - set(PINS) == set()


@pytest.mark.soak
def test_what_serves_needs_none_of_the_packages_that_are_left_out() -> None:
    page = (PAPERS / "packages.md").read_text("utf-8").partition("## Left out")[2]
    left_out = {name.replace("-", "_") for name in re.findall(r"^\| ([a-z0-9-]+) \|", page, re.MULTILINE)[1:]}
    program = f"""
import importlib, pkgutil, sys
class Refused:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {(left_out - {"protobuf"}) | {"google"}!r}:
            raise ImportError(name)
sys.meta_path.insert(0, Refused())
import bot, icalendar, joserfc.jwk, joserfc.jwt, onnxruntime, PIL.Image, psycopg, sqlite_utils, tokenizers
for module in pkgutil.walk_packages(bot.__path__, "bot."):
    if module.name.split(".")[1] not in ("editor", "__main__"):
        importlib.import_module(module.name)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)

    assert ran.returncode == 0, ran.stderr


def test_the_list_of_materials_is_what_is_installed_with_every_hash() -> None:
    found = materials()
    text = (ROOT / "requirements.txt").read_text("utf-8")
    hashes = [each["content"] for part in found["components"] for each in part["hashes"]]
    refs = {part["bom-ref"] for part in found["components"]} | {found["metadata"]["component"]["bom-ref"]}

    assert [part["name"] for part in found["components"]] == PINS
    assert sorted(hashes) == sorted(re.findall(r"sha256:(\w+)", text))
    assert {each["ref"] for each in found["dependencies"]} == refs
    assert {on for each in found["dependencies"] for on in each["dependsOn"]} <= refs
    needed = {on for each in found["dependencies"] for on in each["dependsOn"]}
    assert refs - needed == {found["metadata"]["component"]["bom-ref"]}, "whatever is installed is needed by something"
    assert json.loads(json.dumps(found))["specVersion"] == "1.6"


def test_what_builds_the_package_is_pinned_with_hashes_too() -> None:
    text = (ROOT / "requirements-build.txt").read_text("utf-8")

    assert "hatchling==" in text
    assert text.count("--hash=sha256:") >= 2 * len(re.findall("^[a-z]", text, re.MULTILINE))
    assert "://" not in text
    assert "/tmp" not in text  # noqa: S108 - a path that must not stand there
