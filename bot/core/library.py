"""What content is: entries, flows, services, facts, areas and the Library that holds them, all frozen.

These classes are the one description of the content format. The loader builds them from YAML and words its
faults from the ``help`` texts below, so a field is named, limited and explained in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Literal

Urgency = Literal["emergency", "same-day", "normal"]
Status = Literal["active", "draft", "paused", "closed"]
Stage = Literal["live", "draft", "withdrawn"]
Confidence = Literal["high", "medium", "low"]
ServiceKind = Literal["support", "advice-for-staff", "pathway", "campaign"]
Reach = Literal["in-person", "outreach", "phone", "online"]
ReferralBy = Literal["self", "staff"]
QuestionType = Literal["choice", "area", "consent", "since"]
Referral = Literal["no", "yes", "duty"]
Who = Literal["woman", "man", "non-binary", "under-16", "16-or-17", "adult", "no-recourse"]
Gender = Literal["woman", "man", "non-binary"]
Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
Attending = Literal["phone", "online", "in-person"]
AnsweredWhen = Literal["any-time", "office-hours", "out-of-hours"]
OnBankHolidays = Literal["open", "closed", "not-known"]
Grade = Literal["card", "line", "none"]
Courtesy = Literal["alone", "before", "around"]
Does = Literal[
    "stay",
    "back",
    "more",
    "again",
    "home",
    "topics",
    "simpler",
    "person",
    "not-this",
    "say",
    "avoid",
    "do",
    "number",
    "open",
    "hours",
    "nights",
    "evenings",
    "weekends",
    "cost",
    "who",
    "where",
    "e-mail",
    "what-happens",
    "another",
    "nearer",
]

SCOTLAND = "S92000003"  # the GSS code of Scotland: a service with it reaches all 32 councils
_BEFORE = "ids it had before, oldest first, by which old buttons and links find it"


def _about(help: str, *, most: int | None = None, least: int = 0, example: str = "", **rest: Any) -> Any:
    """Describe a field for editors: what it is, its least and greatest length, and a text that may stand in it."""
    return field(metadata={"help": help, "most": most, "least": least, "example": example}, **rest)


def _from_path(help: str) -> Any:
    return field(metadata={"help": help, "from_path": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement comes from."""

    url: str = _about("the address of the page", example="https://www.nhsinform.scot/turn-to-sarcs/")
    title: str = _about(
        "the page's title and who publishes it", example="Turn to SARCS, NHS inform", most=160, default=""
    )
    shows: str = _about("what this page confirms", example="number and hours", most=200, default="")
    date: str = _about("the page's own date, as printed", example="2024-09-03", most=40, default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """One person's agreement to the words as they were shown; ``signpost sign`` writes it."""

    by: str = _about(
        "the person's name; with lived experience, the name she chose to stand here", example="A. Example", most=80
    )
    role: str = _about(
        "for whom they speak: an id of sign_off_roles in vocabulary.yaml", example="specialist-service", most=40
    )
    body: str = _about("the organisation or group they speak for", example="Example Rape Crisis Centre", most=120)
    on: date = _about("the day they agreed")
    text: str = _about("the hash of the words shown to them", example="0123456789abcdef" * 4, most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A message that looks like this entry and belongs to another."""

    text: str = _about("what staff might type", example="how do i bring it up with her", most=300)
    belongs: str = _about("the id of the entry it belongs to")


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedMessage:
    """A message, and the danger that should be heard in it."""

    text: str = _about("what staff might type", example="he is kicking the door in", most=300)
    danger: Grade = _about("card, line or none: how the danger in it is shown")
    card: str = _about("the id of the crisis card that fits; left out where the danger is none", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """When another entry is the right one."""

    when: str = _about("how to tell, in a few words", example="She is hurt or in danger now", most=120)
    see: str = _about("the id of the other entry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One piece of an answer, which answers one plain question."""

    id: str = _about("its id in the entry", example="how-long", most=24)
    title: str = _about("its heading, in a few words", example="How long support lasts", most=42)
    text: str = _about(
        "the answer in 40 words at most, the answer itself first",
        example="At least 90 days. She can ask for longer.",
        most=400,
    )
    asked: tuple[str, ...] = _about(
        "ways staff might ask just this", example="how long does the support last", most=300, default=()
    )
    next: str = _about(
        "the answer from a day on, such as when a law starts",
        example="At least 120 days. She can ask for longer.",
        most=400,
        default="",
    )
    from_: date | None = _about("the day from which next is shown", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One curated answer to one question that staff ask."""

    id: str = _from_path("the file's name")
    theme: str = _from_path("the folder's name")
    title: str = _about(
        "what the entry is about, as staff would say it",
        example="She has just told me she sells or exchanges sex",
        most=80,
    )
    label: str = _about(
        "the words on its button, where the title is longer than a button",
        example="She has just told me",
        most=32,
        default="",
    )
    status: Stage = _about("live, draft (nobody sees it yet) or withdrawn (nobody finds it any more)", default="live")
    replaced_by: str = _about("the id of the entry that stands in its place, once it is withdrawn", default="")
    from_: date | None = _about("the day from which staff are shown it, such as when a law starts", default=None)
    urgency: Urgency = _about("how soon it matters")
    first: str = _about(
        "an action for the next minute", example="Thank her for telling you. Ask whether she is safe today.", most=220
    )
    say: str = _about(
        "words a person would really say, aloud",
        example="Thank you for telling me. What would help you most right now?",
        most=260,
    )
    avoid: str = _about("what to leave unsaid or undone", example="Asking for details you do not need.", most=220)
    simple: str = _about(
        "the same in 35 short words, for somebody who finds reading hard",
        example="You can ring this number. It is free. Nobody asks your name.",
        most=260,
        default="",
    )
    points: tuple[Point, ...] = _about("the answer in pieces, each with the question that it answers", default=())
    answer: str = _about(
        "guidance that no point holds, in short paragraphs, which stands before them",
        example="Thank her, and keep your face and voice as they were. She may be watching for a change in you.\n\n"
        "Ask what she came for, and do that first. Then ask whether she is safe today.\n\n"
        "You do not need to know more than she tells you.",
        most=1200,
        least=200,
        default="",
    )
    roles: Mapping[str, str] = _about(
        "a first paragraph for a role that has other powers or duties",
        example="Carry on with her housing application. What she told you changes nothing in it.",
        most=420,
        default_factory=dict,
    )
    first_in: Mapping[str, str] = _about(
        "what to do first instead, in a setting that the message says or in a job",
        example="Ask whether she is alone and can talk. If not, agree when to ring.",
        most=220,
        default_factory=dict,
    )
    not_this_one: tuple[Neighbour, ...] = _about("near neighbours: when another entry is the right one", default=())
    services: tuple[str, ...] = _about("ids of services named outright", default=())
    needs: tuple[str, ...] = _about("needs that the directory fills for the area", default=())
    flow: str = _about("the id of the flow that walks through it", default="")
    related: tuple[str, ...] = _about("ids of entries to read next", default=())
    narrow: bool = _about(
        "whether it tells one side of what another entry covers, and gives way to it where a message fits both",
        default=False,
    )
    phrasings: tuple[str, ...] = _about(
        "ways staff might ask for it", example="she just came out with it and i froze", most=300, least=1
    )
    danger_phrasings: tuple[GradedMessage, ...] = _about(
        "ways staff might ask for it that tell of danger, each with card or line and the crisis card", default=()
    )
    not_phrasings: tuple[NearMiss, ...] = _about("near misses, each with the entry it belongs to", least=3)
    keywords: tuple[str, ...] = _about("words that point to it: names, slang, acronyms", example="disclosed", most=40)
    sources: tuple[Source, ...] = _about("where its statements come from", least=1)
    owner: str = _about("who keeps it right", example="practice lead", most=80)
    reviewed: date = _about("the day it was last read against its sources")
    review_every: str = _about("how often that is due, such as 6 months", example="6 months", most=20)
    sign_off: tuple[SignOff, ...] = _about("who agreed to these words; an empty list until somebody has", default=())
    aliases: tuple[str, ...] = _about(_BEFORE, example="she-told-me", most=40, default=())

    @property
    def asked(self) -> tuple[str, ...]:
        """All ways staff might ask for it: the phrasings, those that tell of danger, then those of its points."""
        of_points = (text for point in self.points for text in point.asked)
        return (*self.phrasings, *(message.text for message in self.danger_phrasings), *of_points)

    def point(self, id: str) -> Point:
        """Return one of its points by its id."""
        return next(point for point in self.points if point.id == id)

    @property
    def whole(self) -> str:
        """The whole of the guidance, one paragraph or point after another."""
        return "\n\n".join(text for text in (self.answer, *(point.text for point in self.points)) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility:
    """Who a service is for, and who it is not for."""

    for_: str = _about("who it is for", example="Women aged 16 or over", most=240)
    not_for: str = _about("who it is not for, or: not known", example="Not known", most=240)
    genders: tuple[Gender, ...] = _about("whom it takes, if not everyone", default=())
    minimum_age: int | None = _about("the youngest age it takes", default=None)
    maximum_age: int | None = _about("the oldest age it takes", default=None)
    needs_public_funds: bool = _about("whether no recourse to public funds shuts a person out", default=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRoute:
    """How a person gets to a service."""

    by: tuple[ReferralBy, ...] = _about("who may make contact: self, staff", default=())
    what_happens: str = _about(
        "what happens on the call, or: not known",
        example="Someone listens in confidence and asks what she wants.",
        most=320,
    )
    say_first: str = _about(
        "what staff can say first when they ring",
        example="I work with someone who would like to know what you could offer.",
        most=240,
        default="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number of a service."""

    number: str = _about("the number as people read it", example="0131 496 0000", most=20)
    purpose: str = _about("what it is for, or when", example="Helpline, evenings", most=80, default="")
    when: AnsweredWhen = _about(
        "office-hours or out-of-hours, where it is answered then only as far as its source says", default="any-time"
    )
    needs: tuple[str, ...] = _about("which of the service's needs it is for, where not all", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Hours that come back every week, of one way to reach a service, in Open Referral's terms.

    A day runs from 00:00 to 24:00. Hours that close at an earlier time than they open close on the day after.
    """

    byday: tuple[Day, ...] = _about("the days it opens on: MO, TU, WE, TH, FR, SA, SU", least=1)
    opens_at: str = _about("when it opens, such as 09:00; 00:00 is midnight as the day begins", example="09:00", most=5)
    closes_at: str = _about(
        "when it closes, such as 17:00; 24:00 is midnight as the day ends; 02:00 after 18:00 is the next morning",
        example="17:00",
        most=5,
    )
    attending_type: Attending = _about("how a person uses it in these hours: phone, online, in-person", default="phone")
    phone: str = _about(
        "the number they are the hours of, where it is not the first", example="0131 496 0000", most=20, default=""
    )
    description: str = _about(
        "which part of the service they are the hours of, if not all of it", example="drop-in", most=40, default=""
    )
    bank_holidays: OnBankHolidays = _about("open, closed or not-known", default="not-known")
    valid_from: date | None = _about("the first day on which they hold", default=None)
    valid_to: date | None = _about("the last day on which they hold", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """A named person's confirmation of a service's contacts."""

    on: date = _about("the day it was confirmed")
    by: str = _about("who confirmed it", example="A. Example, Example Trust", most=80)
    how: str = _about("how: by phone, on the official page", example="by phone", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """One service of the directory, in Open Referral's terms."""

    id: str = _from_path("the file's name")
    name: str = _about("the service's own name", example="Example Women's Project", most=90)
    label: str = _about(
        "the words on its button, where the name is longer than a button",
        example="Example Project",
        most=32,
        default="",
    )
    also_called: tuple[str, ...] = _about(
        "other names by which people ask for it: short names, letters, old names, half-names; names only",
        example="the example lassies",
        most=60,
        default=(),
    )
    organization: str = _about("who runs it, or: not known", example="Example Trust", most=120)
    kind: ServiceKind = _about("support for a person, advice for staff, pathway or campaign", default="support")
    status: Status = _about("whether it takes people now, or is a draft that staff are not shown yet")
    summary: str = _about(
        "what it does, in a sentence or two",
        example="Free, confidential support for women who sell or exchange sex.",
        most=320,
    )
    eligibility: Eligibility = _about("who it is for and not for")
    needs: tuple[str, ...] = _about("the needs it answers; without one it is shown only where it is named", default=())
    areas: tuple[str, ...] = _about(f"GSS codes of the councils it reaches; {SCOTLAND} for all Scotland", least=1)
    reach: tuple[Reach, ...] = _about("how a person can use it; nothing where it is not known", default=())
    referral: ReferralRoute = _about("how a person gets to it")
    phones: tuple[Phone, ...] = _about("its numbers; an empty list where none is recorded", default=())
    text: str = _about("a number for text messages", example="07700 900000", most=20, default="")
    email: str = _about("its e-mail address", example="support@example.scot", most=80, default="")
    url: str = _about("its web address", example="https://www.example.scot/", most=200, default="")
    address: str = _about(
        "where its door is; never for a confidential location",
        example="1 Example Street, Edinburgh",
        most=160,
        default="",
    )
    hours: str = _about("when it is open, or: not known", example="Monday to Friday, 9am to 5pm", most=200)
    schedules: tuple[Schedule, ...] = _about("the same hours day by day, where they are precise", default=())
    languages: str = _about("languages and interpreters, or: not known", example="Interpreters by phone", most=160)
    access: str = _about("access needs it can meet, or: not known", example="Step-free entrance", most=160)
    cost: str = _about("what it costs, or: not known", example="Free", most=120)
    confidential_location: bool = _about("whether its address must never be shown")
    assured: Assurance | None = _about("who confirmed it and when; null until a named person has", default=None)
    confidence: Confidence = _about("how far the sources carry it")
    unconfirmed: tuple[str, ...] = _about(
        "what a person still has to find out",
        example="Whether the number is answered at weekends.",
        most=300,
        default=(),
    )
    out_of_hours: str = _about("the id of the service to use when this one is shut", default="")
    sources: tuple[Source, ...] = _about("where each contact comes from", least=1)
    review_every: str = _about("how often it must be checked, such as 3 months", example="3 months", most=20)
    aliases: tuple[str, ...] = _about(_BEFORE, example="example-project", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to a question of a flow, and where it leads."""

    label: str = _about("the words on the button", example="Yes, or not sure", most=32)
    next: str = _about("the id of the next question or outcome in this flow", example="age", default="")
    flow: str = _about("the id of the flow it goes over to", default="")
    at: str = _about("where in that flow to come in; its start if left out", example="call-999", default="")
    who: Who | None = _about("what it tells of the person: woman, man, adult, no-recourse …", default=None)
    least_hours: int | None = _about("for since: how many hours ago it happened at least", default=None)
    most_hours: int | None = _about("for since: how many hours ago it happened at most", default=None)
    aliases: tuple[str, ...] = _about(_BEFORE, example="unsure", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One step of a flow that asks something."""

    type: QuestionType = _about("choice, area, consent, or since: how long ago it happened", default="choice")
    ask: str = _about("the question", example="Is she safe right now?", most=240)
    help: str = _about(
        "a line or two under the question",
        example="If you are not sure, say so. The careful way comes first.",
        most=600,
        default="",
    )
    say: str = _about(
        "words to say aloud at this step", example="Is anyone here who frightens you?", most=300, default=""
    )
    shares: str = _about(
        "for consent: what will be shared, and with whom",
        example="Nothing. She phones herself, and the line calls her back.",
        most=240,
        default="",
    )
    options: Mapping[str, Option] = _about("the answers, by id", default_factory=dict)
    next: str = _about("for area: the id of the next question or outcome", example="consent", default="")
    aliases: tuple[str, ...] = _about(_BEFORE, example="safe", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Where a flow ends: what to do, what to say, whom to call."""

    title: str = _about("what this is, in a few words", example="Care, any time, without the police", most=80)
    first: str = _about(
        "an action for the next minute", example="Sit with her while she phones, if she wants that.", most=300
    )
    say: str = _about(
        "words to say aloud",
        example="You can have care and decide about the police later, or never.",
        most=300,
        default="",
    )
    avoid: str = _about("what to leave unsaid or undone", example="Pressing her either way.", most=240, default="")
    text: str = _about(
        "what to know and do next, in short paragraphs",
        example="She can phone {service:sarcs-self-referral} herself.\n\nShe chooses what happens next.",
        most=900,
        default="",
    )
    limits: tuple[str, ...] = _about(
        "help that has a time limit, each quoting the fact that is its limit first; how long is left stands before it",
        example="A forensic examination: up to {fact:sarcs-window}",
        most=160,
        default=(),
    )
    referral: Referral = _about(
        "yes where staff pass her details on; duty where the law or danger asks for it; else no"
    )
    emergency: bool = _about("whether 999 stands first", default=False)
    needs: tuple[str, ...] = _about("needs that the directory fills for the area", default=())
    services: tuple[str, ...] = _about("ids of services named outright", default=())
    related: tuple[str, ...] = _about("ids of entries to read next", default=())
    flows: tuple[str, ...] = _about("ids of flows to go on with", default=())
    aliases: tuple[str, ...] = _about(_BEFORE, example="ring-999", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Questions with options, and outcomes: a walk by buttons to a person who can help."""

    id: str = _from_path("the file's name")
    title: str = _about("what the flow is for", example="After a sexual assault", most=80)
    label: str = _about(
        "the words on its button, where the title is longer than a button",
        example="After an assault",
        most=32,
        default="",
    )
    status: Stage = _about("live, draft (nobody sees it yet) or withdrawn (nobody finds it any more)", default="live")
    replaced_by: str = _about("the id of the flow that stands in its place, once it is withdrawn", default="")
    practice: bool = _about("whether staff practise with it, and nobody real is in it", default=False)
    record: bool = _about("whether its outcomes offer a note for the record, of what was offered to her", default=True)
    start: str = _about("the id of its first question", example="safe-now")
    questions: Mapping[str, Question] = _about("its questions, by id", least=1)
    outcomes: Mapping[str, Outcome] = _about("its outcomes, by id", least=1)
    sources: tuple[Source, ...] = _about("where its statements come from", least=1)
    owner: str = _about("who keeps it right", example="practice lead", most=80)
    reviewed: date = _about("the day it was last read against its sources")
    review_every: str = _about("how often that is due, such as 3 months", example="3 months", most=20)
    sign_off: tuple[SignOff, ...] = _about("who agreed to these words; an empty list until somebody has", default=())
    aliases: tuple[str, ...] = _about(_BEFORE, example="assault", most=40, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number, time limit, law or threshold that content quotes as {fact:id}."""

    value: str = _about("the words that stand in the sentence", example="7 days", most=120)
    means: str = _about(
        "what it is, for editors",
        example="How soon after an assault a forensic examination is usually possible.",
        most=240,
    )
    sources: tuple[Source, ...] = _about("where it comes from", least=1)
    read: date = _about("the day the source was read")
    expires: date = _about("the day from which it must be read again")
    owner: str = _about("who keeps it right", example="safeguarding lead", most=80)
    next: str = _about("the words from a day on, such as when a law starts", example="10 days", most=120, default="")
    from_: date | None = _about("the day from which next is shown", default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """One bank holiday."""

    on: date = _about("its day")
    name: str = _about("its name, as GOV.UK lists it", example="St Andrew's Day", most=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """Scotland's bank holidays up to a day."""

    days: tuple[Holiday, ...] = _about("the bank holidays, one by one", least=1)
    until: date = _about("the last day up to which every bank holiday is listed")
    sources: tuple[Source, ...] = _about("where they come from", least=1)
    read: date = _about("the day the source was read")
    expires: date = _about("the day from which it must be read again")
    owner: str = _about("who keeps it right", example="practice lead", most=80)


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """One of Scotland's 32 council areas."""

    name: str = _about("its official name", example="City of Edinburgh", most=40)
    region: str = _about("the id of the region it is listed under")
    neighbours: tuple[str, ...] = _about("GSS codes of the councils beside it", default=())
    islands: bool = _about("whether it is made of islands, where people know each other", default=False)
    names: tuple[str, ...] = _about("what people call it", example="Embra", most=60, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A town, village, island or neighbourhood, and the councils it may be in."""

    name: str = _about("the place's name", example="Leith", most=60)
    councils: tuple[str, ...] = _about("GSS codes of the councils it may be in", least=1)
    names: tuple[str, ...] = _about("other spellings: Gaelic, Scots, nicknames", example="Lìte", most=60, default=())
    beside: tuple[str, ...] = _about(
        "for a name that is also a word: what must stand before it, such as in, from", example="in", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """Scotland's regions, councils, places and postcode districts."""

    regions: Mapping[str, str] = _about("names of regions, by id", example="Edinburgh and the Lothians", least=1)
    councils: Mapping[str, Council] = _about("councils by GSS code", least=1)
    places: tuple[Place, ...] = _about("towns, villages, islands, neighbourhoods", default=())
    postcodes: Mapping[str, tuple[str, ...]] = _about("GSS codes by postcode district", default_factory=dict)
    outside: tuple[str, ...] = _about("well-known places outside Scotland", example="Newcastle", default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerIds:
    """Ids that themes and roles had before, each with the id it has now."""

    themes: Mapping[str, str] = _about("themes by the ids they had before", example="safety", default_factory=dict)
    roles: Mapping[str, str] = _about("roles by the ids they had before", example="social-work", default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """What staff write and what it means in plain English, read before a message is matched."""

    spellings: Mapping[str, str] = _about(
        "English words by the Scots or short ones that are typed for them",
        example="house",
        most=40,
        default_factory=dict,
    )
    meanings: Mapping[str, str] = _about(
        "what abbreviations, jargon and sayings mean", example="temporary accommodation", most=80, default_factory=dict
    )
    only_beside: Mapping[str, tuple[str, ...]] = _about(
        "by the ambiguous ones of these, the words or abbreviations of which a message must hold one",
        example="homeless",
        most=40,
        default_factory=dict,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The closed lists: themes, roles, settings, needs, and the people to phone when nothing else fits."""

    themes: Mapping[str, str] = _about("titles of themes, by folder name", example="Safety and violence", least=1)
    roles: Mapping[str, str] = _about(
        "names of staff roles (sectors), by id", example="Housing and homelessness", least=1
    )
    settings: Mapping[str, str] = _about(
        "whom staff have before them in a setting, by its id", example="someone on the phone", default_factory=dict
    )
    setting_words: Mapping[str, tuple[str, ...]] = _about(
        "words by which a message says its setting, by its id", example="phoned us", most=40, default_factory=dict
    )
    needs: Mapping[str, str] = _about("names of needs, by id", example="Somewhere to stay tonight", least=1)
    need_words: Mapping[str, tuple[str, ...]] = _about(
        "what people say who ask for a need, by its id", example="somewhere to sleep", most=40, default_factory=dict
    )
    person_to_phone: tuple[str, ...] = _about("ids of services that answer when nothing else fits", least=1)
    start_flows: tuple[str, ...] = _about("ids of the flows offered on the first screen", least=1)
    first_page_lines: Mapping[str, str] = _about(
        "a line under a theme or a flow on the first page, by its id",
        example="Violence, stalking, control, and images online.",
        most=80,
        default_factory=dict,
    )
    under_18: str = _about("the id of the entry for a person under 18", default="")
    outside_scotland: tuple[str, ...] = _about("ids of services for a place outside Scotland", least=1)
    aliases: FormerIds = _about("ids that themes and roles had before", default_factory=FormerIds)
    counted_words: tuple[str, ...] = _about(
        "words to count in questions without an answer, besides the entries' own",
        example="childcare",
        most=30,
        default=(),
    )
    card_words: tuple[str, ...] = _about(
        "words that may stand on a card to give her that says nothing of what it is about",
        example="weekdays",
        most=30,
        default=(),
    )
    sign_off_roles: Mapping[str, str] = _about(
        "for whom somebody may agree to words, by id", example="A specialist service", least=1
    )
    glossary: Glossary = _about(
        "what staff write and what it means in plain English, read before a message is matched",
        default_factory=Glossary,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRule:
    """Words the bot does not use, why, and what it says instead."""

    avoid: tuple[str, ...] = _about("the words or phrases", example="lifestyle", most=80, least=1)
    better: str = _about("what to write instead", example="what she does; her situation", most=160)
    why: str = _about("the reason", example="It makes a choice of what may be none.", most=240)
    level: Literal["error", "advice"] = _about("whether it stops the content going live")
    unless: tuple[str, ...] = _about(
        "phrases in which the words are right", example="healthy lifestyle", most=80, default=()
    )
    source: str = _about("where the rule comes from", example="Practice points, CSE Aware, 2023", most=240)
    bad: tuple[str, ...] = _about(
        "sentences the rule must catch", example="Ask about her lifestyle.", most=240, least=3
    )
    good: tuple[str, ...] = _about(
        "sentences it must let through", example="Ask what her days are like.", most=240, least=3
    )
    nudge: str = _about(
        "a gentle better word for staff who type these words; empty: nothing",
        example="Her situation, or what she does, may fit better.",
        most=160,
        default="",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisContact:
    """A number on a crisis card."""

    label: str = _about("whom it reaches", example="Police, ambulance, fire", most=60)
    number: str = _about("the number", example="999", most=20)
    areas: tuple[str, ...] = _about(
        "GSS codes of the councils that it is for, where it is not for all Scotland", example="S12000033", default=()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CrisisCard:
    """What is shown before anything else when a message tells of danger."""

    title: str = _about("what the card is about", example="Somebody is in danger now", most=80)
    label: str = _about(
        "the words on its button, where the title is longer than a button", example="In danger now", most=32, default=""
    )
    line: str = _about(
        "the one line that stands above everything",
        example="Call 999 now if anyone is being hurt, or is about to be.",
        most=160,
    )
    steps: tuple[str, ...] = _about(
        "what to do, in order", example="Go where a door locks, if you can, and stay together.", most=220, least=1
    )
    say: str = _about(
        "words to say aloud", example="I'm staying with you. I'm going to get help to us now.", most=240, default=""
    )
    contacts: tuple[CrisisContact, ...] = _about("numbers, first things first", least=1)
    entry: str = _about("the entry that goes on from here", default="")
    flow: str = _about("the flow that goes on from here", default="")

    @property
    def has_local(self) -> bool:
        """Whether any of its numbers is for some councils only."""
        return any(contact.areas for contact in self.contacts)

    def contacts_in(self, area: str = "") -> tuple[CrisisContact, ...]:
        """Return its numbers for a council by its GSS code; without one, those for all Scotland."""
        return tuple(contact for contact in self.contacts if not contact.areas or area in contact.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideKind:
    """A kind of message that the guidance leaves to others, and what is said to it."""

    id: str = _from_path("its name in the file")
    title: str = _about("what such messages are, for editors", example="Bins, roads and council tax", most=80)
    reply: str = _about(
        "the honest short answer, with where to go instead",
        example="That is one for the council, on its own website.",
        most=400,
    )
    services: tuple[str, ...] = _about("ids of services shown under it, with their contacts", default=())
    examples: tuple[str, ...] = _about(
        "messages of this kind, as staff type them", example="when are the bins collected", most=300, least=1
    )
    keywords: tuple[str, ...] = _about("words that point to it", example="pothole", most=40, default=())
    only_with: tuple[str, ...] = _about(
        "words of which one must be in the message, where the reply would offend whoever did not mean it",
        example="how much for",
        most=40,
        default=(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechAct:
    """What people say in a talk that is no question about their work: a greeting, thanks, "back", "their number?"."""

    id: str = _from_path("its name in the file")
    does: Does = _about("what follows: stay for the reply alone, or where it leads, such as back, more or number")
    reply: str = _about(
        "one or two plain, warm lines, at most 40 words",
        example="You are welcome. Type again whenever you need to.",
        most=300,
        default="",
    )
    entry: str = _about("the id of the entry shown with the reply", default="")
    courtesy: Courtesy = _about(
        "whether it may stand beside something else that is said: before it, or around it", default="alone"
    )
    in_talk: bool = _about("whether it means this only after something was shown before", default=False)
    phrasings: tuple[str, ...] = _about("ways to say it, in English and Scots", example="cheers", most=120, least=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All content as one frozen value.

    What is withdrawn for good is not among the entries and flows: ``withdrawn_entries`` and ``withdrawn_flows`` give
    its ids, each with the id of what stands in its place, or ``""``. ``content_id`` is the short id of the files it was
    read from. ``marked`` is what holds marks for another voice, as it is written (`bot.core.voices`).
    """

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
    graded: tuple[GradedMessage, ...] = ()
    acts: Mapping[str, SpeechAct] = field(default_factory=dict)
    withdrawn_entries: Mapping[str, str] = field(default_factory=dict)
    withdrawn_flows: Mapping[str, str] = field(default_factory=dict)
    content_id: str = field(default="", compare=False)
    marked: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, compare=False, repr=False)


def published_numbers(library: Library) -> frozenset[str]:
    """Return the digits of every published number, which are nobody's personal details."""
    phones = (p.number for s in library.services.values() for p in s.phones)
    texts = (s.text for s in library.services.values() if s.text)
    cards = (c.number for card in library.crisis.values() for c in card.contacts)
    return frozenset("".join(filter(str.isdigit, number)) for number in (*phones, *texts, *cards))


STEM = 5  # letters by which a word of the message and one of the service are the same


def stems_of(library: Library) -> frozenset[str]:
    """Return the stems of all words that services are told of in: a closed list, which holds nothing of a message."""
    return frozenset(stem for service in library.services.values() for stem in stems(service))


@lru_cache(maxsize=1 << 10)
def stems(service: Service) -> frozenset[str]:
    """Return the stems of the words that a service is told of in."""
    texts = (service.name, service.label, service.summary, service.eligibility.for_, *service.also_called)
    letters = (c if c.isalnum() else " " for text in texts for c in f"{text.casefold()} ".replace("'", ""))
    return frozenset(word[:STEM] for word in "".join(letters).split())


def is_unknown(text: str) -> bool:
    """Say whether a field says that nobody knows."""
    return not text or text.strip(" .").casefold() == "not known"
