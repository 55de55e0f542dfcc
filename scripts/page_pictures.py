"""Take pictures of every page: ``python scripts/page_pictures.py``, with Chromium, Playwright and Pillow.

Each page is one sheet in ``docs/pictures/pages/``: on a phone in light and dark, on paper, on a tablet, and on a desk
in light and dark. They are for looking at the page as somebody tired would.
"""

import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from docs_pictures import CHROMIUM, ROOT, served, starter
from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

OUT = ROOT / "docs/pictures/pages"
SECRET = "the secret of a page that nobody else sees"  # noqa: S105 - of a page on this machine, for these pictures
COLOURS = 96
OWN = sorted(set(re.findall("#[0-9a-f]{6}", (ROOT / "bot/channels/web/static/signpost.css").read_text("utf-8"))))
PATCH = 100  # pixels: large enough that the few colours of a sheet hold each of the page's own, such as the red of 999
GAP = 16
MOST_BYTES = 3_500_000
HERE = "http://127.0.0.1"
# The size of the window, what it is shown as, and how much smaller the picture is than the screen.
Media = Literal["screen", "print"]
LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"], Media, float], ...] = (
    (ViewportSize(width=360, height=740), "light", "screen", 1.0),
    (ViewportSize(width=360, height=740), "dark", "screen", 1.0),
    (ViewportSize(width=794, height=1123), "light", "print", 0.66),
    (ViewportSize(width=768, height=1024), "light", "screen", 0.5),
    (ViewportSize(width=1280, height=900), "light", "screen", 0.5),
    (ViewportSize(width=1280, height=900), "dark", "screen", 0.5),
)
IN_A_ROW = 3


def opening(path: str) -> Callable[[Page, str], None]:
    """Return what opens a path."""
    return lambda page, address: _open(page, address + path)


def asking(question: str, *presses: str) -> Callable[[Page, str], None]:
    """Return what asks a question on the first page and then presses links by their words."""

    def show(page: Page, address: str) -> None:
        page.goto(address)
        page.fill("#question", question)
        with page.expect_navigation():
            page.click(".ask button")
        _press(page, *presses)

    return show


def walking(*presses: str) -> Callable[[Page, str], None]:
    """Return what opens the first page and then presses links by their words."""

    def show(page: Page, address: str) -> None:
        page.goto(address)
        _press(page, *presses)

    return show


def _open(page: Page, address: str) -> None:
    page.goto(address)


def _press(page: Page, *presses: str) -> None:
    for words in presses:
        with page.expect_navigation():
            page.locator("main").get_by_role("link", name=words).first.click()


def _to_outcome(page: Page, address: str) -> None:
    """Walk to the end of a flow by its first option each time."""
    page.goto(address)
    _press(page, "Somewhere to stay tonight")
    while page.locator(".contacts").count() == 0:
        with page.expect_navigation():
            page.locator(".choices a").first.click()


def _phone_code(page: Page, address: str) -> None:
    _to_outcome(page, address)
    _press(page, "Open this on a phone")


def _as_admin(page: Page, address: str) -> None:
    page.goto(f"{address}/admin")
    if page.locator("#secret").count():
        page.fill("#secret", SECRET)
        with page.expect_navigation():
            page.click("text=Sign in")


def _with_change(page: Page, address: str) -> None:
    """Show the answers of a walk, each with Change, at its end."""
    _to_outcome(page, address)
    page.evaluate("document.querySelector('.given-answers').scrollIntoView({block: 'center'})")


def _note(page: Page, address: str) -> None:
    _to_outcome(page, address)
    _press(page, "Note for the record")


def _filters(page: Page, address: str) -> None:
    """Show a list of services and the boxes that narrow it."""
    asking("who can help in glasgow")(page, address)
    page.locator(".narrow input").first.check()
    page.evaluate("document.querySelector('.narrow').scrollIntoView({block: 'center'})")


def _suggestions(page: Page, address: str) -> None:
    page.goto(address)
    page.click("#question")
    page.keyboard.type("housing", delay=30)
    page.locator("#suggestions [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")


def _long_question(page: Page, address: str) -> None:
    """Show a question that is wider than its line, as somebody types it."""
    page.goto(address)
    page.click("#question")
    page.wait_for_load_state("networkidle")
    page.keyboard.type("she's just told me she sells sex, and now she is crying and wants to go home. what do i say")


def _feedback(page: Page, address: str) -> None:
    """Show what follows a press of "This helped"."""
    asking("she's just told me she sells sex, what do i say")(page, address)
    _press(page, "This helped")


PAGES: dict[str, Callable[[Page, str], None]] = {
    "first-page": opening("/"),
    "answer": asking("she's just told me she sells sex, what do i say"),
    "answer-more": asking("she's just told me she sells sex, what do i say", "More"),
    "danger": asking("he has a knife and is in the house with her"),
    "urgent": opening("/urgent"),
    "choices": asking("counselling"),
    "not-covered": asking("a recipe for pizza"),
    "services": asking("who can help in glasgow"),
    "service": asking("tara"),
    "card": asking("tara", "Card to give", "To print"),
    "question": walking("Somewhere to stay tonight"),
    "outcome": _to_outcome,
    "change": _with_change,
    "note": _note,
    "filters": _filters,
    "suggestions": _suggestions,
    "long-question": _long_question,
    "feedback": _feedback,
    "phone-code": _phone_code,
    "browse": opening("/browse"),
    "find-services": opening("/browse/c"),
    "privacy": opening("/privacy"),
    "accessibility": opening("/accessibility"),
    "kept": opening("/kept"),
    "box": opening("/box"),
    "missing": opening("/nothing-here"),
    "admin-door": opening("/admin"),
    "admin": _as_admin,
}


def sheet(browser: Browser, address: str, show: Callable[[Page, str], None]) -> Image.Image:
    """Return the pictures of one page, side by side."""
    taken = []
    page = browser.new_context(viewport=LOOKS[0][0]).new_page()
    show(page, address)
    for size, scheme, media, scale in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(media=media, color_scheme=scheme)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        smaller = (round(picture.width * scale), round(picture.height * scale))
        taken.append(picture.resize(smaller, Image.Resampling.LANCZOS))
    page.context.close()
    rows = [taken[start : start + IN_A_ROW] for start in range(0, len(taken), IN_A_ROW)]
    width = max(sum(each.width + GAP for each in row) for row in rows) + GAP
    whole = Image.new("RGB", (width, sum(max(each.height for each in row) + GAP for row in rows) + GAP), "#808080")
    top = GAP
    for row in rows:
        left = GAP
        for each in row:
            whole.paste(each, (left, top))
            left += each.width + GAP
        top += max(each.height for each in row) + GAP
    return whole


def in_few_colours(whole: Image.Image) -> Image.Image:
    """Return a sheet in few colours, with the page's own kept even where they fill only a button."""
    across = whole.width // PATCH
    patched = Image.new("RGB", (whole.width, whole.height + PATCH * (len(OWN) // across + 1)), "#808080")
    patched.paste(whole, (0, 0))
    for place, colour in enumerate(OWN):
        corner = (place % across * PATCH, whole.height + place // across * PATCH)
        patched.paste(colour, (*corner, corner[0] + PATCH, corner[1] + PATCH))
    palette = patched.quantize(COLOURS, dither=Image.Dither.NONE)
    return whole.quantize(palette=palette, dither=Image.Dither.NONE)


def main() -> None:
    """Take the pictures of all pages, or of those that are named."""
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        counts = Path(made) / "counts.db"
        demo = [sys.executable, "-m", "bot", "demo-counts", str(counts)]
        subprocess.run(demo, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True)  # noqa: S603 - ours
        os.environ |= {
            "SIGNPOST_DATABASE": str(counts),
            "SIGNPOST_STATE": str(Path(made) / "state"),
            "SIGNPOST_ADMIN_SECRET": SECRET,
            "SIGNPOST_PUBLIC_URL": f"{HERE}:8000",
            "SIGNPOST_FRAMES": f"{HERE}:8001",
            "SIGNPOST_PUBLISHER": "A made-up council",
            "SIGNPOST_CONTACT": "https://made-up.example/",
        }
        folder = Path(made) / "content"
        folder.mkdir()
        with served(starter(folder), "serve") as address:
            for name, show in PAGES.items():
                if not sys.argv[1:] or name in sys.argv[1:]:
                    path = OUT / f"{name}.png"
                    drawn = in_few_colours(sheet(browser, address, show))
                    drawn.save(path, optimize=True)
                    print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB", flush=True)
        browser.close()
    whole = sum(each.stat().st_size for each in OUT.iterdir())
    if whole > MOST_BYTES:
        sys.exit(f"The pictures are larger than {MOST_BYTES / 1_000_000:.0f} MB.")


if __name__ == "__main__":
    main()
