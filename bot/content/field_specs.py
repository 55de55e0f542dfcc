"""The classes of ``bot.core.library`` as editors know them: fields, help, limits, and empty values."""

import dataclasses
import re
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin, get_type_hints

NOTHING: Mapping[str, str] = MappingProxyType({})
_WRITTEN = {"for_": "for", "raise_": "raise"}  # names that Python keeps for itself


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
    example: str
    default: Any  # what is taken where the field is left out; None where it has to be written


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
def names(kind: Hashable) -> tuple[str, ...]:
    """Return the names of the fields that are written in a file, of a class of the library."""
    return tuple(known.name for known in known_fields(kind) if not known.from_path)


def blank(hint: Any, given: Mapping[str, str] = NOTHING) -> Any:
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
