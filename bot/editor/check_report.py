"""Write the report of a check for people and for programs: as text, GitHub annotations or JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from bot.content.checks import CheckReport
from bot.content.faults import Fault
from bot.content.local_files import root_of
from bot.content.rule import RULE_PAGES

_LEVELS = {"error": "error", "advice": "warning"}  # as GitHub calls them
_BOLD, _RED, _YELLOW, _GREEN = "1", "1;31", "33", "32"


@dataclass(frozen=True, slots=True)
class ReportStyle:
    """How a report is shown."""

    colour: bool = False  # whether to use colour and clickable links, as on a terminal that supports them
    pages: str = ""  # the address of the folder with a page for each rule; empty if it is not known


PLAIN = ReportStyle()


def text(report: CheckReport, look: ReportStyle = PLAIN) -> str:
    """Return a report as lines of text: file by file, those with errors last, where a terminal ends; then totals."""
    wrong = {fault.file for fault in report.errors}
    faults = sorted(report.faults, key=lambda fault: (fault.file in wrong, fault))
    files = groupby(faults, key=lambda fault: fault.file)
    blocks = ("\n".join(_block(file, tuple(those), look)) for file, those in files)
    *counts, last = _counts(report)
    painted = _painted(last, _RED if report.errors else _GREEN, look)
    return "\n\n".join((*blocks, "\n".join((*counts, painted))))


_MOST_NAMED = 3  # changed files


def since_text(report: CheckReport, last: tuple[CheckReport, frozenset[str]] | None, look: ReportStyle = PLAIN) -> str:
    """Return a report as text: the errors and what a change did, in its files and in others; then the rest in one line.

    Args:
        report: the report on the content as it is.
        last: the report on the content before the change, and the files that were changed; None if nobody knows.
        look: how it is shown.
    """
    own = report.since(last[0]) if last else report.advising(frozenset())
    parts = [text(own, look)]
    if last:
        files = ", ".join(sorted(last[1])) if len(last[1]) <= _MOST_NAMED else f"{len(last[1])} files"
        did = "What is new because of that, there and elsewhere:" if own.faults else "The check finds nothing new."
        parts.insert(0, f"Since the last commit, {files} changed. {did}")
    if rest := len(report.advice) - len(own.advice):
        stood = "1 more piece of advice was" if rest == 1 else f"{rest} more pieces of advice were"
        when = "there before your change" if last else "left out"
        parts.append(f"{stood} {when}: signpost check --all lists them.")
    return "\n\n".join(parts)


def _block(file: str, faults: Sequence[Fault], look: ReportStyle) -> Iterator[str]:
    yield _painted(file, _BOLD, look)
    for fault in faults:
        where = f"{fault.file}:{fault.line}:{fault.column}"
        level = _painted(fault.level, _RED if fault.level == "error" else _YELLOW, look)
        yield f"  {where}: {_visible(fault.message)}"
        yield f"    {level}: {_pointer(fault.rule, look)}"


def _visible(words: str) -> str:
    """Return words without control characters that a terminal would act on."""
    return "".join(character if character.isprintable() else "?" for character in words)


def _page(rule: str) -> str:
    return f"{RULE_PAGES}/{rule}.md"


def _pointer(rule: str, look: ReportStyle) -> str:
    """Return the page that explains a rule, as a link if the terminal can open one."""
    words = _page(rule)
    if not look.colour or not look.pages:
        return words
    return f"\x1b]8;;{address(rule, look)}\x1b\\{words}\x1b]8;;\x1b\\"


def address(rule: str, look: ReportStyle) -> str:
    """Return the address of the page that explains a rule, or ``""`` if it is not known."""
    return f"{look.pages}/{rule}.md" if look.pages else ""


def _painted(words: str, paint: str, look: ReportStyle) -> str:
    return f"\x1b[{paint}m{words}\x1b[0m" if look.colour else words


def _counts(report: CheckReport) -> Iterator[str]:
    errors = f"{len(report.errors) or 'No'} {'error' if len(report.errors) == 1 else 'errors'}"
    if report.library is None:
        yield f"{errors}. Fix these first: the other checks run when nothing is refused."
        return
    library = report.library
    phrasings = sum(len(entry.asked) for entry in library.entries.values())
    yield (
        f"{len(library.entries)} entries with {phrasings} phrasings, {len(library.flows)} flows, "
        f"{len(library.services)} services, {len(library.facts)} facts."
    )
    examples = sum(len(kind.examples) for kind in library.outside.values())
    yield f"{len(library.outside)} kinds of message left to others, with {examples} examples."
    advice = f"{len(report.advice)} {'piece' if len(report.advice) == 1 else 'pieces'} of advice"
    yield f"{errors}, {advice}, {len(report.allowed)} allowed with a reason."


def github(report: CheckReport, look: ReportStyle = PLAIN) -> str:
    """Return a report as workflow commands, which GitHub shows beside the lines: the first ten of each level."""
    faults = (*report.errors, *report.advice)
    return "\n".join((*(_annotation(report, fault) for fault in faults), *_counts(report)))


def _annotation(report: CheckReport, fault: Fault) -> str:
    file = _data(_path(report, fault)).replace(":", "%3A").replace(",", "%2C")
    where = f"file={file},line={fault.line},col={fault.column},title={fault.rule}"
    return f"::{_LEVELS[fault.level]} {where}::{_data(f'{fault.message} ({_page(fault.rule)})')}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _path(report: CheckReport, fault: Fault) -> str:
    """Return a file's path relative to the current folder, if it is inside."""
    root, file = root_of(fault.file, report.folder, report.local)
    folder, here = root.resolve(), Path.cwd().resolve()
    return ((folder.relative_to(here) if folder.is_relative_to(here) else folder) / file).as_posix()


def as_json(report: CheckReport, look: ReportStyle = PLAIN) -> str:
    """Return a report as one JSON object."""
    whole = {
        "today": report.today.isoformat(),
        "refused": report.library is None,
        "errors": len(report.errors),
        "advice": len(report.advice),
        "findings": [_object(fault) for fault in report.faults],
        "allowed": [{**_object(one.fault), "reason": one.reason} for one in report.allowed],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _object(fault: Fault) -> dict[str, Any]:
    names = ("rule", "level", "file", "line", "column", "message")
    return {name: getattr(fault, name) for name in names}


FORMATS: Mapping[str, Callable[[CheckReport, ReportStyle], str]] = {
    "text": text,
    "github": github,
    "json": as_json,
}
