"""What a schema knows of a field beyond its type: how it is written, and what its names are."""

import re
from collections.abc import Mapping
from typing import Any

from bot.content.field_specs import COUNCIL, DIGITS, DISTRICT, EMAIL, ID, SPAN, TIME, URL
from bot.content.loaded_content import Refers
from bot.core.library import (
    Areas,
    CrisisContact,
    Entry,
    Flow,
    FormerIds,
    Option,
    Outcome,
    Phone,
    Question,
    ReferralRoute,
    Schedule,
    Service,
    Source,
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
NAMED_BY_IDS: Mapping[tuple[type, str], Refers] = {(Entry, "roles"): "role"}  # its names are ids of something else
HOLDS_IDS: Mapping[tuple[type, str], Refers] = {
    (Option, "flow"): "flow",
    (FormerIds, "themes"): "theme",
    (FormerIds, "roles"): "role",
}
TOGETHER: Mapping[type, Mapping[str, Any]] = {  # what a class asks of its fields together
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
ALSO: Mapping[type, tuple[str, ...]] = {  # fields that may be left out and nearly always stand there
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
CALLED: Mapping[str, tuple[str, ...]] = {  # names in examples, where one will not do or is a code
    "questions": ("safe-now",),
    "options": ("yes", "no"),
    "outcomes": ("done",),
    "councils": ("S12000036",),
    "postcodes": ("EH6",),
}
EACH_ONCE = frozenset({(Entry, "phrasings"), (Schedule, "byday")})  # as every list of ids, without doubles


def whole(pattern: re.Pattern[str]) -> str:
    """Return a pattern that holds the whole text, as JSON Schema and web forms read patterns."""
    return f"^(?:{pattern.pattern})$"
