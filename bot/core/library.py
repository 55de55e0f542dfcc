"""What content is: entries, flows, services, facts, areas and the Library that holds them, all frozen.

These classes are the one description of the content format. The loader builds them from YAML and words its
faults from the ``help`` texts below, so a field is named, limited and explained in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

Urgency = Literal["emergency", "same-day", "normal"]
Status = Literal["active", "paused", "closed"]
Confidence = Literal["high", "medium", "low"]
ServiceKind = Literal["support", "advice-for-staff", "pathway", "campaign"]
Reach = Literal["in-person", "outreach", "phone", "online"]
ReferralBy = Literal["self", "staff"]
QuestionType = Literal["choice", "area", "consent"]
Referral = Literal["no", "yes", "duty"]
Who = Literal["woman", "man", "non-binary", "under-16", "16-or-17", "adult", "no-recourse"]
Gender = Literal["woman", "man", "non-binary"]
Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
Attending = Literal["phone", "online", "in-person"]
OnBankHolidays = Literal["open", "closed", "not-known"]

SCOTLAND = "S92000003"  # the GSS code of Scotland: a service with it reaches all 32 councils


def _about(help: str, *, most: int | None = None, least: int = 0, **rest: Any) -> Any:
    """Describe a field for editors: what it is, and its least and greatest length."""
    return field(metadata={"help": help, "most": most, "least": least}, **rest)


def _from_path(help: str) -> Any:
    return field(metadata={"help": help, "from_path": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement comes from."""

    url: str = _about("the address of the page")
    title: str = _about("the page's title and who publishes it", most=160, default="")
    shows: str = _about("what this page confirms", most=200, default="")
    date: str = _about("the page's own date, as printed", most=40, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """One person's agreement to the words as they were shown."""

    by: str = _about("the person's name", most=80)
    role: str = _about("what the person does", most=80)
    body: str = _about("the organisation they speak for", most=120)
    on: date = _about("the day they agreed")
    text: str = _about("the hash of the words shown to them", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A message that looks like this entry and belongs to another."""

    text: str = _about("what staff might type", most=300)
    belongs: str = _about("the id of the entry it belongs to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """When another entry is the right one."""

    when: str = _about("how to tell, in a few words", most=120)
    see: str = _about("the id of the other entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One curated answer to one question that staff ask."""

    id: str = _from_path("the file's name")
    theme: str = _from_path("the folder's name")
    title: str = _about("what the entry is about, as staff would say it", most=80)
    label: str = _about("the words on its button, where the title is longer than a button", most=32, default="")
    urgency: Urgency = _about("how soon it matters")
    first: str = _about("an action for the next minute", most=220)
    say: str = _about("words a person would really say, aloud", most=260)
    avoid: str = _about("what to leave unsaid or undone", most=220)
    answer: str = _about(
        "the guidance, in short paragraphs; the first 350 characters stand alone", most=1200, least=200
    )
    roles: Mapping[str, str] = _about(
        "a first paragraph for a role that has other powers or duties", most=420, default_factory=dict
    )
    not_this_one: tuple[Neighbour, ...] = _about("near neighbours: when another entry is the right one", default=())
    services: tuple[str, ...] = _about("ids of services named outright", default=())
    needs: tuple[str, ...] = _about("needs that the directory fills for the area", default=())
    flow: str = _about("the id of the flow that walks through it", default="")
    related: tuple[str, ...] = _about("ids of entries to read next", default=())
    phrasings: tuple[str, ...] = _about("ways staff might ask for it", most=300, least=1)
    not_phrasings: tuple[NearMiss, ...] = _about("near misses, each with the entry it belongs to", least=3)
    keywords: tuple[str, ...] = _about("words that point to it: names, slang, acronyms", most=40)
    sources: tuple[Source, ...] = _about("where its statements come from", least=1)
    owner: str = _about("who keeps it right", most=80)
    reviewed: date = _about("the day it was last read against its sources")
    review_every: str = _about("how often that is due, such as 6 months", most=20)
    sign_off: tuple[SignOff, ...] = _about("who agreed to these words; an empty list until somebody has", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Who a service is for, and who it is not for."""

    for_: str = _about("who it is for", most=240)
    not_for: str = _about("who it is not for, or: not known", most=240)
    genders: tuple[Gender, ...] = _about("whom it takes, if not everyone", default=())
    minimum_age: int | None = _about("the youngest age it takes", default=None)
    maximum_age: int | None = _about("the oldest age it takes", default=None)
    needs_public_funds: bool = _about("whether no recourse to public funds shuts a person out", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRoute:
    """How a person gets to a service."""

    by: tuple[ReferralBy, ...] = _about("who may make contact: self, staff", default=())
    what_happens: str = _about("what happens on the call, or: not known", most=320)
    say_first: str = _about("what staff can say first when they ring", most=240, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number of a service."""

    number: str = _about("the number as people read it", most=20)
    purpose: str = _about("what it is for, or when", most=80, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Hours that come back every week, of one way to reach a service, in Open Referral's terms.

    A day runs from 00:00 to 24:00. Hours that close at an earlier time than they open close on the day after.
    """

    byday: tuple[Day, ...] = _about("the days it opens on: MO, TU, WE, TH, FR, SA, SU", least=1)
    opens_at: str = _about("when it opens, such as 09:00; 00:00 is midnight as the day begins", most=5)
    closes_at: str = _about(
        "when it closes, such as 17:00; 24:00 is midnight as the day ends; 02:00 after 18:00 is the next morning",
        most=5,
    )
    attending_type: Attending = _about("how a person uses it in these hours: phone, online, in-person", default="phone")
    phone: str = _about("the number they are the hours of, where it is not the first", most=20, default="")
    description: str = _about("which part of the service they are the hours of, if not all of it", most=40, default="")
    bank_holidays: OnBankHolidays = _about("open, closed or not-known", default="not-known")
    valid_from: date | None = _about("the first day on which they hold", default=None)
    valid_to: date | None = _about("the last day on which they hold", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """A named person's confirmation of a service's contacts."""

    on: date = _about("the day it was confirmed")
    by: str = _about("who confirmed it", most=80)
    how: str = _about("how: by phone, on the official page", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service of the directory, in Open Referral's terms."""

    id: str = _from_path("the file's name")
    name: str = _about("the service's own name", most=90)
    label: str = _about("the words on its button, where the name is longer than a button", most=32, default="")
    organization: str = _about("who runs it, or: not known", most=120)
    kind: ServiceKind = _about("support for a person, advice for staff, pathway or campaign", default="support")
    status: Status = _about("whether it takes people now")
    summary: str = _about("what it does, in a sentence or two", most=320)
    eligibility: Eligibility = _about("who it is for and not for")
    needs: tuple[str, ...] = _about("the needs it answers")
    areas: tuple[str, ...] = _about(f"GSS codes of the councils it reaches; {SCOTLAND} for all Scotland", least=1)
    reach: tuple[Reach, ...] = _about("how a person can use it")
    referral: ReferralRoute = _about("how a person gets to it")
    phones: tuple[Phone, ...] = _about("its numbers; an empty list where none is recorded", default=())
    text: str = _about("a number for text messages", most=20, default="")
    email: str = _about("its e-mail address", most=80, default="")
    url: str = _about("its web address", most=200, default="")
    address: str = _about("where its door is; never for a confidential location", most=160, default="")
    hours: str = _about("when it is open, or: not known", most=200)
    schedules: tuple[Schedule, ...] = _about("the same hours day by day, where they are precise", default=())
    languages: str = _about("languages and interpreters, or: not known", most=160)
    access: str = _about("access needs it can meet, or: not known", most=160)
    cost: str = _about("what it costs, or: not known", most=120)
    confidential_location: bool = _about("whether its address must never be shown")
    assured: Assurance | None = _about("who confirmed it and when; null until a named person has", default=None)
    confidence: Confidence = _about("how far the sources carry it")
    unconfirmed: tuple[str, ...] = _about("what a person still has to find out", most=300, default=())
    out_of_hours: str = _about("the id of the service to use when this one is shut", default="")
    sources: tuple[Source, ...] = _about("where each contact comes from", least=1)
    review_every: str = _about("how often it must be checked, such as 3 months", most=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a question of a flow, and where it leads."""

    label: str = _about("the words on the button", most=32)
    next: str = _about("the id of the next question or outcome in this flow", default="")
    flow: str = _about("the id of the flow it goes over to", default="")
    at: str = _about("where in that flow to come in; its start if left out", default="")
    who: Who | None = _about("what it tells of the person: woman, man, adult, no-recourse …", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One step of a flow that asks something."""

    type: QuestionType = _about("choice, area or consent", default="choice")
    ask: str = _about("the question", most=240)
    help: str = _about("a line or two under the question", most=600, default="")
    say: str = _about("words to say aloud at this step", most=300, default="")
    shares: str = _about("for consent: what will be shared, and with whom", most=240, default="")
    options: Mapping[str, Option] = _about("the answers, by id", default_factory=dict)
    next: str = _about("for area: the id of the next question or outcome", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Where a flow ends: what to do, what to say, whom to call."""

    title: str = _about("what this is, in a few words", most=80)
    first: str = _about("an action for the next minute", most=300)
    say: str = _about("words to say aloud", most=300, default="")
    avoid: str = _about("what to leave unsaid or undone", most=240, default="")
    text: str = _about("what to know and do next, in short paragraphs", most=900, default="")
    referral: Referral = _about(
        "yes where staff pass her details on; duty where the law or danger asks for it; else no"
    )
    emergency: bool = _about("whether 999 stands first", default=False)
    needs: tuple[str, ...] = _about("needs that the directory fills for the area", default=())
    services: tuple[str, ...] = _about("ids of services named outright", default=())
    related: tuple[str, ...] = _about("ids of entries to read next", default=())
    flows: tuple[str, ...] = _about("ids of flows to go on with", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Questions with options, and outcomes: a walk by buttons to a person who can help."""

    id: str = _from_path("the file's name")
    title: str = _about("what the flow is for", most=80)
    label: str = _about("the words on its button, where the title is longer than a button", most=32, default="")
    practice: bool = _about("whether staff practise with it, and nobody real is in it", default=False)
    start: str = _about("the id of its first question")
    questions: Mapping[str, Question] = _about("its questions, by id", least=1)
    outcomes: Mapping[str, Outcome] = _about("its outcomes, by id", least=1)
    sources: tuple[Source, ...] = _about("where its statements come from", least=1)
    owner: str = _about("who keeps it right", most=80)
    reviewed: date = _about("the day it was last read against its sources")
    review_every: str = _about("how often that is due, such as 3 months", most=20)
    sign_off: tuple[SignOff, ...] = _about("who agreed to these words; an empty list until somebody has", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number, time limit, law or threshold that content quotes as {fact:id}."""

    value: str = _about("the words that stand in the sentence", most=120)
    means: str = _about("what it is, for editors", most=240)
    sources: tuple[Source, ...] = _about("where it comes from", least=1)
    read: date = _about("the day the source was read")
    expires: date = _about("the day from which it must be read again")
    owner: str = _about("who keeps it right", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One bank holiday."""

    on: date = _about("its day")
    name: str = _about("its name, as GOV.UK lists it", most=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """Scotland's bank holidays up to a day."""

    days: tuple[Holiday, ...] = _about("the bank holidays, one by one", least=1)
    until: date = _about("the last day up to which every bank holiday is listed")
    sources: tuple[Source, ...] = _about("where they come from", least=1)
    read: date = _about("the day the source was read")
    expires: date = _about("the day from which it must be read again")
    owner: str = _about("who keeps it right", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """One of Scotland's 32 council areas."""

    name: str = _about("its official name", most=40)
    region: str = _about("the id of the region it is listed under")
    neighbours: tuple[str, ...] = _about("GSS codes of the councils beside it", default=())
    islands: bool = _about("whether it is made of islands, where people know each other", default=False)
    names: tuple[str, ...] = _about("what people call it", most=60, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town, village, island or neighbourhood, and the councils it may be in."""

    name: str = _about("the place's name", most=60)
    councils: tuple[str, ...] = _about("GSS codes of the councils it may be in", least=1)
    names: tuple[str, ...] = _about("other spellings: Gaelic, Scots, nicknames", most=60, default=())
    beside: tuple[str, ...] = _about(
        "for a name that is also a word: what must stand before it, such as in, from", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """Scotland's regions, councils, places and postcode districts."""

    regions: Mapping[str, str] = _about("names of regions, by id", least=1)
    councils: Mapping[str, Council] = _about("councils by GSS code", least=1)
    places: tuple[Place, ...] = _about("towns, villages, islands, neighbourhoods", default=())
    postcodes: Mapping[str, tuple[str, ...]] = _about("GSS codes by postcode district", default_factory=dict)
    outside: tuple[str, ...] = _about("well-known places outside Scotland", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The closed lists: themes, roles, needs, and the people to phone when nothing else fits."""

    themes: Mapping[str, str] = _about("titles of themes, by folder name", least=1)
    roles: Mapping[str, str] = _about("names of staff roles (sectors), by id", least=1)
    needs: Mapping[str, str] = _about("names of needs, by id", least=1)
    person_to_phone: tuple[str, ...] = _about("ids of services that answer when nothing else fits", least=1)
    start_flows: tuple[str, ...] = _about("ids of the flows offered on the first screen", least=1)
    outside_scotland: tuple[str, ...] = _about("ids of services for a place outside Scotland", least=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRule:
    """Words the bot does not use, why, and what it says instead."""

    avoid: tuple[str, ...] = _about("the words or phrases", most=80, least=1)
    better: str = _about("what to write instead", most=160)
    why: str = _about("the reason", most=240)
    level: Literal["error", "advice"] = _about("whether it stops the content going live")
    unless: tuple[str, ...] = _about("phrases in which the words are right", most=80, default=())
    source: str = _about("where the rule comes from", most=240)
    bad: tuple[str, ...] = _about("sentences the rule must catch", most=240, least=3)
    good: tuple[str, ...] = _about("sentences it must let through", most=240, least=3)
    nudge: str = _about("a gentle better word for staff who type these words; empty: nothing", most=160, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisContact:
    """A number on a crisis card."""

    label: str = _about("whom it reaches", most=60)
    number: str = _about("the number", most=20)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisCard:
    """What is shown before anything else when a message tells of danger."""

    title: str = _about("what the card is about", most=80)
    label: str = _about("the words on its button, where the title is longer than a button", most=32, default="")
    line: str = _about("the one line that stands above everything", most=160)
    steps: tuple[str, ...] = _about("what to do, in order", most=220, least=1)
    say: str = _about("words to say aloud", most=240, default="")
    contacts: tuple[CrisisContact, ...] = _about("numbers, first things first", least=1)
    entry: str = _about("the entry that goes on from here", default="")
    flow: str = _about("the flow that goes on from here", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideKind:
    """A kind of message that the guidance leaves to others, and what is said to it."""

    id: str = _from_path("its name in the file")
    title: str = _about("what such messages are, for editors", most=80)
    reply: str = _about("the honest short answer, with where to go instead", most=400)
    services: tuple[str, ...] = _about("ids of services shown under it, with their contacts", default=())
    examples: tuple[str, ...] = _about("messages of this kind, as staff type them", most=300, least=1)
    keywords: tuple[str, ...] = _about("words that point to it", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All content as one frozen value."""

    entries: Mapping[str, Entry]
    flows: Mapping[str, Flow]
    services: Mapping[str, Service]
    facts: Mapping[str, Fact]
    crisis: Mapping[str, CrisisCard]
    language: Mapping[str, LanguageRule]
    outside: Mapping[str, OutsideKind]
    areas: Areas
    holidays: Holidays
    vocabulary: Vocabulary
    messages: Mapping[str, str]
