"""The card to give her: a plain page to print, with a QR code, and a contact to save to a phone; and a code of a page.

Staff open it by the service's id, and see how to print it and the code. The person who is given the card opens it by
the short code in the QR code, and sees only the card.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import segno
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.talk import Talk
from bot.channels.web.page import bare, card_page, page
from bot.core import emergency
from bot.core.guide import Guide
from bot.core.position import Position, code, decode, encode
from bot.core.reply import Block, Button, Mark, Reply, Row, Turn
from bot.core.screens.hand_over import is_telling
from bot.core.screens.registry import step_to
from bot.core.screens.resolver import draw
from bot.core.service import Service

_LINE = 75  # octets: a longer line is folded


def vcard(service: Service, neutral: str) -> str:
    """Return a service as a vCard 3.0, which old and new phones read, or ``""`` if it has no number to ring.

    It has no address, and with the neutral name no e-mail or web address, because those name the service too.

    Args:
        neutral: the name to use if its own may reveal too much.
    """
    telling = is_telling(service)
    if not (service.phones or service.text):
        return ""
    name = _escaped(neutral if telling else (service.label or service.name))
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}"]
    lines += [f"TEL;TYPE=voice:{phone.number}" for phone in service.phones]
    if service.text:
        lines.append(f"TEL;TYPE=cell:{service.text}")
    if service.email and not telling:
        lines.append(f"EMAIL:{_escaped(service.email)}")
    if service.url and not telling:
        lines.append(f"URL:{_escaped(service.url)}")
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCARD") for part in _folded(line))


def _escaped(text: str) -> str:
    kept = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return " ".join(kept.split())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of limited length, each after the first indented by a space."""
    part = ""
    for character in line:
        if len((part + character).encode()) > _LINE:
            yield part
            part = " "
        part += character
    yield part


_IN_A_WALLET = ("hours", "hand-over-for-her", "hand-over-deaf", "hand-over-sign")  # what a small card shows
_FILE = {"Content-Disposition": 'attachment; filename="contact.vcf"'}  # the file name reveals nothing either


def card(talk: Talk, request: Request, public_url: str) -> Response | None:
    """Return the page of a card, or None if there is no such service; with a public address, it has a QR code."""
    guide = talk.guide()
    if guide is None:
        return bare(emergency.turn("", talk.danger), talk.danger, status=503)
    name = request.path_params["card"]
    service = _service(guide, name)
    if service is None:
        return None
    short, asked = code(service.id), request.query_params
    staff = "staff" in asked or name in (service.id, *service.aliases)  # not the code that she scans
    named, wallet = "named" in asked, "wallet" in asked
    position = Position((step_to("hand-over-named" if named else "hand-over", service.id),))
    drawn = _printed(draw(guide, position, talk.clock()), small=wallet)
    other_size = (guide.words("hand-over-whole" if wallet else "hand-over-wallet"), named, not wallet)
    other_name = (guide.words("hand-over-plain" if named else "button-hand-over-named"), not named, wallet)
    return card_page(
        guide,
        drawn,
        save=f"/card/{short}.vcf" if vcard(service, guide.words("hand-over-name")) else "",
        back=f"/at/{encode(position.at(step_to('service', service.id)))}" if staff else "",
        scan=code_to_scan(f"{public_url}/card/{short}", guide.words("hand-over-scan")) if staff and public_url else "",
        others=[
            (label, f"/card/{short}?staff=yes{'&named=yes' * has_name}{'&wallet=yes' * small}")
            for label, has_name, small in (other_size, *((other_name,) if is_telling(service) else ()))
        ],
        wallet=wallet,
    )


def _printed(reply: Reply, *, small: bool) -> Reply:
    """Return a card without the text to copy; in a wallet, two numbers, the least to know, doubts and the day."""
    blocks = [block for block in reply.blocks if block.part != "record" and block.mark is not Mark.TEXT]
    if small:
        blocks = [
            *[block for block in blocks if block.mark not in (Mark.CONTACT, Mark.LABELLED, Mark.SMALL)],
            *[block for block in blocks if block.mark is Mark.CONTACT][:2],
            *[block for block in blocks if block.mark is Mark.LABELLED and block.id in _IN_A_WALLET],
            *[block for block in blocks if block.mark is Mark.SMALL][:-1],
        ]
    return replace(reply, blocks=tuple(blocks))


def contact(talk: Talk, request: Request) -> Response | None:
    """Return a service as a contact for a phone, or None if there is none with a number to ring."""
    guide = talk.guide()
    if guide is None:
        return bare(emergency.turn("", talk.danger), talk.danger, status=503)
    service = _service(guide, request.path_params["card"])
    written = vcard(service, guide.words("hand-over-name")) if service is not None else ""
    return Response(written, media_type="text/vcard", headers=_FILE) if written else None


def _service(guide: Guide, name: str) -> Service | None:
    """Find a service that has not closed, by its id or its short code."""
    known = guide.id_of_code("service", name) or guide.id_today("service", name)
    service = guide.library.services.get(known)
    return None if service is None or service.status == "closed" else service


def code_to_scan(address: str, title: str) -> str:
    """Return a QR code for an address, as inline SVG: no picture is fetched, and no style is set."""
    drawn = segno.make(address, error="m", micro=False)
    svg = drawn.svg_inline(border=4, dark="#000", light="#fff", svgclass="scan", title=title, omitsize=True)
    return svg.replace("<svg ", '<svg role="img" ', 1)


def phone(held: Talk, request: Request, sealed: Callable[[str], str]) -> Response | None:
    """Return the page with the code that opens a position on a phone, to take what was found along to a visit.

    It is None if the position is not one, or if the site's public address is not known.

    Args:
        sealed: seals an address, so that what a phone's history and its camera keep names nothing.
    """
    guide, position = held.guide(), request.path_params["position"]
    if guide is None or not guide.publisher.site or decode(position) is None:
        return None
    blocks = (Block(Mark.TITLE, guide.words("phone-title")), Block(Mark.TEXT, guide.words("phone-text")))
    buttons = (Button(guide.words("phone-back"), position, Row.WAY),)
    code = code_to_scan(guide.publisher.site + sealed(f"/at/{position}"), guide.words("phone-title"))
    return page(held, Turn((Reply(blocks, buttons, position),)), drawn="phone.html", browsed=code)
