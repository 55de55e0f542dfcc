"""The card to give her: a plain page to print, with a code to scan, and a contact to save to a phone.

By a service's id it is opened by staff, who see how to print it and the code. By its short code, which stands in the
code to scan, it is opened by whoever was given it, and shows the card alone.
"""

import segno
from starlette.requests import Request
from starlette.responses import Response

from bot.channels.talk import Talk
from bot.channels.web.page import bare, card_page
from bot.core import emergency
from bot.core.guide import Guide
from bot.core.library import Service
from bot.core.position import Kind, Position, Step, code, encode
from bot.core.screens.drawing import draw
from bot.core.vcard import vcard

_FILE = {"Content-Disposition": 'attachment; filename="contact.vcf"'}  # a file's name tells nothing either


def card(talk: Talk, request: Request, public_url: str) -> Response | None:
    """Return the page of a card, or None where there is no such service.

    Args:
        talk: the engine.
        request: its path ends in a service's id or its short code.
        public_url: where others reach this site, for the code to scan; ``""``: no code.
    """
    guide = talk.guide()
    if guide is None:
        return bare(emergency.turn(""), status=503)
    name = request.path_params["card"]
    service = _service(guide, name)
    if service is None:
        return None
    short = code(service.id)
    position = Position((Step(Kind.HAND_OVER, short),))
    staff = name in (service.id, *service.aliases)
    return card_page(
        guide,
        draw(guide, position, talk.clock()),
        save=f"/card/{short}.vcf" if vcard(service, guide.words("hand-over-name")) else "",
        back=f"/at/{encode(position.at(Step(Kind.SERVICE, short)))}" if staff else "",
        scan=_scan(f"{public_url}/card/{short}", guide.words("hand-over-scan")) if staff and public_url else "",
    )


def contact(talk: Talk, request: Request) -> Response | None:
    """Return a service as a contact for a phone, or None where there is none that can be dialled."""
    guide = talk.guide()
    if guide is None:
        return bare(emergency.turn(""), status=503)
    service = _service(guide, request.path_params["card"])
    written = vcard(service, guide.words("hand-over-name")) if service is not None else ""
    return Response(written, media_type="text/vcard", headers=_FILE) if written else None


def _service(guide: Guide, name: str) -> Service | None:
    """Find a service that has not closed, by its id or its short code."""
    known = guide.known(Kind.HAND_OVER, name) or guide.named(Kind.HAND_OVER, name)
    service = guide.library.services.get(known)
    return None if service is None or service.status == "closed" else service


def _scan(address: str, title: str) -> str:
    """Return an address as a code to scan, as SVG for the page itself: no picture is fetched, and no style is set."""
    drawn = segno.make(address, error="m", micro=False)
    svg = drawn.svg_inline(border=4, dark="#000", light="#fff", svgclass="scan", title=title, omitsize=True)
    return svg.replace("<svg ", '<svg role="img" ', 1)
