"""Everything in the content that has an id, and every place that names it, with its file, line and column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rapidfuzz import fuzz

from bot.content.builder import ValueBuilder
from bot.content.faults import FieldPath, Finding, short
from bot.content.field_specs import FieldText, field_texts
from bot.content.loaded_content import LISTED, ContentItem, LoadedContent, Refers
from bot.content.rules.interface_words import NOT_WORDS
from bot.content.rules.references import REFERS
from bot.content.yaml_tree import AnyNode, FieldsNode, TextNode
from bot.core.entry import Entry
from bot.core.quotations import quotes
from bot.core.service import Service
from bot.core.steps import Flow, Option, Question
from bot.editor.prose import count, words_in
from bot.editor.schemas.field_rules import choices

UseKind = Refers | Literal["translation", "step", "option"]
_CLOSE_ENOUGH, _LESS_FOR_A_PART = 75.0, 10.0  # of 100
_OWN: Mapping[str, type] = {"entry": Entry, "flow": Flow}


@dataclass(frozen=True, slots=True)
class ContentId:
    """A thing that has an id."""

    what: UseKind
    id: str
    flow: str = ""  # the flow it is in, if it is a step or an option
    question: str = ""  # the question it answers, if it is an option

    def __str__(self) -> str:
        return "/".join(filter(None, (self.flow, self.question, self.id)))


def pieces(draft: LoadedContent) -> Iterator[ContentItem]:
    """Yield every value of the content that may name something, including withdrawn content."""
    yield from draft.pieces()
    known = {"entry": draft.library.entries, "flow": draft.library.flows}
    for (kind, id), file in draft.files.items():
        page = draft.pages.get(file)
        if page is not None and kind in known and id not in known[kind]:
            given = {"id": id} | ({"theme": file.split("/")[1]} if kind == "entry" else {})
            yield ContentItem(file, (), ValueBuilder().build(page.root, _OWN[kind], given=given), kind, id)


def all_ids(draft: LoadedContent) -> Iterator[ContentId]:
    """Yield everything that has an id."""
    for kind, id in draft.files:
        if kind in ("entry", "flow", "service", "translation"):
            yield ContentId(kind, id)  # type: ignore[arg-type]  # one of the four
    yield from (ContentId(what, id) for what in LISTED for id in draft.listed(what))
    for piece in pieces(draft):
        if piece.kind == "flow":
            yield from (ContentId("step", id, piece.id) for id in (*piece.value.questions, *piece.value.outcomes))
            for question, asked in piece.value.questions.items():
                yield from (ContentId("option", id, piece.id, question) for id in asked.options)


def resolve(draft: LoadedContent, text: str) -> tuple[ContentId, ...]:
    """Return what an id names: several things if they have the same id.

    Args:
        text: the id; ``flow/step`` for a step and ``flow/question/option`` for an option. A kind and a colon before it,
            such as ``service:``, choose between things with the same id.
    """
    kind, _, id = text.strip().rpartition(":")
    return tuple(
        each for each in all_ids(draft) if str(each) == id and kind in ("", each.what, each.what.replace(" ", "-"))
    )


def place_of(draft: LoadedContent, named: ContentId) -> tuple[str, FieldPath]:
    """Return the file and the path in it where a thing is defined; the path is empty if it is the whole file."""
    if named.what == "step" or named.what == "option":
        return draft.file("flow", named.flow), _in_flow(draft, named)
    if named.what == "translation" or named.what not in LISTED:
        return draft.file(named.what, named.id), ()
    kind, path = LISTED[named.what]
    return draft.file(kind), (*path, named.id)


def _in_flow(draft: LoadedContent, named: ContentId) -> FieldPath:
    if named.what == "option":
        return "questions", named.question, "options", named.id
    flow = next(piece.value for piece in pieces(draft) if (piece.kind, piece.id) == ("flow", named.flow))
    return "questions" if named.id in flow.questions else "outcomes", named.id


def similar_ids(draft: LoadedContent, text: str) -> list[str]:
    """Return the ids that are similar to one that names nothing, most similar first."""
    ids = list(dict.fromkeys(map(str, all_ids(draft))))
    spaced = {id: id.replace("-", " ") for id in ids}
    wanted = text.rpartition(":")[2].strip().casefold().replace("-", " ").replace("_", " ")
    scores = {
        id: max(fuzz.token_sort_ratio(wanted, words), fuzz.token_set_ratio(wanted, words) - _LESS_FOR_A_PART)
        for id, words in spaced.items()
    }
    return sorted((id for id in ids if scores[id] >= _CLOSE_ENOUGH), key=lambda id: -scores[id])


def resolve_former(draft: LoadedContent, text: str) -> tuple[ContentId, ...]:
    """Return the things that had an id before and have another now."""
    words = draft.library.vocabulary.aliases
    old = {f"role:{alias}": ContentId("role", id) for alias, id in words.roles.items()}
    old |= {f"theme:{alias}": ContentId("theme", id) for alias, id in words.themes.items()}
    for piece in draft.pieces():
        if isinstance(piece.value, Entry | Flow | Service):
            old |= {f"{piece.kind}:{a}": ContentId(piece.kind, piece.id) for a in piece.value.aliases}  # type: ignore[arg-type]  # one of the three
    for flow in draft.library.flows.values():
        for id, outcome in flow.outcomes.items():
            old |= {f"step:{flow.id}/{a}": ContentId("step", id, flow.id) for a in outcome.aliases}
        for id, question in flow.questions.items():
            old |= {f"step:{flow.id}/{a}": ContentId("step", id, flow.id) for a in question.aliases}
            for name, option in question.options.items():
                named = ContentId("option", name, flow.id, id)
                old |= {f"option:{flow.id}/{id}/{a}": named for a in option.aliases}
    kind, _, id = text.strip().rpartition(":")
    return tuple(named for alias, named in old.items() if alias == f"{kind or named.what}:{id}")


QUOTED, RAISED = "Quoted in sentences", "Raised by rules of danger"
_OF_ROLES = ("roles", "first_in")  # fields of an entry that name roles
# How the fields of each class use what they name, by the names of the class and the field.
HEADINGS = Path(__file__).with_name("use_headings.yaml")


@dataclass(frozen=True, slots=True)
class Use:
    """One place that names a thing."""

    how: str  # what it does with it, as a heading
    file: str
    path: FieldPath
    line: int
    column: int
    by: str  # what uses it, in short
    quote: str = ""  # the quote in the sentence there, such as ``{fact:id}``, if that is how it is named
    on_key: bool = False  # whether it is the name of the field that names it


def uses(draft: LoadedContent, named: ContentId) -> tuple[Use, ...]:
    """Return every place that names a thing, by file, line and column."""
    found = [*_in_texts(draft, named), *_in_messages(draft, named)]
    if named.what == "role":
        entries = [piece for piece in pieces(draft) if piece.kind == "entry"]
        of = ((entry, field) for entry in entries for field in _OF_ROLES if named.id in getattr(entry.value, field))
        found += (
            _use(draft, "Entries with a paragraph for it", entry, (field, named.id), on_key=True) for entry, field in of
        )
    if named.what == "theme":
        listed = ((id, file) for (kind, id), file in draft.files.items() if kind == "entry")
        found += (Use("Entries in it", file, (), 1, 1, id) for id, file in listed if file.split("/")[1] == named.id)
    if named.what == "crisis card":
        found += _in_rules(draft, named.id)
    return tuple(sorted(found, key=lambda use: (use.file, use.line, use.column)))


def _in_texts(draft: LoadedContent, named: ContentId) -> Iterator[Use]:
    quote = _quote(named)
    for piece in pieces(draft):
        for leaf in field_texts(piece.value, piece.path):
            where = leaf.kind, leaf.field.name
            if quote and quote in leaf.text and where not in REFERS and leaf.field.name not in NOT_WORDS:
                if (named.what, named.id) in quotes(leaf.text):
                    yield _use(draft, QUOTED, piece, leaf.path, quote)
            elif leaf.text == named.id and _names(piece, leaf, named):
                yield _use(draft, words_in(HEADINGS)[leaf.kind.__name__][leaf.field.name], piece, leaf.path)


def _names(piece: ContentItem, leaf: FieldText, named: ContentId) -> bool:
    """Say whether a text that equals a thing's id is in a field that names that thing."""
    where = leaf.kind, leaf.field.name
    if where == (Option, "flow"):
        return named.what == "flow"
    if where == (Option, "at"):
        return named.what == "step" and _goes_to(piece.value, leaf.path) == named.flow
    if where in ((Option, "next"), (Question, "next"), (Flow, "start")):
        return named.what == "step" and piece.id == named.flow
    return REFERS.get(where) == named.what


def _goes_to(flow: Flow, path: FieldPath) -> str:
    """Return the flow that the option with a path continues in."""
    _, question, _, option, _ = map(str, path)
    return flow.questions[question].options[option].flow


def _in_messages(draft: LoadedContent, named: ContentId) -> Iterator[Use]:
    quote, file = _quote(named), draft.file("messages")
    for id, text in draft.library.messages.items():
        if quote and quote in text:
            yield _use(draft, QUOTED, ContentItem(file, (), None, "messages", ""), (id,), quote)


def _quote(named: ContentId) -> str:
    return f"{{{named.what}:{named.id}}}" if named.what in ("fact", "service") else ""


def _in_rules(draft: LoadedContent, card: str) -> Iterator[Use]:
    """Yield the danger rules that raise a card."""
    page = draft.page("crisis")
    rules = _fields(_fields(page.root).get("rules")) if page else {}
    for id, rule in _fields(rules.get("raise")).items():
        raised = _fields(rule).get("card")
        if page and isinstance(raised, TextNode) and raised.value == card:
            path = ("rules", "raise", id, "card")
            yield Use(RAISED, page.file, path, *page.place(path), ".".join(path))


def _fields(node: AnyNode | None) -> Mapping[str, AnyNode]:
    return {name: value for name, (_, value) in node.fields.items()} if isinstance(node, FieldsNode) else {}


def _use(
    draft: LoadedContent, how: str, piece: ContentItem, path: FieldPath, quote: str = "", *, on_key: bool = False
) -> Use:
    fault = draft.place(Finding(piece.file, path, "", within=quote, on_key=on_key))
    steps = ".".join(str(step) for step in path if isinstance(step, str))
    by = f"{piece.id}, {steps}" if piece.id and piece.id != path[0] else steps
    return Use(how, *draft.written(piece.file, path), fault.line, fault.column, by, quote, on_key)


_LONGEST = 70  # characters of a sentence shown
_FIELD = re.compile(r"^[\s-]*[\w-]+:\s+")  # the name of the field before a sentence


def lines(draft: LoadedContent, named: ContentId) -> Iterator[str]:
    """Yield a thing and its uses, a line each."""
    file, path = place_of(draft, named)
    own = draft.place(Finding(file, path, "", on_key=True))
    yield f"{named.what} {named}{_called(draft, named)}"
    yield f"  {own.file}:{own.line}:{own.column}"
    found = uses(draft, named)
    if not found:
        yield "  Nothing uses it."
    for how in dict.fromkeys(use.how for use in found):
        alike = [use for use in found if use.how == how]
        yield f"  {how} ({len(alike)})"
        yield from (f"    {use.file}:{use.line}:{use.column}  {use.by}{_sentence(draft, use)}" for use in alike)
    if found:
        files = {use.file for use in found}
        yield f"  {count(len(found), 'use')} in {count(len(files), 'file')}."
    yield ""


def _called(draft: LoadedContent, named: ContentId) -> str:
    """Return a thing's name in the words that staff see, after a colon."""
    what, facts = named.what, draft.library.facts
    if what == "step" or what == "option" or what == "translation":
        return ""
    name = facts[named.id].value if what == "fact" else choices(draft.library)[what].get(named.id, "")
    return f": {short(name, _LONGEST)}" if name else ""


def _sentence(draft: LoadedContent, use: Use) -> str:
    """Return the line of a sentence that quotes a thing."""
    if not use.quote:
        return ""
    written = _FIELD.sub("", draft.pages[use.file].lines[use.line - 1])
    start = max(0, written.find(use.quote) - _LONGEST // 3)
    return f": {'…' if start else ''}{short(written[start:].strip(), _LONGEST)}"
