"""The figures of an evaluation: what each counts, how certain it is, and the limit that it must meet."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

FLOORS = Path(__file__).parent / "floors.yaml"
_Z = 1.959964  # for a 95 % interval


@dataclass(frozen=True, slots=True)
class Share:
    """A number of messages out of a total."""

    hits: int
    of: int

    @property
    def percent(self) -> float:
        """The share in per cent; 0 if the total is 0."""
        return 100 * self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds of its 95 % interval in per cent, by Wilson's method."""
        if not self.of:
            return 0.0, 100.0
        share, part = self.hits / self.of, _Z**2 / self.of
        middle = (share + part / 2) / (1 + part)
        half = _Z * math.sqrt(share * (1 - share) / self.of + part / self.of / 4) / (1 + part)
        return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


@dataclass(frozen=True, slots=True)
class Assessment:
    """One message, with the results of everything that was checked in it."""

    text: str
    expected: str  # what should have been found, in words
    actual: str  # what was found, in words
    marks: Mapping[str, bool]  # for each figure that counts the message, by id, whether it has what the figure counts
    groups: Mapping[str, str] = field(default_factory=dict)  # the groups it belongs to, such as its kind and its style


@dataclass(frozen=True, slots=True)
class Measure:
    """What one figure counts."""

    name: str
    good: bool = True  # whether it is good for a message to have it
    misses: str = ""  # the heading above the messages that fall short, or ``""`` if another figure lists them


@dataclass(frozen=True, slots=True)
class Floor:
    """The lowest or highest value that a figure may have."""

    at_least: float = -math.inf
    at_most: float = math.inf

    def holds(self, value: float) -> bool:
        """Say whether a value meets the limit."""
        return self.at_least <= value <= self.at_most

    def __str__(self) -> str:
        """Return the limit in words."""
        return f"at least {self.at_least:g}" if math.isfinite(self.at_least) else f"at most {self.at_most:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure."""

    id: str  # the id by which its limit is found
    name: str
    value: float
    unit: str = "%"
    share: Share | None = None  # the count behind it, if it is a share
    interval: tuple[float, float] | None = None  # the bounds of its 95 % interval, if it has one
    by: Mapping[str, Mapping[str, Share]] = field(default_factory=dict)  # its shares by kind, style and so on

    @property
    def floor(self) -> Floor | None:
        """The limit that it must meet, if it has one."""
        return floors().get(self.id)

    @property
    def holds(self) -> bool:
        """Whether it meets its limit; a figure without one always does."""
        return self.floor is None or self.floor.holds(self.value)


@dataclass(frozen=True, slots=True)
class FigureSection:
    """The figures of one file, and its misses under their headings."""

    name: str
    messages: int
    figures: tuple[Figure, ...]
    misses: Mapping[str, tuple[Assessment, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def counted(judged: Sequence[Assessment], figures: Mapping[str, Measure]) -> tuple[Figure, ...]:
    """Return the figures for judged messages, leaving out any that no message was checked for."""
    made = []
    for id, figure in figures.items():
        looked_at = [one for one in judged if id in one.marks]
        if looked_at:
            share = _share(looked_at, id)
            made.append(Figure(id, figure.name, share.percent, "%", share, share.interval, _by(looked_at, id)))
    return tuple(made)


def missed(judged: Iterable[Assessment], figures: Mapping[str, Measure]) -> dict[str, tuple[Assessment, ...]]:
    """Return the messages that fall short, under the headings of the figures that list them."""
    every = tuple(judged)
    listed = {
        figure.misses: tuple(one for one in every if one.marks.get(id, figure.good) is not figure.good)
        for id, figure in figures.items()
        if figure.misses
    }
    return {heading: misses for heading, misses in listed.items() if misses}


@cache
def floors() -> Mapping[str, Floor]:
    """Return the limits of the figures, by id."""
    listed: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text("utf-8"))
    return {id: Floor(**bounds) for id, bounds in listed.items()}


def _share(judged: Sequence[Assessment], id: str) -> Share:
    return Share(sum(one.marks[id] for one in judged), len(judged))


def _by(judged: Sequence[Assessment], id: str) -> dict[str, dict[str, Share]]:
    """Return the shares for every grouping that splits the messages."""
    split: dict[str, dict[str, list[Assessment]]] = {}
    for one in judged:
        for name, group in one.groups.items():
            split.setdefault(name, {}).setdefault(group, []).append(one)
    return {
        name: {group: _share(split[name][group], id) for group in sorted(split[name])}
        for name in split
        if len(split[name]) > 1
    }


GROUPS = ("kind", "style")


class SetError(Exception):
    """A file of messages is not valid; the message says where."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One message of a file."""

    text: str
    groups: Mapping[str, str] = field(default_factory=dict)  # its kind and its style, if it has them
    topics: tuple[str, ...] = ()  # the right entries, the best first
    # kind and value of its personal details; None if the file does not list them
    spans: tuple[tuple[str, str], ...] | None = None
    councils: tuple[str, ...] = ()  # the names of the councils that it mentions


def messages(file: Path) -> tuple[Sample, ...]:
    """Return the messages of a file.

    Raises:
        SetError: it cannot be read, or is not a list of messages.
    """
    try:
        # Every scalar stays a string, because a person may well type "no" or 12.
        listed = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it builds nothing but strings
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SetError(f"{file} cannot be read: {error}") from None
    if not isinstance(listed, list):
        raise SetError(f"{file} is not a list of messages.")
    return tuple(_message(file, number, given) for number, given in enumerate(listed, 1))


def _message(file: Path, number: int, given: object) -> Sample:
    try:
        if not isinstance(given, dict) or not isinstance(given["text"], str):
            raise TypeError
        spans = given.get("spans")
        return Sample(
            text=given["text"],
            groups={name: str(given[name]) for name in GROUPS if name in given},
            topics=(*([given["topic"]] if "topic" in given else ()), *(given.get("also") or ())),
            spans=None if spans is None else tuple((span["kind"], span["value"]) for span in spans or ()),
            councils=tuple(given.get("councils") or ()),
        )
    except (KeyError, TypeError, AttributeError):
        raise SetError(f"{file}: message {number} is not as docs/measuring.md says.") from None
