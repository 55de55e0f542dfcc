"""The recipe "Add a channel" of CONTRIBUTING.md, with a made-up channel: a module, a line in the table, a test."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from bot.channels.web.app import app
from bot.content.rules.screen_limits import over
from bot.core.channels import CHANNELS, Channel
from bot.core.count_cells import Cell, cells, counted
from bot.core.guide import Guide
from bot.core.library import Library
from bot.core.reply import Asked, Block, Event, Mark, Reply, Turn
from bot.counts.store import Release
from bot.editor.compare.comparison_page import bubbles
from bot.reports import formats
from bot.reports.released_counts import Counts
from bot.service.run import ServiceParts
from bot.service.serve import routes_beside
from bot.service.settings import Settings
from tests.channels import letters
from tests.conftest import NOW
from tests.guides import talking
from tests.preview import shown
from tests.small_content import small_content
from tests.web import client

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"


TABLE = cast("dict[str, Channel]", CHANNELS)


@pytest.fixture(autouse=True)
def _in_the_table() -> Iterator[None]:
    before = dict(TABLE)
    TABLE[letters.CHANNEL.id] = letters.CHANNEL
    yield
    TABLE.clear()
    TABLE.update(before)  # in the same order, which other tests see


def test_the_new_channel_answers_and_counts_a_turn_under_its_id(real: Guide) -> None:
    told: list[tuple[Turn, str, int | None]] = []
    talk = talking(lambda: real, lambda: NOW, count=lambda *counted: told.append(counted))
    letter = letters.answered(talk, "she has just told me that she sells sex", 7)

    assert real.library.entries["she-just-told-me"].title in letter
    assert [(channel, person) for _, channel, person in told] == [("letters", 7)]
    assert Cell("channel", "letters") in counted(told[0][0].events, "letters")


async def test_the_new_channel_is_answered_routes_beside(real: Guide) -> None:
    told: list[tuple[Turn, str, int | None]] = []
    talk = talking(lambda: real, lambda: NOW, count=lambda *counted: told.append(counted))
    service = ServiceParts(talk=talk, health=dict, orders=lambda order: None, admin_counts=None, board=None)
    page = app(talk, health=dict, extra=tuple(routes_beside(Settings(), service)))
    async with client(page) as web:
        letter = await web.post("/letters/7", content="she has just told me that she sells sex")
        home = await web.get("/")

    assert real.library.entries["she-just-told-me"].title in letter.text
    assert [(channel, person) for _, channel, person in told] == [("letters", 7), ("web", told[-1][2])]
    assert (letter.status_code, home.status_code) == (200, 200)


def test_without_the_new_channel_nothing_is_answered_routes_beside(real: Guide) -> None:
    del TABLE["letters"]
    talk = talking(lambda: real, lambda: NOW)
    service = ServiceParts(talk=talk, health=dict, orders=lambda order: None, admin_counts=None, board=None)

    assert list(routes_beside(Settings(), service)) == []


def test_the_new_channel_is_counted(library: Library) -> None:
    parts = cells(library)

    assert parts[Cell("channel", "letters")] == ()
    assert Cell("channel", "letters") in parts[Cell("service", "tara")]
    assert set(counted([Event("service", "tara")], "letters")) <= set(parts)


def test_the_new_channel_has_its_label_in_a_report(library: Library) -> None:
    released = {Cell("channel", "letters"): 40, Cell("channel", "web"): 25, Cell("question", "answer"): 30}
    counts = Counts((Release("2026-W47", 10, 1, released),))
    report = "\n".join(formats.lines(formats.report(counts, library, date(2026, 11, 25))))

    assert "Telegram, web and letters" in report
    assert "Letters (people)" in report
    assert "On Telegram and by letter these are people" in report.replace("\n", " ")


async def test_the_new_channel_is_previewed(tmp_path: Path) -> None:
    async with shown(small_content(tmp_path / "content")).client() as client:
        html = (await client.get("/go/bed-tonight")).text

    assert '<details id="preview-letters">' in html
    assert "<summary>Letters: 1 message</summary>" in html
    assert "of 9,000 units" in html


def test_the_new_channel_is_compared(real: Guide) -> None:
    reply = talking(lambda: real, lambda: NOW).answer(Asked("she was raped")).replies[0]
    old, new = bubbles((real, real), reply, reply)

    assert old is not None
    assert new is not None
    assert [channel.id for channel, _ in new.elsewhere] == ["telegram", "terminal", "letters"]
    assert [channel.where for channel, messages in old.elsewhere if messages][-1] == "by letter"


def test_the_limits_of_the_new_channel_are_checked() -> None:
    del TABLE["telegram"]

    assert "Letters takes 9000 in a message" in over(Reply((Block(Mark.TEXT, "x" * 9001),)))


def test_the_recipe_names_every_step() -> None:
    recipe = CONTRIBUTING.read_text("utf-8").partition("## Add a channel")[2].partition("\n## ")[0]
    steps = ("bot/core/channels.py", "bot/channels/", "tests/channels/", "preview")

    assert [name for name in steps if name not in recipe] == []
