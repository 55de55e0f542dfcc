"""An admin's orders on Telegram: obeyed from admins in their own chat; from anybody else they are ordinary words."""

import asyncio
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels.admin import AdminOrders, asked_for
from bot.channels.intake import LastPositions
from bot.channels.telegram.messenger import telegram_intake
from bot.channels.telegram.updates import ORDERS, AdminOrder, read
from bot.core.guide import Guide
from bot.core.switches import Switch, Switches
from bot.service.settings import SettingsError, settings
from bot.state import switch_place
from bot.state.pause_service import PauseRequest, PauseService
from bot.state.switchboard import Switchboard
from tests.conftest import NOW
from tests.guides import HEARING, talking
from tests.line import Line, all_done, bot, fast
from tests.wire import message

ADMIN, SOMEBODY, GROUP = 4711, 12, -1001
DAY = (NOW.date() + timedelta(days=10)).isoformat()
PAUSE = f"/pause tara {DAY} rang, nobody answers"


@pytest.fixture(name="line")
def _line() -> Iterator[Line]:
    line = Line()
    yield line
    assert line.complaints == []


class Bot:
    """An intake with a red switch, and what people send it."""

    def __init__(self, line: Line, real: Guide, path: Path) -> None:
        self.line, self.path = line, path
        board = Switchboard(path, clock=lambda: NOW)
        talk = talking(lambda: board.apply(real), lambda: NOW)
        orders = AdminOrders(
            frozenset({ADMIN}), PauseService(board, lambda: real.library, HEARING.lexicon), lambda: real.library
        )
        self.intake = telegram_intake(bot(line), talk, LastPositions(), orders=orders.handle)
        self._number = 0

    async def hears(self, person: int, text: str, **fields: Any) -> str:
        """Let somebody send something, and return everything the bot replies."""
        self._number += 1
        before = len(self.line.texts(person))
        update = {"update_id": self._number, **message(person, self._number, text=text, **fields)}
        await all_done(self.intake.take(update))
        return "\n".join(self.line.texts(person)[before:])

    @property
    def off(self) -> list[str]:
        """The ids that are switched off."""
        return [switch.id for switch in switch_place.FilePlace(self.path).read().all]


@pytest.fixture(name="signpost")
def _signpost(line: Line, real: Guide, tmp_path: Path) -> Bot:
    return Bot(line, real, tmp_path / "switches.json")


@fast
async def test_an_admin_takes_a_service_off_sees_it_listed_and_shows_it_again(signpost: Bot) -> None:
    done = await signpost.hears(ADMIN, PAUSE)
    listed = await signpost.hears(ADMIN, "/paused@signpost_bot")
    shown = await signpost.hears(SOMEBODY, "/start service_tara")

    assert "is paused up to and including 5 December 2026" in done
    assert "service tara: paused up to and including 5 December 2026. rang, nobody answers" in listed
    assert "This service may not be running." in shown
    assert "is shown again" in await signpost.hears(ADMIN, "/resume tara")
    assert "This service may not be running." not in await signpost.hears(SOMEBODY, "/start service_tara")


async def test_while_an_order_waits_for_a_slow_database_others_are_answered(
    line: Line, real: Guide, tmp_path: Path
) -> None:
    waiting, answered = threading.Event(), threading.Event()

    def slow(order: AdminOrder) -> tuple[str, ...] | None:
        waiting.set()
        return ("It is done.",) if answered.wait(30) else ("Nobody else was answered.",)

    intake = telegram_intake(bot(line), talking(lambda: real, lambda: NOW), LastPositions(), orders=slow)
    ordered = intake.take({"update_id": 1, **message(ADMIN, 1, text=PAUSE)})
    assert ordered is not None
    assert await asyncio.to_thread(waiting.wait, 30)
    await all_done(intake.take({"update_id": 2, **message(SOMEBODY, 2, text="she has a knife to her throat")}))
    danger = line.texts(SOMEBODY)
    answered.set()
    await ordered

    assert "999" in danger[0]
    assert line.texts(ADMIN)[-1].startswith("It is done.")


@fast
async def test_an_admin_closes_a_service_and_withdraws_an_entry(signpost: Bot) -> None:
    await signpost.hears(ADMIN, f"/PAUSE tara closed until {DAY} their own page says so")
    await signpost.hears(ADMIN, f"/pause recent-sexual-assault {DAY} the window is wrong")

    assert [s.state for s in switch_place.read(signpost.path).all] == ["closed", "withdrawn"]
    assert "withdrawn for now" in await signpost.hears(SOMEBODY, "/start recent-sexual-assault")


@pytest.mark.parametrize("text", [PAUSE, "/resume tara", "/paused", "/pause", "/resume", "/paused@signpost_bot"])
@fast
async def test_to_anybody_else_an_order_is_answered_as_the_same_words_without_the_slash(
    signpost: Bot, text: str
) -> None:
    switch_place.write(signpost.path, Switches((Switch("service", "tara", "paused", date(2026, 12, 5), "rang"),)))

    said = await signpost.hears(SOMEBODY, text)

    assert said == await signpost.hears(SOMEBODY + 1, text[1:])  # each in a new talk
    assert said == await signpost.hears(SOMEBODY + 2, text)
    assert signpost.off == ["tara"]


@pytest.mark.parametrize(
    "forged",
    [
        {"from": {"id": SOMEBODY, "is_bot": False}},
        {"from": {"id": str(ADMIN)}},
        {"from": {"id": True}},
        {"from": None},
        {"from": [ADMIN]},
        {"chat": {"id": GROUP, "type": "group"}},
        {"chat": {"id": ADMIN, "type": "channel"}},
        {"chat": {"id": SOMEBODY, "type": "private"}},
        {"forward_origin": {"type": "user", "sender_user": {"id": SOMEBODY}}},
        {"via_bot": {"id": 9, "is_bot": True}},
        {"sender_chat": {"id": GROUP, "type": "channel"}},
    ],
)
@fast
async def test_a_sender_who_is_not_the_admin_in_their_own_chat_is_not_obeyed(
    signpost: Bot, forged: dict[str, Any]
) -> None:
    await signpost.hears(ADMIN, PAUSE, **forged)

    assert signpost.off == []


def test_a_changed_message_is_no_order() -> None:
    heard = read(message(ADMIN, 1, kind="edited_message", text=PAUSE))

    assert heard is not None
    assert heard.order is None


@fast
async def test_the_sender_is_looked_at_every_time(signpost: Bot) -> None:
    await signpost.hears(ADMIN, PAUSE)
    await signpost.hears(SOMEBODY, "/resume tara")

    assert signpost.off == ["tara"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("/pause", "switch-how-pause"),
        ("/pause tara", "switch-how-pause"),
        (f"/pause tara {DAY}", "switch-how-pause"),
        ("/pause tara tomorrow rang", "switch-how-pause"),
        ("/pause tara closed until", "switch-how-pause"),
        ("/resume", "switch-how-resume"),
        (f"/pause weapon {DAY} wrong", "switch-crisis"),
        (f"/pause police-999 {DAY} wrong", "switch-emergency"),
        (f"/pause tara {DAY} Jane Smith rang", "switch-why-personal"),
        ("/paused", "switch-none"),
    ],
)
@fast
async def test_an_order_that_cannot_be_obeyed_says_why_in_the_words_of_the_content(
    signpost: Bot, real: Guide, text: str, key: str
) -> None:
    said = await signpost.hears(ADMIN, text)

    assert said.startswith(real.library.messages[key].split("{")[0])
    assert signpost.off == []


@fast
async def test_danger_in_an_order_still_comes_first(signpost: Bot, real: Guide) -> None:
    said = await signpost.hears(ADMIN, "/pause her he is strangling her right now")

    assert said.startswith(f"<b>{real.library.crisis['danger-now'].line}</b>")
    assert real.library.messages["switch-how-pause"][:40] in said


@fast
async def test_markup_in_an_order_is_said_back_as_text(signpost: Bot) -> None:
    said = await signpost.hears(ADMIN, f"/resume <b>{DAY}&")

    assert "&lt;b&gt;" in said


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("tara 2026-12-05 rang", PauseRequest("tara", date(2026, 12, 5), "rang")),
        ("tara until 2026-12-05 rang  twice", PauseRequest("tara", date(2026, 12, 5), "rang twice")),
        ("tara closed 2026-12-05 moved", PauseRequest("tara", date(2026, 12, 5), "moved", closed=True)),
        ("tara CLOSED until 2026-12-05 moved", PauseRequest("tara", date(2026, 12, 5), "moved", closed=True)),
        ("tara 2026-12-05 closed for good", PauseRequest("tara", date(2026, 12, 5), "closed for good")),
        ("tara 2026-12-05", None),
        ("tara soon it moved", None),
        ("", None),
    ],
)
def test_an_order_is_read_as_it_is_written(text: str, asked: PauseRequest | None) -> None:
    assert asked_for(text) == asked


@pytest.mark.parametrize("name", ORDERS)
def test_the_parts_of_an_order_are_the_sender_the_command_and_the_rest(name: str) -> None:
    heard = read(message(ADMIN, 1, text=f"/{name.upper()}@signpost_bot  tara \n"))

    assert heard is not None
    assert heard.order == AdminOrder(ADMIN, name, "tara")


@pytest.mark.parametrize("value", ["4711,abc", "-4711", "0", "4711;4712", "@admin", "٤٧"])
def test_admins_that_are_no_numbers_are_refused_without_being_shown(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_ADMINS", value)

    with pytest.raises(SettingsError, match=r"^SIGNPOST_ADMINS: ") as caught:
        settings()

    assert value not in str(caught.value)


def test_admins_are_numbers_with_commas_and_nobody_if_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SIGNPOST_ADMINS", raising=False)
    assert settings().admin_numbers == frozenset()

    monkeypatch.setenv("SIGNPOST_ADMINS", " 4711, 4712,")
    assert settings().admin_numbers == {4711, 4712}
