"""The preview as a site: the real page with what is behind it put beside it, and the preview's own pages.

The page's HTML is the real one, byte for byte, with three pieces put in: in its head, under its bar, after its main
part.
"""

import asyncio
import secrets
from collections import OrderedDict
from contextvars import ContextVar
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.error_handler import report
from bot.channels.talk import Talk
from bot.channels.web import answer_address
from bot.channels.web import app as web
from bot.channels.web.requests import HEADERS, Guard
from bot.core.reply import Asked, Incoming, Turn
from bot.editor.preview import panel
from bot.editor.preview.pages import PreviewPages
from bot.editor.preview.panel import PageView, PreviewOptions
from bot.editor.preview.state import PreviewState

MOST = 50  # questions; the oldest is forgotten first


class QuestionMemory:
    """Remembers the last questions by numbers that nobody can guess."""

    def __init__(self) -> None:
        self._asked: OrderedDict[str, Asked] = OrderedDict()

    def keep(self, asked: Asked) -> str:
        """Remember a question and return its number."""
        number = secrets.token_hex(6)
        self._asked[number] = asked
        if len(self._asked) > MOST:
            self._asked.popitem(last=False)
        return number

    def of(self, number: str) -> Asked | None:
        """Return the question of a number, or None where it is forgotten."""
        return self._asked.get(number)


POLICY = f"{HEADERS['Content-Security-Policy']}; script-src 'self'; connect-src 'self'"
_OURS = frozenset({"127.0.0.1", "localhost", "[::1]"})  # what this machine calls itself
_FOUND = "/found/"


@dataclass(slots=True)
class _Heard:
    """What was answered within one request."""

    incoming: Incoming | None = None
    turn: Turn | None = None


_HEARD: ContextVar[_Heard | None] = ContextVar("heard", default=None)


class ObservedTalk(Talk):
    """The engine, which lets the preview know what was answered within a request."""

    def snapshot(self) -> Talk:
        """Return a talk that stays with the guide that is live now, and is overheard as well."""
        held = super().snapshot()
        return ObservedTalk(held.guide, held.clock)

    def answer(self, incoming: Incoming) -> Turn:
        """Return the turn that answers something, as the engine does."""
        turn = super().answer(incoming)
        heard = _HEARD.get()
        if heard is not None:
            heard.incoming, heard.turn = incoming, turn
        return turn


@dataclass(slots=True)
class _Answer:
    """A response held back until it is whole."""

    start: Message
    body: bytearray

    @property
    def html(self) -> bool:
        """Whether it is a page."""
        return Headers(raw=self.start["headers"]).get("content-type", "").startswith("text/html")


class PreviewSite:
    """Serves the preview to this machine alone.

    Args:
        desk: what the preview is over.
        shelf: what is shown.
    """

    def __init__(self, desk: PreviewOptions, shelf: PreviewState) -> None:
        self._desk = desk
        self._shelf = shelf
        self._talk = ObservedTalk(shelf.guide, shelf.now)
        self._memory = QuestionMemory()
        self._page: ASGIApp = web.app(self._talk, health=lambda: {"status": "preview"})
        pages = PreviewPages(desk, shelf)

        async def missing(request: Request, error: Exception) -> Response:
            return pages.missing()

        self._own: ASGIApp = Starlette(
            routes=pages.routes(), middleware=[Middleware(Guard)], exception_handlers={HTTPException: missing}
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._page(scope, receive, send)
        elif refused := _refused(scope["method"], Headers(scope=scope)):
            await PlainTextResponse(refused, 403, dict(HEADERS))(scope, receive, send)
        elif scope["path"] == "/preview" or scope["path"].startswith("/preview/"):
            answer = await _whole(self._own, scope, receive)
            await _sent(answer, send)
        else:
            await self._real(scope, receive, send)

    async def _real(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the real page and what is beside it."""
        heard = _Heard()
        mark = _HEARD.set(heard)
        try:
            answer = await _whole(self._page, scope, receive)
        finally:
            _HEARD.reset(mark)
        if answer.start["status"] == 303 and isinstance(heard.incoming, Asked):
            headers = MutableHeaders(raw=answer.start["headers"])
            headers["location"] += f"?asked={self._memory.keep(heard.incoming)}"
            answer.start["headers"] = headers.raw
        elif answer.html and scope["method"] != "HEAD":
            answer.body = await asyncio.to_thread(self._with_panel, scope, heard, answer.body)
        await _sent(answer, send)

    def _with_panel(self, scope: Scope, heard: _Heard, body: bytearray) -> bytearray:
        html = body.decode()
        shown, now = self._shelf.shown, self._shelf.now()
        html = html.replace("</head>", f"{panel.head(shown)}</head>", 1)
        if "</header>" in html:  # the card to give her is shown as it is
            seen = self._seen(scope, heard, len(body))
            html = html.replace("</header>", f"</header>\n{panel.bar(self._desk, shown, now, seen.address)}", 1)
            html = html.replace("</main>", f"</main>\n{self._beside(seen)}", 1)
        return bytearray(html, "utf-8")

    def _beside(self, seen: PageView) -> str:
        content = self._shelf.shown.content
        if content is None:
            return ""
        try:
            return panel.beside(self._desk, content, self._shelf.now(), seen)
        except Exception as error:  # ours; the page itself must be seen all the same
            report(error)
            return panel.failed(type(error).__name__)

    def _seen(self, scope: Scope, heard: _Heard, size: int) -> PageView:
        """Return what is known of the page: how it was come to, and what it shows."""
        path, query = scope["path"], scope["query_string"].decode("latin-1")
        turn, asked, address = heard.turn, None, f"{path}?{query}" if query else path
        if isinstance(heard.incoming, Asked):  # a page without an address of its own
            asked, address = heard.incoming, "/"
        elif number := parse_qs(query).get("asked"):
            asked = self._memory.of(number[0])
        if path.startswith(_FOUND):
            turn = answer_address.turn(self._talk, path.removeprefix(_FOUND))
        again = Talk.answer(self._talk, asked) if asked else None
        if again is not None and answer_address.address(again) == path:
            turn = again
        return PageView(path, address, turn, asked, again, size)


def _refused(method: str, headers: Headers) -> str:
    """Return why a request is not answered: it was made by another site, or under another name, as tricks are."""
    host = headers.get("host", "")
    name = host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]
    if name not in _OURS:
        return "The preview answers this machine alone, as 127.0.0.1 or localhost."
    if headers.get("sec-fetch-site") == "cross-site" and (
        method == "POST" or headers.get("sec-fetch-mode") != "navigate"
    ):
        return "The preview answers no other site."
    return ""


async def _whole(app: ASGIApp, scope: Scope, receive: Receive) -> _Answer:
    """Return an app's whole response."""
    answer = _Answer({}, bytearray())

    async def hold(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.start = message
        else:
            answer.body += message.get("body", b"")

    await app(scope, receive, hold)
    return answer


async def _sent(answer: _Answer, send: Send) -> None:
    """Send a response; a page may run the preview's script, and nothing else."""
    headers = MutableHeaders(raw=answer.start["headers"])
    if answer.html:
        headers["content-security-policy"] = POLICY
    if answer.body:
        headers["content-length"] = str(len(answer.body))
    await send({**answer.start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": bytes(answer.body)})
