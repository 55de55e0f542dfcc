"""Learn how points are ranked, and write bot/hearing/data/point_weights.json: ``python -m training.learn_points [--check]``.

It learns from messages that are not in the content. For those in training/point_messages.yaml the right point is known.
For those of strangers (tests/matching/asked_*.yaml and tests/heard/choosing.yaml) only the entry is. For the turns of
strangers' talks (training/talk_turns.yaml) the points and the subject of the talk are. It learns the weights of
the signals that most increase the share of what is asked for, and the chance that the likeliest entry is right: with a
small network for a message alone, and with a plain sum for one in a talk. (In talks the network was no better: decision
52.) Each message is used a second time as if the talk were about another entry near it, so that a talk can change
subject. From ``ANSWER`` on, the likeliest entry is the answer; ``AGREED`` is enough where the whole message's match
agrees, and ``SUBJECT`` for what the talk is about. They were chosen on tests/heard/choosing.yaml, so that at most 3 in 100 are
answered wrongly.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

import numpy as np
import yaml
from numpy.typing import NDArray

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder import ready
from bot.hearing import Hearing, LibraryHearing
from bot.hearing.matching.fusion import Match, signs, sums_of
from bot.hearing.matching.message_reader import Query
from bot.hearing.matching.point_signals import ALWAYS, SIGNALS, SIGNALS_IN_TALK
from bot.hearing.matching.postings import Numbers
from training import data_files
from training.data_files import ROOT
from training.network import Ranked, ranking_network
from training.regressions import Floats, logistic

TARGET = "point_weights.json"
POINTS, TURNS = "training/point_messages.yaml", "training/talk_turns.yaml"
STRANGERS = ("tests/matching/asked_*.yaml", "tests/heard/choosing.yaml")
OF_HEARING = ("guidance/*/*.asked.yaml", "bot/hearing/data/matching_weights.json", "bot/encoder/minilm.onnx")
SOURCES = (POINTS, TURNS, *STRANGERS, *OF_HEARING)
SHARE_OF_STRANGERS = 3.0  # how much one of their messages counts
SHARE_OF_TURNS = 5.0  # how much one turn of a talk counts
RIDGE, STEP, ROUNDS = 0.001, 0.05, 1500
PARTS = 4  # the network is judged on each part of the messages, learned from the others
ANSWER, ANSWER_IN_TALK, AGREED, SUBJECT = 0.85, 0.88, 0.75, 0.8


@dataclass(frozen=True, slots=True)
class Asking:
    """A message, what is right (ids of entries, or of an entry and a point), and what the talk is about.

    Where ``wrong`` is true, anything else is right.
    """

    text: str
    right: frozenset[str]
    about: tuple[str, ...] = ()
    wrong: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """A message as it is read, its points with their signals, and which of them are right."""

    asking: Asking
    match: Match
    read: Query
    names: list[tuple[str, str]]
    signals: Numbers
    right: NDArray[np.bool_]


def askings() -> Iterator[Asking]:
    """Yield every message to learn from."""
    given: dict[str, dict[str, list[str]]] = yaml.safe_load((ROOT / POINTS).read_text("utf-8"))
    alone, in_talk, fresh = given.values()
    for point, texts in alone.items():
        yield from (Asking(text, frozenset({point})) for text in texts)
    for point, texts in in_talk.items():
        yield from (Asking(text, frozenset({point}), (point.partition("/")[0],)) for text in texts)
    for entry, texts in fresh.items():
        yield from (Asking(text, frozenset({entry}), (entry,), wrong=True) for text in texts)
    for path in (path for pattern in STRANGERS for path in sorted(ROOT.glob(pattern))):
        for one in yaml.safe_load(path.read_text("utf-8")):
            if one.get("topic"):
                yield Asking(one["text"], frozenset({one["topic"], *one.get("also", ())}), share=SHARE_OF_STRANGERS)
    for one in yaml.safe_load((ROOT / TURNS).read_text("utf-8")):
        yield Asking(one["text"], frozenset(one["right"]), tuple(one.get("about", ())), share=SHARE_OF_TURNS)


def rows(hearing: LibraryHearing, asking: Asking, random: Random) -> Iterator[Row]:
    """Yield a message with its signals, and again in a talk about another entry near it where it was in none."""
    match, read, vectors = hearing.matcher.match_with_vectors(hearing.masked(asking.text), asking.about)
    if vectors is None:
        return
    names, signals, _ = hearing.points.signals(match, read, vectors, asking.about)
    right = np.array([(not asking.right.isdisjoint({id, f"{id}/{point}"})) != asking.wrong for id, point in names])
    if not right.any():
        return
    yield Row(asking, match, read, names, signals, right)
    entries = {id.partition("/")[0] for id in asking.right}
    others = sorted({id for id, _ in names} - entries)
    if not asking.about and others:
        about = (random.choice(others),)
        names, signals, _ = hearing.points.signals(match, read, vectors, about)
        yield Row(asking, match, read, names, signals, right)


def ranking_weights(given: list[Row]) -> Floats:
    """Return the weights that most increase the share of what is right, by gradient steps of adapted size (Adam)."""
    signals = np.vstack([row.signals for row in given]).astype(float)
    spread = np.maximum(signals.std(axis=0), 1e-9)
    table, right = signals / spread, np.concatenate([row.right for row in given]).astype(float)
    ends = np.cumsum([0, *(len(row.names) for row in given)])
    starts, of = ends[:-1], np.repeat(np.arange(len(given)), np.diff(ends))
    share = np.array([row.asking.share for row in given])
    share = (share / share.sum())[of]
    weights = np.zeros(table.shape[1])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        scores = table @ weights
        raised = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        chances = raised / np.add.reduceat(raised, starts)[of]
        wanted = raised * right / np.add.reduceat(raised * right, starts)[of]
        slope = table.T @ ((chances - wanted) * share) + RIDGE * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    plain: Floats = weights / spread
    return plain


def held_out_sums(given: list[Row], ranked: list[Ranked]) -> list[Numbers]:
    """Return the sums of each message's points, by a network that was learned without that message."""
    part_of = {text: number % PARTS for number, text in enumerate(dict.fromkeys(row.asking.text for row in given))}
    parts = [part_of[row.asking.text] for row in given]
    networks = [ranking_network([ranked[i] for i, own in enumerate(parts) if own != n]) for n in range(PARTS)]
    return [sums_of(networks[own], row.signals) for own, row in zip(parts, given, strict=True)]


def in_talk(row: Row) -> Row:
    """Return a message with its signals as in a talk, about none of its entries if it is alone."""
    if row.signals.shape[1] == len(SIGNALS_IN_TALK):
        return row
    none = np.zeros((len(row.names), len(SIGNALS_IN_TALK)), np.float32)
    none[:, :ALWAYS] = row.signals[:, :ALWAYS]
    return replace(row, signals=none)


def shares_of(row: Row, sums: Numbers) -> dict[str, float]:
    """Return how likely each entry is to be meant, most likely first."""
    raised = np.exp(sums - sums.max())
    shares = dict[str, float]()
    for (id, _), share in zip(row.names, raised / raised.sum(), strict=True):
        shares[id] = shares.get(id, 0.0) + float(share)
    return dict(sorted(shares.items(), key=lambda share: -share[1]))


def ranking(
    given: list[Row], sums: list[Numbers], weights: list[Numbers], answer: float, places: int
) -> dict[str, object]:
    """Return weights for the file, with those of the signs that the likeliest entry is right, and print a figure."""
    known = [(row, shares_of(row, own)) for row, own in zip(given, sums, strict=True) if not row.asking.wrong]
    table = np.array([signs(row.match, row.read, own) for row, own in known], float)
    entries = [{id.partition("/")[0] for id in row.asking.right} for row, _ in known]
    wanted = np.array([next(iter(own)) in ids for (_, own), ids in zip(known, entries, strict=True)])
    right = logistic(table, wanted, np.array([row.asking.share for row, _ in known]), RIDGE)
    first = np.mean([row.right[int(np.argmax(own))] for row, own in zip(given, sums, strict=True)])
    print(f"the likeliest point is right in {first:.1%} of {len(given)} readings of messages")
    return {
        "weights": [each.astype(float).round(places).tolist() for each in weights],
        "right": right,
        "answer": answer,
    }


def main() -> None:
    """Learn the weights and write the file."""
    sources, (encoder, why) = data_files.sources_of(TARGET, SOURCES), ready()
    if encoder is None:
        sys.exit(why)
    hearing = Hearing.load().bind(load(find_content()), encoder)
    random = Random(1)
    given = [row for asking in askings() for row in rows(hearing, asking, random)]
    alone, talks = [row for row in given if row.signals.shape[1] == len(SIGNALS)], [in_talk(row) for row in given]
    weights = ranking_weights(talks).astype(np.float32)
    ranked = [Ranked(row.signals, row.right, row.asking.share) for row in alone]
    found = {
        "alone": ranking(alone, held_out_sums(alone, ranked), ranking_network(ranked), ANSWER, 4),
        "in_talk": ranking(talks, [row.signals @ weights for row in talks], [weights], ANSWER_IN_TALK, 3),
        "agreed": AGREED,
        "subject": SUBJECT,
    }
    data_files.write_learned(TARGET, data_files.as_json(found), sources)


if __name__ == "__main__":
    main()
