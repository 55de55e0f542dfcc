"""What a browser may keep for when there is no signal, as served: the worker, the list, and a neutral name."""

import gzip
import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot.channels.talk import Talk
from bot.channels.web import files as static
from bot.channels.web import offline_pages
from bot.channels.web.requests import HEADERS
from bot.core.guide import Guide
from bot.core.position import Position, area_code, code, encode
from bot.core.reply import Turn
from bot.core.screens.registry import step_to
from tests.conftest import NOW
from tests.guides import guide, talking
from tests.web import GLASGOW, Html, at, client, made

FOLDER = Path(offline_pages.__file__).parent / "static"
KB = 1024


@pytest.fixture(name="web")
async def _web(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk)) as opened:
        yield opened


def with_every_page(worker: str) -> list[str]:
    """Return the addresses that the worker keeps with every page."""
    found: list[str] = json.loads(worker.partition(" = ")[2].partition("; //")[0])
    return found


async def test_urgent_help_every_danger_card_and_the_files_they_need_go_with_every_kept_page(
    web: httpx.AsyncClient, real: Guide
) -> None:
    addresses = with_every_page((await web.get("/worker.js")).text)
    answers = {address: await web.get(address) for address in addresses}
    titles = {title for answer in answers.values() for title in Html(answer.text).texts("h1")}
    linked = {href for href in Html(answers["/urgent"].text).hrefs() if href.startswith("/at/1----u----c")}
    needed = set(
        re.findall(r'(?:href|src)="(/[^"]*\?[0-9a-f]{8,16})"', answers["/kept"].text + answers["/urgent"].text)
    )

    assert {answer.status_code for answer in answers.values()} == {200}
    assert {card.title for card in real.library.crisis.values()} <= titles
    assert linked <= set(addresses), "they are kept where urgent help leads"
    assert {address.partition("?")[0] for address in needed - set(addresses)} == {"/notes.png"}


async def test_the_worker_alone_may_fetch_and_from_here_alone(web: httpx.AsyncClient) -> None:
    worker, page, list_ = await web.get("/worker.js"), await web.get("/"), await web.get("/kept")

    assert "connect-src 'self'" in worker.headers["content-security-policy"]
    assert "default-src 'none'" in worker.headers["content-security-policy"]
    assert worker.headers["cache-control"] == "no-store", "a browser is told of a change at once"
    for answer in (page, list_):
        assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
        assert "connect-src" not in answer.headers["content-security-policy"]


@pytest.mark.soak
async def test_the_worker_is_another_one_where_a_danger_card_is_changed(real: Guide) -> None:
    card = real.library.crisis["weapon"]
    changed = guide(replace(real.library, crisis={**real.library.crisis, "weapon": replace(card, title="Other")}))
    texts = []
    for each in (real, real, changed):
        async with client(made(talking(lambda each=each: each, lambda: NOW))) as web:  # type: ignore[misc]
            texts.append((await web.get("/worker.js")).text)

    assert texts[0] == texts[1] != texts[2]


async def test_a_page_that_is_fetched_to_be_kept_is_not_counted(real: Guide) -> None:
    counted: list[str] = []

    def count(turn: Turn, channel: str, person: int | None = None) -> None:
        counted.append(turn.replies[0].position)

    async with client(made(talking(lambda: real, lambda: NOW, count))) as web:
        card = at(step_to("urgent"), step_to("crisis", "weapon"))
        kept_pages = [await web.get(f"{path}?keep") for path in (card, "/urgent", "/kept")]
        before = list(counted)
        read = await web.get(card)

    assert [answer.status_code for answer in kept_pages] == [200] * 3
    assert (before, counted) == ([], [card.removeprefix("/at/")])
    assert read.text == kept_pages[0].text


async def test_name_and_picture_on_a_home_screen_tell_of_nothing(web: httpx.AsyncClient, real: Guide) -> None:
    page = Html((await web.get("/kept")).text)
    told = (await web.get("/notes.webmanifest")).json()
    icon = await web.get(told["icons"][0]["src"])

    assert (told["name"], told["short_name"], page.texts("title")) == ("Notes", "Notes", ["Notes"])
    assert re.findall("(?i)signpost|urgent|danger|help|sex|abuse|safe", json.dumps(told)) == []
    assert (icon.status_code, icon.headers["content-type"]) == (200, "image/png")
    assert {(e.attributes["rel"], e.attributes["href"].partition("?")[0]) for e in page.all("link")} == {
        ("stylesheet", "/signpost.css"),
        ("stylesheet", "/more.css"),
        ("icon", "/signpost.svg"),
        ("manifest", "/notes.webmanifest"),
        ("apple-touch-icon", "/notes.png"),
    }


async def test_no_other_page_can_be_put_on_a_home_screen_as_an_app(web: httpx.AsyncClient) -> None:
    for where in ("/", "/urgent", at(step_to("topics"))):
        assert "manifest" not in {e.attributes["rel"] for e in Html((await web.get(where)).text).all("link")}, where


async def test_a_page_offers_to_remember_the_codes_and_names_of_what_was_chosen(
    web: httpx.AsyncClient, real: Guide
) -> None:
    role, name = next(iter(real.library.vocabulary.roles.items()))
    chosen = Position((step_to("topics"),), code(role, 2), area_code(GLASGOW))
    unknown = replace(chosen, role="zz", area="zz")
    offers = []
    for position in (chosen, unknown):
        text = (await web.get(f"/at/{encode(position)}")).text
        offers.append(re.findall(r'data-codes="(.*?)" data-names="(.*?)"', text))

    area = real.library.areas.councils[GLASGOW].name
    assert offers == [[(encode(chosen)[1:5], f"{name}, {area}")], [("----", "")]]


async def test_without_guidance_there_is_no_worker_and_the_list_gives_the_urgent_numbers() -> None:
    async with client(made(talking(lambda: None))) as web:
        answers = [await web.get(path) for path in ("/worker.js", "/notes.webmanifest", "/kept")]

    assert [answer.status_code for answer in answers] == [404, 404, 503]
    assert "999" in answers[2].text


@pytest.mark.parametrize("name", ["keep.js", "kept.js", "worker.js"])
def test_the_scripts_are_small_and_neither_read_what_is_typed_nor_set_a_cookie(name: str) -> None:
    text = (FOLDER / name).read_text("utf-8")

    assert len(gzip.compress(text.encode())) < 3 * KB
    assert re.findall(r"cookie|indexedDB|sessionStorage|innerHTML|eval\(|Beacon|WebSocket|\.value|question", text) == []
    assert ("fetch(" in text) == (name == "worker.js")


def test_the_picture_is_small() -> None:
    assert len(static._FILES["notes.png"]) < KB
