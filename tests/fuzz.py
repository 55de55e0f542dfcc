"""Malformed requests, sent to the page as it is served: it causes no error and repeats nothing.

Each has its own word in its path, its query, its headers and its form. No answer may hold that word, nor any
line of the log, and none may be an error in the page. ``python -m tests.fuzz 50000`` sends that many.
"""

import gzip
import http.client
import logging
import random
import socket
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlsplit

from starlette.types import ASGIApp

from bot.channels.talk import Talk
from bot.channels.web import admin_page
from bot.channels.web.app import app
from bot.core.screens.registry import SCREENS
from bot.state.address_keys import AddressKeys
from tests.conftest import NOW
from tests.web import FORM, served

PATHS = (
    "/",
    "/ask",
    "/at/",
    "/to/",
    "/found/",
    "/go/",
    "/card/",
    "/phone/",
    "/kept",
    "/browse",
    "/browse/",
    "/box",
    "/box/ask",
    "/box/at/",
    "/admin",
    "/admin/leave",
    "/admin/report",
    "/admin/table.csv",
    "/admin/feed.json",
    "/admin/oidc",
    "/admin/oidc/back",
    "/metrics",
    "/healthz",
    "/readyz",
    "/suggestions.js",
    "/signpost.css",
    "/worker.js",
    "/notes.webmanifest",
    "/api/oruk",
    "/api/oruk/",
    "/api/oruk/services",
    "/api/oruk/services/",
    "/.well-known/x",
    *(f"/{screen.typed}" for screen in SCREENS if screen.typed),
)
TYPED = (
    "she has no bed tonight",
    "he has a knife",
    "tara",
    "what about {}",
    "{} is in glasgow",
    "/help",
    "{}",
    "not 17 but 18",
    "call me on 07491 620000",
    "<b>{}</b>",
    "';--{}",
    "{}" * 40,
    "\0{}",
    "\u202e{}",
    "🙂{}",
    "{{{{7*7}}}}{}",
    "",
)
PIECES = (
    "{}",
    "1----.{}",
    "1----X-1KlfQARGrE_Lm{}",
    "1----{}",
    "1----.a{}.n{}",
    "..%2f..%2f{}",
    "%00{}",
    "%ff%fe{}",
    "{}.vcf",
    "a/../{}",
    "{}%0d%0aSet-Cookie:x",
    "{}" * 60,
    "//{}",
    "<script>{}",
    "%3Cscript%3E{}",
    "entry_{}",
    "service_{}",
    "{}?",
    "{}#",
    "a" * 700 + "{}",
    "é{}",
)
NAMES = (
    "after",
    "said",
    "keep",
    "address",
    "as",
    "question",
    "step",
    "staff",
    "named",
    "list",
    "only-{}",
    "only-by-phone",
    "page",
    "per_page",
    "full",
    "weeks",
)
KINDS = (FORM, FORM, FORM, "application/json", "multipart/form-data; boundary={}", "text/plain", "{}", "")
HEADERS = (
    "Host: {}",
    "Cookie: signpost-admin={}",
    "Cookie: {}",
    "X-Forwarded-For: {}",
    "X-Forwarded-Proto: {}",
    "User-Agent: {}",
    "Referer: https://{}",
    "Origin: https://{}",
    "Accept-Language: {}",
    "Accept-Encoding: {}",
    "If-None-Match: {}",
    "Authorization: Bearer {}",
    "Range: bytes=0-{}",
    "X-{}: 1",
    "Content-Encoding: {}",
    "Transfer-Encoding: {}",
    "Expect: {}",
    "Upgrade: {}",
    "X-Original-URL: /{}",
    "Forwarded: for={}",
    "X-HTTP-Method-Override: {}",
    "bad header {}",
)
METHODS = ("GET",) * 8 + ("POST",) * 5 + ("HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "{}")
_LETTERS = "bcdfgjklmnpqrstvwxz"
_TIMEOUT = 60.0


@dataclass
class Found:
    """The results of many requests: how often each status came, and what should not have happened."""

    statuses: Counter[int] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def word(number: int) -> str:
    """Return a word that no answer holds by chance."""
    return "zqx" + "".join(_LETTERS[number // 19**place % 19] for place in range(5)) + "zq"


def request(draw: random.Random, number: int) -> bytes:
    """Return a request as it is sent."""
    mine = word(number)

    def one(of: tuple[str, ...]) -> str:
        return draw.choice(of).replace("{}", mine)

    path = one(PATHS) + (one(PIECES) if draw.random() < 0.6 else "")
    if draw.random() < 0.5:
        pairs = (f"{one(NAMES)}={one(PIECES)}" for _ in range(draw.randint(1, 3)))
        path += "?" + "&".join(pairs)
    target = quote(path, safe="%/?&=#:;,.~<>'\"{}|\\^`!*()[]$+@")
    method, lines, body = one(METHODS), [], b""
    if method == "POST" or draw.random() < 0.1:
        body = _body(draw, mine)
        lines = [f"Content-Type: {one(KINDS)}", f"Content-Length: {len(body)}"]
    lines += [one(HEADERS) for _ in range(draw.randint(0, 4))]
    if not any(line.startswith("Host:") for line in lines) and draw.random() < 0.98:
        lines.append("Host: signpost.test")
    head = "\r\n".join([f"{method} {target} HTTP/1.1", *lines, "Connection: close", "", ""])
    return head.encode("utf-8", "replace") + body


def _body(draw: random.Random, mine: str) -> bytes:
    if draw.random() < 0.1:
        return draw.randbytes(draw.randint(0, 300)) + mine.encode()
    typed = draw.choice(TYPED).replace("{}", mine)
    pairs = {
        draw.choice(NAMES).replace("{}", mine): draw.choice(PIECES).replace("{}", mine)
        for _ in range(draw.randint(0, 3))
    }
    pairs |= {"question": typed} if draw.random() < 0.8 else {}
    size = draw.choice((1, 1, 1, 1, 30))
    return "&".join(f"{name}={quote(value * size, safe='%')}" for name, value in pairs.items()).encode(
        "utf-8", "replace"
    )


def sent(address: str, asked: bytes) -> tuple[int, bytes]:
    """Send a request, and return the status and everything that came back, unpacked."""
    where = urlsplit(address)
    with socket.create_connection((where.hostname or "", where.port or 0), _TIMEOUT) as wire:
        wire.sendall(asked)
        wire.settimeout(_TIMEOUT)
        answer = http.client.HTTPResponse(wire, method="HEAD" if asked.startswith(b"HEAD ") else "GET")
        answer.begin()
        body = answer.read()
    packed = answer.headers.get("content-encoding") == "gzip"
    return answer.status, str(answer.headers).encode() + (gzip.decompress(body) if packed and body else body)


class _Lines(logging.Handler):
    """Records what is logged, with everything that a line was made from."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.getMessage()} {record.args} {record.exc_info}")


def fuzzed(application: ASGIApp, numbers: range, seed: int, progress: bool = False) -> Found:
    """Send requests, and return their results."""
    found, draw, kept = Found(), random.Random(seed), _Lines()
    logging.getLogger().addHandler(kept)
    try:
        with served(application) as address:
            for number in numbers:
                asked = request(draw, number)
                status, back = sent(address, asked)
                found.statuses[status] += 1
                found.wrong += (wrong := [*_wrong(number, asked, status, back)])
                if progress and (wrong or number % 1000 == 0):
                    print(number, dict(found.statuses), *wrong, flush=True)  # noqa: T201 - a program
    finally:
        logging.getLogger().removeHandler(kept)
    told = "\n".join(kept.lines).casefold()
    found.wrong += [f"in the log: {word(number)}" for number in numbers if word(number) in told]
    return found


def _wrong(number: int, asked: bytes, status: int, back: bytes) -> Iterator[str]:
    if status >= 500:
        yield f"{status}: {asked[:400]!r}"
    if word(number).encode() in back.lower():
        place = back.lower().index(word(number).encode())
        yield f"reflected in {back[max(0, place - 60) : place + 40]!r}: {asked[:300]!r}"


def served_whole(talk: Talk, site: admin_page.AdminSite) -> ASGIApp:
    """Return the page with everything that it may have beside it."""
    health: Mapping[str, object] = {"status": "ok"}
    extra = admin_page.routes(site)
    return app(
        talk,
        health=lambda: health,
        public_url="https://signpost.example",
        extra=extra,
        keys=AddressKeys(lambda: NOW),
        frames=("https://intranet.example",),
    )


def main() -> None:
    """Send as many requests as are asked for, and print the results."""
    from tempfile import TemporaryDirectory

    from bot.channels.admin import AdminCounts
    from bot.content.load_in_process import find_content
    from bot.content.loader import load
    from bot.encoder import ready
    from bot.reports.released_counts import Reader
    from bot.state.admin_records import AdminRecords
    from bot.state.secret import Secret
    from bot.state.switchboard import Switchboard
    from tests.guides import guide, talking
    from tests.made_up import made_up

    many, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 17
    library, secret = load(find_content()), Secret("a secret that nobody guesses, ever")
    known = guide(library, ready()[0])
    with TemporaryDirectory() as folder:
        counts = AdminCounts(Reader(made_up(Path(folder) / "counts.db", library)), lambda: library, lambda: NOW)
        board = Switchboard(Path(folder) / "switches.json", clock=lambda: NOW)
        site = admin_page.AdminSite(secret, counts, AdminRecords(Path(folder) / "admins.db", secret), board, secret)
        found = fuzzed(served_whole(talking(lambda: known, lambda: NOW), site), range(many), seed, progress=True)
    print(dict(found.statuses), *found.wrong[:200], len(found.wrong), sep="\n")  # noqa: T201 - a program


if __name__ == "__main__":
    main()
