"""Take docs/stats.md's pictures again: ``python scripts/stats_pictures.py``; it needs Chromium, playwright and pillow.

The numbers are those of `signpost demo-counts`, from one seed and up to one day.
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
OUT = ROOT / "docs/pictures"
CHROMIUM = "/usr/bin/chromium"
UNTIL = "2026-11-25"
FLOW = "flow-find-service"
COLOURS = 64
MOST_BYTES = 150_000


def signpost(*arguments: str) -> None:
    """Run a command of Signpost."""
    subprocess.run([sys.executable, "-m", "bot", *arguments], cwd=ROOT, check=True)  # noqa: S603  # our own program


def kept(name: str, taken: bytes) -> None:
    """Keep a picture with few colours."""
    path = OUT / name
    Image.open(io.BytesIO(taken)).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise SystemExit(f"{path} has {size} bytes; {MOST_BYTES} are the most")
    print(f"{path.relative_to(ROOT)}: {size / 1000:.0f} kB")


def part(page: Page, id: str, high: int) -> bytes:
    """Look at a part of the page, from its heading on."""
    page.evaluate("id => document.getElementById(id).scrollIntoView()", id)
    return page.screenshot(clip={"x": 0, "y": 0, "width": 1180, "height": high})


def main() -> None:
    """Take all pictures."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        counts, stats, quarter = (f"{folder}/{name}" for name in ("demo-counts.db", "stats.html", "quarter.html"))
        signpost("demo-counts", counts, "--until", UNTIL)
        signpost("stats", "--database", counts, "--format", "html", "--to", stats)
        signpost("learning", "--database", counts, "--quarter", "2026-Q3", "--format", "html", "--to", quarter)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1180, "height": 900})
        page.goto(f"file://{stats}")
        kept("stats-year.png", page.screenshot())
        kept("stats-flow.png", part(page, FLOW, 780))
        kept("stats-councils.png", part(page, "councils", 880))
        page.set_viewport_size({"width": 1000, "height": 1240})
        page.goto(f"file://{quarter}")
        kept("learning.png", page.screenshot())
        browser.close()


if __name__ == "__main__":
    main()
