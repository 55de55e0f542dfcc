"""The files of an evaluation folder: lists of messages, each with what should come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

GROUPS = ("kind", "style")


class SetError(Exception):
    """A file of messages is not as it should be; its words say where."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a file.

    Attributes:
        text: what is typed.
        groups: its kind and its style, where it has them.
        topics: the entries that are right, the best first.
        spans: kind and value of its personal details; None where the file says nothing of them.
        councils: the names of the councils that it speaks of.
    """

    text: str
    groups: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    spans: tuple[tuple[str, str], ...] | None = None
    councils: tuple[str, ...] = ()


def messages(file: Path) -> tuple[Message, ...]:
    """Return the messages of a file.

    Raises:
        SetError: it cannot be read, or is no list of messages.
    """
    try:
        # Every scalar stays a string: what somebody types may well be "no" or 12.
        listed = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it builds nothing but strings
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SetError(f"{file} cannot be read: {error}") from None
    if not isinstance(listed, list):
        raise SetError(f"{file} is not a list of messages.")
    return tuple(_message(file, number, given) for number, given in enumerate(listed, 1))


def _message(file: Path, number: int, given: object) -> Message:
    try:
        if not isinstance(given, dict) or not isinstance(given["text"], str):
            raise TypeError
        spans = given.get("spans")
        return Message(
            text=given["text"],
            groups={name: str(given[name]) for name in GROUPS if name in given},
            topics=(*([given["topic"]] if "topic" in given else ()), *(given.get("also") or ())),
            spans=None if spans is None else tuple((span["kind"], span["value"]) for span in spans or ()),
            councils=tuple(given.get("councils") or ()),
        )
    except (KeyError, TypeError, AttributeError):
        raise SetError(f"{file}: message {number} is not as docs/measuring.md says.") from None
