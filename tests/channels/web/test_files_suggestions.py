"""What the page suggests: a small file that a browser may keep, with what is live now, by short codes only."""

import gzip
import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from bot.channels.talk import Talk
from bot.channels.web import files
from bot.core.guide import Guide, with_switches
from bot.core.position import code
from bot.core.switches import Switch, Switches
from tests.conftest import NOW
from tests.guides import guide, talking
from tests.web import client, made

KB = 1024
SCRIPT = Path(files.__file__).parent / "static" / "suggest.js"


@pytest.fixture(name="web")
async def _web(talk: Talk) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk)) as opened:
        yield opened


async def rows(web: httpx.AsyncClient) -> dict[str, tuple[str, str]]:
    """Return what the suggestions of the first page hold: the step and the other words, by the title or the name."""
    where = re.findall(r'class="ask" data-from="(.*?)"', (await web.get("/")).text)[0]
    text = (await web.get(where)).text
    return {title: (step, said) for title, step, said in json.loads(text.partition("\nself.suggestions=")[2])}


async def test_every_entry_and_every_active_service_is_suggested_by_its_short_code(
    web: httpx.AsyncClient, real: Guide
) -> None:
    found = await rows(web)
    entries, services = real.library.entries.values(), real.library.services.values()

    assert {title: step for title, (step, _) in found.items()} == {
        **{entry.title: f"e{code(entry.id)}" for entry in entries},
        **{service.name: f"s{code(service.id)}" for service in services if service.status == "active"},
    }
    assert {"Archway Glasgow", "Glasgow SARC"} <= {*found["Archway (Glasgow sexual assault centre)"][1].split("|")}
    assert "subject access request" in found["What should I write in the notes?"][1].split("|")
    assert (await web.get("/at/1----" + found["What should I write in the notes?"][0])).status_code == 200


async def test_no_other_words_are_all_in_the_title_which_is_searched_too(web: httpx.AsyncClient) -> None:
    said = {title: words.split("|") for title, (_, words) in (await rows(web)).items() if words}

    assert len(said) > 300
    assert [
        w for title, each in said.items() for w in each if {*w.casefold().split()} <= {*title.casefold().split()}
    ] == []


async def test_no_way_to_tell_of_danger_is_in_the_file(web: httpx.AsyncClient, real: Guide) -> None:
    said = {each for _, words in (await rows(web)).values() for each in words.split("|")}
    dangers = {m.text for entry in real.library.entries.values() for m in entry.danger_phrasings}

    assert len(dangers) > 50
    assert said & dangers == set()


async def test_the_file_comes_small_and_may_be_kept_by_its_version_only(web: httpx.AsyncClient, real: Guide) -> None:
    where = files.suggestions_address(real)
    packed = await web.get(where, headers={"accept-encoding": "gzip, br"})
    plain = await web.get(where, headers={"accept-encoding": "identity"})
    others = [await web.get(f"{files.SUGGESTIONS}{query}") for query in ("", "?old")]

    assert int(packed.headers["content-length"]) < 40 * KB
    assert (packed.headers["content-encoding"], "content-encoding" in plain.headers) == ("gzip", False)
    assert packed.content == plain.content, "httpx unpacks it"
    assert [a.headers["cache-control"] for a in (packed, plain)] == ["max-age=604800, immutable"] * 2
    assert [a.headers["cache-control"] for a in others] == ["no-store"] * 2
    assert (packed.headers["vary"], packed.headers["content-type"]) == (
        "Accept-Encoding",
        "text/javascript; charset=utf-8",
    )


def test_the_script_is_small_and_neither_sends_nor_stores_anything() -> None:
    text = SCRIPT.read_text("utf-8")

    assert len(gzip.compress(text.encode())) < 3 * KB
    assert re.findall(r"fetch|XMLHttp|Beacon|WebSocket|Storage|cookie|indexedDB|caches|eval|innerHTML", text) == []


@pytest.mark.parametrize("state", ["paused", "closed"])
async def test_a_service_that_is_switched_off_is_not_suggested_from_then_on(real: Guide, state: str) -> None:
    off = Switch("service", "samaritans", state, NOW.date() + timedelta(7), "rang")  # type: ignore[arg-type]
    without = with_switches(real, Switches((off,)), NOW.date())
    name = real.library.services["samaritans"].name
    live = real
    async with client(made(talking(lambda: live, lambda: NOW))) as web:
        before = await rows(web)
        live = without
        after = await rows(web)

    assert (name in before, name in after) == (True, False)
    assert len(after) == len(before) - 1
    assert files.suggestions_address(real) != files.suggestions_address(without), (
        "what a browser kept is not asked for again"
    )


async def test_an_entry_that_is_withdrawn_or_renamed_is_not_suggested_under_its_old_title(real: Guide) -> None:
    entry = real.library.entries["recording"]
    changed = guide(replace(real.library, entries={"recording": replace(entry, title="Notes")}))
    async with client(made(talking(lambda: changed, lambda: NOW))) as web:
        found = await rows(web)

    assert ("Notes" in found, entry.title in found) == (True, False)


async def test_without_guidance_nothing_is_suggested() -> None:
    async with client(made(talking(lambda: None, lambda: NOW))) as web:
        page, file = await web.get("/"), await web.get(files.SUGGESTIONS)

    assert ("<script" in page.text, file.status_code) == (False, 404)
