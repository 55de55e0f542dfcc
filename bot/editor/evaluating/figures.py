"""The figures of an evaluation: what each counts, how certain it is, the limit that it must meet, and the report."""

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from bot.core.tables import text_table

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

    @property
    def parts(self) -> "Iterator[Figure]":
        """Its shares by kind, style and so on as figures; the limit of one is found by ``figure/group``."""
        for name, groups in self.by.items():
            for group, share in groups.items():
                part = f"{name}: {group}"
                yield Figure(f"{self.id}/{group}", part, share.percent, "%", share, share.interval)


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


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures from one run."""

    matcher: str  # how answers were matched, in words
    sections: tuple[FigureSection, ...]
    skipped: tuple[str, ...] = ()  # the files that do not exist

    @property
    def short(self) -> tuple[Figure, ...]:
        """The figures that do not meet their limits."""
        figures = (figure for section in self.sections for figure in section.figures)
        return tuple(part for figure in figures for part in (figure, *figure.parts) if not part.holds)


_WIDTHS = (58, 14, 12, 16, 0)  # columns of a figure's name, count, value, interval and floor


def lines(made: Evaluation) -> Iterator[str]:
    """Yield an evaluation as text: every figure, then every miss, then the figures that fall short."""
    yield f"The matcher decides by {made.matcher}. In brackets: the 95 % interval."
    for section in made.sections:
        yield from ("", f"{section.name}: {section.messages} messages", *(f"  {note}" for note in section.notes))
        rows = (row for figure in section.figures for row in _rows(figure))
        yield from text_table((), rows, right=(1, 2), widths=_WIDTHS, indent=2)
    for section in made.sections:
        for heading, misses in section.misses.items():
            yield from ("", f"{heading} ({section.name}): {len(misses)}")
            for miss in misses:
                yield from _miss(miss)
    yield ""
    yield from (f"Not there, and skipped: {name}" for name in made.skipped)
    yield from (f"Below its floor: {figure.name}, {_value(figure)}, {figure.floor}" for figure in made.short)
    if not made.short:
        yield "Every figure is within its floor."


def _rows(figure: Figure, inset: str = "") -> Iterator[tuple[str, ...]]:
    count = f"{figure.share.hits} of {figure.share.of}" if figure.share else ""
    bounds = f"({figure.interval[0]:.1f} to {figure.interval[1]:.1f})" if figure.interval else ""
    floor = f"{figure.floor}{'' if figure.holds else ', BELOW'}" if figure.floor else ""
    yield f"{inset}{figure.name}", count, _value(figure), bounds, floor
    for part in figure.parts:
        yield from _rows(part, "  ")


def _value(figure: Figure) -> str:
    return f"{figure.value:.1f} {figure.unit}"


def _miss(miss: Assessment) -> Iterator[str]:
    kinds = ", ".join(miss.groups.values())
    yield f"  {miss.text}"
    yield f"      expected: {miss.expected}"
    yield f"      actual:   {miss.actual}{f'   [{kinds}]' if kinds else ''}"


def as_json(made: Evaluation) -> str:
    """Return an evaluation as JSON, for programs."""
    whole = {
        "matcher": made.matcher,
        "holds": not made.short,
        "skipped": list(made.skipped),
        "sections": [_section(section) for section in made.sections],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _section(section: FigureSection) -> dict[str, object]:
    return {
        "name": section.name,
        "messages": section.messages,
        "notes": list(section.notes),
        "figures": [_as_object(figure) for figure in section.figures],
        "misses": {
            heading: [
                {"text": m.text, "expected": m.expected, "actual": m.actual, "groups": dict(m.groups)} for m in misses
            ]
            for heading, misses in section.misses.items()
        },
    }


def _as_object(figure: Figure) -> dict[str, object]:
    found: dict[str, object] = {"id": figure.id, "name": figure.name}
    found |= {"value": round(figure.value, 3), "unit": figure.unit}
    if figure.share:
        found |= {"hits": figure.share.hits, "of": figure.share.of}
    if figure.interval:
        found["interval"] = [round(bound, 2) for bound in figure.interval]
    if figure.floor:
        found |= {"floor": str(figure.floor), "holds": figure.holds}
    split = {
        name: {g: {"hits": s.hits, "of": s.of, "percent": round(s.percent, 2)} for g, s in groups.items()}
        for name, groups in figure.by.items()
    }
    return {**found, "by": split} if split else found
