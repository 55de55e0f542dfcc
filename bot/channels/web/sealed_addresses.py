"""Seals the addresses that a page hands out, so that a log of addresses tells nothing of what was read or typed.

It stands at the door: each address in a page or a redirect that leaves becomes ``/to/`` and a text that only the keys
of the deployment open, and one that arrives is opened before anything else sees it. So no screen and no template has
to think of it, and none can forget it. An address seals differently each time, so two cannot be compared.

A script that knows a plain address, since the device keeps its page, asks for it in a form: a log sees no forms.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from html import escape, unescape
from secrets import token_bytes

from nacl.bindings import (
    crypto_aead_chacha20poly1305_ietf_decrypt,
    crypto_aead_chacha20poly1305_ietf_encrypt,
    crypto_aead_chacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.channels.web.requests import RequestRefused, fields
from bot.core.position import NONE, decode, encode
from bot.core.screens.registry import SCREENS
from bot.state.address_keys import AddressKeys

PATH = "/to/"
# Drawn at random: among the hundred million addresses that a key seals in its one day, two alike are 1 in 10^13.
_NONCE = crypto_aead_chacha20poly1305_ietf_NPUBBYTES
# An address is filled up to one of a few lengths, so that the length of a sealed one tells little. The first holds what
# stands on the first page and on pages of lists, which would weigh twice as much with the others.
_SHORT, _STEP = 17, 66  # bytes
_SHAPE = re.compile(r"(?:[A-Za-z0-9_-]{4}){15,200}")
_LINK = re.compile(rb'(?<= href=")/[^"#]*')
# What is the same for everybody and names nothing: the first page, the pages with a name, the lists, the files. And the
# admins' pages, since a browser sends their cookie to /admin alone.
_PLAIN = re.compile(r"/(?:[a-z]*|browse/[a-z]|[a-z]+\.(?:css|svg|png|webmanifest)(?:\?\w+)?|admin[/?].*)")
_ASKED_FOR = "/kept"  # where a page is asked for in a form
_MOST_ASKED = 2048  # bytes of such a form
# What may be asked for so: pages to read, and nothing that a proxy keeps from outside.
_PAGE = re.compile(
    rf"/(?:(?:at|found|browse|go|card)/[\w.~-]+|browse|kept|{'|'.join(s.typed for s in SCREENS if s.typed)}|)", re.ASCII
)
_OFFERED = b'<template id="device"'
_DRAWN = re.compile(rb'name="after" value="([\w-]+)"', re.ASCII)
_POSITION = re.compile(r"(?<=/at/)[\w-]+|(?<=[?&]after=)[\w-]+", re.ASCII)


def seal(address: str, key: bytes) -> str:
    """Return an address, with its query, as one that tells nothing without the key."""
    written, nonce = address.encode(), token_bytes(_NONCE)
    length = _SHORT if len(written) <= _SHORT else (len(written) // _STEP + 1) * _STEP - 1
    filled = written.ljust(length, b"\0")
    return PATH + urlsafe_b64encode(nonce + crypto_aead_chacha20poly1305_ietf_encrypt(filled, b"", nonce, key)).decode()


def opened(sealed: str, keys: Iterable[bytes]) -> str:
    """Return the address that one of the keys has sealed, ``""`` if none has; any text is safe."""
    text = sealed.removeprefix(PATH)
    if not _SHAPE.fullmatch(text):
        return ""
    data = urlsafe_b64decode(text)
    for key in keys:
        with suppress(CryptoError):
            found = crypto_aead_chacha20poly1305_ietf_decrypt(data[_NONCE:], b"", data[:_NONCE], key)
            return found.rstrip(b"\0").decode()
    return ""


class SealedAddresses:
    """Opens the address of each request, and seals those in each answer.

    Args:
        app: what answers, which knows nothing of it.
        keys: the keys of the deployment.
    """

    def __init__(self, app: ASGIApp, keys: AddressKeys) -> None:
        self.app, self._keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif (scope["method"], scope["path"]) == ("POST", _ASKED_FOR):
            await self._asked(scope, receive, send)
        else:
            address = opened(scope["path"], self._keys.to_open) if scope["path"].startswith(PATH) else ""
            if address:
                _lead(scope, address)
            await self.app(scope, receive, _sealing(send, self._sealed, _told(scope, ours=bool(address))))

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a form that asks for a page: lead a browser to it, or give it as a copy to keep on the device."""
        try:
            form = await fields(Request(scope, receive), _MOST_ASKED)
        except (RequestRefused, ClientDisconnect):
            form = {}
        asked = form.get("address", "")
        address = opened(asked, self._keys.to_open) or (
            asked if _PAGE.fullmatch(asked.partition("?")[0]) else f"{PATH}-"
        )
        if "keep" not in form:
            there = self._sealed(with_codes(address, form.get("as", "")))
            await RedirectResponse(there, 303)(scope, receive, send)
            return
        _lead(scope, address)
        told = _told(scope, ours=True)
        scope.update(method="GET", query_string=b"keep")
        await self.app(scope, receive, _sealing(send, str, told))  # its links are found on the device, as they are

    def _sealed(self, address: str) -> str:
        return address if _PLAIN.fullmatch(address) else seal(address, self._keys.to_seal)


def with_codes(address: str, codes: str) -> str:
    """Return an address with the codes of a job and an area where its position says none."""
    if not re.fullmatch(r"[\w-]{4}", codes, re.ASCII):
        return address

    def filled(found: re.Match[str]) -> str:
        position = decode(found[0])
        if position is None:
            return found[0]
        role = codes[:2] if position.role == NONE else position.role
        area = codes[2:] if position.area == NONE else position.area
        return encode(replace(position, role=role, area=area))

    return _POSITION.sub(filled, address)


def _lead(scope: Scope, address: str) -> None:
    path, _, query = address.partition("?")
    scope.update(path=path, raw_path=path.encode(), query_string=query.encode())


def _told(scope: Scope, *, ours: bool) -> str:
    """Return the address that a page tells the device which may keep it, without a word that a request made up.

    ``""`` stands for the address of the screen that is drawn, since that of the request does not name it well.

    Args:
        ours: whether the page itself handed the address out.
    """
    path, query = scope["path"], scope["query_string"].decode("utf-8", "replace")
    if path.startswith(PATH):
        return "/"
    made_up = path.startswith("/at/") and not _is_position(path.removeprefix("/at/"))
    if made_up or path.startswith("/go/") or (path.startswith("/found/") and not ours):
        return ""
    kept = [part for part in query.split("&") if ours and _is_position(re.sub("^(?:after|said)=", "", part))]
    return f"{path}?{'&'.join(kept)}" if kept else path


def _is_position(text: str) -> bool:
    position = decode(text)
    return position is not None and encode(position) == text


def _sealing(send: Send, sealed: Callable[[str], str], told: str) -> Send:
    """Return a way to send an answer on which a page leaves with its addresses sealed, and tells its own address."""
    starts: list[Message] = []  # that of a page, which is held until the page is whole
    page = bytearray()

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            start = _moved(message, sealed)
            if any(name == b"content-type" and value.startswith(b"text/html") for name, value in start["headers"]):
                starts.append(start)
            else:
                await send(start)
        elif not starts:
            await send(message)
        else:
            page.extend(message.get("body", b""))
            if not message.get("more_body"):
                whole = _LINK.sub(lambda found: escape(sealed(unescape(found.group().decode()))).encode(), bytes(page))
                drawn = _DRAWN.search(page)
                address = told or (f"/at/{drawn[1].decode()}" if drawn else "/")
                offered = f'data-address="{escape(address)}"'.encode("utf-8", "replace")
                whole = whole.replace(_OFFERED, _OFFERED + b" " + offered)
                headers = [each for each in starts[0]["headers"] if each[0] != b"content-length"]
                await send({**starts[0], "headers": [*headers, (b"content-length", str(len(whole)).encode())]})
                await send({**message, "body": whole})

    return sending


def _moved(start: Message, sealed: Callable[[str], str]) -> Message:
    """Return the start of an answer with the address sealed that a browser is sent to."""
    headers = [
        (name, sealed(value.decode()).encode() if name == b"location" and value.startswith(b"/") else value)
        for name, value in start["headers"]
    ]
    return {**start, "headers": headers}
