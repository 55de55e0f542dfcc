"""The Starlette app: the page, its stylesheet, its health, and Telegram's webhook if there is one."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, timedelta

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.talk import Talk, read_typed
from bot.channels.web import answer_address, cards, files, monitoring, offline_pages, open_data
from bot.channels.web.box import FramedPages
from bot.channels.web.browse import browse, found_services
from bot.channels.web.page import bare, page
from bot.channels.web.requests import TYPED, Clients, Form, Guard, QuestionQueue, RequestRefused, form
from bot.channels.web.sealed_addresses import PATH, WRITTEN, SealedAddresses, seal
from bot.core import emergency
from bot.core.position import Position, encode
from bot.core.reply import Block, Button, Incoming, Mark, Opened, Pressed, Reply, Row, Turn
from bot.core.screens.registry import SCREENS, step_to
from bot.state.address_keys import AddressKeys
from bot.state.secret import Secret

_PAGES = tuple(screen.typed for screen in SCREENS if screen.typed)
_STANDS = timedelta(days=180)  # how long the contact for reporting a weakness may be relied on
_READ_AHEAD = 1_000  # characters in which danger is heard before a question's turn: what takes a millisecond or two
Endpoint = Callable[[Request], Awaitable[Response]]


def app(
    talk: Talk,
    *,
    health: Callable[[], Mapping[str, object]],
    public_url: str = "",
    metrics_secret: Secret | None = None,
    clients: Clients | None = None,
    extra: Sequence[BaseRoute] = (),
    keys: AddressKeys | None = None,
    frames: Sequence[str] = (),
) -> Starlette:
    """Return the app.

    Args:
        public_url: the public address of this site, for the QR code on a card; ``""`` for no code.
        metrics_secret: the secret for reading the metrics; without one nobody reads them.
        clients: tells clients apart, so that each has its turn; by default no proxy is known.
        keys: the keys that seal its addresses; None to leave them as they are, as for editors on their own machine.
        frames: the websites that may show the box; without any there is none.
    """

    def sealed(address: str) -> str:
        return seal(address, keys.to_seal) if keys else address

    made = Starlette(
        routes=[
            *_routes(talk, health, public_url, metrics_secret or Secret(), clients or Clients()),
            Route("/phone/{position}", _or_missing(talk, lambda held, request: cards.phone(held, request, sealed))),
            *extra,
        ],
        middleware=[
            Middleware(Guard, danger=talk.danger, frames=frames),
            Middleware(GZipMiddleware, minimum_size=500, compresslevel=6),
            *([Middleware(FramedPages)] if frames else []),
            *([Middleware(SealedAddresses, keys=keys)] if keys else []),
        ],
        exception_handlers={HTTPException: _missing(talk), RequestRefused: _refused(talk), ClientDisconnect: _gone},
    )
    made.router.redirect_slashes = False  # Starlette would redirect to whatever host the request names
    return made


def _routes(
    talk: Talk, health: Callable[[], Mapping[str, object]], public_url: str, metrics_secret: Secret, clients: Clients
) -> list[BaseRoute]:
    return [
        Route("/", _shown(talk, clients, lambda request: Opened())),
        Route("/ask", _ask(talk, clients), methods=["GET", "POST"]),
        Route("/at/{position}", _shown(talk, clients, lambda request: Pressed(request.path_params["position"]))),
        Route("/found/{found}", _or_missing(talk, lambda held, request: _found(held, request, clients))),
        Route("/card/{card}.vcf", _or_missing(talk, cards.contact)),
        Route("/card/{card}", _or_missing(talk, lambda held, request: cards.card(held, request, public_url))),
        Route(f"{PATH}{{sealed}}", _expired(talk)),
        Route("/go/{link}", _shown(talk, clients, lambda request: Opened(request.path_params["link"]))),
        *(Route(path, _apart(talk, browse)) for path in ("/browse", "/browse/{part}")),
        Route(files.SUGGESTIONS, _or_missing(talk, files.suggestions)),
        *(Route(path, _or_missing(talk, made)) for path, made in offline_pages.PAGES.items()),
        Route("/.well-known/security.txt", _or_missing(talk, _security_contact)),
        *(Route(f"/{name}", _opened(talk, clients, name)) for name in _PAGES),
        *(Route(f"/{name}", files.file) for name in files.NAMES),
        Route("/favicon.ico", files.no_icon),
        *monitoring.routes(
            health, lambda: talk.snapshot().guide() is not None, metrics_secret, lambda: _wrong(talk, "missing", 404)
        ),
        *open_data.routes(talk),
    ]


def _shown(talk: Talk, clients: Clients, read: Callable[[Request], Incoming]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        held = talk.snapshot()
        turn = held.answer(read(request))
        if "keep" not in request.query_params:  # a copy that a browser fetches to keep is read later, or never
            held.count(turn, "web", clients.network(request))
        return page(held, turn)

    return endpoint


def _expired(talk: Talk) -> Endpoint:
    """Return an endpoint for sealed addresses that no key opens: it shows the first page, and says why."""

    async def endpoint(request: Request) -> Response:
        held = talk.snapshot()
        turn, guide = held.answer(Opened()), held.guide()
        if guide is None:
            return page(held, turn)
        first = turn.replies[0]
        notice = Block(Mark.NOTICE, guide.words("page-expired"))
        return page(held, replace(turn, replies=(replace(first, blocks=(notice, *first.blocks)), *turn.replies[1:])))

    return endpoint


def _opened(talk: Talk, clients: Clients, name: str) -> Endpoint:
    return _shown(talk, clients, lambda request: Opened(name, request.query_params.get("after", "")))


def _ask(talk: Talk, clients: Clients) -> Endpoint:
    queue = QuestionQueue()

    async def endpoint(request: Request) -> Response:
        if request.method != "POST":
            held = talk.snapshot()
            return page(held, held.answer(Opened()))
        asked = await form(request)
        if asked.step:
            return _see(Response(), f"/at/{asked.step}")
        request.scope[TYPED] = asked.question
        async with queue.turn(clients.of(request), len(asked.question), lambda: _is_urgent(talk, asked.question)):
            if await request.is_disconnected():
                raise ClientDisconnect
            network = clients.network(request)
            follows = request.headers.get("sec-fetch-mode") == "navigate"  # a browser reads no body of a redirect
            # Apart from the event loop, so that others are not kept waiting.
            return await asyncio.to_thread(_answered, talk.snapshot(), asked, network, follows)

    return endpoint


def _is_urgent(talk: Talk, question: str) -> bool:
    found = talk.danger.detect(question[:_READ_AHEAD])
    return found is not None and found.grade == "card"


def _answered(held: Talk, asked: Form, network: str, follows: bool) -> Response:
    turn = held.answer(read_typed(asked.question, asked.after))
    held.count(turn, "web", network)
    if asked.only is not None:
        turn = found_services(held, turn, asked) or turn
    where = answer_address.address(turn)
    if where and follows:
        return _see(Response(), where)
    shown = page(held, turn, feedback=_feedback(where))
    return _see(shown, where) if where else shown


def _see(shown: Response, where: str) -> Response:
    """Redirect a browser to an answer's own address, so that Back and Reload hold no question; others read the body."""
    return Response(shown.body, 303, {"Location": where}, "text/html" if shown.body else None)


def _found(held: Talk, request: Request, clients: Clients) -> Response | None:
    turn = answer_address.turn(held, request.path_params["found"])
    request.scope[WRITTEN] = answer_address.address(turn) if turn is not None else ""
    if turn is not None and (said := request.query_params.get("said", "")):
        pressed = held.answer(Pressed(said))
        held.count(pressed, "web", clients.network(request))
        turn = answer_address.with_feedback(turn, pressed)
    return None if turn is None else page(held, turn, feedback=_feedback(request.scope["path"]))


def _feedback(where: str) -> str:
    """Return what comes before the position of "This helped" in a link: an answer that was found stays where it is."""
    return f"{where}?said=" if where.startswith("/found/") else "/at/"


def _or_missing(talk: Talk, made: Callable[[Talk, Request], Response | None]) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        held = talk.snapshot()
        return made(held, request) or _wrong(held, "missing", 404)

    return endpoint


def _security_contact(held: Talk, request: Request) -> Response | None:
    """Return who to tell about a weakness, in the form of RFC 9116; None if no contact is set."""
    guide = held.guide()
    if guide is None or not guide.publisher.contact:
        return None
    until = (held.clock() + _STANDS).astimezone(UTC).strftime("%Y-%m-%dT00:00:00Z")
    return PlainTextResponse(f"Contact: {guide.publisher.contact}\nExpires: {until}\nPreferred-Languages: en\n")


def _apart(talk: Talk, made: Callable[[Talk, Request], Response | None]) -> Endpoint:
    """Return an endpoint that runs beside the event loop, one page at a time, so that long pages delay nobody else."""
    turn = asyncio.Semaphore()

    async def endpoint(request: Request) -> Response:
        held = talk.snapshot()
        async with turn:
            found = await asyncio.to_thread(made, held, request)
        return found or _wrong(held, "missing", 404)

    return endpoint


Handler = Callable[[Request, Exception], Awaitable[Response]]


def _missing(talk: Talk) -> Handler:
    async def handler(request: Request, error: Exception) -> Response:
        status, headers = (error.status_code, error.headers) if isinstance(error, HTTPException) else (404, None)
        answer = _wrong(talk, "missing", status)
        answer.headers.update(headers or {})
        return answer

    return handler


def _refused(talk: Talk) -> Handler:
    async def handler(request: Request, error: Exception) -> Response:
        name, status = (error.name, error.status) if isinstance(error, RequestRefused) else ("no-question", 400)
        if name == "busy":
            return await asyncio.to_thread(_emergency, talk, request.scope[TYPED])
        return _wrong(talk, name, status)

    return handler


def _emergency(talk: Talk, typed: str) -> Response:
    return bare(emergency.turn(typed, talk.danger), talk.danger, status=503)


async def _gone(request: Request, error: Exception) -> Response:
    """Return a response to nobody: the client has closed the connection."""
    return Response(status_code=400)


def _wrong(talk: Talk, name: str, status: int) -> Response:
    """Return the plain page for an error; 999 comes first if a question was not read."""
    held = talk.snapshot()
    guide = held.guide()
    if guide is None:
        return bare(emergency.turn("", talk.danger), talk.danger, status=status)
    start = Position()
    blocks = (
        *(() if name == "missing" else (Block(Mark.DANGER, guide.words("call-999")),)),
        Block(Mark.TITLE, guide.words(f"page-{name}-title")),
        Block(Mark.TEXT, guide.words(f"page-{name}-text")),
    )
    buttons = (
        Button(guide.words("button-home"), encode(start), Row.WAY),
        Button(guide.words("button-topics"), encode(start.then(step_to("topics"))), Row.WAY),
        Button(guide.words("button-urgent"), encode(start.then(step_to("urgent"))), Row.WAY),
    )
    return page(held, Turn((Reply(blocks, buttons, encode(start)),)), status=status)
