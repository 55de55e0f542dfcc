"""The command, as a real process: it starts with one line or ends with one line that says what to do."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from urllib.request import urlopen

import pytest

from bot import __version__
from bot.__main__ import main
from bot.content.load_in_process import find_content
from bot.editor.benchmark_wire import free_port
from bot.service.settings import Settings
from tests.machine_speed import Stopwatch, with_children
from tests.real_content import prepared

SIGNPOST = [sys.executable, "-m", "bot"]
ROOT = Path(__file__).parents[1]


@pytest.fixture(name="environment")
def _environment(tmp_path: Path) -> dict[str, str]:
    """Return an environment without settings, whose home and temporary folder are empty."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SIGNPOST_")}
    empty = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "XDG_CACHE_HOME": str(prepared().parent)}
    return {**kept, **empty, "PYTHONPATH": str(ROOT)}


def run(environment: dict[str, str], *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        [*SIGNPOST, *arguments], input=typed, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def without_log(text: str) -> str:
    """Return what a program wrote to standard error without the lines of its log, which are JSON."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("{"))


def test_help_says_what_it_is_and_names_every_command(environment: dict[str, str]) -> None:
    done = run(environment, "--help")

    assert done.returncode == 0
    named = "bench chat check draw play prove record serve telegram".split()
    assert all(f"  {name} " in done.stdout for name in named)


def test_the_version_is_told(environment: dict[str, str]) -> None:
    assert run(environment, "--version").stdout == f"signpost {__version__}\n"


@pytest.mark.soak
def test_a_question_piped_in_is_answered(environment: dict[str, str]) -> None:
    done = run(environment, "chat", "--json", typed='{"say": "hes outside her door with a knife"}\n{"say"\n')

    answer, wrong = (json.loads(line) for line in done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (0, "")
    assert answer["crisis"]
    assert wrong == {"error": "this line is not JSON"}


@pytest.mark.soak
def test_a_person_can_talk_in_the_terminal(environment: dict[str, str]) -> None:
    done = run(environment, "chat", typed="she's just told me she sells sex, what do i say\n1\n")

    assert done.returncode == 0
    assert "Do first: " in done.stdout
    assert "Is she in any danger today?" in done.stdout


@pytest.mark.soak
def test_check_lists_every_fault_with_file_line_and_column(environment: dict[str, str], tmp_path: Path) -> None:
    folder = _copy_of_content(tmp_path)
    entry = folder / "guidance" / "safety" / "coercion-and-control.yaml"
    entry.write_text(entry.read_text("utf-8").replace("first:", "frist:", 1), "utf-8")

    done = run(environment, "check", str(folder))

    assert done.returncode == 1
    assert f"{entry.relative_to(folder).as_posix()}:" in done.stdout
    assert 'did you mean "first"?' in done.stdout


def _copy_of_content(tmp_path: Path) -> Path:
    for name in ("guidance", "flows"):
        shutil.copytree(find_content() / name, tmp_path / "content" / name)
    return tmp_path / "content"


@pytest.mark.parametrize(
    ("arguments", "settings", "line"),
    [
        (["telegram"], {}, "Error: SIGNPOST_TELEGRAM_TOKEN is not set."),
        *(
            pytest.param(*case, marks=pytest.mark.soak)
            for case in (
                (["telegram", "setup", "--apply"], {}, "Error: SIGNPOST_TELEGRAM_TOKEN is not set."),
                (["chat"], {"SIGNPOST_CONTENT": "/nowhere"}, "SIGNPOST_CONTENT names the folder /nowhere, which"),
                (["serve"], {"SIGNPOST_PORT": "many"}, "Error: SIGNPOST_PORT: "),
                (["serve"], {"SIGNPOST_HOST": "0.0.0.0"}, "flows are not signed off by everybody who has to"),  # noqa: S104 - it is refused
            )
        ),
    ],
)
def test_what_cannot_start_ends_with_one_clear_line_and_exit_code_two(
    environment: dict[str, str], arguments: list[str], settings: dict[str, str], line: str
) -> None:
    done = run({**environment, **settings}, *arguments)

    assert done.returncode == 2
    assert without_log(done.stderr).startswith("Error: ")
    assert line in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.soak
def test_a_port_that_is_taken_is_said(environment: dict[str, str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = run(environment, "--port", str(port))

    assert done.returncode == 2
    where = f"port {port} on 127.0.0.1 (Address already in use)"
    told = f"Error: Nothing can listen at {where}: set SIGNPOST_PORT or SIGNPOST_HOST to another.\n"
    assert without_log(done.stderr) == told


@pytest.fixture(name="page")
def _page(environment: dict[str, str]) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """Start the page as the README says, and yield its address."""
    port = free_port()
    process = subprocess.Popen(
        [*SIGNPOST, "--port", str(port)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    first = process.stdout.readline()
    assert first == f"Signpost is at http://127.0.0.1:{port} (stop it with Ctrl-C)\n"
    yield f"http://127.0.0.1:{port}", process
    process.kill()
    process.communicate()


def test_the_page_opens_without_any_setting_and_stops_when_asked(
    page: tuple[str, "subprocess.Popen[str]"], tmp_path: Path
) -> None:
    address, process = page
    with urlopen(f"{address}/") as answer:  # noqa: S310 - our own page
        body = answer.read().decode()
    process.send_signal(signal.SIGTERM)
    code = process.wait(60)

    assert "Signpost, for staff in Scotland" in body
    assert code == 0
    assert process.stderr is not None
    assert {json.loads(line)["level"] for line in process.stderr.read().splitlines()} == {"info"}
    assert list(tmp_path.iterdir()) == []


@pytest.mark.soak
def test_the_first_answer_comes_soon_after_the_start(environment: dict[str, str]) -> None:
    with Stopwatch(with_children) as watch:
        answered = run(environment, "chat", "--json", typed='{"say": "hi"}\n')

    assert answered.returncode == 0
    assert watch.seconds < 10  # a guard; `signpost bench` measures


def test_the_readme_fits_two_screens_and_names_commands_and_settings_that_exist() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = re.findall(r"`signpost ([a-z][a-z-]*)", readme)
    settings = re.findall(r"`SIGNPOST_([A-Z_]+)`", readme)

    assert len(readme.splitlines()) <= 90
    assert {"check", "serve"} <= set(commands) <= {name for names in main.headings.values() for name in names}
    assert {"CONTENT", "PORT"} <= set(settings) <= {field.name.upper() for field in fields(Settings)}


def test_what_the_readme_leads_to_is_there() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text("utf-8"))

    assert len(targets) > 5
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_conversation_in_the_docs_is_one_that_is_tested() -> None:
    page = (ROOT / "docs/running.md").read_text("utf-8")
    shown = page.split("```")[1].strip()
    tested = (ROOT / "tests" / "transcripts" / "a-first-disclosure.txt").read_text("utf-8")

    assert tested.startswith(shown)


def test_the_settings_are_described() -> None:
    assert all(field.metadata["help"] for field in fields(Settings))


def test_the_changelog_has_a_place_for_what_is_not_released() -> None:
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_pinned_requirements_name_no_index_and_have_hashes() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8")
    pins = [line for line in text.splitlines() if "==" in line and not line.startswith("#")]

    assert "://" not in text
    assert all(line.rstrip().endswith("\\") for line in pins)
    assert text.count("--hash=sha256:") > len(pins)
