"""Write plain values as YAML, as editors do: two spaces a level, short lists on one line, long texts under |."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.content.field_specs import SPAN
from bot.content.yaml_tree import NULLS

WIDEST = 150  # characters of a line
_LONGEST_ITEM = 30  # characters: a list with a longer item has one item a line
_MOST_SPACES = 2  # in an item: a text with more is a sentence
_PLAIN = re.compile(r"[A-Za-z(][^\n]*")
_UNSAFE = re.compile(r": |:$| #|[{}\[\],\"`]|\s$")
_NOT_TEXT = frozenset("true false yes no on off null y n".split())
_BARE_INSIDE = re.compile(r"[^\W_][\w .'’()/&+-]*")  # without a comma
_BARE = re.compile(r"[^\W_][\w .,'’()/&+-]*")


@dataclass(frozen=True, slots=True)
class UnwrittenValue:
    """A value that is still to be written; the comment says what belongs there."""

    remark: str


@dataclass(frozen=True, slots=True)
class YamlAnchor:
    """A value that is written once under a name, so that an alias can repeat it."""

    name: str
    value: Any


@dataclass(frozen=True, slots=True)
class YamlAlias:
    """A repetition of the value with this anchor."""

    name: str


Write = Callable[[Any], str]


def scalar(value: Any) -> str:
    """Return a single value as YAML that every program reads as the same value; a text stays a text."""
    return _scalar(value, _text)


def quoted_scalar(value: Any) -> str:
    """Return a single value as YAML, with every text in double quotes."""
    return _scalar(value, quoted)


def _scalar(value: Any, text: Callable[[str], str]) -> str:
    if isinstance(value, UnwrittenValue):
        return f"# {value.remark}"
    if isinstance(value, YamlAlias):
        return f"*{value.name}"
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return text(str(value))


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def bare(text: str) -> str:
    """Return a text on one line, without quotes if Signpost reads it correctly; it reads digits as text."""
    plain = _BARE.fullmatch(text) and text == text.strip() and text not in NULLS
    return text if plain else quoted(text)


def requoted(written: str, text: str) -> str:
    """Return a text in the same kind of quotes as another text."""
    if written.startswith('"'):
        return quoted(text)
    if written.startswith("'"):
        return f"""'{text.replace("'", "''")}'"""
    return bare(text)


def _text(text: str) -> str:
    safe = not _UNSAFE.search(text) and text.lower() not in _NOT_TEXT
    return text if safe and (_PLAIN.fullmatch(text) or SPAN.fullmatch(text)) else quoted(text)


def document(value: Mapping[str, Any], write: Write = scalar, widest: int = WIDEST) -> str:
    """Return fields by name, each a single value, a list or fields again, as a YAML file."""
    return "".join(f"{line}\n" for line in fields(value, "", write, widest))


def fields(value: Mapping[str, Any], margin: str, write: Write = scalar, widest: int = WIDEST) -> Iterator[str]:
    """Yield the lines of some fields, with a margin before each line."""
    for name, inner in value.items():
        yield from _field(f"{margin}{_text(name)}:", inner, margin, write, widest)


def _field(head: str, value: Any, margin: str, write: Write, widest: int) -> Iterator[str]:
    if isinstance(value, YamlAnchor):
        yield from _field(f"{head} &{value.name}", value.value, margin, write, widest)
    elif isinstance(value, Mapping) and value:
        yield head
        yield from fields(value, f"{margin}  ", write, widest)
    elif isinstance(value, list) and value:
        yield from _items(head, value, margin, write, widest)
    elif isinstance(value, Mapping | list):
        yield f"{head} {'[]' if isinstance(value, list) else '{}'}"
    elif "\n" in str(value):
        yield f"{head} |"
        text = str(value).strip() if write is scalar else write(value)
        yield from (f"{margin}  {line}".rstrip() for line in text.split("\n"))
    else:
        yield f"{head} {write(value)}".rstrip()


def _items(head: str, items: list[Any], margin: str, write: Write, widest: int) -> Iterator[str]:
    width = len(head) + sum(len(str(item)) + 4 for item in items)
    short = all(len(text := str(item)) <= _LONGEST_ITEM and text.count(" ") <= _MOST_SPACES for item in items)
    if width <= widest and short and not any(isinstance(item, Mapping | list) for item in items):
        yield f"{head} [{', '.join(map(write, items))}]"
        return
    yield head
    for item in items:
        yield from item_lines(item, f"{margin}  ", write, widest)


def item_lines(item: Any, margin: str, write: Write = scalar, widest: int = WIDEST) -> Iterator[str]:
    """Yield the lines of one item of a list, with a margin before each line."""
    if isinstance(item, Mapping):
        first, *rest = fields(item, f"{margin}  ", write, widest)
        yield f"{margin}- {first.strip()}"
        yield from rest
    else:
        yield f"{margin}- {write(item)}"


def in_brackets(value: Any) -> str:
    """Return a value on one line, as written between brackets and commas."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {in_brackets(inner)}' for name, inner in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(in_brackets, value))}]"
    return quoted(value) if isinstance(value, str) and not _BARE_INSIDE.fullmatch(value) else scalar(value)
