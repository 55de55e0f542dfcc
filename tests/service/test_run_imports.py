"""How much of the package a serving process imports: content is loaded in a copy of it, and editors' code is not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.wire import free_port

# Modules of the package in a process that serves, as measured once it has answered (docs/decisions/0024; the aim is
# 150). A new idea may add a module, on purpose and here.
MOST = {"page": 176, "serve": 183}
_SERVING = """
import json, os, sys, threading
from urllib.request import urlopen
import bot.__main__
from bot.service import run, start

def count(address):
    urlopen(f"{address}/ask", b"question=she+has+just+told+me").read()
    print(json.dumps(sorted(name for name in sys.modules if name.partition(".")[0] == "bot")), flush=True)
    os._exit(0)

def started(address):
    threading.Thread(target=count, args=[address], daemon=True).start()

getattr(run, sys.argv[1])(start.settings(port=int(sys.argv[2])), started)
"""


@pytest.fixture(name="modules", params=["page", "serve"])
def _modules(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, list[str]]:
    """Return how a process serves, and the modules of the package that it has imported once it has answered."""
    environment = {
        **os.environ,
        "SIGNPOST_STATE": str(tmp_path),
        "SIGNPOST_CACHE": str(tmp_path),
        "SIGNPOST_ALLOW_UNSIGNED": "yes",
    }
    command = [sys.executable, "-c", _SERVING, request.param, str(free_port())]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=100)
    found: list[str] = json.loads(done.stdout.splitlines()[-1])
    return request.param, found


@pytest.mark.soak
def test_a_serving_process_imports_few_modules_and_none_for_editors(modules: tuple[str, list[str]]) -> None:
    serving, names = modules
    assert len(names) <= MOST[serving], f"{len(names)} modules of the package are imported: {', '.join(names)}"
    assert [name for name in names if name.startswith(("bot.editor", "bot.content.loader", "bot.content.rules"))] == []
