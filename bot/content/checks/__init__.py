"""Check a folder of content against every rule, including checks that need the day, the matcher or every screen."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from bot.content.checks import expiry, phrasings, readability, screens, services, word_choice
from bot.content.faults import Fault, Finding
from bot.content.load_in_process import Progress, gc_paused, release_memory, untold
from bot.content.loaded_content import LoadedContent
from bot.content.loader import read
from bot.content.rule import Check, Refusal, Rule, found_elsewhere, rule_page
from bot.content.rules import REFUSALS
from bot.content.slips.indentation import outside_blocks
from bot.core.library import Library
from bot.hearing import Hearing

CHECKS: tuple[Check, ...] = (
    *word_choice.CHECKS,
    *phrasings.CHECKS,
    *readability.CHECKS,
    *expiry.CHECKS,
    *services.CHECKS,
    *screens.CHECKS,
)
FEWEST_WORDS = 3  # in a reason
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
        """Return whether the comment allows a fault: on its line, or on the line of the field that holds it."""
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


def comment_fault(allowance: AllowComment, *, used: bool) -> Finding | None:
    """Return what is wrong with a comment, given whether it allowed something, or None."""
    if allowance.rule not in MAY_BE_ALLOWED:
        rule, message = "SP002", f"there is no rule {allowance.rule} that may be allowed; delete this comment"
    elif not allowance.reason:
        example = f"# allow {allowance.rule}: the reason in words"
        rule, message = "SP001", f"this allows something without a reason; write {example}"
    elif not used:
        rule, message = "SP003", f"nothing here needs {allowance.rule} to be allowed; delete this comment"
    else:
        return None
    return Finding(allowance.file, (), message, at=allowance.place, rule=rule)


FAMILIES = {
    "0": "Comments that allow something",
    "1": "Files, fields and ids",
    "2": "Phrasings",
    "3": "Reading",
    "4": "Words",
    "5": "Contacts",
    "6": "Facts and reviews",
    "7": "Services and references",
    "8": "Flows and screens",
    "9": "Sign-offs",
}
_OF_COMMENTS: tuple[Check, ...] = tuple(Rule(f"SP00{n}", found_elsewhere, allowed=False) for n in (1, 2, 3))
_EVERY: tuple[Refusal | Check, ...] = (*_OF_COMMENTS, *REFUSALS, *CHECKS)
RULES: Mapping[str, Refusal | Check] = MappingProxyType({rule.id: rule for rule in sorted(_EVERY, key=lambda r: r.id)})
REFUSED = frozenset(rule.id for rule in REFUSALS)
MAY_BE_ALLOWED = frozenset(rule.id for rule in CHECKS if rule.allowed)
_HEAD = Path(__file__).with_name("rules_head.md")  # of the list of all rules


def kind(rule: Refusal | Check) -> str:
    """Return how serious a fault is: refused, error or advice."""
    return "refused" if rule.id in REFUSED else rule.level


def rules_list() -> str:
    """Return the list of all rules, family by family, as Markdown."""
    return "\n".join([_HEAD.read_text("utf-8"), *_families()])


def _families() -> Iterator[str]:
    for family, rules in groupby(RULES.values(), key=lambda rule: rule.id[2]):
        yield f"\n## {FAMILIES[family]}\n\n| rule | | what must hold |\n|---|---|---|"
        for rule in rules:
            never = ", never allowed" if rule.id not in MAY_BE_ALLOWED | REFUSED else ""
            yield f"| [{rule.id}]({rule.id}.md) | {kind(rule)}{never} | {rule_page(rule.id).title} |"


@dataclass(frozen=True, slots=True)
class AllowedFault:
    """A fault that a comment allows, with its reason."""

    fault: Fault
    reason: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """The result of checking a folder."""

    folder: Path
    today: date
    faults: tuple[Fault, ...]
    allowed: tuple[AllowedFault, ...] = ()
    library: Library | None = None  # the content, or None if any of it is refused; then nothing else was checked
    local: Path | None = None

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults that stop the content from going live."""
        return tuple(fault for fault in self.faults if fault.level == "error")

    @property
    def advice(self) -> tuple[Fault, ...]:
        """The faults that the editor may leave as they are."""
        return tuple(fault for fault in self.faults if fault.level == "advice")

    def only(self, rules: frozenset[str]) -> "CheckReport":
        told = tuple(fault for fault in self.faults if fault.rule in rules)
        allowed = tuple(allowed for allowed in self.allowed if allowed.fault.rule in rules)
        return replace(self, faults=told, allowed=allowed)

    def advising(self, files: frozenset[str]) -> "CheckReport":
        """Return the report with all errors, and with advice only about some files."""
        told = tuple(fault for fault in self.faults if fault.level == "error" or fault.file in files)
        return replace(self, faults=told)

    def since(self, before: "CheckReport") -> "CheckReport":
        """Return the report with all errors, and only the advice that was not in an earlier report."""
        known = Counter((fault.rule, fault.file, fault.message) for fault in before.faults)
        told = []
        for fault in self.faults:
            known[what := (fault.rule, fault.file, fault.message)] -= 1
            told += [fault] if fault.level == "error" or known[what] < 0 else []
        return replace(self, faults=tuple(told))


def check(
    folder: Path,
    today: date,
    progress: Progress = untold,
    *,
    hearing: Callable[[], Hearing],
    local: Path | None = None,
    checks: Sequence[Check] = CHECKS,
) -> CheckReport:
    """Check the content of a folder, with its local additions if there are any, against some or all checks.

    The hearing is loaded once the content is read: reading needs the most memory.
    """
    content, refused = read(folder, local=local)
    if refused:
        return CheckReport(folder, today, tuple(sorted(set(refused))), local=local)
    if not content.hears:
        heard = replace(content, hears=hearing())
        vars(heard).update(vars(content), hears=heard.hears)  # with the texts that were gone through
        content = heard
    with gc_paused():
        found: list[tuple[Finding, Fault]] = []
        for number, rule in enumerate(checks):
            progress(number, len(checks))
            found += ((finding, content.place(finding, rule.id, rule.level)) for finding in rule.find(content, today))
            release_memory()
    told, allowed = _sorted_out(content, found)
    return CheckReport(folder, today, tuple(sorted(told)), tuple(allowed), content.library, local)


def _sorted_out(content: LoadedContent, found: list[tuple[Finding, Fault]]) -> tuple[set[Fault], list[AllowedFault]]:
    """Return the faults to report, with faults in the comments themselves, and the faults that comments allow."""
    remarks = dict.fromkeys(allowances(content), False)
    told: set[Fault] = set()
    allowed: list[AllowedFault] = []
    for finding, fault in found:
        page = content.pages.get(fault.file)
        line = page.name_line(content.written(finding.file, finding.path)[1]) if page else fault.line
        remark = next((r for r in remarks if fault.rule in MAY_BE_ALLOWED and r.covers(fault, line)), None)
        if remark is None:
            told.add(fault)
        else:
            remarks[remark] = True
            allowed.append(AllowedFault(fault, remark.reason))
    for remark, used in remarks.items():
        if wrong := comment_fault(remark, used=used):
            told.add(content.place(wrong))
    return told, sorted(allowed, key=lambda one: one.fault)
