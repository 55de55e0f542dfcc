"""Comments that allow one fault in one place: ``# allow SP122: the reason``, beside it or on the line above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.faults import Fault, Finding
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Check, Rule, found_elsewhere
from bot.content.slips.layout import outside_blocks

FEWEST_WORDS = 3  # of a reason
_ALLOW = re.compile(r"(?:^|\s)#\s*allow\s+(?P<rule>sp\w*)(?::\s+(?P<reason>.*)|.*)$", re.IGNORECASE)
_MAY_ALLOW = re.compile(r"#\s*allow\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AllowComment:
    """A comment that allows a fault: its place, the line that it applies to, the rule and the reason."""

    file: str
    place: tuple[int, int]
    line: int
    rule: str
    reason: str

    def covers(self, fault: Fault, name_line: int) -> bool:
        """Return whether the comment allows a fault: on its line, or on the line of the field that holds it.

        Args:
            fault: the fault.
            name_line: the line with the name of that field.
        """
        same = (self.file, self.rule) == (fault.file, fault.rule)
        return same and bool(self.reason) and self.line in (fault.line, name_line)


def allowances(content: LoadedContent) -> Iterator[AllowComment]:
    """Yield the comments of all files that are not withdrawn, outside texts under | and >."""
    for page in (page for file, page in content.pages.items() if file not in content.laid_by):
        lines = page.lines if _MAY_ALLOW.search(page.source) else ()
        for number, line in outside_blocks(lines):
            if (found := _ALLOW.search(line)) is None:
                continue
            alone = line.lstrip().startswith("#")
            spoken_of = _next(lines, number) if alone else number
            place = number + 1, line.index("#", found.start()) + 1
            yield AllowComment(page.file, place, spoken_of + 1, found["rule"].upper(), _reason(found["reason"]))


def _reason(written: str | None) -> str:
    reason = (written or "").partition(" #")[0].strip()
    return reason if len(reason.split()) >= FEWEST_WORDS else ""


def _next(lines: tuple[str, ...], number: int) -> int:
    """Return the next line that is neither empty nor a comment."""
    following = range(number + 1, len(lines))
    return next((n for n in following if lines[n].strip() and not lines[n].lstrip().startswith("#")), number)


def wrong(allowance: AllowComment, rules: frozenset[str], *, used: bool) -> Finding | None:
    """Return what is wrong with a comment, or None.

    Args:
        allowance: the comment.
        rules: ids of the rules that may be allowed.
        used: whether it allowed something.
    """
    if allowance.rule not in rules:
        message = f"there is no rule {allowance.rule} that may be allowed; delete this comment"
        return _finding(allowance, "SP002", message)
    if not allowance.reason:
        example = f"# allow {allowance.rule}: the reason in words"
        return _finding(allowance, "SP001", f"this allows something without a reason; write {example}")
    if not used:
        return _finding(allowance, "SP003", f"nothing here needs {allowance.rule} to be allowed; delete this comment")
    return None


def _finding(allowance: AllowComment, rule: str, message: str) -> Finding:
    return Finding(allowance.file, (), message, at=allowance.place, rule=rule)


CHECKS: tuple[Check, ...] = (
    Rule("SP001", found_elsewhere, allowed=False),
    Rule("SP002", found_elsewhere, allowed=False),
    Rule("SP003", found_elsewhere, allowed=False),
)
