"""The code on the screen that opens an outcome on a phone."""

from dataclasses import replace

import pytest

from bot.channels.talk import Talk
from bot.channels.web import app as web_app
from bot.channels.web.app import app
from bot.channels.web.cards import code_to_scan
from bot.channels.web.sealed_addresses import opened
from bot.core.content_index import Publisher
from bot.core.guide import Guide
from bot.core.position import Position, encode
from bot.core.screens.registry import step_to
from bot.state.address_keys import AddressKeys
from tests.conftest import NOW
from tests.guides import talking
from tests.web import Html, client, outcome

SITE = "https://signpost.example"


@pytest.fixture(name="found")
def _found(talk: Talk) -> str:
    return outcome(talk, encode(Position((step_to("flow", "stay-tonight"),))))


def known(real: Guide) -> Talk:
    """Return a talk whose guide knows the address of this site."""
    made = replace(real, publisher=Publisher(site=SITE))
    return talking(lambda: made, lambda: NOW)


async def test_an_outcome_leads_to_a_code_with_its_sealed_address(
    real: Guide, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys, sealed = AddressKeys(lambda: NOW), []
    seal = web_app.seal
    monkeypatch.setattr(web_app, "seal", lambda address, key: sealed.append(seal(address, key)) or sealed[-1])
    async with client(app(known(real), health=dict, keys=keys)) as web:
        shown = Html((await web.get(f"/at/{found}")).text)
        answer = await web.get(shown.links()[real.words("phone-open")])

    assert (answer.status_code, opened(sealed[0], keys.to_open)) == (200, f"/at/{found}")
    assert code_to_scan(SITE + sealed[0], real.words("phone-title")) in answer.text
    assert real.words("phone-text") in Html(answer.text).texts("p")


async def test_only_an_outcome_has_one_and_only_where_the_site_knows_its_address(
    talk: Talk, real: Guide, found: str
) -> None:
    question = encode(Position((step_to("flow", "stay-tonight"),)))
    async with client(app(talk, health=dict)) as unknown, client(app(known(real), health=dict)) as web:
        links = [Html((await each.get(f"/at/{found}")).text).links() for each in (unknown, web)]
        of_question = Html((await web.get(f"/at/{question}")).text).links()
        missing = [await unknown.get(f"/phone/{found}"), await web.get("/phone/nonsense")]

    assert [real.words("phone-open") in each for each in (*links, of_question)] == [False, True, False]
    assert [each.status_code for each in missing] == [404, 404]
