"""Vectors kept as 8-bit whole numbers, and the search for the ones nearest to a message.

Most of the work is reading memory, and whole numbers take a quarter of the space. A message's vector is rounded for a
first look. By the Cauchy-Schwarz inequality, the error in its likeness to a vector of length one is at most the length
of what was rounded off. Every vector that may be the nearest within that bound is multiplied again in full.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.hearing.matching.features import Whole
from bot.hearing.matching.postings import Numbers

Bytes = NDArray[np.int8]
Products = Callable[[Bytes], NDArray[np.int32]]
MakeProducts = Callable[[Bytes], Products]
_FULL = 127  # the largest 8-bit value, used for the largest number in a vector
_AT_ONCE = 16  # vectors that are compared at once
_ROWS = 4096  # rows that are widened at once, to save memory
_LEAST = 1e-9  # to avoid dividing by zero for an empty vector
_ROUNDING = 1e-5  # the error of the sums themselves, in 32 bits


def products_in_numpy(rows: Bytes) -> Products:
    """Return a function that multiplies vectors by these rows in NumPy, which is slower."""

    def products(vectors: Bytes) -> NDArray[np.int32]:
        wide = vectors.astype(np.float32)  # whole numbers up to 384 * 127 * 127 are exact in it
        parts = [wide @ rows[first : first + _ROWS].astype(np.float32).T for first in range(0, len(rows), _ROWS)]
        return np.hstack([np.zeros((len(vectors), 0), np.float32), *parts]).astype(np.int32)

    return products


def rounded(vectors: Numbers) -> tuple[Bytes, Numbers]:
    """Return vectors (rows) as whole numbers from -127 to 127, and the factor that each row was divided by."""
    scales: Numbers = np.maximum(np.abs(vectors).max(axis=1, initial=0) / _FULL, _LEAST).astype(np.float32)
    return np.round(vectors / scales[:, None]).astype(np.int8), scales


@dataclass(frozen=True, slots=True)
class SmallVectors:
    """Vectors of length one, as whole numbers."""

    numbers: Bytes  # whole numbers from -127 to 127, a row for each vector
    scales: Numbers  # the factor for the numbers of each row
    products: Products  # multiplies them by other vectors

    @classmethod
    def of(cls, vectors: Numbers, products: MakeProducts) -> "SmallVectors":
        """Return vectors (rows) as whole numbers."""
        numbers, scales = rounded(vectors)
        return cls(numbers, scales, products(numbers))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.scales)

    def __getitem__(self, rows: slice) -> "SmallVectors":
        """Return some of them, next to each other."""
        numbers = self.numbers[rows]
        return SmallVectors(numbers, self.scales[rows], products_in_numpy(numbers))

    def alike(self, vector: Numbers) -> Numbers:
        """Return the likeness of each (row) to a vector, or to several (columns)."""
        likeness: Numbers = (self.numbers.astype(np.float32) @ vector).T * self.scales
        return likeness.T

    def greatest(self, vectors: Numbers, starts: Whole, scales: Numbers | None = None) -> Numbers:
        """Return the greatest likeness of each vector (row) to those of each group (column); 0 for an empty group.

        Args:
            starts: where each group starts, and where the last one ends.
            scales: the factor for each of them; those with 0 count as like nothing.
        """
        made: Numbers = np.zeros((len(vectors), len(starts) - 1), np.float32)
        own, groups = self.scales if scales is None else scales, np.flatnonzero(sizes := np.diff(starts))
        starts, sizes = starts[groups], sizes[groups]
        for first in range(0, len(vectors) if len(groups) else 0, _AT_ONCE):
            part = vectors[first : first + _AT_ONCE]
            near, exactly = self._near(part, starts, sizes, own)
            begins = starts + np.arange(len(part))[:, None] * (starts[-1] + sizes[-1])  # the best of each is near
            best = np.maximum.reduceat(exactly, np.searchsorted(near, begins.ravel()))
            made[first : first + _AT_ONCE, groups] = best.reshape(begins.shape)
        return made

    def nearest(self, vector: Numbers, first: int) -> tuple[np.float32, int]:
        """Return the greatest likeness of any of the first so many of them to a vector, and which has it."""
        near, exactly = self._near(vector[None], np.zeros(1, np.int64), np.array([first]), self.scales)
        return exactly[best := int(exactly.argmax())], int(near[best])

    def _near(self, vectors: Numbers, starts: Whole, sizes: Whole, scales: Numbers) -> tuple[Whole, Numbers]:
        """Return the places, in the table of vectors by all of these, of those that may be the best of a group."""
        numbers, factors = rounded(vectors)
        roughly = self.products(numbers)[:, : starts[-1] + sizes[-1]].astype(np.float32)
        roughly *= factors[:, None]
        roughly *= scales[: roughly.shape[1]]
        left_out = np.linalg.norm(vectors - numbers * factors[:, None], axis=1)
        least = np.maximum.reduceat(roughly, starts, axis=1) - 2 * left_out[:, None] - _ROUNDING
        near = np.flatnonzero(roughly >= np.repeat(least, sizes, axis=1))
        of_vector, rows = np.divmod(near, roughly.shape[1])
        exactly = np.einsum("ij,ij->i", self.numbers[rows].astype(np.float32), vectors[of_vector]) * scales[rows]
        return near, exactly
