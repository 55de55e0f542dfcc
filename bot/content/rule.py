"""What a rule is: an id that stays, a reason, a bad and a good example, and the function that looks."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from bot.content.draft import Draft
from bot.content.faults import Finding, Level

Look = TypeVar("Look", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Generic[Look]):
    """One rule of the content.

    Attributes:
        id: ``SP``, the number of its family and two digits; it is never given to another rule.
        title: what must hold, in a line.
        reason: what goes wrong for somebody where it does not.
        bad: content that the rule must catch, after a line with the name of its file. The lines that it is caught at
            end with the rule's id as a remark.
        good: the same content, mended.
        look: what finds it.
        level: an error stops ``signpost check``; advice is shown, and the editor decides.
        allowed: whether a remark with a reason may allow it at one place.
    """

    id: str
    title: str
    reason: str
    bad: str
    good: str
    look: Look
    level: Level = "error"
    allowed: bool = True


Refusal = Rule[Callable[[Draft], Iterable[Finding]]]  # looked at whenever content is loaded, and never allowed
Check = Rule[Callable[[Draft, date], Iterable[Finding]]]  # looked at by `signpost check`, on a day
