"""Learn how much each word weighs for and against danger, and write it to training/crisis_points.txt.

python -m training.learn_crisis_scores [--try]; then training/compile_crisis.py. With --try nothing is written: it
reports what the points would find in messages left out of the learning, a fifth at a time.

People write the sayings and signs of crisis.yaml; the learned points find the messages that nobody foresaw. The score
is a plain sum: every word, stem, pair, named list and sign has points. They are learned from
tests/data/crisis_seeds*.yaml and the sets a to d and g to i of tests/danger (danger and calm), sets k and l there
(calm), tests/data/calm_needs.yaml (calm), the phrasings of the guidance (calm, except for entries on danger), and the
messages outside the guidance (calm).
"""

import random
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.hearing import Hearing
from bot.hearing.danger import scores
from bot.hearing.danger.calm import Calm

ROOT = Path(__file__).resolve().parent.parent
POINTS = ROOT / "training" / "crisis_points.txt"
SEEDS = tuple(
    ROOT / "tests" / "data" / name
    for name in ("crisis_seeds.yaml", "crisis_seeds_more.yaml", "crisis_seeds_faint.yaml")
)
NEEDS = ROOT / "tests" / "data" / "calm_needs.yaml"
OTHER = ROOT / "guidance" / "outside.yaml"
BLIND = ROOT / "tests" / "danger"
LEARNED_SETS, CALM_SETS = tuple("abcdghi"), tuple("kl")
HEAD = """\
# Learned by training/learn_crisis_scores.py; not written by hand. Each line: points in hundredths, and what has them.
# A word; two words that follow each other; a stem (drag-); a list of crisis.yaml in braces; a sign of crisis.yaml.
# Their sum, by the root of how many were found, raises a card from `enough`; from `beside-signs` where the signs of a
# card are all there. The lines that begin with a card say how much more a mark speaks for it than for another card.
"""
URGENT = frozenset(
    "immediate-danger recent-sexual-assault suicide-risk overdose-and-naloxone under-18 might-be-trafficked "
    "coercion-and-control stalking-and-harassment domestic-abuse-as-well violent-buyer school-concern "
    "young-people-online-images threat-to-out child-in-the-household adult-at-risk safety-planning "
    "past-sexual-violence cuckooing partners-and-families drugs-given-by-buyers-or-controller".split()
)
LEAST_SEEN, MOST_MARKS, TURNS, SHRINK, PACE = 2, 13000, 200, 0.1, 0.05
MOST_LEANING, LEAST_LEANING = 800, 0.6
ENOUGH, BESIDE_SIGNS = -34, -90
FOLDS = 5
CALM_WEIGHTS = (7, 1.5, 2)  # for calm seeds, by file: sayings must not raise a card, above all hard ones
CALM_WEIGHT = 1.5  # weight of calm messages with no danger messages in their set
NEEDS_WEIGHT = 2  # weight of plain needs, the most common questions of all
Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Kind:
    """Messages from one source.

    Attributes:
        name: a description of the messages.
        danger: whether the messages show danger.
        weight: how much each message weighs in the learning.
        texts: the messages.
        hard: whether they were written to be hard to distinguish from the others.
    """

    name: str
    danger: bool
    weight: float
    texts: tuple[str, ...]
    hard: bool = True


def plain(path: Path) -> Any:
    """Return the content of a file, with every scalar as text."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 makes nothing but text


def kinds() -> Iterator[Kind]:
    """Yield all the messages to learn from, with their weights."""
    for seeds, weight in zip(map(plain, SEEDS), CALM_WEIGHTS, strict=True):
        for name in ("direct", "indirect"):
            yield Kind(f"seeds, {name}", True, 1, tuple(text for texts in seeds[name].values() for text in texts))
        yield Kind("seeds, calm", False, weight, tuple(seeds["calm"]))
    for letter in LEARNED_SETS:
        danger, calm = plain(BLIND / f"danger_{letter}.yaml"), plain(BLIND / f"calm_{letter}.yaml")
        yield Kind(f"danger {letter}", True, 1, tuple(row["text"] for row in danger))
        yield Kind(f"calm {letter}", False, 2, tuple(row["text"] for row in calm))
    for letter in CALM_SETS:
        calm = tuple(row["text"] for row in plain(BLIND / f"calm_{letter}.yaml"))
        yield Kind(f"calm {letter}", False, CALM_WEIGHT, calm)
    yield Kind("plain needs", False, NEEDS_WEIGHT, tuple(plain(NEEDS)), hard=False)
    other = plain(OTHER)
    examples = tuple(text for kind in other.values() for text in kind["examples"])
    yield Kind("not ours", False, 0.7, examples, hard=False)
    paths = sorted(path for path in (ROOT / "guidance").glob("*/*.yaml") if path.stem not in URGENT)
    phrasings = tuple(text for path in paths for text in plain(path).get("phrasings", ()))
    yield Kind("phrasings", False, 0.5, phrasings, hard=False)


def carded() -> Iterator[tuple[str, str]]:
    """Yield the danger messages whose card is known, with the card."""
    for seeds in map(plain, SEEDS):
        for name in ("direct", "indirect"):
            yield from ((text, card) for card, texts in seeds[name].items() if card != "any" for text in texts)
    for letter in LEARNED_SETS:
        for row in plain(BLIND / f"danger_{letter}.yaml"):
            yield row["text"], "held-or-moved" if row["card"] == "held" else row["card"]


def marks(message: str) -> frozenset[str]:
    """Return everything in a message that can have points."""
    danger = Hearing.load().danger
    reading = danger.reader.read(message)[0]
    words = danger.marked(reading.tokens, reading.edges)
    calm = Calm(words, danger.rules)
    return scores.marks(words, danger.signs(words, calm).names, calm, danger.rules.small)


@dataclass(frozen=True)
class Table:
    """The marks of many messages: for each mark found, the message, the column and the value."""

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    figures: Numbers
    size: int

    def sums(self, points: Numbers) -> Numbers:
        """Return each message's sum of points."""
        found = np.bincount(self.rows, weights=self.figures * points[self.columns], minlength=self.size)
        return found.astype(np.float64)


def table(found: Sequence[frozenset[str]], columns: dict[str, int]) -> Table:
    """Return the table of these messages, scaled so that short and long messages weigh the same."""
    known = [[columns[mark] for mark in marks if mark in columns] for marks in found]
    sizes = np.array([len(row) for row in known])
    rows = np.repeat(np.arange(len(known)), sizes)
    figures = np.repeat(1 / np.sqrt(np.maximum(scores.FEWEST, sizes)), sizes)
    return Table(rows, np.array([column for row in known for column in row], dtype=np.int64), figures, len(known))


def fitted(figures: Table, danger: Numbers, weight: Numbers, width: int) -> tuple[Numbers, float]:
    """Return the points of each column, by logistic regression with shrinkage, fitted with Adam."""
    points, first, second = np.zeros(width + 1), np.zeros(width + 1), np.zeros(width + 1)
    weight = weight / weight.mean()
    for turn in range(1, TURNS + 1):
        off = (1 / (1 + np.exp(-(figures.sums(points[:-1]) + points[-1]))) - danger) * weight
        slope = np.bincount(figures.columns, weights=figures.figures * off[figures.rows], minlength=width)
        slope = np.append(slope + SHRINK * points[:-1], off.sum())
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        pace = PACE * min(1, 3 * (1 - (turn - 1) / TURNS))
        points -= pace * first / (1 - 0.9**turn) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
    return points[:-1], float(points[-1])


def learned(found: Sequence[frozenset[str]], danger: Numbers, weight: Numbers) -> tuple[dict[str, float], float]:
    """Return the points of the most important marks, learned twice: first to choose the marks, then with them alone."""
    seen = Counter(mark for row in found for mark in row)
    columns = {mark: n for n, mark in enumerate(sorted(mark for mark, times in seen.items() if times >= LEAST_SEEN))}
    points, _ = fitted(table(found, columns), danger, weight, len(columns))
    moved = sorted(columns, key=lambda mark: -abs(points[columns[mark]]) * np.sqrt(seen[mark]))
    columns = {mark: n for n, mark in enumerate(sorted(moved[:MOST_MARKS]))}
    points, base = fitted(table(found, columns), danger, weight, len(columns))
    return {mark: float(points[n]) for mark, n in columns.items()}, base


def leanings(rows: Sequence[tuple[frozenset[str], str]], of: Collection[str]) -> dict[str, dict[str, float]]:
    """Return each card's points for the marks that point to it and not to another card, by logistic regression."""
    cards = sorted({card for _, card in rows})
    seen = Counter(mark for row, _ in rows for mark in row if mark in of)
    columns = {mark: n for n, mark in enumerate(sorted(mark for mark, times in seen.items() if times >= LEAST_SEEN))}
    figures = table([row for row, _ in rows], columns)
    wanted = np.array([[float(card == other) for other in cards] for _, card in rows])
    points, first, second = np.zeros((3, len(columns), len(cards)))
    for turn in range(1, TURNS + 1):
        sums = np.exp(np.stack([figures.sums(points[:, n]) for n in range(len(cards))], axis=1))
        off = (sums / sums.sum(axis=1, keepdims=True) - wanted)[figures.rows] * figures.figures[:, None]
        parts = [np.bincount(figures.columns, off[:, n], len(columns)) for n in range(len(cards))]
        slope = np.stack(parts, axis=1) + SHRINK * points
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        pace = PACE * min(1, 3 * (1 - (turn - 1) / TURNS))
        points = points - pace * first / (1 - 0.9**turn) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
    weight = np.abs(points).max(axis=1) * np.sqrt([seen[mark] for mark in columns])
    kept = [(mark, n) for mark, n in columns.items() if weight[n] >= np.sort(weight)[-min(MOST_LEANING, len(weight))]]
    return {
        card: {mark: float(points[n, at]) for mark, n in kept if abs(points[n, at]) >= LEAST_LEANING}
        for at, card in enumerate(cards)
    }


def left_out(found: Sequence[frozenset[str]], danger: Numbers, weight: Numbers) -> Numbers:
    """Return each message's sum of points, with points learned without that message."""
    order = random.Random(1).sample(range(len(found)), len(found))
    sums = np.zeros(len(found))
    for fold in range(FOLDS):
        out = np.array(order[fold::FOLDS])
        rest = np.array(sorted(set(order) - set(out)))
        points, base = learned([found[n] for n in rest], danger[rest], weight[rest])
        columns = {mark: n for n, mark in enumerate(points)}
        sums[out] = table([found[n] for n in out], columns).sums(np.array(list(points.values()))) + base
    return sums * 100


def main() -> int:
    """Learn the points and write them, or with --try report what they would find."""
    all_kinds = tuple(kinds())
    found = [marks(text) for kind in all_kinds for text in kind.texts]
    sizes = [len(kind.texts) for kind in all_kinds]
    danger = np.repeat([float(kind.danger) for kind in all_kinds], sizes)
    weight = np.repeat([kind.weight for kind in all_kinds], sizes)
    if "--try" in sys.argv:
        sums = np.split(left_out(found, danger, weight), np.cumsum(sizes)[:-1])
        for kind, of_kind in zip(all_kinds, sums, strict=True):
            print(f"{kind.name}: {int((of_kind > ENOUGH).sum())} of {len(of_kind)} reach what is enough")
        return 0
    points, base = learned(found, danger, weight)
    rounded = {mark: round(value * 100) for mark, value in points.items()}
    lines = [f"base {round(base * 100)}\n", f"enough {ENOUGH}\n", f"beside-signs {BESIDE_SIGNS}\n"]
    lines += [f"{rounded[mark]} {mark}\n" for mark in sorted(rounded, key=lambda mark: (-rounded[mark], mark))]
    leaning = leanings([(marks(text), card) for text, card in carded()], points)
    lines += [f"{card} {round(value * 100)} {mark}\n" for card, of in leaning.items() for mark, value in of.items()]
    POINTS.write_text(HEAD + "".join(lines), encoding="utf-8")
    print(*sizes, "messages;", len(points), "marks")
    return 0


if __name__ == "__main__":
    sys.exit(main())
