"""What a monitor asks: whether the process runs, whether it is ready to answer, and how its parts are."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Endpoint = Callable[[Request], Awaitable[Response]]
Health = Callable[[], Mapping[str, object]]


def routes(health: Health, ready: Callable[[], bool], secret: str, missing: Callable[[], Response]) -> list[Route]:
    """Return the routes for monitors.

    Args:
        health: says how the process is.
        ready: says whether there is guidance to answer from.
        secret: with which the metrics may be read from elsewhere; ``""``: from this machine alone.
        missing: makes the page that is shown where there is none, which is what all others see of the metrics.
    """
    return [
        Route("/healthz", _health(health)),
        Route("/readyz", _ready(ready)),
        Route("/metrics", _metrics(health, secret, missing)),
    ]


def _health(health: Health) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return JSONResponse(dict(health()))

    return endpoint


def _ready(ready: Callable[[], bool]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        found = ready()
        return JSONResponse({"ready": found}, 200 if found else 503)

    return endpoint


def _metrics(health: Health, secret: str, missing: Callable[[], Response]) -> Endpoint:
    written: Callable[[], bytes] | None = None

    async def endpoint(request: Request) -> Response:
        nonlocal written
        from bot.channels.metrics import CONTENT_TYPE, allowed, metrics  # few ask; the others should not pay for it

        if not allowed(request.client.host if request.client else "", request.headers, secret):
            return missing()
        written = written or metrics(health)
        return Response(written(), headers={"Content-Type": CONTENT_TYPE})

    return endpoint
