"""The questions to an editor who creates something, and the checks of the answers."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args, get_origin

from bot.content.builder import ValueBuilder
from bot.content.field_specs import FieldSpec, field_specs
from bot.content.loaded_content import LoadedContent, Refers
from bot.content.rules.contacts import number_fault
from bot.content.rules.references import missing
from bot.content.shape_faults import FieldContext, listed, nearest
from bot.content.survey import MOST_ID, RESERVED, id_fault
from bot.content.yaml_tree import TextNode
from bot.core.content_field import Source
from bot.core.entry import Entry
from bot.core.library import Fact, Library
from bot.core.position import code
from bot.core.service import SCOTLAND, Eligibility, Phone, Service
from bot.core.steps import Flow, Option, Question
from bot.editor.prose import capital
from bot.editor.schemas.field_rules import WRITTEN, choices, meanings
from bot.editor.schemas.json_schema import limits_in_words, refers_to
from bot.editor.service_choice import NoSuchArea, area_called

LATER = "Enter leaves it for later."


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question to the editor."""

    name: str  # the name of its answer, and of its option on the command line
    kind: type  # the class whose field it fills
    attribute: str
    description: str = ""  # what it is, if the field's own help does not say it
    example: str = ""  # an example, if the field's own is not suitable
    usual: str = ""  # the answer that Enter gives; empty if it is left for later
    must: bool = False  # whether nothing can be written without it
    several: bool = False
    between: str = ","  # what separates them
    least: int = 0  # how many it takes at least
    refers: Refers | None = None  # what its answers are ids of, if the field does not say

    @property
    def known(self) -> FieldSpec:
        """The field it fills."""
        return next(known for known in field_specs(self.kind) if known.attribute == self.attribute)

    @property
    def help(self) -> str:
        """What it is, with its limits."""
        limits = "" if self.description else limits_in_words(replace(self.known, least=0))
        text = self.description or self.known.help
        return capital(text) + (f" ({limits})" if limits else "")

    @property
    def instance(self) -> str:
        """An example, or nothing if a list of choices says more."""
        return self.example or self.known.example.split("\n")[0]


_SOURCE = (
    Prompt("source", Source, "url", "the page that says so: its whole address"),
    Prompt("source_title", Source, "title", "the page's title, and who publishes it"),
)
_OWNER = "who keeps it right: a role, not a person"

ENTRY = (
    Prompt("title", Entry, "title", must=True),
    Prompt("theme", Entry, "theme", "the theme it belongs to", must=True, refers="theme"),
    Prompt("urgency", Entry, "urgency", usual="normal"),
    Prompt("first", Entry, "first"),
    Prompt("say", Entry, "say"),
    Prompt("avoid", Entry, "avoid"),
    Prompt("needs", Entry, "needs", several=True),
    Prompt("services", Entry, "services", several=True),
    Prompt("phrasing", Entry, "phrasings", "one way staff might ask for it, as they would type it"),
    *_SOURCE,
    Prompt("owner", Entry, "owner", _OWNER, usual="practice lead"),
)
SERVICE = (
    Prompt("name", Service, "name", must=True),
    Prompt("organization", Service, "organization", usual="Not known"),
    Prompt("summary", Service, "summary"),
    Prompt("for", Eligibility, "for_"),
    Prompt("not_for", Eligibility, "not_for", usual="Not known"),
    Prompt("needs", Service, "needs", several=True),
    Prompt(
        "areas", Service, "areas", "the councils it reaches, by name, or Scotland", "Glasgow, Scotland", several=True
    ),
    Prompt("reach", Service, "reach", several=True),
    Prompt("phone", Phone, "number", "its number, only as a source gives it"),
    Prompt("url", Service, "url"),
    Prompt("confidential", Service, "confidential_location", usual="no"),
    *_SOURCE,
)
FLOW = (
    Prompt("title", Flow, "title", must=True),
    Prompt("question", Question, "ask", "its first question"),
    Prompt(
        "answers",
        Option,
        "label",
        "the answers to it, two or more, separated by a stroke",
        example="Yes, or not sure / No",
        usual="Yes / No",
        several=True,
        between="/",
        least=2,
    ),
    *_SOURCE,
    Prompt("owner", Flow, "owner", _OWNER, usual="practice lead"),
)
FACT = (
    Prompt("value", Fact, "value", must=True),
    Prompt("means", Fact, "means", must=True),
    Prompt("source", Source, "url", "the page that says so: its whole address", must=True),
    Prompt("source_title", Source, "title", "the page's title, and who publishes it", must=True),
    Prompt("review_every", Entry, "review_every", "how soon it must be read again, such as 6 months", usual="6 months"),
    Prompt("owner", Fact, "owner", _OWNER, usual="practice lead"),
)


PromptAnswer = str | bool | list[str]
_TRUTHS: Mapping[str, bool] = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
_SHAPES: Mapping[str, str] = {
    "url": "write the whole address, from https://",
    "text": "write the number in figures",
    "email": "write the whole address, with an @",
    "review_every": "write a number and a unit, such as 6 months",
}


class WrongAnswer(Exception):
    """An answer is not valid; the message says why and what would be."""


def among(ask: Prompt, draft: LoadedContent) -> Mapping[str, str]:
    """Return the words or ids to choose from with their meanings; nothing if any text is allowed."""
    hint = _item(ask)
    if get_origin(hint) is Literal:
        return meanings(hint)
    refers = ask.refers or refers_to(ask.kind, ask.known)
    return choices(draft.library)[refers] if refers else {}


def parsed(ask: Prompt, text: str, draft: LoadedContent) -> PromptAnswer | None:
    """Return an answer as it is written to the file, or None if it is left for later.

    Raises:
        WrongAnswer: it is not valid.
    """
    text = " ".join(text.split())
    if not text:
        if ask.must:
            raise WrongAnswer(f"{ask.name.replace('_', ' ')} is needed; nothing can be written without it")
        return None
    if ask.known.hint is bool:
        if text.lower() not in _TRUTHS:
            raise WrongAnswer("answer yes or no")
        return _TRUTHS[text.lower()]
    if not ask.several:
        return _one(ask, text, draft)
    parts = [part.strip() for part in text.split(ask.between) if part.strip()]
    found = list(dict.fromkeys(_one(ask, part, draft) for part in parts))
    if len(found) < ask.least:
        raise WrongAnswer(f"{ask.least} or more are needed, with {ask.between} between them, such as: {ask.instance}")
    return found


def _one(ask: Prompt, text: str, draft: LoadedContent) -> str:
    if ask.attribute == "areas":
        return _area(text, draft.library)
    if known := among(ask, draft):
        return _chosen(ask, text, known)
    if message := _flaw(ask, text):
        raise WrongAnswer(message)
    return text


def _chosen(ask: Prompt, text: str, known: Mapping[str, str]) -> str:
    if text in known:
        return text
    by_title = {title.casefold(): id for id, title in known.items()}
    if text.casefold() in by_title:
        return by_title[text.casefold()]
    refers = ask.refers or refers_to(ask.kind, ask.known)
    if refers:
        raise WrongAnswer(missing(refers, text, frozenset(known)))
    guess = nearest(text, known)
    cure = f'did you mean "{guess}"?' if guess else f"answer with one of {listed(known)}"
    raise WrongAnswer(f'"{text}" is not one of its words; {cure}')


def _area(text: str, library: Library) -> str:
    if text.casefold() in ("scotland", "all scotland", "all of scotland", SCOTLAND.casefold()):
        return SCOTLAND
    try:
        return area_called(library, text)
    except NoSuchArea as error:
        raise WrongAnswer(str(error)) from None


def _flaw(ask: Prompt, text: str) -> str:
    """Return the fault that the loader or a rule would find in a text, or nothing."""
    known = ask.known
    builder = ValueBuilder()
    builder.build(TextNode(text, 1, 1, plain=False), _item(ask), FieldContext((ask.name,), ask.name, known.most))
    if builder.flaws:
        return builder.flaws[0].message
    if known.name == "number":
        return number_fault(text)
    pattern = WRITTEN.get((ask.kind, ask.attribute))
    if pattern and not pattern.fullmatch(text):
        return f'"{text}" cannot be used here; {_SHAPES[known.name]}'
    return ""


def _item(ask: Prompt) -> Any:
    hint = ask.known.hint
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


_MOST_WORDS = 4
_SMALL = frozenset(
    "a an and are at be by do does for from has have he her hers him his how i if in is it its just may me my of on or "
    "she so some someone that the their them they this to too was we what when who will with would you your".split()
)


def proposed(title: str, taken: Collection[str]) -> str:
    """Return an id for a title that no other thing of its kind has taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower().replace("'", "")
    words = re.findall(r"[a-z0-9]+", plain)
    telling = [word for word in words if word not in _SMALL] or words or ["new"]
    stem = _joined(telling[:_MOST_WORDS], MOST_ID)
    number = 1
    found = stem
    while fault(found, taken):
        number += 1
        found = f"{stem[: MOST_ID - 4].rstrip('-')}-{number}"
    return found


def fault(id: str, taken: Collection[str]) -> str:
    """Return why an id cannot be used, or nothing."""
    if message := id_fault(id):
        return message
    if id in taken:
        return f'"{id}" is the id of another; choose a different one'
    if id in RESERVED:
        return f'"{id}" is one of the bot\'s own words; choose a different one'
    short = code(id)
    if not short.strip("-") or short in {code(other) for other in taken}:
        return f'"{id}" would have the same short code in buttons as another; choose a different one'
    return ""


def _joined(words: list[str], most: int) -> str:
    """Join whole words up to a length."""
    found = words[0][:most]
    for word in words[1:]:
        if len(found) + 1 + len(word) > most:
            break
        found += f"-{word}"
    return found
