"""The files in deploy/ against what Kubernetes and Compose themselves accept: no field that they do not know.

`compose-spec.json` is the schema of https://github.com/compose-spec/compose-spec (Apache-2.0), as of October 2025,
unchanged. Those of Kubernetes come with the package kubernetes-validate.
"""

import copy
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import kubernetes_validate
import pytest
import yaml

from tests.wire import REPOSITORY

DEPLOY = REPOSITORY / "deploy"
COMPOSE = json.loads((Path(__file__).parent / "compose-spec.json").read_text())
OLDEST = "1.30"  # the first whose clusters know `preStop: sleep` unasked; deploy/README.md names it
NEWEST = kubernetes_validate.latest_version()


def built() -> Iterator[dict[str, Any]]:
    """Yield the output of Kustomize for the folder, as far as a schema looks at it: with its labels and its map.

    It gives its labels as a selector to a Deployment and a Service only (seen with `kubectl kustomize` 1.32).
    """
    folder = DEPLOY / "kubernetes"
    told = yaml.safe_load((folder / "kustomization.yaml").read_text())
    (labels,) = (each["pairs"] for each in told["labels"])
    for name in told["resources"]:
        made = yaml.safe_load((folder / name).read_text())
        made["metadata"] |= {"namespace": told["namespace"], "labels": labels}
        if made["kind"] == "Service":
            made["spec"]["selector"] = labels
        if made["kind"] == "Deployment":
            made["spec"]["selector"] = {"matchLabels": labels}
            made["spec"]["template"]["metadata"] = {"labels": labels}
        yield made
    for each in told["configMapGenerator"]:
        data = dict(line.split("=", 1) for line in each["literals"])
        yield {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": each["name"]}, "data": data}


BUILT = {made["kind"]: made for made in built()}


def of_compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return found


def refused(given: Mapping[str, Any]) -> bool:
    return not jsonschema.Draft7Validator(COMPOSE).is_valid(given)


@pytest.mark.parametrize("version", [OLDEST, NEWEST])
@pytest.mark.parametrize("kind", BUILT)
def test_kubernetes_knows_every_field_and_takes_every_value(kind: str, version: str) -> None:
    assert version.startswith(kubernetes_validate.validate(BUILT[kind], version, strict=True))


@pytest.mark.parametrize("version", [OLDEST, NEWEST])
def test_kubernetes_knows_the_service_that_prometheus_asks(version: str) -> None:
    service = yaml.safe_load((DEPLOY / "monitoring" / "kubernetes-service.yaml").read_text())

    assert version.startswith(kubernetes_validate.validate(service, version, strict=True))


def test_the_oldest_kubernetes_that_they_are_checked_against_is_the_one_that_is_told() -> None:
    assert f"**Kubernetes** {OLDEST} or later" in (DEPLOY / "README.md").read_text()


@pytest.mark.parametrize(
    ("kind", "path", "value"),
    [
        ("Deployment", ("spec", "template", "spec", "readinesProbe"), {}),
        ("Deployment", ("spec", "replicas"), "three"),
        ("NetworkPolicy", ("spec", "policyType"), ["Egress"]),
        ("PodDisruptionBudget", ("spec", "minAvailable"), {"pods": 2}),
    ],
    ids=lambda each: each if isinstance(each, str) else None,
)
def test_a_field_that_is_misspelt_or_has_a_wrong_value_would_be_found(
    kind: str, path: tuple[str, ...], value: object
) -> None:
    changed = part = copy.deepcopy(BUILT[kind])
    for name in path[:-1]:
        part = part[name]
    part[path[-1]] = value

    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(changed, NEWEST, strict=True)


def test_compose_knows_every_field_and_takes_every_value() -> None:
    jsonschema.Draft7Validator.check_schema(COMPOSE)
    jsonschema.Draft7Validator(COMPOSE).validate(of_compose())


def test_a_field_of_compose_that_is_misspelt_or_has_a_wrong_value_would_be_found() -> None:
    misspelt, wrong = of_compose(), of_compose()
    misspelt["services"]["signpost"]["readonly"] = True
    wrong["services"]["proxy"]["cap_drop"] = "ALL"

    assert (refused(of_compose()), refused(misspelt), refused(wrong)) == (False, True, True)
