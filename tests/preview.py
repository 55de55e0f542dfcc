"""What the tests of the preview share: a folder of content that is shown, and ways to save into it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import httpx

from bot.content.watcher import FolderWatch
from bot.editor.preview import PreviewSite
from bot.editor.preview.panel import PreviewOptions
from bot.editor.preview.state import ContentBuilder, PreviewState
from tests.conftest import NOW
from tests.guides import HEARING


@dataclass
class Shown:
    """A folder with its preview; ``look`` takes in what was saved, as the watch does by itself."""

    folder: Path
    shelf: PreviewState
    site: PreviewSite
    watch: FolderWatch

    def look(self) -> None:
        """Look until a save has settled."""
        self.watch.look()
        self.watch.look()

    def change(self, file: str, old: str, new: str) -> None:
        """Change some words of a file, which must be there."""
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def client(self) -> httpx.AsyncClient:
        """Return a client of it on this machine; an error that leaves the app is raised in the test."""
        return httpx.AsyncClient(transport=httpx.ASGITransport(self.site), base_url="http://127.0.0.1")


def shown(
    folder: Path,
    make: ContentBuilder | None = None,
    *,
    drafts: bool = False,
    day: datetime | None = None,
    clock: Callable[[], datetime] = lambda: NOW,
    seconds: float = 0.05,
) -> Shown:
    """Return the preview of a folder, which holds what is saved there now.

    Args:
        folder: the content.
        make: what makes it; by words and letters alone if None.
        drafts: whether drafts are shown.
        day: the day that it is shown on.
        clock: returns the time.
        seconds: between two looks, where it is watched.
    """
    shelf = PreviewState(clock, day)
    watch = FolderWatch(folder, make or ContentBuilder(HEARING, drafts=drafts), shelf.take, seconds=seconds, known="")
    made = Shown(folder, shelf, PreviewSite(PreviewOptions(folder, HEARING, drafts, "switched off"), shelf), watch)
    made.look()
    return made
