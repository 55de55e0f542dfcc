"""The box in a real browser: shown by the website that the settings name and by no other, and usable inside it."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route

from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.core.guide import Guide
from bot.state.address_keys import AddressKeys
from tests.channels.web.test_page_browser import NARROW, TOO_WIDE, Watched, _browser, _watched, pytestmark, violations
from tests.conftest import NOW
from tests.guides import CARDS
from tests.web import DANGER, served
from tests.wire import free_port

pytest.importorskip("playwright", reason="playwright is not installed: the box is not tested in a browser")
from playwright.sync_api import FrameLocator

__all__ = ["_browser", "_watched", "pytestmark"]
PAGE = Path(__file__).parents[3] / "docs/page.md"
FRAME, LINK = re.findall(r"```html\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module", name="signpost")
def _signpost(talk: Talk) -> Iterator[tuple[str, int]]:
    """Serve a page that the intranet on one port may show; yield its address and that port."""
    port = free_port()
    made = app(talk, health=dict, keys=AddressKeys(lambda: NOW), frames=[f"http://localhost:{port}"])
    with served(made) as address:
        yield address, port


@pytest.fixture(name="address")
def _address(signpost: tuple[str, int]) -> Iterator[str]:
    """Serve an intranet that holds the snippets of the docs, under a name that makes it another site."""
    with served(intranet(signpost[0]), port=signpost[1]) as address:
        yield address.replace("127.0.0.1", "localhost")


def intranet(signpost: str) -> Starlette:
    """Return a website that holds the snippets of the docs, each on a page of its own."""

    def held(snippet: str) -> Route:
        html = "<!doctype html><html lang=en><link rel=icon href=data:,><title>Intranet</title><h1>Intranet</h1>"
        shown = html + snippet.replace("https://signpost.example.org", signpost)
        return Route("/" if snippet == FRAME else "/link", lambda request: HTMLResponse(shown))

    return Starlette(routes=[held(FRAME), held(LINK)])


def box(watched: Watched) -> FrameLocator:
    return watched.page.frame_locator("iframe")


def test_a_question_is_asked_and_answered_in_the_box_and_followed_up(watched: Watched, real: Guide) -> None:
    watched.open("/")
    box(watched).locator("#question").fill("where can she get a bed for tonight in dundee")
    box(watched).get_by_role("button", name=real.words("page-ask")).click()
    box(watched).locator("form.ask h2", has_text=real.words("page-label-again")).wait_for()
    answered = watched.page.frames[1].url
    box(watched).locator("main .choices a, main .actions a").first.click()
    watched.page.frames[1].wait_for_url(lambda url: url != answered)
    followed = watched.page.frames[1].url
    box(watched).get_by_role("link", name=real.words("box-clear")).click()
    box(watched).locator("form.ask h2", has_text=real.words("page-label")).first.wait_for()

    assert {urlsplit(url).path.split("/")[1:3] == ["box", "to"] for url in (answered, followed)} == {True}
    assert watched.heading() == "Intranet"
    assert watched.page.context.cookies() == []
    assert watched.complaints == []


def test_danger_in_the_box_shows_999(watched: Watched, real: Guide) -> None:
    watched.open("/")
    box(watched).locator("#question").fill(DANGER)
    box(watched).get_by_role("button", name=real.words("page-ask")).click()

    assert CARDS["weapon"].line in " ".join(box(watched).locator(".danger").inner_text().split())


def test_what_leaves_the_box_opens_a_tab_that_knows_nothing_of_it(watched: Watched, real: Guide) -> None:
    watched.open("/")
    with watched.page.context.expect_page() as opened:
        box(watched).get_by_role("link", name=real.words("box-whole")).click()
    tab = opened.value
    tab.wait_for_load_state()

    assert tab.evaluate("[opener, document.referrer, self === top]") == [None, "", True]
    assert tab.locator("#question").is_visible()


def test_no_other_website_can_show_the_box(watched: Watched, signpost: tuple[str, int]) -> None:
    with ExitStack() as served_too:
        other = served_too.enter_context(served(intranet(signpost[0])))
        watched.page.goto(other)
        watched.page.wait_for_timeout(500)
        shown = [frame.url for frame in watched.page.frames[1:]]

    assert shown == ["chrome-error://chromewebdata/"]
    assert any("frame-ancestors" in each for each in watched.complaints)


def test_shift_pressed_three_times_in_the_box_leads_nowhere(watched: Watched) -> None:
    watched.open("/")
    box(watched).locator("#question").click()
    for _ in range(3):
        watched.page.keyboard.press("Shift")
    watched.page.wait_for_timeout(300)

    assert box(watched).locator("#question").is_visible()


def test_the_link_without_a_frame_opens_the_page(watched: Watched, signpost: tuple[str, int]) -> None:
    watched.open("/link")
    with watched.page.context.expect_page() as opened:
        watched.page.locator("a").press("Enter")
    opened.value.wait_for_load_state()

    assert opened.value.url == f"{signpost[0]}/"
    assert opened.value.evaluate("[opener, document.referrer]") == [None, ""]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_box_is_clean_under_axe_and_fits_320_pixels(
    watched: Watched, signpost: tuple[str, int], scheme: str
) -> None:
    wrong = {}
    watched.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for path in ("/box", "/box/urgent", "/box/browse"):
        watched.page.goto(f"{signpost[0]}{path}")
        wrong[path] = violations(watched.page) + watched.page.evaluate(TOO_WIDE)

    assert [*wrong.values()] == [[]] * 3
