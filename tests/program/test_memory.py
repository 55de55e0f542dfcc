"""No object holds a word of what a person typed once it is answered, and few words are left in freed memory.

Every planted message holds words that nobody else types. First every object of this process that is alive after the
turns is looked at. Then three hundred people write to the real program, and all the memory it may write to is read.
"""

import gc
import http.client
import io
import json
import os
import re
import signal
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Message

from bot.channels import console
from bot.channels.web.app import app
from bot.core.library import Library
from tests.guides import guide, talking
from tests.line import Line, intake
from tests.web import FORM
from tests.wire import REPOSITORY, SECRET, Program, free_port, message, signpost, telegram, webhook

PEOPLE = 300
MOST_LEFT, MOST_WHOLE = 240, 60  # planted words of 1,200, and messages of 400, that may lie in freed memory
PLANTED = (rb"van[bdfghklmnprstvz]{4}(?:ux|ings)", rb"0749\d{7}")  # each begins with letters, so that it is found fast
SHORTEST = 6  # letters; every planted word is longer
LONGEST = 300  # bytes; every planted message is shorter
_LETTERS = "bdfghklmnprstvz"
_ASKS = (
    "my client {} was put out of her flat by {}, where can she sleep tonight, phone {}",
    "{} says she sells sex and {} takes the money, what do i say to her, ring {}",
    "who helps {} with money, she owes {} and her number is {}",
    "what is {} about, {} asked me for it on {}",
)


def words(number: int) -> tuple[str, str, str]:
    """Return the planted words of a person: a name, a name with an ending that is removed, and a phone."""
    first, second = ("".join(_LETTERS[n // 15**place % 15] for place in range(4)) for n in (number, number + 9_000))
    return f"Qvan{first}ux", f"qvan{second}ings", f"0749{number:07}"


def asked(number: int) -> str:
    """Return a planted message."""
    return _ASKS[number % len(_ASKS)].format(*words(number))


# What is alive in one process


async def _everywhere(library: Library, people: range) -> None:
    """Let planted people write on every channel, and store nothing of it."""
    made, line = guide(library), Line()
    talk = talking(lambda: made)
    page, taker = app(talk, health=dict), intake(line, talk)
    for number in people:
        name, other, phone = words(number)
        await _asks(page, "POST", "/ask", urllib.parse.urlencode({"question": asked(number)}))
        for path in (f"/go/{name}", f"/at/{name}", f"/found/{name}", f"/card/{name}", f"/{name}", "/help"):
            await _asks(page, "GET", path, query=f"after={phone}&said={other}")
        for text in (asked(number), f"/start {name}"):
            task = taker.take({"update_id": number * 2 + (text[0] == "/"), **message(10**6 + number, 1, text=text)})
            assert task is not None
            await task
    console.programs(talk, io.StringIO("\n".join(json.dumps({"say": asked(n)}) for n in people)), io.StringIO())
    typed = iter([asked(number) for number in people])
    console.people(talk, lambda: next(typed, None), lambda text: None)


async def _asks(page: ASGIApp, method: str, path: str, body: str = "", query: str = "") -> None:
    """Ask for a page without a client, which would keep the addresses."""
    headers = [(b"content-type", FORM.encode())]
    about = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": headers}

    async def receive() -> Message:
        return {"type": "http.request", "body": body.encode()}

    async def send(_: Message) -> None:
        pass

    await page({**about, "client": ("127.0.0.1", 1), "server": ("signpost.test", 80)}, receive, send)


def _planted(held: bytes) -> set[bytes]:
    """Return the planted words in some bytes, without their first letter."""
    return {found for pattern in PLANTED for found in re.findall(pattern, held)}


def _alive() -> set[bytes]:
    """Return the planted words in every text that an object of this process holds, including caches."""
    gc.collect()
    found, seen, waiting = set[bytes](), set[int](), gc.get_objects()
    while waiting:
        inside = {id(held): held for held in gc.get_referents(*waiting)}
        for held in inside.values():
            if isinstance(held, str) and len(held) > SHORTEST:
                found |= _planted(held.encode("utf-8", "replace"))
            elif isinstance(held, bytes | bytearray):
                found |= _planted(held)
        new = [held for held in inside.values() if type(held) in (dict, tuple) and id(held) not in seen]
        waiting = [held for held in new if not gc.is_tracked(held)]  # their contents have been looked at already
        seen.update(map(id, waiting))
    return found


@pytest.mark.soak
@pytest.mark.usefixtures("all_objects")
async def test_nothing_alive_holds_a_word_that_was_typed(library: Library) -> None:
    before = _alive()  # a number of another test of this process may look like one
    await _everywhere(library, range(8))

    assert _alive() - before == set()


@pytest.mark.soak
@pytest.mark.usefixtures("all_objects")
def test_the_search_finds_what_is_kept() -> None:
    kept = {"here": (asked(7), {words(8)[1]: 1})}

    assert {words(7)[0][1:].encode(), words(8)[1][1:].encode()} <= _alive()
    assert kept


# What lies in the memory of the real program


def _memory(program: Program) -> Iterator[bytes]:
    """Yield the parts of a process's memory that it may write to, while it is stopped."""
    process = Path("/proc") / str(program.process.pid)
    os.kill(program.process.pid, signal.SIGSTOP)
    try:
        with (process / "mem").open("rb", 0) as memory:
            for line in (process / "maps").read_text().splitlines():
                place, rights, *_ = line.split()
                if rights.startswith("rw"):
                    first, last = (int(end, 16) for end in place.split("-"))
                    memory.seek(first)
                    yield memory.read(last - first)
    finally:
        os.kill(program.process.pid, signal.SIGCONT)


def _whole(held: bytes) -> set[str]:
    """Return the planted messages that are whole in some bytes, as they were typed or as they were sent."""
    found = set()
    for phone in re.finditer(PLANTED[1], held):
        said = asked(int(phone.group()[4:]))
        near = held[max(0, phone.start() - LONGEST) : phone.end() + LONGEST]
        found |= {said for form in (said, said.lower(), urllib.parse.quote_plus(said)) if form.encode() in near}
    return found


def _get(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return str(answer.read(), "utf-8")


def _post(port: int, path: str, body: str) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": FORM}
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("POST", path, body, headers)
    assert connection.getresponse().read() is not None
    connection.close()


@pytest.mark.soak
def test_the_memory_of_the_real_program_holds_few_words_of_what_was_typed(tmp_path: Path) -> None:
    port = free_port()
    settings = {"SIGNPOST_STATE": str(tmp_path / "state"), "SIGNPOST_CONTENT": str(REPOSITORY)}
    with telegram() as wire, signpost(tmp_path / "run", ["serve"], **webhook(wire, port, **settings)) as program:
        program.until_ready()
        wire.until(lambda: json.loads(_get(port, "/healthz"))["encoder"] != "getting ready", 300)
        for number in range(PEOPLE):
            _post(port, "/ask", urllib.parse.urlencode({"question": asked(number)}))
            if number % 3 == 0:
                update = {"update_id": number + 1, **message(10**6 + number, number + 1, text=asked(number + PEOPLE))}
                _post(port, "/telegram", json.dumps(update))
        wire.until(lambda: len(wire.made("sendMessage")) >= PEOPLE / 3)
        _post(port, "/ask", "question=where+can+she+get+a+bed+tonight")  # the next person's words overwrite the last's
        parts = list(_memory(program))

    whole = {said for held in parts for said in _whole(held)}
    left = {word for held in parts for word in _planted(held)}
    assert len(whole) <= MOST_WHOLE, (len(whole), len(left))
    assert len(left) <= MOST_LEFT, (len(whole), len(left))
