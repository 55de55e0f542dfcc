"""The ids that content may name, each with what it stands for."""

from collections.abc import Mapping
from typing import Any

from bot.content.loaded_content import Refers
from bot.core.library import (
    SCOTLAND,
    Attending,
    Confidence,
    Day,
    Gender,
    LanguageRule,
    Library,
    OnBankHolidays,
    QuestionType,
    Reach,
    Referral,
    ReferralBy,
    ServiceKind,
    Stage,
    Status,
    Urgency,
    Who,
)

Choices = Mapping[Refers, Mapping[str, str]]


def choices(library: Library) -> Choices:
    """Return the ids of a library by what they are ids of, with their titles.

    Args:
        library: content with its drafts, since a draft may be named before it is live.
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
        KeyError: nobody has written down what its words mean.
    """
    for literal, words in _WORDS:
        if literal == hint:
            return words
    raise KeyError(hint)
