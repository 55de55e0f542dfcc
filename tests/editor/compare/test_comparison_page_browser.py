"""The page of ``signpost diff --html`` in a real browser: accessible, and readable at every width."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.editor.compare.comparison_page import page as written
from tests.editor.compare.test_comparison_page import BED, FACTS, FLOW, NIGHT, compared
from tests.small_content import change, small_content

pytest.importorskip("playwright", reason="playwright is not installed: the page is not tested in a browser")
pytest.importorskip("axe_playwright_python", reason="axe is not installed: the page is not tested in a browser")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium"),
]

AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.unseen, .skip, .picture')
).map(e => e.outerHTML)"""
OPENED = "() => document.querySelectorAll('details').forEach(each => each.open = true)"


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module", name="file")
def _file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page of a change of an entry, a service, a fact and a flow."""
    folder = tmp_path_factory.mktemp("compared")
    old, new = small_content(folder / "old"), small_content(folder / "new")
    change(new, BED, "first: Phone the night team", "first: Ring the night team")
    change(new, NIGHT, "status: active", "status: closed")
    change(new, FACTS, '"7 days"', '"8 days"')
    change(new, FLOW, "title: Call 999\n", "title: Call 999 now\n")
    change(new, FLOW, 'fine: {label: "No", next: who}', "fine: {label: Not hurt, next: who}")
    out = folder / "out.html"
    out.write_text(written(compared(old, new)), "utf-8")
    return out


@pytest.fixture(name="page")
def _page(browser: Browser, file: Path) -> Iterator[Page]:
    opened = browser.new_page()
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file.as_uri())
    opened.evaluate(OPENED)
    yield opened
    assert asked == [file.as_uri()]  # nothing else was fetched
    opened.close()


def wrong(page: Page) -> list[str]:
    """Return what axe finds.

    It cannot see behind the words of a picture, nor behind marked words that go over two lines; those in one line have
    the same colours, and are measured.
    """
    found = Axe().run(page, options=AXE).response
    nodes = [(each["id"], node) for each in found["violations"] for node in each["nodes"]]
    nodes += [
        (each["id"], node)
        for each in found["incomplete"]
        for node in each["nodes"]
        if not (each["id"] == "color-contrast" and node["html"].startswith(("<text ", "<ins>", "<del>")))
    ]
    return [f"{id}: {node['html'][:200]} {node['failureSummary']}" for id, node in nodes]


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_the_page_is_clean_under_axe_and_as_wide_as_its_screen(page: Page, width: int, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})

    assert wrong(page) == []
    assert page.evaluate(TOO_WIDE) == []


def test_before_and_after_stand_side_by_side_where_there_is_room_and_under_each_other_where_not(page: Page) -> None:
    places = {}
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        before, after = (page.locator(f".pair .{side}").first.bounding_box() for side in ("before", "after"))
        assert before
        assert after
        places[width] = (before["y"] == after["y"], before["x"] == after["x"])

    assert places == {320: (False, True), 1280: (True, False)}


def test_every_part_is_reached_from_the_contents_by_keyboard(page: Page) -> None:
    links = page.locator("nav a").all()

    assert links
    for link in links:
        target = link.get_attribute("href")
        link.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{target}")
        assert page.url.endswith(str(target))
        assert page.locator(str(target)).count() == 1
