"""Many saves go live while people are being answered: no turn fails or mixes two versions, and nothing grows."""

import asyncio
import gc
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.content.load_in_process import find_content
from bot.content.watcher import SECONDS
from bot.core.position import Position, encode
from bot.core.reply import Asked, Incoming, Opened, Pressed, plain
from bot.core.screens.registry import step_to
from bot.service.content_reloader import ContentReloader
from bot.service.settings import Settings
from bot.service.start import reloader
from bot.state.switchboard import Switchboard
from tests.guides import talking
from tests.machine_speed import Stopwatch, with_children
from tests.saving import WAYS, as_kubernetes_swaps, in_place, titled
from tests.small_content import change, small_content

pytestmark = [pytest.mark.alone, pytest.mark.usefixtures("all_objects", "built_anew")]

SWAPS, WARM = 150, 60
LOOKS = 10  # saves after which memory is looked at, before WARM and before the last: it steps up and down by 2 MB
PLAIN = WAYS[:5]  # the ways that leave an ordinary folder
REAL_QUIET, REAL_SWAPS = 2, 7  # before anybody asks, and altogether
MOST_GROWTH = 5 * 1024 * 1024 // 2  # bytes of memory between the swap WARM and the last: 29,000 a swap
MOST_REAL_GROWTH = 40 * 1024 * 1024  # bytes between the first stable swaps of the real content and the last
MOST_OBJECTS = 1.01  # times as many objects as when the first of the two was measured: twelve a swap
MOST_REAL_OBJECTS = 1.02
PROMISE = 5.0  # seconds from a save to the first turn that is answered from it
NOW = datetime(2026, 11, 25, 16, 30, tzinfo=UTC)
SCREEN = Pressed(encode(Position((step_to("entry", "bed-tonight"),))))
NUMBER = re.compile(r"of save (\d+)")


@pytest.fixture(name="reported")
def _reported(monkeypatch: pytest.MonkeyPatch) -> list[BaseException | None]:
    found: list[BaseException | None] = []
    for place in ("bot.channels.talk.report", "bot.service.content_reloader.report", "bot.service.live_guide.report"):
        monkeypatch.setattr(place, found.append)
    return found


def memory() -> int:
    """Return the memory that this process has of the system, in bytes."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def board(folder: Path) -> Switchboard:
    return Switchboard(folder / "switches.json", clock=lambda: NOW)


@pytest.fixture(name="no_process")
def _no_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no process be started, so that a thread reads: a thousand times quicker than a thousand processes."""
    real = subprocess.Popen

    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    yield
    monkeypatch.setattr(subprocess, "Popen", real)


class Asking:
    """People who ask again after a pause; each answer is checked."""

    def __init__(self, running: ContentReloader, asked: tuple[Incoming, ...], pause: float, numbered: bool) -> None:
        self._talk = talking(running.live.guide, lambda: NOW)
        self._asked, self._pause, self._numbered = asked, pause, numbered
        self.turns = 0
        self.wrong: list[str] = []

    async def ask(self) -> None:
        while True:
            incoming = self._asked[self.turns % len(self._asked)]
            turn = self._talk.answer(incoming)
            self.turns += 1
            said = "\n".join(plain(reply) for reply in turn.replies)
            numbers = set(NUMBER.findall(said))
            if not turn.replies or not turn.replies[0].position or (self._numbered and len(numbers) != 1):
                self.wrong.append(said[:200])
            await asyncio.sleep(self._pause)


def numbered(folder: Path, number: int) -> bytes:
    """Return the entry with the number of its save in three of its parts."""
    text = titled(folder, f"A bed, of save {number}").decode()
    text = re.sub(r"first: .*", f"first: Phone the night team, of save {number}.", text)
    return re.sub(r"avoid: .*", f"avoid: Asking why she left, of save {number}.", text).encode()


async def until(running: ContentReloader, title: str, asking: Asking) -> None:
    while running.live.library().entries["bed-tonight"].title != title:
        assert asking.wrong == []
        await asyncio.sleep(0.002)


async def test_many_saves_under_load_fail_no_turn_mix_no_content_and_grow_nothing(
    tmp_path: Path, no_process: None, reported: list[BaseException | None]
) -> None:
    folder = small_content(tmp_path / "content")
    in_place(folder, numbered(folder, 0))
    settings = Settings(content=folder, state=tmp_path / "state", cache=tmp_path / "cache", encoder=False)
    running = reloader(settings, board(tmp_path), seconds=0.005)
    asking = Asking(running, (SCREEN,), pause=0.004, numbered=True)
    people = [asyncio.create_task(asking.ask()) for _ in range(2)]
    at: dict[int, tuple[int, int]] = {}
    for number in range(1, SWAPS + 1):
        way = PLAIN[number % len(PLAIN)] if number <= SWAPS * 0.7 else as_kubernetes_swaps
        way(folder, numbered(folder, number))
        await until(running, f"A bed, of save {number}", asking)
        if 0 <= WARM - number < LOOKS or SWAPS - number < LOOKS:
            at[number] = memory(), len(gc.get_objects()) + gc.get_freeze_count()
    for each in people:
        each.cancel()
    running.stop()

    assert (asking.wrong, reported) == ([], [])
    assert asking.turns > SWAPS
    sizes, objects = zip(*at.values(), strict=True)
    assert min(sizes[LOOKS:]) - min(sizes[:LOOKS]) < MOST_GROWTH  # at times two are held
    assert min(objects[LOOKS:]) < MOST_OBJECTS * min(objects[:LOOKS])


# The real content


@pytest.fixture(name="real")
def _real(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name in ("guidance", "flows"):
        shutil.copytree(find_content() / name, folder / name)
    return folder


def title_of(folder: Path) -> tuple[str, str, str]:
    """Return the id, the file and the title of an entry of the real content."""
    path = folder / "guidance" / "safety" / "coercion-and-control.yaml"
    line = next(line for line in path.read_text("utf-8").splitlines() if line.startswith("title: "))
    return path.stem, path.relative_to(folder).as_posix(), line


async def test_the_real_content_is_live_within_five_seconds_and_stays_so_under_load(
    real: Path, tmp_path: Path, reported: list[BaseException | None]
) -> None:
    settings = Settings(content=real, state=tmp_path / "state", cache=tmp_path / "cache")
    running = reloader(settings, board(tmp_path))
    running.live.wait()
    entry, file, line = title_of(real)
    seconds: list[float] = []

    async def save(number: int) -> None:
        nonlocal line
        new = f'title: "A title of the save {number}"'
        change(real, file, line, new)
        line = new
        with Stopwatch(with_children) as watch:
            while running.live.whole.library.entries[entry].title != f"A title of the save {number}":  # noqa: ASYNC110 - as a person looks
                await asyncio.sleep(0.01)
        seconds.append(watch.seconds)

    for number in range(REAL_QUIET):
        await save(number)
    asked = Opened(), Asked("she needs a bed tonight"), Asked("he has a knife"), Opened("topics")
    asking = Asking(running, asked, pause=0.1, numbered=False)  # four such people take half of a processor
    people = [asyncio.create_task(asking.ask()) for _ in range(4)]
    at: dict[int, tuple[int, int]] = {}
    for number in range(REAL_QUIET, REAL_SWAPS):
        await save(number)
        at[number] = memory(), len(gc.get_objects()) + gc.get_freeze_count()
    sizes = [size for size, _ in at.values()]
    grown = min(sizes[2:]) - min(sizes[:2])  # at times two are held
    for each in people:
        each.cancel()
    running.stop()

    assert 2 * SECONDS + max(seconds[:REAL_QUIET]) < PROMISE
    assert (asking.wrong, reported) == ([], [])
    assert running.live.whole.hearing.kind == "meaning"
    assert grown < MOST_REAL_GROWTH
    assert at[REAL_SWAPS - 1][1] < MOST_REAL_OBJECTS * at[REAL_QUIET][1]
