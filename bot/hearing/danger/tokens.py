"""Read a message into the words of the crisis rules, correcting slips and expanding Scots and short forms."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bot.hearing.danger.rules import DangerRules, ordinary_words
from bot.hearing.speller import Speller, finger
from bot.hearing.text import normalise

_TOKEN = re.compile(r"[@$]?[^\W_]+(?:(?:[@$!|*+]+[^\W_]+)+\$?)?")
_BREAK = re.compile(r"[.,;:!?()\"/]|\s-")
_PARTS = re.compile(r"\d+|[^\W\d]+")
_SHORTENED = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"\bo\.?d\.?'(?:e?d)\b", "overdosed"),
        (r"\b(\w+)n't\b", r"\1nt"),
        (r"\b(\w+)'ll\b", r"\1 will"),
        (r"\b(\w+)'re\b", r"\1 are"),
        (r"\b(\w+)'ve\b", r"\1 have"),
        (r"\bi'm\b", "i am"),
        (r"\b(he|she|it|who|that|there|what|where|someone|somebody|everyone|nobody)'s\b", r"\1 is"),
        (r"\b([a-z]{3,})'s\b", r"\1"),
        (r"'", ""),
    )
)
_COUNTED = re.compile(r"(\d+)([a-z]{1,7})")
_LONGEST_DOUBTED = 5  # letters; in longer words a neighbouring key is likelier than a missing space
_LONGEST_WORD = 20  # letters; anything longer was written without spaces
MOST_CORRECTED = 60  # unknown words in a message; a person mistypes a few, and each takes time
_FEWEST_LETTERS = 4  # this many single letters in a row form one word


@dataclass(frozen=True, slots=True)
class Reading:
    """A message as words, and the positions between them where a part of a sentence starts or ends."""

    tokens: tuple[str, ...]
    edges: frozenset[int]


def _set(words: list[tuple[str, bool]], spelt: Mapping[str, tuple[str, ...]]) -> Reading:
    """Return the reading made of the spelt words in order."""
    tokens: list[str] = []
    edges = {0}
    for word, edge in words:
        if edge:
            edges.add(len(tokens))
        tokens.extend(spelt[word])
    return Reading(tuple(tokens), frozenset({*edges, len(tokens)}))


def _lone(words: list[tuple[str, bool]], at: int) -> int:
    """Return where a run of single letters ends; if dots separate the letters, a space also ends it."""
    run = at
    while run < len(words) and len(words[run][0]) == 1 and words[run][0].isalpha():
        if run > at + 1 and words[at + 1][1] and not words[run][1]:
            break
        run += 1
    return run


def vocabulary(rules: DangerRules) -> frozenset[str]:
    """Return all the words that the rules use."""
    rows = (*(row for _, _, row in rules.sayings), *(row for _, row in rules.figures))
    symbols = {symbol for row in rows for _, symbols in row for symbol in symbols}
    written = {*rules.phrases, *rules.spellings, *rules.small, *filter(str.isalnum, symbols)}
    return frozenset(word for phrase in written for word in phrase.replace("|", " ").split())


@dataclass(frozen=True, slots=True)
class DangerReader:
    """Reads messages in the vocabulary of the rules."""

    speller: Speller  # corrects slips to the vocabulary of the rules
    spellings: Mapping[str, tuple[str, ...]]  # the words that each Scots or shortened word means

    @classmethod
    def of(cls, rules: DangerRules) -> "DangerReader":
        """Return a reader for the vocabulary of these rules.

        Raises:
            DamagedDataError: the list of ordinary words is missing or damaged.
        """
        return cls(Speller(vocabulary(rules), ordinary_words()), rules.spellings)

    def _opened(self, word: str) -> tuple[str, ...]:
        """Return the words that a Scots or shortened word means."""
        return self.spellings.get(word, (word,))

    def _sound(self, word: str, known: frozenset[str]) -> tuple[str, ...]:
        """Return a word that needs no correction, expanded if it is a short form, or an empty tuple."""
        if word in self.spellings:
            return self.spellings[word]
        counted = _COUNTED.fullmatch(word)
        if counted and counted[2] in self.speller.words:
            return counted[1], *self._opened(counted[2])
        return (word,) if word in known else ()

    def _corrected(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words that an unknown word most likely means, and the next most likely alternative."""
        run = self.speller.split(word)
        if not run and len(word) > _LONGEST_WORD and word.isalpha():
            return tuple(piece for part in self.speller.run_on(word) for piece in self._opened(part)), ()
        parts = tuple(piece for part in run for piece in self._opened(part))
        if plain := self.speller.plain(word):
            others = [other for other in self.speller.slips(word) if other != plain]
            two = len(run) == 2 and min(map(len, run)) > 2
            if two and not (len(word) > _LONGEST_DOUBTED and finger(word, plain)):
                return parts, self._opened(plain)
            return self._opened(plain), parts or tuple(piece for other in others[:1] for piece in self._opened(other))
        pieces = run or tuple(_PARTS.findall(word))
        return tuple(
            piece for part in pieces for run in self.speller.split(part) or (part,) for piece in self._opened(run)
        ), ()

    def _halves(self, first: str, second: str) -> bool:
        """Return whether two typed words are the halves of a word that is only known whole."""
        whole = first + second
        if len(whole) <= _FEWEST_LETTERS or whole not in self.speller.words or first in self.spellings:
            return False
        return not (self.speller.known(first) and self.speller.known(second))

    def _joined(self, words: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
        """Yield the words, with runs of single letters and halves of a word joined."""
        at = 0
        while at < len(words):
            word, edge = words[at]
            run, after = _lone(words, at), at + 1
            following = words[after][0] if after < len(words) else ""
            if run - at >= _FEWEST_LETTERS:
                word, at = "".join(part for part, _ in words[at:run]), run
            elif following and self._halves(word, following) and _lone(words, after) < after + _FEWEST_LETTERS:
                word, at = word + following, after + 1
            else:
                at = after
            yield word, edge

    def _typed(self, message: str) -> list[tuple[str, bool]]:
        """Return the words as typed, each with whether a part of a sentence starts there."""
        text = normalise(message)
        if "'" in text:
            for pattern, made in _SHORTENED:
                text = pattern.sub(made, text)
        typed: list[tuple[str, bool]] = []
        last = 0
        for match in _TOKEN.finditer(text):
            between = text[last : match.start()]
            typed.append((match.group(), between != " " and bool(_BREAK.search(between))))
            last = match.end()
        return list(self._joined(typed))

    def read(self, message: str) -> tuple[Reading, ...]:
        """Return a message as words: the most likely reading, then another if a slip may mean something else."""
        words = self._typed(message)
        known = frozenset(filter(self.speller.known, {word for word, _ in words}))
        sound = {word: self._sound(word, known) for word, _ in words}
        spelt: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
            word: (found or (word,), ()) for word, found in sound.items()
        }
        unknown = (word for word, found in sound.items() if not found)
        spelt |= {word: self._corrected(word) for word in islice(unknown, MOST_CORRECTED)}
        likeliest = _set(words, {word: found for word, (found, _) in spelt.items()})
        if not any(other for _, other in spelt.values()):
            return (likeliest,)
        return likeliest, _set(words, {word: other or found for word, (found, other) in spelt.items()})
