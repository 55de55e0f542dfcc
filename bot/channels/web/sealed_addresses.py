"""Seals the addresses that a page hands out, so that a log of addresses reveals nothing of what was read or typed.

Each address in a page or redirect that is sent becomes ``/to/`` and a text that only the keys of the deployment open.
An address that arrives is opened before anything else sees it. So no screen or template has to know about it, and none
can forget it. An address seals differently each time, so two cannot be compared.

A script that knows a plain address, since the device keeps its page, asks for it in a form: a log sees no forms.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from hmac import compare_digest
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

from bot.channels.web.box import changing
from bot.channels.web.requests import RequestRefused, fields
from bot.core.position import NO_CODE, NONE, decode, encode, unmarked
from bot.core.screens.registry import SCREENS
from bot.state.address_keys import AddressKeys

PATH = "/to/"
_NONCE, _CHECK = 9, 3  # bytes of a sealed address: drawn at random, and to recognise a made-up one
# Drawn at random: among the hundred million addresses that a key seals in its one day, two alike are 1 in a million.
_ZEROS = bytes(crypto_aead_chacha20poly1305_ietf_NPUBBYTES - _NONCE)
# An address is filled up to one of a few lengths, so that its sealed length reveals little: those on the first page
# and on lists, then those on answers, then longer ones.
_SHORT, _USUAL, _STEP = 9, 36, 66  # bytes
# How an address begins before its position or code. An address holds the place in this list: add only at the end.
_BEGINNINGS = (
    *("", "/at/1", "/urgent?after=1", "/topics?after=1", "/help?after=1", "/privacy?after=1"),
    *("/accessibility?after=1", "/phone/1", "/browse/", "/card/"),
)
_CODES = re.compile(r"[A-Za-z0-9_-]*")
_END = b"\x80"
# Addresses that were longer open too: a nonce of 12 bytes, a whole tag, and other lengths.
_OLD_NONCE, _OLD_LENGTHS = crypto_aead_chacha20poly1305_ietf_NPUBBYTES, (45, 27)
_SHAPE = re.compile(r"(?:[A-Za-z0-9_-]{4}){7,200}")
_LINK = re.compile(rb'( href=")(/[^"#]*)')  # it begins with plain letters, which are looked for quickly
# What is the same for everybody and names nothing: the first page, the pages with a name, the lists, the files. And the
# admins' pages, since a browser sends their cookie only to /admin.
_PLAIN = re.compile(r"/(?:[a-z]*|browse/[a-z]|[a-z]+\.(?:css|svg|png|webmanifest)(?:\?\w+)?|admin[/?].*)")
_ASKED_FOR = "/kept"  # where a page is asked for in a form
_MOST_ASKED = 2048  # bytes of such a form
# What may be asked for so: pages to read, and nothing that a proxy keeps from outside.
_PAGE = re.compile(
    rf"/(?:(?:at|found|browse|go|card)/[\w.~-]+|browse|kept|{'|'.join(s.typed for s in SCREENS if s.typed)}|)", re.ASCII
)
WRITTEN = "signpost.written"  # where the scope of a request holds the address as the page itself writes it
_OFFERED = b'<template id="device"'
_DRAWN = re.compile(rb'name="after" value="([\w-]+)"', re.ASCII)
_POSITION = re.compile(r"(?<=/at/)[\w-]+|(?<=[?&]after=)[\w-]+", re.ASCII)


def seal(address: str, key: bytes) -> str:
    """Return an address, with its query, as one that reveals nothing without the key."""
    packed, nonce = _packed(address), token_bytes(_NONCE)
    size = len(packed)
    length = _SHORT if size <= _SHORT else _USUAL + max(0, -(-(size - _USUAL) // _STEP)) * _STEP
    return PATH + urlsafe_b64encode(nonce + _encrypted(packed.ljust(length, b"\0"), nonce, key)).decode()


def opened(sealed: str, keys: Iterable[bytes]) -> str:
    """Return the address that one of the keys has sealed, ``""`` if none has; any text is safe."""
    text = sealed.removeprefix(PATH)
    if not _SHAPE.fullmatch(text):
        return ""
    data = urlsafe_b64decode(text)
    size = len(data)
    one_of = _opened_before if size == _OLD_LENGTHS[0] or size % _STEP == _OLD_LENGTHS[1] else _opened
    return next(filter(None, (one_of(data, key) for key in keys)), "")


def _encrypted(written: bytes, nonce: bytes, key: bytes) -> bytes:
    """Return what is written under ChaCha20, and the beginning of its Poly1305 tag."""
    whole = crypto_aead_chacha20poly1305_ietf_encrypt(written, b"", nonce + _ZEROS, key)
    return whole[: len(written) + _CHECK]


def _opened(data: bytes, key: bytes) -> str:
    nonce, given = data[:_NONCE], data[_NONCE:]
    size = len(given) - _CHECK
    stream = _encrypted(bytes(size), nonce, key)[:size]  # encrypting nothing shows what it is mixed with
    packed = (int.from_bytes(given[:size]) ^ int.from_bytes(stream)).to_bytes(size)
    fits = packed.rstrip(b"\0").endswith(_END) and compare_digest(_encrypted(packed, nonce, key), given)
    return _unpacked(packed) if fits else ""


def _opened_before(data: bytes, key: bytes) -> str:
    with suppress(CryptoError):
        found = crypto_aead_chacha20poly1305_ietf_decrypt(data[_OLD_NONCE:], b"", data[:_OLD_NONCE], key)
        return found.rstrip(b"\0").decode()
    return ""


def _packed(address: str) -> bytes:
    """Write an address in few bytes: how it begins and the codes that follow, six bits each, or else as it is."""
    for place, beginning in enumerate(_BEGINNINGS):
        codes = address.removeprefix(beginning)
        if place and len(codes) < len(address) and _CODES.fullmatch(codes):
            more = -len(codes) % 4
            data = urlsafe_b64decode(codes + more * "A")
            return bytes([place * 4 + len(codes) % 4]) + data[: len(data) - max(0, more - 1)] + _END
    return b"\0" + address.encode() + _END


def _unpacked(packed: bytes) -> str:
    """Read an address back."""
    (head, *_), data = packed, packed.rstrip(b"\0")[1 : -len(_END)]
    place, left = divmod(head, 4)
    if not 0 < place < len(_BEGINNINGS):
        return data.decode("utf-8", "replace")
    codes = urlsafe_b64encode(data + bytes(-len(data) % 3)).decode()
    return _BEGINNINGS[place] + codes[: (len(data) - left) // 3 * 4 + left]


@dataclass(frozen=True, slots=True)
class SealedAddresses:
    """Opens the address of each request, and seals those in each answer."""

    app: ASGIApp  # what answers, which does not know about seals
    keys: AddressKeys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif (scope["method"], scope["path"]) == ("POST", _ASKED_FOR):
            await self._asked(scope, receive, send)
        else:
            address = opened(scope["path"], self.keys.to_open) if scope["path"].startswith(PATH) else ""
            if address and not _PLAIN.fullmatch(address):  # otherwise it was made up: those are never sealed
                _lead(scope, address)
            await self.app(scope, receive, _sealing(send, self._sealed, partial(_told, scope)))

    async def _asked(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a form that asks for a page: lead a browser to it, or give it as a copy to keep on the device."""
        try:
            form = await fields(Request(scope, receive), _MOST_ASKED)
        except (RequestRefused, ClientDisconnect):
            form = {}
        asked = form.get("address", "")
        found = opened(asked, self.keys.to_open)
        may = not _PLAIN.fullmatch(found) if found else _PAGE.fullmatch(asked.partition("?")[0])
        address = (found or asked) if may else f"{PATH}-"
        if "keep" not in form:
            there = self._sealed(with_codes(address, form.get("as", "")))
            await RedirectResponse(there, 303)(scope, receive, send)
            return
        _lead(scope, address)
        asked_for = scope["query_string"]
        scope.update(method="GET", query_string=b"keep")

        def told(drawn: str) -> str:
            return _told({**scope, "query_string": asked_for}, drawn)

        await self.app(scope, receive, _sealing(send, str, told))  # its links are found on the device, as they are

    def _sealed(self, address: str) -> str:
        return address if _PLAIN.fullmatch(address) else seal(address, self.keys.to_seal)


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


def _told(scope: Scope, drawn: str) -> str:
    """Return the address of a page for the device that may keep it, without any word that a request made up.

    It is made from what is drawn, all of which is in the content; no address is given for anything else.

    Args:
        drawn: the position of the screen that is drawn, or ``""``.
    """
    path = scope["path"] if WRITTEN not in scope else scope[WRITTEN]
    kind, _, position = path.removeprefix("/").partition("/")
    if kind == "at":
        return f"/at/{_canonical(position, drawn) or _canonical(drawn, drawn)}"
    if not path or (kind in ("found", "go", "phone", "to") and WRITTEN not in scope):
        return f"/at/{_canonical(drawn, drawn)}" if drawn and kind != "to" else "/"
    asked = re.match(rb"(?:after|said)=([\w-]+)", scope["query_string"], re.ASCII)
    return f"{path}?{_canonical(drawn, drawn)}" if asked and decode(asked[1].decode()) else path


def _canonical(text: str, drawn: str) -> str:
    """Return a position without its mark and what it was drawn from, or ``""`` if part of it is not drawn."""
    found, shown = decode(text), decode(drawn)
    if found is None or shown is None:
        return ""
    left = replace(unmarked(found).position, seen=NO_CODE)
    chosen = ((left.role, shown.role, NONE), (left.area, shown.area, NONE), (left.person, shown.person, NO_CODE))
    is_drawn = {*left.steps} <= {*shown.steps} and all(one in (other, none) for one, other, none in chosen)
    return encode(left) if is_drawn else ""


def _sealing(send: Send, sealed: Callable[[str], str], told: Callable[[str], str]) -> Send:
    """Return a function that sends an answer, with the addresses of a page sealed and its own address added."""

    def whole(page: bytes) -> bytes:
        made = _LINK.sub(lambda found: found[1] + escape(sealed(unescape(found[2].decode()))).encode(), page)
        drawn = _DRAWN.search(page)
        address = escape(told(drawn[1].decode() if drawn else ""))
        return made.replace(_OFFERED, _OFFERED + f' data-address="{address}"'.encode("utf-8", "replace"))

    return changing(send, partial(_moved, sealed), whole)


def _moved(sealed: Callable[[str], str], start: Message) -> Message:
    """Return the start of an answer with the address sealed that a browser is sent to."""
    headers = [
        (name, sealed(value.decode()).encode() if name == b"location" and value.startswith(b"/") else value)
        for name, value in start["headers"]
    ]
    return {**start, "headers": headers}
