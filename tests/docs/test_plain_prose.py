"""Prose says what a colleague would say: words that nobody says aloud are in no page, docstring, comment or message."""

import ast
import io
import re
import tokenize
from collections import Counter
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

# Docstrings and comments of bot/ that are still to be rewritten: the most lines with such a word, by file. Take out
# a file once it has none; the list only gets shorter.
STILL: dict[str, int] = {
    "bot/channels/mail.py": 1,
    "bot/channels/talk.py": 1,
    "bot/channels/web/admin_oidc.py": 3,
    "bot/channels/web/app.py": 2,
    "bot/channels/web/offline_pages.py": 1,
    "bot/channels/web/requests.py": 1,
    "bot/core/hearing.py": 1,
    "bot/core/screens/directory_lists.py": 2,
    "bot/core/screens/follow_ups.py": 3,
    "bot/core/screens/one_number.py": 2,
    "bot/core/screens/service_cards.py": 3,
    "bot/core/screens/service_lines.py": 2,
    "bot/core/screens/signing.py": 1,
    "bot/core/steps.py": 1,
    "bot/core/thread.py": 2,
    "bot/core/voices.py": 2,
    "bot/editor/posters.py": 1,
    "bot/hearing/acts/person_reader.py": 1,
    "bot/hearing/services/asking_words.py": 1,
    "bot/hearing/services/directory_reader.py": 1,
    "bot/hearing/services/service_questions.py": 2,
    "bot/service/telegram.py": 2,
    "bot/service/web_server.py": 1,
}

# Sentences with such a word that stay, and why.
STAYS: dict[str, str] = {
    "guidance/messages.yaml: tell-her: Tell {her} what you will pass on, and to whom, before you do, "
    "unless that would put someone in danger.": "a screen shows it before each referral: its editors decide",
}


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


def _messages() -> Iterator[tuple[str, str]]:
    for line in (ROOT / "guidance/messages.yaml").read_text("utf-8").splitlines():
        yield "guidance/messages.yaml", line.strip()


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


def test_messages_hold_no_word_that_nobody_says() -> None:
    assert [line for line in _found(_messages()) if line not in STAYS] == []


def test_docstrings_and_comments_hold_no_word_that_nobody_says() -> None:
    found = _found(_modules("bot", "training", "scripts", "tests"))
    counted = Counter(line.partition(": ")[0] for line in found)

    assert [line for line in found if counted[file := line.partition(": ")[0]] > STILL.get(file, 0)] == []


def test_every_sentence_that_stays_is_still_there() -> None:
    assert [line for line in STAYS if line not in _found(_messages())] == []
