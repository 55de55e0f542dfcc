"""Rows of words found in a message: the machine under the crisis rules, which knows nothing of danger.

A message's words are the bits of a whole number, so a saying is followed through every place at once, and the time
it takes grows with the message alone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.hearing.danger.rules import Saying

Row = tuple[tuple[int, int], ...]
Spans = Mapping[int, int]
Choice = frozenset[str]
Phrase = tuple[tuple[Choice, ...], tuple[str, ...]]
MOST_PASSED, MOST_FOUND = 4, 12
STEM = 3  # letters by which stems are looked up
_NOWHERE: Spans = {}


@dataclass(frozen=True, slots=True)
class SayingMatch:
    """Where a saying stands: its first word, the word after its last, and the words that it used."""

    first: int
    end: int
    used: frozenset[int]


class SayingIndex:
    """All sayings, with the phrases that their symbols stand for, made ready for look-up."""

    def __init__(
        self, sayings: Sequence[tuple[int, Saying]], phrases: Mapping[str, tuple[str, ...]], small: frozenset[str]
    ) -> None:
        """Number the elements, and index sayings by the symbols of their rarest element."""
        numbers: dict[tuple[str, ...], int] = {}
        self.rows: list[Row] = []
        self.needs: list[frozenset[int]] = []
        self.by_symbol: dict[str, list[int]] = {}
        for number, (rarest, saying) in enumerate(sayings):
            row = tuple((gap, numbers.setdefault(symbols, len(numbers))) for gap, symbols in saying)
            self.rows.append(row)
            self.needs.append(frozenset(element for _, element in row))
            for symbol in saying[rarest][1]:
                self.by_symbol.setdefault(symbol, []).append(number)
        self.elements = [frozenset(symbols) for symbols in numbers]
        self.holding: dict[str, list[int]] = {}
        for element, symbols in enumerate(self.elements):
            for symbol in symbols:
                self.holding.setdefault(symbol, []).append(element)
        self.small = small
        self.stems: dict[str, list[str]] = {}
        self.single: dict[str, list[str]] = {}
        self.phrases: dict[str, dict[str, list[Phrase]]] = {}
        self._index(phrases)
        self.stem_sizes = sorted({len(start) for start in self.stems})

    def _index(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        """Index stems by their first letters, and phrases by their first two words."""
        for symbol in self.holding:
            if symbol.endswith("*"):
                self.stems.setdefault(symbol[: min(STEM, len(symbol) - 1)], []).append(symbol[:-1])
            elif symbol.isalnum():
                self.single.setdefault(symbol, []).append(symbol)
        choices: dict[str, Choice] = {}  # most stand in many phrases
        for phrase, names in phrases.items():
            first, *rest = (word.split("|") for word in phrase.split())
            for word in first:
                if not rest:
                    self.single.setdefault(word, []).extend(name for name in names if name != word)
                for second in rest[0] if rest else ():
                    longer = tuple([choices.setdefault("|".join(word), frozenset(word)) for word in rest[1:]]), names
                    self.phrases.setdefault(word, {}).setdefault(second, []).append(longer)

    def symbols(self, tokens: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
        """Give each symbol that begins at this word, and how many words it covers."""
        token = tokens[start]
        for name in self.single.get(token, ()):
            yield name, 1
        for size in self.stem_sizes:
            for stem in self.stems.get(token[:size], ()):
                if len(token) >= size and token.startswith(stem):
                    yield stem + "*", 1
        longer = self.phrases.get(token)
        if longer:
            for at in range(start + 1, min(start + MOST_PASSED + 2, len(tokens))):
                for rest, names in longer.get(tokens[at], ()):
                    if end := self._end(tokens, at + 1, rest):
                        for name in names:
                            yield name, end - start
                if tokens[at] not in self.small:
                    break

    def _end(self, tokens: Sequence[str], at: int, rest: tuple[Choice, ...]) -> int:
        """Return where the rest of a phrase ends, small words passed over, or 0 if it is not here."""
        for words in rest:
            passed = 0
            while at < len(tokens) and tokens[at] not in words and tokens[at] in self.small and passed < MOST_PASSED:
                at, passed = at + 1, passed + 1
            if at >= len(tokens) or tokens[at] not in words:
                return 0
            at += 1
        return at


class Words:
    """The words of one message, and where in it each symbol begins."""

    def __init__(self, sayings: SayingIndex, tokens: tuple[str, ...], edges: Iterable[int]) -> None:
        """Mark every symbol of the message; an edge is where a part of a sentence begins or ends."""
        self.tokens = tokens
        self.edges = frozenset(edges)
        self._sayings = sayings
        self._small = sum(1 << place for place, token in enumerate(tokens) if token in sayings.small)
        edge = sum(1 << place for place in self.edges)
        self._places: dict[str, dict[int, int]] = {
            "^": {0: edge}, "$": {0: edge}, "^^": {0: 1}, "$$": {0: 1 << len(tokens)}
        }  # fmt: skip
        for start in range(len(tokens)):
            for symbol, length in sayings.symbols(tokens, start):
                spans = self._places.setdefault(symbol, {})
                spans[length] = spans.get(length, 0) | 1 << start
        self._elements: dict[int, dict[int, int]] = {}
        for symbol, spans in self._places.items():
            self._merge(symbol, spans)

    def _merge(self, symbol: str, spans: Spans) -> None:
        """Put a symbol's places into every element of the sayings that it is an instance of."""
        for element in self._sayings.holding.get(symbol, ()):
            merged = self._elements.get(element)
            if merged is None:
                self._elements[element] = dict(spans)
                continue
            for length, mask in spans.items():
                merged[length] = merged.get(length, 0) | mask

    def mark(self, symbol: str, start: int, length: int) -> None:
        """Remember that the symbol begins at this word."""
        spans = self._places.setdefault(symbol, {})
        spans[length] = spans.get(length, 0) | 1 << start
        self._merge(symbol, {length: 1 << start})

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
        """Return the numbers of the sayings all of whose elements are in the message, in whatever order."""
        by_symbol, needs, here = self._sayings.by_symbol, self._sayings.needs, self._elements.keys()
        found = {number for symbol in self._places for number in by_symbol.get(symbol, ())}
        return sorted(number for number in found if needs[number] <= here)

    def element(self, number: int) -> Spans:
        """Return where an element begins, by its length in words."""
        return self._elements.get(number, _NOWHERE)

    def find(self, number: int) -> tuple[SayingMatch, ...]:
        """Return where in the message a saying stands."""
        row = self._sayings.rows[number]
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


def _traced(end: int, steps: Sequence[Spans]) -> SayingMatch:
    """Walk back from the last element to the first, the nearest way."""
    used: list[int] = []
    start = end
    for starts in reversed(steps):
        reachable = _ends(starts) & ((1 << (start + 1)) - 1)
        stop = reachable.bit_length() - 1
        length = min(size for size, mask in starts.items() if stop >= size and mask >> (stop - size) & 1)
        start = stop - length
        used.extend(range(start, stop))
    return SayingMatch(min(used, default=start), end, frozenset(used))
