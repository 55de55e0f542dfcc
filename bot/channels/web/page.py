"""Show a turn as a page; the first page shows situations, themes and jobs, each with where it leads."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from bot.channels.talk import Talk
from bot.channels.web.box import in_box
from bot.channels.web.files import VERSION, packed, suggestions_address, text, version
from bot.channels.web.layout import PageLayout, PageLink, heading, laid_out, linked, pieces
from bot.core.guide import Guide
from bot.core.hearing import DangerListener
from bot.core.hours import LONDON
from bot.core.position import CHOSE_ROLE, CODE_LENGTH, NONE, Position, code, decode, encode, marked
from bot.core.reply import Button, Mark, Reply, Row, Turn
from bot.core.screens.registry import screen_at, step_to
from bot.open_data import schema_org


@dataclass(frozen=True, slots=True)
class Way:
    """A link of the first page: its words, the position it leads to, and a line about it."""

    label: str
    position: str
    line: str = ""


@dataclass(frozen=True, slots=True)
class HomePage:
    """What the first page shows between the form and the footer."""

    situations: tuple[Way, ...]  # the flows that most people need, under their whole titles
    themes: tuple[Way, ...]  # all themes that have an entry
    jobs: tuple[Way, ...]  # all jobs; each leads back to the first page with the job chosen
    tools: tuple[PageLink, ...]  # the other buttons of the first screen, except those that the page has elsewhere
    # which job and area were chosen, if any; on top, so that a press is seen to have done something
    chosen: tuple[str, ...]
    lines: tuple[str, ...]  # what the words rest on


def is_home(reply: Reply) -> bool:
    """Say whether a reply is the first screen and nothing else, such as a notice above it."""
    position = decode(reply.position)
    if position is None or position.steps:
        return False
    is_start = any(block.id == "start-title" for block in reply.blocks)
    return is_start and all(block.mark in (Mark.TITLE, Mark.TEXT, Mark.SMALL) for block in reply.blocks)


def _stands_here_alone(button: Button) -> bool:
    """Say whether a button is on no other part of the page, its bar, jobs or foot; a box does not have them all."""
    elsewhere = () if in_box.get() else ("urgent", "role", "topics", "help", "privacy")
    return button.row in (Row.ACTION, Row.WAY) and screen_at(button.position).typed not in elsewhere


def home_page(guide: Guide, reply: Reply) -> HomePage:
    """Return the first page of a guide, with the job and the area of the first screen as it was drawn."""
    here, words = decode(reply.position) or Position(), guide.library.vocabulary
    flows = [guide.library.flows[id] for id in words.start_flows]
    used = {entry.theme for entry in guide.library.entries.values()}
    themes = [(theme, title) for theme, title in words.themes.items() if theme in used]
    roles = [(name, marked(replace(here, role=code(role, 2)), CHOSE_ROLE)) for role, name in words.roles.items()]
    lines = words.first_page_lines
    return HomePage(
        tuple(Way(f.title, encode(here.then(step_to("flow", f.id))), lines.get(f.id, "")) for f in flows),
        tuple(Way(title, encode(here.then(step_to("theme", id))), lines.get(id, "")) for id, title in themes),
        tuple(Way(name, encode(position)) for name, position in roles),
        tuple(PageLink(b.label, b.position) for b in reply.buttons if _stands_here_alone(b)),
        tuple(block.text for block in reply.blocks if block.id == "chosen"),
        tuple(block.text for block in reply.blocks if block.mark is Mark.SMALL and block.id != "chosen"),
    )


TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    auto_reload=False,  # looking for a change each time costs as much as drawing some of them
)
TEMPLATES.globals["version"] = VERSION
TEMPLATES.filters["pieces"] = pieces
TEMPLATES.globals["in_box"] = in_box.get
_KEPT_BY_A_BROWSER = '"cache", "cookies", "storage"'


def keep_script(guide: Guide) -> bytes:
    """Return the script that keeps pages on a device, with its words, so that no page carries them."""
    if "keep" not in guide.worked_out:
        offered = TEMPLATES.get_template("device.html").render(words=guide.words)
        known = {"OFFERED": offered, "STYLE": f"/more.css?{VERSION}"}
        script = "".join(f"const {name} = {json.dumps(known[name], ensure_ascii=False)};\n" for name in known)
        guide.worked_out["keep"] = packed("keep.js", script + text("keep.js"))
    made: bytes = guide.worked_out["keep"]
    return made


def keep_address(guide: Guide) -> str:
    """Return the address of the script that keeps pages, with its version."""
    return f"/keep.js?{version(keep_script(guide))}"


def page(
    talk: Talk, turn: Turn, *, status: int = 200, feedback: str = "/at/", drawn: str = "page.html", browsed: object = ""
) -> Response:
    """Return the page that shows a turn.

    Args:
        feedback: what comes before the position of "This helped" in its link.
        drawn: the template that it is drawn with.
        browsed: what is shown under the turn on a page to browse, for the template of such pages.
    """
    guide = talk.guide()
    if guide is None:
        return bare(turn, talk.danger, status=503)
    after, shown = turn.replies[0].position, _on_page(turn)
    replies = [replace(each, ways=_not_in_bar(each.ways)) for each in _laid_out(shown, guide.known_numbers)]
    _lead_to_services(shown, replies)
    start = len(shown) == 1 and is_home(shown[0])
    sound, screen = bool(after) and status == 200, screen_at(after)  # a page that says what went wrong suggests nothing
    html = TEMPLATES.get_template(drawn).render(
        words=guide.words,
        title=_title(guide, shown[0], start=start, wrong=status != 200),
        home_page=home_page(guide, shown[0]) if start else None,
        publisher=guide.publisher,
        replies=replies,
        after=after,
        after_query=f"?after={after}" if after not in ("", encode(Position())) else "",
        home=_home(after),
        card=_card(after),
        phone=f"/phone/{after}" if guide.publisher.site and any(map(_is_outcome, shown)) else "",
        more=drawn != "page.html" or any(r.copied or r.given or r.filters for r in replies),
        copies=any(reply.copied for reply in replies),
        data=_data(guide, after, talk.clock()) if screen.own_of == "service" and feedback == "/at/" else "",
        urgent=screen.typed == "urgent",
        feedback=feedback,
        linked=lambda key: tuple(linked(guide.words(key), guide.known_numbers)),
        browsed=browsed,
        **_for_scripts(guide, after, sound=sound, forgets=screen.forgets),
    )
    headers = {"Clear-Site-Data": _KEPT_BY_A_BROWSER} if screen.forgets else None
    return HTMLResponse(html, status if after else 500, headers)  # without a position, everything else failed


def _for_scripts(guide: Guide, after: str, *, sound: bool, forgets: bool) -> dict[str, object]:
    """Return what the scripts need to know: where theirs are, and what a device may be asked to remember.

    On the page that forgets there is nothing to remember.
    """
    if not sound:
        return {"suggestions": "", "keeps": "", "chosen": None}
    chosen = None if forgets or in_box.get() else _chosen(guide, after)
    return {"suggestions": suggestions_address(guide), "keeps": keep_address(guide), "chosen": chosen}


def card_page(
    guide: Guide, reply: Reply, *, save: str, back: str, scan: str, others: Sequence[tuple[str, str]], wallet: bool
) -> Response:
    """Return a card to give her as a page without the rest of the site around it.

    Args:
        save: the address of the contact to save to a phone, or ``""``.
        back: the address of the screen it was opened from, or ``""`` for the person who was given the card.
        scan: the QR code as SVG, or ``""``.
        others: the words and the addresses of the same card in another size, or with another name.
        wallet: whether it is to fit a wallet.
    """
    shown = laid_out(reply, guide.known_numbers, first=True)
    title = guide.words("hand-over-title")
    template = TEMPLATES.get_template("card.html")
    given = {"save": save, "back": back, "scan": scan, "others": others, "wallet": wallet}
    return HTMLResponse(template.render(words=guide.words, title=title, shown=shown, **given))


def laid(guide: Guide, reply: Reply) -> PageLayout:
    """Return a reply laid out as it is on a page of its own."""
    return laid_out(reply, guide.known_numbers, first=True)


def part(guide: Guide, shown: PageLayout) -> str:
    """Return a layout as HTML for part of another page, which provides the stylesheet."""
    blocks = TEMPLATES.get_template("blocks.html").make_module({"words": guide.words})
    return str(blocks.show(shown, guide.words("page-urgent")))  # type: ignore[attr-defined]  # a macro in the file


def bare(turn: Turn, danger: DangerListener, *, status: int) -> Response:
    """Return a turn as a page that needs no words from the content."""
    numbers = frozenset(c.number.replace(" ", "") for card in danger.cards.values() for c in card.contacts)
    replies = _laid_out(turn.replies, numbers)
    html = TEMPLATES.get_template("bare.html").render(replies=replies)
    return HTMLResponse(html, status_code=status)


def _on_page(turn: Turn) -> list[Reply]:
    """Return a turn's replies with the screen that stays above one, without its buttons."""
    return [
        each
        for reply in turn.replies
        for each in ((replace(reply.under, buttons=()), reply) if reply.under else (reply,))
    ]


def _laid_out(replies: Sequence[Reply], numbers: Collection[str]) -> list[PageLayout]:
    """Lay out replies; a navigation button that is at the end of the page is not repeated in the middle."""
    *earlier, last = (laid_out(reply, numbers, first=not n) for n, reply in enumerate(replies))
    return [*(replace(r, ways=tuple(way for way in r.ways if way not in last.ways)) for r in earlier), last]


def _not_in_bar(ways: Iterable[PageLink]) -> tuple[PageLink, ...]:
    """Return the ways on without urgent help, which is in the bar of every page."""
    return tuple(way for way in ways if screen_at(way.position).typed != "urgent")


def _lead_to_services(replies: Sequence[Reply], shown: Sequence[PageLayout]) -> None:
    """Lead from the name of a service to its own page, on the cards that no button of a reply leads on from."""
    for reply, layout in zip(replies, shown, strict=True):
        here = decode(reply.position)
        for card in (card for group in layout.groups for card in group.cards):
            if card.service and not card.position and here is not None:
                card.position = encode(here.then(step_to("service", card.service)))


def _title(guide: Guide, first: Reply, *, start: bool, wrong: bool) -> str:
    """Return what a browser's history calls a page: a word that names no subject and no service, or what went wrong."""
    head = heading(first)
    if start or head is None:
        return guide.words("start-title")
    if wrong:
        return guide.words("page-title", title=head.text)
    marks = {block.mark for block in first.blocks}
    lists = Mark.CONTACT in marks and Mark.DANGER not in marks and not any(b.part == "do" for b in first.blocks)
    return guide.words("page-title", title=guide.words("browse-services" if lists else "browse-guidance"))


def _home(after: str) -> str:
    """Return the address of the first screen, with the chosen job and area."""
    position = decode(after) or Position()
    return f"/at/{encode(position.at())}" if (position.role, position.area) != (NONE, NONE) else "/"


def _chosen(guide: Guide, after: str) -> tuple[str, str]:
    """Return the codes and names of the job and area that were chosen, for a device that is asked to keep them."""
    position = decode(after) or Position()
    role, area = guide.role(position.role), guide.area(position.area)
    names = (guide.library.vocabulary.roles.get(role), area and guide.library.areas.councils[area].name)
    codes = (position.role if role else NONE) + (position.area if area else NONE)
    return codes, ", ".join(filter(None, names))


def _is_outcome(reply: Reply) -> bool:
    return bool(reply.answers) and any(block.mark is Mark.CONTACT for block in reply.blocks)


def _card(after: str) -> str:
    """Return the address of the card to print if a screen shows one to give her, otherwise ``""``."""
    named = {"hand-over": "", "hand-over-named": "&named=yes"}.get(screen_at(after).name)
    return "" if named is None else f"/card/{after[-CODE_LENGTH:]}?staff=yes{named}"


def _data(guide: Guide, after: str, now: datetime) -> str:
    """Return the service that its own screen shows as JSON-LD for programs, or ``""``; no browser runs it.

    It is on no answer to a question, which no program reads.
    """
    service = guide.library.services.get(guide.ids["service"].get(after[-CODE_LENGTH:], ""))
    return schema_org.json_ld(guide.library, service, now.astimezone(LONDON).date()) if service else ""
