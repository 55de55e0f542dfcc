"""The word lists that distinguish people's names from other words, and what each word may be on its own.

Nothing is cached, because a cache would keep the words that people typed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from string import ascii_lowercase
from typing import Any, Protocol

from rapidfuzz.distance import OSA

from bot.hearing import data
from bot.hearing.text import HashedWords

_ENDINGS = (
    *(("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e")),
    *(("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""), ("in", "")),
)
_CLAN = re.compile(r"(?:ma?c|nic)(?=[a-z]{3})(?!hin|ro|ha|ram|ket|kere|e$|es$)")
_FAMILY_FORM = re.compile(
    r"[a-z]{3,}(?:escu|enko|chuk|czyk|wicz|vich|ewski|owski|inski|ewska|owska|inska|ycka|ycki|ashvili|idze|oglu|"
    r"yan|auskas|iene|aitis|opoulos|sdottir|sson|nathan|endran|evich|ovych|ovic|evic)|o'[a-z]{3,}|fitz[a-z]{4,}"
)
_PLACE_ENDINGS = frozenset("shire sea upon side head".split())  # of places with a hyphen, such as Ross-shire
_SHORTENED = re.compile(r"(?:n't|'(?:ll|ve|re|d|m))$")
_HASHED = frozenset(("family", "registered", "registered_near_word"))  # the long lists, which are rarely looked up
_LONGEST = 40  # letters in a double-barrelled name; longer words are not checked
_SHORTEST = 4  # letters; a shorter word is one slip from too many others
_SHORTEST_ROLE = 6  # letters from which a word such as "client" is recognised with two slips
_PLAIN_ENDINGS = tuple("ed ing ly al tion sion ment ous ive able ible ness ist ity ism ful less ship".split())


class KnownPlaces(Protocol):
    """The names of places, which are not names of people."""

    @property
    def longest(self) -> Mapping[str, int]:
        """The most words that a name has, by its first word."""
        ...

    def only_places(self) -> Iterable[str]:
        """Yield the names, in lower case, that are names of places and nothing else."""
        ...

    def resembles(self, word: str) -> bool:
        """Return whether a word is a place name with a slip in it."""
        ...


class WordKind(Enum):
    """The kinds of name that a word may be."""

    GIVEN = "a given name, and hardly anything else"
    GIVEN_WORD = "a given name that is also a word"
    CLAN = "a family name by its Mac, Mc or O'"
    FAMILY = "a family name"
    FAMILY_WORD = "a family name that is also a word"
    PLAIN = "no name"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The word lists, named and explained as in their files; ``phrases`` are keyed by their first word.

    ``place_names`` are the names of known places, ``place_lengths`` has the most words of one by its first word, and
    ``misspelt_places`` tests whether a word is one with a slip.
    """

    given: frozenset[str]
    given_or_word: frozenset[str]
    mostly_given: frozenset[str]
    mostly_given_or_thing: frozenset[str]
    given_or_place: frozenset[str]
    virtues: frozenset[str]
    family: HashedWords
    family_or_word: frozenset[str]
    mostly_family: frozenset[str]
    family_or_given: frozenset[str]
    registered: HashedWords
    registered_near_word: HashedWords
    plain: frozenset[str]
    places: frozenset[str]
    known: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    abbreviations: frozenset[str]
    titles: frozenset[str]
    nicknames: frozenset[str]
    roles: frozenset[str]
    tails: frozenset[str]
    tails_small: frozenset[str]
    tails_of_the: frozenset[str]
    place_names: HashedWords = field(default_factory=lambda: HashedWords(()))
    place_lengths: Mapping[str, int] = field(default_factory=dict)
    misspelt_places: Callable[[str], bool] | None = None

    @classmethod
    def load(cls) -> "Lexicon":
        """Return the lexicon from the built data.

        Raises:
            DamagedDataError: a file is missing or damaged.
        """
        files = ("names.txt", "registered_names.txt", "plain_words.txt", "detail_words.txt")
        sections = {key.replace("-", "_"): words for name in files for key, words in data.read_sections(name).items()}
        phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
        for phrase in map(tuple, map(str.split, sections.pop("phrases"))):
            phrases[phrase[0]] = (*phrases.get(phrase[0], ()), phrase)
        lists: dict[str, Any] = {
            key: HashedWords(words) if key in _HASHED else frozenset(words) for key, words in sections.items()
        }
        lists["tails_of_the"] |= lists["tails"]
        return cls(**lists, phrases=phrases)

    def with_places(self, places: KnownPlaces) -> "Lexicon":
        """Return a copy with the names of known places, which are not names of people."""
        names = HashedWords(places.only_places())
        return replace(self, place_names=names, place_lengths=places.longest, misspelt_places=places.resembles)

    def is_name(self, word: str) -> bool:
        """Return whether a word, in lower case, is a name on one of the lists kept by hand."""
        lists = (self.given, self.given_or_word, self.family_or_given, self.family, self.family_or_word)
        return any(word in names for names in lists)

    def is_plain(self, word: str) -> bool:
        """Return whether a word is plain English or Scots, a place or another known name, and so no person's name."""
        bare = word.replace("'", "")
        if bare in self.plain or bare in self.known or bare in self.places or len(bare) < 2 or _SHORTENED.search(word):
            return True
        if "-" in bare:
            return any(map(self.is_plain, bare.split("-")))
        return any(stem in self.plain or stem in self.known for stem in stems(bare))

    def kinds(self, words: Iterable[str]) -> list[tuple[WordKind, bool]]:
        """Return what each word may be, and whether it also names a place or something known."""
        return [(self.kind(word), word in self.places or word in self.known) for word in words]

    def kind(self, word: str) -> WordKind:
        """Return what a word in lower case may be."""
        kind = self.listed_kind(word)
        if kind is not WordKind.UNKNOWN:
            return kind
        bare = word.replace("'", "")
        if bare in self.registered or bare.partition("-")[0] in self.registered:
            return WordKind.GIVEN
        return WordKind.GIVEN_WORD if bare in self.registered_near_word else kind

    def listed_kind(self, word: str) -> WordKind:
        """Return what a word in lower case may be by the lists kept by hand alone."""
        if len(word) > _LONGEST:
            return WordKind.PLAIN
        parts = word.split("-")
        bare = word.replace("'", "")
        if parts[-1] in _PLACE_ENDINGS and len(parts) > 1:
            return WordKind.PLAIN
        if bare in self.given or (
            len(parts) > 1
            and (parts[0] in self.given or all(part in self.given or part in self.given_or_word for part in parts))
        ):
            return WordKind.GIVEN
        if bare in self.given_or_word:
            return WordKind.GIVEN_WORD
        if bare in self.family_or_word:
            return WordKind.FAMILY_WORD
        if _CLAN.match(bare) and not self.is_plain(bare):
            return WordKind.CLAN
        double = len(parts) > 1 and any(part in self.family for part in parts)
        if bare in self.family or double or _FAMILY_FORM.fullmatch(word):
            return WordKind.FAMILY
        return WordKind.PLAIN if self.is_plain(word) else WordKind.UNKNOWN

    def is_slip(self, word: str) -> bool:
        """Return whether a word is one slip away from a plain word, or two from a word such as "client"."""
        bares = [bare for bare in (word, *stems(word)) if len(bare) >= _SHORTEST]
        if any(other in self.plain for bare in bares for other in _one_slip_away(bare)):
            return True
        swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
        if any(map(self.is_plain, swapped)):
            return True
        return len(word) >= _SHORTEST_ROLE and any(
            len(role) >= _SHORTEST_ROLE and OSA.distance(word, role, score_cutoff=2) <= 2 for role in self.roles
        )

    def reads_plain(self, word: str) -> bool:
        """Return whether a word looks like a plain one: a slip, two words run together, or a common ending."""
        if (len(word) > _SHORTEST + 1 and word.endswith(_PLAIN_ENDINGS)) or self.is_slip(word):
            return True
        return any(self.is_plain(word[:at]) and self.is_plain(word[at:]) for at in range(3, len(word) - 2))


def stems(word: str) -> Iterator[str]:
    """Yield what a word may be without its ending."""
    for ending, instead in _ENDINGS:
        bare = word.removesuffix(ending)
        if bare != word and len(bare) > 2:
            yield bare + instead
            if not instead and bare[-1] == bare[-2]:
                yield bare[:-1]


def _one_slip_away(word: str) -> Iterator[str]:
    """Yield every word with one letter more, fewer or different, or with two adjacent letters swapped."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1:] for left, right in cuts if right)
    yield from (left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1)
    for letter in ascii_lowercase:
        yield from (left + letter + right[1:] for left, right in cuts if right)
        yield from (left + letter + right for left, right in cuts)
