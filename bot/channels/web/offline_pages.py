"""What a browser keeps for when there is no signal, if its user asks: the worker, the list, the manifest."""

import json
from collections.abc import Callable
from hashlib import blake2s

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.channels.talk import Talk
from bot.channels.web import files
from bot.channels.web.page import keep_address, keep_script, page
from bot.core.guide import Guide
from bot.core.position import Position, encode
from bot.core.reply import Block, Mark, Opened, Reply, Turn
from bot.core.screens.registry import step_to

_WORKER = files.text("worker.js")
_FILES = ("signpost.css", "more.css", "signpost.svg", "leave.js", "kept.js")
_POLICY = "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'"


def list_page(held: Talk, request: Request) -> Response:
    """Return the page that lists what is kept; only the device knows what that is, and fills it in."""
    guide = held.guide()
    if guide is None:
        return page(held, held.answer(Opened()))
    blocks = (
        Block(Mark.DANGER, guide.words("call-999")),
        Block(Mark.TITLE, guide.words("kept-title")),
        Block(Mark.TEXT, guide.words("kept-text")),
    )
    return page(held, Turn((Reply(blocks, (), encode(Position())),)), drawn="kept.html")


def worker(held: Talk, request: Request) -> Response | None:
    """Return the worker, which may only fetch from here; a new text makes a browser fetch the danger cards again."""
    guide = held.guide()
    if guide is None:
        return None
    cards = blake2s(repr(guide.library.crisis).encode(), digest_size=6).hexdigest()
    names = f"const WITH_EVERY_PAGE = {json.dumps(_with_every_page(guide))}; // {cards}\n"
    return Response(names + _WORKER, media_type="text/javascript", headers={"Content-Security-Policy": _POLICY})


def _with_every_page(guide: Guide) -> list[str]:
    urgent = Position((step_to("urgent"),))
    cards = (f"/at/{encode(urgent.then(step_to('crisis', card)))}" for card in guide.library.crisis)
    return ["/kept", "/urgent", *cards, *(f"/{name}?{files.VERSION}" for name in _FILES), keep_address(guide)]


def script(held: Talk, request: Request) -> Response | None:
    """Return the script that keeps pages; a browser may keep it if it asked for the current version."""
    guide = held.guide()
    if guide is None:
        return None
    current = f"/keep.js?{request.url.query}" == keep_address(guide)
    return files.served(request, keep_script(guide), "text/javascript", current=current)


def manifest(held: Talk, request: Request) -> Response | None:
    """Return what a home screen shows of the page of what is kept: a name and a picture that reveal nothing."""
    guide = held.guide()
    if guide is None:
        return None
    name = guide.words("kept-name")
    icon = {"src": f"/notes.png?{files.VERSION}", "sizes": "512x512", "type": "image/png"}
    told = {"id": "/kept", "name": name, "short_name": name, "start_url": "/kept", "scope": "/", "icons": [icon]}
    return JSONResponse({**told, "display": "minimal-ui"}, media_type="application/manifest+json")


PAGES: dict[str, Callable[[Talk, Request], Response | None]] = {
    "/kept": list_page,
    "/worker.js": worker,
    "/keep.js": script,
    "/notes.webmanifest": manifest,
}
