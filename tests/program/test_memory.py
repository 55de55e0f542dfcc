"""No object holds a word of what a person typed once it is answered, and few words are left in freed memory.

Every planted message holds words that nobody else types. First every object of this process that is alive after the
turns is looked at. Then three hundred people write to the real program on each channel, nobody does for a minute, and
all the memory that it may write to is read.
"""

import gc
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Message

from bot.channels import console
from bot.channels.web.app import app
from bot.core.library import Library
from bot.service.freed_memory import BEAT
from tests.guides import guide, talking
from tests.line import Line, intake
from tests.real_content import prepared
from tests.web import FORM
from tests.wire import BYTECODE, REPOSITORY, Telegram, free_port, message, polling, posted, signpost, telegram, webhook

PEOPLE = 300
MOST_WHOLE = {"page": 3, "webhook": 3, "polling": 3, "terminal": 12}  # messages of 300 that may lie in freed memory
MOST_LEFT = {"page": 20, "webhook": 20, "polling": 20, "terminal": 60}  # and planted words of 900
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


def _memory(number: int) -> Iterator[bytes]:
    """Yield the parts of a process's memory that it may write to, while it is stopped."""
    process = Path("/proc") / str(number)
    os.kill(number, signal.SIGSTOP)
    try:
        with (process / "mem").open("rb", 0) as memory:
            for line in (process / "maps").read_text().splitlines():
                place, rights, *_ = line.split()
                if rights.startswith("rw"):
                    first, last = (int(end, 16) for end in place.split("-"))
                    memory.seek(first)
                    yield memory.read(last - first)
    finally:
        os.kill(number, signal.SIGCONT)


def _whole(held: bytes) -> set[str]:
    """Return the planted messages that are whole in some bytes, as they were typed or as they were sent."""
    found = set()
    for phone in re.finditer(PLANTED[1], held):
        said = asked(int(phone.group()[4:]))
        near = held[max(0, phone.start() - LONGEST) : phone.end() + LONGEST]
        found |= {said for form in (said, said.lower(), urllib.parse.quote_plus(said)) if form.encode() in near}
    return found


def _is_encoding(port: int) -> bool:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=60) as answer:
        return bool(json.loads(answer.read())["encoder"] != "getting ready")


class _Terminal:
    """A person at a terminal, who types a line when the last one is answered."""

    def __init__(self, folder: Path) -> None:
        environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(REPOSITORY), **BYTECODE}
        settings = {"SIGNPOST_STATE": str(folder / "state"), "SIGNPOST_CACHE": str(prepared())}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "chat", "--json"],
            cwd=folder,
            env=environment | settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def says(self, text: str) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"say": text}).encode() + b"\n")
        self.process.stdin.flush()
        assert b"replies" in self.process.stdout.readline()


@contextmanager
def _terminal(folder: Path) -> Iterator[_Terminal]:
    folder.mkdir()
    running = _Terminal(folder)
    with running.process:
        yield running
        running.process.kill()


def _says_on_telegram(wire: Telegram, texts: list[str]) -> None:
    for number, text in enumerate(texts):
        wire.says(10**6 + number, text)
    wire.until(lambda: len({call.chat for call in wire.made("sendMessage")}) == len(texts), 300)
    wire.until_acknowledged()


@pytest.mark.soak
def test_once_a_minute_has_passed_the_memory_of_the_real_programs_holds_next_to_no_message(tmp_path: Path) -> None:
    said, port = [asked(number) for number in range(4 * PEOPLE)], free_port()
    own = {"SIGNPOST_CONTENT": str(REPOSITORY), "SIGNPOST_CACHE": str(prepared())}
    with (
        telegram() as polled,
        telegram() as delivered,
        signpost(tmp_path / "polls", ["telegram"], **polling(polled, **own)) as polls,
        signpost(tmp_path / "serves", ["serve"], **webhook(delivered, port, **own)) as serves,
        signpost(tmp_path / "page", ["serve"], **own, SIGNPOST_PORT=str(other := free_port())) as pages,
        _terminal(tmp_path / "terminal") as terminal,
    ):
        programs = {"polling": polls.until_ready(), "webhook": serves.until_ready(), "page": pages.until_ready()}
        for at in (port, other):
            polled.until(partial(_is_encoding, at), 300)
        for text in said[:PEOPLE]:
            form = urllib.parse.urlencode({"question": text})
            assert posted(other, "/ask", form, {"Content-Type": FORM}) in (200, 303)
        _says_on_telegram(delivered, said[PEOPLE : 2 * PEOPLE])
        _says_on_telegram(polled, said[2 * PEOPLE : 3 * PEOPLE])
        for text in said[3 * PEOPLE :]:
            terminal.says(text)
        time.sleep(BEAT + 10)  # nobody asks anything
        found = {name: _found(program.process) for name, program in (*programs.items(), ("terminal", terminal))}

    assert all(whole <= MOST_WHOLE[name] for name, (whole, _) in found.items()), found
    assert all(words <= MOST_LEFT[name] for name, (_, words) in found.items()), found


def _found(process: "subprocess.Popen[bytes]") -> tuple[int, int]:
    """Return how many planted messages are whole in a process's memory, and how many planted words are in it."""
    parts = list(_memory(process.pid))
    whole = {said for held in parts for said in _whole(held)}
    return len(whole), len({word for held in parts for word in _planted(held)})
