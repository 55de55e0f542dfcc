"""Rows of words found in a message: the machine under the crisis rules, which knows nothing of danger.

A message's words are the bits of a whole number, so a saying is followed through every place at once, and the time it takes
grows with the message alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Element = tuple[int, tuple[str, ...]]
Saying = tuple[Element, ...]
Spans = dict[int, int]
EDGES = ("^", "$")
MOST_PASSED, MOST_FOUND = 4, 12


@dataclass(frozen=True, slots=True)
class Found:
    """Where a saying stands: its first word, the word after its last, and the words that it used."""

    start: int
    end: int
    used: frozenset[int]


class Phrases:
    """Knows which symbols a word or a phrase stands for."""

    def __init__(
        self, phrases: Mapping[str, tuple[str, ...]], sayings: Iterable[Saying], small: frozenset[str]
    ) -> None:
        """Index phrases by their first word, and collect the single words and stems that the sayings use."""
        symbols = {symbol for saying in sayings for _, choices in saying for symbol in choices}
        self.literal = frozenset(symbol for symbol in symbols if symbol.isalnum())
        self.stems = frozenset(symbol for symbol in symbols if symbol.endswith("*"))
        self.small = small
        self.first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for phrase, names in phrases.items():
            row = tuple(phrase.split())
            self.first.setdefault(row[0], []).append((row[1:], names))

    def length(self, tokens: Sequence[str], start: int, rest: tuple[str, ...]) -> int:
        """Return how many words the phrase covers here, small words passed over, or 0 if it is not here."""
        at = start + 1
        for word in rest:
            passed = 0
            while at < len(tokens) and tokens[at] != word and tokens[at] in self.small and passed < MOST_PASSED:
                at, passed = at + 1, passed + 1
            if at >= len(tokens) or tokens[at] != word:
                return 0
            at += 1
        return at - start

    def places(self, tokens: Sequence[str], edges: Iterable[int]) -> dict[str, Spans]:
        """Return for each symbol in the message where it begins, by its length in words."""
        places: dict[str, Spans] = {edge: {0: sum(1 << place for place in edges)} for edge in EDGES}
        places |= {"^^": {0: 1}, "$$": {0: 1 << len(tokens)}}

        def mark(symbol: str, start: int, length: int) -> None:
            spans = places.setdefault(symbol, {})
            spans[length] = spans.get(length, 0) | 1 << start

        for start, token in enumerate(tokens):
            if token in self.literal:
                mark(token, start, 1)
            for size in range(3, len(token) + 1):
                if (stem := token[:size] + "*") in self.stems:
                    mark(stem, start, 1)
            for rest, names in self.first.get(token, ()):
                if length := self.length(tokens, start, rest):
                    for name in names:
                        mark(name, start, length)
        return places

    def passed_over(self, tokens: Sequence[str]) -> int:
        """Return the places of small words."""
        return sum(1 << place for place, token in enumerate(tokens) if token in self.small)


def _window(ends: int, gap: int, small: int) -> int:
    """Return the places where the next element may begin."""
    if gap:
        for _ in range(gap):
            ends |= ends << 1
        return ends
    for _ in range(MOST_PASSED):
        ends |= (ends & small) << 1
    return ends


def _starts(element: Element, places: Mapping[str, Spans], window: int) -> Spans:
    """Return where the element begins within the window, by length."""
    starts: Spans = {}
    for symbol in element[1]:
        for length, mask in places.get(symbol, {}).items():
            if here := mask & window:
                starts[length] = starts.get(length, 0) | here
    return starts


def _ends(starts: Spans) -> int:
    """Return the places right after the element."""
    ends = 0
    for length, mask in starts.items():
        ends |= mask << length
    return ends


def _bits(mask: int) -> Iterator[int]:
    """Give the places of a mask, the first few."""
    for _ in range(MOST_FOUND):
        if not mask:
            return
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _traced(end: int, steps: Sequence[Spans]) -> Found:
    """Walk back from the last element to the first, the nearest way."""
    used: list[int] = []
    last, start = end, end
    for starts in reversed(steps):
        reachable = _ends(starts) & ((1 << (start + 1)) - 1)
        stop = reachable.bit_length() - 1
        length = min(size for size, mask in starts.items() if stop >= size and mask >> (stop - size) & 1)
        start = stop - length
        used.extend(range(start, stop))
    return Found(start, last, frozenset(used))


def find(saying: Saying, places: Mapping[str, Spans], small: int, size: int) -> tuple[Found, ...]:
    """Return where in the message the saying stands."""
    window, steps = (1 << (size + 1)) - 1, []
    for number, element in enumerate(saying):
        if number:
            window = _window(_ends(steps[-1]), element[0], small)
        starts = _starts(element, places, window)
        if not starts:
            return ()
        steps.append(starts)
    return tuple(_traced(end, steps) for end in _bits(_ends(steps[-1])))
