"""A service of the directory, in Open Referral's terms, and the hours of the week that its schedules name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from bot.core.content_field import FORMER_IDS, NOTE, NOTE_LENGTH, ChangedOn, Source, about, from_path, local_only

ServiceStatus = Literal["active", "draft", "paused", "closed"]
Confidence = Literal["high", "medium", "low"]
ServiceKind = Literal["support", "advice-for-staff", "pathway", "campaign"]
Reach = Literal["in-person", "outreach", "phone", "online"]
ReferralBy = Literal["self", "staff"]
Gender = Literal["woman", "man", "non-binary"]
Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
Attending = Literal["phone", "online", "in-person"]
AnsweredWhen = Literal["any-time", "office-hours", "out-of-hours"]
OnBankHolidays = Literal["open", "closed", "not-known"]
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY = 24 * 60  # minutes
WEEK = 7 * _DAY

WeekSpan = tuple[int, int]  # minutes from Monday 00:00; one that runs over the week's end ends after it
SCOTLAND = "S92000003"  # the GSS code of Scotland: a service with it reaches all 32 councils


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Who a service is for and not for."""

    for_: str = about("who it is for", example="Women aged 16 or over", most=240)
    not_for: str = about("who it is not for, or: not known", example="Not known", most=240)
    genders: tuple[Gender, ...] = about("who it takes, if not everyone", default=())
    minimum_age: int | None = about("the youngest age it takes", default=None)
    maximum_age: int | None = about("the oldest age it takes", default=None)
    needs_public_funds: bool = about("whether no recourse to public funds shuts a person out", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRoute:
    """How a person gets to a service."""

    by: tuple[ReferralBy, ...] = about("who may make contact: self, staff", default=())
    what_happens: str = about(
        "what happens on the call, or: not known",
        example="Someone listens in confidence and asks what she wants.",
        most=320,
    )
    say_first: str = about(
        "what staff can say first when they ring",
        example="I work with someone who would like to know what you could offer.",
        most=240,
        default="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number of a service."""

    number: str = about("the number as people read it", example="0131 496 0000", most=20)
    purpose: str = about("what it is for, or when", example="Helpline, evenings", most=80, default="")
    when: AnsweredWhen = about(
        "office-hours or out-of-hours, if its source says that it is answered only then", default="any-time"
    )
    needs: tuple[str, ...] = about("which of the service's needs it is for, if not all", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Weekly hours of one way to reach a service, in Open Referral's terms.

    A day runs from 00:00 to 24:00. If the closing time is earlier than the opening time, they close the next day.
    """

    byday: tuple[Day, ...] = about("the days it opens on: MO, TU, WE, TH, FR, SA, SU", least=1)
    opens_at: str = about("when it opens, such as 09:00; 00:00 is midnight as the day begins", example="09:00", most=5)
    closes_at: str = about(
        "when it closes, such as 17:00; 24:00 is midnight as the day ends; 02:00 after 18:00 is the next morning",
        example="17:00",
        most=5,
    )
    attending_type: Attending = about("how a person uses it in these hours: phone, online, in-person", default="phone")
    phone: str = about(
        "the number that these hours are for, if not the first", example="0131 496 0000", most=20, default=""
    )
    description: str = about(
        "which part of the service these hours are for, if not all of it", example="drop-in", most=40, default=""
    )
    bank_holidays: OnBankHolidays = about("open, closed or not-known", default="not-known")
    valid_from: date | None = about("the first day that these hours apply", default=None)
    valid_to: date | None = about("the last day that these hours apply", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """A named person's confirmation of a service's contacts."""

    on: date = about("the day it was confirmed")
    by: str = about("who confirmed it", example="A. Example, Example Trust", most=80)
    how: str = about("how: by phone, on the official page", example="by phone", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service of the directory, in Open Referral's terms."""

    id: str = from_path("the file's name")
    name: str = about("the service's own name", example="Example Women's Project", most=90)
    label: str = about(
        "the words on its button, where the name is longer than a button",
        example="Example Project",
        most=32,
        default="",
    )
    also_called: tuple[str, ...] = about(
        "other names that people use for it: short names, letters, old names, half-names; names only",
        example="the example lassies",
        most=60,
        default=(),
    )
    organization: str = about("who runs it, or: not known", example="Example Trust", most=120)
    kind: ServiceKind = about("support for a person, advice for staff, pathway or campaign", default="support")
    status: ServiceStatus = about("whether it takes people now, or is a draft that staff are not shown yet")
    summary: str = about(
        "what it does, in a sentence or two",
        example="Free, confidential support for women who sell or exchange sex.",
        most=320,
    )
    eligibility: Eligibility = about("who it is for and not for")
    needs: tuple[str, ...] = about("the needs it meets; without any it is shown only where it is named", default=())
    areas: tuple[str, ...] = about(f"GSS codes of the councils it covers; {SCOTLAND} for all Scotland", least=1)
    reach: tuple[Reach, ...] = about("how a person can use it; empty if not known", default=())
    referral: ReferralRoute = about("how a person gets to it")
    phones: tuple[Phone, ...] = about("its numbers; an empty list if there are none", default=())
    text: str = about("a number for text messages", example="07700 900000", most=20, default="")
    email: str = about("its e-mail address", example="support@example.scot", most=80, default="")
    url: str = about("its web address", example="https://www.example.scot/", most=200, default="")
    address: str = about(
        "where its door is; never for a confidential location",
        example="1 Example Street, Edinburgh",
        most=160,
        default="",
    )
    hours: str = about("when it is open, or: not known", example="Monday to Friday, 9am to 5pm", most=200)
    schedules: tuple[Schedule, ...] = about("the same hours day by day, if they are precise", default=())
    languages: str = about("languages and interpreters, or: not known", example="Interpreters by phone", most=160)
    access: str = about("access needs it can meet, or: not known", example="Step-free entrance", most=160)
    cost: str = about("what it costs, or: not known", example="Free", most=120)
    for_her: str = about(
        "what the card to give her may say to her: 40 plain words at most, and nothing about what the service is for",
        example="You can phone, day or night. It is free. You do not need to give your name.",
        most=260,
        default="",
    )
    confidential_location: bool = about("whether its address must never be shown")
    assured: Assurance | None = about("who confirmed it and when; null until a named person has", default=None)
    confidence: Confidence = about("how well the sources support it")
    unconfirmed: tuple[str, ...] = about(
        "what a person still has to find out",
        example="Whether the number is answered at weekends.",
        most=300,
        default=(),
    )
    out_of_hours: str = about("the id of the service to use when this one is shut", default="")
    sources: tuple[Source, ...] = about("where each contact comes from", least=1)
    review_every: str = about("how often it must be checked, such as 3 months", example="3 months", most=20)
    changed: ChangedOn | None = about("what has changed, for staff who know the page, and when", default=None)
    aliases: tuple[str, ...] = about(FORMER_IDS, example="example-project", most=40, default=())
    note: str = local_only(NOTE, most=NOTE_LENGTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceAddition:
    """What a council or a board says instead of some fields of a shared service, or adds to it."""

    id: str = from_path("the file's name")
    note: str = about(NOTE, example="Ask for the duty worker.", most=NOTE_LENGTH, default="")
    also_called: tuple[str, ...] = about("other names that people here use", most=60, default=())
    phones: tuple[Phone, ...] | None = about("its numbers here", default=None)
    text: str = about("its number for text messages here", most=20, default="")
    email: str = about("its e-mail address here", most=80, default="")
    url: str = about("its web address here", most=200, default="")
    address: str = about("where its door is here", most=160, default="")
    hours: str = about("when it is open here, or: not known", most=200, default="")
    schedules: tuple[Schedule, ...] | None = about("the same hours day by day", default=None)
    languages: str = about("languages and interpreters, or: not known", most=160, default="")
    access: str = about("access needs it can meet, or: not known", most=160, default="")
    cost: str = about("what it costs, or: not known", most=120, default="")
    for_her: str = about("what the card to give her may say to her", most=260, default="")
    out_of_hours: str = about("the id of the service to use when this one is shut", default="")
    assured: Assurance | None = about("who confirmed the contacts written here, and when", default=None)
    sources: tuple[Source, ...] = about("where what it says comes from", least=1)


_SENTENCE = re.compile(r"(?<=[.;]) ")
STEM = 5  # letters that a word of the message and one of the service must share


@lru_cache(maxsize=1 << 10)
def stems(service: Service) -> frozenset[str]:
    """Return the stems of the words in a service's description."""
    texts = (service.name, service.label, service.summary, service.eligibility.for_, *service.also_called)
    letters = (c if c.isalnum() else " " for text in texts for c in f"{text.casefold()} ".replace("'", ""))
    return frozenset(word[:STEM] for word in "".join(letters).split())


def stems_of(services: Iterable[Service]) -> frozenset[str]:
    """Return the stems of all words in services' descriptions: a closed list, with nothing from any message."""
    return frozenset(stem for service in services for stem in stems(service))


def is_unknown(text: str) -> bool:
    """Say whether a field says that nobody knows."""
    return not text or text.strip(" .").casefold() == "not known"


def told_in(service: Service, tells: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences of a service's record that contain some words; if there are none, those of the card to give.

    Args:
        tells: the words; a star stands for any ending.
    """
    reach, route = ", ".join(service.reach).replace("-", " "), service.referral
    numbers = (f"{phone.purpose}: {phone.number}" for phone in service.phones)
    record = (service.eligibility.for_, service.summary, route.what_happens, service.access, reach, *numbers)
    return sentences_with(record, tells) or sentences_with((service.for_her,), tells)


def sentences_with(texts: Iterable[str], tells: Iterable[str]) -> tuple[str, ...]:
    """Return the sentences of some texts that contain some words; a star stands for any ending."""
    said = "|".join(re.escape(words).replace(r"\*", r"\w*") for words in tells)
    sentences = (sentence for text in texts for sentence in _SENTENCE.split(text))
    return tuple(each for each in sentences if said and re.search(rf"(?i)\b(?:{said})\b", each))


# The hours of the week that schedules name


@lru_cache(maxsize=_DAY + 1)  # services use the same few hours again and again
def clock(time: str) -> int:
    """Return the minutes from midnight of a time such as 09:00; 24:00 is the end of the day."""
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def length(schedule: Schedule) -> int:
    """Return for how many minutes a schedule is open on each of its days."""
    minutes = clock(schedule.closes_at) - clock(schedule.opens_at)
    return minutes if minutes > 0 else minutes + _DAY


def spans(schedule: Schedule) -> tuple[WeekSpan, ...]:
    """Return a schedule's hours as spans of a week, in the order of its days."""
    opens = [DAYS.index(day) * _DAY + clock(schedule.opens_at) for day in schedule.byday]
    return tuple((start, start + length(schedule)) for start in opens)


def first_way(service: Service) -> tuple[Schedule, ...]:
    """Return the schedules of the first way to reach a service: the first number, else online, else the door."""
    if service.phones:
        first = service.phones[0].number
        return tuple(s for s in service.schedules if s.attending_type == "phone" and s.phone in ("", first))
    way = "online" if service.text or service.email or service.url else "in-person"
    return tuple(s for s in service.schedules if s.attending_type == way)


def round_the_clock(schedules: Iterable[Schedule]) -> bool:
    """Say whether schedules cover every minute of every week, including bank holidays."""
    lasting = [s for s in schedules if s.bank_holidays == "open" and not s.valid_from and not s.valid_to]
    ordered = sorted(span for schedule in lasting for span in spans(schedule))
    if not ordered:
        return False
    began = covered = ordered[0][0]
    for start, end in ordered:
        if start > covered:
            return False
        covered = max(covered, end)
    return covered - began >= WEEK
