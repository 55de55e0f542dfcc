"""What is suggested while a question is typed, in a real browser: by keyboard alone, and never in the way."""

import pytest

from bot.core.guide import Guide
from bot.core.position import NONE, Position, area_code, encode
from bot.core.screens.registry import step_to
from tests.channels.web.test_page_browser import (
    NARROW,
    TOO_WIDE,
    WIDE,
    Watched,
    _address,
    _browser,
    _watched,
    pytestmark,
    violations,
)
from tests.web import GLASGOW

pytest.importorskip("playwright", reason="playwright is not installed: the page is not tested in a browser")
from playwright.sync_api import Browser, Route

__all__ = ["_address", "_browser", "_watched", "pytestmark"]

OPTIONS = "#suggestions [role=option]"


def begin(watched: Watched, where: str = "/") -> None:
    """Open a page and go to the field for a question, once there is something to suggest from."""
    watched.open(where)
    watched.page.focus("#question")
    watched.page.wait_for_function("() => Array.isArray(self.suggestions)")  # and not the list of that name


def offered(watched: Watched) -> list[str]:
    return watched.page.locator(OPTIONS).all_inner_texts()


def chosen(watched: Watched) -> str:
    """Return the words of the option that the field says is active, or nothing."""
    return str(
        watched.page.evaluate(
            """() => { const id = document.querySelector('#question').getAttribute('aria-activedescendant');
                return id ? document.getElementById(id).innerText : '' }"""
        )
    )


def path(*screen: str, area: str = NONE) -> str:
    return "/at/" + encode(Position((step_to(*screen),), area=area))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("archw", ("service", "archway")),
        ("glasgow sarc", ("service", "archway")),
        ("samarit", ("service", "samaritans")),
        ("subject access", ("entry", "recording")),
        ("what should i write in", ("entry", "recording")),
        ("beiras", ("service", "beiras-place")),
    ],
)
def test_a_name_that_is_begun_is_found_and_enter_opens_its_page(
    watched: Watched, real: Guide, typed: str, first: tuple[str, str]
) -> None:
    begin(watched)
    watched.page.keyboard.type(typed)
    kind, id = first
    title = real.library.entries[id].title if kind == "entry" else real.library.services[id].name
    watched.page.keyboard.press("ArrowDown")
    active = chosen(watched)
    with watched.page.expect_navigation():
        watched.page.keyboard.press("Enter")

    assert (active, watched.page.url.removeprefix(watched.address)) == (title, path(*first))
    assert watched.heading() == title
    assert watched.complaints == []


def asked(watched: Watched) -> list[str]:
    """Return the paths that a page asked for, except its icon, which a browser fetches when it likes."""
    paths = [url.removeprefix(watched.address).partition("?")[0] for _, url in watched.requests]
    return [path for path in paths if path != "/signpost.svg"]


def test_nothing_is_asked_for_while_typing(watched: Watched) -> None:
    begin(watched)
    before = asked(watched)
    for typed in ("archway", " glasgow", " she needs a bed for tonight"):
        watched.page.keyboard.type(typed)
        watched.page.keyboard.press("ArrowDown")
    watched.page.keyboard.press("Escape")

    assert before[-1] == "/suggestions.js"
    assert asked(watched) == before


def test_the_file_is_asked_for_once_in_many_pages(watched: Watched) -> None:
    begin(watched)
    begin(watched, "/browse")
    files = [url for _, url in watched.requests if "/suggestions.js" in url]
    kept = watched.page.evaluate(
        "performance.getEntriesByType('resource').find(e => e.name.includes('/suggestions.js')).transferSize"
    )

    assert (len(set(files)), kept) == (1, 0)


def test_the_keys_move_in_the_list_and_out_of_it_and_typing_goes_on(watched: Watched) -> None:
    begin(watched)
    page = watched.page
    page.keyboard.type("women's aid")
    listed, active = offered(watched), []
    for key in ("ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown"):  # the first, the field again, the last, the first
        page.keyboard.press(key)
        active.append(chosen(watched))
    page.keyboard.type("x")
    gone = (offered(watched), chosen(watched))
    page.keyboard.press("Backspace")
    page.keyboard.press("Escape")
    shut = (page.locator("#suggestions").is_visible(), page.input_value("#question"))
    page.keyboard.press("Alt+ArrowDown")
    again = (offered(watched), chosen(watched))

    assert active == [listed[0], "", listed[-1], listed[0]]
    assert gone == ([], "")
    assert shut == (False, "women's aid")
    assert again == (listed, "")


def test_enter_with_nothing_chosen_asks(watched: Watched) -> None:
    begin(watched)
    watched.page.keyboard.type("samaritans")
    shown = offered(watched)
    with watched.page.expect_navigation():
        watched.page.keyboard.press("Enter")

    assert shown[:1] == ["Samaritans"]
    assert [method for method, _ in watched.requests].count("POST") == 1
    assert "/found/" in watched.page.url or "/at/" in watched.page.url


def test_what_is_wider_than_its_line_is_shown_whole_under_it(watched: Watched) -> None:
    begin(watched)
    page, whole = watched.page, watched.page.locator("#whole")
    page.keyboard.type("he took her keys")
    short = whole.is_visible()
    page.keyboard.type(" and her phone, and he will not let her go home to her children")
    long = (whole.is_visible(), whole.inner_text(), page.evaluate(TOO_WIDE), violations(page))

    assert not short
    assert long == (True, page.input_value("#question"), [], [])
    assert whole.get_attribute("aria-hidden") == "true"  # the field says it already


def test_lines_that_are_pasted_stay_lines_in_a_box_of_their_own(watched: Watched) -> None:
    begin(watched)
    page = watched.page
    page.keyboard.type("women's aid")
    page.evaluate(
        """() => { const data = new DataTransfer(); data.setData("text", "\\nshe wrote:\\nhe has my keys\\n");
            const pasted = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
            document.querySelector("#question").dispatchEvent(pasted); }"""
    )
    page.keyboard.type(" now")
    field = page.locator("#question")
    found = (field.input_value(), field.evaluate("e => e.localName"), field.get_attribute("role"))

    assert found == ("women's aidshe wrote:\nhe has my keys now", "textarea", None)
    assert offered(watched) == []
    assert violations(page) == []


def test_whoever_types_before_the_script_is_there_goes_on_typing(watched: Watched) -> None:
    held: list[Route] = []
    watched.page.route("**/leave.js*", lambda route: held.append(route))
    watched.page.goto(watched.address, wait_until="commit")
    watched.page.focus("#question")
    watched.page.keyboard.type("samar")
    plain = watched.page.locator("#question").evaluate("e => e.localName")
    held[0].continue_()
    watched.page.locator("input#question").wait_for()
    watched.page.keyboard.type("itans")

    assert plain == "textarea"
    assert watched.page.input_value("#question") == "samaritans"


def test_the_list_stands_between_the_field_and_the_button_and_a_question_has_none(watched: Watched) -> None:
    begin(watched)
    before = watched.page.locator("#question").bounding_box()
    watched.page.keyboard.type("women's aid")
    listed, after = offered(watched), watched.page.locator("#question").bounding_box()
    tops = [watched.page.locator(part).bounding_box() for part in ("#question", "#suggestions", ".ask button")]
    watched.page.fill("#question", "she says he has her passport and will not let her leave")
    question = offered(watched)
    watched.page.fill("#question", "she")

    assert len(listed) == 3  # on a phone
    assert after == before  # the field stays
    assert [box["y"] for box in tops if box] == sorted(box["y"] for box in tops if box)
    assert tops[2] is not None
    assert before is not None
    assert tops[2]["y"] + tops[2]["height"] - before["y"] < 400  # of 640 pixels, with names of two lines
    assert (question, offered(watched)) == ([], [])


def test_a_press_on_the_button_under_the_list_asks(watched: Watched) -> None:
    begin(watched)
    watched.page.keyboard.type("women's aid")
    watched.page.locator(OPTIONS).first.wait_for()
    with watched.page.expect_navigation():
        watched.page.click(".ask button", delay=100)  # the list goes as a field loses the focus, and the button moves

    assert watched.page.url != f"{watched.address}/"


def test_a_press_on_a_filter_under_the_list_ticks_it(watched: Watched) -> None:
    watched.page.set_viewport_size({"width": 360, "height": 740})
    watched.open("/browse/c")
    watched.page.click("#question")
    watched.page.wait_for_function("() => Array.isArray(self.suggestions)")
    watched.page.keyboard.type("orkney")
    watched.page.locator("#suggestions").wait_for()
    box = watched.page.locator("fieldset input").first
    box.click(delay=100)

    assert box.is_checked()


def test_the_list_is_announced_as_one_and_says_how_many_there_are(watched: Watched, real: Guide) -> None:
    begin(watched)
    watched.page.keyboard.type("beiras")
    watched.page.keyboard.press("ArrowDown")
    field = watched.page.get_by_role("combobox", name=real.words("page-label"), expanded=True)
    label = real.words("page-suggested")
    told = real.words("page-suggested-count", count="1")
    watched.page.wait_for_function("told => document.querySelector('.ask [role=status]').innerText === told", arg=told)

    assert field.get_attribute("aria-autocomplete") == "list"
    assert watched.page.locator(f"#{field.get_attribute('aria-controls')}").get_attribute("aria-label") == label
    assert watched.page.get_by_role("listbox", name=label).get_by_role("option", selected=True).count() == 1

    watched.page.keyboard.press("Escape")

    assert watched.page.get_by_role("combobox", expanded=False).count() == 1


def test_a_suggestion_can_be_tapped_and_keeps_the_area(watched: Watched) -> None:
    area = area_code(GLASGOW)
    begin(watched, "/at/" + encode(Position((step_to("topics"),), area=area)))
    watched.page.keyboard.type("archway")
    with watched.page.expect_navigation():
        watched.page.locator(OPTIONS).first.click()

    assert watched.page.url == watched.address + path("service", "archway", area=area)


def test_nothing_of_it_is_left_in_the_browser(watched: Watched) -> None:
    begin(watched)
    page, context = watched.page, watched.page.context
    page.keyboard.type("archway")
    page.keyboard.press("ArrowDown")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    kept = page.evaluate(
        """async () => [document.cookie, localStorage.length, sessionStorage.length,
            (await indexedDB.databases()).length, (await caches.keys()).length]"""
    )
    page.go_back()

    assert (context.cookies(), kept) == ([], ["", 0, 0, 0, 0])
    assert page.input_value("#question") == ""
    assert [url for _, url in watched.requests if "archw" in url] == []


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_list_is_clean_under_axe_and_fits_320_pixels(
    watched: Watched, size: dict[str, int], scheme: str
) -> None:
    watched.page.set_viewport_size(size)  # type: ignore[arg-type]
    watched.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    begin(watched)
    watched.page.keyboard.type("women's aid")
    watched.page.keyboard.press("ArrowDown")

    assert violations(watched.page) + watched.page.evaluate(TOO_WIDE) == []
    assert len(offered(watched)) == (3 if size == NARROW else 6)


def test_without_scripts_there_is_no_list_and_nothing_is_lost(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    watched = Watched(context, address)
    watched.open("/")
    there = watched.page.locator("#suggestions").count()
    watched.ask("archway")
    heading = watched.heading()
    context.close()

    assert (there, bool(heading), watched.complaints) == (0, True, [])
    assert [url for _, url in watched.requests if url.endswith(".js") or ".js?" in url] == []
