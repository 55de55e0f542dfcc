"""A set of many words in little memory: the words themselves are not kept, only a number made of each."""

from array import array
from bisect import bisect_left


class Packed:
    """Says whether a word is one of many, at eight bytes a word.

    Two words have the same number once in a million million million: the wrong answer that follows is a warning more.

    Args:
        words: the words, parted by white space.
    """

    __slots__ = ("_numbers",)

    def __init__(self, words: str) -> None:
        self._numbers = array("q", sorted(map(hash, words.split())))

    def __contains__(self, word: str) -> bool:
        number = hash(word)
        at = bisect_left(self._numbers, number)
        return at < len(self._numbers) and self._numbers[at] == number

    def __len__(self) -> int:
        return len(self._numbers)
