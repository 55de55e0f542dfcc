"""The box: the page in a frame of another website, such as a council's intranet, where the settings name it.

Everything under ``/box`` is what the page shows without it, with its links led back into the box and a policy that
lets only those websites show it in a frame. It wraps the seal of addresses, so that an address no key opens any
more is answered in the box too. Whatever leaves the box opens in a tab of its own, which does not know where from.
"""

import re
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.core.screens.registry import SCREENS

PATH = "/box"
FRAMED = "signpost.framed"  # where the scope of a request says that its answer may be shown in a frame
APART = b'class="apart"'  # on a link that leaves the box, such as to a card to print
# What may be shown in a frame: pages to read, and where a question goes. Not a card, what is kept, or an admins' page.
_SHOWN = re.compile(
    rf"/|/(?:ask|browse|{'|'.join(screen.typed for screen in SCREENS if screen.typed)})"
    r"|/(?:to|at|found|browse|go)/[\w.~-]+",
    re.ASCII,
)
_TAG = re.compile(rb"<(?:a|form) [^>]*>")
_OUR_OWN = re.compile(rb'(?<=href=")/(?!/)|(?<=action=")/')
_ELSEWHERE = re.compile(rb' href="https?://')
_REL = re.compile(rb' rel="[^"]*"')
in_box: ContextVar[bool] = ContextVar("in_box", default=False)  # so that a template leaves out what has no use there


@dataclass(frozen=True, slots=True)
class FramedPages:
    """Shows pages in a box for other websites."""

    app: ASGIApp  # what answers, which does not know about the box

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        inner = path.removeprefix(PATH) or "/"
        if scope["type"] != "http" or not path.startswith(PATH) or not _SHOWN.fullmatch(inner):
            await self.app(scope, receive, send)  # the app answers that there is no such page
            return
        scope.update(path=inner, raw_path=inner.encode())
        scope[FRAMED] = True
        before = in_box.set(True)
        try:
            await self.app(scope, receive, _boxed(send))
        finally:
            in_box.reset(before)


def _boxed(send: Send) -> Send:
    """Return a function that sends an answer, with the links of a page led back into the box."""

    def started(start: Message) -> Message:
        return {**start, "headers": [(n, _back(v) if n == b"location" else v) for n, v in start["headers"]]}

    return changing(send, started, lambda page: _TAG.sub(lambda found: _link(found.group()), page))


def changing(send: Send, started: Callable[[Message], Message], drawn: Callable[[bytes], bytes]) -> Send:
    """Return a function that sends an answer with its start changed, and its page too once it is complete."""
    starts: list[Message] = []  # that of a page, which is held until the page is whole
    page = bytearray()

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            start = started(message)
            if any(name == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"]):
                starts.append(start)
            else:
                await send(start)
        elif not starts:
            await send(message)
        else:
            page.extend(message.get("body", b""))
            if not message.get("more_body"):
                whole = drawn(bytes(page))
                headers = [each for each in starts[0]["headers"] if each[0] != b"content-length"]
                await send({**starts[0], "headers": [*headers, (b"content-length", str(len(whole)).encode())]})
                await send({**message, "body": whole})

    return sending


def _back(address: bytes) -> bytes:
    return PATH.encode() + address if address.startswith(b"/") else address


def _link(tag: bytes) -> bytes:
    """Return a tag of a link or a form that stays in the box, or opens a tab of its own."""
    if APART in tag or _ELSEWHERE.search(tag):
        return _REL.sub(b"", tag)[:-1] + b' target="_blank" rel="noopener noreferrer">'
    return _OUR_OWN.sub(PATH.encode() + b"/", tag)
