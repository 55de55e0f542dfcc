"""Questions take turns: one client's do not keep another's, urgent help or monitoring waiting."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from datetime import datetime

import httpx
import pytest

from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.channels.web.requests import MOST_WAITING, Clients, QuestionQueue, RequestRefused
from bot.core import conversation
from bot.core.guide import Guide
from bot.core.reply import Incoming, Turn
from bot.service.settings import settings
from tests.machine_speed import Stopwatch
from tests.web import HERE, client, served


def calm() -> bool:
    return False


async def order(asked: list[tuple[str, int]], in_danger: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    """Return the order in which questions that came together are answered, each given as its client and length.

    Args:
        in_danger: the clients whose questions speak of danger.
    """
    queue, answered = QuestionQueue(), list[tuple[str, int]]()

    async def ask(who: str, length: int) -> None:
        async with queue.turn(who, length, lambda: who in in_danger):
            await asyncio.sleep(0)
            answered.append((who, length))

    await asyncio.gather(*(ask(*each) for each in asked))
    return answered


async def test_clients_are_answered_in_turn_however_many_questions_one_of_them_has() -> None:
    many = [("flood", 4096)] * 50

    assert await order([*many, ("one", 20), ("two", 20)]) == [
        *many[:2],
        ("one", 20),
        ("two", 20),
        *many[2:],
    ]


async def test_the_shortest_question_of_a_client_comes_first_and_of_as_short_ones_the_first() -> None:
    assert await order([("office", length) for length in (4096, 4000, 12, 300)]) == [
        ("office", length) for length in (4096, 12, 300, 4000)
    ]


async def test_a_long_question_does_not_wait_for_ever_behind_the_short_ones_of_its_office() -> None:
    asked = [("office", 40), ("office", 120), *[("office", 40)] * 50]

    assert (await order(asked)).index(("office", 120)) == 4


async def test_danger_comes_before_all_other_clients_and_a_client_that_shouts_danger_has_every_second_turn() -> None:
    many = [(f"client {number}", 20) for number in range(100)]
    shouts = [("shouts", 20)] * 3

    assert await order([*many, ("knife", 200)], ("knife",)) == [many[0], ("knife", 200), *many[1:]]
    assert await order([*many[:2], *shouts, ("knife", 20), many[2]], ("shouts", "knife")) == [
        many[0], shouts[0], ("knife", 20), shouts[0], many[1], shouts[0], many[2],
    ]  # fmt: skip


async def test_whoever_stops_waiting_stops_nobody() -> None:
    queue = QuestionQueue()
    begun, go = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with queue.turn("a", 1, calm):
            begun.set()
            await go.wait()

    async def ask() -> str:
        async with queue.turn("a", 1, calm):
            return "answered"

    working = asyncio.create_task(first())
    await begun.wait()
    leaving, staying = asyncio.create_task(ask()), asyncio.create_task(ask())
    await asyncio.sleep(0)
    leaving.cancel()
    go.set()
    await working
    leaving_late = asyncio.create_task(ask())
    leaving_late.cancel()

    assert await staying == "answered"
    assert await ask() == "answered"


async def test_one_client_may_have_so_many_questions_waiting_and_a_proxy_that_names_nobody_more() -> None:
    queue = QuestionQueue()

    async def ask(who: str) -> None:
        async with queue.turn(who, 1, calm):
            await asyncio.sleep(0)

    told = await asyncio.gather(
        *(ask(who) for who in ["flood"] * (MOST_WAITING + 3) + ["other"] + [""] * (MOST_WAITING + 3)),
        return_exceptions=True,
    )

    refused = [each for each in told if isinstance(each, RequestRefused)]
    assert [(each.name, each.status) for each in refused] == [("busy", 503)] * 2


@contextmanager
def held(monkeypatch: pytest.MonkeyPatch, asked: list[str], begun: threading.Event) -> Iterator[Callable[[], None]]:
    """Let the engine stop at each message that says "heavy" until it is released; ``begun`` is set at the first."""
    go, own = threading.Event(), conversation.turn

    def turn(guide: Guide, incoming: Incoming, now: datetime) -> Turn:
        if text := getattr(incoming, "text", ""):
            asked.append(text)
            if "heavy" in text:
                begun.set()
                assert go.wait(60)
        return own(guide, incoming, now)

    monkeypatch.setattr(conversation, "turn", turn)
    try:
        yield go.set
    finally:
        go.set()


def test_neither_urgent_help_nor_monitoring_waits_for_a_heavy_question(
    talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, begun = list[str](), threading.Event()
    application = app(talk, health=lambda: {"status": "ok"}, clients=Clients(settings().proxy_networks))
    with (
        held(monkeypatch, asked, begun) as go,
        served(application) as address,
        httpx.Client(base_url=address, timeout=60) as web,
        ThreadPoolExecutor(12) as people,
    ):

        def ask(question: str, who: str) -> int:
            return web.post("/ask", data={"question": question}, headers={"x-forwarded-for": who}).status_code

        heavy = [people.submit(ask, "heavy " * 600, "192.0.2.1") for _ in range(10)]
        assert begun.wait(60)
        short = people.submit(ask, "he has a knife", "192.0.2.2")
        found = {path: web.get(path).status_code for path in ("/urgent", "/healthz", "/readyz")}
        first = list(asked)
        go()

        assert found == {"/urgent": 200, "/healthz": 200, "/readyz": 200}
        assert len(first) == 1
        assert short.result(60) == 303
        assert {each.result(60) for each in heavy} <= {200, 303}


def flooded(talk: Talk, clients: list[str]) -> tuple[float, int]:
    """Let each client ask 4 KB at once, then another one say that he has a knife.

    Returns:
        The processor seconds until the last is answered, and how many of the others are answered by then.
    """
    application = app(talk, health=dict, clients=Clients(settings().proxy_networks))
    with (
        served(application) as address,
        httpx.Client(base_url=address, timeout=300, limits=httpx.Limits(max_connections=None)) as web,
        ThreadPoolExecutor(len(clients)) as people,
    ):

        def ask(question: str, who: str) -> int:
            return web.post("/ask", data={"question": question}, headers={"x-forwarded-for": who}).status_code

        ask("where can she get a bed tonight", "192.0.2.1")  # what is made once is made
        heavy = [people.submit(ask, (f"she has nowhere to go {who} " * 200)[:4096], who) for who in clients]
        wait(heavy, return_when=FIRST_COMPLETED)
        with Stopwatch() as watch:
            assert ask("he has a knife", "192.0.2.2") == 303
        before = sum(each.done() for each in heavy)
        assert {each.result(300) for each in heavy} <= {200, 303, 503}
    return watch.seconds, before


@pytest.mark.alone
@pytest.mark.parametrize("clients", [["192.0.2.9"] * 100, [f"192.0.3.{number}" for number in range(100)]])
def test_behind_a_hundred_connections_of_4_kb_danger_is_answered_within_a_second(
    talk: Talk, clients: list[str]
) -> None:
    took, before = flooded(talk, clients)

    assert took < 1
    assert before < 20, "it was answered before most of them"


@pytest.mark.parametrize(
    ("peer", "forwarded", "told_apart"),
    [
        ("192.0.2.1", "192.0.2.9", "192.0.2.1"),  # no proxy: what it says is not believed
        (HERE, "192.0.2.9", "192.0.2.9"),
        (HERE, "203.0.113.5, 192.0.2.9", "192.0.2.9"),  # the last is the proxy's word, the others the client's
        (HERE, "192.0.2.9, 10.1.1.1", "192.0.2.9"),  # through two proxies
        (HERE, "192.0.2.9:4711", "192.0.2.9"),
        (HERE, "[2001:db8::1]:4711", "2001:db8::/64"),
        (HERE, "2001:db8::1", "2001:db8::/64"),
        (HERE, "unknown", "unknown"),
        (HERE, "", ""),
        ("", "192.0.2.9", "192.0.2.9"),  # by a socket without addresses
    ],
)
def test_a_client_behind_a_proxy_is_told_apart_by_the_proxys_word_alone(
    peer: str, forwarded: str, told_apart: str
) -> None:
    clients = Clients(settings(proxies=f"{HERE},10.0.0.0/8").proxy_networks)

    assert clients.behind(peer, lambda: [forwarded]) == told_apart


async def test_one_too_many_is_told_the_urgent_numbers(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.web.requests.MOST_WAITING", 0)
    asked, begun = list[str](), threading.Event()
    with held(monkeypatch, asked, begun) as go:
        async with client(app(talk, health=dict)) as web:
            first = asyncio.create_task(web.post("/ask", data={"question": "heavy"}))
            await asyncio.to_thread(begun.wait, 60)
            refused = await web.post("/ask", data={"question": "a bed"})
            go()
            answered = await first

    assert answered.status_code in (200, 303)
    assert refused.status_code == 503
    assert "999" in refused.text
