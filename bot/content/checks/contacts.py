"""Checks of contacts that do not work, or that could lead somebody to her."""

import re
from collections.abc import Iterator
from datetime import date

from bot.content.faults import Finding
from bot.content.field_specs import FieldText
from bot.content.loaded_content import MESSAGE, LoadedContent
from bot.content.rule import Check, Rule
from bot.content.shape_faults import shown
from bot.core.content_field import Source
from bot.core.library import CrisisCard
from bot.core.screens.hand_over import RESEARCH, telling_words
from bot.core.service import Eligibility, Phone, ReferralRoute, Service
from bot.core.vocabulary import LanguageRule

WRONG_NUMBERS = {
    "0300 365 2001": "the Tayside sexual assault network of 2018; now 0800 148 88 88",
    "0845 60 39 213": "an old number of Victim Support Scotland; now 0800 160 1985",
    "08457 90 90 90": "an old number of Samaritans; now 116 123",
    "116 213": "a slip on a council's page for Samaritans, 116 123",
    "0800 800 5000": "a slip on a council's page for the NSPCC, 0808 800 5000",
    "0800 811 505": "an older out-of-hours number for social work around Glasgow; now 0300 343 1505",
    "0300 343 1501": "an older out-of-hours number for social work around Glasgow; now 0300 343 1505",
    "0845 277 7000": "an old number of Clackmannanshire and Stirling",
    "01259 452498": "an old number of Clackmannanshire",
    "01786 233759": "an old number of Stirling",
    "01224 693936": "an older number for child protection in Aberdeen; now 0800 731 5520",
    "01224 306877": "an older number for child protection in Aberdeen; now 0800 731 5520",
    "0845 122 8686": "the old legal aid line",
    "0808 2000 247": "the domestic abuse helpline of England",
    "0808 802 9999": "the rape helpline of England and Wales",
    "0808 8000 630": "the Asylum Help line of 2014; now Migrant Help, 0808 8010 503",
}


_WRITTEN = re.compile(r"\d[\d ().-]{4,}\d")
_BEGINS = re.compile(r"\+?\(?$")
_COPIED = re.compile(r"(?<![\d-])0\d{2,4}(?:[ -]?\d{2,4}){2,3}(?!\d)|\b116 ?\d{3}\b")
_EMAIL = re.compile(r"[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"(?:https?://|www\.)[^\s,;)\"]+|\b[a-z0-9-]+\.(?:org|scot|com|gov|co|ac)(?:\.uk)?(?:/\S*)?\b")
_INSECURE = re.compile(r"http://\S*")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}\b")
_STREET = re.compile(
    r"\b\d+[A-Za-z]?,? (?:[A-Z][\w'’]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Place|Terrace|Crescent|Square|Court|"
    r"Drive|Gardens|Way|Row|Close|Quay|Wynd|Vennel)\b"
)
_IN_WORDS = {  # texts that rules on loading do not look into for numbers: their numbers stand in fields of their own
    Service: frozenset({"summary", "hours", "languages", "access", "cost", "for_her", "unconfirmed", "note"}),
    Eligibility: frozenset({"for", "not_for"}),
    ReferralRoute: frozenset({"what_happens", "say_first"}),
    Phone: frozenset({"purpose"}),
    CrisisCard: frozenset({"title", "line", "steps", "say"}),
}


def digits(number: str) -> str:
    """Return a number's digits as they are dialled in Scotland."""
    plain = re.sub(r"\D", "", number)
    return f"0{plain[2:].removeprefix('0')}" if plain.startswith("44") and len(plain) > 10 else plain


_WRONG = {digits(number): (number, why) for number, why in WRONG_NUMBERS.items()}


def wrong(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield every number that is known to be wrong or out of use, comments included."""
    for page in content.pages.values():
        text = page.source
        for found in _WRITTEN.finditer(text):
            if known := _WRONG.get(digits(found[0])):
                before = _BEGINS.search(text, max(0, found.start() - 2), found.start())
                start = before.start() if before else found.start()
                message = f"{shown(text[start : found.end()])} must not be used: it is {known[1]}"
                yield Finding(
                    page.file, (), message, at=(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
                )


def insecure(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the links in contacts and sentences that are not encrypted."""
    for file, leaf in _texts(content):
        is_source = leaf.kind is Source or (leaf.kind, leaf.field.name) == (LanguageRule, "source")
        if not is_source and (found := _INSECURE.search(leaf.text)):
            message = f"{shown(found[0])} is not encrypted; write it with https://, and open it once"
            yield Finding(file, leaf.path, message, within=found[0])


def insecure_sources(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the sources whose link is not encrypted."""
    for file, leaf in _texts(content):
        if leaf.kind is Source and leaf.text.startswith("http://"):
            message = f"{shown(leaf.text)} is not encrypted; open it with https://, and write that"
            yield Finding(file, leaf.path, message)


def _texts(content: LoadedContent) -> Iterator[tuple[str, FieldText]]:
    return ((piece.file, leaf) for piece, leaf in content.texts if "http:" in leaf.text)


def unknown_numbers(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the numbers in words of services, cards and messages that no service of the directory has."""
    known = content.guide.known_numbers
    places = [
        (p.file, leaf.path, leaf.text) for p, leaf in content.texts if leaf.field.name in _IN_WORDS.get(leaf.kind, ())
    ]
    places += [(said.file, said.path, said.text) for said in content.shown if said.field == MESSAGE]
    for file, path, text in places:
        for found in _COPIED.finditer(text):
            if digits(found[0]) not in known:
                message = f"no service of the directory has the number {shown(found[0])}; write it into its phones:"
                yield Finding(file, path, message, within=found[0])


def unknown_addresses(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the web and e-mail addresses in sentences that are not those of a service."""
    services = content.library.services.values()
    known = {_host(contact) for service in services for contact in (service.url, service.email) if contact}
    for said in content.shown:
        mails = tuple(_EMAIL.finditer(said.text)) if "@" in said.text else ()
        for found in (*mails, *_WEB.finditer(_EMAIL.sub(" ", said.text) if mails else said.text)):
            if _host(found[0]) not in known:
                message = (
                    f"{shown(found[0])} is not an address of the directory; write it into its service, and name that"
                )
                yield Finding(said.file, said.path, message, within=found[0])


def _host(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.rpartition("@")[2]).split("/")[0].lower().rstrip(".")


def shown_places(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield what looks like an address in the words of a service whose location is confidential."""
    hidden = {id for id, service in content.library.services.items() if service.confidential_location}
    for piece, leaf in content.texts:
        if piece.kind != "service" or piece.id not in hidden or leaf.field.name in ("url", "email"):
            continue
        if found := _POSTCODE.search(leaf.text) or _STREET.search(leaf.text):
            message = f"{shown(found[0])} looks like an address, and this location is confidential; take it out"
            yield Finding(piece.file, leaf.path, message, within=found[0])


MOST_FOR_HER = 40  # words


def not_for_her(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the words of cards to give her that are too many, tell how things were found out, or may tell on her."""
    may = frozenset(content.library.vocabulary.card_words)
    for service in content.library.services.values():
        text, place = service.for_her, (content.file("service", service.id), ("for_her",))
        if (count := len(text.split())) > MOST_FOR_HER:
            message = f"this has {count} words, and a small card has room for {MOST_FOR_HER}; keep what she needs first"
            yield Finding(*place, message)
        if note := RESEARCH.search(text):
            message = f"{shown(note[0])} is a note on how this was found out; keep it in unconfirmed:, not on her card"
            yield Finding(*place, message, within=note[0])
        elif telling := telling_words(text, may):
            message = f"{shown(telling[0])} may tell others what this is about; leave it out"
            cure = f"{message}, or, if it never could, add it to card_words in vocabulary.yaml"
            yield Finding(*place, cure, within=telling[0])


CHECKS: tuple[Check, ...] = (
    Rule("SP506", wrong, allowed=False),
    Rule("SP507", insecure),
    Rule("SP508", insecure_sources, level="advice"),
    Rule("SP509", unknown_numbers),
    Rule("SP510", unknown_addresses),
    Rule("SP511", shown_places, allowed=False),
    Rule("SP512", not_for_her),
)
