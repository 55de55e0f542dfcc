"""The box: what the page shows, for websites that the settings name, and for them alone."""

import re
from collections.abc import AsyncIterator

import httpx
import pytest

from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.channels.web.requests import HEADERS
from bot.core.guide import Guide
from bot.core.screens.registry import step_to
from bot.state.address_keys import AddressKeys
from tests.conftest import NOW
from tests.guides import talking
from tests.web import DANGER, FORM, Html, at, client, kinds

SITES = ("https://intranet.example.gov.uk", "https://*.cloud.microsoft")
HAND_OVER = at(step_to("hand-over", "rape-crisis-scotland-helpline"))


@pytest.fixture(name="web")
async def _web(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    made = app(talk, health=dict, keys=AddressKeys(lambda: NOW), frames=SITES)
    async with client(made) as opened:
        yield opened


def ancestors(answer: httpx.Response) -> str:
    """Return who may show an answer in a frame."""
    return re.findall(r"frame-ancestors ([^;]*)", answer.headers["content-security-policy"])[0]


async def ask(web: httpx.AsyncClient, question: str) -> httpx.Response:
    sent = {"content": f"question={question}&after=", "headers": {"content-type": FORM}}
    return await web.post("/box/ask", **sent)  # type: ignore[arg-type]


async def test_the_websites_of_the_settings_may_show_the_box_and_nobody_any_other_page(
    web: httpx.AsyncClient, talk: Talk
) -> None:
    boxed = [await web.get("/box"), await web.get("/box/urgent"), await ask(web, DANGER)]
    whole = [
        await web.get(path) for path in ("/", "/urgent", "/kept", "/card/rape-crisis-scotland-helpline", "/health")
    ]

    assert {ancestors(answer) for answer in boxed} == {" ".join(SITES)}
    assert {"x-frame-options" in answer.headers for answer in boxed} == {False}
    assert {ancestors(answer) for answer in whole} == {"'none'"}
    assert {answer.headers["x-frame-options"] for answer in whole} == {"DENY"}
    for answer in boxed:
        policy = answer.headers["content-security-policy"].replace(ancestors(answer), "'none'")
        assert policy == HEADERS["Content-Security-Policy"]
        assert "set-cookie" not in answer.headers


async def test_without_websites_in_the_settings_there_is_no_box(talk: Talk) -> None:
    async with client(app(talk, health=dict)) as web:
        found = [await web.get("/box"), await ask(web, "bed")]

    assert [(each.status_code, ancestors(each)) for each in found] == [(404, "'none'")] * 2


@pytest.mark.parametrize("path", ["admin", "kept", "health", "metrics", "card/x", "signpost.css", "box", "ask/x", "/"])
async def test_what_is_not_to_be_read_is_in_no_box(web: httpx.AsyncClient, path: str) -> None:
    answer = await web.get(f"/box/{path}" if path != "/" else "/boxes")

    assert (answer.status_code, ancestors(answer)) == (404, "'none'")


async def test_every_link_of_the_box_leads_back_into_it_or_to_a_tab_of_its_own(
    web: httpx.AsyncClient, talk: Talk, real: Guide
) -> None:
    stays, leaves = set(), set()
    for where in (each for name, each in kinds(talk).items() if name != "missing"):
        answer = await ask(web, where[1:]) if where.startswith("?") else await web.get(f"/box{where}")
        html = Html((await web.get(answer.headers["location"])).text if answer.is_redirect else answer.text)
        for link in html.all("a"):
            href, apart = link.attributes["href"], link.attributes.get("target") == "_blank"
            if apart:
                assert link.attributes["rel"] == "noopener noreferrer", href
                leaves.add(href)
            elif not href.startswith(("#", "tel:", "sms:", "mailto:")):
                stays.add(href)
        assert {form.attributes["action"] for form in html.all("form")} == {"/box/ask"}
        assert [each for each in html.all("template") if "device" in each.attributes.get("id", "")] == []

    assert {href for href in stays if not href.startswith("/box/")} == set()
    assert {href for href in leaves if not href.startswith(("https://", "http://")) and href != "/"} != set()  # a card
    assert len(stays) > 100
    assert {(await web.get(href)).status_code for href in sorted(stays)[::20]} == {200}


async def test_a_card_to_print_leaves_the_box(web: httpx.AsyncClient, real: Guide) -> None:
    links = Html((await web.get(f"/box{HAND_OVER}")).text).links()

    answer = await web.get(links[real.words("hand-over-page")])

    assert (answer.status_code, ancestors(answer)) == (200, "'none'")


async def test_an_old_address_is_answered_in_the_box(web: httpx.AsyncClient, real: Guide) -> None:
    answer = await web.get(f"/box/to/{'A' * 80}")

    assert real.words("page-expired") in Html(answer.text).texts("p")
    assert ancestors(answer) == " ".join(SITES)


async def test_where_everything_fails_the_box_still_gives_the_urgent_numbers() -> None:
    async with client(app(talking(lambda: None), health=dict, frames=SITES)) as web:
        answer = await web.get("/box")

    assert (answer.status_code, ancestors(answer)) == (503, " ".join(SITES))
    assert "999" in answer.text
