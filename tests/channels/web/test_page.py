"""The web page over the wire: every kind of page, every way to go wrong, and what must never be in an answer."""

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, quote_plus

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.error_handler import set_up_logging
from bot.channels.talk import Talk
from bot.channels.web import answer_address, page, requests
from bot.channels.web import files as static
from bot.channels.web.layout import TextPart, laid_out, linked, pieces, safe_href
from bot.channels.web.requests import HEADERS
from bot.core import emergency
from bot.core.content_index import Publisher
from bot.core.directory_list import FILTERS, filter_of
from bot.core.guide import Guide
from bot.core.position import ANSWERED, Position, Step, area_code, code, decode, encode
from bot.core.reply import Asked, Block, Mark, Opened, Pressed, Reply, Turn
from bot.core.screens.registry import screen_at, step_to
from bot.hearing import language
from bot.state.address_keys import AddressKeys
from tests.conftest import NOW
from tests.examples import examples
from tests.guides import CARDS, detect, hearing, in_danger, talking
from tests.web import DANGER, FORM, GLASGOW, Html, at, client, kinds, made, outcome, served, suggested

TEMPLATES = Path(page.__file__).parent / "templates"
STRICT = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-robots-tag": "none",
    "cache-control": "no-store",
}
OF_A_FILE = ("x-content-type-options", "cross-origin-resource-policy", "cache-control")
MORE = re.compile('class="(?:narrow|given-answers|record|browse|to-scan)"')  # of more.css
# What the first page only has in its bar, its jobs and its foot.
ELSEWHERE = {"urgent": "/urgent", "topics": "/topics", "help": "/help", "privacy": "/privacy", "role": ""}
MOST_OF_A_STYLE = 5 * 1024  # bytes, compressed
MOST_OF_A_FIRST_PAGE = 12 * 1024  # with its stylesheet, its mark and its scripts, before anybody scrolls or types
MOST_OF_A_PAGE = 8 * 1024
HTML = {"content-type": "text/html; charset=utf-8"}
# Questions that get every kind of answer, each with the position it is asked on.
WALK = encode(Position((step_to("flow", "stay-tonight"),)))
AREAS = encode(Position((step_to("area"),)))
ASSAULT = encode(Position((step_to("entry", "recent-sexual-assault"),)))
QUESTIONS = [
    ("what should I write in the notes", ""),
    ("she is skint", ""),
    ("a recipe for pizza", ""),
    (DANGER, ""),
    ("she was raped last night", ""),
    ("he has a knife. what should I write in the notes", ""),
    ("she sells sex in Fife or Angus", ""),
    ("must she tell the police", ASSAULT),
    ("mental health services in Fife", ""),
    ("who can help a pregnant woman of 17 in Glasgow tonight", ""),
    ("is archway open now", ""),
    ("rape crisis number", WALK),
    ("where can she get condoms and emergency contraception in Edinburgh, in person", ""),
    ("she sells sex in Manchester", ""),
    ("Mary Smith of EH6 5AB told me she sells sex", ""),
    ("Mary Smith is outside and he has a knife", ""),
    ("Mrs Smith, born 12/03/1990, is outside and he has a knife", ""),
    ("word " * 1200, ""),
    ("Glasgow", ""),
    ("EH6 5AB", ""),
    ("Glasgow", AREAS),
    ("she is skint", WALK),
    (DANGER, WALK),
    ("she is skint in Glasgow", WALK),
    ("a recipe for pizza", WALK),
    ("/help", ""),
    ("/area", WALK),
    ("she is skint", "not a position"),
]


NUDGED = "a prostitute has just told me she sells sex, she is a hooker, what do i say back to her"


@pytest.fixture(name="web")
async def _web(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk)) as opened:
        yield opened


async def ask(web: httpx.AsyncClient, question: str, after: str = "", *, follow: bool = False) -> httpx.Response:
    return await web.post("/ask", data={"question": question, "after": after}, follow_redirects=follow)


async def visit(web: httpx.AsyncClient, where: str) -> httpx.Response:
    return await (ask(web, where[1:], follow=True) if where.startswith("?") else web.get(where))


def said(answer: httpx.Response) -> str:
    """Return what a page says, with single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", answer.text)).split())


async def on_the_wire(web: httpx.AsyncClient, where: str) -> int:
    """Return how many bytes an answer has when it is sent, compressed."""
    return int((await visit(web, where)).headers["content-length"])


def strict_headers(answer: httpx.Response) -> dict[str, str]:
    """Return an answer's headers without those that differ from answer to answer."""
    own = ("content-type", "content-length", "content-encoding", "vary", "location", "allow")
    return {k: v for k, v in answer.headers.items() if k not in own}


# Every kind of page


async def test_every_kind_of_page_is_whole(web: httpx.AsyncClient, talk: Talk) -> None:
    pages = kinds(talk)

    assert {"first page", "missing"} <= pages.keys()
    for name, where in pages.items():
        answer = await visit(web, where)
        html = Html(answer.text)
        levels = [int(element.tag[1]) for element in html.all("h1", "h2", "h3", "h4")]
        ids = [element.attributes["id"] for element in html.elements if "id" in element.attributes]

        assert answer.status_code == (404 if name == "missing" else 200), name
        assert (levels[0], levels.count(1)) == (1, 1), name
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels)), name
        assert [len(html.all(tag)) for tag in ("header", "main", "footer", "title")] == [1] * 4, name
        assert len(html.all("form")) == 1 + len(html.all("fieldset")), name
        assert html.texts("title")[0], name
        assert html.all("html")[0].attributes["lang"] == "en-GB", name
        assert len(ids) == len(set(ids)), name
        assert {e.attributes["for"] for e in html.all("label") if "for" in e.attributes} <= set(ids), name
        assert {e.attributes.get("aria-describedby", ids[0]) for e in html.elements} <= set(ids), name


async def test_urgent_help_and_a_way_out_are_on_every_kind_of_page(
    web: httpx.AsyncClient, talk: Talk, real: Guide
) -> None:
    pages = kinds(talk)

    assert {"first page", "danger", "missing"} <= pages.keys()
    for name, where in pages.items():
        html = Html((await visit(web, where)).text)
        out = next(a for a in html.all("a") if a.text == real.words("page-leave"))

        assert html.texts("a")[:4] == [
            real.words(key) for key in ("page-skip", "product-name", "button-urgent", "page-leave")
        ], name
        assert html.all("a")[0].attributes["href"] == "#main", name
        assert html.all("main")[0].attributes["id"] == "main", name
        assert out.attributes == {
            "class": "leave",
            "href": "https://www.bbc.co.uk/weather",
            "rel": "noreferrer",
            "aria-describedby": "leave-help",
        }, name
        assert real.words("page-leave-help") in html.texts("p"), name
        assert real.words("page-footer") in html.texts("p"), name


async def test_a_page_runs_scripts_of_our_own_alone_and_fetches_nothing_from_elsewhere(
    web: httpx.AsyncClient, talk: Talk
) -> None:
    fetched = {f"/signpost.css?{static.VERSION}", f"/signpost.svg?{static.VERSION}"}
    pages = kinds(talk)

    assert {"first page", "service"} <= pages.keys()
    for name, where in pages.items():
        answer = await visit(web, where)
        html = Html(answer.text)
        names = {attribute for element in html.elements for attribute in element.attributes}

        more = {f"/more.css?{static.VERSION}"} if MORE.search(answer.text) else set()
        data = [{"type": "application/ld+json"}] if name == "service" else []  # what no browser runs
        leaves = {"src": f"/leave.js?{static.VERSION}", "defer": ""}
        copies = any("record" in each.attributes.get("class", "").split() for each in html.all("p"))
        own = [{"src": f"/copy.js?{static.VERSION}"}] if copies else []
        scripts = [element.attributes for element in html.all("script")]
        told = [{k: v for k, v in attributes.items() if not k.startswith("data-")} for attributes in scripts]
        assert told == [leaves, *data, *own], name
        assert html.all("style", "iframe", "img", "object", "embed") == [], name
        assert {attribute for attribute in names if attribute.startswith("on") or attribute == "style"} == set(), name
        assert {element.attributes["href"] for element in html.all("link")} == fetched | more, name
        assert {form.attributes["action"] for form in html.all("form")} == {"/ask"}, name


async def test_every_button_of_a_reply_is_a_link(web: httpx.AsyncClient, talk: Talk) -> None:
    linked = 0
    for name, where in kinds(talk).items():
        shown = (await visit(web, where)).text
        hrefs = Html(shown).hrefs()
        links = {re.sub(r"^/found/.*\?said=", "/at/", href).partition("#")[0] for href in hrefs}
        if where.startswith("/at/"):
            turn = talk.answer(Pressed(where.removeprefix("/at/")))
        elif where.startswith("?"):
            turn = talk.answer(Asked(where[1:]))
        elif where.startswith("/found/"):
            turn = answer_address.turn(talk, where.removeprefix("/found/")) or Turn(())
        else:
            turn = talk.answer(Opened(where.strip("/"))) if name != "missing" else Turn((Reply(()),))

        answers = {f"/at/{given.change}" for reply in turn.replies for given in reply.answers}
        pressed = {f"/at/{b.position}" for reply in turn.replies for b in reply.buttons}
        elsewhere = {"urgent", "answers"} if answers else {"urgent"}  # in the bar, and on the page itself
        wanted = answers | {each for each in pressed if screen_at(each[4:]).name not in elsewhere or each in links}
        assert any(href.startswith("/urgent") for href in hrefs), name
        if 'class="home"' in shown:
            left = {screen for each in wanted - links if (screen := screen_at(each[4:]).name) in ELSEWHERE}
            assert len(left) == len(wanted - links), name
            assert {ELSEWHERE[each] for each in left} - {""} <= {href.partition("?")[0] for href in hrefs}, name
            wanted &= links
        here = decode(turn.replies[-1].position) or Position()
        ticked = {filter_of(decode(each[4:]) or Position(), here) for each in wanted - links}
        offered = re.findall(r'name="only-([a-z0-9-]+)"( checked)?', shown)
        if offered:
            assert ticked == {(each, bool(on)) for each, on in offered}, name
            wanted &= links
        linked += len(wanted)
        assert wanted <= links, name

    assert linked > 100


async def test_the_filters_of_a_list_are_boxes_to_tick_and_lead_to_the_list_with_just_those_on(
    web: httpx.AsyncClient, real: Guide
) -> None:
    shown = await ask(web, "sexual health in glasgow", follow=True)
    boxes = re.findall(r'<input type="checkbox" name="only-([a-z0-9-]+)"( checked)?>', shown.text)
    where = re.findall(r'name="list" value="([^"]*)"', shown.text)[0]
    names = [name for name, _ in boxes][:2]

    async def ticked(*names: str, where: str = where) -> httpx.Response:
        sent = {"list": where, **{f"only-{name}": "on" for name in names}}
        return await web.post("/ask", data=sent, follow_redirects=True)

    both, none = await ticked(*names), await ticked(where=where)
    everything = await ticked(*FILTERS)
    now = dict(re.findall(r'<input type="checkbox" name="only-([a-z0-9-]+)"( checked)?>', both.text))

    assert {checked for _, checked in boxes} == {""}
    assert {name for name, checked in now.items() if checked} == set(names), "what is on stays ticked"
    assert "checked" not in none.text
    assert real.words("list-none") in everything.text, "no list is empty without a word"
    for odd in ("", "x", "1----FABCD", "1----F0999", "é", "1" * 99):
        assert (await ticked("no-filter", where=odd)).status_code == 200, odd


def test_the_way_back_to_a_filtered_list_is_no_box_to_tick(talk: Talk) -> None:
    listed = talk.answer(Asked("its a lad of 19 selling sex in dundee, nowhere to sleep tonight"))
    after = talk.answer(Asked("he's moved to fife", listed.replies[-1].position))

    assert laid_out(listed.replies[0], (), first=True).filters
    assert not laid_out(after.replies[0], (), first=True).filters


async def test_every_link_of_every_kind_of_page_leads_somewhere(web: httpx.AsyncClient, talk: Talk) -> None:
    leading = set()
    for where in kinds(talk).values():
        leading |= {href for href in Html((await visit(web, where)).text).hrefs() if href.startswith("/")}

    wrong = [href for href in leading if (await web.get(href)).status_code != 200]

    assert (wrong, len(leading) > 100) == ([], True)


async def test_on_the_first_page_the_form_stands_high_and_on_others_the_answer_comes_first(
    web: httpx.AsyncClient, talk: Talk
) -> None:
    first, answer = (await web.get("/")).text, (await ask(web, suggested(talk), follow=True)).text

    order = ('class="strip"', "<h1>", "<form", 'class="situations"', 'class="themes"', 'class="jobs"', "<footer")
    places = [first.index(part) for part in order]
    assert places == sorted(places)
    assert answer.index("<h1>") < answer.index('class="choices') < answer.index("<form")


async def test_the_first_page_leads_to_every_theme_situation_and_job_by_its_whole_title(
    web: httpx.AsyncClient, real: Guide
) -> None:
    links, words = Html((await web.get("/")).text).links(), real.library.vocabulary
    titles = [real.library.flows[id].title for id in words.start_flows]

    assert {*titles, *words.themes.values(), *words.roles.values()} <= links.keys()
    assert len(titles) == 3


async def test_the_first_page_is_drawn_as_an_answer_where_something_must_be_said_above_it(
    web: httpx.AsyncClient, real: Guide
) -> None:
    nothing = (await ask(web, " ", follow=True)).text

    assert real.words("nothing-typed") in unescape(nothing)
    assert 'class="home"' not in nothing
    assert real.words("page-danger-now") not in nothing


async def test_a_browser_s_history_names_no_subject_and_no_service(
    web: httpx.AsyncClient, talk: Talk, real: Guide
) -> None:
    kept = {real.words("start-title"), real.words("page-title", title=real.words("page-missing-title"))}
    kept |= {real.words("page-title", title=real.words(f"browse-{kind}")) for kind in ("guidance", "services")}

    titles = {Html((await visit(web, where)).text).texts("title")[0] for where in kinds(talk).values()}

    assert titles == kept


async def test_who_publishes_it_and_where_a_wrong_number_is_reported_stand_at_the_foot(real: Guide) -> None:
    ours = replace(real, publisher=Publisher("Anytown Council", "mailto:signpost@anytown.example"))
    async with client(made(talking(lambda: ours, lambda: NOW))) as web:
        named, statement = Html((await web.get("/topics")).text), await web.get("/accessibility")
    async with client(made(talking(lambda: real, lambda: NOW))) as web:
        unnamed = await web.get("/topics")

    assert real.words("page-published", name="Anytown Council") in named.texts("p")
    assert named.links()[real.words("page-wrong-number")] == "mailto:signpost@anytown.example"
    assert "run by Anytown Council" in said(statement)
    assert "tell signpost@anytown.example" in said(statement)
    assert Html(statement.text).links()["signpost@anytown.example"] == "mailto:signpost@anytown.example"
    enforcement = Html(statement.text).links()[real.words("enforcement-body")]  # regulation 7(4)(d) asks for a link
    assert enforcement == "https://www.equalityadvisoryservice.com/"
    assert "last tested before this version was released, by the automated tests" in said(statement)
    assert real.words("page-unpublished") in said(unnamed)
    assert "mailto" not in unnamed.text


async def test_a_weakness_is_reported_to_the_contact_of_the_settings_or_there_is_no_page(real: Guide) -> None:
    ours = replace(real, publisher=Publisher("Anytown Council", "mailto:signpost@anytown.example"))
    async with client(made(talking(lambda: ours, lambda: NOW))) as web:
        told = await web.get("/.well-known/security.txt")
    async with client(made(talking(lambda: real, lambda: NOW))) as web:
        untold = await web.get("/.well-known/security.txt")

    first, expires, _ = told.text.splitlines()
    assert (first, told.headers["content-type"]) == (
        "Contact: mailto:signpost@anytown.example",
        "text/plain; charset=utf-8",
    )
    assert f"{NOW:%Y}" < expires.removeprefix("Expires: ") < f"{NOW.year + 1}-07"
    assert untold.status_code == 404


async def test_what_to_do_say_and_avoid_and_each_service_have_a_heading(web: httpx.AsyncClient, real: Guide) -> None:
    html = Html((await web.get("/at/" + encode(Position((step_to("entry", "she-just-told-me"),))))).text)
    headings = html.texts("h2")

    assert headings[:3] == [real.words(key) for key in ("do-first", "say", "avoid")]
    assert headings[-1] == real.words("page-label-again")
    assert len(headings) == 5


async def test_the_answers_of_a_walk_are_folded_on_its_way_and_open_at_its_end(
    web: httpx.AsyncClient, talk: Talk, real: Guide
) -> None:
    start = Position((step_to("flow", "stay-tonight"),))
    pressed = talk.answer(Pressed(encode(start))).replies[0].buttons
    second = next(button.position for button in pressed if button.label.startswith("No,"))
    pages = [Html((await web.get(f"/at/{where}")).text) for where in (second, outcome(talk, encode(start)))]
    folded, opened = ([e for e in html.all("details") if real.words("answers-title") in e.text] for html in pages)

    assert [e.attributes for e in folded] == [{"class": "given-answers"}]
    assert [e.attributes for e in opened] == [{"class": "given-answers", "open": ""}]


async def test_the_form_posts_and_keeps_what_is_typed_out_of_the_browser(web: httpx.AsyncClient, real: Guide) -> None:
    html = Html((await web.get("/")).text)

    assert html.all("form")[0].attributes == {
        "action": "/ask",
        "method": "post",
        "autocomplete": "off",
        "class": "ask",
        "data-from": static.suggestions_address(real),
    }
    assert html.all("textarea")[0].attributes == {
        "id": "question",
        "name": "question",
        "aria-describedby": "hint",
        "spellcheck": "false",
        "writingsuggestions": "false",
        "data-gramm": "false",
        "required": "",
    }


async def test_danger_stands_out_by_a_word_and_a_sign(web: httpx.AsyncClient, real: Guide) -> None:
    text = (await ask(web, DANGER, follow=True)).text
    main = text[text.index("<main") :]
    block = main[main.index('<div class="danger">') : main.index("<h1>")]

    assert "<svg" in block
    assert Html(block).texts("p")[:2] == [real.words("page-urgent"), CARDS["weapon"].line]
    assert Html(block).links()["999"] == "tel:999"


async def test_the_line_of_caution_is_quiet_and_holds_both_ways_to_help(real: Guide) -> None:
    cautious = in_danger(real, "line", "suicide")
    async with client(made(talking(lambda: cautious, lambda: NOW))) as web:
        for question in ("what do i write in the notes", "when are the bins collected"):
            text = (await ask(web, question, follow=True)).text
            main = text[text.index("<main") :]
            line = Html(main[main.index('<p class="caution">') : main.index("<h1>")])

            assert line.links()["999"] == "tel:999"
            assert line.texts("p") == [real.words("caution")]
            assert 'class="danger"' not in main
            assert real.words("button-caution") not in main, "the link is in the line"
            card = await web.get(line.links()["what to do"])
            assert CARDS["suicide"].line in said(card)


async def test_what_the_talk_has_said_before_is_one_word_that_opens_it(web: httpx.AsyncClient, real: Guide) -> None:
    entry = step_to("entry", "sexual-health")
    first, later = [
        (await web.get(at(*steps))).text for steps in ((entry,), (entry, step_to("nearby", "sexual-health")))
    ]

    assert '<details class="small">' not in first
    opened = later[later.index('<details class="small">') : later.index("</details>")]
    assert f"<summary>{real.words('said-before')}</summary>" in opened
    assert Html(opened).texts("p") == [real.words("contacts-unconfirmed")]


async def test_a_card_leads_on_after_the_page_was_opened_again(web: httpx.AsyncClient, real: Guide) -> None:
    shown = await ask(web, DANGER)
    again = Html((await web.get(shown.headers["location"])).text)
    after = await web.get(again.links()[real.words("button-not-now")])

    assert "/found/" in shown.headers["location"]
    assert real.library.entries["immediate-danger"].title in said(after)


async def test_many_choices_stand_in_two_columns_on_a_wide_screen(web: httpx.AsyncClient) -> None:
    assert [("choices many" in (await web.get(path)).text) for path in ("/topics", "/area", "/")] == [
        True,
        True,
        False,
    ]


async def test_the_job_and_the_area_are_kept_on_the_way_home(web: httpx.AsyncClient, real: Guide) -> None:
    chosen = at(step_to("topics"), area=GLASGOW)
    links = Html((await web.get(chosen)).text).links()

    assert links[real.words("product-name")] == at(area=GLASGOW)
    assert links[real.words("button-help")] == f"/help?after={chosen.removeprefix('/at/')}"
    assert real.words("area-known", area="Glasgow City") in said(await web.get(at(area=GLASGOW)))


async def test_what_was_chosen_stands_over_the_form_of_the_first_page(web: httpx.AsyncClient, real: Guide) -> None:
    """At its foot, a press on a job seemed to do nothing: the page began as before."""
    chosen = encode(Position(role=code("housing", 2), area=area_code(GLASGOW)))
    for where, there in ((f"/at/{chosen}", True), ("/", False)):
        above, _, below = (await web.get(where)).text.partition("<form")
        lines = (real.words("role-known", role=real.library.vocabulary.roles["housing"]), "Area: Glasgow City")

        assert [(line in above, line in below) for line in lines] == [(there, False)] * 2


async def test_the_page_that_is_open_is_marked_as_such(web: httpx.AsyncClient) -> None:
    pages = [Html((await web.get(path)).text) for path in ("/urgent", "/topics")]

    assert [[a.text for a in html.all("a") if "aria-current" in a.attributes] for html in pages] == [
        ["Urgent help"],
        [],
    ]


async def test_suggestions_are_links_with_their_whole_titles(web: httpx.AsyncClient, talk: Talk, real: Guide) -> None:
    turn = talk.answer(Asked(suggested(talk)))
    links = Html((await ask(web, suggested(talk), follow=True)).text).links()
    titles = [real.library.entries[entry].title for entry in turn.entries]

    assert [links[title] for title in titles] == [f"/at/{b.position}" for b in turn.replies[0].buttons[: len(titles)]]


async def test_the_question_which_is_closest_stands_over_its_choices(
    web: httpx.AsyncClient, talk: Talk, real: Guide
) -> None:
    """Where it stood over an answer alone, the headings of that answer looked like the choices."""
    html = Html((await ask(web, suggested(talk), follow=True)).text)
    which, asked = real.words("which-of-these"), html.texts("h1", "h2", "p")
    lists = [e for e in html.elements if e.attributes.get("id") == "which" or e.tag == "ul"]
    over = next(place for place, e in enumerate(lists) if e.text == which)

    assert lists[over + 1].attributes["class"] == "choices"
    assert asked[:1] == [f"{real.words('page-nearest')} {which}"]
    assert html.links()[which] == "#which"


async def test_where_nothing_fits_each_way_on_stands_under_its_own_words(web: httpx.AsyncClient, real: Guide) -> None:
    """Both lines stood over both lists, so neither said which of them it meant."""
    html = Html((await web.get(at(step_to("matched-near", "recording")))).text)
    lists = [e for e in html.elements if e.tag in ("h2", "ul") and e.text.strip()]
    under = {above.text: below.attributes.get("class") for above, below in pairwise(lists) if above.tag == "h2"}

    assert real.words("not-covered-title") in html.texts("h1")
    assert under[real.words("not-covered-near")] == "choices"
    assert under[real.words("lack-ask")] == "actions"
    assert real.words("lack-ask") not in html.texts("p")


async def test_other_kinds_of_help_under_a_list_have_a_heading(web: httpx.AsyncClient, real: Guide) -> None:
    html = Html((await ask(web, "who can help in glasgow", follow=True)).text)
    order = [" ".join(e.text.split()) for e in html.all("h2", "button", "a")]
    show, other = order.index(real.words("page-filters-show")), order.index(real.words("page-other-needs"))

    assert other == show + 1
    assert order[other + 1] == real.library.vocabulary.needs["somewhere-tonight"]


async def test_what_to_do_first_is_no_part_of_the_point_above_it(web: httpx.AsyncClient, real: Guide) -> None:
    html = Html((await ask(web, "counselling", follow=True)).text)

    assert real.words("do-first") in html.texts("h2")


async def test_what_is_happening_is_a_heading_over_the_dangers(web: httpx.AsyncClient, real: Guide) -> None:
    assert real.words("urgent-which") in Html((await web.get("/urgent")).text).texts("h2")


async def test_whether_an_answer_helped_is_asked_in_a_region_of_its_own_and_answered_there(
    web: httpx.AsyncClient, talk: Talk, real: Guide
) -> None:
    answer = talk.answer(Opened("recording")).replies[0]
    helped, other = (f"/at/{b.position}#feedback" for b in answer.buttons[-2:])
    asked = (await web.get(f"/at/{answer.position}")).text
    region = re.search(r'<section class="feedback"[^>]*>(.*?)</section>', asked, re.DOTALL)
    thanked, others = [(await web.get(where.partition("#")[0])).text for where in (helped, other)]

    assert region is not None
    assert list(Html(region[1]).links().values()) == [helped, other]
    for page_of, line in ((thanked, "helped"), (others, "not-my-question")):
        before, _, after = page_of.partition('id="feedback"')
        assert answer.blocks[0].text in unescape(before), "the answer stays"
        assert real.words(line) in unescape(after)
        assert 'class="feedback"' not in page_of


@pytest.mark.parametrize(("label", "line"), [("This helped", "helped"), ("Not my question", "not-my-question")])
async def test_all_that_a_question_brought_up_stays_above_the_line_of_thanks(
    web: httpx.AsyncClient, real: Guide, label: str, line: str
) -> None:
    asked = await ask(web, "can she be evicted for selling sex in Glasgow", WALK, follow=True)
    where = Html(asked.text).links()[label]
    thanked = await web.get(where.partition("#")[0])
    forged = await web.get(re.sub(r"said=.*", "said=1----t----", where))
    before, _, after = thanked.text.partition('id="feedback"')

    assert where.startswith("/found/")
    assert real.words("area-known", area="Glasgow City") in unescape(before)
    assert real.words(line) in unescape(after)
    assert (real.words("button-carry-on") in after) == (line == "helped")
    assert said(forged) == said(asked)


async def test_a_service_is_opened_from_its_own_card_and_no_label_is_cut(
    web: httpx.AsyncClient, talk: Talk, real: Guide
) -> None:
    where = kinds(talk)["who can help"]
    turn = talk.answer(Pressed(where.removeprefix("/at/")))
    html = Html((await web.get(where)).text)
    cards = {b.label: f"/at/{b.position}" for b in turn.replies[0].buttons if b.position[-5] == "s"}
    names = [b.label for b in turn.replies[0].blocks if b.label in {s.name for s in real.library.services.values()}]

    assert [html.links()[name] for name in names] == list(cards.values())


async def test_who_can_help_after_a_walk_is_a_heading_over_the_cards(web: httpx.AsyncClient, talk: Talk) -> None:
    html = Html((await web.get(kinds(talk)["outcome"])).text)

    assert "Who can help" in html.texts("h2")
    assert len(html.all("h3")) >= len([e for e in html.all("li") if e.attributes.get("class") == "card"]) > 0


async def test_each_link_says_where_it_goes_in_whole_words(web: httpx.AsyncClient, talk: Talk) -> None:
    shut = {id: at(step_to("service", id)) for id in ("shelter-scotland", "homeless-borders", "dundee-womens-aid")}
    wrong = {}
    for name, where in (kinds(talk) | shut | {"A to Z": "/browse/s"}).items():
        links = Html((await visit(web, where)).text).texts("a")
        wrong[name] = [text for text in links if text.endswith("…") or "://" in text]

    assert {name: texts for name, texts in wrong.items() if texts} == {}


async def test_a_website_is_called_by_the_name_of_its_service_and_keeps_its_address(
    web: httpx.AsyncClient, real: Guide
) -> None:
    line = real.library.services["samaritans"]
    links = Html((await web.get(at(step_to("service-more", line.id)))).text).links()

    assert links[real.words("website-of", name=line.name)] == line.url


async def test_another_page_is_a_link_in_the_line_that_says_who_it_is_for(web: httpx.AsyncClient, real: Guide) -> None:
    entry = next(e for e in real.library.entries.values() if len(e.not_this_one) > 1)
    text = (await web.get(at(step_to("entry", entry.id), step_to("more", entry.id)))).text
    lines = [" ".join(line.split()) for line in re.findall(r'<p class="labelled">(.*?)</p>', text, re.DOTALL)]

    for other in entry.not_this_one:
        title = real.library.entries[other.see].title
        line = next(unescape(line) for line in lines if ": <a " in line and title in unescape(line))
        assert line.endswith(f">{title}</a>"), line
        assert Html(text).texts("a").count(title) == 1
    assert sum(": <a " in line for line in lines) >= len(entry.not_this_one)


async def test_crisis_titles_are_whole_on_the_page_of_urgent_help(web: httpx.AsyncClient, real: Guide) -> None:
    shown = set(Html((await web.get("/urgent")).text).links())

    assert {card.label or card.title for card in real.library.crisis.values()} <= shown


# An answer's address


async def test_every_kind_of_answer_has_an_address_that_shows_the_same_page(web: httpx.AsyncClient, talk: Talk) -> None:
    for question, after in [*QUESTIONS, (suggested(talk), ""), (suggested(talk), WALK)]:
        posted = await ask(web, question, after)
        shown = await web.get(posted.headers.get("location", "/none"))

        assert (posted.status_code, shown.status_code) == (303, 200), question
        assert posted.content == shown.content, question


@pytest.mark.parametrize("after", ["", WALK])
async def test_a_message_with_nothing_to_read_is_answered_where_it_was_sent(web: httpx.AsyncClient, after: str) -> None:
    posted = await ask(web, "?!", after)

    assert (posted.status_code, posted.headers.get("location")) == (200, None)


@pytest.mark.soak
async def test_phrasings_of_every_entry_have_an_address_that_shows_the_same_page(
    web: httpx.AsyncClient, real: Guide
) -> None:
    wrong = []
    for entry in real.library.entries.values():
        for phrasing in entry.asked[::64]:
            posted = await ask(web, phrasing)
            shown = await web.get(posted.headers.get("location", "/none"))
            wrong += [phrasing] if (posted.status_code, posted.content) != (303, shown.content) else []

    assert wrong == []


async def test_an_entry_that_answers_has_the_address_of_its_screen(web: httpx.AsyncClient, real: Guide) -> None:
    phrasing = next(p for e in real.library.entries.values() for p in e.asked if _answers(real, p, e.id))
    entry = hearing(real).matcher.match(phrasing).entries[0]

    assert (await ask(web, phrasing)).headers["location"] == at(step_to("entry", entry), Step("q", ANSWERED))


def _answers(real: Guide, phrasing: str, entry: str) -> bool:
    match = hearing(real).matcher.match(phrasing)
    nothing_else = detect(phrasing) is None and not language.nudge(phrasing, real.library.language)
    heard = real.hearing.hear(phrasing)
    plain = heard.danger is None and entry not in heard.points
    return match.tier == "answer" and match.entries[0] == entry and nothing_else and plain


async def test_an_answer_without_an_address_is_shown_where_it_was_asked(
    web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = await ask(web, DANGER)
    monkeypatch.setattr(answer_address, "address", lambda turn: "")

    answer = await ask(web, DANGER)

    assert (answer.status_code, answer.content, answer.headers.get("location")) == (200, usual.content, None)


@pytest.mark.parametrize(
    "question",
    [
        DANGER,
        "she is skint",
        "who can help in Ayrshire",
        "she moved to Manchester",
        NUDGED,
        "does shakti take trans women",
        "barnardos in dundee, have you a number",
        "inverclyde womens aid number",
    ],
)
async def test_an_address_shows_the_very_same_answer(web: httpx.AsyncClient, question: str) -> None:
    asked = await ask(web, question)

    again = await web.get(asked.headers["location"])

    assert again.content == asked.content


async def test_no_word_of_a_question_to_the_directory_is_in_its_address(web: httpx.AsyncClient) -> None:
    addresses = [
        (await ask(web, question)).headers["location"]
        for question in ("counselling after rape in Fife", "counselling after rape in Fife, Zebedee zzyzx")
    ]
    needs, stems = ([re.findall(rf"\.{letter}([\w-]+)", address) for address in addresses] for letter in ("h", "b"))

    assert needs[0] == needs[1] != []
    assert stems[0] == stems[1] != [], "what the directory has no word for leaves no trace"


async def test_an_old_address_shows_what_is_left_of_it_and_danger_always(web: httpx.AsyncClient) -> None:
    card, gone = code("weapon"), "zzzz"
    left = [await web.get(f"/found/1----.d{card}.{tier}{gone}") for tier in "as"]

    assert [CARDS["weapon"].title in answer.text for answer in left] == [True, True]
    assert (await web.get(f"/found/1zzzz.s{gone}.kzz.czz.wzzzz")).status_code == 200


@pytest.mark.parametrize(
    "text", ["x", "1----", "1----.", "1----.D", "1----..s", ".s", "1----.s%2e%2e", "1----.s" + "a" * 400, "1----.sé"]
)
async def test_what_is_no_address_is_a_missing_page(web: httpx.AsyncClient, real: Guide, text: str) -> None:
    answer = await web.get(f"/found/{quote(text, safe='%')}")

    assert (answer.status_code, Html(answer.text).texts("h1")) == (404, [real.words("page-missing-title")])


def test_any_text_can_be_an_address(talk: Talk) -> None:
    letters = st.text("abcdeknostvw1-_.AZ", max_size=40)

    @settings(max_examples=examples(120), deadline=None, derandomize=True, database=None)
    @given(st.one_of(letters.map("1----.{}".format), letters, st.text(max_size=20)))
    def tried(text: str) -> None:
        turn = answer_address.turn(talk, text)
        assert turn is None or bytes(page.page(talk, turn).body)

    tried()


async def test_what_is_typed_is_in_no_page_no_address_no_header_and_no_log(
    web: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    typed = "Zebedee Quux lives at 12 Plinthwick Road and is skint"
    posted = await ask(web, typed)
    shown = await web.get(posted.headers["location"])
    seen = "\n".join([posted.text, shown.text, str(posted.headers), str(shown.headers), str(shown.url), caplog.text])

    assert [word for word in ("Zebedee", "Quux", "Plinthwick", quote(typed), quote_plus(typed)) if word in seen] == []


async def test_a_question_in_an_address_is_not_read(web: httpx.AsyncClient) -> None:
    first = (await web.get("/")).content
    asked = [await web.get("/ask", params={"question": DANGER}), await web.get("/", params={"question": DANGER})]

    assert [(answer.status_code, answer.content) for answer in asked] == [(200, first)] * 2


async def test_what_is_typed_cannot_become_markup(web: httpx.AsyncClient) -> None:
    for question in ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}"):
        answer = await ask(web, question, '"><script>', follow=True)

        assert [form in answer.text for form in ("<script>", "alert(1)", "onerror", "{{")] == [False] * 4


# Headers


async def test_the_same_strict_headers_are_on_every_answer(web: httpx.AsyncClient, talk: Talk) -> None:
    pages = [await visit(web, where) for name, where in kinds(talk).items() if name not in ("forget", "missing")]
    pages += [await web.get("/ask"), await web.head("/")]
    answers = [
        await web.get("/nothing-here"),
        await ask(web, DANGER),
        await web.put("/ask"),
        await web.post("/topics"),
        await web.get("/healthz"),
        await web.get("/nothing.css"),
        await web.options("/"),
        await web.post("/ask", content=b"question=x", headers={"content-type": "text/plain"}),
        await web.post("/ask", content=b"after=", headers={"content-type": FORM}),
        await web.post("/ask", content=b"a" * (requests.LONGEST_FORM + 1), headers={"content-type": FORM}),
    ]

    assert {name.lower(): value for name, value in HEADERS.items()} == STRICT
    assert [strict_headers(answer) for answer in answers] == [STRICT] * len(answers)
    assert [strict_headers(answer) for answer in pages] == [STRICT] * len(pages)


async def test_a_file_and_a_redirect_that_holds_nothing_have_the_headers_that_mean_something_there(
    web: httpx.AsyncClient,
) -> None:
    files = [await web.get(f"/{name}") for name in static.NAMES]
    sent = await web.post("/ask", data={"question": DANGER}, headers={"sec-fetch-mode": "navigate"})
    shown = await web.get(sent.headers["location"])

    for answer in files:
        picture = answer.headers["content-type"].startswith("image/")
        own = {name: STRICT[name] for name in OF_A_FILE}
        assert strict_headers(answer) == (own | {"content-security-policy": "default-src 'none'"} if picture else own)
    assert (sent.status_code, sent.content) == (303, b""), "a browser reads no body there"
    assert strict_headers(sent) == {name: STRICT[name] for name in ("referrer-policy", "cache-control")}
    assert "tel:999" in shown.text
    assert strict_headers(shown) == STRICT


async def test_pages_are_html_and_the_health_page_is_not(web: httpx.AsyncClient, talk: Talk) -> None:
    health = await web.get("/healthz")

    for where in [*kinds(talk).values(), "/found/x"]:
        assert (await visit(web, where)).headers["content-type"] == HTML["content-type"], where
    assert (await ask(web, DANGER)).headers["content-type"] == HTML["content-type"]
    assert (health.headers["content-type"], health.json()) == ("application/json", {"status": "ok"})


async def test_the_stylesheet_and_the_mark_may_be_kept_by_their_version_only(web: httpx.AsyncClient) -> None:
    kept = [await web.get(f"/{name}?{static.VERSION}") for name in static.NAMES]
    others = [await web.get(f"/{name}{query}") for name in static.NAMES for query in ("", "?old")]

    assert [(a.headers["content-type"], a.headers["cache-control"]) for a in kept] == [
        *[("text/css; charset=utf-8", "max-age=604800, immutable")] * 2,
        ("image/svg+xml", "max-age=604800, immutable"),
        *[("text/javascript; charset=utf-8", "max-age=604800, immutable")] * 3,
        ("image/png", "max-age=604800, immutable"),
        ("text/javascript; charset=utf-8", "max-age=604800, immutable"),
    ]
    assert {answer.headers["cache-control"] for answer in others} == {"no-store"}


async def test_a_page_is_light_with_its_addresses_sealed(talk: Talk) -> None:
    later = ("more.css", "kept.js", "suggest.js", "copy.js", "notes.png")  # loaded when it is needed
    async with client(made(talk, keys=AddressKeys(lambda: NOW))) as web:
        pages = {name: await on_the_wire(web, where) for name, where in kinds(talk).items()}
        files = {name: await on_the_wire(web, f"/{name}") for name in static.NAMES if name not in later}

    assert {name: size for name, size in pages.items() if size >= MOST_OF_A_PAGE} == {}
    assert files["signpost.css"] < MOST_OF_A_STYLE
    assert pages["first page"] + sum(files.values()) < MOST_OF_A_FIRST_PAGE


def test_on_the_wire_nothing_names_the_server_and_head_has_the_headers_alone(talk: Talk) -> None:
    with served(made(talk)) as address, httpx.Client(base_url=address) as web:
        for path, status in (("/", 200), ("/nothing-here", 404), ("/signpost.css", 200)):
            got, head = web.get(path), web.head(path)

            assert (got.status_code, head.status_code, head.content) == (status, status, b""), path
            assert got.headers == head.headers, path
            own = STRICT if path != "/signpost.css" else {name: STRICT[name] for name in OF_A_FILE}
            assert strict_headers(got) == own, path


async def test_the_host_that_a_request_names_is_nowhere_in_the_answer(web: httpx.AsyncClient) -> None:
    for path in ("/", "/topics/", "/ask/", "/nothing", "/at/", "//evil.example/"):
        answer = await web.get(path, headers={"host": "evil.example", "x-forwarded-host": "evil.example"})

        assert answer.status_code in (200, 404), path
        assert "evil.example" not in answer.text + str(answer.headers), path
    sent = await web.post("/ask", data={"question": DANGER}, headers={"host": "evil.example"})
    assert sent.headers["location"].startswith("/found/")


# What goes wrong


async def test_a_missing_page_is_calm(web: httpx.AsyncClient, real: Guide) -> None:
    for path in ("/nothing-here", "/.env", "/at", "/at/a/b", "/static/signpost.css", "/%ff", "/topics/"):
        answer = await web.get(path)

        assert answer.status_code == 404, path
        assert Html(answer.text).texts("h1", "title") == [
            real.words("page-title", title=real.words("page-missing-title")),
            real.words("page-missing-title"),
        ], path


async def test_a_wrong_method_says_which_are_right(web: httpx.AsyncClient) -> None:
    answers = [await web.put("/ask"), await web.post("/"), await web.delete("/topics")]

    assert [(a.status_code, sorted(a.headers["allow"].split(", "))) for a in answers] == [
        (405, ["GET", "HEAD", "POST"]),
        (405, ["GET", "HEAD"]),
        (405, ["GET", "HEAD"]),
    ]
    assert ["<h1>" in answer.text for answer in answers] == [True] * 3


@pytest.mark.parametrize(
    ("content", "kind", "status", "name"),
    [
        (b"", FORM, 400, "no-question"),
        (b"after=1----", FORM, 400, "no-question"),
        (b"Question=x", FORM, 400, "no-question"),
        (b"%%%&&&===;;;", FORM, 400, "no-question"),
        (b'{"question": "x"}', "application/json", 415, "no-question"),
        (b"question=x", "", 415, "no-question"),
        (
            b'--b\r\nContent-Disposition: form-data; name="question"\r\n\r\nx\r\n--b--',
            "multipart/form-data; boundary=b",
            415,
            "no-question",
        ),
        (b"question=" + b"a" * requests.LONGEST_FORM, FORM, 413, "too-large"),
    ],
)
async def test_what_cannot_be_read_is_said_calmly_with_999_first(
    web: httpx.AsyncClient, real: Guide, content: bytes, kind: str, status: int, name: str
) -> None:
    answer = await web.post("/ask", content=content, headers={"content-type": kind} if kind else {})
    main = Html(answer.text[answer.text.index("<main") :])

    assert (answer.status_code, strict_headers(answer)) == (status, STRICT)
    assert main.texts("h1", "p")[:4] == [
        real.words("page-urgent"),
        real.words("call-999"),
        real.words(f"page-{name}-title"),
        real.words(f"page-{name}-text"),
    ]


async def test_a_body_that_is_too_large_is_not_held_in_memory_or_waited_for(web: httpx.AsyncClient) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b"a" * 65_536

    answer = await web.post("/ask", content=endless(), headers={"content-type": FORM})

    assert (answer.status_code, sent <= 20) == (413, True)


async def test_a_body_that_does_not_arrive_in_time_is_not_waited_for(
    web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, real: Guide
) -> None:
    monkeypatch.setattr(requests, "SECONDS", 0.05)

    async def slow() -> AsyncIterator[bytes]:
        yield b"question=he+has"
        await asyncio.sleep(5)
        yield b"+a+knife"

    answer = await web.post("/ask", content=slow(), headers={"content-type": FORM})

    assert (answer.status_code, strict_headers(answer)) == (408, STRICT)
    assert Html(answer.text).texts("h1") == [real.words("page-slow-title")]


@pytest.mark.parametrize(
    "content",
    [
        b"question=he%27s+at+the+door+with+a+knife+%ff%fe",
        b"question=\xff\xfe he's at the door with a knife",
        b"question=he%27s+at+the+door+with+a+knife&question=x&" + b"a=b&" * 2000,
        b"question=he%27s+at+the+door+with+a+knife+%zz+%",
        b"question=he%27s+at+the+door+with+a+knife%00",
        b"question=he%27s+at+the+door+with+a+knife&after=" + b"z" * 500,
    ],
)
async def test_danger_is_found_in_what_is_badly_written(web: httpx.AsyncClient, content: bytes) -> None:
    answer = await web.post("/ask", content=content, headers={"content-type": f"{FORM}; charset=utf-8"})

    assert (answer.status_code, CARDS["weapon"].line in said(answer)) == (303, True)


async def test_a_long_question_is_answered_and_said_to_be_cut(web: httpx.AsyncClient, real: Guide) -> None:
    answer = await ask(web, f"{DANGER} " + "x" * 5000, follow=True)

    assert real.words("too-long") in said(answer)
    assert CARDS["weapon"].line in said(answer)


async def test_whoever_leaves_while_asking_is_no_error(talk: Talk, caplog: pytest.LogCaptureFixture) -> None:
    async def receive() -> dict[str, object]:
        return {"type": "http.disconnect"}

    async def send(message: object) -> None:
        pass

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/ask",
        "raw_path": b"/ask",
        "query_string": b"",
        "root_path": "",
        "headers": [(b"content-type", FORM.encode())],
    }
    await made(talk)(scope, receive, send)  # type: ignore[arg-type]

    assert caplog.records == []


async def test_without_guidance_every_page_shows_the_urgent_numbers(real: Guide) -> None:
    numbers = {contact.number for card in CARDS.values() for contact in card.contacts_in()}
    async with client(made(talking(lambda: None, lambda: NOW))) as web:
        for path in ("/", "/urgent", "/at/1----", "/nothing-here", "/found/1----.n"):
            answer = await web.get(path)
            html = Html(answer.text)

            assert answer.status_code == (404 if path == "/nothing-here" else 503), path
            assert strict_headers(answer) == STRICT, path
            assert html.texts("h1") == [emergency.WORDS["guidance-missing"]], path
            assert numbers <= set(html.links()), path
            assert html.texts("p")[0] == emergency.WORDS["call-999"], path


async def test_without_guidance_danger_is_answered_with_its_card(talk: Talk) -> None:
    where = answer_address.address(talk.answer(Asked(DANGER)))
    async with client(made(talking(lambda: None, lambda: NOW))) as web:
        answers = [await ask(web, DANGER), await web.get(where)]

    assert [(a.status_code, Html(a.text).texts("h1")) for a in answers] == [(503, [CARDS["weapon"].title])] * 2
    assert ["/ask" in answer.text or "location" in answer.headers for answer in answers] == [False] * 2


class Broken:
    """A guide in which everything fails, with an error whose words must not be shown."""

    def __init__(self, real: Guide) -> None:
        self.words = real.words
        self.known_numbers = real.known_numbers
        self.hearing = real.hearing
        self.publisher = real.publisher

    def area(self, area: str) -> str:
        raise ValueError("Zebedee's secret")


async def test_where_the_engine_fails_danger_is_answered_and_only_the_place_is_written_down(
    real: Guide, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    broken = Broken(real)
    async with client(made(talking(lambda: broken, lambda: NOW))) as web:  # type: ignore[arg-type, return-value]
        answer = await ask(web, DANGER)
        opened = await web.get("/")

    assert [(a.status_code, strict_headers(a)) for a in (answer, opened)] == [(500, STRICT)] * 2
    assert Html(answer.text).texts("h1") == [CARDS["weapon"].title]
    assert emergency.WORDS["call-999"] in said(opened)
    assert [r.name for r in caplog.records if r.name != "httpx"] == ["signpost"] * 2
    assert [word for word in ("Zebedee", "Traceback", "knife") if word in caplog.text + answer.text + opened.text] == []


async def test_where_a_page_cannot_be_drawn_danger_is_answered_and_reported_once(
    web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(page, "is_home", lambda reply: 1 / 0)

    answer = await ask(web, DANGER)

    assert (answer.status_code, strict_headers(answer)) == (500, STRICT)
    assert Html(answer.text).texts("h1") == [CARDS["weapon"].title]
    written = [record.getMessage() for record in caplog.records if record.name == "signpost"]
    assert [re.sub(r":\d+", ":N", line) for line in written] == [
        "ZeroDivisionError at bot/channels/web/page.py:N in page"
    ]


async def test_where_nothing_at_all_can_be_drawn_999_is_said_in_plain_words(
    web: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "is_home", lambda reply: 1 / 0)
    monkeypatch.setattr(requests, "bare", lambda turn, status: 1 / 0)

    answer = await web.get("/")

    assert (answer.status_code, answer.text, strict_headers(answer)) == (500, emergency.WORDS["call-999"], STRICT)


async def test_an_error_in_a_further_route_goes_no_further_than_the_app(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(request: Request) -> Response:
        raise ValueError("a token")

    async with client(made(talk, [Route("/telegram", fails, methods=["POST"])])) as web:
        answer = await web.post("/telegram")

    assert (answer.status_code, strict_headers(answer), "a token" in caplog.text) == (500, STRICT, False)


def test_what_the_app_fails_at_is_written_to_the_log_as_its_place_alone(
    talk: Talk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(page, "is_home", lambda reply: {}["Zebedee"])
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    with (tmp_path / "log").open("w+") as stream:
        set_up_logging("DEBUG", stream)
        try:
            with served(made(talk)) as address:
                answer = httpx.post(f"{address}/ask", data={"question": DANGER})
        finally:
            root.handlers[:] = before
            root.setLevel(level)
            logging.raiseExceptions = True
            logging.captureWarnings(capture=False)
        stream.seek(0)
        written = stream.read().splitlines()

    assert (answer.status_code, "Zebedee" in answer.text) == (500, False)
    assert [re.sub(r":\d+", "", json.loads(line)["said"]) for line in written] == [
        "KeyError at bot/channels/web/page.py in page"
    ]


# Words and numbers


def test_every_value_that_a_stylesheet_asks_for_is_there() -> None:
    """A colour whose name is gone is drawn black, as the columns of the admins' picture once were in the dark."""
    folder = TEMPLATES.parents[2]
    styles = [each for part in ("channels/web", "editor/preview") for each in (folder / part / "static").glob("*.css")]
    given = set(re.findall(r"(--[\w-]+):", (TEMPLATES.parent / "static/signpost.css").read_text("utf-8")))
    asked = {each.name: set(re.findall(r"var\((--[\w-]+)", each.read_text("utf-8"))) for each in styles}

    assert {name: found - given for name, found in asked.items() if found - given} == {}


def test_no_template_holds_words_of_its_own() -> None:
    own = {}
    for path in sorted(TEMPLATES.glob("[!a]*.html")):  # the admins' pages are no part of the guidance
        text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        spoken = re.findall(r'(?:aria-label|alt|title|placeholder)="([^"]*)"', text)
        own[path.name] = sorted({*re.sub(r"<[^>]*>", " ", text).split(), *(word for word in spoken if word)})

    assert own == {
        "bare.html": ["Signpost"],
        "blocks.html": [":"],
        "browse.html": [],
        "card.html": [],
        "device.html": [],
        "head.html": [],
        "kept.html": [],
        "page.html": [],
        "phone.html": [],
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Call 999 now.", ["Call ", ("999", "tel:999"), " now."]),
        ("Call 999, then press 55.", ["Call ", ("999", "tel:999"), ", then press 55."]),
        ("Samaritans, 116 123", ["Samaritans, ", ("116 123", "tel:116123")]),
        ("999 24 hours", [("999", "tel:999"), " 24 hours"]),
        ("999 101", [("999", "tel:999"), " ", ("101", "tel:101")]),
        ("within 7 days, room 1999, A999", ["within 7 days, room 1999, A999"]),
        ("0800 555 0100 is nobody's", ["0800 555 0100 is nobody's"]),
        ("", []),
    ],
)
def test_published_numbers_in_a_sentence_can_be_rung(text: str, parts: list[str | tuple[str, str]]) -> None:
    numbers = frozenset({"999", "101", "116123"})

    assert list(linked(text, numbers)) == [
        TextPart(*part) if isinstance(part, tuple) else TextPart(part) for part in parts
    ]
    assert "".join(part.text for part in linked(text, numbers)) == text


async def test_every_number_of_a_contact_can_be_rung(web: httpx.AsyncClient, talk: Talk) -> None:
    where = outcome(talk, WALK)
    turn = talk.answer(Pressed(where))
    numbers = {b.href: b.text.split(" (")[0] for b in turn.replies[0].blocks if b.href.startswith("tel:")}
    links = Html((await web.get(f"/at/{where}")).text).links()

    assert numbers
    assert {href: links[number] for href, number in numbers.items()} == {href: href for href in numbers}


async def test_the_number_for_other_hours_can_be_rung_too(web: httpx.AsyncClient) -> None:
    """It stands in brackets after the number that answers now, and at night it is the one that matters."""
    shown = (await ask(web, "I am worried about her kids, in fife", follow=True)).text
    line = next(each for each in re.findall(r'<p class="way">.*?</p>', shown, re.DOTALL) if "at other times" in each)

    assert [href[:4] for href in Html(line).hrefs()] == ["tel:"] * 2


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("https://a.scot/b-c/", ["https://", "a.", "scot/", "b-", "c/"]),
        ("a@b.scot", ["a@", "b.", "scot"]),
        ("Adult Support, a report (2.1)", ["Adult Support, a report (2.1)"]),
        ("0800", ["0800"]),
    ],
)
def test_an_address_may_go_on_in_the_next_line(text: str, cut: list[str]) -> None:
    assert (pieces(text), "".join(pieces(text))) == (cut, text)


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("tel:999", "tel:999"),
        ("https://a.scot", "https://a.scot"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//a.scot", ""),
        ("JAVASCRIPT:alert(1)", ""),
    ],
)
def test_a_link_of_another_kind_is_not_made(href: str, kept: str) -> None:
    assert safe_href(Block(Mark.CONTACT, "x", href=href)) == kept
