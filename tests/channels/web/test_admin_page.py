"""The admins' page: a session for those with the secret, nothing for anybody else, and a list of what admins did."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from pathlib import Path

import httpx
import pytest

from bot.channels.admin import AdminCounts, red_switch
from bot.channels.talk import Talk
from bot.channels.web import admin_page
from bot.channels.web.files import VERSION
from bot.channels.web.requests import HEADERS
from bot.core.library import Library
from bot.core.switches import Switches
from bot.reports.formats import policy
from bot.reports.released_counts import Reader
from bot.reports.section import MADE_UP_NOTICE
from bot.state.admin_records import IDLE, LONGEST, AdminRecords
from bot.state.pause_service import PauseRequest, PauseService
from bot.state.secret import Secret
from bot.state.switch_place import FilePlace, ServingProcess, digest
from bot.state.switchboard import Switchboard
from tests.conftest import NOW
from tests.guides import HEARING
from tests.small_content import small_content
from tests.web import Html, client, made
from tests.wire import free_port, signpost

SECRET = "correct horse battery staple again"
RIGHT = {"secret": SECRET}
FEED = "a secret of the feed's very own, too"
INSIDE = ("/admin", "/admin/report", "/admin/report?format=csv", "/admin/table.csv")


class Clock:
    """A clock that is set by hand."""

    at = NOW.timestamp()

    def __call__(self) -> float:
        return self.at


Making = Callable[..., admin_page.AdminSite]


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(name="making")
def _making(demo: str, library: Library, tmp_path: Path, clock: Clock) -> Making:
    """Return a function that makes a site, some parts of which a test can replace."""
    office = AdminCounts(Reader(demo), lambda: library, lambda: NOW)

    def make(**own: object) -> admin_page.AdminSite:
        records = AdminRecords(tmp_path / "admins.db", Secret(SECRET), clock=clock)
        board = Switchboard(tmp_path / "switches.json", clock=lambda: NOW)
        shared = {"secret": Secret(SECRET), "feed_secret": Secret(FEED)}
        parts = {"counts": office, "records": records, "board": board, **shared}
        return admin_page.AdminSite(**parts | own)

    return make


@pytest.fixture(name="site")
async def _site(talk: Talk, making: Making) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk, admin_page.routes(making()))) as opened:
        opened.base_url = httpx.URL("https://signpost.test")
        yield opened


async def signed_in(site: httpx.AsyncClient) -> httpx.AsyncClient:
    """Sign in, and return the same client."""
    assert (await site.post("/admin", data=RIGHT)).status_code == 303
    return site


def acts(making: Making) -> list[str]:
    """Return what admins did, the first first."""
    return [act.what for act in reversed(making().records.acts())]


async def test_without_a_secret_the_page_is_like_any_that_is_not_there(talk: Talk, making: Making) -> None:
    async with client(made(talk, admin_page.routes(making(secret=Secret(), feed_secret=Secret())))) as site:
        for ask in (site.get, site.post):
            for path in ("/admin", "/admin/report", "/admin/leave", "/admin/style.css", "/admin/feed.json"):
                found, other = await ask(path), await ask("/nothing-of-the-kind")
                assert (found.status_code, found.text, found.headers) == (404, other.text, other.headers)


async def test_the_page_asks_for_the_secret_and_shows_no_number_before(site: httpx.AsyncClient) -> None:
    answer = await site.get("/admin", params=RIGHT)

    assert answer.status_code == 200
    assert 'type="password"' in answer.text
    assert MADE_UP_NOTICE not in answer.text
    assert SECRET not in answer.text


async def test_who_is_not_signed_in_is_led_to_the_door_from_everywhere(site: httpx.AsyncClient, making: Making) -> None:
    for path in INSIDE[1:]:
        answer = await site.get(path, headers={"cookie": f"{admin_page.COOKIE}={SECRET}"})
        assert (answer.status_code, answer.headers["location"], answer.text) == (303, "/admin", "")
    assert (await site.post("/admin/leave")).headers["location"] == "/admin"
    assert acts(making) == []


async def test_the_secret_is_given_once_for_all_pages(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    answers = [await site.get(path) for path in INSIDE]

    assert [answer.status_code for answer in answers] == [200] * len(INSIDE)
    assert all("password" not in answer.text and SECRET not in answer.text for answer in answers)
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store, private"}
    assert "Questions by week" in answers[1].text
    assert answers[1].headers["content-security-policy"] == policy()


async def test_the_session_is_a_cookie_that_no_script_no_other_site_and_no_other_page_is_sent(
    site: httpx.AsyncClient,
) -> None:
    answer = await site.post("/admin", data=RIGHT)
    cookie, *kept = answer.headers["set-cookie"].split("; ")
    name, _, token = cookie.partition("=")

    assert name == admin_page.COOKIE
    assert len(token) >= 43, "256 bits, drawn at random"
    assert set(kept) == {"HttpOnly", f"Max-Age={LONGEST}", "Path=/admin", "SameSite=strict", "Secure"}
    assert answer.headers["location"] == "/admin", "no secret and no token in an address"
    assert SECRET not in answer.headers["set-cookie"]


@pytest.mark.parametrize(
    ("address", "headers", "secure"),
    [
        ("http://127.0.0.1:8080", {}, False),
        ("http://localhost:8080", {}, False),
        ("http://127.0.0.1:8080", {"x-forwarded-proto": "https"}, True),
        ("http://127.0.0.1:8080", {"x-forwarded-for": "203.0.113.9"}, True),  # a proxy that passes on no host
        ("http://10.0.0.7", {}, True),
        ("http://signpost.example", {}, True),
        ("http://localhost.example", {}, True),
    ],
)
async def test_only_on_this_very_machine_may_the_cookie_go_without_https(
    site: httpx.AsyncClient, address: str, headers: dict[str, str], secure: bool
) -> None:
    site.base_url = httpx.URL(address)
    door, let_in = await site.get("/admin", headers=headers), await site.post("/admin", data=RIGHT, headers=headers)

    assert ("Secure" in let_in.headers["set-cookie"].split("; ")) is secure
    assert ("doesn’t begin with https" in door.text) is (secure and "x-forwarded-proto" not in headers)


async def test_a_session_ends_when_one_signs_out_and_its_cookie_opens_nothing_after(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    token = site.cookies[admin_page.COOKIE]
    left = await site.post("/admin/leave")
    again = await site.get("/admin/report", headers={"cookie": f"{admin_page.COOKIE}={token}"})

    assert admin_page.COOKIE not in site.cookies
    assert (left.status_code, left.headers["location"]) == (303, "/admin")
    assert (again.status_code, again.headers["location"]) == (303, "/admin")


async def test_signing_out_takes_more_than_a_link(site: httpx.AsyncClient) -> None:
    await signed_in(site)

    assert (await site.get("/admin/leave")).status_code in (404, 405)
    assert (await site.get("/admin/report")).status_code == 200


async def test_a_session_is_over_after_half_an_hour_unused_and_after_eight_hours_in_all(
    site: httpx.AsyncClient, clock: Clock
) -> None:
    await signed_in(site)
    clock.at += IDLE
    unused = await site.get("/admin/report")
    await signed_in(site)
    used = 0
    while used < 2 * LONGEST and (await site.get("/admin/table.csv")).status_code == 200:
        clock.at += IDLE - 60
        used += IDLE - 60

    assert unused.status_code == 303
    assert LONGEST <= used < LONGEST + IDLE


async def test_the_weeks_and_the_kind_of_report_are_chosen_by_links(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    four = await site.get("/admin/report?weeks=4&format=csv")
    year = await site.get("/admin/report?weeks=many&format=csv")

    assert four.headers["content-type"].startswith("text/csv")
    assert four.content.startswith(b"\xef\xbb\xbfsection,"), "Excel reads the letters rightly"
    assert "From 26 October 2026 to 22 November 2026" in four.text
    assert "From 24 November 2025 to 22 November 2026" in year.text


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"secret": ""},
        {"secret": SECRET[:-1]},
        {"secret": f"{SECRET} "},
        {"secret": SECRET.upper()},
        {"Secret": SECRET},
    ],
)
async def test_a_wrong_secret_opens_nothing(site: httpx.AsyncClient, fields: dict[str, str]) -> None:
    answer = await site.post("/admin", data=fields or {"weeks": "4"})

    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers
    assert "That is not the secret." in answer.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"secret": "correct horse battery staple"}', "application/json"),
        (b"secret=" + b"a" * 5000, "application/x-www-form-urlencoded"),
        (b"secret=%ff%fe&secret=%ED%A0%80", "application/x-www-form-urlencoded"),
        (b"\x00\xff" * 50, "multipart/form-data"),
    ],
)
async def test_what_is_no_form_or_too_long_lets_nobody_in(site: httpx.AsyncClient, content: bytes, kind: str) -> None:
    answer = await site.post("/admin", content=content, headers={"content-type": kind})

    assert answer.status_code == 403


async def test_after_many_tries_no_more_are_read_until_some_time_has_passed(talk: Talk, making: Making) -> None:
    at = [0.0]
    tries = admin_page.SignInTries(lambda: at[0])
    async with client(made(talk, admin_page.routes(making(tries=tries)))) as site:
        site.base_url = httpx.URL("https://signpost.test")
        await signed_in(site)
        wrong = [(await site.post("/admin", data={"secret": "x"})).status_code for _ in range(admin_page.TRIES + 5)]
        refused = await site.post("/admin", data=RIGHT)
        inside = await site.get("/admin/report")
        at[0] += admin_page.REFILL
        let_in = await site.post("/admin", data=RIGHT)

    assert wrong == [403] * admin_page.TRIES + [429] * 5
    assert (refused.status_code, let_in.status_code) == (429, 303)
    assert "set-cookie" not in refused.headers
    assert inside.status_code == 200, "whoever is signed in is not kept out by others' tries"


async def test_those_with_the_secret_use_up_no_tries(site: httpx.AsyncClient) -> None:
    assert [(await site.post("/admin", data=RIGHT)).status_code for _ in range(admin_page.TRIES + 5)] == [303] * 25


async def test_a_wrong_try_is_told_of_in_the_log_once_a_minute_without_a_word_of_it(
    site: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    await site.post("/admin", data={"secret": "planted-guess"})
    await site.post("/admin", data=RIGHT)

    (told,) = (record for record in caplog.records if record.name == "signpost")
    assert told.getMessage() == "a wrong secret was given on the admins' page"
    assert told.seconds_apart == 60.0


async def test_what_is_done_with_a_session_is_listed_and_wrong_tries_are_not(
    site: httpx.AsyncClient, making: Making
) -> None:
    await site.post("/admin", data={"secret": "planted-guess"})
    await signed_in(site)
    for path in INSIDE[1:]:
        await site.get(path)
    await site.post("/admin/leave")

    assert acts(making) == [
        "signed in",
        "opened the whole report",
        "downloaded the report as a table",
        "downloaded the table of two periods",
        "signed out",
    ]
    assert len({act.way for act in making().records.acts()}) == 1, "one session, told apart from others"


async def test_where_the_sessions_cannot_be_read_the_page_says_so_and_shows_nothing(talk: Talk, making: Making) -> None:
    gone = AdminRecords("postgresql://signpost:planted@127.0.0.1:1/none", Secret(SECRET))
    async with client(made(talk, admin_page.routes(making(records=gone)))) as site:
        stranger = await site.get("/admin")
        site.cookies.set(admin_page.COOKIE, "a-token")
        answers = [await site.post("/admin", data=RIGHT), *[await site.get(path) for path in INSIDE]]

    assert stranger.status_code == 200, "no database is asked for whoever brings no session"
    assert {answer.status_code for answer in answers} == {503}
    assert all("cannot be checked now" in answer.text and "planted" not in answer.text for answer in answers)


class HungRecords(AdminRecords):
    """Records in a database that says nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.asked, self.began, self.let_go = 0, threading.Event(), threading.Event()

    def holds(self, token: str) -> bool:
        self.asked += 1
        self.began.set()
        return not self.let_go.wait(60)


async def test_made_up_sessions_while_their_database_hangs_keep_no_question_waiting(talk: Talk, making: Making) -> None:
    hung = HungRecords()
    async with client(made(talk, admin_page.routes(making(records=hung)))) as site:
        site.cookies.set(admin_page.COOKIE, "made-up")
        waiting = [asyncio.create_task(site.get(INSIDE[number % 4])) for number in range(80)]
        try:
            await asyncio.get_running_loop().run_in_executor(ThreadPoolExecutor(), hung.began.wait, 20)
            async with asyncio.timeout(20):
                answer = await site.post("/ask", data={"question": "he has a knife"})
            few = hung.asked
        finally:
            hung.let_go.set()
        await asyncio.gather(*waiting)

    assert 'class="danger"' in answer.text
    assert few <= 3, "nor do they use up the connections of a database"


async def test_the_first_page_shows_figures_gaps_two_periods_the_switch_and_what_was_done(
    site: httpx.AsyncClient,
) -> None:
    await signed_in(site)
    page = Html((await site.get("/admin", params={"weeks": "13", "by": "council"})).text)

    assert page.texts("h2") == [
        "At a glance",
        "Questions by week",
        "Asked and not found",
        "By council",
        "By council, over time",
        "The red switch",
        "What admins did",
        "Download",
        "How to read the numbers",
    ]
    assert len([each for each in page.all("p") if each.attributes.get("class") == "figure"]) == 5
    assert MADE_UP_NOTICE in page.texts("p")
    assert any("13 weeks to 22 November 2026" in each for each in page.texts("th"))
    assert any("housing lead" in each for each in page.texts("td"))
    assert {each.attributes.get("name") for each in page.all("select")} == {"weeks", "to", "against", "by"}


async def test_the_page_needs_no_script_and_no_policy_of_its_own(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    answer = await site.get("/admin")
    page = Html(answer.text)

    assert page.all("script", "img", "iframe") == []
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]
    assert " style=" not in answer.text
    assert {each.attributes["href"] for each in page.all("link") if each.attributes["rel"] == "stylesheet"} == {
        f"/signpost.css?{VERSION}",
        "/admin/style.css",
    }
    assert (await site.get("/admin/style.css")).headers["content-type"].startswith("text/css")


async def test_every_cell_of_a_folded_table_says_what_it_is(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    cells = Html((await site.get("/admin")).text).all("td")

    assert len(cells) > 100
    assert all(each.attributes["data-name"] for each in cells)


async def test_what_is_chosen_stays_chosen_and_is_in_the_table_for_excel(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    chosen = {"weeks": "4", "to": "2026-W20", "against": "2026-W30", "by": "region"}
    page = Html((await site.get("/admin", params=chosen)).text)
    kept = {each.attributes["value"] for each in page.all("option") if "selected" in each.attributes}
    table = await site.get(page.links()["All numbers of this page as a table for Excel (CSV)"])

    assert kept == set(chosen.values())
    assert table.content.startswith(b"\xef\xbb\xbfsection,item,measure,number,or_more,words\n")
    assert "By region,Glasgow and Clyde,4 weeks to 17 May 2026," in table.text
    assert table.headers["content-disposition"] == 'attachment; filename="signpost-periods.csv"'


@pytest.mark.parametrize("asked", ["weeks=%00", "to=<script>", "by=word&against=2026-W99", "weeks=4&weeks=13", "x"])
async def test_what_is_not_offered_changes_nothing_on_the_page(site: httpx.AsyncClient, asked: str) -> None:
    await signed_in(site)
    answer = await site.get(f"/admin?{asked}")

    assert answer.status_code == 200
    assert "<script" not in answer.text


async def test_the_page_says_what_is_off_and_which_processes_have_taken_it(
    talk: Talk, making: Making, library: Library
) -> None:
    place = making()
    place.board.follow()
    try:
        pauses = PauseService(place.board, lambda: library, HEARING.lexicon, partial(place.records.note, "Telegram"))
        pauses.pause(PauseRequest("cuckooing", NOW.date(), "the number is wrong"))
        async with client(made(talk, admin_page.routes(place))) as site:
            site.base_url = httpx.URL("https://signpost.test")
            page = Html((await (await signed_in(site)).get("/admin")).text)
    finally:
        place.board.stop()

    assert "the number is wrong" in page.texts("td")
    assert any(each.startswith(f"process {os.getpid()} on ") for each in page.texts("th"))
    assert "Telegram" in page.texts("td")
    assert "withdrawn entry:cuckooing until 25 November 2026: the number is wrong" in page.texts("td")


class TwoElsewhere(FilePlace):
    """A place that lists two processes on other machines; one has not taken the last switches."""

    def processes(self) -> tuple[ServingProcess, ...]:
        """Return the two."""
        return (
            ServingProcess("process 1 on web-1 (aaaa)", digest(self.read()), NOW),
            ServingProcess("process 2 on web-2 (bbbb)", digest(Switches()), NOW - timedelta(hours=3)),
        )


def test_a_process_that_has_not_taken_the_switches_is_named_with_since_when(library: Library, tmp_path: Path) -> None:
    place = tmp_path / "switches.json"
    board = Switchboard(place, clock=lambda: NOW, place=TwoElsewhere(place))
    PauseService(board, lambda: library, HEARING.lexicon).pause(
        PauseRequest("cuckooing", NOW.date(), "the number is wrong")
    )
    off, reached = red_switch(library, board)

    assert [row[1:] for row in off.rows] == [("withdrawn", "25 November 2026", "the number is wrong")]
    assert reached.text == "Processes running: 2. 1 of them has not taken it yet: look there, and restart."
    assert reached.rows == (
        ("process 1 on web-1 (aaaa)", "has taken it", "25 November 2026, 16:30"),
        ("process 2 on web-2 (bbbb)", "has not taken it yet", "25 November 2026, 13:30"),
    )


async def test_the_feed_is_for_whoever_sends_its_own_secret_and_for_nobody_else(
    site: httpx.AsyncClient, making: Making
) -> None:
    feed = "/admin/feed.json"
    read = await site.get(f"{feed}?weeks=13", headers={"authorization": f"Bearer {FEED}"})
    missing = await site.get("/nothing-of-the-kind")
    refused = [
        await site.get(feed),
        await site.get(feed, headers={"authorization": f"Bearer {SECRET}"}),
        await site.get(f"{feed}?feed_secret={FEED}"),
        await (await signed_in(site)).get(feed),
    ]

    assert {(each.status_code, each.text) for each in refused} == {(404, missing.text)}
    assert read.status_code == 200
    assert read.headers["cache-control"] == "no-store, private"
    assert read.json()["made_up"] is True
    assert {"span", "from", "to", "kind", "id", "name", "people", "or_more"} == set(read.json()["rows"][0])
    assert acts(making) == ["signed in"], "a program's reading is no admin's act"


async def test_the_feed_is_there_without_the_page_and_opens_nothing_of_it(talk: Talk, making: Making) -> None:
    async with client(made(talk, admin_page.routes(making(secret=Secret())))) as site:
        token = {"authorization": f"Bearer {FEED}"}

        assert (await site.get("/admin/feed.json", headers=token)).status_code == 200
        assert (await site.get("/admin", headers=token)).status_code == 404


@pytest.mark.soak
def test_who_signs_in_at_one_process_is_signed_in_at_another_and_the_real_page_is_served(tmp_path: Path) -> None:
    shared = {
        "SIGNPOST_CONTENT": str(small_content(tmp_path / "content")),
        "SIGNPOST_STATE": str(tmp_path / "state"),
        "SIGNPOST_ENCODER": "no",
        "SIGNPOST_ALLOW_UNSIGNED": "yes",
        "SIGNPOST_ADMIN_SECRET": SECRET,
        "SIGNPOST_FEED_SECRET": FEED,
    }
    ports = [free_port(), free_port()]
    one, two = ({**shared, "SIGNPOST_PORT": str(port)} for port in ports)
    with (
        signpost(tmp_path / "one", ["serve"], **one) as first,
        signpost(tmp_path / "two", ["serve"], **two) as second,
        httpx.Client(timeout=60, follow_redirects=True) as browser,
    ):
        first.until_ready()
        second.until_ready()
        let_in = browser.post(f"http://127.0.0.1:{ports[0]}/admin", data=RIGHT)
        there = browser.get(f"http://127.0.0.1:{ports[1]}/admin")
        feed = browser.get(f"http://127.0.0.1:{ports[1]}/admin/feed.json", headers={"authorization": f"Bearer {FEED}"})
        said = first.err + second.err

    inside = ["The red switch", "What admins did", "Download"]
    assert [Html(each.text).texts("h2") for each in (let_in, there)] == [inside, inside]
    assert "Processes running: 2. All of them have taken it." in Html(there.text).texts("p")
    assert any(
        "been counted here yet" in each or "Signpost is counting" in each for each in Html(there.text).texts("p")
    )
    assert feed.json()["rows"] == []
    assert SECRET not in said
