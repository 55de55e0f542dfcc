"""The two regressions that the matcher learns by, with Newton's method, using only numpy."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def softmax(table: Floats, right: NDArray[np.bool_], share: Floats, ridge: Floats) -> Floats:
    """Return the weights, none negative, that most increase the right items' share of the total.

    Args:
        table: messages by items by signals.
        right: messages by items: which items are right; at least one per message.
        share: the weight of each message; the sum is 1.
        ridge: how strongly weights are penalised: a matrix, with the penalty of each weight's size on its diagonal.
    """
    weights = np.full(table.shape[2], 0.3)
    for _ in range(40):
        scores = table @ weights
        chances = _softmax(scores)
        wanted = _softmax(np.where(right, scores, -np.inf))
        slope = np.einsum("r,rt,rts->s", share, wanted - chances, table) - ridge @ weights
        mean = np.einsum("rt,rts->rs", chances, table)
        curve = np.einsum("r,rt,rts,rtu->su", share, chances, table, table, optimize=True)
        curve -= np.einsum("r,rs,ru->su", share, mean, mean)
        free = (weights > 0) | (slope > 0)  # likeness must not count against a topic
        step = np.zeros_like(weights)
        step[free] = np.linalg.solve((curve + ridge)[np.ix_(free, free)], slope[free])
        weights = np.maximum(weights + 0.5 * step, 0.0)
    return weights


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = raised / raised.sum(axis=1, keepdims=True)
    return result


def logistic(
    given: Floats, wanted: NDArray[np.bool_], share: Floats, ridge: float, *, positive: bool = False
) -> tuple[float, ...]:
    """Return the weights of a logistic regression, constant last, by Newton's method with a ridge.

    Args:
        given: one row per message, one column per piece of evidence.
        wanted: whether the outcome is true for each message.
        share: the weight of each message.
        ridge: how strongly weights are kept small.
        positive: whether no weight may be negative.
    """
    mean, spread = given.mean(axis=0), np.maximum(given.std(axis=0), 1e-9)
    table = np.hstack([(given - mean) / spread, np.ones((len(given), 1))])
    weights = np.zeros(table.shape[1])
    penalty = ridge * np.append(np.ones(table.shape[1] - 1), 0.0)
    share = share / share.sum()
    for _ in range(30):
        chances = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (share * (wanted - chances)) - penalty * weights
        curve = (table * (share * chances * (1 - chances))[:, None]).T @ table + np.diag(penalty + 1e-9)
        free = np.append((weights[:-1] > 0) | (slope[:-1] > 0), True) if positive else np.full(len(weights), True)
        weights[free] += np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        if positive:
            weights[:-1] = np.maximum(weights[:-1], 0.0)
    plain = weights[:-1] / spread
    return tuple(round(float(w), 4) for w in (*plain, weights[-1] - plain @ mean))
