"""A rule of the content: its id, the function that finds what breaks it, and how serious that is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from bot.content.draft import Draft
from bot.content.faults import Finding, Level

Find = TypeVar("Find", covariant=True)


@dataclass(frozen=True, slots=True)
class Rule(Generic[Find]):
    """One rule; ``docs/checks/<id>.md`` says what must hold and why, with examples that are its tests.

    Attributes:
        id: ``SP``, the digit of its family and two digits; an id is never given to another rule.
        find: finds what breaks the rule.
        level: an error fails ``signpost check``; advice is shown, and the editor decides.
        allowed: whether a comment with a reason may allow it in one place.
    """

    id: str
    find: Find
    level: Level = "error"
    allowed: bool = True


Refusal = Rule[Callable[[Draft], Iterable[Finding]]]  # applied whenever content is loaded; never allowed
Check = Rule[Callable[[Draft, date], Iterable[Finding]]]  # applied by `signpost check`, on a given day


def found_elsewhere(draft: Draft, today: date = date.min) -> tuple[Finding, ...]:
    """Find nothing: the rule is applied while files are read, or after all other rules."""
    return ()
