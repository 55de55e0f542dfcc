"""Public intent sets, for comparing the matcher with others on data that nobody here wrote.

The matcher is given made-up topics: each intent is a topic with ten of its examples as phrasings, and no title,
keyword or answer. Its weights are those learned on the guidance; nothing is fitted here.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from bot.editor.evaluating.figures import Figure, FigureSection, Share
from bot.editor.evaluating.matching_scores import SetError
from bot.encoder.vectors import with_known_vectors
from bot.hearing.matching.fusion import MatchingData, chance, evidence
from bot.hearing.matching.matcher import Matcher
from bot.hearing.matching.meaning import Encoder
from bot.hearing.matching.topics import Topic
from bot.hearing.text import normalise

EXAMPLES = 10  # phrasings for each intent
SEEDS = (0, 1, 2)
REFUSED = 0.95  # share of the out-of-scope messages refused, at which the share answered correctly is measured
_AT_ONCE = 500  # messages that rapidfuzz compares at the same time
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Intents:
    """One public set."""

    name: str
    train: Mapping[str, tuple[str, ...]]  # the examples of each intent
    test: tuple[tuple[str, str], ...]  # messages with their intents
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SetRanking:
    """How one way of matching ranked the messages of a set."""

    first: NDArray[np.bool_]  # whether the first intent is right, for each message of an intent
    three: NDArray[np.bool_]  # whether the right one is among the first three
    inside: Floats  # how certain it was about messages with an intent
    outside: Floats  # how certain it was about messages without one


def sets(folder: Path) -> Iterator[Intents]:
    """Yield the sets in a folder.

    Raises:
        SetError: there is none, or a file differs from the published one.
    """
    found = [(files, read) for files, read in _SETS if all((folder / name).is_file() for name in files)]
    if not found:
        raise SetError(f"{folder} holds neither {' nor '.join(' with '.join(files) for files, _ in _SETS)}.")
    for files, read in found:
        try:
            yield read(*(folder / name for name in files))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SetError(f"{', '.join(files)} in {folder} cannot be read as published: {error!r}.") from None


def _clinc(file: Path) -> Intents:
    data = json.loads(file.read_text("utf-8"))
    test = tuple((text, intent) for text, intent in data["test"])
    return Intents("clinc150", _by_intent(data["train"]), test, tuple(text for text, _ in data["oos_test"]))


def _banking(train: Path, test: Path) -> Intents:
    first, second = (
        [(row["text"], row["category"]) for row in csv.DictReader(file.read_text("utf-8").splitlines())]
        for file in (train, test)
    )
    return Intents("banking77", _by_intent(first), tuple(second), ())


def _by_intent(examples: Sequence[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    texts: dict[str, list[str]] = {}
    for text, intent in examples:
        texts.setdefault(intent, []).append(text)
    return {intent: tuple(texts[intent]) for intent in sorted(texts)}


_SETS: tuple[tuple[tuple[str, ...], Callable[..., Intents]], ...] = (
    (("clinc_full.json",), _clinc),
    (("banking_train.csv", "banking_test.csv"), _banking),
)


def drawn(intents: Intents, seed: int) -> tuple[Topic, ...]:
    """Return each intent as a topic, with ten of its examples drawn using a seed."""
    random = Random(seed)  # noqa: S311 - the same examples each time, on purpose
    return tuple(
        Topic(intent, False, tuple(random.sample(texts, min(EXAMPLES, len(texts)))), (), ())
        for intent, texts in intents.train.items()
    )


def section(intents: Intents, matching: MatchingData, encoder: Encoder | None) -> FigureSection:
    """Return the figures for one set: the matcher and rapidfuzz on the same examples, with all seeds combined."""
    remembering = with_known_vectors(encoder) if encoder else None
    ours: list[SetRanking] = []
    theirs: list[SetRanking] = []
    alone: dict[str, list[SetRanking]] = {}
    for seed in SEEDS:
        topics = drawn(intents, seed)
        together, signals = matched(Matcher.over(topics, matching, remembering), intents)
        ours.append(together)
        theirs.append(fuzzy(topics, intents))
        for name, ranked in signals.items():
            alone.setdefault(name, []).append(ranked)
    singles = (
        f for name, ranked in alone.items() for f in _figures(f"{intents.name}-{name}", f"{name}, alone: ", ranked)
    )
    return FigureSection(
        f"{intents.name}, {EXAMPLES} examples an intent, {len(SEEDS)} seeds",
        len(intents.test) + len(intents.outside),
        (
            *_figures(intents.name, "", ours),
            *_figures(f"{intents.name}-rapidfuzz", "rapidfuzz, ", theirs),
            *(figure for figure in singles if figure.id.endswith(("-first", "-auroc"))),
        ),
    )


def matched(matcher: Matcher, intents: Intents) -> tuple[SetRanking, dict[str, SetRanking]]:
    """Return how the matcher ranks a set's messages, and how each of its signals ranks them alone.

    The matcher's certainty is the chance that a message is covered; that of a signal alone is its greatest value.
    """
    numbers = {topic.id: number for number, topic in enumerate(matcher.topics)}
    right = [numbers[intent] for _, intent in intents.test]
    scores, signals, sure = [], [], []
    for text in (*(text for text, _ in intents.test), *intents.outside):
        read = matcher.read(text)
        fused = matcher.fused(read, matcher.vectors(read))
        given = evidence(fused, matcher.entries, read.known, matcher.learned)
        scores.append(fused.scores)
        signals.append(fused.signals)
        sure.append(chance(matcher.covering, given))
    table = np.stack(signals)
    alone = {
        name: _ranked(table[:, :, number], table[:, :, number].max(axis=1), right)
        for number, name in enumerate(matcher.signals)
        if np.ptp(table[:, :, number]) > 0
    }
    return _ranked(np.stack(scores), np.array(sure), right), alone


def fuzzy(topics: Sequence[Topic], intents: Intents) -> SetRanking:
    """Return how token_set_ratio, rapidfuzz's best scorer for such messages, ranks them."""
    choices = [normalise(phrasing) for topic in topics for phrasing in topic.phrasings]
    starts = np.cumsum([0, *(len(topic.phrasings) for topic in topics)])[:-1]
    numbers = {topic.id: number for number, topic in enumerate(topics)}
    texts = [normalise(text) for text in (*(text for text, _ in intents.test), *intents.outside)]
    parts = [
        np.maximum.reduceat(
            process.cdist(texts[n : n + _AT_ONCE], choices, scorer=fuzz.token_set_ratio), starts, axis=1
        )
        for n in range(0, len(texts), _AT_ONCE)
    ]
    scores = np.vstack(parts)
    return _ranked(scores, scores.max(axis=1), [numbers[intent] for _, intent in intents.test])


def _ranked(scores: NDArray[np.floating], sure: NDArray[np.floating], right: Sequence[int]) -> SetRanking:
    best = np.argsort(-scores[: len(right)], axis=1, kind="stable")[:, :3]
    hits = best == np.array(right)[:, None]
    sures = sure.astype(np.float64)
    return SetRanking(hits[:, 0], hits.any(axis=1), sures[: len(right)], sures[len(right) :])


def _figures(id: str, who: str, ranked: Sequence[SetRanking]) -> Iterator[Figure]:
    for what, name, hits in (
        ("first", "first right", [r.first for r in ranked]),
        ("three", "among three", [r.three for r in ranked]),
    ):
        yield _share(f"{id}-{what}", f"{who}{name}", np.concatenate(hits))
    if len(ranked[0].outside):
        value = float(np.mean([separation(r.inside, r.outside) for r in ranked]))
        yield Figure(f"{id}-auroc", f"{who}in scope told from out of scope (AUROC)", 100 * value, "points of 100")
        bars = [float(np.quantile(r.outside, REFUSED)) for r in ranked]
        hits = [r.first & (r.inside > bar) for r, bar in zip(ranked, bars, strict=True)]
        yield _share(f"{id}-sure", f"{who}answered and right where 95 % are refused", np.concatenate(hits))


def _share(id: str, name: str, hits: NDArray[np.bool_]) -> Figure:
    share = Share(int(hits.sum()), len(hits))
    once = Share(round(share.hits / len(SEEDS)), share.of // len(SEEDS))  # the seeds ask the same messages again
    return Figure(id, name, share.percent, "%", share, once.interval)


def separation(inside: Floats, outside: Floats) -> float:
    """Return the chance that a message with an intent scores higher than one without (the area under the ROC curve)."""
    order = np.sort(outside)
    below = np.searchsorted(order, inside, side="left") + np.searchsorted(order, inside, side="right")
    return float(below.mean() / 2 / len(order))
