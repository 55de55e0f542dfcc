"""Sealed addresses: a log of the page's requests shows no entry, no council and nothing that was typed."""

import re
from base64 import urlsafe_b64encode
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_bytes
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.bindings import crypto_aead_chacha20poly1305_ietf_encrypt
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.channels.talk import Talk
from bot.channels.web.sealed_addresses import PATH, SealedAddresses, opened, seal
from bot.core.guide import Guide
from bot.core.position import ALPHABET, Position, area_code, code, decode, encode
from bot.core.reply import Turn
from bot.core.screens.registry import step_to
from bot.state.address_keys import DAYS, AddressKeys
from tests.conftest import NOW
from tests.guides import talking
from tests.web import DANGER, FORM, GLASGOW, HERE, Html, at, client, made
from tests.wire import REPOSITORY, free_port, signpost

QUESTIONS = (
    "what should I write in the notes",
    "Mary Smith of EH6 5AB told me she sells sex",
    "she sells sex in Fife or Angus",
    "he has a knife. what should I write in the notes",
    "is archway open now",
    "a recipe for pizza",
    DANGER,
)
WALKED = 400  # addresses
TELLS_NOTHING = {
    *("/", "/ask", "/topics", "/urgent", "/help", "/privacy", "/accessibility"),
    *("/browse", "/browse/j", "/browse/n", "/browse/c", "/browse/s"),
}
SEALED = re.compile(r"/to/(?:[\w-]{28}|[\w-]{64}(?:[\w-]{88})*)", re.ASCII)
HELPLINE = "rape-crisis-scotland-helpline"
HERS = "/at/" + encode(Position((step_to("entry", "recent-sexual-assault"),), area=area_code(GLASGOW)))


class ProxyLog:
    """A proxy in front of the page that records every address that it was asked for."""

    def __init__(self, behind: ASGIApp) -> None:
        self._behind = behind
        self.lines: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        query = scope["query_string"].decode()
        self.lines.append(scope["path"] + (f"?{query}" if query else ""))
        await self._behind(scope, receive, send)


class Days:
    """A clock that is set forward by days."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, days: float) -> None:
        self.now += timedelta(days=days)


@pytest.fixture(name="days")
def _days() -> Days:
    return Days()


@pytest.fixture(name="keys")
def _keys(days: Days) -> AddressKeys:
    return AddressKeys(days)


@pytest.fixture(name="web")
async def _web(talk: Talk, keys: AddressKeys) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk, keys=keys)) as opened:
        yield opened


async def walked(log: ProxyLog) -> list[Html]:
    """Ask questions, follow the links of each page in turn, and return the pages."""
    async with client(log) as web:  # type: ignore[arg-type]  # any app will do
        answers = [await web.post("/ask", data={"question": each}, follow_redirects=True) for each in QUESTIONS]
        pages, known = [Html(answer.text) for answer in answers], set[str]()
        waiting = [*sorted(TELLS_NOTHING), *(href for page in pages for href in links(page))]
        while waiting and len(log.lines) < WALKED:
            href = waiting.pop(-len(log.lines) % 2)  # wide and deep
            if href in known:
                continue
            known.add(href)
            answer = await web.get(href)
            assert answer.status_code == 200, href
            if answer.headers["content-type"].startswith("text/html"):
                pages.append(Html(answer.text))
                waiting += links(pages[-1])
    return pages


def links(page: Html) -> list[str]:
    """Return where the links of a page lead on this site, and its files, in order."""
    hrefs = (each.attributes["href"].partition("#")[0] for each in page.all("a", "link"))
    return [href for href in hrefs if href.startswith("/")]


def told(guide: Guide, line: str) -> set[str]:
    """Return the ids that somebody with a log and the content can read in an address, and whether a name was typed."""
    address = urlsplit(line)
    _, kind, *rest = address.path.split("/")
    written = [*rest, *dict(parse_qsl(address.query)).values()]
    position = next((found for part in written if (found := decode(part.partition(".")[0]))), Position())
    codes = {step.code for step in position.steps} | {position.area}
    codes |= {each[1:] for each in written if kind == "browse"} | {each for each in written if kind == "card"}
    for part in rest[0].split(".")[1:] if kind == "found" else []:
        codes |= {part[at : at + 4] for at in range(1, len(part), 4)} | ({"typed"} if part[0] == "k" else set())
    known = {short: id for ids in guide.ids.values() for short, id in ids.items()}
    known |= {area_code(gss): gss for gss in guide.library.areas.councils} | {"typed": "a name was typed"}
    return {known[each] for each in codes & {*known}}


async def test_no_address_that_a_walk_asks_for_tells_what_was_read_or_typed(
    talk: Talk, real: Guide, keys: AddressKeys
) -> None:
    log = ProxyLog(made(talk, keys=keys))

    pages = await walked(log)

    asked = {line for line in log.lines if not re.fullmatch(r"/(signpost|more)\.(css|svg)\?\w+", line)} - TELLS_NOTHING
    assert len(pages) > WALKED / 2
    assert {line: learnt for line in log.lines if (learnt := told(real, line))} == {}
    assert {line for line in asked if not SEALED.fullmatch(line)} == set()
    assert len({len(line) for line in asked}) <= 4, "nor does the length tell much"
    assert {opened(line, [*AddressKeys(lambda: NOW).to_open, bytes(32)]) for line in asked} == {""}, "but for our keys"
    meant = [opened(line, keys.to_open) for line in asked]
    assert all(each.startswith("/") for each in meant)
    assert any(each.startswith("/browse/c") for each in meant)
    assert any("?after=" in each for each in meant)


@pytest.mark.soak
async def test_without_a_seal_the_same_walk_tells_of_entries_councils_and_that_a_name_was_typed(
    talk: Talk, real: Guide
) -> None:
    log = ProxyLog(made(talk))

    await walked(log)

    learnt = {each for line in log.lines for each in told(real, line)}
    assert {"recording", "a name was typed"} <= learnt
    assert learnt & {*real.library.areas.councils}


async def test_a_sealed_address_shows_what_the_address_itself_shows(
    talk: Talk, web: httpx.AsyncClient, keys: AddressKeys
) -> None:
    shown = ("/found/1----.s7Mq1FONO.iiVCv", f"/help?after={HERS[4:]}", "/browse/c" + area_code(GLASGOW))
    cards = (at(step_to("hand-over", HELPLINE)), f"/card/{code(HELPLINE)}?staff=yes")
    async with client(made(talk)) as plain:
        for address in (HERS, *shown, *cards):
            sealed, itself = await web.get(seal(address, keys.to_seal)), await plain.get(address)
            hrefs = [opened(href, keys.to_open) or href for href in links(Html(sealed.text))]

            assert Html(sealed.text).texts("h1", "p", "li") == Html(itself.text).texts("h1", "p", "li")
            assert hrefs == links(Html(itself.text)), "every link leads where it led"


async def test_an_address_seals_differently_each_time(web: httpx.AsyncClient, keys: AddressKeys) -> None:
    first, again = [links(Html((await web.get("/")).text)) for _ in range(2)]

    assert [opened(href, keys.to_open) for href in first] == [opened(href, keys.to_open) for href in again]
    assert {href for href in first if href.startswith(PATH)} & {*again} == set()


async def test_a_page_tells_its_own_address_and_nothing_that_a_request_made_up(
    web: httpx.AsyncClient, keys: AddressKeys
) -> None:
    hers = "/found/1----.s7Mq1FONO.iiVCv"
    told = {
        "/at/1zzQQ": "/at/1----",
        "/at/1----eQQQQ": "/at/1----",
        f"{HERS}rQQQQ": HERS,
        HERS.replace("/at/1----", "/at/1----WQQQQXQQQQ"): HERS,
        HERS[:9] + "XQQQQ" + HERS[9:]: HERS,
        f"{HERS}qQQQQ": HERS,
        f"/help?after={HERS[4:]}eQQQQ": f"/help?{HERS[4:9]}i----",
        hers: hers,
        f"{hers}.nQQQQ.zQQQQ": hers,
        "/go/QQQQ": "/at/1----",
    }
    answers = [
        (address, answer)
        for address in told
        for answer in (
            await web.get(address),
            await web.get(seal(address, keys.to_seal)),
            await web.post("/kept", data={"address": address}, follow_redirects=True),
        )
    ]

    assert [address for address, answer in answers if "QQQQ" in answer.text] == []
    assert [re.findall(r'data-address="([^"]*)"', answer.text) for _, answer in answers] == [
        [told[address]] for address, _ in answers
    ]


def test_an_address_from_before_they_were_shortened_opens(keys: AddressKeys) -> None:
    for address in ("/at/1----fmCTD", HERS, "/found/1----.s7Mq1FONO.iiVCv", "/browse/cAq"):
        nonce, short = token_bytes(12), len(address) <= 17
        filled = address.encode().ljust(17 if short else 65, b"\0")
        data = nonce + crypto_aead_chacha20poly1305_ietf_encrypt(filled, b"", nonce, keys.to_seal)

        assert opened(PATH + urlsafe_b64encode(data).decode(), keys.to_open) == address


@given(
    st.text(ALPHABET + "/?&=.é", max_size=150), st.sampled_from(["", "/at/1", "/at/", "/urgent?after=1", "/browse/"])
)
def test_any_address_is_sealed_and_opens_again(text: str, beginning: str) -> None:
    key = bytes(range(32))
    sealed = seal(beginning + text, key)

    assert SEALED.fullmatch(sealed)
    assert opened(sealed, [bytes(32), key]) == beginning + text
    assert opened(sealed, [bytes(32)]) == ""


async def test_an_altered_or_made_up_address_shows_the_first_page_and_says_why(
    web: httpx.AsyncClient, real: Guide, keys: AddressKeys
) -> None:
    sealed = seal(HERS, keys.to_seal)
    altered = [sealed[:at] + ("A" if sealed[at] != "A" else "B") + sealed[at + 1 :] for at in range(4, len(sealed))]
    made_up = ["A" * 140, "A", "A" * 5000, sealed[4:-4], f"{sealed[4:]}AAAA", "%00", "%C3%A9" * 140, HERS[4:]]

    assert len(altered) == len(sealed) - len(PATH)
    for address in (*altered, *(PATH + each for each in made_up)):
        answer = await web.get(address)

        assert answer.status_code == 200, address
        assert real.words("page-expired") in answer.text, address
        assert Html(answer.text).texts("h1") == [real.words("start-title")], address


@pytest.mark.parametrize("address", ["/healthz", "/metrics", "/admin", "/admin/report", "/admin?weeks=4"])
async def test_whoever_makes_one_up_in_millions_of_tries_comes_to_nothing_that_a_proxy_keeps_from_outside(
    web: httpx.AsyncClient, keys: AddressKeys, real: Guide, address: str
) -> None:
    made_up = seal(address, keys.to_seal)
    shown = [await web.get(made_up), await web.post("/kept", data={"address": made_up, "keep": "yes"})]

    assert all(real.words("page-expired") in each.text for each in shown)


async def test_an_old_address_opens_for_thirty_days_and_not_after(
    web: httpx.AsyncClient, real: Guide, days: Days, keys: AddressKeys
) -> None:
    sealed = seal(HERS, keys.to_seal)
    title = Html((await web.get(sealed)).text).texts("h1")
    for _ in range(DAYS):
        days.pass_by(1)
        keys.bring()

    assert Html((await web.get(sealed)).text).texts("h1") == title
    days.pass_by(1)
    answer = await web.get(sealed)
    assert (answer.status_code, real.words("page-expired") in answer.text) == (200, True)
    assert len(keys.to_open) == DAYS + 1, "a key for each day"


async def test_what_others_share_or_print_opens_for_good(
    web: httpx.AsyncClient, real: Guide, days: Days, keys: AddressKeys
) -> None:
    days.pass_by(1000)
    keys.bring()
    service = code(HELPLINE)

    for address in (
        "/go/recording",
        f"/card/{service}",
        f"/card/{service}.vcf",
        "/browse/c" + area_code(GLASGOW),
        HERS,
    ):
        answer = await web.get(address)

        assert answer.status_code == 200, address
        assert real.words("page-expired") not in answer.text, address


async def test_a_question_and_what_followed_it_are_sealed_too(
    talk: Talk, web: httpx.AsyncClient, keys: AddressKeys
) -> None:
    sent = await web.post("/ask", data={"question": "Mary Smith of EH6 5AB told me she sells sex", "after": HERS[4:]})
    where = opened(sent.headers["location"], keys.to_open)
    assert sent.status_code == 303
    assert where.startswith("/found/")
    assert "k" in {part[:1] for part in where.split(".")}, "that a name was typed"


async def test_what_is_suggested_while_one_types_is_posted_with_the_job_and_the_area(
    web: httpx.AsyncClient, keys: AddressKeys
) -> None:
    step = "e" + code("recording")
    for after, base in ((HERS[4:], f"1--{area_code(GLASGOW)}"), ("", "1----"), ("not a position", "1----")):
        sent = await web.post("/ask", data={"question": "", "after": after, "step": step})

        assert (sent.status_code, opened(sent.headers["location"], keys.to_open)) == (303, f"/at/{base}{step}")
    danger = await web.post("/ask", data={"question": DANGER, "after": "", "step": step}, follow_redirects=True)
    assert "999" in danger.text, "whoever has typed a question is answered"
    for wrong in ("", "e", "/../..", "é" * 5):
        answer = await web.post("/ask", data={"question": "", "after": "", "step": wrong}, follow_redirects=True)
        assert answer.status_code == 200, wrong


# A page that is asked for in a form


async def test_a_form_leads_to_the_sealed_address_of_a_page(web: httpx.AsyncClient, keys: AddressKeys) -> None:
    shown = ("/found/1----.s7Mq1FONO.iiVCv", "/browse/c" + area_code(GLASGOW), HERS, f"/urgent?after={HERS[4:]}")
    sent = [
        await web.post("/kept", data={"address": f(each)})
        for each in shown
        for f in (str, lambda address: seal(address, keys.to_seal))
    ]
    led = [answer.headers["location"] for answer in sent]

    assert {answer.status_code for answer in sent} == {303}
    assert [where for where in led if not SEALED.fullmatch(where)] == []
    assert [opened(where, keys.to_open) for where in led] == [each for each in shown for _ in range(2)]


async def test_what_a_device_remembers_goes_where_a_position_has_none(
    web: httpx.AsyncClient, keys: AddressKeys
) -> None:
    glasgow, hers = area_code(GLASGOW), HERS[4:]
    for address, codes, wanted in (
        (f"/at/1----{hers[5:]}", f"AB{glasgow}", f"/at/1AB{glasgow}{hers[5:]}"),
        (HERS, "ABzz", f"/at/1AB{glasgow}{hers[5:]}"),
        ("/help?after=1----", "AB--", "/help?after=1AB--"),
        (HERS, "", HERS),
        (HERS, "../..", HERS),
        (HERS, "ééé!", HERS),
    ):
        sent = await web.post("/kept", data={"address": seal(address, keys.to_seal), "as": codes})

        assert opened(sent.headers["location"], keys.to_open) == wanted


async def test_a_form_leads_nowhere_but_to_pages_of_this_site(
    web: httpx.AsyncClient, real: Guide, keys: AddressKeys
) -> None:
    barred = ["/healthz", "/readyz", "/metrics", "/admin", "/telegram", "/api/oruk", "//evil.example/", "at/1----", ""]
    made_up = ["https://evil.example/", "/at/../metrics", "/at/%2e%2e/metrics", PATH + "A" * 60]
    for address in (*barred, *made_up):
        answer = await web.post("/kept", data={"address": address}, follow_redirects=True)
        copy = await web.post("/kept", data={"address": address, "keep": "yes"})

        for each in (answer, copy):
            assert (each.status_code, real.words("page-expired") in each.text) == (200, True), address
            assert each.url.host == "signpost.test"
    for content, kind in ((b"\xff\x00", "text/plain"), (b"address=/at/" + b"A" * 3000, FORM)):
        odd = await web.post("/kept", content=content, headers={"content-type": kind}, follow_redirects=True)
        assert real.words("page-expired") in odd.text


async def test_a_copy_for_a_device_tells_its_address_has_plain_links_and_is_not_counted(real: Guide) -> None:
    counted: list[str] = []

    def count(turn: Turn, channel: str, person: int | None = None) -> None:
        counted.append(turn.replies[0].position)

    talk = talking(lambda: real, lambda: NOW, count)
    keys = AddressKeys(lambda: NOW)
    async with client(made(talk, keys=keys)) as web:
        copy = await web.post("/kept", data={"address": HERS, "keep": "yes"})
        before = list(counted)
        read = await web.post("/kept", data={"address": HERS}, follow_redirects=True)

    assert (len(before), len(counted)) == (0, 1)
    assert f'data-address="{HERS}"' in copy.text
    assert f'data-address="{HERS}"' in read.text
    assert any(href.startswith("/at/") for href in links(Html(copy.text)))
    assert not any(href.startswith(PATH) for href in links(Html(copy.text)))
    assert not any(href.startswith("/at/") for href in links(Html(read.text)))


async def test_a_page_is_offered_to_be_kept_only_where_addresses_are_sealed(talk: Talk, web: httpx.AsyncClient) -> None:
    async with client(made(talk)) as plain:
        assert "data-address" not in (await plain.get("/")).text
    assert 'data-address="/"' in (await web.get("/")).text
    assert 'data-address="/"' in (await web.get(f"{PATH}AAAA")).text, "the first page, by whatever address"


async def test_files_and_the_admins_pages_have_their_own_addresses(keys: AddressKeys) -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        body = "".join(f'<a href="{each}"></a>' for each in addresses)
        await HTMLResponse(body)(scope, receive, send)

    addresses = ("/admin", "/admin?weeks=4", "/admin/report?weeks=4", "/notes.webmanifest", "/admin.css?0f", "/kept")
    async with client(SealedAddresses(app, keys)) as web:  # type: ignore[arg-type]  # any app will do
        assert Html((await web.get("/")).text).hrefs() == set(addresses)


async def test_other_answers_pass_as_they_are(talk: Talk, web: httpx.AsyncClient) -> None:
    async with client(made(talk)) as plain:
        for address in ("/healthz", "/api/oruk/services", "/signpost.css", "/suggest.js"):
            sealed, itself = await web.get(address), await plain.get(address)

            assert (sealed.status_code, sealed.content) == (itself.status_code, itself.content)


def test_the_examples_for_proxies_log_no_path_no_referrer_and_no_size() -> None:
    page = (REPOSITORY / "docs" / "running.md").read_text("utf-8")
    nginx, caddy = re.findall(r"^```(?:nginx|caddy)\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    named = {*re.findall(r"\$\w+", re.findall(r"^log_format .*;$", nginx, re.MULTILINE)[0])}

    assert named == {"$time_iso8601", "$request_method", "$status", "$request_time"}
    assert re.findall(r"access_log (.*?);", nginx) == ["/var/log/nginx/signpost.log signpost"]
    assert {"request delete", "resp_headers delete", "size delete"} <= {line.strip() for line in caddy.splitlines()}


@pytest.mark.soak
def test_a_page_of_one_process_leads_on_in_another_with_the_same_state_and_after_a_start(tmp_path: Path) -> None:
    ports = [free_port(), free_port()]
    with ExitStack() as running:
        for port in ports:
            shared = {"SIGNPOST_STATE": str(tmp_path / "state"), "SIGNPOST_PORT": str(port), "SIGNPOST_ENCODER": "no"}
            running.enter_context(signpost(tmp_path / str(port), [], **shared)).until_ready()
        first = httpx.get(f"http://{HERE}:{ports[0]}/").text
        sealed = [href for href in links(Html(first)) if href.startswith(PATH)]
        opened = [httpx.get(f"http://{HERE}:{ports[1]}{href}").text for href in sealed[:3]]
    with signpost(tmp_path / "again", [], **shared) as again:
        again.until_ready()
        later = [httpx.get(f"http://{HERE}:{ports[1]}{href}").text for href in sealed[:3]]

    titles = [Html(text).texts("h1") for text in opened]
    assert len(sealed) > 20
    assert titles == [Html(text).texts("h1") for text in later]
    assert Html(first).texts("h1") not in titles
