"""Disguises: the ways in which a message is mistyped, by accident or to get past a filter, drawn from a seed."""

import random
from collections.abc import Callable

_ALIKE = dict(zip("aceiopxy", "асеіорху", strict=True))
_LEET = {"a": "4", "e": "3", "i": "1", "o": "0", "s": "5"}
_EMOJI = ("🔥", "😭", "🙏", "💔", "🏴󠁧󠁢󠁳󠁣󠁴󠁿")
_BESIDE = {"a": "s", "e": "r", "i": "o", "n": "m", "t": "y", "l": "k", "r": "t", "g": "h", "d": "f", "u": "i"}


def _long_word(words: list[str], draw: random.Random) -> int | None:
    places = [n for n, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    return draw.choice(places) if places else None


def _slip(message: str, draw: random.Random) -> str:
    """Make one slip in one long word: a letter left out, doubled, swapped or hit beside."""
    words = message.split()
    place = _long_word(words, draw)
    if place is None:
        return message
    word = words[place]
    at = draw.randrange(1, len(word) - 2)
    kinds = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + _BESIDE.get(word[at], word[at]) + word[at + 1 :],
    )
    words[place] = draw.choice(kinds)
    return " ".join(words)


def _between(message: str, draw: random.Random) -> str:
    return " ".join(part for word in message.split() for part in (word, draw.choice(_EMOJI)))


def _unseen(message: str, draw: random.Random) -> str:
    return "".join(letter + draw.choice(("", "", "\u200b", "\u2060", "\u00ad")) for letter in message)


def _glued(message: str, draw: random.Random) -> str:
    words = message.replace("'", "").split()
    at = draw.randrange(len(words) - 1) if len(words) > 1 else 0
    return " ".join((*words[:at], "".join(words[at : at + 2]), *words[at + 2 :]))


def _stretched(message: str, draw: random.Random) -> str:
    words = message.split()
    place = _long_word(words, draw)
    if place is None:
        return message
    at = draw.randrange(1, len(words[place]))
    words[place] = words[place][:at] + words[place][at - 1] * 3 + words[place][at:]
    return " ".join(words)


def _leet(message: str, draw: random.Random) -> str:
    words = message.split()
    place = _long_word(words, draw)
    if place is None:
        return message
    words[place] = words[place][0] + "".join(_LEET.get(letter, letter) for letter in words[place][1:])
    return " ".join(words)


DISGUISES: dict[str, Callable[[str, random.Random], str]] = {
    "capitals": lambda message, draw: message.upper(),
    "mixed case": lambda message, draw: "".join(draw.choice((c.lower(), c.upper())) for c in message),
    "no apostrophes": lambda message, draw: message.replace("'", ""),
    "curly apostrophes": lambda message, draw: message.replace("'", "’"),
    "wide spaces": lambda message, draw: "   ".join(message.split()),
    "wide letters": lambda message, draw: "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in message),
    "look-alike letters": lambda message, draw: "".join(draw.choice((c, _ALIKE.get(c, c))) for c in message),
    "accents": lambda message, draw: "".join(c + draw.choice(("", "\u0301")) for c in message),
    "unseen characters": _unseen,
    "emoji between words": _between,
    "full stops between words": lambda message, draw: ". ".join(message.split()),
    "underscores between words": lambda message, draw: "_".join(message.split()),
    "letters one by one": lambda message, draw: " ".join(message.replace("'", "").replace(" ", "")),
    "no spaces": lambda message, draw: message.replace("'", "").replace(" ", ""),
    "two words as one": _glued,
    "a slip": _slip,
    "a stretched letter": _stretched,
    "figures for letters": _leet,
    "a line for every word": lambda message, draw: "\n".join(message.split()),
}
