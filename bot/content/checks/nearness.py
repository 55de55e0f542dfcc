"""How near each phrasing is to every entry when it is left out itself: to the mean of an entry's lines, as the matcher
measures it, for all phrasings at once."""

from dataclasses import dataclass

import numpy as np

from bot.core.library import Library
from bot.core.lines import Lines, Numbers, Whole, letter_groups
from bot.core.matcher import content_words, lines_of, word_features
from bot.core.text import normalise, words

_WORDS, _LETTERS = 0.55, 0.45  # the matcher's shares of a line's likeness
_AT_ONCE = 40_000  # features


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near phrasings are to entries, from 0 to about 1.

    Attributes:
        entries: ids of the entries.
        phrasings: the entry (by its place in ``entries``) and the number of each phrasing.
        near: one row a phrasing, one column an entry; to its own entry, what its other lines give.
    """

    entries: tuple[str, ...]
    phrasings: tuple[tuple[int, int], ...]
    near: Numbers


def nearness(library: Library) -> Nearness:
    """Measure how near each phrasing of a library is to each entry."""
    entries = tuple(library.entries.values())
    split = [(owner, words(normalise(line))) for owner, e in enumerate(entries) for line in lines_of(e, library)]
    owners = np.array([owner for owner, _ in split], np.int64)
    sizes = np.bincount(owners, minlength=len(entries)).astype(np.float32)
    by_word = Lines(word_features(line) for _, line in split)
    groups: dict[str, tuple[str, ...]] = {}
    by_letter = Lines(letter_groups(content_words(line), groups) for _, line in split)
    sums = _WORDS * _sums(by_word, owners, len(entries)) + _LETTERS * _sums(by_letter, owners, len(entries))
    lengths = by_word.centroid_lengths(owners, len(entries))
    near = sums / sizes / lengths
    rows = np.arange(len(owners))
    alone = 1 / sizes / lengths  # a line's part in its own entry's mean
    near[rows, owners] = (near[rows, owners] - alone[owners]) * (sizes / np.maximum(sizes - 1, 1))[owners]
    starts = np.searchsorted(owners, np.arange(len(entries)))
    phrasings = [(owner, number) for owner, e in enumerate(entries) for number in range(len(e.phrasings))]
    kept = np.array([starts[owner] + number for owner, number in phrasings], np.int64)
    return Nearness(tuple(library.entries), tuple(phrasings), near[kept].astype(np.float32))


def _sums(lines: Lines, owners: Whole, entries: int) -> Numbers:
    """Return for each line (row) its likeness to all lines of each entry (column), added up."""
    count = len(lines.features)
    features = np.repeat(np.arange(count), np.diff(lines.starts))
    cells = features * entries + owners[lines.rows]
    means = (
        np.bincount(cells, weights=lines.values, minlength=count * entries).astype(np.float32).reshape(count, entries)
    )
    order = np.argsort(lines.rows, kind="stable")
    rows, features, values = lines.rows[order], features[order], lines.values[order]
    total = np.zeros((lines.count, entries), np.float32)
    for first in range(0, len(rows), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        begins = np.flatnonzero(np.diff(rows[part], prepend=-1))
        total[rows[part][begins]] += np.add.reduceat(means[features[part]] * values[part, None], begins, axis=0)
    return total
