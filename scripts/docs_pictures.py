"""Take the pictures of the README and docs/editors: ``python scripts/docs_pictures.py``, with Chromium and Playwright.

The page, the preview and the workshop are served and made as an editor has them, and looked at in a browser; the flow
is what ``signpost draw`` writes. The page shows this guidance, the rest the small made-up one of the pages for editors.
"""

import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bot.editor.benchmark_wire import free_port

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/editors"
CHROMIUM = "/usr/bin/chromium"
DAY = "2026-11-25"
MOST_BYTES = 150_000
COLOURS = 128  # enough for a page of text
PATIENCE = 300.0  # seconds that a server may take to start
QUESTION = "her landlord wants sex instead of rent, she's in Fife"
DISCLOSURE = "she's just told me she sells sex, what do i say"
PHONE, DESK = ViewportSize(width=360, height=740), ViewportSize(width=1280, height=1000)
SCREENS: tuple[tuple[str, str, ViewportSize, Literal["light", "dark"]], ...] = (
    ("page-home.png", "", DESK, "light"),
    ("page-home-phone.png", "", PHONE, "light"),
    ("page-answer-phone.png", DISCLOSURE, PHONE, "light"),
    ("page-danger-phone-dark.png", "he has a knife and is in the house with her", PHONE, "dark"),
)
ENTRY = "guidance/home-life/bed-tonight.yaml"


@contextmanager
def served(folder: Path, *command: str) -> Iterator[str]:
    """Run a command that serves a page from a folder, and yield its address.

    Args:
        folder: the content.
        command: what is run, without its port.
    """
    port = free_port()
    environment = _environment(folder)
    with subprocess.Popen([*_signpost(*command), "--port", str(port)], env=environment) as process:  # noqa: S603 - ours
        try:
            _wait(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit(f"Nothing answered on port {port}.")


def _signpost(*command: str) -> list[str]:
    return [sys.executable, "-m", "bot", *command]


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "SIGNPOST_CONTENT": str(folder),
        "SIGNPOST_STATE": str(folder / "state"),
        "PYTHONPATH": str(ROOT),
    }


def example(folder: Path) -> Path:
    """Copy the small made-up guidance into a folder, with the words of the interface."""
    shutil.copytree(ROOT / "tests/checked", folder)
    shutil.copy(ROOT / "guidance/messages.yaml", folder / "guidance/messages.yaml")
    return folder


def starter(folder: Path) -> Path:
    """Copy this guidance into a folder."""
    for part in ("guidance", "flows"):
        shutil.copytree(ROOT / part, folder / part)
    return folder


def keep(page: Page, name: str, folder: Path = OUT) -> None:
    """Write what a browser shows as a small picture."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    path = folder / name
    picture.save(path, optimize=True)
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}: {size / 1000:.0f} kB")
    if size > MOST_BYTES:
        sys.exit(f"{name} is larger than {MOST_BYTES / 1000:.0f} kB.")


def _page(browser: Browser, width: int, height: int) -> Page:
    return browser.new_page(viewport={"width": width, "height": height})


def _ask(page: Page, question: str) -> None:
    page.fill("#question", question)
    with page.expect_navigation():
        page.click(".ask button")


def the_page(browser: Browser, folder: Path) -> None:
    """Take the page as staff see it, with an answer."""
    with served(starter(folder)) as address:
        page = _page(browser, 480, 900)
        page.goto(address)
        _ask(page, QUESTION)
        keep(page, "page.png")


def the_answer(browser: Browser, folder: Path) -> None:
    """Take the picture of the README: the first screen of an answer."""
    with served(starter(folder)) as address:
        page = _page(browser, 760, 772)
        page.goto(address)
        _ask(page, DISCLOSURE)
        keep(page, "answer.png", ROOT / "docs/pictures")


def the_screens(browser: Browser, folder: Path) -> None:
    """Take the pictures of docs/page.md: the first page, an answer and a danger card, wide, on a phone, in the dark."""
    with served(starter(folder)) as address:
        for name, question, size, colours in SCREENS:
            page = browser.new_page(viewport=size, color_scheme=colours)
            page.goto(address)
            if question:
                _ask(page, question)
            keep(page, name, ROOT / "docs/pictures")


def the_preview(browser: Browser, folder: Path) -> None:
    """Take the preview after a save with a fault."""
    with served(example(folder), "preview") as address:
        page = _page(browser, 1280, 860)
        page.goto(address)
        _ask(page, "she has no bed for tonight")
        file = folder / ENTRY
        file.write_text(file.read_text("utf-8").replace("avoid: Asking", "avoid: One thing: asking", 1), "utf-8")
        page.get_by_text("a sentence that holds a colon").first.wait_for(timeout=1000 * PATIENCE)
        keep(page, "preview.png")


def the_workshop(browser: Browser, folder: Path) -> None:
    """Take the top of the workshop."""
    written = folder.with_suffix(".html")
    subprocess.run(_signpost("workshop", str(written), "--on", DAY), check=True, env=_environment(example(folder)))  # noqa: S603 - ours
    page = _page(browser, 900, 1000)
    page.goto(written.as_uri())
    keep(page, "workshop.png")


def the_flow(folder: Path) -> None:
    """Draw the flow that the pages name."""
    drawn = subprocess.run(  # noqa: S603 - ours
        _signpost("draw", "danger-now", "--format", "svg"),
        check=True,
        env=_environment(example(folder)),
        capture_output=True,
    )
    (OUT / "flow.svg").write_bytes(drawn.stdout)


def main() -> None:
    """Take every picture."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        the_answer(browser, Path(made) / "answer")
        the_page(browser, Path(made) / "page")
        the_screens(browser, Path(made) / "screens")
        the_preview(browser, Path(made) / "preview")
        the_workshop(browser, Path(made) / "workshop")
        the_flow(Path(made) / "flow")
        browser.close()


if __name__ == "__main__":
    main()
