"""A code on the screen that opens a page on a phone: what was found at a desk goes along to a visit."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.talk import Talk
from bot.channels.web.cards import code_to_scan
from bot.channels.web.page import page
from bot.core.position import decode
from bot.core.reply import Block, Button, Mark, Reply, Row, Turn


def phone(held: Talk, request: Request, sealed: Callable[[str], str]) -> Response | None:
    """Return the page with the code of a position, or None if there is none or nobody knows this site's address.

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
