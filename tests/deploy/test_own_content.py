"""Your own content in deploy/: what a start needs is prepared once, and no process prepares it again."""

import http.client
import json
import os
import re
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.deploy.test_deploy_schemas import COMPOSE
from tests.machine_speed import slowness
from tests.small_content import small_content
from tests.wire import REPOSITORY, Program, free_port, signpost

DEPLOY = REPOSITORY / "deploy"
OWN: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.content.yaml").read_text())
BASE: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
IMAGE = (DEPLOY / "own-content" / "Dockerfile").read_text()


def test_compose_makes_it_before_it_serves_and_keeps_it_in_a_volume_that_both_have() -> None:
    prepare, serve = OWN["services"]["prepare"], OWN["services"]["signpost"]

    jsonschema.Draft7Validator(COMPOSE).validate(OWN)
    assert prepare["command"] == ["prepare"]
    assert serve["depends_on"] == {"prepare": {"condition": "service_completed_successfully", "required": False}}
    assert (prepare["environment"], prepare["volumes"]) == (serve["environment"], serve["volumes"])
    assert {each.split(":")[0] for each in serve["volumes"] if not each.startswith("$")} == set(OWN["volumes"])
    assert serve["environment"] == {"SIGNPOST_CONTENT": "/content", "SIGNPOST_CACHE": "/cache"}
    assert [each for each in serve["volumes"] if each.endswith(":/content:ro")], "nobody writes into the content"


def test_what_makes_it_has_no_more_rights_than_what_serves_and_no_network_and_no_secret() -> None:
    prepare, serve = OWN["services"]["prepare"], BASE["services"]["signpost"]
    alike = (
        *BASE["x-hardened"].keys() - {"restart"},
        "image",
        "user",
        "tmpfs",
        "mem_limit",
        "memswap_limit",
        "ulimits",
    )

    assert {name: prepare[name] for name in alike} == {name: serve[name] for name in alike}
    assert (prepare["network_mode"], prepare["restart"], "secrets" in prepare) == ("none", "no", False)


def test_the_volume_is_a_folder_of_the_image_that_its_user_may_write_to() -> None:
    recipe = (REPOSITORY / "Dockerfile").read_text()

    (made,) = re.findall(r"install -d -o signpost (.+)$", recipe, re.M)
    assert made.split() == [BASE["services"]["signpost"]["environment"]["SIGNPOST_STATE"], "/cache"]


def test_an_image_with_content_is_prepared_after_the_content_is_in_it_and_serves_without_rights() -> None:
    steps = re.findall(r"^(?!#)(\w+ .+)$", IMAGE, re.M)

    assert steps[:2] == ["ARG SIGNPOST=registry.example/signpost:0.1.0", "FROM ${SIGNPOST}"]
    assert steps[2:5] == [
        "COPY guidance /content/guidance",
        "COPY flows /content/flows",
        "ENV SIGNPOST_CONTENT=/content",
    ]
    assert steps[5:] == ["USER root", 'RUN ["signpost", "prepare"]', "USER 10001"]


def test_the_docs_say_how_each_way_to_run_it_gets_own_content_ready_once() -> None:
    told = (DEPLOY / "README.md").read_text().partition("**Your own content.**")[2].partition("\n\n**")[0]

    assert [name for name in ("compose.content.yaml", "own-content/", "signpost prepare") if name not in told] == []


def encoder_of(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request("GET", "/healthz")
        return str(json.loads(connection.getresponse().read())["encoder"])
    finally:
        connection.close()


def kept(cache: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in cache.rglob("*") if path.is_file()}


@pytest.mark.soak
def test_three_cold_processes_with_own_content_take_what_was_prepared_once(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    given = {"SIGNPOST_CONTENT": str(small_content(tmp_path / "content")), "SIGNPOST_CACHE": str(cache)}
    given |= {"SIGNPOST_ALLOW_UNSIGNED": "yes", "SIGNPOST_DATABASE": "none"}
    with signpost(tmp_path / "prepare", ["prepare"], **given) as made:
        assert made.ends() == 0
    before, ports = kept(cache), [free_port() for _ in range(3)]

    with ExitStack() as running:
        processes: list[Program] = [
            running.enter_context(signpost(tmp_path / str(port), ["serve"], **given, SIGNPOST_PORT=str(port)))
            for port in ports
        ]
        for process in processes:
            process.until_ready()
        end = time.monotonic() + 60
        while any(encoder_of(port) != "ready" for port in ports):
            assert time.monotonic() < end, [encoder_of(port) for port in ports]
            time.sleep(0.1)

    assert {name.partition("-")[0] for name in before} >= {"content", "vectors"}
    assert kept(cache) == before, "nothing was made again"


def used(process: Program) -> float:
    """Return the processor seconds that a process and its children have used."""
    fields = Path(f"/proc/{process.process.pid}/stat").read_text().rpartition(") ")[2].split()
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.alone
def test_three_cold_processes_with_the_content_of_the_image_are_ready_within_five_seconds(tmp_path: Path) -> None:
    ports, before = [free_port() for _ in range(3)], slowness()
    given = {"SIGNPOST_ALLOW_UNSIGNED": "yes", "SIGNPOST_DATABASE": "none"}
    with ExitStack() as running:
        processes = [
            running.enter_context(signpost(tmp_path / str(port), ["serve"], **given, SIGNPOST_PORT=str(port)))
            for port in ports
        ]
        for process in processes:
            process.until_ready()
        seconds = sum(map(used, processes)) / max(before, slowness())

    assert seconds < 5, "even if they have one processor between them"
