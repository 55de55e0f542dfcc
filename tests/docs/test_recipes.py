"""The recipes of CONTRIBUTING.md are followed here as they are written, in a copy of the repository."""

import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
from hashlib import sha256
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.wire import free_port, signpost

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
CARDS = "tests/hearing/danger/test_rules.py"
GRADES = "tests/hearing/danger/test_grading.py"
HELP = "tests/transcripts/nothing-to-read.txt"
URGENT = [f"tests/transcripts/{name}.txt" for name in ("a-first-disclosure", "not-happening-now", "nothing-to-read")]
TESTS = (
    CARDS,
    "tests/hearing/danger/test_sayings.py",
    "tests/core/screens/test_registry.py",
    "tests/channels/test_letters.py",
    "tests/test_transcripts.py",
)
HOUSE = ("tests/test_house.py", "tests/test_glossary.py")
# A card is known only by learning, and five recipes at once may be more than the house has room for.
NOT_OF_A_COPY = (f"{CARDS}::test_the_model_knows_every_card", "tests/test_house.py::test_the_house_does_not_grow")
LARGE = ("minilm.onnx", "vectors.npz")  # files of bot/encoder
SCREEN = '''"""The words that staff use."""

from bot.core.reply import Block, Mark, Reply
from bot.core.screens.scene import Scene, ways
from bot.core.screens.screen import NO_BLANKS, Screen


def _draw(scene: Scene) -> Reply:
    title, text = Block(Mark.TITLE, scene.words("phrasebook-title")), Block(Mark.TEXT, scene.words("phrasebook-text"))
    return scene.reply([title, text], ways(scene))


SCREENS = (
    Screen(
        name="phrasebook",
        letter="Q",
        title="Words to use",
        draw=_draw,
        typed="phrasebook",
        path=("phrasebook-title",),
        text="phrasebook-text",
        messages=dict.fromkeys(("phrasebook-title", "phrasebook-text", "button-phrasebook"), NO_BLANKS),
    ),
)
'''
WORDS = """phrasebook-title: Words to use
phrasebook-text: Say what {she} {says|say}.
button-phrasebook: Words to use
"""
LETTERS = '''"""Letters are answered and counted."""

from bot.channels import letters
from bot.core.channels import counted_channels
from bot.core.library import Library
from tests.conftest import NOW
from tests.guides import guide, talking


def test_a_letter_is_answered_and_counted(library: Library) -> None:
    told: list[object] = []
    made = guide(library)
    talk = talking(lambda: made, lambda: NOW, count=lambda *counted: told.append(counted[1:]))

    assert library.entries["she-just-told-me"].title in letters.answered(talk, "she told me she sells sex", 7)
    assert told == [("letters", 7)]
    assert "letters" in [channel.id for channel in counted_channels()]
'''
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
    """Copy what a recipe touches and the tests, without the encoder and its vectors, which are large."""
    left_out = shutil.ignore_patterns(*LARGE, "pictures", "__pycache__")
    for part in ("bot", "guidance", "flows", "training", "tests", "editor-files", "docs", "scripts"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=left_out)
    for file in ("pyproject.toml", "CONTRIBUTING.md"):
        shutil.copy(ROOT / file, tmp_path)
    (tmp_path / "state").mkdir()
    remember(tmp_path)
    return tmp_path


def remember(copy: Path) -> None:
    """Keep the hashes of the copy's files, so that what is written from now on can be told."""
    (copy / "state/before.json").write_text(json.dumps(hashes(copy)), "utf-8")


def hashes(copy: Path) -> dict[str, str]:
    """Return the hash of each file of the copy, without what running programs leaves behind."""
    left = re.compile(r"(^|/)(__pycache__|state|\..*)/|\.(db|npz|onnx)$")
    files = {path.relative_to(copy).as_posix(): path for path in copy.rglob("*") if path.is_file()}
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in files.items() if not left.search(name)}


def with_the_encoder(copy: Path) -> None:
    """Let the copy use the encoder of the repository."""
    for name in LARGE:
        (copy / "bot/encoder" / name).symlink_to(ROOT / "bot/encoder" / name)


def touched(copy: Path) -> list[str]:
    """Return the files of the copy that were written since they were last remembered."""
    before = json.loads((copy / "state/before.json").read_text("utf-8"))
    return sorted(name for name, made in hashes(copy).items() if before.get(name) != made)


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
    """Put text before a line that a file has exactly once."""
    was = file.read_text("utf-8")
    assert was.count(mark) == 1
    file.write_text(was.replace(mark, text + mark), "utf-8")


def passing(copy: Path, *tests: str) -> None:
    """Run tests of the copy, which must pass."""
    done = run(copy, "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *tests)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-3000:]


def by_hand(title: str) -> list[str]:
    """Return the file that each step of a recipe says to edit or write by hand."""
    steps = re.findall(r"^\d\. (.*?)(?=^\d\. |\n\n|\Z)", recipe(title), re.M | re.S)
    path = re.compile(r"`((?:bot|guidance|training|docs|tests)/[\w/.<>-]+\.\w+)`")
    return [found[1] for step in steps if (found := path.search(step))]


def a_danger_card_is_added_in_three_files_and_by_one_command(copy: Path) -> None:
    crisis_file, messages = copy / "guidance/crisis.yaml", copy / "training/danger_messages.yaml"
    put_before(crisis_file, "\nrules:\n", CARD)
    put_before(crisis_file, "\n  quiet:\n", SAYING)
    crisis_file.write_text(re.sub(r"(  order: \[.*)\]", r"\1, gas-leak]", crisis_file.read_text("utf-8")), "utf-8")
    put_before(messages, "card, or line:\n", f"  gas-leak:\n    - {GAS}\n")
    put_before(copy / "docs/danger.md", "| `missing` |", "| `gas-leak` | gas in a building |\n")
    written = touched(copy)
    [command] = re.findall(r"^4\. Run `python -m (\w+\.\w+)`", recipe("Add a danger card"), re.M)
    done = run(copy, command)
    made = set(touched(copy)) - set(written)

    assert written == sorted(by_hand("Add a danger card"))
    assert len(written) == 3
    assert "minilm.onnx" in done.stderr  # it wrote all but the weights, and learns nothing without the encoder
    assert made > {"bot/hearing/data/danger_rules.json", "editor-files/schemas/danger.json", *URGENT}
    assert {name.rpartition("/")[0] for name in made} == {
        "bot/hearing/data",
        "editor-files/cms",
        "editor-files/schemas",
        "tests/transcripts",
    }
    assert crisis(copy, GAS, CALM) == ["gas-leak", None]


def a_button_is_added_in_four_files_and_its_transcript(copy: Path) -> None:
    screens, about = copy / "bot/core/screens", copy / "bot/core/screens/about.py"
    (screens / "phrasebook.py").write_text(SCREEN, "utf-8")
    put_before(screens / "registry.py", "    service_cards,\n", "    phrasebook,\n")
    put_before(screens / "registry.py", "        *directory_lists.SCREENS,", "        *phrasebook.SCREENS,\n")
    put_before(copy / "guidance/messages.yaml", "button-privacy: ", WORDS)
    put_before(about, '"privacy", typed="help"', '"phrasebook", ')
    put_before(copy / HELP, "> /privacy\n", "> [Words to use]\n\n")
    [renewed] = re.findall(r"`python -m (tests\.\w+) FILE`", recipe("Add a button"))
    played = run(copy, renewed, HELP)

    assert (played.returncode, played.stderr) == (0, "")
    assert "\n> [Words to use]\nWords to use\n\nSay what she says.\n" in (copy / HELP).read_text("utf-8")
    named = {name.replace("<screen>", "phrasebook") for name in by_hand("Add a button")}
    assert set(touched(copy)) == {*named, HELP}
    assert len(named) == 4


def a_channel_that_people_reach_is_added_in_two_files_and_a_test(copy: Path) -> None:
    module = (copy / "tests/channels/letters.py").read_text("utf-8")
    line = re.findall(r"^CHANNEL = (Channel\(.*?^\))$", module, re.M | re.S)[0].replace(
        "tests.channels", "bot.channels"
    )
    module = re.sub(r"^CHANNEL = .*?^\)$", "", module, flags=re.M | re.S).replace("CHANNEL.id", '"letters"')
    module = module.replace("from bot.core.channels import Channel, ChannelLimits\n", "").replace("\n\n\n\n", "\n")
    (copy / "bot/channels/letters.py").write_text(module, "utf-8")
    put_before(copy / "bot/core/channels.py", '        Channel(id="web", ', textwrap.indent(line, " " * 8) + ",\n")
    (copy / "tests/channels/test_letters.py").write_text(LETTERS, "utf-8")
    named = [name.replace("<channel>", "letters") for name in by_hand("Add a channel")]
    port = free_port()
    settings = {"SIGNPOST_PORT": str(port), "SIGNPOST_CONTENT": str(copy), "SIGNPOST_ENCODER": "no"}
    settings |= {"SIGNPOST_CACHE": str(copy / "state"), "SIGNPOST_ALLOW_UNSIGNED": "yes", "PYTHONPATH": str(copy)}
    with signpost(copy / "state", ["serve"], **settings) as program:
        program.until_ready()
        with urlopen(f"http://127.0.0.1:{port}/letters/7", b"she has just told me that she sells sex") as came:
            letter = came.read().decode()

    assert touched(copy) == sorted(named)
    assert len(named) == 3
    assert "She has just told me" in letter


def a_command_is_added_in_two_files(copy: Path) -> None:
    module = copy / "bot/commands/content.py"
    source = textwrap.dedent(re.findall(r" *```python\n(.*?) *```", recipe("Add a command"), re.S)[0])
    module.write_text(f"{module.read_text('utf-8')}\n\n{source}", "utf-8")
    main = copy / "bot/__main__.py"
    put_before(main, ' poster",', " themes")

    assert "  themes       List the themes, each with its number of entries.\n" in run(copy, "bot", "--help").stdout
    assert run(copy, "bot", "themes").stdout.startswith("First conversations: ")


def a_count_is_added_in_two_files(copy: Path) -> None:
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


@pytest.mark.soak
def test_a_card_a_button_a_channel_a_command_and_a_count_are_added_to_one_copy_and_its_tests_pass(copy: Path) -> None:
    a_danger_card_is_added_in_three_files_and_by_one_command(copy)
    with_the_encoder(copy)
    for is_added in (
        a_button_is_added_in_four_files_and_its_transcript,
        a_channel_that_people_reach_is_added_in_two_files_and_a_test,
        a_command_is_added_in_two_files,
        a_count_is_added_in_two_files,
    ):
        remember(copy)
        is_added(copy)

    assert run(copy, "bot", "check", "--today", "2026-12-03").returncode == 0
    assert run(copy, "bot", "schema", "--check").returncode == 0
    left_out = [f"--deselect={test}" for test in NOT_OF_A_COPY]
    passing(copy, *TESTS, *HOUSE, *left_out, "-m", "not soak")


def test_every_recipe_names_a_test_that_follows_it() -> None:
    recipes = {title: recipe(title) for title in re.findall(r"^## (Add an? .*)$", RECIPES, re.M)}
    tests = {title: re.findall(r"`(tests/[\w/]+\.py)`", words) for title, words in recipes.items()}

    assert {title.split()[-1] for title in recipes} == set("entry flow button card check channel command count".split())
    assert {title: paths for title, paths in tests.items() if not paths} == {}
    assert [path for paths in tests.values() for path in paths if not (ROOT / path).is_file()] == []
