"""A tree and a class of ``bot.core.library`` to the value it describes, with every fault on the way.

A field with a fault gets an empty value, so that the rest can still be checked against the rest of the
content. Such a value never reaches a Library: one fault anywhere refuses the whole folder.
"""

import dataclasses
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from bot.content import shapes
from bot.content.faults import Path
from bot.content.nodes import Fields, Items, Node, Text, Unusable
from bot.content.shapes import NULLS, Spot

_WRITTEN = {"for_": "for"}  # names that Python keeps for itself
_LIST_LINE = re.compile(r"[-•*] |\d{1,2}[.)] ")
_QUOTE = re.compile(r"\{(?:fact|service):")


@dataclass(frozen=True, slots=True)
class Flaw:
    """One fault inside a file, at a node."""

    path: Path
    line: int
    column: int
    message: str


_WHOLE = Spot()
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Known:
    """A field of a class, as editors know it."""

    attribute: str
    name: str
    hint: Any
    help: str
    most: int | None
    least: int
    required: bool
    from_path: bool


@cache
def known_fields(kind: Hashable) -> tuple[Known, ...]:
    """Return the fields of a class of the library."""
    kind = cast(type, kind)
    hints = get_type_hints(kind)
    return tuple(
        Known(
            attribute=field.name,
            name=_WRITTEN.get(field.name, field.name),
            hint=hints[field.name],
            help=field.metadata.get("help", ""),
            most=field.metadata.get("most"),
            least=field.metadata.get("least", 0),
            required=field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
            from_path=field.metadata.get("from_path", False),
        )
        for field in dataclasses.fields(kind)
    )


def _names(kind: Any) -> list[str]:
    return [known.name for known in known_fields(kind) if not known.from_path]


class Builder:
    """Builds values from one file and keeps what was wrong."""

    def __init__(self) -> None:
        self.flaws: list[Flaw] = []
        self.faulty: set[Path] = set()

    def build(self, node: Node, hint: Any, spot: Spot = _WHOLE, given: Mapping[str, str] = _NOTHING) -> Any:
        """Return the value of a node, with what its path gives; an empty one where the node does not fit."""
        if isinstance(node, Unusable):
            self.faulty.add(spot.path)
            return blank(hint, given)
        if dataclasses.is_dataclass(hint):
            return self._object(node, cast(type, hint), spot, given)
        origin = get_origin(hint)
        if origin in (Union, UnionType):
            return self._optional(node, hint, spot)
        return _BUILD[origin or hint](self, node, hint, spot)

    def flaw(self, node: Node, spot: Spot, message: str) -> None:
        """Keep a fault."""
        self.faulty.add(spot.path)
        self.flaws.append(Flaw(spot.path, node.line, node.column, message))

    def _object(self, node: Node, kind: type, spot: Spot, given: Mapping[str, str]) -> Any:
        if not isinstance(node, Fields):
            self.flaw(node, spot, shapes.fields_due(node, spot, _names(kind)))
            return blank(kind, given)
        written = self._written(node, kind, spot)
        values: dict[str, Any] = dict(given)
        for known in known_fields(kind):
            if known.from_path:
                continue
            if known.name in written:
                inner = Spot((*spot.path, known.name), known.name, known.most, known.least, not known.required)
                values[known.attribute] = self.build(written[known.name], known.hint, inner)
            elif known.required:
                lacking = Spot((*spot.path, known.name), known.name)
                self.flaw(node, lacking, f'"{known.name}" is missing; write {known.name}: {known.help}')
                values[known.attribute] = blank(known.hint)
        return kind(**values)

    def _written(self, node: Fields, kind: type, spot: Spot) -> dict[str, Node]:
        """Return the fields of a node by their right names, reporting those a class does not have."""
        fields = {known.name: known for known in known_fields(kind) if not known.from_path}
        written = {key.value: value for key, value in node.fields.values() if key.value in fields}
        for key, value in node.fields.values():
            if key.value in fields:
                continue
            free = [name for name in fields if name not in written]
            guess = shapes.nearest(key.value, free) or shapes.nearest(key.value, list(fields))
            self.flaw(key, spot.inside(key.value), self._unknown(key, value, node, kind, guess, free))
            if guess and guess not in written:  # take it as meant, so that one slip is one fault
                written[guess] = value
        return written

    def _unknown(self, key: Text, value: Node, node: Fields, kind: type, guess: str, free: list[str]) -> str:
        paths = {known.name: known.help for known in known_fields(kind) if known.from_path}
        if key.value in paths:
            return f'"{key.value}" is taken from {paths[key.value]}; delete this line'
        return shapes.unknown_field(key, value, node, shapes.called(kind), guess, free)

    def _optional(self, node: Node, hint: Any, spot: Spot) -> Any:
        if isinstance(node, Text) and node.plain and node.value in NULLS:
            return None
        inner = next(choice for choice in get_args(hint) if choice is not NoneType)
        return self.build(node, inner, spot)

    def text(self, node: Node, spot: Spot) -> str | None:
        """Return the text of a node, or None after reporting why there is none."""
        if not isinstance(node, Text):
            if not isinstance(node, Unusable):
                self.flaw(node, spot, shapes.text_due(node, spot))
            return None
        if not node.value.strip() or (node.plain and node.value in NULLS):
            self.flaw(node, spot, shapes.nothing_written(node, spot))
            return None
        return node.value

    def _text(self, node: Node, hint: Any, spot: Spot) -> str:
        text = self.text(node, spot)
        if text is None:
            return ""
        text = unwrapped(text) if "\n" in text else text.strip()
        if not _QUOTE.search(text) and (message := shapes.length(spot.label, text, spot.most, spot.least)):
            self.flaw(node, spot, message)
        return text

    def _choice(self, node: Node, hint: Any, spot: Spot) -> str:
        choices: list[str] = list(get_args(hint))
        text = self.text(node, spot)
        if text is not None and text not in choices:
            self.flaw(node, spot, shapes.not_one_of(spot, text, choices))
            return choices[0]
        return text or choices[0]

    def _truth(self, node: Node, hint: Any, spot: Spot) -> bool:
        text = self.text(node, spot)
        if text is not None and text not in ("true", "false"):
            self.flaw(node, spot, f"{spot.label} is {shapes.shown(text)}; write true or false")
        return text == "true"

    def _number(self, node: Node, hint: Any, spot: Spot) -> int:
        text = self.text(node, spot)
        if text is not None and not re.fullmatch(r"[0-9]{1,3}", text):
            self.flaw(
                node,
                spot,
                f"{spot.label} is {shapes.shown(text)}; write a whole number in digits, such as 16",
            )
            return 0
        return int(text or 0)

    def _date(self, node: Node, hint: Any, spot: Spot) -> date:
        text = self.text(node, spot)
        if text is None:
            return date.min
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
                return date.fromisoformat(text)
        except ValueError:
            pass
        self.flaw(node, spot, f"{spot.label} is {shapes.shown(text)}, which is not a date; write it as 2026-11-25")
        return date.min

    def _items(self, node: Node, hint: Any, spot: Spot) -> tuple[Any, ...]:
        item = get_args(hint)[0]
        if not isinstance(node, Items):
            self.flaw(
                node,
                spot,
                shapes.list_due(node, spot, _names(item) if dataclasses.is_dataclass(item) else ()),
            )
            return ()
        if len(node.items) < spot.least:
            self.flaw(node, spot, shapes.too_few(spot, len(node.items)))
        return tuple(self.build(inner, item, spot.inside(number)) for number, inner in enumerate(node.items))

    def _mapping(self, node: Node, hint: Any, spot: Spot) -> Mapping[str, Any]:
        if not isinstance(node, Fields):
            if not (isinstance(node, Items) and not node.items and not spot.least):
                self.flaw(node, spot, shapes.mapping_due(node, spot))
            return MappingProxyType({})
        if len(node.fields) < spot.least:
            self.flaw(node, spot, shapes.too_few(spot, len(node.fields)))
        inner = get_args(hint)[1]
        return MappingProxyType(
            {key.value: self.build(value, inner, spot.inside(key.value)) for key, value in node.fields.values()}
        )


_BUILD: Mapping[Any, Callable[[Builder, Node, Any, Spot], Any]] = {
    str: Builder._text,
    bool: Builder._truth,
    int: Builder._number,
    date: Builder._date,
    Literal: Builder._choice,
    tuple: Builder._items,
    Mapping: Builder._mapping,
}


def unwrapped(text: str) -> str:
    """Join the lines of each paragraph; a blank line parts paragraphs, a line of a list stays a line."""
    lines: list[str] = []
    for line in (line.strip() for line in text.strip().split("\n")):
        if line and lines and lines[-1] and not _LIST_LINE.match(line):
            lines[-1] += f" {line}"
        elif line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines)


def blank(hint: Any, given: Mapping[str, str] = _NOTHING) -> Any:
    """Return the empty value that stands where something is wrong."""
    if dataclasses.is_dataclass(hint):
        kind = cast(type, hint)
        lacking = {known.attribute: blank(known.hint) for known in known_fields(kind) if known.required}
        return kind(**(lacking | dict(given)))
    if (origin := get_origin(hint)) in (Union, UnionType):
        return None
    if origin is Literal:
        return get_args(hint)[0]
    if origin is Mapping:
        return MappingProxyType({})
    empty: Mapping[Any, Any] = {str: "", bool: False, int: 0, date: date.min, tuple: ()}
    return empty[origin or hint]
