"""A message's words, spelt as the content spells them.

In this order: a word that the content holds stays; an ordinary English word stays; a word near to one of the
content's becomes it; two or three words run together are parted; anything else stays as it is.
"""

from collections.abc import Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.matching.english import is_english

_SHORTEST = 3  # letters: shorter words are too easily another word
_LONG = 5  # letters: from here on the first may be the slip, and two slips are allowed where one finds nothing
_LONGER = 8  # letters: from here on two slips are allowed at once
_SPLIT_FROM = 6  # letters that words run together have at least
_PART = 2  # letters that each of them has at least
_LONGEST = 30  # letters: what is longer is no word
_RARE = 2  # times: a word that the content holds less often is not taken for what was meant


class Speller:
    """Spells words as the content does.

    Args:
        times: how often the content holds each of its words.
    """

    def __init__(self, times: Mapping[str, int]) -> None:
        self.times = times
        self._by_start: dict[tuple[str, int], list[str]] = {}
        self._by_length: dict[int, list[str]] = {}
        for word, often in sorted(times.items()):
            if len(word) >= _SHORTEST and word.isalpha() and often >= _RARE:
                self._by_start.setdefault((word[0], len(word)), []).append(word)
                self._by_length.setdefault(len(word), []).append(word)

    def mended(self, tokens: tuple[str, ...]) -> tuple[str, ...]:
        """Return a message's words, each as the content spells it."""
        return tuple(part for token in tokens for part in self._mend(token))

    def _mend(self, word: str) -> tuple[str, ...]:
        if word in self.times or not _SHORTEST <= len(word) <= _LONGEST or not (word.isascii() and word.isalpha()):
            return (word,)
        if is_english(word):
            return (word,)
        if near := self._near(word):
            return (near,)
        return self._split(word) or (word,)

    def _near(self, word: str) -> str:
        """Return the content's word that was most likely meant, or ``""``."""
        same_start = self._of_length(word, 1 if len(word) < _LONGER else 2)
        if near := self._nearest(word, same_start, 1 if len(word) < _LONGER else 2):
            return near
        if len(word) < _LONG:
            return ""
        near = self._nearest(word, self._any_start(word, 1), 1) or self._nearest(word, self._of_length(word, 2), 2)
        if near or len(word) < _LONGER - 1:
            return near
        return self._nearest(word, self._any_start(word, 2), 2)

    def _any_start(self, word: str, most: int) -> list[str]:
        """Return the content's words that are about as long as a word."""
        sizes = range(len(word) - most, len(word) + most + 1)
        return [near for size in sizes for near in self._by_length.get(size, ())]

    def _of_length(self, word: str, most: int) -> list[str]:
        """Return the content's words that start like a word and are about as long."""
        sizes = range(len(word) - most, len(word) + most + 1)
        return [near for size in sizes for near in self._by_start.get((word[0], size), ())]

    def _nearest(self, word: str, among: list[str], most: int) -> str:
        found = process.extract(word, among, scorer=OSA.distance, score_cutoff=most, limit=8)
        return min(found, key=lambda f: (f[1], -self.times[f[0]], f[0]))[0] if found else ""

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
