"""The rules of crisis.yaml as editors write them, and how a saying is written.

The bot uses these rules in compiled form. This module first reports what the compiler could not read, with its place in
the file and what to type instead.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.content.builder import ValueBuilder
from bot.content.shape_faults import FieldContext, did_you_mean, nearest, shown
from bot.content.yaml_tree import AnyNode, FieldsNode, TextNode

RULES = "rules"
# The lists that the bot needs to recognise that danger is over, denied, or part of a story.
NEEDED = frozenset(
    "long-ago recent recent-here right-now for-real this-minute curious title say-so pretend fiction unreal at-large "
    "on-paper anyone loose caught safe-now negation not-negation doubt harm".split()
)

_GAP = re.compile(r"~~?(?=\s|$)")
_CHOICE = r"\([^()]*\)|[^\s|()]+"
_ELEMENT = re.compile(rf"(?:{_CHOICE})(?:\|(?:{_CHOICE}))*")
_ONE = re.compile(r"\((?P<group>[^()]*)\)|(?P<one>[^\s|()]+)")
_LIST = re.compile(r"\{(?P<name>[a-z0-9-]+)\}")
_SYMBOL = re.compile(r"[a-z0-9]+\*?|\^\^?|\$\$?|\{under-18\}")
_PLAIN = re.compile(r"[a-z0-9]+(?: +[a-z0-9]+)*")
_APOSTROPHE = re.compile("['\u2019]")
_MARKS = re.compile(r"[^a-z0-9]+")
_SIGNS = re.compile(r"[*^$~]")


@dataclass(frozen=True, slots=True)
class RaiseRule:
    """One rule: sayings that raise a card."""

    card: str = field(metadata={"help": "the id of the card that it raises"})
    tense: Literal["now", "done"] = field(metadata={"help": "now, or done for something that has happened"})
    says: tuple[str, ...] = field(metadata={"help": "the sayings that are danger by themselves"})
    when: Literal["recent"] | None = field(default=None, metadata={"help": "recent, or nothing"})


@dataclass(frozen=True, slots=True)
class QuietCards:
    """Cards that are not shown when a message says that the danger is over."""

    resolved_cards: tuple[str, ...] = field(metadata={"help": "the cards that are not shown when she is safe"})
    caught_cards: tuple[str, ...] = field(metadata={"help": "the cards that are not shown when he is caught"})


@dataclass(frozen=True, slots=True)
class CrisisRules:
    """All rules that raise cards."""

    order: tuple[str, ...] = field(metadata={"help": "the cards and rules, most urgent first"})
    small: str = field(metadata={"help": "the words that are skipped"})
    spellings: Mapping[str, str] = field(metadata={"help": "what is typed, and what it is read as"})
    words: Mapping[str, tuple[str, ...]] = field(metadata={"help": "the lists of words, by name"})
    figures: tuple[str, ...] = field(metadata={"help": "figures of speech, which are taken out first"})
    raise_: Mapping[str, RaiseRule] = field(metadata={"help": "the rules, each under its id"})
    quiet: QuietCards = field(metadata={"help": "which cards are not shown, and when"})


def split_rules(root: AnyNode) -> tuple[AnyNode, TextNode | None, AnyNode | None]:
    """Split crisis.yaml: return it without its rules, then the name of their field as written, then the rules."""
    if not isinstance(root, FieldsNode):
        return root, None, None
    written = RULES if RULES in root.fields else nearest(RULES, root.fields)
    name, rules = root.fields.get(written, (None, None))
    rest = {name: pair for name, pair in root.fields.items() if name != written}
    return FieldsNode(rest, root.line, root.column, root.braces), name, rules


def build_rules(
    builder: ValueBuilder, name: TextNode | None, rules: AnyNode | None, file: AnyNode
) -> CrisisRules | None:
    """Return the rules of crisis.yaml, or None if there are none; the builder collects the faults."""
    context = FieldContext((RULES,), RULES)
    if rules is None or name is None:
        if isinstance(file, FieldsNode):
            builder.flaw(file, context, f'"{RULES}" is missing; write {RULES}: and below it what raises a card')
        return None
    if name.value != RULES:
        builder.flaw(name, context, f'{shown(name.value)} is not a field of crisis.yaml; did you mean "{RULES}"?')
    found: CrisisRules = builder.build(rules, CrisisRules, context)
    return found


def saying_slip(saying: str, lists: Collection[str]) -> tuple[str, str]:
    """Return what is wrong with a saying, and its wrong words; both are empty if nothing is wrong."""
    choices: list[str] = []
    at = 0
    while at < len(saying):
        found = _GAP.match(saying, at) or _ELEMENT.match(saying, at)
        if saying[at].isspace():
            at += 1
        elif found is None:
            return _unread(saying[at:]), saying[at:]
        else:
            choices += () if found.re is _GAP else _choices(found[0])
            at = found.end()
    return next(((slip, choice) for choice in choices if (slip := _choice_slip(choice, lists))), ("", ""))


def entry_slip(entry: str, lists: Collection[str]) -> tuple[str, str]:
    """Return what is wrong with an item of a list, and its wrong words; both are empty if nothing is wrong."""
    if inner := inner_list(entry):
        slip = _list_slip(inner, lists)
        return slip, entry if slip else ""
    if odd := re.search(r"[{}^$~]", entry):
        return f"{odd[0]} is for sayings; an entry of a list is words, or one other list in braces", odd[0]
    return saying_slip(entry, lists)


def word_slip(words: str) -> str:
    """Return what is wrong with plain words, or ``""``."""
    return "" if _PLAIN.fullmatch(words) else _odd(words)


def inner_list(entry: str) -> str:
    """Return the name of the list that an item of a list refers to, or ``""``."""
    found = _LIST.fullmatch(entry)
    return found["name"] if found else ""


def _choices(element: str) -> Iterator[str]:
    for found in _ONE.finditer(element):
        yield from (choice.strip() for choice in found["group"].split("|")) if found["one"] is None else (found["one"],)


def _unread(rest: str) -> str:
    if rest.startswith("|"):
        return "words are missing on one side of this |; write them, or delete it"
    if rest.startswith(")"):
        return "this ) closes nothing; delete it"
    return "this ( is not closed, or has another inside it; write one ( and one ) around the choices"


def _choice_slip(choice: str, lists: Collection[str]) -> str:
    if not choice:
        return "words are missing on one side of a |; write them, or delete it"
    if _PLAIN.fullmatch(choice):
        return ""
    return next(filter(None, (_symbol_slip(part, lists) for part in choice.split())), "")


def _symbol_slip(symbol: str, lists: Collection[str]) -> str:
    if _SYMBOL.fullmatch(symbol):
        return ""
    if (found := _LIST.fullmatch(symbol)) is None:
        return _odd(symbol)
    return _list_slip(found["name"], lists)


def _list_slip(name: str, lists: Collection[str]) -> str:
    cure = did_you_mean(name, lists) or "; add it, or delete this"
    return "" if name in lists else f'there is no list "{name}" under words{cure}'


def _odd(words: str) -> str:
    plain = _MARKS.sub(" ", _APOSTROPHE.sub("", words.lower())).strip()
    if "{" in words or "}" in words:
        return f"{shown(words)} cannot be read; the name of a list goes alone between braces, as {{pills}}"
    if _SIGNS.search(words) or not plain:
        return f"{shown(words)} cannot be read; a * goes at the end of a word, and ^ and $ go alone"
    return f"{shown(words)} cannot be read; write {shown(plain)}, in small letters without punctuation"
