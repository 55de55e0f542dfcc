"""Learn how much each word weighs for and against danger, and write it at the end of guidance/crisis.yaml.

The sayings and the signs of crisis.yaml are written by people; this hears the messages that none of them foresaw. It
is a plain sum: every word, pair of words and named list has points. They are learned from tests/data/crisis_seeds.yaml
(danger, and calm) and from the phrasings of the guidance (calm, but for the entries on danger). Run it after many new
seeds, then compile_crisis.py.
"""

import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.core import crisis
from bot.core.reading import read

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "guidance" / "crisis.yaml"
SEEDS = ROOT / "tests" / "data" / "crisis_seeds.yaml"
MARK = "\n  # Points learned by scripts/learn_crisis_scores.py"
HEAD = (
    MARK
    + ". Not written by hand: the lists above are.\n"
    + "  # Points are hundredths. Their sum, by the root of how many were found, raises a card from `enough`; from\n"
    + "  # `calmed` where the message holds words that calm. It needs half the signs of a card, and raises that.\n"
)
URGENT = frozenset(
    "immediate-danger recent-sexual-assault suicide-risk overdose-and-naloxone under-18 might-be-trafficked "
    "coercion-and-control stalking-and-harassment domestic-abuse-as-well violent-buyer school-concern "
    "young-people-online-images threat-to-out child-in-the-household adult-at-risk safety-planning "
    "past-sexual-violence cuckooing partners-and-families drugs-given-by-buyers-or-controller".split()
)
WEIGHTS = (1.0, 2.0, 0.5)  # danger, calm seeds, questions: each kind as a whole
LEAST_SEEN, MOST_WORDS, TURNS, SHRINK = 3, 1600, 300, 0.5
ENOUGH, CALMED = 60, 160
Numbers = NDArray[np.float64]


def _plain(path: Path) -> dict[str, Any]:
    """Return what a file holds, every scalar as text."""
    content: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 makes nothing but text
    return content


def seeds() -> tuple[list[str], list[str], list[str]]:
    """Return the messages that tell of danger, the calm ones among the seeds, and the questions of the guidance."""
    content = _plain(SEEDS)
    danger = [text for kind in ("direct", "indirect") for texts in content[kind].values() for text in texts]
    questions: list[str] = []
    for path in sorted((ROOT / "guidance").glob("*/*.yaml")):
        entry = _plain(path)
        if path.stem not in URGENT:
            questions += entry.get("phrasings", ())
    return danger, content["calm"], questions


def marks(message: str) -> frozenset[str]:
    """Return what a message holds that can have points."""
    return crisis.marks(crisis.marked(*read(message)))


def table(rows: list[frozenset[str]], columns: dict[str, int]) -> Numbers:
    """Return one row of figures a message, shorter messages and longer ones alike in weight."""
    figures = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        known = [columns[mark] for mark in row if mark in columns]
        figures[number, known] = 1 / np.sqrt(max(1, len(known)))
    return figures


def learned(figures: Numbers, danger: Numbers, weight: Numbers) -> tuple[Numbers, float]:
    """Return points for each column, by logistic regression."""
    points, base = np.zeros(figures.shape[1]), 0.0
    pace, base_pace = np.zeros_like(points), 0.0
    for _ in range(TURNS):
        off = (1 / (1 + np.exp(-(figures @ points + base))) - danger) * weight
        pace = 0.9 * pace - 2 * (figures.T @ off + SHRINK * points) / danger.size
        base_pace = 0.9 * base_pace - 2 * float(off.mean())
        points, base = points + pace, base + base_pace
    return points, base


def main() -> int:
    """Learn the points and put them at the end of crisis.yaml."""
    kinds = seeds()
    rows = [marks(text) for texts in kinds for text in texts]
    seen = Counter(mark for row in rows for mark in row)
    columns = {
        mark: number for number, mark in enumerate(sorted(m for m, times in seen.items() if times >= LEAST_SEEN))
    }
    sizes = [len(texts) for texts in kinds]
    labels = np.repeat([1.0, 0.0, 0.0], sizes)
    weight = np.repeat([share / size for share, size in zip(WEIGHTS, sizes, strict=True)], sizes)
    points, base = learned(table(rows, columns), labels, weight / weight.sum() * len(rows))
    kept = sorted(columns, key=lambda mark: -abs(points[columns[mark]]))[:MOST_WORDS]
    by_points: dict[int, list[str]] = {}
    for mark in sorted(kept):
        by_points.setdefault(round(float(points[columns[mark]]) * 10) * 10, []).append(mark)
    text = SOURCE.read_text("utf-8").split(MARK)[0]
    lines = [f"  scores:\n    base: {round(base * 100)}\n    enough: {ENOUGH}\n    calmed: {CALMED}\n    words:\n"]
    lines += [
        f"      {value}: [{', '.join(repr(m) for m in by_points[value])}]\n"
        for value in sorted(by_points, reverse=True)
    ]
    SOURCE.write_text(text + HEAD + "".join(lines), encoding="utf-8")
    print(*sizes, "danger, calm and questions;", len(kept), "marks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
