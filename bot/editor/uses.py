"""Every place in the content that names something, with its file, line and column, and what it does with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.content.faults import Finding, short
from bot.content.faults import Path as Way
from bot.content.field_specs import FieldText, field_texts
from bot.content.loaded_content import ContentItem, LoadedContent
from bot.content.nodes import FieldsNode, Node, TextNode
from bot.content.rules.messages import NOT_WORDS
from bot.content.rules.references import REFERS
from bot.core.quoting import quotes
from bot.core.steps import Flow, Option, Question
from bot.editor.ids import ContentId, pieces, place_of
from bot.editor.schemas.field_rules import choices
from bot.editor.text import count

QUOTED = "Quoted in sentences"

_PARAGRAPHS = "Entries with a paragraph for it"
_OF_ROLES = ("roles", "first_in")  # fields of an entry that name roles
_ENTRIES = "Entries in it"
_RAISED = "Raised by rules of danger"
_HEADINGS = Path(__file__).with_name("use_headings.yaml")


@dataclass(frozen=True, slots=True)
class Use:
    """One place that names a thing."""

    how: str  # what it does with it, as a heading
    file: str
    path: Way
    line: int
    column: int
    by: str  # what uses it, in short
    quote: str = ""  # the quote in the sentence there, such as ``{fact:id}``, if that is how it is named
    on_key: bool = False  # whether it is the name of the field that names it


@cache
def headings() -> Mapping[str, Mapping[str, str]]:
    """Return how the fields of each class use what they name, by the names of the class and the field."""
    read: Mapping[str, Mapping[str, str]] = yaml.safe_load(_HEADINGS.read_text("utf-8"))
    return read


def uses(draft: LoadedContent, named: ContentId) -> tuple[Use, ...]:
    """Return every place that names a thing, by file, line and column."""
    found = [*_in_texts(draft, named), *_in_messages(draft, named)]
    if named.what == "role":
        entries = [piece for piece in pieces(draft) if piece.kind == "entry"]
        of = ((entry, field) for entry in entries for field in _OF_ROLES if named.id in getattr(entry.value, field))
        found += (_use(draft, _PARAGRAPHS, entry, (field, named.id), on_key=True) for entry, field in of)
    if named.what == "theme":
        listed = ((id, file) for (kind, id), file in draft.files.items() if kind == "entry")
        found += (Use(_ENTRIES, file, (), 1, 1, id) for id, file in listed if file.split("/")[1] == named.id)
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
                yield _use(draft, headings()[leaf.kind.__name__][leaf.field.name], piece, leaf.path)


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


def _goes_to(flow: Flow, path: Way) -> str:
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
    """Yield the danger rules that raise a card, or count towards it."""
    page = draft.page("crisis")
    if page is None:
        return
    for path in _rules_of(page.root, card):
        line, column = page.place(path, on_key=path[-1] == card)
        yield Use(_RAISED, page.file, path, line, column, ".".join(map(str, path)), on_key=path[-1] == card)


def _rules_of(root: Node, card: str) -> Iterator[Way]:
    rules = _fields(_fields(root).get("rules"))
    for id, rule in _fields(rules.get("raise")).items():
        raised = _fields(rule).get("card")
        if isinstance(raised, TextNode) and raised.value == card:
            yield "rules", "raise", id, "card"


def _fields(node: Node | None) -> Mapping[str, Node]:
    return {name: value for name, (_, value) in node.fields.items()} if isinstance(node, FieldsNode) else {}


def _use(
    draft: LoadedContent, how: str, piece: ContentItem, path: Way, quote: str = "", *, on_key: bool = False
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
