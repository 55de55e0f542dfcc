"""The admins' page: a session for those with the secret, nothing for anybody else, and a list of what admins did."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest

from bot.channels.admin import AdminCounts
from bot.channels.talk import Talk
from bot.channels.web import admin
from bot.core.library import Library
from bot.reports.formats import policy
from bot.reports.released import Reader
from bot.reports.section import MADE_UP_NOTICE
from bot.state.admin_records import IDLE, LONGEST, AdminRecords
from tests.conftest import NOW
from tests.web import client, made

SECRET = "correct horse battery staple again"
RIGHT = {"secret": SECRET}
INSIDE = ("/admin", "/admin/report", "/admin/report?format=csv", "/admin/report?format=json")


class Clock:
    """A clock that is set by hand."""

    at = NOW.timestamp()

    def __call__(self) -> float:
        return self.at


Making = Callable[..., admin.AdminSite]


@pytest.fixture(name="clock")
def _clock() -> Clock:
    return Clock()


@pytest.fixture(name="making")
def _making(demo: str, library: Library, tmp_path: Path, clock: Clock) -> Making:
    """Return a function that makes a site with some parts of its own."""
    office = AdminCounts(Reader(demo), lambda: library, lambda: NOW)

    def make(**own: object) -> admin.AdminSite:
        records = AdminRecords(tmp_path / "admins.db", SECRET, clock=clock)
        return admin.AdminSite(**{"secret": SECRET, "report": office.report, "records": records} | own)

    return make


@pytest.fixture(name="site")
async def _site(talk: Talk, making: Making) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk, admin.routes(making()))) as opened:
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
    async with client(made(talk, admin.routes(making(secret="")))) as site:
        for ask in (site.get, site.post):
            for path in ("/admin", "/admin/report", "/admin/leave", "/admin/style.css"):
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
        answer = await site.get(path, headers={"cookie": f"{admin.COOKIE}={SECRET}"})
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

    assert name == admin.COOKIE
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
    assert ("doesn’t begin with https" in door.text) is (secure and not headers)


async def test_a_session_ends_when_one_signs_out_and_its_cookie_opens_nothing_after(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    token = site.cookies[admin.COOKIE]
    left = await site.post("/admin/leave")
    again = await site.get("/admin/report", headers={"cookie": f"{admin.COOKIE}={token}"})

    assert admin.COOKIE not in site.cookies
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
    while (await site.get("/admin/report?format=json")).status_code == 200:
        clock.at += IDLE - 60
        used += IDLE - 60

    assert unused.status_code == 303
    assert LONGEST <= used < LONGEST + IDLE


async def test_the_weeks_and_the_kind_of_report_are_chosen_by_links(site: httpx.AsyncClient) -> None:
    await signed_in(site)
    four = await site.get("/admin/report?weeks=4&format=csv")
    year = await site.get("/admin/report?weeks=many&format=json")

    assert four.headers["content-type"].startswith("text/csv")
    assert four.content.startswith(b"\xef\xbb\xbfsection,"), "Excel reads the letters rightly"
    assert "From 26 October 2026 to 22 November 2026" in four.text
    assert "From 24 November 2025 to 22 November 2026" in year.json()["about"][0]


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
    tries = admin.Tries(lambda: at[0])
    async with client(made(talk, admin.routes(making(tries=tries)))) as site:
        site.base_url = httpx.URL("https://signpost.test")
        await signed_in(site)
        wrong = [(await site.post("/admin", data={"secret": "x"})).status_code for _ in range(admin.TRIES + 5)]
        refused = await site.post("/admin", data=RIGHT)
        inside = await site.get("/admin/report")
        at[0] += admin.REFILL
        let_in = await site.post("/admin", data=RIGHT)

    assert wrong == [403] * admin.TRIES + [429] * 5
    assert (refused.status_code, let_in.status_code) == (429, 303)
    assert "set-cookie" not in refused.headers
    assert inside.status_code == 200, "whoever is signed in is not kept out by others' tries"


async def test_those_with_the_secret_use_up_no_tries(site: httpx.AsyncClient) -> None:
    assert [(await site.post("/admin", data=RIGHT)).status_code for _ in range(admin.TRIES + 5)] == [303] * 25


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
        "took the report as a table",
        "took the report for programs",
        "signed out",
    ]
    assert len({act.way for act in making().records.acts()}) == 1, "one session, told apart from others"


async def test_where_the_sessions_cannot_be_read_the_page_says_so_and_shows_nothing(talk: Talk, making: Making) -> None:
    gone = AdminRecords("postgresql://signpost:planted@127.0.0.1:1/none", SECRET)
    async with client(made(talk, admin.routes(making(records=gone)))) as site:
        answers = [await site.post("/admin", data=RIGHT), *[await site.get(path) for path in INSIDE]]

    assert {answer.status_code for answer in answers} == {503}
    assert all("cannot be read now" in answer.text and "planted" not in answer.text for answer in answers)
