"""The image: the build may read what its recipe copies, and the wheel that it builds finds all its parts."""

import re
import tomllib
from pathlib import PurePosixPath

import yaml

from tests.wire import REPOSITORY

RECIPE = (REPOSITORY / "Dockerfile").read_text().replace("\\\n", " ")
COPIED = [path for line in re.findall(r"^COPY (?!--from)(.+) \S+$", RECIPE, re.M) for path in line.split()]
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())


def is_inside(path: str, folders: list[str]) -> bool:
    return any(PurePosixPath(path).is_relative_to(folder) for folder in folders)


def test_everything_that_is_copied_is_there_and_let_through() -> None:
    first, *lines = (REPOSITORY / ".dockerignore").read_text().split()
    let_through = [line.removeprefix("!") for line in lines if line.startswith("!")]

    assert first == "**", "all is left out but what is named"
    assert len(COPIED) > 5
    assert [path for path in COPIED if not is_inside(path, let_through)] == []
    assert [path for path in COPIED if not (REPOSITORY / path).exists()] == []


def test_what_the_wheel_is_made_of_is_copied() -> None:
    project = PROJECT["project"]
    needed = [*PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"], project["readme"]]
    needed += [
        str(path.relative_to(REPOSITORY)) for given in project["license-files"] for path in REPOSITORY.glob(given)
    ]

    assert len(needed) > 5
    assert [path for path in needed if not is_inside(path, COPIED)] == []


def test_the_image_runs_as_a_user_without_rights_and_holds_no_installer() -> None:
    assert re.search(r"^USER 10001$", RECIPE, re.M)
    assert "python -m venv --without-pip /signpost" in RECIPE


def test_every_stage_is_built_on_one_base_by_its_digest_as_compose_does() -> None:
    bases = re.findall(r"^FROM (\S+)", RECIPE, re.M)
    built = yaml.safe_load((REPOSITORY / "deploy" / "compose.yaml").read_text())["services"]["signpost"]["build"]

    base = re.search(r"^ARG BASE=(python:3\.11-slim-\w+@sha256:[0-9a-f]{64})\n", RECIPE, re.M)

    assert base
    assert base.start() < RECIPE.index("FROM "), "an argument of all stages"
    assert set(bases) == {"${BASE}"}
    assert built["args"] == {"BASE": f"${{BASE:-{base[1]}}}"}
    assert "BASE=" in (REPOSITORY / "docs" / "assurance" / "packages.md").read_text()
    workflows = [path.read_text() for path in (REPOSITORY / ".github" / "workflows").glob("*.yml")]
    building = [text for text in workflows if re.search("docker|buildah|build-push-action", text)]
    assert [text for text in building if "BASE=" not in text or "@sha256:" not in text] == []
