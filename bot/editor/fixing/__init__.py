"""All safe fixes of content files: they add no fault, leave none where they were made, and keep the meaning."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from bot.content.checks import CheckReport, check
from bot.content.faults import YAML, Fault, FieldPath
from bot.content.loader import SHAPES, one_file
from bot.content.survey import ContentFile, survey
from bot.content.yaml_tree import (
    AnyNode,
    ContentPage,
    FieldsNode,
    ListNode,
    TextNode,
    UnusableNode,
    edited,
    yaml_source,
)
from bot.editor.content_edits import copied, write
from bot.editor.fixing.fixes import Fix, apart, as_iso, in_lines, in_order, in_values, without_marks
from bot.editor.prose import count
from bot.hearing import Hearing

_MOST_ROUNDS = 4  # one fix may make another possible; after these rounds nothing is left to do
_MOST_LINES = 200  # to try one by one, if all fixes together are not safe


@dataclass(frozen=True, slots=True)
class FixedLine:
    """A line with its fixes: its number, its words before and after, and why; no words if lines were moved."""

    line: int
    before: str
    after: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file with its fixes: its content before and after, and the lines that were fixed."""

    found: ContentFile
    before: bytes
    after: bytes
    lines: tuple[FixedLine, ...]


@dataclass(frozen=True, slots=True)
class _ReadFile:
    """The text of a file, its tree, and its faults."""

    text: str
    page: ContentPage | None
    faults: tuple[Fault, ...]


_FixStage = Callable[[ContentFile, _ReadFile], Iterator[Fix]]


def fix_file(found: ContentFile, before: bytes) -> FixedFile | None:
    """Return a file with all safe fixes, or None if there are none."""
    try:
        reading = _read(found, before.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    done: list[FixedLine] = []
    for _ in range(_MOST_ROUNDS):
        count = len(done)
        for stage in (lambda _, reading: in_lines(reading.text), _by_values, _by_order):
            reading = _with_fixes(found, reading, stage, done)
        if len(done) == count:
            break
    after = reading.text.encode()
    return FixedFile(found, before, after, tuple(_by_line(done))) if after != before else None


def _read(found: ContentFile, text: str) -> _ReadFile:
    page, faults = one_file(found, text.encode())
    return _ReadFile(text, page, faults)


def _by_values(found: ContentFile, reading: _ReadFile) -> Iterator[Fix]:
    if reading.page is not None and not any(fault.rule == YAML for fault in reading.faults):
        yield from in_values(yaml_source(reading.text.encode(), reading.page), SHAPES[found.kind])


def _by_order(found: ContentFile, reading: _ReadFile) -> Iterator[Fix]:
    if reading.page is not None and not reading.faults:
        yield from in_order(yaml_source(reading.text.encode(), reading.page), SHAPES[found.kind])


def _with_fixes(found: ContentFile, reading: _ReadFile, stage: _FixStage, done: list[FixedLine]) -> _ReadFile:
    """Return a file with the fixes of a stage: all of them, or those that are safe by themselves."""
    fixes = apart(stage(found, reading))
    faulty = _faulty(reading, _read(found, edited(reading.text, fixes))) if fixes else frozenset()
    fixes = [each for each in fixes if each.line not in faulty]
    for together in _tries(fixes):
        if (after := _if_safe(found, reading, together)) is not None:
            done += _fixed_lines(reading.text, after.text, together)
            reading = after
            if together == fixes:
                break
    return reading


def _tries(fixes: Sequence[Fix]) -> Iterator[list[Fix]]:
    """Yield what to try: all fixes, then those of each line, from the last line up, because that moves no other."""
    if fixes:
        yield list(fixes)
    lines: dict[int, list[Fix]] = {}
    for each in fixes:
        lines.setdefault(each.line, []).append(each)
    if len(lines) > 1:
        yield from list(reversed(lines.values()))[:_MOST_LINES]


def _if_safe(found: ContentFile, reading: _ReadFile, fixes: Sequence[Fix]) -> _ReadFile | None:
    after = _read(found, edited(reading.text, fixes))
    if after.page is None or _new(reading, after) or _faulty(reading, after):
        return None
    return after if reading.page is None or same(reading.page, after.page) else None


def _new(before: _ReadFile, after: _ReadFile) -> Counter[str]:
    """Return the faults that are new; if the file could not be read before, its fields could not be checked."""
    comparable = (fault for fault in after.faults if before.page is not None or fault.rule == YAML)
    return Counter(fault.message for fault in comparable) - Counter(fault.message for fault in before.faults)


def _faulty(before: _ReadFile, after: _ReadFile) -> frozenset[int]:
    """Return the numbers of changed lines that have a fault."""
    return frozenset(fault.line for fault in after.faults) & _changed(before.text, after.text)


def _changed(before: str, after: str) -> frozenset[int]:
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    changed = (range(first, max(last, first + 1)) for tag, _, _, first, last in matcher.get_opcodes() if tag != "equal")
    return frozenset(number + 1 for numbers in changed for number in numbers)


def _fixed_lines(before: str, after: str, fixes: Iterable[Fix]) -> Iterator[FixedLine]:
    was, now = before.split("\n"), after.split("\n")
    for each in fixes:
        moved = "\n" in before[each.start : each.end]
        words = ("", "") if moved else (was[each.line - 1].rstrip("\r"), now[each.line - 1].rstrip("\r"))
        yield FixedLine(each.line, *words, (each.reason,))


def _by_line(done: Iterable[FixedLine]) -> Iterator[FixedLine]:
    """Yield each fixed line once; moved lines come last."""
    lines: dict[int, FixedLine] = {}
    moved: list[FixedLine] = []
    for each in done:
        if not each.before and not each.after:
            moved.append(each)
        elif each.line in lines:
            first = lines[each.line]
            reasons = tuple(dict.fromkeys((*first.reasons, *each.reasons)))
            lines[each.line] = replace(first, after=each.after, reasons=reasons)
        else:
            lines[each.line] = each
    yield from (lines[line] for line in sorted(lines))
    yield from moved


def same(before: ContentPage, after: ContentPage) -> bool:
    """Say whether two readings of a file mean the same, except for spaces, dashes, quotes, dates and field order.

    A value that could not be used before may become anything. If somebody has signed off the words, every character
    must stay the same, because the sign-off is of exactly these words.
    """
    signed = before.root.fields.get("sign_off") if isinstance(before.root, FieldsNode) else None
    exact = signed is not None and isinstance(signed[1], ListNode) and bool(signed[1].items)
    return _same(before, before.root, after.root, (), exact)


def _same(page: ContentPage, before: AnyNode, after: AnyNode, path: FieldPath, exact: bool) -> bool:
    if isinstance(before, UnusableNode) or path in page.faulty:
        return True
    if isinstance(before, FieldsNode) and isinstance(after, FieldsNode):
        names = set(before.fields) == set(after.fields) or path in page.above
        both = before.fields.keys() & after.fields.keys()
        return names and all(_same(page, before.fields[n][1], after.fields[n][1], (*path, n), exact) for n in both)
    if isinstance(before, ListNode) and isinstance(after, ListNode):
        pairs = enumerate(zip(before.items, after.items, strict=False))
        as_many = len(before.items) == len(after.items)
        return as_many and all(_same(page, a, b, (*path, number), exact) for number, (a, b) in pairs)
    if isinstance(before, TextNode) and isinstance(after, TextNode):
        old, new = before.value, after.value
        return new in (old, as_iso(old)) or (not exact and without_marks(old) == without_marks(new))
    return False


def plan(folder: Path, today: date, hearing: Hearing) -> tuple[FixedFile, ...]:
    """Return the files of a folder that can be fixed, without writing anything."""
    fixed = []
    for found in survey(folder).files:
        try:
            after = fix_file(found, found.path.read_bytes())
        except OSError:
            continue  # the check reports that it cannot be read
        if after is not None:
            fixed.append(after)
    return tuple(_harmless(folder, fixed, partial(check, today=today, hearing=lambda: hearing))) if fixed else ()


def apply(fixed: Iterable[FixedFile]) -> None:
    """Write fixed files, each atomically.

    Raises:
        CannotEdit: a file cannot be written, or has changed in the meantime.
    """
    for one in fixed:
        write(one.found.path, one.before, one.after)


def lines(fixed: Sequence[FixedFile], *, written: bool) -> Iterator[str]:
    """Yield what was fixed, file by file and line by line."""
    for one in fixed:
        yield one.found.file
        for line in one.lines:
            yield f"  line {line.line}: {', '.join(line.reasons)}"
            if line.before or line.after:
                yield f"    - {line.before.strip() or 'nothing'}"
                yield f"    + {line.after.strip() or 'nothing'}"
        yield ""
    what = f"{count(sum(len(one.lines) for one in fixed), 'line')} in {count(len(fixed), 'file')}"
    if not fixed:
        yield "Nothing can be fixed safely."
    else:
        yield f"Fixed {what}." if written else f"{what} can be fixed. Nothing was written."


def _harmless(folder: Path, fixed: list[FixedFile], checked: Callable[[Path], CheckReport]) -> list[FixedFile]:
    """Return the files whose fixes cause no new finding of any check."""
    before = checked(folder)
    with copied(folder) as copy:
        for one in fixed:
            (copy / one.found.file).write_bytes(one.after)
        while fixed and (files := _worse(before, checked(copy))):
            worse = [one for one in fixed if one.found.file in files] or fixed
            for one in worse:
                (copy / one.found.file).write_bytes(one.before)
            fixed = [one for one in fixed if one not in worse]
        return fixed


def _worse(before: CheckReport, after: CheckReport) -> frozenset[str]:
    """Return the files that have a finding they did not have before."""
    if before.library is None and after.library is not None:
        return frozenset()  # the checks that now run could not run before
    return frozenset(file for _, file, _ in _findings(after) - _findings(before))


def _findings(report: CheckReport) -> Counter[tuple[str, str, str]]:
    return Counter((fault.rule, fault.file, fault.message) for fault in report.faults)
