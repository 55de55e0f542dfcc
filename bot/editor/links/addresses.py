"""Every address and number in the content, once each, with every place where it appears."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bot.content.faults import Finding, Path
from bot.content.field_specs import Leaf, leaves
from bot.content.loaded_content import ContentItem, LoadedContent
from bot.core.library import CrisisContact, Phone, Service
from bot.editor.what_waits import DIRECTORY

Kind = Literal["page", "e-mail", "number", "text number"]
EDITORS = "editors"  # crisis cards, language rules and the like name no owner
ONLY = {"services": "service", "entries": "entry", "flows": "flow", "facts": "facts"}

_WRITTEN = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_ENDS_SENTENCE = ".,;:!?)'"


@dataclass(frozen=True, slots=True, order=True)
class AddressPlace:
    """A place where an address appears, and the owner responsible for it."""

    owner: str
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Address:
    """An address or number, with every place where it appears, in file order."""

    kind: Kind
    address: str
    places: tuple[AddressPlace, ...]


def addresses(draft: LoadedContent, only: str = "") -> tuple[Address, ...]:
    """Return everything to check, services first because staff rely on them most urgently.

    Args:
        draft: the content, with its files and lines.
        only: a name in ONLY to restrict the check to; everything if empty.
    """
    places: dict[tuple[Kind, str], list[AddressPlace]] = {}
    for piece in sorted(draft.pieces(), key=lambda piece: piece.kind != "service"):
        if only and piece.kind != ONLY[only]:
            continue
        for leaf in leaves(piece.value, piece.path):
            for kind, address in _addresses(leaf):
                places.setdefault((kind, address), []).append(_place(draft, piece, leaf.path, address))
    if not only:
        for id, text in draft.library.messages.items():
            for address in _in_words(text):
                found = Finding(draft.file("messages"), (id,), "", within=address)
                place = AddressPlace(EDITORS, found.file, draft.place(found).line)
                places.setdefault(("page", address), []).append(place)
    return tuple(
        Address(kind, address, tuple(sorted(set(stands), key=lambda place: (place.file, place.line))))
        for (kind, address), stands in places.items()
    )


def _addresses(leaf: Leaf) -> Iterator[tuple[Kind, str]]:
    """Yield the addresses and numbers in a text."""
    name, text = leaf.field.name, leaf.text
    if not text:
        return
    if name == "number" and leaf.kind in (Phone, CrisisContact):
        yield "number", text
    elif leaf.kind is Service and name == "text":
        yield "text number", text
    elif leaf.kind is Service and name == "email":
        yield "e-mail", text
    else:
        for address in _in_words(text):
            yield "page", address


def _in_words(text: str) -> Iterator[str]:
    """Yield the web addresses in a text, without the full stop that ends its sentence."""
    for found in _WRITTEN.finditer(text):
        address = found[0].rstrip(_ENDS_SENTENCE)
        # An address may end in a bracket that it has opened itself.
        if "(" in address and found[0].startswith(f"{address})"):
            address += ")"
        yield address


def _place(draft: LoadedContent, piece: ContentItem, path: Path, address: str) -> AddressPlace:
    owner = DIRECTORY if piece.kind == "service" else getattr(piece.value, "owner", EDITORS)
    line = draft.place(Finding(piece.file, path, "", within=address)).line
    return AddressPlace(owner, piece.file, line)
