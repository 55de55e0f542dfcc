"""A figure of an evaluation: what was counted, how sure it is, and the floor that it is held to."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

FLOORS = Path(__file__).parent / "floors.yaml"
_Z = 1.959964  # of a 95 % interval


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def percent(self) -> float:
        """The share in per cent, 0 of none."""
        return 100 * self.hits / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The bounds of its 95 % interval in per cent, after Wilson."""
        if not self.of:
            return 0.0, 100.0
        share, part = self.hits / self.of, _Z**2 / self.of
        middle = (share + part / 2) / (1 + part)
        half = _Z * math.sqrt(share * (1 - share) / self.of + part / self.of / 4) / (1 + part)
        return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


@dataclass(frozen=True, slots=True)
class Judged:
    """One message, with all that was looked for in it.

    Attributes:
        text: the message.
        expected: what should have come, in words.
        came: what came, in words.
        marks: for each figure that counts it, by id, whether it has what the figure counts.
        groups: what it belongs to, such as its kind and its style.
    """

    text: str
    expected: str
    came: str
    marks: Mapping[str, bool]
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Counted:
    """What one figure counts.

    Attributes:
        name: in words.
        good: whether having it is good.
        misses: the heading over the messages that fall short, or ``""`` where another figure lists them.
    """

    name: str
    good: bool = True
    misses: str = ""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least or the most that a figure may be."""

    at_least: float = -math.inf
    at_most: float = math.inf

    def holds(self, value: float) -> bool:
        """Say whether a value is within it."""
        return self.at_least <= value <= self.at_most

    def __str__(self) -> str:
        """Return it in words."""
        return f"at least {self.at_least:g}" if math.isfinite(self.at_least) else f"at most {self.at_most:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure.

    Attributes:
        id: by which its floor is found.
        name: in words.
        value: in its unit.
        unit: ``%``, ``points`` or ``ms``.
        share: the count behind it, if it is a share.
        interval: the bounds of its 95 % interval, if it has one.
        by: its shares by kind, style or the like.
    """

    id: str
    name: str
    value: float
    unit: str = "%"
    share: Share | None = None
    interval: tuple[float, float] | None = None
    by: Mapping[str, Mapping[str, Share]] = field(default_factory=dict)

    @property
    def floor(self) -> Floor | None:
        """What it is held to, if to anything."""
        return floors().get(self.id)

    @property
    def holds(self) -> bool:
        """Whether it is within its floor, as a figure without one always is."""
        return self.floor is None or self.floor.holds(self.value)


@dataclass(frozen=True, slots=True)
class FigureSection:
    """The figures of one file, and its misses under their headings."""

    name: str
    messages: int
    figures: tuple[Figure, ...]
    misses: Mapping[str, tuple[Judged, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def counted(judged: Sequence[Judged], figures: Mapping[str, Counted]) -> tuple[Figure, ...]:
    """Return the figures of judged messages; one that no message was looked at for is left out."""
    made = []
    for id, figure in figures.items():
        looked_at = [one for one in judged if id in one.marks]
        if looked_at:
            share = _share(looked_at, id)
            made.append(Figure(id, figure.name, share.percent, "%", share, share.interval, _by(looked_at, id)))
    return tuple(made)


def missed(judged: Iterable[Judged], figures: Mapping[str, Counted]) -> dict[str, tuple[Judged, ...]]:
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
    """Return what the figures are held to, by their ids."""
    listed: dict[str, dict[str, float]] = yaml.safe_load(FLOORS.read_text("utf-8"))
    return {id: Floor(**bounds) for id, bounds in listed.items()}


def _share(judged: Sequence[Judged], id: str) -> Share:
    return Share(sum(one.marks[id] for one in judged), len(judged))


def _by(judged: Sequence[Judged], id: str) -> dict[str, dict[str, Share]]:
    """Return the shares by every grouping that splits the messages."""
    split: dict[str, dict[str, list[Judged]]] = {}
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
    """A file of messages is not as it should be; its words say where."""


@dataclass(frozen=True, slots=True)
class Sample:
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


def messages(file: Path) -> tuple[Sample, ...]:
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
