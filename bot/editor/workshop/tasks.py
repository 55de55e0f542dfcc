"""The tasks of the workshop page, and what links to each part of the content."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.content.faults import Finding
from bot.content.faults import Path as Way
from bot.content.loaded_content import LoadedContent
from bot.content.rules.references import REFERS
from bot.core.entry import Entry, Neighbour
from bot.core.library import CrisisCard
from bot.core.quoting import quotes
from bot.core.service import Service
from bot.core.steps import Flow, Option, Outcome
from bot.core.vocabulary import Vocabulary

NOW, FIRST, SOON, LATER = range(4)  # how urgent a task is
_SECTIONS = Path(__file__).with_name("sections.yaml")
URGENT = {"emergency": FIRST, "same-day": SOON}  # by the urgency of an entry or a contact


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do."""

    rank: int  # how urgent it is: now, first, soon or later
    what: str  # what is wrong
    do: str  # what to do about it
    where: str  # the file and line
    words: tuple[tuple[str, str], ...] = ()  # text of the content that it is about, each with its file and line


@dataclass(frozen=True, slots=True)
class TaskSection:
    """Tasks of one kind, the most urgent first."""

    id: str  # its anchor on the page
    title: str
    why: str  # why they matter, and what was checked
    tasks: tuple[Task, ...]
    goal: str  # what to do in two hours, if this section comes first
    portion: int  # how many tasks fit into two hours
    command: str = ""  # the command that shows more


def where(draft: LoadedContent, file: str, path: Way = (), *, within: str = "", on_key: bool = False) -> str:
    """Return the file and line of a value, of its name or of words inside it, as ``file:line``."""
    fault = draft.place(Finding(file, path, "", within=within, on_key=on_key))
    return f"{fault.file}:{fault.line}"


@cache
def _section_words() -> Mapping[str, Mapping[str, Any]]:
    words: Mapping[str, Mapping[str, Any]] = yaml.safe_load(_SECTIONS.read_text("utf-8"))
    return words


def section(id: str, tasks: Iterable[Task], **blanks: object) -> TaskSection:
    """Return a section with its tasks, the most urgent first; the blanks fill in why they matter."""
    words = _section_words()[id]
    ordered = tuple(sorted(tasks, key=lambda task: task.rank))
    return TaskSection(id=id, tasks=ordered, **{**words, "why": words["why"].format(**blanks)})


# The fields that are shown as buttons.
BUTTONS = frozenset(
    {
        (Entry, "related"),
        (Entry, "flow"),
        (Neighbour, "see"),
        (Outcome, "related"),
        (Outcome, "flows"),
        (Option, "flow"),
        (CrisisCard, "entry"),
        (CrisisCard, "flow"),
        (Vocabulary, "start_flows"),
    }
)
_OPTION_FLOW = (Option, "flow")


@dataclass(frozen=True, slots=True)
class ContentLink:
    """One reference to a part of the content."""

    kind: str  # the kind of item that refers to it, such as entry, flow or service
    id: str
    button: bool  # whether it is shown as a button
    asks: bool  # whether it shows or looks for the part, which a service in the directory does not


Links = Mapping[tuple[str, str], tuple[ContentLink, ...]]


def links(draft: LoadedContent) -> Links:
    """Return every live reference by the kind and id it refers to; references of an item to itself do not count."""
    found: dict[tuple[str, str], list[ContentLink]] = {}
    quoted = ((id, quote) for id, text in draft.library.messages.items() for quote in quotes(text))
    of_messages = ((quote, ContentLink("messages", id, button=False, asks=True)) for id, quote in quoted)
    for to, link in (*_of_texts(draft), *of_messages, *_of_cards(draft)):
        if (link.kind, link.id) != to:
            found.setdefault(to, []).append(link)
    return {to: tuple(all_) for to, all_ in found.items()}


def _of_texts(draft: LoadedContent) -> Iterator[tuple[tuple[str, str], ContentLink]]:
    for piece, leaf in draft.texts:
        if isinstance(piece.value, Entry | Flow) and piece.value.status != "live":
            continue
        field = leaf.kind, leaf.field.name
        named = "flow" if field == _OPTION_FLOW else REFERS.get(field)
        link = ContentLink(piece.kind, piece.id, field in BUTTONS, leaf.kind is not Service)
        if named and leaf.text:
            yield (named, leaf.text), link
        elif "{" in leaf.text:
            yield from ((quoted, link) for quoted in quotes(leaf.text))


def _of_cards(draft: LoadedContent) -> Iterator[tuple[tuple[str, str], ContentLink]]:
    """Yield the services whose numbers are on a crisis card."""
    for id, card in draft.library.crisis.items():
        numbers = {contact.number for contact in card.contacts}
        for service in draft.library.services.values():
            if numbers & {phone.number for phone in service.phones}:
                yield ("service", service.id), ContentLink("crisis", id, button=False, asks=True)
