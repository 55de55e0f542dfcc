"""Rows of words found in a message: the machine under the crisis rules, which knows nothing of danger.

A message's words are the bits of a whole number, so a saying is followed through every place at once, and the time
it takes grows with the message alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Element = tuple[int, tuple[str, ...]]
Saying = tuple[Element, ...]
Row = tuple[tuple[int, int], ...]
Spans = Mapping[int, int]
MOST_PASSED, MOST_FOUND = 4, 12
_NOWHERE: Spans = {}


@dataclass(frozen=True, slots=True)
class Found:
    """Where a saying stands: its first word, the word after its last, and the words that it used."""

    first: int
    end: int
    used: frozenset[int]


class Sayings:
    """All sayings, with the phrases that their symbols stand for, made ready for look-up."""

    def __init__(
        self, sayings: Sequence[tuple[int, Saying]], phrases: Mapping[str, tuple[str, ...]], small: frozenset[str]
    ) -> None:
        """Number the elements, and index sayings by the symbols of their rarest element."""
        numbers: dict[tuple[str, ...], int] = {}
        self.rows: list[Row] = []
        self.by_symbol: dict[str, list[int]] = {}
        for number, (rarest, saying) in enumerate(sayings):
            row = tuple((gap, numbers.setdefault(symbols, len(numbers))) for gap, symbols in saying)
            self.rows.append(row)
            for symbol in saying[rarest][1]:
                self.by_symbol.setdefault(symbol, []).append(number)
        self.elements = [frozenset(symbols) for symbols in numbers]
        symbols = {symbol for element in self.elements for symbol in element}
        self.literal = frozenset(symbol for symbol in symbols if symbol.isalnum())
        self.stems = frozenset(symbol for symbol in symbols if symbol.endswith("*"))
        self.stem_sizes = sorted({len(stem) - 1 for stem in self.stems})
        self.small = small
        self.phrases: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for phrase, names in phrases.items():
            row_of_words = tuple(phrase.split())
            self.phrases.setdefault(row_of_words[0], []).append((row_of_words[1:], names))

    def symbols(self, tokens: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
        """Give each symbol that begins at this word, and how many words it covers."""
        token = tokens[start]
        if token in self.literal:
            yield token, 1
        for size in self.stem_sizes:
            if size <= len(token) and (stem := token[:size] + "*") in self.stems:
                yield stem, 1
        for rest, names in self.phrases.get(token, ()):
            if length := self._length(tokens, start, rest):
                for name in names:
                    yield name, length

    def _length(self, tokens: Sequence[str], start: int, rest: tuple[str, ...]) -> int:
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


class Words:
    """The words of one message, and where in it each symbol begins."""

    def __init__(self, sayings: Sayings, tokens: tuple[str, ...], edges: Iterable[int]) -> None:
        """Mark every symbol of the message; an edge is where a part of a sentence begins or ends."""
        self.tokens = tokens
        self.edges = frozenset(edges)
        self._sayings = sayings
        self._small = sum(1 << place for place, token in enumerate(tokens) if token in sayings.small)
        edge = sum(1 << place for place in self.edges)
        self._places: dict[str, dict[int, int]] = {
            "^": {0: edge}, "$": {0: edge}, "^^": {0: 1}, "$$": {0: 1 << len(tokens)}
        }  # fmt: skip
        self._elements: dict[int, Spans] = {}
        for start in range(len(tokens)):
            for symbol, length in sayings.symbols(tokens, start):
                self.mark(symbol, start, length)

    def mark(self, symbol: str, start: int, length: int) -> None:
        """Remember that the symbol begins at this word."""
        spans = self._places.setdefault(symbol, {})
        spans[length] = spans.get(length, 0) | 1 << start

    def spans(self, symbol: str) -> list[tuple[int, int]]:
        """Return where a symbol stands, first things first: its first word, and the word after its last."""
        return sorted(
            (start, start + length)
            for length, mask in self._places.get(symbol, _NOWHERE).items()
            for start in _bits(mask, len(self.tokens) + 1)
        )

    def names(self) -> frozenset[str]:
        """Return the named lists of which the message holds a word."""
        return frozenset(symbol for symbol in self._places if symbol.startswith("{"))

    def candidates(self) -> list[int]:
        """Return the numbers of the sayings whose rarest element is in the message."""
        return sorted({n for symbol in self._places for n in self._sayings.by_symbol.get(symbol, ())})

    def element(self, number: int) -> Spans:
        """Return where an element begins, by its length in words."""
        if number not in self._elements:
            merged: dict[int, int] = {}
            for symbol in self._sayings.elements[number].intersection(self._places):
                for length, mask in self._places[symbol].items():
                    merged[length] = merged.get(length, 0) | mask
            self._elements[number] = merged
        return self._elements[number]

    def find(self, number: int) -> tuple[Found, ...]:
        """Return where in the message a saying stands."""
        row = self._sayings.rows[number]
        if not all(self.element(element) for _, element in row):
            return ()
        steps: list[Spans] = []
        for gap, element in row:
            starts = self.element(element)
            if steps:
                window = self._window(_ends(steps[-1]), gap)
                starts = {length: here for length, mask in starts.items() if (here := mask & window)}
            if not starts:
                return ()
            steps.append(starts)
        return tuple(_traced(end, steps) for end in _bits(_ends(steps[-1]), MOST_FOUND))

    def _window(self, ends: int, gap: int) -> int:
        """Return the places where the next element may begin."""
        for _ in range(gap or MOST_PASSED):
            ends |= (ends if gap else ends & self._small) << 1
        return ends


def _ends(starts: Spans) -> int:
    """Return the places right after the element."""
    ends = 0
    for length, mask in starts.items():
        ends |= mask << length
    return ends


def _bits(mask: int, most: int) -> Iterator[int]:
    """Give the places of a mask, the first few."""
    for _ in range(most):
        if not mask:
            return
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _traced(end: int, steps: Sequence[Spans]) -> Found:
    """Walk back from the last element to the first, the nearest way."""
    used: list[int] = []
    start = end
    for starts in reversed(steps):
        reachable = _ends(starts) & ((1 << (start + 1)) - 1)
        stop = reachable.bit_length() - 1
        length = min(size for size, mask in starts.items() if stop >= size and mask >> (stop - size) & 1)
        start = stop - length
        used.extend(range(start, stop))
    return Found(min(used, default=start), end, frozenset(used))
