"""A generator of disguises: the ways a message of danger is mistyped in haste, or typed to get past a filter.

A person would still read them correctly: a slip never makes another real word, and no word has two.
"""

import random
from collections.abc import Callable, Collection, Iterator

from tests.disguise import DISGUISES

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEXT = {
    key: {row[at + step] for step in (-1, 1) if 0 <= at + step < len(row)}
    for row in _ROWS
    for at, key in enumerate(row)
}
_LATIN_LIKE = {
    "a": "аɑα", "b": "ʙ", "c": "сᴄ", "d": "ԁᴅ", "e": "еε", "h": "һʜ", "i": "іɪι", "j": "ј", "k": "кᴋ", "l": "ӏ",
    "m": "ᴍ", "n": "ɴ", "o": "оοօ", "p": "рρ", "q": "ԛ", "s": "ѕ", "t": "ᴛτ", "u": "ᴜυ", "v": "ᴠν", "w": "ԝᴡ",
    "x": "х", "y": "уʏ", "z": "ᴢ",
}  # fmt: skip
_SIGNS = {"a": "@4", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "l": "1"}
_PICTURES = ("😭", "🙏", "💔", "😱", "🚨", "❗", "❤️", "👮🏽‍♀️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👀")
_HIDDEN = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e")
_BEFORE = ("hiya, ", "hi. ", "ok so ", "quick one: ", "URGENT ", "sorry to bother you, ", "not an emergency but ")
_AFTER = (" x", " thanks", " 🙏🙏", "!!!", " ??", " pls advise", " what do i do")
LONG_ENOUGH = 5  # letters in a word that may hold a slip and still be read

Disguise = Callable[[str, random.Random], str]


def _slipped(word: str, draw: random.Random) -> str:
    """Return the word with one slip of the fingers, the first and last letter untouched."""
    at = draw.randrange(1, len(word) - 2)
    beside = sorted(_NEXT.get(word[at], {word[at]}))
    return draw.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + draw.choice(beside) + word[at + 1 :],
            word[:at] + draw.choice(beside) + word[at:],
        )
    )


def slips(real: Collection[str], most: int) -> Disguise:
    """Return a disguise with up to so many slips; none makes another real word."""

    def disguise(message: str, draw: random.Random) -> str:
        words = message.split()
        places = [n for n, word in enumerate(words) if len(word) >= LONG_ENOUGH and word.isalpha() and word.isascii()]
        for place in draw.sample(places, min(most, len(places))):
            typed = _slipped(words[place], draw)
            if typed.lower() not in real:
                words[place] = typed
        return " ".join(words)

    return disguise


def _in_words(change: Callable[[str, random.Random], str], shortest: int) -> Disguise:
    """Return a disguise that changes one or two words of at least so many letters."""

    def disguise(message: str, draw: random.Random) -> str:
        words = message.split()
        places = [n for n, word in enumerate(words) if len(word) >= shortest and word.isalpha()]
        for place in draw.sample(places, min(2, len(places))):
            words[place] = change(words[place], draw)
        return " ".join(words)

    return disguise


def _signed(word: str, draw: random.Random) -> str:
    return word[0] + "".join(draw.choice(_SIGNS.get(letter, letter)) for letter in word[1:])


def _stretched(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word))
    return word[:at] + word[at] * draw.randint(2, 5) + word[at:]


def _hidden(message: str, draw: random.Random) -> str:
    return "".join(letter + (draw.choice(_HIDDEN) if draw.random() < 0.3 else "") for letter in message)


def _alike(message: str, draw: random.Random) -> str:
    return "".join(draw.choice(_LATIN_LIKE.get(c, c)) if draw.random() < 0.5 else c for c in message)


def _pictured(message: str, draw: random.Random) -> str:
    return "".join(word + draw.choice((" ", " ", f" {draw.choice(_PICTURES)} ")) for word in message.split())


def _spread(message: str, draw: random.Random) -> str:
    return "".join(word + draw.choice((" ", "  ", "\n", "\t", "\u00a0", " - ", "\u2003")) for word in message.split())


def _wrapped(message: str, draw: random.Random) -> str:
    return draw.choice(_BEFORE) + message + draw.choice(_AFTER)


def _both(first: Disguise, second: Disguise) -> Disguise:
    return lambda message, draw: second(first(message, draw), draw)


def kinds(real: Collection[str]) -> dict[str, Disguise]:
    """Return every kind of disguise, by name.

    Args:
        real: words that a slip must not make, because a reader would take them literally.
    """
    slip, wrapped = slips(real, 1), _wrapped
    mine: dict[str, Disguise] = {
        "one slip": slip,
        "two slips": slips(real, 2),
        "signs for letters": _in_words(_signed, LONG_ENOUGH),
        "stretched letters": _in_words(_stretched, 4),
        "dotted words": _in_words(lambda word, draw: ".".join(word), LONG_ENOUGH),
        "spaced words": _in_words(lambda word, draw: " ".join(word), LONG_ENOUGH),
        "hidden characters": _hidden,
        "letters of other scripts": _alike,
        "pictures here and there": _pictured,
        "odd spaces": _spread,
        "wrapped in chatter": wrapped,
        "a slip in capitals": _both(slip, DISGUISES["capitals"]),
        "a slip and no apostrophes": _both(slip, DISGUISES["no apostrophes"]),
        "a slip and pictures": _both(slip, _pictured),
        "other scripts and hidden characters": _both(_alike, _hidden),
        "chatter in mixed case": _both(wrapped, DISGUISES["mixed case"]),
        "curly and stretched": _both(DISGUISES["curly apostrophes"], _in_words(_stretched, 4)),
        "chatter with a slip": _both(slip, wrapped),
    }
    return {**{f"plain: {name}": disguise for name, disguise in DISGUISES.items() if name != "a slip"}, **mine}


def disguised(messages: Collection[str], real: Collection[str], times: int) -> Iterator[tuple[str, str, str]]:
    """Give every message in so many disguises: the kind, the message, and how it is typed.

    Args:
        messages: what to disguise.
        real: words that a slip must not make.
        times: how many disguises for each message; the kinds are taken in turn.
    """
    by_name = kinds(real)
    names = sorted(by_name)
    for number, message in enumerate(messages):
        draw = random.Random(f"{number} {message}")
        for turn in range(times):
            name = names[(number + turn) % len(names)]
            yield name, message, by_name[name](message, draw)
