"""Split a message into words, and weigh how likely each word is to be a name on its own."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.hearing.details.lexicon import Lexicon, WordKind

NEVER = -9.0
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_OWNS = re.compile(r"(?<=[a-z])(?:'s|s')$", re.IGNORECASE)
_INNER_CAPITALS = re.compile(r"^[A-Z]{2,}[a-z]|^(?!Ma?c|De|Le|La|Di|Van|Fitz|O')[A-Za-z][a-z]+[A-Z]")
_OPENS = re.compile(r"(?:^|[.!?:;\n\"(*>|•-])\s*$")
_LONGEST_PLACE = 4  # words in a place name
_FEW_LETTERS = 6  # an unknown word in capitals of up to this many letters is an abbreviation
_SAINTS = frozenset(("st", "saint"))
_BEFORE_THE_FAMED = frozenset("storm operation lord sir sheriff judge queen king pope hurricane".split())
_OF_ANYBODY = frozenset(("Mr", "Mrs", "Ms", "MR", "MRS"))  # not "MS", which is also an illness
_NOBODY = frozenset("doe bloggs x y z bean right big blobby".split())

# fmt: off
FEW = frozenset(
    "i me my mine you your yours he him his she her hers it its we us our ours they them their theirs this "
    "that these those a an the and or but if so as of in on at to for from by with about is are was were be "
    "been am do does did has have had not no yes ok can could will would shall should may might must who "
    "what when where why how which all any some one two here there now then just also too very more most "
    "other another each every both such only own same than well please thanks sorry hi hello someone anyone "
    "everyone nobody".split()
)
"""The commonest words, which are never names whatever is beside them."""
# fmt: on


class Word(NamedTuple):
    """A word of a text, without its possessive ending, and what it may be.

    ``big`` is true if it has a capital and the text's capitals mean something, ``opens`` if a sentence starts with it,
    ``owns`` if it has a possessive ending, and ``placed`` if it also names a place or another known thing.
    """

    start: int
    end: int
    text: str
    key: str
    kind: WordKind
    big: bool
    opens: bool
    owns: bool
    placed: bool


def words_of(text: str, lexicon: Lexicon) -> list[Word]:
    """Return the words of a text in order; names of known places, services and public people count as plain words."""
    found = list(_WORD.finditer(text))
    blind = _capitals_mean_nothing(found)
    guarded = _guarded(found, lexicon) | _places(found, lexicon)
    kinds = lexicon.kinds([_OWNS.sub("", match.group()).lower() for match in found])
    return [
        _word(text, match, blind, WordKind.PLAIN if place in guarded else kind, placed, lexicon)
        for place, (match, (kind, placed)) in enumerate(zip(found, kinds, strict=True))
    ]


def _word(text: str, match: re.Match[str], blind: bool, kind: WordKind, placed: bool, lexicon: Lexicon) -> Word:
    bare = _OWNS.sub("", match.group())
    if kind in (WordKind.UNKNOWN, WordKind.CLAN) and bare != match.group() and lexicon.is_plain(match.group().lower()):
        kind = WordKind.PLAIN
    if kind is WordKind.UNKNOWN and bare[-1] == "s":
        ((owner, owner_placed),) = lexicon.kinds([bare[:-1].lower()])
        if owner is WordKind.GIVEN or (owner is WordKind.GIVEN_WORD and bare[0].isupper()):
            bare, kind, placed = bare[:-1], owner, owner_placed
    start, end = match.start(), match.start() + len(bare)
    big = not blind and any(part[:1].isupper() for part in bare.split("-"))
    named = kind in (WordKind.GIVEN, WordKind.FAMILY, WordKind.CLAN)
    if big and not named and _is_abbreviation(bare):
        kind = WordKind.PLAIN
    opens = bool(_OPENS.search(text[max(0, start - 4) : start]))
    return Word(start, end, bare, bare.lower(), kind, big, opens, len(bare) < len(match.group()), placed)


def _capitals_mean_nothing(found: Sequence[re.Match[str]]) -> bool:
    """Return whether a message is written all in capitals, or with a capital on every word."""
    long = [match.group() for match in found if len(match.group()) > 1]
    big = sum(word[0].isupper() for word in long)
    shouted = sum(word.isupper() for word in long)
    return len(long) > 3 and (shouted > 0.6 * len(long) or big > 0.8 * len(long))


def _is_abbreviation(word: str) -> bool:
    """Return whether a word's capitals make it an abbreviation or a brand name, such as UC or OnlyFans."""
    return (word.isupper() and 1 < len(word) <= _FEW_LETTERS) or _INNER_CAPITALS.search(word) is not None


def _guarded(found: Sequence[re.Match[str]], lexicon: Lexicon) -> frozenset[int]:
    """Return the positions of the words that belong to a service, a law or a public person."""
    keys = [match.group().lower().replace("'", "") for match in found]
    places: set[int] = set()
    for start, key in enumerate(keys):
        if key in _SAINTS or (key in _BEFORE_THE_FAMED and found[start].group()[0].isupper()):
            places.add(start + 1)
        for phrase in lexicon.phrases.get(key, ()):
            typed = tuple(keys[start : start + len(phrase)])
            if phrase in (typed, (*typed[:-1], typed[-1].removesuffix("s"))):
                places.update(range(start, start + len(phrase)))
    return frozenset(places)


def _places(found: Sequence[re.Match[str]], lexicon: Lexicon) -> frozenset[int]:
    """Return the positions of the words that name a known place; a single word counts only if no name list has it."""
    keys = [_OWNS.sub("", match.group()).lower().replace("'", "") for match in found]
    places: set[int] = set()
    for start, key in enumerate(keys):
        longest = min(lexicon.place_lengths.get(key, 0), _LONGEST_PLACE)
        for length in range(2, longest + 1):
            if " ".join(keys[start : start + length]) in lexicon.place_names:
                places.update(range(start, start + length))
        if longest and start not in places and key in lexicon.place_names and lexicon.kind(key) is WordKind.UNKNOWN:
            places.add(start)
    return frozenset(places)


def weights_of(words: Sequence[Word], lexicon: Lexicon, *, careless: bool) -> list[float]:
    """Return how likely each word is to be a name on its own; in a carelessly typed message a capital counts more."""
    return [_weight_of(word, lexicon, careless=careless) for word in words]


def _weight_of(word: Word, lexicon: Lexicon, *, careless: bool) -> float:
    match word.kind:
        case WordKind.GIVEN:
            return 3.0
        case WordKind.CLAN:
            return 2.0 if word.big else 1.0
        case WordKind.FAMILY if word.key in lexicon.family_or_given:
            return 2.0 if word.big else 1.5
        case WordKind.FAMILY:
            return (0.25 if word.placed or not word.big else 1.25) - 0.5 * word.opens * (not word.placed)
        case WordKind.GIVEN_WORD:
            return _weight_of_given_word(word, lexicon, careless=careless)
        case WordKind.UNKNOWN if word.big:
            return 0.75 if word.opens else 1.0 + 0.75 * careless
        case WordKind.UNKNOWN if len(word.key) > 2:
            return 0.5
        case _ if word.big and word.text.isalpha() and word.key not in FEW and not word.text.isupper():
            return -1.5
    return NEVER


def _weight_of_given_word(word: Word, lexicon: Lexicon, *, careless: bool) -> float:
    """Weigh a name that is also a word: low in lower case, higher with a capital, highest inside a sentence."""
    either = word.key in lexicon.given_or_place
    if not word.big:
        if is_rather_a_name(word, lexicon):
            return 1.0 if word.key in lexicon.mostly_given_or_thing or word.placed else 1.5
        return 0.25 * either
    if not word.opens:
        return 1.0 + 0.25 * either if word.placed else 1.5 + careless
    if word.key in lexicon.mostly_given:
        return 1.5 if word.key in lexicon.mostly_given_or_thing else 2.0
    return 0.25 if word.placed and not either else 0.75


def is_rather_a_name(word: Word, lexicon: Lexicon) -> bool:
    """Return whether a word is a name more often than anything else, even in lower case."""
    if word.kind is WordKind.GIVEN or word.key in lexicon.family_or_given:
        return True
    unlike_a_word = len(word.key) > 3 and not word.placed and not lexicon.is_plain(word.key)
    return word.kind is WordKind.GIVEN_WORD and (word.key in lexicon.mostly_given or unlike_a_word)


def may_follow(title: Word, head: Word, lexicon: Lexicon) -> bool:
    """Return whether the word after a title or a nickname word, such as Mrs or wee, is a name."""
    return (_may_follow_title if title.key in lexicon.titles else _may_follow_nickname)(title, head, lexicon)


def _may_follow_title(title: Word, head: Word, lexicon: Lexicon) -> bool:
    if head.key in FEW or head.key in lexicon.tails:
        return False
    if head.kind is WordKind.PLAIN:
        return head.big and title.big and (title.text in _OF_ANYBODY or head.placed) and head.key not in _NOBODY
    if head.kind in (WordKind.UNKNOWN, WordKind.GIVEN_WORD, WordKind.FAMILY_WORD):
        return head.big or title.key in ("mr", "mrs", "dr")
    return head.big or title.key not in ("sister", "father", "nurse")


def _may_follow_nickname(_: Word, head: Word, lexicon: Lexicon) -> bool:
    if head.kind is WordKind.GIVEN_WORD:
        likely = head.big or head.key in lexicon.mostly_given or not lexicon.is_plain(head.key)
        return likely and not head.placed
    return head.kind is WordKind.GIVEN or (head.kind is WordKind.UNKNOWN and head.big)
