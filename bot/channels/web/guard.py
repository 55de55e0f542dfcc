"""What stands around every request: strict headers on every answer, and a calm page when something breaks."""

from collections.abc import Mapping

from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.reporting import report
from bot.channels.web.page import bare
from bot.core import emergency

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
_RAW = tuple((name.lower().encode(), value.encode()) for name, value in HEADERS.items())
TYPED = "signpost.typed"  # where a request's scope holds what was typed, so that danger in it outlives a failure


class Guard:
    """Puts the same headers on every answer, and answers with the urgent numbers where the app fails.

    An error goes no further than here: the server above would write it down with its words.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = _strict(message["headers"])
            await send(message)

        try:
            await self.app(scope, receive, with_headers)
        except Exception as error:
            report(error)
            if not started:
                await _last_resort(scope.get(TYPED, ""))(scope, receive, with_headers)


def _strict(own: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return an answer's own headers with the strict ones that it does not set itself."""
    present = {name.lower() for name, _ in own}
    return [*own, *(header for header in _RAW if header[0] not in present)]


def _last_resort(typed: str) -> Response:
    try:
        return bare(emergency.turn(typed), status=500)
    except Exception as error:
        report(error)
        return PlainTextResponse(emergency.WORDS["call-999"], status_code=500)
