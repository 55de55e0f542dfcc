"""What a schema needs to know about a field besides its type: how it is written, and what its keys are."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, get_args

from bot.content.field_specs import COUNCIL, DIGITS, DISTRICT, EMAIL, ID, SPAN, TIME, URL
from bot.content.loaded_content import Refers
from bot.core.content_field import Source
from bot.core.entry import Entry, GradedMessage
from bot.core.library import CrisisContact, Library
from bot.core.service import SCOTLAND, Phone, ReferralRoute, Schedule, Service
from bot.core.steps import Flow, Option, Outcome, Question
from bot.core.vocabulary import Areas, FormerIds, Glossary, LanguageRule, Vocabulary
from bot.editor.prose import words_in

Named = Refers | Literal["setting", "setting or role", "theme or flow"]
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
    **{(kind, "review_every"): SPAN for kind in (Entry, Flow, Service)},
    **{(kind, "aliases"): ID for kind in (Entry, Flow, Service, Question, Option)},
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
    (Vocabulary, "for_a_child"): re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)?"),  # of an entry, or of an entry and a point
}
NAMED_BY_IDS: Mapping[tuple[type, str], Named] = {  # their keys are ids of something else
    (Entry, "roles"): "role",
    (Entry, "first_in"): "setting or role",
    (Vocabulary, "setting_words"): "setting",
    (Vocabulary, "role_words"): "role",
    (Vocabulary, "need_words"): "need",
    (Vocabulary, "need_pages"): "need",
    (Vocabulary, "unlisted"): "need",
    (Vocabulary, "first_page_lines"): "theme or flow",
}
HOLDS_IDS: Mapping[tuple[type, str], Refers] = {
    (Option, "flow"): "flow",
    (FormerIds, "themes"): "theme",
    (FormerIds, "roles"): "role",
}
NAMED_BY_WORDS = frozenset({Glossary, LanguageRule})  # classes whose keys are words that staff type
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
        ]
    },
    Outcome: {"anyOf": [_at_least_one("needs"), _at_least_one("services")]},
    GradedMessage: {
        "if": {"properties": {"danger": {"const": "none"}}, "required": ["danger"]},
        "then": {"not": {"required": ["card"]}},
        "else": {"required": ["card"]},
    },
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
    GradedMessage: ("card",),
    Question: ("options",),
    Option: ("next",),
    Outcome: ("text", "needs", "services"),
    Schedule: ("description",),
}
AN_ID = "an-id"
_MEANINGS = Path(__file__).with_name("word_meanings.yaml")
CALLED: Mapping[str, tuple[str, ...]] = {  # keys in examples, if one is not enough or is a code
    "questions": ("safe-now",),
    "options": ("yes", "no"),
    "outcomes": ("done",),
    "councils": ("S12000036",),
    "postcodes": ("EH6",),
    "spellings": ("hoose",),
    "meanings": ("TA",),
    "only_beside": ("TA",),
    "instead": ("lifestyle",),
}
EACH_ONCE = frozenset({(Entry, "phrasings"), (Schedule, "byday")})  # lists without duplicates, besides lists of ids


def whole(pattern: re.Pattern[str]) -> str:
    """Return a pattern that matches the whole text, in the form that JSON Schema and web forms expect."""
    return f"^(?:{pattern.pattern})$"


Choices = Mapping[Named, Mapping[str, str]]


def choices(library: Library) -> Choices:
    """Return the ids in a library by what they identify, with their titles; it has its drafts, as they may be named."""
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
        "setting": words.settings,
        "setting or role": {**words.settings, **words.roles},
        "theme or flow": {
            **words.themes,
            **{id: library.flows[id].title for id in words.start_flows if id in library.flows},
        },
        "need": words.needs,
        "sign-off role": words.sign_off_roles,
        "region": library.areas.regions,
        "council": {SCOTLAND: "all of Scotland", **councils},
    }


def meanings(hint: Any) -> Mapping[str, str]:
    """Return what each word of a closed list, a Literal of the content, means.

    Raises:
        KeyError: no meanings are written for its words.
    """
    for meant in words_in(_MEANINGS).values():
        if {*meant} == {*get_args(hint)}:
            return meant
    raise KeyError(hint)
