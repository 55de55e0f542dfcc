"""Runs the command in this process, which has already read the real content; tests/commands runs real processes."""

from contextlib import chdir
from pathlib import Path
from subprocess import CompletedProcess

from click.testing import CliRunner

from bot.__main__ import main

ROOT = Path(__file__).parents[1]


def signpost(*arguments: str, typed: str = "", folder: Path = ROOT, **settings: str) -> CompletedProcess[str]:
    """Run the command to its end, and return what it printed.

    Args:
        arguments: its arguments.
        typed: what is typed into it.
        folder: the folder that it runs in.
        settings: the settings of the deployment.
    """
    with chdir(folder):
        done = CliRunner(env=settings).invoke(main, arguments, input=typed, prog_name="signpost")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)
