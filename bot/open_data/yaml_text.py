"""A service as the YAML that editors write; a text is always quoted, so that nothing in it is read as anything else."""

import json
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from typing import Any

from bot.core.library import Service


def yaml(service: Service) -> str:
    """Return a service as YAML, without what its file's name says and without empty fields that may be left out."""
    return "".join(f"{line}\n" for line in _fields(service, ""))


def _fields(value: Any, margin: str) -> Iterator[str]:
    for field in fields(value):
        inner = getattr(value, field.name)
        if field.metadata.get("from_path") or (inner == _usual(field) and field.name != "assured"):
            continue
        yield from _field(field.name.rstrip("_"), inner, margin)


def _usual(field: "Field[Any]") -> Any:
    return field.default if field.default is not MISSING else MISSING


def _field(name: str, value: Any, margin: str) -> Iterator[str]:
    if is_dataclass(value):
        yield f"{margin}{name}:"
        yield from _fields(value, f"{margin}  ")
    elif isinstance(value, tuple) and value and is_dataclass(value[0]):
        yield f"{margin}{name}:"
        for item in value:
            first, *rest = _fields(item, f"{margin}    ")
            yield f"{margin}  - {first.strip()}"
            yield from rest
    elif isinstance(value, tuple) and value and any(len(str(item)) > 20 for item in value):
        yield f"{margin}{name}:"
        yield from (f"{margin}  - {_scalar(item)}" for item in value)
    elif isinstance(value, tuple):
        yield f"{margin}{name}: [{', '.join(map(_scalar, value))}]"
    else:
        yield f"{margin}{name}: {_scalar(value)}"


def _scalar(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)
