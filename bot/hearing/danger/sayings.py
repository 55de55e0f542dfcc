"""Find rows of words in a message. The crisis rules use this module, but nothing in it is about danger.

The positions of words are bits of an integer, so a saying is matched at every position at once, and the time taken
depends only on the length of the message.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.hearing.danger.rules import Saying

_NumberedSaying = tuple[tuple[int, int], ...]
Spans = Mapping[int, int]
_Alternatives = frozenset[str]
Phrase = tuple[tuple[_Alternatives, ...], tuple[str, ...]]
MOST_PASSED, MOST_FOUND = 4, 12
STEM = 3  # letters by which stems are looked up
FIRST_PARTS, LAST_PARTS = 5, 3  # of a very long message; the parts between are judged by sayings alone
_LONGEST_PART, _SHORTEST_PART = 24, 5  # words
_NOWHERE: Spans = {}


@dataclass(frozen=True, slots=True)
class SayingMatch:
    """The position of a saying: its first word, the word after its last, and the words it used."""

    first: int
    end: int
    used: frozenset[int]


class SayingIndex:
    """An index of all sayings and of the phrases that their symbols mean."""

    def __init__(
        self, sayings: Sequence[tuple[int, Saying]], phrases: Mapping[str, tuple[str, ...]], small: frozenset[str]
    ) -> None:
        """Number the elements, and index sayings by the symbols of their rarest element."""
        numbers: dict[tuple[str, ...], int] = {}
        self.rows: list[_NumberedSaying] = []
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
        choices: dict[str, _Alternatives] = {}  # reused, because most are in many phrases
        for phrase, names in phrases.items():
            first, *rest = (word.split("|") for word in phrase.split())
            for word in first:
                if not rest:
                    self.single.setdefault(word, []).extend(name for name in names if name != word)
                for second in rest[0] if rest else ():
                    longer = tuple([choices.setdefault("|".join(word), frozenset(word)) for word in rest[1:]]), names
                    self.phrases.setdefault(word, {}).setdefault(second, []).append(longer)

    def symbols(self, tokens: Sequence[str], start: int) -> Iterator[tuple[str, int]]:
        """Yield each symbol that starts at this word, and how many words it covers."""
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

    def _end(self, tokens: Sequence[str], at: int, rest: tuple[_Alternatives, ...]) -> int:
        """Return where the rest of a phrase ends, skipping small words, or 0 if it is not there."""
        for words in rest:
            passed = 0
            while at < len(tokens) and tokens[at] not in words and tokens[at] in self.small and passed < MOST_PASSED:
                at, passed = at + 1, passed + 1
            if at >= len(tokens) or tokens[at] not in words:
                return 0
            at += 1
        return at


class Words:
    """The words of one message, and the positions where each symbol starts."""

    def __init__(self, sayings: SayingIndex, tokens: tuple[str, ...], edges: Iterable[int]) -> None:
        """Mark every symbol in the message; an edge is where a part of a sentence starts or ends."""
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

    def mark(self, symbol: str, start: int, length: int) -> None:
        """Record that a symbol starts at this word."""
        spans = self._places.setdefault(symbol, {})
        spans[length] = spans.get(length, 0) | 1 << start

    def spans(self, symbol: str) -> list[tuple[int, int]]:
        """Return the positions of a symbol in order, each as its first word and the word after its last."""
        return sorted(
            (start, start + length)
            for length, mask in self._places.get(symbol, _NOWHERE).items()
            for start in _bits(mask, len(self.tokens) + 1)
        )

    def names(self) -> frozenset[str]:
        """Return the named lists from which the message contains a word."""
        return frozenset(symbol for symbol in self._places if symbol.startswith("{"))

    def listed(self) -> Mapping[str, list[tuple[int, int]]]:
        """Return the positions of the words from each named list, by its name without braces."""
        return {symbol[1:-1]: self.spans(symbol) for symbol in self._places if symbol.startswith("{")}

    def candidates(self, among: range) -> list[int]:
        """Return the numbers of the sayings in a range with all their elements in the message, in any order."""
        by_symbol, holding, needs = self._sayings.by_symbol, self._sayings.holding, self._sayings.needs
        own = [by_symbol[symbol] for symbol in self._places if symbol in by_symbol]  # each in order
        found = {n for all in own for n in all[bisect_left(all, among.start) : bisect_left(all, among.stop)]}
        here = {element for symbol in self._places if found for element in holding.get(symbol, ())}
        return sorted(number for number in found if needs[number] <= here)

    def element(self, number: int) -> Spans:
        """Return the positions where an element starts, by its length in words.

        They are worked out only when needed, because hardly any of the sayings are ever looked for.
        """
        merged: dict[int, int] = {}
        for symbol in self._places.keys() & self._sayings.elements[number]:
            for length, mask in self._places[symbol].items():
                merged[length] = merged.get(length, 0) | mask
        return merged

    def find(self, number: int) -> tuple[SayingMatch, ...]:
        """Return the positions of a saying in the message."""
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
        """Return the positions where the next element may start."""
        for _ in range(gap or MOST_PASSED):
            ends |= (ends if gap else ends & self._small) << 1
        return ends


def _ends(starts: Spans) -> int:
    """Return the positions directly after the element."""
    ends = 0
    for length, mask in starts.items():
        ends |= mask << length
    return ends


def _bits(mask: int, most: int) -> Iterator[int]:
    """Yield the first few positions in a mask."""
    for _ in range(most):
        if not mask:
            return
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def _traced(end: int, steps: Sequence[Spans]) -> SayingMatch:
    """Trace a match back from the last element to the first, by the nearest positions."""
    used: list[int] = []
    start = end
    for starts in reversed(steps):
        reachable = _ends(starts) & ((1 << (start + 1)) - 1)
        stop = reachable.bit_length() - 1
        length = min(size for size, mask in starts.items() if stop >= size and mask >> (stop - size) & 1)
        start = stop - length
        used.extend(range(start, stop))
    return SayingMatch(min(used, default=start), end, frozenset(used))


def parts_of(words: Words) -> list[tuple[tuple[str, ...], frozenset[int]]]:
    """Return the parts of a long message, each as its words and edges; only both ends of a very long one.

    A part is a run of clauses with enough words to judge, and not many more.
    """
    edges, count = sorted(words.edges), len(words.tokens)
    starts = [0]
    for edge, after in pairwise((*edges, count)):
        while after - starts[-1] > _LONGEST_PART:
            starts.append(edge if edge - starts[-1] >= _SHORTEST_PART else starts[-1] + _LONGEST_PART)
    spans = list(pairwise((*dict.fromkeys(starts), count)))
    kept = spans if len(spans) <= FIRST_PARTS + LAST_PARTS else [*spans[:FIRST_PARTS], *spans[-LAST_PARTS:]]
    return [
        (words.tokens[start:end], frozenset(edge - start for edge in edges if start <= edge <= end))
        for start, end in kept
        if any(words.tokens[start:end])
    ]
