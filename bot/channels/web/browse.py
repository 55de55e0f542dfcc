"""Browse: all guidance and all services as pages of links, for people who do not know what to ask for.

An address holds a letter for the kind of page and a short code, so it names no subject and no service. What a
service is shown with, and the order of services for a need, come from the lists of the directory.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.talk import Talk
from bot.channels.web.layout import PageFilter, PageGroup, laid_out
from bot.channels.web.page import page
from bot.channels.web.requests import Form
from bot.core.directory_list import FILTERS, ServicesAsked, services_asked
from bot.core.guide import Guide
from bot.core.hearing import HeardDirectory
from bot.core.position import Position, area_code, code, decode, encode
from bot.core.reply import Block, Button, Mark, MessageFinding, Opened, Reply, Turn
from bot.core.screens.choosers import URGENCY
from bot.core.screens.finding import finished, replies
from bot.core.screens.one_number import service_line
from bot.core.screens.scene import Scene
from bot.core.screens.service_lists import checked, unconfirmed
from bot.core.service import Service

_Link = tuple[str, str]  # its words, and where it leads
_LISTS = {"find": "/browse/c", "a-to-z": "/browse/s", "needs": "/browse/n"}  # of services
_MAP = (  # a square for each council, roughly where it lies: three letters, and the end of its GSS code; made by hand
    "----- ----- ----- ----- ----- SHE27 ----- -----",
    "----- ----- ----- ----- ORK23 ----- ----- -----",
    "----- ELS13 ----- HIG17 MOR20 ABS34 ABC33 -----",
    "----- ----- ARG35 ----- PKC48 ANG41 DND42 -----",
    "----- WDU39 EDU45 STI30 CLK05 FIF47 ----- -----",
    "INV18 REN38 GLA49 NLA50 FAL14 WLO40 EDI36 ELO10",
    "----- NAY21 ERE11 SLA29 ----- ----- MLO19 -----",
    "----- SAY28 EAY08 DGY06 ----- ----- SBO26 -----",
)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading with services under it, or links."""

    heading: str
    links: tuple[_Link, ...] = ()
    groups: tuple[PageGroup, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class _Square:
    """A council's square on the map: its name, its letters, where it leads, and its place from the left and the top."""

    name: str
    letters: str
    href: str
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class _Browsed:
    """A page to browse: its title in the browser, the reply that it begins with, and its sections."""

    title: str
    reply: Reply
    sections: tuple[_Heading, ...]
    tiles: tuple[_Square, ...] = ()
    filters: tuple[PageFilter, ...] = ()  # of the form to find services in


def browse(held: Talk, request: Request) -> Response | None:
    """Return the page at an address, or None where there is none; without guidance, the page that says so."""
    guide = held.guide()
    if guide is None:
        return page(held, held.answer(Opened()))
    part = request.path_params.get("part", "")
    browsed = _browsed(guide, Scene(guide, Position(), held.clock()), part[:1], part[1:])
    return None if browsed is None else page(held, Turn((browsed.reply,)), drawn="browse.html", browsed=browsed)


def found_services(held: Talk, turn: Turn, asked: Form) -> Turn | None:
    """Return the list of services that is asked for on the page to find them; None where something else comes first.

    Args:
        held: the guide that the turn was answered from.
        turn: the answer to what was typed, which may be of danger, or ask which place is meant.
        asked: what was typed and ticked.
    """
    guide, found = held.guide(), turn.finding
    if not asked.question.strip():
        here = (decode(asked.after) or Position()).at()
        found = MessageFinding(here, "not-covered", directory=HeardDirectory(placed=True))
    heard = found and found.directory
    if guide is None or found is None or turn.crisis or turn.caution or not heard or heard.services:
        return None
    if not (heard.needs or heard.placed):
        return None
    filters = heard.filters | {each for each in FILTERS if each in (asked.only or ())}
    listing = replace(heard, leads=True, sure=True, filters=filters)
    found = replace(found, tier="not-covered", entries=(), point="", others=(), leans="", near=(), directory=listing)
    return replace(finished(guide, Turn(replies(guide, found, held.clock())), asked.after), finding=found)


def _browsed(guide: Guide, start: Scene, kind: str, short: str) -> _Browsed | None:
    if not short:
        drawn = {"": _hub, "j": _jobs, "n": _needs, "c": _councils, "s": _services}.get(kind)
        return drawn(start) if drawn else None
    if kind == "j" and (role := guide.role(short)):
        return _job(replace(start, position=Position(role=code(role, 2))), role)
    if kind == "n" and (need := guide.id_of_code("need", short)):
        return _need(start, need)
    if kind == "c" and (gss := guide.area(short)):
        return _council(_in(start, gss), gss)
    return None


def _hub(scene: Scene) -> _Browsed:
    lists = {"guidance": {"topics": "/topics", "jobs": "/browse/j"}, "services": _LISTS}
    sections = (
        _Heading(scene.words(f"browse-{kind}"), tuple((scene.words(f"browse-{key}"), to) for key, to in those.items()))
        for kind, those in lists.items()
    )
    text = Block(Mark.TEXT, scene.words("browse-text"))
    return _whole(scene, "guidance", scene.words("browse-title"), sections, text)


def _jobs(scene: Scene) -> _Browsed:
    links = tuple((name, f"/browse/j{code(role, 2)}") for role, name in scene.library.vocabulary.roles.items())
    return _whole(scene, "guidance", scene.words("browse-jobs"), [_Heading("", links)])


def _job(scene: Scene, role: str) -> _Browsed:
    """Return the entries that say something of their own for a job, by theme, the urgent ones first."""
    themes = scene.library.vocabulary.themes
    own = [entry for entry in scene.library.entries.values() if role in entry.roles or role in entry.first_in]
    own.sort(key=lambda e: ([*themes].index(e.theme), URGENCY.index(e.urgency), e.title))
    sections = (
        _Heading(themes[theme], tuple((e.title, _to(scene, "entry", e.id)) for e in its))
        for theme, its in groupby(own, key=lambda entry: entry.theme)
    )
    text = Block(Mark.TEXT, scene.words("browse-job-text"))
    return _whole(scene, "guidance", scene.library.vocabulary.roles[role], sections, text)


def _services(scene: Scene) -> _Browsed:
    active = [service for service in scene.library.services.values() if service.status == "active"]
    active.sort(key=lambda service: service.name.casefold())
    by_letter = groupby(active, key=lambda service: service.name[0].upper())
    sections = (_listed(scene, letter, tuple(its), among=active, anchor=letter) for letter, its in by_letter)
    return _whole(scene, "services", scene.words("browse-a-to-z"), sections, *unconfirmed(scene, active))


def _needs(scene: Scene) -> _Browsed:
    links = tuple((name, f"/browse/n{code(need)}") for need, name in scene.library.vocabulary.needs.items())
    return _whole(scene, "services", scene.words("browse-needs"), [_Heading("", links)])


def _need(scene: Scene, need: str) -> _Browsed:
    """Return the services for a need that reach all Scotland, and the councils that have their own."""
    found = services_asked(scene.library, ServicesAsked((need,)), scene.now).national
    own = {
        area
        for service in scene.library.services.values()
        if service.status == "active" and need in service.needs
        for area in service.areas
    }
    councils = scene.library.areas.councils
    there = tuple((councils[gss].name, _to(_in(scene, gss), "services-for", need)) for gss in councils if gss in own)
    national = _listed(scene, scene.words("browse-scotland"), found, (need,), who=True)
    sections = (national, _Heading(scene.words("browse-own"), there))
    return _whole(scene, "services", scene.library.vocabulary.needs[need], sections, *unconfirmed(scene, found))


def _councils(scene: Scene) -> _Browsed:
    """Return the page to find services on: by what is typed and ticked, and by council on a map and in a list."""
    areas = scene.library.areas
    links = {gss: (council.name, f"/browse/c{area_code(gss)}") for gss, council in areas.councils.items()}
    sections = [
        _Heading(name, tuple(links[gss] for gss, council in areas.councils.items() if council.region == region))
        for region, name in areas.regions.items()
    ]
    others = tuple((scene.words(f"browse-{key}"), to) for key, to in _LISTS.items() if to != "/browse/c")
    tiles = (
        _Square(links[gss][0], cell[:3], links[gss][1], across, down)
        for down, row in enumerate(_MAP)
        for across, cell in enumerate(row.split())
        if (gss := f"S120000{cell[3:]}") in links
    )
    filters = tuple(PageFilter(each, scene.words(f"filter-{each}"), on=False) for each in FILTERS)
    page = _whole(
        scene, "services", scene.words("browse-find"), [*sections, _Heading(scene.words("page-tools"), others)]
    )
    return replace(page, tiles=tuple(tiles), filters=filters)


def _council(scene: Scene, gss: str) -> _Browsed:
    """Return a council's own services, and the ways to the lists for each need there."""
    needs = scene.library.vocabulary.needs
    own = services_asked(scene.library, ServicesAsked(tuple(needs), gss), scene.now).local
    there = tuple((name, _to(scene, "services-for", need)) for need, name in needs.items())
    listed = _listed(scene, scene.words("browse-own-services"), own, who=True)
    sections = (listed, _Heading(scene.words("browse-needs"), there))
    name = scene.library.areas.councils[gss].name
    return _whole(scene, "services", name, sections, *unconfirmed(scene, own))


def _whole(
    scene: Scene, kind: Literal["guidance", "services"], heading: str, sections: Iterable[_Heading], *more: Block
) -> _Browsed:
    """Return a page; its title says only what kind of thing it lists, since a browser's history keeps titles."""
    title = scene.words("page-title", title=scene.words(f"browse-{kind}"))
    filled = tuple(section for section in sections if section.links or section.groups)
    return _Browsed(title, scene.reply([Block(Mark.TITLE, heading), *more]), filled)


def _listed(
    scene: Scene,
    heading: str,
    services: Sequence[Service],
    needs: tuple[str, ...] = (),
    *,
    among: Sequence[Service] = (),
    who: bool = False,
    anchor: str = "",
) -> _Heading:
    """Return services in a line each, as in the lists of the directory, each name leading to its own page.

    Args:
        scene: the position that the pages of the services go on from, and the moment.
        heading: what they are.
        needs: what is needed, where a service has several numbers.
        among: all services of the page, where there are more.
        who: whether it says who each is for.
        anchor: what a link on the page leads to.
    """
    mixed = len({service.assured is None for service in among or services}) > 1
    blocks = [block for service in services for block in _lines(scene, service, needs, mixed=mixed, who=who)]
    buttons = tuple(Button(s.name, _position(scene, "service", s.id), title=s.name) for s in services)
    return _Heading(heading, (), laid_out(Reply(tuple(blocks), buttons), (), first=False).groups, anchor)


def _lines(scene: Scene, service: Service, needs: tuple[str, ...], *, mixed: bool, who: bool) -> Iterator[Block]:
    yield replace(service_line(scene, service, needs), label=service.name)
    if told := checked(scene, service, mixed=mixed):
        yield Block(Mark.SMALL, told, scene.words("checked"), part="note")
    if who:
        yield Block(Mark.SMALL, scene.filled(service.eligibility.for_), scene.words("who-for"), part="note")


def _in(scene: Scene, gss: str) -> Scene:
    return replace(scene, position=Position(area=area_code(gss)))


def _to(scene: Scene, screen: str, id: str) -> str:
    return f"/at/{_position(scene, screen, id)}"


def _position(scene: Scene, screen: str, id: str) -> str:
    return encode(scene.position.then(scene.step(screen, id)))
