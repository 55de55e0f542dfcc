"""The fields of the content's classes: names in files, help, limits, empty values and texts."""

import dataclasses
import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

from bot.content.faults import FieldPath, PathStep
from bot.core.library import Library

NOTHING: Mapping[str, str] = MappingProxyType({})
_WRITTEN = {"for_": "for", "from_": "from", "raise_": "raise"}  # names that are reserved in Python


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a class as it is written in a file."""

    attribute: str
    name: str
    hint: Any
    help: str
    most: int | None
    least: int
    required: bool
    from_path: bool
    local: bool  # written only in local additions
    example: str
    default: Any  # the value if the field is left out; None if it is required


@cache
def field_specs(kind: Hashable) -> tuple[FieldSpec, ...]:
    """Return the fields of a class of the content."""
    kind = cast(type, kind)
    hints = get_type_hints(kind)
    return tuple(
        FieldSpec(
            attribute=field.name,
            name=_WRITTEN.get(field.name, field.name),
            hint=hints[field.name],
            help=field.metadata.get("help", ""),
            most=field.metadata.get("most"),
            least=field.metadata.get("least", 0),
            required=field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
            from_path=field.metadata.get("from_path", False),
            local=field.metadata.get("local", False),
            example=field.metadata.get("example", ""),
            default=_default(field),
        )
        for field in dataclasses.fields(kind)
    )


def _default(field: "dataclasses.Field[Any]") -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else None


@cache
def field_names(kind: Hashable) -> tuple[str, ...]:
    """Return the names of the fields of a class that are written in a file."""
    return tuple(spec.name for spec in written_specs(kind))


@cache
def written_specs(kind: Hashable) -> tuple[FieldSpec, ...]:
    """Return the fields of a class that are written in a file of the shared content."""
    return tuple(spec for spec in field_specs(kind) if not (spec.from_path or spec.local))


def blank(hint: Any, given: Mapping[str, str] = NOTHING) -> Any:
    """Return an empty value of a type, to use instead of a faulty one."""
    if dataclasses.is_dataclass(hint):
        kind = cast(type, hint)
        lacking = {spec.attribute: blank(spec.hint) for spec in field_specs(kind) if spec.required}
        return kind(**(lacking | dict(given)))
    if (origin := get_origin(hint)) in (Union, UnionType):
        return None
    if origin is Literal:
        return get_args(hint)[0]
    if origin is Mapping:
        return MappingProxyType({})
    empty: Mapping[Any, Any] = {str: "", bool: False, int: 0, date: date.min, tuple: ()}
    return empty[origin or hint]


COUNCIL = re.compile(r"S12[0-9]{6}")
DISTRICT = re.compile(r"[A-Z]{1,2}[0-9][0-9A-Z]?")
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TIME = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00")
SPAN = re.compile(r"[1-9][0-9]? (?:day|week|month|year)s?")
DATE = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
DIGITS = re.compile(r"[0-9]+(?: [0-9]+)*")  # a number as people read it
URL = re.compile(r"https?://([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)\.?(?::[0-9]+)?(?:[/?#][^\s<>{}|\\^`\x22]*)?")
EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
QUOTE = re.compile(r"\{(?:fact|service):")


@dataclass(frozen=True, slots=True)
class FieldText:
    """One text of a value: its path, its class and its field."""

    path: FieldPath
    kind: type
    field: FieldSpec
    text: str

    @property
    def least(self) -> int:
        """The minimum length of the text; a list's minimum is about its number of items."""
        return self.field.least if self.field.hint is str else 0


def field_texts(value: Any, path: FieldPath = ()) -> Iterator[FieldText]:
    """Yield every text of a value of the library, in the order of its fields."""
    kind: type = type(value)
    for field in field_specs(kind):
        if not field.from_path:
            yield from _inside(getattr(value, field.attribute), _step(path, field.name), kind, field)


@lru_cache(maxsize=1 << 12)  # a path that occurs in a thousand files is kept once
def _step(path: FieldPath, step: PathStep) -> FieldPath:
    return (*path, step)


def _inside(value: Any, path: FieldPath, kind: type, field: FieldSpec) -> Iterator[FieldText]:
    if isinstance(value, str):
        yield FieldText(path, kind, field, value)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            if isinstance(item, str):  # nearly all of them: a faster way
                yield FieldText(_step(path, number), kind, field, item)
            else:
                yield from _inside(item, _step(path, number), kind, field)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _inside(item, _step(path, key), kind, field)
    elif dataclasses.is_dataclass(value):
        yield from field_texts(value, path)


@cache
def content_classes() -> tuple[type, ...]:
    """Return the content's classes: the library, and each class that one of their fields contains."""
    found = [Library]
    for kind in found:  # it grows as classes are found
        held = (each for hint in get_type_hints(kind).values() for each in _classes_in(hint))
        found += (each for each in dict.fromkeys(held) if each not in found)
    return tuple(found)


def _classes_in(hint: Any) -> Iterator[Any]:
    if dataclasses.is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _classes_in(inner)
