"""The pages for editors, run as they are read: each edit is made, and each command run, on a copy of example content.

A page is Markdown with blocks whose first line says what they are:

- ``yaml before FILE``, then ``yaml after FILE``: some lines of a file, and what becomes of them.
- ``yaml new FILE``: a file that is made.
- ``yaml now FILE``: lines that are in the file at that point of the page.
- ``console``: a line ``$ signpost …``, and what it prints. ``on=DAY`` is the day of it; ``first=N`` or ``last=N``
  keeps so many lines, ``only=A,B`` those that begin so; ``answers=n`` is what the editor types,
  with a comma for Enter and a plus for a blank; ``commit`` has Git
  keep what was changed before; ``encoder`` lets meaning decide too.
"""

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from bot.__main__ import main
from bot.content.load_in_process import find_content

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs/editors"
_EXAMPLE = Path(__file__).parent / "checked"
_BLOCK = re.compile(r"^```(yaml (?:before|after|now|new) |console)(.*)\n((?:(?!```).*\n)*)```$", re.M)
_LEFT_OUT = "…"
_GIT = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.scot", "-c", "commit.gpgsign=false"]


class StalePageError(AssertionError):
    """A page says something that is not true."""


@dataclass(slots=True)
class Copy:
    """The example content as a page changes it, in its own repository.

    Attributes:
        folder: where it is.
        before: what the last block showed of a file that is about to change.
    """

    folder: Path
    before: tuple[str, str] = ("", "")

    @classmethod
    def made(cls, folder: Path) -> "Copy":
        """Copy the example content into a folder, with the words of the interface, as one commit."""
        shutil.copytree(_EXAMPLE, folder)
        shutil.copy(find_content() / "guidance/messages.yaml", folder / "guidance/messages.yaml")
        copy = cls(folder)
        copy.git("init", "--quiet", "--initial-branch=main")
        copy.commit("As it was")
        return copy

    def git(self, *arguments: str) -> None:
        """Run Git in the folder."""
        subprocess.run([*_GIT, *arguments], cwd=self.folder, check=True, capture_output=True)

    def commit(self, why: str) -> None:
        """Commit what is in the folder."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", why)

    def edit(self, what: str, file: str, lines: str) -> None:
        """Do what a block of YAML says."""
        path = self.folder / file
        if what == "new":
            path.parent.mkdir(exist_ok=True)
            path.write_text(lines, "utf-8")
            return
        text = path.read_text("utf-8")
        if what == "after":
            before, of = self.before
            if of != file:
                raise StalePageError(f"{file} is changed without its lines from before")
            path.write_text(text.replace(before, lines, 1), "utf-8")
            return
        if text.count(lines) != 1:
            raise StalePageError(f"{file} holds these lines {text.count(lines)} times:\n{lines}")
        self.before = lines, file

    def run(self, command: str, options: dict[str, str]) -> str:
        """Return what a command prints, as the page shows it."""
        program, *arguments = shlex.split(command.replace("\\\n", " "))
        if program != "signpost":
            raise StalePageError(f"only signpost is run: {command}")
        if "commit" in options:
            self.commit("A change")
        if "on" in options:
            arguments += ["--today" if arguments[0] == "check" else "--on", options["on"]]
        env = {
            "SIGNPOST_CONTENT": str(self.folder),
            "SIGNPOST_STATE": str(self.folder.parent / "state"),
            "SIGNPOST_CACHE": str(self.folder.parent / "cache"),
            "SIGNPOST_ENCODER": "yes" if "encoder" in options else "no",
        }
        typed = options.get("answers", "").replace(",", "\n").replace("+", " ")
        with chdir(self.folder):
            done = CliRunner().invoke(main, arguments, input=typed, env=env)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return _shortened(done.output.replace(f"{self.folder}/", "").replace(str(self.folder), "."), options)


def _shortened(output: str, options: dict[str, str]) -> str:
    lines = [line.rstrip() for line in output.strip("\n").split("\n")]
    if "only" in options:
        lines = [line for line in lines if line.strip().startswith(tuple(options["only"].split(",")))]
        lines = [_LEFT_OUT, *lines, _LEFT_OUT]
    if "first" in options and len(lines) > int(options["first"]):
        lines = [*lines[: int(options["first"])], _LEFT_OUT]
    if "last" in options and len(lines) > int(options["last"]):
        lines = [_LEFT_OUT, *lines[-int(options["last"]) :]]
    return "\n".join(lines)


def written(page: str, folder: Path) -> str:
    """Return a page with what its commands print today, in the order in which it is read.

    Args:
        page: the page as it is.
        folder: an empty folder in which the example content is changed.
    """
    copy = Copy.made(folder / "content")

    def block(found: re.Match[str]) -> str:
        kind, rest, body = found.groups()
        if kind != "console":
            copy.edit(kind.split()[1], rest.strip(), body)
            return found.group()
        shown = []
        for command in re.findall(r"^\$ ((?:.*\\\n)*.+)$", body, re.M):
            shown.append(f"$ {command}\n{copy.run(command, _options(rest))}".rstrip())
        return f"```{kind}{rest}\n" + "\n\n".join(shown) + "\n```"

    return _BLOCK.sub(block, page)


def _options(text: str) -> dict[str, str]:
    return {name: value for name, _, value in (word.partition("=") for word in text.split())}


def pages() -> Iterator[Path]:
    """Yield the pages, the index too."""
    yield from sorted(PAGES.glob("*.md"))
