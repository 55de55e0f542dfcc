"""A message's words, spelt as the content spells them.

In this order: a word that the content holds stays; an ordinary English word stays; a word near to one of the
content's becomes it; two or three words run together are parted; anything else stays as it is.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.hearing.speller import slip_cost

_SHORTEST = 3  # letters: shorter words are too easily another word
_PLAIN, _LONGER = 4, 8  # letters from which on two slips are allowed, and three
_BORNE, _BORNE_A_LETTER = 1.3, 0.42  # what slips may cost in a short word, and for each letter of a longer one
_USUAL = 0.125  # what a word gains by being e times as frequent as another, in the cost of slips
_COMPARED = 32  # words that are weighed key by key: the nearest ones, of equals the most frequent
_SPLIT_FROM = 6  # letters that words run together have at least
_PART = 2  # letters that each of them has at least
_LONGEST = 30  # letters: what is longer is no word
_RARE = 2  # times: a word that the content holds less often is not taken for what was meant


class ContentSpeller:
    """Spells words as the content does.

    Args:
        times: how often the content holds each of its words.
        english: ordinary words, which stay as they are.
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
        """Return a message's words, each as the content spells it."""
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
        """Return the content's word that was most likely meant, or ``""``."""
        borne = max(_BORNE, _BORNE_A_LETTER * len(word))
        best, least = "", float("inf")
        for near in self._nearest(word):
            usual = _USUAL * log(self.times[near])
            cost = slip_cost(near, word, min(borne, least + usual))
            if cost <= borne and cost - usual < least:
                best, least = near, cost - usual
        return best

    def _nearest(self, word: str) -> list[str]:
        """Return the content's words with the fewest slips, the most frequent first among equals."""
        among, letters = self._about[len(word)]
        most = _most(len(word))
        likely = np.flatnonzero(np.bitwise_count(letters ^ _letters([word])) <= 2 * most)  # a slip changes two at most
        if not len(likely):
            return []
        among = [among[n] for n in likely.tolist()]
        distances = process.cdist([word], among, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
        found = sorted((int(distances[n]), -self.times[among[n]], among[n]) for n in np.flatnonzero(distances <= most))
        return [near for _, _, near in found[:_COMPARED]]

    def _split(self, word: str) -> tuple[str, ...]:
        """Return the words that were run together, the most usual ones, or nothing."""
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
        """Return how usual the rarest of some words is."""
        return min(self.times[part] for part in parts)


def _letters(words: Sequence[str]) -> NDArray[np.uint32]:
    """Return which letters each of some words of one length has, as bits."""
    letters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32).reshape(len(words), -1)
    bits: NDArray[np.uint32] = np.bitwise_or.reduce(np.uint32(1) << letters % 32, axis=1)
    return bits


def _most(length: int) -> int:
    """Return how many slips are looked for in a word of so many letters."""
    return 1 if length < _PLAIN else 2 if length < _LONGER else 3
