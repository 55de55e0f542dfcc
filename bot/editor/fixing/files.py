"""One file mended as far as that is safe: it has no new fault, none where it was mended, and means the same."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from bot.content.checking import CheckReport, check
from bot.content.faults import YAML, Fault
from bot.content.loader import SHAPES, one_file
from bot.content.nodes import ContentPage
from bot.content.survey import ContentFile, survey
from bot.content.yaml_source import yaml_source
from bot.editor.content_file import write
from bot.editor.fixing.lines import in_lines
from bot.editor.fixing.mends import Mend, apart, mended
from bot.editor.fixing.order import in_order, same
from bot.editor.fixing.values import in_values

_MOST_ROUNDS = 4  # one mend may make room for another; after these nothing is left to do
_MOST_LINES = 200  # that are tried one by one, where all of them together are not safe


@dataclass(frozen=True, slots=True)
class Done:
    """What was done on one line: its number, its words before and after, and why; no words where lines were moved."""

    line: int
    before: str
    after: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """A file with its mends: what it held, what it holds with them, and what was done, line by line."""

    found: ContentFile
    before: bytes
    after: bytes
    done: tuple[Done, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The text of a file, how it is read, and what is wrong in it."""

    text: str
    page: ContentPage | None
    faults: tuple[Fault, ...]


_Stage = Callable[[ContentFile, _Seen], Iterator[Mend]]


def mend(found: ContentFile, before: bytes) -> Mended | None:
    """Return a file with all mends that are safe, or None where there is none.

    Args:
        found: the file.
        before: what it holds.
    """
    try:
        seen = _seen(found, before.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    done: list[Done] = []
    for _ in range(_MOST_ROUNDS):
        made = len(done)
        for stage in (_by_lines, _by_values, _by_order):
            seen = _taken(found, seen, stage, done)
        if len(done) == made:
            break
    after = seen.text.encode()
    return Mended(found, before, after, tuple(_joined(done))) if after != before else None


def _by_lines(found: ContentFile, seen: _Seen) -> Iterator[Mend]:
    return in_lines(seen.text)


def _by_values(found: ContentFile, seen: _Seen) -> Iterator[Mend]:
    if seen.page is not None and not any(fault.rule == YAML for fault in seen.faults):
        yield from in_values(yaml_source(seen.text.encode(), seen.page), SHAPES[found.kind])


def _by_order(found: ContentFile, seen: _Seen) -> Iterator[Mend]:
    if seen.page is not None and not seen.faults:
        yield from in_order(yaml_source(seen.text.encode(), seen.page), SHAPES[found.kind])


def _taken(found: ContentFile, seen: _Seen, stage: _Stage, done: list[Done]) -> _Seen:
    """Return a file with the mends of a stage: all of them, or those that are safe by themselves."""
    mends = apart(stage(found, seen))
    faulty = _faulty(seen, _seen(found, mended(seen.text, mends))) if mends else frozenset()
    mends = [each for each in mends if each.line not in faulty]
    for together in _tries(mends):
        if (after := _tried(found, seen, together)) is not None:
            done += _told(seen.text, after.text, together)
            seen = after
            if together == mends:
                break
    return seen


def _tries(mends: Sequence[Mend]) -> Iterator[list[Mend]]:
    """Yield what to try: all of them, or else those of each line, the last first, for these move no other."""
    if mends:
        yield list(mends)
    lines: dict[int, list[Mend]] = {}
    for each in mends:
        lines.setdefault(each.line, []).append(each)
    if len(lines) > 1:
        yield from list(reversed(lines.values()))[:_MOST_LINES]


def _tried(found: ContentFile, seen: _Seen, mends: Sequence[Mend]) -> _Seen | None:
    """Return a file with mends, or None where they are not safe."""
    after = _seen(found, mended(seen.text, mends))
    if after.page is None or _new(seen, after) or _faulty(seen, after):
        return None
    return after if seen.page is None or same(seen.page, after.page) else None


def _new(before: _Seen, after: _Seen) -> Counter[str]:
    """Return what is wrong that was not; in a file that could not be read, nobody could look at the fields."""
    looked_at = (fault for fault in after.faults if before.page is not None or fault.rule == YAML)
    return Counter(fault.message for fault in looked_at) - Counter(fault.message for fault in before.faults)


def _faulty(before: _Seen, after: _Seen) -> frozenset[int]:
    """Return the lines that were changed and in which something is wrong."""
    return frozenset(fault.line for fault in after.faults) & _changed(before.text, after.text)


def _changed(before: str, after: str) -> frozenset[int]:
    """Return the numbers of the lines that are not as they were."""
    matcher = SequenceMatcher(None, before.split("\n"), after.split("\n"), autojunk=False)
    changed = (range(first, max(last, first + 1)) for tag, _, _, first, last in matcher.get_opcodes() if tag != "equal")
    return frozenset(number + 1 for numbers in changed for number in numbers)


def _told(before: str, after: str, mends: Iterable[Mend]) -> Iterator[Done]:
    """Yield what was done, line by line."""
    was, now = before.split("\n"), after.split("\n")
    for each in mends:
        moved = "\n" in before[each.start : each.end]
        words = ("", "") if moved else (was[each.line - 1].rstrip("\r"), now[each.line - 1].rstrip("\r"))
        yield Done(each.line, *words, (each.reason,))


def _joined(done: Iterable[Done]) -> Iterator[Done]:
    """Yield what was done on each line once; what was moved comes last."""
    lines: dict[int, Done] = {}
    moved: list[Done] = []
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


def _seen(found: ContentFile, text: str) -> _Seen:
    page, faults = one_file(found, text.encode())
    return _Seen(text, page, faults)


_Finding = tuple[str, str, str]  # a rule, a file, and what is said


def plan(folder: Path, today: date) -> tuple[Mended, ...]:
    """Return the files of a folder that can be mended, each with its mends; nothing is written.

    Args:
        folder: it holds guidance/ and flows/.
        today: the day by which it is checked.
    """
    mended = []
    for found in survey(folder).files:
        try:
            made = mend(found, found.path.read_bytes())
        except OSError:
            continue  # the check says that it cannot be read
        if made is not None:
            mended.append(made)
    return tuple(_harmless(folder, mended, today)) if mended else ()


def apply(mended: Iterable[Mended]) -> None:
    """Write files with their mends, each whole or not at all.

    Raises:
        CannotEdit: a file cannot be written, or was changed meanwhile.
    """
    for one in mended:
        write(one.found.path, one.before, one.after)


def lines(mended: Sequence[Mended], *, written: bool) -> Iterator[str]:
    """Yield what was mended, file by file and line by line.

    Args:
        mended: the files with their mends.
        written: whether they are written.
    """
    for one in mended:
        yield one.found.file
        for done in one.done:
            yield f"  line {done.line}: {', '.join(done.reasons)}"
            if done.before or done.after:
                yield f"    - {done.before.strip() or 'nothing'}"
                yield f"    + {done.after.strip() or 'nothing'}"
        yield ""
    count = sum(len(one.done) for one in mended)
    what = f"{count} {'line' if count == 1 else 'lines'} in {len(mended)} {'file' if len(mended) == 1 else 'files'}"
    if not mended:
        yield "Nothing that can be mended safely."
    else:
        yield f"Mended {what}." if written else f"{what} can be mended. Nothing was written."


def _harmless(folder: Path, mended: list[Mended], today: date) -> list[Mended]:
    """Return the mends with which no check finds anything that it did not find before."""
    before = check(folder, today)
    with tempfile.TemporaryDirectory() as copy:
        for part in ("guidance", "flows"):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, Path(copy, part))
        kept = mended
        for one in kept:
            Path(copy, one.found.file).write_bytes(one.after)
        while kept and (new := _new_in_folder(before, check(Path(copy), today))):
            worse = [one for one in kept if one.found.file in new] or kept
            for one in worse:
                Path(copy, one.found.file).write_bytes(one.before)
            kept = [one for one in kept if one not in worse]
        return kept


def _new_in_folder(before: CheckReport, after: CheckReport) -> frozenset[str]:
    """Return the files in which something is found that was not found before."""
    if before.library is None and after.library is not None:
        return frozenset()  # the checks that are made now could not be made before
    new = _findings(after) - _findings(before)
    return frozenset(file for _, file, _ in new)


def _findings(report: CheckReport) -> Counter[_Finding]:
    return Counter((fault.rule, fault.file, fault.message) for fault in report.told)
