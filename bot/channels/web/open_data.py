"""The directory for other programs, read-only, as Open Referral UK: pages of services, and each service by its id.

Any site may read it, nothing in it depends on who asks, and the size of an answer is limited. The models of its
records are imported on the first request: they would add a sixth of a second and 6 MB of memory to every start.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from hashlib import blake2s
from typing import Any
from uuid import UUID

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from bot.channels.talk import Talk
from bot.core.hours import LONDON
from bot.core.library import Library
from bot.open_data.schema_org import LICENCE

PATH = "/api/oruk"
_FROM_ANYWHERE: Mapping[str, str] = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Link": f'<{LICENCE}>; rel="license"',
}
_ASKED_FIRST: Mapping[str, str] = {  # the headers for a browser's preflight request
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
}
_METHODS = ["GET", "HEAD", "OPTIONS"]
_PARAMETERS = ("page", "per_page", "full")
_YES_OR_NO: Mapping[str, bool] = {"true": True, "1": True, "false": False, "0": False}
_LONGEST_NUMBER = 6  # digits

_DocumentMaker = Callable[[Request, Library, date], dict[str, Any]]


class _AskedWrongError(Exception):
    """The request asks for something that is not offered; the message says what is."""


def routes(talk: Talk) -> list[BaseRoute]:
    """Return the routes of the directory for programs."""
    paths: Mapping[str, _DocumentMaker] = {"/": _details, "/services": _services, "/services/{id}": _service}
    inside = Starlette(
        routes=[Route(path, _answering(talk, made), methods=_METHODS) for path, made in paths.items()],
        exception_handlers={HTTPException: _http},
    )
    inside.router.redirect_slashes = False
    # A mount takes no path that has the end of a line in it.
    outside = {PATH: _details, f"{PATH}/services/{{id}}": _service}.items()
    return [*(Route(path, _answering(talk, made), methods=_METHODS) for path, made in outside), Mount(PATH, inside)]


def _answering(talk: Talk, made: _DocumentMaker) -> Callable[[Request], Response]:
    """Return an endpoint that runs outside the event loop, so that a long page delays nobody."""

    def endpoint(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={**_FROM_ANYWHERE, **_ASKED_FIRST})
        guide = talk.guide()
        if guide is None:
            return _error(503, "the directory cannot be read now")
        try:
            return _found(request, made(request, guide.library, talk.clock().astimezone(LONDON).date()))
        except _AskedWrongError as error:
            return _error(400, str(error))
        except LookupError as error:
            return _error(404, str(error.args[0]))

    return endpoint


def _details(request: Request, library: Library, today: date) -> dict[str, Any]:
    from bot.open_data import oruk

    return dict(oruk.DETAILS)


def _services(request: Request, library: Library, today: date) -> dict[str, Any]:
    from bot.open_data import oruk

    asked = request.query_params
    if not set(asked) <= {*_PARAMETERS}:
        raise _AskedWrongError(f"there is no such parameter; there are {', '.join(_PARAMETERS)}")
    number, size = _number(request, "page", 1), _number(request, "per_page", oruk.USUAL, oruk.MOST)
    full = _YES_OR_NO.get(asked.get("full", "false").lower())
    if full is None:
        raise _AskedWrongError("'full' must be true or false")
    page = oruk.page(library, number, size, today, full=full)
    if page is None:
        raise LookupError("there is no such page")
    return page


def _number(request: Request, name: str, usual: int, most: int | None = None) -> int:
    text = request.query_params.get(name, str(usual))
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER else 0
    if number < 1 or (most is not None and number > most):
        raise _AskedWrongError(f"{name!r} must be a number from 1{f' to {most}' if most else ''}")
    return number


def _service(request: Request, library: Library, today: date) -> dict[str, Any]:
    from bot.open_data import oruk

    try:
        found = oruk.one(library, UUID(request.path_params["id"]), today)
    except ValueError:
        found = None
    if found is None:
        raise LookupError("there is no service with this id")
    return found


def _found(request: Request, value: dict[str, Any]) -> Response:
    """Return an answer that a program may keep but must revalidate each time; a number may be withdrawn any minute."""
    body = json.dumps(value, ensure_ascii=False).encode()
    tag = f'"{blake2s(body, digest_size=12).hexdigest()}"'
    headers = {**_FROM_ANYWHERE, "ETag": tag, "Cache-Control": "no-cache"}
    kept = {each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")}
    if kept & {tag, "*"}:
        return Response(status_code=304, headers=headers)
    return Response(body, headers=headers, media_type="application/json")


def _error(status: int, message: str) -> Response:
    body = json.dumps({"error": message}, ensure_ascii=False)
    return Response(body, status, headers=dict(_FROM_ANYWHERE), media_type="application/json")


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    answer = _error(status, "only GET is allowed" if status == 405 else "there is nothing here")
    answer.headers.update((error.headers or {}) if isinstance(error, HTTPException) else {})
    return answer
