"""The preview in a real browser: updated by itself after a save, with and without scripts, readable by everybody."""

import shutil
import time
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from bot.content.load_in_process import find_content
from bot.editor.preview.state import ContentBuilder
from bot.encoder import ready
from tests.guides import HEARING
from tests.machine_speed import Stopwatch
from tests.preview import Shown, shown
from tests.small_content import small_content
from tests.web import served

pytest.importorskip("playwright", reason="playwright is not installed: the preview is not tested in a browser")
pytest.importorskip("axe_playwright_python", reason="axe is not installed: the preview is not tested in a browser")
from playwright.sync_api import Browser, Page, sync_playwright

from tests.channels.web.test_page_browser import (
    AXE,
    AXE_OF_COLOURS,
    CHROMIUM,
    COLOURS,
    NARROW,
    TOO_WIDE,
    Watched,
    violations,
)

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium"),
]

QUESTION = "her landlord wants sex insted of rent, shes in Fife"
FILE, TITLE = "guidance/home/sex-for-rent.yaml", "A landlord wants sex instead of rent"
SMALL, HEADING = "guidance/home-life/bed-tonight.yaml", "She needs a bed tonight"
OPENED = "/go/bed-tonight"
DESK = {"width": 1440, "height": 900}
SHOWN = 60_000.0  # milliseconds to wait for a page on a busy machine
# A picture scrolls in its own frame, so it may be wider than the page.
WIDER = TOO_WIDE.replace(".unseen, .skip", ".unseen, .skip, .picture-of-flow > *")
SMALL_TARGETS = """() => [...document.querySelectorAll('.workshop button, .workshop nav a, .workshop summary, .only a')]
    .filter(e => e.offsetParent && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"""
PAGES = {
    "answer to a question": f"?{QUESTION}",
    "danger": "?hes outside her door with a knife",
    "question of a flow": "/go/stay-tonight",
    "flow as a picture": "/preview/flow/danger-now?step=alone#here",
    "first page": "/",
    "service": "/go/service_rape-crisis-scotland-helpline",
    "all entries and flows": "/preview",
    "missing": "/preview/nothing",
}


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module", name="real")
def _real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Shown, str]]:
    """Yield the preview of a watched copy of the real content, and its address."""
    folder = tmp_path_factory.mktemp("content")
    for part in ("guidance", "flows"):
        shutil.copytree(find_content() / part, folder / part)
    made = shown(folder, ContentBuilder(HEARING, ready()[0]))
    made.watch.start()
    with served(made.site) as address:
        yield made, address
    made.watch.stop()


@pytest.fixture(name="preview")
def _preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    made = shown(small_content(tmp_path_factory.mktemp("small") / "content"))
    made.watch.start()
    yield made
    made.watch.stop()


@pytest.fixture(name="watched")
def _watched(browser: Browser, preview: Shown) -> Iterator[Watched]:
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    with served(preview.site) as address:
        yield Watched(context, address)
        context.close()


@pytest.fixture(name="of_real")
def _of_real(browser: Browser, real: tuple[Shown, str]) -> Iterator[Watched]:
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    yield Watched(context, real[1])
    context.close()


def headed(page: Page, words: str) -> None:
    """Wait until a page has a heading with some words."""
    page.wait_for_selector(f"h1:has-text('{words}')", timeout=SHOWN)


def complaints(watched: Watched) -> list[str]:
    """Return a browser's complaints, except about a page that is left while it waits for the next save."""
    return [text for text in watched.complaints if "404" not in text and "/preview/change" not in text]


def faults(page: Page) -> list[str]:
    """Return what axe finds wrong with a page; it cannot see the background of words in a picture."""
    return faults_of(page, AXE) + page.evaluate(SMALL_TARGETS)


def faults_of(page: Page, options: Mapping[str, Any]) -> list[str]:
    found = [line for line in violations(page, options) if not line.startswith("color-contrast: <text")]
    return found + page.evaluate(WIDER)


def test_every_kind_of_page_is_clean_at_every_size_in_all_colours(of_real: Watched) -> None:
    page, wrong = of_real.page, {}
    for name, where in PAGES.items():
        of_real.open(where)
        for width in (320, 768, 1280, 1440):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme="light", contrast="no-preference")
            wrong[name, width, "light"] = faults(page)
            for scheme, contrast in COLOURS if width == 768 else ():  # the width changes no colour
                page.emulate_media(color_scheme=scheme, contrast=contrast)  # type: ignore[arg-type]
                wrong[name, width, scheme, contrast] = faults_of(page, AXE_OF_COLOURS)

    assert {kind: found for kind, found in wrong.items() if found} == {}
    assert len(wrong) == (4 + 3) * len(PAGES)
    assert complaints(of_real) == []


def test_with_all_entries_with_faults_and_on_another_day_it_is_clean_too(watched: Watched, preview: Shown) -> None:
    page, wrong = watched.page, {}
    watched.open("/preview")
    preview.change(SMALL, "avoid:", "avoidd:")
    page.wait_for_selector("#preview-faults", timeout=SHOWN)
    page.click("#preview-day summary")
    page.fill("#preview-on", "2027-12-25")
    page.click("text=Show that day")
    page.wait_for_selector(".other-day", timeout=SHOWN)
    for size, scheme in ((NARROW, "dark"), (DESK, "light")):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        wrong[size["width"]] = faults(page)

    assert wrong == {320: [], 1440: []}
    assert "overdue for review" in page.inner_text(".special")


def test_a_save_of_the_real_content_is_shown_soon(of_real: Watched, real: tuple[Shown, str]) -> None:
    of_real.open("/go/sex-for-rent")
    with Stopwatch() as watch:
        real[0].change(FILE, TITLE, "A landlord asks for sex instead of rent")
        headed(of_real.page, "A landlord asks for sex instead of rent")

    assert watch.seconds < 3  # of work, of which there are 1.4
    assert complaints(of_real) == []


def test_a_save_is_shown_by_itself_and_what_is_typed_stays(watched: Watched, preview: Shown) -> None:
    page = watched.page
    watched.open(OPENED)
    page.fill("#question", "half a quest")
    page.click("#preview-terminal summary")
    preview.change(SMALL, HEADING, "She needs a room tonight")
    headed(page, "She needs a room tonight")

    assert page.input_value("#question") == "half a quest"
    assert page.evaluate("document.activeElement.closest('details').id") == "preview-terminal"
    assert page.get_attribute("#preview-terminal", "open") is not None
    assert "Reloaded at" in page.inner_text("#preview-told")
    assert complaints(watched) == []


def test_a_question_is_asked_again_after_a_save_so_that_a_new_phrasing_is_seen_at_work(
    watched: Watched, preview: Shown
) -> None:
    question = "the purple kettle is whistling again about the tenancy"
    watched.open(f"?{question}")
    before = watched.heading()
    preview.change(SMALL, "phrasings:\n", f"phrasings:\n  - {question}\n")
    headed(watched.page, HEADING)

    assert before != HEADING
    assert "An answer: bed-tonight" in watched.page.inner_text(".why")
    assert "kettle" not in watched.page.url


def test_a_bad_save_is_told_in_view_and_one_reads_on_where_one_was_when_it_is_mended(
    watched: Watched, preview: Shown
) -> None:
    page = watched.page
    page.set_viewport_size({"width": 1440, "height": 400})
    watched.open(OPENED)
    page.evaluate("scrollTo(0, 150)")
    preview.change(SMALL, "first:", "fist:")
    page.wait_for_selector("#preview-faults", timeout=SHOWN)
    told, top = page.inner_text(".faults"), page.evaluate("scrollY")
    preview.change(SMALL, "fist:", "first:")
    page.wait_for_selector("#preview-faults", state="detached", timeout=SHOWN)

    assert "1 fault in the last save" in told
    assert "did you mean" in told
    assert (top, page.evaluate("scrollY")) == (0, 150)
    assert watched.heading() == HEADING


def test_a_day_chosen_on_one_page_is_shown_on_every_open_page(watched: Watched, preview: Shown) -> None:
    watched.open("/")
    other = watched.page.context.new_page()
    other.goto(watched.address + OPENED)
    other.click("#preview-day summary")
    other.fill("#preview-on", "2027-03-01")
    other.click("text=Show that day")
    watched.page.wait_for_selector(".other-day", timeout=SHOWN)
    watched.page.click("text=Back to now")
    other.wait_for_selector(".other-day", state="detached", timeout=SHOWN)

    assert preview.shelf.shown.day is None


def test_without_scripts_everything_is_a_click_away(browser: Browser, preview: Shown) -> None:
    context = browser.new_context(viewport=DESK, java_script_enabled=False)  # type: ignore[arg-type]
    headings = []
    with served(preview.site) as address:
        watched = Watched(context, address)
        watched.open("?she has no bed for tonight")
        before = preview.shelf.shown.change
        preview.change(SMALL, HEADING, "She needs a room tonight")
        while preview.shelf.shown.change == before:
            time.sleep(0.02)
        for button in ("Reload", "Ask it again"):
            with watched.page.expect_navigation():
                watched.page.click(f"text={button}")
            headings.append(watched.heading())
        context.close()

    assert headings == ["She needs a room tonight"] * 2
    assert watched.complaints == []


def test_nothing_is_asked_of_any_other_site_and_nothing_is_left_in_the_browser(watched: Watched) -> None:
    for where in ("?she has no bed for tonight", OPENED, "/preview", "/preview/flow/find-help?step=asked#here"):
        watched.open(where)
    kept = watched.page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")

    assert {url.split("/")[2] for _, url in watched.requests} == {watched.address.split("/")[2]}
    assert (watched.page.context.cookies(), kept) == ([], ["", 0, 0])
    assert [url for _, url in watched.requests if "bed%20for" in url or "bed+for" in url] == []


def test_the_page_and_what_is_behind_it_are_seen_side_by_side_where_there_is_room(watched: Watched) -> None:
    watched.open(OPENED)
    main, beside = (watched.page.locator(part).bounding_box() for part in ("main", ".beside"))

    assert main is not None
    assert beside is not None
    assert main["x"] + main["width"] <= beside["x"] + 1
    assert abs(main["y"] - beside["y"]) < 2
