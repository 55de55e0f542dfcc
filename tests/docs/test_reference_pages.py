"""The pages about the commands and the settings are written from them, and every command has its place and its line."""

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import click
import pytest

from bot.__main__ import main
from bot.service.settings import Settings
from tests.reference_pages import MORE, MORE_SETTINGS, ROOT, reference_pages

STALE = "run `python -m tests.write_docs` to write it again"
PAGES = dict(reference_pages())
NAMES = main.list_commands(click.Context(main))
HEADINGS = ["Run Signpost", "Write content", "Look after a service", "For programs and developers"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_reference_page_says_what_the_code_says(page: Path) -> None:
    assert page.read_text("utf-8") == PAGES[page], STALE


def test_what_a_reference_page_leads_to_is_there() -> None:
    targets = {*MORE.values(), *MORE_SETTINGS.values()}

    assert [target for target in sorted(targets) if not (ROOT / "docs" / target).is_file()] == []
    assert set(MORE) <= {*NAMES}
    assert set(MORE_SETTINGS) <= {field.name for field in fields(Settings)}


def test_every_command_is_under_one_of_four_headings() -> None:
    listed = [name for names in main.headings.values() for name in names]

    assert list(main.headings) == HEADINGS
    assert sorted(listed) == NAMES


def test_help_lists_each_command_in_one_whole_sentence_on_a_narrow_terminal() -> None:
    asked = [sys.executable, "-m", "bot", "--help"]  # as a process: in a test, click chooses another width
    done = subprocess.run(asked, env={**os.environ, "COLUMNS": "80"}, capture_output=True, text=True, check=True)
    lines = {name: [line for line in done.stdout.splitlines() if line.startswith(f"  {name} ")] for name in NAMES}

    assert {name: found for name, found in lines.items() if len(found) != 1} == {}
    cut = [line for (line,) in lines.values() if not line.endswith(".") or line.endswith("...") or len(line) > 80]
    assert cut == []


def test_every_option_says_what_it_does() -> None:
    silent = [
        f"{path} {option.opts[0]}"
        for path, command in _commands(main, "signpost")
        for option in command.params
        if isinstance(option, click.Option) and not option.help
    ]

    assert len(list(_commands(main, "signpost"))) > len(NAMES)
    assert silent == []


def _commands(command: click.Command, path: str) -> list[tuple[str, click.Command]]:
    found = [(path, command)]
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            found += _commands(inner, f"{path} {name}")
    return found


def test_help_imports_nothing_that_answers_or_edits() -> None:
    code = "import sys; from bot.__main__ import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    heavy = ("numpy", "pydantic", "yaml", "bot.editor", "bot.channels", "bot.hearing", "bot.content")

    assert "bot.commands.processes" in done.stdout
    assert [name for name in heavy if name in done.stdout.split()] == []


def test_no_command_says_whom() -> None:
    said = {path: command.help or "" for path, command in _commands(main, "signpost")}

    assert len(said) > 40
    assert [path for path, text in said.items() if "whom" in text.split()] == []
