"""A rule for the content: how to find a fault, how serious that is, and its page in docs/checks."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Generic, TypeVar

import bot
from bot.content.faults import Finding, Level
from bot.content.loaded_content import LoadedContent

Find = TypeVar("Find", covariant=True)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Find]):
    """One rule; ``docs/checks/<id>.md`` says what must hold and why, with examples that are its tests."""

    id: str  # ``SP``, the digit of its family and two digits; an id is never given to another rule
    find: Find
    level: Level = "error"  # an error fails ``signpost check``; with advice, the editor decides
    allowed: bool = True  # whether a comment with a reason may allow it in one place


Refusal = Rule[Callable[[LoadedContent], Iterable[Finding]]]  # applied whenever content is loaded; never allowed
Check = Rule[Callable[[LoadedContent, date], Iterable[Finding]]]  # applied by `signpost check`, on a given day


def found_elsewhere(content: LoadedContent, today: date = date.min) -> tuple[Finding, ...]:
    """Find nothing: the rule is applied while files are read, or after all other rules."""
    return ()


RULE_PAGES = "docs/checks"
_TITLE = re.compile(r"# (?P<id>SP\d{3}): (?P<title>.+)")
_EXAMPLE = re.compile(r"^```yaml\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
_BAD, _GOOD = "## Not this", "## Write this"


@dataclass(frozen=True, slots=True)
class RulePage:
    """What the page of a rule says."""

    title: str
    reason: str
    # content where the rule must find a fault, each after a comment with its file's name; the faulty lines end with the
    # rule's id as a comment
    bad: tuple[str, ...]
    good: tuple[str, ...]
    text: str


@cache
def rule_page(id: str) -> RulePage:
    """Return the page of a rule; raise ValueError if it is not in the form that docs/checks/README.md describes."""
    text = (_folder() / f"{id}.md").read_text("utf-8")
    head, bad, good = re.split(f"^(?:{_BAD}|{_GOOD})$", text, flags=re.MULTILINE)
    first, _, reason = head.strip().partition("\n\n")
    title = _TITLE.fullmatch(first)
    if title is None or title["id"] != id:
        raise ValueError(f"{RULE_PAGES}/{id}.md must begin with # {id}: and a title")
    return RulePage(title["title"], reason, tuple(_EXAMPLE.findall(bad)), tuple(_EXAMPLE.findall(good)), text)


def _folder() -> Path:
    package = Path(bot.__file__).resolve().parent
    packaged = package / RULE_PAGES
    return packaged if packaged.is_dir() else package.parent / RULE_PAGES
