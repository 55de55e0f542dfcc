"""Texts as numbered features, so that a word that occurs in a thousand lines is processed only once.

A feature is stored as a 64-bit hash, which saves the memory of tens of thousands of short strings. The texts come in
parts, so that intermediate results need little memory.
"""

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot.hearing.text import hash_of, hashes_of, normalise, words

# fmt: off
_STOP = frozenset([
    "a", "about", "am", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do", "does", "dont",
    "for", "from", "get", "got", "had", "has", "have", "he", "hes", "her", "here", "hers", "him", "his", "how",
    "i", "if", "im", "in", "is", "it", "its", "ive", "just", "like", "me", "my", "not", "now", "of", "on", "or",
    "our", "said", "says", "she", "shes", "so", "that", "thats", "the", "their", "them", "then", "there",
    "they", "this", "to", "up", "us", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with",
    "would", "you", "your",
])
# fmt: on
_ENDINGS = ("ings", "ing", "ed", "es", "ly", "s")  # the first match is removed
_SHORTEST = 5  # letters; shorter words keep their ending


def stem(word: str) -> str:
    """Return a word without its most common ending; the result is not cached, because the word may have been typed."""
    if len(word) < _SHORTEST or not word.endswith(_ENDINGS):
        return word
    for ending in _ENDINGS:
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def content_words(tokens: Iterable[str]) -> list[str]:
    """Return the words that carry meaning."""
    return [token for token in tokens if token not in _STOP]


def stems(tokens: Iterable[str]) -> list[str]:
    """Return the stems of the words that carry meaning."""
    return [stem(token) for token in content_words(tokens)]


def letter_groups(tokens: Iterable[str], made: dict[str, tuple[str, ...]]) -> list[str]:
    """Return the groups of three letters in words, with the start and end of each word marked.

    Args:
        made: a cache of the groups of each word, which is added to.
    """
    groups: list[str] = []
    for token in tokens:
        found = made.get(token)
        if found is None:
            padded = f" {token} "
            found = tuple(padded[i : i + 3] for i in range(len(padded) - 2))
            made[token] = found
        groups.extend(found)
    return groups


Whole = NDArray[np.int64]
Small = NDArray[np.int32]
Flags = NDArray[np.bool_]
FeaturePart = tuple[Small, Small]  # the features of some texts, one text after another, and how many each text has
_AT_ONCE = 1 << 13  # lines
_SMALL = 1 << 16  # smaller numbers are sorted fastest


class Numbering(dict[str, int]):
    """Numbers each text by the count of the texts before it."""

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self)
        return number

    @property
    def hashes(self) -> Whole:
        """The hash of each text, by number."""
        return np.array(hashes_of(self), np.int64)


@dataclass(frozen=True, slots=True)
class Features:
    """The features of texts, repeated as often as they occur."""

    hashes: Whole  # the hash of each feature, by its number
    parts: Iterable[FeaturePart]  # the texts, in batches; can be read only once


class LineWords:
    """Lines as sequences of words.

    Attributes:
        words: the number of each word.
        stems: the number of each word's stem.
        tokens: the words of all lines, one line after another.
        ends: the positions in ``tokens`` where the lines end; the first is 0.
        whole: the hash of each line's words, which identifies an identical line.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.words, self.stems = Numbering(), Numbering()
        held, ends, whole = array("i"), array("i", [0]), array("q")
        for line in lines:
            typed = words(normalise(line))
            held.extend(map(self.words.__getitem__, typed))
            ends.append(len(held))
            whole.append(hash_of(" ".join(typed)))
        self.tokens, self.ends, self.whole = np.array(held, np.int32), np.array(ends, np.int32), np.array(whole)
        self._stems = np.fromiter((self.stems[stem(word)] for word in self.words), np.int32, len(self.words))
        self._tells = np.fromiter((bool(content_words([word])) for word in self.words), bool, len(self.words))

    @property
    def times(self) -> dict[str, int]:
        """How often each word occurs in the lines."""
        return dict(zip(self.words, np.bincount(self.tokens, minlength=len(self.words)).tolist(), strict=True))

    def telling(self, first: int, last: int) -> Small:
        """Return the stems of the words that carry meaning in some lines."""
        tokens = self._some(first, last)[0]
        stems: Small = self._stems[tokens[self._tells[tokens]]]
        return stems

    def by_words(self) -> Features:
        """Return the stems of the words that carry meaning, and each pair of adjacent stems."""
        all_stems = self._stems[self.tokens]
        begins = np.zeros(len(all_stems) + 1, bool)
        begins[self.ends] = True
        together = np.flatnonzero(~begins[1:-1])
        pairs, places = in_order(all_stems[together].astype(np.int64) * len(self.stems) + all_stems[together + 1])
        new = np.diff(pairs, prepend=-1) > 0
        pair_at = np.full(len(all_stems), -1, np.int32)  # at the first word of each pair
        pair_at[together[places]] = np.cumsum(new, dtype=np.int32) + np.int32(len(self.stems) - 1)
        kinds = pairs[new]
        named = np.array(hashes_of(self._named(kinds)), np.int64)
        return Features(np.concatenate((self.stems.hashes, named)), self._word_parts(pair_at))

    def _named(self, pairs: Whole) -> Iterator[str]:
        """Yield pairs of adjacent stems as text."""
        spelt = list(self.stems)
        for first, last in _runs(len(pairs)):
            for one, two in zip(*(part.tolist() for part in np.divmod(pairs[first:last], len(spelt))), strict=True):
                yield f"{spelt[one]} {spelt[two]}"

    def _word_parts(self, pair_at: Small) -> Iterator[FeaturePart]:
        for first, last in _runs(len(self.ends) - 1):
            tokens, owners = self._some(first, last)
            tells = self._tells[tokens]
            pairs = pair_at[self.ends[first] : self.ends[last]]
            paired = pairs >= 0
            numbers = np.concatenate((self._stems[tokens[tells]], pairs[paired]))
            of = np.concatenate((owners[tells], owners[paired]))
            yield numbers[np.argsort(of, kind="stable")], np.bincount(of, minlength=last - first).astype(np.int32)

    def by_letters(self) -> Features:
        """Return the letter groups of the words that carry meaning."""
        numbers, held, ends = Numbering(), array("i"), array("i", [0])
        for word in self.words:
            held.extend(map(numbers.__getitem__, letter_groups(content_words([word]), {})))
            ends.append(len(held))
        groups, sizes = np.array(held, np.int32), np.diff(ends).astype(np.int32)
        return Features(numbers.hashes, self._letter_parts(groups, sizes))

    def _letter_parts(self, groups: Small, sizes: Small) -> Iterator[FeaturePart]:
        starts = np.cumsum(sizes) - sizes
        for first, last in _runs(len(self.ends) - 1):
            tokens, owners = self._some(first, last)
            held = np.bincount(owners, weights=sizes[tokens], minlength=last - first)
            yield groups[ranges(starts[tokens], sizes[tokens])], held.astype(np.int32)

    def _some(self, first: int, last: int) -> tuple[Small, Small]:
        """Return the words of some lines, and the line that each word is in, from 0."""
        sizes = np.diff(self.ends[first : last + 1])
        return self.tokens[self.ends[first] : self.ends[last]], np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)


def ranges(starts: NDArray[np.integer], sizes: NDArray[np.integer]) -> Whole:
    """Return all the numbers in several ranges, one range after another."""
    ends = np.cumsum(sizes, dtype=np.int64)
    return np.repeat(starts - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)


def in_order(numbers: NDArray[np.integer]) -> tuple[Whole, Whole]:
    """Return numbers in order, each with its original position; equal numbers keep their order.

    A number and its position are sorted as one integer, which takes a tenth of the time.
    """
    if numbers.max(initial=0) < _SMALL:
        places = np.argsort(numbers.astype(np.uint16), kind="stable")
        return numbers[places].astype(np.int64), places
    width = len(numbers).bit_length()
    both = np.sort(numbers.astype(np.int64) << width | np.arange(len(numbers)))
    return both >> width, both & ((1 << width) - 1)


def lay(ends: Whole, numbers: NDArray[np.integer]) -> tuple[Whole, Whole]:
    """Return the positions of numbers, with equal numbers together, and the position where each is to be stored.

    Args:
        ends: the position where the next occurrence of each number goes; this is updated.
        numbers: the numbers.
    """
    ordered, places = in_order(numbers)
    first = np.flatnonzero(np.diff(ordered, prepend=-1))
    which, times = ordered[first], np.diff(first, append=len(ordered))
    to = ranges(ends[which], times)
    ends[which] += times
    return places, to


def _runs(count: int) -> Iterator[tuple[int, int]]:
    return pairwise((*range(0, count, _AT_ONCE), count))
