"""The addresses and numbers of the content, with where each appears, and the results of a run as text and CSV."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from bot.content.faults import FieldPath, Finding
from bot.content.field_specs import FieldText, field_texts
from bot.content.loaded_content import ContentItem, LoadedContent
from bot.core.library import CrisisContact
from bot.core.screens.scene import day
from bot.core.service import Phone, Service
from bot.core.tables import csv_table
from bot.editor.links.verdict import STATES, LinkOutcome
from bot.editor.prose import capital, count, wrapped
from bot.editor.review_status import DIRECTORY

AddressKind = Literal["page", "e-mail", "number", "text number"]
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

    kind: AddressKind
    address: str
    places: tuple[AddressPlace, ...]


def addresses(draft: LoadedContent, only: str = "") -> tuple[Address, ...]:
    """Return everything to check, or what ONLY names; services come first because staff rely on them most urgently."""
    places: dict[tuple[AddressKind, str], list[AddressPlace]] = {}
    for piece in sorted(draft.pieces(), key=lambda piece: piece.kind != "service"):
        if only and piece.kind != ONLY[only]:
            continue
        for leaf in field_texts(piece.value, piece.path):
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


def _addresses(leaf: FieldText) -> Iterator[tuple[AddressKind, str]]:
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


def _place(draft: LoadedContent, piece: ContentItem, path: FieldPath, address: str) -> AddressPlace:
    owner = DIRECTORY if piece.kind == "service" else getattr(piece.value, "owner", EDITORS)
    line = draft.place(Finding(piece.file, path, "", within=address)).line
    return AddressPlace(owner, piece.file, line)


@dataclass(frozen=True, slots=True)
class AddressResult:
    """An address and its outcome."""

    link: Address
    outcome: LinkOutcome


@dataclass(frozen=True, slots=True)
class LinkReport:
    """The results of one run."""

    results: tuple[AddressResult, ...]
    network: bool  # whether there was a network, as far as one was needed
    complete: bool  # whether there was enough time


HEADER = ("owner", "file", "line", "kind", "address", "state", "why", "instead")
NO_NETWORK = "No network: nothing was checked."


def lines(checked: LinkReport, today: date) -> Iterator[str]:
    """Yield the results as text, by owner and file; addresses that work are only counted."""
    kinds = Counter(_kind(result.link) for result in checked.results)
    found = ", ".join(count(kinds[kind], one, many) for kind, one, many in _KINDS if kinds[kind])
    yield f"Addresses on {day(today)}: {found or 'none'}."
    if not checked.network:
        yield NO_NETWORK
    else:
        yield from _states(checked)
    if kinds["number"] and checked.network:
        yield "Nobody was rung; only the format of numbers was checked. signpost due --unconfirmed says who to ring."
    yield from _places(checked)


_KINDS = (("page", "page", ""), ("e-mail", "e-mail address", "e-mail addresses"), ("number", "number", ""))


def _kind(link: Address) -> str:
    return "number" if link.kind == "text number" else link.kind


def _states(checked: LinkReport) -> Iterator[str]:
    met = [result for result in checked.results if _kind(result.link) != "number"]
    states = Counter(result.outcome.state for result in met)
    if met:
        yield f"{', '.join(f'{states[state]} {state}' for state in STATES if states[state])}."
    if not checked.complete:
        yield "Time ran out before all were checked; --at-most allows more."
    if states["gone"] + states["doubtful"] + states["not reachable"]:
        yield "Open a page in a browser, on another network too, before you remove its address:"
        yield "some servers refuse programs, and some networks hide such pages."


def _places(checked: LinkReport) -> Iterator[str]:
    """Yield every place where there is something to do."""
    by_owner: defaultdict[str, list[tuple[AddressPlace, AddressResult]]] = defaultdict(list)
    for result in checked.results:
        if _is_told(checked, result):
            for place in result.link.places:
                by_owner[place.owner].append((place, result))
    for owner, mine in sorted(by_owner.items()):
        addresses = len({result.link for _, result in mine})
        yield ""
        yield f"{capital(owner)}: {count(addresses, 'address', 'addresses')}"
        mine.sort(key=lambda one: (one[0].file, one[0].line))
        for file, here in groupby(mine, key=lambda one: one[0].file):
            yield f"  {file}"
            for place, result in here:
                yield from _told(place, result)


def _is_told(checked: LinkReport, result: AddressResult) -> bool:
    """Say whether an editor has something to do; unchecked numbers and a missing network are reported once."""
    if result.outcome.state == "not checked":
        return checked.network and _kind(result.link) != "number"
    return result.outcome.state != "ok"


def _told(place: AddressPlace, result: AddressResult) -> Iterator[str]:
    outcome = result.outcome
    yield f"    line {place.line}, {outcome.state}: {result.link.address}"
    yield wrapped(f"{capital(outcome.why)}.", 6)
    if outcome.instead:
        yield f"      Write instead: {outcome.instead}"


def table(checked: LinkReport) -> str:
    """Return the results as CSV, with a row for each place."""
    return csv_table(
        HEADER,
        (
            (place.owner, place.file, str(place.line), link.kind, link.address, told.state, told.why, told.instead)
            for link, told in ((result.link, result.outcome) for result in checked.results)
            for place in link.places
        ),
    )
