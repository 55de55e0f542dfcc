"""A message read into the words that the crisis rules are written in: slips mended, Scots and short forms opened."""

import re
from collections.abc import Iterator

from bot.core import crisis_rules as rules
from bot.core.ordinary import ORDINARY
from bot.core.repair import Speller
from bot.core.text import normalise

_ROWS = (*(row for _, _, row in rules.SAYINGS), *(row for _, row in rules.FIGURES))
_SYMBOLS = {symbol for row in _ROWS for _, symbols in row for symbol in symbols}
_SIGNS = {symbol for _, groups in rules.SIGNALS.values() for _, _, symbols in groups for symbol in symbols}
_KNOWN = {*rules.PHRASES, *rules.SPELLINGS, *rules.SMALL, *filter(str.isalnum, _SYMBOLS | _SIGNS)}
VOCABULARY = frozenset(word for phrase in _KNOWN for word in phrase.split())
_SPELLER = Speller(VOCABULARY, ORDINARY)

_TOKEN = re.compile(r"[@$]?[^\W_]+(?:[@$!|*+]+[^\W_]+)*")
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
_FEWEST_LETTERS = 4  # this many letters standing alone are one word


def _opened(word: str) -> tuple[str, ...]:
    """Return what a Scots or shortened word stands for."""
    return rules.SPELLINGS.get(word, (word,))


def _spelt(word: str) -> tuple[str, ...]:
    """Return the words that one typed word stands for."""
    if word in rules.SPELLINGS:
        return rules.SPELLINGS[word]
    counted = _COUNTED.fullmatch(word)
    if counted and counted[2] in VOCABULARY:
        return counted[1], *_opened(counted[2])
    parts = () if _SPELLER.known(word) else _SPELLER.split(word)
    if len(parts) == 2 and min(map(len, parts)) > 2:
        return (*_opened(parts[0]), *_opened(parts[1]))
    if plain := _SPELLER.plain(word):
        return _opened(plain)
    if _SPELLER.known(word):
        return (word,)
    parts = parts or tuple(_PARTS.findall(word))
    return tuple(piece for part in parts for run in _SPELLER.split(part) or (part,) for piece in _opened(run))


def _halves(first: str, second: str) -> bool:
    """Say whether two typed words are the halves of one that is known only whole."""
    if first in rules.SPELLINGS or (_SPELLER.known(first) and _SPELLER.known(second)):
        return False
    return len(first + second) > _FEWEST_LETTERS and first + second in VOCABULARY


def _joined(words: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Put together letters that stand alone, and halves of a word."""
    at = 0
    while at < len(words):
        word, edge = words[at]
        run = at
        while run < len(words) and len(words[run][0]) == 1 and words[run][0].isalpha():
            run += 1
        if run - at >= _FEWEST_LETTERS:
            word, at = "".join(part for part, _ in words[at:run]), run
        elif at + 1 < len(words) and _halves(word, words[at + 1][0]):
            word, at = word + words[at + 1][0], at + 2
        else:
            at += 1
        yield word, edge


def read(message: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Return the words of a message, and the places between them where a part of a sentence begins or ends."""
    text = normalise(message)
    for pattern, made in _SHORTENED:
        text = pattern.sub(made, text)
    typed: list[tuple[str, bool]] = []
    last = 0
    for match in _TOKEN.finditer(text):
        typed.append((match.group(), bool(_BREAK.search(text, last, match.start()))))
        last = match.end()
    tokens: list[str] = []
    edges = {0}
    spelt: dict[str, tuple[str, ...]] = {}
    for word, edge in _joined(typed):
        if edge:
            edges.add(len(tokens))
        if word not in spelt:
            spelt[word] = _spelt(word)
        tokens.extend(spelt[word])
    return tuple(tokens), frozenset({*edges, len(tokens)})
