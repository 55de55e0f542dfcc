"""Signs of danger in a message, found by fixed rules before anything else is done.

Works from the compiled rules alone: with content broken, the database gone or the model missing, it finds the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.core import crisis_rules as rules
from bot.core.calm import Calm
from bot.core.library import CrisisCard
from bot.core.ordinary import ORDINARY
from bot.core.repair import Speller
from bot.core.sayings import Found, Phrases, Spans, find
from bot.core.text import normalise

CARDS: Mapping[str, CrisisCard] = rules.CARDS

_SAYINGS = tuple(row for _, _, row in rules.SAYINGS)
_FIGURES = tuple(row for _, row in rules.FIGURES)
_SIGNS = tuple(((0, symbols),) for _, groups in rules.SIGNALS.values() for _, symbols in groups)
_PHRASES = Phrases(rules.PHRASES, _SAYINGS + _FIGURES + _SIGNS, rules.SMALL)
_VOCABULARY = frozenset(
    word
    for source in (rules.PHRASES, rules.SPELLINGS, rules.SMALL, _PHRASES.literal)
    for phrase in source
    for word in phrase.split()
)
_SPELLER = Speller(_VOCABULARY, ORDINARY)

_TOKEN = re.compile(r"[@$]?[^\W_]+(?:[@$!|*+]+[^\W_]+)*")
_BREAK = re.compile(r"[.,;:!?\n()\"/]|\s-")
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
_YOUNG_WORDS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
).split()
_YOUNG = frozenset(_YOUNG_WORDS) | frozenset(str(age) for age in range(1, 18))
_BEFORE_AGE = frozenset("is am are aged age only just turned was im shes hes being barely nearly".split())
_NOT_AN_AGE = frozenset(
    "minutes minute min hour hours day days week weeks month months am pm st nd rd th stone kg lb pounds quid miles mile percent of "
    "people women men girls lads times time punters kids weans pills tablets missed calls more other other's appointments oclock "
    "on in at to from for late early away back off out over left".split()
)


@dataclass(frozen=True, slots=True)
class Crisis:
    """The card to show, and the ids of the rules that asked for it."""

    card: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """A message as words, and the places between them where a part of a sentence ends."""

    tokens: tuple[str, ...]
    edges: frozenset[int]


def _spelt(word: str) -> tuple[str, ...]:
    """Return the words that one typed word stands for."""
    if word in rules.SPELLINGS:
        return rules.SPELLINGS[word]
    counted = _COUNTED.fullmatch(word)
    if counted and (counted[2] in _VOCABULARY):
        return counted[1], *rules.SPELLINGS.get(counted[2], (counted[2],))
    plain = _SPELLER.plain(word)
    if plain:
        return rules.SPELLINGS.get(plain, (plain,))
    if not _SPELLER.known(word):
        parts = _SPELLER.split(word) or tuple(part for part in re.split(r"[@$!|*+]+", word) if part)
        if len(parts) > 1:
            return tuple(piece for part in parts for piece in rules.SPELLINGS.get(part, (part,)))
    return (word,)


def _joined(words: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Put together letters that stand alone, and the halves of a word that is known only whole."""
    at = 0
    while at < len(words):
        word, edge = words[at]
        run = at
        while run < len(words) and len(words[run][0]) == 1 and (run == at or words[run][0].isalpha()):
            run += 1
        if run - at >= 4:
            yield "".join(part for part, _ in words[at:run]), edge
            at = run
            continue
        if at + 1 < len(words) and not (_SPELLER.known(word) and _SPELLER.known(words[at + 1][0])):
            whole = word + words[at + 1][0]
            if len(whole) > 4 and whole in _VOCABULARY and word not in rules.SPELLINGS:
                yield whole, edge
                at += 2
                continue
        yield word, edge
        at += 1


def _read(message: str) -> _Read:
    """Turn a message into the words that the rules are written in."""
    text = normalise(message)
    for pattern, made in _SHORTENED:
        text = pattern.sub(made, text)
    raw: list[tuple[str, bool]] = []
    last = 0
    for match in _TOKEN.finditer(text):
        raw.append((match.group(), bool(_BREAK.search(text[last : match.start()]))))
        last = match.end()
    tokens: list[str] = []
    edges = {0}
    spelt: dict[str, tuple[str, ...]] = {}
    for word, edge in _joined(raw):
        if edge:
            edges.add(len(tokens))
        if word not in spelt:
            spelt[word] = _spelt(word)
        tokens.extend(spelt[word])
    return _Read(tuple(tokens), frozenset({*edges, len(tokens)}))


def _is_age(tokens: tuple[str, ...], place: int) -> bool:
    """Say whether a small number is the age of a child."""
    if tokens[place] not in _YOUNG:
        return False
    after = tokens[place + 1 : place + 3]
    if after[:1] == ("year",) or after[:1] == ("years",):
        return after[1:2] == ("old",)
    before = tokens[place - 1] if place else ""
    if before == "of" or before == "about":
        return tokens[place - 2 : place - 1] in (
            ("boy",),
            ("girl",),
            ("child",),
            ("lassie",),
            ("lad",),
            ("looks",),
            ("pupil",),
        )
    return before in _BEFORE_AGE and not (after and after[0] in _NOT_AN_AGE)


def _places(read: _Read) -> dict[str, Spans]:
    """Find every symbol in the message, with figures of speech taken out first."""
    tokens = read.tokens
    places = _PHRASES.places(tokens, read.edges)
    small = _PHRASES.passed_over(tokens)
    gone: set[int] = set()
    for anchor, row in rules.FIGURES:
        if any(symbol in places for symbol in row[anchor][1]):
            for found in find(row, places, small, len(tokens)):
                gone |= found.used
    if gone:
        tokens = tuple("" if place in gone else token for place, token in enumerate(tokens))
        places = _PHRASES.places(tokens, read.edges)
    ages = sum(1 << place for place in range(len(tokens)) if _is_age(tokens, place))
    if ages:
        places["{under-18}"] = {1: ages}
    return places


def _raised(places: Mapping[str, Spans], small: int, size: int) -> Iterator[tuple[int, tuple[Found, ...]]]:
    """Give the number of each saying that is in the message, and where."""
    for number, (_, anchor, row) in enumerate(rules.SAYINGS):
        if any(symbol in places for symbol in row[anchor][1]):
            found = find(row, places, small, size)
            if found:
                yield number, found


def _fired(raised: Iterable[tuple[int, tuple[Found, ...]]], calm: Calm) -> Iterator[str]:
    """Give the ids of the rules that hold, less those that the rest of the message calms."""
    alive: set[int] = set()
    together: dict[int, str] = {
        number: rule for rule, groups in rules.TOGETHER.items() for group in groups for number in group
    }
    for number, found in raised:
        rule = together.get(number) or rules.SAYINGS[number][0]
        card, tense, when = rules.RULES[rule]
        if any(calm.leaves(place, card, tense, when) for place in found):
            alive.add(number)
            if number not in together:
                yield rule
    for rule, groups in rules.TOGETHER.items():
        if all(any(number in alive for number in group) for group in groups):
            yield rule


def _signalled(places: Mapping[str, Spans], size: int, calm: Calm) -> Iterator[str]:
    """Give the cards for which signs of several kinds come together, none of them enough alone."""
    for card, (enough, groups) in rules.SIGNALS.items():
        score = sum(
            points
            for points, symbols in groups
            if any(calm.leaves(found, card, "done", "") for found in find(((0, symbols),), places, 0, size))
        )
        if score >= enough:
            yield card


def detect(message: str) -> Crisis | None:
    """Return the crisis that the message tells of, if it tells of any.

    >>> detect("he's outside kicking the door in").card
    'danger-now'
    >>> detect("my manager will kill me if this form is late") is None
    True
    """
    read = _read(message)
    if not read.tokens:
        return None
    places = _places(read)
    small, size = _PHRASES.passed_over(read.tokens), len(read.tokens)
    calm = Calm(read.tokens, read.edges, places)
    fired = tuple(dict.fromkeys(_fired(_raised(places, small, size), calm)))
    if not fired:
        signalled = {*_signalled(places, size, calm)}
        cards = [card for card in rules.ORDER if card in signalled]
        return Crisis(cards[0], tuple(f"signs-of-{card}" for card in cards)) if cards else None
    first = min(fired, key=lambda rule: rules.ORDER.index(rule if rule in rules.ORDER else rules.RULES[rule][0]))
    return Crisis(rules.RULES[first][0], fired)
