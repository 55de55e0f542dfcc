"""Checks of the directory: services that are open, and contacts that work and do not lead somebody to her."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import yaml

from bot.content.faults import Finding
from bot.content.field_specs import FieldText
from bot.content.loaded_content import MESSAGE, LoadedContent
from bot.content.rule import Check, Rule
from bot.content.shape_faults import listed, shown
from bot.core.content_field import Source
from bot.core.directory import has_contact, offered
from bot.core.entry import Entry
from bot.core.library import CrisisCard, OutsideKind
from bot.core.lifecycle import takes_people
from bot.core.quotations import quotes
from bot.core.service import Eligibility, Phone, ReferralRoute, Service, first_way, round_the_clock
from bot.core.steps import Outcome
from bot.core.vocabulary import LanguageRule, Vocabulary

# Needs that cannot wait for the morning; any other may be met in office hours.
URGENT = frozenset(
    ["danger", "somewhere-tonight", "sexual-assault-care", "domestic-abuse", "trafficking", "mental-health",
     "adult-protection", "children"]
)  # fmt: skip
_ALWAYS = re.compile(r"\b(?:24[ -]?hours?|24/7|day and night|all hours|any time|round the clock)\b", re.I)
_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:every day|daily|weekdays?|weekends?)\b", re.I)
_CLOSING = re.compile(
    r"(?:\b(?:to|until)|[-–]) ?(?:\w+day )?(?:[0-9]{1,2}(?:[.:][0-9]{2})?(?: ?[ap]m)?\b|midnight|midday|noon)", re.I
)
_OTHER_NUMBER = re.compile(r"\b(?:another|other|separate) numbers?\b|\bnumber is for out of hours\b", re.I)


def always_open(service: Service) -> bool:
    """Return whether a service's schedules, or else its hours in words, say that somebody answers at any hour."""
    if service.schedules:
        return round_the_clock(first_way(service))
    return bool(_ALWAYS.search(service.hours))


def without_schedules(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services with precise hours in words but no schedules."""
    for service in content.library.services.values():
        precise = _DAY.search(service.hours) and _CLOSING.search(service.hours)
        if not service.schedules and (precise or _ALWAYS.search(service.hours)):
            message = "these hours have no schedules; write schedules: with byday, opens_at and closes_at under them"
            yield Finding(content.file("service", service.id), ("hours",), message)


def without_words(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services with schedules but no known hours in words."""
    for service in content.library.services.values():
        if service.schedules and service.hours.strip(" .").casefold() == "not known":
            message = "there are schedules, but the hours in words are not known; write them here too"
            yield Finding(content.file("service", service.id), ("hours",), message)


def named(content: LoadedContent, today: date, *, status: str, cure: str) -> Iterator[Finding]:
    """Yield each place where a closed or a paused service is named, quoted or given as an alternative."""
    those = {id for id, service in content.library.services.items() if service.status == status}
    if not those:
        return
    for piece, leaf in content.texts:
        names = (leaf.kind, leaf.field.name) in _NAMES and leaf.text in those
        quoted = [id for kind, id in quotes(leaf.text) if kind == "service" and id in those] if "{" in leaf.text else []
        for id in [leaf.text] if names else quoted:
            within = "" if names else f"{{service:{id}}}"
            yield Finding(piece.file, leaf.path, f'"{id}" {cure}', within=within)


_PAUSED = "is paused; name another too, or leave it out until it takes people again"
_NAMES = frozenset(
    {
        (Entry, "services"),
        (Outcome, "services"),
        (Service, "out_of_hours"),
        (Vocabulary, "person_to_phone"),
        (Vocabulary, "outside_scotland"),
        (OutsideKind, "services"),
    }
)


def shut_at_night(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services for urgent needs that close and name no service to use meanwhile."""
    for service in content.library.services.values():
        urgent = service.kind == "support" and takes_people(service) and not URGENT.isdisjoint(service.needs)
        if urgent and not always_open(service) and not _other_number(service) and not service.out_of_hours:
            message = (
                "this service meets needs that cannot wait, and is not known to be open at all hours; "
                "write out_of_hours: and the id of the service to use meanwhile"
            )
            yield Finding(content.file("service", service.id), ("hours",), message)


def _other_number(service: Service) -> bool:
    return len(service.phones) > 1 and bool(_OTHER_NUMBER.search(service.hours))


def no_way_on(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the out-of-hours alternatives that lead to a service that also closes."""
    services = content.library.services
    for service in services.values():
        passed = [service.id]
        while (following := services.get(services[passed[-1]].out_of_hours)) and following.id not in passed:
            passed.append(following.id)
        last = services[passed[-1]]
        if len(passed) > 1 and not always_open(last) and not _other_number(last):
            message = (
                f"{' → '.join(passed)} ends with a service that is not known to be open at all hours; name one that is"
            )
            yield Finding(content.file("service", service.id), ("out_of_hours",), message)


def unreachable(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the services that are named outright but cannot be contacted."""
    lost = {id for id, service in content.library.services.items() if not has_contact(service)}
    leaves = (leaf for _, leaf in content.texts if (leaf.kind, leaf.field.name) in _NAMES)
    for id, count in Counter(leaf.text for leaf in leaves if leaf.text in lost).items():
        times = "once" if count == 1 else f"{count} times"
        message = f"no way to reach this service is recorded, and it is named {times}; find one, or name another there"
        yield Finding(content.file("service", id), ("phones",), message)


def unmet(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the needs that no service meets in some councils."""
    library = content.library
    for need in library.vocabulary.needs:
        able = [s for s in library.services.values() if need in s.needs and has_contact(s) and s.status != "draft"]
        lacking = [
            c.name for gss, c in library.areas.councils.items() if not any(offered(s, gss, frozenset()) for s in able)
        ]
        if lacking:
            message = f"no service that can be reached meets this need in {listed(lacking, 3)}; add one to services/"
            yield Finding(content.file("vocabulary"), ("needs", need), message, on_key=True)


def same_as_shared(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the local additions that say what the shared content now says too."""
    for file, path in content.same:
        yield Finding(file, path, "the shared content says just this; delete it here", on_key=True)


WRONG_NUMBERS: dict[str, str] = yaml.safe_load(Path(__file__).with_name("wrong_numbers.yaml").read_text("utf-8"))
_WRITTEN = re.compile(r"\d[\d ().-]+\d")
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
# What a source says that it shows: how many numbers, and what it says of numbers that it does not show itself.
_TOLD = re.compile(r"\b(?:(both|two|three|four|five)\b[^,;]*?\b)?(numbers?|(?:free)?phone)\b", re.I)
_HOW_MANY = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "numbers": 2}
_NOT_SHOWN = re.compile(r"\b(?:no|its|whose|another|the same)\b[^,;:]*|[^,;.]*\bcomes? from\b[^,;:]*", re.I)
_IN_WORDS = {  # texts that the loading rules do not search, because their numbers have their own fields
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
    """Yield the sources with a link that is not encrypted."""
    for file, leaf in _texts(content):
        if leaf.kind is Source and leaf.text.startswith("http://"):
            message = f"{shown(leaf.text)} is not encrypted; open it with https://, and write that"
            yield Finding(file, leaf.path, message)


def _texts(content: LoadedContent) -> Iterator[tuple[str, FieldText]]:
    return ((piece.file, leaf) for piece, leaf in content.texts if "http:" in leaf.text)


def unknown_numbers(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the numbers in texts of services, cards and messages that no service in the directory has."""
    known = content.guide.known_numbers
    places = [
        (p.file, leaf.path, leaf.text) for p, leaf in content.texts if leaf.field.name in _IN_WORDS.get(leaf.kind, ())
    ]
    places += [(said.file, said.path, said.text) for said in content.shown if said.field == MESSAGE]
    for file, path, text in places:
        for found in _COPIED.finditer(text):
            if digits(found[0]) not in known:
                message = f"no service in the directory has the number {shown(found[0])}; write it into its phones:"
                yield Finding(file, path, message, within=found[0])


def unsourced(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the numbers that no source shows and nobody has confirmed, and those of sources that the service lacks."""
    for service in (service for service in content.library.services.values() if service.phones):
        file, numbers, told = content.file("service", service.id), {digits(phone.number) for phone in service.phones}, 0
        left = set() if service.assured else numbers
        for place, source in enumerate(service.sources):
            given = {digits(found): found for found in _WRITTEN.findall(source.shows)}
            left = left - given.keys()
            if numbers.isdisjoint(given):
                found = _TOLD.findall(_NOT_SHOWN.sub("", source.shows))
                told += sum(_HOW_MANY.get(many.lower() or what.lower(), 1) for many, what in found)
            for other in (given[number] for number in given.keys() - numbers if re.match(r"0\d{9}", number)):
                message = f"this service has no number {shown(other)}; open the source, and mend what is wrong"
                yield Finding(file, ("sources", place, "shows"), message, within=other)
        if (lacking := len(left) - told) > 0:
            which = "this number" if len(numbers) == 1 else f"{lacking} of these {len(numbers)} numbers"
            message = f"no source says that it shows {which}; read it at its source, and add that to shows:"
            yield Finding(file, ("phones", 0, "number"), message)


def unknown_addresses(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield the web and e-mail addresses in sentences that do not belong to a service."""
    services = content.library.services.values()
    known = {_host(contact) for service in services for contact in (service.url, service.email) if contact}
    for said in content.shown:
        mails = tuple(_EMAIL.finditer(said.text)) if "@" in said.text else ()
        for found in (*mails, *_WEB.finditer(_EMAIL.sub(" ", said.text) if mails else said.text)):
            if _host(found[0]) not in known:
                message = (
                    f"{shown(found[0])} is not an address in the directory; write it into its service, and name that"
                )
                yield Finding(said.file, said.path, message, within=found[0])


def _host(address: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.rpartition("@")[2]).split("/")[0].lower().rstrip(".")


def shown_places(content: LoadedContent, today: date) -> Iterator[Finding]:
    """Yield what looks like an address in the words of a service with a confidential location."""
    hidden = {id for id, service in content.library.services.items() if service.confidential_location}
    for piece, leaf in content.texts:
        if piece.kind != "service" or piece.id not in hidden or leaf.field.name in ("url", "email"):
            continue
        if found := _POSTCODE.search(leaf.text) or _STREET.search(leaf.text):
            message = f"{shown(found[0])} looks like an address, and this location is confidential; take it out"
            yield Finding(piece.file, leaf.path, message, within=found[0])


CHECKS: tuple[Check, ...] = (
    Rule("SP116", same_as_shared, level="advice"),
    Rule("SP711", partial(named, status="closed", cure="is closed; name another")),
    Rule("SP712", partial(named, status="paused", cure=_PAUSED), level="advice"),
    Rule("SP713", shut_at_night),
    Rule("SP714", no_way_on),
    Rule("SP715", unreachable, level="advice"),
    Rule("SP716", unmet, level="advice"),
    Rule("SP717", without_schedules),
    Rule("SP718", without_words),
    Rule("SP506", wrong, allowed=False),
    Rule("SP507", insecure),
    Rule("SP508", insecure_sources, level="advice"),
    Rule("SP509", unknown_numbers),
    Rule("SP510", unknown_addresses),
    Rule("SP511", shown_places, allowed=False),
    Rule("SP513", unsourced),
)
