"""The web page in a real browser: accessible, readable, calm at every size, and leaving nothing behind."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.channels.talk import Talk
from bot.core.guide import Guide, with_switches
from bot.core.position import Position, decode, encode
from bot.core.screens.registry import step_to
from bot.core.switches import Switch, Switches
from tests.channels.web.test_browse import PAGES
from tests.conftest import NOW
from tests.guides import CARDS, talking
from tests.web import DANGER, kinds, made, outcome, served, suggested

pytest.importorskip("playwright", reason="playwright is not installed: the page is not tested in a browser")
pytest.importorskip("axe_playwright_python", reason="axe is not installed: the page is not tested in a browser")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not there: apt-get install chromium"),
]

# What is left out costs two fifths of the time: media and frames, of which no page has any, and the selector of each
# element, which is told by its HTML.
QUICK = {"resultTypes": ["violations", "incomplete"], "selectors": False, "preload": False, "iframes": False}
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    **QUICK,
}
AXE_OF_COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, **QUICK}
# Of all that axe looks at, a scheme and a contrast change the colours alone; a width changes anything.
COLOURS = [("light", "more"), ("dark", "no-preference"), ("dark", "more")]
NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 800}
MIDDLE = 768
NOT_LOOKED_AT = "() => [...document.querySelectorAll('audio, video, iframe, object')].map(e => e.outerHTML)"
TOO_WIDE = """() => [...document.querySelectorAll('body *')].filter(
    e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.unseen, .skip')).map(e => e.outerHTML)"""
SMALL_TARGETS = """() => [...document.querySelectorAll('header a, .choices a, .actions a, .ways a, footer nav a, '
    + 'button, .way a[href^="tel:"], #question')].filter(
        e => e.getBoundingClientRect().height < 43.5).map(e => e.outerHTML)"""
FILLED = """() => { const main = document.querySelector('main'), probe = main.appendChild(document.createElement('i'));
    const colours = ['--link', '--danger'].map(name => { probe.style.background = `var(${name})`;
        return getComputedStyle(probe).backgroundColor; });
    return [...main.querySelectorAll('a, button')].filter(e => e.checkVisibility()
        && colours.includes(getComputedStyle(e).backgroundColor)).map(e => e.innerText.trim()) }"""
BARE = """() => [...document.querySelectorAll('button, #question, header nav a, .choices a, .actions a, .jobs li a, '
    + '.card, .labelled:is(.do, .say, .avoid), .notice, .situations li, .danger, .strip, .map rect, '
    + '.way a:is([href^="tel:"], [href^="sms:"])')].filter(e => { const s = getComputedStyle(e);
        const edge = e.matches('rect') ? [s.stroke, s.strokeWidth] : [s.borderTopColor, s.borderTopWidth];
        return e.checkVisibility() && (edge[1] === '0px' || ['none', 'rgba(0, 0, 0, 0)'].includes(edge[0])
            || edge[0] === getComputedStyle(document.body).backgroundColor); }).map(e => e.outerHTML)"""
SPACED = """() => { for (const e of document.querySelectorAll('*')) Object.assign(e.style ?? {},
    {lineHeight: '1.5', letterSpacing: '.12em', wordSpacing: '.16em'}); }"""
ACTIVE = """() => { const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {words: (e.innerText || e.id).trim().replaceAll(/\\s+/g, ' '),
        outline: style.outlineStyle + style.outlineWidth,
        inside: box.top >= 0 && box.bottom <= innerHeight, covered: !(e.contains(over) || over?.contains(e))} }"""


@pytest.fixture(scope="module", name="address")
def _address(talk: Talk) -> Iterator[str]:
    with served(made(talk)) as address:
        yield address


@pytest.fixture(scope="module", name="browser")
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield opened
        opened.close()


class Watched:
    """A page with all its requests and all its complaints."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.address = address
        self.requests: list[tuple[str, str]] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append((request.method, request.url)))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", self._failed)

    def _failed(self, request: Request) -> None:
        """Record a failed request, unless the next page interrupted it."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}")

    def open(self, where: str) -> None:
        """Open a kind of page: a path, or a question after ``?``."""
        if where.startswith("?"):
            self.page.goto(self.address)
            self.ask(where[1:])
        else:
            self.page.goto(self.address + where)

    def ask(self, question: str) -> None:
        """Type a question and send it, as a person does."""
        self.page.fill("#question", question)
        with self.page.expect_navigation():
            self.page.click(".ask button")

    def press(self, words: str) -> None:
        """Follow a link of the page's main part by its words."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=words, exact=True).first.click()

    def heading(self) -> str:
        """Return the words of the page's heading."""
        return " ".join(self.page.inner_text("h1").split())


@pytest.fixture(name="watched")
def _watched(browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    yield Watched(context, address)
    context.close()


def violations(page: Page, options: Mapping[str, Any] = AXE) -> list[str]:
    """Return what axe finds wrong, each with its rule and its element; what it cannot decide counts as wrong."""
    if not page.evaluate("'axe' in window"):  # once a page: it is half a megabyte
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options)", dict(options))
    return [
        f"{problem['id']}: {node['html']} {node['failureSummary']}"
        for problem in found["violations"] + found["incomplete"]
        for node in problem["nodes"]
    ]


def test_the_check_itself_finds_what_is_wrong(watched: Watched) -> None:
    watched.open("/")
    watched.page.evaluate(
        """() => { const p = document.querySelector('.opening p'); p.style.color = '#999'; p.style.width = '400px';
            document.querySelector('.ask h2').remove(); }"""
    )

    assert {line.partition(":")[0] for line in violations(watched.page)} == {
        "color-contrast",
        "label",
        "label-title-only",
    }
    assert len(watched.page.evaluate(TOO_WIDE)) == 1
    assert {line.partition(":")[0] for line in violations(watched.page, AXE_OF_COLOURS)} == {"color-contrast"}


def test_every_kind_of_page_is_clean_at_every_size_in_all_colours(watched: Watched, talk: Talk) -> None:
    page, wrong = watched.page, {}
    for name, where in kinds(talk).items():
        watched.open(where)
        wrong[name, "not looked at"] = page.evaluate(NOT_LOOKED_AT)
        for width in (320, MIDDLE, 1280):
            page.set_viewport_size({"width": width, "height": 700})
            page.emulate_media(color_scheme="light", contrast="no-preference")
            wrong[name, width] = violations(page) + page.evaluate(TOO_WIDE) + page.evaluate(SMALL_TARGETS)
            for scheme, contrast in COLOURS if width == MIDDLE else ():  # the width changes no colour
                page.emulate_media(color_scheme=scheme, contrast=contrast)  # type: ignore[arg-type]
                wrong[name, scheme, contrast] = violations(page, AXE_OF_COLOURS)

    assert {name: found for name, found in wrong.items() if found} == {}
    assert len(wrong) >= (1 + 3 + 3) * 20
    assert_nothing_is_complained_of_and_no_other_site_asked(watched)


def assert_nothing_is_complained_of_and_no_other_site_asked(watched: Watched) -> None:
    told = ("404", "Clear-Site-Data")  # what the missing page and the page that forgets are meant to do
    assert [text for text in watched.complaints if not any(part in text for part in told)] == []
    assert {urlsplit(url).netloc for _, url in watched.requests} == {urlsplit(watched.address).netloc}


def test_the_pages_of_failures_are_clean_too(browser: Browser) -> None:
    wrong = {}
    with served(made(talking(lambda: None))) as address:
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport=NARROW, color_scheme=scheme)  # type: ignore[arg-type]
            watched = Watched(context, address)
            watched.open("/")
            wrong[scheme] = violations(watched.page) + watched.page.evaluate(TOO_WIDE)
            context.close()

    assert wrong == {"light": [], "dark": []}


def test_at_four_times_the_size_and_with_spaced_out_text_nothing_runs_off(watched: Watched, talk: Talk) -> None:
    wrong, page = {}, watched.page
    page.set_viewport_size({"width": 320, "height": 256})  # 1280 by 1024 at 400 %
    for name, where in kinds(talk).items():
        watched.open(where)
        wrong[name, "four times the size"] = page.evaluate(TOO_WIDE)
        page.evaluate(SPACED)
        wrong[name, "spaced out"] = page.evaluate(TOO_WIDE)

    assert {kind: found for kind, found in wrong.items() if found} == {}
    assert page.eval_on_selector("header", "e => getComputedStyle(e).position") == "static"  # not in the way


def test_a_keyboard_reaches_everything_in_the_order_it_stands_in_and_shows_where_it_is(
    watched: Watched, real: Guide
) -> None:
    watched.open(f"?{DANGER}")
    page = watched.page
    focusable = page.evaluate(
        """() => [...document.querySelectorAll('a, #question, button')].map(
            e => (e.innerText || e.id).trim().replaceAll(/\\s+/g, ' '))"""
    )
    stops = []
    for _ in focusable:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(ACTIVE))

    assert [stop["words"] for stop in stops] == focusable
    assert focusable[:5] == [
        *(real.words(key) for key in ("page-skip", "product-name", "button-urgent", "page-leave")),
        "999",
    ]
    assert {stop["outline"] for stop in stops} == {"solid3px"}
    assert [stop["words"] for stop in stops if stop["covered"] or not stop["inside"]] == []


def test_the_skip_link_leads_past_the_bar(watched: Watched) -> None:
    watched.open(f"?{DANGER}")
    watched.page.keyboard.press("Tab")
    watched.page.keyboard.press("Enter")
    watched.page.keyboard.press("Tab")

    assert watched.page.evaluate(ACTIVE)["words"] == "999"


def test_a_question_can_be_asked_with_the_keyboard_alone(watched: Watched) -> None:
    watched.open("/")
    while watched.page.evaluate("document.activeElement.id") != "question":
        watched.page.keyboard.press("Tab")
    watched.page.keyboard.type(DANGER)
    watched.page.keyboard.press("Tab")
    with watched.page.expect_navigation():
        watched.page.keyboard.press("Enter")

    assert CARDS["weapon"].line in " ".join(watched.page.inner_text(".danger").split())


def test_a_whole_flow_is_walked_with_the_keyboard_alone(watched: Watched) -> None:
    watched.open("/")
    page, walked = watched.page, []
    inside, steps = ".situations li:nth-child(2) a", 0
    while not page.locator(".contacts").count() and steps < 12:
        while not page.evaluate("inside => document.activeElement.matches(inside)", inside):
            page.keyboard.press("Tab")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        walked.append(watched.heading())
        inside, steps = ".choices li:last-child a", steps + 1

    assert page.locator(".contacts").count() > 0
    assert len(walked) >= 3
    assert watched.complaints == []


def test_urgent_help_stays_in_view_as_the_page_is_read(watched: Watched) -> None:
    for size in (NARROW, WIDE):
        watched.page.set_viewport_size(size)  # type: ignore[arg-type]
        watched.open("/urgent")
        watched.page.mouse.wheel(0, 700)
        for _ in range(100):  # wait_for_function would evaluate a string, which the page's policy forbids
            if watched.page.evaluate("scrollY") > 100:
                break
            watched.page.wait_for_timeout(50)
        assert watched.page.evaluate("scrollY") > 100
        box = watched.page.locator("header .help").bounding_box()

        assert box is not None
        assert 0 <= box["y"] < 60


def test_back_forward_and_reload_show_the_answer_without_sending_the_question_again(watched: Watched) -> None:
    page = watched.page
    watched.open(f"?{DANGER}")
    danger, address = watched.heading(), page.url
    watched.press("Not happening now")
    page.go_back()
    back = (watched.heading(), page.url)
    page.reload()
    again = (watched.heading(), page.url)
    page.go_back()
    first = (urlsplit(page.url).path, page.input_value("#question"))
    page.go_forward()

    assert (back, again, first) == ((danger, address), (danger, address), ("/", ""))
    assert (watched.heading(), page.url) == (danger, address)
    assert [method for method, _ in watched.requests].count("POST") == 1


def test_suggestions_are_still_there_on_the_way_back(watched: Watched, talk: Talk) -> None:
    watched.open(f"?{suggested(talk)}")
    heading, first = watched.heading(), watched.page.inner_text(".choices a >> nth=0")
    watched.press(first)
    opened = watched.heading()
    watched.page.go_back()

    assert (opened, watched.heading()) == (first, heading)


def test_a_flow_is_walked_and_a_question_in_the_middle_leads_back_to_it(watched: Watched, real: Guide) -> None:
    watched.open("/")
    watched.press(watched.page.inner_text(".situations a >> nth=1"))
    question = watched.heading()
    watched.ask("what should I write in the notes")
    watched.press(real.words("button-carry-on"))

    assert watched.heading() == question


def test_nothing_is_left_in_the_browser_but_the_pages_that_were_opened(watched: Watched) -> None:
    page, context = watched.page, watched.page.context
    watched.open("?Zebedee Quux is skint")
    watched.page.click("main a[href^='/at/'] >> nth=0")
    page.wait_for_url("**/at/*")
    history = context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    kept = page.evaluate(
        """async () => [document.cookie, localStorage.length, sessionStorage.length,
            (await indexedDB.databases()).length]"""
    )

    assert (context.cookies(), kept) == ([], ["", 0, 0, 0])
    assert len(history) == 4  # a blank page, the first page, the answer, the entry
    assert [entry for entry in history if "Zebedee" in str(entry) or "skint" in str(entry)] == []
    assert [url for _, url in watched.requests if "Zebedee" in url or "skint" in url] == []


def test_everything_works_with_scripts_turned_off(browser: Browser, address: str, real: Guide) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    watched = Watched(context, address)
    watched.open(f"?{DANGER}")
    danger = watched.page.inner_text(".danger")
    watched.press(real.words("button-walk"))
    heading = watched.heading()
    context.close()

    assert (CARDS["weapon"].line in " ".join(danger.split()), bool(heading)) == (True, True)
    assert watched.complaints == []


def test_a_page_is_itself_a_stylesheet_a_mark_and_one_script(watched: Watched) -> None:
    watched.open("/")

    assert {method for method, _ in watched.requests} == {"GET"}
    files = {"/", "/signpost.css", "/signpost.svg", "/leave.js"}
    assert {urlsplit(url).path for _, url in watched.requests} <= files
    assert watched.complaints == []


@pytest.fixture(name="leaving")
def _leaving(watched: Watched) -> Watched:
    """Return a page that shows an answer, in a browser where the weather is a page of the test."""
    watched.page.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    watched.open(f"?{DANGER}")
    return watched


def test_whoever_leaves_sees_the_weather_and_back_does_not_return_to_the_answer(leaving: Watched) -> None:
    answer = leaving.page.url
    leaving.page.click("a.leave")
    leaving.page.wait_for_url("https://www.bbc.co.uk/weather")
    leaving.page.go_back()

    assert leaving.page.url not in (answer, "https://www.bbc.co.uk/weather")
    assert leaving.page.locator(".danger").count() == 0


def test_shift_pressed_three_times_leaves_and_typing_in_capitals_does_not(leaving: Watched) -> None:
    leaving.page.focus("#question")
    leaving.page.keyboard.type("HE HAS HER Passport")
    for _ in range(2):
        leaving.page.keyboard.press("Shift")
    assert leaving.page.input_value("#question") == "HE HAS HER Passport"

    leaving.page.keyboard.press("Shift")
    leaving.page.wait_for_url("https://www.bbc.co.uk/weather")

    assert leaving.heading() == "Weather"


def test_without_a_script_two_texts_to_copy_do_not_touch(browser: Browser, address: str, talk: Talk) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    watched = Watched(context, address)
    watched.open(kinds(talk)["hand-over"])
    boxes = [record.bounding_box() for record in watched.page.locator(".record").all()]
    context.close()

    assert [box is not None for box in boxes] == [True] * 2
    assert boxes[1]["y"] > boxes[0]["y"] + boxes[0]["height"] + 8  # type: ignore[index]


def test_without_a_script_the_way_out_is_a_plain_link(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<h1>Weather</h1>"))
    watched = Watched(context, address)
    watched.open("/topics")
    watched.page.click("a.leave")
    watched.page.wait_for_url("https://www.bbc.co.uk/weather")
    context.close()


def test_at_twice_the_text_size_nothing_runs_off_the_narrowest_page(watched: Watched, talk: Talk) -> None:
    run_off, every = {}, kinds(talk) | {where: where for where in PAGES}
    for name, where in every.items():
        watched.open(where)
        watched.page.evaluate("document.documentElement.style.fontSize = '200%'")
        run_off[name] = watched.page.evaluate(TOO_WIDE)

    assert {name: elements for name, elements in run_off.items() if elements} == {}
    assert len(run_off) == len(every) > 50


def test_at_twice_the_size_on_a_small_phone_no_word_of_danger_is_broken(watched: Watched) -> None:
    broken = """() => { document.documentElement.style.fontSize = '200%'; const found = [];
        for (const e of document.querySelectorAll('.danger p, .contacts .first a')) {
            const walker = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) for (const { index, 0: word } of walker.currentNode.data.matchAll(/\\w+/g)) {
                const range = document.createRange();
                range.setStart(walker.currentNode, index);
                range.setEnd(walker.currentNode, index + word.length);
                if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) found.push(word);
            } }
        const [field, button] = ['#question', '.ask button'].map(
            each => document.querySelector(each).getBoundingClientRect().right);
        return [found, button <= field + 1]; }"""
    found = []
    for where in ("?" + DANGER, "/urgent", "/kept", "/browse/c"):
        watched.open(where)
        found.append(watched.page.evaluate(broken))

    assert found == [[[], True]] * 4


def test_a_screen_has_at_most_one_filled_button(watched: Watched, talk: Talk) -> None:
    end = decode(outcome(talk, encode(Position((step_to("flow", "stay-tonight"),)))))
    assert end is not None
    walked = {"an answer with a walk": "?she's just told me she sells sex, what do i say"}
    walked["note for the record"] = "/at/" + encode(end.then(step_to("record")))
    filled = {}
    for name, where in (kinds(talk) | walked).items():
        watched.open(where)
        filled[name] = watched.page.evaluate(FILLED)

    assert {name: buttons for name, buttons in filled.items() if len(buttons) > 1} == {}
    assert (filled["danger"], filled["danger beside an answer"]) == (["999"], ["999"])
    assert filled["an answer with a walk"] == ["Step by step"]
    assert filled["note for the record"] == filled["hand-over"] == ["Copy"]
    assert filled["first page"] == filled["topics"] == ["Ask"]


def test_under_danger_999_alone_is_red_and_never_a_helpline_that_may_be_shut(browser: Browser, real: Guide) -> None:
    off = Switch("entry", "recording", "withdrawn", NOW.date() + timedelta(7), "wrong")
    without = with_switches(real, Switches((off,)), NOW.date())
    with served(made(talking(lambda: without, lambda: NOW))) as address:
        page = browser.new_page()
        page.goto(f"{address}/go/recording")
        filled = page.evaluate(FILLED)
        numbers = page.locator(".danger ~ .contacts a[href^='tel:']").count()
        page.close()

    assert numbers > 1
    assert filled == []


def test_the_danger_block_is_framed_in_every_way_of_seeing(watched: Watched) -> None:
    frames = []
    watched.open(f"?{DANGER}")
    for media in ({"forced_colors": "active"}, {"contrast": "more"}, {"color_scheme": "dark"}, {"media": "print"}):
        watched.page.emulate_media(**media)  # type: ignore[arg-type]
        style = "e => { const s = getComputedStyle(e); return s.borderStyle + s.borderWidth + s.display }"
        frames.append(watched.page.eval_on_selector(".danger", style))

    assert frames == ["solid4pxflex"] * 4


def test_in_forced_colours_all_that_can_be_pressed_or_is_set_apart_keeps_an_outline(
    watched: Watched, talk: Talk
) -> None:
    watched.page.emulate_media(forced_colors="active")
    bare, every = {}, kinds(talk) | {where: where for where in PAGES}
    for name, where in every.items():
        watched.open(where)
        bare[name] = watched.page.evaluate(BARE)

    assert {name: elements for name, elements in bare.items() if elements} == {}
    assert len(bare) == len(every) > 50


def test_in_forced_colours_no_line_touches_text(watched: Watched, talk: Talk) -> None:
    watched.page.emulate_media(forced_colors="active")
    touching = """() => [...document.querySelectorAll('main :is(.labelled, .card, .notice, .danger, .strip)')].filter(
        e => { const s = getComputedStyle(e); return s.borderLeftWidth !== '0px' && parseFloat(s.paddingLeft) < 8; }
    ).map(e => e.innerText)"""
    found = {}
    for name, where in kinds(talk).items():
        watched.open(where)
        found[name] = watched.page.evaluate(touching)

    assert {name: lines for name, lines in found.items() if lines} == {}


def test_in_forced_colours_a_ticked_box_and_the_chosen_suggestion_look_different(watched: Watched) -> None:
    watched.page.emulate_media(forced_colors="active")
    watched.open("?who can help in glasgow")
    box = watched.page.locator(".narrow input").first
    unticked = box.screenshot()
    box.check()
    watched.page.mouse.move(0, 0)

    assert box.screenshot() != unticked

    watched.page.focus("#question")
    watched.page.wait_for_function("() => Array.isArray(self.suggestions)")
    watched.page.keyboard.type("women's aid")
    watched.page.keyboard.press("ArrowDown")
    outlines = watched.page.eval_on_selector_all(
        "#suggestions li", "all => all.map(e => getComputedStyle(e).outlineStyle)"
    )

    assert outlines[0] == "solid"
    assert set(outlines[1:]) == {"none"}


def test_on_paper_the_answer_stands_alone(watched: Watched) -> None:
    watched.open(f"?{DANGER}")
    watched.page.emulate_media(media="print")
    shown = {
        part: watched.page.locator(part).first.is_visible()
        for part in ("h1", ".danger", ".contacts", ".labelled", "header nav", ".ask", ".actions", ".ways", "footer nav")
    }

    assert [part for part, visible in shown.items() if visible] == ["h1", ".danger", ".contacts", ".labelled"]


def test_999_prints_dark_on_white_whatever_colours_the_screen_has(watched: Watched) -> None:
    watched.open(f"?{DANGER}")
    printed = {}
    for scheme in ("light", "dark"):
        watched.page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
        printed[scheme] = watched.page.evaluate(
            """() => [...document.querySelectorAll('.danger a[href="tel:999"], .danger p, body')].map(e => [
                getComputedStyle(e).color, getComputedStyle(e.closest('.danger') ?? e).backgroundColor])"""
        )

    assert printed["light"] == printed["dark"]
    assert {ink for ink, _ in printed["dark"]} == {"rgb(0, 0, 0)"}
    assert {paper for _, paper in printed["dark"]} <= {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_choices_stand_in_two_columns_where_there_is_room(watched: Watched) -> None:
    columns = "document.querySelector('.many') && getComputedStyle(document.querySelector('.many')).gridTemplateColumns"
    watched.open("/topics")
    narrow = watched.page.evaluate(columns)
    watched.page.set_viewport_size(WIDE)  # type: ignore[arg-type]

    assert (len(narrow.split()), len(watched.page.evaluate(columns).split())) == (1, 2)


def test_the_first_page_shows_the_box_to_type_in_without_scrolling(watched: Watched) -> None:
    tops = []
    for size in ({"width": 390, "height": 844}, {"width": 768, "height": 1024}, WIDE):
        watched.page.set_viewport_size(size)  # type: ignore[arg-type]
        watched.open("/")
        box = watched.page.locator(".ask button").bounding_box()
        tops.append(box is not None and box["y"] + box["height"] < size["height"])

    assert tops == [True] * 3
