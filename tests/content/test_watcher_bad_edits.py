"""Bad edits of the real files: each is refused with its file and line, quickly, and none of it goes live."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import pytest

from bot.content.faults import ContentError, Fault
from bot.content.load_in_process import find_content
from bot.content.loader import FileCache, read
from bot.content.watcher import BadSave, FolderWatch, GoodSave
from bot.core.library import Library
from tests.bad_edits import Edit, edits
from tests.machine_speed import Stopwatch

AT_ONCE = 80  # files saved badly between two looks; one alone is quicker
SLOWEST = 2  # seconds of the processor, for all of them together
LEAST_REFUSED = 0.9
MOST_ASTRAY = 0.03


@dataclass
class Running:
    """A copy of the real content that a watcher watches, and the live library."""

    folder: Path
    kept: FileCache = field(default_factory=FileCache)
    live: Library | None = None
    told: list[GoodSave[Library] | BadSave] = field(default_factory=list)
    seconds: float = 0

    def make(self, folder: Path) -> Library:
        with Stopwatch() as watch:
            draft, found = read(folder, self.kept)
        self.seconds = watch.seconds
        if found:
            raise ContentError(found)
        return draft.library

    def tell(self, outcome: GoodSave[Library] | BadSave) -> None:
        self.told.append(outcome)
        if isinstance(outcome, GoodSave):
            self.live = outcome.made

    def save(self, bad: list[Edit]) -> tuple[Fault, ...]:
        """Save some edits at once, let the watcher look, undo them, and return what was reported."""
        good = {edit.file: (self.folder / edit.file).read_bytes() for edit in bad}
        before, self.told = self.live, []
        for edit in bad:
            (self.folder / edit.file).write_bytes(edit.data)
        watch = FolderWatch(self.folder, self.make, self.tell, known="")
        watch.look()
        watch.look()
        for file, data in good.items():
            (self.folder / file).write_bytes(data)
        [outcome] = self.told
        if isinstance(outcome, GoodSave):
            return ()
        assert outcome.error is None, [edit.kind for edit in bad]
        assert self.live is before
        return outcome.faults


@dataclass
class Count:
    """The results of the edits."""

    refused: Counter[str] = field(default_factory=Counter)
    sound: Counter[str] = field(default_factory=Counter)
    placed: int = 0
    astray: list[str] = field(default_factory=list)
    slowest: tuple[float, str] = (0, "")

    def places(self, bad: list[Edit], told: tuple[Fault, ...]) -> None:
        """Count the mistakes of one line that are reported on that line, or on the one below if it ran on into that."""
        for edit in bad:
            own = [fault for fault in told if fault.file == edit.file]
            if own and edit.line and any(fault.line - edit.line in (0, 1) for fault in own):
                self.placed += 1
            elif own and edit.line:
                self.astray.append(f"{edit.kind}, line {edit.line}: {own[0]}")

    def took(self, seconds: float, bad: list[Edit]) -> None:
        kinds = ", ".join(sorted({edit.kind for edit in bad}))
        self.slowest = max(self.slowest, (seconds, f"{len(bad)} at once: {kinds}"))


@pytest.fixture(name="running", scope="module")
def _running(tmp_path_factory: pytest.TempPathFactory) -> Running:
    folder = tmp_path_factory.mktemp("content")
    for name in ("guidance", "flows"):
        shutil.copytree(find_content() / name, folder / name)
    running = Running(folder)
    running.live = running.make(folder)
    return running


def _batches(bad: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Yield edits of different files, as many at once as there may be."""
    waiting = list(bad)
    while waiting:
        batch: dict[str, Edit] = {}
        left: list[Edit] = []
        for edit in waiting:
            if edit.file in batch or len(batch) == AT_ONCE:
                left.append(edit)
            else:
                batch[edit.file] = edit
        yield list(batch.values())
        waiting = left


def _is_placed(fault: Fault, folder: Path) -> bool:
    return (folder / fault.file).is_file() and fault.line >= 1 and fault.column >= 1 and bool(fault.message)


def _hold(running: Running, bad: list[Edit], count: Count) -> None:
    """Check some edits against the promise: those not refused in their own file are checked one by one."""
    told = running.save(bad)
    count.took(running.seconds, bad)
    assert all(_is_placed(fault, running.folder) for fault in told)
    count.places(bad, told)
    refused = {fault.file for fault in told}
    rest = [edit for edit in bad if edit.file not in refused]
    count.refused.update(edit.kind for edit in bad if edit.file in refused)
    if rest and len(rest) < len(bad):
        _hold(running, rest, count)
    elif told and len(rest) > 1:
        for edit in rest:
            _hold(running, [edit], count)
    elif told:
        count.refused.update(edit.kind for edit in rest)
    else:
        count.sound.update(edit.kind for edit in rest)


def _held(running: Running, seed: int, many: int) -> Count:
    count = Count()
    for batch in _batches(islice(edits(find_content(), seed), many)):
        _hold(running, batch, count)
    refused = count.refused.total()
    print(f"seed {seed}: {refused} refused, {count.sound.total()} sound {dict(count.sound)}")  # noqa: T201 - the counts are the result
    print(f"slowest: {count.slowest[0]:.2f} s, {count.slowest[1]}")  # noqa: T201 - and so is this
    print(f"told on their line: {count.placed}, elsewhere: {len(count.astray)}")  # noqa: T201 - and this
    assert refused + count.sound.total() == many
    assert refused >= LEAST_REFUSED * many
    assert len(count.astray) <= MOST_ASTRAY * count.placed, "\n".join(count.astray)
    assert count.slowest[0] < SLOWEST, count.slowest[1]
    return count


@pytest.mark.soak
def test_bad_edits_are_refused_with_file_and_line_and_none_goes_live(running: Running) -> None:
    _held(running, seed=1, many=250)
