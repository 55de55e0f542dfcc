"""The admins' page and /stats: open to those with the secret or the number, and to nobody else."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.channels.admin import AdminCounts, AdminOrders
from bot.channels.intake import LastPositions
from bot.channels.talk import Talk
from bot.channels.telegram.messenger import telegram_intake
from bot.channels.telegram.monthly import Monthly
from bot.channels.web import admin
from bot.core.guide import Guide
from bot.core.library import Library
from bot.reports.formats import policy
from bot.reports.released import Reader
from bot.reports.section import MADE_UP_NOTICE
from bot.state.pause_service import PauseService
from bot.state.secret import Secret
from bot.state.switchboard import Switchboard
from tests.conftest import NOW
from tests.guides import talking
from tests.line import Line, all_done, bot
from tests.web import client, made
from tests.wire import message

SECRET = "correct horse battery staple again"
ADMIN, SOMEBODY = 4711, 12
RIGHT = {"secret": SECRET}


@pytest.fixture(name="office")
def _office(demo: str, library: Library) -> AdminCounts:
    return AdminCounts(Reader(demo), lambda: library, lambda: NOW)


@pytest.fixture(name="site")
async def _site(talk: Talk, office: AdminCounts) -> AsyncIterator[httpx.AsyncClient]:
    async with client(made(talk, admin.routes(Secret(SECRET), office.report))) as opened:
        yield opened


async def test_without_a_secret_the_page_is_like_any_that_is_not_there(talk: Talk, office: AdminCounts) -> None:
    async with client(made(talk, admin.routes(Secret(), office.report))) as site:
        for ask in (site.get, site.post):
            found, other = await ask("/admin"), await ask("/nothing-of-the-kind")
            assert (found.status_code, found.text, found.headers) == (404, other.text, other.headers)


async def test_the_page_asks_for_the_secret_and_shows_no_number_before(site: httpx.AsyncClient) -> None:
    answer = await site.get("/admin", params=RIGHT)

    assert answer.status_code == 200
    assert 'type="password"' in answer.text
    assert MADE_UP_NOTICE not in answer.text
    assert SECRET not in answer.text


async def test_with_the_secret_the_report_is_shown_and_no_cookie_is_set(site: httpx.AsyncClient) -> None:
    answer = await site.post("/admin", data=RIGHT)

    assert answer.status_code == 200
    assert MADE_UP_NOTICE in answer.text
    assert "Questions by week" in answer.text
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-store, private"
    assert answer.headers["content-security-policy"] == policy()
    assert answer.headers["x-frame-options"] == "DENY"
    assert SECRET not in answer.text


async def test_the_weeks_and_the_kind_of_report_are_chosen_in_the_form(site: httpx.AsyncClient) -> None:
    four = await site.post("/admin", data={**RIGHT, "weeks": "4", "format": "csv"})
    year = await site.post("/admin", data={**RIGHT, "weeks": "many", "format": "json"})

    assert four.headers["content-type"].startswith("text/csv")
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
async def test_a_wrong_secret_shows_nothing(site: httpx.AsyncClient, fields: dict[str, str]) -> None:
    answer = await site.post("/admin", data=fields or {"weeks": "4"})

    assert answer.status_code == 403
    assert MADE_UP_NOTICE not in answer.text
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


async def test_after_many_tries_no_more_are_read_until_some_time_has_passed(talk: Talk, office: AdminCounts) -> None:
    at = [0.0]
    tries = admin.Tries(lambda: at[0])
    async with client(made(talk, admin.routes(Secret(SECRET), office.report, tries))) as site:
        wrong = [(await site.post("/admin", data={"secret": "x"})).status_code for _ in range(admin.TRIES + 5)]
        refused = await site.post("/admin", data=RIGHT)
        at[0] += admin.REFILL
        let_in = await site.post("/admin", data=RIGHT)

    assert wrong == [403] * admin.TRIES + [429] * 5
    assert (refused.status_code, let_in.status_code) == (429, 200)
    assert MADE_UP_NOTICE not in refused.text


async def test_those_with_the_secret_use_up_no_tries(site: httpx.AsyncClient) -> None:
    fields = {**RIGHT, "format": "json", "weeks": "4"}

    assert [(await site.post("/admin", data=fields)).status_code for _ in range(admin.TRIES + 5)] == [200] * 25


async def test_a_wrong_try_is_told_of_in_the_log_once_a_minute_without_a_word_of_it(
    site: httpx.AsyncClient, caplog: pytest.LogCaptureFixture
) -> None:
    await site.post("/admin", data={"secret": "planted-guess"})
    await site.post("/admin", data=RIGHT)

    (told,) = (record for record in caplog.records if record.name == "signpost")
    assert told.getMessage() == "a wrong secret was given on the admins' page"
    assert told.seconds_apart == 60.0


class Chat:
    """An intake with admins, and what people send it."""

    def __init__(self, line: Line, real: Guide, office: AdminCounts, state: Path) -> None:
        self.line, self.bot = line, bot(line)
        talk = talking(lambda: real, lambda: NOW)
        pauses = PauseService(Switchboard(state / "switches", clock=lambda: NOW), lambda: real.library)
        orders = AdminOrders(frozenset({ADMIN}), pauses, lambda: real.library, office.short_report)
        self.intake = telegram_intake(self.bot, talk, LastPositions(), orders=orders.handle)
        self._number = 0

    async def hears(self, person: int, text: str, **fields: Any) -> str:
        """Let somebody send something, and return all that is said to it."""
        self._number += 1
        before = len(self.line.texts(person))
        update = {"update_id": self._number, **message(person, self._number, text=text, **fields)}
        await all_done(self.intake.take(update))
        return "\n".join(self.line.texts(person)[before:])


@pytest.fixture(name="chat")
def _chat(real: Guide, office: AdminCounts, tmp_path: Path) -> Chat:
    office.reader.counts()
    return Chat(Line(), real, office, tmp_path)


async def test_an_admin_is_told_the_numbers_in_a_message_with_bars(chat: Chat) -> None:
    said = await chat.hears(ADMIN, "/stats")

    assert MADE_UP_NOTICE in said
    assert "Questions by week" in said
    assert "█" in said
    assert chat.line.complaints == []


async def test_nobody_else_is_told_a_number(chat: Chat) -> None:
    passed_on = {"forward_origin": {"type": "user", "date": 1, "sender_user": {"id": ADMIN}}}
    said = [
        await chat.hears(SOMEBODY, "/stats"),
        await chat.hears(SOMEBODY, f"/stats {ADMIN}"),
        await chat.hears(SOMEBODY, "/stats", **{"from": {"id": SOMEBODY, "is_bot": False, "first_name": str(ADMIN)}}),
        await chat.hears(ADMIN, "/stats", **passed_on),
        await chat.hears(ADMIN, "/stats", **{"from": {"id": SOMEBODY, "is_bot": False, "first_name": "x"}}),
    ]

    assert all(words and MADE_UP_NOTICE not in words and "█" not in words for words in said)


async def test_before_the_counts_were_read_an_admin_is_asked_to_wait(real: Guide, demo: str, tmp_path: Path) -> None:
    chat = Chat(Line(), real, AdminCounts(Reader(demo), lambda: real.library, lambda: NOW), tmp_path)

    assert "Ask again in a minute" in await chat.hears(ADMIN, "/stats")


async def test_a_picture_follows_the_message_where_one_can_be_made(chat: Chat, office: AdminCounts) -> None:
    pytest.importorskip("PIL", reason="Pillow is not installed: there are bars of letters instead")
    telling = asyncio.create_task(Monthly(office, ()).run(chat.bot))
    await chat.hears(ADMIN, "/stats")
    for _ in range(200):
        await asyncio.sleep(0.02)
        if chat.line.made("sendPhoto"):
            break
    telling.cancel()

    assert [call.parameters["chat_id"] for call in chat.line.made("sendPhoto")] == [ADMIN]


def test_the_day_is_the_one_it_is_in_scotland(demo: str, library: Library) -> None:
    late = AdminCounts(Reader(demo), lambda: library, lambda: datetime(2026, 6, 30, 23, 30, tzinfo=UTC))

    assert late.today().isoformat() == "2026-07-01"
