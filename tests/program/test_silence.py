"""Nothing that a person typed, nothing that says who they are, and no token is written anywhere, however it ends.

Names, numbers and secrets are planted in everything that comes in, the program runs at its most talkative with HOME,
TMPDIR and its current folder empty, faults are planted that carry the words in their messages, and then every byte
that was written is searched for them, in several spellings.
"""

import base64
import http.client
import itertools
import json
import shutil
import signal
import urllib.parse
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from bot.core import inventory
from tests.small_content import small_content
from tests.wire import (
    REPOSITORY,
    SECRET,
    TOKEN,
    Fault,
    Program,
    Telegram,
    free_port,
    message,
    polling,
    press,
    signpost,
    telegram,
    webhook,
)

PERSON = 918_273_645_546
PLANTED = (
    "Mairead Quintrellan",  # typed
    "Ciorstaidh Mhàrtainn",  # typed, and not plain ASCII
    "07700900461",
    "quintrellan-payload",  # a deep link's
    "Rhona Planted-Surname",  # the sender's own name
    "planted_username",
    str(PERSON),
    TOKEN,
    TOKEN.split(":")[1],
    SECRET,
)
TYPED = f"{PLANTED[0]} and {PLANTED[1]} are hurt, ring {PLANTED[2]}"

# Faults whose errors hold what was typed, each caused by a word in the message, planted before the program starts.
POISON = """
import asyncio, logging, os, sys, threading, warnings

TOKEN = os.environ["SIGNPOST_TELEGRAM_TOKEN"]


class Unraisable:
    def __init__(self, words):
        self.words = words

    def __del__(self):
        raise ValueError(self.words)


def thread(words):
    raise KeyError(words)


async def task(words):
    raise LookupError(words)


def set_off(words):
    if "poison-turn" in words:
        raise ValueError(words, TOKEN)
    if "poison-loop" in words:
        asyncio.get_running_loop().call_soon(lambda: 1 / len(words[:0]))
        asyncio.get_running_loop().create_task(task(words))
    if "poison-thread" in words:
        threading.Thread(target=thread, args=(words,)).start()
    if "poison-log" in words:
        for name in ("", "telegram", "httpx", "aiohttp.client", "asyncio", "uvicorn.error", "signpost.other"):
            logging.getLogger(name).critical("%s %s", words, TOKEN)
        warnings.warn(words)
        Unraisable(words)


import bot.core.conversation as conversation

plain_turn = conversation.turn


def turn(guide, incoming, now):
    set_off(getattr(incoming, "text", ""))
    return plain_turn(guide, incoming, now)


conversation.turn = turn

from bot.channels.intake import Intake
from bot.channels.telegram import messenger

plain_take, plain_read = Intake.take, messenger.read


def take(self, update):
    if "poison-crash" in str(update):
        raise RuntimeError(f"{update} {TOKEN}")
    return plain_take(self, update)


def read(update):
    if "poison-read" in str(update):
        raise TypeError(f"{update} {TOKEN}")
    return plain_read(update)


Intake.take, messenger.read = take, read
"""


def spellings(words: str) -> Iterator[bytes]:
    """Yield the forms in which some words may have been written down."""
    plain = words.encode()
    yield from (plain, words.encode("utf-16-le"), words.encode("utf-16-be"))
    yield urllib.parse.quote(words).encode()
    yield urllib.parse.quote_plus(words).encode()
    yield json.dumps(words)[1:-1].encode()
    yield words.encode("ascii", "backslashreplace")
    yield repr(plain)[2:-1].encode()
    yield plain.hex().encode()
    for shift in range(3):  # base64, wherever the words are in what was encoded
        encoded = base64.b64encode(b"\0" * shift + plain)
        yield encoded[4 if shift else 0 : len(encoded) // 4 * 4 - 4]


def leaks(folder: Path) -> list[tuple[str, str]]:
    """Return each file below a folder that holds a planted word, with the word."""
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        written = path.read_bytes().lower()
        for words in PLANTED:
            if any(spelling.lower() in written for spelling in spellings(words)):
                found.append((str(path.relative_to(folder)), words))
    return found


def assert_silent(program: Program) -> None:
    """Check that it wrote only its own lines and listed files, without any planted word."""
    assert leaks(program.folder) == []
    written = [
        path for name in ("home", "tmp", "here") for path in (program.folder / name).rglob("*") if path.is_file()
    ]
    listed = inventory.named("file")
    assert [path.name for path in written if not any(fnmatch(path.name, name) for name in listed)] == []
    assert all(path.parent == program.folder / "home" / ".local" / "state" / "signpost" for path in written)
    assert all(line.startswith(("error ", "warning ")) for line in program.err.splitlines())


@pytest.fixture(name="small", scope="module")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = small_content(tmp_path_factory.mktemp("content"))
    shutil.copy(REPOSITORY / "guidance" / "messages.yaml", folder / "guidance")
    return folder


@pytest.fixture(name="poisoned")
def _poisoned(tmp_path: Path) -> dict[str, str]:
    """The settings that plant the faults."""
    folder = tmp_path / "poison"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(POISON)
    return {"PYTHONPATH": f"{folder}:{REPOSITORY}", "SIGNPOST_LOG_LEVEL": "DEBUG", "PYTHONDONTWRITEBYTECODE": "1"}


def somebody(**fields: Any) -> dict[str, Any]:
    """Return an update from a person whose every detail is planted."""
    first, last = PLANTED[4].split()
    sender = {"id": PERSON, "is_bot": False, "first_name": first, "last_name": last, "username": PLANTED[5]}
    return message(PERSON, 1, **{"from": sender, "chat": {**sender, "type": "private"}, **fields})


MALFORMED: tuple[Any, ...] = (
    {"message": {"chat": {"id": PERSON}, "text": [TYPED]}},
    {"message": {"chat": TYPED, "from": TYPED, "date": TYPED}},
    {"message": {"message_id": 1, "date": "x", "chat": {"id": PERSON, "type": "private"}, "text": TYPED}},
    {"callback_query": {"id": TYPED, "data": {"x": TYPED}}},
    {"callback_query": {"id": 5, "from": {"id": str(PERSON)}, "data": TYPED}},
    {"poll": {"question": TYPED}},
    {TYPED: TYPED},
)


def everything() -> Iterator[dict[str, Any]]:
    """Yield updates of every kind that a person may set off, with planted words in each."""
    yield from MALFORMED
    for trap in ("", "poison-turn ", "poison-loop ", "poison-thread ", "poison-log ", "poison-read "):
        yield somebody(text=trap + TYPED)
    yield somebody(text=f"/start {PLANTED[3]}")
    yield somebody(text=f"/help {TYPED}")
    yield somebody(kind="edited_message", text=TYPED)
    yield somebody(photo=[{"file_id": PLANTED[3]}], caption=TYPED)
    yield somebody(text=TYPED, chat={"id": -PERSON, "type": "group", "title": TYPED})
    yield press(PERSON, 1, PLANTED[3])
    yield press(PERSON, 1, "erase-5001")


def bad_days(wire: Telegram, *waits: Fault) -> None:
    """Let Telegram sometimes refuse in words that were planted."""
    bad_request, forbidden = Fault(400, f"Bad Request: can't parse {TYPED}"), Fault(403, f"Forbidden: {TYPED}")
    refusals = itertools.chain.from_iterable((refusal, None) for refusal in (bad_request, *waits, forbidden))
    wire.emulator.fault = lambda call: next(refusals, None) if call.chat == PERSON else None


def until_asked_and_answered(wire: Telegram) -> None:
    for update in everything():
        wire.sends(update)
    wire.sends(message(5, 1, text="/help"))
    wire.sees(5)
    wire.until_acknowledged(30)


@pytest.mark.soak
def test_nothing_typed_is_written_while_polling_meets_every_fault_and_is_stopped(
    tmp_path: Path, small: Path, poisoned: dict[str, str]
) -> None:
    with telegram() as wire, signpost(tmp_path / "run", ["telegram"], **polling(wire, small, **poisoned)) as program:
        program.until_ready()
        bad_days(wire, Fault(429, f"Too Many Requests {TYPED}", retry_after=1))
        until_asked_and_answered(wire)

        assert program.stop() == 0
        assert_silent(program)
        said = program.err.splitlines()
    for kind in ("ValueError", "LookupError", "ZeroDivisionError", "KeyError", "TypeError"):
        assert any(line.startswith(f"error {kind} at ") for line in said), kind


@pytest.mark.parametrize(
    "how",
    [signal.SIGKILL, *(pytest.param(how, marks=pytest.mark.soak) for how in (signal.SIGTERM, signal.SIGABRT))],
    ids=lambda how: how.name,
)
def test_nothing_typed_is_written_when_polling_ends_with_answers_under_way(
    tmp_path: Path, small: Path, poisoned: dict[str, str], how: signal.Signals
) -> None:
    with telegram() as wire, signpost(tmp_path / "run", ["telegram"], **polling(wire, small, **poisoned)) as program:
        program.until_ready()
        wire.emulator.fault = lambda call: Fault(before=0.2) if call.method == "sendMessage" else None
        wire.sends(somebody(text=TYPED))
        wire.until(lambda: wire.made("sendMessage"))
        program.process.send_signal(how)

        assert program.ends() == (0 if how is signal.SIGTERM else -how)
        assert_silent(program)


@pytest.mark.soak
def test_nothing_typed_is_written_when_polling_crashes(tmp_path: Path, small: Path, poisoned: dict[str, str]) -> None:
    with telegram() as wire, signpost(tmp_path / "run", ["telegram"], **polling(wire, small, **poisoned)) as program:
        program.until_ready()
        wire.sends(somebody(text=f"poison-crash {TYPED}"))

        assert program.ends() == 1
        assert_silent(program)
        assert program.err.startswith("error RuntimeError at ")
        assert [line["said"] for line in program.log][-2] == "signpost stops with an error"  # then what the error was
        assert wire.emulator.waiting() == [1]  # it is there for the next process


@pytest.mark.soak
def test_nothing_typed_is_written_while_a_webhook_meets_every_fault_and_is_stopped(
    tmp_path: Path, small: Path, poisoned: dict[str, str]
) -> None:
    port = free_port()
    with telegram() as wire:
        settings = webhook(wire, port, small, **poisoned)
        with signpost(tmp_path / "run", ["serve"], **settings) as program:
            program.until_ready()
            bad_days(wire, Fault(500, TYPED), Fault(0))
            statuses = [deliver(port, update) for update in numbered((*everything(), somebody(text="poison-crash")))]
            statuses += [deliver(port, TYPED.encode()), deliver(port, {"text": TYPED}, secret=f"{SECRET} {TYPED}")]
            ask(port, f"poison-log poison-turn {TYPED}")

            assert program.stop() == 0
            assert_silent(program)
    assert statuses[-3:] == [500, 400, 403]
    assert set(statuses[:-3]) == {200}


def numbered(updates: tuple[dict[str, Any], ...]) -> Iterator[dict[str, Any]]:
    for number, update in enumerate(updates, 1):
        yield {"update_id": number, **update}


def deliver(port: int, update: dict[str, Any] | bytes, secret: str = SECRET) -> int:
    body = update if isinstance(update, bytes) else json.dumps(update).encode()
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("POST", "/telegram", body, {"X-Telegram-Bot-Api-Secret-Token": secret.encode().decode("latin-1")})
    status = client.getresponse().status
    client.close()
    return status


def ask(port: int, question: str) -> None:
    """Ask on the page."""
    body = urllib.parse.urlencode({"question": question})
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("POST", "/ask", body, {"Content-Type": "application/x-www-form-urlencoded", "Cookie": question[:9]})
    client.getresponse().read()
    client.close()


@pytest.mark.soak
@pytest.mark.parametrize(
    ("command", "settings"),
    [
        ("telegram", {"SIGNPOST_TELEGRAM_API": f"http://127.0.0.1:1/{TOKEN}"}),
        ("serve", {"SIGNPOST_WEBHOOK_SECRET": f"{SECRET} not allowed"}),
    ],
)
def test_a_secret_in_the_wrong_setting_is_not_repeated(
    tmp_path: Path, small: Path, command: str, settings: dict[str, str]
) -> None:
    with telegram() as wire:
        given = {**webhook(wire, free_port(), small), **settings}
        with signpost(tmp_path / "run", [command], **given) as program:
            assert program.ends() == 2
            assert leaks(program.folder) == []


@pytest.mark.soak
def test_a_secret_in_the_wrong_setting_is_not_repeated_while_the_page_is_served_without_telegram(
    tmp_path: Path, small: Path
) -> None:
    with telegram() as wire:
        given = {**webhook(wire, free_port(), small), "SIGNPOST_TELEGRAM_API": f"http://127.0.0.1:1/{TOKEN}"}
        with signpost(tmp_path / "run", ["serve"], **given) as program:
            assert program.until_ready().stop() == 0
            assert "Telegram cannot be reached" in program.err
            assert leaks(program.folder) == []


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    hidden = [
        PLANTED[1].encode(),
        PLANTED[0].upper().encode("utf-16"),
        base64.b64encode(b"xy" + TYPED.encode()),
        base64.b64encode(TYPED.encode()),
        json.dumps({"text": TYPED}).encode(),
        urllib.parse.quote(TYPED).encode(),
        repr(TYPED.encode()).encode(),
        TYPED.encode().hex().encode(),
    ]
    for number, written in enumerate(hidden):
        (tmp_path / f"{number}").write_bytes(b"\x00before" + written + b"after")

    assert {path for path, _ in leaks(tmp_path)} == {str(number) for number in range(len(hidden))}
