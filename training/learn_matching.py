"""Learn the matcher's weights and thresholds and write them: ``python -m training.learn_matching [DIR | --check]``.

It learns from these sets. Each has the weight that ``SHARES`` gives it, however many messages it holds:

- phrasings of the content, each matched without itself in the content (five folds), and near misses;
- keywords that only one entry has, as staff who know the word type them;
- the examples of messages outside the guidance, in the same folds;
- questions and out-of-scope messages by people who had seen neither the guidance nor its phrasings
  (tests/matching/asked_*.yaml and others_*.yaml);
- if a folder like the benchmark's is given, two thirds of its questions and of its out-of-scope messages. The last
  third is not learned from: its figures are printed as a check.

It learns three things, for matching without the encoder and with it: the weights of the signals that most increase the
right entry's share among all topics (softmax regression); the chance that the first entry is right, and that the
message is covered (logistic regression on ``fusion.EVIDENCE``); and two thresholds on those chances. SUGGEST is as high
as it can be while at most ``LEFT_OUT`` of what is covered gets no offer; keywords alone have a rule of their own. ANSWER
is as low as it can be while wrong answers stay at ``WRONG`` among the questions of strangers and of the benchmark (a
phrasing left out is nearer to two entries than what people type), and answers to what is not covered at ``UNASKED``.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.core.library import Library
from bot.encoder import ready
from bot.hearing import Hearing
from bot.hearing.matching.fusion import EVIDENCE, Learned, chance, evidence, fuse, tier_of
from bot.hearing.matching.lexical import SIGNALS as LEXICAL_SIGNALS
from bot.hearing.matching.matcher import Matcher
from training import data_files
from training.regressions import Floats, logistic, softmax

FOLDS = 5
SHARES = {"phrasings": 0.38, "near misses": 0.05, "keywords": 0.12, "strangers": 0.25, "benchmark": 0.2}
STRANGERS = Path(__file__).parents[1] / "tests" / "matching"
LEFT_OUT, WRONG, UNASKED = 0.01, 0.022, 0.025  # accepted shares; a little lower than what is promised
RIDGE = 0.003
EVEN = 0.25  # how strongly the meaning signals are kept equal; they nearly agree, and none must be dropped
NARROW_BELIEVED = 0.5  # share used: strangers and the benchmark ask only about broad matters, but staff do not
SURE = (0, 1, 2, 5)  # evidence that shows whether the first is right; more was tried and only fitted noise
TARGET = "matching_weights.json"
OF_STRANGERS = ("tests/matching/asked_*.yaml", "tests/matching/others_*.yaml")
SOURCES = ("guidance/*/*.yaml", "guidance/outside.yaml", *OF_STRANGERS, "bot/encoder/minilm.onnx")


@dataclass(frozen=True, slots=True)
class Row:
    """One message: its signals by topic, the narrow topics, the share of known words, and the right topics."""

    signals: NDArray[np.float32]
    narrow: NDArray[np.float32]
    known: float
    right: frozenset[int]


@dataclass(frozen=True, slots=True)
class Set:
    """Messages of one kind, to learn from or kept for the check."""

    name: str
    rows: tuple[Row, ...]
    inside: bool
    learned: bool
    share: float
    judges: bool = False  # whether wrong answers are counted here: messages as typed, not written to be hard


def asked(matcher: Matcher, text: str, right: frozenset[str]) -> Row:
    """Return the row of one message."""
    read = matcher.read(text)
    numbers = frozenset(n for n, topic in enumerate(matcher.topics) if topic.id in right)
    return Row(matcher.signals_of(read, matcher.vectors(read)), matcher.narrow, read.known, numbers)


def folds(library: Library, make: Callable[[Library], Matcher]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the rows of all phrasings and all outside examples, each matched without itself in the content."""
    inside: list[Row] = []
    outside: list[Row] = []
    for fold in range(FOLDS):
        entries = {
            i: replace(e, phrasings=_without(e.asked, fold), danger_phrasings=()) for i, e in library.entries.items()
        }
        kinds = {i: replace(k, examples=_without(k.examples, fold)) for i, k in library.outside.items()}
        matcher = make(replace(library, entries=entries, outside=kinds))
        for i, e in library.entries.items():
            inside += [asked(matcher, text, frozenset({i})) for text in e.asked[fold::FOLDS]]
        for i, k in library.outside.items():
            outside += [asked(matcher, text, frozenset({i})) for text in k.examples[fold::FOLDS]]
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr)
    return tuple(inside), tuple(outside)


def keywords(library: Library) -> list[tuple[str, frozenset[str]]]:
    """Return the keywords that only one entry has, as messages."""
    owners: dict[str, set[str]] = {}
    for entry in library.entries.values():
        for keyword in entry.keywords:
            owners.setdefault(keyword.casefold(), set()).add(entry.id)
    return [(keyword, frozenset(own)) for keyword, own in owners.items() if len(own) == 1]


def _without(texts: tuple[str, ...], fold: int) -> tuple[str, ...]:
    return tuple(text for number, text in enumerate(texts) if number % FOLDS != fold) or texts


def sets(library: Library, make: Callable[[Library], Matcher], folder: Path | None) -> tuple[Set, ...]:
    """Return all the messages, by kind."""
    matcher = make(library)
    inside, outside = folds(library, make)
    kinds = frozenset(library.outside)
    near = [(m.text, frozenset({m.belongs})) for e in library.entries.values() for m in e.not_phrasings]
    found = [
        Set("phrasings", inside, True, True, SHARES["phrasings"]),
        Set("near misses", tuple(asked(matcher, *n) for n in near), True, True, SHARES["near misses"]),
        Set("keywords", tuple(asked(matcher, *k) for k in keywords(library)), True, True, SHARES["keywords"]),
        Set("outside examples", outside, False, True, 1 - SHARES["strangers"] - SHARES["benchmark"]),
    ]
    for name, pattern, belongs in (("questions", "asked_*", True), ("outside", "others_*", False)):
        messages = [m for file in sorted(STRANGERS.glob(f"{pattern}.yaml")) for m in _messages(file, kinds)]
        rows = tuple(asked(matcher, *message) for message in messages)
        found.append(Set(f"strangers' {name}", rows, belongs, True, SHARES["strangers"], judges=True))
    if folder is None:
        return tuple(found)
    questions, others = (_messages(folder / file, kinds) for file in ("questions.yaml", "out_of_scope.yaml"))
    for name, messages, belongs in (("benchmark questions", questions, True), ("benchmark outside", others, False)):
        rows = tuple(asked(matcher, *message) for message in messages)
        learned = tuple(row for number, row in enumerate(rows) if number % 3 != 2)
        found += [
            Set(name, learned, belongs, True, SHARES["benchmark"], judges=True),
            Set(f"{name}, check", rows[2::3], belongs, False, 0.0),
        ]
    return tuple(found)


def _messages(file: Path, kinds: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    """Return the messages of a file, each with its right topics; without a topic, every kind outside is right."""
    listed: list[dict[str, Any]] = yaml.safe_load(file.read_text("utf-8"))
    return [(q["text"], frozenset({q["topic"], *(q.get("also") or [])}) if "topic" in q else kinds) for q in listed]


def weights_of(known: Sequence[Set]) -> tuple[tuple[float, ...], float]:
    """Return the weights of the signals, none negative, and the reduction for a narrow topic.

    They are learned by softmax regression over all topics, with Newton's method.
    """
    rows = [(row, s.share / len(s.rows)) for s in known if s.learned for row in s.rows]
    share = np.array([part for _, part in rows])
    share = share / share.sum()
    table = np.stack([np.column_stack((_standard(row.signals), -row.narrow)) for row, _ in rows])
    right = np.zeros(table.shape[:2], bool)
    for number, (row, _) in enumerate(rows):
        right[number, list(row.right)] = True
    weights = softmax(table, right, share, _ridge(table.shape[2] - 1))
    *of_signals, narrow = (round(float(weight), 3) for weight in weights)
    return tuple(of_signals), round(narrow * NARROW_BELIEVED, 3)


def _ridge(signals: int) -> Floats:
    """Return how strongly the weights of these signals, and of narrow topics, are penalised."""
    ridge = RIDGE * np.eye(signals + 1)
    meaning = slice(len(LEXICAL_SIGNALS), signals)
    count = signals - len(LEXICAL_SIGNALS)
    if count > 0:
        ridge[meaning, meaning] += EVEN * (np.eye(count) - 1 / count)
    return ridge


def _standard(signals: NDArray[np.float32]) -> Floats:
    spread = np.maximum(signals.std(axis=0), 1e-9)
    standard: Floats = ((signals - signals.mean(axis=0)) / spread).astype(np.float64)
    return standard


def judged(known: Sequence[Set], learned: Learned, entries: int) -> Iterator[tuple[Set, Floats, NDArray[np.bool_]]]:
    """Yield each set with the evidence of its rows, and whether the first entry is right."""
    for part in known:
        fused = [fuse(row.signals, learned, row.narrow) for row in part.rows]
        given = np.array([evidence(f, entries, r.known, learned) for f, r in zip(fused, part.rows, strict=True)])
        first = [int(np.argmax(f.scores[:entries])) for f in fused]
        yield part, given.astype(np.float64), np.array([n in r.right for n, r in zip(first, part.rows, strict=True)])


def learn(known: Sequence[Set], plain: tuple[int, int], entries: int) -> Learned:
    """Return everything learned for one set of signals."""
    weights, narrow = weights_of(known)
    learned = Learned(weights, plain, (0.0,) * 8, (0.0,) * 8, (0.0,) * 8, 0.5, 0.5, narrow)
    parts = [(s, given, right) for s, given, right in judged(known, learned, entries) if s.learned]
    given = np.vstack([g for _, g, _ in parts])
    share = np.concatenate([np.full(len(g), s.share / len(g)) for s, g, _ in parts])
    right = np.concatenate([r if s.inside else np.zeros(len(r), bool) for s, _, r in parts])
    inside = np.concatenate([np.full(len(g), s.inside) for s, g, _ in parts])
    sure = np.where(np.isin(np.arange(given.shape[1]), SURE), given, 0.0)
    learned = replace(learned, right=logistic(sure, right, share, RIDGE), covered=logistic(given, inside, share, RIDGE))
    rights = np.array([chance(learned.right, g) for g in given])
    covereds = np.array([chance(learned.covered, g) for g in given])
    spoken = np.concatenate([np.full(len(g), s.inside and s.name != "keywords") for s, g, _ in parts])
    suggest = _left_out(covereds[spoken], share[spoken])
    judge = np.concatenate([np.full(len(g), s.judges) for s, g, _ in parts])
    asked_for = covereds >= suggest
    best = 0.999
    for answer in np.arange(0.05, 1.0, 0.01):
        answered = asked_for & (rights >= answer)
        wrong = np.sum(answered & judge & inside & ~right) / np.sum(judge & inside)
        unasked = np.sum(share * (answered & ~inside)) / np.sum(share * ~inside)
        if wrong <= WRONG and unasked <= UNASKED:
            best = float(answer)
            break
    return replace(learned, bare=_bare(known, learned, entries), answer=round(best, 3), suggest=round(suggest, 4))


def _bare(known: Sequence[Set], learned: Learned, entries: int) -> tuple[float, ...]:
    """Return the weights for a message being covered by content that has no kinds of message outside it."""
    cut = slice(entries)
    alone = [
        replace(s, rows=tuple(replace(r, signals=r.signals[cut], narrow=r.narrow[cut]) for r in s.rows)) for s in known
    ]
    parts = [(s, given) for s, given, _ in judged(alone, learned, entries) if s.learned]
    given = np.vstack([g for _, g in parts])
    share = np.concatenate([np.full(len(g), s.share / len(g)) for s, g in parts])
    inside = np.concatenate([np.full(len(g), s.inside) for s, g in parts])
    return logistic(given, inside, share, RIDGE, positive=True)


def _left_out(chances: Floats, share: Floats) -> float:
    order = np.argsort(chances)
    borne = np.cumsum(share[order]) / share.sum()
    return float(chances[order][np.searchsorted(borne, LEFT_OUT)])


def show(known: Sequence[Set], learned: Learned, entries: int) -> None:
    """Print the results of each set."""
    for (part, given, right), rows in zip(judged(known, learned, entries), known, strict=True):
        tiers = np.array([tier_of(chance(learned.right, g), chance(learned.covered, g), learned) for g in given])
        three = np.array([_among_three(row, learned, entries) for row in rows.rows])
        answered, none = tiers == "answer", tiers == "not-covered"
        print(
            f"{part.name:<28}{len(right):>6}  first {np.mean(right):6.1%}  three {np.mean(three):6.1%}"
            f"  answered right {np.mean(answered & right):6.1%}  answered wrong {np.mean(answered & ~right):6.1%}"
            f"  nothing {np.mean(none):6.1%}"
        )


def _among_three(row: Row, learned: Learned, entries: int) -> bool:
    scores = fuse(row.signals, learned, row.narrow).scores[:entries]
    return bool(row.right & set(np.argsort(-scores, kind="stable")[:3].tolist()))


def main() -> None:
    """Learn the weights, print the results and write the file."""
    sources = data_files.sources_of(TARGET, SOURCES)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark", nargs="?", type=Path)
    folder = parser.parse_args().benchmark
    library = load(find_content())
    encoder, _ = ready()
    found = {}
    for name, make, plain in (("lexical", None, (1, 4)), ("meaning", encoder, (7, 4))):
        known = sets(library, partial(Matcher, data=Hearing.load().matching, encoder=make), folder)
        learned = learn(known, plain, len(library.entries))
        print(name, learned, f"evidence: {', '.join(EVIDENCE)}", sep="\n")
        show(known, learned, len(library.entries))
        found[name] = asdict(learned)
    data_files.write_learned(TARGET, data_files.as_json(found), sources)


if __name__ == "__main__":
    main()
