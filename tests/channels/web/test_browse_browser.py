"""The pages to browse in a real browser: clean under axe, readable at every size, and used by keyboard alone."""

import pytest

from bot.core.position import area_code
from tests.channels.web.test_browse import IN_GLASGOW, PAGES
from tests.channels.web.test_page_browser import (
    ACTIVE,
    NARROW,
    TOO_WIDE,
    WIDE,
    Watched,
    _address,
    _browser,
    _watched,
    assert_nothing_is_complained_of_and_no_other_site_asked,
    pytestmark,
    violations,
)

pytest.importorskip("playwright", reason="playwright is not installed: the page is not tested in a browser")
from playwright.sync_api import Browser

__all__ = ["_address", "_browser", "_watched", "pytestmark"]

SMALL = """() => [...document.querySelectorAll('.index a, .jump a, .map a')].filter(e => {
    const {height, width} = e.getBoundingClientRect();
    return e.checkVisibility() && Math.min(height, width) < %s; }).map(e => e.outerHTML)"""


def faults(watched: Watched, where: str) -> list[str]:
    """Return what axe finds wrong on a page, what runs off it, and what is too small to press."""
    watched.open(where)
    too_wide, small = watched.page.evaluate(TOO_WIDE), watched.page.evaluate(SMALL % 24)
    return [*violations(watched.page), *too_wide, *small]


def test_pages_are_clean_under_axe_and_fit_320_pixels(watched: Watched) -> None:
    wrong = {where: faults(watched, where) for where in ("/browse", "/browse/c")}

    assert wrong == {"/browse": [], "/browse/c": []}
    assert_nothing_is_complained_of_and_no_other_site_asked(watched)


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_clean_at_both_sizes_in_light_and_dark(
    watched: Watched, size: dict[str, int], scheme: str
) -> None:
    watched.page.set_viewport_size(size)  # type: ignore[arg-type]
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    wrong = {where: faults(watched, where) for where in PAGES}

    assert {where: found for where, found in wrong.items() if found} == {}
    assert len(wrong) == 8
    assert_nothing_is_complained_of_and_no_other_site_asked(watched)


def test_a_phone_shows_the_names_of_councils_and_no_map_of_letters(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 360, "height": 740})
    watched.open("/browse/c")

    assert not watched.page.is_visible(".map")
    assert watched.page.is_visible("#list >> text=Aberdeen City")


def test_the_map_is_walked_by_keyboard_and_shows_where_it_is(watched: Watched) -> None:
    watched.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    watched.open("/browse/c")
    page = watched.page
    page.focus(".map a[aria-label$='Glasgow City']")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    active = page.evaluate(ACTIVE)
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    ring = page.eval_on_selector(".map a:focus-visible rect", "e => getComputedStyle(e).strokeWidth")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert (name, active["inside"], active["covered"], ring) == ("GLA, Glasgow City", True, False, "3px")
    assert page.url == watched.address + IN_GLASGOW
    assert watched.heading() == "Glasgow City"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_letters_on_the_map_have_the_colours_of_a_button(watched: Watched, scheme: str) -> None:
    """Axe cannot see the background of a text in a picture, but it has looked at the button."""
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    watched.open("/browse/c")
    fill = "e => getComputedStyle(e).fill"
    square, letters = (watched.page.eval_on_selector(f".map {part}", fill) for part in ("rect", "text"))
    style = "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"

    assert watched.page.eval_on_selector(".ask button", style) == [square, letters]


def test_the_list_of_councils_is_one_press_away_from_the_map(watched: Watched, browser: Browser) -> None:
    watched.page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    watched.open("/browse/c")
    watched.page.keyboard.press("Tab")
    while "#list" not in watched.page.evaluate("document.activeElement.href ?? ''"):
        watched.page.keyboard.press("Tab")
    watched.page.keyboard.press("Enter")
    watched.page.keyboard.press("Tab")

    assert watched.page.evaluate("document.activeElement.closest('#list') !== null")


def test_all_of_it_works_with_scripts_turned_off(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    watched = Watched(context, address)
    headings = []
    watched.open("/browse")
    for link in ("Find services", "Aberdeen City"):
        watched.press(link)
        headings.append(watched.heading())
    watched.page.go_back()
    watched.page.check("[name=only-by-phone]")
    watched.ask("food bank in fife")
    headings.append(watched.heading())
    watched.page.goto(address + "/browse/s")
    watched.page.locator(".jump").get_by_role("link", name="S", exact=True).click()
    watched.press("Samaritans")
    headings.append(watched.heading())
    context.close()

    assert headings == ["Find services", "Aberdeen City", "Food and heat", "Samaritans"]
    assert watched.complaints == []
    assert area_code("S12000033") in "".join(url for _, url in watched.requests)
