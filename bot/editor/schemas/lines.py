"""Plain values as the YAML that editors write: two blanks a step, short lists on one line, long texts under |."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.content.field_specs import SPAN

WIDEST = 150  # characters of a line
_SHORT = 30  # characters: what is longer stands on a line of its own
_FEW = 2  # blanks: a text with more is a sentence
_PLAIN = re.compile(r"[A-Za-z(][^\n]*")
_UNSAFE = re.compile(r": |:$| #|[{}\[\],\"`]|\s$")
_NOT_TEXT = frozenset("true false yes no on off null y n".split())


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A value that is still to be written; the remark says what belongs there."""

    remark: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A value that is written once under a name, so that an alias can repeat it."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class Alias:
    """A repetition of the value with this anchor."""

    name: str


Write = Callable[[Any], str]


def scalar(value: Any) -> str:
    """Return a single value as YAML that every reader takes for the same: text stays text."""
    if isinstance(value, Unwritten):
        return f"# {value.remark}"
    if isinstance(value, Alias):
        return f"*{value.name}"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return _text(str(value))


def _text(text: str) -> str:
    plain = (
        (_PLAIN.fullmatch(text) or SPAN.fullmatch(text)) and not _UNSAFE.search(text) and text.lower() not in _NOT_TEXT
    )
    return text if plain else json.dumps(text, ensure_ascii=False)


def document(value: Mapping[str, Any], write: Write = scalar) -> str:
    """Return fields as a YAML file.

    Args:
        value: fields by name; each a single value, a list, or fields again.
        write: how a single value is written.
    """
    return "".join(f"{line}\n" for line in fields(value, "", write))


def fields(value: Mapping[str, Any], margin: str, write: Write = scalar) -> Iterator[str]:
    """Yield the lines of some fields, a margin before each."""
    for name, inner in value.items():
        yield from _field(f"{margin}{_text(name)}:", inner, margin, write)


def _field(head: str, value: Any, margin: str, write: Write) -> Iterator[str]:
    if isinstance(value, Anchor):
        yield from _field(f"{head} &{value.name}", value.value, margin, write)
    elif isinstance(value, Mapping) and value:
        yield head
        yield from fields(value, f"{margin}  ", write)
    elif isinstance(value, list) and value:
        yield from _items(head, value, margin, write)
    elif isinstance(value, Mapping | list):
        yield f"{head} {'[]' if isinstance(value, list) else '{}'}"
    elif "\n" in str(value):
        yield f"{head} |"
        text = str(value).strip() if write is scalar else write(value)
        yield from (f"{margin}  {line}".rstrip() for line in text.split("\n"))
    else:
        yield f"{head} {write(value)}".rstrip()


def _is_long(text: str) -> bool:
    return len(text) > _SHORT or text.count(" ") > _FEW


def _items(head: str, items: list[Any], margin: str, write: Write) -> Iterator[str]:
    width = len(head) + sum(len(str(item)) + 4 for item in items)
    if width <= WIDEST and not any(isinstance(item, Mapping | list) or _is_long(str(item)) for item in items):
        yield f"{head} [{', '.join(map(write, items))}]"
        return
    yield head
    for item in items:
        if isinstance(item, Mapping):
            first, *rest = fields(item, f"{margin}    ", write)
            yield f"{margin}  - {first.strip()}"
            yield from rest
        else:
            yield f"{margin}  - {write(item)}"
