"""A message's words, each with what it may be: a name, a plain word, a place, or something unknown.

What a word may be is worked out anew every time: a cache would keep the words that people typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from string import ascii_lowercase
from typing import Protocol

from rapidfuzz.distance import OSA

from bot.hearing.details.guards import KNOWN, PHRASES, PLACES
from bot.hearing.details.names import FAMILY, FAMILY_WORDS, GIVEN, GIVEN_WORDS
from bot.hearing.details.plain_words import PLAIN_WORDS
from bot.hearing.details.registered import NEAR_WORDS, REGISTERED
from bot.hearing.details.roles import ROLES

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OWNS = re.compile(r"(?<=[a-z])(?:'s|s')$", re.IGNORECASE)
_INNER_CAPITALS = re.compile(r"^[A-Z]{2,}[a-z]|^(?!Ma?c|De|Le|La|Di|Van|Fitz|O')[A-Za-z][a-z]+[A-Z]")
_OPENS = re.compile(r"(?:^|[.!?:;\n\"(*>|•-])\s*$")
_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e")),
    *(("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""), ("in", "")),
)
_CLAN = re.compile(r"(?:ma?c|nic)(?=[a-z]{3})(?!hin|ro|ha|ram|ket|kere|e$|es$)")
_FAMILY_FORM = re.compile(
    r"[a-z]{3,}(?:escu|enko|chuk|czyk|wicz|vich|ewski|owski|inski|ewska|owska|inska|ycka|ycki|ashvili|idze|oglu|"
    r"yan|auskas|iene|aitis|opoulos|sdottir|sson|nathan|endran|evich|ovych|ovic|evic)|o'[a-z]{3,}|fitz[a-z]{4,}"
)
_OF_PLACES = frozenset("shire sea upon side head".split())  # how places with a hyphen end, such as Ross-shire
_SHORTENED = re.compile(r"(?:n't|'(?:ll|ve|re|d|m))$")
_LONGEST = 40  # letters of a double-barrelled name; nothing longer is looked at
_LONGEST_PLACE = 4  # words of the name of a place
_FEW_LETTERS = 6  # an unknown word in capitals of up to this length is an abbreviation


# fmt: off
FEW = frozenset(
    "i me my mine you your yours he him his she her hers it its we us our ours they them their theirs this "
    "that these those a an the and or but if so as of in on at to for from by with about is are was were be "
    "been am do does did has have had not no yes ok can could will would shall should may might must who "
    "what when where why how which all any some one two here there now then just also too very more most "
    "other another each every both such only own same than well please thanks sorry hi hello someone anyone "
    "everyone nobody".split()
)
"""The commonest words, which are no name whatever stands beside them."""
# fmt: on


class Places(Protocol):
    """The names of places that a finder of people must leave alone."""

    def holds(self, words: tuple[str, ...]) -> bool:
        """Say whether some words are the name of a place, and nothing else."""
        ...

    def resembles(self, word: str) -> bool:
        """Say whether a word is the name of a place with a slip in it."""
        ...


class Sort(Enum):
    """What a word may be."""

    GIVEN = "a given name, and hardly anything else"
    GIVEN_WORD = "a given name that is also a word"
    CLAN = "a family name by its Mac, Mc or O'"
    FAMILY = "a family name"
    FAMILY_WORD = "a family name that is also a word"
    PLAIN = "no name"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: its letters without a possessive ending, and what they may be.

    ``big`` says that a capital opens it where a capital means something; ``opens`` that a sentence starts with it.
    """

    start: int
    end: int
    text: str
    key: str
    sort: Sort
    big: bool
    opens: bool
    owns: bool

    @property
    def placed(self) -> bool:
        """Say whether the word also names a place or something known."""
        return self.key in PLACES or self.key in KNOWN


def stems(word: str) -> Iterator[str]:
    """Give what a word may be without its ending."""
    for ending, instead in _ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2:
            yield bare + instead
            if not instead and bare[-1] == bare[-2]:
                yield bare[:-1]


def plain(word: str) -> bool:
    """Say whether a word is plain English or Scots, a place or something known, and so no name by itself."""
    bare = word.replace("'", "")
    if bare in PLAIN_WORDS or bare in KNOWN or bare in PLACES or len(bare) < 2 or _SHORTENED.search(word):
        return True
    if "-" in bare:
        return any(map(plain, bare.split("-")))
    return any(stem in PLAIN_WORDS or stem in KNOWN for stem in stems(bare))


def sort(key: str) -> Sort:
    """Say what a word in small letters may be."""
    kind = sort_by_hand(key)
    if kind is not Sort.UNKNOWN:
        return kind
    bare = key.replace("'", "")
    if bare in REGISTERED or bare.partition("-")[0] in REGISTERED:
        return Sort.GIVEN
    return Sort.GIVEN_WORD if bare in NEAR_WORDS else kind


def sort_by_hand(key: str) -> Sort:
    """Say what a word in small letters may be by the lists that were written by hand."""
    if len(key) > _LONGEST:
        return Sort.PLAIN
    parts = key.split("-")
    bare = key.replace("'", "")
    if parts[-1] in _OF_PLACES and len(parts) > 1:
        return Sort.PLAIN
    if bare in GIVEN or (
        len(parts) > 1 and (parts[0] in GIVEN or all(part in GIVEN or part in GIVEN_WORDS for part in parts))
    ):
        return Sort.GIVEN
    if bare in GIVEN_WORDS:
        return Sort.GIVEN_WORD
    if bare in FAMILY_WORDS:
        return Sort.FAMILY_WORD
    if _CLAN.match(bare) and not plain(bare):
        return Sort.CLAN
    if bare in FAMILY or (len(parts) > 1 and any(part in FAMILY for part in parts)) or _FAMILY_FORM.fullmatch(key):
        return Sort.FAMILY
    return Sort.PLAIN if plain(key) else Sort.UNKNOWN


def _capitals_mean_nothing(found: Sequence[re.Match[str]]) -> bool:
    """Say whether a message is written all in capitals, or with a capital on every word."""
    long = [match.group() for match in found if len(match.group()) > 1]
    big = sum(word[0].isupper() for word in long)
    shouted = sum(word.isupper() for word in long)
    return len(long) > 3 and (shouted > 0.6 * len(long) or big > 0.8 * len(long))


def words_of(text: str, known: Places | None = None) -> list[Word]:
    """Return the words of a text in order; the names of known places are plain."""
    found = list(_WORD.finditer(text))
    blind = _capitals_mean_nothing(found)
    guarded = _guarded(found) | (_placed(found, known) if known else frozenset())
    return [_word(text, match, blind, place in guarded) for place, match in enumerate(found)]


def _word(text: str, match: re.Match[str], blind: bool, guarded: bool) -> Word:
    bare = _OWNS.sub("", match.group())
    kind = Sort.PLAIN if guarded else sort(bare.lower())
    if kind in (Sort.UNKNOWN, Sort.CLAN) and bare != match.group() and plain(match.group().lower()):
        kind = Sort.PLAIN
    if kind is Sort.UNKNOWN and bare[-1] == "s":
        owner = sort(bare[:-1].lower())
        if owner is Sort.GIVEN or (owner is Sort.GIVEN_WORD and bare[0].isupper()):
            bare, kind = bare[:-1], owner
    start, end = match.start(), match.start() + len(bare)
    big = not blind and any(part[:1].isupper() for part in bare.split("-"))
    named = kind in (Sort.GIVEN, Sort.FAMILY, Sort.CLAN)
    if big and not named and _is_abbreviation(bare):
        kind = Sort.PLAIN
    opens = bool(_OPENS.search(text[max(0, start - 4) : start]))
    return Word(start, end, bare, bare.lower(), kind, big, opens, len(bare) < len(match.group()))


def _is_abbreviation(word: str) -> bool:
    """Say whether the capitals of a word make it an abbreviation or a maker's name, such as UC or OnlyFans."""
    return (word.isupper() and 1 < len(word) <= _FEW_LETTERS) or _INNER_CAPITALS.search(word) is not None


_SAINTS = frozenset(("st", "saint"))
_BEFORE_THE_FAMED = frozenset("storm operation lord sir sheriff judge queen king pope hurricane".split())
_PHRASES = frozenset(tuple(phrase.split()) for phrase in PHRASES)
_OPENERS = frozenset(phrase[0] for phrase in _PHRASES)
_LONGEST_PHRASE = max(map(len, _PHRASES))


def _guarded(found: Sequence[re.Match[str]]) -> frozenset[int]:
    """Return the places of the words that belong to a service, a law or a public person."""
    keys = [match.group().lower().replace("'", "") for match in found]
    places: set[int] = set()
    for start, key in enumerate(keys):
        if key in _SAINTS or (key in _BEFORE_THE_FAMED and found[start].group()[0].isupper()):
            places.add(start + 1)
        if key not in _OPENERS:
            continue
        for length in range(1, _LONGEST_PHRASE + 1):
            phrase = keys[start : start + length]
            if tuple(phrase) in _PHRASES or (*phrase[:-1], phrase[-1].removesuffix("s")) in _PHRASES:
                places.update(range(start, start + length))
    return frozenset(places)


def _placed(found: Sequence[re.Match[str]], known: Places) -> frozenset[int]:
    """Return the places of the words that are the name of a place; a single one only where no list of names has it."""
    keys = [_OWNS.sub("", match.group()).lower().replace("'", "") for match in found]
    places: set[int] = set()
    for start, key in enumerate(keys):
        for length in range(2, _LONGEST_PLACE + 1):
            if known.holds(tuple(keys[start : start + length])):
                places.update(range(start, start + length))
        if start not in places and known.holds((key,)) and sort(key) is Sort.UNKNOWN:
            places.add(start)
    return frozenset(places)


_SHORTEST = 4  # letters: a shorter word is near to everything
_SHORTEST_ROLE = 6  # letters: from here on two slips leave a word such as "client" to be known
_PLAIN_ENDINGS = tuple("ed ing ly al tion sion ment ous ive able ible ness ist ity ism ful less ship".split())
_LONG_ROLES = tuple(role for role in sorted(ROLES) if len(role) >= _SHORTEST_ROLE)


def is_slip(word: str) -> bool:
    """Say whether a word is one slip away from a plain one, or two from a word such as "client"."""
    bares = [bare for bare in (word, *stems(word)) if len(bare) >= _SHORTEST]
    if any(other in PLAIN_WORDS for bare in bares for other in _one_off(bare)):
        return True
    if any(plain(word[:at] + word[at + 1] + word[at] + word[at + 2 :]) for at in range(len(word) - 1)):
        return True
    return len(word) >= _SHORTEST_ROLE and any(OSA.distance(word, role, score_cutoff=2) <= 2 for role in _LONG_ROLES)


def reads_plain(word: str) -> bool:
    """Say whether a word reads like a plain one: a slip, two words run together, or a usual ending."""
    if (len(word) > _SHORTEST + 1 and word.endswith(_PLAIN_ENDINGS)) or is_slip(word):
        return True
    return any(plain(word[:at]) and plain(word[at:]) for at in range(3, len(word) - 2))


def _one_off(word: str) -> Iterator[str]:
    """Give every word that is one letter more, fewer, other or changed with its neighbour."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1:] for left, right in cuts if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    for letter in ascii_lowercase:
        yield from (left + letter + right[1:] for left, right in cuts if right)
        yield from (left + letter + right for left, right in cuts)
