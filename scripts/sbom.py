"""Write what a deployment is made of as a CycloneDX list of materials: ``python -m scripts.sbom > signpost.cdx.json``.

It is made of requirements.txt, whose pins have hashes, and NOTICE, which has the licences: the list is what is
installed, no more and no less, and needs nothing to be installed first.
"""

import json
import re
import sys
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot import __version__

ROOT = Path(__file__).parents[1]
_PIN = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; [^\\\n]+)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)((?:    #.*\n)*)",
    re.MULTILINE,
)
_LICENCE = re.compile(r"^ {4}([a-z0-9-]+): (.+?), (https://\S+)$", re.MULTILINE)


def materials() -> dict[str, Any]:
    """Return the list of materials as JSON."""
    licences = {name: (licence, url) for name, licence, url in _LICENCE.findall((ROOT / "NOTICE").read_text("utf-8"))}
    pins = list(_PIN.finditer((ROOT / "requirements.txt").read_text("utf-8")))
    known = {pin[1]: f"pkg:pypi/{pin[1]}@{pin[2]}" for pin in pins}
    own = f"pkg:pypi/signpost-bot@{__version__}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(known))}",
        "version": 1,
        "metadata": {"component": _component("application", "signpost-bot", __version__, "MIT AND CC-BY-4.0")},
        "components": [
            {
                **_component("library", pin[1], pin[2], *licences[pin[1]]),
                "hashes": [{"alg": "SHA-256", "content": each} for each in re.findall(r"sha256:(\w+)", pin[3])],
            }
            for pin in pins
        ],
        "dependencies": [{"ref": ref, "dependsOn": sorted(on)} for ref, on in _dependencies(pins, known, own).items()],
    }


def _component(kind: str, name: str, version: str, licence: str, url: str = "") -> dict[str, Any]:
    purl = f"pkg:pypi/{name}@{version}"
    told: dict[str, Any] = {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}
    told["licenses"] = [{"expression": licence}]
    return {**told, "externalReferences": [{"type": "website", "url": url}]} if url else told


def _dependencies(pins: "list[re.Match[str]]", known: Mapping[str, str], own: str) -> dict[str, set[str]]:
    """Return what each needs, from the notes under the pins, which say what needs them."""
    found: dict[str, set[str]] = {own: set(), **{ref: set() for ref in known.values()}}
    for pin in pins:
        for name in _needed_by(pin[4]):
            if (ref := own if name == "signpost-bot" else known.get(name)) is not None:
                found[ref].add(known[pin[1]])
    return found


def _needed_by(notes: str) -> Iterator[str]:
    for line in notes.splitlines():
        yield from re.findall(r"^[a-z0-9-]+", line.strip().removeprefix("#").strip().removeprefix("via").strip())


if __name__ == "__main__":
    json.dump(materials(), sys.stdout, indent=1)
    print()
