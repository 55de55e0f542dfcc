"""Correct the spelling of a message's words to match the content.

The steps, in order: a word that is in the content stays; an ordinary English word stays; a word close to one in the
content becomes that word; two or three words run together are separated; anything else stays as it is.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.hearing.speller import slip_cost

_SHORTEST = 3  # letters; shorter words are too easily mistaken for another word
_PLAIN, _LONGER = 4, 8  # letters from which two slips are allowed, and three
_BORNE, _BORNE_A_LETTER = 1.3, 0.42  # the most that slips may cost in a short word, and per letter of a longer one
_USUAL = 0.125  # reduction in cost for a word that is e times as frequent as another
_COMPARED = 32  # words compared key by key: the nearest, and the most frequent among equals
_SPLIT_FROM = 6  # fewest letters in words run together
_PART = 2  # fewest letters in each of them
_LONGEST = 30  # letters; anything longer is not a word
_RARE = 2  # occurrences; a word that is rarer in the content is not offered as a correction


class ContentSpeller:
    """Corrects spelling to match the content.

    Args:
        times: how often each word occurs in the content.
        english: ordinary words, which are left unchanged.
    """

    def __init__(self, times: Mapping[str, int], english: Container[str]) -> None:
        self.times = times
        self._english = english
        of_length: dict[int, list[str]] = {}
        for word, often in sorted(times.items(), key=lambda item: (-item[1], item[0])):
            if len(word) >= _PART and word.isalpha() and often >= _RARE:
                of_length.setdefault(len(word), []).append(word)
        letters = {length: _letters(words) for length, words in of_length.items()}
        self._about = {
            length: (
                [word for size in sizes for word in of_length[size]],
                np.concatenate([np.zeros(0, np.uint32), *(letters[size] for size in sizes)]),
            )
            for length in range(_SHORTEST, _LONGEST + 1)
            for most in (_most(length),)
            for sizes in ([size for size in range(length - most, length + most + 1) if size in of_length],)
        }

    def mended(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        """Return a message's words, each spelt as the content spells it."""
        return tuple(part for token in tokens for part in self._mend(token))

    def _mend(self, word: str) -> tuple[str, ...]:
        if word in self.times or not _SHORTEST <= len(word) <= _LONGEST or not (word.isascii() and word.isalpha()):
            return (word,)
        if word in self._english:
            return (word,)
        if near := self._near(word):
            return (near,)
        return self._split(word) or (word,)

    def _near(self, word: str) -> str:
        """Return the word of the content that was most likely meant, or ``""``."""
        borne = max(_BORNE, _BORNE_A_LETTER * len(word))
        best, least = "", float("inf")
        for near in self._nearest(word):
            usual = _USUAL * log(self.times[near])
            cost = slip_cost(near, word, min(borne, least + usual))
            if cost <= borne and cost - usual < least:
                best, least = near, cost - usual
        return best

    def _nearest(self, word: str) -> list[str]:
        """Return the words of the content with the fewest slips, the most frequent first among equals."""
        among, letters = self._about[len(word)]
        most = _most(len(word))
        likely = np.flatnonzero(np.bitwise_count(letters ^ _letters([word])) <= 2 * most)  # a slip changes at most two
        if not len(likely):
            return []
        among = [among[n] for n in likely.tolist()]
        distances = process.cdist([word], among, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
        found = sorted((int(distances[n]), -self.times[among[n]], among[n]) for n in np.flatnonzero(distances <= most))
        return [near for _, _, near in found[:_COMPARED]]

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the most common words that may have been run together, or an empty tuple."""
        if len(word) < _SPLIT_FROM:
            return ()
        two = max(self._parted(word), key=self._usual, default=())
        if two:
            return two
        threes = ((first, *rest) for first, end in self._starts(word) for rest in self._parted(end))
        return max(threes, key=self._usual, default=())

    def _starts(self, word: str) -> Iterator[tuple[str, str]]:
        for at in range(_PART, len(word) - _PART + 1):
            if self._whole(word[:at]):
                yield word[:at], word[at:]

    def _parted(self, word: str) -> Iterator[tuple[str, ...]]:
        return ((first, end) for first, end in self._starts(word) if self._whole(end))

    def _whole(self, part: str) -> bool:
        return self.times.get(part, 0) >= _RARE * (4 if len(part) <= _SHORTEST else 1)

    def _usual(self, parts: tuple[str, ...]) -> int:
        """Return how common the rarest of some words is."""
        return min(self.times[part] for part in parts)


def _letters(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return the letters in each of some words of equal length, as bits."""
    letters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32).reshape(len(words), -1)
    bits: NDArray[np.uint32] = np.bitwise_or.reduce(np.uint32(1) << letters % 32, axis=1)
    return bits


def _most(length: int) -> int:
    """Return how many slips are considered in a word of this many letters."""
    return 1 if length < _PLAIN else 2 if length < _LONGER else 3
