"""The fields of new content: the answers, and an empty field with a comment for everything still to be written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.content.field_specs import field_specs
from bot.content.loaded_content import Refers
from bot.content.rules.screens import BUTTON
from bot.content.yaml_writer import UnwrittenValue
from bot.core.assurance import due_on
from bot.core.library import Eligibility, Entry, Fact, Flow, Outcome, Question, Service
from bot.editor.creating import prompts
from bot.editor.creating.prompts import Answer, Prompt, proposed
from bot.editor.schemas.json_schema import limits_in_words

Answers = Mapping[str, Answer | None]
_NOT_KNOWN = "Not known"
_UNCONFIRMED = "Everything: nobody has rung or written to it yet."
_SOON = "3 months"


def entry(answers: Answers, today: date) -> dict[str, Any]:
    """Return the fields of a new entry, which is a draft."""
    return _titled(Entry, answers) | {
        "status": "draft",
        "urgency": answers["urgency"],
        **{name: _or_later(Entry, name, answers) for name in ("first", "say", "avoid", "answer")},
        "services": answers.get("services") or [],
        "needs": answers.get("needs") or [],
        "phrasings": [answers["phrasing"]] if answers.get("phrasing") else _later(Entry, "phrasings"),
        "not_phrasings": _later(Entry, "not_phrasings"),
        "keywords": _later(Entry, "keywords"),
        "sources": _sources(Entry, answers),
        "owner": answers["owner"],
        "reviewed": today,
        "review_every": "6 months" if answers["urgency"] == "normal" else _SOON,
        "sign_off": [],
    }


def service(answers: Answers, today: date) -> dict[str, Any]:
    """Return the fields of a new service, which is a draft with unconfirmed contacts."""
    phone = answers.get("phone")
    contacts = {"phones": [{"number": phone}] if phone else []} | (
        {"url": answers["url"]} if answers.get("url") else {}
    )
    return {
        "name": answers["name"],
        **_label(answers["name"]),
        "organization": answers["organization"],
        "status": "draft",
        "summary": _or_later(Service, "summary", answers),
        "eligibility": {
            "for": answers.get("for") or _later(Eligibility, "for"),
            "not_for": answers["not_for"],
        },
        "needs": answers.get("needs") or [],
        "areas": _or_later(Service, "areas", answers),
        "reach": answers.get("reach") or [],
        "referral": {"by": [], "what_happens": _NOT_KNOWN},
        **contacts,
        **dict.fromkeys(("hours", "languages", "access", "cost"), _NOT_KNOWN),
        "confidential_location": bool(answers["confidential"]),
        "assured": None,
        "confidence": "low",
        "unconfirmed": [_UNCONFIRMED],
        "sources": _sources(Service, answers),
        "review_every": _SOON,
    }


def flow(answers: Answers, today: date) -> dict[str, Any]:
    """Return the fields of a new flow, which is a draft: one question, and an outcome for each answer."""
    labels = answers["answers"]
    ids: dict[str, str] = {}
    for label in labels if isinstance(labels, list) else []:
        ids[proposed(label, {"first-question", *ids})] = label
    ask = _later(Question, "ask") if not answers.get("question") else answers["question"]
    options = {id: {"label": label, "next": f"after-{id}"} for id, label in ids.items()}
    return _titled(Flow, answers) | {
        "status": "draft",
        "start": "first-question",
        "questions": {"first-question": {"ask": ask, "options": options}},
        "outcomes": {f"after-{id}": _outcome() for id in ids},
        "sources": _sources(Flow, answers),
        "owner": answers["owner"],
        "reviewed": today,
        "review_every": _SOON,
        "sign_off": [],
    }


def fact(answers: Answers, today: date) -> dict[str, Any]:
    """Return the fields of a new fact."""
    return {
        "value": answers["value"],
        "means": answers["means"],
        "sources": _sources(Fact, answers),
        "read": today,
        "expires": due_on(today, str(answers["review_every"])),
        "owner": answers["owner"],
    }


def _outcome() -> dict[str, Any]:
    return {
        "title": _later(Outcome, "title"),
        "first": _later(Outcome, "first"),
        "referral": "no",
        "needs": UnwrittenValue("the need it answers, or name its services under services:"),
    }


def _titled(kind: type, answers: Answers) -> dict[str, Any]:
    title = answers["title"]
    if isinstance(title, str) and len(title) > BUTTON:
        return {"title": title, "label": _later(kind, "label")}
    return {"title": title}


def _label(name: Answer | None) -> dict[str, Any]:
    return {"label": _later(Service, "label")} if isinstance(name, str) and len(name) > BUTTON else {}


def _sources(kind: type, answers: Answers) -> Any:
    if not answers.get("source"):
        return _later(kind, "sources")
    titled = {"title": answers["source_title"]} if answers.get("source_title") else {}
    return [{**titled, "url": answers["source"]}]


def _or_later(kind: type, name: str, answers: Answers) -> Any:
    return answers.get(name) or _later(kind, name)


def _later(kind: type, name: str) -> UnwrittenValue:
    known = next(known for known in field_specs(kind) if known.name == name)
    limits = limits_in_words(known)
    return UnwrittenValue(known.help + (f" ({limits})" if limits else ""))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to create one kind of content.

    Attributes:
        name: entry, service, flow or fact.
        refers: the kind of its ids.
        prompts: the questions to ask.
        titled: the answer from which its id is made.
        path: the path of its file, with the answers filled in.
        outline: its fields.
        born: the message after it is written.
    """

    name: str
    refers: Refers
    prompts: tuple[Prompt, ...]
    titled: str
    path: str
    outline: Callable[[Answers, date], Mapping[str, Any]]
    born: str

    @property
    def article(self) -> str:
        """The article before its name."""
        return "an" if self.name[0] in "aeiou" else "a"


ENTRY = Recipe(
    "entry",
    "entry",
    prompts.ENTRY,
    "title",
    "guidance/{theme}/{id}.yaml",
    entry,
    "It is a draft: nobody is shown it before its status is live.",
)
SERVICE = Recipe(
    "service",
    "service",
    prompts.SERVICE,
    "name",
    "guidance/services/{id}.yaml",
    service,
    "It is a draft: nobody is sent there before its status is active. Until somebody has rung,"
    " its contacts are shown as not yet confirmed.",
)
FLOW = Recipe(
    "flow",
    "flow",
    prompts.FLOW,
    "title",
    "flows/{id}.yaml",
    flow,
    "It is a draft: nobody is shown it before its status is live.",
)
FACT = Recipe(
    "fact",
    "fact",
    prompts.FACT,
    "means",
    "guidance/facts.yaml",
    fact,
    "Quote it in a sentence as {{fact:{id}}}.",
)
RECIPES: Mapping[str, Recipe] = {recipe.name: recipe for recipe in (ENTRY, SERVICE, FLOW, FACT)}
