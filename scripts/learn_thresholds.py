"""Learn the lexical matcher's thresholds and write them: ``python scripts/learn_thresholds.py [DIR]``.

Every phrasing is asked with itself left out (ten folds), beside the near misses and the out-of-scope messages of
tests/data; and, where a folder like the benchmark's is given, its questions and out-of-scope messages. Chosen are

- SUGGEST_SCORE, below which nothing is offered: as high as leaves at most 3 % of what belongs without an offer;
- ANSWER_SCORE and ANSWER_LEAD, from which the first entry is the answer: the pair that answers most questions rightly
  while at most 3 % of all are answered with a wrong entry and at most 3 % of what does not belong is answered.

Each set of messages that belong weighs alike, however many it holds: phrasings share few words with one another on
purpose, near misses many, and whole new messages lie between.
"""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import yaml

from bot.content.loader import find_content, load
from bot.core.library import Library
from bot.core.matcher import LexicalMatcher

FOLDS = 10
LEFT_OUT, WRONG, UNASKED = 0.03, 0.03, 0.03  # shares that are borne
TARGET = Path(__file__).parents[1] / "bot" / "core" / "thresholds.py"
OUT_OF_SCOPE = Path(__file__).parents[1] / "tests" / "data" / "out_of_scope.yaml"

Row = tuple[float, float, bool]  # score of the first entry, its lead over the next, whether it is right


def asked(matcher: LexicalMatcher, text: str, right: set[str]) -> Row:
    """Return how a message scores: the best score, its lead, and whether its entry is one of the right ones."""
    scores = matcher.scores(text)
    first, second = np.argsort(-scores, kind="stable")[:2]
    return float(scores[first]), float(scores[first] - scores[second]), matcher.ids[first] in right


def phrasings(library: Library) -> list[Row]:
    """Return the rows of all phrasings, each asked of a library without it."""
    rows = []
    for fold in range(FOLDS):
        entries = {
            i: replace(e, phrasings=tuple(p for n, p in enumerate(e.phrasings) if n % FOLDS != fold))
            for i, e in library.entries.items()
        }
        matcher = LexicalMatcher(replace(library, entries=entries))
        rows += [
            asked(matcher, p, {i})
            for i, e in library.entries.items()
            for n, p in enumerate(e.phrasings)
            if n % FOLDS == fold
        ]
    return rows


def near_misses(library: Library, matcher: LexicalMatcher) -> list[Row]:
    """Return the rows of all near misses."""
    return [asked(matcher, m.text, {m.belongs}) for e in library.entries.values() for m in e.not_phrasings]


def benchmark(folder: Path, matcher: LexicalMatcher) -> tuple[list[Row], list[Row]]:
    """Return the rows of a benchmark's questions and of its out-of-scope messages."""
    questions = yaml.safe_load((folder / "questions.yaml").read_text("utf-8"))
    outside = yaml.safe_load((folder / "out_of_scope.yaml").read_text("utf-8"))
    inside = [asked(matcher, q["text"], {q["topic"], *(q.get("also") or [])}) for q in questions]
    return inside, [asked(matcher, q["text"], set()) for q in outside]


def learn(inside: list[list[Row]], outside: list[Row]) -> tuple[float, float, float]:
    """Return the three thresholds.

    Args:
        inside: the sets of messages that belong; each weighs alike.
        outside: messages that do not.
    """
    table = np.array([row for rows in inside for row in rows])
    weight = np.concatenate([np.full(len(rows), 1 / len(rows) / len(inside)) for rows in inside])
    others = np.array(outside)
    order = np.argsort(table[:, 0])
    suggest = float(table[order, 0][np.searchsorted(np.cumsum(weight[order]), LEFT_OUT)])
    best = (0.0, 1.0, 1.0)
    for score in np.arange(suggest, 0.8, 0.01):
        for lead in np.arange(0.0, 0.3, 0.01):
            answered = (table[:, 0] >= score) & (table[:, 1] >= lead)
            right = float(np.sum(weight * (answered & (table[:, 2] > 0))))
            wrong = float(np.sum(weight * (answered & (table[:, 2] == 0))))
            unasked = float(np.mean((others[:, 0] >= score) & (others[:, 1] >= lead)))
            if wrong <= WRONG and unasked <= UNASKED and right > best[0]:
                best = (right, float(score), float(lead))
    return round(best[1], 3), round(best[2], 3), round(suggest, 3)


def show(name: str, rows: list[Row], answer: float, lead: float, suggest: float) -> None:
    """Print how a set of messages fares with the thresholds."""
    table = np.array(rows)
    answered = (table[:, 0] >= answer) & (table[:, 1] >= lead)
    offered = table[:, 0] >= suggest
    right, wrong = answered & (table[:, 2] > 0), answered & (table[:, 2] == 0)
    print(
        f"{name:<34}{len(rows):>6}  first right {np.mean(table[:, 2]):6.1%}  answered and right {np.mean(right):6.1%}"
        f"  answered and wrong {np.mean(wrong):6.1%}  offered nothing {np.mean(~offered):6.1%}"
    )


def main() -> None:
    """Learn, print and write."""
    library = load(find_content())
    matcher = LexicalMatcher(library)
    own = [
        asked(matcher, t, set()) for texts in yaml.safe_load(OUT_OF_SCOPE.read_text("utf-8")).values() for t in texts
    ]
    sets = {"phrasings, each left out": phrasings(library), "near misses": near_misses(library, matcher)}
    outside = list(own)
    shown = {**sets, "out of scope, our own": own}
    if len(sys.argv) > 1:
        questions, others = benchmark(Path(sys.argv[1]), matcher)
        sets["benchmark questions"] = questions
        shown |= {"benchmark questions": questions, "benchmark out of scope": others}
        outside += others
    answer, lead, suggest = learn(list(sets.values()), outside)
    for name, rows in shown.items():
        show(name, rows, answer, lead, suggest)
    TARGET.write_text(
        '"""Thresholds of the lexical matcher, written by scripts/learn_thresholds.py; never set by hand."""\n\n'
        f"ANSWER_SCORE = {answer}\nANSWER_LEAD = {lead}\nSUGGEST_SCORE = {suggest}\n",
        "utf-8",
    )
    print(f"answer from {answer} with a lead of {lead}; suggest from {suggest}; written to {TARGET.name}")


if __name__ == "__main__":
    main()
