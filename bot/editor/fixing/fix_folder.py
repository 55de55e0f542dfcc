"""What ``signpost check --fix`` does to a content folder: all safe fixes of all files, as long as no check objects."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from bot.content.checking import CheckReport, check
from bot.content.survey import survey
from bot.editor.content_file import write
from bot.editor.fixing.fix_file import FixedFile, fix_file
from bot.editor.tables import count


def plan(folder: Path, today: date) -> tuple[FixedFile, ...]:
    """Return the files of a folder that can be fixed, without writing anything.

    Args:
        folder: the content folder.
        today: the day for which it is checked.
    """
    fixed = []
    for found in survey(folder).files:
        try:
            after = fix_file(found, found.path.read_bytes())
        except OSError:
            continue  # the check reports that it cannot be read
        if after is not None:
            fixed.append(after)
    return tuple(_harmless(folder, fixed, today)) if fixed else ()


def apply(fixed: Iterable[FixedFile]) -> None:
    """Write fixed files, each atomically.

    Raises:
        CannotEdit: a file cannot be written, or has changed in the meantime.
    """
    for one in fixed:
        write(one.found.path, one.before, one.after)


def lines(fixed: Sequence[FixedFile], *, written: bool) -> Iterator[str]:
    """Yield what was fixed, file by file and line by line.

    Args:
        fixed: the files with their fixes.
        written: whether they were written.
    """
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


def _harmless(folder: Path, fixed: list[FixedFile], today: date) -> list[FixedFile]:
    """Return the files whose fixes cause no new finding of any check."""
    before = check(folder, today)
    with tempfile.TemporaryDirectory() as copy:
        for part in ("guidance", "flows"):
            if (folder / part).is_dir():
                shutil.copytree(folder / part, Path(copy, part))
        for one in fixed:
            Path(copy, one.found.file).write_bytes(one.after)
        while fixed and (files := _worse(before, check(Path(copy), today))):
            worse = [one for one in fixed if one.found.file in files] or fixed
            for one in worse:
                Path(copy, one.found.file).write_bytes(one.before)
            fixed = [one for one in fixed if one not in worse]
        return fixed


def _worse(before: CheckReport, after: CheckReport) -> frozenset[str]:
    """Return the files that have a finding they did not have before."""
    if before.library is None and after.library is not None:
        return frozenset()  # the checks that now run could not run before
    return frozenset(file for _, file, _ in _findings(after) - _findings(before))


def _findings(report: CheckReport) -> Counter[tuple[str, str, str]]:
    return Counter((fault.rule, fault.file, fault.message) for fault in report.told)
