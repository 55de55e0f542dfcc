"""Messages made to break or to slow what reads them, drawn from a seed."""

import unicodedata
from collections.abc import Callable, Sequence
from random import Random

LONGEST = 4096  # characters that are read of a message
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LOOKALIKES = "аеорсухіѕјһԁɡⅼ𝐚𝖊𝓲ＡＢＣａｂｃαοερνω"
_SCRIPTS = (
    (0x370, 0x3FF),
    (0x400, 0x4FF),
    (0x590, 0x5FF),
    (0x600, 0x6FF),
    (0x900, 0x97F),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7A3),
)
_MARKS = [chr(c) for c in range(0x300, 0x370)]
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u2066\u2069\ufe0f\x00\x07\x1b"
_BOMBS = (
    "a",
    "aa'",
    "'",
    "''",
    "a'a'",
    ".",
    ". a",
    "a. ",
    "!?",
    "(a+)+",
    "((",
    "a b",
    "ab ",
    "\n",
    "\t ",
    "1",
    "a1",
    "@",
    "#a ",
    "aaaab",
)


def message(phrasings: Sequence[str], random: Random) -> str:
    """Return one hostile message; one in twenty-five is as long as a message can be.

    Args:
        phrasings: real ones, to be spoilt.
        random: where chance comes from.
    """
    most = LONGEST if random.random() < 0.04 else random.choice((1, 5, 20, 60, 200))
    kinds: tuple[Callable[[Sequence[str], int, Random], str], ...] = (
        _any_unicode,
        _bomb,
        _mixed,
        _zalgo,
        _spoilt,
        _wall,
        _many_words,
    )
    return random.choice(kinds)(phrasings, most, random)[:LONGEST]


def _any_unicode(_: Sequence[str], most: int, random: Random) -> str:
    return "".join(chr(random.randrange(0x110000)) for _ in range(random.randint(0, most)))


def _bomb(_: Sequence[str], most: int, random: Random) -> str:
    piece = random.choice(_BOMBS)
    return piece * (most // len(piece)) + random.choice(("", "!", "b", " ", "\x00"))


def _mixed(phrasings: Sequence[str], most: int, random: Random) -> str:
    parts = []
    for word in (random.choice(phrasings) * (most // 20 + 1)).split():
        low, high = random.choice(_SCRIPTS)
        foreign = "".join(chr(random.randint(low, high)) for _ in range(len(word)))
        disguised = "".join(random.choice(_LOOKALIKES) if random.random() < 0.3 else c for c in word)
        parts.append(random.choice((word, foreign, disguised, word + foreign)))
    return random.choice((" ", "", random.choice(_UNSEEN))).join(parts)[:most]


def _zalgo(phrasings: Sequence[str], most: int, random: Random) -> str:
    text = random.choice(phrasings)
    return "".join(c + "".join(random.choices(_MARKS, k=random.randint(0, 12))) for c in text)[:most]


def _spoilt(phrasings: Sequence[str], most: int, random: Random) -> str:
    letters = list(" ".join(random.choices(phrasings, k=most // 60 + 1))[:most])
    for _ in range(len(letters) // 6 + 1):
        at = random.randrange(len(letters) + 1)
        letters[at:at] = random.choice(
            (random.choice(_UNSEEN), random.choice(_LATIN), chr(random.randrange(0x3000)), " ")
        )
    text = "".join(letters)
    return unicodedata.normalize(random.choice(("NFC", "NFD", "NFKC", "NFKD")), text)


def _wall(_: Sequence[str], most: int, random: Random) -> str:
    letters = random.choice((_LATIN, "ab", "aeiou", _LOOKALIKES, "she"))
    return "".join(random.choices(letters, k=most))


def _many_words(phrasings: Sequence[str], most: int, random: Random) -> str:
    """Return as many different misspelt words as fit, which is the most that spelling can be given to do."""
    known = [
        word
        for word in " ".join(random.sample(list(phrasings), min(len(phrasings), most // 20 + 1))).split()
        if len(word) > 3
    ]
    return " ".join(
        word[:2] + random.choice(_LATIN) + word[3:] + random.choice(("", random.choice(_LATIN))) for word in known
    )[:most]
