"""A folder of content held to every rule: what loading refuses, or else what a reader, the matcher and the day find."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.content import allowing
from bot.content.catalogue import MAY_BE_ALLOWED
from bot.content.checks import CHECKS
from bot.content.draft import Draft
from bot.content.faults import Fault, Finding
from bot.content.loader import collecting_later, read
from bot.core.library import Library
from bot.freeing import give_back


@dataclass(frozen=True, slots=True)
class Allowed:
    """A fault that a remark allows, with its reason."""

    fault: Fault
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in a folder.

    Attributes:
        folder: the folder that holds guidance/ and flows/.
        today: the day it was held to.
        told: errors and advice, by file, line and column.
        allowed: what remarks allow.
        library: the content, where nothing in it is refused; what is refused stands alone in the report.
    """

    folder: Path
    today: date
    told: tuple[Fault, ...]
    allowed: tuple[Allowed, ...] = ()
    library: Library | None = None

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What stops the content from going live."""
        return tuple(fault for fault in self.told if fault.level == "error")

    @property
    def advice(self) -> tuple[Fault, ...]:
        """What the editor decides."""
        return tuple(fault for fault in self.told if fault.level == "advice")

    def only(self, rules: frozenset[str]) -> "Report":
        """Return what some rules found."""
        told = tuple(fault for fault in self.told if fault.rule in rules)
        allowed = tuple(allowed for allowed in self.allowed if allowed.fault.rule in rules)
        return Report(self.folder, self.today, told, allowed, self.library)

    def advising(self, files: frozenset[str]) -> "Report":
        """Return all errors, and the advice on some files alone."""
        told = tuple(fault for fault in self.told if fault.level == "error" or fault.file in files)
        return Report(self.folder, self.today, told, self.allowed, self.library)


def check(folder: Path, today: date) -> Report:
    """Hold the content of a folder to every rule.

    Args:
        folder: it holds guidance/ and flows/.
        today: the day by which facts expire and reviews are due.
    """
    draft, refused = read(folder)
    if refused:
        return Report(folder, today, tuple(sorted(set(refused))))
    with collecting_later():
        found: list[tuple[Finding, Fault]] = []
        for rule in CHECKS:
            found += ((finding, draft.place(finding, rule.id, rule.level)) for finding in rule.look(draft, today))
            give_back()
    told, allowed = _sorted_out(draft, found)
    return Report(folder, today, tuple(sorted(told)), tuple(allowed), draft.library)


def _sorted_out(draft: Draft, found: list[tuple[Finding, Fault]]) -> tuple[set[Fault], list[Allowed]]:
    """Part what was found into what is told and what remarks allow, and add what is wrong with the remarks."""
    remarks = dict.fromkeys(allowing.allowances(draft), False)
    told: set[Fault] = set()
    allowed: list[Allowed] = []
    for finding, fault in found:
        page = draft.pages.get(fault.file)
        line = page.name_line(finding.path) if page else fault.line
        remark = next((r for r in remarks if fault.rule in MAY_BE_ALLOWED and r.covers(fault, line)), None)
        if remark is None:
            told.add(fault)
        else:
            remarks[remark] = True
            allowed.append(Allowed(fault, remark.reason))
    for remark, used in remarks.items():
        if wrong := allowing.wrong(remark, MAY_BE_ALLOWED, used=used):
            told.add(draft.place(wrong))
    return told, sorted(allowed, key=lambda one: one.fault)
