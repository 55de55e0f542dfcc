"""The admins' page in a real browser: signed in to once, clean under axe, and fitting a phone, light and dark."""

from collections.abc import Iterator

import pytest

from bot.channels.admin import AdminCounts
from bot.channels.talk import Talk
from bot.channels.web import admin_page
from bot.core.library import Library
from bot.reports.released_counts import Reader
from bot.state.admin_records import AdminRecords
from bot.state.pause_service import PauseRequest, PauseService
from bot.state.secret import Secret
from bot.state.switchboard import Switchboard
from tests.conftest import NOW
from tests.guides import HEARING
from tests.web import made, served

pytest.importorskip("playwright", reason="playwright is not installed: the page is not tested in a browser")
pytest.importorskip("axe_playwright_python", reason="axe is not installed: the page is not tested in a browser")
from playwright.sync_api import Page, sync_playwright

from tests.channels.web.test_page_browser import AXE_OF_COLOURS, CHROMIUM, TOO_WIDE, violations

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium"),
]
SECRET = "correct horse battery staple again"
SMALL = """() => [...document.querySelectorAll('button, select, input')].filter(e => e.checkVisibility()
    && e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"""
FOLDED = "() => [...document.querySelectorAll('details')].forEach(each => each.open = true)"
LETTERS = """() => [...document.querySelectorAll('.picture text')].map(e => parseFloat(getComputedStyle(e).fontSize)
    * e.ownerSVGElement.getBoundingClientRect().width / e.ownerSVGElement.viewBox.baseVal.width)"""
DRAWN = """() => [...document.querySelectorAll('.weeks rect')].map(e => [getComputedStyle(e).fill,
    Math.round(e.getBoundingClientRect().width)])"""


@pytest.fixture(scope="module", name="address")
def _address(talk: Talk, demo: str, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("admins")
    board = Switchboard(folder / "switches.json", clock=lambda: NOW)
    PauseService(board, lambda: library, HEARING.lexicon).pause(
        PauseRequest("cuckooing", NOW.date(), "a number in it is wrong")
    )
    counts = AdminCounts(Reader(demo), lambda: library, lambda: NOW)
    site = admin_page.AdminSite(Secret(SECRET), counts, AdminRecords(folder / "admins.db", Secret(SECRET)), board)
    with served(made(talk, admin_page.routes(site))) as address:
        yield address


@pytest.fixture(scope="module", name="page")
def _page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened.new_page()
        opened.close()


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/admin")
    page.fill("#secret", SECRET)
    with page.expect_navigation():
        page.click("text=Sign in")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (360, "dark"), (1280, "light")])  # no width has colours
def test_the_page_fits_and_is_clean_under_axe_with_all_that_is_folded_open(
    page: Page, address: str, width: int, scheme: str
) -> None:
    page.context.clear_cookies()
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(f"{address}/admin")
    door = violations(page) + page.evaluate(TOO_WIDE) + page.evaluate(SMALL)
    sign_in(page, address)
    page.goto(f"{address}/admin?weeks=13&by=council")
    page.evaluate(FOLDED)
    drawn = page.evaluate(DRAWN)

    assert door == []
    assert violations(page) + page.evaluate(TOO_WIDE) + page.evaluate(SMALL) == []
    assert len({fill for fill, _ in drawn}) == 3, "each part of the picture has a colour of its own"
    assert min(wide for _, wide in drawn) >= 15, "a column can be told from the next on a phone"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_report_is_readable_on_a_phone_too(page: Page, address: str, scheme: str) -> None:
    page.context.clear_cookies()
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    sign_in(page, address)
    page.goto(f"{address}/admin/report?weeks=13")
    letters = page.evaluate(LETTERS)

    assert [each for each in violations(page, AXE_OF_COLOURS) if "<text " not in each] == [], "pictures stay on white"
    assert page.evaluate("document.documentElement.scrollWidth") == 360, "a picture scrolls by itself"
    assert len(letters) > 50
    assert min(letters) >= 10, "pixels"


def test_periods_are_chosen_without_a_script_and_signing_out_closes_the_page(page: Page, address: str) -> None:
    page.context.clear_cookies()
    sign_in(page, address)
    page.click("text=Choose other periods")
    page.select_option("#weeks", "13")
    page.select_option("#by", "region")
    with page.expect_navigation():
        page.click(".choose button")
    chosen, where = page.inner_text("main"), page.url
    with page.expect_navigation():
        page.click("text=Sign out")
    page.go_back()
    page.reload()

    assert "13 weeks to 22 November 2026" in chosen
    assert "By region" in chosen
    assert SECRET not in where
    assert page.locator("#secret").count() == 1, "what was shown is asked for again"
    assert page.context.cookies() == []


def test_no_other_page_is_sent_the_cookie_and_no_script_can_read_it(page: Page, address: str) -> None:
    page.context.clear_cookies()
    sign_in(page, address)
    sent: list[str] = []
    readable = page.evaluate("document.cookie")
    page.route("**/*", lambda route: (sent.append(route.request.all_headers().get("cookie", "")), route.continue_()))
    page.goto(f"{address}/")
    page.unroute("**/*")

    assert readable == ""
    assert sent
    assert set(sent) == {""}
