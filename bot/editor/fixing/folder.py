"""A whole folder mended: what is safe in each file, and kept only where no check finds anything new."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from bot.content.checking import Report, check
from bot.content.survey import survey
from bot.editor.fixing.files import Mended, mend
from bot.editor.yaml_edit import write

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
        while kept and (new := _new(before, check(Path(copy), today))):
            worse = [one for one in kept if one.found.file in new] or kept
            for one in worse:
                Path(copy, one.found.file).write_bytes(one.before)
            kept = [one for one in kept if one not in worse]
        return kept


def _new(before: Report, after: Report) -> frozenset[str]:
    """Return the files in which something is found that was not found before."""
    if before.library is None and after.library is not None:
        return frozenset()  # the checks that are made now could not be made before
    new = _findings(after) - _findings(before)
    return frozenset(file for _, file, _ in new)


def _findings(report: Report) -> Counter[_Finding]:
    return Counter((fault.rule, fault.file, fault.message) for fault in report.told)
