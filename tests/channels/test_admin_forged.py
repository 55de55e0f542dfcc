"""Thousands of forged calls for what only admins may do, on Telegram, at the admins' page and at the metrics.

None passes, a near guess takes as long as a far one, and no memory grows.
"""

import random
import time
import urllib.parse
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.admin import AdminCounts, AdminOrders
from bot.channels.talk import Talk
from bot.channels.telegram.updates import ORDERS, read
from bot.channels.web import admin_page
from bot.channels.web.monitoring import allowed
from bot.content.loader import load
from bot.core.library import Library
from bot.reports.released_counts import Reader
from bot.state.admin_records import AdminRecords
from bot.state.pause_service import PauseService
from bot.state.secret import Secret
from bot.state.switchboard import Switchboard
from tests.examples import hostile_inputs
from tests.guides import HEARING, guide, talking
from tests.line import Line, bot
from tests.small_content import small_content
from tests.wire import message, press

WARM = 400  # inputs until what is kept of anything has its size
ADMIN = 918_273_645
SECRET = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=40))
LONG = SECRET * 100  # a comparison that stops at the first difference would take long over it
MOST_GROWN = 10  # MB
ROOM = 15  # hundredths by which the medians of two guesses may differ on a busy machine
PATIENCE = 10_000.0
_FORM = b"application/x-www-form-urlencoded"


@pytest.fixture(name="talk", scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    """A talk over a little content: what matters here is who may give orders, not how questions are found."""
    made = guide(load(small_content(tmp_path_factory.mktemp("content"))))
    return talking(lambda: made)


def written_in(folder: Path) -> list[Path]:
    """Return the files of a folder with their bytes."""
    return list(folder.iterdir())


def resident() -> float:
    """Return the memory of this process in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


# Telegram


def forged_orders(drawn: random.Random) -> Iterator[Mapping[str, Any]]:
    """Yield orders without end that look like an admin's in one way or another, but are not."""
    sender = {"id": ADMIN, "is_bot": False, "first_name": "Admin"}
    own = {"id": ADMIN, "type": "private"}
    while True:
        order = f"/{drawn.choice([*ORDERS, 'PAUSE', 'pause@signpost_bot'])} in-danger 2026-12-10 forged"
        near = drawn.choice(
            [ADMIN + 1, ADMIN - 1, -ADMIN, ADMIN + 2**32, ADMIN * 10, ADMIN // 10, drawn.getrandbits(40)]
        )
        ways: tuple[Mapping[str, Any], ...] = (
            message(near, 1, text=order),
            message(near, 1, text=order, **{"from": sender}),  # another's chat, as if the admin wrote there
            message(ADMIN, 1, text=order, **{"from": {**sender, "id": near}}),
            message(ADMIN, 1, text=order, **{"from": {**sender, "id": str(ADMIN)}}),
            message(ADMIN, 1, text=order, **{"from": {**sender, "id": float(ADMIN)}}),
            message(ADMIN, 1, text=order, **{"from": {**sender, "id": [ADMIN]}}),
            message(ADMIN, 1, text=order, **{"from": None}),
            message(ADMIN, 1, text=order, forward_origin={"type": "user", "sender_user": sender}),
            message(ADMIN, 1, text=order, forward_from=sender),
            message(ADMIN, 1, text=order, via_bot={"id": 5, "is_bot": True}),
            message(ADMIN, 1, text=order, sender_chat={"id": -1, "type": "channel"}),
            message(ADMIN, 1, kind="edited_message", text=order),
            message(ADMIN, 1, text=f" {order}"),
            message(ADMIN, 1, caption=order, photo=[]),
            message(-5, 1, text=order, **{"from": sender, "chat": {"id": -5, "type": "group"}}),
            message(ADMIN, 1, text=order, chat={**own, "type": "supergroup"}),
            message(near, 1, text=order, reply_to_message={"from": sender, "text": order}),
            message(near, 1, text=order, chat={"id": str(ADMIN), "type": "private"}),
            press(ADMIN, 1, order),
            {"channel_post": {"chat": own, "from": sender, "text": order, "message_id": 1}},
            {"business_message": {"chat": own, "from": sender, "text": order, "message_id": 1}},
        )
        yield drawn.choice(ways)


class _Told:
    """Records what an order would have done."""

    def __init__(self) -> None:
        self.done: list[int] = []

    def stats(self, person: int) -> tuple[str, ...]:
        self.done.append(person)
        return ("figures",)


def _orders(told: _Told, talk: Talk, folder: Path) -> AdminOrders:
    held = talk.guide()
    assert held is not None
    board = Switchboard(folder / "switches.json")
    return AdminOrders(
        frozenset({ADMIN}), PauseService(board, lambda: held.library, HEARING.lexicon), lambda: held.library, told.stats
    )


def test_thousands_of_forged_orders_do_nothing(talk: Talk, tmp_path: Path) -> None:
    told, drawn = _Told(), random.Random(6)
    orders, before = _orders(told, talk, tmp_path), 0.0
    for number, update in zip(range(hostile_inputs("orders")), forged_orders(drawn), strict=False):
        heard = read(update)
        before = before if number != WARM else resident()
        assert heard is None or heard.order is None or orders.handle(heard.order) is None, update

    assert told.done == []
    assert written_in(tmp_path) == [], "no switch was written"
    assert resident() - before < MOST_GROWN


def test_an_order_that_is_not_forged_is_obeyed(talk: Talk, tmp_path: Path) -> None:
    told = _Told()
    heard = read(message(ADMIN, 1, text="/stats", **{"from": {"id": ADMIN, "is_bot": False}}))
    assert heard is not None
    assert heard.order is not None

    assert _orders(told, talk, tmp_path).handle(heard.order) == ("figures",)
    assert told.done == [ADMIN]


@pytest.mark.soak
async def test_thousands_of_forged_orders_through_the_whole_intake_are_answered_as_words(
    talk: Talk, tmp_path: Path
) -> None:
    from bot.channels.intake import LastPositions
    from bot.channels.telegram.messenger import telegram_intake

    told, line, before = _Told(), Line(), 0.0
    obeyed: list[tuple[str, ...]] = []
    orders = _orders(told, talk, tmp_path)

    def handle(order: Any) -> tuple[str, ...] | None:
        said = orders.handle(order)
        obeyed.extend([said] if said is not None else [])
        return said

    taker = telegram_intake(bot(line), talk, LastPositions(), orders=handle)
    for number, update in zip(
        range(hostile_inputs("orders through the intake")), forged_orders(random.Random(7)), strict=False
    ):
        if task := taker.take({"update_id": number, **update}):
            await task
        line.calls.clear()
        line.arrived.clear()
        before = before if number != WARM else resident()

    assert obeyed == []
    assert told.done == []
    assert written_in(tmp_path) == []
    assert resident() - before < MOST_GROWN


# The admins' page


class _NoRecords(AdminRecords):
    """Records that hold no session, take no time, and record who begins one."""

    def __init__(self, asked: list[int]) -> None:
        super().__init__("nowhere")
        self._asked = asked

    def begin(self) -> str:
        self._asked.append(0)
        raise AssertionError("nobody may come so far")

    def holds(self, token: str) -> bool:
        return False


def _page(secret: str, asked: list[int], tries: admin_page.SignInTries | None = None) -> Starlette:
    counts = AdminCounts(Reader("none"), lambda: Library())
    board = Switchboard(Path("nowhere"))
    site = admin_page.AdminSite(
        Secret(secret), counts, _NoRecords(asked), board, tries=tries or admin_page.SignInTries()
    )
    return Starlette(routes=admin_page.routes(site))


def _patient() -> admin_page.SignInTries:
    """Return an unlimited number of tries, so that only the secret keeps others out."""
    clock = iter(range(10**9))
    return admin_page.SignInTries(lambda: next(clock) * PATIENCE)


def near(secret: str, drawn: random.Random) -> str:
    """Return a guess that is nearly the secret."""
    at = drawn.randrange(len(secret))
    other = drawn.choice([c for c in "abcdefghijklmnopqrstuvwxyz0123456789" if c != secret[at]])
    guesses = (
        secret[:at] + other + secret[at + 1 :],
        secret[:at],
        secret[at + 1 :],
        secret + other,
        secret + "\0",
        " " + secret,
        secret + " ",
        secret.upper(),
        secret[::-1],
        secret * 2,
        secret.replace(secret[at], secret[at] + "\u200d", 1),
        "",
        "\ud800",
        "%00",
        drawn.choice(["true", "null", "[]", "' OR 1=1 --", "*", "admin"]),
    )
    return drawn.choice(guesses)


Headers = list[tuple[bytes, bytes]]


def forged_calls(secret: str, drawn: random.Random) -> Iterator[tuple[str, str, Headers, bytes]]:
    """Yield calls without end: near guesses in the right place, and the real secret in every wrong one."""
    form, right = [(b"content-type", _FORM)], urllib.parse.quote(secret)
    while True:
        guess = urllib.parse.urlencode({"secret": near(secret, drawn)}, errors="surrogatepass")
        yield drawn.choice(
            (
                ("POST", "", form, guess.encode()),
                ("POST", "", form, f"secret=x&{guess}&secret={right}".encode()),
                ("POST", f"secret={right}", form, b""),
                ("GET", f"secret={right}", form, f"secret={right}".encode()),
                ("PUT", "", form, f"secret={right}".encode()),
                ("POST", "", [(b"content-type", b"application/json")], f'{{"secret": "{secret}"}}'.encode()),
                ("POST", "", [(b"content-type", b"multipart/form-data")], f"secret={right}".encode()),
                ("POST", "", [*form, (b"authorization", f"Bearer {secret}".encode())], b""),
                ("POST", "", [*form, (b"cookie", f"secret={right}".encode())], b""),
                ("POST", "", [*form, (b"x-secret", secret.encode())], b"secret="),
                ("POST", "", form, f"Secret={right}".encode()),
                ("POST", "", form, b"secret=" + b"x" * 5000 + f"&secret={right}".encode()),
                ("POST", "", [], f"secret={right}".encode()),
            )
        )


async def call(app: Any, method: str, query: str, headers: Headers, body: bytes) -> tuple[int, bytes]:
    """Call an app, and return the status and the body of its answer."""
    sent: list[Mapping[str, Any]] = []
    scope = {
        "type": "http",
        "method": method,
        "path": admin_page.PATH,
        "raw_path": admin_page.PATH.encode(),
        "query_string": query.encode(),
        "headers": headers,
        "client": ("127.0.0.1", 5),
        "server": ("localhost", 80),
        "scheme": "http",
        "root_path": "",
        "http_version": "1.1",
    }

    async def receive() -> Mapping[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(event: Mapping[str, Any]) -> None:
        sent.append(event)

    await app(scope, receive, send)
    return int(sent[0]["status"]), b"".join(event.get("body", b"") for event in sent[1:])


@pytest.mark.soak
async def test_thousands_of_forged_calls_open_nothing() -> None:
    asked: list[int] = []
    page, before, statuses = _page(SECRET, asked, _patient()), 0.0, set()
    for number, forged in zip(range(hostile_inputs("calls")), forged_calls(SECRET, random.Random(8)), strict=False):
        status, body = await call(page, *forged)
        statuses.add((forged[0], status))
        assert SECRET.encode() not in body
        before = before if number != WARM else resident()

    assert statuses == {("POST", 403), ("GET", 200), ("PUT", 405)}
    assert asked == []
    assert resident() - before < MOST_GROWN


async def test_whoever_tries_often_is_told_to_wait_whatever_they_try() -> None:
    asked: list[int] = []
    page = _page(SECRET, asked)
    right = ("POST", "", [(b"content-type", _FORM)], f"secret={SECRET}".encode())
    began = time.monotonic()
    statuses = [
        (await call(page, *f))[0] for _, f in zip(range(500), forged_calls(SECRET, random.Random(9)), strict=False)
    ]

    assert statuses.count(403) <= admin_page.TRIES + (time.monotonic() - began) / admin_page.REFILL + 1
    assert statuses.count(429) > 100
    assert (await call(page, *right))[0] == 429
    assert asked == []


# As long for a near guess as for a far one

Timed = Callable[[str], Awaitable[None]]


async def apart(timed: Timed, one: str, other: str, rounds: int) -> float:
    """Return how much longer the slower of two guesses takes, in hundredths, by medians; the two take turns."""
    took: dict[str, list[int]] = {one: [], other: []}
    drawn = random.Random(10)
    for _ in range(rounds):
        for guess in drawn.sample([one, other], 2):
            began = time.thread_time_ns()
            await timed(guess)
            took[guess].append(time.thread_time_ns() - began)
    first, second = median(took[one]), median(took[other])
    return 100 * abs(first - second) / min(first, second)


def _wrong_at(at: int) -> str:
    return LONG[:at] + "-" + LONG[at + 1 :]


FAR, NEAR = _wrong_at(0), _wrong_at(len(LONG) - 1)


def _at(page: Any) -> Timed:
    async def timed(guess: str) -> None:
        await call(page, "POST", "", [(b"content-type", _FORM)], f"secret={guess}".encode())

    return timed


async def test_a_near_guess_takes_as_long_as_a_far_one_at_the_page() -> None:
    assert await apart(_at(_page(LONG, [], _patient())), NEAR, FAR, 250) < ROOM


async def test_a_near_guess_takes_as_long_as_a_far_one_at_the_metrics() -> None:
    async def timed(guess: str) -> None:
        for _ in range(20):
            allowed({"authorization": f"Bearer {guess}"}, Secret(LONG))

    assert await apart(timed, NEAR, FAR, 250) < ROOM


@pytest.mark.alone
async def test_a_number_near_an_admins_takes_as_long_as_any_other(talk: Talk, tmp_path: Path) -> None:
    orders = _orders(_Told(), talk, tmp_path)

    async def timed(number: str) -> None:
        heard = read(message(int(number), 1, text="/stats"))
        assert heard is not None
        assert heard.order is not None
        for _ in range(20):
            orders.handle(heard.order)

    assert await apart(timed, str(ADMIN + 1), str(ADMIN * 3 + 11), 250) < ROOM


async def test_a_comparison_that_stops_at_the_first_difference_would_be_seen() -> None:
    async def leaky(request: Any) -> Response:
        given = urllib.parse.parse_qs((await request.body()).decode())["secret"][0]
        for one, other in zip(given, LONG, strict=False):
            if one != other:
                return Response(status_code=403)
        return Response()

    page = Starlette(routes=[Route(admin_page.PATH, leaky, methods=["POST"])])

    assert await apart(_at(page), NEAR, FAR, 250) > 2 * ROOM
