"""What a browser keeps for when there is no signal, in a real one: only what somebody kept, and nothing once wiped."""

import asyncio
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.talk import Talk
from bot.core import inventory
from bot.core.guide import Guide
from bot.core.position import NONE, Position, area_code, code, encode
from bot.core.screens.registry import step_to
from bot.state.address_keys import AddressKeys
from tests.channels.web.test_page_browser import (
    NARROW,
    SMALL_TARGETS,
    TOO_WIDE,
    WIDE,
    Watched,
    _browser,
    _watched,
    pytestmark,
    violations,
)
from tests.channels.web.test_sealed_addresses import ProxyLog
from tests.conftest import NOW
from tests.guides import CARDS, guide, talking
from tests.web import DANGER, GLASGOW, at, made, served

pytest.importorskip("playwright", reason="playwright is not installed: the page is not tested in a browser")
from playwright.sync_api import Browser, Error

__all__ = ["_browser", "_watched", "pytestmark"]

ENTRY = at(step_to("entry", "recording"), area=GLASGOW)
CARD = at(step_to("urgent"), step_to("crisis", "weapon"))
KNOWN = NONE + area_code(GLASGOW)
SAID = ".device [role=status]:not(:empty)"
HELD = """async () => [await caches.keys(), Object.keys(localStorage), Object.keys(sessionStorage),
    (await indexedDB.databases()).length, (await navigator.serviceWorker.getRegistrations()).length, document.cookie]"""
SETTLED = """async () => { const kept = await navigator.serviceWorker.getRegistration();
    const wait = () => new Promise((go) => setTimeout(go, 50));
    await kept?.update();
    while (kept?.installing || kept?.waiting || kept?.active.state === "activating") await wait();
    return true }"""
EVERYTHING = """async () => { const texts = [JSON.stringify(localStorage)];
    for (const name of await caches.keys()) { const cache = await caches.open(name);
        for (const each of await cache.keys()) texts.push(each.url, await (await cache.match(each)).text()); }
    return texts.join(' ') }"""
NOTHING = [[], [], [], 0, 0, ""]


def sealed(talk: Talk) -> Starlette:
    """Return the app as it is served: its addresses are sealed."""
    return made(talk, keys=AddressKeys(lambda: NOW))


@pytest.fixture(scope="module", name="address")
def _address(talk: Talk) -> Iterator[str]:
    with served(sealed(talk)) as address:
        yield address


def to_the_foot(watched: Watched) -> None:
    """Scroll to the foot of the page, where the offers are, and wait for them."""
    watched.page.locator("footer").scroll_into_view_if_needed()
    watched.page.locator(".device").wait_for(state="attached")


def press(watched: Watched, action: str) -> str:
    """Press one of the buttons about this device, and return what the page then says."""
    to_the_foot(watched)
    watched.page.locator(f".device [data-do={action}]").click()
    watched.page.locator(SAID).wait_for()
    return watched.page.inner_text(SAID)


def keep(watched: Watched, where: str = ENTRY) -> str:
    watched.open(where)
    return press(watched, "keep")


def without_signal(watched: Watched) -> None:
    """Cut the signal, once the browser is not in the middle of taking up a later version of the worker."""
    assert watched.page.evaluate(SETTLED)
    watched.page.context.set_offline(True)


def shown(watched: Watched) -> str:
    return " ".join(watched.page.inner_text("main").split())


def listed(watched: Watched) -> list[str]:
    watched.page.locator("#kept-pages section:not([hidden]) a").first.wait_for()
    return watched.page.locator("#kept-pages section:not([hidden]) a").all_inner_texts()


def until_kept(watched: Watched, path: str, words: str) -> None:
    """Wait until the copy of a page holds some words."""
    holds = "async ([path, words]) => (await (await caches.match(path)).text()).includes(words)"
    for _ in range(600):
        if watched.page.evaluate(holds, [path, words]):
            return
        watched.page.wait_for_timeout(100)
    raise AssertionError("it was not fetched again")


def today() -> str:
    now = date.today()  # noqa: DTZ011 - the browser's own day
    return f"{now.day} {now:%B %Y}"


def test_nothing_is_kept_and_no_worker_asked_for_before_a_press(watched: Watched) -> None:
    for where in ("/", ENTRY, f"?{DANGER}", "/urgent", "/kept"):
        watched.open(where)
        to_the_foot(watched)
    asked = {url.removeprefix(watched.address).partition("?")[0] for _, url in watched.requests}

    assert watched.page.evaluate(HELD) == NOTHING
    assert {"/keep.js", "/kept.js"} <= asked
    assert "/worker.js" not in asked
    assert watched.complaints == []


def test_a_page_that_is_kept_opens_without_signal_and_says_the_day_it_was_fetched(
    watched: Watched, real: Guide
) -> None:
    said = keep(watched)
    without_signal(watched)
    watched.open(ENTRY)

    assert said == real.words("device-keep-done")
    assert watched.heading() == real.library.entries["recording"].title
    assert real.words("device-copied", day=today()) in shown(watched)
    assert real.library.entries["recording"].first in shown(watched)
    assert watched.page.locator(".device [data-do=wipe]").is_visible()
    assert watched.page.locator("form.ask, .feedback").count() == 0, "what could not be sent"


def test_urgent_help_and_every_danger_card_are_kept_with_it(watched: Watched, real: Guide) -> None:
    keep(watched)
    without_signal(watched)
    watched.open("/")
    first, pages = watched.page.inner_text(".danger"), listed(watched)
    watched.page.locator("header .help").click()
    watched.page.locator(".choices a", has_text=CARDS["weapon"].label or CARDS["weapon"].title).click()
    watched.page.locator("[data-if=copied]", has_text=today()).wait_for()

    assert real.words("call-999") in " ".join(first.split())
    assert pages[0] == real.library.entries["recording"].title
    assert {real.words("urgent-title"), *(card.title for card in real.library.crisis.values())} <= {*pages}
    assert watched.heading() == CARDS["weapon"].title
    assert watched.page.locator("main a[href='tel:999']").count() > 0
    assert watched.page.locator(".device [data-do=wipe]").is_visible()


def test_a_danger_card_opens_without_signal_from_wherever_it_is_reached(watched: Watched) -> None:
    keep(watched, "/")
    without_signal(watched)
    watched.open(at(step_to("entry", "recording"), step_to("crisis", "weapon"), area=GLASGOW))
    card = watched.heading()
    watched.open(f"/urgent?after={encode(Position(area=area_code(GLASGOW)))}")

    assert card == CARDS["weapon"].title
    assert watched.page.locator(".choices a").count() == len(CARDS)


def test_one_press_wipes_it_all_without_signal_and_leaves_nothing_on_the_screen(watched: Watched, real: Guide) -> None:
    keep(watched)
    press(watched, "remember")
    without_signal(watched)
    watched.open(ENTRY)
    before = watched.page.evaluate(HELD)
    watched.page.locator(".device [data-do=wipe]").click()
    watched.page.get_by_role("heading", name=real.words("device-wipe-done")).wait_for()
    after, left = watched.page.evaluate(HELD), shown(watched)

    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        watched.open(ENTRY)

    assert before == [["kept"], ["area-and-job"], [], 0, 1, ""]
    assert after == NOTHING
    assert left == real.words("device-wipe-done")
    assert watched.page.context.cookies() == []


def test_the_way_back_leads_to_no_copy_that_was_wiped(watched: Watched, real: Guide) -> None:
    keep(watched)
    without_signal(watched)
    watched.open(CARD)
    watched.open(ENTRY)
    watched.page.locator(".device [data-do=wipe]").click()
    watched.page.get_by_role("heading", name=real.words("device-wipe-done")).wait_for()
    with pytest.raises(Error, match="ERR_INTERNET_DISCONNECTED"):
        watched.page.go_back()


def test_the_list_is_wiped_where_it_stands_and_says_that_it_is_empty(watched: Watched, real: Guide) -> None:
    keep(watched)
    watched.page.locator(".device a", has_text=real.words("device-list")).click()
    before = listed(watched)
    said = press(watched, "wipe")

    assert real.library.entries["recording"].title in before
    assert said == real.words("device-wipe-done")
    assert watched.page.locator("#kept-pages a").count() == 0
    assert real.words("kept-none") in shown(watched)
    assert watched.page.evaluate(HELD) == NOTHING


def test_a_question_asked_without_signal_is_met_by_999_and_what_is_kept_and_is_kept_nowhere(
    watched: Watched, real: Guide
) -> None:
    keep(watched)
    watched.ask("Zebedee Quux is skint")  # with signal it is answered as usual, through the worker
    answered = watched.page.url
    watched.page.context.set_offline(True)
    watched.ask("Zebedee has a knife")
    held = watched.page.evaluate(EVERYTHING)

    assert "/to/" in answered
    assert real.words("call-999") in shown(watched)
    assert real.words("urgent-title") in listed(watched)
    assert [word for word in ("Zebedee", "Quux", "skint") if word in held] == []
    assert real.library.entries["recording"].title in held, "it was looked into"


def test_a_copy_is_renewed_where_its_page_is_opened_with_signal(browser: Browser, real: Guide) -> None:
    entry = real.library.entries["recording"]
    live = real
    with served(sealed(talking(lambda: live, lambda: NOW))) as address:
        context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
        watched = Watched(context, address)
        keep(watched)
        live = guide(replace(real.library, entries={**real.library.entries, "recording": replace(entry, first="New.")}))
        watched.open(ENTRY)
        until_kept(watched, ENTRY, "New.")
        without_signal(watched)
        watched.open(ENTRY)
        copy = shown(watched)
        context.close()

    assert "New." in copy


def test_a_copy_of_another_day_is_fetched_again_with_whatever_page_is_opened(watched: Watched) -> None:
    age = """async path => (await caches.open('kept')).put(path, new Response('<html data-kept="1 May 2026">Old',
        {headers: {'x-kept': '1 May 2026', 'content-type': 'text/html'}}))"""
    keep(watched)
    for path in (ENTRY, CARD):
        watched.page.evaluate(age, path)
    without_signal(watched)
    watched.open(CARD)
    old = watched.page.content()
    watched.page.context.set_offline(False)
    watched.open("/topics")
    for path in (ENTRY, CARD):
        until_kept(watched, path, today())
    without_signal(watched)
    watched.open(CARD)

    assert "Old" in old
    assert watched.heading() == CARDS["weapon"].title


def test_a_danger_card_that_is_changed_is_fetched_again_with_whatever_page_is_opened(
    browser: Browser, real: Guide
) -> None:
    weapon = real.library.crisis["weapon"]
    changed = {**real.library.crisis, "weapon": replace(weapon, title="Changed since")}
    live = real
    with served(sealed(talking(lambda: live, lambda: NOW))) as address:
        context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
        watched = Watched(context, address)
        keep(watched)
        live = guide(replace(real.library, crisis=changed))
        watched.open("/topics")
        until_kept(watched, CARD, "Changed since")
        without_signal(watched)
        watched.open(CARD)
        heading = watched.heading()
        context.close()

    assert heading == "Changed since"


def test_what_cannot_be_fetched_is_not_half_kept(watched: Watched, real: Guide) -> None:
    watched.open(ENTRY)
    to_the_foot(watched)
    without_signal(watched)
    said = press(watched, "keep")

    assert said == real.words("device-failed")
    assert watched.page.evaluate(HELD) == NOTHING


class _Slow:
    """An app that can be made to answer nothing, as a network does that is barely there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self.stuck, self._free = app, False, asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._loop = asyncio.get_running_loop()
        if self.stuck:
            await self._free.wait()
        await self._app(scope, receive, send)

    def free(self) -> None:
        """Let what is stuck go on."""
        self.stuck = False
        self._loop.call_soon_threadsafe(self._free.set)


def test_a_kept_page_does_not_wait_for_a_network_that_is_barely_there(
    browser: Browser, talk: Talk, real: Guide
) -> None:
    slow = _Slow(sealed(talk))
    with served(slow) as address:
        context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
        watched = Watched(context, address)
        keep(watched)
        slow.stuck = True
        watched.open(CARD)
        heading, said = watched.heading(), shown(watched)
        slow.free()
        context.close()

    assert heading == CARDS["weapon"].title
    assert real.words("device-copied", day=today()) in said


def test_the_page_that_forgets_wipes_what_is_kept_too(watched: Watched) -> None:
    keep(watched)
    press(watched, "remember")
    watched.open(at(step_to("forget")))

    assert watched.page.evaluate(HELD) == NOTHING
    assert watched.page.locator(".device").count() == 0


# Its addresses


def test_no_log_on_the_way_tells_what_a_device_keeps_or_opens(browser: Browser, talk: Talk, real: Guide) -> None:
    log = ProxyLog(sealed(talk))
    title = real.library.entries["recording"].title
    with served(log) as address:
        context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
        watched = Watched(context, address)
        watched.open("?what should I write in the notes")
        press(watched, "keep")
        without_signal(watched)
        watched.open("/kept")
        kept = listed(watched)
        watched.page.locator("#kept-pages a", has_text=title).first.click()
        copy = watched.heading()
        watched.page.locator("header .help").click()
        watched.page.locator(".choices a", has_text=CARDS["weapon"].label or CARDS["weapon"].title).click()
        danger = watched.heading()
        watched.page.context.set_offline(False)
        watched.open("/kept")
        watched.page.locator("#kept-pages a", has_text=title).first.click()
        watched.page.locator("form.ask").wait_for()
        live = watched.heading(), watched.page.locator("[data-if=copied]").count(), watched.page.url
        for link in ("header .help", "footer a[href*='after=']"):  # of a copy, while the signal has come back
            without_signal(watched)
            watched.open("/kept")
            watched.page.locator("#kept-pages a", has_text=title).first.click()
            watched.page.locator("[data-if=copied]").first.wait_for()
            watched.page.context.set_offline(False)
            watched.page.locator(link).first.click()
            watched.page.wait_for_url("**/to/*")
        to_the_foot(watched)
        press(watched, "wipe")
        after = watched.page.evaluate(HELD)
        context.close()

    assert title in kept
    assert (copy, danger, live[:2], after) == (title, CARDS["weapon"].title, (title, 0), NOTHING)
    assert "/to/" in live[2]
    assert [line for line in log.lines if re.match(r"/(at|found|browse|go|card)/", line)] == []
    assert [line for line in log.lines if "?" in line and not re.fullmatch(r"/[a-z]+\.\w+\?\w+", line)] == []


# The area and the job


def codes(watched: Watched) -> str:
    """Return the codes of the job and the area in a page's position, which its form sends too."""
    return watched.page.input_value("[name=after]")[1:5]


def known(watched: Watched) -> None:
    """Open the first page on a device that remembers something, and wait until it does."""
    watched.open("/")
    watched.page.locator("[data-if=known]").first.wait_for()


def test_the_area_is_remembered_for_the_first_page_until_one_tap_forgets_it(watched: Watched, real: Guide) -> None:
    watched.open(ENTRY)
    name = real.library.areas.councils[GLASGOW].name
    to_the_foot(watched)
    offer = watched.page.inner_text("[data-do=remember]")
    press(watched, "remember")
    held = watched.page.evaluate("Object.entries(localStorage)")
    known(watched)
    filled, said = codes(watched), shown(watched)
    watched.press(real.library.vocabulary.themes["safety"])
    opened = codes(watched)
    known(watched)
    press(watched, "forget")
    forgotten = codes(watched)
    watched.press(real.library.vocabulary.themes["safety"])

    assert offer == real.words("device-remember", what=name)
    assert held == [["area-and-job", f"{KNOWN} {name}"]]
    assert (filled, opened) == (KNOWN, KNOWN)
    assert real.words("device-known", what=name) in said
    assert (forgotten, codes(watched)) == (NONE + NONE, NONE + NONE), "as it was"
    assert watched.page.evaluate(HELD) == NOTHING


def test_what_is_remembered_goes_with_a_question_that_the_first_page_asks(watched: Watched, real: Guide) -> None:
    role = next(iter(real.library.vocabulary.roles))
    position = Position((step_to("topics"),), role=code(role, 2), area=area_code(GLASGOW))
    watched.open(f"/at/{encode(position)}")
    press(watched, "remember")
    known(watched)
    watched.ask("where can she get a bed for tonight")

    told = watched.page.locator("#device").get_attribute("data-address")
    assert f"/found/1{code(role, 2)}{area_code(GLASGOW)}" in str(told)


def test_whoever_chooses_all_of_scotland_is_not_led_back_to_what_is_remembered(watched: Watched, real: Guide) -> None:
    watched.open(ENTRY)
    press(watched, "remember")
    known(watched)
    watched.press(real.words("button-area"))
    watched.press(real.words("button-any-area"))
    watched.press(real.library.vocabulary.themes["safety"])

    assert codes(watched) == NONE + NONE


@pytest.mark.parametrize("planted", ["1", "--AB", "../.. x", '<img src=x onerror="a()"> y', "----\u2028 x"])
def test_what_somebody_else_wrote_there_leads_nowhere(watched: Watched, planted: str) -> None:
    watched.open("/")
    watched.page.evaluate("text => { localStorage['area-and-job'] = text }", planted)
    watched.open("/")
    to_the_foot(watched)

    assert codes(watched) == NONE + NONE
    assert watched.page.locator("main img").count() == 0
    assert [told for told in watched.complaints if not told.startswith("failed: ")] == [], "a mark was on its way"


# Around it


def test_all_that_is_kept_is_in_the_list_of_all_that_is_held(watched: Watched) -> None:
    keep(watched)
    press(watched, "remember")
    caches, storage, *others = watched.page.evaluate(HELD)

    assert {*caches, *storage, "worker.js"} == inventory.named("device") - {"signpost-admin"}
    assert others == [[], 0, 1, ""]


def test_without_scripts_nothing_is_offered_and_the_list_says_why(browser: Browser, address: str, real: Guide) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    watched = Watched(context, address)
    said = {}
    for where in ("/", ENTRY, "/kept"):
        watched.open(where)
        said[where] = " ".join(watched.page.inner_text("body").split())
    context.close()

    assert [where for where, text in said.items() if real.words("device-title") in text] == []
    assert real.words("kept-no-script") in said["/kept"]
    assert watched.complaints == []


def test_in_a_browser_that_lets_nothing_be_kept_nothing_is_offered(browser: Browser, address: str, real: Guide) -> None:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    context.add_init_script("for (const name of ['match', 'has']) caches[name] = async () => { throw Error(name) }")
    watched = Watched(context, address)
    seen = {}
    for where in ("/", ENTRY, "/kept"):
        watched.open(where)
        to_the_foot(watched)
        seen[where] = watched.page.locator(".device").is_visible()
    context.close()

    assert seen == dict.fromkeys(("/", ENTRY, "/kept"), False)


def test_where_a_connection_is_not_encrypted_no_page_is_offered_but_the_area_is(
    browser: Browser, address: str, real: Guide
) -> None:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    context.add_init_script("delete Navigator.prototype.serviceWorker; delete self.caches")
    watched = Watched(context, address)
    watched.open(ENTRY)
    to_the_foot(watched)
    watched.page.locator(".device").wait_for()
    offered = watched.page.locator(".device button").all_inner_texts()
    watched.open("/kept")
    listed = shown(watched)
    context.close()

    assert offered == [real.words("device-remember", what=real.library.areas.councils[GLASGOW].name)]
    assert real.words("kept-none") in listed


def test_no_button_is_on_paper(watched: Watched) -> None:
    watched.open(ENTRY)
    watched.page.emulate_media(media="print")

    assert not watched.page.locator(".device").is_visible()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_offers_copies_and_the_list_are_clean_under_axe_and_fit_320_pixels(
    watched: Watched, size: dict[str, int], scheme: str
) -> None:
    page, wrong = watched.page, {}
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    keep(watched)
    press(watched, "remember")
    wrong["pressed"] = violations(page) + page.evaluate(TOO_WIDE) + page.evaluate(SMALL_TARGETS)
    without_signal(watched)
    for where in (CARD, "/nothing-of-it"):
        watched.open(where)
        page.locator(".device").wait_for()
        wrong[where] = violations(page) + page.evaluate(TOO_WIDE) + page.evaluate(SMALL_TARGETS)

    assert wrong == {"pressed": [], CARD: [], "/nothing-of-it": []}
