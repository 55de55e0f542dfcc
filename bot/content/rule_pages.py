"""The pages of docs/checks: for each rule what must hold, why, and examples that break it and keep it.

The pages are in the package, so that an installed Signpost can show them; in the repository they are in docs/checks.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bot

FOLDER = "docs/checks"
_TITLE = re.compile(r"# (?P<id>SP\d{3}): (?P<title>.+)")
_EXAMPLE = re.compile(r"^```yaml\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_BAD, _GOOD = "## Not this", "## Write this"


@dataclass(frozen=True, slots=True)
class RulePage:
    """What the page of a rule says.

    Attributes:
        title: what must hold, in one line.
        reason: why it matters, and what to write instead.
        bad: content that the rule must find, each after a comment with the name of its file; the lines that it is
            found in end with the rule's id as a comment.
        good: the same content without the fault.
        text: the whole page, in Markdown.
    """

    title: str
    reason: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    text: str


@cache
def rule_page(id: str) -> RulePage:
    """Return the page of a rule.

    Raises:
        ValueError: the page does not have the form that docs/checks/README.md describes.
    """
    text = (_folder() / f"{id}.md").read_text("utf-8")
    head, bad, good = re.split(f"^(?:{_BAD}|{_GOOD})$", text, flags=re.MULTILINE)
    first, _, reason = head.strip().partition("\n\n")
    title = _TITLE.fullmatch(first)
    if title is None or title["id"] != id:
        raise ValueError(f"{FOLDER}/{id}.md must begin with # {id}: and a title")
    return RulePage(title["title"], reason, tuple(_EXAMPLE.findall(bad)), tuple(_EXAMPLE.findall(good)), text)


def _folder() -> Path:
    package = Path(bot.__file__).resolve().parent
    packaged = package / FOLDER
    return packaged if packaged.is_dir() else package.parent / FOLDER
