"""Measure how alike a message and each topic are by meaning, with the sentence encoder.

A vector has 384 numbers and length one, and likeness is the cosine. The head is a linear discriminant: the centroids,
adjusted for the covariance of phrasings within their topics. It is computed in closed form, so an edit takes effect at
once (docs/decisions/0008 compares it with a trained head).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.hearing.matching.features import Flags, Whole
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.small_vectors import MakeProducts, SmallVectors, products_in_numpy
from bot.hearing.matching.topics import Topic

SIGNALS = ("meaning, nearest phrasing", "meaning, all phrasings", "meaning, head")
Encode = Callable[[Sequence[str]], Numbers]
_RIDGE = 1e-3  # added to the covariance, so that directions with no variation do not dominate
_SEARCHED = 64  # topics whose phrasings are compared one by one if there are very many topics
_MANY = 500  # topics; above this only _SEARCHED of them are compared
_AS_MANY, _LENIENT = 20.0, 10.0  # how much more a phrasing counts than one that it is told from; the ridge of that


@dataclass(frozen=True, slots=True)
class Encoder:
    """The functions that make vectors of texts."""

    message: Encode  # for what people type; nothing from it is kept
    content: Encode  # for the content's own texts; their vectors may be kept from one start to the next
    # multiplies the vectors of the content, as whole numbers, by those of a message
    products: MakeProducts = products_in_numpy


class MeaningIndex:
    """The topics' vectors, prepared for comparison.

    Args:
        topics: what a message may be about, each with at least one phrasing.
        encode: makes vectors of texts.
        bare: the positions, among all phrasings, of those that do not name their topic.
        products: multiplies the vectors of the phrasings by those of a message.
    """

    def __init__(
        self,
        topics: Sequence[Topic],
        encode: Encode,
        bare: Whole | None = None,
        products: MakeProducts = products_in_numpy,
    ) -> None:
        sizes = np.array([len(topic.phrasings) for topic in topics], np.int64)
        vectors = encode([text for topic in topics for text in topic.phrasings])
        self.starts: Whole = np.append(0, sizes.cumsum())
        self._bare: Flags = np.isin(np.arange(len(vectors)), () if bare is None else bare)
        self.phrasings = SmallVectors.of(vectors, products if len(topics) <= _MANY else products_in_numpy)
        self._scales = np.where(self._bare, np.float32(0), self.phrasings.scales)
        means = np.add.reduceat(vectors, self.starts[:-1]) / sizes[:, None]
        self._centroids: Numbers = (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)
        self._products, self._sum = vectors.T @ vectors, vectors.sum(axis=0)
        within = self._products - (means * sizes[:, None]).T @ means  # the spread of phrasings about their means
        covariance = within / len(vectors) + _RIDGE * np.eye(vectors.shape[1], dtype=np.float32)
        self._head: Numbers = np.linalg.solve(covariance, means.T).T.astype(np.float32)
        self._bias: Numbers = (-0.5 * (means * self._head).sum(axis=1)).astype(np.float32)

    def signals_of_many(self, vectors: Numbers) -> Numbers:
        """Return every topic's signals (row), a column for each of ``SIGNALS``, for many messages (first axis)."""
        centroids: Numbers = vectors @ self._centroids.T
        if len(self._centroids) > _MANY:
            nearest = self._nearest_of_likely(vectors, centroids)
        else:
            nearest = self.phrasings.greatest(vectors, self.starts, self._scales)
        signals: Numbers = np.stack((nearest, centroids, vectors @ self._head.T + self._bias), axis=2)
        return signals

    def _nearest_of_likely(self, vectors: Numbers, centroids: Numbers) -> Numbers:
        """Return the likeness of the nearest phrasings of the likeliest topics, and of the others' centroids."""
        nearest = centroids.copy()
        for row, vector, centroid in zip(nearest, vectors, centroids, strict=True):
            searched = np.argpartition(-centroid, _SEARCHED)[:_SEARCHED]
            row[searched] = [self.of(topic).alike(vector).max() for topic in searched]
        return nearest

    def likeness(self, vectors: Numbers) -> list[Numbers]:
        """Return, for each topic, the likeness of each of its phrasings to the nearest of a message's vectors."""
        return [self.of(topic).alike(vectors.T).max(axis=1) for topic in range(len(self.starts) - 1)]

    def of(self, topic: int) -> SmallVectors:
        """Return the vectors (rows) of a topic's phrasings, in their order."""
        return self.phrasings[self.starts[topic] : self.starts[topic + 1]]

    def apart(self, topic: int, first: int) -> Numbers:
        """Return what tells the first so many phrasings of a topic from all others: weights, and last a constant.

        With a vector they make about 1 for one of these and -1 for any other. It is a ridge regression in closed form.
        """
        few = self.of(topic)[:first]
        own = np.pad(few.numbers.astype(np.float32) * few.scales[:, None], ((0, 0), (0, 1)), constant_values=1)
        total = np.append(self._sum, self.starts[-1])
        squares = np.block([[self._products, self._sum[:, None]], [total[None]]]) + (_AS_MANY - 1) * own.T @ own
        aimed = (_AS_MANY + 1) * own.sum(axis=0) - total
        found: Numbers = np.linalg.solve(squares + _LENIENT * np.eye(len(aimed)), aimed).astype(np.float32)
        return found

    def bare(self, topic: int) -> Whole:
        """Return which of a topic's phrasings, in order, do not name it."""
        first, last = self.starts[topic : topic + 2]
        return np.flatnonzero(self._bare[first:last])

    def nearest_phrasing(self, vector: Numbers, topic: int) -> int:
        """Return which of a topic's own phrasings is nearest to a message's vector."""
        return int(np.argmax(self.of(topic).alike(vector)))
