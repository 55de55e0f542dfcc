"""Build values of the content's classes from parsed YAML, and collect every fault.

A field with a fault gets an empty value, so the other fields can still be checked. Such a value never reaches a
Library: one fault anywhere refuses the whole folder.
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
from bot.content.faults import FieldPath
from bot.content.field_specs import DATE, NOTHING, QUOTE, FieldSpec, blank, field_names, field_specs, written_specs
from bot.content.shape_faults import FieldContext, shown
from bot.content.slips.explanations import SPACE_AFTER_COLON
from bot.content.yaml_pitfalls import end_of_half
from bot.content.yaml_tree import NULLS, AnyNode, FieldsNode, ListNode, TextNode, UnusableNode, unwrapped
from bot.core.voices import VOICES, fitted

_NO_COLON = re.compile(r"(?P<name>(?>[\w-]+))(?P<mark> *[:;=\uff1a]? *)(?=\S)")
_WHOLE = FieldContext()


@dataclass(frozen=True, slots=True)
class ShapeFault:
    """A value that does not have the shape of its field."""

    path: FieldPath
    line: int
    column: int
    message: str


class ValueBuilder:
    """Builds the values of one file and collects their faults."""

    def __init__(self) -> None:
        self.flaws: list[ShapeFault] = []
        self.faulty: set[FieldPath] = set()
        self.astray: set[FieldPath] = set()  # fields that were found in the wrong place

    def build(
        self, node: AnyNode, hint: Any, context: FieldContext = _WHOLE, given: Mapping[str, str] = NOTHING
    ) -> Any:
        """Return the value of a node, with the fields that the file's path gives; an empty value if it does not fit."""
        if isinstance(node, UnusableNode):
            self.faulty.add(context.path)
            return blank(hint, given)
        how = _how(hint)
        return how(self, node, hint, context) if how else self._object(node, hint, context, given)

    def remaining_faults(self, elsewhere: Set[int]) -> Iterator[ShapeFault]:
        """Yield the faults, except on lines that have a syntax fault and for fields found in the wrong place."""
        return (flaw for flaw in self.flaws if flaw.line not in elsewhere and flaw.path not in self.astray)

    def flaw(self, node: AnyNode, context: FieldContext, message: str) -> None:
        self.faulty.add(context.path)
        self.flaws.append(ShapeFault(context.path, node.line, node.column, message))

    def _object(self, node: AnyNode, kind: type, context: FieldContext, given: Mapping[str, str]) -> Any:
        if not isinstance(node, FieldsNode):
            needed = [spec.name for spec in written_specs(kind) if spec.required]
            self.flaw(node, context, shape_faults.fields_due(node, context, field_names(kind), needed))
            return blank(kind, given)
        written = self._written(node, kind, context)
        values: dict[str, Any] = dict(given)
        missing: list[FieldSpec] = []
        for spec in written_specs(kind):
            path = (*context.path, spec.name)
            if spec.name in written:
                limits = (spec.most, spec.least, not spec.required)
                inner = FieldContext(path, spec.name, *limits, outer=field_names(kind))
                values[spec.attribute] = self.build(written[spec.name], spec.hint, inner)
            elif spec.required:
                missing.append(spec)
                values[spec.attribute] = blank(spec.hint)
        self._all_missing(node, missing, field_names(kind), context)
        return kind(**values)

    def _all_missing(
        self, node: FieldsNode, missing: list[FieldSpec], order: Sequence[str], context: FieldContext
    ) -> None:
        half = None if context.path else end_of_half(node, order, [spec.name for spec in missing])
        if half:
            self.flaw(half[0], context, half[1])
            return
        for spec in missing:
            self._missing(node, spec, FieldContext((*context.path, spec.name), spec.name))

    def _missing(self, node: FieldsNode, spec: FieldSpec, context: FieldContext) -> None:
        if swallowed := shape_faults.swallowed(node, spec.name):
            cure = f"start it in column {node.column}"
            self.flaw(swallowed, context, f'"{spec.name}" has become part of the text above; {cure}')
        else:
            self.flaw(node, context, f'"{spec.name}" is missing; write {spec.name}: {spec.help}')
        self.faulty.add(context.path)

    def _written(self, node: FieldsNode, kind: type, context: FieldContext) -> dict[str, AnyNode]:
        """Return the fields of a node by their correct names, and report those that the class does not have."""
        fields = {spec.name: spec for spec in written_specs(kind)}
        written = {key.value: value for key, value in node.fields.values() if key.value in fields}
        # If a value cannot be used, the rest that a comma cut off is not reported as well.
        told = any(isinstance(value, UnusableNode) for value in written.values())
        for key, value in node.fields.values():
            if key.value in fields or self._no_colon(key, written, fields, context) or self._of_another(key, context):
                continue
            if shape_faults.cut_by_comma(key, value, node):
                if told:
                    continue
                told = True
            free = [name for name in fields if name not in written]
            guess = shape_faults.nearest(key.value, free) or shape_faults.nearest(key.value, list(fields))
            self.flaw(key, context.inside(key.value), self._unknown(key, value, node, kind, guess, free))
            if guess and guess not in written:  # treat it as correct, so one mistake is one fault
                written[guess] = value
        return written

    def _no_colon(
        self, key: TextNode, written: dict[str, AnyNode], fields: Mapping[str, FieldSpec], context: FieldContext
    ) -> bool:
        """Report a line such as ``referral {by: …}``, which is read as a field called ``referral {by``."""
        found = _NO_COLON.match(key.value)
        if not found or not found["mark"] or found["name"] not in fields or found["name"] in written:
            return False
        name, mark = found["name"], found["mark"].strip()
        written[name] = UnusableNode(key.line, key.column)
        message = f'type a colon after "{name}"' + (f", instead of {mark}" if mark else "")
        self.flaw(key, context.inside(name), SPACE_AFTER_COLON if mark == ":" else message)
        return True

    def _of_another(self, key: TextNode, context: FieldContext) -> bool:
        """Report a field of the outer mapping that starts too far to the right."""
        if key.value not in context.outer:
            return False
        self.astray.add((*context.path[:-1], key.value))
        self.flaw(key, context.inside(key.value), shape_faults.astray(key, "out"))
        return True

    def _unknown(self, key: TextNode, value: AnyNode, node: FieldsNode, kind: type, guess: str, free: list[str]) -> str:
        paths = {spec.name: spec.help for spec in field_specs(kind) if spec.from_path}
        if key.value in paths:
            return f'"{key.value}" is taken from {paths[key.value]}; delete this line'
        if any(spec.local and spec.name == key.value for spec in field_specs(kind)):
            return f'"{key.value}" is only for local additions (docs/editors/local.md); delete this line'
        return shape_faults.unknown_field(key, value, node, shape_faults.called(kind), guess, free)

    def _optional(self, node: AnyNode, hint: Any, context: FieldContext) -> Any:
        if isinstance(node, TextNode) and node.plain and node.value in NULLS:
            return None
        inner = next(choice for choice in get_args(hint) if choice is not NoneType)
        return self.build(node, inner, context)

    def text(self, node: AnyNode, context: FieldContext) -> str | None:
        """Return the text of a node, or None after reporting why there is none."""
        if not isinstance(node, TextNode):
            if not isinstance(node, UnusableNode):
                self.flaw(node, context, shape_faults.text_due(node, context))
            return None
        if not node.value.strip() or (node.plain and node.value in NULLS):
            self.flaw(node, context, shape_faults.nothing_written(node, context))
            return None
        return node.value

    def _text(self, node: AnyNode, hint: Any, context: FieldContext) -> str:
        text = self.text(node, context)
        if text is None:
            return ""
        # Outside |, a blank line leaves one line end; two mean that a web form rewrote the text under |.
        literal = isinstance(node, TextNode) and (node.literal or "\n\n" in node.value.strip())
        text = unwrapped(text if literal else text.replace("\n", "\n\n")) if "\n" in text else text.strip()
        told = max((fitted(text, voice) for voice in VOICES), key=len)
        if not QUOTE.search(text) and not context.least <= len(told) <= (context.most or len(told)):
            self.flaw(node, context, shape_faults.length(context.label, told, context.most, context.least))
        return text

    def _choice(self, node: AnyNode, hint: Any, context: FieldContext) -> str:
        choices: list[str] = list(get_args(hint))
        text = self.text(node, context)
        if text is not None and text not in choices:
            self.flaw(node, context, shape_faults.not_one_of(context, text, choices))
            return choices[0]
        return text or choices[0]

    def _truth(self, node: AnyNode, hint: Any, context: FieldContext) -> bool:
        text = self.text(node, context)
        if text is not None and text not in ("true", "false"):
            self.flaw(node, context, f"{context.label} is {shown(text)}; write true or false")
        return text == "true"

    def _number(self, node: AnyNode, hint: Any, context: FieldContext) -> int:
        text = self.text(node, context)
        if text is not None and not re.fullmatch(r"[0-9]{1,3}", text):
            self.flaw(node, context, f"{context.label} is {shown(text)}; write a whole number in digits, such as 16")
            return 0
        return int(text or 0)

    def _date(self, node: AnyNode, hint: Any, context: FieldContext) -> date:
        text = self.text(node, context)
        if text is None:
            return date.min
        try:
            if DATE.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        self.flaw(node, context, f"{context.label} is {shown(text)}, which is not a date; write it as 2026-11-25")
        return date.min

    def _items(self, node: AnyNode, hint: Any, context: FieldContext) -> tuple[Any, ...]:
        item = get_args(hint)[0]
        if not isinstance(node, ListNode):
            fields = field_names(cast(type, item)) if dataclasses.is_dataclass(item) else ()
            self.flaw(node, context, shape_faults.list_due(node, context, fields))
            return ()
        if len(node.items) < context.least:
            self.flaw(node, context, shape_faults.too_few(context, len(node.items)))
        if item is str:
            return tuple(self._line(inner, context, number) for number, inner in enumerate(node.items))
        return tuple(self.build(inner, item, context.inside(number)) for number, inner in enumerate(node.items))

    def _line(self, node: AnyNode, context: FieldContext, number: int) -> str:
        """Return a text of a list; most texts need only these quick tests."""
        text = node.value.strip() if isinstance(node, TextNode) else ""
        if text in NULLS or "\n" in text or (context.most is not None and len(text) > context.most):
            return cast(str, self.build(node, str, context.inside(number)))
        return text

    def _mapping(self, node: AnyNode, hint: Any, context: FieldContext) -> Mapping[str, Any]:
        if not isinstance(node, FieldsNode):
            if not (isinstance(node, ListNode) and not node.items and not context.least):
                self.flaw(node, context, shape_faults.mapping_due(node, context))
            return MappingProxyType({})
        if len(node.fields) < context.least:
            self.flaw(node, context, shape_faults.too_few(context, len(node.fields)))
        inner = get_args(hint)[1]
        values: dict[str, Any] = {}
        self._left_behind(node, inner, context)
        for key, value in node.fields.values():
            if dataclasses.is_dataclass(inner) and self._astray(key, value, inner, context):
                break  # what follows most likely belongs to it
            if inner is str and not isinstance(value, TextNode) and self._of_another(key, context):
                break
            values[key.value] = self.build(value, inner, context.inside(key.value), _named(inner, key.value))
        return MappingProxyType(values)

    def _left_behind(self, node: FieldsNode, inner: Any, context: FieldContext) -> None:
        """Record fields that an id lacks because they are among the ids, so one mistake is one fault."""
        above = ""
        for name in node.fields if dataclasses.is_dataclass(inner) else ():
            if name in field_names(cast(type, inner)):
                self.astray.add((*context.path, above, name))
            else:
                above = name

    def _astray(self, key: TextNode, value: AnyNode, inner: Any, context: FieldContext) -> bool:
        """Report a field that is among ids because its line starts in the wrong column."""
        fits = isinstance(value, FieldsNode) and any(
            spec.name in value.fields for spec in field_specs(inner) if spec.required
        )
        if fits or isinstance(value, UnusableNode):
            return False
        if key.value in field_names(inner):
            self.flaw(key, context, shape_faults.astray(key, "in"))
        elif key.value in context.outer:
            self.astray.add((*context.path[:-1], key.value))
            self.flaw(key, context, shape_faults.astray(key, "out"))
        else:
            return False
        return True


_BUILD: Mapping[Any, Callable[[ValueBuilder, AnyNode, Any, FieldContext], Any]] = {
    str: ValueBuilder._text,
    bool: ValueBuilder._truth,
    int: ValueBuilder._number,
    date: ValueBuilder._date,
    Literal: ValueBuilder._choice,
    tuple: ValueBuilder._items,
    Mapping: ValueBuilder._mapping,
}


@cache
def _how(hint: Any) -> Callable[[ValueBuilder, AnyNode, Any, FieldContext], Any] | None:
    """Return the method that builds values of a type, or None for a class with fields."""
    if dataclasses.is_dataclass(hint):
        return None
    origin = get_origin(hint)
    return ValueBuilder._optional if origin in (Union, UnionType) else _BUILD[origin or hint]


def _named(hint: Any, name: str) -> Mapping[str, str]:
    """Return what a value takes from its name in a mapping: its id, if its class has one."""
    has = dataclasses.is_dataclass(hint) and any(spec.attribute == "id" for spec in field_specs(cast(type, hint)))
    return {"id": name} if has else NOTHING
