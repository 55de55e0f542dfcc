"""Rules about numbers and addresses that somebody will use tonight."""

import re
from collections.abc import Iterator

from bot.content.faults import Finding, Path
from bot.content.field_specs import DIGITS, EMAIL, SPAN, URL
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import shown
from bot.core.content_field import Source
from bot.core.entry import Entry, Neighbour
from bot.core.library import CrisisContact, Fact, OutsideKind
from bot.core.service import Phone, Service
from bot.core.steps import Option, Outcome, Question

_NUMBERS = re.compile(
    r"999|112|101|111|105|18000"  # emergency, police, NHS 24, power cuts, text relay to 999
    r"|116[0-9]{3}"  # helplines of social value, such as Samaritans
    r"|08001111|08454647"  # Childline, and a short one like it
    r"|0[1235789][0-9]{9}"
    # The few area codes in which some numbers have one digit less; in any other, a digit was left out.
    r"|0(?:800[0-9]|1(?:204|208|254|276|297|298|363|364|384|386|404|420|460|461|480|488|524|527|562|566|606|629|635"
    r"|647|659|695|697|726|744|750|768|827|837|884|900|905|935|946|949|963|995))[0-9]{5}"
)
_ONE_LESS = re.compile(r"0[1235789][0-9]{8}")
_COPIED = re.compile(r"(?<![0-9])0[0-9]{2,4}(?:[ -]?[0-9]{2,4}){2,3}(?![0-9])|\b116 ?[0-9]{3}\b")
_SENTENCES = frozenset({Entry, Neighbour, Question, Option, Outcome, Fact, OutsideKind})
_EVERYBODY_KNOWS = frozenset({"999", "112", "101", "111"})
_SHORT_CODES = re.compile(r"[6-8][0-9]{4,5}|999")  # for text messages


def numbers(content: LoadedContent) -> Iterator[Finding]:
    """Yield the numbers that cannot be rung from a phone in Scotland, or are not written as people read them."""
    for piece, leaf in content.texts:
        text = (leaf.kind, leaf.field.name) == (Service, "text")
        number = leaf.field.name == "number" and leaf.kind in (Phone, CrisisContact)
        if (text or number) and leaf.text and (message := number_fault(leaf.text, text=text)):
            yield Finding(piece.file, leaf.path, message)


def number_fault(number: str, *, text: bool = False) -> str:
    """Return what is wrong with a number, or ``""``."""
    if not DIGITS.fullmatch(number):
        return f"{shown(number)} is not a number to dial; write digits and single spaces, such as 0131 496 0000"
    digits = number.replace(" ", "")
    if _NUMBERS.fullmatch(digits) or (text and _SHORT_CODES.fullmatch(digits)):
        return ""
    if _ONE_LESS.fullmatch(digits):
        return (
            f"{shown(number)} has 10 digits, and a number that begins with {digits[:4]} has 11; check it at its source"
        )
    return (
        f"{shown(number)} has {len(digits)} digits, and a number here begins with 0 and has 10 or 11; "
        "check it at its source"
    )


def on_cards(content: LoadedContent) -> Iterator[Finding]:
    """Yield the numbers on crisis cards that no service in the directory has."""
    pages = [content.page(kind, id) for kind, id in content.files if kind == "service"]
    services = content.library.services.values()
    written = {phone.number for service in services for phone in service.phones}
    if any(page is None or not page.sound("phones") for page in pages) or any(map(number_fault, written)):
        return
    seen = {phone.number for service in services if service.status != "draft" for phone in service.phones}
    known = {number.replace(" ", "") for number in seen} | _EVERYBODY_KNOWS
    for id, card in content.library.crisis.items():
        for number, contact in enumerate(card.contacts):
            if contact.number and contact.number.replace(" ", "") not in known:
                path: Path = ("cards", id, "contacts", number, "number")
                whose = "only a draft" if contact.number in written else "no service"
                message = f"{whose} has the number {shown(contact.number)}; write it as its service does"
                yield Finding(content.file("crisis"), path, message)


def in_sentences(content: LoadedContent) -> Iterator[Finding]:
    """Yield the numbers in sentences that are copied instead of quoted from a service."""
    for piece, leaf in content.texts:
        if leaf.kind not in _SENTENCES or leaf.field.name in ("phrasings", "examples", "keywords"):
            continue
        if found := _COPIED.search(leaf.text):
            message = f"{shown(found[0])} is a copied number; quote its service as {{service:id}}"
            yield Finding(piece.file, leaf.path, message, within=found[0])


def addresses(content: LoadedContent) -> Iterator[Finding]:
    """Yield the web and e-mail addresses that are not complete."""
    for piece, leaf in content.texts:
        if leaf.kind not in (Source, Service) or not leaf.text:
            continue
        if leaf.field.name == "url" and not URL.fullmatch(leaf.text):
            message = f"{shown(leaf.text)} is not a web address; write it whole, from https://"
            yield Finding(piece.file, leaf.path, message)
        if leaf.field.name == "email" and not EMAIL.fullmatch(leaf.text):
            message = f"{shown(leaf.text)} is not an e-mail address; write it as name@place.scot"
            yield Finding(piece.file, leaf.path, message)


def confidential(content: LoadedContent) -> Iterator[Finding]:
    """Yield the addresses of services whose location is confidential."""
    for service in content.library.services.values():
        if service.confidential_location and service.address:
            message = "this location is confidential, so its address must not be here; delete the line"
            yield Finding(content.file("service", service.id), ("address",), message)


def spans(content: LoadedContent) -> Iterator[Finding]:
    """Yield review intervals that are not a number of days, weeks, months or years."""
    for piece in content.pieces():
        span = getattr(piece.value, "review_every", "")
        if span and not SPAN.fullmatch(span):
            message = f'"review_every" is {shown(span)}; write a number and a unit, such as 6 months'
            yield Finding(piece.file, (*piece.path, "review_every"), message)


RULES: tuple[Refusal, ...] = (
    Rule("SP501", numbers),
    Rule("SP502", on_cards),
    Rule("SP503", in_sentences),
    Rule("SP504", addresses),
    Rule("SP505", confidential),
    Rule("SP601", spans),
)
