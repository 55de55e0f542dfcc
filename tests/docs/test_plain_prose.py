"""Prose says what a colleague would say: words that nobody says aloud are in no page, docstring, comment or message."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.parsed import nodes, tree

ROOT = Path(__file__).parents[2]
WORDS = re.compile(
    r"\b(anew|whom|whomever|wherein|whereof|whereby|thereof|thereby|therein|thereupon"
    r"|whence|hence|hitherto|henceforth|heretofore|herein|hereby|amongst|whilst)\b",
    re.I,
)

# Lines with such a word that stay, and why.
STAYS: dict[str, str] = {"guidance/talk.yaml: - start anew": "people type it"}

# Files of the content that hold what people type, or the words that are not to be written.
TYPED = ("*.asked.yaml", "vocabulary.yaml", "language.yaml", "danger.yaml", "outside.yaml")


def _pages() -> Iterator[tuple[str, str]]:
    """Yield each line of a Markdown page outside code, without the glossary's classes, which are docstrings of bot/."""
    folders = ("docs", "deploy", "training", "flows", "guidance", "bot")
    for path in sorted([*ROOT.glob("*.md"), *(page for name in folders for page in (ROOT / name).rglob("*.md"))]):
        text = path.read_text("utf-8")
        if path.name == "glossary.md":
            text = text.partition("\n## Classes\n")[0]
        for line in re.sub(r"```.*?```", "", text, flags=re.S).splitlines():
            if not line.startswith("    "):
                yield str(path.relative_to(ROOT)), re.sub(r"`[^`]*`", "", line).strip()


def _prose(path: Path) -> Iterator[str]:
    """Yield each line of the docstrings and comments of a module."""
    for node in nodes(tree(path)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from (ast.get_docstring(node) or "").splitlines()
    for token in tokenize.generate_tokens(io.StringIO(path.read_text("utf-8")).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def _modules(*folders: str) -> Iterator[tuple[str, str]]:
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from ((str(path.relative_to(ROOT)), line.strip()) for line in _prose(path))


def _names(*folders: str) -> Iterator[tuple[str, str]]:
    """Yield the names of functions, classes, arguments and variables, as words."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in nodes(tree(path)):
                for name in (getattr(node, field, None) for field in ("name", "arg", "id")):
                    if isinstance(name, str):
                        yield str(path.relative_to(ROOT)), name.replace("_", " ")


def _content() -> Iterator[tuple[str, str]]:
    """Yield each line of the guidance and the flows without its ids, which have hyphens and never change."""
    paths = [path for name in ("guidance", "flows") for path in (ROOT / name).rglob("*.yaml")]
    for path in sorted(path for path in paths if not any(path.match(typed) for typed in TYPED)):
        for line in path.read_text("utf-8").splitlines():
            yield str(path.relative_to(ROOT)), re.sub(r"\b\w+(-\w+)+\b", "", line).strip()


def _found(lines: Iterator[tuple[str, str]]) -> list[str]:
    return [f"{file}: {line}" for file, line in lines if WORDS.search(line)]


@pytest.mark.parametrize("word", ["anew", "Whom", "wherein", "thereby", "henceforth"])
def test_a_word_that_nobody_says_is_found(word: str) -> None:
    assert _found(iter([("a page", f"It is made {word}."), ("a page", "It is renewed where in doubt.")])) == [
        f"a page: It is made {word}."
    ]


def test_pages_and_command_help_hold_no_word_that_nobody_says() -> None:
    """The help of the commands and the settings is in docs/commands.md and docs/settings.md, which are made from it."""
    lines = list(_pages())

    assert {"README.md", "CHANGELOG.md", "docs/commands.md", "docs/settings.md"} < {file for file, _ in lines}
    assert [line for line in _found(iter(lines)) if line not in STAYS] == []


def test_guidance_and_flows_hold_no_word_that_nobody_says() -> None:
    lines = list(_content())

    files = {"guidance/messages.yaml", "guidance/talk.yaml", "guidance/facts.yaml", "flows/just-told-me.yaml"}
    assert files < {file for file, _ in lines}
    assert [line for line in _found(iter(lines)) if line not in STAYS] == []


def test_docstrings_and_comments_hold_no_word_that_nobody_says() -> None:
    assert list(_found(_modules("bot", "training", "scripts", "tests"))) == []


def test_names_hold_no_word_that_nobody_says() -> None:
    names = list(_names("bot", "training", "scripts"))

    assert len(names) > 10_000
    assert _found(iter(names)) == []


def test_every_line_that_stays_is_still_there() -> None:
    assert [line for line in STAYS if line not in _found(_content())] == []
