"""Rules about how people reach a service: numbers and addresses to use tonight, and opening hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from bot.content.faults import FieldPath, Finding
from bot.content.field_specs import DIGITS, EMAIL, SPAN, TIME, URL
from bot.content.loaded_content import LoadedContent
from bot.content.rule import Refusal, Rule
from bot.content.shape_faults import listed, shown
from bot.core.content_field import Source
from bot.core.entry import Entry, Neighbour
from bot.core.library import CrisisContact, Fact, OutsideKind
from bot.core.service import WEEK, Phone, Schedule, Service, spans
from bot.core.steps import Option, Outcome, Question

_NUMBERS = re.compile(
    r"999|112|101|111|105|18000"  # emergency, police, NHS 24, power cuts, text relay to 999
    r"|116[0-9]{3}"  # helplines of social value, such as Samaritans
    r"|08001111|08454647"  # Childline, and a short one like it
    r"|0[1235789][0-9]{9}"
    # The few area codes where some numbers have one digit fewer; in any other, a digit was left out.
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
                path: FieldPath = ("cards", id, "contacts", number, "number")
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
            message = f"{shown(leaf.text)} is not a web address; write it in full, from https://"
            yield Finding(piece.file, leaf.path, message)
        if leaf.field.name == "email" and not EMAIL.fullmatch(leaf.text):
            message = f"{shown(leaf.text)} is not an e-mail address; write it as name@place.scot"
            yield Finding(piece.file, leaf.path, message)


def confidential(content: LoadedContent) -> Iterator[Finding]:
    """Yield the addresses of services with a confidential location."""
    for service in content.library.services.values():
        if service.confidential_location and service.address:
            message = "this location is confidential, so its address must not be here; delete the line"
            yield Finding(content.file("service", service.id), ("address",), message)


def review_spans(content: LoadedContent) -> Iterator[Finding]:
    """Yield review intervals that are not a number of days, weeks, months or years."""
    for piece in content.pieces():
        span = getattr(piece.value, "review_every", "")
        if span and not SPAN.fullmatch(span):
            message = f'"review_every" is {shown(span)}; write a number and a unit, such as 6 months'
            yield Finding(piece.file, (*piece.path, "review_every"), message)


@dataclass(frozen=True, slots=True)
class _Placed:
    file: str
    path: FieldPath
    service: Service
    schedule: Schedule

    def finding(self, field: str, message: str) -> Finding:
        return Finding(self.file, (*self.path, field), message)

    @property
    def keeps_time(self) -> bool:
        """Whether both of its times are valid and they differ."""
        times = (self.schedule.opens_at, self.schedule.closes_at)
        return not any(map(_time_fault, ("opens_at", "closes_at"), times)) and times[0] != times[1]


def _sound(content: LoadedContent) -> Iterator[_Placed]:
    """Yield the schedules with fields that could all be read."""
    for service in content.library.services.values():
        page = content.page("service", service.id)
        for number, schedule in enumerate(service.schedules):
            path: FieldPath = ("schedules", number)
            if page is not None and page.sound(*path):
                yield _Placed(page.file, path, service, schedule)


def days_twice(content: LoadedContent) -> Iterator[Finding]:
    """Yield the days that are listed twice in one schedule."""
    for placed in _sound(content):
        days = placed.schedule.byday
        for number, day in enumerate(days):
            if day in days[:number]:
                path = (*placed.path, "byday", number)
                yield Finding(placed.file, path, f'"{day}" is here twice; delete one')


def not_times(content: LoadedContent) -> Iterator[Finding]:
    """Yield the values that are not a time of day."""
    for placed in _sound(content):
        for field in ("opens_at", "closes_at"):
            if message := _time_fault(field, getattr(placed.schedule, field)):
                yield placed.finding(field, message)


def _time_fault(field: str, time: str) -> str:
    if not TIME.fullmatch(time):
        return f'"{field}" is {shown(time)}, which is not a time; write hours and minutes in four digits, such as 09:00'
    if (field, time) == ("opens_at", "24:00"):
        return '"opens_at" is "24:00"; write 00:00 and the day that begins then'
    if (field, time) == ("closes_at", "00:00"):
        return '"closes_at" is "00:00"; write 24:00 for midnight as the day ends'
    return ""


def never_shut(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules that close at the minute they open."""
    for placed in _sound(content):
        time = placed.schedule.opens_at
        if time == placed.schedule.closes_at and not _time_fault("opens_at", time):
            message = f"this opens and closes at {time}; for a whole day write opens_at 00:00 and closes_at 24:00"
            yield placed.finding("closes_at", message)


def overlapping(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules that overlap one above them for the same contact."""
    kept = [placed for placed in _sound(content) if placed.keeps_time]
    for above, below in combinations(kept, 2):
        same = above.service is below.service and _contact(above) == _contact(below)
        if not same or not _at_one_date(above.schedule, below.schedule):
            continue
        for day in above.schedule.byday:
            if shared := _shared(above.schedule, day, below.schedule):
                message = f"{shared} overlaps {_told(above.schedule, day)} above; write each hour once"
                yield below.finding("byday", message)
                break


def _contact(placed: _Placed) -> tuple[str, str, str]:
    """Return the contact that a schedule is for; no number means the first number."""
    schedule = placed.schedule
    phones = placed.service.phones
    first = phones[0].number if phones else ""
    phone = (schedule.phone or first) if schedule.attending_type == "phone" else ""
    return schedule.attending_type, phone, schedule.description


def _at_one_date(one: Schedule, other: Schedule) -> bool:
    begins = max(one.valid_from or date.min, other.valid_from or date.min)
    return begins <= min(one.valid_to or date.max, other.valid_to or date.max)


def _shared(above: Schedule, day: str, below: Schedule) -> str:
    """Return the first hours of a schedule that overlap those of another on one day, in words, or ``""``."""
    [(start, end)] = (span for span, its in zip(spans(above), above.byday, strict=True) if its == day)
    for span, its in zip(spans(below), below.byday, strict=True):
        if any(max(start + shift, span[0]) < min(end + shift, span[1]) for shift in (-WEEK, 0, WEEK)):
            return _told(below, its)
    return ""


def _told(schedule: Schedule, day: str) -> str:
    return f"{day} {schedule.opens_at} to {schedule.closes_at}"


def ended_before(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules that end before they begin."""
    for placed in _sound(content):
        begins, ends = placed.schedule.valid_from, placed.schedule.valid_to
        if begins and ends and ends < begins:
            yield placed.finding("valid_to", f'"valid_to" is {ends}, before "valid_from" {begins}; change one of them')


def of_no_number(content: LoadedContent) -> Iterator[Finding]:
    """Yield the schedules for a number that the service does not have."""
    for placed in _sound(content):
        phone = placed.schedule.phone
        page = content.page("service", placed.service.id)
        if not phone or page is None or not page.sound("phones"):
            continue
        numbers = [phone.number for phone in placed.service.phones]
        if placed.schedule.attending_type != "phone":
            message = (
                f'these are hours {placed.schedule.attending_type}; delete "phone", or write attending_type: phone'
            )
            yield placed.finding("phone", message)
        elif phone not in numbers:
            cure = f"write one of {listed(numbers)}" if numbers else "add it there"
            yield placed.finding("phone", f"{shown(phone)} is not in phones; {cure}")


def misplaced(content: LoadedContent) -> Iterator[Finding]:
    """Yield the bank holidays that are listed twice, and those after the last day that the list covers."""
    page = content.page("holidays")
    if page is None or not page.sound("days") or not page.sound("until"):
        return
    holidays = content.library.holidays
    seen = set()
    for number, holiday in enumerate(holidays.days):
        path = ("days", number, "on")
        if holiday.on in seen:
            yield Finding(page.file, path, f"{holiday.on} is here twice; delete one")
        elif holiday.on > holidays.until:
            message = (
                f'{holiday.on} is after "until" {holidays.until}; write until: and the end of its year, if complete'
            )
            yield Finding(page.file, path, message)
        seen.add(holiday.on)


RULES: tuple[Refusal, ...] = (
    Rule("SP501", numbers),
    Rule("SP502", on_cards),
    Rule("SP503", in_sentences),
    Rule("SP504", addresses),
    Rule("SP505", confidential),
    Rule("SP601", review_spans),
    Rule("SP605", misplaced),
    Rule("SP721", days_twice),
    Rule("SP722", not_times),
    Rule("SP723", never_shut),
    Rule("SP724", overlapping),
    Rule("SP725", ended_before),
    Rule("SP726", of_no_number),
)
