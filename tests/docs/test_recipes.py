"""The recipes of CONTRIBUTING.md are followed here as they are written, in a copy of the repository."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
RECIPES = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
CARD = """  gas-leak:
    title: There may be gas where {she} {is|are}
    line: Get everyone outside, then call 999.
    steps:
      - Go outside, and stay there. Use no switch, no flame and no phone before you are out.
    say: "Come outside with me. We will ring from there."
    contacts:
      - {label: "Police, ambulance, fire", number: "999"}
    entry: immediate-danger
    flow: danger-now
"""
SAYING = """
    gas-leak-now:
      card: gas-leak
      tense: now
      says:
        - smell|smells|stink|stinks ~ gas
        - gas leak
"""
GAS = "the whole flat smells of gas and she is being sick"
CALM = "who pays the gas bill when she moves out"
COUNTED = """
from bot.core.count_cells import Cell, cells
from bot.core.reply import Asked, Opened
from bot.service.run import terminal
from bot.service.start import settings

talk = terminal(settings())
screen = talk.answer(Opened("area"))
turn = talk.answer(Asked("Glasgow", screen.replies[0].position))
counted = [event for event in turn.events if event.name == "typed-area"]
print(*(event.name for event in counted), Cell("typed-area", counted[0].id) in cells(talk.guide().library))
"""


@pytest.fixture(name="copy")
def _copy(tmp_path: Path) -> Path:
    """Copy what a recipe touches, without the encoder and its vectors, which are large."""
    for part in ("bot", "guidance", "flows", "training"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("*.onnx", "vectors.npz"))
    return tmp_path


def run(copy: Path, *command: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a Python module in the copy."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("SIGNPOST_")},
        "PYTHONPATH": str(copy),
        "SIGNPOST_CONTENT": str(copy),
        "SIGNPOST_ENCODER": "no",
        "SIGNPOST_STATE": str(copy / "state"),
    }
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=copy,
        env=environment,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
    )


def crisis(copy: Path, *messages: str) -> list[str | None]:
    """Return the card that each message raises in the terminal."""
    typed = "".join(json.dumps({"say": message}) + "\n" for message in messages)
    done = run(copy, "bot", "chat", "--json", typed=typed)
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line)["crisis"] for line in done.stdout.splitlines()]


def recipe(title: str) -> str:
    """Return a recipe by its heading."""
    return RECIPES.split(f"## {title}\n")[1].split("\n## ")[0]


def put_before(file: Path, mark: str, text: str) -> None:
    """Put text before a line that stands in a file once."""
    was = file.read_text("utf-8")
    assert was.count(mark) == 1
    file.write_text(was.replace(mark, text + mark), "utf-8")


@pytest.mark.soak
def test_the_sayings_of_a_new_danger_card_raise_it_once_they_are_compiled(copy: Path) -> None:
    file = copy / "guidance/crisis.yaml"
    put_before(file, "\nrules:\n", CARD)
    put_before(file, "\n  quiet:\n", SAYING)
    file.write_text(re.sub(r"(  order: \[.*)\]", r"\1, gas-leak]", file.read_text("utf-8")), "utf-8")
    compiled = run(copy, "training.compile_crisis")
    commands = re.findall(r"`python -m (training\.\w+)`", recipe("Add a danger card"))

    assert commands == ["training.compile_crisis", "training.learn_danger"]
    assert (compiled.returncode, compiled.stderr) == (0, "")
    assert crisis(copy, GAS, CALM) == ["gas-leak", None]
    assert run(copy, "bot", "check", "--today", "2026-11-30").returncode == 0
    assert yaml.safe_load(file.read_text("utf-8"))["cards"]["gas-leak"]


@pytest.mark.soak
def test_a_command_is_added_in_two_files(copy: Path) -> None:
    module = copy / "bot/commands/content.py"
    source = textwrap.dedent(re.findall(r" *```python\n(.*?) *```", recipe("Add a command"), re.S)[0])
    module.write_text(f"{module.read_text('utf-8')}\n\n{source}", "utf-8")
    main = copy / "bot/__main__.py"
    put_before(main, ' poster",', " themes")

    assert "  themes       List the themes, each with its number of entries.\n" in run(copy, "bot", "--help").stdout
    assert run(copy, "bot", "themes").stdout.startswith("First conversations: ")


@pytest.mark.soak
def test_a_count_is_added_in_two_files(copy: Path) -> None:
    kind, cell, event = re.findall(r"`(typed-area|Cell\(.*?\)|Event\(.*?\))`", recipe("Add a count"))[:3]
    cells, events = copy / "bot/core/count_cells.py", copy / "bot/core/turn_events.py"
    put_before(
        cells,
        '        CountKind("crisis",',
        f'        CountKind("{kind}", "typed a place when asked", others=False),\n',
    )
    put_before(cells, "        **_steps(library),", f"        {cell}: anybody,\n")
    put_before(events, 'Event("council", gss), ', f"{event}, ")
    put_before(events, "from bot.core.guide import", "from bot.core.count_cells import ANY\n")
    (copy / "counted.py").write_text(COUNTED, "utf-8")
    done = run(copy, "counted")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "typed-area True\n"


def test_every_recipe_names_a_test_that_follows_it() -> None:
    recipes = {title: recipe(title) for title in re.findall(r"^## (Add an? .*)$", RECIPES, re.M)}
    tests = {title: re.findall(r"`(tests/[\w/]+\.py)`", words) for title, words in recipes.items()}

    assert {title.split()[-1] for title in recipes} == set("entry flow button card check channel command count".split())
    assert {title: paths for title, paths in tests.items() if not paths} == {}
    assert [path for paths in tests.values() for path in paths if not (ROOT / path).is_file()] == []
