"""Messages about values that do not have the shape of their field."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from bot.content.faults import FieldPath, PathStep, short
from bot.content.slips.explanations import BULLET, NO_DASH
from bot.content.yaml_tree import NULLS, AnyNode, FieldsNode, ListNode, TextNode

_CUTOFF = 62  # of 100, by rapidfuzz's ratio: "frist" finds "first", "colour" finds nothing
_CUTOFF_OF_IDS = 78  # "hostel" is not "hostile"; "tara-age" is not "sarcs-age"
_CALLED = {
    "Areas": "areas.yaml",
    "Vocabulary": "vocabulary.yaml",
    "SignOff": "a sign-off",
    "Neighbour": "a neighbour",
    "NearMiss": "a near miss",
    "GradedMessage": "a graded message",
    "AskedFile": "a file of phrasings",
    "DangerFile": "danger.yaml",
    "ReferralRoute": "a referral",
    "LanguageRule": "a language rule",
    "CrisisCard": "a crisis card",
    "CrisisFile": "crisis.yaml",
    "CrisisContact": "a contact",
    "CrisisRules": "the rules",
    "RaiseRule": "a rule that raises a card",
    "QuietCards": "what falls silent",
    "Holidays": "holidays.yaml",
    "Holiday": "a bank holiday",
    "OutsideKind": "a kind of message",
}


@dataclass(frozen=True, slots=True)
class FieldContext:
    """The field of a value: its path, its name as written, and its limits."""

    path: FieldPath = ()
    name: str = ""
    most: int | None = None
    least: int = 0
    optional: bool = False
    outer: tuple[str, ...] = ()  # the names of the fields beside this one

    def inside(self, step: PathStep) -> "FieldContext":
        """Return the context of a value inside a list or a mapping; the limit on length applies to each text."""
        return FieldContext((*self.path, step), step if isinstance(step, str) else self.name, self.most)

    @property
    def label(self) -> str:
        return label(self.path)


def label(path: FieldPath) -> str:
    """Return the name of the value at a path, for a message."""
    if not path:
        return "the file"
    if isinstance(path[-1], str):
        return f'"{path[-1]}"'
    return f'this item of "{next((step for step in reversed(path) if isinstance(step, str)), "")}"'


def called(kind: type) -> str:
    """Return what editors call a class, with its article, such as an entry."""
    name = kind.__name__
    article = "an" if name[0] in "AEIOU" else "a"
    return _CALLED.get(name, f"{article} {name.lower()}")


def shown(text: str) -> str:
    """Return what an editor wrote in quotes, short and on one line."""
    return f'"{short(text)}"'


def nearest(word: str, choices: Iterable[str], cutoff: float = _CUTOFF) -> str:
    """Return the choice that a word was probably meant to be, or ``""``."""
    lowered = {choice.lower().replace("_", "-"): choice for choice in choices}
    wanted = word.lower().replace("_", "-")
    found = process.extractOne(wanted, list(lowered), scorer=fuzz.ratio, score_cutoff=cutoff)
    return lowered[found[0]] if found else ""


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the end of a message about an unknown id: the id that was probably meant, or ``""``."""
    guess = nearest(word, choices, _CUTOFF_OF_IDS)
    return f'; did you mean "{guess}"?' if guess else ""


def unknown_field(key: TextNode, value: AnyNode, node: FieldsNode, kind: str, guess: str, fields: Sequence[str]) -> str:
    """Return that a field does not exist, and which one was meant or could be used."""
    message = f"{shown(key.value)} is not a field of {kind}"
    if cut_by_comma(key, value, node):
        return f"{message}; a comma separates fields inside {{ }}, so put the whole sentence between double quotes"
    if guess:
        return f'{message}; did you mean "{guess}"?'
    return f"{message}; delete it" + (f", or use one of {listed(fields)}" if fields else "")


def cut_by_comma(key: TextNode, value: AnyNode, node: FieldsNode) -> bool:
    """Return whether a name inside { } is probably the rest of a sentence that a comma cut in two."""
    nothing = isinstance(value, TextNode) and not value.value and value.plain
    return node.braces and (nothing or " " in key.value)


def listed(names: Iterable[str], most: int = 24) -> str:
    """Return names as a list, cut short if it is long."""
    every = list(names)
    return ", ".join(every[:most]) + (" …" if len(every) > most else "")


def fields_due(node: AnyNode, context: FieldContext, fields: Sequence[str], needed: Sequence[str]) -> str:
    """Return that a mapping with certain fields is expected, and how to write those that it needs."""
    here = f"{context.label} has fields ({listed(fields, 5)}), but there is {_kind(node)} here"
    braces = ", ".join(f"{name}: …" for name in needed or fields)
    cure = f"write {{{braces}}}" if len(fields) < 5 else "write one field a line, as name: text"
    return _missing_space(node) or f"{here}; {cure}"


def mapping_due(node: AnyNode, context: FieldContext) -> str:
    """Return that names with values are expected."""
    here = f"{context.label} holds names with values, but there is {_kind(node)} here"
    return _missing_space(node) or f"{here}; write one a line, as name: text"


def text_due(node: AnyNode, context: FieldContext) -> str:
    """Return that one text is expected."""
    here = f"{context.label} is one text, but there is {_kind(node)} here"
    if isinstance(node, FieldsNode) and node.braces:
        return f"{here}; a sentence that begins with {{ goes between double quotes"
    if isinstance(node, FieldsNode):
        return f"{here}; a sentence that holds a colon goes between double quotes"
    return f"{here}; take away the dashes or the brackets"


def astray(key: TextNode, where: str) -> str:
    """Return that a field is among ids because it starts in the wrong column."""
    column = key.column + 2 if where == "in" else max(1, key.column - 2)
    if where == "in":
        cure = f"start it in column {column}, under the id it belongs to"
        return f"{shown(key.value)} is a field, but it is among ids; {cure}"
    return f"{shown(key.value)} is too far to the right; start it in column {column}"


def swallowed(node: FieldsNode, name: str) -> TextNode | None:
    """Return a field that became part of the text under | above it, or None."""
    for _, value in node.fields.values():
        if isinstance(value, TextNode) and value.literal:
            for number, line in enumerate(value.value.split("\n")):
                if re.match(rf" *{name}:(?:\s|$)", line):
                    return TextNode(line, value.line + 1 + number, node.column + 2)
    return None


def list_due(node: AnyNode, context: FieldContext, fields: Sequence[str] = ()) -> str:
    """Return that a list is expected, of texts or of items with fields."""
    here = f"{context.label} is a list, but there is {_kind(node)} here"
    if isinstance(node, TextNode) and re.match(r"-\S", node.value):
        return "type a space after each dash"
    if isinstance(node, TextNode) and (bullet := BULLET.match(node.value)):
        return NO_DASH.format(bullet["mark"])
    if isinstance(node, TextNode) and node.plain and node.value in NULLS:
        return f"{here}; write {context.name}: [] if nothing belongs in it"
    if fields:
        return f"{here}; begin each item with a dash, as - {{{fields[0]}: …}}"
    if isinstance(node, TextNode):
        return f"{here}; write {context.name}: [{short(node.value.strip('[] '), 30)}]"
    return f"{here}; begin each item with a dash and a space"


def _missing_space(node: AnyNode) -> str:
    slip = isinstance(node, TextNode) and re.match(r"[\w-]+:\S", node.value)
    return "type a space after the colon" if slip else ""


def _kind(node: AnyNode) -> str:
    if isinstance(node, TextNode):
        return "nothing" if node.plain and node.value in NULLS else "one text"
    return "a list" if isinstance(node, ListNode) else "something with fields"


def nothing_written(node: TextNode, context: FieldContext) -> str:
    """Return that a text is empty."""
    cure = "fill it in" + (", or leave the field out" if context.optional else "")
    if node.value.strip():
        return f"{context.label} is {node.value}; {cure}"
    return f"{context.label} is empty; {cure} (a sentence that begins with # goes between double quotes)"


def not_one_of(context: FieldContext, text: str, choices: Sequence[str]) -> str:
    """Return that a word is not one of the allowed values."""
    guess = nearest(text, choices)
    cure = f'did you mean "{guess}"?' if guess else f"write one of {listed(choices)}"
    return f"{context.label} is {shown(text)}, which is not one of its values; {cure}"


def length(label: str, text: str, most: int | None, least: int) -> str:
    """Return that a text is too long or too short, or ``""``."""
    if most is not None and len(text) > most:
        return f"{label} has {len(text)} characters and may have {most}; shorten it by {len(text) - most}"
    if len(text) < least:
        return f"{label} has {len(text)} characters and needs {least} or more; say more"
    return ""


def too_few(context: FieldContext, count: int) -> str:
    """Return that a list has too few items."""
    return f"{context.label} has {count} and needs {context.least} or more; add {context.least - count}"
