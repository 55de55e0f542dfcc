"""The form of a file, made from the fields of its class: its controls, their values, and what was typed into them."""

import dataclasses
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import NoneType
from typing import Any, Literal, Union, cast, get_args, get_origin

from bot.content.faults import FieldPath
from bot.content.field_edit import plain, rewritten, source
from bot.content.field_specs import FieldSpec, field_specs
from bot.content.yaml_tree import NULLS, AnyNode, FieldsNode, ListNode, TextNode, YamlSource, line_after, unwrapped
from bot.editor.prose import capital
from bot.editor.schemas.cms import NOT_IN_FORMS
from bot.editor.schemas.field_rules import NAMED_BY_IDS, Choices, meanings
from bot.editor.schemas.json_schema import form_of, limits_in_words, refers_to

_MISSING = re.compile(r'"([\w-]+)" is missing')
GONE: Any = object()  # instead of a value that is not written
_MOST_TICKS = 40  # choices with a box each; if there are more, the ids are typed, one per line
_ONE_LINE = 120  # characters; a text that may be longer has a box of several lines
_LOOKS = Literal["line", "box", "lines", "choice", "ticks", "group", "rows"]
_TRUTHS = {"true": "Yes", "false": "No"}


@dataclass(frozen=True, slots=True)
class Control:
    """One control of a form, or a group of them: its place in the file, how it looks, and what it holds."""

    name: str  # its name in the form: the file's part of the form and its path, with dots
    key: str  # the name of its field, or the number of its item
    looks: _LOOKS
    label: str
    help: str
    hint: Any
    value: str | tuple[str, ...] = ""
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    inner: tuple["Control", ...] = ()
    required: bool = False
    lines: tuple[int, int] = (0, 0)  # the first and last line of the file that it holds; 0 if it is not written

    @property
    def written(self) -> int:
        """The number of its inner controls that hold something."""
        return sum(bool(one.value or one.written) for one in self.inner)


class FormBuilder:
    """Makes the controls of a file.

    Args:
        known: the ids that may be chosen, by what they name.
        keys: the names that a mapping may have, with what they mean, by the name of its field.
        hidden: whether the ways to ask are in another file.
    """

    def __init__(
        self,
        where: YamlSource,
        known: Choices,
        *,
        keys: Mapping[str, Mapping[str, str]] | None = None,
        hidden: bool = False,
    ) -> None:
        self._where, self._known, self._keys, self._hidden = where, known, keys or {}, hidden

    def group(self, kind: type, path: FieldPath, name: str) -> tuple[Control, ...]:
        """Return the controls of a class, in the order of its fields."""
        shown = (
            spec for spec in field_specs(kind) if not spec.from_path and (kind, spec.attribute) not in NOT_IN_FORMS
        )
        made = (self._control(kind, spec, (*path, spec.name), f"{name}.{spec.name}") for spec in shown)
        asked = ("phrasings", "danger_phrasings", "asked")
        return tuple(one for one in made if not (self._hidden and one.key in asked and not one.lines[0]))

    def _control(self, kind: type, spec: FieldSpec, path: FieldPath, name: str) -> Control:
        hint, node = spec.hint, self._where.at(*path)
        if form_of(hint) is Union:
            hint = next(each for each in get_args(hint) if each is not NoneType)
        limits = limits_in_words(spec)
        about = f"{capital(spec.help)}{f' ({limits})' if limits else ''}."
        label = capital(spec.name.replace("_", " ")) + ("" if spec.required else " (optional)")
        lines = self._lines(path, node)
        one = Control(name, spec.name, "line", label, about, hint, required=spec.required, lines=lines)
        item = get_args(hint)[0] if get_origin(hint) is tuple else hint
        refers = refers_to(kind, spec)
        choices = self._known[refers] if refers else {}
        if form_of(item) is Literal:
            choices = {word: f"{word}: {says}" for word, says in meanings(item).items()}
        if get_origin(hint) is tuple and dataclasses.is_dataclass(item):
            return replace(one, looks="rows", inner=tuple(self._rows(cast(type, item), node, path, name)))
        if dataclasses.is_dataclass(hint):
            return replace(one, looks="group", inner=self.group(cast(type, hint), path, name))
        if get_origin(hint) is tuple:
            ticks = 0 < len(choices) <= _MOST_TICKS
            held = tuple(map(_one_line, node.items)) if isinstance(node, ListNode) else ()
            return replace(one, looks="ticks" if ticks else "lines", value=held, choices=choices)
        if form_of(hint) is not Literal and get_origin(hint) is not None:
            return replace(one, looks="group", inner=tuple(self._named(kind, spec, hint, node, path, name)))
        if hint is bool:
            choices = _TRUTHS
        if choices and not (refers and len(choices) > _MOST_TICKS):
            return replace(one, looks="choice", value=told(node), choices=choices)
        long = hint is str and not refers and (spec.most is None or spec.most > _ONE_LINE)
        if long:
            return replace(one, looks="box", value=told(node))
        return replace(one, value=_one_line(node) if node else "", choices=self._known[refers] if refers else {})

    def _rows(self, kind: type, node: AnyNode | None, path: FieldPath, name: str) -> Iterator[Control]:
        """Yield a group for each item, and one for a new item."""
        many = len(node.items) if isinstance(node, ListNode) else 0
        for number in range(many + 1):
            inner = self.group(kind, (*path, number), f"{name}.{number}")
            held = next((one.value for one in inner if isinstance(one.value, str) and one.value), "")
            label = f"{number + 1}. {held}" if number < many else "Add one"
            lines = self._lines((*path, number), self._where.at(*path, number))
            yield Control(f"{name}.{number}", str(number), "group", label, "", kind, inner=inner, lines=lines)

    def _named(
        self, kind: type, spec: FieldSpec, hint: Any, node: AnyNode | None, path: FieldPath, name: str
    ) -> Iterator[Control]:
        """Yield a control for each name that a mapping has or may have."""
        by = NAMED_BY_IDS.get((kind, spec.attribute))
        may = self._known[by] if by else self._keys.get(spec.name, {})
        held = tuple(node.fields) if isinstance(node, FieldsNode) else ()
        inner = get_args(hint)[1]
        looks: _LOOKS = "lines" if get_origin(inner) is tuple else "box"
        for key in dict.fromkeys((*may, *held)):
            there = self._where.at(*path, key)
            listed = tuple(map(_one_line, there.items)) if isinstance(there, ListNode) else ()
            value = listed if looks == "lines" else told(there)
            lines = self._lines((*path, key), there)
            yield Control(f"{name}.{key}", key, looks, may.get(key, key), "", inner, value, lines=lines)

    def _lines(self, path: FieldPath, node: AnyNode | None) -> tuple[int, int]:
        if node is None:
            return 0, 0
        key = self._where.name(*path)
        last = self._where.text.count("\n", 0, max(0, line_after(self._where, node) - 1))
        return (key or node).line, last + 1


def told(node: AnyNode | None) -> str:
    """Return the text of a value as it is read: lines joined, a blank line between paragraphs."""
    if not isinstance(node, TextNode) or (node.plain and node.value in NULLS):
        return ""
    text = node.value
    if "\n" not in text:
        return text.strip()
    return unwrapped(text if node.literal or "\n\n" in text.strip() else text.replace("\n", "\n\n"))


def _one_line(node: AnyNode) -> str:
    return " ".join(told(node).split())


Posted = Mapping[str, Sequence[str]]  # what a form sent, by the names of its controls


def taken(one: Control, old: Any, posted: Posted) -> Any:
    """Return what a control holds after a form was sent: the old value if nothing changed, GONE if nothing is left."""
    if one.looks == "group":
        values = _fields(one.inner, old, posted)
        return values or (old if old in ({}, "null", "") else None if one.required else GONE)
    if one.looks == "rows":
        had = old if isinstance(old, list) else []
        olds = [*had, *([GONE] * (len(one.inner) - len(had)))]
        kept = (pair for pair in zip(one.inner, olds, strict=False) if f"{pair[0].name}.gone" not in posted)
        made = [each for row, was in kept if (each := taken(row, was, posted)) is not GONE]
        return made if made or isinstance(old, list) or one.required else GONE
    sent = _sent(one, posted)
    if sent == (frozenset(one.value) if one.looks == "ticks" else one.value):
        return old
    if one.looks in ("lines", "ticks"):
        return _items(one, sent, old)
    return _typed(one.hint, cast(str, sent)) if sent else GONE


def _fields(inner: Sequence[Control], old: Any, posted: Posted) -> dict[str, Any]:
    """Return the values by name: the old ones in their order, and each new one after the field that it follows."""
    had: Mapping[str, Any] = old if isinstance(old, Mapping) else {}
    names = list(had)
    values: dict[str, Any] = dict(had)
    for number, one in enumerate(inner):
        value = taken(one, had.get(one.key, GONE), posted)
        if value is GONE:
            values.pop(one.key, None)
            continue
        values[one.key] = value
        if one.key not in names:
            before = [each.key for each in inner[:number] if each.key in names]
            names.insert(names.index(before[-1]) + 1 if before else 0, one.key)
    return {name: values[name] for name in names if name in values}


def _sent(one: Control, posted: Posted) -> str | tuple[str, ...] | frozenset[str]:
    given = posted.get(one.name, ())
    if one.looks == "ticks":
        return frozenset(given)
    text = "\n".join(given).replace("\r\n", "\n").strip()
    if one.looks == "lines":
        return tuple(" ".join(line.split()) for line in text.split("\n") if line.strip())
    return "\n".join(line.rstrip() for line in text.split("\n")) if one.looks == "box" else " ".join(text.split())


def _items(one: Control, sent: Any, old: Any) -> Any:
    had = list(one.value)
    wanted = [text for text in (*had, *one.choices) if text in sent] if one.looks == "ticks" else sent
    raw = dict(zip(had, old if isinstance(old, list) else (), strict=False))
    made = [raw.get(text, text) for text in dict.fromkeys(wanted)]
    return made if made or one.required or isinstance(old, list) else GONE


def _typed(hint: Any, text: str) -> Any:
    """Return a text as the value that its field holds, so that it is written without quotes, or the text itself."""
    if hint is bool:
        return text == "true"
    if hint is int and text.isascii() and text.isdigit():
        return int(text)
    if hint is date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text


def as_typed(one: Control, posted: Posted) -> Control:
    """Return a control that shows what was typed into it."""
    if one.inner:
        return replace(one, inner=tuple(as_typed(each, posted) for each in one.inner))
    sent = _sent(one, posted)
    return replace(one, value=tuple(sent) if isinstance(sent, frozenset) else sent)


def beside(inner: Sequence[Control], line: int, message: str) -> Control | None:
    """Return the control that a fault on a line belongs to: the innermost one, or the one that it says is missing."""
    within = [one for one in inner if one.lines[0] <= line <= one.lines[1]]
    missing = _MISSING.match(message)
    for one in within:
        if found := beside(one.inner, line, message):
            return found
    if missing and (named := [one for one in inner if one.key == missing[1] and not one.lines[0]]):
        return named[0]
    return within[-1] if within and not missing else None


def leaves(inner: Sequence[Control]) -> Iterator[Control]:
    """Yield every control, those inside a group after it."""
    for one in inner:
        yield one
        yield from leaves(one.inner)


@dataclass(frozen=True, slots=True)
class FormPart:
    """A file in a form: how the names of its controls begin, its path, its bytes, and its controls."""

    prefix: str
    file: str
    data: bytes
    inner: tuple[Control, ...]


def written(part: FormPart, posted: Posted, *, draft: bool) -> bytes:
    """Return a file as it is after the form was sent."""
    wanted: dict[str, Any] = _fields(part.inner, plain(source(part.data).page.root), posted)
    if draft and part.prefix == "own":
        first = next(iter(wanted))
        wanted = {first: wanted[first], "status": "", **wanted} | {"status": "draft"}
    return rewritten(part.data, wanted)


def named_points(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the id and the heading of each point of an entry."""
    listed: Sequence[Any] = plain(root).get("points", ())
    yield from ((point["id"], point.get("title", "")) for point in listed if isinstance(point, dict) and "id" in point)
