"""/stats on Telegram: only for those whose number is listed."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.channels.admin import AdminCounts, AdminOrders
from bot.channels.intake import LastPositions
from bot.channels.telegram.digest_sender import Monthly
from bot.channels.telegram.messenger import telegram_intake
from bot.core.guide import Guide
from bot.core.library import Library
from bot.reports.released_counts import Reader
from bot.reports.section import MADE_UP_NOTICE
from bot.state.pause_service import PauseService
from bot.state.switchboard import Switchboard
from tests.conftest import NOW
from tests.guides import HEARING, talking
from tests.line import Line, all_done, bot
from tests.wire import message

ADMIN, SOMEBODY = 4711, 12


@pytest.fixture(name="office")
def _office(demo: str, library: Library) -> AdminCounts:
    return AdminCounts(Reader(demo), lambda: library, lambda: NOW)


class Chat:
    """An intake with admins, and what people send it."""

    def __init__(self, line: Line, real: Guide, office: AdminCounts, state: Path) -> None:
        self.line, self.bot = line, bot(line)
        talk = talking(lambda: real, lambda: NOW)
        pauses = PauseService(Switchboard(state / "switches", clock=lambda: NOW), lambda: real.library, HEARING.lexicon)
        orders = AdminOrders(frozenset({ADMIN}), pauses, lambda: real.library, office.short_report)
        self.intake = telegram_intake(self.bot, talk, LastPositions(), orders=orders.handle)
        self._number = 0

    async def hears(self, person: int, text: str, **fields: Any) -> str:
        """Let somebody send something, and return everything the bot replies."""
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
