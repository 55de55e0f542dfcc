"""Vectors stored as whole numbers, and the most similar ones found by whole numbers first."""

from itertools import pairwise

import numpy as np
import pytest

from bot.encoder.products import products
from bot.hearing.matching.postings import Numbers
from bot.hearing.matching.small_vectors import MakeProducts, SmallVectors, products_in_numpy, rounded

MAKERS = pytest.mark.parametrize("make", [products, products_in_numpy])


def _drawn(count: int, seed: int) -> Numbers:
    vectors = np.random.default_rng(seed).standard_normal((count, 384)).astype(np.float32)
    made: Numbers = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return made


@MAKERS
@pytest.mark.parametrize("count", [0, 1, 300])
def test_products_are_exact_up_to_the_largest_numbers(make: MakeProducts, count: int) -> None:
    rows, vectors = rounded(_drawn(count, 1))[0], rounded(_drawn(20, 2))[0]
    rows[:2], vectors[:1], vectors[1:2] = -127, 127, -127

    made = make(rows)(vectors)

    assert made.dtype == np.int32
    assert made.tolist() == (vectors.astype(np.int64) @ rows.astype(np.int64).T).tolist()


@MAKERS
def test_the_greatest_likeness_to_each_group_is_what_multiplying_in_full_gives(make: MakeProducts) -> None:
    starts, out = np.array([0, 3, 3, 40, 1500, 1501, 2000]), np.zeros(2000, np.bool_)
    out[[1, 5, 1500]] = True
    kept, vectors = SmallVectors.of(_drawn(2000, 3), make), _drawn(40, 4)
    vectors[0] = kept.numbers[7] * kept.scales[7]

    found = kept.greatest(vectors, starts, np.where(out, np.float32(0), kept.scales))

    full = vectors @ (kept.numbers * kept.scales[:, None]).T
    full[:, out] = 0
    groups = [full[:, start:end].max(axis=1, initial=-1) for start, end in pairwise(starts)]
    groups[1] = np.zeros(40, np.float32)
    assert np.abs(found - np.array(groups).T).max() < 1e-5
    assert found[0, 2] > 0.999


def test_no_vectors_are_like_nothing() -> None:
    empty = SmallVectors.of(np.zeros((0, 384), np.float32), products)

    assert empty.greatest(_drawn(2, 5), np.array([0, 0])).tolist() == [[0.0], [0.0]]


def test_of_the_first_groups_alone_the_others_do_not_count() -> None:
    rows = _drawn(50, 6)
    kept = SmallVectors.of(rows, products)

    assert kept.greatest(rows[30:31], np.array([0, 10, 20]))[0].max() < 0.9
    assert kept.greatest(rows[30:31], np.array([0, 10, 40]))[0].max() > 0.99
    assert kept.nearest(rows[30], 20)[0] < 0.9


@MAKERS
def test_the_nearest_of_all_is_the_one_with_the_greatest_likeness(make: MakeProducts) -> None:
    kept, vectors = SmallVectors.of(_drawn(300, 8), make), _drawn(20, 9)

    found = [kept.nearest(vector, len(kept)) for vector in vectors]

    assert [likeness for likeness, _ in found] == kept.greatest(vectors, np.array([0, len(kept)]))[:, 0].tolist()
    assert [row for _, row in found] == kept.alike(vectors.T).argmax(axis=0).tolist()
