"""Normalise messages as people type them, so that text that looks the same on a screen is spelt the same.

Every function accepts any Unicode string, however malformed, and takes time proportional to its length.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple
from zlib import adler32, crc32

_CYRILLIC = dict(zip("авеёкмнорстухіїјѕһԁԛԝгӏүьпԍ", "abeekmhopctyxiijshdqwrlybng", strict=True))
_CYRILLIC_CAPITALS = dict(zip("АВЕЁКМНОРСТУХІЇЈЅԌԚԜӀҮ", "ABEEKMHOPCTYXIIJSGQWIY", strict=True))
_GREEK = dict(zip("αβγεζηικμνορτυχω", "abyeznikuvoptuxw", strict=True))
_GREEK_CAPITALS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True))
_LATIN = dict(zip("ıɑɡɩɪʟʀʏɴɢʜʙᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜰꜱøđłħŧƙƒ", "iagiilrynghbacdejkmoptuvwzfsodlhtkf", strict=True))
_ARMENIAN = dict(zip("օսոհց", "ounhg", strict=True))
_NEGATIVE = {chr(start + n): chr(97 + n) for start in (0x1F150, 0x1F170, 0x1F1E6) for n in range(26)}

LOOKALIKES = str.maketrans(
    _CYRILLIC | _CYRILLIC_CAPITALS | _GREEK | _GREEK_CAPITALS | _LATIN | _ARMENIAN | {"æ": "ae", "œ": "oe", "Ø": "O"}
)
"""Letters that look like a Latin letter, by that letter."""

SIGNS = _NEGATIVE | {
    "🔪": " knife ",
    "🗡": " knife ",
    "🔫": " gun ",
    "🆘": " sos ",
    "💊": " pills ",
    "🩸": " blood ",
    **dict.fromkeys("‘’‛ʼʹ`´′＇ʻ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘", "-"),
    "…": "...",
    "ß": "ss",
}
"""Signs that mean something plainer, by what they mean."""

UNSEEN = frozenset(
    chr(code)
    for first, last in (
        (0x00AD, 0x00AD), (0x0300, 0x036F), (0x061C, 0x061C), (0x115F, 0x1160), (0x17B4, 0x17B5),
        (0x180B, 0x180F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x206F), (0x20D0, 0x20FF), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
        (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF9, 0xFFFB), (0xD800, 0xDFFF), (0xE0000, 0xE01EF),
    )
    for code in range(first, last + 1)
)  # fmt: skip
"""Characters that take up no room on screen: joiners, direction marks, accents on their own, half characters."""


_WORD = re.compile(r"[^\W_]+")
_WHOLE_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CLAUSE = re.compile(r"[,.;:!?\n]+| - ")
_TAKES_BACK = re.compile(  # in the middle of a message: "17. no wait she's 18", "its a he. naw scratch that, she"
    r"(?i)(?:\b(?:no|naw|nah|actually|och|oh|aw),? (?:wait|sorry|hang on|ha[ul]d on|hold on|i mean|i meant?)|"
    r"\b(?:wait|sorry),? (?:no|naw|nah)|\b(?:(?:no|naw|nah|wait|sorry),? )?(?:scratch|scrap|strike|forget) that|"
    r"\b(?:my|ma) mistake|\b(?:correction|i tell a lie))\b(?=\W+\w)"
)
_MOST_TAKEN_BACK = 6  # words
_ASKS_OR_SAYS = re.compile(  # it asks, as "number for tara. no wait, shelter", or tells what somebody said
    r"(?i)^\W*(?:can|could|is|are|do|does)\b|\b(?:numbers?|services?|help|support|any\w*|some\w+|wh\w+|how|line|near)\b|"
    r"\b(?:sa(?:id|ys?|ying)|tells?|told|like|goes|her|him|them)\W*$"
)
_SHORTENED = re.compile(r"\b(i|s?he|we)'(d|ll|re)\b")  # without the apostrophe they are other words: id, ill, were
_IN_FULL = {"d": "would", "ll": "will", "re": " are"}  # one word, "hewill", tells as much as before; were told nothing
_RUN = re.compile(r"([a-z])\1{2,}")
_THRICE = re.compile(r"([a-z])(?<=\1\1\1)")  # tests for a run in a third of the time of _RUN
_ODD_WORD = re.compile(r"[^\W_]*[^\W\x00-\x7f_][^\W_]*")
_CONTROLS = dict.fromkeys((*range(32), 127), " ")
_NO = re.compile(r"(?i)\b([^\W\d_]+)(\s+)no\b(?=\s+(?:for|of|in|at|here|there|please|pls|plz)\b|([^,.;:?!]*)[?.!]*$)")
_DENIES = frozenset("a an or and but is was its it says said yes aye the i he she they we you im with theres".split())
_BRIEF = 80  # characters of a message in which "no" may mean a number
_UNITS = re.compile(r"\d+(?:st|nd|rd|th|am|pm|mins?|hrs?|yrs?|yo|wks?|mths?|ish|[a-z])|[a-z]\d+[a-z]?")
_LEET = str.maketrans("0134578@$!|+", "oieastbasilt")


@lru_cache(maxsize=8192)
def _plain(character: str) -> str:
    """Return what one character means: nothing, a space, or simpler characters of the same case."""
    if character in SIGNS:
        return SIGNS[character]
    if character in UNSEEN:
        return ""
    whole = unicodedata.normalize("NFKD", character)
    bare = "".join(part for part in whole if part not in UNSEEN)
    if bare.isascii():
        return bare
    if unicodedata.category(character)[0] in "CSZ":
        return " "
    return unicodedata.normalize("NFKC", character)


@lru_cache(maxsize=8192)
def _folded(character: str) -> str:
    """Return what one character means, as Latin letters if it looks like them, without control characters."""
    return _plain(character).translate(LOOKALIKES).translate(_CONTROLS)


def _latin(word: re.Match[str]) -> str:
    """Replace a word's lookalike letters, but only if the whole word can be read as Latin."""
    folded = word.group().translate(LOOKALIKES)
    return folded if folded.isascii() else word.group()


_HALF = 1 << 63


def hashes_of(texts: Iterable[str]) -> list[int]:
    """Return a 64-bit number for each text that is the same in every process, unlike Python's own hash.

    So an index of these numbers can be kept for the next start. Two texts with the same number would be taken for the
    same word, but both checksums would have to agree, which happens for about one pair in 10^14.
    """
    return [*map(hash_of, texts)]


def hash_of(text: str) -> int:
    """Return the number of one text, as `hashes_of` does."""
    written = text.encode("utf-8", "surrogatepass")
    return (crc32(written) << 32 | adler32(written)) - _HALF


class HashedWords:
    """A set of words stored as hashes, eight bytes each.

    If two words share a hash, the only effect could be one unnecessary warning.
    """

    __slots__ = ("_hashes",)

    def __init__(self, words: Iterable[str]) -> None:
        self._hashes = array("q", sorted(hashes_of(words)))

    def __contains__(self, word: str) -> bool:
        sought = hash_of(word)
        at = bisect_left(self._hashes, sought)
        return at < len(self._hashes) and self._hashes[at] == sought

    def __len__(self) -> int:
        return len(self._hashes)


def squeeze(text: str) -> str:
    """Replace every run of white space with one space."""
    return " ".join(text.split())


def normalise(message: str) -> str:
    """Return the message in plain lower case, with invisible characters removed and lookalikes replaced.

    >>> normalise("  Hеlp\\u200b ME!!  she’s sooooo scared ")
    "help me!! she's soo scared"
    """
    text = message
    if not text.isascii():
        text = "".join(map(_plain, text))
        if not text.isascii():
            text = _ODD_WORD.sub(_latin, text)
    text = text.casefold().replace("`", "'")
    if not text.isprintable():
        text = text.translate(_CONTROLS)
    return squeeze(_RUN.sub(r"\1\1", text) if _THRICE.search(text) else text)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without apostrophes: she's and shes are the same word, she'd and a shed are not."""
    full = _SHORTENED.sub(lambda found: found[1] + _IN_FULL[found[2]], text) if "'" in text else text
    plain = full.replace("'", "")
    return tuple(plain.split() if plain.replace(" ", "").isalnum() else _WORD.findall(plain))


class TypedMessage(NamedTuple):
    """A message as most of hearing reads it: normalised once, with its words and the words of each clause."""

    text: str
    words: tuple[str, ...]
    clauses: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, message: str) -> "TypedMessage":
        """Return a message that was typed."""
        bare = (text := normalise(message)).replace("'", "")  # word for word, "ill ask her" is "I'll ask her"
        return cls(text, words(bare), tuple(words(clause) for clause in _CLAUSE.split(bare) if clause.strip()))


def without_first(message: str, count: int) -> str:
    """Return a normalised message without its first words.

    >>> without_first("Thanks! And she's 17?", 2)
    "she's 17?"
    """
    text = normalise(message)
    following = next(islice(_WHOLE_WORD.finditer(text), count, None), None)
    return text[following.start() :] if following else text


def fold(message: str) -> tuple[str, tuple[int, ...]]:
    """Return the message normalised but with its capitals, and the original position of each character."""
    if message.isascii():
        return message.translate(_CONTROLS), tuple(range(len(message) + 1))
    folded = [*map(_folded, message)]
    places = (place for place, piece in enumerate(folded) for _ in piece)
    return "".join(folded), (*places, len(message))


def unleet(word: str) -> str:
    """Read digits and signs inside a word as the letters they imitate; leave 3rd, 10min and g51 unchanged.

    >>> unleet("k1ll"), unleet("5u1c1de"), unleet("14th")
    ('kill', 'suicide', '14th')
    """
    if word.isalpha() or word.isdigit() or _UNITS.fullmatch(word) or not any(map(str.isalpha, word)):
        return word
    return word.translate(_LEET)


def undouble(word: str) -> str:
    """Reduce every double letter to one, so that killl, kiill and kill are the same."""
    return re.sub(r"([a-z])\1+", r"\1", word)


def without_taken_back(message: str) -> str:
    """Return a message without the few words that it begins with and then takes back: the last one said counts.

    >>> without_taken_back("17. no wait she's 18"), without_taken_back("no wait, tell me more")
    ("no wait she's 18", 'no wait, tell me more')
    """
    found = list(_TAKES_BACK.finditer(message[:_BRIEF]))
    told = message[: found[-1].start()] if found else ""
    kept = not 0 < len(told.split()) <= _MOST_TAKEN_BACK or _ASKS_OR_SAYS.search(told)
    return message if kept else message[found[-1].start() :]


def with_numbers(message: str, nouns: Iterable[Collection[str]], is_place: Callable[[str], bool]) -> str:
    """Return a short message with "no" changed to "number" if it means that: "social work no for stranraer".

    Args:
        nouns: lists of words that give it this meaning when they come before it.
        is_place: says whether a text names a place.
    """

    def number(found: re.Match[str]) -> str:
        before = found[1].casefold()
        meant = before not in _DENIES and any(before in some for some in nouns)
        meant = meant and (not (found[3] or "").strip() or is_place(found[3]))
        return f"{found[1]}{found[2]}number" if meant else found[0]

    return _NO.sub(number, message) if len(message) <= _BRIEF else message
