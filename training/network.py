"""The small network that ranks the points of a message, learned by Adam's steps with dropout, using only numpy.

Adam: Kingma and Ba, 2015, https://arxiv.org/abs/1412.6980. Dropout: Srivastava and others, 2014, JMLR 15, 1929 to 1958.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

UNITS, LAYERS, DROPPED = 64, 2, 0.2  # units of each layer, and the share of them that each step leaves out
ROUNDS, BATCH, RATE, WARMING = 24, 64, 0.002, 50  # the learning rate, and the steps until it is full
RIDGE, LEAST = 0.00002, 1e-8


@dataclass(frozen=True, slots=True)
class Ranked:
    """A message to learn from: the signals of its points (a row each), which of them are right, and how much it counts."""

    signals: Floats
    right: NDArray[np.bool_]
    share: float


def ranking_network(given: Sequence[Ranked]) -> list[Floats]:
    """Return what ranks the right points highest: the weights of the signals' sum, then of each layer its weights and bases."""
    draw = np.random.default_rng(1)
    spread = np.maximum(np.vstack([one.signals for one in given]).std(axis=0), LEAST)
    units = (len(spread), *[UNITS] * LAYERS, 1)
    state = [np.zeros(len(spread), np.float32)]
    for below, above in pairwise(units):
        state += [draw.normal(0, (0.5 / below) ** 0.5, (below, above)).astype(np.float32), np.zeros(above, np.float32)]
    moments = [(np.zeros_like(each), np.zeros_like(each)) for each in state]
    batches = [chosen for _ in range(ROUNDS) for chosen in _batches(draw, len(given))]
    for number, chosen in enumerate(batches, 1):
        rate = RATE * min(1, number / WARMING) * (1 + np.cos(np.pi * number / len(batches))) / 2
        slopes = _slopes(state, [given[each] for each in chosen], spread, draw)
        for old, slope, (mean, square) in zip(state, slopes, moments, strict=True):
            mean += 0.1 * (slope - mean)
            square += 0.001 * (slope**2 - square)
            old -= rate * mean / (1 - 0.9**number) / (np.sqrt(square / (1 - 0.999**number)) + LEAST)
    return [state[0] / spread, state[1] / spread[:, None], *state[2:]]


def _slopes(
    state: Sequence[Floats], batch: Sequence[Ranked], spread: Floats, draw: np.random.Generator
) -> list[Floats]:
    """Return how fast the loss grows with each number: minus the logarithm of the right points' share, by message."""
    signals: Floats = np.vstack([one.signals for one in batch]) / spread
    weights, *layers = state
    heard, kept = [signals], [np.ones((1, 1), np.float32)]
    for by, bases in zip(layers[:-2:2], layers[1:-2:2], strict=True):
        sums = heard[-1] @ by + bases
        kept.append(((sums > 0) & (draw.random(sums.shape, np.float32) >= DROPPED)).astype(np.float32) / (1 - DROPPED))
        heard.append(sums * kept[-1])
    sums = signals @ weights + (heard[-1] @ layers[-2] + layers[-1])[:, 0]
    slope = _missed(batch, sums)
    found, upwards = [], slope[:, None]
    for by, below, passed in reversed(list(zip(layers[::2], heard, kept, strict=True))):
        found += [upwards.sum(axis=0), below.T @ upwards]
        upwards = upwards @ by.T * passed
    return [of + RIDGE * each for of, each in zip([signals.T @ slope, *reversed(found)], state, strict=True)]


def _missed(batch: Sequence[Ranked], sums: Floats) -> Floats:
    """Return how much each point's share of its message is too large, weighted by how much the message counts."""
    right = np.concatenate([one.right for one in batch])
    sizes = [len(one.right) for one in batch]
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(batch)), sizes)
    share = np.array([one.share for one in batch], np.float32)
    raised = np.exp(sums - np.maximum.reduceat(sums, starts)[of])
    wanted = np.maximum(raised * right, np.finfo(np.float32).tiny * right)
    chances, wanted = (each / np.add.reduceat(each, starts)[of] for each in (raised, wanted))
    missed: Floats = (chances - wanted) * (share / share.sum())[of]
    return missed


def _batches(draw: np.random.Generator, rows: int) -> NDArray[np.int64]:
    return draw.permutation(rows)[: rows // BATCH * BATCH].reshape(-1, BATCH)
