"""The preview as a site: the real pages, each with a panel about its content, and the preview's own pages.

The HTML of a page is the real one, byte for byte, with three insertions: in its head, under its bar and after its main
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

MOST = 50  # questions that are remembered


class QuestionMemory:
    """Remembers the last questions by numbers that cannot be guessed."""

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
        """Return the question of a number, or None if it was forgotten."""
        return self._asked.get(number)


POLICY = f"{HEADERS['Content-Security-Policy']}; connect-src 'self'"
_OURS = frozenset({"127.0.0.1", "localhost", "[::1]"})  # the names of this machine
_FOUND = "/found/"


@dataclass(slots=True)
class _Observed:
    """What was answered within one request."""

    incoming: Incoming | None = None
    turn: Turn | None = None


_OBSERVED: ContextVar[_Observed | None] = ContextVar("observed", default=None)


class ObservedTalk(Talk):
    """The engine, which also records what was answered within a request."""

    def snapshot(self) -> Talk:
        """Return a talk that keeps the guide that is live now, and is observed as well."""
        held = super().snapshot()
        return ObservedTalk(held.guide, held.clock, danger=held.danger)

    def answer(self, incoming: Incoming) -> Turn:
        """Return the turn that answers something, as the engine does."""
        turn = super().answer(incoming)
        observed = _OBSERVED.get()
        if observed is not None:
            observed.incoming, observed.turn = incoming, turn
        return turn


@dataclass(slots=True)
class _WholeResponse:
    """A complete response that was not sent yet."""

    start: Message
    body: bytearray

    @property
    def html(self) -> bool:
        """Whether it is a page."""
        return Headers(raw=self.start["headers"]).get("content-type", "").startswith("text/html")


class PreviewSite:
    """Serves the preview to this machine only."""

    def __init__(self, options: PreviewOptions, state: PreviewState) -> None:
        self._options = options
        self._state = state
        self._talk = ObservedTalk(state.guide, state.now, danger=options.hearing.danger)
        self._memory = QuestionMemory()
        self._page: ASGIApp = web.app(self._talk, health=lambda: {"status": "preview"})
        pages = PreviewPages(options, state)

        async def missing(request: Request, error: Exception) -> Response:
            return pages.missing()

        self._own: ASGIApp = Starlette(
            routes=pages.routes(),
            middleware=[Middleware(Guard, danger=self._talk.danger)],
            exception_handlers={HTTPException: missing},
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._page(scope, receive, send)
        elif why := refused(scope["method"], Headers(scope=scope)):
            await PlainTextResponse(why, 403, dict(HEADERS))(scope, receive, send)
        elif scope["path"] == "/preview" or scope["path"].startswith("/preview/"):
            answer = await _whole(self._own, scope, receive)
            await _sent(answer, send)
        else:
            await self._real(scope, receive, send)

    async def _real(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the real page and its panel."""
        observed = _Observed()
        plain = [header for header in scope["headers"] if header[0] != b"accept-encoding"]  # the panel is put into it
        scope = {**scope, "headers": plain}
        mark = _OBSERVED.set(observed)
        try:
            answer = await _whole(self._page, scope, receive)
        finally:
            _OBSERVED.reset(mark)
        if answer.start["status"] == 303 and isinstance(observed.incoming, Asked):
            headers = MutableHeaders(raw=answer.start["headers"])
            headers["location"] += f"?asked={self._memory.keep(observed.incoming)}"
            answer.start["headers"] = headers.raw
        elif answer.html and scope["method"] != "HEAD":
            answer.body = await asyncio.to_thread(self._with_panel, scope, observed, answer.body)
        await _sent(answer, send)

    def _with_panel(self, scope: Scope, observed: _Observed, body: bytearray) -> bytearray:
        html = body.decode()
        shown, now = self._state.shown, self._state.now()
        html = html.replace("</head>", f"{panel.head(shown)}</head>", 1)
        if "</header>" in html:  # the card to hand over has none, and is shown as it is
            seen = self._seen(scope, observed, len(body))
            html = html.replace("</header>", f"</header>\n{panel.bar(self._options, shown, now, seen.address)}", 1)
            html = html.replace("</main>", f"</main>\n{self._beside(seen)}", 1)
        return bytearray(html, "utf-8")

    def _beside(self, seen: PageView) -> str:
        content = self._state.shown.content
        if content is None:
            return ""
        try:
            return panel.beside(self._options, content, self._state.now(), seen)
        except Exception as error:  # a fault of the preview must not hide the page
            report(error)
            return panel.failed(type(error).__name__)

    def _seen(self, scope: Scope, observed: _Observed, size: int) -> PageView:
        """Return what is known about the page: what led to it, and what it shows."""
        path, query = scope["path"], scope["query_string"].decode("latin-1")
        turn, asked, address = observed.turn, None, f"{path}?{query}" if query else path
        if isinstance(observed.incoming, Asked):  # a page without an address of its own
            asked, address = observed.incoming, "/"
        elif number := parse_qs(query).get("asked"):
            asked = self._memory.of(number[0])
        if path.startswith(_FOUND):
            turn = answer_address.turn(self._talk, path.removeprefix(_FOUND))
        again = Talk.answer(self._talk, asked) if asked else None
        if again is not None and answer_address.address(again) == path:
            turn = again
        return PageView(path, address, turn, asked, again, size)


def refused(method: str, headers: Headers) -> str:
    """Return why a request is refused: another site made it, or it names another host, as attacks do."""
    host = headers.get("host", "")
    name = host.partition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]
    if name not in _OURS:
        return "The preview answers only this machine, as 127.0.0.1 or localhost."
    if headers.get("sec-fetch-site") == "cross-site" and (
        method == "POST" or headers.get("sec-fetch-mode") != "navigate"
    ):
        return "The preview does not answer other sites."
    return ""


async def _whole(app: ASGIApp, scope: Scope, receive: Receive) -> _WholeResponse:
    """Return an app's complete response."""
    answer = _WholeResponse({}, bytearray())

    async def hold(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.start = message
        else:
            answer.body += message.get("body", b"")

    await app(scope, receive, hold)
    return answer


async def _sent(answer: _WholeResponse, send: Send) -> None:
    """Send a response; a page may run the preview's script and no other."""
    headers = MutableHeaders(raw=answer.start["headers"])
    if answer.html:
        headers["content-security-policy"] = POLICY
    if answer.body:
        headers["content-length"] = str(len(answer.body))
    await send({**answer.start, "headers": headers.raw})
    await send({"type": "http.response.body", "body": bytes(answer.body)})
