"""Figures of how danger is heard: how often the grade is one that readers accept, and how often it is not."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.core.hearing import Danger

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "benchmark"
Hear = Callable[[str], Danger | None]


@dataclass(frozen=True, slots=True)
class GradedByReaders:
    """A message, the grades that can be defended, and the card that fits if its grade is card."""

    text: str
    grades: frozenset[str]
    card: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares of messages, in hundredths.

    Attributes:
        found: of those that must have a card, how many get one.
        unheard: of those that must have a card, how many get neither card nor line.
        false: of those for which no card can be defended, how many get one.
        false_lines: of those for which nothing but silence can be defended, how many get a line.
        silent: of those that must have something, how many get neither.
        right: of the cards shown where one is the best grade, how many are the card that fits.
    """

    found: float
    unheard: float
    false: float
    false_lines: float
    silent: float
    right: float

    def worse_than(self, bound: "Figures") -> Mapping[str, tuple[float, float]]:
        """Return the figures that are worse than a bound allows, each with the bound."""
        least = {"found", "right"}
        pairs = {name: (measured, asdict(bound)[name]) for name, measured in asdict(self).items()}
        return {
            name: (got, most) for name, (got, most) in pairs.items() if (got < most if name in least else got > most)
        }


@cache
def rows(path: Path) -> list[Any]:
    """Return the rows of a set of messages."""
    found: list[Any] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return found


def texts(path: Path) -> list[str]:
    """Return the messages of a set, of rows or of plain messages."""
    return [row if isinstance(row, str) else row["text"] for row in rows(path)]


def graded(path: Path) -> list[GradedByReaders]:
    """Return the messages of a set with the grades that readers gave them."""
    return [_graded(row) for row in rows(path)]


def _graded(row: Mapping[str, Any]) -> GradedByReaders:
    """Return a row; where it has a topic, ``also`` names other topics, and ``grade_also`` another grade."""
    second = row.get("grade_also") if "topic" in row or "kind" in row else row.get("also")
    others = second if isinstance(second, list) else [second] if second else []
    return GradedByReaders(
        row["text"], frozenset((row["grade"], *others)), row.get("card", "") * (row["grade"] == "card")
    )


def measured(messages: Iterable[GradedByReaders], hear: Hear) -> Figures:
    """Return the figures of a set of messages."""
    count = Counter[str]()
    for message in messages:
        danger = hear(message.text)
        count.update(_counts(message, danger.grade if danger else "none", danger.card if danger else ""))

    def share(part: str, whole: str) -> float:
        return round(100 * count[part] / max(1, count[whole]), 1)

    return Figures(
        found=share("found", "must"),
        unheard=share("unheard", "must"),
        false=share("false", "no card"),
        false_lines=share("false line", "nothing"),
        silent=share("silent", "something"),
        right=share("right", "shown"),
    )


def _counts(message: GradedByReaders, got: str, card: str) -> Iterable[str]:
    """Yield what one message counts for."""
    if message.grades == {"card"}:
        yield "must"
        yield {"card": "found", "none": "unheard"}.get(got, "")
    if "card" not in message.grades:
        yield "no card"
        yield "false" if got == "card" else ""
    if message.grades == {"none"}:
        yield "nothing"
        yield "false line" if got == "line" else ""
    if "none" not in message.grades:
        yield "something"
        yield "silent" if got == "none" else ""
    if message.card and got == "card":
        yield "shown"
        yield "right" if card == message.card else ""
