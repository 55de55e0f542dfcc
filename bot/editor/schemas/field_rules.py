"""What a schema needs to know about a field besides its type: how it is written, and what its keys are."""

import re
from collections.abc import Mapping
from typing import Any

from bot.content.field_specs import COUNCIL, DIGITS, DISTRICT, EMAIL, ID, SPAN, TIME, URL
from bot.content.loaded_content import Refers
from bot.core.library import (
    SCOTLAND,
    Areas,
    Attending,
    Confidence,
    CrisisContact,
    Day,
    Entry,
    Flow,
    FormerIds,
    Gender,
    LanguageRule,
    Library,
    OnBankHolidays,
    Option,
    Outcome,
    Phone,
    Question,
    QuestionType,
    Reach,
    Referral,
    ReferralBy,
    ReferralRoute,
    Schedule,
    Service,
    ServiceKind,
    Source,
    Stage,
    Status,
    Urgency,
    Who,
)

WRITTEN: Mapping[tuple[type, str], re.Pattern[str]] = {
    (Source, "url"): URL,
    (Service, "url"): URL,
    (Service, "email"): EMAIL,
    (Service, "text"): DIGITS,
    (Phone, "number"): DIGITS,
    (CrisisContact, "number"): DIGITS,
    (Schedule, "phone"): DIGITS,
    (Schedule, "opens_at"): TIME,
    (Schedule, "closes_at"): TIME,
    (Entry, "review_every"): SPAN,
    (Flow, "review_every"): SPAN,
    (Service, "review_every"): SPAN,
    (Entry, "aliases"): ID,
    (Flow, "aliases"): ID,
    (Service, "aliases"): ID,
    (Question, "aliases"): ID,
    (Option, "aliases"): ID,
    (Flow, "start"): ID,
    (Option, "next"): ID,
    (Option, "at"): ID,
    (Question, "next"): ID,
}


def _at_least_one(name: str) -> Mapping[str, Any]:
    return {"required": [name], "properties": {name: {"minItems": 1}}}


_NO_NEXT: Mapping[str, Any] = {"not": {"required": ["next"]}}
NAMED_BY_CODES: Mapping[tuple[type, str], re.Pattern[str]] = {
    (Areas, "councils"): COUNCIL,
    (Areas, "postcodes"): DISTRICT,
}
NAMED_BY_IDS: Mapping[tuple[type, str], Refers] = {(Entry, "roles"): "role"}  # its keys are ids of something else
HOLDS_IDS: Mapping[tuple[type, str], Refers] = {
    (Option, "flow"): "flow",
    (FormerIds, "themes"): "theme",
    (FormerIds, "roles"): "role",
}
TOGETHER: Mapping[type, Mapping[str, Any]] = {  # what a class requires of its fields together
    Option: {
        "anyOf": [{"required": ["next"]}, {"required": ["flow"]}],
        "not": {"required": ["next", "flow"]},
        "dependencies": {"at": ["flow"]},
    },
    Question: {
        "allOf": [
            {
                "if": {"properties": {"type": {"const": "area"}}, "required": ["type"]},
                "then": {"required": ["next"], "properties": {"options": {"maxProperties": 0}}},
                "else": {"required": ["options"], "properties": {"options": {"minProperties": 2}}, **_NO_NEXT},
            },
            {
                "if": {"properties": {"type": {"const": "consent"}}, "required": ["type"]},
                "then": {"required": ["shares"]},
                "else": {"not": {"required": ["shares"]}},
            },
        ],
    },
    Outcome: {"anyOf": [_at_least_one("needs"), _at_least_one("services")]},
    Service: {
        "if": {"properties": {"confidential_location": {"const": True}}, "required": ["confidential_location"]},
        "then": {"not": {"required": ["address"]}},
    },
}
ALSO: Mapping[type, tuple[str, ...]] = {  # optional fields that nearly always appear
    Entry: ("status", "needs", "services", "sign_off"),
    Flow: ("status", "sign_off"),
    Service: ("phones", "url", "assured", "unconfirmed"),
    ReferralRoute: ("by",),
    Source: ("title",),
    Question: ("options",),
    Option: ("next",),
    Outcome: ("text", "needs", "services"),
    Schedule: ("description",),
}
AN_ID = "an-id"
CALLED: Mapping[str, tuple[str, ...]] = {  # keys in examples, if one is not enough or is a code
    "questions": ("safe-now",),
    "options": ("yes", "no"),
    "outcomes": ("done",),
    "councils": ("S12000036",),
    "postcodes": ("EH6",),
}
EACH_ONCE = frozenset({(Entry, "phrasings"), (Schedule, "byday")})  # lists without duplicates, besides lists of ids


def whole(pattern: re.Pattern[str]) -> str:
    """Return a pattern that matches the whole text, in the form that JSON Schema and web forms expect."""
    return f"^(?:{pattern.pattern})$"


Choices = Mapping[Refers, Mapping[str, str]]


def choices(library: Library) -> Choices:
    """Return the ids in a library by what they identify, with their titles.

    Args:
        library: content with its drafts, because a draft may be named before it is live.
    """
    words = library.vocabulary
    councils = {gss: council.name for gss, council in library.areas.councils.items()}
    return {
        "entry": {id: entry.title for id, entry in sorted(library.entries.items())},
        "flow": {id: flow.title for id, flow in sorted(library.flows.items())},
        "service": {id: service.name for id, service in sorted(library.services.items())},
        "fact": {id: f"{fact.value}: {fact.means}" for id, fact in library.facts.items()},
        "crisis card": {id: card.title for id, card in library.crisis.items()},
        "theme": words.themes,
        "role": words.roles,
        "need": words.needs,
        "sign-off role": words.sign_off_roles,
        "region": library.areas.regions,
        "council": {SCOTLAND: "all of Scotland", **councils},
    }


_WORDS: tuple[tuple[Any, Mapping[str, str]], ...] = (
    (
        Urgency,
        {
            "emergency": "life or safety is at risk now",
            "same-day": "it cannot wait until tomorrow",
            "normal": "it matters, and there is time to do it well",
        },
    ),
    (
        Stage,
        {
            "live": "staff are shown it",
            "draft": "checked, and shown to nobody yet",
            "withdrawn": "found by nobody any more; old buttons lead to what stands in its place",
        },
    ),
    (
        Status,
        {
            "active": "it takes people now",
            "draft": "checked, and nobody is sent there yet",
            "paused": "it takes nobody for now; another service is shown first",
            "closed": "it has closed for good; no number is shown",
        },
    ),
    (
        Confidence,
        {
            "high": "its own pages, or a public body, say so",
            "medium": "good sources that are not its own, or are older",
            "low": "few or old sources; ring before you rely on it",
        },
    ),
    (
        ServiceKind,
        {
            "support": "support for a person",
            "advice-for-staff": "advice for staff, not for the person herself",
            "pathway": "a part of the national support pathway",
            "campaign": "information and campaigning; no casework",
        },
    ),
    (
        Reach,
        {
            "in-person": "she goes there",
            "outreach": "workers come to her",
            "phone": "by phone",
            "online": "by e-mail, chat or a web page",
        },
    ),
    (ReferralBy, {"self": "she makes contact herself", "staff": "staff may make contact, if she agrees"}),
    (
        QuestionType,
        {
            "choice": "a question with options",
            "area": "asks for the council area; skipped where it is known",
            "consent": "asks whether she agrees; stands before every referral",
        },
    ),
    (
        Referral,
        {
            "no": "nothing about her is passed on",
            "yes": "staff pass her details on, so a consent question stands before it",
            "duty": "the law or danger asks for it, with or without consent",
        },
    ),
    (
        Who,
        {
            "woman": "the person is a woman",
            "man": "the person is a man",
            "non-binary": "the person is non-binary",
            "under-16": "the person is under 16",
            "16-or-17": "the person is 16 or 17",
            "adult": "the person is 18 or over",
            "no-recourse": "the person has no recourse to public funds",
        },
    ),
    (Gender, {"woman": "women", "man": "men", "non-binary": "non-binary people"}),
    (
        Day,
        {
            "MO": "Monday",
            "TU": "Tuesday",
            "WE": "Wednesday",
            "TH": "Thursday",
            "FR": "Friday",
            "SA": "Saturday",
            "SU": "Sunday",
        },
    ),
    (Attending, {"phone": "by phone", "online": "online", "in-person": "at its door"}),
    (
        OnBankHolidays,
        {
            "open": "open on bank holidays as on other days",
            "closed": "shut on bank holidays",
            "not-known": "no source says; the bot says so too",
        },
    ),
    (
        LanguageRule.__annotations__["level"],
        {"error": "stops the content from going live", "advice": "shown; the editor decides"},
    ),
)


def meanings(hint: Any) -> Mapping[str, str]:
    """Return what each word of a closed list means.

    Args:
        hint: a Literal of ``bot.core.library``.

    Raises:
        KeyError: no meanings are written for its words.
    """
    for literal, words in _WORDS:
        if literal == hint:
            return words
    raise KeyError(hint)
