"""``signpost new``: a new entry, service, flow or fact from a few answers, and a list of what is left to write."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.content.faults import Fault
from bot.content.field_specs import field_specs
from bot.content.loaded_content import LoadedContent, Refers, things
from bot.content.loader import read
from bot.content.survey import asked_file
from bot.content.yaml_writer import UnwrittenValue, document, fields
from bot.core.assurance import due_on
from bot.core.entry import AskedFile, Entry
from bot.core.library import Fact
from bot.core.screens.scene import BUTTON_LENGTH
from bot.core.service import Eligibility, Service
from bot.core.steps import Flow, Outcome, Question
from bot.editor.creating import prompts
from bot.editor.creating.prompts import Prompt, PromptAnswer, proposed
from bot.editor.schemas.json_schema import limits_in_words
from bot.state.storage import NotWritten, write_whole

PromptAnswers = Mapping[str, PromptAnswer | None]
_NOT_KNOWN = "Not known"
_UNCONFIRMED = "Everything: nobody has rung or written to it yet."
_SOON = "3 months"


def entry(answers: PromptAnswers, today: date) -> dict[str, Any]:
    """Return the fields of a new entry, which is a draft."""
    return _titled(Entry, answers) | {
        "status": "draft",
        "urgency": answers["urgency"],
        **{name: _or_later(Entry, name, answers) for name in ("first", "say", "avoid", "answer")},
        "services": answers.get("services") or [],
        "needs": answers.get("needs") or [],
        "not_phrasings": _later(Entry, "not_phrasings"),
        "keywords": _later(Entry, "keywords"),
        "sources": _sources(Entry, answers),
        "owner": answers["owner"],
        "reviewed": today,
        "review_every": "6 months" if answers["urgency"] == "normal" else _SOON,
        "sign_off": [],
    }


def asked(answers: PromptAnswers) -> dict[str, Any]:
    """Return the fields of the file beside a new entry, with the ways to ask for it."""
    return {"phrasings": [answers["phrasing"]] if answers.get("phrasing") else _later(AskedFile, "phrasings")}


def service(answers: PromptAnswers, today: date) -> dict[str, Any]:
    """Return the fields of a new service, which is a draft with unconfirmed contacts."""
    phone = answers.get("phone")
    contacts = {"phones": [{"number": phone}] if phone else []} | (
        {"url": answers["url"]} if answers.get("url") else {}
    )
    return {
        **_titled(Service, answers, "name"),
        "organization": answers["organization"],
        "status": "draft",
        "summary": _or_later(Service, "summary", answers),
        "eligibility": {"for": answers.get("for") or _later(Eligibility, "for"), "not_for": answers["not_for"]},
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


def flow(answers: PromptAnswers, today: date) -> dict[str, Any]:
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


def fact(answers: PromptAnswers, today: date) -> dict[str, Any]:
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


def _titled(kind: type, answers: PromptAnswers, field: str = "title") -> dict[str, Any]:
    """Return a title or name, with a label to write if it is too long for a button."""
    title = answers[field]
    label = {"label": _later(kind, "label")} if isinstance(title, str) and len(title) > BUTTON_LENGTH else {}
    return {field: title, **label}


def _sources(kind: type, answers: PromptAnswers) -> Any:
    if not answers.get("source"):
        return _later(kind, "sources")
    titled = {"title": answers["source_title"]} if answers.get("source_title") else {}
    return [{**titled, "url": answers["source"]}]


def _or_later(kind: type, name: str, answers: PromptAnswers) -> Any:
    return answers.get(name) or _later(kind, name)


def _later(kind: type, name: str) -> UnwrittenValue:
    known = next(known for known in field_specs(kind) if known.name == name)
    limits = limits_in_words(known)
    return UnwrittenValue(known.help + (f" ({limits})" if limits else ""))


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to create one kind of content."""

    name: Refers  # also the kind of its ids
    prompts: tuple[Prompt, ...]
    titled: str  # the answer from which its id is made
    path: str  # the path of its file, with the answers filled in
    outline: Callable[[PromptAnswers, date], Mapping[str, Any]]
    born: str  # the message after it is written

    @property
    def article(self) -> str:
        """The article before its name."""
        return "an" if self.name[0] in "aeiou" else "a"


ENTRY = Recipe(
    "entry",
    prompts.ENTRY,
    "title",
    "guidance/{theme}/{id}.yaml",
    entry,
    "It is a draft: nobody is shown it before its status is live.",
)
SERVICE = Recipe(
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
    prompts.FLOW,
    "title",
    "flows/{id}.yaml",
    flow,
    "It is a draft: nobody is shown it before its status is live.",
)
FACT = Recipe("fact", prompts.FACT, "means", "guidance/facts.yaml", fact, "Quote it in a sentence as {{fact:{id}}}.")
RECIPES: Mapping[str, Recipe] = {recipe.name: recipe for recipe in (ENTRY, SERVICE, FLOW, FACT)}


class CannotWrite(Exception):
    """New content could not be written; the message says why. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class NewContent:
    """New content that was written."""

    file: str  # its path in the content folder
    line: int  # its first line
    left: tuple[tuple[str, int, str, str], ...]  # what is left to write, with its file, line, field and a hint
    faults: tuple[Fault, ...]
    draft: LoadedContent
    alone: bool  # whether no other file has a fault, so that all its ids are known


def taken(draft: LoadedContent, recipe: Recipe) -> frozenset[str]:
    """Return the ids that are not available: current and former ones."""
    former = {id for thing in things(draft.library).get(recipe.name, {}).values() for id in thing.aliases}
    return (draft.ids(recipe.name) or frozenset()) | former


def write_new(folder: Path, recipe: Recipe, id: str, answers: PromptAnswers, today: date) -> NewContent:
    """Write new content into a folder, and load it.

    Raises:
        CannotWrite: it cannot be written; nothing was changed.
    """
    before = frozenset(read(folder)[1])
    file = recipe.path.format(id=id, theme=answers.get("theme", ""))
    path = folder / file
    value = recipe.outline(answers, today)
    texts = {file: "" if recipe is FACT else document(value)}
    texts |= {asked_file(file): document(asked(answers))} if recipe is ENTRY else {}
    line = 1
    try:
        if recipe is FACT:
            line, texts[file] = _appended(path, "".join(f"{line}\n" for line in fields({id: value}, "")))
        else:
            path.parent.mkdir(exist_ok=True)
            _write_all(folder, texts)
    except FileExistsError as error:
        raise CannotWrite(f"{Path(error.filename).relative_to(folder)} already exists; choose another id") from None
    except (OSError, NotWritten) as error:
        raise CannotWrite(f"{file} cannot be written: {error.strerror}") from None
    left = tuple((name, *rest) for name, text in texts.items() for rest in _left(text, line))
    draft, faults = read(folder)
    unwritten = {(name, number) for name, number, _, _ in left}
    new = sorted(set(faults) - before)
    rest = tuple(fault for fault in new if (fault.file, fault.line) not in unwritten)
    return NewContent(file, line, left, rest, draft, alone=all(fault.file in texts for fault in faults))


def _write_all(folder: Path, texts: Mapping[str, str]) -> None:
    """Write new files, or none of them if one is there already."""
    with ExitStack() as undo:
        for file, text in texts.items():
            with (folder / file).open("x", encoding="utf-8", newline="\n") as stream:
                undo.callback((folder / file).unlink)
                stream.write(text)
        undo.pop_all()


def _appended(path: Path, text: str) -> tuple[int, str]:
    """Append lines to a file, and return the number of the first and their text."""
    old = path.read_bytes()
    end = b"" if old.endswith(b"\n") or not old else b"\n"
    added = end + text.encode()
    write_whole(path.resolve(), old + (added.replace(b"\n", b"\r\n") if b"\r\n" in old else added), None)
    return (old + end).count(b"\n") + 1, text


def _left(text: str, first: int) -> Iterator[tuple[int, str, str]]:
    """Yield the lines that have a comment instead of a value."""
    for number, line in enumerate(text.split("\n"), first):
        name, parted, remark = line.partition(": # ")
        if parted:
            yield number, name.strip(" -"), remark
