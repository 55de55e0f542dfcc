"""What the tests of the web page share: a client, a served page, the kinds of page there are, and a reader of HTML."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from html.parser import HTMLParser

import httpx
from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp

from bot.channels.talk import Talk
from bot.channels.web.app import app
from bot.channels.web.requests import Clients
from bot.core.position import Position, Step, area_code, code, encode
from bot.core.reply import Asked, Mark, Pressed, Row
from bot.core.screens.registry import step_to
from bot.service.settings import settings
from bot.service.web_server import run_in_loop, serve_until_stopped
from bot.state.address_keys import AddressKeys

HERE = "127.0.0.1"
DANGER = "hes outside her door with a knife"
FORM = "application/x-www-form-urlencoded"
GLASGOW, DUNDEE = "S12000049", "S12000042"
TONIGHT = "somewhere-to-stay-tonight"


def made(talk: Talk, extra: Sequence[BaseRoute] = (), keys: AddressKeys | None = None) -> Starlette:
    """Return the app over a talk; its addresses are sealed where there are keys."""
    return app(talk, health=lambda: {"status": "ok"}, extra=extra, keys=keys)


def client(application: Starlette) -> httpx.AsyncClient:
    """Return a client of an app; an error that leaves the app is raised in the test."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(application), base_url="http://signpost.test")


@contextmanager
def served(application: ASGIApp, proxies: str = HERE, port: int = 0) -> Iterator[str]:
    """Serve an app as in real use, on a port of this machine, and yield its address.

    Args:
        proxies: the addresses of the proxies in front.
        port: the port; by default a free one.
    """
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((HERE, port))
    listening.listen(1024)
    started = threading.Event()
    stops: list[Callable[[], object]] = []

    async def run() -> None:
        stop = asyncio.Event()
        stops.append(partial(asyncio.get_running_loop().call_soon_threadsafe, stop.set))
        await serve_until_stopped(
            application, listening, started.set, Clients(settings(proxies=proxies).proxy_networks), stop
        )

    thread = threading.Thread(target=lambda: run_in_loop(run()), daemon=True)
    thread.start()
    assert started.wait(60)
    try:
        yield f"http://{HERE}:{listening.getsockname()[1]}"
    finally:
        stops[0]()
        thread.join(10)


def at(*steps: Step, area: str = "") -> str:
    """Return the path of a screen."""
    return "/at/" + encode(Position(steps, area=area_code(area) if area else "--"))


def kinds(talk: Talk) -> dict[str, str]:
    """Return every kind of page by its name, each with a path, or a question after ``?``: each screen, and more."""
    assault, stay = "recent-sexual-assault", step_to("flow", "stay-tonight")
    return {
        **_screens(talk),
        "first page": "/",
        "first page with an area": at(area=GLASGOW),
        "who can help": at(step_to("entry", assault), step_to("nearby", assault), area=GLASGOW),
        "who can help tonight": at(step_to("entry", TONIGHT), step_to("nearby", TONIGHT), area=DUNDEE),
        "danger": f"?{DANGER}",
        "danger beside an answer": "?he has a knife. what should I write in the notes",
        "suggestions": f"?{suggested(talk)}",
        "an answer under a line of caution": f"/found/1----.a{code('recording')}.r{code('danger-now')}",
        "several councils": "?she sells sex in Fife or Angus",
        "outside Scotland": "?she sells sex in Manchester",
        "not covered": "?a recipe for pizza",
        "outcome": "/at/" + outcome(talk, encode(Position((stay,)))),
        "known close to home": at(step_to("nearby", assault), step_to("away"), area=GLASGOW),
        "councils": at(step_to("area"), step_to("region", _largest_region(talk))),
        "help by its address": "/help",
        "missing": "/nothing-here",
    }


_SHOWN = {"entry": "recording", "flow": "stay-tonight", "theme": "safety", "crisis": "overdose", "lack": "housing"}


def _screens(talk: Talk) -> dict[str, str]:
    """Return a page of each screen that can be opened by itself, by its name."""
    guide = talk.guide()
    assert guide is not None
    ids = {**_SHOWN, "outside": "it-and-staff-matters", "service": "rape-crisis-scotland-helpline"}
    alone = [screen for screen in guide.screens if screen.letter and screen.after is None]
    return {screen.name: at(screen.step(ids.get(screen.thing or "", ""))) for screen in alone}


@cache
def suggested(talk: Talk) -> str:
    """Return a question that brings up suggestions and nothing else: half of a phrasing, as people type them."""
    guide = talk.guide()
    assert guide is not None
    halves = (p[: len(p) // 2] for entry in guide.library.entries.values() for p in entry.asked)
    turns = ((half, talk.answer(Asked(half))) for half in halves)
    return next(half for half, turn in turns if turn.tier == "suggestions" and not (turn.crisis or turn.personal))


def outcome(talk: Talk, position: str) -> str:
    """Return the position of the first outcome of a flow, by pressing its first option each time."""
    reply = talk.answer(Pressed(position)).replies[0]
    while not any(block.mark is Mark.CONTACT for block in reply.blocks):
        reply = talk.answer(Pressed(next(b.position for b in reply.buttons if b.row is Row.CHOICE))).replies[0]
    return reply.position


def _largest_region(talk: Talk) -> str:
    guide = talk.guide()
    assert guide is not None
    regions = [council.region for council in guide.library.areas.councils.values()]
    return max(guide.library.areas.regions, key=regions.count)


@dataclass
class Element:
    """An element of a page, with its attributes and the text in it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Html(HTMLParser):
    """A page read into its elements, in order."""

    source: str
    elements: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Element] = []
        self._in_template = False  # its text is not on the page
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_template |= tag == "template"
        if self._in_template:
            return
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in ("meta", "link", "input", "path", "wbr", "br"):
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._in_template:
            self._in_template = tag != "template"
            return
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in () if self._in_template else self._open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        """Return the elements of some tags, in order."""
        return [element for element in self.elements if element.tag in tags]

    def texts(self, *tags: str) -> list[str]:
        """Return the texts of the elements of some tags, with single spaces."""
        return [" ".join(element.text.split()) for element in self.all(*tags)]

    def hrefs(self) -> set[str]:
        """Return where the links lead."""
        return {a.attributes["href"] for a in self.all("a")}

    def links(self) -> dict[str, str]:
        """Return where the links lead, by their words."""
        return {" ".join(a.text.split()): a.attributes["href"] for a in self.all("a")}
