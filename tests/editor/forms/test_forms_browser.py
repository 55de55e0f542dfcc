"""The forms in a real browser: with and without scripts, readable by everybody, and only the line changes."""

import shutil
from collections.abc import Iterator

import pytest

from bot.content.load_in_process import find_content
from bot.editor.forms import EditSite
from bot.editor.preview.panel import PreviewOptions
from tests.guides import HEARING
from tests.preview import Shown, shown
from tests.small_content import change, small_content
from tests.web import served

pytest.importorskip("playwright", reason="playwright is not installed: the forms are not tested in a browser")
pytest.importorskip("axe_playwright_python", reason="axe is not installed: the forms are not tested in a browser")
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.channels.web.test_page_browser import AXE, CHROMIUM, TOO_WIDE, violations

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium"),
]

FILE = "guidance/services/day-line.yaml"
SCHEDULES = 'schedules:\n  - byday: [MO, TU, WE, TH, FR]\n    opens_at: "09:00"\n'
HELD = "document.querySelector('form.edit').addEventListener('submit', (e) => e.preventDefault(), {once: true})"
SHOWN = 60_000.0  # milliseconds to wait for a page on a busy machine


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(name="preview")
def _preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    folder = small_content(tmp_path_factory.mktemp("small") / "content")
    shutil.copy(find_content() / "guidance/messages.yaml", folder / "guidance/messages.yaml")  # words that show hours
    change(folder, FILE, "day and night", "helpline")
    change(folder, FILE, "languages:", f'{SCHEDULES}    closes_at: "17:00"\nlanguages:')
    made = shown(folder, drafts=True)
    made.watch.start()
    yield made
    made.watch.stop()


def opened(browser: Browser, at: str, *, scripts: bool) -> Page:
    page = browser.new_context(java_script_enabled=scripts, viewport={"width": 1440, "height": 900}).new_page()
    page.set_default_timeout(SHOWN)
    page.goto(f"{at}/edit/a-token/")
    page.get_by_role("link", name="Day line").click()
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_services_hours_are_changed_seen_refused_and_mended(browser: Browser, preview: Shown, scripts: bool) -> None:
    before = (preview.folder / FILE).read_text("utf-8")
    copy = preview.folder.parent / "copy"
    copy.mkdir()
    with served(EditSite(PreviewOptions(preview.folder, HEARING, True, "off"), preview.shelf, "a-token", copy)) as at:
        page = opened(browser, at, scripts=scripts)
        closes, beside = page.get_by_label("Closes at"), page.frame_locator("iframe")
        beside.get_by_text("open now until 5pm").first.wait_for()
        page.locator("summary", has_text="Schedules (optional)").click()
        page.locator("summary", has_text="1. 09:00").click()

        closes.first.fill("25:00")
        page.get_by_role("button", name="Save", exact=True).click()
        problem = page.locator(".error-summary a")
        problem.wait_for()
        assert page.title().startswith("Error: ")
        assert closes.first.get_attribute("aria-invalid") == "true"
        assert "25:00" in (page.locator("[id='own.schedules.0.closes_at-error']").text_content() or "")
        problem.click()
        assert page.url.endswith("#own.schedules.0.closes_at")
        assert (preview.folder / FILE).read_text("utf-8") == before

        closes.first.fill("18:00")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("heading", name="Saved", exact=True).wait_for()
        beside.get_by_text("open now until 6pm").first.wait_for()

    after = (preview.folder / FILE).read_text("utf-8")
    assert after == before.replace('closes_at: "17:00"', 'closes_at: "18:00"')


def test_the_form_says_at_once_that_it_is_saving(browser: Browser, preview: Shown) -> None:
    copy = preview.folder.parent / "copy"
    copy.mkdir()
    with served(EditSite(PreviewOptions(preview.folder, HEARING, True, "off"), preview.shelf, "a-token", copy)) as at:
        page = opened(browser, at, scripts=True)
        save, draft = page.locator(".buttons button").all()
        page.get_by_label("Hours", exact=True).fill("Not known")
        page.evaluate(HELD)
        draft.click()
        expect(draft).to_have_text("Saving…")
        for button in (save, draft):
            expect(button).to_be_disabled()
        expect(page.locator("#saving")).to_have_text("Saving. This takes some seconds.")

        page.evaluate("dispatchEvent(new Event('pageshow'))")  # as after going back
        expect(page.locator("#saving")).to_have_text("")
        draft.click()
        page.get_by_role("heading", name="Saved as a draft", exact=True).wait_for()


def test_the_form_is_readable_by_everybody_at_every_size(browser: Browser, preview: Shown) -> None:
    copy = preview.folder.parent / "copy"
    copy.mkdir()
    wrong: dict[str, list[str]] = {}
    with served(EditSite(PreviewOptions(preview.folder, HEARING, True, "off"), preview.shelf, "a-token", copy)) as at:
        page = opened(browser, at, scripts=True)
        page.get_by_label("Hours", exact=True).fill("")
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_role("link", name='Hours: "hours" is missing').wait_for()
        expect(page.locator(".error-summary")).to_be_focused()  # waits: its script runs once all of the page is read
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        for width, scheme in ((320, "light"), (1440, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            wrong[f"{width} {scheme}"] = _own(violations(page, AXE)) + page.evaluate(TOO_WIDE)

    assert {where: found for where, found in wrong.items() if found} == {}


def _own(found: list[str]) -> list[str]:
    """Return what is wrong with the form itself: the preview in its frame has its own tests."""
    return [line for line in found if not line.startswith("frame-tested")]
