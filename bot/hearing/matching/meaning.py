"""Measure how alike a message and each topic are by meaning, with the sentence encoder.

A vector has 384 numbers and length one, and likeness is the cosine. The head is a linear discriminant: the centroids,
adjusted for the covariance of phrasings within their topics. It is computed in closed form, so that an edit takes
effect at once (docs/decisions/0008 compares it with a trained head).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.hearing.matching.features import Whole
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.topics import Topic

SIGNALS = ("meaning, nearest phrasing", "meaning, all phrasings", "meaning, head")
Encode = Callable[[Sequence[str]], Numbers]
_RIDGE = 1e-3  # added to the covariance, so that directions with no variation do not dominate
_FEW = 8  # vectors; this few are multiplied faster one by one than together
_SEARCHED = 64  # topics whose phrasings are compared one by one if there are very many topics
_MANY = 500  # topics; above this only _SEARCHED of them are compared


@dataclass(frozen=True, slots=True)
class Encoder:
    """The functions that make vectors of texts.

    Attributes:
        message: for what people type; nothing of it is kept.
        content: for the content's own texts, whose vectors may be kept from one start to the next.
    """

    message: Encode
    content: Encode


@dataclass(frozen=True, slots=True)
class _Rows:
    """Vectors in the order of their topics, some of which may have none."""

    vectors: Numbers
    starts: Whole
    owners: Whole
    bare: Whole  # the places of those that are no topic's own

    def nearest(self, vector: Numbers) -> Numbers:
        """Return each topic's greatest likeness to a vector, or to each of several (columns); 0 if it has none."""
        result: Numbers = np.zeros((len(self.starts) - 1, *vector.shape[1:]), np.float32)
        if vector.ndim == 2 and vector.shape[1] <= _FEW:
            return np.stack([self.nearest(one) for one in vector.T], axis=1)
        if len(self.owners):
            near = self.vectors @ vector
            near[self.bare] = 0
            result[self.owners] = np.maximum.reduceat(near, self.starts[self.owners])
        return result

    def nearest_of(self, vector: Numbers, topics: Whole) -> Numbers:
        """Return the greatest likeness of some topics to a vector; 0 if a topic has no vectors."""
        parts = [self.vectors[self.starts[n] : self.starts[n + 1]] @ vector for n in topics]
        return np.array([part.max() if len(part) else 0.0 for part in parts], np.float32)


class MeaningIndex:
    """The topics' vectors, prepared for comparison.

    Args:
        topics: what a message may be about, each with at least one phrasing.
        encode: makes vectors of texts.
        bare: the places of phrasings that name nothing of their topic, among the phrasings of all.
    """

    def __init__(self, topics: Sequence[Topic], encode: Encode, bare: Whole | None = None) -> None:
        sizes = np.array([len(topic.phrasings) for topic in topics], np.int64)
        vectors, starts = encode([text for topic in topics for text in topic.phrasings]), np.append(0, sizes.cumsum())
        self._phrasings = _Rows(vectors, starts, np.flatnonzero(sizes), np.zeros(0, np.int64) if bare is None else bare)
        sums = np.add.reduceat(self._phrasings.vectors, self._phrasings.starts[:-1])
        means = sums / sizes[:, None]
        self._centroids: Numbers = (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)
        within = vectors.T @ vectors - (means * sizes[:, None]).T @ means  # the spread of phrasings about their means
        covariance = within / len(vectors) + _RIDGE * np.eye(vectors.shape[1], dtype=np.float32)
        self._head: Numbers = np.linalg.solve(covariance, means.T).T.astype(np.float32)
        self._bias: Numbers = (-0.5 * (means * self._head).sum(axis=1)).astype(np.float32)

    def signals(self, vector: Numbers) -> Numbers:
        """Return the signals of every topic (row) for a message's vector, one column for each of ``SIGNALS``."""
        centroid = self._centroids @ vector
        columns = (
            self._nearest(self._phrasings, vector, centroid),
            centroid,
            self._head @ vector + self._bias,
        )
        return np.stack(columns, axis=1)

    def signals_of_many(self, vectors: Numbers) -> Numbers:
        """Return every topic's signals for many messages (first axis), which is much faster than one by one."""
        if len(self._centroids) > _MANY:
            return np.stack([self.signals(vector) for vector in vectors])
        columns = (
            self._phrasings.nearest(vectors.T),
            self._centroids @ vectors.T,
            self._head @ vectors.T + self._bias[:, None],
        )
        return np.stack([column.T for column in columns], axis=2)

    def _nearest(self, rows: _Rows, vector: Numbers, centroid: Numbers) -> Numbers:
        if len(centroid) <= _MANY or not len(rows.owners):
            return rows.nearest(vector)
        searched = np.argpartition(-centroid, _SEARCHED)[:_SEARCHED]
        nearest = centroid.copy()
        nearest[searched] = rows.nearest_of(vector, searched)
        return nearest

    def likeness(self, vectors: Numbers) -> list[Numbers]:
        """Return, for each topic, the likeness of each of its phrasings to the nearest of a message's vectors."""
        near = (self._phrasings.vectors @ vectors.T).max(axis=1)
        return np.split(near, self._phrasings.starts[1:-1])

    def of(self, topic: int) -> Numbers:
        """Return the vectors (rows) of a topic's phrasings, in their order."""
        starts = self._phrasings.starts
        return self._phrasings.vectors[starts[topic] : starts[topic + 1]]

    def nearest_of_first(self, vector: Numbers, topics: int) -> float:
        """Return a vector's likeness to the nearest phrasing of the first so many topics, whatever it names."""
        return float((self._phrasings.vectors[: self._phrasings.starts[topics]] @ vector).max())

    def bare(self, topic: int) -> Whole:
        """Return which of a topic's phrasings, in their order, name nothing of it."""
        first, last = self._phrasings.starts[topic : topic + 2]
        return np.flatnonzero(np.isin(np.arange(first, last), self._phrasings.bare))

    def nearest_phrasing(self, vector: Numbers, topic: int) -> int:
        """Return which of a topic's own phrasings is nearest to a message's vector."""
        return int(np.argmax(self.of(topic) @ vector))
