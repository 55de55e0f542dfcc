"""Correct words against a vocabulary: typing slips, double letters, digits used as letters, and missing spaces."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import pairwise

import numpy as np
from rapidfuzz.distance import OSA

from bot.hearing.text import hashes_of, undouble, unleet

LONG, SHORT = 9, 4
MOST_LETTERS = 160
LONGEST = 16  # letters in a word that is split out of text without spaces
STRAY = 3  # cost of a letter outside any word, where a word costs 1 or 2
KEY_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    key: {
        keys[at]
        for keys in KEY_ROWS[max(0, row - 1) : row + 2]
        for at in (place - 1, place, place + 1)
        if 0 <= at < len(keys)
    }
    for row, line in enumerate(KEY_ROWS)
    for place, key in enumerate(line)
}
_FIGURES = str.maketrans("0134578", "oieastb")

LEFT_OUT, ADDED, OTHER = 1.0, 1.3, 1.6  # cost of one letter left out, added or replaced by any other
TWICE, SWAPPED = 0.6, 0.7  # cost of a double letter typed once or a single one typed twice, and of two letters swapped
_NEXT_KEY, _NEXT_ROW = 0.75, 1.3  # cost of typing a neighbouring key in the same row, or in the next row


def _neighbours() -> dict[tuple[str, str], float]:
    beside = {pair: _NEXT_KEY for row in KEY_ROWS for pair in pairwise(row)}
    for upper, lower in pairwise(KEY_ROWS):
        for place, letter in enumerate(lower):
            beside |= {(letter, other): _NEXT_ROW for other in upper[place : place + 2]}
    return beside | {(second, first): cost for (first, second), cost in beside.items()}


_NEIGHBOURS = _neighbours()


def slip_cost(meant: str, typed: str, most: float) -> float:
    """Return the cost of the slips that turn one word into another, or a value above ``most`` if they cost more.

    This is a weighted edit distance in which two adjacent letters may be swapped (optimal string alignment). The
    weights follow the noisy channel of Kernighan, Church and Gale, "A spelling correction program based on a noisy
    channel model" (1990): hitting the next key or typing a letter twice is likely and costs little, and an unrelated
    letter costs much.

    >>> [round(slip_cost(*words, 9), 2) for words in (("the", "teh"), ("rent", "rebt"), ("rent", "rezt"))]
    [0.7, 0.75, 1.6]

    Args:
        meant: the word that may have been meant.
        typed: the word as typed.
        most: the cost above which the exact figure does not matter.
    """
    earlier: list[float] = []
    above = [place * ADDED for place in range(len(typed) + 1)]
    for row, letter in enumerate(meant):
        left_out = TWICE if row and meant[row - 1] == letter else LEFT_OUT
        here = [above[0] + left_out]
        for column, key in enumerate(typed):
            cost = above[column]
            if letter != key:
                cost += _NEIGHBOURS.get((letter, key), OTHER)
                if row and column and letter == typed[column - 1] and key == meant[row - 1]:
                    cost = min(cost, earlier[column - 1] + SWAPPED)
            added = TWICE if key in (letter, typed[column - 1] if column else "") else ADDED
            here.append(min(cost, above[column + 1] + left_out, here[column] + added))
        if min(here) > most and (not row or min(above) > most):
            return min(here)
        earlier, above = above, here
    return above[-1]


def reach(word: str) -> int:
    """Return how many slips a word of this length may contain and still be recognised."""
    return 0 if len(word) < SHORT else 1 if len(word) < LONG else 2


def without(word: str, slips: int) -> Iterator[str]:
    """Yield the word, and the word with up to ``slips`` letters left out."""
    yield word
    if slips:
        for place in range(len(word)):
            yield from without(word[:place] + word[place + 1 :], slips - 1)


def near(word: str, target: str) -> bool:
    """Return whether this word is the target with one or two slips; four letters may only be swapped or doubled."""
    slips = OSA.distance(word, target, score_cutoff=2)
    if slips > reach(target) or slips > reach(word):
        return False
    if len(target) > SHORT:
        return word[0] == target[0] or slips == 1
    return sorted(word) == sorted(target) or len(word) > len(target)


def _ells(word: str) -> tuple[str, str, str]:
    """Return the word unchanged, then with the first or every i read as l, because 1 stands for both letters."""
    return word, word.replace("i", "l", 1), word.replace("i", "l")


def finger(word: str, target: str) -> bool:
    """Return whether one typing slip turns the target into this word: a neighbouring key, a swap or a double letter."""
    if len(word) != len(target):
        return len(word) == len(target) + 1 and undouble(word) == undouble(target)
    apart = [place for place, (typed, meant) in enumerate(zip(word, target, strict=True)) if typed != meant]
    if len(apart) == 2:
        first, second = apart
        return second == first + 1 and word[first] == target[second] and word[second] == target[first]
    return len(apart) == 1 and word[apart[0]] in _BESIDE.get(target[apart[0]], ())


def _unlike(word: str, target: str) -> tuple[int, bool, bool, int, str]:
    """Return a sort key that puts the targets most likely to have been meant first."""
    return OSA.distance(word, target), word[:1] != target[:1], not finger(word, target), -len(target), target


class Speller:
    """Corrects words against a vocabulary, and leaves ordinary words unchanged."""

    def __init__(self, vocabulary: Iterable[str], ordinary: Iterable[str]) -> None:
        """Index the vocabulary by its words with letters left out."""
        self.words = frozenset(vocabulary)
        self.ordinary = frozenset(ordinary)
        self.single = {undouble(word): word for word in sorted(self.words, key=lambda word: (-len(word), word))}
        self._order = sorted(self.words)
        parts, words = array("q"), array("i")  # hashes: tens of thousands of short strings need too much memory
        for at, word in enumerate(self._order):
            parts.extend(left := set(hashes_of([*without(word, reach(word))])))
            words.extend([at] * len(left))
        order = np.argsort(np.array(parts), kind="stable")
        self._parts = array("q", np.array(parts)[order].tobytes())
        self._words = array("i", np.array(words, np.int32)[order].tobytes())

    def known(self, word: str) -> bool:
        """Return whether the word needs no correction."""
        return word in self.words or word in self.ordinary

    def slips(self, word: str) -> list[str]:
        """Return the vocabulary words that this may be a slip of, most likely first."""
        if not SHORT <= len(word) <= 20:
            return []
        targets = {target for sought in hashes_of([*without(word, reach(word))]) for target in self._with(sought)}
        return sorted((target for target in targets if near(word, target)), key=partial(_unlike, word))

    def _with(self, sought: int) -> Iterator[str]:
        """Yield the vocabulary words that give the text with this hash when letters are left out."""
        at = bisect_left(self._parts, sought)
        while at < len(self._parts) and self._parts[at] == sought:
            yield self._order[self._words[at]]
            at += 1

    def starred(self, word: str) -> str:
        """Return the vocabulary word in which stars replace letters, as in r*ped, or ``""``."""
        for target in self._order:
            if len(target) == len(word) and all(a in (b, "*") for a, b in zip(word, target, strict=True)):
                return target
        return ""

    def plain(self, word: str) -> str:
        """Return the vocabulary word that this word is or disguises, or ``""``."""
        if word in self.words:
            return word
        if word in self.ordinary or word.isdigit():
            return ""
        if "*" in word and len(word) > 3:
            return self.starred(word)
        bare = unleet(word)
        if bare == word and not word.isalpha() and (figured := word.translate(_FIGURES)) != word:
            return next((form for form in _ells(figured) if form in self.words), "")
        for form in _ells(bare) if bare != word else (word,):
            if form in self.words:
                return form
            if form.endswith("in") and form + "g" in self.words:
                return form + "g"
            if undouble(form) in self.single and undouble(form) != form:
                return self.single[undouble(form)]
        if bare in self.ordinary or not bare.isalpha():
            return ""
        return next(iter(self.slips(bare)), "")

    def run_on(self, text: str) -> tuple[str, ...]:
        """Return the words of a text written without spaces; letters that belong to no word are returned one by one."""
        text = text[:MOST_LETTERS]
        costs, starts = [0], [0]
        for end in range(1, len(text) + 1):
            cost, start = costs[end - 1] + STRAY, end - 1
            for begin in range(max(0, end - LONGEST), end):
                piece = text[begin:end]
                if not self.known(piece) or (len(piece) == 1 and piece not in "ai"):
                    continue
                dearer = costs[begin] + (1 if piece in self.words else 2)
                if dearer < cost:
                    cost, start = dearer, begin
            costs.append(cost)
            starts.append(start)
        words: list[str] = []
        end = len(text)
        while end:
            words.append(text[starts[end] : end])
            end = starts[end]
        return tuple(reversed(words))

    def split(self, word: str) -> tuple[str, ...]:
        """Return the vocabulary words that were written as one, or an empty tuple."""
        if len(word) < SHORT or not word.isalpha():
            return ()
        word = word[:MOST_LETTERS]
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - LONGEST), end):
                before, piece = best[start], word[start:end]
                if before is None or piece not in self.words or (len(piece) == 1 and piece not in "ai"):
                    continue
                if best[end] is None or len(before) + 1 < len(best[end] or ()):
                    best[end] = (*before, piece)
        found = best[-1]
        return found if found and 2 <= len(found) <= 2 + len(word) // 3 else ()
