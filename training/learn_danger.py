"""Learn how strongly the meaning of a message points to danger: ``python -m training.learn_danger``.

Run it after training/learn_crisis_scores.py and training/compile_crisis.py, on the same messages, with the encoder.
It learns three things by logistic regression and writes them to bot/hearing/data/danger_meaning.json: a plane through
the encoder's vectors, one more plane for each card, and the weights of words and meaning together. The last is learned
from the scores of messages that were left out of the learning, a fifth at a time. The bar is set on the calm messages
of ``BAR_SET``, which were not used for the encoder, the planes or the points: it is the lowest bar at which the meaning
adds a card to at most ``BORNE`` of them.
"""

import random
import sys
from collections.abc import Sequence

import numpy as np

from bot.content.load_in_process import find_content
from bot.content.loader import load
from bot.encoder import ready
from bot.hearing import Hearing
from bot.hearing.matching.matcher import Matcher
from training import data_files
from training.learn_crisis_scores import BLIND, Kind, Numbers, carded, kinds, left_out, marks, plain

TARGET = "danger_meaning.json"
RIDGE, FOLDS, ROUNDS = 100.0, 5, 20
BAR_SET, BORNE = "calm_e.yaml", 0.02
SILENT = -9999  # weight of the words of plain needs, so low that no card is raised


def vectors(matcher: Matcher, texts: Sequence[str]) -> Numbers:
    """Return one vector per message; for a long message, the mean of its parts."""
    made = [matcher.vectors(matcher.read(text)) for text in texts]
    return np.array([of_one.mean(axis=0) for of_one in made if of_one is not None], np.float64)


def plane(rows: Numbers, danger: Numbers, weight: Numbers, ridge: float = RIDGE) -> Numbers:
    """Return the weights of a logistic regression, constant last, by Newton's method with a ridge.

    Args:
        rows: one row per message.
        danger: 1 if the message shows danger, 0 if not.
        weight: the weight of each message.
        ridge: how strongly the weights are kept small.
    """
    middle, spread = rows.mean(axis=0), float(rows.std(axis=0).mean())
    table = np.hstack([(rows - middle) / spread, np.ones((len(rows), 1))])
    weight = weight / weight.mean()
    penalty = np.append(np.full(rows.shape[1], ridge), 0.0)
    learned = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        chances = 1 / (1 + np.exp(-table @ learned))
        slope = table.T @ ((chances - danger) * weight) + penalty * learned
        curve = (table * (chances * (1 - chances) * weight)[:, None]).T @ table + np.diag(penalty + 1e-9)
        learned -= np.linalg.solve(curve, slope)
    plain = learned[:-1] / spread
    result: Numbers = np.append(plain, learned[-1] - plain @ middle)
    return result


def said(rows: Numbers, by: Numbers) -> Numbers:
    """Return each row's score from a plane."""
    result: Numbers = rows @ by[:-1] + by[-1]
    return result


def unlearned(rows: Numbers, danger: Numbers, weight: Numbers) -> Numbers:
    """Return each message's score from a plane that was learned without it."""
    order = random.Random(2).sample(range(len(rows)), len(rows))
    result = np.zeros(len(rows))
    for fold in range(FOLDS):
        out = np.array(order[fold::FOLDS])
        rest = np.setdiff1d(np.arange(len(rows)), out)
        result[out] = said(rows[out], plane(rows[rest], danger[rest], weight[rest]))
    return result


def of_cards(rows: Numbers, cards: Sequence[str]) -> dict[str, Numbers]:
    """Return a plane for each card, to choose the card that a danger message asks for.

    Each plane is learned against all the other cards, and the card with the highest score is chosen.
    """
    names = sorted(set(cards))
    each = np.ones(len(cards))
    return {name: plane(rows, np.array([float(card == name) for card in cards]), each) for name in names}


def bar(matcher: Matcher, by_meaning: Numbers, together: Numbers) -> float:
    """Return the lowest sum of words and meaning at which the meaning adds no more cards to calm messages than allowed.

    Args:
        matcher: makes the vectors.
        by_meaning: the plane through the vectors.
        together: the weights of words and meaning together.
    """
    calm = [row["text"] for row in plain(BLIND / BAR_SET)]
    heard = [Hearing.load().danger.hear(text) for text in calm]
    weights = np.array([max(one.weight, SILENT) / 100 for one in heard])
    sums = said(np.stack([weights, said(vectors(matcher, calm), by_meaning)], axis=1), together)
    quiet = np.sort(sums[[one.crisis is None for one in heard]])[::-1]
    return float(quiet[int(BORNE * len(calm))])


def written(by_meaning: Numbers, together: Numbers, enough: float, cards: dict[str, Numbers]) -> bytes:
    """Return the bytes of the file of what was learned."""
    words, meaning, enough = (round(float(each), 3) for each in (together[0], together[1], enough - together[2]))
    return data_files.as_json(
        {
            "words": words,
            "meaning": meaning,
            "enough": enough,
            "danger": by_meaning.round(2).tolist(),
            "cards": {card: by.round(2).tolist() for card, by in cards.items()},
        }
    )


def show(known: Sequence[Kind], sums: Numbers, enough: float) -> None:
    """Print how many messages of each kind are above the bar, by scores learned without them."""
    starts = np.cumsum([0, *(len(kind.texts) for kind in known)])
    for kind, start, end in zip(known, starts, starts[1:], strict=False):
        print(f"{kind.name}: {(sums[start:end] > enough).sum()} of {end - start}")


def main() -> int:
    """Learn the weights, print the results and write the file."""
    encoder, why = ready()
    if encoder is None:
        print(why, file=sys.stderr)
        return 1
    matcher = Matcher(load(find_content()), Hearing.load().matching, encoder)
    known = tuple(kind for kind in kinds() if kind.texts)
    texts = [text for kind in known for text in kind.texts]
    sizes = [len(kind.texts) for kind in known]
    danger = np.repeat([float(kind.danger) for kind in known], sizes)
    weight = np.repeat([kind.weight for kind in known], sizes)
    rows = vectors(matcher, texts)
    by_words = left_out([marks(text) for text in texts], danger, weight) / 100
    both = np.stack([by_words, unlearned(rows, danger, weight)], axis=1)
    together = plane(both, danger, weight, ridge=0)
    by_meaning = plane(rows, danger, weight)
    enough = bar(matcher, by_meaning, together)
    show(known, said(both, together), enough)
    with_card = list(carded())
    cards = of_cards(vectors(matcher, [text for text, _ in with_card]), [card for _, card in with_card])
    data_files.write(TARGET, written(by_meaning, together, enough, cards))
    print(f"words {together[0]:.2f}, meaning {together[1]:.2f}, bar {enough:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
