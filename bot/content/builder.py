"""A tree and a class of ``bot.core.library`` to the value it describes, with every fault on the way.

A field with a fault gets an empty value, so that the rest can still be checked against the rest of the
content. Such a value never reaches a Library: one fault anywhere refuses the whole folder.
"""

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

from bot.content import shape_faults
from bot.content.faults import Path
from bot.content.field_specs import DATE, NOTHING, QUOTE, FieldSpec, blank, field_names, field_specs
from bot.content.nodes import FieldsNode, ListNode, Node, TextNode, UnusableNode, unwrapped
from bot.content.shape_faults import NULLS, FieldContext, shown
from bot.content.slips.explanations import SPACE_AFTER_COLON
from bot.content.yaml_pitfalls import end_of_half

_NO_COLON = re.compile(r"(?P<name>(?>[\w-]+))(?P<mark> *[:;=\uff1a]? *)(?=\S)")


@dataclass(frozen=True, slots=True)
class ShapeFault:
    """One fault inside a file, at a node."""

    path: Path
    line: int
    column: int
    message: str


_WHOLE = FieldContext()


class ValueBuilder:
    """Builds values from one file and keeps what was wrong."""

    def __init__(self) -> None:
        self.flaws: list[ShapeFault] = []
        self.faulty: set[Path] = set()
        self.astray: set[Path] = set()  # fields that were found, in the wrong place

    def build(self, node: Node, hint: Any, spot: FieldContext = _WHOLE, given: Mapping[str, str] = NOTHING) -> Any:
        """Return the value of a node, with what its path gives; an empty one where the node does not fit."""
        if isinstance(node, UnusableNode):
            self.faulty.add(spot.path)
            return blank(hint, given)
        how = _how(hint)
        return how(self, node, hint, spot) if how else self._object(node, hint, spot, given)

    def told(self, elsewhere: Set[int]) -> Iterator[ShapeFault]:
        """Yield the faults, without those of lines whose slip is told already and of fields that only stand astray."""
        return (flaw for flaw in self.flaws if flaw.line not in elsewhere and flaw.path not in self.astray)

    def flaw(self, node: Node, spot: FieldContext, message: str) -> None:
        """Keep a fault."""
        self.faulty.add(spot.path)
        self.flaws.append(ShapeFault(spot.path, node.line, node.column, message))

    def _object(self, node: Node, kind: type, spot: FieldContext, given: Mapping[str, str]) -> Any:
        if not isinstance(node, FieldsNode):
            self.flaw(node, spot, shape_faults.fields_due(node, spot, field_names(kind)))
            return blank(kind, given)
        written = self._written(node, kind, spot)
        values: dict[str, Any] = dict(given)
        missing: list[FieldSpec] = []
        for known in field_specs(kind):
            if known.from_path:
                continue
            path = (*spot.path, known.name)
            if known.name in written:
                limits = (known.most, known.least, not known.required)
                inner = FieldContext(path, known.name, *limits, outer=field_names(kind))
                values[known.attribute] = self.build(written[known.name], known.hint, inner)
            elif known.required:
                missing.append(known)
                values[known.attribute] = blank(known.hint)
        self._all_missing(node, missing, field_names(kind), spot)
        return kind(**values)

    def _all_missing(
        self, node: FieldsNode, missing: list[FieldSpec], order: Sequence[str], spot: FieldContext
    ) -> None:
        half = None if spot.path else end_of_half(node, order, [known.name for known in missing])
        if half:
            self.flaw(half[0], spot, half[1])
            return
        for known in missing:
            self._missing(node, known, FieldContext((*spot.path, known.name), known.name))

    def _missing(self, node: FieldsNode, known: FieldSpec, spot: FieldContext) -> None:
        if swallowed := shape_faults.swallowed(node, known.name):
            cure = f"start it in column {node.column}"
            self.flaw(swallowed, spot, f'"{known.name}" stands inside the text above; {cure}')
        else:
            self.flaw(node, spot, f'"{known.name}" is missing; write {known.name}: {known.help}')
        self.faulty.add(spot.path)

    def _written(self, node: FieldsNode, kind: type, spot: FieldContext) -> dict[str, Node]:
        """Return the fields of a node by their right names, reporting those a class does not have."""
        fields = {known.name: known for known in field_specs(kind) if not known.from_path}
        written = {key.value: value for key, value in node.fields.values() if key.value in fields}
        told = any(
            isinstance(value, UnusableNode) for value in written.values()
        )  # then what a comma cut off is no news
        for key, value in node.fields.values():
            if key.value in fields or self._no_colon(key, written, fields, spot) or self._of_another(key, spot):
                continue
            if shape_faults.cut_by_comma(key, value, node):
                if told:
                    continue
                told = True
            free = [name for name in fields if name not in written]
            guess = shape_faults.nearest(key.value, free) or shape_faults.nearest(key.value, list(fields))
            self.flaw(key, spot.inside(key.value), self._unknown(key, value, node, kind, guess, free))
            if guess and guess not in written:  # take it as meant, so that one slip is one fault
                written[guess] = value
        return written

    def _no_colon(
        self, key: TextNode, written: dict[str, Node], fields: Mapping[str, FieldSpec], spot: FieldContext
    ) -> bool:
        """Report a line such as ``referral {by: …}``, which is read as a field called ``referral {by``."""
        found = _NO_COLON.match(key.value)
        if not found or not found["mark"] or found["name"] not in fields or found["name"] in written:
            return False
        name, mark = found["name"], found["mark"].strip()
        written[name] = UnusableNode(key.line, key.column)
        message = f'type a colon after "{name}"' + (f", in place of {mark}" if mark else "")
        self.flaw(key, spot.inside(name), SPACE_AFTER_COLON if mark == ":" else message)
        return True

    def _of_another(self, key: TextNode, spot: FieldContext) -> bool:
        """Report a field of what this stands in, because its line starts too far in."""
        if key.value not in spot.outer:
            return False
        self.astray.add((*spot.path[:-1], key.value))
        self.flaw(key, spot.inside(key.value), shape_faults.astray(key, "out"))
        return True

    def _unknown(self, key: TextNode, value: Node, node: FieldsNode, kind: type, guess: str, free: list[str]) -> str:
        paths = {known.name: known.help for known in field_specs(kind) if known.from_path}
        if key.value in paths:
            return f'"{key.value}" is taken from {paths[key.value]}; delete this line'
        return shape_faults.unknown_field(key, value, node, shape_faults.called(kind), guess, free)

    def _optional(self, node: Node, hint: Any, spot: FieldContext) -> Any:
        if isinstance(node, TextNode) and node.plain and node.value in NULLS:
            return None
        inner = next(choice for choice in get_args(hint) if choice is not NoneType)
        return self.build(node, inner, spot)

    def text(self, node: Node, spot: FieldContext) -> str | None:
        """Return the text of a node, or None after reporting why there is none."""
        if not isinstance(node, TextNode):
            if not isinstance(node, UnusableNode):
                self.flaw(node, spot, shape_faults.text_due(node, spot))
            return None
        if not node.value.strip() or (node.plain and node.value in NULLS):
            self.flaw(node, spot, shape_faults.nothing_written(node, spot))
            return None
        return node.value

    def _text(self, node: Node, hint: Any, spot: FieldContext) -> str:
        text = self.text(node, spot)
        if text is None:
            return ""
        # Outside |, a blank line leaves one line end; two mean that a web form wrote anew what stood under |.
        literal = isinstance(node, TextNode) and (node.literal or "\n\n" in node.value.strip())
        text = unwrapped(text if literal else text.replace("\n", "\n\n")) if "\n" in text else text.strip()
        fits = len(text) >= spot.least and (spot.most is None or len(text) <= spot.most)
        if not fits and not QUOTE.search(text):
            self.flaw(node, spot, shape_faults.length(spot.label, text, spot.most, spot.least))
        return text

    def _choice(self, node: Node, hint: Any, spot: FieldContext) -> str:
        choices: list[str] = list(get_args(hint))
        text = self.text(node, spot)
        if text is not None and text not in choices:
            self.flaw(node, spot, shape_faults.not_one_of(spot, text, choices))
            return choices[0]
        return text or choices[0]

    def _truth(self, node: Node, hint: Any, spot: FieldContext) -> bool:
        text = self.text(node, spot)
        if text is not None and text not in ("true", "false"):
            self.flaw(node, spot, f"{spot.label} is {shown(text)}; write true or false")
        return text == "true"

    def _number(self, node: Node, hint: Any, spot: FieldContext) -> int:
        text = self.text(node, spot)
        if text is not None and not re.fullmatch(r"[0-9]{1,3}", text):
            self.flaw(node, spot, f"{spot.label} is {shown(text)}; write a whole number in digits, such as 16")
            return 0
        return int(text or 0)

    def _date(self, node: Node, hint: Any, spot: FieldContext) -> date:
        text = self.text(node, spot)
        if text is None:
            return date.min
        try:
            if DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        self.flaw(node, spot, f"{spot.label} is {shown(text)}, which is not a date; write it as 2026-11-25")
        return date.min

    def _items(self, node: Node, hint: Any, spot: FieldContext) -> tuple[Any, ...]:
        item = get_args(hint)[0]
        if not isinstance(node, ListNode):
            fields = field_names(cast(type, item)) if dataclasses.is_dataclass(item) else ()
            self.flaw(node, spot, shape_faults.list_due(node, spot, fields))
            return ()
        if len(node.items) < spot.least:
            self.flaw(node, spot, shape_faults.too_few(spot, len(node.items)))
        if item is str:
            return tuple(self._line(inner, spot, number) for number, inner in enumerate(node.items))
        return tuple(self.build(inner, item, spot.inside(number)) for number, inner in enumerate(node.items))

    def _line(self, node: Node, spot: FieldContext, number: int) -> str:
        """Return a text of a list; with nearly all of them nothing can be wrong, which is soon seen."""
        text = node.value.strip() if isinstance(node, TextNode) else ""
        if text in NULLS or "\n" in text or (spot.most is not None and len(text) > spot.most):
            return cast(str, self.build(node, str, spot.inside(number)))
        return text

    def _mapping(self, node: Node, hint: Any, spot: FieldContext) -> Mapping[str, Any]:
        if not isinstance(node, FieldsNode):
            if not (isinstance(node, ListNode) and not node.items and not spot.least):
                self.flaw(node, spot, shape_faults.mapping_due(node, spot))
            return MappingProxyType({})
        if len(node.fields) < spot.least:
            self.flaw(node, spot, shape_faults.too_few(spot, len(node.fields)))
        inner = get_args(hint)[1]
        values: dict[str, Any] = {}
        self._left_behind(node, inner, spot)
        for key, value in node.fields.values():
            if dataclasses.is_dataclass(inner) and self._astray(key, value, inner, spot):
                break  # what follows most likely went with it
            if inner is str and not isinstance(value, TextNode) and self._of_another(key, spot):
                break
            values[key.value] = self.build(value, inner, spot.inside(key.value), _named(inner, key.value))
        return MappingProxyType(values)

    def _left_behind(self, node: FieldsNode, inner: Any, spot: FieldContext) -> None:
        """Note the fields that an id above lacks because they stand among the ids, so that one slip is one fault."""
        above = ""
        for name in node.fields if dataclasses.is_dataclass(inner) else ():
            if name in field_names(cast(type, inner)):
                self.astray.add((*spot.path, above, name))
            else:
                above = name

    def _astray(self, key: TextNode, value: Node, inner: Any, spot: FieldContext) -> bool:
        """Report a field that stands among ids, because its line starts in the wrong column."""
        fits = isinstance(value, FieldsNode) and any(
            known.name in value.fields for known in field_specs(inner) if known.required
        )
        if fits or isinstance(value, UnusableNode):
            return False
        if key.value in field_names(inner):
            self.flaw(key, spot, shape_faults.astray(key, "in"))
        elif key.value in spot.outer:
            self.astray.add((*spot.path[:-1], key.value))
            self.flaw(key, spot, shape_faults.astray(key, "out"))
        else:
            return False
        return True


_BUILD: Mapping[Any, Callable[[ValueBuilder, Node, Any, FieldContext], Any]] = {
    str: ValueBuilder._text,
    bool: ValueBuilder._truth,
    int: ValueBuilder._number,
    date: ValueBuilder._date,
    Literal: ValueBuilder._choice,
    tuple: ValueBuilder._items,
    Mapping: ValueBuilder._mapping,
}


@cache
def _how(hint: Any) -> Callable[[ValueBuilder, Node, Any, FieldContext], Any] | None:
    """Return what builds a value of a kind, or None for something with fields."""
    if dataclasses.is_dataclass(hint):
        return None
    origin = get_origin(hint)
    return ValueBuilder._optional if origin in (Union, UnionType) else _BUILD[origin or hint]


def _named(hint: Any, name: str) -> Mapping[str, str]:
    """Return what a value takes from its name in a mapping: its id, where its class has one."""
    has = dataclasses.is_dataclass(hint) and any(known.attribute == "id" for known in field_specs(cast(type, hint)))
    return {"id": name} if has else NOTHING
